//! How fast a document has to arrive.

use serde::{Deserialize, Serialize};

/// The three degrees of urgency that are stamped on a document (Decree 30/2020/NĐ-CP, Phụ lục I).
/// Most documents bear none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// KHẨN.
    Urgent,
    /// THƯỢNG KHẨN.
    VeryUrgent,
    /// HỎA TỐC.
    Express,
}

impl Urgency {
    /// Every degree, the slowest first.
    pub const ALL: [Self; 3] = [Self::Urgent, Self::VeryUrgent, Self::Express];

    /// The words of the stamp, as they are printed.
    pub const fn stamp(self) -> &'static str {
        match self {
            Self::Urgent => "KHẨN",
            Self::VeryUrgent => "THƯỢNG KHẨN",
            Self::Express => "HỎA TỐC",
        }
    }

    /// Stable name, in the store and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Urgent => "urgent",
            Self::VeryUrgent => "very_urgent",
            Self::Express => "express",
        }
    }

    /// The degree of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|urgency| urgency.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_is_found_by_its_code_and_by_no_other() {
        for urgency in Urgency::ALL {
            assert_eq!(Urgency::from_code(urgency.code()), Some(urgency));
        }
        assert_eq!(Urgency::from_code(""), None);
    }
}
