//! The tables of forms, duties, answers and drafts.

mod clusters;
mod duties;
mod forms;
mod later;
mod leaves;
mod marks;
mod occasions;
mod papers;
mod periods;
mod verdicts;
mod versions;

pub use duties::{report_line, report_of_origin, reports_of, save_duty};
pub use later::{LaterWish, later_wish, later_wishes};
pub use leaves::TextKey;
pub use marks::{report_marks, reports_unsigned, reports_waiting, withdraw_open};
pub use periods::periods;

pub(crate) use clusters::{clusters, put_clusters};
pub(crate) use duties::{insert_answer, insert_duties, move_duty, save_verdict};
pub(crate) use forms::{choose, chosen_form, form_body, form_of_occasion, insert_form, newest_forms, newest_version};
pub(crate) use later::{LaterStep, insert_later, later_of, save_later};
pub(crate) use leaves::{leave_out, left_out, take_in, taken_in, texts_of};
pub(crate) use occasions::{Occasion, occasions_of};
pub(crate) use papers::{Draft, draft, drop_draft, insert_file, save_draft};
pub(crate) use periods::{PeriodDone, delete_period, insert_period, period_steps, put_after, save_period};
pub(crate) use verdicts::{insert_verdict, verdicts_of};
pub(crate) use versions::{KeptVersion, versions_of};

use hoithi_store::{Row, StoreError};

/// A count that must fit the law's type.
fn small(row: &Row, column: &str) -> Result<u32, StoreError> {
    let value = row.int(column)?;
    u32::try_from(value).map_err(|_| nonsense(column, value.to_string(), "count"))
}

fn nonsense(column: &str, value: String, wanted: &'static str) -> StoreError {
    StoreError::Nonsense { column: column.to_owned(), value, wanted }
}
