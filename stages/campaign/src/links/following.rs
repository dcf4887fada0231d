//! From a recalled letter to the one in its place.

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Act, Event, Halt};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, SendingId};

use super::making::{Base, keep};
use super::operations::opened;
use super::store::{LinkTry, holder};
use super::word;
use crate::recall::{recall_of, replacement_at};

/// A link to the letter in the place of a recalled one, for whoever holds the link to that: the unit
/// has both letters. It is the same link however often it is asked for, and opens nothing once an
/// officer took it back.
pub async fn follow_by_link(act: &mut Act, token: String) -> Result<String, Halt> {
    let (link, sent) = opened(act, &token).await?;
    let recalled = recall_of(act.db(), sent.sending.document).await?;
    let next = replacement_at(act.db(), recalled.as_ref(), sent.sending.unit).await?.ok_or_else(Halt::not_found)?;
    let today = day_in_vietnam(act.now());
    let onward = onward(&token, next.sending.id);
    if matches!(holder(act.db(), &onward, today).await?, LinkTry::Unknown) {
        let (letter, by) = (next.sending.document, AccountId::new(link.id.uuid()));
        let base = Base { sending: next.sending.id, contact: link.contact, holder: None, way: "shown" };
        keep(act, letter, by, &[(base, onward.as_str())]).await?;
        act.record(
            Event::new("links.followed", next.sending.id)
                .fact("unit", next.sending.unit.to_string())
                .fact("from", link.sending.to_string()),
        );
    }
    Ok(onward)
}

/// The word of the link that leads on. Only who has the first link can make it: what is kept here of
/// that one is its hash, and this is another hash of it.
fn onward(token: &str, to: SendingId) -> String {
    Sha256Hex::of(format!("{} {to}", word(token)).as_bytes()).to_string()
}
