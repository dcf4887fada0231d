//! A unit's register: what is asked of it, what it has, one line each.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hoithi_edition::editions;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Permission, Scope};
use hoithi_units::{Unit, units_by_id};
use hoithi_web::{Asked, Asking, Form, House, Page, Paging, Path, html, redirect};

use super::entered::entered;
use super::{address, keeps, register_address, under, unit_read};
use crate::movements::{OfUnit, of_unit, stands};
use crate::store::{self, InitiativeId, KeptInitiative, Linked};
use crate::workbook;

const A_PAGE: usize = 50;
const ASKING: Asking = Asking { path: "", open: &["nam", "xem"], words: &[] };

/// Which of them are shown.
const SHOWS: [&str; 3] = ["recognised", "waiting", "entered"];

#[derive(Template)]
#[template(path = "initiatives/register.html")]
struct RegisterPage {
    page: Page,
    form: Form,
    unit: Unit,
    keeps: bool,
    /// Other units of whoever looks: after a merger often several.
    others: Vec<Unit>,
    movements: Vec<OfUnit>,
    years: Vec<(String, String)>,
    shows: Vec<(String, String)>,
    counts: Counts,
    rows: Vec<KeptInitiative>,
    /// How far the dossier is that came of each, with its tone.
    states: BTreeMap<InitiativeId, (String, &'static str)>,
    paging: Paging,
}

/// How the whole register stands.
struct Counts {
    all: usize,
    recognised: usize,
    entered: usize,
    money: i64,
}

impl RegisterPage {
    fn here(&self) -> String {
        register_address(self.unit.id)
    }

    fn href(row: &KeptInitiative) -> String {
        address(row.unit, row.id)
    }

    fn entry_state(&self, row: &KeptInitiative) -> Option<&(String, &'static str)> {
        self.states.get(&row.id)
    }

    fn place(&self) -> String {
        self.paging.place(&self.page, "initiatives-place")
    }

    fn money(&self) -> String {
        self.page.money(self.counts.money)
    }

    fn tone(movement: &OfUnit) -> &'static str {
        stands(movement.used, movement.target).1
    }

    fn word(&self, movement: &OfUnit) -> String {
        self.page.tcode("initiatives-standing-", stands(movement.used, movement.target).0)
    }

    /// `4 trên 10`
    fn told(&self, movement: &OfUnit) -> String {
        let facts = [("used", self.page.number(movement.used)), ("target", self.page.number(movement.target))];
        self.page.tx("initiatives-of-target", &facts)
    }
}

/// The register of the unit whose contact looks.
pub(super) async fn first(viewer: Viewer) -> Result<Response, Halt> {
    let own = own_units(&viewer).into_iter().next().ok_or_else(Halt::not_found)?;
    Ok(redirect(&register_address(own)))
}

fn own_units(viewer: &Viewer) -> BTreeSet<UnitId> {
    let own = viewer.grants.iter().filter_map(|grant| match grant.scope {
        Scope::Unit(unit) if grant.role.may(Permission::InitiativeKeep) => Some(unit),
        _ => None,
    });
    own.collect()
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<UnitId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&ASKING.asked())?;
    let year = form.choice("nam", |year| year.parse::<i16>().ok())?;
    let show = form.choice("xem", |show| SHOWS.into_iter().find(|each| *each == show))?.unwrap_or_default();
    let mut db = house.read().await?;
    let unit = unit_read(&mut db, &viewer, id).await?;
    let mut rows = store::initiatives_of(&mut db, id).await?;
    let links = store::links_of_unit(&mut db, id).await?;
    let entered: BTreeSet<_> = links.iter().map(|linked| linked.initiative).collect();
    let movements = of_unit(&mut db, id, &rows).await?;
    let others = others(&mut db, &viewer, id).await?;
    let counts = Counts {
        all: rows.len(),
        recognised: rows.iter().filter(|row| row.what.recognition.is_some()).count(),
        entered: entered.len(),
        money: rows.iter().filter_map(|row| row.what.money).fold(0, i64::saturating_add),
    };
    let years = years(&rows);
    rows.retain(|row| year.is_none_or(|year| row.what.first_used.year() == year) && is_shown(show, row, &entered));
    let paging = Paging::of(&form, rows.len(), A_PAGE, &ASKING);
    let rows = paging.part_of(rows);
    let states = states(&mut db, (&viewer, &page), &rows, &links).await?;
    drop(db);
    html(&RegisterPage {
        shows: SHOWS.map(|show| (show.to_owned(), page.tcode("initiatives-show-", show))).into(),
        page: under(page, &viewer).titled("initiatives-register"),
        form,
        keeps: keeps(&viewer, id),
        unit,
        others,
        movements,
        years,
        counts,
        rows,
        states,
        paging,
    })
}

/// Of each initiative of the page the dossier that came last, or went highest.
async fn states(
    db: &mut hoithi_store::Conn,
    reader: (&Viewer, &Page),
    rows: &[KeptInitiative],
    links: &[Linked],
) -> Result<BTreeMap<InitiativeId, (String, &'static str)>, Halt> {
    let mut states = BTreeMap::new();
    if links.is_empty() {
        return Ok(states);
    }
    let editions = editions(db).await?;
    for row in rows {
        let own: Vec<_> = links.iter().copied().filter(|linked| linked.initiative == row.id).collect();
        let Some(last) = entered(db, reader, &own, &editions).await?.pop() else { continue };
        let page = reader.1;
        let told = match last.state {
            Some((state, tone)) => (page.t1("initiatives-entry-stands", "state", state), tone),
            None => (page.t("initiatives-has-entry"), "doing"),
        };
        states.insert(row.id, told);
    }
    Ok(states)
}

async fn others(db: &mut hoithi_store::Conn, viewer: &Viewer, here: UnitId) -> Result<Vec<Unit>, Halt> {
    let mut own = own_units(viewer);
    own.remove(&here);
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let mut units = units_by_id(db).await?;
    Ok(own.into_iter().filter_map(|unit| units.remove(&unit)).collect())
}

/// The years of first use, the newest first.
fn years(rows: &[KeptInitiative]) -> Vec<(String, String)> {
    let years: BTreeSet<i16> = rows.iter().map(|row| row.what.first_used.year()).collect();
    years.into_iter().rev().map(|year| (year.to_string(), year.to_string())).collect()
}

fn is_shown(show: &str, row: &KeptInitiative, entered: &BTreeSet<InitiativeId>) -> bool {
    match show {
        "recognised" => row.what.recognition.is_some(),
        "waiting" => row.what.recognition.is_none(),
        "entered" => entered.contains(&row.id),
        _ => true,
    }
}

/// The whole register as a workbook, to be filled in further and sent back.
pub(super) async fn workbook(
    State(house): State<House>,
    Path(id): Path<UnitId>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    unit_read(&mut db, &viewer, id).await?;
    let register = store::initiatives_of(&mut db, id).await?;
    drop(db);
    answer_workbook(register.into_iter().map(|kept| (None, kept)).collect(), false).await
}

/// Registers as a file, with the units' names where there are several.
pub(super) async fn answer_workbook(
    register: Vec<(Option<String>, KeptInitiative)>,
    with_units: bool,
) -> Result<Response, Halt> {
    let written = tokio::task::spawn_blocking(move || workbook::write(&register, with_units)).await;
    let bytes = written.map_err(Halt::fault)??;
    let headers = [
        (CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (CONTENT_DISPOSITION, "attachment; filename=\"so-sang-kien.xlsx\""),
    ];
    Ok((headers, bytes).into_response())
}
