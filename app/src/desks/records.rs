//! The journal and the outbox, for those who keep watch.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::{Halt, Line, OutboxMail, outbox_mails, recent_lines};
use hoithi_web::{Asked, House, Page, html};

const LINES_A_PAGE: i64 = 100;

#[derive(Template)]
#[template(path = "app/journal.html")]
struct JournalPage {
    page: Page,
    lines: Vec<Line>,
    older: Option<u64>,
}

pub(super) async fn journal(State(house): State<House>, page: Page, asked: Asked) -> Result<Response, Halt> {
    let asked = asked.only(&["truoc"])?;
    let below = asked.given("truoc").and_then(|seq| seq.parse().ok());
    let lines = recent_lines(&mut house.read().await?, below, LINES_A_PAGE).await?;
    let older = lines.last().map(|line| line.seq).filter(|seq| *seq > 1);
    html(&JournalPage { page: page.titled("nav-journal"), lines, older })
}

#[derive(Template)]
#[template(path = "app/outbox.html")]
struct OutboxPage {
    page: Page,
    mails: Vec<OutboxMail>,
}

pub(super) async fn outbox(State(house): State<House>, page: Page, asked: Asked) -> Result<Response, Halt> {
    asked.only(&[])?;
    let mails = outbox_mails(&mut house.read().await?, LINES_A_PAGE).await?;
    html(&OutboxPage { page: page.titled("nav-outbox"), mails })
}
