//! Reasons by their codes: what the authors are told is the rule book's sentence.

use thiserror::Error;

use crate::edition::{Reason, ReasonFor, Rules};
use crate::refusal::{Fact, Refusal};

/// Why a reason is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReasonRefusal {
    /// The book has no reason of that code.
    #[error("the rule book has no reason {code}")]
    Unknown {
        /// The code.
        code: String,
    },
    /// It is a reason for the other decision.
    #[error("\"{text}\" is no reason for this decision")]
    Unfit {
        /// Its sentence.
        text: String,
    },
}

impl Refusal for ReasonRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown { .. } => "screening.reason_unknown",
            Self::Unfit { .. } => "screening.reason_unfit",
        }
    }

    fn field(&self) -> Option<String> {
        Some("codes".to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Unknown { code } => vec![("code", Fact::text(code))],
            Self::Unfit { text } => vec![("text", Fact::text(text))],
        }
    }
}

/// The sentences of these codes, in the order of the book, each once.
pub fn reasons_given(rules: &Rules, decision: ReasonFor, codes: &[&str]) -> Result<Vec<String>, ReasonRefusal> {
    let fit = rules.reasons(decision);
    for code in codes {
        let is = |reason: &Reason| reason.code.as_str() == *code;
        if fit.iter().any(is) {
            continue;
        }
        let mut all = ReasonFor::ALL.into_iter().flat_map(|other| rules.reasons(other));
        return Err(match all.find(is) {
            Some(other) => ReasonRefusal::Unfit { text: other.text },
            None => ReasonRefusal::Unknown { code: (*code).to_owned() },
        });
    }
    Ok(fit.into_iter().filter(|reason| codes.contains(&reason.code.as_str())).map(|reason| reason.text).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::{RuleBook, books};

    #[test]
    fn a_code_gives_the_sentence_of_the_book_for_its_own_decision() {
        let book = RuleBook::parse(books::QUANG_NINH_VIII).unwrap();
        let given = |decision, codes: &[&str]| reasons_given(book.rules(), decision, codes);
        let told = given(ReasonFor::Return, &["mo-kho-doc", "thieu-dau", "thieu-dau"]).unwrap();
        assert_eq!(told.len(), 2);
        assert!(told[0].starts_with("Phiếu đăng ký chưa có chữ ký"), "in the order of the book: {told:?}");
        assert!(matches!(given(ReasonFor::Refuse, &["thieu-dau"]), Err(ReasonRefusal::Unfit { .. })));
        let unknown = ReasonRefusal::Unknown { code: "khac".to_owned() };
        assert_eq!(given(ReasonFor::Return, &["khac"]), Err(unknown));
        assert_eq!(given(ReasonFor::Return, &[]), Ok(Vec::new()));
    }
}
