//! What is done with lists and mailings.

mod carrying;
mod importing;
mod joining;
mod keeping;
mod writing;

use hoithi_journal::{Act, Denied, Halt};
use hoithi_people::permit;
use hoithi_rules::ids::{AccountId, MailingId, MailingListId, ReaderId};
use hoithi_rules::people::{Permission, Place};

use crate::store;
use crate::things::{Mailing, MailingList, Reader};

pub use carrying::carry_on;
pub(crate) use importing::{KeepRows, TakeIn, import_gone, keep_rows, oldest_import, take_in};
pub(crate) use joining::oldest_wish;
pub use joining::{AskToJoin, ask_to_join, confirm, leave};
pub use keeping::{Choose, Correct, KeepList, choose_pace, correct, erase, keep_list, take_out, take_results_out};
pub use writing::{Write, rewrite, send_again, start, step, try_out, write};

/// Whoever keeps lists and writes to them.
async fn permitted(act: &mut Act) -> Result<AccountId, Halt> {
    permit(act, Permission::MailingSend, Place::HOUSE).await?;
    act.actor().account.map(AccountId::new).ok_or(Halt::Denied(Denied::NotSignedIn))
}

async fn list_of(act: &mut Act, id: MailingListId) -> Result<MailingList, Halt> {
    store::list(act.db(), id).await?.ok_or_else(Halt::not_found)
}

async fn reader_of(act: &mut Act, id: ReaderId) -> Result<Reader, Halt> {
    store::reader(act.db(), id).await?.ok_or_else(Halt::not_found)
}

async fn mailing_of(act: &mut Act, id: MailingId) -> Result<Mailing, Halt> {
    store::mailing(act.db(), id).await?.ok_or_else(Halt::not_found)
}

fn changed_meanwhile() -> Halt {
    Halt::refused("mailings.changed_meanwhile", None, "somebody changed it meanwhile")
}
