//! What a dossier tells that it should not: names in what judges read, one file in two parts. The
//! author is told before submitting, the secretary when screening.

use std::collections::BTreeSet;

use hoithi_rules::edition::{DossierPart, PartCode, RuleBook};
use hoithi_rules::entries::{AttachedFile, PartContent};
use hoithi_web::fold;

use crate::kept::KeptEntry;

/// What of the authors and their bodies stands in the texts that judges read, in the words in which
/// the dossier gives it. Where judges see names anyway, nothing does.
pub fn named_before_judges(kept: &KeptEntry, book: &RuleBook) -> Vec<String> {
    // Until the marking part stands, nobody is to read a name.
    if book.marking().is_some_and(|part| !part.marking.blind) {
        return Vec::new();
    }
    let read = Read::of(kept, &book.rules().dossier);
    let content = &kept.entry.content;
    let names = content.authors.iter().map(|author| author.name.as_str());
    let bodies = content.organisation.as_deref().into_iter().chain([kept.unit_name.as_str()]);
    let workplaces = content.authors.iter().map(|author| author.workplace.as_str());
    let named = names.chain(bodies).chain(workplaces).filter(|name| read.names(name));
    let mails = kept.reach.iter().map(|reach| reach.email.as_str()).filter(|mail| read.holds(mail));
    let phones = kept.reach.iter().map(|reach| reach.phone.as_str()).filter(|phone| read.dials(phone));
    let mut told = BTreeSet::new();
    named.chain(mails).chain(phones).filter(|each| told.insert(*each)).map(str::to_owned).collect()
}

/// Title and texts as judges read them: without marks and capitals, and as digits alone.
struct Read {
    words: String,
    digits: String,
}

impl Read {
    fn of(kept: &KeptEntry, parts: &[DossierPart]) -> Self {
        let shown = parts.iter().filter(|part| part.shown_to_judges);
        let shown = shown.filter_map(|part| Some((part, kept.part(&part.code)?)));
        let texts = shown.filter_map(|(part, content)| match content {
            PartContent::Text(text) => Some(text.clone()),
            PartContent::Values(values) => Some(part.told(values, true)),
            PartContent::File(_) => None,
        });
        let words = texts.chain([kept.title().to_owned()]).map(|text| fold(&text)).collect::<Vec<_>>().join(" ");
        let digits = words.chars().filter(|letter| !matches!(letter, ' ' | '.' | '-' | '(' | ')')).collect();
        Self { words, digits }
    }

    /// A name of one word is too common to point at anybody.
    fn names(&self, name: &str) -> bool {
        name.split_whitespace().count() > 1 && self.holds(name)
    }

    fn holds(&self, what: &str) -> bool {
        let what = fold(what.trim());
        !what.is_empty() && self.words.contains(&what)
    }

    /// However the number is grouped.
    fn dials(&self, phone: &str) -> bool {
        let number: String = phone.chars().filter(char::is_ascii_digit).collect();
        number.len() >= 8 && self.digits.contains(&number)
    }
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
