//! What every room has open, by person, for the reminders: they cannot look at the rooms themselves.
//!
//! A sentence here names letters, stages, rounds and numbers. It never names an entry: not its title,
//! not its number, not its blind code.

mod campaign;
mod office;

use std::collections::BTreeMap;

use hoithi_edition::{Edition, EditionState, editions};
use hoithi_entries::{Standing, dossier, drafts_that_submit_themselves, entries_of};
use hoithi_journal::Halt;
use hoithi_judging::{AssignmentState, own_list};
use hoithi_people::{Account, account, holders, holders_by_unit};
use hoithi_reminders::{DueFuture, KnownDue, Open, Person};
use hoithi_rules::edition::{StageKind, day as in_words};
use hoithi_rules::entries::EntryState;
use hoithi_rules::ids::{AccountId, DocumentId, RoundId, UnitId};
use hoithi_rules::people::{Role, Scope};
use hoithi_rules::reminders::{Kind, Thing};
use hoithi_store::Conn;
use hoithi_web::{House, Lang};
use jiff::civil::Date;

pub(crate) use campaign::named;

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
        let links = campaign::persons_by_link(db, &edition, today, &contacts).await?;
        let holders = campaign::holders(db, &edition, today).await?;
        let (contacts, links, holders, officers) = (&contacts, &links, &holders, &officers);
        let mut asked = Asked { house, edition: &edition, today, contacts, links, holders, officers, open };
        asked.campaign(db).await?;
        asked.drafts(db).await?;
        asked.returned(db).await?;
        asked.sheets(db).await?;
        asked.stages(db).await?;
        asked.signatures(db).await?;
        asked.meetings(db).await?;
        asked.questions(db).await?;
        open = asked.open;
    }
    Ok(open)
}

struct Asked<'a> {
    house: &'a House,
    edition: &'a Edition,
    today: Date,
    contacts: &'a BTreeMap<UnitId, Vec<Account>>,
    /// Who answers for a unit without an account, by letter.
    links: &'a BTreeMap<(DocumentId, UnitId), Vec<Person>>,
    /// Who has one task of a unit without an account.
    holders: &'a BTreeMap<AccountId, Person>,
    officers: &'a [Account],
    open: Vec<Open>,
}

impl Asked<'_> {
    fn words(&self, key: &str, facts: &[(&str, String)]) -> String {
        self.house.catalogue.text(Lang::Vi, key, facts)
    }

    fn path(&self, place: &str) -> String {
        format!("/ky/{}/{place}", self.edition.slug)
    }

    fn tell(&mut self, (people, role): (&[Account], Role), thing: &Thing, words: &str, path: &str) {
        for account in people {
            self.open.push(Open {
                person: Person::from(account),
                role,
                unit: None,
                thing: thing.clone(),
                words: words.to_owned(),
                path: path.to_owned(),
            });
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
        let itself = drafts_that_submit_themselves(db, self.edition.id).await?;
        for (owner, count) in by_owner {
            let Some(author) = account(db, owner).await? else { continue };
            let facts = [("count", count.to_string()), ("day", in_words(day)), ("edition", self.edition.title())];
            let mut words = self.words("reminders-line-draft", &facts);
            if let Some(chosen) = itself.get(&owner) {
                let more = self.words("reminders-line-draft-itself", &[("count", chosen.to_string())]);
                words = format!("{words} {more}");
            }
            let thing = Thing { kind: Kind::Draft, about: self.edition.id.to_string(), day };
            self.tell((&[author], Role::Author), &thing, &words, "/ho-so-cua-toi");
        }
        Ok(())
    }

    /// Dossiers that their authors have back to complete, by the last day for it.
    async fn returned(&mut self, db: &mut Conn) -> Result<(), Halt> {
        let mut by_owner: BTreeMap<(AccountId, Date), usize> = BTreeMap::new();
        for card in entries_of(db, self.edition.id).await? {
            let Some(owner) = card.owner.filter(|_| card.state == Standing::Returned) else { continue };
            let Some(kept) = dossier(db, card.id).await? else { continue };
            if let EntryState::ReturnedForCompletion(returned) = &kept.entry.state
                && returned.until >= self.today
            {
                *by_owner.entry((owner, returned.until)).or_default() += 1;
            }
        }
        for ((owner, day), count) in by_owner {
            let Some(author) = account(db, owner).await? else { continue };
            let facts = [("count", count.to_string()), ("day", in_words(day)), ("edition", self.edition.title())];
            let words = self.words("reminders-line-returned", &facts);
            let thing = Thing { kind: Kind::Draft, about: format!("{}/returned", self.edition.id), day };
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
