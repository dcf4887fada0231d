//! A form remembers what was typed and points at what was refused.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_journal::{Halt, Refused};

use crate::page::Page;

/// One refusal beside its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name; empty for the form as a whole.
    pub field: String,
    /// What to put right, in the reader's language.
    pub message: String,
}

/// What was typed, and what was said about it.
#[derive(Clone, Debug, Default)]
pub struct Form {
    values: BTreeMap<String, Vec<String>>,
    errors: Vec<FieldError>,
    /// The fields that brought a file, which a browser does not send twice by itself.
    had_files: BTreeSet<String>,
}

impl Form {
    /// An empty form.
    pub fn new() -> Self {
        Self::default()
    }

    /// Fills a field in.
    #[must_use]
    pub fn with(mut self, field: &str, value: impl ToString) -> Self {
        self.add(field, value.to_string());
        self
    }

    pub(crate) fn add(&mut self, field: &str, value: String) {
        self.values.entry(field.to_owned()).or_default().push(value);
    }

    pub(crate) fn note_file(&mut self, field: &str) {
        self.had_files.insert(field.to_owned());
    }

    /// Whether a file came in this field.
    pub fn had_file(&self, field: &str) -> bool {
        self.had_files.contains(field)
    }

    /// What was typed, without the spaces around it; empty when nothing was.
    pub fn value(&self, field: &str) -> &str {
        self.values.get(field).and_then(|values| values.first()).map_or("", |value| value.trim())
    }

    /// What was typed as it stands: a password may begin with a space.
    pub fn raw(&self, field: &str) -> &str {
        self.values.get(field).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// What was given; the question cannot be answered without it.
    pub fn needed(&self, field: &str) -> Result<&str, Halt> {
        self.given(field)
            .ok_or_else(|| Halt::refused("web.parameter_missing", Some(field), "this parameter is missing"))
    }

    /// Every value of a field that may come several times.
    pub fn values(&self, field: &str) -> Vec<&str> {
        self.values.get(field).into_iter().flatten().map(|value| value.trim()).collect()
    }

    /// Whether that choice was made.
    pub fn checked(&self, field: &str, value: &str) -> bool {
        self.values(field).contains(&value)
    }

    /// What was typed, if anything was.
    pub fn given(&self, field: &str) -> Option<&str> {
        Some(self.value(field)).filter(|value| !value.is_empty())
    }

    /// What was chosen of a filter's values; none when nothing was. Any other value is refused.
    pub fn choice<T>(&self, field: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, Halt> {
        let unknown = || Halt::refused("web.unknown_value", Some(field), "this is none of the values to choose from");
        self.given(field).map(|value| read(value).ok_or_else(unknown)).transpose()
    }

    /// A form with a field it does not have was not made by our page.
    pub fn only(&self, known: &[&str]) -> Result<(), Halt> {
        let known: BTreeSet<_> = known.iter().copied().collect();
        match self.values.keys().find(|field| !known.contains(field.as_str())) {
            Some(field) => Err(Halt::refused("web.unknown_parameter", Some(field), "this form has no such field")),
            None => Ok(()),
        }
    }

    /// The refusal beside a field.
    pub fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|error| error.field == field).map(|error| error.message.as_str())
    }

    /// All refusals, for the summary.
    pub fn errors(&self) -> &[FieldError] {
        &self.errors
    }

    /// Puts refusals beside their fields.
    pub fn refuse(&mut self, page: &Page, refused: &[Refused]) {
        self.errors = refused
            .iter()
            .map(|each| FieldError { field: each.field.clone().unwrap_or_default(), message: page.refusal(each) })
            .collect();
    }

    /// Lets a refusal stay on the form; anything else goes on to the edge.
    pub fn keep_refusals(&mut self, page: &Page, halt: Halt) -> Result<(), Halt> {
        match halt {
            Halt::Refused(refused) => {
                self.refuse(page, &refused);
                Ok(())
            }
            other => Err(other),
        }
    }
}
