//! What a winner's personal link opens: the form and what was answered with it, on a telephone, without an account.
//!
//! The address is the key, so no answer here may be kept by a browser or told to another site.

use askama::Template;
use axum::extract::{FromRequestParts, RawPathParams, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use hoithi_journal::{Actor, Door, Halt};
use hoithi_people::{Gate, OrRefuse, at_the_gate, ended_key, secret_hash, typed_code, unknown_key};
use hoithi_rules::campaign::{LinkEnded, SlipCode};
use hoithi_rules::day::day_in_vietnam;
use hoithi_web::{Form, House, NetworkAddress, Page, Posted, Taken, html, private, redirect, redirect_with_flash};
use jiff::civil::Date;

use super::form::{About, FIELDS, award_of, filled, read};
use crate::answering::reply_by_link;
use crate::refusal::AftercareRefusal;
use crate::reply::KeptReply;
use crate::store::{self, Link};

const DOOR: &str = "/ung-dung";

#[derive(Template)]
#[template(path = "aftercare/code.html")]
struct CodePage {
    page: Page,
    form: Form,
    door: &'static str,
}

impl CodePage {
    fn shown(page: Page, form: Form) -> Result<Response, Halt> {
        Ok(private(html(&Self { page: page.titled("aftercare-code-title"), form, door: DOOR })?))
    }
}

/// Where the code of a link is typed.
pub(super) async fn ask(page: Page) -> Result<Response, Halt> {
    CodePage::shown(page, Form::new())
}

pub(super) async fn open(page: Page, posted: Posted) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["code"])?;
    let typed = match form.given("code") {
        Some(typed) => typed_code(typed),
        None => Err(AftercareRefusal::CodeMissing).or_refuse(),
    };
    match typed {
        Ok(code) => Ok(private(redirect(&format!("{DOOR}/{}", code.as_str())))),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            CodePage::shown(page, form)
        }
    }
}

/// What a link opens.
pub(super) struct Opened {
    token: String,
    link: Link,
    about: About,
    kept: Option<KeptReply>,
    today: Date,
}

impl Opened {
    fn address(&self) -> String {
        format!("{DOOR}/{}", self.token)
    }

    /// Who acts by a link is the link.
    fn actor(&self) -> Actor {
        Actor::account(self.link.id.uuid(), Door::Page)
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
    let today = day_in_vietnam(house.clock().now());
    let Some(link) = store::link(&mut db, &secret_hash(&token)).await? else {
        return unknown_key(house, (&from, db), &ShutPage::of(&page, None)).await;
    };
    if let Err(ended) = link.times.opens_on(today) {
        return ended_key(&ShutPage::of(&page, Some(ended)));
    }
    let ask = store::ask(&mut db, link.ask).await?.ok_or_else(Halt::not_found)?;
    let edition = hoithi_edition::edition(&mut db, ask.edition).await?.ok_or_else(Halt::not_found)?;
    let award = award_of(&mut db, &ask).await?;
    let kept = store::reply(&mut db, ask.id).await?;
    let about = About::of(&page, &edition, (&ask, &award), kept.as_ref());
    Ok(Gate::Open(Box::new(Opened { token, link, about, kept, today })))
}

#[derive(Template)]
#[template(path = "aftercare/shut.html")]
struct ShutPage {
    page: Page,
    why: &'static str,
}

impl ShutPage {
    fn of(page: &Page, ended: Option<LinkEnded>) -> Self {
        let why = match ended {
            None => "aftercare-link-unknown",
            Some(LinkEnded::Expired) => "aftercare-link-expired",
            Some(LinkEnded::Revoked) => "aftercare-link-revoked",
        };
        Self { page: page.clone().titled("aftercare-link-shut"), why }
    }
}

#[derive(Template)]
#[template(path = "aftercare/reply.html")]
struct ReplyPage {
    page: Page,
    form: Form,
    about: About,
    action: String,
}

impl ReplyPage {
    fn shown(page: Page, opened: Opened, form: Form) -> Result<Response, Halt> {
        let action = format!("{}/tra-loi", opened.address());
        Ok(private(html(&Self { page: page.titled("aftercare-reply-title"), form, about: opened.about, action })?))
    }
}

pub(super) async fn show(Holder(opened): Holder, page: Page) -> Result<Response, Halt> {
    let form = filled(opened.kept.as_ref());
    ReplyPage::shown(page, *opened, form)
}

pub(super) async fn send(
    State(house): State<House>,
    Holder(opened): Holder,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&FIELDS)?;
    let kept = match read(&house, &posted, opened.today) {
        Ok(given) => {
            let token = opened.token.clone();
            let deed = house.acts.perform(opened.actor(), move |act| {
                let (token, given) = (token.clone(), given.clone());
                Box::pin(async move { reply_by_link(act, &token, given).await })
            });
            deed.await
        }
        Err(halt) => Err(halt),
    };
    match kept {
        Ok(()) => Ok(private(redirect_with_flash(&house.site, &opened.address(), "aftercare-was-replied"))),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            ReplyPage::shown(page, *opened, form)
        }
    }
}
