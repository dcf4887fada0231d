//! The tables of duties to report and of their answers.

use std::collections::BTreeMap;

use hoithi_correspondence::KeptFile;
use hoithi_rules::correspondence::Channel;
use hoithi_rules::ids::{AccountId, EditionId, ReportId};
use hoithi_rules::reporting::{Answer, Given, ReportRequest, RequestState, Stands};
use hoithi_store::{Conn, Row, StoreError, params};
use uuid::Uuid;

use super::{nonsense, small};
use crate::forms::FormKey;
use crate::line::{ReportFile, ReportLine, ReportVersion, Unasked};

/// Duties to report with their latest answers, narrowed by what follows. A macro, because the store
/// takes no text that was put together at run time.
macro_rules! lines {
    ($narrowed:literal) => {
        concat!(
            "SELECT q.id, q.origin_id, q.edition_id, q.unit_id, q.due, q.form_code, q.form_version, q.version,
                    q.first_received, q.days_late, q.stands, q.stands_at, q.stands_why, q.withdrawn_at, q.withdrawn_why,
                    q.unasked_at, q.unasked_why, q.occasion_id, q.asked_due, r.at, r.received, r.figures, r.known, r.how, x.why AS unsigned_why,
                    (SELECT COUNT(*) FROM report_files f WHERE f.duty_id = q.id AND f.version = q.version) AS files,
                    (SELECT COUNT(*) FROM report_files f
                      WHERE f.duty_id = q.id AND f.version = q.version AND f.signed = 1) AS signed
               FROM report_duties q LEFT JOIN report_answers r ON r.duty_id = q.id AND r.version = q.version
                    LEFT JOIN report_exceptions x ON x.duty_id = q.id AND x.version = q.version ",
            $narrowed
        )
    };
}

/// A duty to report with its latest answer, its texts and its files.
pub async fn report_line(db: &mut Conn, id: ReportId) -> Result<Option<ReportLine>, StoreError> {
    let row = db.maybe(lines!("WHERE q.id = $1"), params![id.uuid()]).await?;
    whole(db, row).await
}

/// The same by what asked for it.
pub async fn report_of_origin(db: &mut Conn, origin: Uuid) -> Result<Option<ReportLine>, StoreError> {
    let row = db.maybe(lines!("WHERE q.origin_id = $1"), params![origin]).await?;
    whole(db, row).await
}

/// Every duty to report of an edition with the figures of its latest answer, by unit; texts and files
/// are read for a single report only.
pub async fn reports_of(db: &mut Conn, edition: EditionId) -> Result<Vec<ReportLine>, StoreError> {
    let rows = db.all(lines!("WHERE q.edition_id = $1 ORDER BY q.unit_id, q.due"), params![edition.uuid()]).await?;
    rows.iter().map(read).collect()
}

async fn whole(db: &mut Conn, row: Option<Row>) -> Result<Option<ReportLine>, StoreError> {
    let Some(mut line) = row.as_ref().map(read).transpose()? else { return Ok(None) };
    let which = || params![line.request.id.uuid(), line.version()];
    let files = db
        .all(
            "SELECT file_hash, file_name, file_type, file_size, signed FROM report_files
              WHERE duty_id = $1 AND version = $2 ORDER BY place",
            which(),
        )
        .await?;
    let texts = db.all("SELECT heading, words FROM report_texts WHERE duty_id = $1 AND version = $2", which()).await?;
    if let Some(latest) = &mut line.latest {
        latest.kept = files.iter().map(read_file).collect::<Result<_, _>>()?;
    }
    if let RequestState::Answered(answer) = &mut line.request.state {
        let pairs = texts.iter().map(|row| Ok((row.text("heading")?, row.text("words")?)));
        answer.given.texts = pairs.collect::<Result<_, StoreError>>()?;
    }
    Ok(Some(line))
}

pub(super) fn read_file(row: &Row) -> Result<ReportFile, StoreError> {
    let file = KeptFile {
        hash: row.parsed("file_hash")?,
        name: row.text("file_name")?,
        media_type: row.text("file_type")?,
        size: row.int("file_size")?,
    };
    Ok(ReportFile { file, signed: row.flag("signed")? })
}

fn read(row: &Row) -> Result<ReportLine, StoreError> {
    let answered = row.int("version")? > 0;
    let unasked = match row.instant_opt("unasked_at")? {
        Some(at) => Some(Unasked { at, reason: row.text("unasked_why")? }),
        None => None,
    };
    let to_correct = matches!(row.text("stands")?.as_str(), "returned" | "reopened");
    let state = match (row.instant_opt("withdrawn_at")?, unasked.clone().filter(|_| to_correct)) {
        (Some(at), _) => RequestState::Withdrawn { at, reason: row.text("withdrawn_why")? },
        (None, Some(Unasked { at, reason })) => RequestState::Withdrawn { at, reason },
        (None, None) if answered => RequestState::Answered(read_answer(row)?),
        (None, None) => RequestState::Requested,
    };
    let latest = if answered { Some(read_version(row)?) } else { None };
    let origin = row.parsed("origin_id")?;
    Ok(ReportLine {
        request: ReportRequest {
            id: row.parsed("id")?,
            unit: row.parsed("unit_id")?,
            due: row.parsed("due")?,
            asked: row.parsed_opt("asked_due")?,
            state,
        },
        edition: row.parsed("edition_id")?,
        origin,
        occasion: row.parsed_opt("occasion_id")?.unwrap_or(origin),
        form: FormKey { code: row.text("form_code")?, version: small(row, "form_version")? },
        latest,
        unasked,
    })
}

fn read_version(row: &Row) -> Result<ReportVersion, StoreError> {
    let code = row.text("how")?;
    let how = Channel::from_code(&code).ok_or_else(|| nonsense("how", code, "way of a report"))?;
    Ok(ReportVersion { how, files: row.count("files")?, signed: row.count("signed")?, kept: Vec::new() })
}

fn read_answer(row: &Row) -> Result<Answer, StoreError> {
    let first_received = row.parsed("first_received")?;
    Ok(Answer {
        given: Given { figures: figures(row, "figures")?, known: figures(row, "known")?, texts: BTreeMap::new() },
        at: row.instant("at")?,
        first_received,
        received: row.parsed_opt("received")?.unwrap_or(first_received),
        days_late: i32::try_from(row.int("days_late")?).unwrap_or(i32::MAX),
        version: small(row, "version")?,
        stands: read_stands(row)?,
    })
}

pub(super) fn figures(row: &Row, column: &str) -> Result<BTreeMap<String, u64>, StoreError> {
    let text = row.text(column)?;
    serde_json::from_str(&text).map_err(|_| nonsense(column, text, "figures of a report"))
}

/// What was said, when and why.
pub(super) fn read_stands(row: &Row) -> Result<Stands, StoreError> {
    let code = row.text("stands")?;
    Ok(match code.as_str() {
        "waiting" => Stands::Waiting,
        "approved" => Stands::Approved { at: row.instant("stands_at")?, unsigned: row.text_opt("unsigned_why")? },
        "returned" => Stands::Returned { at: row.instant("stands_at")?, reason: row.text("stands_why")? },
        "reopened" => Stands::Reopened { at: row.instant("stands_at")?, reason: row.text("stands_why")? },
        _ => return Err(nonsense("stands", code, "standing of a report")),
    })
}

pub(crate) async fn insert_duties(db: &mut Conn, lines: &[ReportLine]) -> Result<(), StoreError> {
    let values = |line: &ReportLine| {
        params![
            line.request.id.uuid(),
            line.origin,
            line.edition.uuid(),
            line.request.unit.uuid(),
            line.request.due,
            line.form.code.as_str(),
            line.form.version,
            0_i64,
            0_i64,
            "waiting",
            line.occasion,
        ]
    };
    let insert = "INSERT INTO report_duties (id, origin_id, edition_id, unit_id, due, form_code, form_version, version,
                                             days_late, stands, occasion_id)";
    db.insert_many(insert, lines.iter().map(values).collect()).await
}

/// Saves by which day an open report is asked for, or that it no longer is; false when it came or
/// was withdrawn meanwhile.
pub async fn save_duty(db: &mut Conn, request: &ReportRequest) -> Result<bool, StoreError> {
    let off = match &request.state {
        RequestState::Withdrawn { at, reason } => Some((*at, reason.as_str())),
        _ => None,
    };
    let changed = db
        .run(
            "UPDATE report_duties SET due = $1, withdrawn_at = $2, withdrawn_why = $3, asked_due = $4
              WHERE id = $5 AND version = 0 AND withdrawn_at IS NULL",
            params![
                request.due,
                off.map(|(at, _)| at),
                off.map(|(_, reason)| reason),
                request.asked,
                request.id.uuid()
            ],
        )
        .await?;
    Ok(changed == 1)
}

/// Gives a duty to another unit; false when it was answered, approved or withdrawn meanwhile.
pub(crate) async fn move_duty(
    db: &mut Conn,
    request: &ReportRequest,
    to: Uuid,
    (from, seen): (Uuid, u32),
) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE report_duties SET unit_id = $1, origin_id = $2
              WHERE id = $3 AND origin_id = $4 AND version = $5 AND stands <> 'approved' AND withdrawn_at IS NULL",
            params![request.unit.uuid(), to, request.id.uuid(), from, seen],
        )
        .await?;
    Ok(changed == 1)
}

/// Saves what was said of a version; false when something else was said, or another came, meanwhile.
pub(crate) async fn save_verdict(db: &mut Conn, request: &ReportRequest, before: &str) -> Result<bool, StoreError> {
    let Some(answer) = request.answered() else { return Ok(false) };
    let changed = db
        .run(
            "UPDATE report_duties SET stands = $1, stands_at = $2, stands_why = $3
              WHERE id = $4 AND version = $5 AND stands = $6",
            params![
                answer.stands.code(),
                answer.stands.at(),
                answer.stands.reason(),
                request.id.uuid(),
                answer.version,
                before
            ],
        )
        .await?;
    Ok(changed == 1)
}

/// Keeps the new version; false when another came first, or it was approved meanwhile.
pub(crate) async fn insert_answer(
    db: &mut Conn,
    request: &ReportRequest,
    how: Channel,
    seen: u32,
    by: AccountId,
) -> Result<bool, StoreError> {
    let Some(answer) = request.answered() else { return Ok(false) };
    let changed = db
        .run(
            "UPDATE report_duties SET version = $1, first_received = $2, days_late = $3, stands = 'waiting',
                    stands_at = NULL, stands_why = NULL
              WHERE id = $4 AND version = $5 AND withdrawn_at IS NULL AND stands <> 'approved'",
            params![answer.version, answer.first_received, answer.days_late, request.id.uuid(), seen],
        )
        .await?;
    if changed != 1 {
        return Ok(false);
    }
    let json = |figures: &BTreeMap<String, u64>| {
        serde_json::to_string(figures).map_err(|_| nonsense("figures", String::new(), "figures that can be kept"))
    };
    db.run(
        "INSERT INTO report_answers (duty_id, version, at, figures, known, how, recorded_by, received)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            request.id.uuid(),
            answer.version,
            answer.at,
            json(&answer.given.figures)?,
            json(&answer.given.known)?,
            how.code(),
            by.uuid(),
            answer.received
        ],
    )
    .await?;
    for (heading, words) in &answer.given.texts {
        db.run(
            "INSERT INTO report_texts (duty_id, version, heading, words) VALUES ($1, $2, $3, $4)",
            params![request.id.uuid(), answer.version, heading.as_str(), words.as_str()],
        )
        .await?;
    }
    Ok(true)
}
