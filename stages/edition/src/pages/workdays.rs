//! Public holidays and worked Saturdays, for everybody and for one edition.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::workdays::{SpecialDay, SpecialDayRefusal, SpecialKind};
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};

use crate::edition::Edition;
use crate::store;
use crate::workdays::{SetDay, drop_day, own_days, set_day, workdays};

#[derive(Template)]
#[template(path = "edition/workdays.html")]
struct WorkdaysPage {
    page: Page,
    form: Form,
    /// Whose calendar; none is everybody's.
    edition: Option<Edition>,
    editions: Vec<Edition>,
    year: i16,
    years: Vec<(String, String)>,
    rows: Vec<Row>,
    /// How many of them nobody of the office has checked.
    unchecked: usize,
    kinds: Vec<(String, String)>,
    may_change: bool,
}

/// One special day of the year.
struct Row {
    special: SpecialDay,
    /// Whether it was written down here, and so can be taken back here.
    own: bool,
}

impl WorkdaysPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        viewer: &Viewer,
        edition: Option<Edition>,
        (year, form): (Option<i16>, Form),
    ) -> Result<Self, Halt> {
        let id = edition.as_ref().map(|edition| edition.id);
        let (all, own) = (workdays(db, id).await?, own_days(db, id).await?);
        let year = year.unwrap_or_else(|| viewer.today.year());
        let row = |special: &SpecialDay| Row { special: special.clone(), own: own.contains(special) };
        let mut years: Vec<i16> = all.years().collect();
        if !years.contains(&year) {
            years.push(year);
        }
        years.sort_unstable();
        let place = edition.as_ref().map_or(Place::HOUSE, Edition::place);
        let mut editions = if edition.is_none() { store::editions(db).await? } else { Vec::new() };
        editions.retain(|edition| viewer.may(Permission::EditionView, edition.place()));
        let page = page.titled("edition-workdays");
        Ok(Self {
            rows: all.of_year(year).map(row).collect(),
            unchecked: all.unchecked(year),
            years: years.into_iter().map(|year| (year.to_string(), year.to_string())).collect(),
            kinds: SpecialKind::ALL
                .map(|kind| (kind.code().to_owned(), page.tcode("edition-day-", kind.code())))
                .into(),
            may_change: viewer.may(Permission::EditionSetUp, place),
            page: match &edition {
                Some(_) => {
                    let label = page.t("edition-workdays");
                    page.under(label, "/ngay-nghi")
                }
                None => page,
            },
            form: form.with("nam", year),
            edition,
            editions,
            year,
        })
    }

    fn here(&self) -> String {
        address(self.edition.as_ref())
    }
}

fn address(edition: Option<&Edition>) -> String {
    edition.map_or_else(|| "/ngay-nghi".to_owned(), |edition| format!("/ky/{}/ngay-nghi", edition.slug))
}

fn year_of(form: &Form) -> Result<Option<i16>, Halt> {
    form.choice("nam", |text| text.parse().ok().filter(|year| (1990..=2100).contains(year)))
}

pub(super) async fn show(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let year = year_of(&asked.only(&["nam"])?)?;
    html(&WorkdaysPage::load(&mut house.read().await?, page, &viewer, None, (year, Form::new())).await?)
}

pub(super) async fn show_edition(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let year = year_of(&asked.only(&["nam"])?)?;
    let mut db = house.read().await?;
    let edition = edition_of(&mut db, &viewer, &slug).await?;
    html(&WorkdaysPage::load(&mut db, page, &viewer, Some(edition), (year, Form::new())).await?)
}

async fn edition_of(db: &mut Conn, viewer: &Viewer, slug: &str) -> Result<Edition, Halt> {
    let edition = store::edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::EditionView, edition.place())?;
    Ok(edition)
}

pub(super) async fn send(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    change(&house, viewer, page, None, posted.form).await
}

pub(super) async fn send_edition(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let edition = edition_of(&mut house.read().await?, &viewer, &slug).await?;
    change(&house, viewer, page, Some(edition), posted.form).await
}

/// A day is written down, or one that was is taken back.
async fn change(
    house: &House,
    viewer: Viewer,
    page: Page,
    edition: Option<Edition>,
    mut form: Form,
) -> Result<Response, Halt> {
    form.only(&["day", "kind", "name", "source", "drop"])?;
    let id = edition.as_ref().map(|edition| edition.id);
    let done = match form.given("drop") {
        Some(text) => {
            let day = parse_day(text).ok_or_else(Halt::not_found)?;
            let dropped = house.acts.perform(viewer.actor(), move |act| Box::pin(drop_day(act, id, day))).await;
            dropped.map(|()| (day, "edition-day-dropped"))
        }
        None => match read(&form) {
            Ok(special) => {
                let (day, command) = (special.day, SetDay { edition: id, day: special });
                let set = house.acts.perform(viewer.actor(), move |act| Box::pin(set_day(act, command.clone()))).await;
                set.map(|()| (day, "edition-day-set"))
            }
            Err(halt) => Err(halt),
        },
    };
    match done {
        Ok((day, key)) => {
            Ok(redirect_with_flash(&house.site, &format!("{}?nam={}", address(edition.as_ref()), day.year()), key))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let year = parse_day(form.value("day")).map(jiff::civil::Date::year);
            html(&WorkdaysPage::load(&mut house.read().await?, page, &viewer, edition, (year, form)).await?)
        }
    }
}

fn read(form: &Form) -> Result<SpecialDay, Halt> {
    let mut no = Refusals::new();
    let day = no.keep("day", parse_day(form.value("day")).ok_or(SpecialDayRefusal::Day));
    let kind = no.keep("kind", SpecialKind::from_code(form.value("kind")).ok_or(SpecialDayRefusal::Kind));
    let (name, source) = (form.value("name"), form.value("source"));
    let name = no.keep("name", Some(name).filter(|text| !text.is_empty()).ok_or(SpecialDayRefusal::NameMissing));
    let source =
        no.keep("source", Some(source).filter(|text| !text.is_empty()).ok_or(SpecialDayRefusal::SourceMissing));
    match (day, kind, name, source) {
        (Some(day), Some(kind), Some(name), Some(source)) => {
            SpecialDay::new(day, kind, name, source).map_err(|no| Halt::Refused(vec![hoithi_people::refused(&no)]))
        }
        _ => Err(no.halt()),
    }
}
