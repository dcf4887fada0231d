//! The papers of a model or sample: minutes of its hand-over and of its return, its label, its photographs.

use axum::extract::State;
use axum::response::Response;
use hoithi_documents::bar_code;
use hoithi_documents::forms::Label;
use hoithi_journal::{Denied, Halt};
use hoithi_people::Viewer;
use hoithi_rules::entries::ThingCode;
use hoithi_rules::ids::EntryId;
use hoithi_web::{House, Page, Path};

use super::files::{pdf_response, scan_response};
use super::sheet::Sheet;
use super::thing::of_entry;
use crate::store;
use crate::thing_paper::Paper;

pub(super) async fn handover(
    State(house): State<House>,
    Path((id, code)): Path<(EntryId, ThingCode)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let sheet = Sheet::open(&house, &viewer, page, id).await?;
    let mut db = house.read().await?;
    let kept = of_entry(&mut db, id, &code).await?;
    let steps = store::thing_steps(&mut db, &code).await?;
    let photos = store::thing_photos(&mut db, &code).await?.len();
    drop(db);
    let place = steps.first().map_or("", |first| first.words.as_str());
    let paper = Paper { house: &house, edition: &sheet.edition, entry: &sheet.kept, kept: &kept };
    let bytes = house.printer.print_form(&paper.of_handover(place, photos)).await.map_err(Halt::fault)?;
    Ok(pdf_response(&format!("bien-ban-giao-nhan-{code}"), bytes, false))
}

pub(super) async fn given_back(
    State(house): State<House>,
    Path((id, code)): Path<(EntryId, ThingCode)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let sheet = Sheet::open(&house, &viewer, page, id).await?;
    let kept = of_entry(&mut house.read().await?, id, &code).await?;
    let paper = Paper { house: &house, edition: &sheet.edition, entry: &sheet.kept, kept: &kept };
    let minutes = paper.of_return().ok_or_else(Halt::not_found)?;
    let bytes = house.printer.print_form(&minutes).await.map_err(Halt::fault)?;
    Ok(pdf_response(&format!("bien-ban-tra-{code}"), bytes, false))
}

/// The label says its code and what kind of thing it is; whose it is it says to nobody.
pub(super) async fn label(
    State(house): State<House>,
    Path((id, code)): Path<(EntryId, ThingCode)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let sheet = Sheet::open(&house, &viewer, page, id).await?;
    if !sheet.receives {
        return Err(Halt::Denied(Denied::Forbidden));
    }
    let kept = of_entry(&mut house.read().await?, id, &code).await?;
    let written = kept.code.to_string();
    let told = &kept.thing.handover;
    let pieces = sheet.page.t1("entries-thing-pieces-are", "count", told.pieces);
    let label = Label {
        watermark: house.site.watermark(),
        issuer: sheet.edition.title(),
        title: sheet.page.t("entries-thing-label"),
        bars: bar_code(&written).ok_or_else(|| Halt::fault(format!("no bar code says {written}")))?,
        facts: vec![sheet.page.tcode("entries-thing-kind-", told.kind.code()), pieces],
        code: written.clone(),
    };
    let bytes = house.printer.print_form(&label).await.map_err(Halt::fault)?;
    Ok(pdf_response(&format!("nhan-{written}"), bytes, false))
}

pub(super) async fn photo(
    State(house): State<House>,
    Path((id, code, number)): Path<(EntryId, ThingCode, usize)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    Sheet::open(&house, &viewer, page, id).await?;
    let mut db = house.read().await?;
    of_entry(&mut db, id, &code).await?;
    let photos = store::thing_photos(&mut db, &code).await?;
    drop(db);
    let place = number.checked_sub(1).ok_or_else(Halt::not_found)?;
    let hash = photos.into_iter().nth(place).ok_or_else(Halt::not_found)?;
    Ok(scan_response(&format!("hien-vat-{code}-{number}"), house.kept_file(hash).await?))
}
