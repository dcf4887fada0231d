//! The directory as a workbook, out and in.

use askama::Template;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::text::{length, one_line};
use hoithi_units::{UnitLevel, units_on};
use hoithi_web::imports::cells_of;
use hoithi_web::{Asked, Form, House, Page, Posted, html, redirect};
use uuid::Uuid;

use crate::contact::LONGEST;
use crate::fault::ContactFault;
use crate::imports::{NewImport, With, keep};
use crate::operations::take_out;
use crate::workbook::{COLUMNS, HEADS, Line};
use crate::{template, workbook};

#[derive(Template)]
#[template(path = "contacts/import.html")]
struct ImportPage {
    page: Page,
    form: Form,
    levels: Vec<(String, String)>,
    heads: [&'static str; 12],
}

impl ImportPage {
    fn new(page: Page, form: Form) -> Self {
        let directory = page.t("contacts-directory");
        let levels = UnitLevel::ALL.iter().map(|each| (each.code().to_owned(), page.tcode("units-level-", each)));
        Self {
            levels: levels.collect(),
            page: page.titled("contacts-import").under(directory, super::DIRECTORY),
            form,
            heads: HEADS,
        }
    }
}

pub(super) async fn show(viewer: Viewer, page: Page) -> Result<Response, Halt> {
    html(&ImportPage::new(page, Form::new().with("day", hoithi_web::day(viewer.today))))
}

pub(super) async fn send(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["day", "source"])?;
    match receive(&house, &viewer, &posted).await {
        Ok(import) => Ok(redirect(&format!("{}/nhap/{import}", super::DIRECTORY))),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&ImportPage::new(page, form))
        }
    }
}

async fn receive(house: &House, viewer: &Viewer, posted: &Posted) -> Result<Uuid, Halt> {
    let form = &posted.form;
    let mut no = Refusals::new();
    let day = no.keep("day", parse_day(form.value("day")).ok_or(ContactFault::Day { field: "day" }));
    let source = one_line(form.value("source"));
    let source = if source.is_empty() || length(&source) > LONGEST { Err(ContactFault::Source) } else { Ok(source) };
    let source = no.keep("source", source);
    let lines = no.absorb(lines(posted).await)?;
    let (Some(day), Some(source), Some(lines)) = (day, source, lines) else { return Err(no.halt()) };
    let new = NewImport { ground: With { day, source }, lines };
    house.acts.perform(viewer.actor(), move |act| Box::pin(keep(act, new.clone()))).await
}

async fn lines(posted: &Posted) -> Result<Vec<Line>, Halt> {
    workbook::lines(cells_of(posted, COLUMNS).await?).or_refuse()
}

/// Every unit of a level with whom one reaches there, to be filled in and sent back.
pub(super) async fn workbook(State(house): State<House>, viewer: Viewer, asked: Asked) -> Result<Response, Halt> {
    viewer.allowed(Permission::ContactsView, Place::HOUSE)?;
    let asked = asked.only(&["cap"])?;
    let level = asked.choice("cap", |code| code.parse::<UnitLevel>().ok())?;
    let mut db = house.read().await?;
    let mut units = units_on(&mut db, viewer.today).await?;
    units.retain(|unit| level.is_none_or(|level| unit.level == level));
    drop(db);
    let of: Vec<_> = units.iter().map(|unit| unit.id).collect();
    let contacts = house.acts.perform(viewer.actor(), move |act| Box::pin(take_out(act, of.clone()))).await?;
    let bytes =
        tokio::task::spawn_blocking(move || template::write(&units, &contacts)).await.map_err(Halt::fault)??;
    let headers = [
        (CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (CONTENT_DISPOSITION, "attachment; filename=\"danh-ba-dau-moi.xlsx\""),
    ];
    Ok((headers, bytes).into_response())
}
