//! Registration forms as they were printed.

use hoithi_journal::Halt;
use hoithi_rules::entries::{FormFacts, PrintCode};
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;

/// One print.
#[derive(Clone, Debug)]
pub(crate) struct FormPrint {
    pub(crate) code: PrintCode,
    pub(crate) facts: FormFacts,
    /// When it was printed last.
    pub(crate) at: Timestamp,
}

/// Keeps what was printed; the same words again are the same print, printed later.
pub(crate) async fn keep_print(db: &mut Conn, entry: EntryId, print: &FormPrint, by: AccountId) -> Result<(), Halt> {
    let content = serde_json::to_string(&print.facts).map_err(Halt::fault)?;
    db.run(
        "INSERT INTO entry_form_prints (entry_id, code, content, printed_at, printed_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (entry_id, code) DO UPDATE SET printed_at = excluded.printed_at, printed_by = excluded.printed_by",
        params![entry.uuid(), print.code.as_str(), content, print.at, by.uuid()],
    )
    .await?;
    Ok(())
}

/// Every print of an entry, the last one first.
pub(crate) async fn prints(db: &mut Conn, entry: EntryId) -> Result<Vec<FormPrint>, StoreError> {
    let sql = "SELECT code, content, printed_at FROM entry_form_prints WHERE entry_id = $1
                ORDER BY printed_at DESC, code";
    let rows = db.all(sql, params![entry.uuid()]).await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<FormPrint, StoreError> {
    let facts = facts(row.text("content")?)?;
    Ok(FormPrint { code: row.parsed("code")?, facts, at: row.instant("printed_at")? })
}

/// The entries that a print of that code was made of; one, unless two hashes began alike.
pub(crate) async fn entries_of_print(db: &mut Conn, code: &PrintCode) -> Result<Vec<EntryId>, StoreError> {
    let sql = "SELECT entry_id FROM entry_form_prints WHERE code = $1 ORDER BY entry_id";
    let rows = db.all(sql, params![code.as_str()]).await?;
    rows.iter().map(|row| row.parsed("entry_id")).collect()
}

/// What a print says, as it is kept.
pub(super) fn facts(content: String) -> Result<FormFacts, StoreError> {
    serde_json::from_str(&content).map_err(|_| StoreError::Nonsense {
        column: "content".to_owned(),
        value: content,
        wanted: "what a form says",
    })
}
