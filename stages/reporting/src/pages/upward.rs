//! The consolidated report for download: PDF, Word file, workbook.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hoithi_correspondence::{answer_pdf, answer_word};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, House, Page, Path};

use super::summary::{asked_figure, asked_grouping, named, summed};
use crate::press::{print_summary, word_summary};
use crate::upward::{Chart, Upward, telling};
use crate::workbook::workbook;

async fn asked_for(house: &House, viewer: &Viewer, slug: &str, page: &Page, asked: Asked) -> Result<Upward, Halt> {
    let form = asked.only(&["nhom", "bieu_do"])?;
    let grouping = asked_grouping(&form)?;
    let (edition, summary) = summed(house, viewer, slug, grouping, Permission::ReportConsolidate).await?;
    let groups = named(page, &summary, grouping);
    let column = asked_figure(&form, &summary)?.or_else(|| telling(&summary).cloned());
    let chart = column.and_then(|column| Chart::of(&summary, &groups, &column));
    Ok(Upward { edition, summary, groups, chart })
}

pub(super) async fn pdf(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let upward = asked_for(&house, &viewer, &slug, &page, asked).await?;
    Ok(answer_pdf(print_summary(&house, &upward).await?, "bao-cao-tong-hop.pdf"))
}

pub(super) async fn docx(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let upward = asked_for(&house, &viewer, &slug, &page, asked).await?;
    Ok(answer_word(word_summary(&house, &upward).await?, "bao-cao-tong-hop.docx"))
}

pub(super) async fn xlsx(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let upward = asked_for(&house, &viewer, &slug, &page, asked).await?;
    let headers = [
        (CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (CONTENT_DISPOSITION, "attachment; filename=\"bao-cao-tong-hop.xlsx\""),
        (CACHE_CONTROL, "private, no-cache"),
    ];
    Ok((headers, workbook(&upward)?).into_response())
}
