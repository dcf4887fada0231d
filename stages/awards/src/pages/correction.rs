//! What was recorded of the decision, put right; a scan that comes later.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{Document, document, take_scan};
use hoithi_edition::Edition;
use hoithi_journal::{Denied, Halt};
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::day::long_ago;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::decision::{OLD_AFTER_DAYS, number_and_day, under_prizes};
use super::prizes::may_record;
use super::{dressed, edition_of};
use crate::award::Decided;
use crate::operations::{Corrected, correct_decision};
use crate::store;

#[derive(Template)]
#[template(path = "awards/correction.html")]
struct CorrectionPage {
    page: Page,
    form: Form,
    slug: String,
    /// The scan that is kept, by its name.
    scan: Option<String>,
    /// Nothing rests on the decision yet; otherwise a missing scan alone is added.
    open: bool,
    /// For how many days it has been signed, where that is long.
    old: Option<i32>,
}

struct Kept {
    edition: Edition,
    decided: Decided,
    document: Document,
}

/// The decision as it was recorded, for those who record it.
async fn kept(house: &House, viewer: &Viewer, slug: &str) -> Result<Kept, Halt> {
    let mut db = house.read().await?;
    let edition = edition_of(&mut db, viewer, slug).await?;
    if !may_record(viewer, &edition) {
        return Err(Halt::Denied(Denied::Forbidden));
    }
    let decided = store::decision(&mut db, edition.id).await?.ok_or_else(Halt::not_found)?;
    let document = document(&mut db, decided.document).await?.ok_or_else(Halt::not_found)?;
    Ok(Kept { edition, decided, document })
}

impl CorrectionPage {
    fn of(page: Page, viewer: &Viewer, slug: String, kept: &Kept, form: Form) -> Self {
        let open = kept.decided.relied_on.is_none() && kept.edition.state.announced_at().is_none();
        Self {
            page: under_prizes(dressed(page, &kept.edition, "awards-correction"), &slug),
            form,
            slug,
            scan: kept.document.file.as_ref().map(|file| file.name.clone()),
            open,
            old: kept.document.signed().and_then(|(_, day)| long_ago(day, viewer.today, OLD_AFTER_DAYS)),
        }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let kept = kept(&house, &viewer, &slug).await?;
    let mut form = Form::new();
    if let Some((number, day)) = kept.document.signed() {
        form = form.with("number", number).with("date", hoithi_web::day(day));
    }
    html(&CorrectionPage::of(page, &viewer, slug, &kept, form))
}

pub(super) async fn record(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["number", "date", "reason"])?;
    let kept = kept(&house, &viewer, &slug).await?;
    let done = match corrected(&house, &kept.edition, &posted) {
        Ok(corrected) => {
            let command = corrected.printed(&house).await?;
            house.acts.perform(viewer.actor(), move |act| Box::pin(correct_decision(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/giai-thuong"), "awards-decision-corrected")),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&CorrectionPage::of(page, &viewer, slug, &kept, form))
        }
    }
}

fn corrected(house: &House, edition: &Edition, posted: &Posted) -> Result<Corrected, Halt> {
    let form = &posted.form;
    let mut no = Refusals::new();
    let (number, date) = number_and_day(&mut no, form, edition);
    let file = no.absorb(take_scan(house, posted, "file", true))?;
    match (number, date, file) {
        (Some(number), Some(date), Some(file)) if no.is_empty() => {
            Ok(Corrected { edition: edition.id, number, date, file, reason: form.value("reason").to_owned() })
        }
        _ => Err(no.halt()),
    }
}
