//! A document enters the register: a draft of ours, or what came to us signed.

use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::correspondence::{DocumentKind, Signatory};
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash, redirect_with_told_flash};
use jiff::civil::Date;

use super::bearer::bearer;
use super::bodies::bodies_here;
use super::edit::{Asks, EditPage, body_of};
use super::fields::{self, FIELDS, all_or_none};
use super::from_template::Source;
use super::list::bases_of_the_book;
use super::reading::{Reading, still_read, to_read_back};
use crate::bodies::{Body, Letterhead};
use crate::document::{ContentError, Document, Origin};
use crate::file::take_scan;
use crate::folder::{Folder, folder};
use crate::incoming::register_incoming;
use crate::operations::{NewDocument, Signature};
use crate::signatures::check_what_came;
use crate::store;

pub(super) async fn show_new(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let asked = asked.only(&["mau", "soan", "tra-loi"])?;
    let mut db = house.read().await?;
    let folder = folder(&mut db, &viewer, &slug, Permission::DocumentRegister).await?;
    let heads = heads(&bodies_here(&mut db, &folder).await?, viewer.today);
    let template = asked.given("mau");
    let source = match template {
        Some(code) => Some(Source::load(&mut db, &folder, code, house.clock().now()).await?),
        None => None,
    };
    let usual = source.as_ref().map_or(Some(0), |source| source.place_among(&heads));
    let chosen = match asked.given("soan") {
        Some(place) => place.parse::<usize>().ok().and_then(|place| place.checked_sub(1)),
        None => usual,
    };
    // Where bodies are set, their own symbol follows the kind that is chosen.
    let agency = if heads.is_empty() { folder.symbol.as_str() } else { "" };
    let committee = source.as_ref().filter(|_| asked.given("soan").is_none());
    let committee = committee.and_then(|source| Some((source.letterhead(&folder)?, source.symbol())));
    let (form, symbol) = match (chosen.and_then(|place| heads.get(place)), committee) {
        (Some((letterhead, signatory)), _) => (fields::letterhead_of(letterhead, signatory.as_ref()), agency),
        (None, Some(committee)) => committee,
        (None, None) if heads.is_empty() => (fields::letterhead(&folder), agency),
        (None, None) => return Err(Halt::not_found()),
    };
    let form = match &source {
        None => answering(&mut db, &folder, asked.given("tra-loi"), fields::of_a_letter(form, symbol)).await?,
        Some(source) => source.draft(form, symbol)?,
    };
    let offers = offers(&heads, chosen, &folder, template);
    let mut edit = EditPage::load(&mut db, page, form, &folder, Asks::Draft).await?;
    edit.offers = offers;
    html(&edit)
}

/// A draft that answers what came rests on it and goes to whoever sent it.
async fn answering(db: &mut Conn, folder: &Folder, came: Option<&str>, form: Form) -> Result<Form, Halt> {
    let Some(came) = came else { return Ok(form) };
    let id: DocumentId = came.parse().map_err(|_| Halt::not_found())?;
    let came = store::document(db, id).await?.filter(|came| came.edition == folder.edition && came.signed().is_some());
    let came = came.ok_or_else(Halt::not_found)?;
    Ok(form.with("bases", id).with("addressees", came.content.issuer))
}

/// Each body that may issue today with each of its signatories.
fn heads(bodies: &[Body], today: Date) -> Vec<(Letterhead, Option<Signatory>)> {
    let mut heads = Vec::new();
    for letterhead in bodies.iter().filter_map(|body| body.on(today)) {
        if letterhead.signatories.is_empty() {
            heads.push((letterhead.clone(), None));
        }
        heads.extend(letterhead.signatories.iter().map(|signs| (letterhead.clone(), Some(signs.clone()))));
    }
    heads
}

/// Nothing where there is nothing to choose. The template that was chosen stays.
fn offers(
    heads: &[(Letterhead, Option<Signatory>)],
    chosen: Option<usize>,
    folder: &Folder,
    template: Option<&str>,
) -> Vec<(String, String)> {
    if heads.len() < 2 {
        return Vec::new();
    }
    let offer = |(place, (letterhead, signatory)): (usize, &(Letterhead, Option<Signatory>))| {
        let signs = signatory.as_ref().map(|signs| format!(", {}: {}", signs.lines().join(" "), signs.name));
        let template = template.map(|code| format!("mau={code}&")).unwrap_or_default();
        let address = format!("{}/moi?{template}soan={}", folder.address(), place + 1);
        let address = if chosen == Some(place) { String::new() } else { address };
        (format!("{}{}", letterhead.name, signs.unwrap_or_default()), address)
    };
    heads.iter().enumerate().map(offer).collect()
}

pub(super) async fn show_received(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let asked = asked.only(&["can-cu"])?;
    let mut db = house.read().await?;
    let folder = folder(&mut db, &viewer, &slug, Permission::DocumentRegister).await?;
    let form = match asked.given("can-cu") {
        None => Form::new().with("kind", DocumentKind::Decision.code()),
        Some(place) => {
            let bases = bases_of_the_book(&mut db, &folder).await?;
            let place = place.parse::<usize>().ok().and_then(|place| place.checked_sub(1));
            fields::cited(place.and_then(|place| bases.get(place)).ok_or_else(Halt::not_found)?)
        }
    };
    html(&EditPage::load(&mut db, page, form, &folder, Asks::Received).await?)
}

pub(super) async fn write_draft(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&FIELDS)?;
    enter(&house, &slug, viewer, page, posted, Asks::Draft).await
}

pub(super) async fn receive(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[&FIELDS[..], &["number", "date", "came", "read"]].concat())?;
    enter(&house, &slug, viewer, page, posted, Asks::Received).await
}

async fn enter(
    house: &House,
    slug: &str,
    viewer: Viewer,
    page: Page,
    posted: Posted,
    asks: Asks,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let folder = folder(&mut db, &viewer, slug, Permission::DocumentRegister).await?;
    if posted.form.value("step") == fields::MORE {
        return html(&EditPage::load(&mut db, page, posted.form, &folder, asks).await?);
    }
    drop(db);
    let now = house.clock().now();
    match try_to_enter(house, &viewer, &page, &folder, &posted, asks).await {
        Ok(Entered::As(id, symbol)) => {
            check_what_came(house, viewer.actor(), id).await;
            let here = format!("{}/{id}", folder.address());
            Ok(match symbol {
                Some(symbol) => {
                    let facts = [("symbol", symbol)];
                    redirect_with_told_flash(&house.site, &here, "correspondence-drafted-symbol", &facts)
                }
                None if asks == Asks::Draft => redirect_with_flash(&house.site, &here, "correspondence-drafted"),
                None => redirect_with_flash(&house.site, &here, "correspondence-received"),
            })
        }
        Ok(Entered::ToRead(reading)) => {
            let mut edit = EditPage::load(&mut house.read().await?, page, posted.form, &folder, asks).await?;
            edit.reading = Some(reading);
            html(&edit)
        }
        Err(halt) => {
            let mut form = posted.form;
            let taken = bearer(house, &viewer, &halt).await?;
            form.keep_refusals(&page, halt)?;
            let mut db = house.read().await?;
            let reading = still_read(&page, &form, (now, None, "")).filter(|_| asks == Asks::Received);
            let mut edit = EditPage::load(&mut db, page, form, &folder, asks).await?;
            (edit.taken, edit.reading) = (taken, reading);
            html(&edit)
        }
    }
}

/// What became of a sent form.
enum Entered {
    /// With the symbol that was filled in, where it was left empty.
    As(DocumentId, Option<String>),
    ToRead(Reading),
}

async fn try_to_enter(
    house: &House,
    viewer: &Viewer,
    page: &Page,
    folder: &Folder,
    posted: &Posted,
    asks: Asks,
) -> Result<Entered, Halt> {
    let body = body_of(house, &posted.form, viewer.today).await?;
    let new = new_document(house, folder, posted, (asks, body.as_ref()))?;
    if let Some(signature) = &new.signed {
        let nobody_yet = Document::draft(DocumentId::new(uuid::Uuid::nil()), new.edition, new.content.clone());
        let nobody_yet = Document { origin: Origin::Received, ..nobody_yet };
        let on_it = (&signature.number, signature.date);
        let (mut db, now) = (house.read().await?, house.clock().now());
        if let Some(reading) = to_read_back(&mut db, page, &posted.form, &nobody_yet, on_it, now).await? {
            return Ok(Entered::ToRead(reading));
        }
    }
    let came = came_on(&posted.form)?;
    let symbol = fields::filled_symbol(&posted.form, &new.content);
    let new = new.printed(house).await?;
    let id = house.acts.perform(viewer.actor(), move |act| Box::pin(register_incoming(act, new.clone(), came))).await?;
    Ok(Entered::As(id, symbol))
}

fn new_document(
    house: &House,
    folder: &Folder,
    posted: &Posted,
    (asks, body): (Asks, Option<&Letterhead>),
) -> Result<NewDocument, Halt> {
    let mut no = Refusals::new();
    let draft = asks == Asks::Draft;
    let content = fields::content(&posted.form, draft, body, &mut no);
    let bases = fields::bases(&posted.form, &mut no);
    let signed = if draft { Some(None) } else { signature(house, posted, &mut no)?.map(Some) };
    let edition = folder.edition;
    let new = content.zip(signed).map(|(content, signed)| NewDocument { edition, content, bases, signed });
    all_or_none(no, new)
}

/// The day on which the document came; none of what was issued before the program, or is only cited.
fn came_on(form: &Form) -> Result<Option<Date>, Halt> {
    let typed = form.value("came");
    if typed.is_empty() {
        return Ok(None);
    }
    let mut no = Refusals::new();
    let day = no.keep("came", parse_day(typed).ok_or(ContentError::Day));
    all_or_none(no, day.map(Some))
}

/// Number, day and scan, every fault at its field.
fn signature(house: &House, posted: &Posted, no: &mut Refusals) -> Result<Option<Signature>, Halt> {
    let number_and_day = fields::number_and_day(&posted.form, no);
    let file = no.absorb(take_scan(house, posted, "file", true))?;
    Ok(number_and_day.zip(file).map(|((number, date), file)| Signature { number, date, file, print: None }))
}
