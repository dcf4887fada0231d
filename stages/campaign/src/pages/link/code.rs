//! Where the code of a slip is typed. One wrong letter is told here, before it counts as a try.

use askama::Template;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::typed_code;
use hoithi_rules::campaign::SlipCode;
use hoithi_web::{Form, Page, Posted, html, redirect};

use super::private;

#[derive(Template)]
#[template(path = "campaign/link_code.html")]
struct CodePage {
    page: Page,
    form: Form,
}

impl CodePage {
    fn shown(page: &Page, form: Form) -> Result<Response, Halt> {
        Ok(private(html(&Self { page: page.clone().titled("campaign-link-code-title"), form })?))
    }
}

pub(in crate::pages) async fn ask(page: Page) -> Result<Response, Halt> {
    CodePage::shown(&page, Form::new())
}

pub(in crate::pages) async fn open(page: Page, posted: Posted) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["code"])?;
    let typed = match form.given("code") {
        Some(typed) => typed_code(typed),
        None => Err(Halt::refused("campaign.slip_code_missing", Some("code"), "no code was typed")),
    };
    match typed {
        Ok(code) => Ok(private(redirect(&format!("/lien-ket/{}", code.as_str())))),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            CodePage::shown(&page, form)
        }
    }
}

/// A code in groups, as people read and type it; any other word of a link as it is.
pub(in crate::pages) fn in_groups(word: &str) -> String {
    word.parse::<SlipCode>().map_or_else(|_| word.to_owned(), |code| code.to_string())
}
