//! The list of accounts, and a new one.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_rules::ids::{AccountId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Posted, html, redirect, redirect_with_flash};

use super::sign_in::account_from;
use crate::accounts::AccountLine;
use crate::operations::{NewAccount, open_account};
use crate::places::{KnownPlaces, Places};
use crate::refuse::Refusals;
use crate::store;
use crate::viewer::Viewer;

#[derive(Template)]
#[template(path = "people/accounts.html")]
struct AccountsPage {
    page: Page,
    accounts: Vec<AccountLine>,
    /// Whether an account's own page opens for the visitor: an officer opens accounts and gives no
    /// roles.
    may_look: bool,
}

pub(super) const LIST: &str = "/quan-tri/tai-khoan";

/// An account's own page.
pub(super) fn address(account: AccountId) -> String {
    format!("{LIST}/{account}")
}

pub(super) async fn list(State(house): State<House>, viewer: Viewer, page: Page) -> Result<Response, Halt> {
    let accounts = store::accounts(&mut house.read().await?).await?;
    html(&AccountsPage { page: page.titled("people-accounts"), accounts, may_look: may_look(&viewer) })
}

fn may_look(viewer: &Viewer) -> bool {
    viewer.may_somewhere(Permission::RoleGrant)
}

#[derive(Template)]
#[template(path = "people/new_account.html")]
struct NewAccountPage {
    page: Page,
    form: Form,
    places: Places,
}

impl NewAccountPage {
    fn units(&self) -> Vec<(String, Vec<(String, String)>)> {
        self.places.unit_options()
    }
}

pub(super) async fn show_new(
    State(house): State<House>,
    Extension(known): Extension<Arc<dyn KnownPlaces>>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let places = known.places(&mut house.read().await?, &page, viewer.today).await?;
    html(&NewAccountPage { page: page.titled("people-new-account"), form: Form::new(), places })
}

pub(super) async fn open(
    State(house): State<House>,
    Extension(known): Extension<Arc<dyn KnownPlaces>>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["name", "login", "email", "phone", "workplace", "password", "password_again"])?;
    let places = known.places(&mut house.read().await?, &page, viewer.today).await?;
    let opened = match new_account_from(&form, &places).await {
        Ok(new) => house.acts.perform(viewer.actor(), move |act| Box::pin(open_account(act, new.clone()))).await,
        Err(halt) => Err(halt),
    };
    match opened {
        Ok(account) if may_look(&viewer) => Ok(redirect(&address(account))),
        Ok(_) => Ok(redirect_with_flash(&house.site, LIST, "people-account-opened")),
        Err(halt) => {
            let page = page.titled("people-new-account");
            form.keep_refusals(&page, halt)?;
            html(&NewAccountPage { page, form, places })
        }
    }
}

/// The account with the place where the person works, every fault at its field.
async fn new_account_from(form: &Form, places: &Places) -> Result<NewAccount, Halt> {
    let new = account_from(form, true).await;
    let mut no = Refusals::new();
    let new = no.absorb(new)?;
    let unit = workplace_from(form, places, &mut no);
    match (new, no.is_empty()) {
        (Some(new), true) => Ok(NewAccount { unit, ..new }),
        _ => Err(no.halt()),
    }
}

/// Where somebody works or studies, if it is one of the units; nobody need say it.
pub(super) fn workplace_from(form: &Form, places: &Places, no: &mut Refusals) -> Option<UnitId> {
    let unit = form.given("workplace").map(|id| places.unit(id));
    if unit == Some(None) {
        no.add("people.unit_unknown", "workplace", "choose the unit");
    }
    unit.flatten()
}
