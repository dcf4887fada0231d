//! Letters to the authors, in Vietnamese: the receipt, what is missing, what became of it.

mod things;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use hoithi_edition::Edition;
use hoithi_journal::{Act, Fault, Halt, Mail};
use hoithi_people::{holders_by_unit, refused};
use hoithi_rules::entries::{
    AttachedFile, Author, ConsentKind, DossierHash, EntryState, Extension, Receipt, SubmitRefusal,
};
use hoithi_rules::people::Role;
use hoithi_store::{Conn, StoreError};
use hoithi_web::{Catalogue, Lang, day, instant};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::LOCALE;
use crate::kept::{KeptEntry, Reach};
use crate::operations::AuthorsLetter;
use crate::receipt::{attached, category_name, still_to_come};
use crate::standing::Standing;
use crate::words::{declared_in_words, megabytes};

pub(crate) use things::{thing_found, thing_harmed, thing_received, thing_returned};

static WORDS: LazyLock<Result<Catalogue, Fault>> = LazyLock::new(|| Catalogue::new(&[LOCALE]));

fn words() -> Result<&'static Catalogue, Halt> {
    WORDS.as_ref().map_err(|fault| Halt::fault(fault.to_string()))
}

/// Says what was received, when, under which number, with which hashes and where the journal tells of it: the last
/// that was recorded is the receipt's own line.
pub(crate) async fn receipt(
    act: &mut Act,
    kept: &KeptEntry,
    edition: &Edition,
    receipt: &Receipt,
    letter: &'static str,
) -> Result<(), Halt> {
    let at = receipt.supplemented_at.unwrap_or(receipt.at);
    let words = words()?;
    let facts = [
        ("number", receipt.number.to_string()),
        ("title", kept.title().to_owned()),
        ("contest", edition.book.title()),
        ("at", instant(Lang::Vi, &edition.book.calendar().zone, at)),
        ("code", receipt.code.to_string()),
        ("hash", receipt.hash.to_string()),
        ("files", files(words, kept, edition)),
        ("line", act.place_of_last().await?.to_string()),
    ];
    let subject = words.text(Lang::Vi, "entries-mail-receipt-subject", &facts);
    let body = words.text(Lang::Vi, letter, &facts);
    post(act, kept, subject, body).await
}

/// Each file with its size and its hash, one a line.
fn files(words: &Catalogue, kept: &KeptEntry, edition: &Edition) -> String {
    let files = attached(kept, edition).into_iter();
    let line = |(name, file): (String, &AttachedFile)| {
        format!("- {name} ({}): {}", megabytes(file.bytes), DossierHash(file.sha256))
    };
    let follows = |(name, until, hash): (String, Option<Timestamp>, DossierHash)| {
        let until = until.map_or_else(String::new, |until| instant(Lang::Vi, &edition.book.calendar().zone, until));
        let facts = [("name", name), ("until", until), ("hash", hash.to_string())];
        words.text(Lang::Vi, "entries-mail-file-follows", &facts)
    };
    let following = still_to_come(kept, edition).into_iter().map(follows);
    let lines: Vec<String> = files.map(line).chain(following).collect();
    if lines.is_empty() { words.text(Lang::Vi, "entries-mail-no-files", &[]) } else { lines.join("\n") }
}

/// Says before the intake ends what a draft that submits itself still lacks.
pub(crate) async fn lacks_before_closing(
    act: &mut Act,
    kept: &KeptEntry,
    edition: &Edition,
    problems: &[SubmitRefusal],
) -> Result<(), Halt> {
    lacking(act, kept, edition, problems, ["entries-mail-lacks-subject", "entries-mail-lacks"]).await
}

/// Says that a draft did not submit itself, and what it lacked.
pub(crate) async fn not_submitted_itself(
    act: &mut Act,
    kept: &KeptEntry,
    edition: &Edition,
    problems: &[SubmitRefusal],
) -> Result<(), Halt> {
    lacking(act, kept, edition, problems, ["entries-mail-missed-subject", "entries-mail-missed"]).await
}

async fn lacking(
    act: &mut Act,
    kept: &KeptEntry,
    edition: &Edition,
    problems: &[SubmitRefusal],
    [subject, body]: [&'static str; 2],
) -> Result<(), Halt> {
    let (words, rules) = (words()?, edition.book.rules());
    let sentence = |problem: &SubmitRefusal| words.refusal(Lang::Vi, &declared_in_words(rules, refused(problem)));
    let lacks: Vec<String> = problems.iter().map(|problem| format!("- {}", sentence(problem))).collect();
    let calendar = edition.book.calendar();
    let title =
        if kept.title().is_empty() { words.text(Lang::Vi, "entries-untitled", &[]) } else { kept.title().to_owned() };
    let facts = [
        ("title", title),
        ("contest", edition.book.title()),
        ("closes", instant(Lang::Vi, &calendar.zone, calendar.intake_until(kept.longer).closes)),
        ("lacks", lacks.join("\n")),
        ("agency", rules.agency.reached()),
    ];
    let (subject, body) = (words.text(Lang::Vi, subject, &facts), words.text(Lang::Vi, body, &facts));
    post(act, kept, subject, body).await
}

/// Announces that this one entry is taken longer, until when and why.
pub(crate) async fn extended(
    act: &mut Act,
    kept: &KeptEntry,
    edition: &Edition,
    extension: &Extension,
) -> Result<(), Halt> {
    let facts = [
        ("code", kept.draft_code()),
        ("contest", edition.book.title()),
        ("until", instant(Lang::Vi, &edition.book.calendar().zone, extension.until)),
        ("reason", extension.reason.clone()),
    ];
    let words = words()?;
    let subject = words.text(Lang::Vi, "entries-mail-extended-subject", &facts);
    let body = words.text(Lang::Vi, "entries-mail-extended", &facts);
    post(act, kept, subject, body).await
}

/// Says what is missing and until when; to an author without an account with the link that opens it.
pub(crate) async fn returned(
    act: &mut Act,
    kept: &KeptEntry,
    edition: &Edition,
    (until, link): (Date, Option<&str>),
) -> Result<(), Halt> {
    let mut facts = standing_facts(kept, edition);
    facts.extend([("until", day(until)), ("address", link.unwrap_or_default().to_owned())]);
    let words = words()?;
    let subject = words.text(Lang::Vi, "entries-mail-returned-subject", &facts);
    let key = if link.is_some() { "entries-mail-returned-link" } else { "entries-mail-returned" };
    let body = words.text(Lang::Vi, key, &facts);
    post(act, kept, subject, body).await
}

/// Says that it will be judged, or why not.
pub(crate) async fn verdict(act: &mut Act, kept: &KeptEntry, edition: &Edition) -> Result<(), Halt> {
    let facts = standing_facts(kept, edition);
    let words = words()?;
    let (subject, body) = if kept.standing == Standing::Admitted {
        ("entries-mail-admitted-subject", "entries-mail-admitted")
    } else {
        ("entries-mail-refused-subject", "entries-mail-refused")
    };
    let (subject, body) = (words.text(Lang::Vi, subject, &facts), words.text(Lang::Vi, body, &facts));
    post(act, kept, subject, body).await
}

/// Says in which category it counts from now on, and why.
pub(crate) async fn moved(
    act: &mut Act,
    kept: &KeptEntry,
    edition: &Edition,
    (from, why): (&str, &str),
) -> Result<(), Halt> {
    let mut facts = standing_facts(kept, edition);
    let to = category_name(kept, edition);
    facts.extend([("from", from.to_owned()), ("to", to), ("why", why.to_owned())]);
    let words = words()?;
    let subject = words.text(Lang::Vi, "entries-mail-moved-subject", &facts);
    let body = words.text(Lang::Vi, "entries-mail-moved", &facts);
    post(act, kept, subject, body).await
}

/// Says that it was taken back, whoever did it. A draft that nobody received needs no letter.
pub(crate) async fn withdrawn(act: &mut Act, kept: &KeptEntry, edition: &Edition) -> Result<(), Halt> {
    let EntryState::Withdrawn { reason, receipt: Some(_), .. } = &kept.entry.state else { return Ok(()) };
    let mut facts = standing_facts(kept, edition);
    facts.push(("reason", reason.clone()));
    let words = words()?;
    let subject = words.text(Lang::Vi, "entries-mail-withdrawn-subject", &facts);
    let body = words.text(Lang::Vi, "entries-mail-withdrawn", &facts);
    post(act, kept, subject, body).await
}

/// Tells both senders that their entries are one solution, and which of the two goes on.
pub(crate) async fn merged(
    act: &mut Act,
    (closed, stays): (&KeptEntry, &KeptEntry),
    edition: &Edition,
    reason: &str,
) -> Result<(), Halt> {
    let keys = ["entries-mail-merged-subject", "entries-mail-merged"];
    senders(act, closed, (stays, edition, reason), keys).await?;
    let keys = ["entries-mail-twin-subject", "entries-mail-twin"];
    senders(act, stays, (closed, edition, reason), keys).await
}

/// Tells both senders that their entries go on apart.
pub(crate) async fn taken_apart(
    act: &mut Act,
    (closed, stays): (&KeptEntry, &KeptEntry),
    edition: &Edition,
    reason: &str,
) -> Result<(), Halt> {
    let keys = ["entries-mail-apart-subject", "entries-mail-apart"];
    senders(act, closed, (stays, edition, reason), keys).await?;
    senders(act, stays, (closed, edition, reason), keys).await
}

/// A letter to the authors' side and to the contacts of the unit that sends, to each address once.
async fn senders(
    act: &mut Act,
    kept: &KeptEntry,
    (other, edition, reason): (&KeptEntry, &Edition, &str),
    [subject, body]: [&'static str; 2],
) -> Result<(), Halt> {
    let mut facts = standing_facts(kept, edition);
    facts.push(("other", other.number().map(ToString::to_string).unwrap_or_default()));
    facts.push(("reason", reason.to_owned()));
    let words = words()?;
    let (subject, body) = (words.text(Lang::Vi, subject, &facts), words.text(Lang::Vi, body, &facts));
    let mut to = BTreeSet::new();
    if let Told::Written(address) = how_told(act.db(), kept).await? {
        to.insert(address);
    }
    if let Some(unit) = kept.entry.unit {
        let today = edition.book.calendar().day_of(act.now());
        let contacts = holders_by_unit(act.db(), Role::UnitContact, today).await?.remove(&unit).unwrap_or_default();
        to.extend(contacts.into_iter().map(|contact| contact.contact.email).filter(|address| !address.is_empty()));
    }
    for to in to {
        act.post(Mail { to, subject: subject.clone(), body: body.clone() });
    }
    Ok(())
}

/// The words that an author consents to, as they are kept beside the consent.
pub(crate) fn consent_words(kind: ConsentKind) -> Result<String, Halt> {
    let key = match kind {
        ConsentKind::Processing => "entries-consent-words-processing",
        ConsentKind::PublishName => "entries-consent-words-publish-name",
    };
    Ok(words()?.text(Lang::Vi, key, &[]))
}

/// Asks an author to confirm the own share, with the link that opens it.
pub(crate) fn asks_author(
    act: &mut Act,
    kept: &KeptEntry,
    edition: &Edition,
    (author, reach): (&Author, &Reach),
    address: &str,
) -> Result<(), Halt> {
    let facts = [
        ("name", author.name.to_string()),
        ("share", author.share.to_string()),
        ("title", kept.title().to_owned()),
        ("contest", edition.book.title()),
        ("address", address.to_owned()),
    ];
    let words = words()?;
    let subject = words.text(Lang::Vi, "entries-mail-confirm-subject", &facts);
    let body = words.text(Lang::Vi, "entries-mail-confirm", &facts);
    act.post(Mail { to: reach.email.clone(), subject, body });
    Ok(())
}

/// Tells whoever writes the dossier that an author does not agree.
pub(crate) async fn author_declined(
    act: &mut Act,
    kept: &KeptEntry,
    edition: &Edition,
    (author, reason): (&Author, &str),
) -> Result<(), Halt> {
    let mut facts = standing_facts(kept, edition);
    facts.extend([("name", author.name.to_string()), ("reason", reason.to_owned())]);
    let words = words()?;
    let subject = words.text(Lang::Vi, "entries-mail-declined-subject", &facts);
    let body = words.text(Lang::Vi, "entries-mail-declined", &facts);
    post(act, kept, subject, body).await
}

/// Tells whoever entered a dossier that its author claimed it, or joined it.
pub(crate) async fn claimed(act: &mut Act, kept: &KeptEntry, edition: &Edition, name: &str) -> Result<(), Halt> {
    let Some(recorder) = kept.recorder else { return Ok(()) };
    let Some(recorder) = hoithi_people::account(act.db(), recorder).await? else { return Ok(()) };
    if recorder.contact.email.is_empty() {
        return Ok(());
    }
    let mut facts = standing_facts(kept, edition);
    facts.push(("name", name.to_owned()));
    let words = words()?;
    let subject = words.text(Lang::Vi, "entries-mail-claimed-subject", &facts);
    let body = words.text(Lang::Vi, "entries-mail-claimed", &facts);
    act.post(Mail { to: recorder.contact.email, subject, body });
    Ok(())
}

/// A letter to the authors of a list as those of one dossier read it: its subject and its words.
pub(crate) fn letter_to(kept: &KeptEntry, edition: &Edition, letter: &AuthorsLetter) -> Result<(String, String), Halt> {
    let number = kept.number().map_or_else(|| kept.draft_code(), ToString::to_string);
    let facts = [
        ("number", number),
        ("title", kept.title().to_owned()),
        ("contest", edition.book.title()),
        ("subject", letter.subject.clone()),
        ("words", letter.body.clone()),
        ("agency", edition.book.rules().agency.reached()),
    ];
    let words = words()?;
    Ok((words.text(Lang::Vi, "entries-mail-list-subject", &facts), words.text(Lang::Vi, "entries-mail-list", &facts)))
}

/// Sends it.
pub(crate) fn to_authors(
    act: &mut Act,
    to: &str,
    kept: &KeptEntry,
    edition: &Edition,
    letter: &AuthorsLetter,
) -> Result<(), Halt> {
    let (subject, body) = letter_to(kept, edition, letter)?;
    act.post(Mail { to: to.to_owned(), subject, body });
    Ok(())
}

/// Tells that a file was put apart, and what is to be done.
pub(crate) async fn quarantined(
    act: &mut Act,
    kept: &KeptEntry,
    edition: &Edition,
    file: [(&'static str, String); 3],
) -> Result<(), Halt> {
    let mut facts = standing_facts(kept, edition);
    facts.extend(file);
    let words = words()?;
    let subject = words.text(Lang::Vi, "entries-mail-quarantined-subject", &facts);
    let body = words.text(Lang::Vi, "entries-mail-quarantined", &facts);
    post(act, kept, subject, body).await
}

fn standing_facts(kept: &KeptEntry, edition: &Edition) -> Vec<(&'static str, String)> {
    let reasons: Vec<String> = kept.reasons.iter().map(|reason| format!("- {reason}")).collect();
    vec![
        ("number", kept.number().map(ToString::to_string).unwrap_or_default()),
        ("title", kept.title().to_owned()),
        ("contest", edition.book.title()),
        ("reasons", reasons.join("\n")),
    ]
}

/// How somebody is told of what became of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// By a letter to this address.
    Written(String),
    /// Nobody left an address: by this telephone.
    ToBeCalled(String),
    /// Nobody left either.
    Nobody,
}

/// Reaches the owner of the dossier, or else the author who speaks for all.
pub async fn how_told(db: &mut Conn, kept: &KeptEntry) -> Result<Told, StoreError> {
    let own = match kept.owner {
        Some(owner) => hoithi_people::account(db, owner).await?.map(|account| account.contact),
        None => None,
    };
    let authors = kept.entry.content.authors.iter().zip(&kept.reach);
    let spokesman = authors.filter(|(author, _)| author.representative).map(|(_, reach)| reach).next();
    let of_owner = own.map(|own| (own.email, own.phone));
    let of_spokesman = spokesman.map(|reach| (reach.email.clone(), reach.phone.clone()));
    let both: Vec<(String, String)> = of_owner.into_iter().chain(of_spokesman).collect();
    let email = both.iter().map(|(email, _)| email).find(|email| !email.is_empty());
    let phone = both.iter().map(|(_, phone)| phone).find(|phone| !phone.is_empty());
    Ok(match (email, phone) {
        (Some(email), _) => Told::Written(email.clone()),
        (None, Some(phone)) => Told::ToBeCalled(phone.clone()),
        (None, None) => Told::Nobody,
    })
}

async fn post(act: &mut Act, kept: &KeptEntry, subject: String, body: String) -> Result<(), Halt> {
    if let Told::Written(to) = how_told(act.db(), kept).await? {
        act.post(Mail { to, subject, body });
    }
    Ok(())
}
