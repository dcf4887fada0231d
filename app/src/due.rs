//! What every room has open, by person, for the reminders: they cannot look at the rooms themselves.
//!
//! A sentence here names letters, stages, rounds and numbers. It never names an entry: not its title,
//! not its number, not its blind code.

use std::collections::BTreeMap;

use hoithi_campaign::{sendings_of, sent_letters, tasks_of};
use hoithi_correspondence::DocumentCard;
use hoithi_edition::{Edition, EditionState, editions, workdays};
use hoithi_entries::{Standing, entries_of};
use hoithi_journal::Halt;
use hoithi_judging::{AssignmentState, own_list};
use hoithi_people::{Account, account, holders, holders_by_unit};
use hoithi_reminders::{DueFuture, KnownDue, Open};
use hoithi_reporting::{periods, reports_of};
use hoithi_rules::correspondence::SendingState;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::edition::{StageKind, day as in_words};
use hoithi_rules::ids::{AccountId, DocumentId, RoundId, SendingId, UnitId};
use hoithi_rules::people::{Role, Scope};
use hoithi_rules::reminders::{Kind, Thing};
use hoithi_rules::reporting::Period;
use hoithi_store::Conn;
use hoithi_web::{House, Lang};
use jiff::civil::Date;

/// Looks into every room.
pub struct FromRooms;

impl KnownDue for FromRooms {
    fn open<'a>(&'a self, db: &'a mut Conn, house: &'a House, today: Date) -> DueFuture<'a> {
        Box::pin(open(db, house, today))
    }
}

async fn open(db: &mut Conn, house: &House, today: Date) -> Result<Vec<Open>, Halt> {
    let contacts = holders_by_unit(db, Role::UnitContact, today).await?;
    let officers = holders(db, Role::AgencyOfficer, Scope::Whole, today).await?;
    let mut open = Vec::new();
    for edition in editions(db).await? {
        if !matches!(edition.state, EditionState::Launched { .. }) {
            continue;
        }
        let mut asked = Asked { house, edition: &edition, today, contacts: &contacts, officers: &officers, open };
        asked.campaign(db).await?;
        asked.drafts(db).await?;
        asked.sheets(db).await?;
        asked.stages(db).await?;
        open = asked.open;
    }
    Ok(open)
}

struct Asked<'a> {
    house: &'a House,
    edition: &'a Edition,
    today: Date,
    contacts: &'a BTreeMap<UnitId, Vec<Account>>,
    officers: &'a [Account],
    open: Vec<Open>,
}

/// How many of a letter's things are open, by day.
type Counts = BTreeMap<(DocumentId, Date), usize>;

impl Asked<'_> {
    fn words(&self, key: &str, facts: &[(&str, String)]) -> String {
        self.house.catalogue.text(Lang::Vi, key, facts)
    }

    fn path(&self, place: &str) -> String {
        format!("/ky/{}/{place}", self.edition.slug)
    }

    fn tell_contacts(&mut self, unit: UnitId, thing: &Thing, words: &str) {
        for contact in self.contacts.get(&unit).into_iter().flatten() {
            self.open.push(Open {
                account: contact.clone(),
                role: Role::UnitContact,
                unit: Some(unit),
                thing: thing.clone(),
                words: words.to_owned(),
                path: "/don-vi/cong-viec".to_owned(),
            });
        }
    }

    fn tell(&mut self, (people, role): (&[Account], Role), thing: &Thing, words: &str, path: &str) {
        for account in people {
            self.open.push(Open {
                account: account.clone(),
                role,
                unit: None,
                thing: thing.clone(),
                words: words.to_owned(),
                path: path.to_owned(),
            });
        }
    }

    /// Letters not confirmed, tasks not answered, reports not sent; and to the officer, who is late.
    async fn campaign(&mut self, db: &mut Conn) -> Result<(), Halt> {
        let letters: BTreeMap<DocumentId, String> = sent_letters(db, self.edition.id)
            .await?
            .into_iter()
            .map(|line| (line.card.id, named(&line.card)))
            .collect();
        let mut letter_of = BTreeMap::new();
        for sent in sendings_of(db, self.edition.id).await? {
            letter_of.insert(sent.sending.id, sent.sending.document);
            if let SendingState::Sent { at } = sent.sending.state {
                self.unconfirmed(&letters, sent.sending.document, sent.sending.unit, day_in_vietnam(at));
            }
        }
        let late_tasks = self.tasks(db, &letters).await?;
        let mut late_reports = Counts::new();
        let periods = periods(db, self.edition.id).await?;
        for line in reports_of(db, self.edition.id).await? {
            let Some(letter) = letter_of.get(&SendingId::new(line.origin)) else { continue };
            // Nobody is reminded of what a closed period takes no more.
            let shut = Period::may_change(&periods, line.request.due).is_err();
            if shut || line.answer().is_some() || line.is_withdrawn() {
                continue;
            }
            self.report(&letters, *letter, line.request.unit, line.request.due);
            if line.request.due < self.today {
                *late_reports.entry((*letter, line.request.due)).or_default() += 1;
            }
        }
        // Officers hear of it on a morning on which they can write to somebody: the next working one.
        if workdays(db, Some(self.edition.id)).await?.on(self.today).is_working() {
            self.late(&letters, &late_tasks, ("tasks", "reminders-line-late-tasks"));
            self.late(&letters, &late_reports, ("reports", "reminders-line-late-reports"));
        }
        Ok(())
    }

    fn unconfirmed(&mut self, letters: &BTreeMap<DocumentId, String>, letter: DocumentId, unit: UnitId, day: Date) {
        let Some(name) = letters.get(&letter) else { return };
        let words = self.words("reminders-line-confirmation", &[("letter", name.clone()), ("day", in_words(day))]);
        self.tell_contacts(unit, &Thing { kind: Kind::Confirmation, about: format!("{letter}/{unit}"), day }, &words);
    }

    fn report(&mut self, letters: &BTreeMap<DocumentId, String>, letter: DocumentId, unit: UnitId, day: Date) {
        let Some(name) = letters.get(&letter) else { return };
        let words = self.words("reminders-line-report", &[("letter", name.clone()), ("day", in_words(day))]);
        self.tell_contacts(unit, &Thing { kind: Kind::Report, about: format!("{letter}/{unit}"), day }, &words);
    }

    /// A unit's tasks of one letter with one day are one line. Returns how many units are late.
    async fn tasks(&mut self, db: &mut Conn, letters: &BTreeMap<DocumentId, String>) -> Result<Counts, Halt> {
        let mut by_unit: BTreeMap<(UnitId, DocumentId, Date), usize> = BTreeMap::new();
        for task in tasks_of(db, self.edition.id).await?.iter().filter(|task| task.is_open()) {
            // What a letter only encourages nobody is reminded of.
            if let Some(due) = task.due.filter(|_| !task.kind.is_encouraged_only()) {
                *by_unit.entry((task.unit, task.letter, due)).or_default() += 1;
            }
        }
        let mut late = Counts::new();
        for ((unit, letter, day), count) in by_unit {
            let Some(name) = letters.get(&letter) else { continue };
            let facts = [("count", count.to_string()), ("letter", name.clone()), ("day", in_words(day))];
            let words = self.words("reminders-line-task", &facts);
            self.tell_contacts(unit, &Thing { kind: Kind::Task, about: format!("{letter}/{unit}"), day }, &words);
            if day < self.today {
                *late.entry((letter, day)).or_default() += 1;
            }
        }
        Ok(late)
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

    /// Dossiers that somebody writes while the intake is open. No title: it is nobody else's, and a
    /// mail passes many hands.
    async fn drafts(&mut self, db: &mut Conn) -> Result<(), Halt> {
        let window = self.edition.book.calendar().intake_window();
        let day = window.last_day;
        if day < self.today {
            return Ok(());
        }
        let mut by_owner: BTreeMap<AccountId, usize> = BTreeMap::new();
        for card in entries_of(db, self.edition.id).await? {
            if let Some(owner) = card.owner.filter(|_| card.state == Standing::Draft) {
                *by_owner.entry(owner).or_default() += 1;
            }
        }
        for (owner, count) in by_owner {
            let Some(author) = account(db, owner).await? else { continue };
            let facts = [("count", count.to_string()), ("day", in_words(day)), ("edition", self.edition.title())];
            let words = self.words("reminders-line-draft", &facts);
            let thing = Thing { kind: Kind::Draft, about: self.edition.id.to_string(), day };
            self.tell((&[author], Role::Author), &thing, &words, "/ho-so-cua-toi");
        }
        Ok(())
    }

    /// A judge's open sheets, counted by round.
    async fn sheets(&mut self, db: &mut Conn) -> Result<(), Halt> {
        let marking = [StageKind::Preliminary, StageKind::Final];
        let stages = &self.edition.book.calendar().stages;
        let Some(day) =
            stages.iter().find(|stage| marking.contains(&stage.kind) && stage.to >= self.today).map(|stage| stage.to)
        else {
            return Ok(());
        };
        for judge in holders(db, Role::Judge, Scope::Edition(self.edition.id), self.today).await? {
            let mut rounds: BTreeMap<RoundId, (String, usize)> = BTreeMap::new();
            for line in own_list(db, judge.id).await? {
                let open = matches!(line.state, AssignmentState::Open | AssignmentState::Begun);
                if line.edition == self.edition.id && line.marking && open {
                    rounds.entry(line.round).or_insert((line.round_name, 0)).1 += 1;
                }
            }
            for (round, (name, count)) in rounds {
                let facts = [("count", count.to_string()), ("round", name), ("day", in_words(day))];
                let words = self.words("reminders-line-sheets", &facts);
                let thing = Thing { kind: Kind::Sheets, about: round.to_string(), day };
                self.tell((std::slice::from_ref(&judge), Role::Judge), &thing, &words, "/cham");
            }
        }
        Ok(())
    }

    async fn stages(&mut self, db: &mut Conn) -> Result<(), Halt> {
        let secretaries = holders(db, Role::ContestSecretary, Scope::Edition(self.edition.id), self.today).await?;
        let stages = self.edition.book.calendar().stages.clone();
        let today = self.today;
        for stage in stages.iter().filter(|stage| stage.to >= today) {
            let facts = [("stage", stage.name.clone()), ("day", in_words(stage.to)), ("edition", self.edition.title())];
            let words = self.words("reminders-line-stage", &facts);
            let about = format!("{}/{}", self.edition.id, stage.kind.code());
            let thing = Thing { kind: Kind::Stage, about, day: stage.to };
            let path = "/ban-lam-viec";
            self.tell((&secretaries, Role::ContestSecretary), &thing, &words, path);
            self.tell((self.officers, Role::AgencyOfficer), &thing, &words, path);
        }
        Ok(())
    }
}

/// A letter as people call it: its kind and number, or what it is about.
fn named(card: &DocumentCard) -> String {
    match &card.signed {
        Some((number, _)) => format!("{} {number}", card.kind),
        None => format!("{}: {}", card.kind, card.subject),
    }
}
