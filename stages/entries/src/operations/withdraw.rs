//! Taking an entry back.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;

use super::{load_for, save};
use crate::refusals::DossierRefusal;
use crate::standing::Standing;

/// A withdrawal.
#[derive(Clone, Debug)]
pub struct Withdraw {
    /// Which entry.
    pub entry: EntryId,
    /// Why, in the authors' words.
    pub reason: String,
}

/// Takes the entry back for its authors. It stays in the register with its number and its reason.
pub async fn withdraw(act: &mut Act, command: Withdraw) -> Result<(), Halt> {
    let (mut kept, _) = load_for(act, command.entry, Permission::EntryWithdraw).await?;
    if kept.standing == Standing::Refused {
        return Err(DossierRefusal::RefusedAlready).or_refuse();
    }
    let read = kept.entry.version;
    let number = kept.number().map(ToString::to_string);
    kept.entry = kept.entry.withdraw(&command.reason, act.now()).or_refuse()?;
    kept.standing = Standing::Withdrawn;
    save(act, &mut kept, read).await?;
    act.record(Event::new("entry.withdrawn", command.entry).fact("number", number));
    Ok(())
}
