//! The tables of sendings, tasks, publicity and reports.

mod publicity;
mod reminders;
mod reports;
mod sendings;
mod tasks;

pub use publicity::{publicity_of, publicity_of_unit};
pub use reports::{report_line, reports_of};
pub use sendings::{sending, sendings_of, sendings_to, sent_letters, sent_out};
pub use tasks::{task, tasks_of, tasks_of_sending};

pub(crate) use publicity::{delete_publicity, insert_publicity, publicity_item, save_check, save_correction_of};
pub(crate) use reminders::{insert_reminder, last_reminders, unanswered};
pub(crate) use reports::{insert_requests, report_of_sending, reports_of_letter, save_report, save_request};
pub(crate) use sendings::{insert_sendings, mark_opened, save_acknowledgement, units_with};
pub(crate) use tasks::{accept_tasks, insert_tasks, save_answer, save_correction, tasks_of_letter};

use hoithi_correspondence::KeptFile;
use hoithi_store::{Row, StoreError, Value, params};

/// Four columns of a kept file, wherever one may stand.
pub(crate) fn file_values(file: Option<&KeptFile>) -> Vec<Value> {
    params![
        file.map(|file| file.hash.as_str()),
        file.map(|file| file.name.as_str()),
        file.map(|file| file.media_type.as_str()),
        file.map(|file| file.size),
    ]
}

pub(crate) fn read_file(row: &Row) -> Result<Option<KeptFile>, StoreError> {
    let Some(hash) = row.parsed_opt("file_hash")? else { return Ok(None) };
    Ok(Some(KeptFile {
        hash,
        name: row.text("file_name")?,
        media_type: row.text("file_type")?,
        size: row.int("file_size")?,
    }))
}

/// A code that its type knows.
fn coded<T>(row: &Row, column: &str, wanted: &'static str, read: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
    let code = row.text(column)?;
    read(&code).ok_or_else(|| StoreError::Nonsense { column: column.to_owned(), value: code, wanted })
}

/// A count that must fit the law's type.
fn small(row: &Row, column: &str) -> Result<u32, StoreError> {
    let value = row.int(column)?;
    u32::try_from(value).map_err(|_| StoreError::Nonsense {
        column: column.to_owned(),
        value: value.to_string(),
        wanted: "count",
    })
}
