//! The register of a year, to be printed.

use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, House, Path};

use crate::book::book;
use crate::file::answer_pdf;
use crate::folder::{folder, of_the_agency};

pub(super) async fn pdf(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Response, Halt> {
    let asked = asked.only(&["nam"])?;
    let year = asked.choice("nam", |text| text.parse::<i64>().ok())?;
    let year = year.unwrap_or_else(|| i64::from(viewer.today.year()));
    let mut db = house.read().await?;
    let folder = folder(&mut db, &viewer, &slug, Permission::DocumentRead).await?;
    let editions: Vec<_> = of_the_agency(&mut db, &folder).await?.iter().map(|each| each.edition).collect();
    let mut book = book(&mut db, &editions, &folder.issuer, year).await?.ok_or_else(Halt::not_found)?;
    drop(db);
    book.watermark = house.site.demo.then(|| "DỮ LIỆU MINH HỌA".to_owned());
    let pdf = house.printer.print_form(&book).await.map_err(Halt::fault)?;
    Ok(answer_pdf(pdf, &format!("so-dang-ky-van-ban-di-{year}.pdf")))
}
