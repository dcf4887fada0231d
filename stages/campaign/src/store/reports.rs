//! The tables of duties to report and of their answers.

use hoithi_journal::{Act, Halt};
use hoithi_rules::campaign::{Answer, Figures, LocalContest, Report, ReportRequest, RequestState};
use hoithi_rules::correspondence::Channel;
use hoithi_rules::ids::{AccountId, DocumentId, EditionId, ReportId, SendingId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::civil::Date;

use super::{coded, file_values, read_file, small};
use crate::letter::SentTo;
use crate::report::{ReportLine, ReportVersion};

/// Duties to report with their latest answers, narrowed by what follows. A macro, because the store
/// takes no text that was put together at run time.
macro_rules! lines {
    ($narrowed:literal) => {
        concat!(
            "SELECT q.id, q.sending_id, q.edition_id, q.unit_id, q.due, q.version, q.first_received, q.days_late,
                    q.withdrawn_at, q.withdrawn_why,
                    r.at, r.documents_issued, r.publicity_items, r.people_reached, r.entries_mobilised,
                    r.local_entries, r.local_forwarded, r.initiatives, r.commendations, r.difficulties, r.proposals,
                    r.how, r.file_hash, r.file_name, r.file_type, r.file_size
               FROM report_requests q LEFT JOIN reports r ON r.request_id = q.id AND r.version = q.version ",
            $narrowed
        )
    };
}

/// A duty to report with its latest answer.
pub async fn report_line(db: &mut Conn, id: ReportId) -> Result<Option<ReportLine>, StoreError> {
    let row = db.maybe(lines!("WHERE q.id = $1"), params![id.uuid()]).await?;
    row.as_ref().map(read).transpose()
}

/// The duty to report that came with a sending.
pub(crate) async fn report_of_sending(db: &mut Conn, sending: SendingId) -> Result<Option<ReportLine>, StoreError> {
    let row = db.maybe(lines!("WHERE q.sending_id = $1"), params![sending.uuid()]).await?;
    row.as_ref().map(read).transpose()
}

/// Every duty to report of an edition with its latest answer, by unit.
pub async fn reports_of(db: &mut Conn, edition: EditionId) -> Result<Vec<ReportLine>, StoreError> {
    let rows = db.all(lines!("WHERE q.edition_id = $1 ORDER BY q.unit_id, q.due"), params![edition.uuid()]).await?;
    rows.iter().map(read).collect()
}

pub(crate) async fn insert_requests(act: &mut Act, sent: &[SentTo], due: Date) -> Result<(), Halt> {
    let rows = sent
        .iter()
        .map(|SentTo { sending, edition, .. }| {
            params![act.new_id(), sending.id.uuid(), edition.uuid(), sending.unit.uuid(), due, 0_i64, 0_i64]
        })
        .collect();
    let insert = "INSERT INTO report_requests (id, sending_id, edition_id, unit_id, due, version, days_late)";
    Ok(act.db().insert_many(insert, rows).await?)
}

/// The reports that a letter asks of its units.
pub(crate) async fn reports_of_letter(db: &mut Conn, document: DocumentId) -> Result<Vec<ReportLine>, StoreError> {
    let rows = db
        .all(
            lines!("WHERE q.sending_id IN (SELECT id FROM sendings WHERE document_id = $1) ORDER BY q.unit_id"),
            params![document.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Saves by which day an open report is asked for, or that it no longer is; false when it came or
/// was withdrawn meanwhile.
pub(crate) async fn save_request(db: &mut Conn, request: &ReportRequest) -> Result<bool, StoreError> {
    let off = match &request.state {
        RequestState::Withdrawn { at, reason } => Some((*at, reason.as_str())),
        _ => None,
    };
    let changed = db
        .run(
            "UPDATE report_requests SET due = $1, withdrawn_at = $2, withdrawn_why = $3
              WHERE id = $4 AND version = 0 AND withdrawn_at IS NULL",
            params![request.due, off.map(|(at, _)| at), off.map(|(_, reason)| reason), request.id.uuid()],
        )
        .await?;
    Ok(changed == 1)
}

/// Keeps the new version; false when another came first.
pub(crate) async fn save_report(
    db: &mut Conn,
    line: &ReportLine,
    seen: u32,
    by: AccountId,
) -> Result<bool, StoreError> {
    let (Some(answer), Some(version)) = (line.answer(), &line.latest) else { return Ok(false) };
    let changed = db
        .run(
            "UPDATE report_requests SET version = $1, first_received = $2, days_late = $3
              WHERE id = $4 AND version = $5 AND withdrawn_at IS NULL",
            params![answer.version, answer.first_received, answer.days_late, line.request.id.uuid(), seen],
        )
        .await?;
    if changed != 1 {
        return Ok(false);
    }
    insert(db, line.request.id, answer, version, by).await?;
    Ok(true)
}

async fn insert(
    db: &mut Conn,
    request: ReportId,
    answer: &Answer,
    version: &ReportVersion,
    by: AccountId,
) -> Result<(), StoreError> {
    let Report { figures, difficulties, proposals } = &answer.report;
    let mut values = params![
        request.uuid(),
        answer.version,
        answer.at,
        figures.documents_issued,
        figures.publicity_items,
        figures.people_reached,
        figures.entries_mobilised,
        figures.local_contest.map(|local| local.entries),
        figures.local_contest.map(|local| local.forwarded),
        figures.initiatives,
        figures.commendations,
        difficulties.as_str(),
        proposals.as_str(),
        version.how.code(),
        by.uuid(),
    ];
    values.extend(file_values(version.file.as_ref()));
    db.run(
        "INSERT INTO reports (request_id, version, at, documents_issued, publicity_items, people_reached,
                              entries_mobilised, local_entries, local_forwarded, initiatives, commendations,
                              difficulties, proposals, how, recorded_by, file_hash, file_name, file_type, file_size)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
        values,
    )
    .await?;
    Ok(())
}

fn read(row: &Row) -> Result<ReportLine, StoreError> {
    let answered = row.int("version")? > 0;
    let state = match row.instant_opt("withdrawn_at")? {
        Some(at) => RequestState::Withdrawn { at, reason: row.text("withdrawn_why")? },
        None if answered => RequestState::Answered(read_answer(row)?),
        None => RequestState::Requested,
    };
    let latest = if answered {
        Some(ReportVersion { how: coded(row, "how", "way of a report", Channel::from_code)?, file: read_file(row)? })
    } else {
        None
    };
    Ok(ReportLine {
        request: ReportRequest { id: row.parsed("id")?, unit: row.parsed("unit_id")?, due: row.parsed("due")?, state },
        edition: row.parsed("edition_id")?,
        sending: row.parsed("sending_id")?,
        latest,
    })
}

fn read_answer(row: &Row) -> Result<Answer, StoreError> {
    let days_late = i32::try_from(row.int("days_late")?).unwrap_or(i32::MAX);
    Ok(Answer {
        report: Report {
            figures: read_figures(row)?,
            difficulties: row.text("difficulties")?,
            proposals: row.text("proposals")?,
        },
        at: row.instant("at")?,
        first_received: row.parsed("first_received")?,
        days_late,
        version: small(row, "version")?,
    })
}

fn read_figures(row: &Row) -> Result<Figures, StoreError> {
    let local_contest = match row.int_opt("local_entries")? {
        Some(_) => {
            Some(LocalContest { entries: small(row, "local_entries")?, forwarded: small(row, "local_forwarded")? })
        }
        None => None,
    };
    Ok(Figures {
        documents_issued: small(row, "documents_issued")?,
        publicity_items: small(row, "publicity_items")?,
        people_reached: small(row, "people_reached")?,
        entries_mobilised: small(row, "entries_mobilised")?,
        local_contest,
        initiatives: small(row, "initiatives")?,
        commendations: small(row, "commendations")?,
    })
}
