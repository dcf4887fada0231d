//! What a personal link opens of a dossier that was given back: what is missing, and the parts that were asked
//! for, on a telephone, without an account.
//!
//! The address is the key, so no answer here may be kept by a browser or told to another site.

use askama::Template;
use axum::extract::{FromRequestParts, RawPathParams, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use hoithi_edition::Edition;
use hoithi_journal::{Actor, Door, Halt, Refused};
use hoithi_people::{Gate, at_the_gate, ended_key, secret_hash, unknown_key};
use hoithi_rules::campaign::SlipCode;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::edition::{DossierPart, PartKind};
use hoithi_rules::entries::{Author, PartContent};
use hoithi_web::{Form, House, NetworkAddress, Page, Path, Posted, Taken, html, private, redirect_with_flash};
use jiff::civil::Date;

use super::author_link::{ShutPage, ask_at, open_at};
use super::fields::{FieldView, filled, names, typed, views};
use super::parts::{given_file, shown, taken};
use super::sheet::{in_words, is_meanwhile, seen};
use crate::change::Change;
use crate::kept::KeptEntry;
use crate::operations::{GivePart, complete_by_link, completes, give_part};
use crate::store::{self, AskedPart, SupplementLink};
use crate::videos::{VideoLimits, given_video};
use crate::words::megabytes;

/// Where the code of a link is typed.
const DOOR: &str = "/bo-sung";

pub(super) async fn ask(page: Page) -> Result<Response, Halt> {
    ask_at(page.titled("entries-supplement-code-title"), DOOR)
}

pub(super) async fn open(page: Page, posted: Posted) -> Result<Response, Halt> {
    open_at(page.titled("entries-supplement-code-title"), posted, DOOR)
}

/// What a link opens.
pub(super) struct Opened {
    token: String,
    link: SupplementLink,
    author: Author,
    kept: KeptEntry,
    edition: Edition,
    asked: Vec<AskedPart>,
    /// Until when the dossier lies with its author; none once it was sent in again.
    until: Option<Date>,
}

impl Opened {
    fn address(&self) -> String {
        format!("{DOOR}/{}", self.token)
    }

    /// Who acts by a link is the link.
    fn actor(&self) -> Actor {
        Actor::account(self.link.id.uuid(), Door::Page)
    }

    /// A part that was asked for, while it may be given.
    fn part(&self, code: &str) -> Result<&DossierPart, Halt> {
        let part = self.edition.book.rules().dossier_part(code).ok_or_else(Halt::not_found)?;
        let asked = self.until.is_some() && self.asked.iter().any(|each| each.part == part.code);
        if asked { Ok(part) } else { Err(Halt::not_found()) }
    }
}

/// Whoever holds a link that opens, known before anything of a form is read: nobody else brings files.
pub(super) struct Holder(Box<Opened>);

impl Taken for Holder {}

impl FromRequestParts<House> for Holder {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Response> {
        match opened_by(parts, house).await {
            Ok(Gate::Open(opened)) => Ok(Self(opened)),
            Ok(Gate::Shut(response)) => Err(response),
            Err(halt) => Err(halt.into_response()),
        }
    }
}

/// Opens what the link is for, or answers with a page that says why it stays shut. Wrong tries count for the
/// network address, as at the door of accounts.
async fn opened_by(parts: &mut Parts, house: &House) -> Result<Gate<Opened>, Halt> {
    let places = RawPathParams::from_request_parts(parts, house).await.map_err(|_| Halt::not_found())?;
    let token = places.iter().find(|(name, _)| *name == "token").map(|(_, token)| token.to_owned());
    let token = token.ok_or_else(Halt::not_found)?;
    let token = token.parse::<SlipCode>().map_or(token, |code| code.as_str().to_owned());
    let from = NetworkAddress::from_request_parts(parts, house).await?;
    let page = Page::from_request_parts(parts, house).await?;
    let mut db = at_the_gate(house, &from).await?;
    let now = house.clock().now();
    let Some(link) = store::supplement_link(&mut db, &secret_hash(&token)).await? else {
        return unknown_key(house, (&from, db), &ShutPage::of(&page, None)).await;
    };
    if let Err(ended) = link.times.opens_on(day_in_vietnam(now)) {
        return ended_key(&ShutPage::of(&page, Some(ended)));
    }
    let kept = store::dossier(&mut db, link.entry).await?.ok_or_else(Halt::not_found)?;
    let edition = hoithi_edition::edition(&mut db, kept.entry.edition).await?.ok_or_else(Halt::not_found)?;
    let asked = store::asked_parts(&mut db, link.entry).await?;
    // Somebody else may speak for all by now.
    let author = kept.representative().filter(|author| author.id == link.author).cloned();
    let author = author.ok_or_else(Halt::not_found)?;
    let may = kept.entry.may_edit(edition.book.calendar().day_of(now)).is_ok();
    let until = completes(&kept).ok().filter(|_| may).map(|(_, until)| until);
    Ok(Gate::Open(Box::new(Opened { token, link, author, kept, edition, asked, until })))
}

#[derive(Template)]
#[template(path = "entries/supplement.html")]
struct SupplementPage {
    page: Page,
    form: Form,
    opened: Opened,
}

impl SupplementPage {
    fn shown(page: Page, opened: Opened, form: Form) -> Result<Response, Halt> {
        let page = page.titled("entries-supplement-title");
        Ok(private(html(&Self { page, form, opened })?))
    }

    /// The parts that were asked for, in the order of the form.
    fn parts(&self) -> Vec<Wanted> {
        let opened = &self.opened;
        let wanted = |part: &DossierPart| {
            let asked = opened.asked.iter().find(|each| each.part == part.code)?;
            let href = format!("{}/phan/{}", opened.address(), part.code);
            // A file that was put apart afterwards is none.
            let given = asked.given_at.is_some() && opened.kept.part(&part.code).is_some();
            Some(Wanted { name: part.name.clone(), href, given })
        };
        opened.edition.book.rules().dossier.iter().filter_map(wanted).collect()
    }

    fn any_given(&self) -> bool {
        self.opened.asked.iter().any(|part| part.given_at.is_some())
    }
}

/// A part that was asked for.
struct Wanted {
    name: String,
    href: String,
    given: bool,
}

pub(super) async fn show(Holder(opened): Holder, page: Page) -> Result<Response, Halt> {
    SupplementPage::shown(page, *opened, Form::new())
}

#[derive(Template)]
#[template(path = "entries/supplement_part.html")]
struct PartPage {
    page: Page,
    form: Form,
    here: String,
    help: String,
    version: u32,
    /// Somebody saved after the form was made; what lies there now is shown beside what was typed.
    meanwhile: bool,
    now: Vec<(String, String)>,
    /// How many letters a text may have; empty for anything else.
    max: String,
    /// What is written under headings; empty where the part is one text or one file.
    fields: Vec<FieldView>,
    limits: String,
    /// The file that lies there now.
    file: Option<String>,
    /// Whether the part is a video.
    video: bool,
}

impl PartPage {
    fn shown(
        page: Page,
        opened: &Opened,
        part: &DossierPart,
        (form, meanwhile): (Form, bool),
    ) -> Result<Response, Halt> {
        let content = opened.kept.part(&part.code);
        let max = match part.kind {
            PartKind::Text { max_characters } => max_characters.to_string(),
            PartKind::Pdf { .. } | PartKind::Video { .. } | PartKind::Fields => String::new(),
        };
        let (title, back) = (page.t("entries-supplement-title"), opened.address());
        Ok(private(html(&Self {
            here: format!("{back}/phan/{}", part.code),
            help: part.help.clone(),
            version: opened.kept.entry.version,
            meanwhile,
            now: vec![(part.name.clone(), shown(Some(part), content))],
            max,
            fields: views(&page, part),
            limits: taken(&page, part.kind),
            video: part.kind.is_video(),
            file: match content {
                Some(PartContent::File(file)) => Some(format!("{} ({})", file.name, megabytes(file.bytes))),
                _ => None,
            },
            page: page.under(title, back).named(part.name.clone()),
            form,
        })?))
    }
}

pub(super) async fn show_part(
    Holder(opened): Holder,
    Path((_, part)): Path<(String, String)>,
    page: Page,
) -> Result<Response, Halt> {
    let part = opened.part(&part)?;
    let form = match opened.kept.part(&part.code) {
        Some(PartContent::Text(text)) => Form::new().with("text", text),
        Some(PartContent::Values(values)) => filled(&page, part, values, Form::new()),
        _ => Form::new(),
    };
    PartPage::shown(page, &opened, part, (form, false))
}

pub(super) async fn give(
    State(house): State<House>,
    Holder(opened): Holder,
    Path((_, part)): Path<(String, String)>,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let part = opened.part(&part)?;
    let own = names(part);
    posted.form.only(&own.iter().map(String::as_str).chain(["version", "text", "agreed"]).collect::<Vec<_>>())?;
    let mut form = posted.form.clone();
    let done = match read_part(&house, &page, part, posted).await {
        Ok((seen, change)) => {
            let command = GivePart { token: opened.token.clone(), seen, change };
            house.acts.perform(opened.actor(), move |act| Box::pin(give_part(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => Ok(private(redirect_with_flash(&house.site, &opened.address(), "entries-supplement-part-given"))),
        Err(halt) => {
            let meanwhile = is_meanwhile(&halt);
            form.keep_refusals(&page, in_words(&page, &opened.edition, halt))?;
            PartPage::shown(page, &opened, part, (form, meanwhile))
        }
    }
}

/// The version that was seen, and what was given.
async fn read_part(house: &House, page: &Page, part: &DossierPart, posted: Posted) -> Result<(u32, Change), Halt> {
    let Posted { form, files } = posted;
    let (seen, code) = (seen(&form)?, part.code.clone());
    let change = match part.kind {
        PartKind::Fields => Change::Values(code, typed(part, &form)),
        PartKind::Text { .. } => Change::Text(code, form.raw("text").to_owned()),
        PartKind::Pdf { max_megabytes } => {
            Change::File(code, given_file(house, page, &form, files, max_megabytes.get()).await?)
        }
        PartKind::Video { max_megabytes: megabytes, max_minutes: minutes } => {
            let agreed = page.t("entries-video-agreed");
            let limits = VideoLimits { megabytes, minutes };
            Change::File(code, given_video(house, (&form, agreed), files, limits).await?)
        }
    };
    Ok((seen, change))
}

pub(super) async fn complete(
    State(house): State<House>,
    Holder(opened): Holder,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["version"])?;
    let done = match seen(&form) {
        Ok(seen) => {
            let token = opened.token.clone();
            house.acts.perform(opened.actor(), move |act| Box::pin(complete_by_link(act, token.clone(), seen))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(_) => Ok(private(redirect_with_flash(&house.site, &opened.address(), "entries-supplement-sent"))),
        Err(halt) => {
            form.keep_refusals(&page, at_parts(in_words(&page, &opened.edition, halt)))?;
            SupplementPage::shown(page, *opened, form)
        }
    }
}

/// Whatever is missing is told above the parts.
fn at_parts(halt: Halt) -> Halt {
    let told = |each| Refused { field: Some("parts".to_owned()), ..each };
    match halt {
        Halt::Refused(all) => Halt::Refused(all.into_iter().map(told).collect()),
        other => other,
    }
}
