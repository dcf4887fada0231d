//! What people do here, one file a verb.

mod assign;
mod keep_minutes;
mod limits;
mod mark;
mod open;
mod recuse;
mod seal;
mod set_up_jury;
mod start;
mod stop;
mod withdrawn;

pub use assign::{Assign, Assigned, assign};
pub(crate) use keep_minutes::keep_minutes;
pub use mark::{LockSheet, SaveSheet, SavedSheet, lock_sheet, save_sheet};
pub use open::{ConfirmOpening, Opening, confirm_opening};
pub use recuse::{DeclareConflict, Recuse, declare_conflict, recuse};
pub use seal::seal_round;
pub use set_up_jury::{NewPanel, SetUpJury, set_up_jury};
pub use start::{StartRound, start_round};
pub use stop::{StopJudge, stop_judge};

pub(crate) use assign::short_of;
pub(crate) use mark::problems;
pub(crate) use open::opener;
pub(crate) use seal::{Sealing, sealing};
pub(crate) use set_up_jury::judged_to_the_end;
pub(crate) use start::{intake, intake_of_the_first, unreleased};
