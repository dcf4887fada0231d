//! One recorded piece of publicity.

use std::collections::BTreeSet;

use hoithi_correspondence::KeptFile;
use hoithi_reporting::{ReportLine, reports_of};
use hoithi_rules::campaign::{Check, Link, PublicityItem, Task, TaskState};
use hoithi_rules::ids::{EditionId, PublicityId, UnitId};
use hoithi_store::{Conn, StoreError};
use jiff::Timestamp;

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
    /// What the agency said of it.
    pub check: Check,
    /// Counts its changes, so that nobody confirms what they have not seen.
    pub version: i64,
}

impl PublicityLine {
    /// Whether it shows the same page as a link of another piece.
    pub(crate) fn shows(&self, link: &Link) -> bool {
        self.item.link.as_ref().is_some_and(|own| own.page() == link.page())
    }

    /// Whether its photo is one that a page can show small.
    pub(crate) fn has_picture(&self) -> bool {
        self.photo.as_ref().is_some_and(|photo| photo.media_type.starts_with("image/"))
    }

    /// What is to be put right, where it was given back.
    pub(crate) fn returned_why(&self) -> Option<&str> {
        match &self.check {
            Check::Returned { reason, .. } => Some(reason),
            _ => None,
        }
    }

    /// How many persons it reached, where the unit counted.
    pub fn reached(&self) -> u64 {
        self.item.reach.map_or(0, u64::from)
    }
}

/// How many pieces were confirmed, wait and were returned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PublicityTally {
    /// They count.
    pub confirmed: usize,
    /// Nobody has looked at them; they do not count yet.
    pub waiting: usize,
    /// The unit is to put them right; they do not count.
    pub returned: usize,
}

impl PublicityTally {
    /// Of these pieces.
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a PublicityLine>) -> Self {
        let mut tally = Self::default();
        lines.into_iter().for_each(|line| tally.add(&line.check));
        tally
    }

    /// One more.
    pub(crate) fn add(&mut self, check: &Check) {
        match check {
            Check::Confirmed { .. } => self.confirmed += 1,
            Check::Waiting => self.waiting += 1,
            Check::Returned { .. } => self.returned += 1,
        }
    }
}

/// What a unit sent that counts its publicity: its reports, and answers whose proof it is. What stands
/// behind them stays.
pub(crate) struct Counted {
    reported: Option<Timestamp>,
    proofs: BTreeSet<PublicityId>,
}

impl Counted {
    pub(crate) async fn of_unit(db: &mut Conn, edition: EditionId, unit: UnitId) -> Result<Self, StoreError> {
        let reports = reports_of(db, edition).await?;
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
