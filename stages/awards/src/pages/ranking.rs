//! The ranking: places, sheets as dots, prizes with the line where each begins.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, House, Page, Path, html};

use super::{dressed, edition_of};
use crate::ranking::ranked;
use crate::rows::rows;

const A_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "awards/ranking.html")]
struct RankingPage<'a> {
    page: Page,
    slug: String,
    round: String,
    entries: usize,
    rows: &'a [String],
    place: String,
    previous: String,
    next: String,
    whole: String,
    waits: bool,
    may_propose: bool,
}

#[derive(Template)]
#[template(path = "awards/nothing_opened.html")]
struct NothingOpenedPage {
    page: Page,
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let asked = asked.only(&["trang"])?;
    let mut db = house.read().await?;
    let edition = edition_of(&mut db, &viewer, &slug).await?;
    let page = dressed(page, &edition, "awards-ranking");
    let Some(ranked) = ranked(&mut db, &edition).await? else { return html(&NothingOpenedPage { page }) };
    drop(db);
    let all = rows(&ranked, &edition, &page)?;
    let window = Window::of(asked.given("trang"), all.len());
    html(&RankingPage {
        round: ranked.results.round.rule.name.clone(),
        entries: ranked.in_the_ranking(),
        rows: all.get(window.from..window.to).unwrap_or_default(),
        place: window.place(&page),
        previous: window.link(window.number.checked_sub(1)),
        next: window.link(window.number.checked_add(1)),
        whole: if window.is_whole(all.len()) { String::new() } else { "?trang=tat-ca".to_owned() },
        waits: ranked.blocked().is_some(),
        may_propose: viewer.may(Permission::AwardPropose, edition.place()),
        page,
        slug,
    })
}

/// Which rows are shown: fifty, or all of them where somebody asks.
struct Window {
    number: usize,
    pages: usize,
    from: usize,
    to: usize,
    total: usize,
}

impl Window {
    fn of(asked: Option<&str>, total: usize) -> Self {
        let pages = total.div_ceil(A_PAGE).max(1);
        if asked == Some("tat-ca") {
            return Self { number: 1, pages: 1, from: 0, to: total, total };
        }
        let number = asked.and_then(|text| text.parse().ok()).unwrap_or(1).clamp(1, pages);
        let from = (number - 1) * A_PAGE;
        Self { number, pages, from, to: (from + A_PAGE).min(total), total }
    }

    fn is_whole(&self, total: usize) -> bool {
        self.from == 0 && self.to == total
    }

    fn place(&self, page: &Page) -> String {
        let first = (self.from + 1).min(self.to);
        let facts = [("first", first.to_string()), ("last", self.to.to_string()), ("total", self.total.to_string())];
        page.tx("awards-window", &facts)
    }

    fn link(&self, number: Option<usize>) -> String {
        match number.filter(|number| (1..=self.pages).contains(number)) {
            Some(number) => format!("?trang={number}"),
            None => String::new(),
        }
    }
}
