//! The consolidated report for download: PDF, Word file, workbook.

use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hoithi_correspondence::{answer_pdf, answer_word, letterhead_on};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, House, Page, Path};

use super::chosen::{ASKED, Chosen};
use crate::known::Origins;
use crate::press::{print_summary, word_summary};
use crate::upward::{Chart, Upward, telling};
use crate::workbook::workbook;

type Known = Extension<Arc<dyn Origins>>;

async fn asked_for(
    house: &House,
    origins: &dyn Origins,
    (viewer, slug): (&Viewer, &str),
    page: &Page,
    asked: Asked,
) -> Result<Upward, Halt> {
    let form = asked.only(&[&ASKED[..], &["bieu_do"]].concat())?;
    let who = (viewer, slug, Permission::CampaignView);
    let chosen = Chosen::load(house, origins, who, page, &form).await?;
    let groups = chosen.groups(page);
    let column = chosen.figure(&form)?.or_else(|| telling(&chosen.summary).cloned());
    let chart = column.and_then(|column| Chart::of(&chosen.summary, &groups, &column));
    let span = chosen.span().map(str::to_owned);
    let agency = &chosen.edition.book.rules().agency.name;
    let letterhead = letterhead_on(&mut house.read().await?, agency, viewer.today).await?;
    let requests = chosen.requests();
    Ok(Upward { edition: chosen.edition, summary: chosen.summary, span, groups, requests, letterhead, chart })
}

pub(super) async fn pdf(
    State(house): State<House>,
    Extension(origins): Known,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let upward = asked_for(&house, origins.as_ref(), (&viewer, slug.as_str()), &page, asked).await?;
    Ok(answer_pdf(print_summary(&house, &upward).await?, "bao-cao-tong-hop.pdf"))
}

pub(super) async fn docx(
    State(house): State<House>,
    Extension(origins): Known,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let upward = asked_for(&house, origins.as_ref(), (&viewer, slug.as_str()), &page, asked).await?;
    Ok(answer_word(word_summary(&house, &upward).await?, "bao-cao-tong-hop.docx"))
}

pub(super) async fn xlsx(
    State(house): State<House>,
    Extension(origins): Known,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let upward = asked_for(&house, origins.as_ref(), (&viewer, slug.as_str()), &page, asked).await?;
    let headers = [
        (CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (CONTENT_DISPOSITION, "attachment; filename=\"bao-cao-tong-hop.xlsx\""),
        (CACHE_CONTROL, "private, no-cache"),
    ];
    Ok((headers, workbook(&upward)?).into_response())
}
