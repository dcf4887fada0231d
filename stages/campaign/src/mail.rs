//! Telling a unit's contacts that a letter lies with them.

use hoithi_journal::{Act, Halt, Mail};
use hoithi_people::holders;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Role, Scope};

use crate::letter::MailWords;

/// Writes to every contact of these units who has an address, each by themselves.
pub(crate) async fn tell_contacts(act: &mut Act, units: &[UnitId], words: Option<&MailWords>) -> Result<usize, Halt> {
    let Some(words) = words else { return Ok(0) };
    let today = day_in_vietnam(act.now());
    let mut told = 0;
    for unit in units {
        for contact in holders(act.db(), Role::UnitContact, Scope::Unit(*unit), today).await? {
            if contact.contact.email.is_empty() {
                continue;
            }
            act.post(Mail { to: contact.contact.email, subject: words.subject.clone(), body: words.body.clone() });
            told += 1;
        }
    }
    Ok(told)
}
