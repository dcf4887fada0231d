//! The verbs of reports: ask, draft, submit, show the paper, judge, pass on, keep a form, choose passages.

mod ask;
mod clusters;
mod forms;
mod later;
mod linked;
mod pass;
mod passages;
mod period;
mod review;
mod submit;

pub use ask::{Ask, ask};
pub use clusters::put_into_clusters;
pub use forms::{KeepForm, choose_form, keep_form};
pub use later::{AskLater, DecideLater, ask_later, decide_later, withdraw_later};
pub use linked::{Written, written_by_link};
pub use pass::{PassOn, pass_on};
pub use period::{PeriodStep, begin_period, step_period};
pub use review::{Judge, Verdict, judge};
pub use submit::{OnPaper, SaveDraft, SubmitReport, instant_of, save_draft, submit_report};

pub(crate) use clusters::cluster_field;
pub(crate) use linked::What;
pub(crate) use passages::{ChoosePassages, choose_passages};
pub(crate) use submit::{AddFiles, add_files};

use hoithi_journal::{Act, Denied, Halt};
use hoithi_rules::ids::AccountId;

/// Who acts; the public and jobs never reach these verbs.
fn actor(act: &Act) -> Result<AccountId, Halt> {
    act.actor().account.map(AccountId::new).ok_or(Halt::Denied(Denied::NotSignedIn))
}
