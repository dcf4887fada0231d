//! The solutions of an edition for everybody, after the announcement only: titles, no descriptions.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_web::{Asked, Form, House, Page, Path, html};

use super::{dressed, known};
use crate::shown::{Solution, shown};

const A_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "publication/solutions.html")]
struct SolutionsPage<'a> {
    page: Page,
    slug: String,
    announced: bool,
    rows: Vec<&'a str>,
    categories: Vec<Choice<'a>>,
    place: String,
    previous: String,
    next: String,
}

/// A filter's link.
struct Choice<'a> {
    word: &'a str,
    href: String,
    count: usize,
    chosen: bool,
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let asked = asked.only(&["trang", "linh-vuc"])?;
    let mut db = house.read().await?;
    let edition = known(&mut db, &viewer, &slug).await?;
    let shown = shown(&mut db, &edition, &page).await?;
    drop(db);
    let page = dressed(page, &edition, "publication-solutions");
    let (all, by_category) = match &shown {
        Some(shown) => (shown.solutions.as_slice(), shown.by_category.as_slice()),
        None => (&[][..], &[][..]),
    };
    let known = |code: &str| edition.book.rules().category(code).map(|_| code.to_owned());
    let chosen = asked.choice("linh-vuc", known)?.unwrap_or_default();
    let found: Vec<&Solution> = all.iter().filter(|each| chosen.is_empty() || each.category == chosen).collect();
    let window = Window::of(&asked, found.len());
    let link = |number: usize| window.link(number, &chosen);
    let categories = by_category.iter().map(|(code, word, count)| Choice {
        word,
        href: format!("?linh-vuc={code}"),
        count: *count,
        chosen: *code == chosen,
    });
    html(&SolutionsPage {
        announced: shown.is_some(),
        rows: found[window.from..window.to].iter().map(|each| each.row.as_str()).collect(),
        categories: categories.collect(),
        place: window.place(&page),
        previous: link(window.number.wrapping_sub(1)),
        next: link(window.number + 1),
        page,
        slug,
    })
}

/// Which fifty.
struct Window {
    number: usize,
    pages: usize,
    from: usize,
    to: usize,
    total: usize,
}

impl Window {
    fn of(asked: &Form, total: usize) -> Self {
        let pages = total.div_ceil(A_PAGE).max(1);
        let number = asked.value("trang").parse().unwrap_or(1).clamp(1, pages);
        let from = (number - 1) * A_PAGE;
        Self { number, pages, from, to: (from + A_PAGE).min(total), total }
    }

    fn link(&self, number: usize, category: &str) -> String {
        match ((1..=self.pages).contains(&number), category) {
            (false, _) => String::new(),
            (true, "") => format!("?trang={number}"),
            (true, category) => format!("?linh-vuc={category}&trang={number}"),
        }
    }

    fn place(&self, page: &Page) -> String {
        let first = (self.from + 1).min(self.to);
        let facts = [("first", first.to_string()), ("last", self.to.to_string()), ("total", self.total.to_string())];
        page.tx("publication-window", &facts)
    }
}
