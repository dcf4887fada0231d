//! What the house chooses, and what each person chooses.

use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::AccountId;
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::reminders::Settings;

use crate::refusal::RemindersRefusal;
use crate::store;

/// The house's choice as it was read back.
#[derive(Clone, Debug)]
pub struct ChangeSettings {
    /// What is chosen; it was allowed when it was made.
    pub settings: Settings,
    /// The version that was on the page.
    pub version: i64,
}

/// Saves what the house chose.
pub async fn change_settings(act: &mut Act, command: ChangeSettings) -> Result<(), Halt> {
    permit(act, Permission::RemindersSet, Place::HOUSE).await?;
    let (by, now) = (actor(act)?, act.now());
    if !store::save_settings(act.db(), &command.settings, command.version, (by, now)).await? {
        return Err(RemindersRefusal::ChangedMeanwhile).or_refuse();
    }
    act.record(Event::new("reminders.settings_changed", "reminders"));
    Ok(())
}

/// The person who acts wants no daily mail any more, or wants it again.
pub async fn mute(act: &mut Act, muted: bool) -> Result<(), Halt> {
    let account = actor(act)?;
    set_muted(act, account, muted).await
}

/// The same of whoever has no account, by the address that stands in each of their mails.
pub async fn mute_by_mail(act: &mut Act, token: String, muted: bool) -> Result<(), Halt> {
    let person = store::whose_mute_link(act.db(), &token).await?.ok_or_else(Halt::not_found)?;
    set_muted(act, person, muted).await
}

async fn set_muted(act: &mut Act, person: AccountId, muted: bool) -> Result<(), Halt> {
    let now = act.now();
    store::set_muted(act.db(), person, muted.then_some(now)).await?;
    let wanted = Event::new("reminders.unmuted", person);
    act.record(if muted { Event::new("reminders.muted", person) } else { wanted });
    Ok(())
}

fn actor(act: &Act) -> Result<AccountId, Halt> {
    act.actor().account.map(AccountId::new).ok_or(Halt::Denied(Denied::NotSignedIn))
}
