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
    /// The files that did not stay, each with its bytes; none where not all of it was read.
    pub(crate) files: Vec<(String, Option<usize>)>,
}

impl Typed {
    pub(crate) fn new(fields: Vec<(String, String)>, files: Vec<(String, Option<usize>)>) -> Self {
        let written =
            |(name, value): &(String, String)| !is_secret(name) && !OWN.contains(&&**name) && is_written(value);
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

/// Fields in which a page keeps what it knows: which version was seen, where somebody goes on.
const OWN: [&str; 12] =
    ["seen", "version", "draft", "step", "kept", "twins", "checks", "trang", "ve", "token", "read_back", "shown"];

fn is_secret(field: &str) -> bool {
    field.contains("password")
}

/// Ids, ticks and the codes of choices are the page's own, not anybody's work.
fn is_written(value: &str) -> bool {
    let value = value.trim();
    let is_code = value.len() <= 30 && value.bytes().all(|sign| sign.is_ascii_lowercase() || sign == b'_');
    !matches!(value, "" | "on" | "yes" | "true") && !is_code && !is_token(value) && Uuid::parse_str(value).is_err()
}

/// A word that no hand writes: long, of letters and figures without a space, a dot or a slash.
fn is_token(value: &str) -> bool {
    let plain = |sign: u8| sign.is_ascii_alphanumeric() || matches!(sign, b'-' | b'_');
    value.len() >= 22 && value.bytes().all(plain) && value.bytes().any(|sign| sign.is_ascii_digit())
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
            ("seen", "3"),
            ("version", "12"),
            ("mark", "q7Yw0nH2kLr5TzXv9bMc-A"),
            ("reach", "1250"),
        ];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let typed = Typed::new(fields, vec![("anh.png".to_owned(), Some(7))]);
        let words = [("title", "Máy gặt"), ("reach", "1250")];
        assert_eq!(typed.words, words.map(|(field, words)| (field.to_owned(), words.to_owned())));
        assert_eq!(typed.files, [("anh.png".to_owned(), Some(7))]);
    }
}
