//! The tables of drafts and of files.

use std::collections::BTreeMap;

use hoithi_rules::ids::{AccountId, ReportId};
use hoithi_store::{Conn, StoreError, params};
use jiff::Timestamp;

use super::{nonsense, small};
use crate::line::ReportFile;

/// What was typed and not sent yet.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// How often it was saved.
    pub(crate) version: u32,
    pub(crate) fields: BTreeMap<String, String>,
    pub(crate) saved_at: Timestamp,
}

pub(crate) async fn draft(db: &mut Conn, duty: ReportId) -> Result<Option<Draft>, StoreError> {
    let row = db
        .maybe("SELECT version, fields, saved_at FROM report_drafts WHERE duty_id = $1", params![duty.uuid()])
        .await?;
    let Some(row) = row else { return Ok(None) };
    let text = row.text("fields")?;
    let fields = serde_json::from_str(&text).map_err(|_| nonsense("fields", text, "fields of a draft"))?;
    Ok(Some(Draft { version: small(&row, "version")?, fields, saved_at: row.instant("saved_at")? }))
}

/// Saves a draft over the one that was seen; false when another window saved it meanwhile.
pub(crate) async fn save_draft(
    db: &mut Conn,
    duty: ReportId,
    fields: &BTreeMap<String, String>,
    seen: u32,
    (at, by): (Timestamp, AccountId),
) -> Result<bool, StoreError> {
    let text = serde_json::to_string(fields).map_err(|_| nonsense("fields", String::new(), "fields of a draft"))?;
    let changed = if seen == 0 {
        db.run(
            "INSERT INTO report_drafts (duty_id, version, fields, saved_at, saved_by) VALUES ($1, 1, $2, $3, $4)
             ON CONFLICT (duty_id) DO NOTHING",
            params![duty.uuid(), text, at, by.uuid()],
        )
        .await?
    } else {
        db.run(
            "UPDATE report_drafts SET version = version + 1, fields = $1, saved_at = $2, saved_by = $3
              WHERE duty_id = $4 AND version = $5",
            params![text, at, by.uuid(), duty.uuid(), seen],
        )
        .await?
    };
    Ok(changed == 1)
}

pub(crate) async fn drop_draft(db: &mut Conn, duty: ReportId) -> Result<(), StoreError> {
    db.run("DELETE FROM report_drafts WHERE duty_id = $1", params![duty.uuid()]).await?;
    Ok(())
}

pub(crate) async fn insert_file(
    db: &mut Conn,
    (duty, version): (ReportId, u32),
    place: usize,
    ReportFile { file, signed }: &ReportFile,
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO report_files (duty_id, version, place, file_hash, file_name, file_type, file_size, signed)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            duty.uuid(),
            version,
            i64::try_from(place).unwrap_or(i64::MAX),
            file.hash.as_str(),
            file.name.as_str(),
            file.media_type.as_str(),
            file.size,
            *signed
        ],
    )
    .await?;
    Ok(())
}
