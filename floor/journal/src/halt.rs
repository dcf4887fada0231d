//! Why an act did not happen: refused by a rule, denied to this person, or broken.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use axum_core::response::{IntoResponse, Response};
use hoithi_store::StoreError;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Serialize, Serializer};

/// A value in a refusal's sentence. The catalogue's placeholder has its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Words.
    Text(String),
    /// A count.
    Count(i64),
    /// A day.
    Day(Date),
    /// An instant, shown in the zone of the page.
    Instant(Timestamp),
}

impl Serialize for Fact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Count(count) => serializer.serialize_i64(*count),
            Self::Day(day) => serializer.collect_str(day),
            Self::Instant(instant) => serializer.collect_str(instant),
        }
    }
}

/// One refusal: what stands in the way, at which field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Stable: `entries.window_closed`.
    pub code: &'static str,
    /// The form field, where there is one.
    pub field: Option<String>,
    /// What the sentence mentions.
    pub facts: Vec<(&'static str, Fact)>,
    /// For logs and the API; people read the catalogue's sentence.
    pub english: String,
}

/// Why this person may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// Nobody is signed in.
    NotSignedIn,
    /// They may know it exists, but may not do this.
    Forbidden,
    /// It does not exist, or they may not know that it does.
    NotFound,
}

/// Something is broken. It is logged once at the edge; people see an incident number.
pub struct Fault(Box<dyn Error + Send + Sync>);

impl Fault {
    /// From any error or text.
    pub fn new(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(cause.into())
    }

    fn is_serialization_failure(&self) -> bool {
        self.0.downcast_ref::<StoreError>().is_some_and(StoreError::is_serialization_failure)
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Error for Fault {}

/// Why an act did not happen.
#[derive(Debug)]
pub enum Halt {
    /// By rules, all at once.
    Refused(Vec<Refused>),
    /// Not to this person.
    Denied(Denied),
    /// Broken.
    Fault(Fault),
}

impl Halt {
    /// A single refusal.
    pub fn refused(code: &'static str, field: Option<&str>, english: &str) -> Self {
        let field = field.map(str::to_owned);
        Self::Refused(vec![Refused { code, field, facts: Vec::new(), english: english.to_owned() }])
    }

    /// It is not there, or not for this person to know.
    pub fn not_found() -> Self {
        Self::Denied(Denied::NotFound)
    }

    /// A fault from any error or text.
    pub fn fault(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Fault(Fault::new(cause))
    }

    pub(crate) fn is_serialization_failure(&self) -> bool {
        matches!(self, Self::Fault(fault) if fault.is_serialization_failure())
    }
}

impl From<StoreError> for Halt {
    fn from(error: StoreError) -> Self {
        Self::fault(error)
    }
}

impl From<serde_json::Error> for Halt {
    fn from(error: serde_json::Error) -> Self {
        Self::fault(error)
    }
}

impl From<std::io::Error> for Halt {
    fn from(error: std::io::Error) -> Self {
        Self::fault(error)
    }
}

/// What a handler's halt leaves in its answer, for the edge to show as a page or a problem.
#[derive(Clone)]
pub struct Halted(pub Arc<Halt>);

/// Here because only this crate may say so of [`Halt`]; the words and the status are the edge's. Until
/// the edge has spoken, the answer is that of a fault: it cannot be taken for a page.
impl IntoResponse for Halt {
    fn into_response(self) -> Response {
        let mut response = Response::default();
        if let Ok(status) = 500.try_into() {
            *response.status_mut() = status;
        }
        response.extensions_mut().insert(Halted(Arc::new(self)));
        response
    }
}
