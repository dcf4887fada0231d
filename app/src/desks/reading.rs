//! The programs that read files and look for malware in them: which of them this machine has, what is not done
//! without them, and how far the reading has come.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_documents::Tool;
use hoithi_entries::{Scanned, scanned};
use hoithi_journal::Halt;
use hoithi_screening::{ReadSoFar, read_so_far};
use hoithi_web::{Asked, House, Page, html};

#[derive(Template)]
#[template(path = "app/reading.html")]
struct ReadingPage {
    page: Page,
    /// Each tool, and whether it is there.
    tools: Vec<(Tool, bool)>,
    far: ReadSoFar,
    /// Whether somebody is named who looks for malware, and answers: the word's key and the tag's tone.
    clamd: (&'static str, &'static str),
    files: Scanned,
}

pub(super) async fn show(State(house): State<House>, page: Page, asked: Asked) -> Result<Response, Halt> {
    asked.only(&[])?;
    let mut tools = Vec::new();
    for tool in Tool::ALL {
        tools.push((tool, house.reader.has(tool).await));
    }
    let clamd = match (house.scanner.is_named(), house.scanner.answers().await) {
        (false, _) => ("app-reading-clamd-unset", "neutral"),
        (true, true) => ("app-reading-clamd-answers", "done"),
        (true, false) => ("app-reading-clamd-silent", "stop"),
    };
    let mut db = house.read().await?;
    let (far, files) = (read_so_far(&mut db).await?, scanned(&mut db).await?);
    html(&ReadingPage { page: page.titled("app-reading"), tools, far, clamd, files })
}
