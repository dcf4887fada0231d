//! The campaign's verbs: send, open, confirm, answer, record, report.

mod publicity;
mod reports;
mod sending;
mod tasks;

pub use publicity::{RecordPublicity, record_publicity};
pub use reports::{OnPaper, SubmitReport, submit_report};
pub use sending::{Acknowledge, acknowledge, open_letter, send_letter};
pub use tasks::{AnswerTask, TaskAnswer, answer_task};

use hoithi_journal::{Act, Denied, Halt};
use hoithi_rules::ids::AccountId;

/// Who acts; the public and jobs never reach these verbs.
fn actor(act: &Act) -> Result<AccountId, Halt> {
    act.actor().account.map(AccountId::new).ok_or(Halt::Denied(Denied::NotSignedIn))
}
