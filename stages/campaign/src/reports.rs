//! Which reports a letter asked for: a report knows its letter's way to the unit as its origin.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_reporting::{ReportLine, ReportMark, report_marks, report_of_origin, reports_of};
use hoithi_rules::campaign::{Task, TaskKind};
use hoithi_rules::ids::{DocumentId, EditionId, SendingId, UnitId};
use hoithi_store::{Conn, StoreError};

use crate::letter::SentTo;
use crate::store;

/// The duty to report that came with a sending.
pub(crate) async fn report_of_sending(db: &mut Conn, sending: SendingId) -> Result<Option<ReportLine>, StoreError> {
    report_of_origin(db, sending.uuid()).await
}

/// The reports that a letter asks of its units.
pub(crate) async fn reports_of_letter(db: &mut Conn, letter: DocumentId) -> Result<Vec<ReportLine>, StoreError> {
    let sent = store::ways_of(db, letter).await?;
    let editions: BTreeSet<EditionId> = sent.iter().map(|(_, edition)| *edition).collect();
    let origins: BTreeSet<_> = sent.iter().map(|(sending, _)| sending.uuid()).collect();
    let mut lines = Vec::new();
    for edition in editions {
        lines.extend(reports_of(db, edition).await?.into_iter().filter(|line| origins.contains(&line.origin)));
    }
    Ok(lines)
}

/// The report that answers a task: the task is due when that is, and a later day is asked for and granted there. Where
/// the report was called off, the task stands by itself.
pub(crate) async fn report_over(db: &mut Conn, task: &Task) -> Result<Option<ReportLine>, StoreError> {
    if task.kind != TaskKind::DirectAndReport {
        return Ok(None);
    }
    let sending = store::sending_of_task(db, task.id).await?;
    Ok(report_of_sending(db, sending).await?.filter(|line| !line.is_withdrawn()))
}

/// The units of a letter whose task of that kind is answered by their report.
pub(crate) async fn units_by_report(
    db: &mut Conn,
    letter: DocumentId,
    kind: TaskKind,
) -> Result<BTreeSet<UnitId>, StoreError> {
    if kind != TaskKind::DirectAndReport {
        return Ok(BTreeSet::new());
    }
    let lines = reports_of_letter(db, letter).await?;
    Ok(lines.iter().filter(|line| !line.is_withdrawn()).map(|line| line.request.unit).collect())
}

/// How many things of a letter its unit has still to do: its open tasks, and the task whose report it is to correct,
/// which is open again in all but its own answer.
pub fn open_at(tasks: &[Task], report: Option<&ReportLine>) -> usize {
    let open = || tasks.iter().filter(|task| task.is_open());
    let to_correct = report.is_some_and(|line| line.to_correct().is_some());
    open().count() + usize::from(to_correct && open().all(|task| task.kind != TaskKind::DirectAndReport))
}

/// How far the report is that came with each sending, for many at once; those of other letters of the
/// same edition are among them.
pub(crate) async fn marks_of(db: &mut Conn, sent: &[SentTo]) -> Result<BTreeMap<SendingId, ReportMark>, StoreError> {
    let editions: BTreeSet<EditionId> = sent.iter().map(|sent| sent.edition).collect();
    let mut marks = BTreeMap::new();
    for edition in editions {
        let of_edition = report_marks(db, edition).await?;
        marks.extend(of_edition.into_iter().map(|(origin, mark)| (SendingId::new(origin), mark)));
    }
    Ok(marks)
}
