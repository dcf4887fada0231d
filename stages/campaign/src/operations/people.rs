//! Who answers for a unit changes: somebody else comes, or the unit itself is another from now on.

use std::collections::BTreeSet;

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{NewAccount, OrRefuse, account, end_grant, give_role, grant_lines, open_account, permit};
use hoithi_rules::campaign::StepKind;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, UnitId};
use hoithi_rules::people::{Grant, Permission, Place, Role, Scope};
use hoithi_units::{successors, unit};

use super::life::{note, step};
use super::tasks::contact_named;
use crate::refusal::CampaignRefusal;
use crate::store::{self, Step};

/// Who comes in the place of whoever leaves.
#[derive(Clone)]
pub enum NewContact {
    /// Somebody who has an account.
    Known(AccountId),
    /// Somebody whose account is opened now.
    New(Box<NewAccount>),
}

/// A contact who leaves, and who comes.
#[derive(Clone)]
pub struct ReplaceContact {
    /// Of which unit.
    pub unit: UnitId,
    /// Who leaves.
    pub old: AccountId,
    /// Who comes.
    pub new: NewContact,
}

/// Ends whoever leaves, lets in whoever comes with the same roles, and hands over the open tasks: one
/// act, so that no hour has nobody.
pub async fn replace_contact(act: &mut Act, command: ReplaceContact) -> Result<AccountId, Halt> {
    permit(act, Permission::RoleGrant, Place::HOUSE).await?;
    let ReplaceContact { unit, old, new } = command;
    let roles = end_roles(act, old, unit).await?;
    let new = match new {
        NewContact::Known(known) if known == old => return Err(CampaignRefusal::SameContact).or_refuse(),
        NewContact::Known(known) => account(act.db(), known).await?.ok_or_else(Halt::not_found)?.id,
        NewContact::New(new) => open_account(act, *new).await?,
    };
    give_roles(act, new, unit, &roles).await?;
    let tasks = hand_over_tasks(act, unit, (old, new)).await?;
    contact_named(act, unit).await?;
    act.record(
        Event::new("contact.replaced", unit)
            .fact("old", old.to_string())
            .fact("new", new.to_string())
            .fact("tasks", tasks),
    );
    Ok(new)
}

/// A person of a unit that has ended goes on at a unit that came after it.
#[derive(Clone, Copy, Debug)]
pub struct MoveContact {
    /// Who.
    pub account: AccountId,
    /// Of which unit they were.
    pub from: UnitId,
    /// For which they answer from now on.
    pub to: UnitId,
}

/// Ends somebody's roles at a unit that has ended and gives them the same at its successor.
pub async fn move_contact(act: &mut Act, command: MoveContact) -> Result<(), Halt> {
    permit(act, Permission::RoleGrant, Place::HOUSE).await?;
    let MoveContact { account, from, to } = command;
    came_after(act, from, to).await?;
    let roles = end_roles(act, account, from).await?;
    give_roles(act, account, to, &roles).await?;
    act.record(Event::new("contact.moved", account).fact("unit", from.to_string()).fact("to", to.to_string()));
    Ok(())
}

/// Whether a unit has ended and the other came after it by the register.
pub(super) async fn came_after(act: &mut Act, from: UnitId, to: UnitId) -> Result<(), Halt> {
    let today = day_in_vietnam(act.now());
    let old = unit(act.db(), from).await?.ok_or_else(Halt::not_found)?;
    if old.valid_to.is_none_or(|last| last >= today) {
        return Err(CampaignRefusal::UnitStands).or_refuse();
    }
    if successors(act.db(), from).await?.iter().any(|link| link.unit.id == to) {
        Ok(())
    } else {
        Err(CampaignRefusal::NoSuccessor).or_refuse()
    }
}

/// The roles that somebody held at a unit until now.
async fn end_roles(act: &mut Act, of: AccountId, unit: UnitId) -> Result<BTreeSet<Role>, Halt> {
    let today = day_in_vietnam(act.now());
    let mut roles = BTreeSet::new();
    for (id, grant) in grant_lines(act.db(), of).await? {
        if grant.scope == Scope::Unit(unit) && grant.to.is_none_or(|last| last >= today) {
            end_grant(act, id).await?;
            roles.insert(grant.role);
        }
    }
    if roles.is_empty() { Err(CampaignRefusal::NoContact).or_refuse() } else { Ok(roles) }
}

async fn give_roles(act: &mut Act, to: AccountId, unit: UnitId, roles: &BTreeSet<Role>) -> Result<(), Halt> {
    let from = day_in_vietnam(act.now());
    let held = grant_lines(act.db(), to).await?;
    for role in roles {
        let has = |grant: &Grant| grant.role == *role && grant.scope == Scope::Unit(unit) && grant.active_on(from);
        if !held.iter().any(|(_, grant)| has(grant)) {
            let grant = Grant { role: *role, scope: Scope::Unit(unit), from, to: None, deputy: false };
            give_role(act, to, grant).await?;
        }
    }
    Ok(())
}

/// What whoever leaves had in hand.
async fn hand_over_tasks(act: &mut Act, unit: UnitId, (old, new): (AccountId, AccountId)) -> Result<usize, Halt> {
    let tasks = store::open_tasks_of_person(act.db(), unit, old).await?;
    for task in &tasks {
        let given = hoithi_rules::campaign::Task { assignee: Some(new), ..task.clone() };
        store::save_step(act.db(), &given).await?;
        let step = Step { person: Some(new), ..step(act, &given, StepKind::Assigned, "")? };
        note(act, step).await?;
    }
    Ok(tasks.len())
}
