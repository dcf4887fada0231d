//! The first draft from a template: under whose letterhead, and what it rests on.

use std::collections::BTreeMap;

use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_rules::correspondence::{Placeholder, Signatory, SigningCapacity, rests_on_something};
use hoithi_rules::edition::Basis;
use hoithi_rules::ids::DocumentId;
use hoithi_store::Conn;
use hoithi_web::Form;
use jiff::Timestamp;

use crate::bodies::Letterhead;
use crate::document::{DocumentCard, issuer_key};
use crate::folder::{Folder, of_the_agency};
use crate::store;
use crate::templates::{Listed, facts, template_of};

/// How the committee's head signs, and in whose name.
const HEAD: &str = "Trưởng ban";
const COMMITTEE: &str = "Ban Tổ chức";

/// A template with all that its draft takes from the edition.
pub(super) struct Source {
    listed: Listed,
    edition: Edition,
    facts: BTreeMap<Placeholder, String>,
    bases: Vec<DocumentId>,
}

impl Source {
    pub(super) async fn load(db: &mut Conn, folder: &Folder, code: &str, now: Timestamp) -> Result<Self, Halt> {
        let edition = hoithi_edition::edition(db, folder.edition).await?.ok_or_else(Halt::not_found)?;
        let listed = template_of(db, folder.edition, code).await?;
        // Only its own room knows what fills the places of a paper that the program composes.
        if listed.is_composed() {
            return Err(Halt::not_found());
        }
        let facts = facts(db, &edition, now).await?;
        let bases = bases(db, folder, &edition, &listed).await?;
        Ok(Self { listed, edition, facts, bases })
    }

    /// Which of the letterheads is the template's, the first where it may be anybody's.
    pub(super) fn place_among(&self, heads: &[(Letterhead, Option<Signatory>)]) -> Option<usize> {
        if !self.listed.is_of_the_committee() {
            return Some(0);
        }
        let committee = issuer_key(&self.edition.book.rules().committee);
        heads.iter().position(|(head, _)| issuer_key(&head.name) == committee)
    }

    /// The committee's letterhead as the rule book knows it; none where the template is not the committee's.
    pub(super) fn letterhead(&self, folder: &Folder) -> Option<Form> {
        let committee = &self.edition.book.rules().committee;
        let in_place_of = if committee.starts_with(COMMITTEE) { COMMITTEE } else { committee.as_str() };
        self.listed.is_of_the_committee().then(|| {
            Form::new()
                .with("issuer", committee)
                .with("place", &folder.place)
                .with("capacity", SigningCapacity::OnBehalf.code())
                .with("in_place_of", in_place_of)
                .with("position", HEAD)
        })
    }

    /// The committee's abbreviation in symbols, as on its documents that the rule book names: `BTC`.
    pub(super) fn symbol(&self) -> &str {
        let rules = self.edition.book.rules();
        let own = rules.bases.iter().find(|basis| is_issued_by(basis, &rules.committee));
        own.and_then(|basis| basis.document.symbol().rsplit('-').next()).unwrap_or_default()
    }

    /// The form of the draft under that letterhead.
    pub(super) fn draft(&self, head: Form, symbol: &str) -> Result<Form, Halt> {
        let form = self.listed.template.draft(head, symbol, &self.facts)?;
        Ok(self.bases.iter().fold(form, |form, basis| form.with("bases", basis)))
    }
}

fn is_issued_by(basis: &Basis, issuer: &str) -> bool {
    issuer_key(&basis.issuer) == issuer_key(issuer)
}

/// What the rule book rests on, as far as the register has it, up to the document that is drafted here:
/// the decision on the rules does not rest on itself, nor on what came after it.
async fn bases(db: &mut Conn, folder: &Folder, edition: &Edition, listed: &Listed) -> Result<Vec<DocumentId>, Halt> {
    if !rests_on_something(&listed.template.kind) {
        return Ok(Vec::new());
    }
    let mut cards: Vec<DocumentCard> = Vec::new();
    for each in of_the_agency(db, folder).await? {
        cards.extend(store::documents_of(db, each.edition).await?);
    }
    let rules = edition.book.rules();
    let kind = listed.template.kind.name();
    let before = rules.bases.iter().take_while(|basis| basis.kind != kind || !is_issued_by(basis, &rules.committee));
    Ok(before.filter_map(|basis| cards.iter().find(|card| is_it(card, basis))).map(|card| card.id).collect())
}

/// By number and day, whoever issued it by the name that stands there.
fn is_it(card: &DocumentCard, basis: &Basis) -> bool {
    card.signed.as_ref().is_some_and(|(number, day)| (number, day) == (&basis.document, &basis.issued))
}
