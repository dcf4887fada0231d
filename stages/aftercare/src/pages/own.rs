//! What an author who signs in was asked, and the answer.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, editions};
use hoithi_entries::entries_of;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use uuid::Uuid;

use super::after_words;
use super::form::{About, FIELDS, award_of, filled, read};
use crate::answering::reply_as_author;
use crate::reply::KeptReply;
use crate::store::{self, Ask};

const OWN: &str = "/ung-dung-cua-toi";

/// One thing that was asked.
struct Row {
    href: String,
    title: String,
    /// Its contest, and how long after it.
    hint: String,
    word: String,
    tone: &'static str,
}

#[derive(Template)]
#[template(path = "aftercare/own.html")]
struct OwnPage {
    page: Page,
    rows: Vec<Row>,
}

pub(super) async fn list(State(house): State<House>, viewer: Viewer, page: Page) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let mut rows = Vec::new();
    for edition in editions(&mut db).await? {
        if edition.state.announced_at().is_some() && viewer.may(Permission::EntryViewOwn, edition.place()) {
            rows.extend(rows_of(&mut db, &viewer, &page, &edition).await?);
        }
    }
    html(&OwnPage { page: page.titled("aftercare-own"), rows })
}

async fn rows_of(db: &mut Conn, viewer: &Viewer, page: &Page, edition: &Edition) -> Result<Vec<Row>, Halt> {
    let account = viewer.signed_in()?.id;
    let asks = store::asks_of(db, edition.id).await?;
    if asks.is_empty() {
        return Ok(Vec::new());
    }
    let replies = store::replies_of(db, edition.id).await?;
    let mut own = entries_of(db, edition.id).await?;
    own.retain(|card| card.owner == Some(account) || card.authors.iter().any(|author| author.account == Some(account)));
    let row = |ask: &Ask| {
        let card = own.iter().find(|card| card.id == ask.entry)?;
        let replied = replies.contains_key(&ask.id);
        Some(Row {
            href: format!("{OWN}/{}", ask.id),
            title: card.title.clone(),
            hint: format!(
                "{} · {}",
                edition.title(),
                page.t1("aftercare-after", "after", after_words(page, ask.months))
            ),
            word: page.t(if replied { "aftercare-replied" } else { "aftercare-open" }),
            tone: if replied { "done" } else { "todo" },
        })
    };
    Ok(asks.iter().filter_map(row).collect())
}

/// What the visitor was asked about an entry of their own; anything else is not there for them.
struct Mine {
    ask: Ask,
    about: About,
    kept: Option<KeptReply>,
}

impl Mine {
    async fn load(house: &House, viewer: &Viewer, page: &Page, id: Uuid) -> Result<Self, Halt> {
        let account = viewer.signed_in()?.id;
        let mut db = house.read().await?;
        let ask = store::ask(&mut db, id).await?.ok_or_else(Halt::not_found)?;
        let edition = hoithi_edition::edition(&mut db, ask.edition).await?.ok_or_else(Halt::not_found)?;
        let dossier = hoithi_entries::dossier(&mut db, ask.entry).await?.ok_or_else(Halt::not_found)?;
        if !dossier.is_of(account) || !viewer.may(Permission::EntryViewOwn, edition.place()) {
            return Err(Halt::not_found());
        }
        let award = award_of(&mut db, &ask).await?;
        let kept = store::reply(&mut db, id).await?;
        let about = About::of(page, &edition, (&ask, &award), kept.as_ref());
        Ok(Self { ask, about, kept })
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
    fn shown(page: Page, mine: Mine, form: Form) -> Result<Response, Halt> {
        let list = page.t("aftercare-own");
        let page = page.under(list, OWN).titled("aftercare-reply-title");
        html(&Self { page, form, about: mine.about, action: format!("{OWN}/{}", mine.ask.id) })
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<Uuid>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mine = Mine::load(&house, &viewer, &page, id).await?;
    let form = filled(mine.kept.as_ref());
    ReplyPage::shown(page, mine, form)
}

pub(super) async fn send(
    State(house): State<House>,
    Path(id): Path<Uuid>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&FIELDS)?;
    let mine = Mine::load(&house, &viewer, &page, id).await?;
    let kept = match read(&house, &posted, viewer.today) {
        Ok(given) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(reply_as_author(act, id, given.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match kept {
        Ok(()) => Ok(redirect_with_flash(&house.site, OWN, "aftercare-was-replied")),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            ReplyPage::shown(page, mine, form)
        }
    }
}
