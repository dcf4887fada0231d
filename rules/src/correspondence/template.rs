//! Templates of documents: words with places for facts, `{{lan_thu}}`, and nothing that runs.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::refusal::{Fact, Refusal};

macro_rules! placeholders {
    ($($variant:ident = $name:literal;)+) => {
        /// A place in a template that is filled with a fact of the edition. The list is fixed: a
        /// template cannot ask for anything else.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Placeholder {
            $(#[doc = concat!("`{{", $name, "}}`")] $variant,)+
        }

        impl Placeholder {
            /// Every one, in the order in which a form shows them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// As it is written between the braces.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

placeholders! {
    Contest = "ten_hoi_thi";
    Ordinal = "lan_thu";
    Years = "nam";
    Agency = "co_quan";
    HelpDesk = "noi_giai_dap";
    Place = "noi_ban_hanh";
    Opens = "ngay_nhan";
    Closes = "han_nop";
    Until = "den_han_nop";
    Units = "so_don_vi";
    Today = "hom_nay";
}

/// Why a template cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TemplateRefusal {
    /// It asks for what no template has.
    #[error("{name:?} is no place of a template")]
    Unknown {
        /// What stands between the braces.
        name: String,
    },
    /// Braces that open and do not close.
    #[error("a place of the template is not closed")]
    Open,
}

impl Refusal for TemplateRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown { .. } => "correspondence.placeholder_unknown",
            Self::Open => "correspondence.placeholder_open",
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Unknown { name } => vec![("name", Fact::text(name))],
            Self::Open => Vec::new(),
        }
    }
}

/// The text with every place filled; a place without a fact keeps its name, for a person to fill.
///
/// What is filled in is never read for places again.
pub fn fill(text: &str, facts: &BTreeMap<Placeholder, String>) -> Result<String, TemplateRefusal> {
    fill_with(text, |name| {
        let place = Placeholder::ALL.iter().find(|place| place.name() == name)?;
        Some(facts.get(place).cloned().unwrap_or_else(|| format!("{{{{{name}}}}}")))
    })
}

/// The same for places of another list: `fact` says what fills a place, none where there is no such place.
pub fn fill_with(text: &str, fact: impl Fn(&str) -> Option<String>) -> Result<String, TemplateRefusal> {
    let (mut filled, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, behind)) = rest.split_once("{{") {
        let (name, after) = behind.split_once("}}").ok_or(TemplateRefusal::Open)?;
        let name = name.trim();
        let fact = fact(name).ok_or_else(|| TemplateRefusal::Unknown { name: name.to_owned() })?;
        filled.push_str(before);
        filled.push_str(&fact);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn facts(value: &str) -> BTreeMap<Placeholder, String> {
        Placeholder::ALL.iter().map(|place| (*place, value.to_owned())).collect()
    }

    #[test]
    fn an_unknown_place_is_named() {
        let unknown = fill("Kính gửi {{ten_ai_do}}", &facts("x"));
        assert_eq!(unknown, Err(TemplateRefusal::Unknown { name: "ten_ai_do".into() }));
        assert_eq!(fill("lần thứ {{lan_thu", &facts("x")), Err(TemplateRefusal::Open));
        assert_eq!(fill("lần thứ {{ lan_thu }}.", &facts("IX")), Ok("lần thứ IX.".into()));
        assert_eq!(fill("{{han_nop}}", &BTreeMap::new()), Ok("{{han_nop}}".into()));
    }

    proptest! {
        #[test]
        fn words_without_places_stay_and_facts_are_no_templates(words in "[^{}]{0,40}", fact in "\\PC{0,20}") {
            prop_assert_eq!(fill(&words, &facts(&fact)), Ok(words.clone()));
            for place in Placeholder::ALL {
                let text = format!("{words}{{{{{}}}}}{words}", place.name());
                prop_assert_eq!(fill(&text, &facts(&fact)), Ok(format!("{words}{fact}{words}")));
            }
        }
    }
}
