//! Choosing another password for oneself.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::{Denied, Halt};
use hoithi_rules::ids::AccountId;
use hoithi_web::{Form, House, Page, Posted, html, redirect_with_flash};

use crate::accounts::{LoginError, NewPassword};
use crate::refuse::Refusals;
use crate::sessions::{change_password, check_password};
use crate::viewer::Viewer;

#[derive(Template)]
#[template(path = "people/password.html")]
struct PasswordPage {
    page: Page,
    form: Form,
    login: String,
    is_given: bool,
    /// Whether they came by a slip: there is no present password to ask for.
    by_slip: bool,
}

impl PasswordPage {
    fn new(viewer: &Viewer, page: Page, form: Form) -> Result<Self, Halt> {
        let title = if viewer.password_is_given || viewer.by_slip {
            "people-choose-password"
        } else {
            "people-change-password"
        };
        let login = viewer.signed_in()?.login.clone();
        Ok(Self { page: page.titled(title), form, login, is_given: viewer.password_is_given, by_slip: viewer.by_slip })
    }
}

pub(super) async fn show(viewer: Viewer, page: Page) -> Result<Response, Halt> {
    html(&PasswordPage::new(&viewer, page, Form::new())?)
}

pub(super) async fn change(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["present", "password", "password_again"])?;
    match try_to_change(&house, &viewer, &form).await {
        Ok(()) => Ok(redirect_with_flash(&house.site, "/ban-lam-viec", "people-password-changed")),
        Err(halt) => {
            let mut shown = PasswordPage::new(&viewer, page, Form::new())?;
            form.keep_refusals(&shown.page, halt)?;
            shown.form = form;
            html(&shown)
        }
    }
}

async fn try_to_change(house: &House, viewer: &Viewer, form: &Form) -> Result<(), Halt> {
    let present = if viewer.by_slip { None } else { Some(viewer.signed_in()?.id) };
    let kept = viewer.token.clone().ok_or(Halt::Denied(Denied::NotSignedIn))?;
    let new = new_password(house, present, form).await?.hashed().await?;
    house.acts.perform(viewer.actor(), move |act| Box::pin(change_password(act, new.clone(), kept.clone()))).await
}

/// Every fault at its field: the present password, where the account has one, the new one, its repetition.
async fn new_password(house: &House, account: Option<AccountId>, form: &Form) -> Result<NewPassword, Halt> {
    let mut no = Refusals::new();
    let (present, wanted) = (form.raw("present"), form.raw("password"));
    if let Some(account) = account {
        match check_password(house, account, present.to_owned()).await {
            Ok(true) => {}
            Ok(false) => drop(no.keep::<(), _>("present", Err(LoginError::PresentWrong))),
            Err(Halt::Refused(refused)) => no.at("present", refused),
            Err(other) => return Err(other),
        }
    }
    let new = no.keep("password", wanted.parse::<NewPassword>());
    if account.is_some() && new.is_some() && wanted == present {
        no.keep::<(), _>("password", Err(LoginError::SameAsPresent));
    }
    if wanted != form.raw("password_again") {
        no.keep::<(), _>("password_again", Err(LoginError::PasswordsDiffer));
    }
    match new {
        Some(new) if no.is_empty() => Ok(new),
        _ => Err(no.halt()),
    }
}
