//! Lists of entries that leave the house.

use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_rules::ids::EditionId;

use super::edition_of;
use crate::rights::Person;

/// The journal keeps that somebody took a list along and how many entries stood in it, none of them.
pub(crate) async fn note_taken(act: &mut Act, edition: EditionId, entries: usize) -> Result<(), Halt> {
    let edition = edition_of(act, edition).await?;
    let person = Person::acting(act).await?;
    if !person.reads_all(edition.place()) && person.units_read().is_empty() {
        return Err(Halt::Denied(Denied::Forbidden));
    }
    act.record(Event::new("entries.taken", edition.id).fact("count", entries));
    Ok(())
}
