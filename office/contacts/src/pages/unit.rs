//! Whom one reaches in one unit, now and before.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Permission, Place};
use hoithi_units::Unit;
use hoithi_web::{House, Page, Path, html};

use crate::contact::Contact;
use crate::store;

#[derive(Template)]
#[template(path = "contacts/unit.html")]
struct UnitPage {
    page: Page,
    unit: Unit,
    present: Vec<Contact>,
    past: Vec<Contact>,
    may_manage: bool,
    has_ended: bool,
}

impl UnitPage {
    fn time(&self, contact: &Contact) -> String {
        let from = self.page.day(contact.from);
        match contact.to {
            Some(to) => self.page.tx("contacts-from-to", &[("from", from), ("to", self.page.day(to))]),
            None => self.page.t1("contacts-since", "day", from),
        }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<UnitId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    viewer.allowed(Permission::ContactsView, Place::HOUSE)?;
    let mut db = house.read().await?;
    let unit = hoithi_units::unit(&mut db, id).await?.ok_or_else(Halt::not_found)?;
    let all = store::contacts_of(&mut db, id).await?;
    let (past, present) = all.into_iter().partition(|contact| contact.to.is_some_and(|last| last < viewer.today));
    let directory = page.t("contacts-directory");
    html(&UnitPage {
        page: page.named(unit.name.clone()).under(directory, super::DIRECTORY),
        has_ended: unit.valid_to.is_some_and(|last| last < viewer.today),
        unit,
        present,
        past,
        may_manage: viewer.may(Permission::ContactsManage, Place::HOUSE),
    })
}
