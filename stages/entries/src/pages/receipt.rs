//! The receipt, on the screen and as a PDF.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::entries::{DossierHash, Receipt};
use hoithi_rules::ids::EntryId;
use hoithi_web::{Asked, House, Page, Path, html, redirect};

use super::files::pdf_response;
use super::sheet::Sheet;
use crate::kept::KeptEntry;
use crate::proof::place_in_journal;
use crate::receipt::{
    attached, channel, follows, handed_in_on, next_steps, on_paper, own_category_name, print as print_receipt,
    still_to_come,
};
use crate::standing::Standing;
use crate::store;
use crate::words::megabytes;

#[derive(Template)]
#[template(path = "entries/receipt.html")]
struct ReceiptPage {
    page: Page,
    kept: KeptEntry,
    edition: Edition,
    receipt: Receipt,
    category: String,
    channel: String,
    /// Who handed it in, where its authors did not.
    handed_in: Option<String>,
    /// What lies there on paper and is still to be scanned.
    on_paper: String,
    /// Which line of the journal tells of it.
    line: Option<u64>,
    /// Part, size and hash in groups.
    files: Vec<(String, String, String)>,
    /// Nothing once it is over.
    next: Vec<String>,
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let sheet = Sheet::open(&house, &viewer, page, id).await?;
    let Some(receipt) = sheet.kept.receipt().cloned() else {
        return Ok(redirect(&format!("/lap-ho-so/{id}")));
    };
    let line = place_in_journal(&mut house.read().await?, &sheet.kept).await?;
    let used = store::used_authorisation(&mut house.read().await?, id).await?;
    let files = attached(&sheet.kept, &sheet.edition);
    let files =
        files.into_iter().map(|(name, file)| (name, megabytes(file.bytes), DossierHash(file.sha256).to_string()));
    let following = still_to_come(&sheet.kept, &sheet.edition).into_iter();
    let following = following.map(|(name, until, hash)| (name, follows(&sheet.page, until), hash.to_string()));
    let title = sheet.title();
    let is_over = sheet.edition.state.announced_at().is_some() || sheet.kept.standing == Standing::Withdrawn;
    html(&ReceiptPage {
        line,
        files: files.chain(following).collect(),
        on_paper: on_paper(&sheet.kept, &sheet.edition),
        category: own_category_name(&sheet.kept, &sheet.edition),
        channel: channel(&sheet.page, &sheet.kept, &receipt),
        handed_in: sheet.kept.handed_in.as_ref().map(|by| handed_in_on(&sheet.page, by, used.as_ref())),
        next: if is_over { Vec::new() } else { next_steps(&sheet.page, sheet.kept.standing) },
        page: sheet.under_list().under(title, format!("/lap-ho-so/{id}")).titled("entries-receipt"),
        kept: sheet.kept,
        edition: sheet.edition,
        receipt,
    })
}

pub(super) async fn print(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let sheet = Sheet::open(&house, &viewer, page, id).await?;
    let number = sheet.kept.number().ok_or_else(Halt::not_found)?.to_string();
    let bytes = print_receipt(&house, &sheet.page, &sheet.kept, &sheet.edition).await?;
    Ok(pdf_response(&format!("bien-nhan-{number}"), bytes, true))
}
