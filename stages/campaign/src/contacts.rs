//! A unit's contacts: whom a letter is announced to, who is reminded, whom one must call.

use hoithi_journal::{Act, Halt, Mail};
use hoithi_people::{Account, holders};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Role, Scope};
use hoithi_store::{Conn, StoreError};
use jiff::civil::Date;

use crate::letter::MailWords;

/// The contacts of a unit on a day.
pub(crate) async fn contacts_of(db: &mut Conn, unit: UnitId, day: Date) -> Result<Vec<Account>, StoreError> {
    holders(db, Role::UnitContact, Scope::Unit(unit), day).await
}

/// Whether a letter by mail reaches anybody of them.
pub(crate) fn has_address(contacts: &[Account]) -> bool {
    contacts.iter().any(|contact| !contact.contact.email.is_empty())
}

/// Writes to every contact of these units who has an address, each by themselves.
pub(crate) async fn tell(act: &mut Act, units: &[UnitId], words: Option<&MailWords>) -> Result<usize, Halt> {
    let Some(words) = words else { return Ok(0) };
    let today = day_in_vietnam(act.now());
    let mut told = 0;
    for unit in units {
        for contact in contacts_of(act.db(), *unit, today).await? {
            if contact.contact.email.is_empty() {
                continue;
            }
            act.post(Mail { to: contact.contact.email, subject: words.subject.clone(), body: words.body.clone() });
            told += 1;
        }
    }
    Ok(told)
}
