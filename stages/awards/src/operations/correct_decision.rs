//! Number and day that were read wrong off the signed decision, and the scan that came later.

use hoithi_correspondence::{
    Document, KeptFile, Print, Signature, bases_of, beside_its_field, correct_signature, document, print_signed,
};
use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::permit_with_paper;
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::{Permission, SignedPaper};
use hoithi_web::House;
use jiff::civil::Date;

use super::correct_tie::reason;
use super::{edition_of, lawful};
use crate::award::Decided;
use crate::store;

/// What stands on the signed decision.
#[derive(Clone, Debug)]
pub struct Corrected {
    /// The edition.
    pub edition: EditionId,
    /// The decision's number.
    pub number: DocumentNumber,
    /// Its day.
    pub date: Date,
    /// A scan, where one came with it; else the one that is kept stays.
    pub file: Option<KeptFile>,
    /// What was wrong; a scan that is added to a decision without one needs no reason.
    pub reason: String,
}

/// What correcting needs.
#[derive(Clone, Debug)]
pub struct CorrectDecision {
    what: Corrected,
    print: Option<Print>,
}

impl Corrected {
    /// With its sheet, printed with the right number and day.
    pub async fn printed(self, house: &House) -> Result<CorrectDecision, Halt> {
        let mut db = house.read().await?;
        let decided = store::decision(&mut db, self.edition).await?.ok_or_else(Halt::not_found)?;
        let kept = document(&mut db, decided.document).await?.ok_or_else(Halt::not_found)?;
        let bases = bases_of(&mut db, kept.id).await?;
        drop(db);
        let on_it = (self.number.clone(), self.date);
        let print = print_signed(house, kept.unsigned(&self.number), &bases, on_it).await?;
        Ok(CorrectDecision { what: self, print })
    }

    fn only_adds_a_scan(&self, kept: &Document) -> bool {
        kept.file.is_none() && self.file.is_some() && kept.signed() == Some((&self.number, self.date))
    }
}

/// Puts right what was recorded of the award decision. Until a certificate or the announcement rests
/// on it; a missing scan is added whenever it comes.
pub async fn correct_decision(act: &mut Act, command: CorrectDecision) -> Result<(), Halt> {
    let what = &command.what;
    let edition = edition_of(act, what.edition).await?;
    let decided = store::decision(act.db(), edition.id).await?.ok_or_else(Halt::not_found)?;
    let kept = document(act.db(), decided.document).await?.ok_or_else(Halt::not_found)?;
    permit_with_paper(act, Permission::AwardDecide, edition.place(), paper(what, &kept).as_ref())
        .await
        .map_err(|halt| beside_its_field(halt, what.date))?;
    if !what.only_adds_a_scan(&kept) {
        still_correctable(&edition, &decided)?;
        differs(what, &kept)?;
        let reason = reason(&what.reason)?;
        let (id, now) = (act.new_id(), act.now());
        store::keep_decision(act.db(), (id, edition.id), &kept, &reason, now).await?;
    }
    same_law(act, what).await?;
    let signature =
        Signature { number: what.number.clone(), date: what.date, file: what.file.clone(), print: command.print };
    correct_signature(act, kept.id, signature, &what.reason).await?;
    act.record(
        Event::new("awards.decision_corrected", edition.id)
            .fact("document", kept.id.to_string())
            .fact("number", what.number.to_string())
            .fact("date", what.date.to_string())
            .fact("file", what.file.as_ref().map(|file| file.hash.to_string())),
    );
    Ok(())
}

/// Certificates or the announcement rest on the decision from now on. Called by the act that issues
/// or announces.
pub async fn note_relied_on(act: &mut Act, edition: EditionId) -> Result<(), Halt> {
    let now = act.now();
    Ok(store::mark_relied_on(act.db(), edition, now).await?)
}

fn still_correctable(edition: &Edition, decided: &Decided) -> Result<(), Halt> {
    if decided.relied_on.is_none() && edition.state.announced_at().is_none() {
        return Ok(());
    }
    Err(Halt::refused("awards.decision_relied_on", None, "certificates or the announcement rest on the decision"))
}

fn differs(what: &Corrected, kept: &Document) -> Result<(), Halt> {
    if what.file.is_some() || kept.signed() != Some((&what.number, what.date)) {
        return Ok(());
    }
    Err(Halt::refused("awards.nothing_corrected", Some("number"), "nothing differs from what stands"))
}

/// A wrong number or day is no less wrong the second time.
async fn same_law(act: &mut Act, what: &Corrected) -> Result<(), Halt> {
    let proposal = store::proposal(act.db(), what.edition).await?.ok_or_else(Halt::not_found)?;
    let lines = store::proposed(act.db(), what.edition).await?;
    let today = day_in_vietnam(act.now());
    lawful(act.db(), (&what.number, what.date), &proposal, &lines, today).await
}

fn paper(what: &Corrected, kept: &Document) -> Option<SignedPaper> {
    let scan = what.file.as_ref().or(kept.file.as_ref())?.hash.to_string();
    let leader = kept.content.signatory.as_ref()?.name.clone();
    Some(SignedPaper { leader, number: what.number.clone(), date: what.date, scan })
}
