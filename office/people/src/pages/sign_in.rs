//! Signing in and out, and an author's own registration.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::{Actor, Door, Halt};
use hoithi_rules::people::PersonName;
use hoithi_web::{
    Asked, CookieShape, Form, House, NetworkAddress, Page, Posted, begin_visit_anew, html, own_path, redirect,
};

use crate::accounts::{Contact, Login, LoginError, NewPassword};
use crate::operations::{NewAccount, register_author};
use crate::refuse::Refusals;
use crate::sessions::{self, SignedIn};
use crate::viewer::Viewer;

#[derive(Template)]
#[template(path = "people/sign_in.html")]
struct SignInPage {
    page: Page,
    form: Form,
}

impl SignInPage {
    /// Whether they came to enter a solution, for which an account is needed.
    fn came_to_enter(&self) -> bool {
        self.form.value("ve").ends_with("/nop-ho-so")
    }

    /// Whoever came for a dossier and has no account yet goes on to it after registering.
    fn registration(&self) -> String {
        match self.form.given("ve") {
            Some(back) => {
                let back: String = serde_urlencoded::to_string([("ve", back)]).unwrap_or_default();
                format!("/dang-ky?{back}")
            }
            None => "/dang-ky".to_owned(),
        }
    }
}

pub(super) async fn show(page: Page, asked: Asked) -> Result<Response, Halt> {
    let form = asked.only(&["ve"])?;
    html(&SignInPage { page: page.titled("people-sign-in"), form })
}

pub(super) async fn send(
    State(house): State<House>,
    from: NetworkAddress,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["login", "password", "ve"])?;
    let (login, given) = (form.value("login"), form.raw("password").to_owned());
    match sessions::sign_in(&house, (Door::Page, &from), login, given).await {
        Ok(signed_in) => welcome(&house, &signed_in, way_back(&form)),
        Err(halt) => {
            let page = page.titled("people-sign-in");
            form.keep_refusals(&page, halt)?;
            html(&SignInPage { page, form })
        }
    }
}

fn way_back(form: &Form) -> &str {
    own_path(form.value("ve")).filter(|back| *back != "/").unwrap_or("/ban-lam-viec")
}

pub(super) fn welcome(house: &House, signed_in: &SignedIn, to: &str) -> Result<Response, Halt> {
    let mut response = redirect(to);
    let shape = CookieShape::Seconds(signed_in.seconds);
    shape.set(response.headers_mut(), &house.site, "session", &signed_in.token);
    begin_visit_anew(response.headers_mut(), &house.site)?;
    Ok(response)
}

pub(super) async fn leave(State(house): State<House>, viewer: Viewer, posted: Posted) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    if let Some(token) = viewer.token.clone() {
        house.acts.perform(viewer.actor(), move |act| Box::pin(sessions::end_session(act, token.clone()))).await?;
    }
    let mut response = redirect("/");
    CookieShape::Seconds(0).set(response.headers_mut(), &house.site, "session", "");
    begin_visit_anew(response.headers_mut(), &house.site)?;
    Ok(response)
}

#[derive(Template)]
#[template(path = "people/register.html")]
struct RegisterPage {
    page: Page,
    form: Form,
}

pub(super) async fn show_registration(page: Page, asked: Asked) -> Result<Response, Halt> {
    let form = asked.only(&["ve"])?;
    html(&RegisterPage { page: page.titled("people-register"), form })
}

const REGISTER_FIELDS: [&str; 7] = ["name", "login", "email", "phone", "password", "password_again", "ve"];

pub(super) async fn register(State(house): State<House>, page: Page, posted: Posted) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&REGISTER_FIELDS)?;
    match try_to_register(&house, &form).await {
        Ok(signed_in) => welcome(&house, &signed_in, way_back(&form)),
        Err(halt) => {
            let page = page.titled("people-register");
            form.keep_refusals(&page, halt)?;
            html(&RegisterPage { page, form })
        }
    }
}

async fn try_to_register(house: &House, form: &Form) -> Result<SignedIn, Halt> {
    let new = account_from(form, false).await?;
    let nobody = Actor::nobody(Door::Page);
    house
        .acts
        .perform(nobody, move |act| {
            let new = new.clone();
            Box::pin(async move {
                let account = register_author(act, new).await?;
                sessions::open_session(act, account).await
            })
        })
        .await
}

/// An account's fields, every fault at its field.
pub(super) async fn account_from(form: &Form, password_is_given: bool) -> Result<NewAccount, Halt> {
    let mut no = Refusals::new();
    let name = no.keep("name", form.value("name").parse::<PersonName>());
    let login = no.keep("login", form.value("login").parse::<Login>());
    let contact = match Contact::parse(form.value("email"), form.value("phone")) {
        Err(LoginError::Phone) => no.keep("phone", Err(LoginError::Phone)),
        other => no.keep("email", other),
    };
    let password = no.keep("password", form.raw("password").parse::<NewPassword>());
    if form.raw("password") != form.raw("password_again") {
        no.keep::<(), _>("password_again", Err(LoginError::PasswordsDiffer));
    }
    let (Some(name), Some(login), Some(contact), Some(password), true) =
        (name, login, contact, password, no.is_empty())
    else {
        return Err(no.halt());
    };
    let password = password.hashed().await?;
    Ok(NewAccount { login, name, contact, unit: None, password, password_is_given })
}
