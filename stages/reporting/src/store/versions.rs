//! Every version of a report: what it said, when it came, by whom and with what files.

use std::collections::BTreeMap;

use hoithi_rules::correspondence::Channel;
use hoithi_rules::ids::{AccountId, ReportId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;

use super::duties::{figures, read_file};
use super::{nonsense, small};
use crate::line::ReportFile;

/// A version as it was sent.
#[derive(Clone, Debug)]
pub(crate) struct KeptVersion {
    /// From 1.
    pub(crate) number: u32,
    /// When it was sent, or entered.
    pub(crate) at: Timestamp,
    /// The day on which it arrived; of older ones unknown.
    pub(crate) received: Option<Date>,
    pub(crate) how: Channel,
    /// An account, or the link by which it came.
    pub(crate) by: AccountId,
    pub(crate) figures: BTreeMap<String, u64>,
    pub(crate) texts: BTreeMap<String, String>,
    pub(crate) files: Vec<ReportFile>,
}

/// Every version of a report, from the first.
pub(crate) async fn versions_of(db: &mut Conn, duty: ReportId) -> Result<Vec<KeptVersion>, StoreError> {
    let rows = db
        .all(
            "SELECT version, at, received, how, recorded_by, figures FROM report_answers
              WHERE duty_id = $1 ORDER BY version",
            params![duty.uuid()],
        )
        .await?;
    let mut versions = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let texts =
        db.all("SELECT version, heading, words FROM report_texts WHERE duty_id = $1", params![duty.uuid()]).await?;
    for row in &texts {
        if let Some(version) = of_number(&mut versions, small(row, "version")?) {
            version.texts.insert(row.text("heading")?, row.text("words")?);
        }
    }
    let files = db
        .all(
            "SELECT version, file_hash, file_name, file_type, file_size, signed FROM report_files
              WHERE duty_id = $1 ORDER BY version, place",
            params![duty.uuid()],
        )
        .await?;
    for row in &files {
        if let Some(version) = of_number(&mut versions, small(row, "version")?) {
            version.files.push(read_file(row)?);
        }
    }
    Ok(versions)
}

fn of_number(versions: &mut [KeptVersion], number: u32) -> Option<&mut KeptVersion> {
    versions.iter_mut().find(|version| version.number == number)
}

fn read(row: &Row) -> Result<KeptVersion, StoreError> {
    let code = row.text("how")?;
    let how = Channel::from_code(&code).ok_or_else(|| nonsense("how", code, "way of a report"))?;
    Ok(KeptVersion {
        number: small(row, "version")?,
        at: row.instant("at")?,
        received: row.parsed_opt("received")?,
        how,
        by: row.parsed("recorded_by")?,
        figures: figures(row, "figures")?,
        texts: BTreeMap::new(),
        files: Vec::new(),
    })
}
