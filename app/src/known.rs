//! What a room is told of rooms that stand on it, because it cannot look at them itself: a unit's
//! report of its entries, the administrator's page of the editions and units that a role is for.

use hoithi_campaign::{EntriesKnown, KnownFigures, KnownFuture};
use hoithi_correspondence::{KnownUses, SentFuture, SentOfFuture, UseFuture};
use hoithi_edition::{editions, local_contests};
use hoithi_entries::{Standing, dossier, entries_of};
use hoithi_journal::Halt;
use hoithi_judging::{can_confirm_opening, rounds};
use hoithi_people::{KnownPlaces, KnownSeals, Places, PlacesFuture, SealFuture};
use hoithi_rules::ids::{AccountId, DocumentId, EditionId, UnitId};
use hoithi_store::Conn;
use hoithi_units::{Unit, grouped, unit_names, units_on};
use hoithi_web::Page;
use jiff::Timestamp;
use jiff::civil::Date;

/// Counts in the entries' room.
pub(crate) struct FromEntries;

impl KnownFigures for FromEntries {
    fn entries_of_unit<'a>(&'a self, db: &'a mut Conn, edition: EditionId, unit: UnitId) -> KnownFuture<'a> {
        Box::pin(count(db, edition, unit))
    }
}

async fn count(db: &mut Conn, edition: EditionId, unit: UnitId) -> Result<EntriesKnown, Halt> {
    let counts = |standing: Standing| standing.was_received() && standing != Standing::Withdrawn;
    let cards = entries_of(db, edition).await?;
    let own: Vec<_> = cards.into_iter().filter(|card| card.unit == Some(unit) && counts(card.state)).collect();
    let mut forwarded = 0;
    for card in &own {
        let kept = dossier(db, card.id).await?;
        forwarded += u32::from(kept.is_some_and(|kept| kept.origin.is_some()));
    }
    let contests = local_contests(db, edition).await?;
    let mut local = None;
    for contest in contests.iter().filter(|contest| contest.unit == Some(unit)) {
        let entered = entries_of(db, contest.id).await?.iter().filter(|card| counts(card.state)).count();
        local = Some(local.unwrap_or(0) + u32::try_from(entered).unwrap_or(u32::MAX));
    }
    Ok(EntriesKnown { submitted: u32::try_from(own.len()).unwrap_or(u32::MAX), local, forwarded })
}

/// Names editions and units.
pub(crate) struct FromRegisters;

impl KnownPlaces for FromRegisters {
    fn places<'a>(&'a self, db: &'a mut Conn, page: &'a Page, today: Date) -> PlacesFuture<'a> {
        Box::pin(places(db, page, today))
    }
}

async fn places(db: &mut Conn, page: &Page, today: Date) -> Result<Places, Halt> {
    let editions = editions(db).await?.into_iter().map(|edition| (edition.id, edition.title())).collect();
    let named = |units: Vec<Unit>| units.into_iter().map(|unit| (unit.id, unit.name)).collect();
    let groups = grouped(page, units_on(db, today).await?).into_iter();
    let units = groups.map(|(word, units)| (word, named(units))).collect();
    Ok(Places { editions, units, unit_names: unit_names(db).await? })
}

/// Looks at every round.
pub struct FromRounds;

impl KnownSeals for FromRounds {
    fn could_open<'a>(&'a self, db: &'a mut Conn, account: AccountId, now: Timestamp) -> SealFuture<'a> {
        Box::pin(could_open(db, account, now))
    }
}

async fn could_open(db: &mut Conn, account: AccountId, now: Timestamp) -> Result<bool, Halt> {
    for edition in editions(db).await? {
        for card in rounds(db, edition.id).await? {
            if !card.step.is_opened() && can_confirm_opening(db, &edition, &card, account, now).await? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Looks at the letters that went out.
pub(crate) struct FromLetters;

impl KnownUses for FromLetters {
    fn went_on<'a>(&'a self, db: &'a mut Conn, document: DocumentId) -> UseFuture<'a> {
        Box::pin(async move { Ok(hoithi_campaign::sent_out(db, document).await?.is_some()) })
    }

    fn sent_out<'a>(&'a self, db: &'a mut Conn, document: DocumentId) -> SentFuture<'a> {
        Box::pin(async move { Ok(hoithi_campaign::sent_out(db, document).await?) })
    }

    fn sent_of<'a>(&'a self, db: &'a mut Conn, edition: EditionId) -> SentOfFuture<'a> {
        Box::pin(async move {
            let letters = hoithi_campaign::sent_letters(db, edition).await?;
            Ok(letters.into_iter().map(|letter| letter.card.id).collect())
        })
    }
}
