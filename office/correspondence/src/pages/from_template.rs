//! The first draft from a template: under whose letterhead, and what it rests on.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_rules::correspondence::{Placeholder, Signatory, SigningCapacity, rests_on_something};
use hoithi_rules::edition::{Basis, Rules};
use hoithi_rules::ids::DocumentId;
use hoithi_store::Conn;
use hoithi_web::Form;
use jiff::Timestamp;

use crate::bodies::Letterhead;
use crate::document::{DocumentCard, issuer_key};
use crate::folder::{Folder, of_the_agency};
use crate::store;
use crate::templates::{Listed, Template, facts, template_of};

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

/// What the template names, by its number or as the contest's *Thể lệ* and *Kế hoạch*, and what the rule
/// book rests on, as far as the register has it.
async fn bases(db: &mut Conn, folder: &Folder, edition: &Edition, listed: &Listed) -> Result<Vec<DocumentId>, Halt> {
    let folders = of_the_agency(db, folder).await?;
    let mut bases = Vec::new();
    for basis in of_the_book(edition.book.rules(), &listed.template) {
        for each in &folders {
            if let Some(card) = store::numbered_in(db, each.edition, (&basis.document, basis.issued)).await? {
                bases.push(card.id);
                break;
            }
        }
    }
    for each in &folders {
        let named = store::documents_of(db, each.edition).await?.into_iter().rev();
        bases.extend(named.filter(|card| is_named(&listed.template.text, card)).map(|card| card.id));
    }
    let mut seen = BTreeSet::new();
    bases.retain(|id| seen.insert(*id));
    Ok(bases)
}

/// With which words a letter speaks of what the rule book rests on.
const SPOKEN_OF: [&str; 2] = ["Thể lệ", "Kế hoạch"];

/// Of what the rule book rests on: for a decision or a plan all up to the document that is drafted here,
/// which does not rest on itself, nor on what came after it; for a letter what its words speak of.
fn of_the_book<'a>(rules: &'a Rules, template: &Template) -> Vec<&'a Basis> {
    if rests_on_something(&template.kind) {
        let is_it = |basis: &&Basis| basis.kind == template.kind.name() && is_issued_by(basis, &rules.committee);
        return rules.bases.iter().take_while(|basis| !is_it(basis)).collect();
    }
    let speaks = |basis: &&Basis| {
        let is_called = |word: &&str| basis.kind == *word || basis.about.contains(*word);
        SPOKEN_OF.iter().any(|word| template.text.contains(word) && is_called(word))
    };
    rules.bases.iter().filter(speaks).collect()
}

/// Whether the words name a signed document by its number: `Kế hoạch số 86/KH-BTC ngày …`.
fn is_named(text: &str, card: &DocumentCard) -> bool {
    let Some((number, _)) = &card.signed else { return false };
    let number = number.to_string();
    let apart = |around: Option<char>| around.is_none_or(|letter| !letter.is_alphanumeric() && letter != '-');
    text.match_indices(&number).any(|(place, found)| {
        apart(text[..place].chars().next_back()) && apart(text[place + found.len()..].chars().next())
    })
}
