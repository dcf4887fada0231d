//! What the campaign has open: letters, tasks, reports and what was given back, to whoever of the unit has
//! it; and to the officer, who is late.

use std::collections::BTreeMap;

use hoithi_campaign::{
    TaskHolder, holders_reached, is_asked, publicity_of, reached_by_link, sendings_of, sent_back_in, sent_letters,
    tasks_of,
};
use hoithi_contacts::contacts_on;
use hoithi_correspondence::DocumentCard;
use hoithi_edition::{Edition, workdays};
use hoithi_journal::Halt;
use hoithi_people::{Account, Contact};
use hoithi_reminders::{Open, Person};
use hoithi_reporting::{ReportLine, periods, reports_of};
use hoithi_rules::campaign::Check;
use hoithi_rules::correspondence::SendingState;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::edition::day as in_words;
use hoithi_rules::ids::{AccountId, DocumentId, SendingId, UnitId};
use hoithi_rules::people::Role;
use hoithi_rules::reminders::{Kind, Thing};
use hoithi_rules::reporting::Period;
use hoithi_store::Conn;
use jiff::civil::Date;

use super::Asked;

/// How many of a letter's things are open, by day.
type Counts = BTreeMap<(DocumentId, Date), usize>;

/// How many tasks each person of a unit has; those that nobody was given stand under none.
type Shares = BTreeMap<Option<AccountId>, usize>;

/// Who has mail and a personal link that opens, at units where nobody signs in.
pub(super) async fn persons_by_link(
    db: &mut Conn,
    edition: &Edition,
    today: Date,
    accounts: &BTreeMap<UnitId, Vec<Account>>,
) -> Result<BTreeMap<(DocumentId, UnitId), Vec<Person>>, Halt> {
    let (mut persons, directory) = (BTreeMap::new(), contacts_on(db, today).await?);
    for ((letter, unit), holders) in reached_by_link(db, edition.id, today).await? {
        if accounts.get(&unit).is_some_and(|known| !known.is_empty()) {
            continue;
        }
        let known = directory.get(&unit).into_iter().flatten();
        let reached = known.filter(|each| holders.contains(&each.id) && !each.person.email.is_empty());
        let person = |each: &hoithi_contacts::Contact| Person {
            id: AccountId::new(each.id.uuid()),
            name: each.person.name.clone(),
            contact: Contact { email: each.person.email.clone(), phone: each.person.phone.clone() },
            signs_in: false,
        };
        persons.insert((letter, unit), reached.map(person).collect());
    }
    Ok(persons)
}

/// Who has one task by a link that opens it, and mail.
pub(super) async fn holders(
    db: &mut Conn,
    edition: &Edition,
    today: Date,
) -> Result<BTreeMap<AccountId, Person>, Halt> {
    let person = |each: TaskHolder| {
        let contact = Contact { email: each.email, phone: each.phone };
        (each.id, Person { id: each.id, name: each.name, contact, signs_in: false })
    };
    Ok(holders_reached(db, edition.id, today).await?.into_iter().map(person).collect())
}

impl Asked<'_> {
    /// Letters not confirmed, tasks not answered, reports not sent or given back, publicity given back; and
    /// to the officer, who is late.
    pub(super) async fn campaign(&mut self, db: &mut Conn) -> Result<(), Halt> {
        let letters = self.letters(db).await?;
        let mut letter_of = BTreeMap::new();
        for sent in sendings_of(db, self.edition.id).await? {
            letter_of.insert(sent.sending.id, sent.sending.document);
            if let SendingState::Sent { at } = sent.sending.state {
                self.unconfirmed(&letters, sent.sending.document, sent.sending.unit, day_in_vietnam(at));
            }
        }
        let late_tasks = self.tasks(db, &letters).await?;
        self.sent_back(db, &letters).await?;
        let mut late_reports = Counts::new();
        let periods = periods(db, self.edition.id).await?;
        for line in reports_of(db, self.edition.id).await? {
            let Some(letter) = letter_of.get(&SendingId::new(line.origin)) else { continue };
            // Nobody is reminded of what a closed period takes no more.
            let shut = Period::may_change(&periods, line.request.asked_by()).is_err();
            if shut || line.is_withdrawn() {
                continue;
            }
            if line.answer().is_some() {
                self.given_back(&letters, *letter, &line);
                self.paper_missing(&letters, *letter, &line);
                continue;
            }
            self.report(&letters, *letter, line.request.unit, line.request.due);
            if line.request.due < self.today {
                *late_reports.entry((*letter, line.request.due)).or_default() += 1;
            }
        }
        self.publicity(db).await?;
        // Officers hear of it on a morning on which they can write to somebody: the next working one.
        if workdays(db, Some(self.edition.id)).await?.on(self.today).is_working() {
            self.late(&letters, &late_tasks, ("tasks", "reminders-line-late-tasks"));
            self.late(&letters, &late_reports, ("reports", "reminders-line-late-reports"));
        }
        Ok(())
    }

    /// The letters of which anything is asked, by name: of what was recalled or ended nothing is.
    async fn letters(&self, db: &mut Conn) -> Result<BTreeMap<DocumentId, String>, Halt> {
        let mut letters = BTreeMap::new();
        for line in sent_letters(db, self.edition.id).await? {
            if is_asked(db, line.card.id, self.today).await? {
                letters.insert(line.card.id, named(&line.card));
            }
        }
        Ok(letters)
    }

    /// Whoever answers a letter for a unit: with an account, and where nobody has one by a personal link.
    fn people(&self, letter: DocumentId, unit: UnitId) -> Vec<Person> {
        let accounts = self.contacts.get(&unit).into_iter().flatten().map(Person::from);
        accounts.chain(self.links.get(&(letter, unit)).into_iter().flatten().cloned()).collect()
    }

    fn tell_people(&mut self, (people, unit): (Vec<Person>, UnitId), thing: &Thing, words: &str) {
        for person in people {
            let path = if person.signs_in { "/don-vi/cong-viec" } else { "" };
            self.open.push(Open {
                person,
                role: Role::UnitContact,
                unit: Some(unit),
                thing: thing.clone(),
                words: words.to_owned(),
                path: path.to_owned(),
            });
        }
    }

    fn tell_unit(&mut self, (letter, unit): (DocumentId, UnitId), thing: &Thing, words: &str) {
        let people = self.people(letter, unit);
        self.tell_people((people, unit), thing, words);
    }

    fn unconfirmed(&mut self, letters: &BTreeMap<DocumentId, String>, letter: DocumentId, unit: UnitId, day: Date) {
        let Some(name) = letters.get(&letter) else { return };
        let words = self.words("reminders-line-confirmation", &[("letter", name.clone()), ("day", in_words(day))]);
        let thing = Thing { kind: Kind::Confirmation, about: format!("{letter}/{unit}"), day };
        self.tell_unit((letter, unit), &thing, &words);
    }

    fn report(&mut self, letters: &BTreeMap<DocumentId, String>, letter: DocumentId, unit: UnitId, day: Date) {
        let Some(name) = letters.get(&letter) else { return };
        let words = self.words("reminders-line-report", &[("letter", name.clone()), ("day", in_words(day))]);
        self.tell_unit((letter, unit), &Thing { kind: Kind::Report, about: format!("{letter}/{unit}"), day }, &words);
    }

    /// A report that came and was returned or opened again: from the day on which that was said.
    fn given_back(&mut self, letters: &BTreeMap<DocumentId, String>, letter: DocumentId, line: &ReportLine) {
        let answer = line.answer().filter(|answer| answer.is_to_be_corrected());
        let (Some(name), Some(at)) = (letters.get(&letter), answer.and_then(|answer| answer.stands.at())) else {
            return;
        };
        let (unit, day) = (line.request.unit, day_in_vietnam(at));
        let words = self.words("reminders-line-returned-report", &[("letter", name.clone()), ("day", in_words(day))]);
        let thing = Thing { kind: Kind::Correction, about: format!("{letter}/{unit}"), day };
        self.tell_unit((letter, unit), &thing, &words);
    }

    /// A report that was approved while its signed paper had not come: from the day of that.
    fn paper_missing(&mut self, letters: &BTreeMap<DocumentId, String>, letter: DocumentId, line: &ReportLine) {
        let approved = line.answer().filter(|_| line.is_exception()).and_then(|answer| answer.stands.at());
        let (Some(name), Some(at)) = (letters.get(&letter), approved) else { return };
        let (unit, day) = (line.request.unit, day_in_vietnam(at));
        let words = self.words("reminders-line-signed-paper", &[("letter", name.clone()), ("day", in_words(day))]);
        let thing = Thing { kind: Kind::Correction, about: format!("{letter}/{unit}/paper"), day };
        self.tell_unit((letter, unit), &thing, &words);
    }

    /// A unit's pieces of publicity that were returned on one day are one line.
    async fn publicity(&mut self, db: &mut Conn) -> Result<(), Halt> {
        let mut returned: BTreeMap<(UnitId, Date), usize> = BTreeMap::new();
        for line in publicity_of(db, self.edition.id).await? {
            if let Check::Returned { at, .. } = line.check {
                *returned.entry((line.unit, day_in_vietnam(at))).or_default() += 1;
            }
        }
        for ((unit, day), count) in returned {
            let facts = [("count", count.to_string()), ("day", in_words(day))];
            let words = self.words("reminders-line-returned-publicity", &facts);
            let about = format!("{}/{unit}/publicity", self.edition.id);
            // Whoever has no account was written of it when it was returned, with a link of its own.
            let people = self.contacts.get(&unit).into_iter().flatten().map(Person::from).collect();
            self.tell_people((people, unit), &Thing { kind: Kind::Correction, about, day }, &words);
        }
        Ok(())
    }

    /// A unit's tasks of one letter with one day are one line. Returns how many units are late.
    async fn tasks(&mut self, db: &mut Conn, letters: &BTreeMap<DocumentId, String>) -> Result<Counts, Halt> {
        let mut by_unit: BTreeMap<(UnitId, DocumentId, Date), Shares> = BTreeMap::new();
        for task in tasks_of(db, self.edition.id).await?.iter().filter(|task| task.is_open()) {
            // What a letter only encourages nobody is reminded of.
            if let Some(due) = task.due.filter(|_| !task.kind.is_encouraged_only()) {
                *by_unit.entry((task.unit, task.letter, due)).or_default().entry(task.assignee).or_default() += 1;
            }
        }
        let mut late = Counts::new();
        for ((unit, letter, day), shares) in by_unit {
            let Some(name) = letters.get(&letter) else { continue };
            let thing = Thing { kind: Kind::Task, about: format!("{letter}/{unit}"), day };
            self.share_out((letter, unit), &shares, &thing, ("reminders-line-task", name));
            if day < self.today {
                *late.entry((letter, day)).or_default() += 1;
            }
        }
        Ok(late)
    }

    /// Each person of a unit is told of their share.
    fn share_out(
        &mut self,
        (letter, unit): (DocumentId, UnitId),
        shares: &Shares,
        thing: &Thing,
        (key, name): (&str, &str),
    ) {
        let (known, holders) = (self.contacts, self.holders);
        let contacts = known.get(&unit).map_or(&[][..], Vec::as_slice);
        let is_told =
            |person: AccountId| holders.contains_key(&person) || contacts.iter().any(|contact| contact.id == person);
        let of_unit = self.people(letter, unit).into_iter().map(|person| {
            let count = share_of(person.id, is_told, shares);
            (person, count)
        });
        let held = shares.iter().filter_map(|(given, count)| Some((holders.get(&(*given)?)?.clone(), *count)));
        let told: Vec<(Person, usize)> = of_unit.chain(held).filter(|(_, count)| *count > 0).collect();
        for (person, count) in told {
            let facts = [("count", count.to_string()), ("letter", name.to_owned()), ("day", in_words(thing.day))];
            let words = self.words(key, &facts);
            self.tell_people((vec![person], unit), thing, &words);
        }
    }

    /// Tasks whose answers were sent back, from the day on which that was said.
    async fn sent_back(&mut self, db: &mut Conn, letters: &BTreeMap<DocumentId, String>) -> Result<(), Halt> {
        let back = sent_back_in(db, self.edition.id).await?;
        if back.is_empty() {
            return Ok(());
        }
        let mut by_unit: BTreeMap<(UnitId, DocumentId, Date), Shares> = BTreeMap::new();
        for task in tasks_of(db, self.edition.id).await? {
            if let Some(at) = back.get(&task.id) {
                let shares = by_unit.entry((task.unit, task.letter, day_in_vietnam(*at))).or_default();
                *shares.entry(task.assignee).or_default() += 1;
            }
        }
        for ((unit, letter, day), shares) in by_unit {
            let Some(name) = letters.get(&letter) else { continue };
            let thing = Thing { kind: Kind::Correction, about: format!("{letter}/{unit}/tasks"), day };
            self.share_out((letter, unit), &shares, &thing, ("reminders-line-returned-task", name));
        }
        Ok(())
    }

    fn late(&mut self, letters: &BTreeMap<DocumentId, String>, late: &Counts, (what, key): (&str, &str)) {
        for ((letter, day), units) in late {
            let Some(name) = letters.get(letter) else { continue };
            let facts = [("count", units.to_string()), ("letter", name.clone()), ("day", in_words(*day))];
            let words = self.words(key, &facts);
            let thing = Thing { kind: Kind::Late, about: format!("{letter}/{what}"), day: *day };
            let path = self.path(&format!("don-doc/{letter}/qua-han"));
            self.tell((self.officers, Role::AgencyOfficer), &thing, &words, &path);
        }
    }
}

/// How many tasks are a contact's: those they were given, and those that nobody was given who is told
/// instead.
fn share_of(contact: AccountId, is_told: impl Fn(AccountId) -> bool, shares: &Shares) -> usize {
    let theirs = shares.iter().filter(|(given, _)| given.is_none_or(|person| person == contact || !is_told(person)));
    theirs.map(|(_, count)| count).sum()
}

/// A letter as people call it: its kind and number, or what it is about.
pub(crate) fn named(card: &DocumentCard) -> String {
    match &card.signed {
        Some((number, _)) => format!("{} {number}", card.kind),
        None => format!("{}: {}", card.kind, card.subject),
    }
}
