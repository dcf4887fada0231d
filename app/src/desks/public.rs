//! The portal's first page: when, where, how to enter; the documents; how far it is.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{DocumentCard, kind_named, public_documents};
use hoithi_edition::{Edition, current};
use hoithi_entries::{Count, counts};
use hoithi_journal::Halt;
use hoithi_web::{Asked, House, Page, html};
use jiff::Timestamp;

use super::deadline::Deadline;

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
    deadline: Deadline,
    /// When the result was announced: from then on that is the news.
    announced: Option<String>,
    documents: Vec<DocumentCard>,
    received: Vec<(String, usize)>,
}

impl HomePage {
    fn open(&self) -> bool {
        matches!(self.deadline, Deadline::Open { .. })
    }

    /// One of the buttons is the one action: the result, once there is one.
    fn enter_kind(&self) -> &'static str {
        if self.announced.is_some() { "secondary" } else { "" }
    }

    fn over(&self) -> bool {
        matches!(self.deadline, Deadline::Over { .. })
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
        match &card.signed {
            Some((number, day)) => format!("{kind} {number} · {} · {}", self.page.day(day), card.issuer),
            None => format!("{kind} · {}", card.issuer),
        }
    }
}

pub(super) async fn home(State(house): State<House>, page: Page, asked: Asked) -> Result<Response, Halt> {
    asked.only(&[])?;
    let mut db = house.read().await?;
    let Some(edition) = current(&mut db).await? else {
        return html(&NoEditionPage { page: page.titled("app-home") });
    };
    let documents = public_documents(&mut db, edition.id).await?;
    let received = received_by_category(&edition, &counts(&mut db, edition.id).await?);
    let deadline = deadline(&page, &edition, house.clock().now());
    let announced = edition.state.announced_at().map(|at| page.instant(at));
    html(&HomePage { announced, page: page.named(edition.title()), deadline, documents, received, edition })
}

fn deadline(page: &Page, edition: &Edition, now: Timestamp) -> Deadline {
    let window = edition.book.calendar().intake_window();
    Deadline::of(page, window.opens, window.closes, now)
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
