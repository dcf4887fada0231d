//! The solutions of an edition for everybody, after the announcement only: titles, no descriptions. Until
//! then the titles alone are read among the entries.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_web::{Asked, Asking, Form, House, Page, Paging, Path, fold, html};

use super::{dressed, known};
use crate::shown::{Solution, shown};

const A_PAGE: usize = 50;
const ASKING: Asking = Asking { path: "", open: &["q", "linh-vuc"], words: &[] };

#[derive(Template)]
#[template(path = "publication/solutions.html")]
struct SolutionsPage<'a> {
    page: Page,
    form: Form,
    slug: String,
    announced: bool,
    rows: Vec<&'a str>,
    categories: Vec<Choice<'a>>,
    /// The list of all categories.
    every: String,
    paging: Paging,
}

impl SolutionsPage<'_> {
    fn place(&self) -> String {
        self.paging.place(&self.page, "publication-window")
    }
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
    let form = asked.only(&ASKING.asked())?;
    let mut db = house.read().await?;
    let edition = known(&mut db, &viewer, &slug).await?;
    let shown = shown(&mut db, &edition, &page).await?;
    drop(db);
    let (all, by_category) = match &shown {
        Some(shown) => (shown.solutions.as_slice(), shown.by_category.as_slice()),
        None => (&[][..], &[][..]),
    };
    let known = |code: &str| edition.book.rules().category(code).map(|_| code.to_owned());
    let chosen = form.choice("linh-vuc", known)?.unwrap_or_default();
    let found = found(all, &chosen, form.value("q"));
    let paging = Paging::of(&form, found.len(), A_PAGE, &ASKING);
    let categories = by_category.iter().map(|(code, word, count)| Choice {
        word,
        href: ASKING.with(&form, "linh-vuc", code),
        count: *count,
        chosen: *code == chosen,
    });
    html(&SolutionsPage {
        announced: shown.is_some(),
        rows: paging.part_of(found).into_iter().map(|each| each.row.as_str()).collect(),
        categories: categories.collect(),
        every: ASKING.with(&form, "linh-vuc", ""),
        paging,
        page: dressed(page, &edition, "publication-solutions"),
        form,
        slug,
    })
}

/// Those of a category in which every word is found.
fn found<'a>(all: &'a [Solution], category: &str, words: &str) -> Vec<&'a Solution> {
    let words = fold(words);
    let fits = |each: &&Solution| {
        (category.is_empty() || each.category == category)
            && words.split_whitespace().all(|word| each.folded.contains(word))
    };
    all.iter().filter(fits).collect()
}
