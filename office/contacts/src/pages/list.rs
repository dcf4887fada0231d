//! Every unit of today with whom one reaches there; those without anybody come first.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::{Permission, Place};
use hoithi_units::{Unit, UnitLevel, units_on};
use hoithi_web::{Asked, Form, House, Page, fold, html};

use crate::contact::Contact;
use crate::store;

const PAGE: usize = 100;

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
    /// How many match, and from which on this page shows.
    total: usize,
    from: usize,
    may_manage: bool,
}

/// How the whole directory stands.
#[derive(Default)]
struct Counts {
    units: usize,
    without: usize,
    without_mail: usize,
}

impl ListPage {
    fn place(&self) -> String {
        let facts = [
            ("first", (self.from + usize::from(!self.rows.is_empty())).to_string()),
            ("last", (self.from + self.rows.len()).to_string()),
            ("total", self.total.to_string()),
        ];
        self.page.tx("contacts-place", &facts)
    }

    fn previous(&self) -> String {
        if self.from == 0 { String::new() } else { self.address(self.from / PAGE) }
    }

    fn next(&self) -> String {
        if self.from + PAGE < self.total { self.address(self.from / PAGE + 2) } else { String::new() }
    }

    fn address(&self, page: usize) -> String {
        let words = fold(self.form.value("tim"));
        let words: String = words.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '+' }).collect();
        format!("?cap={}&xem={}&tim={words}&trang={page}", self.form.value("cap"), self.form.value("xem"))
    }
}

pub(super) async fn show(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    viewer.allowed(Permission::ContactsView, Place::HOUSE)?;
    let form = asked.only(&["cap", "xem", "tim", "trang"])?;
    let level = form.choice("cap", |code| code.parse::<UnitLevel>().ok())?;
    form.choice("xem", |show| SHOWS.contains(&show).then_some(()))?;
    let mut db = house.read().await?;
    let mut contacts = store::contacts_on(&mut db, viewer.today).await?;
    let units = units_on(&mut db, viewer.today).await?.into_iter();
    let units = units.filter(|unit| level.is_none_or(|level| unit.level == level));
    let all: Vec<_> = units.map(|unit| (contacts.remove(&unit.id).unwrap_or_default(), unit)).collect();
    let counts = Counts {
        units: all.len(),
        without: all.iter().filter(|(known, _)| known.is_empty()).count(),
        without_mail: all.iter().filter(|(known, _)| !known.is_empty() && !has_mail(known)).count(),
    };
    let words = fold(form.value("tim"));
    let mut rows: Vec<_> = all
        .into_iter()
        .filter(|(known, unit)| is_shown(form.value("xem"), known) && is_named(unit, &words))
        .map(|(known, unit)| (unit, known))
        .collect();
    rows.sort_by_cached_key(|(unit, known)| (!known.is_empty(), hoithi_web::dictionary_order(&unit.name)));
    let total = rows.len();
    let asked: usize = form.value("trang").parse().unwrap_or(1);
    let from = (asked.clamp(1, 1_000) - 1) * PAGE;
    html(&ListPage {
        levels: UnitLevel::ALL.iter().map(|each| (each.code().to_owned(), page.tcode("units-level-", each))).collect(),
        shows: SHOWS.map(|show| (show.to_owned(), page.tcode("contacts-show-", show))).into(),
        rows: rows.into_iter().skip(from).take(PAGE).collect(),
        page: page.titled("contacts-directory"),
        form,
        counts,
        total,
        from,
        may_manage: viewer.may(Permission::ContactsManage, Place::HOUSE),
    })
}

fn has_mail(known: &[Contact]) -> bool {
    known.iter().any(|contact| !contact.person.email.is_empty())
}

fn is_shown(show: &str, known: &[Contact]) -> bool {
    match show {
        "without" => known.is_empty(),
        "without_mail" => !known.is_empty() && !has_mail(known),
        "with" => !known.is_empty(),
        _ => true,
    }
}

/// Persons are not searched for: what is searched for stands in the address of the page.
fn is_named(unit: &Unit, words: &str) -> bool {
    words.is_empty() || fold(&unit.name).contains(words) || unit.code.as_deref() == Some(words)
}
