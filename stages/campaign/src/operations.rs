//! The campaign's verbs: send, correct, remind, open, confirm, answer, record.

mod behalf;
mod check;
mod correct;
mod feeds;
mod giving;
mod later;
mod life;
mod lists;
mod naming;
mod people;
mod plan;
mod publicity;
mod remind;
mod sending;
mod succession;
mod tasks;

pub use behalf::{OnBehalf, Told, record_on_behalf};
pub use check::{ConfirmPublicity, ReturnPublicity, confirm_publicity, return_publicity};
pub use correct::{CallOff, ChangeDue, call_off, change_due};
pub use feeds::{drop_feed, make_feed};
pub(crate) use giving::given;
pub use giving::{GiveToPerson, give_to_person};
pub use later::report_decided;
pub use life::{
    AskExtension, AssignTask, DecideExtension, NoteProgress, SendBack, ask_extension, assign_task, decide_extension,
    note_progress, people_of_unit, send_back, withdraw_extension,
};
pub(crate) use life::{extension_asked, extension_withdrawn, progress_noted};
pub use lists::{SaveList, drop_list, save_list};
pub use naming::{NameContact, name_contact};
pub use people::{MoveContact, NewContact, ReplaceContact, move_contact, replace_contact};
pub(crate) use plan::addressees;
pub use plan::{
    AddAssignment, ChangeAssignment, GivePlan, GivenPlan, add_assignment, change_assignment, drop_assignment, give_plan,
};
pub use publicity::{CorrectPublicity, RecordPublicity, correct_publicity, record_publicity, remove_publicity};
pub(crate) use publicity::{corrected, recorded, removed};
pub use remind::{Remind, remind};
pub use sending::{Acknowledge, acknowledge, open_letter, send_letter};
pub(crate) use sending::{asked_lawfully, confirm, goes_out, may_go_out, receivers, send_read};
pub use succession::{HandOver, hand_over};
pub(crate) use tasks::answered;
pub use tasks::{AnswerTask, TaskAnswer, answer_task, answered_by_report, contact_named};

use hoithi_journal::{Act, Denied, Halt};
pub(crate) use hoithi_reporting::instant_of;
use hoithi_rules::ids::AccountId;

/// Who acts; the public and jobs never reach these verbs.
pub(crate) fn actor(act: &Act) -> Result<AccountId, Halt> {
    act.actor().account.map(AccountId::new).ok_or(Halt::Denied(Denied::NotSignedIn))
}
