//! From an initiative to a draft of an entry, in one step.

use hoithi_edition::Edition;
use hoithi_entries::{AuthorWords, Begin, Change, Reach, Solution, Standing, Write, begin, dossier, entry, write};
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::ids::{EditionId, EntryId, UnitId};
use jiff::Timestamp;

use crate::fault::RegisterRefusal;
use crate::operations::{actor, one_of, permit_keeping};
use crate::store::{self, InitiativeId, Linked};

/// The version of a dossier that was just begun.
const JUST_BEGUN: u32 = 1;

/// An initiative that enters a contest.
#[derive(Clone, Copy, Debug)]
pub struct Enter {
    /// Which.
    pub id: InitiativeId,
    /// In whose register.
    pub unit: UnitId,
    /// Into which edition.
    pub edition: EditionId,
}

/// Begins a dossier with the initiative's title, unit, authors and day of first use; both stay linked. The authors have agreed to
/// nothing yet: the dossier asks for that as for every other.
pub async fn enter(act: &mut Act, command: Enter) -> Result<EntryId, Halt> {
    permit_keeping(act, command.unit).await?;
    let kept = one_of(act, command.unit, command.id).await?;
    let edition = hoithi_edition::edition(act.db(), command.edition).await?;
    let now = act.now();
    let edition = edition.filter(|edition| takes(edition, command.unit, now));
    let edition = edition.ok_or(RegisterRefusal::NoEdition).or_refuse()?;
    if stands_in(act, command.id, edition.id).await? {
        return Err(RegisterRefusal::InThisEdition).or_refuse();
    }
    let title = Some(kept.what.title.clone());
    let new = Begin { edition: edition.id, title, category: None, unit: Some(command.unit), on_behalf: true };
    let id = begin(act, new).await?;
    let entrant = dossier(act.db(), id).await?.ok_or_else(Halt::not_found)?.entry.content.entrant;
    let head = Change::Solution(Solution {
        title: Some(kept.what.title),
        category: None,
        entrant,
        organisation: None,
        created_on: Some(kept.what.first_used),
    });
    let authors = kept.what.authors.into_iter().map(|name| {
        Change::Author(AuthorWords {
            id: None,
            name,
            born: None,
            workplace: String::new(),
            unit: None,
            reach: Reach::default(),
            agreed: false,
            share: None,
            representative: None,
        })
    });
    let changes = std::iter::once(head).chain(authors).collect();
    write(act, Write { entry: id, seen: JUST_BEGUN, changes }).await?;
    let linked = Linked { initiative: command.id, entry: id, edition: edition.id };
    let by = (act.now(), actor(act)?);
    store::insert_link(act.db(), linked, by).await?;
    act.record(
        Event::new("initiative.entered", command.id)
            .fact("unit", command.unit.to_string())
            .fact("edition", edition.id.to_string())
            .fact("entry", id.to_string()),
    );
    Ok(id)
}

/// Whether that edition takes a dossier of the unit: it runs, it is the unit's own contest or nobody's, and what
/// comes on paper may still arrive.
pub(crate) fn takes(edition: &Edition, unit: UnitId, now: Timestamp) -> bool {
    let runs = edition.state.launched_at().is_some() && edition.state.announced_at().is_none();
    runs && edition.unit.is_none_or(|of| of == unit) && !edition.book.intake_is_over(now)
}

/// A dossier that was taken back or refused is no hindrance to another.
async fn stands_in(act: &mut Act, id: InitiativeId, edition: EditionId) -> Result<bool, Halt> {
    for linked in store::links_of(act.db(), id).await?.into_iter().filter(|linked| linked.edition == edition) {
        let state = entry(act.db(), linked.entry).await?.map(|card| card.state);
        if !matches!(state, None | Some(Standing::Withdrawn | Standing::Refused)) {
            return Ok(true);
        }
    }
    Ok(false)
}
