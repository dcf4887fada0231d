//! Signing in by a printed slip: name or telephone, and a code that opens once.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_rules::campaign::SlipCode;
use hoithi_web::{Asked, Form, House, NetworkAddress, Page, Posted, html};

use super::sign_in::welcome;
use crate::refuse::Refusals;
use crate::sessions::SignedIn;
use crate::slips;
use crate::viewer::CHANGE_PASSWORD;

#[derive(Template)]
#[template(path = "people/slip.html")]
struct SlipPage {
    page: Page,
    form: Form,
}

pub(super) async fn show(page: Page, asked: Asked) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&SlipPage { page: page.titled("people-slip-sign-in"), form: Form::new() })
}

pub(super) async fn send(
    State(house): State<House>,
    from: NetworkAddress,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["who", "code"])?;
    match try_to_sign_in(&house, &from, &form).await {
        Ok(signed_in) => welcome(&house, &signed_in, CHANGE_PASSWORD),
        Err(halt) => {
            let page = page.titled("people-slip-sign-in");
            form.keep_refusals(&page, halt)?;
            html(&SlipPage { page, form })
        }
    }
}

/// One wrong letter of the code is told before it counts as a try.
async fn try_to_sign_in(house: &House, from: &NetworkAddress, form: &Form) -> Result<SignedIn, Halt> {
    let mut no = Refusals::new();
    let who = form.value("who");
    if who.is_empty() {
        no.add("people.slip_who_missing", "who", "write the name or the telephone number");
    }
    let (Some(code), true) = (no.keep("code", form.value("code").parse::<SlipCode>()), no.is_empty()) else {
        return Err(no.halt());
    };
    match slips::sign_in(house, from, who, &code).await {
        Err(Halt::Refused(refused)) => {
            no.at("who", refused);
            Err(no.halt())
        }
        other => other,
    }
}
