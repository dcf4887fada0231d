//! Which passages go into the consolidated report.

use std::collections::BTreeSet;

use hoithi_edition::edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::permit;
use hoithi_rules::ids::{EditionId, ReportId};
use hoithi_rules::people::{Permission, Place};

use crate::store;

/// Leaves these texts out of the consolidated report, and no others.
pub(crate) async fn choose_passages(
    act: &mut Act,
    of: EditionId,
    out: BTreeSet<(ReportId, String)>,
) -> Result<(), Halt> {
    edition(act.db(), of).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ReportConsolidate, Place::edition(of)).await?;
    let there: BTreeSet<_> =
        store::texts_of(act.db(), of).await?.into_iter().map(|(report, heading, _)| (report, heading)).collect();
    if !out.is_subset(&there) {
        return Err(Halt::not_found());
    }
    store::leave_out(act.db(), of, &out).await?;
    let left = i64::try_from(out.len()).unwrap_or(i64::MAX);
    act.record(Event::new("report.passages_chosen", of).fact("left_out", left));
    Ok(())
}
