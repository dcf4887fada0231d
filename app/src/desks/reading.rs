//! The programs that read files: which of them this machine has, and what is not read without them.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_documents::Tool;
use hoithi_journal::Halt;
use hoithi_web::{Asked, House, Page, html};

#[derive(Template)]
#[template(path = "app/reading.html")]
struct ReadingPage {
    page: Page,
    /// Each tool, and whether it is there.
    tools: Vec<(Tool, bool)>,
}

pub(super) async fn show(State(house): State<House>, page: Page, asked: Asked) -> Result<Response, Halt> {
    asked.only(&[])?;
    let mut tools = Vec::new();
    for tool in Tool::ALL {
        tools.push((tool, house.reader.has(tool).await));
    }
    html(&ReadingPage { page: page.titled("app-reading"), tools })
}
