//! What a body is called where documents go from system to system (QCVN 102:2016/BTTTT).

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::refusal::{Fact, Refusal};
use crate::text::{one_line, parsed_text};

/// The identifier of a body: `H49.12.3` of the new form, `000.00.12.H49` of the old one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrganId(String);

parsed_text!(OrganId, OrganIdError);

/// Why a text is no body's identifier.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{given:?} is not the identifier of a body, as in H49.12")]
pub struct OrganIdError {
    /// What was written.
    pub given: String,
}

impl Refusal for OrganIdError {
    fn code(&self) -> &'static str {
        "correspondence.organ_id"
    }

    fn field(&self) -> Option<String> {
        Some("bodies".into())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("given", Fact::text(&self.given))]
    }
}

impl FromStr for OrganId {
    type Err = OrganIdError;

    /// Up to five steps between points: digits, or one capital and digits; one of them has the capital.
    fn from_str(text: &str) -> Result<Self, OrganIdError> {
        let id = one_line(text).to_uppercase();
        let steps: Vec<&str> = id.split('.').collect();
        let digits = |step: &str| (1..=4).contains(&step.len()) && step.bytes().all(|byte| byte.is_ascii_digit());
        let lettered = |step: &str| step.starts_with(|first: char| first.is_ascii_uppercase()) && digits(&step[1..]);
        let formed = steps.iter().all(|step| digits(step) || lettered(step));
        if formed && steps.len() <= 5 && steps.iter().any(|step| lettered(step)) {
            return Ok(Self(id));
        }
        Err(OrganIdError { given: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn both_forms_are_taken_and_words_are_not() {
        for id in ["H49", "H49.12", "h49.12.3", "000.00.12.H49"] {
            assert!(id.parse::<OrganId>().is_ok(), "{id}");
        }
        for no in ["", "49", "000.00", "UBND tỉnh", "H49..2", "H49.1.2.3.4.5", "Ế49", "H49,12"] {
            assert!(no.parse::<OrganId>().is_err(), "{no}");
        }
    }

    proptest! {
        #[test]
        fn what_is_taken_is_found_again(text in "\\PC{0,20}") {
            if let Ok(id) = text.parse::<OrganId>() {
                prop_assert_eq!(id.as_str().parse::<OrganId>(), Ok(id.clone()));
                prop_assert!(!id.as_str().contains(','));
            }
        }
    }
}
