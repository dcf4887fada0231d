//! A package that comes: brought, read through, taken in.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_entries::AfarOutcome;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_units::{Unit, units_on};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect, redirect_with_told_flash};
use tokio::sync::Semaphore;
use uuid::Uuid;

use crate::package::{
    Arrival, Choice, Coming, Keep, Manifest, Opened, PackageFault, PackedEntry, TakeIn, arrival, arrivals, keep,
    planned, take_in,
};

/// A package unpacked fills much memory: one is opened at a time.
static OPENING: Semaphore = Semaphore::const_new(1);

#[derive(Template)]
#[template(path = "forwarding/arrivals.html")]
struct ArrivalsPage {
    page: Page,
    form: Form,
    here: String,
    /// Where contests that were held outside are recorded; a unit's own contest has none below it.
    outside: Option<String>,
    arrivals: Vec<Arrival>,
}

#[derive(Template)]
#[template(path = "forwarding/arrival.html")]
struct ArrivalPage {
    page: Page,
    form: Form,
    another: String,
    arrival: Arrival,
    opened: Opened,
    coming: Vec<Coming>,
    /// How many can come in, and how many cannot.
    comes: usize,
    stays: usize,
    /// The categories there that dossiers of the package have: the field, and the name.
    theirs: Vec<(String, String)>,
    /// The units of the register.
    units: Vec<(String, String)>,
    /// The categories of this contest.
    categories: Vec<(String, String)>,
}

impl ArrivalPage {
    /// What becomes of a dossier: the word, the tag's tone, and what stands in the way.
    fn outcome(&self, coming: &Coming) -> (String, &'static str, Vec<String>) {
        match &coming.outcome {
            Ok((_, AfarOutcome::New)) => (self.page.t("forwarding-arrives-new"), "done", Vec::new()),
            Ok((_, AfarOutcome::Corrects(_))) => (self.page.t("forwarding-arrives-corrects"), "doing", Vec::new()),
            Err(refused) => {
                let why = refused.iter().map(|each| self.page.refusal(each)).collect();
                (self.page.t("forwarding-arrives-not"), "stop", why)
            }
        }
    }
}

fn theirs(manifest: &Manifest) -> Vec<(String, String)> {
    let codes: BTreeSet<&str> = manifest.entries.iter().map(PackedEntry::counts_in).collect();
    let name = |code: &str| {
        let category = manifest.contest.categories.get(code);
        category.map_or_else(|| code.to_owned(), |category| category.name.clone())
    };
    codes.into_iter().map(|code| (field(code), name(code))).collect()
}

fn field(category: &str) -> String {
    format!("linh-vuc-{category}")
}

/// The contest above, for whoever takes dossiers in for it.
async fn find(db: &mut Conn, viewer: &Viewer, slug: &str) -> Result<Edition, Halt> {
    let edition = edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::EntryOnBehalf, edition.place())?;
    Ok(edition)
}

fn address(edition: &Edition) -> String {
    format!("/ky/{}/goi-ho-so", edition.slug)
}

async fn arrivals_page(db: &mut Conn, edition: &Edition, page: Page, form: Form) -> Result<Response, Halt> {
    let (entries, way) = (page.t("forwarding-arrivals-entries"), format!("/ky/{}/ho-so", edition.slug));
    let page = page.under(edition.title(), format!("/ky/{}", edition.slug)).under(entries, way);
    let (here, arrivals) = (address(edition), arrivals(db, edition.id).await?);
    let outside = (!edition.is_local()).then(|| format!("/ky/{}/hoi-thi-ngoai", edition.slug));
    html(&ArrivalsPage { page: page.titled("forwarding-arrivals"), form, here, outside, arrivals })
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = find(&mut db, &viewer, &slug).await?;
    arrivals_page(&mut db, &edition, page, Form::new()).await
}

pub(super) async fn bring(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let edition = find(&mut house.read().await?, &viewer, &slug).await?;
    match brought(&house, &viewer, &edition, &posted).await {
        Ok(arrival) => Ok(redirect(&format!("{}/{arrival}", address(&edition)))),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            arrivals_page(&mut house.read().await?, &edition, page, form).await
        }
    }
}

async fn brought(house: &House, viewer: &Viewer, edition: &Edition, posted: &Posted) -> Result<Uuid, Halt> {
    let bytes = posted.file("file").ok_or(PackageFault::NoFile).or_refuse()?.bytes.clone();
    let (opened, bytes) = opened(bytes).await?;
    let (manifest, sender) = (opened.hash.clone(), opened.manifest.contest.title.clone());
    let command = Keep { edition: edition.id, file: house.keep_upload(bytes).await?, manifest, sender };
    house.acts.perform(viewer.actor(), move |act| Box::pin(keep(act, command.clone()))).await
}

/// Away from the threads that answer; a reader that stumbles over a hostile file has refused it.
async fn opened(bytes: Vec<u8>) -> Result<(Opened, Vec<u8>), Halt> {
    let turn = OPENING.acquire().await.map_err(Halt::fault)?;
    let reading = move || {
        // Held by the thread and not by the visitor, who may go meanwhile.
        let _turn = turn;
        Opened::read(&bytes).map(|opened| (opened, bytes))
    };
    let read = tokio::task::spawn_blocking(reading).await;
    read.unwrap_or(Err(PackageFault::Broken)).or_refuse()
}

struct Looked {
    edition: Edition,
    arrival: Arrival,
    opened: Opened,
    units: Vec<Unit>,
}

async fn look(house: &House, viewer: &Viewer, slug: &str, id: Uuid) -> Result<Looked, Halt> {
    let mut db = house.read().await?;
    let edition = find(&mut db, viewer, slug).await?;
    let arrival = arrival(&mut db, edition.id, id).await?.ok_or_else(Halt::not_found)?;
    let units = units_on(&mut db, viewer.today).await?;
    drop(db);
    let (opened, _) = opened(house.kept_file(arrival.file.clone()).await?).await?;
    Ok(Looked { edition, arrival, opened, units })
}

/// What the form chose, over what the sender's rules say.
fn choice(looked: &Looked, form: &Form) -> Choice {
    let mut choice = Choice::as_sent(&looked.opened, &looked.edition);
    choice.unit = form.value("unit").parse::<UnitId>().ok();
    for entry in &looked.opened.manifest.entries {
        let chosen = form.given(&field(entry.counts_in())).map(|code| looked.edition.book.rules().category_code(code));
        match chosen {
            Some(Some(code)) => drop(choice.categories.insert(entry.counts_in().to_owned(), code)),
            Some(None) => drop(choice.categories.remove(entry.counts_in())),
            None => {}
        }
    }
    choice
}

async fn preview(house: &House, looked: Looked, page: Page, form: Form) -> Result<Response, Halt> {
    let choice = choice(&looked, &form);
    let Looked { edition, arrival, opened, units } = looked;
    let now = house.clock().now();
    let coming = planned(&mut house.read().await?, &edition, (&opened, &choice), (units.as_slice(), now)).await?;
    let chosen = choice.categories.iter();
    let form = chosen.fold(form, |form, (code, here)| {
        let field = field(code);
        if form.given(&field).is_some() { form } else { form.with(&field, here) }
    });
    let packages = page.t("forwarding-arrivals");
    let page = page.under(edition.title(), format!("/ky/{}", edition.slug)).under(packages, address(&edition));
    let named = |category: &hoithi_rules::edition::Category| (category.code.to_string(), category.name.clone());
    let comes = coming.iter().filter(|coming| coming.outcome.is_ok()).count();
    html(&ArrivalPage {
        comes,
        stays: coming.len() - comes,
        theirs: theirs(&opened.manifest),
        page: page.titled("forwarding-arrival"),
        form,
        another: address(&edition),
        categories: edition.book.rules().categories.iter().map(named).collect(),
        units: units.into_iter().map(|unit| (unit.id.to_string(), unit.name)).collect(),
        arrival,
        opened,
        coming,
    })
}

pub(super) async fn read(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let looked = look(&house, &viewer, &slug, id).await?;
    preview(&house, looked, page, Form::new()).await
}

pub(super) async fn take(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    let looked = look(&house, &viewer, &slug, id).await?;
    let fields: Vec<String> = looked.opened.manifest.entries.iter().map(|entry| field(entry.counts_in())).collect();
    form.only(&fields.iter().map(String::as_str).chain(["unit", "code", "leave_out"]).collect::<Vec<_>>())?;
    match taken(&house, &viewer, &looked, &form).await {
        Ok((new, corrected)) => {
            let facts = [("new", new.to_string()), ("corrected", corrected.to_string())];
            Ok(redirect_with_told_flash(&house.site, &address(&looked.edition), "forwarding-package-taken", &facts))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            preview(&house, looked, page, form).await
        }
    }
}

async fn taken(house: &House, viewer: &Viewer, looked: &Looked, form: &Form) -> Result<(usize, usize), Halt> {
    let choice = choice(looked, form);
    if choice.unit.is_none() && form.given("unit").is_some() {
        return Err(PackageFault::UnitUnknown).or_refuse();
    }
    let (units, now) = (looked.units.as_slice(), house.clock().now());
    let mut db = house.read().await?;
    let coming = planned(&mut db, &looked.edition, (&looked.opened, &choice), (units, now)).await?;
    drop(db);
    let all = coming.len();
    let entries: Vec<_> = coming.into_iter().filter_map(|coming| coming.outcome.ok()).map(|(from, _)| from).collect();
    for file in looked.opened.files() {
        house.keep_upload(file.clone()).await?;
    }
    let command = TakeIn {
        edition: looked.edition.id,
        arrival: looked.arrival.id,
        code: form.value("code").to_owned(),
        refused: all - entries.len(),
        leave_out: form.checked("leave_out", "co"),
        entries,
    };
    house.acts.perform(viewer.actor(), move |act| Box::pin(take_in(act, command.clone()))).await
}
