//! A unit that has ended: what it held in the contest goes to the successor that a person names. Where all of the
//! unit came to one successor, that one is proposed.

use std::num::NonZeroU32;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition_by_slug, local_contests};
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::ids::{EditionId, EntryId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_units::{Link, Unit, sole_successor, successors};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use crate::operations::{PassOn, pass_on};
use crate::refusals::DossierRefusal;
use crate::store::{self, Line};

/// Who stands from now on where the unit helped.
const HELPS: &str = "helps";

/// What a unit holds in a contest.
struct Held {
    /// Dossiers that are being written for their authors.
    drafts: Vec<Line>,
    /// Entries that were received.
    received: Vec<Line>,
    /// Its own contests.
    contests: Vec<Edition>,
    /// With how many received entries of others it helped.
    helped: usize,
    /// Places of its quota that nothing takes.
    free: u32,
}

impl Held {
    async fn load(db: &mut Conn, edition: &Edition, of: UnitId, today: Date) -> Result<Self, Halt> {
        let whose = (edition.id, of);
        let per_unit = edition.book.rules().endorsement.as_ref().and_then(|rule| rule.per_unit);
        let mut contests = local_contests(db, edition.id).await?;
        contests.retain(|contest| contest.unit == Some(of));
        Ok(Self {
            drafts: store::left_with(db, whose, today).await?,
            received: store::received_with(db, whose, today).await?,
            helped: store::helped_received(db, whose).await?.len(),
            free: free_places(db, whose, per_unit).await?,
            contests,
        })
    }

    /// Every field that asks for a unit.
    fn fields(&self) -> Vec<String> {
        let entries = self.drafts.iter().chain(&self.received).map(|line| field(line.id));
        let contests = self.contests.iter().map(|contest| contest_field(contest.id));
        entries.chain(contests).chain((self.helped > 0).then(|| HELPS.to_owned())).collect()
    }
}

/// What is left of a unit's quota.
async fn free_places(db: &mut Conn, whose: (EditionId, UnitId), per_unit: Option<NonZeroU32>) -> Result<u32, Halt> {
    let Some(quota) = store::quota_of(db, whose, per_unit).await? else { return Ok(0) };
    let listed = store::list_places(db, whose).await?.iter().filter(|line| line.stands).count();
    Ok(quota.saturating_sub(u32::try_from(listed).unwrap_or(u32::MAX)))
}

#[derive(Template)]
#[template(path = "entries/succession.html")]
struct SuccessionPage {
    page: Page,
    form: Form,
    edition: Edition,
    unit: Unit,
    held: Held,
    /// Drafts that authors of the unit write themselves.
    own: usize,
    /// The units that came after it.
    heirs: Vec<Unit>,
    /// The same with how much of it each took.
    choices: Vec<(String, String)>,
}

impl SuccessionPage {
    async fn load(db: &mut Conn, page: Page, edition: Edition, of: UnitId, today: Date) -> Result<Self, Halt> {
        let unit = hoithi_units::unit(db, of).await?.ok_or_else(Halt::not_found)?;
        let links = successors(db, of).await?;
        let held = Held::load(db, &edition, of, today).await?;
        let choice = |link: &Link| {
            let facts = [("unit", link.unit.name.clone()), ("extent", page.tcode("units-extent-", link.extent))];
            (link.unit.id.to_string(), page.tx("entries-successor", &facts))
        };
        let choices = links.iter().map(choice).collect();
        let form = match sole_successor(&links) {
            Some(to) => {
                let named = held.fields().iter().fold(Form::new(), |form, field| form.with(field, to));
                if held.free > 0 { named.with(&places_field(to), held.free) } else { named }
            }
            None => Form::new(),
        };
        let own = store::own_drafts_at(db, edition.id, of).await?;
        let way = format!("/ky/{}/tien-do/{of}", edition.slug);
        let page = page.titled("entries-succession").under(unit.name.clone(), way);
        let heirs = links.into_iter().map(|link| link.unit).collect();
        Ok(Self { page, form, edition, unit, held, own, heirs, choices })
    }

    fn here(&self) -> String {
        format!("/ky/{}/tien-do/{}/ke-thua/ho-so", self.edition.slug, self.unit.id)
    }

    /// Whether nothing is left to hand over.
    fn is_empty(&self) -> bool {
        self.held.fields().is_empty() && self.held.free == 0
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn field(&self, line: &Line) -> String {
        field(line.id)
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn contest_field(&self, contest: &Edition) -> String {
        contest_field(contest.id)
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn places_field(&self, heir: &Unit) -> String {
        places_field(heir.id)
    }

    fn label(&self, line: &Line) -> String {
        let title = if line.title.is_empty() { self.page.t("entries-untitled") } else { line.title.clone() };
        line.number.as_ref().map_or_else(|| title.clone(), |number| format!("{number} {title}"))
    }
}

fn field(entry: EntryId) -> String {
    format!("to_{entry}")
}

fn contest_field(contest: EditionId) -> String {
    format!("contest_{contest}")
}

fn places_field(heir: UnitId) -> String {
    format!("places_{heir}")
}

/// The page for whoever takes dossiers in for the organisers.
async fn open(house: &House, viewer: &Viewer, page: Page, slug: &str, of: UnitId) -> Result<SuccessionPage, Halt> {
    let mut db = house.read().await?;
    let edition = edition_by_slug(&mut db, slug).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::EntryOnBehalf, edition.place())?;
    SuccessionPage::load(&mut db, page, edition, of, viewer.today).await
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, of)): Path<(String, UnitId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&open(&house, &viewer, page, &slug, of).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, of)): Path<(String, UnitId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut succession = open(&house, &viewer, page, &slug, of).await?;
    let places = succession.heirs.iter().map(|heir| places_field(heir.id));
    let known: Vec<String> = succession.held.fields().into_iter().chain(places).collect();
    posted.form.only(&known.iter().map(String::as_str).collect::<Vec<_>>())?;
    let passed = match read(&posted.form, &succession) {
        Ok(command) => house.acts.perform(viewer.actor(), move |act| Box::pin(pass_on(act, command.clone()))).await,
        Err(halt) => Err(halt),
    };
    match passed {
        Ok(()) => Ok(redirect_with_flash(&house.site, &succession.here(), "entries-passed-on")),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&succession.page, halt)?;
            succession.form = form;
            html(&succession)
        }
    }
}

/// Every draft has its successor, or says that it lacks one; what was received may stay where it is.
fn read(form: &Form, of: &SuccessionPage) -> Result<PassOn, Halt> {
    let mut no = Refusals::new();
    let mut entries = Vec::new();
    for line in &of.held.drafts {
        let field = field(line.id);
        let to = form.given(&field).and_then(|text| text.parse().ok()).ok_or(DossierRefusal::NoSuccessor);
        entries.extend(no.keep(&field, to).map(|to| (line.id, to)));
    }
    for line in &of.held.received {
        entries.extend(named(form, &field(line.id), &mut no).map(|to| (line.id, to)));
    }
    let mut contests = Vec::new();
    for contest in &of.held.contests {
        contests.extend(named(form, &contest_field(contest.id), &mut no).map(|to| (contest.id, to)));
    }
    let places = places(form, of, &mut no);
    let helps = named(form, HELPS, &mut no);
    no.done()?;
    Ok(PassOn { edition: of.edition.id, from: of.unit.id, entries, places, contests, helps })
}

/// The unit that a field names; none where it is left empty.
fn named(form: &Form, field: &str, no: &mut Refusals) -> Option<UnitId> {
    no.keep(field, form.given(field)?.parse::<UnitId>().map_err(|_| DossierRefusal::NoSuccessor))
}

/// How many free places each successor takes.
fn places(form: &Form, of: &SuccessionPage, no: &mut Refusals) -> Vec<(UnitId, u32)> {
    let mut places = Vec::new();
    for heir in &of.heirs {
        let field = places_field(heir.id);
        match form.given(&field).map(|text| text.trim().parse::<u32>()) {
            None | Some(Ok(0)) => {}
            Some(Ok(many)) => places.push((heir.id, many)),
            Some(Err(_)) => no.add("entries.places_malformed", &field, "this is no number of places"),
        }
    }
    places
}
