//! The models and samples of one entry, and the desk where another is taken over; what an edition's office keeps.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::edition_by_slug;
use hoithi_journal::{Denied, Halt};
use hoithi_people::{OrRefuse, Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::entries::{Handover, ThingKind};
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::{Permission, PersonName};
use hoithi_web::{Asked, Form, House, Page, Path, Posted, Upload, day, html, redirect_with_flash};
use jiff::civil::Date;

use super::sheet::Sheet;
use crate::operations::{TakeThing, take_thing};
use crate::photographs::keep_pictures;
use crate::picture_refusal::PictureRefusal;
use crate::store::{self, KeptThing, ListedThing};

/// So many photographs are kept of one thing.
const MOST_PHOTOS: usize = 6;

/// How a thing stands, in words and with the tag's tone; `due` where it should be back.
pub(super) fn standing(page: &Page, kept: &KeptThing, due: bool) -> (String, &'static str) {
    let (key, tone) = match (kept.thing.state.code(), due, kept.thing.damaged) {
        ("kept", true, _) => ("entries-thing-due", "late"),
        ("kept", false, true) => ("entries-thing-damaged", "warn"),
        ("kept", false, false) => ("entries-thing-kept", "doing"),
        ("lost", ..) => ("entries-thing-lost", "stop"),
        _ => ("entries-thing-returned", "done"),
    };
    (page.t(key), tone)
}

/// A thing in a list.
struct ThingLine {
    href: String,
    label: String,
    name: String,
    kind: String,
    place: String,
    until: Option<Date>,
    standing: (String, &'static str),
}

fn line(page: &Page, kept: &KeptThing, due: bool) -> ThingLine {
    ThingLine {
        href: format!("/ho-so/{}/hien-vat/{}", kept.entry, kept.code),
        label: kept.code.to_string(),
        name: kept.thing.handover.name.clone(),
        kind: page.tcode("entries-thing-kind-", kept.thing.handover.kind.code()),
        place: kept.thing.place.clone(),
        until: kept.thing.handover.return_by,
        standing: standing(page, kept, due),
    }
}

#[derive(Template)]
#[template(path = "entries/things.html")]
struct ThingsPage {
    page: Page,
    lines: Vec<ThingLine>,
    /// Where another is taken over, for whoever receives.
    take: Option<String>,
}

/// For whoever may read the dossier: its authors see all of it.
pub(super) async fn list(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let sheet = Sheet::open(&house, &viewer, page, id).await?;
    let things = store::things_of(&mut house.read().await?, id).await?;
    let left = sheet.left_the_contest();
    let today = sheet.today(&house);
    let take = sheet.may_take_things().then(|| format!("/ho-so/{id}/hien-vat/nhan"));
    let title = sheet.title();
    let page = sheet.under_list().under(title, format!("/ho-so/{id}")).titled("entries-things");
    let lines = things.iter().map(|kept| line(&page, kept, kept.thing.is_due_back(left, today))).collect();
    html(&ThingsPage { page, lines, take })
}

#[derive(Template)]
#[template(path = "entries/thing_take.html")]
struct TakePage {
    page: Page,
    form: Form,
    here: String,
    back: String,
    kinds: Vec<(String, String)>,
    photos: String,
}

impl TakePage {
    async fn load(house: &House, viewer: &Viewer, page: Page, id: EntryId) -> Result<Self, Halt> {
        let sheet = Sheet::open(house, viewer, page, id).await?;
        if !sheet.may_take_things() {
            return Err(Halt::Denied(Denied::Forbidden));
        }
        let back = format!("/ho-so/{id}/hien-vat");
        let title = sheet.title();
        let page = sheet.under_list().under(title, format!("/ho-so/{id}")).under(sheet.page.t("entries-things"), &back);
        let kind = |kind: ThingKind| (kind.code().to_owned(), page.tcode("entries-thing-kind-", kind.code()));
        Ok(Self {
            form: Form::new().with("received_on", day(sheet.today(house))).with("pieces", 1),
            here: format!("{back}/nhan"),
            kinds: ThingKind::ALL.map(kind).to_vec(),
            photos: page.t1("entries-thing-photos-hint", "most", MOST_PHOTOS),
            page: page.titled("entries-thing-take"),
            back,
        })
    }
}

pub(super) async fn ask(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&TakePage::load(&house, &viewer, page, id).await?)
}

pub(super) async fn take(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    const FIELDS: [&str; 9] =
        ["kind", "name", "pieces", "condition", "handed_by", "received_on", "return_by", "place", "agreed"];
    posted.form.only(&FIELDS)?;
    let mut shown = TakePage::load(&house, &viewer, page, id).await?;
    let Posted { mut form, files } = posted;
    let done = match read(&house, &shown.page, (id, &form), files).await {
        Ok(command) => house.acts.perform(viewer.actor(), move |act| Box::pin(take_thing(act, command.clone()))).await,
        Err(halt) => Err(halt),
    };
    match done {
        Ok(code) => {
            Ok(redirect_with_flash(&house.site, &format!("/ho-so/{id}/hien-vat/{code}"), "entries-thing-taken"))
        }
        Err(halt) => {
            form.keep_refusals(&shown.page, halt)?;
            shown.form = form;
            html(&shown)
        }
    }
}

/// What the form tells, every fault at its field; the photographs once somebody looked for who is on them.
async fn read(
    house: &House,
    page: &Page,
    (entry, form): (EntryId, &Form),
    files: Vec<Upload>,
) -> Result<TakeThing, Halt> {
    let mut no = Refusals::new();
    let kind = ThingKind::from_code(form.value("kind"));
    if kind.is_none() {
        no.add("entries.thing_kind_missing", "kind", "what it is was not chosen");
    }
    let handed_by = no.keep("handed_by", form.value("handed_by").parse::<PersonName>());
    let received_on = parse_day(form.value("received_on"));
    if received_on.is_none() {
        no.add("entries.day_malformed", "received_on", "this is no day");
    }
    let return_by = form.given("return_by").map(parse_day);
    if return_by == Some(None) {
        no.add("entries.day_malformed", "return_by", "this is no day");
    }
    let uploads: Vec<Upload> = files.into_iter().filter(|file| file.field == "file").collect();
    if !uploads.is_empty() && !form.checked("agreed", "co") {
        no.absorb::<()>(Err(PictureRefusal::Unagreed).or_refuse())?;
    }
    let (Some(kind), Some(handed_by), Some(received_on), true) = (kind, handed_by, received_on, no.is_empty()) else {
        return Err(no.halt());
    };
    Ok(TakeThing {
        entry,
        handover: Handover {
            kind,
            name: form.value("name").to_owned(),
            pieces: form.value("pieces").trim().parse().unwrap_or_default(),
            condition: form.value("condition").to_owned(),
            handed_by,
            received_on,
            return_by: return_by.flatten(),
        },
        place: form.value("place").to_owned(),
        photos: keep_pictures(house, uploads, MOST_PHOTOS).await?,
        agreed: page.t("entries-photographs-agreed"),
    })
}

#[derive(Template)]
#[template(path = "entries/things_kept.html")]
struct KeptPage {
    page: Page,
    /// What should be back: entry, title and the thing.
    due: Vec<(String, String, ThingLine)>,
    others: Vec<(String, String, ThingLine)>,
}

/// Everything that the office keeps or kept for this edition; what should be back stands first.
pub(super) async fn kept(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let mut db = house.read().await?;
    let edition = edition_by_slug(&mut db, &slug).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::EntryViewAll, edition.place())?;
    let things = store::things_in(&mut db, edition.id).await?;
    drop(db);
    let today = edition.book.calendar().day_of(house.clock().now());
    let label = page.t("entries-all");
    let page = page.under(label, format!("/ky/{slug}/ho-so")).titled("entries-things");
    let is_due = |each: &ListedThing| each.kept.thing.is_due_back(each.entry_left(), today);
    let shown = |each: &ListedThing| {
        let number = each.number.as_ref().map(ToString::to_string).unwrap_or_default();
        (number, each.title.clone(), line(&page, &each.kept, is_due(each)))
    };
    let due = things.iter().filter(|each| is_due(each)).map(shown).collect();
    let others = things.iter().filter(|each| !is_due(each)).map(shown).collect();
    html(&KeptPage { page, due, others })
}
