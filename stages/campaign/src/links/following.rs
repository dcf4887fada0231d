//! From a recalled letter to the one in its place.

use hoithi_journal::{Act, Event, Halt};
use hoithi_rules::ids::AccountId;

use super::making::{Base, make};
use super::operations::opened;
use crate::recall::{recall_of, replacement_at};

/// A link to the letter in the place of a recalled one, for whoever holds the link to that: the unit
/// has both letters, and nobody holds the links that were made before. It is told once.
pub async fn follow_by_link(act: &mut Act, token: String) -> Result<String, Halt> {
    let (link, sent) = opened(act, &token).await?;
    let recalled = recall_of(act.db(), sent.sending.document).await?;
    let next = replacement_at(act.db(), recalled.as_ref(), sent.sending.unit).await?.ok_or_else(Halt::not_found)?;
    let (letter, by) = (next.sending.document, AccountId::new(link.id.uuid()));
    let base = Base { sending: next.sending.id, contact: link.contact, way: "shown" };
    let made = make(act, letter, by, &[base]).await?;
    act.record(
        Event::new("links.followed", next.sending.id)
            .fact("unit", next.sending.unit.to_string())
            .fact("from", link.sending.to_string()),
    );
    made.into_iter().next().map(|made| made.token).ok_or_else(Halt::not_found)
}
