//! The borders of units: what is loaded, one more file, and one that was wrong taken away.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuseAll, Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::text::{length, one_line};
use hoithi_web::{Form, House, Page, Posted, html, redirect_with_flash};

use crate::borders::{LoadBorders, drop_borders, load_borders, read_borders};
use crate::store::{BorderSet, border_sets};

const PATH: &str = "/don-vi-hanh-chinh/ranh-gioi";

/// The longest line about where a file is from.
const LONGEST: usize = 200;

#[derive(Template)]
#[template(path = "units/borders.html")]
struct BordersPage {
    page: Page,
    form: Form,
    sets: Vec<BorderSet>,
}

impl BordersPage {
    async fn load(house: &House, page: Page, form: Form) -> Result<Self, Halt> {
        let register = page.t("units-register");
        let sets = border_sets(&mut house.read().await?).await?;
        Ok(Self { page: page.titled("units-borders").under(register, "/don-vi-hanh-chinh"), form, sets })
    }
}

pub(super) async fn show(State(house): State<House>, page: Page) -> Result<Response, Halt> {
    html(&BordersPage::load(&house, page, Form::new()).await?)
}

pub(super) async fn load(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["from", "source"])?;
    let loaded = match command(&posted) {
        Ok(command) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(load_borders(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match loaded {
        Ok(_) => Ok(redirect_with_flash(&house.site, PATH, "units-borders-loaded")),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&BordersPage::load(&house, page, form).await?)
        }
    }
}

fn command(posted: &Posted) -> Result<LoadBorders, Halt> {
    let mut no = Refusals::new();
    let borders = if let Some(file) = posted.file("file") {
        no.absorb(read_borders(&file.bytes).or_refuse_all())?
    } else {
        no.add("units.borders_no_file", "file", "choose a file");
        None
    };
    let from = parse_day(posted.form.value("from"));
    if from.is_none() {
        no.add("units.day_malformed", "from", "this is no day");
    }
    let source = one_line(posted.form.value("source"));
    if source.is_empty() || length(&source) > LONGEST {
        no.add("units.text_missing", "source", "write 1 to 200 letters");
    }
    match (borders, from) {
        (Some(borders), Some(from)) if no.is_empty() => Ok(LoadBorders { borders, from, source }),
        _ => Err(no.halt()),
    }
}

pub(super) async fn remove(State(house): State<House>, viewer: Viewer, posted: Posted) -> Result<Response, Halt> {
    posted.form.only(&["from"])?;
    let from = parse_day(posted.form.value("from")).ok_or_else(Halt::not_found)?;
    house.acts.perform(viewer.actor(), move |act| Box::pin(drop_borders(act, from))).await?;
    Ok(redirect_with_flash(&house.site, PATH, "units-borders-removed"))
}
