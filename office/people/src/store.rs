//! The tables of accounts, grants and sessions.

use std::collections::BTreeMap;

use hoithi_rules::ids::{AccountId, EditionId, GrantId, UnitId};
use hoithi_rules::people::{Grant, Role, Scope};
use hoithi_store::{Conn, Row, StoreError, Value, params};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::accounts::{Account, AccountLine, Contact, HashedPassword, Login};

/// An account by its id.
pub async fn account(db: &mut Conn, id: AccountId) -> Result<Option<Account>, StoreError> {
    let row = db
        .maybe("SELECT id, login, name, email, phone, unit_id FROM accounts WHERE id = $1", params![id.uuid()])
        .await?;
    row.as_ref().map(read_account).transpose()
}

/// The mail address of every account that has one, in one question.
pub async fn mail_addresses(db: &mut Conn) -> Result<BTreeMap<AccountId, String>, StoreError> {
    let rows = db.all("SELECT id, email FROM accounts WHERE email <> ''", params![]).await?;
    rows.iter().map(|row| Ok((row.parsed("id")?, row.text("email")?))).collect()
}

/// An account by its login name.
pub async fn account_by_login(db: &mut Conn, login: &str) -> Result<Option<Account>, StoreError> {
    let row = db
        .maybe("SELECT id, login, name, email, phone, unit_id FROM accounts WHERE login = $1", params![login])
        .await?;
    row.as_ref().map(read_account).transpose()
}

/// All accounts with the roles they hold, by login name.
pub async fn accounts(db: &mut Conn) -> Result<Vec<AccountLine>, StoreError> {
    let rows = db
        .all(
            "SELECT a.id, a.login, a.name, a.email, a.phone, a.unit_id, a.disabled_at, g.role
               FROM accounts a LEFT JOIN grants g ON g.account_id = a.id
              ORDER BY a.login, g.role",
            params![],
        )
        .await?;
    let mut lines: Vec<AccountLine> = Vec::new();
    for row in &rows {
        let account = read_account(row)?;
        if lines.last().is_none_or(|line| line.account.id != account.id) {
            lines.push(AccountLine { account, roles: Vec::new(), disabled_at: row.instant_opt("disabled_at")? });
        }
        if let (Some(line), Some(role)) = (lines.last_mut(), row.text_opt("role")?)
            && !line.roles.contains(&role)
        {
            line.roles.push(role);
        }
    }
    Ok(lines)
}

pub(crate) fn read_account(row: &Row) -> Result<Account, StoreError> {
    Ok(Account {
        id: row.parsed("id")?,
        login: row.text("login")?,
        name: row.parsed("name")?,
        contact: Contact { email: row.text("email")?, phone: row.text("phone")? },
        unit: row.parsed_opt("unit_id")?,
    })
}

/// What an account is opened with.
pub(crate) struct Secret {
    pub(crate) hash: String,
    pub(crate) is_given: bool,
}

pub(crate) async fn insert_account(
    db: &mut Conn,
    account: &Account,
    login: &Login,
    secret: &Secret,
    now: Timestamp,
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO accounts (id, login, name, email, phone, unit_id, password_hash, password_is_given, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            account.id.uuid(),
            login.as_str(),
            account.name.as_str(),
            account.contact.email.as_str(),
            account.contact.phone.as_str(),
            account.unit.map(UnitId::uuid),
            secret.hash.as_str(),
            secret.is_given,
            now,
        ],
    )
    .await?;
    Ok(())
}

/// Since when an account is closed.
pub(crate) async fn closed_at(db: &mut Conn, account: AccountId) -> Result<Option<Timestamp>, StoreError> {
    db.one("SELECT disabled_at FROM accounts WHERE id = $1", params![account.uuid()]).await?.instant_opt("disabled_at")
}

pub(crate) async fn close(db: &mut Conn, account: AccountId, now: Timestamp) -> Result<bool, StoreError> {
    let values = params![now, account.uuid()];
    Ok(db.run("UPDATE accounts SET disabled_at = $1 WHERE id = $2 AND disabled_at IS NULL", values).await? == 1)
}

pub(crate) async fn reopen(db: &mut Conn, account: AccountId) -> Result<bool, StoreError> {
    let values = params![account.uuid()];
    Ok(db.run("UPDATE accounts SET disabled_at = NULL WHERE id = $1 AND disabled_at IS NOT NULL", values).await? == 1)
}

pub(crate) async fn set_unit(db: &mut Conn, account: AccountId, unit: Option<UnitId>) -> Result<bool, StoreError> {
    let values = params![unit.map(UnitId::uuid), account.uuid()];
    Ok(db.run("UPDATE accounts SET unit_id = $1 WHERE id = $2", values).await? == 1)
}

pub(crate) async fn set_password(
    db: &mut Conn,
    account: AccountId,
    password: &HashedPassword,
    is_given: bool,
) -> Result<bool, StoreError> {
    let values = params![password.0.as_str(), is_given, account.uuid()];
    Ok(db.run("UPDATE accounts SET password_hash = $1, password_is_given = $2 WHERE id = $3", values).await? == 1)
}

/// The grants of an account, ended ones included.
pub(crate) async fn grants(db: &mut Conn, account: Uuid) -> Result<Vec<Grant>, StoreError> {
    let rows = db
        .all(
            "SELECT role, scope, scope_id, from_day, to_day, deputy FROM grants WHERE account_id = $1 ORDER BY id",
            params![account],
        )
        .await?;
    rows.iter().map(read_grant).collect()
}

/// The grants of an account with their ids, for the administrator.
pub async fn grant_lines(db: &mut Conn, account: AccountId) -> Result<Vec<(GrantId, Grant)>, StoreError> {
    let rows = db
        .all(
            "SELECT id, role, scope, scope_id, from_day, to_day, deputy
               FROM grants WHERE account_id = $1 ORDER BY from_day, id",
            params![account.uuid()],
        )
        .await?;
    rows.iter().map(|row| Ok((row.parsed("id")?, read_grant(row)?))).collect()
}

/// The grants of an account, each with the instant at which it was given; none for grants from before
/// that was kept.
pub async fn grants_given(db: &mut Conn, account: AccountId) -> Result<Vec<(Grant, Option<Timestamp>)>, StoreError> {
    let rows = db
        .all(
            "SELECT role, scope, scope_id, from_day, to_day, deputy, given_at FROM grants WHERE account_id = $1 ORDER BY id",
            params![account.uuid()],
        )
        .await?;
    rows.iter().map(|row| Ok((read_grant(row)?, row.instant_opt("given_at")?))).collect()
}

/// Who holds a role for a scope on a day.
pub async fn holders(db: &mut Conn, role: Role, scope: Scope, day: Date) -> Result<Vec<Account>, StoreError> {
    let [kind, id] = scope_values(scope);
    let rows = db
        .all(
            "SELECT DISTINCT a.id, a.login, a.name, a.email, a.phone, a.unit_id
               FROM accounts a JOIN grants g ON g.account_id = a.id
              WHERE g.role = $1 AND g.scope = $2 AND (g.scope_id = $3 OR g.scope_id IS NULL)
                AND g.from_day <= $4 AND (g.to_day IS NULL OR g.to_day >= $4)
                AND a.disabled_at IS NULL
              ORDER BY a.login",
            vec![role.code().into(), kind, id, day.into()],
        )
        .await?;
    rows.iter().map(read_account).collect()
}

/// Who holds a role for each unit on a day, in one question.
pub async fn holders_by_unit(
    db: &mut Conn,
    role: Role,
    day: Date,
) -> Result<BTreeMap<UnitId, Vec<Account>>, StoreError> {
    let rows = db
        .all(
            "SELECT DISTINCT g.scope_id, a.id, a.login, a.name, a.email, a.phone, a.unit_id
               FROM accounts a JOIN grants g ON g.account_id = a.id
              WHERE g.role = $1 AND g.scope = 'unit'
                AND g.from_day <= $2 AND (g.to_day IS NULL OR g.to_day >= $2)
                AND a.disabled_at IS NULL
              ORDER BY a.login",
            params![role.code(), day],
        )
        .await?;
    let mut holders: BTreeMap<UnitId, Vec<Account>> = BTreeMap::new();
    for row in &rows {
        holders.entry(row.parsed("scope_id")?).or_default().push(read_account(row)?);
    }
    Ok(holders)
}

fn read_grant(row: &Row) -> Result<Grant, StoreError> {
    let role = row.text("role")?;
    let scope = match row.text("scope")?.as_str() {
        "unit" => Scope::Unit(row.parsed("scope_id")?),
        "edition" => Scope::Edition(row.parsed("scope_id")?),
        _ => Scope::Whole,
    };
    Ok(Grant {
        role: Role::from_code(&role).ok_or(StoreError::Nonsense {
            column: "role".to_owned(),
            value: role,
            wanted: "role",
        })?,
        scope,
        from: row.parsed("from_day")?,
        to: row.parsed_opt("to_day")?,
        deputy: row.flag("deputy")?,
    })
}

fn scope_values(scope: Scope) -> [Value; 2] {
    match scope {
        Scope::Whole => ["whole".into(), None::<Uuid>.into()],
        Scope::Unit(unit) => ["unit".into(), UnitId::uuid(unit).into()],
        Scope::Edition(edition) => ["edition".into(), EditionId::uuid(edition).into()],
    }
}

pub(crate) async fn insert_grant(
    db: &mut Conn,
    id: GrantId,
    account: AccountId,
    grant: &Grant,
    now: Timestamp,
) -> Result<(), StoreError> {
    let [kind, scope_id] = scope_values(grant.scope);
    db.run(
        "INSERT INTO grants (id, account_id, role, scope, scope_id, from_day, to_day, deputy, given_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        vec![
            id.uuid().into(),
            account.uuid().into(),
            grant.role.code().into(),
            kind,
            scope_id,
            grant.from.into(),
            grant.to.into(),
            grant.deputy.into(),
            now.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Only earlier than it would have ended, and never before it began: what is over does not hold
/// again.
pub(crate) async fn end_grant(db: &mut Conn, id: GrantId, last: Date) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE grants SET to_day = $1
              WHERE id = $2 AND from_day <= $1 AND (to_day IS NULL OR to_day > $1)",
            params![last, id.uuid()],
        )
        .await?;
    Ok(changed == 1)
}

/// As if it had never been given; the journal remembers.
pub(crate) async fn take_back(db: &mut Conn, id: GrantId, from: Date) -> Result<bool, StoreError> {
    let gone = db.run("DELETE FROM grants WHERE id = $1 AND from_day = $2", params![id.uuid(), from]).await?;
    Ok(gone == 1)
}

/// A grant with the account that holds it.
pub(crate) async fn grant(db: &mut Conn, id: GrantId) -> Result<Option<(AccountId, Grant)>, StoreError> {
    let row = db
        .maybe(
            "SELECT account_id, role, scope, scope_id, from_day, to_day, deputy FROM grants WHERE id = $1",
            params![id.uuid()],
        )
        .await?;
    row.map(|row| Ok((row.parsed("account_id")?, read_grant(&row)?))).transpose()
}
