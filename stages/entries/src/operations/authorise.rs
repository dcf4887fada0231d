//! Submitting for others on their signed authorisation.

use hoithi_documents::Sha256Hex;
use hoithi_edition::Edition;
use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::entries::{Authorisation, submits_for_authors};
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;

use super::load_for;
use crate::kept::KeptEntry;
use crate::store::{self, KeptAuthorisation};

/// A signed authorisation that somebody brought.
#[derive(Clone, Debug)]
pub(crate) struct RecordAuthorisation {
    pub(crate) entry: EntryId,
    pub(crate) paper: Authorisation,
    pub(crate) scan: Sha256Hex,
}

/// Records it for an entry that is written for its authors, while its content may change. An earlier one stays.
pub(crate) async fn record_authorisation(act: &mut Act, command: RecordAuthorisation) -> Result<(), Halt> {
    let (kept, edition) = load_for(act, command.entry, Permission::EntryEdit).await?;
    let by = act.actor().account.ok_or_else(Halt::not_found)?;
    if !kept.is_written_for_others_by(by) {
        return Err(Halt::Denied(Denied::Forbidden));
    }
    let now = act.now();
    kept.entry.may_edit(edition.book.calendar().day_of(now)).or_refuse()?;
    let paper = command.paper.recorded(day_in_vietnam(now)).or_refuse()?;
    act.record(
        Event::new("authorisation.recorded", command.entry)
            .fact("file", command.scan.to_string())
            .fact("day", paper.signed_on.to_string())
            .fact("until", paper.until.map(|day| day.to_string())),
    );
    let recorded = KeptAuthorisation { id: act.random_id()?, paper, scan: command.scan, recorded_at: now };
    Ok(store::insert_authorisation(act.db(), command.entry, &recorded, by).await?)
}

/// Goes on where whoever is not its author may submit this entry online now, and keeps on which authorisation. What
/// came by hand or by post its authors handed in themselves.
pub(super) async fn submit_on_authorisation(act: &mut Act, kept: &KeptEntry, edition: &Edition) -> Result<(), Halt> {
    let now = act.now();
    let held = store::authorisation(act.db(), kept.id()).await?;
    let required = edition.book.rules().entrants.authorisation;
    let paper = held.as_ref().map(|held| &held.paper);
    let on_paper = submits_for_authors(required, paper, day_in_vietnam(now)).or_refuse()?.is_some();
    if let Some(held) = held.filter(|_| on_paper) {
        store::use_authorisation(act.db(), held.id, now).await?;
        act.record(Event::new("authorisation.used", kept.id()).fact("file", held.scan.to_string()));
    }
    Ok(())
}
