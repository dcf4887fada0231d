//! What came back, and what it says.

use axum::http::response::Parts;
use scraper::{Html, Selector};
use serde::de::DeserializeOwned;

/// An answer of the program.
pub struct Answer {
    parts: Parts,
    body: Vec<u8>,
}

impl Answer {
    /// # Panics
    /// When the page shows the name of a fact in the place of the fact: whoever asked for the words forgot it.
    pub(crate) fn new(parts: Parts, body: Vec<u8>) -> Self {
        let answer = Self { parts, body };
        let forgets = answer.header("content-type").starts_with("text/html") && answer.text().contains("{$");
        assert!(!forgets, "a word lacks its fact: {}", answer.text());
        answer
    }

    /// The status.
    pub fn status(&self) -> u16 {
        self.parts.status.as_u16()
    }

    /// A header's text, empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.parts.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Every value of a header that may come more than once.
    pub fn header_values(&self, name: &str) -> Vec<String> {
        let values = self.parts.headers.get_all(name).iter();
        values.filter_map(|value| value.to_str().ok().map(ToOwned::to_owned)).collect()
    }

    /// Where it leads.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// All of its headers as lines, for looking for leaks.
    pub fn headers(&self) -> String {
        self.parts.headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect::<Vec<_>>().join("\n")
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.body
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON.
    ///
    /// # Panics
    /// When it is not.
    pub fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// Whether a reader finds these words on the page, whatever the markup between them.
    pub fn says(&self, words: &str) -> bool {
        let text = Html::parse_document(&self.text()).root_element().text().collect::<Vec<_>>().join(" ");
        squeeze(&text).contains(&squeeze(words))
    }

    /// The texts of every element that the selector finds.
    ///
    /// # Panics
    /// When the selector is none.
    pub fn select(&self, css: &str) -> Vec<String> {
        let selector = Selector::parse(css).expect("a selector");
        let page = Html::parse_document(&self.text());
        page.select(&selector).map(|found| squeeze(&found.text().collect::<Vec<_>>().join(" "))).collect()
    }

    /// An attribute of the first element that the selector finds.
    ///
    /// # Panics
    /// When the selector is none.
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        let selector = Selector::parse(css).expect("a selector");
        let page = Html::parse_document(&self.text());
        page.select(&selector).next().and_then(|found| found.value().attr(name)).map(str::to_owned)
    }

    /// An attribute of every element that the selector finds.
    ///
    /// # Panics
    /// When the selector is none.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let selector = Selector::parse(css).expect("a selector");
        let page = Html::parse_document(&self.text());
        page.select(&selector).filter_map(|found| found.value().attr(name)).map(str::to_owned).collect()
    }
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
