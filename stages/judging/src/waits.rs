//! What a round waits for, for desks: each answer is what the operation itself would say.

use std::collections::BTreeSet;

use hoithi_edition::Edition;
use hoithi_entries::Standing;
use hoithi_journal::Halt;
use hoithi_people::grants_given;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_screening::{admitted, released_entries};
use hoithi_store::Conn;
use jiff::Timestamp;

use crate::assignments::{self, Progress};
use crate::operations::{intake, opener, short_of, unreleased};
use crate::rounds::{self, RoundCard, RoundStep};

/// The step that comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// Entries lack judges.
    Judges,
    /// It can start.
    Start,
    /// Every sheet is locked.
    Seal,
    /// It is sealed.
    Opening,
}

/// What a round waits for people to do; none while its judges mark, while entries may still come,
/// and once it is opened.
pub async fn waits(db: &mut Conn, edition: &Edition, card: &RoundCard, now: Timestamp) -> Result<Option<Waits>, Halt> {
    match card.step {
        RoundStep::Opened { .. } => Ok(None),
        RoundStep::Sealed { .. } => Ok(Some(Waits::Opening)),
        RoundStep::Prepared | RoundStep::Marking { .. } => beneath_the_seal(db, edition, card, now).await,
    }
}

/// Withdrawn entries are left out here as every step leaves them out.
async fn beneath_the_seal(
    db: &mut Conn,
    edition: &Edition,
    card: &RoundCard,
    now: Timestamp,
) -> Result<Option<Waits>, Halt> {
    let here: BTreeSet<EntryId> = admitted(db, card.edition).await?.into_iter().map(|each| each.entry).collect();
    let mut entries = rounds::entries(db, card.id).await?;
    entries.retain(|each| here.contains(&each.entry));
    let mut standing = assignments::assignments(db, card.id).await?;
    standing.retain(|each| here.contains(&each.entry));
    let need = match card.book_version {
        Some(version) => rounds::frozen(db, card.id, version).await?.sheets_per_entry,
        None => edition.book.marking().map_or(0, |part| part.marking.sheets_per_entry),
    };
    let short = !short_of(&entries, &standing, need).is_empty();
    let mut progress = Progress::default();
    for each in &standing {
        progress.add(each);
    }
    let law = rounds::under_law(db, card).await?;
    Ok(match card.step {
        RoundStep::Prepared if short => Some(Waits::Judges),
        RoundStep::Prepared => {
            let can = progress.assigned > 0
                && intake(db, edition, card, now).await?.admit_start(false).is_ok()
                && unreleased(db, edition, &entries).await?.is_empty();
            can.then_some(Waits::Start)
        }
        _ => (!short && law.seal(progress.locked, progress.left(), now).is_ok()).then_some(Waits::Seal),
    })
}

/// Whether judges can be given to a round that nobody has prepared yet: something was admitted, and
/// to the first round nothing comes any more.
pub async fn can_be_prepared(db: &mut Conn, edition: &Edition, now: Timestamp) -> Result<bool, Halt> {
    let counts = hoithi_entries::counts(db, edition.id).await?;
    let any = counts.iter().any(|count| count.standing == Standing::Admitted && count.entries > 0);
    let first = rounds::rounds(db, edition.id).await?.is_empty();
    Ok(any && (!first || crate::operations::intake_of_the_first(db, edition, now).await?.admit_start(false).is_ok()))
}

/// How many admitted entries wait for somebody to release their copy, as long as nobody marks yet.
pub async fn copies_waiting(db: &mut Conn, edition: &Edition) -> Result<usize, Halt> {
    let begun = rounds::rounds(db, edition.id).await?.iter().any(|card| card.step != RoundStep::Prepared);
    if begun || edition.book.marking().is_none_or(|part| !part.marking.blind) {
        return Ok(0);
    }
    let released = released_entries(db, edition.id, &edition.book).await?;
    Ok(admitted(db, edition.id).await?.iter().filter(|each| !released.contains(&each.entry)).count())
}

/// Whether this person's word would be taken for the opening.
pub async fn can_confirm_opening(
    db: &mut Conn,
    edition: &Edition,
    card: &RoundCard,
    account: AccountId,
    now: Timestamp,
) -> Result<bool, Halt> {
    let law = rounds::under_law(db, card).await?;
    let Some(frozen) = law.frozen().cloned() else { return Ok(false) };
    let earlier: Vec<_> = rounds::confirmed(db, card.id).await?.iter().map(|each| each.opener).collect();
    let grants = grants_given(db, account).await?;
    let opener = opener(&grants, account, edition, &frozen, &earlier, day_in_vietnam(now));
    Ok(opener.is_ok_and(|opener| law.consent_to_open(opener, now).is_ok()))
}
