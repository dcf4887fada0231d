//! The registers of a year, to be printed: what was issued, and what came.

use axum::extract::State;
use axum::response::Response;
use hoithi_documents::forms::Book;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, House, Path};

use crate::book::book;
use crate::file::answer_pdf;
use crate::folder::{folder, of_the_agency};
use crate::incoming::incoming_book;

/// What came to the agency.
pub(super) async fn incoming_pdf(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Response, Halt> {
    let year = year(&viewer, asked)?;
    let mut db = house.read().await?;
    let folder = folder(&mut db, &viewer, &slug, Permission::DocumentRead).await?;
    let book = incoming_book(&mut db, &folder.issuer, year).await?.ok_or_else(Halt::not_found)?;
    drop(db);
    printed(&house, book, &format!("so-dang-ky-van-ban-den-{year}.pdf")).await
}

/// What the agency issued.
pub(super) async fn pdf(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Response, Halt> {
    let year = year(&viewer, asked)?;
    let mut db = house.read().await?;
    let folder = folder(&mut db, &viewer, &slug, Permission::DocumentRead).await?;
    let editions: Vec<_> = of_the_agency(&mut db, &folder).await?.iter().map(|each| each.edition).collect();
    let book = book(&mut db, &editions, &folder.issuer, year).await?.ok_or_else(Halt::not_found)?;
    drop(db);
    printed(&house, book, &format!("so-dang-ky-van-ban-di-{year}.pdf")).await
}

/// The year that is asked for, else this one.
fn year(viewer: &Viewer, asked: Asked) -> Result<i64, Halt> {
    let year = asked.only(&["nam"])?.choice("nam", |text| text.parse::<i64>().ok())?;
    Ok(year.unwrap_or_else(|| i64::from(viewer.today.year())))
}

async fn printed(house: &House, mut book: Book, name: &str) -> Result<Response, Halt> {
    book.watermark = house.site.watermark();
    let pdf = house.printer.print_form(&book).await.map_err(Halt::fault)?;
    Ok(answer_pdf(pdf, name))
}
