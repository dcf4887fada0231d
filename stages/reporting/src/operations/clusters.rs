//! Units are put into clusters, by which their reports are added up.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_edition::edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuseAll, permit};
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::text::{length, one_line};

use crate::refusal::ClusterRefusal;
use crate::store;
use crate::summary::Heap;

/// A cluster's name is short enough for a row of a table.
const LONGEST: usize = 80;

/// The field at which a unit's cluster is named.
pub(crate) fn cluster_field(unit: UnitId) -> String {
    format!("cum-{unit}")
}

/// Puts units into clusters by name; a unit with no name is in none, and a unit that is not named here
/// stays where it is. Only units that are asked for a report can be put.
pub async fn put_into_clusters(act: &mut Act, of: EditionId, named: BTreeMap<UnitId, String>) -> Result<(), Halt> {
    edition(act.db(), of).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ReportConsolidate, Place::edition(of)).await?;
    let asked: BTreeSet<UnitId> =
        store::reports_of(act.db(), of).await?.into_iter().map(|line| line.request.unit).collect();
    if !named.keys().all(|unit| asked.contains(unit)) {
        return Err(Halt::not_found());
    }
    let named: BTreeMap<_, _> = named.into_iter().map(|(unit, name)| (unit, one_line(&name))).collect();
    let mut clusters = store::clusters(act.db(), of).await?;
    clusters.retain(|unit, _| !named.contains_key(unit));
    fitting(&clusters, &named).or_refuse_all()?;
    clusters.extend(named.into_iter().filter(|(_, name)| !name.is_empty()));
    store::put_clusters(act.db(), of, &clusters).await?;
    let units = i64::try_from(clusters.len()).unwrap_or(i64::MAX);
    act.record(Event::new("report.clusters_put", of).fact("units", units));
    Ok(())
}

/// Every name is short, and no two clusters have one address.
fn fitting(others: &BTreeMap<UnitId, String>, named: &BTreeMap<UnitId, String>) -> Result<(), Vec<ClusterRefusal>> {
    let address = |name: &str| Heap::Cluster(name.to_owned()).key();
    let mut known: BTreeMap<String, &str> = others.values().map(|name| (address(name), name.as_str())).collect();
    let mut refused = Vec::new();
    for (unit, name) in named.iter().filter(|(_, name)| !name.is_empty()) {
        let field = cluster_field(*unit);
        if length(name) > LONGEST {
            refused.push(ClusterRefusal::TooLong { field, max: LONGEST });
            continue;
        }
        let there = *known.entry(address(name)).or_insert(name);
        if there != name {
            refused.push(ClusterRefusal::Alike { field, given: name.clone(), known: there.to_owned() });
        }
    }
    if refused.is_empty() { Ok(()) } else { Err(refused) }
}
