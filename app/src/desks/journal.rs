//! The journal, for those who keep watch: what was done, by whom, to what, in words.

mod things;
mod words;

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::{Halt, Search, count_lines, search_lines};
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_store::Conn;
use hoithi_web::{Asked, Asking, Form, House, Page, Paging, Posted, html};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use things::Things;
use words::{Told, Words, ids_of};

pub use words::EVENTS;

const LINES_A_PAGE: usize = 50;
const SEARCH: Asking = Asking { path: "/nhat-ky", open: &["viec", "tu", "den"], words: &["nguoi", "doi-tuong"] };

#[derive(Template)]
#[template(path = "app/journal.html")]
struct JournalPage {
    page: Page,
    form: Form,
    events: Vec<(String, String)>,
    lines: Vec<Told>,
    paging: Paging,
    narrowed: bool,
}

impl JournalPage {
    fn place(&self) -> String {
        self.paging.place(&self.page, "app-journal-place")
    }
}

pub(super) async fn journal(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&SEARCH.asked())?;
    listed(&house, &viewer, page, form).await
}

/// The same lines by who did it and to what.
pub(super) async fn search(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&SEARCH.sent())?;
    listed(&house, &viewer, page, posted.form).await
}

async fn listed(house: &House, viewer: &Viewer, page: Page, mut form: Form) -> Result<Response, Halt> {
    let page = page.titled("nav-journal");
    let mut db = house.read().await?;
    let search = match search_of(&mut db, viewer, &page, &form).await {
        Ok(search) => Some(search),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            None
        }
    };
    // What cannot be looked for finds nothing, and the form says why.
    let found = match &search {
        Some(search) => count_lines(&mut db, search).await?,
        None => 0,
    };
    let paging = Paging::of(&form, found, LINES_A_PAGE, &SEARCH);
    let lines = match &search {
        Some(search) => told(house, &mut db, viewer, &page, search, &paging).await?,
        None => Vec::new(),
    };
    let narrowed = SEARCH.narrows(&form);
    html(&JournalPage { events: events(&page), page, form, lines, paging, narrowed })
}

async fn told(
    house: &House,
    db: &mut Conn,
    viewer: &Viewer,
    page: &Page,
    search: &Search,
    paging: &Paging,
) -> Result<Vec<Told>, Halt> {
    let lines = search_lines(db, search, paging.most(), paging.skip()).await?;
    let ids: BTreeSet<String> = lines.iter().flat_map(ids_of).collect();
    let things = Things::named(db, page, viewer, &ids).await?;
    let words = Words { house, page, things: &things };
    Ok(lines.into_iter().map(|line| words.tell(line)).collect())
}

/// The kinds of deed in the order of their words.
fn events(page: &Page) -> Vec<(String, String)> {
    let mut events: Vec<_> = EVENTS.iter().map(|name| ((*name).to_owned(), words::event(page, name))).collect();
    events.sort_by_key(|(_, words)| hoithi_web::fold(words));
    events
}

async fn search_of(db: &mut Conn, viewer: &Viewer, page: &Page, form: &Form) -> Result<Search, Halt> {
    let mut no = Refusals::new();
    let from = day_of(&mut no, form, "tu");
    let to = day_of(&mut no, form, "den");
    no.done()?;
    let actors = match form.given("nguoi") {
        Some(words) => Some(things::people(db, words).await?),
        None => None,
    };
    let subjects = match form.given("doi-tuong") {
        Some(words) => Some(things::found_by(db, viewer, words).await?),
        None => None,
    };
    Ok(Search {
        actors,
        subjects,
        event: form.choice("viec", |name| EVENTS.contains(&name).then(|| name.to_owned()))?,
        from: from.and_then(|day| begins(page, day)),
        before: to.and_then(|day| begins(page, day.saturating_add(1.day()))),
    })
}

fn day_of(no: &mut Refusals, form: &Form, field: &str) -> Option<Date> {
    let day = form.given(field).map(parse_day)?;
    if day.is_none() {
        no.add("app.day_malformed", field, "this is no day");
    }
    day
}

fn begins(page: &Page, day: Date) -> Option<Timestamp> {
    day.to_zoned(page.zone()).ok().map(|zoned| zoned.timestamp())
}
