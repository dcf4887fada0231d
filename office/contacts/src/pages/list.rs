//! Every unit of today with whom one reaches there; those without anybody come first.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Permission, Place};
use hoithi_units::{Unit, UnitLevel, units_on};
use hoithi_web::{Asked, Asking, Form, House, Page, Paging, dictionary_order, fold, html};

use crate::contact::Contact;
use crate::store;

const A_PAGE: usize = 50;
const ASKING: Asking = Asking { path: "/dau-moi", open: &["cap", "xem", "tim"], words: &[] };

/// Which units are shown.
const SHOWS: [&str; 3] = ["without", "without_mail", "with"];

#[derive(Template)]
#[template(path = "contacts/list.html")]
struct ListPage {
    page: Page,
    form: Form,
    levels: Vec<(String, String)>,
    shows: Vec<(String, String)>,
    rows: Vec<(Unit, Vec<Contact>)>,
    counts: Counts,
    paging: Paging,
    may_manage: bool,
}

/// How the whole directory stands.
struct Counts {
    units: usize,
    without: usize,
    without_mail: usize,
}

impl Counts {
    fn of(units: &[Unit], reached: &BTreeMap<UnitId, bool>) -> Self {
        let count = |how: Option<bool>| units.iter().filter(|unit| reached.get(&unit.id).copied() == how).count();
        Self { units: units.len(), without: count(None), without_mail: count(Some(false)) }
    }
}

impl ListPage {
    fn place(&self) -> String {
        self.paging.place(&self.page, "contacts-place")
    }
}

pub(super) async fn show(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    viewer.allowed(Permission::ContactsView, Place::HOUSE)?;
    let form = asked.only(&ASKING.asked())?;
    let level = form.choice("cap", |code| code.parse::<UnitLevel>().ok())?;
    let show = form.choice("xem", |show| SHOWS.into_iter().find(|each| *each == show))?.unwrap_or_default();
    let words = fold(form.value("tim"));
    let mut db = house.read().await?;
    let reached = store::reached_on(&mut db, viewer.today).await?;
    let mut units = units_on(&mut db, viewer.today).await?;
    units.retain(|unit| level.is_none_or(|level| unit.level == level));
    let counts = Counts::of(&units, &reached);
    units.retain(|unit| is_shown(show, reached.get(&unit.id).copied()) && is_named(unit, &words));
    units.sort_by_cached_key(|unit| (reached.contains_key(&unit.id), dictionary_order(&unit.name)));
    let paging = Paging::of(&form, units.len(), A_PAGE, &ASKING);
    let units = paging.part_of(units);
    let ids: Vec<UnitId> = units.iter().map(|unit| unit.id).collect();
    let mut known = store::contacts_at(&mut db, &ids, viewer.today).await?;
    let row = |unit: Unit| {
        let here = known.remove(&unit.id).unwrap_or_default();
        (unit, here)
    };
    html(&ListPage {
        levels: UnitLevel::ALL.iter().map(|each| (each.code().to_owned(), page.tcode("units-level-", each))).collect(),
        shows: SHOWS.map(|show| (show.to_owned(), page.tcode("contacts-show-", show))).into(),
        rows: units.into_iter().map(row).collect(),
        page: page.titled("contacts-directory"),
        form,
        counts,
        paging,
        may_manage: viewer.may(Permission::ContactsManage, Place::HOUSE),
    })
}

/// `mail`: whether one of the persons whom one reaches there has an address; none where there is nobody.
fn is_shown(show: &str, mail: Option<bool>) -> bool {
    match show {
        "without" => mail.is_none(),
        "without_mail" => mail == Some(false),
        "with" => mail.is_some(),
        _ => true,
    }
}

/// Persons are not searched for: what is searched for stands in the address of the page.
fn is_named(unit: &Unit, words: &str) -> bool {
    words.is_empty() || fold(&unit.name).contains(words) || unit.code.as_deref() == Some(words)
}
