//! Opening a sealed round: two persons, one after the other, each with fresh proof of who they are.

use hoithi_edition::{Edition, edition, note_results_known};
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, account, grants_given, permit};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, RoundId};
use hoithi_rules::judging::{Marking, Opener, OpenerRole, RoundRefusal};
use hoithi_rules::people::{Grant, Permission};
use jiff::Timestamp;
use jiff::civil::Date;

use super::assign::refuse_short;
use super::seal::sealing;
use super::withdrawn::leave_out_withdrawn;
use crate::refusals::changed_meanwhile;
use crate::{proof, results, rounds};

/// One person's word that a round be opened. The door asked for the password just before.
#[derive(Clone, Copy, Debug)]
pub struct ConfirmOpening {
    /// The round.
    pub round: RoundId,
}

/// How far the opening has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// A second, different person is needed.
    AwaitsSecond,
    /// The round is open.
    Opened,
}

/// Confirms the opening in the actor's role; with the second confirmation the seal is opened, the
/// results are computed and frozen. Never from a leader's paper.
pub async fn confirm_opening(act: &mut Act, command: ConfirmOpening) -> Result<Opening, Halt> {
    let card = rounds::round(act.db(), command.round).await?.ok_or_else(Halt::not_found)?;
    let edition = edition(act.db(), card.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::RoundOpen, edition.place()).await?;
    let account = act.actor().account.map(AccountId::new).ok_or_else(Halt::not_found)?;
    let law = rounds::under_law(act.db(), &card).await?;
    let frozen = law.frozen().cloned().ok_or(RoundRefusal::NotSealed).or_refuse()?;
    let earlier: Vec<Opener> = rounds::confirmed(act.db(), card.id).await?.iter().map(|each| each.opener).collect();
    let grants = grants_given(act.db(), account).await?;
    let opener = opener(&grants, account, &edition, &frozen, &earlier, day_in_vietnam(act.now())).or_refuse()?;
    another_person(act, account, &earlier).await?;
    proof::as_sealed(act.db(), &card).await?;
    let now = act.now();
    let next = law.consent_to_open(opener, now).or_refuse()?;
    rounds::confirm(act.db(), card.id, &opener, now).await?;
    act.record(
        Event::new("round.opening_confirmed", card.id).fact("role", opener.role.code()).fact("deputy", opener.deputy),
    );
    if next.opened_at().is_none() {
        return Ok(Opening::AwaitsSecond);
    }
    open(act, &edition, &card).await
}

async fn open(act: &mut Act, edition: &Edition, card: &rounds::RoundCard) -> Result<Opening, Halt> {
    leave_out_withdrawn(act, card).await?;
    let stands = sealing(act.db(), card).await?;
    let short = stands.short();
    if !short.is_empty() {
        return Err(refuse_short(&short, stands.need));
    }
    let now = act.now();
    if !rounds::open(act.db(), card, now).await? {
        return Err(changed_meanwhile());
    }
    let opened = rounds::opened(act.db(), card.id).await?.ok_or_else(changed_meanwhile)?;
    let entries = results::freeze(act.db(), &opened).await?;
    if edition.book.is_last_round(&card.rule.code) {
        note_results_known(act, edition.id).await?;
    }
    let commitments = proof::as_locked(act.db(), card).await?;
    let frozen = results::hash_of_frozen(act.db(), card.id).await?;
    act.record(
        Event::new("round.opened", card.id)
            .fact("round", card.rule.code.as_str())
            .fact("entries", entries)
            .fact("commitments", commitments.as_str())
            .fact("results", frozen.as_str()),
    );
    Ok(Opening::Opened)
}

/// In which of the two roles the actor can stand now: one that nobody has taken yet, the own
/// before a deputy's.
pub(crate) fn opener(
    grants: &[(Grant, Option<Timestamp>)],
    account: AccountId,
    edition: &Edition,
    frozen: &Marking,
    earlier: &[Opener],
    today: Date,
) -> Result<Opener, RoundRefusal> {
    let needed = frozen.openers;
    let free = |role: &OpenerRole| needed.contains(role) && earlier.iter().all(|each| each.role != *role);
    let holds =
        |(grant, _): &&(Grant, Option<Timestamp>)| grant.active_on(today) && grant.scope.covers(edition.place());
    let mut fitting: Vec<Opener> = grants
        .iter()
        .filter(holds)
        .filter_map(|(grant, given)| Some((grant, *given, grant.role.as_opener().filter(free)?)))
        .map(|(grant, given, role)| Opener { account, role, deputy: grant.deputy, since: grant.from, given })
        .collect();
    fitting.sort_by_key(|opener| (opener.deputy, opener.since, opener.given));
    let same = earlier.iter().any(|each| each.account == account);
    match fitting.first() {
        _ if same => Err(RoundRefusal::SamePerson),
        Some(opener) => Ok(*opener),
        None => Err(RoundRefusal::OpenerRoleMissing { needed }),
    }
}

/// Two accounts that reach one mailbox or one telephone are one person.
async fn another_person(act: &mut Act, second: AccountId, earlier: &[Opener]) -> Result<(), Halt> {
    let Some(second) = account(act.db(), second).await? else {
        return Err(Halt::not_found());
    };
    for first in earlier {
        let Some(first) = account(act.db(), first.account).await? else {
            continue;
        };
        let same = |a: &str, b: &str| !a.is_empty() && a.eq_ignore_ascii_case(b);
        let (one, other) = (&first.contact, &second.contact);
        if same(&one.email, &other.email) || same(&one.phone, &other.phone) {
            return Err(RoundRefusal::SamePerson).or_refuse();
        }
    }
    Ok(())
}
