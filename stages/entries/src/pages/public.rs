//! What anybody may read of an edition's entries: what was published of those that will be judged, their
//! titles or how many there are, by category. No name, no unit, no number: a judge may read this page, too, and
//! the number tells the order of arrival. Of a unit's own contest the address names the unit: its titles are kept back while a
//! contest above judges blind. From the announcement on it leads to the list with numbers, units and prizes.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_rules::edition::Listing;
use hoithi_web::{Asked, Form, House, Page, Path, html, redirect};

use super::begin::categories;
use crate::above::waits_for_result_above;
use crate::store::{self, ShownTitle, Wanted};

const A_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "entries/public.html")]
struct PublicPage {
    page: Page,
    form: Form,
    edition: Edition,
    titles: Vec<ShownTitle>,
    categories: Vec<(String, String)>,
    place: String,
    previous: String,
    next: String,
}

impl PublicPage {
    fn category(&self, title: &ShownTitle) -> &str {
        self.edition.book.rules().category(&title.category).map_or("", |category| category.name.as_str())
    }
}

/// Before anybody published anything.
#[derive(Template)]
#[template(path = "entries/public_not_yet.html")]
struct NothingYetPage {
    page: Page,
    edition: Edition,
}

/// How many entries will be judged, and nothing of any of them.
#[derive(Template)]
#[template(path = "entries/public_counts.html")]
struct CountsPage {
    page: Page,
    edition: Edition,
    counts: Vec<(String, i64)>,
}

impl CountsPage {
    fn named(&self, code: &str) -> String {
        self.edition.book.rules().category(code).map_or_else(String::new, |category| category.name.clone())
    }

    fn most(&self) -> i64 {
        self.counts.iter().map(|(_, count)| *count).max().unwrap_or(1)
    }

    fn all(&self) -> i64 {
        self.counts.iter().map(|(_, count)| count).sum()
    }
}

/// In the place of the titles that a judge of the contest above may meet again.
#[derive(Template)]
#[template(path = "entries/public_later.html")]
struct KeptBackPage {
    page: Page,
    edition: Edition,
}

pub(super) async fn list(
    State(house): State<House>,
    Path(slug): Path<String>,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&["q", "linh-vuc", "trang"])?;
    let mut db = house.read().await?;
    let edition = edition_by_slug(&mut db, &slug).await?.filter(Edition::is_public).ok_or_else(Halt::not_found)?;
    let number = form.value("trang").parse::<i64>().unwrap_or(1).clamp(1, 1_000);
    if edition.state.announced_at().is_some() {
        return Ok(redirect(&format!("/ky/{slug}/giai-phap{}", address(&form, number))));
    }
    let category = form.choice("linh-vuc", |code| edition.book.rules().category_code(code))?;
    let published = store::publication(&mut db, edition.id).await?;
    let Some(published) = published else {
        return html(&NothingYetPage { page: page.titled("entries-public"), edition });
    };
    if published.how < Listing::Titles {
        let counts = store::published_counts(&mut db, published.id).await?;
        return html(&CountsPage { page: page.titled("entries-public"), edition, counts });
    }
    if waits_for_result_above(&mut db, &edition).await? {
        return html(&KeptBackPage { page: page.titled("entries-public"), edition });
    }
    let skip = (number - 1) * A_PAGE;
    let wanted = Wanted { category: category.as_ref(), words: form.value("q"), most: A_PAGE, skip };
    let (titles, total) = store::published_titles(&mut db, published.id, wanted).await?;
    let shown = i64::try_from(titles.len()).unwrap_or(0);
    let facts =
        [("from", (skip + 1).min(total).to_string()), ("to", (skip + shown).to_string()), ("total", total.to_string())];
    html(&PublicPage {
        place: page.tx("entries-place", &facts),
        previous: if number > 1 { address(&form, number - 1) } else { String::new() },
        next: if skip + shown < total { address(&form, number + 1) } else { String::new() },
        categories: categories(&edition),
        page: page.titled("entries-public"),
        form,
        edition,
        titles,
    })
}

fn address(form: &Form, number: i64) -> String {
    let number = number.to_string();
    let mut pairs: Vec<(&str, &str)> =
        ["q", "linh-vuc"].into_iter().filter_map(|name| form.given(name).map(|value| (name, value))).collect();
    pairs.push(("trang", &number));
    format!("?{}", serde_urlencoded::to_string(&pairs).unwrap_or_default())
}
