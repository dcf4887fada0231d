//! A unit's days for a calendar program: the address is made, made anew, taken away.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{permit, secret_word};
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Permission, Place};

use super::actor;
use crate::{links, store};

/// Makes the secret of a unit's feed, told once: only its hash is kept. The one before leads nowhere.
pub async fn make_feed(act: &mut Act, unit: UnitId) -> Result<String, Halt> {
    permit(act, Permission::SendingView, Place::unit(unit)).await?;
    let secret = secret_word(act)?;
    let made = (act.now(), actor(act)?);
    store::replace_feed(act.db(), unit, &links::hash(&secret), made).await?;
    act.record(Event::new("feed.made", unit));
    Ok(secret)
}

/// Takes a unit's feed away: its address leads nowhere.
pub async fn drop_feed(act: &mut Act, unit: UnitId) -> Result<(), Halt> {
    permit(act, Permission::SendingView, Place::unit(unit)).await?;
    if !store::delete_feed(act.db(), unit).await? {
        return Err(Halt::not_found());
    }
    act.record(Event::new("feed.dropped", unit));
    Ok(())
}
