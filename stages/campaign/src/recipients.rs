//! What became of a letter at each of its units: sent, delivered, opened, confirmed, reminded.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_correspondence::Document;
use hoithi_journal::mail_lines;
use hoithi_people::holders_by_unit;
use hoithi_rules::ids::SendingId;
use hoithi_rules::people::Role;
use hoithi_store::{Conn, StoreError};
use hoithi_units::{Unit, units_by_id};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::letter::SentTo;
use crate::links::{LetterLink, Origin, confirmations_of_letter, links_of_letter, mails_of_letter};
use crate::reminder::About;
use crate::store;

/// A letter at one unit, with all that is known of its way.
pub(crate) struct Recipient {
    pub(crate) unit: Unit,
    pub(crate) sent: SentTo,
    /// Whether somebody of the unit can sign in and read it.
    pub(crate) has_account: bool,
    /// Addresses that it was told of by mail, with what became of the last mail to each.
    pub(crate) mails: Vec<Told>,
    /// Links that open it today, and those that somebody came by.
    pub(crate) links: Vec<LetterLink>,
    pub(crate) reminded: Option<Timestamp>,
    /// Where the confirmation is from, when nobody signed in for it.
    pub(crate) origin: Option<Origin>,
}

/// A mail to one address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) recipient: String,
    pub(crate) at: Timestamp,
    /// As the outbox has it; empty when the outbox knows it no longer.
    pub(crate) state: String,
}

impl Told {
    /// Whether nobody can have read it.
    pub(crate) fn failed(&self) -> bool {
        matches!(self.state.as_str(), "failed" | "bounced" | "refused")
    }

    /// Whether it never left this house, which has no mail server: nobody can have read it either.
    pub(crate) fn stayed(&self) -> bool {
        self.state == "kept"
    }
}

impl Recipient {
    /// Whether it reaches nobody by itself: what goes there goes on paper or by telephone. Where somebody
    /// read the letter or confirmed it, it arrived, by whatever way.
    pub(crate) fn is_unreached(&self) -> bool {
        let arrived = self.sent.opened_at.is_some() || self.sent.is_acknowledged();
        !arrived && !self.has_account && self.mails.iter().all(|mail| mail.failed() || mail.stayed())
    }

    /// Whether somebody came by a link of the unit's own.
    pub(crate) fn came_by_link(&self) -> bool {
        self.links.iter().any(|link| link.opened_at.is_some())
    }

    pub(crate) fn open_links(&self, today: Date) -> usize {
        self.links.iter().filter(|link| link.times.opens_on(today).is_ok()).count()
    }
}

/// The letter at every unit, by name.
pub(crate) async fn recipients(db: &mut Conn, letter: &Document, today: Date) -> Result<Vec<Recipient>, StoreError> {
    let units = units_by_id(db).await?;
    let accounts: BTreeSet<_> = holders_by_unit(db, Role::UnitContact, today).await?.into_keys().collect();
    let mut mails = told(db, letter).await?;
    let mut links = links_of_letter(db, letter.id).await?;
    let mut origins = confirmations_of_letter(db, letter.id).await?;
    let reminded = reminders(db, letter).await?;
    let mut all = Vec::new();
    for sent in store::sendings_of_letter(db, letter.id).await? {
        let Some(unit) = units.get(&sent.sending.unit).cloned() else { continue };
        let id = sent.sending.id;
        all.push(Recipient {
            has_account: accounts.contains(&unit.id),
            unit,
            mails: mails.remove(&id).unwrap_or_default(),
            links: links.remove(&id).unwrap_or_default(),
            reminded: reminded.get(&id).copied(),
            origin: origins.remove(&id),
            sent,
        });
    }
    all.sort_by_cached_key(|each| hoithi_web::fold(&each.unit.name));
    Ok(all)
}

/// The last mail to each address, with its state in the outbox.
async fn told(db: &mut Conn, letter: &Document) -> Result<BTreeMap<SendingId, Vec<Told>>, StoreError> {
    let states: BTreeMap<_, _> = mail_lines(db)
        .await?
        .into_iter()
        .map(|line| ((line.recipient, line.at.as_microsecond(), line.subject), line.state))
        .collect();
    let mut all: BTreeMap<SendingId, Vec<Told>> = BTreeMap::new();
    for (sending, mails) in mails_of_letter(db, letter.id).await? {
        let known = all.entry(sending).or_default();
        for mail in mails {
            if known.iter().any(|told| told.recipient == mail.recipient) {
                continue;
            }
            let key = (mail.recipient.clone(), mail.at.as_microsecond(), mail.subject);
            let state = states.get(&key).cloned().unwrap_or_default();
            known.push(Told { recipient: mail.recipient, at: mail.at, state });
        }
    }
    Ok(all)
}

/// When each unit was last reminded, of whatever it owes.
async fn reminders(db: &mut Conn, letter: &Document) -> Result<BTreeMap<SendingId, Timestamp>, StoreError> {
    let mut last: BTreeMap<SendingId, Timestamp> = BTreeMap::new();
    for about in About::ALL {
        for (sending, at) in store::last_reminders(db, letter.id, about).await? {
            let known = last.entry(sending).or_insert(at);
            *known = at.max(*known);
        }
    }
    Ok(last)
}
