//! Small words of this room: sizes, and the prefix of an edition's numbers.

use std::num::NonZeroU16;

use hoithi_journal::{Fact, Refused};
use hoithi_rules::edition::{Rules, roman};

/// `1,2 MB`; small files in KB.
pub fn megabytes(bytes: u64) -> String {
    if bytes < 100_000 {
        return format!("{} KB", bytes.div_ceil(1000).max(1));
    }
    let tenths = bytes.div_ceil(100_000);
    format!("{},{} MB", tenths / 10, tenths % 10)
}

/// The letters before an entry's number: the first letters of the edition's short name and its
/// ordinal, `quang-ninh-viii` gives `QN8`. An edition without an ordinal has its last year.
pub(crate) fn number_prefix(rules: &Rules) -> String {
    let ordinal = rules.ordinal.map(NonZeroU16::get);
    let numeral = ordinal.map(|ordinal| roman(ordinal).to_lowercase());
    let words = rules.slug.as_str().split('-').filter(|word| Some(*word) != numeral.as_deref());
    let letters: String = words.filter_map(|word| word.chars().next()).take(7).collect();
    let letters = if letters.is_empty() { "HT".to_owned() } else { letters.to_ascii_uppercase() };
    format!("{letters}{}", ordinal.unwrap_or(rules.years.last))
}

/// A refusal as people read it: a declaration is told by its sentence, not by its code.
#[must_use]
pub fn said(rules: &Rules, mut refused: Refused) -> Refused {
    for (_, fact) in refused.facts.iter_mut().filter(|(name, _)| *name == "declaration") {
        if let Fact::Text(code) = fact
            && let Some(declaration) = rules.eligibility.declarations.iter().find(|each| each.code.as_str() == code)
        {
            *fact = Fact::Text(declaration.text.clone());
        }
    }
    refused
}
