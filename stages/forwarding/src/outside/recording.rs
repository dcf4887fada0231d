//! Recording a contest that was held outside: its name, its decision with the scan, how many of it may go up.

use std::num::NonZeroU32;

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, EditionId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_rules::text::one_line;
use jiff::civil::Date;
use uuid::Uuid;

use super::fault::OutsideFault;
use super::kept::{self, OutsideContest};
use super::sending::place_of;

/// What recording needs.
#[derive(Clone, Debug)]
pub struct RecordOutside {
    /// The contest above.
    pub edition: EditionId,
    /// The unit that held it.
    pub unit: UnitId,
    /// What it was called.
    pub title: String,
    /// The decision that tells its result: number and symbol.
    pub decision: DocumentNumber,
    /// The day that the decision bears.
    pub decided_on: Date,
    /// How many of it may go up.
    pub quota: NonZeroU32,
    /// The scan of the decision.
    pub scan: Sha256Hex,
}

/// Records the contest; its list follows. Gives its id.
pub async fn record_outside(act: &mut Act, command: RecordOutside) -> Result<Uuid, Halt> {
    let edition = hoithi_edition::edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::EntryOnBehalf, place_of(&edition, command.unit)).await?;
    let by = AccountId::new(act.actor().account.ok_or(Halt::Denied(Denied::NotSignedIn))?);
    // A unit's own contest has none below it.
    if edition.is_local() || !edition.is_public() {
        return Err(Halt::not_found());
    }
    if hoithi_units::unit(act.db(), command.unit).await?.is_none() {
        return Err(OutsideFault::UnitUnknown).or_refuse();
    }
    let title = one_line(&command.title);
    if title.is_empty() {
        return Err(OutsideFault::TitleMissing).or_refuse();
    }
    if command.decided_on > day_in_vietnam(act.now()) {
        return Err(OutsideFault::FromFuture { date: command.decided_on }).or_refuse();
    }
    let decision = command.decision.to_string();
    let known = kept::contests_of(act.db(), edition.id).await?;
    if known.iter().any(|other| other.unit == command.unit && other.decision == decision) {
        return Err(OutsideFault::Known).or_refuse();
    }
    let contest = OutsideContest {
        id: act.new_id(),
        edition: edition.id,
        unit: command.unit,
        title,
        decision,
        decided_on: command.decided_on,
        scan: command.scan,
        quota: command.quota.get(),
    };
    let now = act.now();
    kept::insert(act.db(), &contest, (by, now)).await?;
    act.record(
        Event::new("outside_contest.recorded", contest.id)
            .fact("edition", edition.id.to_string())
            .fact("unit", contest.unit.to_string())
            .fact("decision", contest.decision.as_str())
            .fact("date", contest.decided_on.to_string())
            .fact("quota", contest.quota)
            .fact("file", contest.scan.to_string()),
    );
    Ok(contest.id)
}
