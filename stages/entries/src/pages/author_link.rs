//! What an author's personal link opens: the solution, the own share, and the answer to it, on a
//! telephone, without an account.
//!
//! The address is the key, so no answer here may be kept by a browser or told to another site.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::{Actor, Door, Halt};
use hoithi_people::{Gate, OrRefuse, at_the_gate, ended_key, opened, secret_hash, typed_code, unknown_key};
use hoithi_rules::campaign::{LinkEnded, SlipCode};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::entries::{Author, Confirmation, Share};
use hoithi_web::{Form, House, NetworkAddress, Page, Path, Posted, html, private, redirect, redirect_with_flash};

use super::confirming::told;
use super::consents::{OfAuthor, said};
use crate::confirm_refusal::ConfirmRefusal;
use crate::kept::KeptEntry;
use crate::operations::{ConfirmByLink, DeclineByLink, confirm_by_link, consent_by_link, decline_by_link};
use crate::receipt::category_name;
use crate::store::{self, AuthorLink};

#[derive(Template)]
#[template(path = "entries/author_code.html")]
struct CodePage {
    page: Page,
    form: Form,
    door: &'static str,
}

/// Where the code of a link is typed.
pub(super) async fn ask(page: Page) -> Result<Response, Halt> {
    ask_at(page.titled("entries-link-code-title"), "/tac-gia")
}

pub(super) async fn open(page: Page, posted: Posted) -> Result<Response, Halt> {
    open_at(page.titled("entries-link-code-title"), posted, "/tac-gia")
}

/// The same at the door of another kind of link.
pub(super) fn ask_at(page: Page, door: &'static str) -> Result<Response, Halt> {
    Ok(private(html(&CodePage { page, form: Form::new(), door })?))
}

pub(super) fn open_at(page: Page, posted: Posted, door: &'static str) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["code"])?;
    let typed = match form.given("code") {
        Some(typed) => typed_code(typed),
        None => Err(Halt::refused("entries.link_code_missing", Some("code"), "no code was typed")),
    };
    match typed {
        Ok(code) => Ok(private(redirect(&format!("{door}/{}", code.as_str())))),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            Ok(private(html(&CodePage { page, form, door })?))
        }
    }
}

/// What a link opens.
struct Opened {
    token: String,
    link: AuthorLink,
    author: Author,
    kept: KeptEntry,
    edition: Edition,
    /// Whether and how they agreed.
    told: (String, &'static str),
    /// Whether the dossier still lies with whoever writes it, so that an answer counts.
    open: bool,
    /// What they consent to: the one author of this link.
    consents: Vec<OfAuthor>,
}

impl Opened {
    fn address(&self) -> String {
        format!("/tac-gia/{}", self.token)
    }

    /// Who acts by a link is the link.
    fn actor(&self) -> Actor {
        Actor::account(self.link.id.uuid(), Door::Page)
    }
}

/// Opens what the link is for, or answers with a page that says why it stays shut.
async fn open_at_all(house: &House, from: &NetworkAddress, page: &Page, token: String) -> Result<Gate<Opened>, Halt> {
    let token = token.parse::<SlipCode>().map_or(token, |code| code.as_str().to_owned());
    let mut db = at_the_gate(house, from).await?;
    let now = house.clock().now();
    let Some(link) = store::author_link(&mut db, &secret_hash(&token)).await? else {
        return unknown_key(house, (from, db), &ShutPage::of(page, None)).await;
    };
    if let Err(ended) = link.times.opens_on(day_in_vietnam(now)) {
        return ended_key(&ShutPage::of(page, Some(ended)));
    }
    let kept = store::dossier(&mut db, link.entry).await?.ok_or_else(Halt::not_found)?;
    let edition = hoithi_edition::edition(&mut db, kept.entry.edition).await?.ok_or_else(Halt::not_found)?;
    let author = kept.entry.content.authors.iter().find(|author| author.id == link.author).cloned();
    let author = author.ok_or_else(Halt::not_found)?;
    let how = store::confirmed_how(&mut db, link.entry).await?.remove(&link.author);
    let told = told(page, &author, how.as_ref());
    let open = kept.entry.may_edit(edition.book.calendar().day_of(now)).is_ok();
    let known = store::consents(&mut db, link.entry).await?;
    let to = format!("/tac-gia/{token}/dong-thuan");
    let consents = vec![OfAuthor::of(page, &author, &known, day_in_vietnam(now), (true, &to))];
    Ok(Gate::Open(Box::new(Opened { token, link, author, kept, edition, told, open, consents })))
}

#[derive(Template)]
#[template(path = "entries/author_link_shut.html")]
pub(super) struct ShutPage {
    page: Page,
    why: &'static str,
}

impl ShutPage {
    pub(super) fn of(page: &Page, ended: Option<LinkEnded>) -> Self {
        let why = match ended {
            None => "entries-link-unknown",
            Some(LinkEnded::Expired) => "entries-link-expired",
            Some(LinkEnded::Revoked) => "entries-link-revoked",
        };
        Self { page: page.clone().titled("entries-link-shut"), why }
    }
}

#[derive(Template)]
#[template(path = "entries/author_link.html")]
struct LinkPage {
    page: Page,
    form: Form,
    opened: Opened,
    category: String,
}

impl LinkPage {
    fn shown(page: Page, opened: Opened, form: Form) -> Result<Response, Halt> {
        let title = opened.kept.title();
        let page = if title.is_empty() { page.titled("entries-untitled") } else { page.named(title) };
        let category = category_name(&opened.kept, &opened.edition);
        Ok(private(html(&Self { page, form, opened, category })?))
    }

    fn is_pending(&self) -> bool {
        self.opened.author.confirmation == Confirmation::Pending
    }

    /// Whether there is a share to agree to.
    fn has_share(&self) -> bool {
        self.opened.author.share != Share::default()
    }
}

pub(super) async fn show(
    State(house): State<House>,
    from: NetworkAddress,
    Path(token): Path<String>,
    page: Page,
) -> Result<Response, Halt> {
    let opened = opened!(open_at_all(&house, &from, &page, token).await?);
    LinkPage::shown(page, opened, Form::new())
}

pub(super) async fn agree(
    State(house): State<House>,
    from: NetworkAddress,
    Path(token): Path<String>,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["share"])?;
    let opened = opened!(open_at_all(&house, &from, &page, token).await?);
    // A share that is none was not the one on the page.
    let share = posted.form.value("share").parse::<u32>().ok().and_then(|share| Share::from_hundredths(share).ok());
    let agreed = match share {
        Some(share) => {
            let command = ConfirmByLink { token: opened.token.clone(), share };
            house.acts.perform(opened.actor(), move |act| Box::pin(confirm_by_link(act, command.clone()))).await
        }
        None => Err(ConfirmRefusal::ShareChanged { share: opened.author.share }).or_refuse(),
    };
    answered(&house, page, (opened, posted.form), agreed, "entries-link-agreed-now")
}

pub(super) async fn decline(
    State(house): State<House>,
    from: NetworkAddress,
    Path(token): Path<String>,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["reason"])?;
    let opened = opened!(open_at_all(&house, &from, &page, token).await?);
    let command = DeclineByLink { token: opened.token.clone(), reason: posted.form.value("reason").to_owned() };
    let declined = house.acts.perform(opened.actor(), move |act| Box::pin(decline_by_link(act, command.clone()))).await;
    answered(&house, page, (opened, posted.form), declined, "entries-link-declined-now")
}

pub(super) async fn consent(
    State(house): State<House>,
    from: NetworkAddress,
    Path(token): Path<String>,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["author", "step", "guardian"])?;
    let opened = opened!(open_at_all(&house, &from, &page, token).await?);
    let (token, said) = (opened.token.clone(), said(&posted.form)?);
    let consents = house
        .acts
        .perform(opened.actor(), move |act| Box::pin(consent_by_link(act, token.clone(), said.clone())))
        .await;
    answered(&house, page, (opened, posted.form), consents, "entries-consent-saved")
}

fn answered(
    house: &House,
    page: Page,
    (opened, mut form): (Opened, Form),
    done: Result<(), Halt>,
    flash: &'static str,
) -> Result<Response, Halt> {
    match done {
        Ok(()) => Ok(private(redirect_with_flash(&house.site, &opened.address(), flash))),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            LinkPage::shown(page, opened, form)
        }
    }
}
