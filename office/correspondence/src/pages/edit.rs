//! Writing a draft, changing it, and entering a document that came to us signed.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::correspondence::{DocumentKind, DocumentNumber, Signatory, SigningCapacity, Urgency};
use hoithi_rules::day::parse_day;
use hoithi_rules::edition::roman;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_rules::text::one_line;
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::bodies::bodies_here;
use super::fields::{self, FIELDS, FREE_KIND, all_or_none};
use super::from_template::Source;
use super::list::bases_of_the_book;
use super::reading::{Reading, still_read, to_read_back};
use super::show::{Addresses, UnderRegister, cited_short};
use crate::bodies::{Body, Letterhead, on_day};
use crate::document::{Document, DocumentCard};
use crate::file::take_scan;
use crate::folder::{Folder, document_in, folder, of_the_agency};
use crate::operations::{NewDocument, Revision, Signature, register, revise};
use crate::signatures::check_what_came;
use crate::store;

#[derive(Template)]
#[template(path = "correspondence/edit.html")]
struct EditPage {
    page: Page,
    form: Form,
    received: bool,
    action: String,
    kinds: Vec<(String, String)>,
    capacities: Vec<(String, String)>,
    bases: Vec<(String, String)>,
    urgencies: Vec<(String, String)>,
    /// The fields of each annex that is shown, and whether there is room for another.
    annexes: Vec<AnnexFields>,
    more_annexes: bool,
    /// For whom, and by whom to be signed, it could be drafted instead; the chosen one without its address.
    offers: Vec<(String, String)>,
    /// What bears the number that was refused, and where it is read.
    taken: Option<(String, String)>,
    /// Number and day of what came signed, read back before they are recorded.
    reading: Option<Reading>,
}

impl EditPage {
    async fn load(db: &mut Conn, page: Page, form: Form, folder: &Folder, asks: Asks) -> Result<Self, Halt> {
        let bases = bases(db, folder).await?;
        let mut kinds = fields::kinds();
        kinds.push((FREE_KIND.to_owned(), page.t("correspondence-kind-free")));
        let capacities = SigningCapacity::ALL
            .iter()
            .map(|capacity| (capacity.code().to_owned(), page.tcode("correspondence-capacity-", capacity.code())))
            .collect();
        let page = match asks {
            Asks::Draft => page.titled("correspondence-new-draft"),
            Asks::Received => page.titled("correspondence-receive"),
            Asks::Change(_) => page.titled("correspondence-change-draft"),
        };
        let action = match asks {
            Asks::Draft => format!("{}/moi", folder.address()),
            Asks::Received => format!("{}/vao-so", folder.address()),
            Asks::Change(id) => format!("{}/{id}/sua", folder.address()),
        };
        let urgencies = Urgency::ALL.iter().map(|each| (each.code().to_owned(), each.stamp().to_owned())).collect();
        let annexes = AnnexFields::of(&page, &form);
        Ok(Self {
            page: page.under_register(folder),
            received: asks == Asks::Received,
            more_annexes: annexes.len() < fields::ANNEXES.len(),
            annexes,
            urgencies,
            form,
            action,
            kinds,
            capacities,
            bases,
            offers: Vec::new(),
            taken: None,
            reading: None,
        })
    }
}

/// The names and words of an annex's two fields.
struct AnnexFields {
    title: &'static str,
    title_label: String,
    text: &'static str,
    text_label: String,
}

impl AnnexFields {
    /// One annex is *Phụ lục*; several are counted in roman numbers, as on paper.
    fn of(page: &Page, form: &Form) -> Vec<Self> {
        let shown = fields::annexes_shown(form);
        let number = |place: u16| if shown > 1 { format!(" {}", roman(place)) } else { String::new() };
        let one = |((title, text), place): ((&'static str, &'static str), u16)| Self {
            title,
            title_label: page.t1("correspondence-annex-title", "number", number(place)),
            text,
            text_label: page.t1("correspondence-annex", "number", number(place)),
        };
        fields::ANNEXES.into_iter().zip(1..).take(shown).map(one).collect()
    }
}

/// What a document may rest on: signed, and of the agency's register, this edition's first.
async fn bases(db: &mut Conn, folder: &Folder) -> Result<Vec<(String, String)>, Halt> {
    let mut bases = Vec::new();
    for each in of_the_agency(db, folder).await? {
        let signed = store::documents_of(db, each.edition).await?.into_iter().rev();
        bases.extend(signed.filter(|card| card.signed.is_some()).map(|card| (card.id.to_string(), named(&card))));
    }
    Ok(bases)
}

/// `Quyết định số 85/QĐ-BTC ngày 27/7/2020 – Ban hành Thể lệ`
fn named(card: &DocumentCard) -> String {
    format!("{} – {}", cited_short(card), card.subject)
}

/// The document that bears a number which was refused as taken.
async fn taken(db: &mut Conn, viewer: &Viewer, form: &Form, halt: &Halt) -> Result<Option<(String, String)>, Halt> {
    let Halt::Refused(all) = halt else { return Ok(None) };
    if !all.iter().any(|each| each.code == "correspondence.number_taken") {
        return Ok(None);
    }
    let year = parse_day(form.value("date")).map_or(0, jiff::civil::Date::year);
    let Ok(number) = DocumentNumber::parse(form.value("number"), year) else { return Ok(None) };
    let Some(card) = store::of_number(db, &one_line(form.value("issuer")), &number).await? else { return Ok(None) };
    let address = Addresses::of(db, viewer).await?.of_card(&card);
    // Of what they may not read they are told no more than its number.
    let title = if address.is_empty() { cited_short(&card) } else { named(&card) };
    Ok(Some((title, address)))
}

/// Which of the three forms.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asks {
    Draft,
    Received,
    Change(DocumentId),
}

pub(super) async fn show_new(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let asked = asked.only(&["mau", "soan"])?;
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
        None => fields::of_a_letter(form, symbol),
        Some(source) => source.draft(form, symbol)?,
    };
    let offers = offers(&heads, chosen, &folder, template);
    let edit = EditPage::load(&mut db, page, form, &folder, Asks::Draft).await?;
    html(&EditPage { offers, ..edit })
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
        None => Form::new().with("kind", DocumentKind::Decision.code()).with("public", "co"),
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
    posted.form.only(&[&FIELDS[..], &["number", "date", "read"]].concat())?;
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
        Ok(Entered::As(id)) => {
            check_what_came(house, viewer.actor(), id).await;
            let key = if asks == Asks::Draft { "correspondence-drafted" } else { "correspondence-received" };
            Ok(redirect_with_flash(&house.site, &format!("{}/{id}", folder.address()), key))
        }
        Ok(Entered::ToRead(reading)) => {
            let edit = EditPage::load(&mut house.read().await?, page, posted.form, &folder, asks).await?;
            html(&EditPage { reading: Some(reading), ..edit })
        }
        Err(halt) => {
            let mut form = posted.form;
            let mut db = house.read().await?;
            let taken = taken(&mut db, &viewer, &form, &halt).await?;
            form.keep_refusals(&page, halt)?;
            let reading = still_read(&page, &form, now).filter(|_| asks == Asks::Received);
            let edit = EditPage::load(&mut db, page, form, &folder, asks).await?;
            html(&EditPage { taken, reading, ..edit })
        }
    }
}

/// What became of a sent form.
enum Entered {
    As(DocumentId),
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
        let on_it = (&signature.number, signature.date);
        let (mut db, now) = (house.read().await?, house.clock().now());
        if let Some(reading) = to_read_back(&mut db, page, &posted.form, &nobody_yet, on_it, now).await? {
            return Ok(Entered::ToRead(reading));
        }
    }
    let new = new.printed(house).await?;
    let id = house.acts.perform(viewer.actor(), move |act| Box::pin(register(act, new.clone()))).await?;
    Ok(Entered::As(id))
}

/// What holds today of the body whose name stands on the form.
async fn body_of(house: &House, form: &Form, today: Date) -> Result<Option<Letterhead>, Halt> {
    let found = on_day(&mut house.read().await?, &one_line(form.value("issuer")), today).await?;
    Ok(found.map(|(_, letterhead)| letterhead))
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

/// Number, day and scan, every fault at its field.
fn signature(house: &House, posted: &Posted, no: &mut Refusals) -> Result<Option<Signature>, Halt> {
    let number_and_day = fields::number_and_day(&posted.form, no);
    let file = no.absorb(take_scan(house, posted, "file", true))?;
    Ok(number_and_day.zip(file).map(|((number, date), file)| Signature { number, date, file, print: None }))
}

pub(super) async fn show_draft(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (folder, document) = document_in(&mut db, &viewer, (&slug, id), Permission::DocumentRegister).await?;
    if document.signed().is_some() {
        return Err(Halt::not_found());
    }
    let bases: Vec<_> = store::bases_of(&mut db, id).await?.iter().map(|basis| basis.id).collect();
    let form = fields::filled(&document, &bases);
    html(&EditPage::load(&mut db, page, form, &folder, Asks::Change(id)).await?)
}

pub(super) async fn save_draft(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&[&FIELDS[..], &["version"]].concat())?;
    let mut db = house.read().await?;
    let (folder, _) = document_in(&mut db, &viewer, (&slug, id), Permission::DocumentRegister).await?;
    if form.value("step") == fields::MORE {
        return html(&EditPage::load(&mut db, page, form, &folder, Asks::Change(id)).await?);
    }
    drop(db);
    let body = body_of(&house, &form, viewer.today).await?;
    let revised = match revision(id, &form, body.as_ref()) {
        Ok(revision) => house.acts.perform(viewer.actor(), move |act| Box::pin(revise(act, revision.clone()))).await,
        Err(halt) => Err(halt),
    };
    match revised {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("{}/{id}", folder.address()), "correspondence-changed")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&EditPage::load(&mut house.read().await?, page, form, &folder, Asks::Change(id)).await?)
        }
    }
}

fn revision(id: DocumentId, form: &Form, body: Option<&Letterhead>) -> Result<Revision, Halt> {
    let mut no = Refusals::new();
    let content = fields::content(form, true, body, &mut no);
    let bases = fields::bases(form, &mut no);
    let version = form.value("version").parse().unwrap_or(0);
    all_or_none(no, content.map(|content| Revision { document: id, version, content, bases }))
}
