//! One recorded piece of publicity.

use std::collections::BTreeSet;

use hoithi_correspondence::KeptFile;
use hoithi_rules::campaign::{PublicityItem, Task, TaskState};
use hoithi_rules::ids::{EditionId, PublicityId, UnitId};
use hoithi_store::{Conn, StoreError};
use jiff::Timestamp;

use crate::report::ReportLine;
use crate::store;

/// A piece of publicity as it was recorded.
#[derive(Clone, Debug)]
pub struct PublicityLine {
    /// Its id.
    pub id: PublicityId,
    /// For which edition.
    pub edition: EditionId,
    /// By which unit.
    pub unit: UnitId,
    /// What it was.
    pub item: PublicityItem,
    /// A photo, or a page as PDF.
    pub photo: Option<KeptFile>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

/// What a unit sent that counts its publicity: its reports, and answers whose proof it is. What stands
/// behind them stays.
pub(crate) struct Counted {
    reported: Option<Timestamp>,
    proofs: BTreeSet<PublicityId>,
}

impl Counted {
    pub(crate) async fn of_unit(db: &mut Conn, edition: EditionId, unit: UnitId) -> Result<Self, StoreError> {
        let reports = store::reports_of(db, edition).await?;
        let own = reports.iter().filter(|line| line.request.unit == unit);
        let reported = own.filter_map(ReportLine::answer).map(|answer| answer.at).max();
        let tasks = store::tasks_of(db, edition).await?;
        let own = tasks.into_iter().filter(|task| task.unit == unit);
        Ok(Self { reported, proofs: own.flat_map(proofs).collect() })
    }

    /// What was recorded after the last report is in none.
    pub(crate) fn counts(&self, line: &PublicityLine) -> bool {
        self.reported.is_some_and(|at| line.recorded_at <= at) || self.proofs.contains(&line.id)
    }
}

fn proofs(task: Task) -> Vec<PublicityId> {
    match task.state {
        TaskState::Done { evidence, .. } => evidence.publicity,
        _ => Vec::new(),
    }
}
