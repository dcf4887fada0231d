//! What became of a letter at each of its units: sent, delivered, opened, confirmed, reminded.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_correspondence::Document;
use hoithi_journal::{Halt, mail_lines_at};
use hoithi_people::holders_by_unit;
use hoithi_rules::ids::SendingId;
use hoithi_rules::people::Role;
use hoithi_store::{Conn, StoreError};
use hoithi_units::{Unit, unit, units_by_id};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::known::KnownReminders;
use crate::letter::SentTo;
use crate::links::{
    LetterLink, LetterMail, Origin, OriginAbout, confirmations_of_letter, links_of_letter, mails_of_letter, origin,
};
use crate::packages::{ByWhom, Handed, handed};
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
    /// What became of the packages that are addressed to it.
    pub(crate) packed: Option<Handed>,
    pub(crate) reminded: Option<Timestamp>,
    /// Whether the house's scheduler was the last to do so, and no officer.
    pub(crate) by_itself: bool,
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

    /// Whether it stayed in the outbox, because nobody carries mail away here.
    pub(crate) fn stayed(&self) -> bool {
        self.state == "kept"
    }
}

impl Recipient {
    /// Whether it reaches nobody by itself: what goes there goes on paper or by telephone. Where somebody
    /// read the letter or confirmed it, it arrived, by whatever way.
    pub(crate) fn is_unreached(&self) -> bool {
        let arrived = self.sent.opened_at.is_some() || self.sent.is_acknowledged();
        !arrived
            && !self.has_account
            && self.on_axis().is_none()
            && self.mails.iter().all(|mail| mail.failed() || mail.stayed())
    }

    /// When a package went to it in the province's document system, by whose word. One that was only made
    /// reached nobody.
    pub(crate) fn on_axis(&self) -> Option<&ByWhom> {
        self.packed.as_ref()?.sent.as_ref()
    }

    /// Whether somebody came by a link of the unit's own.
    pub(crate) fn came_by_link(&self) -> bool {
        self.links.iter().any(|link| link.opened_at.is_some())
    }

    /// When the slip was printed that goes to it on paper: the last one, unless it was taken back.
    pub(crate) fn slip(&self) -> Option<Timestamp> {
        let slip = self.links.iter().find(|link| link.on_slip && link.times.revoked_at.is_none());
        slip.map(|link| link.made_at)
    }

    /// Whether nothing at all is known by which it comes there.
    pub(crate) fn has_no_way(&self) -> bool {
        self.is_unreached() && self.mails.is_empty() && self.slip().is_none()
    }

    pub(crate) fn open_links(&self, today: Date) -> usize {
        self.links.iter().filter(|link| link.times.opens_on(today).is_ok()).count()
    }
}

/// The letter at every unit, by name.
pub(crate) async fn recipients(db: &mut Conn, letter: &Document, today: Date) -> Result<Vec<Recipient>, StoreError> {
    let units = units_by_id(db).await?;
    let accounts: BTreeSet<_> = holders_by_unit(db, Role::UnitContact, today).await?.into_keys().collect();
    let mails = mails_of_letter(db, letter.id, None).await?;
    let mut mails = told(db, mails).await?;
    let mut links = links_of_letter(db, letter.id, None).await?;
    let mut origins = confirmations_of_letter(db, letter.id).await?;
    let mut packed = handed(db, letter.id).await?;
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
            packed: packed.remove(&id),
            reminded: reminded.get(&id).copied(),
            by_itself: false,
            origin: origins.remove(&id),
            sent,
        });
    }
    all.sort_by_cached_key(|each| hoithi_web::dictionary_order(&each.unit.name));
    Ok(all)
}

/// The same with what the house's scheduler told of the letter, where that was later.
pub(crate) async fn recipients_told(
    db: &mut Conn,
    letter: &Document,
    today: Date,
    known: &dyn KnownReminders,
) -> Result<Vec<Recipient>, Halt> {
    let mut all = recipients(db, letter, today).await?;
    let told = known.reminded_of(db, letter.id).await?;
    for each in &mut all {
        if let Some(at) = told.get(&each.unit.id).copied().filter(|at| each.reminded < Some(*at)) {
            (each.reminded, each.by_itself) = (Some(at), true);
        }
    }
    Ok(all)
}

/// The letter at one unit.
pub(crate) async fn recipient(
    db: &mut Conn,
    letter: &Document,
    id: SendingId,
    today: Date,
) -> Result<Option<Recipient>, StoreError> {
    let Some(sent) = store::sending(db, id).await?.filter(|sent| sent.sending.document == letter.id) else {
        return Ok(None);
    };
    let Some(unit) = unit(db, sent.sending.unit).await? else { return Ok(None) };
    let mails = mails_of_letter(db, letter.id, Some(id)).await?;
    let mails = told(db, mails).await?.remove(&id).unwrap_or_default();
    Ok(Some(Recipient {
        has_account: holders_by_unit(db, Role::UnitContact, today).await?.contains_key(&unit.id),
        unit,
        mails,
        links: links_of_letter(db, letter.id, Some(id)).await?.remove(&id).unwrap_or_default(),
        packed: handed(db, letter.id).await?.remove(&id),
        reminded: reminders(db, letter).await?.remove(&id),
        by_itself: false,
        origin: origin(db, id, OriginAbout::Acknowledgement).await?,
        sent,
    }))
}

/// The last mail to each address, with its state in the outbox.
async fn told(
    db: &mut Conn,
    mut mails: BTreeMap<SendingId, Vec<LetterMail>>,
) -> Result<BTreeMap<SendingId, Vec<Told>>, StoreError> {
    for each in mails.values_mut() {
        let mut known = BTreeSet::new();
        each.retain(|mail| known.insert(mail.recipient.clone()));
    }
    let states = states(db, &mails).await?;
    let told = |mail: LetterMail| {
        let key = (mail.at, mail.recipient, mail.subject);
        let state = states.get(&key).cloned().unwrap_or_default();
        Told { recipient: key.1, at: key.0, state }
    };
    Ok(mails.into_iter().map(|(sending, mails)| (sending, mails.into_iter().map(told).collect())).collect())
}

/// When, to whom, under which subject.
type Posted = (Timestamp, String, String);

/// So many recipients of one act are asked for one by one; more of them at once.
const FEW: usize = 4;

/// How these mails stand; the outbox is asked for what the same acts posted, never for all that it holds.
async fn states(
    db: &mut Conn,
    mails: &BTreeMap<SendingId, Vec<LetterMail>>,
) -> Result<BTreeMap<Posted, String>, StoreError> {
    let mut wanted: BTreeMap<Timestamp, BTreeSet<&str>> = BTreeMap::new();
    for mail in mails.values().flatten() {
        wanted.entry(mail.at).or_default().insert(&mail.recipient);
    }
    let mut states = BTreeMap::new();
    for (at, recipients) in wanted {
        let whom = if recipients.len() > FEW { vec![None] } else { recipients.into_iter().map(Some).collect() };
        for recipient in whom {
            for line in mail_lines_at(db, at, recipient).await? {
                states.insert((line.at, line.recipient, line.subject), line.state);
            }
        }
    }
    Ok(states)
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
