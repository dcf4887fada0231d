//! What a personal link opens: the letter of one unit, on a telephone, for somebody without an
//! account.
//!
//! The address is the key, so no answer here may be kept by a browser or told to another site, and
//! no other address is linked from here but the link's own.

mod answer;
mod calendar;
mod code;
mod contact;
mod correcting;
mod fresh;
mod giving;
mod letter;
mod publicity;
mod removing;
mod report;

use askama::Template;
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use hoithi_correspondence::{Document, document};
use hoithi_edition::{Edition, current, edition};
use hoithi_journal::{Actor, Door, Halt};
use hoithi_people::{Gate, at_the_gate, ended_key, unknown_key};
use hoithi_rules::campaign::{LinkEnded, Task};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::TaskId;
use hoithi_store::Conn;
use hoithi_units::{Unit, unit};
use hoithi_web::{Access, House, NetworkAddress, Page, Routes, Taken, redirect};
use jiff::civil::Date;

use crate::called::called;
use crate::letter::SentTo;
use crate::links::{LetterLink, LinkTry, holder, word};
use crate::store::{self, TaskHolder};

pub(super) use code::in_groups;
pub(super) use contact::{PERSON, person};
pub(super) use fresh::Fresh;
pub(super) use hoithi_web::private;

pub(super) fn routes() -> Routes {
    let anybody = Access::Public;
    Routes::new()
        .get("/lien-ket", anybody, code::ask)
        .post("/lien-ket", anybody, code::open)
        .get("/lien-ket/{token}", anybody, letter::show)
        .get("/lien-ket/{token}/cong-van", anybody, letter::pdf)
        .get("/lien-ket/{token}/tep", anybody, letter::scan)
        .post("/lien-ket/{token}/mo", anybody, letter::read)
        .post("/lien-ket/{token}/xac-nhan", anybody, letter::acknowledge)
        .post("/lien-ket/{token}/thay-the", anybody, letter::follow)
        .get("/lien-ket/{token}/viec/{task}", anybody, answer::show)
        .post_few_files("/lien-ket/{token}/viec/{task}", answer::answer)
        .post("/lien-ket/{token}/viec/{task}/tien-do", anybody, answer::note)
        .post("/lien-ket/{token}/viec/{task}/gia-han", anybody, answer::ask)
        .post("/lien-ket/{token}/viec/{task}/giao-nguoi", anybody, giving::give)
        .get("/lien-ket/{token}/viec/{task}/tep/{file}", anybody, answer::file)
        .get("/lien-ket/{token}/tuyen-truyen", anybody, publicity::show)
        .post_few_files("/lien-ket/{token}/tuyen-truyen", publicity::record)
        .get("/lien-ket/{token}/tuyen-truyen/{item}/sua", anybody, correcting::show)
        .post_few_files("/lien-ket/{token}/tuyen-truyen/{item}/sua", correcting::correct)
        .get("/lien-ket/{token}/tuyen-truyen/{item}/go", anybody, removing::show)
        .post("/lien-ket/{token}/tuyen-truyen/{item}/go", anybody, removing::remove)
        .get("/lien-ket/{token}/tuyen-truyen/{item}/anh", anybody, correcting::photo)
        .get("/lien-ket/{token}/tuyen-truyen/{item}/anh-nho/{version}", anybody, correcting::small_photo)
        .get("/lien-ket/{token}/bao-cao", anybody, report::show)
        .post_few_files("/lien-ket/{token}/bao-cao", report::submit)
        .post("/lien-ket/{token}/bao-cao/gia-han", anybody, report::later)
        .get("/lien-ket/{token}/bao-cao/in", anybody, report::pdf)
        .post_few_files("/lien-ket/{token}/bao-cao/giay", report::add_paper)
        .get("/lien-ket/{token}/bao-cao/tep/{place}", anybody, report::file)
        .get("/lien-ket/{token}/lich", anybody, calendar::show)
        .post("/lien-ket/{token}/lich", anybody, calendar::make)
        .get("/lien-ket/{token}/dau-moi", anybody, contact::show)
        .post("/lien-ket/{token}/dau-moi", anybody, contact::name)
}

/// What a link opens.
pub(super) struct Opened {
    pub(super) token: String,
    pub(super) link: LetterLink,
    pub(super) sent: SentTo,
    pub(super) edition: Edition,
    pub(super) unit: Unit,
    pub(super) document: Document,
    pub(super) today: Date,
    /// Who has the one task that it opens; none where it opens all that the letter asks of the unit.
    pub(super) held: Option<TaskHolder>,
}

impl Opened {
    /// Where the link begins; everything it opens lies beneath.
    pub(super) fn address(&self) -> String {
        format!("/lien-ket/{}", self.token)
    }

    pub(super) fn is_confirmed(&self) -> bool {
        self.sent.is_acknowledged()
    }

    /// The one task that it opens.
    fn held_task(&self) -> Option<TaskId> {
        self.held.as_ref().map(|holder| holder.task)
    }

    /// The way of whoever has one task and nothing else.
    fn to_task(&self, task: TaskId) -> Response {
        private(redirect(&format!("{}/viec/{task}", self.address())))
    }

    /// Whether this task is theirs.
    pub(super) fn opens(&self, task: &Task) -> bool {
        self.held.as_ref().is_none_or(|holder| task.assignee == Some(holder.id))
    }

    /// A page beneath the letter's, for whom that opens.
    pub(super) fn under(&self, page: Page) -> Page {
        if self.held.is_some() {
            return page;
        }
        page.under(self.document.content.subject.clone(), self.address())
    }

    /// Who acts by a link is the link.
    pub(super) fn actor(&self) -> Actor {
        Actor::account(self.link.id.uuid(), Door::Page)
    }
}

/// Opens the letter, or answers with a page that says why it stays shut.
async fn open_at_all(house: &House, from: &NetworkAddress, page: &Page, token: String) -> Result<Gate<Opened>, Halt> {
    let token = word(&token);
    let mut db = at_the_gate(house, from).await?;
    let today = day_in_vietnam(house.clock().now());
    let link = match holder(&mut db, &token, today).await? {
        LinkTry::Opens(link) => *link,
        LinkTry::Ended(ended) => return ended_key(&ShutPage::of(&mut db, page, (Some(ended), today)).await?),
        LinkTry::Unknown => {
            let says = ShutPage::of(&mut db, page, (None, today)).await?;
            return unknown_key(house, (from, db), &says).await;
        }
    };
    let sent = store::sending(&mut db, link.sending).await?.ok_or_else(Halt::not_found)?;
    let edition = edition(&mut db, sent.edition).await?.ok_or_else(Halt::not_found)?;
    let unit = unit(&mut db, sent.sending.unit).await?.ok_or_else(Halt::not_found)?;
    let document = document(&mut db, sent.sending.document).await?.ok_or_else(Halt::not_found)?;
    let held = match link.holder {
        Some(holder) => Some(store::task_holder(&mut db, holder).await?.ok_or_else(Halt::not_found)?),
        None => None,
    };
    Ok(Gate::Open(Box::new(Opened { token, link, sent, edition, unit, document, today, held })))
}

/// The same where all of the letter is asked for: whoever has one task is led to that.
pub(super) async fn open(
    house: &House,
    from: &NetworkAddress,
    page: &Page,
    token: String,
) -> Result<Gate<Opened>, Halt> {
    Ok(match open_at_all(house, from, page, token).await? {
        Gate::Open(opened) => match opened.held_task() {
            Some(task) => Gate::Shut(opened.to_task(task)),
            None => Gate::Open(opened),
        },
        shut @ Gate::Shut(_) => shut,
    })
}

/// Of a link that opens nothing nobody knows the letter: the contest that runs now has an agency.
async fn whom_to_call(db: &mut Conn, today: Date) -> Result<Option<String>, Halt> {
    Ok(match current(db).await? {
        Some(edition) => Some(called(db, &edition, today).await?),
        None => None,
    })
}

/// Whoever holds a link that opens, known before anything of a form is read: nobody else brings files.
pub(super) struct Holder(pub(super) Box<Opened>);

impl Taken for Holder {}

impl FromRequestParts<House> for Holder {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Response> {
        match opened_by(parts, house).await {
            Ok(Gate::Open(opened)) => match opened.held_task() {
                Some(task) => Err(opened.to_task(task)),
                None => Ok(Self(opened)),
            },
            Ok(Gate::Shut(response)) => Err(response),
            Err(halt) => Err(halt.into_response()),
        }
    }
}

/// The same, or whoever has a task of it: what they see and do is asked with [`Opened::opens`].
pub(super) struct AnyHolder(pub(super) Box<Opened>);

impl Taken for AnyHolder {}

impl FromRequestParts<House> for AnyHolder {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Response> {
        match opened_by(parts, house).await {
            Ok(Gate::Open(opened)) => Ok(Self(opened)),
            Ok(Gate::Shut(response)) => Err(response),
            Err(halt) => Err(halt.into_response()),
        }
    }
}

async fn opened_by(parts: &mut Parts, house: &House) -> Result<Gate<Opened>, Halt> {
    let places = RawPathParams::from_request_parts(parts, house).await.map_err(|_| Halt::not_found())?;
    let token = places.iter().find(|(name, _)| *name == "token").map(|(_, token)| token.to_owned());
    let from = NetworkAddress::from_request_parts(parts, house).await?;
    let page = Page::from_request_parts(parts, house).await?;
    open_at_all(house, &from, &page, token.ok_or_else(Halt::not_found)?).await
}

#[derive(Template)]
#[template(path = "campaign/link_shut.html")]
struct ShutPage {
    page: Page,
    why: &'static str,
    /// Who sends a new link, and how they are reached.
    whom: Option<String>,
}

impl ShutPage {
    async fn of(db: &mut Conn, page: &Page, (ended, today): (Option<LinkEnded>, Date)) -> Result<Self, Halt> {
        let why = match ended {
            None => "campaign-link-unknown",
            Some(LinkEnded::Expired) => "campaign-link-expired",
            Some(LinkEnded::Revoked) => "campaign-link-revoked",
        };
        let whom = whom_to_call(db, today).await?;
        Ok(Self { page: page.clone().titled("campaign-link-shut"), why, whom })
    }
}

macro_rules! opened {
    ($house:expr, $from:expr, $page:expr, $token:expr) => {
        hoithi_people::opened!(super::open($house, $from, $page, $token).await?)
    };
}
use opened;
