//! The tables of forms.

use hoithi_rules::ids::{AccountId, EditionId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use uuid::Uuid;

use super::small;
use crate::forms::FormKey;

pub(crate) async fn form_body(db: &mut Conn, key: &FormKey) -> Result<Option<String>, StoreError> {
    let row = db
        .maybe(
            "SELECT body FROM report_forms WHERE code = $1 AND version = $2",
            params![key.code.as_str(), key.version],
        )
        .await?;
    row.map(|row| row.text("body")).transpose()
}

pub(crate) async fn newest_version(db: &mut Conn, code: &str) -> Result<u32, StoreError> {
    let row = db
        .maybe("SELECT COALESCE(MAX(version), 0) AS version FROM report_forms WHERE code = $1", params![code])
        .await?;
    row.as_ref().map_or(Ok(0), |row| small(row, "version"))
}

pub(crate) async fn newest_forms(db: &mut Conn) -> Result<Vec<(FormKey, String)>, StoreError> {
    let rows = db
        .all(
            "SELECT f.code, f.version, f.body FROM report_forms f
              WHERE f.version = (SELECT MAX(n.version) FROM report_forms n WHERE n.code = f.code) ORDER BY f.code",
            params![],
        )
        .await?;
    let read =
        |row: &Row| Ok((FormKey { code: row.text("code")?, version: small(row, "version")? }, row.text("body")?));
    rows.iter().map(read).collect()
}

pub(crate) async fn insert_form(
    db: &mut Conn,
    key: &FormKey,
    (name, body): (&str, &str),
    (at, by): (Timestamp, AccountId),
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO report_forms (code, version, name, body, saved_at, saved_by) VALUES ($1, $2, $3, $4, $5, $6)",
        params![key.code.as_str(), key.version, name, body, at, by.uuid()],
    )
    .await?;
    Ok(())
}

pub(crate) async fn chosen_form(db: &mut Conn, edition: EditionId) -> Result<Option<FormKey>, StoreError> {
    let row = db
        .maybe("SELECT form_code, form_version FROM report_forms_chosen WHERE edition_id = $1", params![edition.uuid()])
        .await?;
    row.as_ref().map(chosen_in).transpose()
}

fn chosen_in(row: &Row) -> Result<FormKey, StoreError> {
    Ok(FormKey { code: row.text("form_code")?, version: small(row, "form_version")? })
}

/// By which form units were asked on that occasion already.
pub(crate) async fn form_of_occasion(db: &mut Conn, occasion: Uuid) -> Result<Option<FormKey>, StoreError> {
    let row = db
        .maybe(
            "SELECT form_code, form_version FROM report_duties WHERE occasion_id = $1
              ORDER BY form_version DESC, form_code LIMIT 1",
            params![occasion],
        )
        .await?;
    row.as_ref().map(chosen_in).transpose()
}

pub(crate) async fn choose(db: &mut Conn, edition: EditionId, key: &FormKey) -> Result<(), StoreError> {
    db.run("DELETE FROM report_forms_chosen WHERE edition_id = $1", params![edition.uuid()]).await?;
    db.run(
        "INSERT INTO report_forms_chosen (edition_id, form_code, form_version) VALUES ($1, $2, $3)",
        params![edition.uuid(), key.code.as_str(), key.version],
    )
    .await?;
    Ok(())
}
