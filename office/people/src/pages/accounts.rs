//! The administrator's list of accounts, a new account, and the roles of one.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::{AccountId, GrantId};
use hoithi_rules::people::{Grant, Role, Scope};
use hoithi_web::{Form, House, Page, Posted, html, redirect, redirect_with_flash};

use super::sign_in::account_from;
use crate::accounts::{Account, AccountLine};
use crate::operations::{end_grant, give_role, open_account};
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
    let opened = match account_from(&form) {
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
}

impl AccountPage {
    async fn load(house: &House, page: Page, id: AccountId, form: Form) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let account = store::account(&mut db, id).await?.ok_or_else(Halt::not_found)?;
        let grants = store::grant_lines(&mut db, id).await?;
        let roles = Role::ALL.iter().filter(|role| **role != Role::Public);
        let roles = roles.map(|role| (role.code().to_owned(), page.tcode("role-", role))).collect();
        let page = page.named(account.name.to_string());
        Ok(Self { page, form, account, grants, roles })
    }

    fn scope(&self, grant: &Grant) -> String {
        match grant.scope {
            Scope::Whole => self.page.t("people-scope-whole"),
            Scope::Unit(unit) => self.page.t1("people-scope-unit", "id", unit),
            Scope::Edition(edition) => self.page.t1("people-scope-edition", "id", edition),
        }
    }

    fn dates(&self, grant: &Grant) -> String {
        let from = self.page.day(grant.from);
        match grant.to {
            Some(to) => format!("{from} – {}", self.page.day(to)),
            None => self.page.t1("people-from", "day", from),
        }
    }
}

pub(super) async fn show(State(house): State<House>, Path(id): Path<AccountId>, page: Page) -> Result<Response, Halt> {
    html(&AccountPage::load(&house, page, id, Form::new()).await?)
}

pub(super) async fn give(
    State(house): State<House>,
    Path(id): Path<AccountId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["role", "scope", "scope_id", "from", "to", "deputy"])?;
    let given = match grant_from(&form) {
        Ok(grant) => house.acts.perform(viewer.actor(), move |act| Box::pin(give_role(act, id, grant))).await,
        Err(halt) => Err(halt),
    };
    match given {
        Ok(_) => Ok(redirect_with_flash(&house.site, &format!("/quan-tri/tai-khoan/{id}"), "people-role-given")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&AccountPage::load(&house, page, id, form).await?)
        }
    }
}

fn grant_from(form: &Form) -> Result<Grant, Halt> {
    let mut no = Refusals::new();
    let role = Role::from_code(form.value("role")).filter(|role| *role != Role::Public);
    if role.is_none() {
        no.add("people.role_unknown", "role", "choose a role");
    }
    let scope = match form.value("scope") {
        "unit" => form.value("scope_id").parse().ok().map(Scope::Unit),
        "edition" => form.value("scope_id").parse().ok().map(Scope::Edition),
        _ => Some(Scope::Whole),
    };
    if scope.is_none() {
        no.add("people.scope_unknown", "scope_id", "name the unit or the edition");
    }
    let from = parse_day(form.value("from"));
    if from.is_none() {
        no.add("people.day_malformed", "from", "this is no day");
    }
    let to = form.given("to").map(parse_day);
    if to == Some(None) {
        no.add("people.day_malformed", "to", "this is no day");
    }
    let (Some(role), Some(scope), Some(from), true) = (role, scope, from, no.is_empty()) else {
        return Err(no.halt());
    };
    Ok(Grant { role, scope, from, to: to.flatten(), deputy: form.checked("deputy", "co") })
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
