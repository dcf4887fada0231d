//! The jury deliberates on entries that share a place which a ceiling would cut.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_rules::text::one_line;

use super::{changed_meanwhile, edition_of, ranked_for_prizes, still_undecided};
use crate::ranking::RankedRound;
use crate::store::{self, Settlement};

/// Why an order that lost an entry ended, in the words of the office.
const WITHDRAWN: &str = "Có hồ sơ đã rút sau khi xếp thứ tự.";

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
    let settlement = settlement(&ranked, command)?;
    let (round, now) = (ranked.results.round.id, act.now());
    let stood = ranked.settlements.iter().find(|each| each.scope == settlement.scope && each.place == settlement.place);
    if let Some(stood) = stood.filter(|stood| stood.order.iter().any(|entry| ranked.withdrawn.contains(entry))) {
        let id = act.new_id();
        store::keep_settlement(act.db(), (id, round), stood, WITHDRAWN, now).await?;
        store::end_settlement(act.db(), round, stood).await?;
    }
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

/// The order as it will stand, if it is lawful.
pub(crate) fn settlement(ranked: &RankedRound, command: SettleTie) -> Result<Settlement, Halt> {
    let first = command.order.first().copied();
    let among = |entry| ranked.fields.iter().find_map(|each| Some((each, each.field.ranking.standing(entry)?)));
    let Some((field, standing)) = first.and_then(among) else {
        return Err(Halt::refused("awards.tie_missing", Some("order"), "these entries are not in the ranking"));
    };
    field.field.ranking.clone().settle(&command.order, &command.minutes).or_refuse()?;
    Ok(Settlement {
        scope: field.scope().to_owned(),
        place: i64::try_from(standing.place).map_err(Halt::fault)?,
        order: command.order,
        minutes: one_line(&command.minutes),
    })
}
