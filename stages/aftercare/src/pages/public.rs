//! What everybody reads: answers whose givers said so.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::edition_by_slug;
use hoithi_journal::Halt;
use hoithi_web::{House, Page, Path, html};

use super::{after_words, benefit_words};
use crate::known::published;
use crate::reply::Since;

/// One solution.
struct Told {
    title: String,
    /// Its prize and its unit.
    prize: String,
    word: String,
    tone: &'static str,
    after: String,
    place: String,
    since: Option<String>,
    benefit: Option<String>,
    others: String,
    remarks: String,
}

#[derive(Template)]
#[template(path = "aftercare/public.html")]
struct PublicPage {
    page: Page,
    slug: String,
    told: Vec<Told>,
}

pub(super) async fn show(State(house): State<House>, Path(slug): Path<String>, page: Page) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_by_slug(&mut db, &slug).await?.filter(|edition| edition.state.announced_at().is_some());
    let edition = edition.ok_or_else(Halt::not_found)?;
    let published = published(&mut db, &edition).await?;
    drop(db);
    let told = published.into_iter().map(|(ask, award, reply)| Told {
        prize: format!("{} · {}", award.tier_name, award.unit_name),
        title: award.title,
        word: page.tcode("aftercare-used-", reply.used.code()),
        tone: reply.used.tone(),
        after: page.t1("aftercare-said-after", "after", after_words(&page, ask.months)),
        place: reply.place,
        since: reply.since.map(Since::written),
        benefit: reply.benefit.map(|benefit| benefit_words(&page, benefit)),
        others: reply.others,
        remarks: reply.remarks,
    });
    let told = told.collect();
    let page = page.under(edition.title(), format!("/ky/{slug}")).titled("aftercare-public");
    html(&PublicPage { page, slug, told })
}
