//! All entries of an edition for its staff, or those of one unit for its contact.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::{Denied, Halt};
use hoithi_people::Viewer;
use hoithi_rules::edition::CategoryCode;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html};
use jiff::Timestamp;

use super::begin::categories;
use super::taken;
use crate::rights::Person;
use crate::standing::Standing;
use crate::store::{self, Facet, Line, List, SavedSearch};
use crate::words::listed_standing;

const A_PAGE: i64 = 50;
/// More than any contest of a province had; the answer stays one page that a browser can show.
const ALL: i64 = 5_000;

const PARAMETERS: [&str; 5] = ["linh-vuc", "tinh-trang", "don-vi", "xep", "trang"];
/// What may name a person is sent instead: addresses are kept by browsers and by whatever lies between.
const WORDS: &str = "q";
/// In what form the list is taken along; without it, it is shown.
const TAKEN: &str = "dang";

#[derive(Template)]
#[template(path = "entries/list.html")]
struct ListPage {
    page: Page,
    form: Form,
    edition: Edition,
    lines: Vec<Line>,
    /// What others sent with the unit's help: shown apart, counted with who sent it.
    helped: Vec<Line>,
    total: i64,
    figures: Vec<(String, i64, String)>,
    categories: Vec<(String, String)>,
    standings: Vec<(String, String)>,
    units: Vec<(String, String)>,
    sorts: Vec<(String, String)>,
    words: BTreeMap<Standing, String>,
    /// The list's own address.
    path: String,
    place: String,
    /// The address of the page, or its number where words were sent; empty where there is none.
    previous: String,
    next: String,
    /// What is sent again, where words were sent.
    again: Vec<(String, String)>,
    /// What is sent where the list is taken along.
    wanted: Vec<(String, String)>,
    everything: String,
    begin_on_behalf: bool,
    /// Whether the contest asks for units' lists and this visitor keeps one.
    unit_lists: bool,
    /// Where all that came is shown in pictures, for whoever reads all of it.
    intake: Option<String>,
    /// Where packages from other houses are taken in, for whoever takes dossiers in for all of the contest.
    packages: Option<String>,
    /// Where scans of papers are filed, for whoever receives them.
    scanning: Option<String>,
    /// Where models and samples are kept, for whoever reads all entries.
    things: Option<String>,
    /// Searches that are kept for this list: name, address, where it is forgotten by whoever kept it.
    searches: Vec<(String, String, String)>,
    /// Where a search is kept; nowhere on a unit's own list.
    keep: String,
    /// Where the authors of the list are written to, by whoever screens.
    letter: Option<String>,
}

impl ListPage {
    fn category(&self, line: &Line) -> &str {
        let code = line.category.as_ref().map_or("", CategoryCode::as_str);
        self.edition.book.rules().category(code).map_or("", |category| category.name.as_str())
    }

    /// The day of arrival in the contest's zone; the hour stands on the entry's own page.
    fn day(&self, at: &Timestamp) -> String {
        self.page.day(self.edition.book.calendar().day_of(*at))
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "a template hands fields by reference")]
    fn word(&self, standing: &Standing) -> &str {
        self.words.get(standing).map_or("", String::as_str)
    }
}

pub(super) async fn all(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&PARAMETERS)?;
    listed(&house, &viewer, page, form, &slug).await
}

/// The same list by words of a number, a title, an author or a unit.
pub(super) async fn search(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&sent())?;
    listed(&house, &viewer, page, posted.form, &slug).await
}

pub(super) async fn listed(
    house: &House,
    viewer: &Viewer,
    page: Page,
    form: Form,
    slug: &str,
) -> Result<Response, Halt> {
    let edition = find(house, slug).await?;
    viewer.allowed(Permission::EntryViewAll, edition.place())?;
    show(house, viewer, page.titled("entries-all"), form, edition, None).await
}

pub(super) async fn of_unit(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&PARAMETERS)?;
    listed_of_unit(&house, &viewer, page, form, &slug).await
}

pub(super) async fn search_of_unit(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&sent())?;
    listed_of_unit(&house, &viewer, page, posted.form, &slug).await
}

async fn listed_of_unit(house: &House, viewer: &Viewer, page: Page, form: Form, slug: &str) -> Result<Response, Halt> {
    let edition = find(house, slug).await?;
    let person = Person::of(viewer);
    // A contest that is being prepared is not there for those whom it will ask.
    if !edition.is_public() && !viewer.may(Permission::EntryViewUnit, edition.place()) {
        return Err(Halt::not_found());
    }
    let page = page.titled("entries-of-unit");
    // Whoever runs the unit's own contest reads all of it; for the contest above, only the unit's.
    let units = (!person.reads_all(edition.place())).then(|| person.units_read());
    if units.as_ref().is_some_and(Vec::is_empty) {
        return Err(Halt::Denied(Denied::Forbidden));
    }
    show(house, viewer, page, form, edition, units).await
}

/// What the form of the search brings.
pub(super) fn sent() -> Vec<&'static str> {
    [&PARAMETERS[..], &[WORDS, TAKEN]].concat()
}

pub(super) async fn find(house: &House, slug: &str) -> Result<Edition, Halt> {
    edition_by_slug(&mut house.read().await?, slug).await?.ok_or_else(Halt::not_found)
}

async fn show(
    house: &House,
    viewer: &Viewer,
    page: Page,
    form: Form,
    edition: Edition,
    of_units: Option<Vec<UnitId>>,
) -> Result<Response, Halt> {
    let (asked, number) = asked_for(&form, &edition, of_units)?;
    if let Some(taken) = form.choice(TAKEN, taken::Form::from_code)? {
        return taken::answer(house, viewer, &page, &edition, (asked, taken)).await;
    }
    let mut db = house.read().await?;
    let listing = store::list(&mut db, edition.id, &asked).await?;
    let facets = store::facets(&mut db, edition.id, asked.of_units.as_deref()).await?;
    let helped = match asked.of_units.as_deref() {
        Some(units) => store::helped_by(&mut db, edition.id, units).await?,
        None => Vec::new(),
    };
    let keeps = asked.of_units.is_none() && viewer.may(Permission::EntryViewAll, edition.place());
    let searches = if keeps { searches(&mut db, &page, viewer, &edition).await? } else { Vec::new() };
    let announced = edition.state.announced_at().is_some();
    let word = |standing: &Standing| (*standing, listed_standing(&page, *standing, announced));
    let words: BTreeMap<Standing, String> = Standing::ALL.iter().map(word).collect();
    let here = Address { path: page.path.split('?').next().unwrap_or_default(), form: &form };
    let shown = listing.lines.len();
    let last = number * A_PAGE >= listing.total || asked.most == ALL;
    let list_page = ListPage {
        figures: figures(&here, &facets, &words),
        categories: categories(&edition),
        standings: words.iter().map(|(standing, word)| (standing.code().to_owned(), word.clone())).collect(),
        units: units(&facets),
        sorts: vec![(String::new(), page.t("entries-sort-number")), ("ten".to_owned(), page.t("entries-sort-title"))],
        place: place(&page, asked.skip, shown, listing.total),
        previous: if number > 1 { here.page(number - 1) } else { String::new() },
        next: if last { String::new() } else { here.page(number + 1) },
        again: here.again(),
        wanted: here.wanted(),
        path: here.path.to_owned(),
        intake: viewer
            .may(Permission::EntryViewAll, edition.place())
            .then(|| format!("/ky/{}/ho-so/tiep-nhan", edition.slug)),
        things: viewer
            .may(Permission::EntryViewAll, edition.place())
            .then(|| format!("/ky/{}/ho-so/hien-vat", edition.slug)),
        packages: viewer
            .may(Permission::EntryOnBehalf, edition.place())
            .then(|| format!("/ky/{}/goi-ho-so", edition.slug)),
        scanning: viewer
            .may(Permission::EntryOnBehalf, edition.place())
            .then(|| format!("/ky/{}/ho-so/quet-vao", edition.slug)),
        everything: if listing.total > A_PAGE && asked.most != ALL && form.given(WORDS).is_none() {
            here.with("trang", "tat-ca")
        } else {
            String::new()
        },
        unit_lists: edition.book.rules().endorsement.is_some() && viewer.may_somewhere(Permission::EntryEndorse),
        begin_on_behalf: edition.is_public() && begins(&Person::of(viewer), &edition, asked.of_units.as_deref()),
        letter: (keeps && viewer.may(Permission::ScreeningDecide, edition.place()))
            .then(|| format!("/ky/{}/ho-so/thu", edition.slug)),
        searches,
        keep: if keeps { format!("/ky/{}/ho-so/tim", edition.slug) } else { String::new() },
        words,
        total: listing.total,
        lines: listing.lines,
        helped,
        edition,
        page,
        form: Form::new(),
    };
    html(&ListPage { form, ..list_page })
}

/// The searches that this visitor sees: name, address, where it is forgotten.
async fn searches(
    db: &mut Conn,
    page: &Page,
    viewer: &Viewer,
    edition: &Edition,
) -> Result<Vec<(String, String, String)>, Halt> {
    let own = viewer.signed_in()?.id;
    let shown = |search: SavedSearch| {
        let there = format!("/ky/{}/ho-so/tim/{}", edition.slug, search.id);
        let away = if search.owner == own { format!("{there}/bo") } else { String::new() };
        let name = if search.shared { page.t1("entries-search-shared", "name", search.name) } else { search.name };
        (name, there, away)
    };
    Ok(store::searches(db, edition.id, own).await?.into_iter().map(shown).collect())
}

/// Whether they may begin a dossier here for somebody, for the organisers or for one of their units.
fn begins(person: &Person, edition: &Edition, units: Option<&[UnitId]>) -> bool {
    let place = edition.place();
    units.map_or_else(
        || person.may_begin_for(place, None),
        |units| units.iter().any(|unit| person.may_begin_for(place, Some(*unit))),
    )
}

/// What was asked, to be sent along by another form.
pub(super) fn asked_again(form: &Form) -> Vec<(String, String)> {
    Address { path: "", form }.wanted()
}

pub(super) fn asked_for(form: &Form, edition: &Edition, of_units: Option<Vec<UnitId>>) -> Result<(List, i64), Halt> {
    let everything = form.value("trang") == "tat-ca";
    let number = form.value("trang").parse::<i64>().unwrap_or(1).clamp(1, 1_000);
    let list = List {
        standing: form.choice("tinh-trang", |code| code.parse().ok())?,
        category: form.choice("linh-vuc", |code| edition.book.rules().category_code(code))?,
        unit: form.choice("don-vi", |id| id.parse().ok())?,
        of_units,
        words: form.value(WORDS).to_owned(),
        by_title: form.choice("xep", |word| (word == "ten").then_some(()))?.is_some(),
        most: if everything { ALL } else { A_PAGE },
        skip: if everything { 0 } else { (number - 1) * A_PAGE },
    };
    Ok((list, number))
}

/// This list's address with one parameter changed; a change of filter begins at the first page, and
/// the words of a search are left behind.
struct Address<'a> {
    path: &'a str,
    form: &'a Form,
}

impl Address<'_> {
    fn with(&self, name: &str, value: &str) -> String {
        let kept = PARAMETERS.into_iter().filter(|each| *each != name && *each != "trang");
        let mut pairs: Vec<(&str, &str)> =
            kept.filter_map(|each| self.form.given(each).map(|value| (each, value))).collect();
        if !value.is_empty() {
            pairs.push((name, value));
        }
        format!("{}?{}", self.path, serde_urlencoded::to_string(&pairs).unwrap_or_default())
    }

    /// Where another page is: its address, or its number where the form is sent again.
    fn page(&self, number: i64) -> String {
        let number = number.to_string();
        if self.form.given(WORDS).is_some() { number } else { self.with("trang", &number) }
    }

    /// What was asked, where words were sent.
    fn again(&self) -> Vec<(String, String)> {
        if self.form.given(WORDS).is_some() { self.wanted() } else { Vec::new() }
    }

    /// What was asked, whatever page of it is shown.
    fn wanted(&self) -> Vec<(String, String)> {
        let kept = sent().into_iter().filter(|each| *each != "trang");
        kept.filter_map(|each| Some((each.to_owned(), self.form.given(each)?.to_owned()))).collect()
    }
}

fn figures(here: &Address, facets: &[Facet], words: &BTreeMap<Standing, String>) -> Vec<(String, i64, String)> {
    let count =
        |standing: Standing| facets.iter().filter(|facet| facet.standing == standing).map(|facet| facet.count).sum();
    let figure = |standing: &Standing| {
        let word = words.get(standing).cloned().unwrap_or_default();
        (word, count(*standing), here.with("tinh-trang", standing.code()))
    };
    Standing::ALL.iter().map(figure).filter(|(_, count, _)| *count > 0).collect()
}

fn units(facets: &[Facet]) -> Vec<(String, String)> {
    let named: BTreeMap<&str, UnitId> =
        facets.iter().filter_map(|facet| Some((facet.unit_name.as_str(), facet.unit?))).collect();
    named.into_iter().map(|(name, unit)| (unit.to_string(), name.to_owned())).collect()
}

fn place(page: &Page, skip: i64, shown: usize, total: i64) -> String {
    let shown = i64::try_from(shown).unwrap_or(0);
    let facts =
        [("from", (skip + 1).min(total).to_string()), ("to", (skip + shown).to_string()), ("total", total.to_string())];
    page.tx("entries-place", &facts)
}
