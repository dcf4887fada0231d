//! The page of what stands in the way: a refusal that belongs to no form, a denial, a fault.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use hoithi_journal::{Denied, Halt, Refused};

use crate::edge::{html_with, status_of};
use crate::page::Page;
use crate::typed::Typed;

/// Fields that have a name of their own here.
const FIELDS: [&str; 14] = [
    "title", "link", "on", "reach", "evidence", "reason", "name", "note", "text", "by_name", "position", "phone",
    "email", "why",
];

/// A megabyte, as the bounds of requests count it.
const MEGABYTE: usize = 1 << 20;

#[derive(Template)]
#[template(path = "halt.html")]
pub(crate) struct HaltPage {
    page: Page,
    sentences: Vec<String>,
    /// The same page without what it does not know: links that others pass on carry parameters of
    /// their own. Empty where that would not help.
    without: String,
    /// What was sent with the form that is not taken.
    typed: Typed,
    /// Whether whoever typed it goes on by signing in.
    by_signing_in: bool,
}

impl HaltPage {
    pub(crate) fn of(halt: &Halt, page: Page, incident: Option<String>, typed: Typed) -> Response {
        let (title, sentences) = told(halt, &page, incident);
        let without = match (halt, page.path.split_once('?')) {
            (Halt::Refused(refused), Some((path, _))) if refused.iter().all(is_about_the_address) => path.to_owned(),
            _ => String::new(),
        };
        let by_signing_in = matches!(halt, Halt::Denied(Denied::NotSignedIn));
        Self { page: page.titled(title), sentences, without, typed, by_signing_in }.answer(status_of(halt))
    }

    /// A page of these sentences.
    pub(crate) fn told(status: StatusCode, page: Page, sentences: Vec<String>) -> Response {
        let typed = Typed::default();
        Self { page, sentences, without: String::new(), typed, by_signing_in: false }.answer(status)
    }

    /// What the form calls a field, where many forms call it the same; else its place.
    fn label_of(&self, field: &str, place: impl ToString) -> String {
        if FIELDS.contains(&field) {
            self.page.tcode("halt-field-", field)
        } else {
            self.page.t1("halt-typed-field", "number", place)
        }
    }

    /// Which file did not stay, and how large it was.
    fn fallen(&self, (name, bytes): &(String, Option<usize>)) -> String {
        let Some(bytes) = bytes else { return self.page.t1("halt-typed-file", "name", name) };
        let tenths = (bytes.saturating_mul(10) / MEGABYTE).max(1);
        let size = self.page.decimal(format!("{},{}", tenths / 10, tenths % 10));
        self.page.tx("halt-typed-file-of", &[("name", name.clone()), ("size", size)])
    }

    fn answer(&self, status: StatusCode) -> Response {
        html_with(status, self).unwrap_or_else(|_| status.into_response())
    }
}

/// The title of what stands in the way, and its sentences.
fn told(halt: &Halt, page: &Page, incident: Option<String>) -> (&'static str, Vec<String>) {
    match halt {
        Halt::Refused(refused) => ("halt-refused", refused.iter().map(|each| page.refusal(each)).collect()),
        Halt::Denied(Denied::NotSignedIn) => ("halt-not-signed-in", vec![page.t("halt-not-signed-in-text")]),
        Halt::Denied(Denied::Forbidden) => ("halt-forbidden", vec![page.t("halt-forbidden-text")]),
        Halt::Denied(Denied::NotFound) => ("halt-not-found", vec![page.t("halt-not-found-text")]),
        Halt::Fault(_) => ("halt-fault", vec![page.t1("halt-fault-text", "incident", incident.unwrap_or_default())]),
    }
}

/// What stands in the way, in one line.
pub(crate) fn sentences(halt: &Halt, page: &Page, incident: Option<String>) -> String {
    told(halt, page, incident).1.join(" ")
}

/// What a page that saves itself says in its own line. Whoever signs in again begins another visit, which
/// takes no form of this page: what stands here has to be copied.
pub(crate) fn not_saved(halt: &Halt, page: &Page, incident: Option<String>) -> String {
    if matches!(halt, Halt::Denied(Denied::NotSignedIn)) {
        return page.t("halt-not-saved-signed-out");
    }
    page.t1("halt-not-saved", "why", sentences(halt, page, incident))
}

fn is_about_the_address(refused: &Refused) -> bool {
    matches!(refused.code, "web.unknown_parameter" | "web.unknown_value")
}
