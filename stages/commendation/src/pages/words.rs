//! Groups, criteria and honours in the reader's words.

use hoithi_rules::commendation::{Criterion, Group};
use hoithi_rules::edition::RuleBook;
use hoithi_web::Page;

use crate::store::Honour;

pub(super) fn group(page: &Page, group: Group) -> String {
    page.tcode("commendation-group-", group.code())
}

pub(super) fn honour(page: &Page, honour: Honour) -> String {
    page.tcode("commendation-honour-", honour.code())
}

/// A prize is called what the edition's own structure calls it.
pub(super) fn criterion(page: &Page, book: &RuleBook, criterion: Criterion) -> String {
    if let Criterion::Prize(place) = criterion
        && let Some(tier) = book.prizes().and_then(|part| part.structure.tiers.get(usize::from(place) - 1))
    {
        return tier.name.clone();
    }
    page.tcode("commendation-criterion-", criterion.code())
}

/// Which formula it was: the rule book's or the assumed one have no version.
pub(super) fn version(page: &Page, version: i64) -> String {
    if version == 0 { page.t("commendation-version-none") } else { page.t1("commendation-version", "version", version) }
}
