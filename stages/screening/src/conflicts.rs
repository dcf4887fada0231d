//! Who screens and may not decide on an entry: it is their own, it comes from their unit, or they said
//! that somebody else has to.

use std::collections::BTreeSet;

use hoithi_edition::Edition;
use hoithi_entries::{KeptEntry, Standing};
use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{OrRefuse, grants_of, permit};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::entries::EditRefusal;
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_rules::people::{Grant, Permission, Scope};
use hoithi_rules::screening::{ScreenerConflict, Ties, screener_conflict};
use hoithi_store::{Conn, StoreError, params};
use jiff::Timestamp;

/// What keeps that account from deciding on an entry.
pub(crate) async fn conflict_of(
    db: &mut Conn,
    (account, grants): (AccountId, &[Grant]),
    kept: &KeptEntry,
    edition: &Edition,
) -> Result<Option<ScreenerConflict>, Halt> {
    let works_at = hoithi_people::account(db, account).await?.and_then(|account| account.unit);
    let answers_for = grants.iter().filter_map(|grant| match grant.scope {
        Scope::Unit(unit) => Some(unit),
        Scope::Whole | Scope::Edition(_) => None,
    });
    let screener =
        Ties { accounts: BTreeSet::from([account]), units: works_at.into_iter().chain(answers_for).collect() };
    let declared = is_declared(db, kept.id(), account).await?;
    Ok(screener_conflict(&screener, &ties(kept), edition.unit, declared))
}

/// Whose an entry is. Who typed it for its authors is not among them: that is the office's work.
fn ties(kept: &KeptEntry) -> Ties {
    let authors = &kept.entry.content.authors;
    let units = authors.iter().filter_map(|author| author.unit);
    let assisting = kept.assisting.iter().map(|helper| helper.unit);
    Ties {
        accounts: authors.iter().filter_map(|author| author.account).chain(kept.owner).collect(),
        units: units.chain(assisting).chain(kept.entry.unit).chain(kept.received_for).collect(),
    }
}

/// The same inside an act, by whoever acts: a decision is refused by it.
pub(crate) async fn refuse_in_conflict(
    act: &mut Act,
    by: AccountId,
    kept: &KeptEntry,
    edition: &Edition,
) -> Result<(), Halt> {
    let today = day_in_vietnam(act.now());
    let mut grants = grants_of(act).await?;
    grants.retain(|grant| grant.active_on(today));
    match conflict_of(act.db(), (by, grants.as_slice()), kept, edition).await? {
        Some(conflict) => Err(conflict).or_refuse(),
        None => Ok(()),
    }
}

/// Halts the act of somebody who may not decide on that entry, for whatever else is said of it before.
pub async fn refuse_whom_it_concerns(act: &mut Act, entry: EntryId) -> Result<(), Halt> {
    let kept = hoithi_entries::dossier(act.db(), entry).await?.ok_or_else(Halt::not_found)?;
    let edition = hoithi_edition::edition(act.db(), kept.entry.edition).await?.ok_or_else(Halt::not_found)?;
    let by = AccountId::new(act.actor().account.ok_or(Halt::Denied(Denied::NotSignedIn))?);
    refuse_in_conflict(act, by, &kept, &edition).await
}

/// Says that somebody else has to decide on an entry. It stands: what was said once is not unsaid when
/// the decision comes near.
pub(crate) async fn declare(act: &mut Act, entry: EntryId) -> Result<(), Halt> {
    let kept = hoithi_entries::dossier(act.db(), entry).await?.ok_or_else(Halt::not_found)?;
    let edition = hoithi_edition::edition(act.db(), kept.entry.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ScreeningDecide, edition.place()).await?;
    let by = AccountId::new(act.actor().account.ok_or(Halt::Denied(Denied::NotSignedIn))?);
    if !matches!(kept.standing, Standing::Submitted | Standing::Returned) {
        return Err(EditRefusal::NotSubmitted).or_refuse();
    }
    let now = act.now();
    if !is_declared(act.db(), entry, by).await? {
        insert(act.db(), entry, by, now).await?;
        act.record(Event::new("entry.conflict_declared", entry));
    }
    Ok(())
}

async fn is_declared(db: &mut Conn, entry: EntryId, account: AccountId) -> Result<bool, StoreError> {
    let sql = "SELECT entry_id FROM screening_conflicts WHERE entry_id = $1 AND account_id = $2";
    Ok(db.maybe(sql, params![entry.uuid(), account.uuid()]).await?.is_some())
}

async fn insert(db: &mut Conn, entry: EntryId, account: AccountId, at: Timestamp) -> Result<(), StoreError> {
    let sql = "INSERT INTO screening_conflicts (entry_id, account_id, declared_at) VALUES ($1, $2, $3)";
    db.run(sql, params![entry.uuid(), account.uuid(), at]).await?;
    Ok(())
}
