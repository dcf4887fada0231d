//! Which of the units' texts go into the consolidated report.

use std::collections::BTreeSet;
use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, House, Page, Path, Posted, html, redirect_with_flash};

use super::chosen::{ASKED, Chosen};
use super::edition_for;
use super::leaf::Leaf;
use crate::known::Origins;
use crate::operations::{ChoosePassages, choose_passages};
use crate::store::TextKey;
use crate::summary::{Passage, Summary};

#[derive(Template)]
#[template(path = "reporting/passages.html")]
struct PassagesPage {
    page: Page,
    slug: String,
    /// What is added up, and which page this is.
    query: String,
    headings: Vec<(String, String)>,
    /// The passages of this page.
    texts: Vec<Passage>,
    leaf: Leaf,
}

impl PassagesPage {
    fn of(&self, heading: &str) -> Vec<&Passage> {
        self.texts.iter().filter(|text| text.key.heading == heading).collect()
    }
}

/// Heading by heading, under each by the units' names.
fn in_order(summary: &Summary) -> Vec<Passage> {
    let mut all = Vec::new();
    for (code, _) in &summary.headings {
        all.extend(summary.texts.iter().filter(|text| text.key.heading == *code).cloned());
    }
    all
}

const PARAMETERS: [&str; 4] = [ASKED[0], ASKED[1], ASKED[2], "trang"];

pub(super) async fn show(
    State(house): State<House>,
    Extension(origins): Extension<Arc<dyn Origins>>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&PARAMETERS)?;
    let who = (&viewer, slug.as_str(), Permission::ReportConsolidate);
    let chosen = Chosen::load(&house, origins.as_ref(), who, &page, &form).await?;
    let (above, query) = (page.t("reporting-summary"), chosen.query());
    let here = format!("/ky/{slug}/tong-hop/noi-dung{query}&");
    let (leaf, texts) = Leaf::of(&page, in_order(&chosen.summary), (&form, "trang"), &here);
    let page = page.titled("reporting-passages").under(above, format!("/ky/{slug}/tong-hop{query}"));
    let query = form.given("trang").map_or_else(|| query.clone(), |at| format!("{query}&trang={}", plain(at)));
    html(&PassagesPage { page, slug, query, headings: chosen.summary.headings, texts, leaf })
}

pub(super) async fn choose(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    asked: Asked,
    posted: Posted,
) -> Result<Response, Halt> {
    let back = asked.only(&PARAMETERS)?;
    posted.form.only(&["chosen", "seen"])?;
    let edition = edition_for(&mut house.read().await?, &viewer, &slug, Permission::ReportConsolidate).await?;
    let keys = |field: &str| -> BTreeSet<TextKey> {
        posted.form.values(field).into_iter().filter_map(|value| value.parse().ok()).collect()
    };
    let command = ChoosePassages { edition: edition.id, seen: keys("seen"), chosen: keys("chosen") };
    house.acts.perform(viewer.actor(), move |act| Box::pin(choose_passages(act, command.clone()))).await?;
    let query = ASKED.map(|name| format!("{name}={}", plain(back.value(name)))).join("&");
    // Whoever reads page by page goes on reading.
    let there = match plain(back.value("trang")) {
        "" => format!("/ky/{slug}/tong-hop?{query}"),
        at => format!("/ky/{slug}/tong-hop/noi-dung?{query}&trang={at}"),
    };
    Ok(redirect_with_flash(&house.site, &there, "reporting-passages-chosen"))
}

/// A name in addresses has nothing else than these.
fn plain(name: &str) -> &str {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.');
    if name.chars().all(fits) { name } else { "" }
}
