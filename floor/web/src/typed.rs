//! What was typed in a form that is not taken: the page that says so shows it again, so that it can
//! be copied.

use axum::response::{IntoResponse, Response};
use hoithi_journal::Halt;
use uuid::Uuid;

/// The words of a form and the names of its files, without passwords.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed {
    /// What somebody wrote: the field and its words.
    pub(crate) words: Vec<(String, String)>,
    /// The files that did not stay.
    pub(crate) files: Vec<String>,
}

impl Typed {
    pub(crate) fn new(fields: Vec<(String, String)>, files: Vec<String>) -> Self {
        let written = |(name, value): &(String, String)| !is_secret(name) && is_written(value);
        Self { words: fields.into_iter().filter(written).collect(), files }
    }

    /// The answer that tells the halt, with this beside it for the page.
    pub(crate) fn beside(self, halt: Halt) -> Response {
        let mut response = halt.into_response();
        response.extensions_mut().insert(self);
        response
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.files.is_empty()
    }
}

fn is_secret(field: &str) -> bool {
    field.contains("password")
}

/// Ids, ticks and the codes of choices are the page's own, not anybody's work.
fn is_written(value: &str) -> bool {
    let value = value.trim();
    let is_code = value.len() <= 30 && value.bytes().all(|sign| sign.is_ascii_lowercase() || sign == b'_');
    !matches!(value, "" | "on" | "yes" | "true") && !is_code && Uuid::parse_str(value).is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_and_the_page_s_own_values_are_left_out() {
        let fields = [
            ("password", "bí mật"),
            ("new_password", "x y"),
            ("title", "Máy gặt"),
            ("agree", "on"),
            ("gap", " "),
            ("channel", "component_portal"),
        ];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let typed = Typed::new(fields, vec!["anh.png".to_owned()]);
        assert_eq!(typed.words, [("title".to_owned(), "Máy gặt".to_owned())]);
        assert_eq!(typed.files, ["anh.png"]);
    }
}
