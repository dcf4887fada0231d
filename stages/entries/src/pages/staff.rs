//! One entry as the staff reads it: what it says, who made it, its files, what happened to it.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_documents::Sha256Hex;
use hoithi_edition::Edition;
use hoithi_journal::{Halt, Line, lines_about};
use hoithi_people::Viewer;
use hoithi_rules::edition::DossierPart;
use hoithi_rules::entries::{Author, DossierHash, PartContent};
use hoithi_rules::ids::{AccountId, AuthorId, EntryId, LinkId};
use hoithi_rules::judging::Points;
use hoithi_rules::people::{Permission, Place};
use hoithi_store::Conn;
use hoithi_web::{Asked, House, Page, Path, html};
use jiff::Timestamp;

use super::confirming::told;
use super::form_print::standing;
use super::sheet::Sheet;
use super::tasks::entrant_word;
use crate::agreed::agreed;
use crate::kept::KeptEntry;
use crate::known::{FromInitiative, KnownInitiatives};
use crate::receipt::{category_name, follows};
use crate::registration::stamp_changes;
use crate::secret::{KeptBack, secret_address};
use crate::store::{self, Confirmed, FileVerdict, Granted, KeptAuthorisation, ListSignature};
use crate::words::megabytes;

/// A file as the page shows it.
struct ShownFile {
    href: String,
    name: String,
    size: String,
    hash: String,
    verdict: FileVerdict,
    video: bool,
}

#[derive(Template)]
#[template(path = "entries/entry.html")]
struct EntryPage {
    page: Page,
    kept: KeptEntry,
    edition: Edition,
    now: Timestamp,
    writes: bool,
    /// Whether the visitor may take it back.
    goes_back: bool,
    /// Where a label is printed for its papers, for whoever received them.
    label: Option<String>,
    /// Whether its content may change today.
    open: bool,
    category: String,
    entrant: String,
    history: Vec<Told>,
    frozen: Vec<(Timestamp, String)>,
    /// The successor that holds it, where its unit has ended.
    heir: Option<String>,
    /// Number and page of the entry of the same solution into which it was closed.
    merged: Option<(String, String)>,
    /// The paper by which its unit stands behind it.
    endorsed: Option<ListSignature>,
    /// The hash of the dossier below as it came up, and whether it is one under which it was received there.
    sealed: Option<(String, bool)>,
    /// The hashes of what came from below before it was corrected there.
    earlier: Vec<String>,
    /// Where the entry below is shown, if its contest is held in this house.
    origin: Option<String>,
    /// Place and result below, where the rules there let whoever takes dossiers in read them.
    local: Option<(i64, Points)>,
    /// The authorisation on which it was submitted, or else the latest, and which of the two.
    authorisation: Option<(KeptAuthorisation, bool)>,
    /// What is known of the files, by their hashes.
    verdicts: BTreeMap<String, FileVerdict>,
    /// How the authors confirmed, as far as it was by a link or by a signature.
    how: BTreeMap<AuthorId, Confirmed>,
    /// More time that it was given.
    extended: Option<Granted>,
    /// How the stamped form stands, where the contest prints one, and what changed since.
    stamp: Option<((String, &'static str), Vec<String>)>,
    /// What it was begun from, and whether the visitor may open that.
    initiative: Option<(FromInitiative, bool)>,
    kept_back: KeptBack,
}

impl EntryPage {
    /// Whether and how an author agreed, in words and with the tag's tone.
    fn told(&self, author: &Author) -> (String, &'static str) {
        told(&self.page, author, self.how.get(&author.id))
    }

    /// The hash of a file that is still to come, what is said of it, and with which tone.
    fn promised(&self, part: &DossierPart) -> Option<(String, String, &'static str)> {
        let promise = self.kept.promise(&part.code)?;
        let over = promise.is_over(self.now);
        let says = if over { self.page.t("entries-file-over") } else { follows(&self.page, promise.until) };
        Some((DossierHash(promise.sha256).to_string(), says, if over { "late" } else { "todo" }))
    }

    /// Where is told who opens a part, where it is kept secret.
    fn secret(&self, part: &DossierPart) -> Option<String> {
        let secret = self.kept.is_secret(&part.code, self.edition.book.rules());
        secret.then(|| secret_address(self.kept.id(), &part.code))
    }

    fn text(&self, part: &DossierPart) -> Option<String> {
        self.kept.words_of(part)
    }

    fn file(&self, part: &DossierPart) -> Option<ShownFile> {
        match self.kept.part(&part.code) {
            Some(PartContent::File(file)) => {
                let hash = DossierHash(file.sha256).to_string();
                Some(ShownFile {
                    href: format!("/ho-so/{}/tep/{}", self.kept.id(), part.code),
                    name: file.name.clone(),
                    size: megabytes(file.bytes),
                    video: part.kind.is_video(),
                    verdict: self.verdicts.get(&hash).copied().unwrap_or(FileVerdict::NotScanned),
                    hash,
                })
            }
            _ => None,
        }
    }

    /// What stands behind an author's agreement.
    fn agreed(&self, author: &Author) -> (&'static str, &'static str) {
        agreed(&self.kept, self.edition.book.rules(), author)
    }

    /// Whether the contest asks for the unit's word for entries like this one.
    fn asks_its_unit(&self) -> bool {
        let asks = self.edition.book.rules().endorsement.is_some();
        asks && self.kept.entry.unit.is_some() && self.kept.origin.is_none() && self.kept.receipt().is_some()
    }

    fn declared(&self, code: &hoithi_rules::edition::PartCode) -> bool {
        self.kept.entry.content.declarations.contains(code)
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(initiatives): Extension<Arc<dyn KnownInitiatives>>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let sheet = Sheet::open(&house, &viewer, page, id).await?;
    let mut db = house.read().await?;
    let lines = lines_about(&mut db, &id.to_string()).await?;
    let people = names(&mut db, &lines).await?;
    let history = history(&Story { house: &house, sheet: &sheet, people: &people }, &lines);
    let frozen = store::frozen_copies(&mut db, id).await?;
    let endorsed = store::confirmed_by(&mut db, id).await?;
    let authorisation = match store::used_authorisation(&mut db, id).await? {
        Some(used) => Some((used, true)),
        None => store::authorisation(&mut db, id).await?.map(|latest| (latest, false)),
    };
    let sealed = sealed(&mut db, &sheet.kept).await?;
    let earlier = store::earlier_sealed(&mut db, id).await?.into_iter().map(|copy| copy.hash).collect();
    let origin = match &sheet.kept.origin {
        Some(origin) => {
            let below = hoithi_edition::edition(&mut db, origin.edition).await?;
            below.map(|_| format!("/ho-so/{}", origin.entry))
        }
        None => None,
    };
    // The contest below may still be before its own announcement: its authors and judges are told nothing here.
    let receives = viewer.may(Permission::EntryViewAll, sheet.edition.place());
    let local = if receives { store::local_result(&mut db, id).await? } else { None };
    let initiative = initiatives.of_entry(&mut db, id).await?.map(|from| {
        let opens = viewer.may(Permission::InitiativeView, Place::unit(from.unit));
        (from, opens)
    });
    let title =
        if sheet.kept.title().is_empty() { sheet.page.t("entries-untitled") } else { sheet.kept.title().to_owned() };
    html(&EntryPage {
        verdicts: store::verdicts(&mut db, id).await?,
        how: store::confirmed_how(&mut db, id).await?,
        extended: store::extensions_of(&mut db, id).await?.into_iter().next(),
        history,
        frozen,
        heir: heir(&mut db, &sheet.kept).await?,
        merged: merged(&mut db, &sheet.kept).await?,
        endorsed,
        authorisation,
        sealed,
        earlier,
        origin,
        local,
        initiative,
        stamp: stamp(&sheet),
        category: category_name(&sheet.kept, &sheet.edition),
        entrant: entrant_word(&sheet.page, sheet.kept.entry.content.entrant),
        open: sheet.kept.lies_with_its_writer() && sheet.kept.entry.may_edit(viewer.today).is_ok(),
        goes_back: sheet.may_take_back(),
        page: sheet.under_list().named(title),
        kept_back: sheet.kept_back.clone(),
        label: sheet.label().map(|_| format!("/ho-so/{id}/nhan.pdf")),
        kept: sheet.kept,
        edition: sheet.edition,
        now: house.clock().now(),
        writes: sheet.writes,
    })
}

fn stamp(sheet: &Sheet) -> Option<((String, &'static str), Vec<String>)> {
    let rules = sheet.edition.book.rules();
    rules.stamped_part()?;
    let changes = stamp_changes(&sheet.page, &sheet.kept, rules);
    Some((standing(&sheet.page, &sheet.kept, &sheet.edition), changes))
}

/// Who holds it since its unit has ended.
async fn heir(db: &mut Conn, kept: &KeptEntry) -> Result<Option<String>, Halt> {
    let Some(unit) = kept.entry.unit.filter(|_| kept.received_for.is_some()) else { return Ok(None) };
    Ok(hoithi_units::unit(db, unit).await?.map(|unit| unit.name))
}

/// Where the solution goes on.
async fn merged(db: &mut Conn, kept: &KeptEntry) -> Result<Option<(String, String)>, Halt> {
    let Some(stays) = kept.merged_into else { return Ok(None) };
    let card = store::entry(db, stays).await?;
    let number = card.and_then(|card| card.number).map(|number| number.to_string());
    Ok(number.map(|number| (number, format!("/ho-so/{stays}"))))
}

async fn sealed(db: &mut Conn, kept: &KeptEntry) -> Result<Option<(String, bool)>, Halt> {
    let (Some(origin), Some(copy)) = (&kept.origin, store::sealed(db, kept.id()).await?) else { return Ok(None) };
    let below = store::frozen_copies(db, origin.entry).await?;
    // Of a contest in another house there is only the copy itself, and the hash on the cover sheet that came with it.
    let whole = || Sha256Hex::of(copy.content.as_bytes()).as_str() == copy.hash;
    let same = if below.is_empty() { whole() } else { below.iter().any(|(_, hash)| *hash == copy.hash) };
    Ok(Some((copy.hash, same)))
}

/// One step of what happened to the entry: a line of the journal, or several that belong together.
struct Told {
    at: Timestamp,
    event: String,
    /// What of the dossier was changed, each once, in the order in which it was.
    what: Vec<String>,
    who: String,
    first: u64,
    last: u64,
}

impl Told {
    /// `12`, or `12–17` of a run.
    fn lines(&self) -> String {
        if self.first == self.last { self.first.to_string() } else { format!("{}–{}", self.first, self.last) }
    }
}

/// What the history is told with.
struct Story<'a> {
    house: &'a House,
    sheet: &'a Sheet,
    people: &'a BTreeMap<String, String>,
}

impl Story<'_> {
    fn told(&self, line: &Line) -> Told {
        let who = self.people.get(&line.actor).unwrap_or(&line.actor).clone();
        let what = self.what(line);
        Told { at: line.instant(), event: self.event(line), what, who, first: line.seq, last: line.seq }
    }

    /// Later rooms write lines about an entry, too; what no catalogue knows is shown by its code.
    fn event(&self, line: &Line) -> String {
        let page = &self.sheet.page;
        let key = format!("entries-event-{}", line.event.replace(['_', '.'], "-"));
        let known = self.house.catalogue.has(page.language(), &key);
        if known { page.tcode("entries-event-", &line.event) } else { line.event.clone() }
    }

    fn what(&self, line: &Line) -> Vec<String> {
        let facts: serde_json::Value = serde_json::from_str(&line.facts).unwrap_or_default();
        let what = facts.get("what").and_then(serde_json::Value::as_str).unwrap_or_default();
        what.split(", ").filter(|part| !part.is_empty()).map(|part| self.part(part)).collect()
    }

    /// `part mo-ta` has its name in the rule book; the rest is the form's own.
    fn part(&self, code: &str) -> String {
        match code.strip_prefix("part ") {
            Some(part) => {
                let known = self.sheet.edition.book.rules().dossier_part(part);
                known.map_or_else(|| part.to_owned(), |part| part.name.clone())
            }
            None => self.sheet.page.tcode("entries-changed-", code),
        }
    }
}

/// Somebody who fills in a dossier saves it often: what one person changed within a minute is one
/// step.
fn history(story: &Story<'_>, lines: &[Line]) -> Vec<Told> {
    let mut steps: Vec<Told> = Vec::new();
    for line in lines {
        let told = story.told(line);
        match steps.last_mut() {
            Some(before) if line.event == "entry.changed" && belongs(before, &told) => {
                before.last = told.last;
                for part in told.what {
                    if !before.what.contains(&part) {
                        before.what.push(part);
                    }
                }
            }
            _ => steps.push(told),
        }
    }
    steps
}

fn belongs(before: &Told, told: &Told) -> bool {
    let minute = |at: Timestamp| at.as_second().div_euclid(60);
    before.event == told.event && before.who == told.who && minute(before.at) == minute(told.at)
}

async fn names(db: &mut Conn, lines: &[Line]) -> Result<BTreeMap<String, String>, Halt> {
    let mut names = BTreeMap::new();
    for line in lines {
        if names.contains_key(&line.actor) {
            continue;
        }
        let Ok(id) = line.actor.parse::<AccountId>() else { continue };
        if let Some(account) = hoithi_people::account(db, id).await? {
            names.insert(line.actor.clone(), account.name.to_string());
        } else if let Some(author) = store::name_behind_link(db, LinkId::new(id.uuid())).await? {
            names.insert(line.actor.clone(), author);
        }
    }
    Ok(names)
}
