//! Units are put into clusters, by which their reports are added up.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_edition::edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::text::one_line;

use crate::refusal::ReportingRefusal;
use crate::store;

/// A cluster's name is short enough for a row of a table.
const LONGEST: usize = 80;

/// Puts units into clusters by name; a unit with no name is in none. Only units that are asked for a
/// report can be put.
pub async fn put_into_clusters(act: &mut Act, of: EditionId, named: BTreeMap<UnitId, String>) -> Result<(), Halt> {
    edition(act.db(), of).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ReportConsolidate, Place::edition(of)).await?;
    let asked: BTreeSet<UnitId> =
        store::reports_of(act.db(), of).await?.into_iter().map(|line| line.request.unit).collect();
    if !named.keys().all(|unit| asked.contains(unit)) {
        return Err(Halt::not_found());
    }
    let named: BTreeMap<_, _> = named.into_iter().map(|(unit, name)| (unit, one_line(&name))).collect();
    let clusters: BTreeMap<_, _> = named.into_iter().filter(|(_, name)| !name.is_empty()).collect();
    if clusters.values().any(|name| name.chars().count() > LONGEST) {
        return Err(ReportingRefusal::ClusterTooLong).or_refuse();
    }
    store::put_clusters(act.db(), of, &clusters).await?;
    let units = i64::try_from(clusters.len()).unwrap_or(i64::MAX);
    act.record(Event::new("report.clusters_put", of).fact("units", units));
    Ok(())
}
