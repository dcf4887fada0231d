//! A place of the quota that is free again: whoever waits first goes up in the stead of an entry that was taken
//! back above.

use hoithi_awards::RankedRound;
use hoithi_edition::Edition;
use hoithi_entries::{Standing, entry, merged_into};
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::permit;
use hoithi_rules::forwarding::{Endorsement, could_go_up};
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;

use crate::by_rule::{in_order, listed};
use crate::given_up::lay_aside;
use crate::operations::{SendUp, cards_of, entries_sent, nominee, send_up};
use crate::store::{self, Promoted};

/// What letting the next one go up needs.
#[derive(Clone, Debug)]
pub struct RaiseReserve {
    /// The unit's own contest.
    pub edition: EditionId,
    /// The entry that went up from it and was taken back there.
    pub gone: EntryId,
    /// The unit's paper for the next one.
    pub endorsement: Endorsement,
}

/// Lets whoever waits first go up on the place of an entry that was taken back above. Gives the entry below that
/// went. The quota stays as it is: the place is free for this one alone.
pub async fn raise_reserve(act: &mut Act, command: RaiseReserve) -> Result<EntryId, Halt> {
    let edition = hoithi_edition::edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ForwardingSend, edition.place()).await?;
    let sent = store::promoted(act.db(), edition.id).await?;
    let line = sent.iter().find(|line| line.entry == command.gone).ok_or_else(not_free)?;
    if !is_vacant(act.db(), line).await? {
        return Err(not_free());
    }
    let next = next_in_line(act.db(), &edition, &sent, command.gone).await?.ok_or_else(nobody_waits)?;
    let now = act.now();
    lay_aside(act.db(), edition.id, line, (next, now)).await?;
    act.record(
        Event::new("entry.reserve_raised", next)
            .fact("edition", edition.id.to_string())
            .fact("gave_up", command.gone.to_string())
            .fact("slot", line.slot),
    );
    let endorsement = command.endorsement;
    send_up(act, SendUp { edition: edition.id, entry: next, endorsement, because: String::new() }).await?;
    Ok(next)
}

/// Whether an entry that went up was taken back there. What was closed there as the same solution goes on under the
/// other's number, and its place with it.
pub(crate) async fn is_vacant(db: &mut Conn, line: &Promoted) -> Result<bool, Halt> {
    let withdrawn = entry(db, line.above).await?.is_some_and(|card| card.state == Standing::Withdrawn);
    Ok(withdrawn && merged_into(db, line.above).await?.is_none())
}

/// Who would go up now if that one left: the first on the rule's list that has not gone, or the best of those that
/// could go where the book leaves the choice to persons.
pub(crate) async fn next_in_line(
    db: &mut Conn,
    edition: &Edition,
    sent: &[Promoted],
    gone: EntryId,
) -> Result<Option<EntryId>, Halt> {
    let Some(rule) = &edition.book.rules().forwarding else { return Ok(None) };
    let Some(ranked) = hoithi_awards::ranked(db, edition).await? else { return Ok(None) };
    let ranked: &RankedRound = &ranked;
    let mut cards = cards_of(db, edition.id).await?;
    cards.remove(&gone);
    let others: Vec<Promoted> = sent.iter().filter(|line| line.entry != gone).cloned().collect();
    let went = entries_sent(&others);
    let list = listed(db, edition, &cards, Some(ranked), &others).await?;
    let goes = |entry: EntryId| {
        let card = cards.get(&entry);
        let could = card.is_some_and(|card| could_go_up(&nominee(edition, card, Some(ranked), &went), rule));
        could && list.as_ref().is_none_or(|list| list.contains(&entry))
    };
    Ok(in_order(Some(ranked), goes).into_iter().next())
}

fn not_free() -> Halt {
    Halt::refused("forwarding.place_not_free", None, "the entry stands above, or another one has its place")
}

fn nobody_waits() -> Halt {
    Halt::refused("forwarding.nobody_waits", None, "no entry waits to go up")
}
