//! What the secretary looks at, made from the rule book.

use std::fmt;

use crate::edition::{PartCode, Rules};

/// One question of the check list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CheckItem {
    /// Whether a required part is what it should be.
    Part(PartCode),
    /// Whether what the authors declared holds.
    Declaration(PartCode),
    /// Whether the category fits the solution.
    Category,
    /// Whether no other entry is the same solution.
    Distinct,
    /// Whether nothing that judges read names the authors; asked where judging is blind.
    Anonymous,
}

impl CheckItem {
    /// Stable name, in the store, the form and the API: `part.ban-mo-ta`.
    pub fn code(&self) -> String {
        match self {
            Self::Part(part) => format!("part.{part}"),
            Self::Declaration(declaration) => format!("declaration.{declaration}"),
            Self::Category => "category".into(),
            Self::Distinct => "distinct".into(),
            Self::Anonymous => "anonymous".into(),
        }
    }

    /// The item of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.split_once('.') {
            Some(("part", part)) => PartCode::parse(part).map(Self::Part),
            Some(("declaration", declaration)) => PartCode::parse(declaration).map(Self::Declaration),
            Some(_) => None,
            None => [Self::Category, Self::Distinct, Self::Anonymous].into_iter().find(|item| item.code() == code),
        }
    }
}

impl fmt::Display for CheckItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code())
    }
}

/// The questions that this rule book asks, in the order of the form.
pub fn checklist(rules: &Rules, blind: bool) -> Vec<CheckItem> {
    let required = rules.dossier.iter().filter(|part| part.required);
    let parts = required.map(|part| CheckItem::Part(part.code.clone()));
    let declared = rules.eligibility.declarations.iter();
    let declared = declared.map(|each| CheckItem::Declaration(each.code.clone()));
    let always = [CheckItem::Category, CheckItem::Distinct];
    parts.chain(declared).chain(always).chain(blind.then_some(CheckItem::Anonymous)).collect()
}

/// The secretary's answer to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which.
    pub item: CheckItem,
    /// Yes or no.
    pub verdict: Verdict,
    /// What was seen; may be empty.
    pub note: String,
}

/// Yes or no, and nothing between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// In order.
    Passed,
    /// Not in order.
    Failed,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::{RuleBook, books};

    #[test]
    fn quang_ninh_s_list_is_made_from_its_rule_book() {
        let book = RuleBook::parse(books::QUANG_NINH_VIII).unwrap();
        let codes: Vec<_> = checklist(book.rules(), true).iter().map(CheckItem::code).collect();
        let expected = [
            "part.phieu-dang-ky",
            "part.tom-tat",
            "part.ban-mo-ta",
            "declaration.ap-dung-trong-tinh",
            "declaration.chua-doat-giai",
            "declaration.khong-trung",
            "declaration.khong-gay-hai",
            "category",
            "distinct",
            "anonymous",
        ];
        assert_eq!(codes, expected);
        for code in expected {
            assert_eq!(CheckItem::from_code(code).map(|item| item.code()).as_deref(), Some(code));
        }
        assert_eq!(CheckItem::from_code("part."), None);
        assert_eq!(CheckItem::from_code("anything"), None);
    }
}
