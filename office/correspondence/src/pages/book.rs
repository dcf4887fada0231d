//! The registers of a year, to be printed or taken along as a workbook.

use axum::extract::State;
use axum::response::Response;
use hoithi_documents::forms::Book;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, House, Path};

use crate::book::{Register, book, workbook};
use crate::file::{WORKBOOK, answer_file, answer_pdf};
use crate::folder::folder;

pub(super) async fn issued_pdf(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Response, Halt> {
    printed(&house, asked_for(&house, (&viewer, &slug), asked, Register::Issued).await?).await
}

pub(super) async fn issued_xlsx(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Response, Halt> {
    in_a_workbook(asked_for(&house, (&viewer, &slug), asked, Register::Issued).await?).await
}

pub(super) async fn came_pdf(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Response, Halt> {
    printed(&house, asked_for(&house, (&viewer, &slug), asked, Register::Came).await?).await
}

pub(super) async fn came_xlsx(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Response, Halt> {
    in_a_workbook(asked_for(&house, (&viewer, &slug), asked, Register::Came).await?).await
}

/// The register of the year that is asked for, else of this one, and what its file is called.
async fn asked_for(
    house: &House,
    (viewer, slug): (&Viewer, &str),
    asked: Asked,
    register: Register,
) -> Result<(Book, String), Halt> {
    let year = asked.only(&["nam"])?.choice("nam", |text| text.parse::<i64>().ok())?;
    let year = year.unwrap_or_else(|| i64::from(viewer.today.year()));
    let mut db = house.read().await?;
    let folder = folder(&mut db, viewer, slug, Permission::DocumentRead).await?;
    let mut book = book(&mut db, &folder, register, year).await?.ok_or_else(Halt::not_found)?;
    book.watermark = house.site.watermark();
    Ok((book, register.file_name(year)))
}

async fn printed(house: &House, (book, name): (Book, String)) -> Result<Response, Halt> {
    let pdf = house.printer.print_form(&book).await.map_err(Halt::fault)?;
    Ok(answer_pdf(pdf, &format!("{name}.pdf")))
}

async fn in_a_workbook((book, name): (Book, String)) -> Result<Response, Halt> {
    let written = tokio::task::spawn_blocking(move || workbook(&book)).await.map_err(Halt::fault)?;
    Ok(answer_file(written.map_err(Halt::fault)?, WORKBOOK, &format!("{name}.xlsx")))
}
