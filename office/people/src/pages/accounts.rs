//! The administrator's list of accounts, a new account, and the roles of one.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::{AccountId, GrantId};
use hoithi_rules::people::{Grant, Role, Scope};
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect, redirect_with_flash};

use super::sign_in::account_from;
use crate::accounts::{Account, AccountLine};
use crate::operations::{end_grant, give_role, open_account};
use crate::places::{KnownPlaces, Places};
use crate::refuse::Refusals;
use crate::store;
use crate::viewer::Viewer;

#[derive(Template)]
#[template(path = "people/accounts.html")]
struct AccountsPage {
    page: Page,
    accounts: Vec<AccountLine>,
}

pub(super) async fn list(State(house): State<House>, page: Page) -> Result<Response, Halt> {
    let accounts = store::accounts(&mut house.read().await?).await?;
    html(&AccountsPage { page: page.titled("people-accounts"), accounts })
}

#[derive(Template)]
#[template(path = "people/new_account.html")]
struct NewAccountPage {
    page: Page,
    form: Form,
}

pub(super) async fn show_new(page: Page) -> Result<Response, Halt> {
    html(&NewAccountPage { page: page.titled("people-new-account"), form: Form::new() })
}

pub(super) async fn open(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["name", "login", "email", "phone", "password", "password_again"])?;
    let opened = match account_from(&form, true) {
        Ok(new) => house.acts.perform(viewer.actor(), move |act| Box::pin(open_account(act, new.clone()))).await,
        Err(halt) => Err(halt),
    };
    match opened {
        Ok(account) => Ok(redirect(&format!("/quan-tri/tai-khoan/{account}"))),
        Err(halt) => {
            let page = page.titled("people-new-account");
            form.keep_refusals(&page, halt)?;
            html(&NewAccountPage { page, form })
        }
    }
}

#[derive(Template)]
#[template(path = "people/account.html")]
struct AccountPage {
    page: Page,
    form: Form,
    account: Account,
    grants: Vec<(GrantId, Grant)>,
    roles: Vec<(String, String)>,
    places: Places,
}

/// Whose account, and who knows the names of the places.
type Which = (AccountId, Arc<dyn KnownPlaces>);

impl AccountPage {
    async fn load(db: &mut Conn, viewer: &Viewer, page: Page, (id, known): Which, form: Form) -> Result<Self, Halt> {
        let account = store::account(db, id).await?.ok_or_else(Halt::not_found)?;
        let grants = store::grant_lines(db, id).await?;
        let places = known.places(db, viewer.today).await?;
        let roles = Role::ALL.iter().filter(|role| **role != Role::Public);
        let roles = roles.map(|role| (role.code().to_owned(), page.tcode("role-", role))).collect();
        let list = page.t("people-accounts");
        let page = page.under(list, "/quan-tri/tai-khoan").named(account.name.to_string());
        Ok(Self { page, form, account, grants, roles, places })
    }

    fn scope(&self, grant: &Grant) -> String {
        self.places.name(&self.page, grant.scope)
    }

    fn editions(&self) -> Vec<(String, String)> {
        self.places.editions.iter().map(|(id, title)| (id.to_string(), title.clone())).collect()
    }

    fn units(&self) -> Vec<(String, String)> {
        self.places.units.iter().map(|(id, name)| (id.to_string(), name.clone())).collect()
    }

    fn dates(&self, grant: &Grant) -> String {
        let from = self.page.day(grant.from);
        match grant.to {
            Some(to) => format!("{from} – {}", self.page.day(to)),
            None => self.page.t1("people-from", "day", from),
        }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<AccountId>,
    Extension(known): Extension<Arc<dyn KnownPlaces>>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let form = Form::new().with("from", page.day(viewer.today));
    html(&AccountPage::load(&mut house.read().await?, &viewer, page, (id, known), form).await?)
}

pub(super) async fn give(
    State(house): State<House>,
    Path(id): Path<AccountId>,
    Extension(known): Extension<Arc<dyn KnownPlaces>>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["role", "scope", "edition", "unit", "from", "to", "deputy"])?;
    let places = known.places(&mut house.read().await?, viewer.today).await?;
    let given = match grant_from(&form, &places) {
        Ok(grant) => house.acts.perform(viewer.actor(), move |act| Box::pin(give_role(act, id, grant))).await,
        Err(halt) => Err(halt),
    };
    match given {
        Ok(_) => Ok(redirect_with_flash(&house.site, &format!("/quan-tri/tai-khoan/{id}"), "people-role-given")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&AccountPage::load(&mut house.read().await?, &viewer, page, (id, known), form).await?)
        }
    }
}

fn grant_from(form: &Form, places: &Places) -> Result<Grant, Halt> {
    let mut no = Refusals::new();
    let role = Role::from_code(form.value("role")).filter(|role| *role != Role::Public);
    if role.is_none() {
        no.add("people.role_unknown", "role", "choose a role");
    }
    let scope = scope_from(form, places, &mut no);
    let from = parse_day(form.value("from"));
    match (from, form.given("from")) {
        (Some(_), _) => {}
        (None, Some(_)) => no.add("people.day_malformed", "from", "this is no day"),
        (None, None) => no.add("people.first_day_missing", "from", "the first day is missing"),
    }
    let to = form.given("to").map(parse_day);
    if to == Some(None) {
        no.add("people.day_malformed", "to", "this is no day");
    }
    if from.zip(to.flatten()).is_some_and(|(from, to)| to < from) {
        no.add("people.days_reversed", "to", "the last day comes before the first");
    }
    let (Some(role), Some(scope), Some(from), true) = (role, scope, from, no.is_empty()) else {
        return Err(no.halt());
    };
    Ok(Grant { role, scope, from, to: to.flatten(), deputy: form.checked("deputy", "co") })
}

/// Where the role holds. A form without the choice gives no role for everything by silence; one
/// place chosen from its list says it as well as the choice above.
fn scope_from(form: &Form, places: &Places, no: &mut Refusals) -> Option<Scope> {
    let said = match (form.value("scope"), form.given("edition"), form.given("unit")) {
        ("", Some(_), None) => "edition",
        ("", None, Some(_)) => "unit",
        (said, ..) => said,
    };
    let scope = match said {
        "whole" => Some(Scope::Whole),
        "edition" => places.edition(form.value("edition")).map(Scope::Edition),
        "unit" => places.unit(form.value("unit")).map(Scope::Unit),
        _ => None,
    };
    match (said, scope) {
        (_, Some(_)) => {}
        ("edition", None) => no.add("people.edition_unknown", "edition", "choose the edition"),
        ("unit", None) => no.add("people.unit_unknown", "unit", "choose the unit"),
        _ => no.add("people.scope_missing", "scope", "say where the role holds"),
    }
    scope
}

pub(super) async fn end(
    State(house): State<House>,
    Path((account, grant)): Path<(AccountId, GrantId)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let last = viewer.today;
    house.acts.perform(viewer.actor(), move |act| Box::pin(end_grant(act, grant, last))).await?;
    Ok(redirect_with_flash(&house.site, &format!("/quan-tri/tai-khoan/{account}"), "people-role-ended"))
}
