//! Small words of this room: sizes, and the prefix of an edition's numbers.

use std::num::NonZeroU16;

use hoithi_edition::Edition;
use hoithi_journal::{Fact, Refused};
use hoithi_rules::edition::{Rules, roman};
use hoithi_web::Page;

use crate::kept::KeptEntry;
use crate::standing::Standing;

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

/// Why an entry was closed, in the office's own language as in every text of its files.
pub(crate) fn merged(number: &str, reason: &str) -> String {
    format!("Gộp vào hồ sơ {number}: {reason}")
}

/// A refusal as people read it: a declaration is told by its sentence, not by its code, and thousands
/// are parted as on the rest of the page. A smaller number stays one: it chooses singular or plural.
#[must_use]
pub fn said(page: &Page, rules: &Rules, mut refused: Refused) -> Refused {
    for (_, fact) in &mut refused.facts {
        if let Fact::Count(count @ 1_000..) = fact {
            *fact = Fact::Text(page.number(*count));
        }
    }
    declared_in_words(rules, refused)
}

/// A declaration is told by its sentence, not by its code.
pub(crate) fn declared_in_words(rules: &Rules, mut refused: Refused) -> Refused {
    for (_, fact) in refused.facts.iter_mut().filter(|(name, _)| *name == "declaration") {
        if let Fact::Text(code) = fact
            && let Some(declaration) = rules.eligibility.declarations.iter().find(|each| each.code.as_str() == code)
        {
            *fact = Fact::Text(declaration.text.clone());
        }
    }
    refused
}

/// How far an entry is, for its author. What was admitted has been judged once the result is announced.
pub(crate) fn own_standing(page: &Page, standing: Standing, announced: bool) -> String {
    over(page, standing, announced).unwrap_or_else(|| page.tcode("entries-own-state-", standing))
}

/// The same for the lists of an edition.
pub fn listed_standing(page: &Page, standing: Standing, announced: bool) -> String {
    over(page, standing, announced).unwrap_or_else(|| page.tcode("entries-state-", standing))
}

fn over(page: &Page, standing: Standing, announced: bool) -> Option<String> {
    (announced && standing == Standing::Admitted).then(|| page.t("entries-state-announced"))
}

/// The same for one dossier as the lists show it.
pub(crate) fn state_of(page: &Page, kept: &KeptEntry, edition: &Edition) -> String {
    if kept.merged_into.is_some() {
        return page.t("entries-merged");
    }
    listed_standing(page, kept.standing, edition.state.announced_at().is_some())
}
