//! Conflicts of interest: a judge withdraws from an entry, or staff writes a declaration down.

use hoithi_edition::edition;
use hoithi_journal::{Act, Event, Halt, Mail};
use hoithi_people::{holders, permit};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, AssignmentId, EditionId, EntryId};
use hoithi_rules::people::{Permission, Role, Scope};

use super::mark::own_of;
use crate::assignments::{self, AssignmentState};
use crate::jury::{self, ConflictKind};
use crate::refusals::changed_meanwhile;

/// A judge who cannot judge an entry that was given to them.
#[derive(Clone, Debug)]
pub struct Recuse {
    /// The judge's handle for the entry.
    pub sheet: AssignmentId,
    /// Why.
    pub kind: ConflictKind,
    /// What the chair is told, in the office's language: subject and text. No name stands in it.
    pub notice: Option<(String, String)>,
}

/// Ends the own assignment. Its sheet counts no more, and the entry is no longer there for this
/// judge; the chair is told that a replacement is needed, not who withdrew.
pub async fn recuse(act: &mut Act, command: Recuse) -> Result<(), Halt> {
    let own = own_of(act, command.sheet, Permission::ConflictDeclare).await?;
    if !own.marking {
        return Err(Halt::refused("judging.round_not_open", None, "the round is not open for marking"));
    }
    let now = act.now();
    if !assignments::move_on(act.db(), &own, AssignmentState::Recused, now).await? {
        return Err(changed_meanwhile());
    }
    let pair = (own.account, own.entry);
    jury::declare(act.db(), own.edition, pair, command.kind, (own.account, now)).await?;
    act.record(Event::new("judge.recused", own.id).fact("kind", command.kind.code()));
    if let Some((subject, body)) = command.notice {
        tell_the_chair(act, own.edition, &subject, &body).await?;
    }
    Ok(())
}

async fn tell_the_chair(act: &mut Act, edition: EditionId, subject: &str, body: &str) -> Result<(), Halt> {
    let today = day_in_vietnam(act.now());
    let chairs = holders(act.db(), Role::JuryChair, Scope::Edition(edition), today).await?;
    for chair in chairs.into_iter().filter(|chair| !chair.contact.email.is_empty()) {
        act.post(Mail { to: chair.contact.email, subject: subject.to_owned(), body: body.to_owned() });
    }
    Ok(())
}

/// A declaration that reached the office before anything was assigned.
#[derive(Clone, Debug)]
pub struct DeclareConflict {
    /// The edition.
    pub edition: EditionId,
    /// Who cannot judge.
    pub judge: AccountId,
    /// Which entry.
    pub entry: EntryId,
    /// Why.
    pub kind: ConflictKind,
}

/// Writes down that a judge cannot judge an entry; assignment then goes around it.
///
/// Where the judge already has the entry, the judge withdraws in person.
pub async fn declare_conflict(act: &mut Act, command: DeclareConflict) -> Result<(), Halt> {
    let edition = edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::JudgeAssign, edition.place()).await?;
    let by = act.actor().account.map(AccountId::new).ok_or_else(Halt::not_found)?;
    let known = jury::judges(act.db(), edition.id).await?;
    let entry = hoithi_entries::entry(act.db(), command.entry).await?;
    if !known.values().any(|account| *account == command.judge) || entry.is_none_or(|card| card.edition != edition.id) {
        return Err(Halt::not_found());
    }
    if assignments::stands(act.db(), edition.id, command.judge, command.entry).await? {
        return Err(Halt::refused("judging.already_assigned", Some("entry"), "the judge has the entry already"));
    }
    let now = act.now();
    jury::declare(act.db(), edition.id, (command.judge, command.entry), command.kind, (by, now)).await?;
    act.record(Event::new("conflict.declared", edition.id).fact("kind", command.kind.code()));
    Ok(())
}
