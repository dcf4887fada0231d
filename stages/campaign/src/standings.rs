//! Where every unit stands: its letters, its tasks, its publicity, its report.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use hoithi_rules::campaign::Task;
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_store::{Conn, StoreError};
use hoithi_units::{Unit, unit};

use crate::letter::SentTo;
use crate::report::ReportLine;
use crate::store;

/// One unit of an edition.
#[derive(Clone, Debug)]
pub struct UnitStanding {
    /// The unit.
    pub unit: Unit,
    /// Its letters, the newest first.
    pub sendings: Vec<SentTo>,
    /// Its tasks, of all letters.
    pub tasks: Vec<Task>,
    /// How many pieces of publicity it recorded.
    pub publicity: usize,
    /// Its duties to report.
    pub reports: Vec<ReportLine>,
}

/// Every unit that a letter of the edition went to, by name.
pub async fn standings(db: &mut Conn, edition: EditionId) -> Result<Vec<UnitStanding>, StoreError> {
    let mut rows: BTreeMap<UnitId, UnitStanding> = BTreeMap::new();
    for sent in store::sendings_of(db, edition).await? {
        match rows.entry(sent.sending.unit) {
            Entry::Occupied(row) => row.into_mut().sendings.push(sent),
            Entry::Vacant(place) => {
                let Some(unit) = unit(db, sent.sending.unit).await? else { continue };
                place.insert(UnitStanding {
                    unit,
                    sendings: vec![sent],
                    tasks: Vec::new(),
                    publicity: 0,
                    reports: Vec::new(),
                });
            }
        }
    }
    for task in store::tasks_of(db, edition).await? {
        if let Some(row) = rows.get_mut(&task.unit) {
            row.tasks.push(task);
        }
    }
    for line in store::publicity_of(db, edition).await? {
        if let Some(row) = rows.get_mut(&line.unit) {
            row.publicity += 1;
        }
    }
    for report in store::reports_of(db, edition).await? {
        if let Some(row) = rows.get_mut(&report.request.unit) {
            row.reports.push(report);
        }
    }
    let mut rows: Vec<_> = rows.into_values().collect();
    rows.sort_by_cached_key(|row| (row.unit.level, hoithi_web::fold(&row.unit.name)));
    Ok(rows)
}
