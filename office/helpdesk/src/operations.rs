//! What is done at the help desk.

mod answering;
mod asking;
mod desks;
mod publishing;

use hoithi_edition::Edition;
use hoithi_journal::{Act, Halt};
use hoithi_rules::ids::{EditionId, QuestionId};

pub use answering::{Answer, Assign, Record, answer, assign, close, record};
pub use asking::{Ask, AskAgain, Asked, Asker, By, ask, ask_again};
pub use desks::{ChangeDesk, ChangeMember, Join, NewDesk, change_desk, change_member, join, open_desk};
pub use publishing::{Publish, Reword, publish, reword, withdraw};

use crate::question::Question;
use crate::store;

async fn edition_of(act: &mut Act, id: EditionId) -> Result<Edition, Halt> {
    hoithi_edition::edition(act.db(), id).await?.ok_or_else(Halt::not_found)
}

async fn question_of(act: &mut Act, id: QuestionId) -> Result<Question, Halt> {
    store::question(act.db(), id).await?.ok_or_else(Halt::not_found)
}

/// Saves over the version that was read.
async fn save(act: &mut Act, question: &Question) -> Result<(), Halt> {
    if store::save_question(act.db(), question).await? { Ok(()) } else { Err(changed_meanwhile()) }
}

fn changed_meanwhile() -> Halt {
    Halt::refused("helpdesk.changed_meanwhile", None, "somebody changed it meanwhile")
}
