//! The jury deliberates on entries that share a place which a ceiling would cut.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_rules::text::one_line;

use super::{changed_meanwhile, edition_of, ranked_for_prizes, still_undecided};
use crate::store::{self, Settlement};

/// The order of the entries that share a place.
#[derive(Clone, Debug)]
pub struct SettleTie {
    /// The edition.
    pub edition: EditionId,
    /// All of them, from the better on.
    pub order: Vec<EntryId>,
    /// The minutes of the deliberation: number and day.
    pub minutes: String,
}

/// Records the order that the jury gave to entries of one shared place. It stands: the minutes do.
pub async fn settle_tie(act: &mut Act, command: SettleTie) -> Result<(), Halt> {
    let edition = edition_of(act, command.edition).await?;
    permit(act, Permission::AwardPropose, edition.place()).await?;
    still_undecided(act, edition.id).await?;
    let ranked = ranked_for_prizes(act, &edition).await?;
    let first = command.order.first().copied();
    let among = |entry| ranked.fields.iter().find_map(|each| Some((each, each.field.ranking.standing(entry)?)));
    let Some((field, standing)) = first.and_then(among) else {
        return Err(Halt::refused("awards.tie_missing", Some("order"), "these entries are not in the ranking"));
    };
    field.field.ranking.clone().settle(&command.order, &command.minutes).or_refuse()?;
    let settlement = Settlement {
        scope: field.scope().to_owned(),
        place: i64::try_from(standing.place).map_err(Halt::fault)?,
        order: command.order,
        minutes: one_line(&command.minutes),
    };
    let (round, now) = (ranked.results.round.id, act.now());
    if !store::insert_settlement(act.db(), (edition.id, round), &settlement, now).await? {
        return Err(changed_meanwhile());
    }
    let entries: Vec<String> = settlement.order.iter().map(ToString::to_string).collect();
    act.record(
        Event::new("ranking.tie_settled", round)
            .fact("edition", edition.id.to_string())
            .fact("place", settlement.place)
            .fact("order", entries),
    );
    Ok(())
}
