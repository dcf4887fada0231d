//! What a dossier is given back for.

use super::Content;
use crate::edition::{DossierPart, PartCode, Rules};

/// The parts that its author completes by a personal link, in the order of the form: those that screening
/// found wanting and the required ones that are missing. Where it named none, its words may mean any.
pub fn asked_parts(rules: &Rules, content: &Content, wanting: &[PartCode]) -> Vec<PartCode> {
    let missing = |part: &DossierPart| part.required && !content.dossier.0.contains_key(&part.code);
    let asked = rules.dossier.iter().filter(|part| wanting.contains(&part.code) || missing(part));
    let asked: Vec<PartCode> = asked.map(|part| part.code.clone()).collect();
    if asked.is_empty() { rules.dossier.iter().map(|part| part.code.clone()).collect() } else { asked }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::{RuleBook, books};
    use crate::entries::dossier::tests::{complete, part};

    #[test]
    fn a_link_opens_what_failed_and_what_is_missing_and_all_where_nothing_was_named() {
        let book = RuleBook::parse(books::QUANG_NINH_VIII).unwrap();
        let asked = |content: &Content, wanting: &[PartCode]| {
            asked_parts(book.rules(), content, wanting).iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        let mut content = complete();
        assert_eq!(asked(&content, &[part("ban-mo-ta")]), ["ban-mo-ta"]);
        content.dossier.0.remove(&part("phieu-dang-ky"));
        assert_eq!(asked(&content, &[part("ban-mo-ta")]), ["phieu-dang-ky", "ban-mo-ta"], "in the form's order");
        let all = asked(&complete(), &[]);
        assert_eq!(all.len(), book.rules().dossier.len());
    }
}
