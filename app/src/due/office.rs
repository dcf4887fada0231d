//! What the office has open: drafts before the leader, meetings to come, questions nobody answered.

use std::collections::BTreeMap;

use hoithi_correspondence::{document, put_forward_in};
use hoithi_helpdesk::waiting_for;
use hoithi_journal::Halt;
use hoithi_meetings::{Coming, Guest, coming_in};
use hoithi_people::{Account, Contact, account, holders};
use hoithi_reminders::{Open, Person};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::edition::day as in_words;
use hoithi_rules::ids::AccountId;
use hoithi_rules::people::{PersonName, Role, Scope};
use hoithi_rules::reminders::{Kind, Thing};
use hoithi_store::Conn;
use jiff::civil::Date;

use super::Asked;

impl Asked<'_> {
    /// Drafts that lie with the leader, counted by the day on which they were put forward: a subject may name
    /// people.
    pub(super) async fn signatures(&mut self, db: &mut Conn) -> Result<(), Halt> {
        let mut by_day: BTreeMap<Date, usize> = BTreeMap::new();
        for card in put_forward_in(db, self.edition.id).await? {
            let at = document(db, card.id).await?.and_then(|document| document.put_forward_at);
            if let Some(at) = at {
                *by_day.entry(day_in_vietnam(at)).or_default() += 1;
            }
        }
        let leaders = holders(db, Role::AgencyHead, Scope::Whole, self.today).await?;
        for (day, count) in by_day {
            let facts = [("count", count.to_string()), ("day", in_words(day))];
            let words = self.words("reminders-line-signature", &facts);
            let thing = Thing { kind: Kind::Signature, about: self.edition.id.to_string(), day };
            self.tell((&leaders, Role::AgencyHead), &thing, &words, "/ban-lam-viec");
        }
        Ok(())
    }

    /// Meetings to come, to whoever was invited: the committee's people, units, and guests who left an address.
    pub(super) async fn meetings(&mut self, db: &mut Conn) -> Result<(), Halt> {
        for coming in coming_in(db, self.edition.id, self.house.clock().now()).await? {
            let day = day_in_vietnam(coming.meeting.plan.starts_at);
            let facts = [("meeting", coming.meeting.plan.title.clone()), ("day", in_words(day))];
            let key = match coming.invitee.reply {
                Some(_) => "reminders-line-meeting",
                None => "reminders-line-meeting-unanswered",
            };
            let words = self.words(key, &facts);
            let thing = Thing { kind: Kind::Meeting, about: coming.meeting.id.to_string(), day };
            self.invite(db, &coming, (&thing, &words)).await?;
        }
        Ok(())
    }

    async fn invite(&mut self, db: &mut Conn, coming: &Coming, (thing, words): (&Thing, &str)) -> Result<(), Halt> {
        match coming.invitee.guest {
            Guest::Account(id) => {
                let invited: Vec<Account> = account(db, id).await?.into_iter().collect();
                self.tell((&invited, Role::CommitteeMember), thing, words, "/giay-moi");
            }
            Guest::Unit(unit) => {
                let known = self.contacts;
                let contacts = known.get(&unit).map_or(&[][..], Vec::as_slice);
                self.tell((contacts, Role::UnitContact), thing, words, "/giay-moi");
            }
            Guest::Name(_) => self.open.extend(guest(coming).map(|person| Open {
                person,
                role: Role::CommitteeMember,
                unit: None,
                thing: thing.clone(),
                words: words.to_owned(),
                path: String::new(),
            })),
        }
        Ok(())
    }

    /// Questions that wait for an answer, to whom they wait for at the help desk.
    pub(super) async fn questions(&mut self, db: &mut Conn) -> Result<(), Halt> {
        let secretaries = holders(db, Role::ContestSecretary, Scope::Edition(self.edition.id), self.today).await?;
        let officers = self.officers.iter().map(|each| (each.clone(), Role::AgencyOfficer));
        let secretaries = secretaries.into_iter().map(|each| (each, Role::ContestSecretary));
        let mut people: BTreeMap<AccountId, (Account, Role)> = BTreeMap::new();
        for (each, role) in officers.chain(secretaries) {
            people.entry(each.id).or_insert((each, role));
        }
        for (person, role) in people.into_values() {
            let waiting = waiting_for(db, self.edition.id, person.id, self.house.clock().now()).await?;
            let Some(waiting) = waiting else { continue };
            let day = day_in_vietnam(waiting.oldest);
            let facts = [("count", waiting.count.to_string()), ("day", in_words(day))];
            let words = self.words("reminders-line-question", &facts);
            let thing = Thing { kind: Kind::Question, about: self.edition.id.to_string(), day };
            let path = self.path("giup-do");
            self.tell((std::slice::from_ref(&person), role), &thing, &words, &path);
        }
        Ok(())
    }
}

/// A guest without an account, where the office writes to them.
fn guest(coming: &Coming) -> Option<Person> {
    let invitee = &coming.invitee;
    let name: PersonName = invitee.name.split(',').next()?.parse().ok()?;
    let contact =
        Contact { email: Some(&invitee.email).filter(|email| !email.is_empty())?.clone(), phone: String::new() };
    Some(Person { id: AccountId::new(invitee.id), name, contact, signs_in: false })
}
