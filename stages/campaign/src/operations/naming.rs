//! A unit that signs in names whom it is reached by.

use hoithi_contacts::{NewContact, Person};
use hoithi_journal::{Act, Halt};
use hoithi_people::{account, permit};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::SendingId;
use hoithi_rules::people::{Permission, Place};

use super::{actor, contact_named};
use crate::store;

/// Whom a unit names.
#[derive(Clone, Debug)]
pub struct NameContact {
    /// By which letter it was asked.
    pub sending: SendingId,
    /// Who.
    pub person: Person,
}

/// Names the unit's contact; the directory has it from now on, and what asked for it is answered.
pub async fn name_contact(act: &mut Act, command: NameContact) -> Result<(), Halt> {
    let sent = store::sending(act.db(), command.sending).await?.ok_or_else(Halt::not_found)?;
    let unit = sent.sending.unit;
    permit(act, Permission::TaskComplete, Place::unit_in(unit, sent.edition)).await?;
    let (by, today) = (actor(act)?, day_in_vietnam(act.now()));
    let writer = account(act.db(), by).await?.ok_or_else(Halt::not_found)?;
    let source = format!("Đơn vị cử, {} ghi", writer.name);
    let new = NewContact { unit, person: command.person, main: true, from: today, source };
    hoithi_contacts::name_contact(act, new, by).await?;
    contact_named(act, unit).await?;
    Ok(())
}
