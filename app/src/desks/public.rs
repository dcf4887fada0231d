//! The portal's first page.

use askama::Template;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_web::{Asked, Page, html};

#[derive(Template)]
#[template(path = "app/home.html")]
struct HomePage {
    page: Page,
}

pub(super) async fn home(page: Page, asked: Asked) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&HomePage { page: page.titled("app-home") })
}

pub(super) async fn desk(page: Page) -> Result<Response, Halt> {
    html(&HomePage { page: page.titled("app-desk") })
}
