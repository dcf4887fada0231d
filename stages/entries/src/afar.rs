//! Dossiers that go to a contest in another house, or come from one: what travels, and what would become of it.

use std::collections::BTreeMap;

use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::refused;
use hoithi_rules::edition::{Arrival, CategoryCode, PartCode};
use hoithi_rules::entries::{ConsentKind, Content, Requirements, SubmitRefusal};
use hoithi_rules::ids::{EditionId, EntryId, UnitId};
use hoithi_rules::judging::Points;
use hoithi_store::Conn;
use jiff::Timestamp;

use crate::kept::{KeptEntry, Origin, Reach};
use crate::operations::hash_of;
use crate::proof::must_be_as_frozen;
use crate::refusals::DossierRefusal;
use crate::standing::Standing;
use crate::store::{self, Sealed};

/// What an author consented to, with the words that they read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidConsent {
    /// To what: the stable name of a kind.
    pub kind: String,
    /// The words.
    pub words: String,
    /// Who consented for a minor; empty where the author did.
    pub guardian: String,
    /// `link`, `account` or `form`.
    pub how: String,
    /// When.
    pub given_at: Timestamp,
}

impl SaidConsent {
    /// The kind, where this program knows it.
    pub(crate) fn known(&self) -> Option<ConsentKind> {
        ConsentKind::parse(&self.kind)
    }

    /// How it was given; what is not known came by a form.
    pub(crate) fn way(&self) -> &'static str {
        ["link", "account"].into_iter().find(|way| *way == self.how).unwrap_or("form")
    }
}

/// A received dossier that is still its frozen copy, with what its authors consent to, in their order.
pub async fn for_afar(db: &mut Conn, entry: EntryId) -> Result<(KeptEntry, Vec<Vec<SaidConsent>>), Halt> {
    let kept = store::dossier(db, entry).await?.ok_or_else(Halt::not_found)?;
    must_be_as_frozen(db, &kept).await?;
    let said = store::said_at(db, entry).await?;
    let of_one = |author: &hoithi_rules::entries::Author| {
        let own = said.iter().filter(|(who, _)| *who == author.id);
        own.map(|(_, said)| said.clone()).collect::<Vec<_>>()
    };
    let said = kept.entry.content.authors.iter().map(of_one).collect();
    Ok((kept, said))
}

/// A dossier of a contest in another house.
#[derive(Clone, Debug)]
pub struct FromAfar {
    /// The edition that takes it in.
    pub to: EditionId,
    /// Where it stands over there.
    pub origin: Origin,
    /// What was received over there; ids of authors and files mean nothing here.
    pub content: Content,
    /// The unit that it was received for there, by the id of that house.
    pub unit_there: Option<UnitId>,
    /// How to reach each author.
    pub reach: Vec<Reach>,
    /// What is kept secret in it, with the reasons.
    pub secrets: BTreeMap<PartCode, String>,
    /// What each author consented to.
    pub said: Vec<Vec<SaidConsent>>,
    /// Its category here.
    pub category: CategoryCode,
    /// Its unit by the register of this house.
    pub unit: Option<UnitId>,
    /// That unit's name; names change, a dossier does not.
    pub unit_name: String,
    /// Who signed the paper that stands behind it.
    pub signed_by: String,
    /// Place and result there, where the rules there let them be read.
    pub local: Option<(i64, Points)>,
}

impl FromAfar {
    /// The dossier as it was received there.
    pub(crate) fn sealed(&self) -> Sealed {
        let content = self.content.canonical(self.unit_there);
        Sealed { hash: hash_of(&self.content, self.unit_there).to_string(), content }
    }

    /// The same as this contest holds it: its category and its unit are those of this house.
    pub(crate) fn here(&self, unit: Option<UnitId>) -> Content {
        let mut content = Content { category: Some(self.category.clone()), ..self.content.clone() };
        for author in &mut content.authors {
            let of_the_unit = author.unit.is_some() && author.unit == self.unit_there;
            author.unit = unit.filter(|_| of_the_unit);
            author.account = None;
        }
        content
    }
}

/// What becomes of such a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AfarOutcome {
    /// It becomes an entry.
    New,
    /// It corrects the one that came before it.
    Corrects(EntryId),
}

/// What would become of it now, or everything that keeps it out.
pub async fn outcome_of(db: &mut Conn, to: &Edition, from: &FromAfar, now: Timestamp) -> Result<AfarOutcome, Halt> {
    if hoithi_edition::edition(db, from.origin.edition).await?.is_some() {
        return Err(halted(DossierRefusal::OriginIsHere));
    }
    let required = Requirements::of(&to.book, Arrival::Online { at: now }, now);
    let Some(before) = store::of_origin(db, to.id, from.origin.entry).await? else {
        return barred(&required, &from.here(from.unit)).map(|()| AfarOutcome::New);
    };
    let kept = store::dossier(db, before).await?.ok_or_else(Halt::not_found)?;
    let mut came = store::earlier_sealed(db, before).await?;
    came.extend(store::sealed(db, before).await?);
    let sealed = from.sealed();
    if came.iter().any(|copy| copy.hash == sealed.hash) {
        return Err(halted(DossierRefusal::PromotedAlready));
    }
    if !matches!(kept.standing, Standing::Submitted | Standing::Returned) {
        return Err(halted(DossierRefusal::CorrectionTooLate));
    }
    barred(&Requirements { door: Ok(()), ..required }, &from.here(kept.entry.unit))?;
    Ok(AfarOutcome::Corrects(before))
}

fn halted(refusal: DossierRefusal) -> Halt {
    Halt::Refused(vec![refused(&refusal)])
}

fn barred(required: &Requirements<'_>, content: &Content) -> Result<(), Halt> {
    let problems: Vec<_> = required.problems(content).into_iter().filter(SubmitRefusal::bars_arrival).collect();
    if problems.is_empty() { Ok(()) } else { Err(Halt::Refused(problems.iter().map(refused).collect())) }
}
