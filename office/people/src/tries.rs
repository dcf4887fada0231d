//! Wrong passwords, counted so that guessing takes years and nobody is locked out for long.
//!
//! A try that is turned away is not looked at and not counted: whoever waits gets in, however long
//! somebody else goes on guessing from elsewhere.

use hoithi_journal::{Actor, Door, Halt, machine_now};
use hoithi_store::{Conn, Value, params};
use hoithi_web::House;
use jiff::{SignedDuration, Timestamp};

use crate::accounts::LoginError;
use crate::refuse::OrRefuse;

const WINDOW_MINUTES: i64 = 15;

/// For one login name at one network address: somebody who mistypes needs fewer.
const MOST_AT_ONE_ADDRESS: i64 = 8;

/// For one login name over all addresses: five machines' worth. Any lower and a few machines could
/// keep the owner out; any higher and many machines could guess in turns.
const MOST_FOR_ONE_LOGIN: i64 = 40;

/// From one address over all login names: a whole school may sit behind one address, a machine that
/// tries one common password on every name may not.
const MOST_FROM_ONE_ADDRESS: i64 = 100;

/// In place of an address, for tries by somebody who is signed in already.
pub(crate) const SIGNED_IN: &str = "signed in";

/// Since when tries count.
pub(crate) fn count_since() -> Result<Timestamp, Halt> {
    machine_now().saturating_sub(SignedDuration::from_mins(WINDOW_MINUTES)).map_err(Halt::fault)
}

const AT_ONE_ADDRESS: &str = "SELECT at FROM sign_in_failures
     WHERE login = $1 AND address = $2 AND at > $3 ORDER BY at DESC LIMIT 1 OFFSET $4";
const FOR_ONE_LOGIN: &str = "SELECT at FROM sign_in_failures
     WHERE login = $1 AND address <> $2 AND at > $3 ORDER BY at DESC LIMIT 1 OFFSET $4";
const FROM_ONE_ADDRESS: &str = "SELECT at FROM sign_in_failures
     WHERE address = $1 AND at > $2 ORDER BY at DESC LIMIT 1 OFFSET $3";

/// Refuses a try at the door after too many wrong ones, with how long to wait.
pub(crate) async fn refuse_after_many(db: &mut Conn, login: &str, address: &str) -> Result<(), Halt> {
    let since = count_since()?;
    refuse_beyond(db, AT_ONE_ADDRESS, params![login, address, since, MOST_AT_ONE_ADDRESS - 1]).await?;
    refuse_beyond(db, FOR_ONE_LOGIN, params![login, SIGNED_IN, since, MOST_FOR_ONE_LOGIN - 1]).await?;
    refuse_beyond(db, FROM_ONE_ADDRESS, params![address, since, MOST_FROM_ONE_ADDRESS - 1]).await
}

/// The same for somebody who is signed in, whom no stranger's guesses concern.
pub(crate) async fn refuse_after_many_inside(db: &mut Conn, login: &str) -> Result<(), Halt> {
    let values = params![login, SIGNED_IN, count_since()?, MOST_AT_ONE_ADDRESS - 1];
    refuse_beyond(db, AT_ONE_ADDRESS, values).await
}

/// The last try but so many decides: when it counts no more, the next one may be made.
async fn refuse_beyond(db: &mut Conn, sql: &'static str, values: Vec<Value>) -> Result<(), Halt> {
    let Some(row) = db.maybe(sql, values).await? else { return Ok(()) };
    let free = row.instant("at")?.saturating_add(SignedDuration::from_mins(WINDOW_MINUTES)).map_err(Halt::fault)?;
    let seconds = free.duration_since(machine_now()).as_secs().max(0);
    Err(LoginError::TooManyTries { minutes: seconds / 60 + 1 }).or_refuse()
}

/// Remembers a wrong password.
pub(crate) async fn remember(house: &House, login: &str, address: &str) -> Result<(), Halt> {
    let (login, address) = (login.to_owned(), address.to_owned());
    house
        .acts
        .perform(Actor::nobody(Door::Page), move |act| {
            let (login, address) = (login.clone(), address.clone());
            Box::pin(async move {
                let values = params![login, address, machine_now()];
                act.db().run("INSERT INTO sign_in_failures (login, address, at) VALUES ($1, $2, $3)", values).await?;
                Ok(())
            })
        })
        .await
}

/// In place of a login name, for links that are none.
const LINK: &str = "(link)";

/// Wrong links from one address: nobody types a link twenty times wrongly.
const MOST_WRONG_LINKS: i64 = 20;

/// Refuses to look at a link after too many wrong ones from the same address.
pub(crate) async fn refuse_key_after_many(db: &mut Conn, address: &str) -> Result<(), Halt> {
    refuse_beyond(db, AT_ONE_ADDRESS, params![LINK, address, count_since()?, MOST_WRONG_LINKS - 1]).await
}

/// Remembers a link that was none.
pub(crate) async fn remember_wrong_key(house: &House, address: &str) -> Result<(), Halt> {
    remember(house, LINK, address).await
}
