//! The portal's first page: when, where, how to enter; the documents; how far it is.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{DocumentCard, ended_word, kind_named, public_documents};
use hoithi_edition::{Edition, current, editions};
use hoithi_entries::{Count, counts};
use hoithi_helpdesk::Help;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_publication::{Intake, intake};
use hoithi_store::Conn;
use hoithi_web::{Asked, House, Page, html};

#[derive(Template)]
#[template(path = "app/no_edition.html")]
struct NoEditionPage {
    page: Page,
}

#[derive(Template)]
#[template(path = "app/home.html")]
struct HomePage {
    page: Page,
    edition: Edition,
    intake: Intake,
    /// When the result was announced: from then on that is the news.
    announced: Option<String>,
    documents: Vec<DocumentCard>,
    received: Vec<(String, usize)>,
    /// Earlier contests whose result was announced: name and address.
    past: Vec<(String, String)>,
    help: Help,
}

impl HomePage {
    /// One of the buttons is the one action: the result, once there is one.
    fn enter_kind(&self) -> &'static str {
        if self.announced.is_some() { "secondary" } else { "" }
    }

    fn total(&self) -> usize {
        self.received.iter().map(|(_, entries)| entries).sum()
    }

    fn most(&self) -> usize {
        self.received.iter().map(|(_, entries)| *entries).max().unwrap_or(1)
    }

    /// A count as it is shown.
    fn shown(&self, count: impl std::borrow::Borrow<usize>) -> String {
        self.page.number(i64::try_from(*count.borrow()).unwrap_or(i64::MAX))
    }

    /// "Quyết định 85/QĐ-BTC · 27/7/2020 · Ban Tổ chức Hội thi"
    fn facts(&self, card: &DocumentCard) -> String {
        let kind = kind_named(&self.page, &card.kind);
        let facts = match &card.signed {
            Some((number, day)) => format!("{kind} {number} · {} · {}", self.page.day(day), card.issuer),
            None => format!("{kind} · {}", card.issuer),
        };
        ended_word(&self.page, card).into_iter().chain([facts]).collect::<Vec<_>>().join(" · ")
    }
}

pub(super) async fn home(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let mut db = house.read().await?;
    let Some(edition) = current(&mut db).await? else {
        return html(&NoEditionPage { page: page.titled("app-home") });
    };
    let documents = public_documents(&mut db, edition.id).await?;
    let received = received_by_category(&edition, &counts(&mut db, edition.id).await?);
    let past = past(&mut db, &edition).await?;
    let help = hoithi_helpdesk::help(&mut db, &page, &viewer, &edition).await?;
    let intake = intake(&edition, &page, &viewer, house.clock().now());
    let announced = edition.state.announced_at().map(|at| page.instant(at));
    html(&HomePage { announced, page: page.named(edition.title()), intake, documents, received, past, help, edition })
}

/// The contests before this one, the newest first; a unit's own stand with their units.
async fn past(db: &mut Conn, now: &Edition) -> Result<Vec<(String, String)>, Halt> {
    let is_past =
        |edition: &Edition| edition.id != now.id && !edition.is_local() && edition.state.announced_at().is_some();
    let known = editions(db).await?.into_iter().filter(is_past);
    Ok(known.map(|edition| (edition.title(), format!("/ky/{}/ket-qua", edition.slug))).collect())
}

/// Every category of the rule book, the empty ones too.
fn received_by_category(edition: &Edition, counts: &[Count]) -> Vec<(String, usize)> {
    let of = |code: &str| {
        let counted = |count: &&Count| count.category.as_deref() == Some(code) && count.standing.was_received();
        counts.iter().filter(counted).map(|count| count.entries).sum()
    };
    let categories = &edition.book.rules().categories;
    categories.iter().map(|category| (category.name.clone(), of(category.code.as_str()))).collect()
}
