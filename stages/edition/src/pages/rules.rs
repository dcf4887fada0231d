//! The rules as the public reads them, with every amendment as a notice.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::edition::explain;
use hoithi_web::{House, Page, Path, html};

use super::manage::{PartLine, parts};
use super::sees;
use crate::edition::Edition;
use crate::reading::{Block, public_blocks};
use crate::store::{self, Decision};

#[derive(Template)]
#[template(path = "edition/rules.html")]
struct RulesPage {
    page: Page,
    edition: Edition,
    parts: Vec<PartLine>,
    blocks: Vec<Block>,
    notices: Vec<Notice>,
}

/// An amendment as the public is told of it.
struct Notice {
    decision: Decision,
    differences: Vec<String>,
    counts: bool,
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = store::edition_by_slug(&mut db, &slug).await?.ok_or_else(Halt::not_found)?;
    if !edition.is_public() && !sees(&viewer, &edition) {
        return Err(Halt::not_found());
    }
    // Of a contest above that is not public yet nobody is told its name here.
    let above = match &edition.book.rules().forwarding {
        Some(rule) => store::edition_by_slug(&mut db, rule.to.as_str()).await?.filter(Edition::is_public),
        None => None,
    };
    let versions = store::versions(&mut db, edition.id).await?;
    let notices = versions.into_iter().filter_map(|version| {
        if version.refused.is_some() {
            return None;
        }
        let counts = version.version <= edition.version;
        version.decision.map(|decision| Notice { decision, differences: version.differences, counts })
    });
    html(&RulesPage {
        page: page.titled("edition-rules"),
        notices: notices.collect(),
        parts: parts(&edition.book, viewer.today),
        blocks: public_blocks(&explain(&edition.book), above.as_ref().map(|above| above.book.as_ref())),
        edition,
    })
}
