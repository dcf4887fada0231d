//! The story's thread: who acts, at which instant, in which order, up to the moment asked for.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use hoithi_documents::forms::Paper;
use hoithi_edition::Edition;
use hoithi_entries::GivenFile;
use hoithi_journal::{Act, Actor, Deed, Door, Halt};
use hoithi_rules::ids::{AccountId, DocumentId, EditionId, EntryId, MailingListId, MeetingId, UnitId};
use hoithi_store::Conn;
use hoithi_web::House;
use jiff::Timestamp;
use jiff::civil::DateTime;

use super::content::Invented;
use super::entries::Papers;
use super::moment::in_vietnam;
use super::names::Names;

/// What the story has made so far, by the short names that the story knows.
pub(super) struct Story {
    pub(super) house: House,
    pub(super) seed: u64,
    pub(super) names: Names,
    pub(super) accounts: BTreeMap<String, AccountId>,
    pub(super) units: BTreeMap<&'static str, UnitId>,
    pub(super) editions: BTreeMap<&'static str, EditionId>,
    pub(super) documents: BTreeMap<&'static str, DocumentId>,
    pub(super) meetings: BTreeMap<&'static str, MeetingId>,
    pub(super) lists: BTreeMap<&'static str, MailingListId>,
    /// The province's entries by their place in the story's list; the promoted one comes last.
    pub(super) entries: BTreeMap<usize, EntryId>,
    pub(super) local_entries: BTreeMap<usize, EntryId>,
    pub(super) invented: Arc<Invented>,
    /// The secret word of the one personal link that the story follows.
    pub(super) link: String,
    /// Papers of dossiers that are not written yet, by the dossier's place in the list.
    pub(super) papers: BTreeMap<usize, Papers>,
}

/// The province's edition.
pub(super) const PROVINCE: &str = "tinh";
/// The college's own contest.
pub(super) const COLLEGE: &str = "truong";

impl Story {
    pub(super) fn of(house: House, seed: u64, names: Names, invented: Arc<Invented>) -> Self {
        Self {
            house,
            seed,
            names,
            accounts: BTreeMap::new(),
            units: BTreeMap::new(),
            editions: BTreeMap::new(),
            documents: BTreeMap::new(),
            meetings: BTreeMap::new(),
            lists: BTreeMap::new(),
            entries: BTreeMap::new(),
            local_entries: BTreeMap::new(),
            invented,
            link: String::new(),
            papers: BTreeMap::new(),
        }
    }

    /// Lets somebody act, by the name that they sign in with.
    pub(super) async fn act<T, F>(&self, login: &str, deed: F) -> Result<T, Halt>
    where
        T: Send,
        F: for<'a> Fn(&'a mut Act) -> Deed<'a, T> + Send + Sync,
    {
        let account = self.account(login)?;
        self.house.acts.perform(Actor::account(account.uuid(), Door::Page), deed).await
    }

    pub(super) async fn read(&self) -> Result<Conn, Halt> {
        self.house.read().await
    }

    pub(super) fn account(&self, login: &str) -> Result<AccountId, Halt> {
        self.accounts.get(login).copied().ok_or_else(|| missing("account", login))
    }

    pub(super) fn unit(&self, key: &str) -> Result<UnitId, Halt> {
        self.units.get(key).copied().ok_or_else(|| missing("unit", key))
    }

    pub(super) fn edition_id(&self, key: &str) -> Result<EditionId, Halt> {
        self.editions.get(key).copied().ok_or_else(|| missing("edition", key))
    }

    pub(super) async fn edition(&self, key: &str) -> Result<Edition, Halt> {
        let id = self.edition_id(key)?;
        hoithi_edition::edition(&mut self.read().await?, id).await?.ok_or_else(|| missing("edition", key))
    }

    /// A dossier of the province's contest by its place in the list.
    pub(super) fn entry(&self, place: usize) -> Result<EntryId, Halt> {
        self.entries.get(&place).copied().ok_or_else(|| missing("entry", &place.to_string()))
    }

    pub(super) fn document(&self, key: &str) -> Result<DocumentId, Halt> {
        self.documents.get(key).copied().ok_or_else(|| missing("document", key))
    }

    pub(super) fn meeting(&self, key: &str) -> Result<MeetingId, Halt> {
        self.meetings.get(key).copied().ok_or_else(|| missing("meeting", key))
    }
}

/// The story was told in the wrong order: a fault of the demo's own.
pub(super) fn missing(what: &str, key: &str) -> Halt {
    Halt::fault(format!("the demo's story has no {what} {key:?} yet"))
}

/// Prints a paper and keeps it.
pub(super) async fn print(house: &House, name: &str, paper: &Paper) -> Result<GivenFile, Halt> {
    let bytes = house.printer.print_form(paper).await.map_err(Halt::fault)?;
    hoithi_entries::keep_pdf(&house.files, name, &bytes, 20)
}

type Telling =
    Box<dyn for<'a> FnOnce(&'a mut Story) -> Pin<Box<dyn Future<Output = Result<(), Halt>> + Send + 'a>> + Send>;

struct Step {
    at: Timestamp,
    what: String,
    telling: Telling,
}

/// What happens when. Written in any order, told in the order of time.
#[derive(Default)]
pub(super) struct Agenda {
    steps: Vec<Step>,
}

/// Where the story stopped.
#[derive(Debug)]
pub(super) struct Stopped {
    pub(super) at: Timestamp,
    pub(super) what: String,
    pub(super) halt: Halt,
}

impl Agenda {
    /// At that time of that day in Vietnam this happens.
    pub(super) fn at<F>(&mut self, when: DateTime, what: impl Into<String>, telling: F)
    where
        F: for<'a> FnOnce(&'a mut Story) -> Pin<Box<dyn Future<Output = Result<(), Halt>> + Send + 'a>>
            + Send
            + 'static,
    {
        self.steps.push(Step { at: in_vietnam(when), what: what.into(), telling: Box::new(telling) });
    }

    /// Tells the story up to an instant; the contest's clock stands at each step's own.
    pub(super) async fn tell(mut self, story: &mut Story, until: Timestamp) -> Result<(), Stopped> {
        self.steps.retain(|step| step.at <= until);
        self.steps.sort_by_key(|step| step.at);
        for Step { at, what, telling } in self.steps {
            story.house.clock().set(at);
            telling(story).await.map_err(|halt| Stopped { at, what, halt })?;
        }
        story.house.clock().set(until);
        Ok(())
    }
}
