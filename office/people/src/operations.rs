//! Opening accounts, giving roles and ending them.

use std::sync::Arc;

use hoithi_journal::{Act, Actor, Door, Event, Halt};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, GrantId, UnitId};
use hoithi_rules::people::{Grant, Permission, PersonName, Place, Role, Scope, admit_grant};
use hoithi_web::House;
use jiff::civil::Date;

use crate::accounts::{Account, Contact, HashedPassword, Login, LoginError};
use crate::permit::permit;
use crate::refuse::OrRefuse;
use crate::seals::KnownSeals;
use crate::store::Secret;
use crate::{sessions, store};

/// What opening an account needs.
#[derive(Clone)]
pub struct NewAccount {
    /// The word to sign in with.
    pub login: Login,
    /// The person.
    pub name: PersonName,
    /// Where to reach them.
    pub contact: Contact,
    /// Where they work or study.
    pub unit: Option<UnitId>,
    /// The first password, hashed.
    pub password: HashedPassword,
    /// Whether somebody else chose it, so that its owner chooses another before anything else.
    pub password_is_given: bool,
}

/// An author opens an account for themselves and may begin a dossier at once.
pub async fn register_author(act: &mut Act, new: NewAccount) -> Result<AccountId, Halt> {
    permit(act, Permission::AccountRegister, Place::HOUSE).await?;
    let account = insert(act, new).await?;
    let from = day_in_vietnam(act.now());
    let grant = Grant { role: Role::Author, scope: Scope::Whole, from, to: None, deputy: false };
    insert_grant(act, account, grant).await?;
    Ok(account)
}

/// An administrator or officer opens an account for somebody.
pub async fn open_account(act: &mut Act, new: NewAccount) -> Result<AccountId, Halt> {
    permit(act, Permission::AccountCreate, Place::HOUSE).await?;
    insert(act, new).await
}

pub(crate) async fn insert(act: &mut Act, new: NewAccount) -> Result<AccountId, Halt> {
    if store::account_by_login(act.db(), new.login.as_str()).await?.is_some() {
        return Err(LoginError::Taken).or_refuse();
    }
    let id = AccountId::new(act.new_id());
    let login = new.login.as_str().to_owned();
    let account = Account { id, login, name: new.name, contact: new.contact, unit: new.unit };
    let now = act.now();
    let secret = Secret { hash: new.password.0, is_given: new.password_is_given };
    store::insert_account(act.db(), &account, &new.login, &secret, now).await?;
    let opened = Event::new("account.opened", id);
    act.record(match account.unit {
        Some(unit) => opened.fact("unit", unit.to_string()),
        None => opened,
    });
    Ok(id)
}

/// Gives a role for a scope, with dates.
pub async fn give_role(act: &mut Act, account: AccountId, grant: Grant) -> Result<GrantId, Halt> {
    permit(act, Permission::RoleGrant, Place::HOUSE).await?;
    if store::account(act.db(), account).await?.is_none() {
        return Err(Halt::not_found());
    }
    // Who may open a seal must have been named before it was set, and a typed day proves nothing.
    if grant.role.as_opener().is_some() && grant.from < day_in_vietnam(act.now()) {
        return Err(Halt::refused(
            "people.role_backdated",
            Some("from"),
            "a role that opens a round counts from today at the earliest",
        ));
    }
    let held = store::grants(act.db(), account.uuid()).await?;
    admit_grant(&grant, &held).or_refuse()?;
    insert_grant(act, account, grant).await
}

pub(crate) async fn insert_grant(act: &mut Act, account: AccountId, grant: Grant) -> Result<GrantId, Halt> {
    let id = GrantId::new(act.new_id());
    let now = act.now();
    store::insert_grant(act.db(), id, account, &grant, now).await?;
    act.record(
        Event::new("role.granted", account)
            .fact("role", grant.role.code())
            .fact("scope", scope_fact(grant.scope))
            .fact("from", grant.from.to_string())
            .fact("to", grant.to.map(|day| day.to_string()))
            .fact("deputy", grant.deputy),
    );
    Ok(id)
}

fn scope_fact(scope: Scope) -> String {
    match scope {
        Scope::Whole => "whole".to_owned(),
        Scope::Unit(unit) => format!("unit {unit}"),
        Scope::Edition(edition) => format!("edition {edition}"),
    }
}

/// Ends a role at once: its holder's next request finds it gone.
///
/// A last day is held to its end, so yesterday becomes the last day. A role that has not held a
/// whole day is taken back instead, for no last day comes before the first; the journal keeps that
/// it was given and that it was taken back. What is over stays as it ended.
pub async fn end_grant(act: &mut Act, grant: GrantId) -> Result<(), Halt> {
    permit(act, Permission::RoleGrant, Place::HOUSE).await?;
    let (holder, held) = store::grant(act.db(), grant).await?.ok_or_else(Halt::not_found)?;
    if held.role == Role::SystemAdministrator && act.actor().account == Some(holder.uuid()) {
        return Err(Halt::refused("people.own_keeping", None, "another administrator has to end this role"));
    }
    let today = day_in_vietnam(act.now());
    if held.to.is_some_and(|last| last < today) {
        return Err(Halt::refused("people.role_over", None, "this role is over already"));
    }
    if held.from < today {
        end_with_yesterday(act, grant, today).await
    } else {
        take_back(act, (holder, grant), &held).await
    }
}

async fn end_with_yesterday(act: &mut Act, grant: GrantId, today: Date) -> Result<(), Halt> {
    let last = today.yesterday().map_err(Halt::fault)?;
    if !store::end_grant(act.db(), grant, last).await? {
        return Err(Halt::not_found());
    }
    act.record(Event::new("role.ended", grant).fact("last", last.to_string()));
    Ok(())
}

/// The line names the account and what was given: of the grant itself nothing is left to look at.
async fn take_back(act: &mut Act, (holder, grant): (AccountId, GrantId), held: &Grant) -> Result<(), Halt> {
    if !store::take_back(act.db(), grant, held.from).await? {
        return Err(Halt::not_found());
    }
    act.record(
        Event::new("role.taken_back", holder)
            .fact("role", held.role.code())
            .fact("scope", scope_fact(held.scope))
            .fact("from", held.from.to_string()),
    );
    Ok(())
}

/// Writes down where somebody works or studies: a judge is kept from what comes from there.
pub async fn place_account(act: &mut Act, account: AccountId, unit: Option<UnitId>) -> Result<(), Halt> {
    permit(act, Permission::AccountKeep, Place::HOUSE).await?;
    let known = store::account(act.db(), account).await?.ok_or_else(Halt::not_found)?;
    if known.unit != unit {
        store::set_unit(act.db(), account, unit).await?;
        act.record(Event::new("account.placed", account).fact("unit", unit.map(|unit| unit.to_string())));
    }
    Ok(())
}

/// Puts a password that was made by chance in the place of one that was lost. Its owner chooses
/// another at the next sign-in; whoever is signed in is signed out.
///
/// Not while the account's word could open a sealed round: two persons open it, and whoever sets
/// their passwords would be both. Another who was named in time opens it, or the machine's keeper
/// sets the password, which the journal shows as a command.
pub async fn reset_password(
    act: &mut Act,
    account: AccountId,
    password: HashedPassword,
    seals: &dyn KnownSeals,
) -> Result<(), Halt> {
    keep(act, account).await?;
    if holds_seal(act, account, seals).await? {
        return Err(LoginError::HoldsSeal).or_refuse();
    }
    set_given_password(act, account, password, false).await
}

async fn holds_seal(act: &mut Act, account: AccountId, seals: &dyn KnownSeals) -> Result<bool, Halt> {
    let now = act.now();
    seals.could_open(act.db(), account, now).await
}

/// Closes an account: nobody signs in with it, and whoever is signed in is signed out.
pub async fn close_account(act: &mut Act, account: AccountId) -> Result<(), Halt> {
    keep(act, account).await?;
    let now = act.now();
    if store::close(act.db(), account, now).await? {
        sessions::end_all(act, account).await?;
        act.record(Event::new("account.closed", account));
    }
    Ok(())
}

/// Opens a closed account again.
pub async fn reopen_account(act: &mut Act, account: AccountId) -> Result<(), Halt> {
    keep(act, account).await?;
    if store::reopen(act.db(), account).await? {
        act.record(Event::new("account.reopened", account));
    }
    Ok(())
}

/// By the administrator's right, and not to themselves.
async fn keep(act: &mut Act, account: AccountId) -> Result<(), Halt> {
    permit(act, Permission::AccountKeep, Place::HOUSE).await?;
    if act.actor().account == Some(account.uuid()) {
        return Err(LoginError::OwnAccount).or_refuse();
    }
    if store::account(act.db(), account).await?.is_none() {
        return Err(Halt::not_found());
    }
    Ok(())
}

async fn set_given_password(
    act: &mut Act,
    account: AccountId,
    password: HashedPassword,
    holds_seal: bool,
) -> Result<(), Halt> {
    store::set_password(act.db(), account, &password, true).await?;
    sessions::end_all(act, account).await?;
    let reset = Event::new("password.reset", account);
    act.record(if holds_seal { reset.fact("holds_seal", true) } else { reset });
    Ok(())
}

/// The way back in from the command line, by whoever holds the data folder: for an administrator,
/// whose closed account is opened again, and for anybody whose password no administrator may set
/// now. The journal says that it was a command, and that its owner could open a sealed round.
pub async fn reset_from_the_machine(
    house: &House,
    login: Login,
    password: HashedPassword,
    seals: Arc<dyn KnownSeals>,
) -> Result<(), Halt> {
    house
        .acts
        .perform(Actor::nobody(Door::Command), move |act| {
            let (login, password, seals) = (login.clone(), password.clone(), Arc::clone(&seals));
            Box::pin(async move {
                let today = day_in_vietnam(act.now());
                let Some(account) = store::account_by_login(act.db(), login.as_str()).await? else {
                    return Err(LoginError::NoAccount { login: login.as_str().to_owned() }).or_refuse();
                };
                let grants = store::grants(act.db(), account.id.uuid()).await?;
                if grants.iter().any(|grant| grant.role == Role::SystemAdministrator && grant.active_on(today)) {
                    store::reopen(act.db(), account.id).await?;
                }
                let holds_seal = holds_seal(act, account.id, seals.as_ref()).await?;
                set_given_password(act, account.id, password, holds_seal).await
            })
        })
        .await
}

/// The first administrator of a house that has none, made from the command line by whoever holds
/// the data folder.
pub async fn first_administrator(house: &House, new: NewAccount) -> Result<AccountId, Halt> {
    house
        .acts
        .perform(Actor::nobody(Door::Command), move |act| {
            let new = new.clone();
            Box::pin(async move {
                let today = day_in_vietnam(act.now());
                let there = store::holders(act.db(), Role::SystemAdministrator, Scope::Whole, today).await?;
                if !there.is_empty() {
                    return Err(Halt::refused("people.administrator_there", None, "there is an administrator already"));
                }
                let account = insert(act, new).await?;
                let grant = Grant {
                    role: Role::SystemAdministrator,
                    scope: Scope::Whole,
                    from: today,
                    to: None,
                    deputy: false,
                };
                insert_grant(act, account, grant).await?;
                Ok(account)
            })
        })
        .await
}
