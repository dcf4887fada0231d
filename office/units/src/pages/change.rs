//! Importing a file of units, and adding one that no national list has.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::text::{length, one_line};
use hoithi_web::{Form, House, Page, Posted, html, redirect_with_flash};

use crate::operations::{Imported, NewUnit, add_unit, import_csv};
use crate::store;
use crate::unit::UnitLevel;

/// The largest file, bytes: a list of every commune of the country is a quarter of it.
const LARGEST: usize = 4 << 20;

#[derive(Template)]
#[template(path = "units/import.html")]
struct ImportPage {
    page: Page,
    form: Form,
    done: Option<Imported>,
    columns: String,
}

impl ImportPage {
    fn new(page: Page, form: Form, done: Option<Imported>) -> Self {
        let register = page.t("units-register");
        let page = page.titled("units-import").under(register, "/don-vi-hanh-chinh");
        Self { page, form, done, columns: crate::csv_file::COLUMNS.join(",") }
    }
}

pub(super) async fn show_import(page: Page) -> Result<Response, Halt> {
    html(&ImportPage::new(page, Form::new(), None))
}

pub(super) async fn send_import(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    match import(&house, &viewer, &posted).await {
        Ok(done) => html(&ImportPage::new(page, Form::new(), Some(done))),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&ImportPage::new(page, form, None))
        }
    }
}

async fn import(house: &House, viewer: &Viewer, posted: &Posted) -> Result<Imported, Halt> {
    let Some(file) = posted.file("file") else {
        return Err(Halt::refused("units.csv_no_file", Some("file"), "choose a file"));
    };
    if file.bytes.len() > LARGEST {
        return Err(Halt::refused("units.csv_too_large", Some("file"), "the file is larger than any list of units"));
    }
    let text = String::from_utf8(file.bytes.clone())
        .map_err(|_| Halt::refused("units.csv_not_text", Some("file"), "the file is no UTF-8 text"))?;
    house.acts.perform(viewer.actor(), move |act| Box::pin(import_csv(act, text.clone()))).await
}

#[derive(Template)]
#[template(path = "units/new.html")]
struct NewPage {
    page: Page,
    form: Form,
    levels: Vec<(String, String)>,
    parents: Vec<(String, String)>,
}

impl NewPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, form: Form) -> Result<Self, Halt> {
        let levels = UnitLevel::ALL.iter().filter(|level| !level.is_administrative());
        let levels = levels.map(|level| (level.code().to_owned(), page.tcode("units-level-", level))).collect();
        let mut db = house.read().await?;
        let mut parents = Vec::new();
        for level in [UnitLevel::Province, UnitLevel::District, UnitLevel::Department, UnitLevel::School] {
            let units = store::units_of_level(&mut db, level, viewer.today).await?;
            parents.extend(units.into_iter().map(|unit| (unit.id.to_string(), unit.name)));
        }
        let register = page.t("units-register");
        Ok(Self { page: page.titled("units-new").under(register, "/don-vi-hanh-chinh"), form, levels, parents })
    }
}

pub(super) async fn show_new(State(house): State<House>, viewer: Viewer, page: Page) -> Result<Response, Halt> {
    viewer.allowed(Permission::UnitsManage, Place::HOUSE)?;
    html(&NewPage::load(&house, &viewer, page, Form::new()).await?)
}

pub(super) async fn send_new(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["name", "kind", "level", "parent", "valid_from", "source"])?;
    let added = match unit_from(&form) {
        Ok(new) => house.acts.perform(viewer.actor(), move |act| Box::pin(add_unit(act, new.clone()))).await,
        Err(halt) => Err(halt),
    };
    match added {
        Ok(unit) => Ok(redirect_with_flash(&house.site, &format!("/don-vi-hanh-chinh/{unit}"), "units-was-added")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&NewPage::load(&house, &viewer, page, form).await?)
        }
    }
}

/// The longest name that a letter's line of addressees still takes.
const LONGEST: usize = 200;

fn unit_from(form: &Form) -> Result<NewUnit, Halt> {
    let mut no = Refusals::new();
    let [name, kind, source] = ["name", "kind", "source"].map(|field| (field, one_line(form.value(field))));
    for (field, text) in [&name, &kind, &source] {
        if text.is_empty() || length(text) > LONGEST {
            no.add("units.text_missing", field, "write 1 to 200 letters");
        }
    }
    let level: Option<UnitLevel> = form.value("level").parse().ok();
    if level.is_none() {
        no.add("units.level_unknown", "level", "choose a level");
    }
    let parent = form.given("parent").map(str::parse);
    if matches!(parent, Some(Err(_))) {
        no.add("units.parent_unknown", "parent", "there is no such unit");
    }
    let valid_from = form.given("valid_from").map(parse_day);
    if valid_from == Some(None) {
        no.add("units.day_malformed", "valid_from", "this is no day");
    }
    match level {
        Some(level) if no.is_empty() => Ok(NewUnit {
            name: name.1,
            kind: kind.1,
            level,
            parent: parent.and_then(Result::ok),
            valid_from: valid_from.flatten(),
            source: source.1,
        }),
        _ => Err(no.halt()),
    }
}
