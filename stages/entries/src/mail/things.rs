//! Letters about models and samples: what was taken over, what befell it, to whom it went back.

use hoithi_edition::Edition;
use hoithi_journal::{Act, Halt};
use hoithi_rules::entries::Harm;
use hoithi_web::{Lang, day};
use jiff::civil::Date;

use super::{post, standing_facts, words};
use crate::kept::KeptEntry;
use crate::store::KeptThing;

/// A fact of a letter.
type Said = (&'static str, String);

/// Says what was taken over from whom, and until when it goes back.
pub(crate) async fn thing_received(
    act: &mut Act,
    entry: &KeptEntry,
    edition: &Edition,
    kept: &KeptThing,
) -> Result<(), Halt> {
    let told = &kept.thing.handover;
    let mut said = vec![
        ("by", told.handed_by.to_string()),
        ("day", day(told.received_on)),
        ("pieces", told.pieces.to_string()),
        ("condition", told.condition.clone()),
    ];
    let mut keys = ["entries-mail-thing-received-subject", "entries-mail-thing-received"];
    if let Some(until) = told.return_by {
        said.push(("until", day(until)));
        keys[1] = "entries-mail-thing-received-until";
    }
    letter(act, (entry, edition), kept, said, keys).await
}

/// Says that it was damaged or lost, and why.
pub(crate) async fn thing_harmed(
    act: &mut Act,
    entry: &KeptEntry,
    edition: &Edition,
    (kept, harm, reason): (&KeptThing, Harm, &str),
) -> Result<(), Halt> {
    let keys = match harm {
        Harm::Damaged => ["entries-mail-thing-damaged-subject", "entries-mail-thing-damaged"],
        Harm::Lost => ["entries-mail-thing-lost-subject", "entries-mail-thing-lost"],
    };
    let agency = edition.book.rules().agency.reached();
    letter(act, (entry, edition), kept, vec![("reason", reason.to_owned()), ("agency", agency)], keys).await
}

/// Says that it was found.
pub(crate) async fn thing_found(
    act: &mut Act,
    entry: &KeptEntry,
    edition: &Edition,
    kept: &KeptThing,
) -> Result<(), Halt> {
    let keys = ["entries-mail-thing-found-subject", "entries-mail-thing-found"];
    letter(act, (entry, edition), kept, vec![("place", kept.thing.place.clone())], keys).await
}

/// Says who took it back.
pub(crate) async fn thing_returned(
    act: &mut Act,
    entry: &KeptEntry,
    edition: &Edition,
    (kept, to, on): (&KeptThing, &str, Date),
) -> Result<(), Halt> {
    let keys = ["entries-mail-thing-returned-subject", "entries-mail-thing-returned"];
    letter(act, (entry, edition), kept, vec![("to", to.to_owned()), ("day", day(on))], keys).await
}

async fn letter(
    act: &mut Act,
    (entry, edition): (&KeptEntry, &Edition),
    kept: &KeptThing,
    said: Vec<Said>,
    [subject, body]: [&'static str; 2],
) -> Result<(), Halt> {
    let mut facts = standing_facts(entry, edition);
    facts.extend([("thing", kept.thing.handover.name.clone()), ("label", kept.code.to_string())]);
    facts.extend(said);
    let words = words()?;
    let (subject, body) = (words.text(Lang::Vi, subject, &facts), words.text(Lang::Vi, body, &facts));
    post(act, entry, subject, body).await
}
