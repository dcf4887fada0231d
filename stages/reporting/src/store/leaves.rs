//! What units wrote, gathered for the whole edition, and what of it the officer leaves out or takes in.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use hoithi_rules::ids::{EditionId, ReportId};
use hoithi_store::{Conn, Row, StoreError, params};

use super::small;

/// A text of a report: words of another version are other words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextKey {
    /// In which report.
    pub report: ReportId,
    /// In which version.
    pub version: u32,
    /// Under which heading.
    pub heading: String,
}

impl fmt::Display for TextKey {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} {} {}", self.report, self.version, self.heading)
    }
}

impl FromStr for TextKey {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.splitn(3, ' ');
        let mut next = || parts.next().ok_or(());
        Ok(Self {
            report: next()?.parse().map_err(|_| ())?,
            version: next()?.parse().map_err(|_| ())?,
            heading: next()?.to_owned(),
        })
    }
}

fn key(row: &Row) -> Result<TextKey, StoreError> {
    Ok(TextKey { report: row.parsed("duty_id")?, version: small(row, "version")?, heading: row.text("heading")? })
}

/// Every text of the latest answers of an edition, with its words.
pub(crate) async fn texts_of(db: &mut Conn, edition: EditionId) -> Result<Vec<(TextKey, String)>, StoreError> {
    let rows = db
        .all(
            "SELECT t.duty_id, t.version, t.heading, t.words FROM report_duties q
               JOIN report_texts t ON t.duty_id = q.id AND t.version = q.version WHERE q.edition_id = $1",
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(|row| Ok((key(row)?, row.text("words")?))).collect()
}

/// Which texts do not go into the consolidated report.
pub(crate) async fn left_out(db: &mut Conn, edition: EditionId) -> Result<BTreeSet<TextKey>, StoreError> {
    let rows = db
        .all(
            "SELECT o.duty_id, o.version, o.heading FROM report_texts_left_out o
               JOIN report_duties q ON q.id = o.duty_id AND q.version = o.version WHERE q.edition_id = $1",
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(key).collect()
}

/// Which texts of reports that are not approved go into it all the same.
pub(crate) async fn taken_in(db: &mut Conn, edition: EditionId) -> Result<BTreeSet<TextKey>, StoreError> {
    let rows = db
        .all(
            "SELECT i.duty_id, i.version, i.heading FROM report_texts_taken i
               JOIN report_duties q ON q.id = i.duty_id AND q.version = i.version WHERE q.edition_id = $1",
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(key).collect()
}

/// Takes these in, and no others.
pub(crate) async fn take_in(db: &mut Conn, edition: EditionId, taken: &BTreeSet<TextKey>) -> Result<(), StoreError> {
    db.run(
        "DELETE FROM report_texts_taken WHERE duty_id IN (SELECT id FROM report_duties WHERE edition_id = $1)",
        params![edition.uuid()],
    )
    .await?;
    let rows = taken.iter().map(|key| params![key.report.uuid(), key.version, key.heading.as_str()]).collect();
    db.insert_many("INSERT INTO report_texts_taken (duty_id, version, heading)", rows).await
}

/// Leaves these out, and no others.
pub(crate) async fn leave_out(db: &mut Conn, edition: EditionId, out: &BTreeSet<TextKey>) -> Result<(), StoreError> {
    db.run(
        "DELETE FROM report_texts_left_out WHERE duty_id IN (SELECT id FROM report_duties WHERE edition_id = $1)",
        params![edition.uuid()],
    )
    .await?;
    let rows = out.iter().map(|key| params![key.report.uuid(), key.version, key.heading.as_str()]).collect();
    db.insert_many("INSERT INTO report_texts_left_out (duty_id, version, heading)", rows).await
}
