//! What was received, by day, category and unit: as pictures, counted without a name.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::edition::Category;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, House, Page, Path, html};
use jiff::civil::Date;

use crate::store::{self, Received};

/// So many units are shown; the list itself finds the others.
const UNITS: usize = 20;

#[derive(Template)]
#[template(path = "entries/intake.html")]
struct IntakePage {
    page: Page,
    edition: Edition,
    total: usize,
    days: Vec<(String, usize)>,
    /// Name, how many, and where their list is.
    categories: Vec<(String, usize, String)>,
    units: Vec<(String, usize, String)>,
}

impl IntakePage {
    fn most_a_day(&self) -> usize {
        self.days.iter().map(|(_, count)| *count).max().unwrap_or(1)
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let mut db = house.read().await?;
    let edition = edition_by_slug(&mut db, &slug).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::EntryViewAll, edition.place())?;
    let received = store::received(&mut db, edition.id).await?;
    let label = page.t("entries-all");
    let page = page.under(label, format!("/ky/{slug}/ho-so")).titled("entries-intake");
    html(&IntakePage {
        total: received.len(),
        days: by_day(&page, &edition, &received),
        categories: by_category(&edition, &received),
        units: by_unit(&page, &edition, &received),
        page,
        edition,
    })
}

/// Days on which something came, in the contest's zone.
fn by_day(page: &Page, edition: &Edition, received: &[Received]) -> Vec<(String, usize)> {
    let mut days: BTreeMap<Date, usize> = BTreeMap::new();
    for each in received {
        *days.entry(edition.book.calendar().day_of(each.at)).or_default() += 1;
    }
    days.into_iter().map(|(day, count)| (page.day(day), count)).collect()
}

/// Every category of the book, those that nothing came for included.
fn by_category(edition: &Edition, received: &[Received]) -> Vec<(String, usize, String)> {
    let categories = edition.book.rules().categories.iter();
    let category = |category: &Category| {
        let code = category.code.as_str();
        let count = received.iter().filter(|each| each.category.as_deref() == Some(code)).count();
        (category.name.clone(), count, format!("/ky/{}/ho-so?linh-vuc={code}", edition.slug))
    };
    categories.map(category).collect()
}

/// The units from which most came.
fn by_unit(page: &Page, edition: &Edition, received: &[Received]) -> Vec<(String, usize, String)> {
    let mut units: BTreeMap<(&str, Option<UnitId>), usize> = BTreeMap::new();
    for each in received {
        *units.entry((each.unit_name.as_str(), each.unit)).or_default() += 1;
    }
    let mut units: Vec<_> = units.into_iter().collect();
    units.sort_by_key(|(_, count)| usize::MAX - count);
    let shown = units.into_iter().take(UNITS).map(|((name, unit), count)| match unit {
        Some(unit) => (name.to_owned(), count, format!("/ky/{}/ho-so?don-vi={unit}", edition.slug)),
        None => (page.t("entries-intake-no-unit"), count, String::new()),
    });
    shown.collect()
}
