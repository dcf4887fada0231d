//! Which passages go into the consolidated report.

use std::collections::BTreeSet;

use hoithi_edition::edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::permit;
use hoithi_rules::ids::{EditionId, ReportId};
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::reporting::Answer;

use crate::store::{self, TextKey};

/// What an officer chose of the texts on a page.
#[derive(Clone, Debug)]
pub(crate) struct ChoosePassages {
    pub(crate) edition: EditionId,
    /// What stood on the page.
    pub(crate) seen: BTreeSet<TextKey>,
    /// What of it goes in.
    pub(crate) chosen: BTreeSet<TextKey>,
}

/// Leaves out what was seen and not chosen; of a report that is not approved takes in what was chosen. What did
/// not stand on the page stays as it was, and what a unit wrote anew meanwhile was not seen.
pub(crate) async fn choose_passages(act: &mut Act, command: ChoosePassages) -> Result<(), Halt> {
    let of = command.edition;
    edition(act.db(), of).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ReportConsolidate, Place::edition(of)).await?;
    let there: BTreeSet<TextKey> = store::texts_of(act.db(), of).await?.into_iter().map(|(key, _)| key).collect();
    let (mut out, mut taken) = (store::left_out(act.db(), of).await?, store::taken_in(act.db(), of).await?);
    let lines = store::reports_of(act.db(), of).await?;
    let approved = lines.into_iter().filter(|line| line.answer().is_some_and(Answer::is_approved));
    let approved: BTreeSet<ReportId> = approved.map(|line| line.request.id).collect();
    for key in there.intersection(&command.seen) {
        let chosen = command.chosen.contains(key);
        let (kept, keep) = if approved.contains(&key.report) { (&mut out, !chosen) } else { (&mut taken, chosen) };
        if keep {
            kept.insert(key.clone());
        } else {
            kept.remove(key);
        }
    }
    store::leave_out(act.db(), of, &out).await?;
    store::take_in(act.db(), of, &taken).await?;
    let left = i64::try_from(out.len()).unwrap_or(i64::MAX);
    act.record(Event::new("report.passages_chosen", of).fact("left_out", left));
    Ok(())
}
