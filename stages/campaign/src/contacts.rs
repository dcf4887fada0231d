//! A unit's contacts: whom a letter is announced to, who is reminded, whom one must call.

use std::collections::BTreeMap;

use hoithi_journal::{Act, Halt, Mail};
use hoithi_people::{Account, holders_by_unit};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::Role;
use hoithi_store::{Conn, StoreError};
use jiff::civil::Date;

use crate::letter::MailWords;

/// The contacts of every unit on a day.
pub(crate) async fn contacts_on(db: &mut Conn, day: Date) -> Result<BTreeMap<UnitId, Vec<Account>>, StoreError> {
    holders_by_unit(db, Role::UnitContact, day).await
}

/// Whether a letter by mail reaches anybody of them.
pub(crate) fn has_address(contacts: &[Account]) -> bool {
    contacts.iter().any(|contact| !contact.contact.email.is_empty())
}

/// Writes to every contact of these units who has an address, each by themselves.
pub(crate) async fn tell(act: &mut Act, units: &[UnitId], words: Option<&MailWords>) -> Result<usize, Halt> {
    let Some(words) = words else { return Ok(0) };
    let today = day_in_vietnam(act.now());
    let (contacts, mut told) = (contacts_on(act.db(), today).await?, 0);
    for unit in units {
        for contact in contacts.get(unit).into_iter().flatten() {
            if contact.contact.email.is_empty() {
                continue;
            }
            act.post(Mail {
                to: contact.contact.email.clone(),
                subject: words.subject.clone(),
                body: words.body.clone(),
            });
            told += 1;
        }
    }
    Ok(told)
}
