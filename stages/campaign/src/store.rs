//! The tables of sendings, tasks and publicity.

mod board;
mod feeds;
mod holders;
mod lists;
mod overdue;
mod plan;
mod publicity;
mod reminders;
mod sendings;
mod steps;
mod tasks;

pub use board::TaskCounts;
pub use holders::{TaskHolder, holders_reached};
pub use lists::{RecipientList, recipient_lists};
pub use overdue::overdue_units;
pub use plan::{PlanLine, plan_lines};
pub use publicity::{publicity_of, publicity_of_unit, publicity_waiting};
pub use sendings::{sending, sendings_of, sendings_to, sent_letters, sent_out};
pub use steps::{Step, extensions_waiting, sent_back_in, steps_of};
pub use tasks::{task, tasks_of, tasks_of_sending};

pub(crate) use board::{TaskColumn, publicity_counts, task_columns, task_counts, task_marks};
pub(crate) use feeds::{delete_feed, feed_since, replace_feed, unit_of_feed};
pub(crate) use holders::{given_by_links, holders_of_sending, insert_holder, task_holder};
pub(crate) use lists::{delete_list, replace_list};
pub(crate) use overdue::{OverdueTask, overdue_tasks};
pub(crate) use plan::{delete_plan_line, insert_plan_line, mark_given, update_plan_line};
pub(crate) use publicity::{delete_publicity, insert_publicity, publicity_item, save_check, save_correction_of};
pub(crate) use reminders::{insert_reminder, last_reminders, unanswered};
pub(crate) use sendings::{
    insert_sendings, mark_opened, save_acknowledgement, sendings_of_letter, units_with, ways_of,
};
pub(crate) use steps::{
    Extension, extended_tasks, extension_waits, file_of_task, files_of_task, insert_file, insert_step,
    waiting_extensions,
};
pub(crate) use tasks::{
    Given, accept_tasks, given_by, insert_more, insert_tasks, last_place, move_due, move_task, open_tasks_of_person,
    save_answer, save_correction, save_sent_back, save_step, sending_of_task, set_counted_due, tasks_of_letter,
    tasks_of_sendings,
};

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

/// A small number that may be absent.
fn narrow<T: TryFrom<i64>>(row: &Row, column: &str) -> Result<Option<T>, StoreError> {
    let nonsense = |value: i64| StoreError::Nonsense {
        column: column.to_owned(),
        value: value.to_string(),
        wanted: "small number",
    };
    row.int_opt(column)?.map(|value| T::try_from(value).map_err(|_| nonsense(value))).transpose()
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
