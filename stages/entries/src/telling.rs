//! What a dossier tells that it should not: names in what judges read, one file in two parts. The
//! author is told before submitting, the secretary when screening.

use std::collections::BTreeSet;

use hoithi_rules::edition::{DossierPart, PartCode, RuleBook};
use hoithi_rules::entries::{AttachedFile, PartContent};
use hoithi_rules::screening::{Pointer, tellings};

use crate::kept::KeptEntry;

/// What of the authors and their bodies stands in the texts that judges read, in the words in which
/// the dossier gives it. Where judges see names anyway, nothing does.
pub fn named_before_judges(kept: &KeptEntry, book: &RuleBook) -> Vec<String> {
    // Until the marking part stands, nobody is to read a name.
    if book.marking().is_some_and(|part| !part.marking.blind) {
        return Vec::new();
    }
    let shown = book.rules().dossier.iter().filter(|part| kept.is_for_judges(part));
    let texts = shown.filter_map(|part| match kept.part(&part.code) {
        Some(PartContent::Text(text)) => Some(text.clone()),
        Some(PartContent::Values(values)) => Some(part.told(values, true)),
        _ => None,
    });
    let read = texts.chain([kept.title().to_owned()]).collect::<Vec<_>>().join("\n\n");
    tellings(&[read], &points_at(kept)).into_iter().map(|telling| telling.what).collect()
}

/// Everything in a dossier that points at who made it.
pub fn points_at(kept: &KeptEntry) -> Vec<Pointer> {
    let content = &kept.entry.content;
    let people = content.authors.iter().map(|author| author.name.as_str());
    let bodies = content.organisation.as_deref().into_iter().chain([kept.unit_name.as_str()]);
    let helpers = kept.assisting.iter().map(|helper| helper.name.as_str());
    let workplaces = content.authors.iter().map(|author| author.workplace.as_str());
    let names = people.chain(bodies).chain(helpers).chain(workplaces).map(|name| Pointer::Name(name.to_owned()));
    let mails = kept.reach.iter().map(|reach| Pointer::Mail(reach.email.clone()));
    let phones = kept.reach.iter().map(|reach| Pointer::Phone(reach.phone.clone()));
    let all: Vec<Pointer> = names.chain(mails).chain(phones).filter(|each| !each.words().trim().is_empty()).collect();
    let mut known = BTreeSet::new();
    all.into_iter().filter(|each| known.insert(each.clone())).collect()
}

/// The name of another part that is the very same file.
pub fn same_file<'a>(
    kept: &KeptEntry,
    book: &'a RuleBook,
    code: &PartCode,
    file: &AttachedFile,
) -> Option<&'a DossierPart> {
    let same = |part: &PartContent| matches!(part, PartContent::File(other) if other.sha256 == file.sha256);
    let mut others = book.rules().dossier.iter().filter(|part| part.code != *code);
    others.find(|part| kept.part(&part.code).is_some_and(same))
}

/// Parts that are one file, each pair once, by their names.
pub(crate) fn same_files<'a>(kept: &KeptEntry, book: &'a RuleBook) -> Vec<(&'a str, &'a str)> {
    let parts = &book.rules().dossier;
    let place = |code: &PartCode| parts.iter().position(|part| part.code == *code);
    let twin = |part: &'a DossierPart| {
        let Some(PartContent::File(file)) = kept.part(&part.code) else { return None };
        let other = same_file(kept, book, &part.code, file)?;
        (place(&part.code) < place(&other.code)).then_some((part.name.as_str(), other.name.as_str()))
    };
    parts.iter().filter_map(twin).collect()
}
