//! Joining a list, confirming it, leaving it. No account is needed, and nobody learns who is on a list.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Contact, LoginError, Refusals, Viewer};
use hoithi_rules::mailings::{ReaderState, short};
use hoithi_store::Conn;
use hoithi_web::{Body, Form, House, NetworkAddress, Page, Path, Posted, html, redirect_with_flash, without_cookies};

use crate::operations::{AskToJoin, ask_to_join, confirm, leave, oldest_wish};
use crate::store;
use crate::things::MailingList;

/// Which wording of the consent is shown: another wording gets another number.
const CONSENT: &str = "1";

#[derive(Template)]
#[template(path = "mailings/join.html")]
struct JoinPage {
    page: Page,
    form: Form,
    lists: Vec<(String, String)>,
}

async fn public_lists(db: &mut Conn) -> Result<Vec<MailingList>, Halt> {
    Ok(store::lists(db).await?.into_iter().filter(|list| list.public).collect())
}

fn join_page(page: Page, form: Form, lists: Vec<MailingList>) -> JoinPage {
    let words = |list: MailingList| {
        let about = if list.purpose.is_empty() { list.name } else { format!("{}: {}", list.name, list.purpose) };
        (list.id.to_string(), about)
    };
    JoinPage { page: page.titled("mailings-join"), form, lists: lists.into_iter().map(words).collect() }
}

pub(super) async fn show(State(house): State<House>, page: Page) -> Result<Response, Halt> {
    let lists = public_lists(&mut house.read().await?).await?;
    let form = match lists.first() {
        Some(only) if lists.len() == 1 => Form::new().with("list", only.id),
        _ => Form::new(),
    };
    html(&join_page(page, form, lists))
}

pub(super) async fn send(
    State(house): State<House>,
    viewer: Viewer,
    from: NetworkAddress,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["list", "email", "name", "consent"])?;
    let asked = match wish_in(&form, &page, from) {
        Ok(wish) => {
            let deed = house.acts.perform(viewer.actor(), |act| {
                let (house, wish) = (house.clone(), wish.clone());
                Box::pin(async move { ask_to_join(act, &house, wish).await })
            });
            deed.await
        }
        Err(halt) => Err(halt),
    };
    match asked {
        Ok(()) => Ok(redirect_with_flash(&house.site, "/nhan-tin", "mailings-asked")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let lists = public_lists(&mut house.read().await?).await?;
            html(&join_page(page, form, lists))
        }
    }
}

/// Who wants what, every fault at its field.
fn wish_in(form: &Form, page: &Page, from: NetworkAddress) -> Result<AskToJoin, Halt> {
    let mut no = Refusals::new();
    let list = form.given("list").and_then(|list| list.parse().ok());
    if list.is_none() {
        no.add("mailings.list_missing", "list", "choose a list");
    }
    let contact = match form.given("email") {
        Some(email) => no.keep("email", Contact::parse(email, "")),
        None => no.keep("email", Err(LoginError::Email)),
    };
    let name = no.keep("name", short(form.value("name")));
    if !form.checked("consent", "yes") {
        no.add("mailings.consent", "consent", "mail is written with its reader's consent only");
    }
    let consent = page.t("mailings-consent");
    match (list, contact, name) {
        (Some(list), Some(contact), Some(name)) if no.is_empty() => Ok(AskToJoin {
            list,
            email: contact.email,
            name,
            consent,
            consent_version: CONSENT.to_owned(),
            from: from.0,
        }),
        _ => Err(no.halt()),
    }
}

#[derive(Template)]
#[template(path = "mailings/yes.html")]
struct YesPage {
    page: Page,
    lead: String,
    /// Where the one button of the page leads; empty where nothing is left to be done.
    action: String,
    button: String,
}

/// Programs that look at every link of a mail must not say yes for its reader: a button does.
pub(super) async fn show_confirm(
    State(house): State<House>,
    Path(token): Path<String>,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let since = oldest_wish(house.clock().now())?;
    let wish = store::wish(&mut db, &token, since).await?.ok_or_else(Halt::not_found)?;
    let list = store::list(&mut db, wish.list).await?.ok_or_else(Halt::not_found)?;
    html(&YesPage {
        lead: page.t1("mailings-confirm-lead", "list", list.name),
        action: format!("/nhan-tin/xac-nhan/{token}"),
        button: page.t("mailings-confirm-action"),
        page: page.titled("mailings-confirm"),
    })
}

pub(super) async fn send_confirm(
    State(house): State<House>,
    Path(token): Path<String>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    house.acts.perform(viewer.actor(), move |act| Box::pin(confirm(act, token.clone()))).await?;
    Ok(redirect_with_flash(&house.site, "/nhan-tin", "mailings-joined"))
}

pub(super) async fn show_leave(
    State(house): State<House>,
    Path(token): Path<String>,
    page: Page,
) -> Result<Response, Halt> {
    html(&leave_page(&house, &token, page).await?)
}

async fn leave_page(house: &House, token: &str, page: Page) -> Result<YesPage, Halt> {
    let mut db = house.read().await?;
    let reader = store::leaving(&mut db, token).await?.ok_or_else(Halt::not_found)?;
    let list = store::list(&mut db, reader.list).await?.ok_or_else(Halt::not_found)?;
    let gone = reader.state == ReaderState::Left;
    let lead = page.t1(if gone { "mailings-left-lead" } else { "mailings-leave-lead" }, "list", list.name);
    Ok(YesPage {
        lead,
        action: if gone { String::new() } else { format!("/nhan-tin/roi/{token}") },
        button: page.t("mailings-leave-action"),
        page: page.titled("mailings-leave"),
    })
}

/// What a mail program sends when its reader clicks once (RFC 8058).
const ONE_CLICK: &str = "One-Click";

/// Takes a press of the page's button and the one click of a mail program, which comes without cookies and
/// in one of two shapes: the word in the address is all that counts. A program is not led elsewhere, since
/// many follow with a question of their own.
pub(super) async fn send_leave(
    State(house): State<House>,
    Path(token): Path<String>,
    viewer: Viewer,
    page: Page,
    said: Body,
) -> Result<Response, Halt> {
    let back = format!("/nhan-tin/roi/{token}");
    let link = token.clone();
    house.acts.perform(viewer.actor(), move |act| Box::pin(leave(act, link.clone()))).await?;
    if String::from_utf8_lossy(&said.0).contains(ONE_CLICK) {
        return Ok(without_cookies(html(&leave_page(&house, &token, page).await?)?));
    }
    Ok(redirect_with_flash(&house.site, &back, "mailings-left"))
}
