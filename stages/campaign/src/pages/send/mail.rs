//! The mail that tells of a letter, in the words of the office.

use hoithi_correspondence::Document;
use hoithi_edition::Edition;
use hoithi_rules::campaign::TaskKind;
use hoithi_web::{House, Lang};

use crate::letter::{MailWords, link_to_be, named};

/// The mail is the office's, so it is Vietnamese whoever sends it.
pub(crate) fn mail_words(house: &House, edition: &Edition, document: &Document) -> MailWords {
    let facts = [
        ("number", named(document)),
        ("subject", document.content.subject.clone()),
        ("edition", edition.title()),
        ("issuer", document.content.issuer.clone()),
        ("link", format!("{}/don-vi/cong-viec", house.site.public_url)),
    ];
    let personal = house.catalogue.text(Lang::Vi, "campaign-mail-body", &personal(house, &facts));
    MailWords {
        subject: house.catalogue.text(Lang::Vi, "campaign-mail-subject", &facts),
        body: house.catalogue.text(Lang::Vi, "campaign-mail-body", &facts),
        personal: Some(personal),
    }
}

/// The same facts with a personal link, for who has no account.
pub(in crate::pages) fn personal(house: &House, facts: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
    let link = link_to_be(&house.site.public_url);
    let link = house.catalogue.text(Lang::Vi, "campaign-mail-personal", &[("link", link)]);
    facts.iter().map(|(name, fact)| (*name, if *name == "link" { link.clone() } else { fact.clone() })).collect()
}

/// A mail that tells a unit of something: the same facts, with where its own people read it and, for who
/// has no account, with a personal link.
pub(in crate::pages) fn told(
    house: &House,
    (subject, body): (&str, &str),
    facts: &[(&'static str, String)],
    (own, by_link): (&str, &str),
) -> MailWords {
    let say = |key: &str, facts: &[(&str, String)]| house.catalogue.text(Lang::Vi, key, facts);
    let with = |address: String| say(body, &[facts, &[("address", address)]].concat());
    MailWords {
        subject: say(subject, facts),
        body: with(format!("{}{own}", house.site.public_url)),
        personal: Some(with(way_by_link(house, by_link))),
    }
}

/// The words that lead somebody without an account to this place by a link that is not made yet.
pub fn way_by_link(house: &House, beneath: &str) -> String {
    let link = format!("{}{beneath}", link_to_be(&house.site.public_url));
    house.catalogue.text(Lang::Vi, "campaign-mail-personal", &[("link", link)])
}

/// A task as the office's mails call it: by its own title, or by its kind.
pub(in crate::pages) fn task_called(house: &House, kind: TaskKind, title: &str) -> String {
    if !title.is_empty() {
        return title.to_owned();
    }
    let key = format!("campaign-task-{}", kind.code().replace('_', "-"));
    house.catalogue.text(Lang::Vi, &key, &[])
}
