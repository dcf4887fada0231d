//! Signing in and out. Sessions go by the machine's clock: shifting a demo's days ends no visit.

use hoithi_journal::{Act, Actor, Denied, Door, Event, Halt, machine_now};
use hoithi_rules::ids::AccountId;
use hoithi_store::{Conn, StoreError, params};
use hoithi_web::{House, NetworkAddress};
use jiff::SignedDuration;

use crate::accounts::{Account, HashedPassword, LoginError};
use crate::refuse::OrRefuse;
use crate::secret::{secret_hash, secret_word};
use crate::store::read_account;
use crate::{password, store, tries};

const SESSION_HOURS: i64 = 12;

/// A fresh session: the token goes to the browser, its hash stays here.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Whose it is.
    pub account: AccountId,
    /// The secret for the cookie or the API's `Authorization: Bearer`.
    pub token: String,
    /// How long it lasts, seconds.
    pub seconds: i64,
}

/// Signs somebody in, or says in one sentence that name or password is wrong.
///
/// Wrong tries count for the login name at the network address that they come from: a stranger who
/// guesses closes the door to themselves, not to the owner. Higher ceilings hold for the name over
/// all addresses and for the address over all names.
pub async fn sign_in(
    house: &House,
    (door, from): (Door, &NetworkAddress),
    login: &str,
    given: String,
) -> Result<SignedIn, Halt> {
    let login = login.trim().to_lowercase();
    let mut db = house.read().await?;
    tries::refuse_after_many(&mut db, &login, &from.0).await?;
    let row = db
        .maybe("SELECT id, password_hash FROM accounts WHERE login = $1 AND disabled_at IS NULL", params![&login])
        .await?;
    let known =
        row.map(|row| Ok::<_, StoreError>((row.parsed::<AccountId>("id")?, row.text("password_hash")?))).transpose()?;
    drop(db);
    let (id, hash) = known.unzip();
    let (true, Some(id)) = (password::is_right(given, hash).await?, id) else {
        tries::remember(house, &login, &from.0).await?;
        return Err(LoginError::Wrong).or_refuse();
    };
    let actor = Actor::account(id.uuid(), door);
    house.acts.perform(actor, move |act| Box::pin(open_session(act, id))).await
}

/// Whether the password is that account's: asked again before an act that a forgotten, open screen
/// must not be enough for. Wrong tries count as at the door.
pub async fn check_password(house: &House, account: AccountId, given: String) -> Result<bool, Halt> {
    let mut db = house.read().await?;
    let row = db
        .maybe(
            "SELECT login, password_hash FROM accounts WHERE id = $1 AND disabled_at IS NULL",
            params![account.uuid()],
        )
        .await?;
    let Some(row) = row else { return Ok(false) };
    let (login, hash) = (row.text("login")?, row.text("password_hash")?);
    tries::refuse_after_many_inside(&mut db, &login).await?;
    drop(db);
    if password::is_right(given, Some(hash)).await? {
        return Ok(true);
    }
    tries::remember(house, &login, tries::SIGNED_IN).await?;
    Ok(false)
}

/// Puts another password in the place of the present one, which was asked for and found right, or which nobody knows
/// because they came by a slip.
///
/// Whoever knew the old one is out: every other session of the account ends.
pub(crate) async fn change_password(act: &mut Act, new: HashedPassword, kept: String) -> Result<(), Halt> {
    let Some(account) = act.actor().account else { return Err(Halt::Denied(Denied::NotSignedIn)) };
    if !store::set_password(act.db(), AccountId::new(account), &new, false).await? {
        return Err(Halt::not_found());
    }
    let kept = secret_hash(&kept);
    let others = "DELETE FROM sessions WHERE account_id = $1 AND token_hash <> $2";
    act.db().run(others, params![account, &kept]).await?;
    act.db().run("UPDATE sessions SET by_slip = 0 WHERE token_hash = $1", params![&kept]).await?;
    act.record(Event::new("password.changed", account));
    Ok(())
}

/// Opens a session inside an act.
pub async fn open_session(act: &mut Act, account: AccountId) -> Result<SignedIn, Halt> {
    open_session_by(act, account, false).await
}

/// The same, saying whether a slip opened it.
pub(crate) async fn open_session_by(act: &mut Act, account: AccountId, by_slip: bool) -> Result<SignedIn, Halt> {
    let token = secret_word(act)?;
    let now = machine_now();
    let ends = now.saturating_add(SignedDuration::from_hours(SESSION_HOURS)).map_err(Halt::fault)?;
    act.db()
        .run(
            "INSERT INTO sessions (token_hash, account_id, opened_at, ends_at, by_slip) VALUES ($1, $2, $3, $4, $5)",
            params![secret_hash(&token), account.uuid(), now, ends, by_slip],
        )
        .await?;
    act.record(Event::new("session.opened", account));
    Ok(SignedIn { account, token, seconds: SESSION_HOURS * 3600 })
}

/// A session that has not ended.
pub(crate) struct Visit {
    /// Whose it is.
    pub(crate) account: Account,
    /// Whether somebody else chose the password that it was opened with.
    pub(crate) password_is_given: bool,
    /// Whether a slip opened it, and no password was chosen since.
    pub(crate) by_slip: bool,
}

/// Whose session it is, if it is one and has not ended.
pub(crate) async fn visit_of(db: &mut Conn, token: &str) -> Result<Option<Visit>, StoreError> {
    let row = db
        .maybe(
            "SELECT a.id, a.login, a.name, a.email, a.phone, a.unit_id, a.password_is_given, s.by_slip
               FROM sessions s JOIN accounts a ON a.id = s.account_id
              WHERE s.token_hash = $1 AND s.ends_at > $2 AND a.disabled_at IS NULL",
            params![secret_hash(token), machine_now()],
        )
        .await?;
    row.as_ref()
        .map(|row| {
            let (password_is_given, by_slip) = (row.flag("password_is_given")?, row.flag("by_slip")?);
            Ok(Visit { account: read_account(row)?, password_is_given, by_slip })
        })
        .transpose()
}

/// Ends every session of an account.
pub(crate) async fn end_all(act: &mut Act, account: AccountId) -> Result<(), Halt> {
    act.db().run("DELETE FROM sessions WHERE account_id = $1", params![account.uuid()]).await?;
    Ok(())
}

/// Forgets sessions that have ended and wrong tries that count no more: what was typed at the door
/// may be a password in the wrong field.
pub async fn forget_the_past(act: &mut Act) -> Result<(), Halt> {
    let now = machine_now();
    act.db().run("DELETE FROM sessions WHERE ends_at <= $1", params![now]).await?;
    act.db().run("DELETE FROM sign_in_failures WHERE at <= $1", params![tries::count_since()?]).await?;
    Ok(())
}

/// Ends a session.
pub(crate) async fn end_session(act: &mut Act, token: String) -> Result<(), Halt> {
    act.db().run("DELETE FROM sessions WHERE token_hash = $1", params![secret_hash(&token)]).await?;
    if let Some(account) = act.actor().account {
        act.record(Event::new("session.ended", account));
    }
    Ok(())
}
