//! After how many months the house asks.

use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::AccountId;
use hoithi_rules::people::{Permission, Place};

use crate::refusal::AftercareRefusal;
use crate::store;
use crate::terms::Terms;

/// Saves the months; what was asked stays asked.
pub(crate) async fn set_terms(act: &mut Act, terms: Terms, seen: i64) -> Result<(), Halt> {
    permit(act, Permission::RemindersSet, Place::HOUSE).await?;
    let by = act.actor().account.map(AccountId::new).ok_or(Halt::Denied(Denied::NotSignedIn))?;
    let now = act.now();
    if !store::save_terms(act.db(), (&terms, seen), (now, by)).await? {
        return Err(AftercareRefusal::ChangedMeanwhile).or_refuse();
    }
    act.record(Event::new("aftercare.terms_set", "aftercare").fact("months", terms.to_string()));
    Ok(())
}
