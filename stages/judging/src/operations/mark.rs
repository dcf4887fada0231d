//! A judge writes on the own sheet, reads it back and locks it.

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Act, Event, Fact, Halt, Refused};
use hoithi_people::{OrRefuseAll, permit};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, AssignmentId, ScoreSheetId};
use hoithi_rules::judging::{Conflict, GivenMark, MarkRefusal, Marking, Points, ScoreSheet, SheetState};
use hoithi_rules::people::{Permission, Place};
use jiff::Timestamp;

use super::limits;
use crate::assignments::{self, AssignmentState, OwnAssignment};
use crate::facts::conflicts_now;
use crate::rounds;
use crate::sheets::{self, Sheet, Written};

/// The marks as they stand on the form.
#[derive(Clone, Debug)]
pub struct SaveSheet {
    /// The judge's handle for the entry.
    pub sheet: AssignmentId,
    /// Marks, bands and remark; criteria without a mark are left for later.
    pub written: Written,
    /// The version that the form was made from.
    pub seen: i64,
}

/// What a save achieved; only its judge is told.
#[derive(Clone, Debug)]
pub struct SavedSheet {
    /// The new version.
    pub version: i64,
    /// The total of this sheet.
    pub total: Points,
    /// When.
    pub at: Timestamp,
}

/// Saves the next version of the own sheet; every version is kept.
pub async fn save_sheet(act: &mut Act, command: SaveSheet) -> Result<SavedSheet, Halt> {
    let own = own_of(act, command.sheet, Permission::SheetMark).await?;
    let (sheet, marking) = load(act, &own).await?;
    // Nothing new is nothing to keep: an autosave on its way with the button's own save.
    if sheet.version == command.seen && sheet.version > 0 && sheet.written == command.written && own.state.is_open() {
        return Ok(SavedSheet {
            version: sheet.version,
            total: sheet.written.total(),
            at: sheet.saved_at.unwrap_or_else(|| act.now()),
        });
    }
    // Asked when a sheet is begun and again when it is locked; a conflict that is declared in
    // between ends the assignment itself.
    let first = own.state == AssignmentState::Open;
    let conflicts = if first { conflicts_of(act, &own).await? } else { Vec::new() };
    let marked = judged(&own, &sheet, &marking, &conflicts, &command)?;
    let now = act.now();
    let saved = sheets::write_own(act.db(), &own, command.seen, &command.written, now).await?;
    let version = saved.ok_or_else(|| newer(&sheet, command.seen))?;
    if first {
        assignments::move_on(act.db(), &own, AssignmentState::Begun, now).await?;
    }
    act.record(Event::new("sheet.saved", own.id).fact("version", version));
    Ok(SavedSheet { version, total: marked.total(), at: now })
}

/// Which sheet is locked, at which version it was read back.
#[derive(Clone, Copy, Debug)]
pub struct LockSheet {
    /// The judge's handle for the entry.
    pub sheet: AssignmentId,
    /// The version that was read back.
    pub seen: i64,
}

/// Locks the own sheet for good (*Xác nhận và khóa phiếu*).
pub async fn lock_sheet(act: &mut Act, command: LockSheet) -> Result<(), Halt> {
    let own = own_of(act, command.sheet, Permission::SheetLock).await?;
    let (sheet, marking) = load(act, &own).await?;
    let conflicts = conflicts_of(act, &own).await?;
    let (law, round, now) = (to_law(&own, &sheet), under_law(&own, &marking), act.now());
    let seen = as_law_version(command.seen);
    law.lock(&round, &conflicts, seen, now).or_refuse_all().map_err(|halt| named(halt, &marking))?;
    let salt = Sha256Hex::of(&act.random_bytes::<32>()?);
    let locked = sheets::lock_own(act.db(), &own, (command.seen, &sheet.written), &salt, now).await?;
    let commitment = locked.ok_or_else(|| newer(&sheet, command.seen))?;
    if !assignments::move_on(act.db(), &own, AssignmentState::Locked, now).await? {
        return Err(newer(&sheet, command.seen));
    }
    act.record(
        Event::new("sheet.locked", own.id).fact("version", command.seen).fact("commitment", commitment.as_str()),
    );
    Ok(())
}

async fn conflicts_of(act: &mut Act, own: &OwnAssignment) -> Result<Vec<Conflict>, Halt> {
    let today = day_in_vietnam(act.now());
    conflicts_now(act.db(), own.edition, (own.judge, own.account), (own.entry, &own.category), today).await
}

/// The assignment of whoever acts. Another judge's is not there at all.
pub(crate) async fn own_of(act: &mut Act, sheet: AssignmentId, permission: Permission) -> Result<OwnAssignment, Halt> {
    let account = act.actor().account.map(AccountId::new).ok_or_else(Halt::not_found)?;
    let own = assignments::own(act.db(), account, sheet).await?.ok_or_else(Halt::not_found)?;
    permit(act, permission, Place::edition(own.edition)).await?;
    Ok(own)
}

async fn load(act: &mut Act, own: &OwnAssignment) -> Result<(Sheet, std::sync::Arc<Marking>), Halt> {
    let sheet = sheets::own_sheet(act.db(), own).await?;
    let marking = rounds::frozen(act.db(), own.round, own.book_version).await?;
    Ok((sheet, marking))
}

/// What the law finds wrong with marks, before anything is saved.
pub(crate) fn problems(own: &OwnAssignment, marking: &Marking, written: &Written) -> Vec<Refused> {
    let command = SaveSheet { sheet: own.id, written: written.clone(), seen: 0 };
    match judged(own, &Sheet::default(), marking, &[], &command) {
        Err(Halt::Refused(refused)) => refused,
        _ => Vec::new(),
    }
}

fn judged(
    own: &OwnAssignment,
    sheet: &Sheet,
    marking: &Marking,
    conflicts: &[Conflict],
    command: &SaveSheet,
) -> Result<ScoreSheet, Halt> {
    let given: Vec<GivenMark> = command.written.given();
    let marked = to_law(own, sheet).mark(&under_law(own, marking), conflicts, &given, as_law_version(command.seen));
    let mut refused = limits::out_of_place(&command.written, &marking.rubric);
    match marked.or_refuse_all() {
        Ok(marked) if refused.is_empty() => return Ok(marked),
        Ok(_) => {}
        Err(Halt::Refused(law)) => refused.extend(law),
        Err(other) => return Err(other),
    }
    Err(named(Halt::Refused(refused), marking))
}

fn under_law(own: &OwnAssignment, marking: &Marking) -> hoithi_rules::judging::Round {
    let round = rounds::being_marked(own.round, own.edition, marking, own.started_at);
    if own.marking {
        round
    } else {
        hoithi_rules::judging::Round { state: hoithi_rules::judging::RoundState::Prepared, ..round }
    }
}

fn to_law(own: &OwnAssignment, sheet: &Sheet) -> ScoreSheet {
    ScoreSheet {
        id: ScoreSheetId::new(own.id.uuid()),
        round: own.round,
        judge: own.judge,
        entry: own.entry,
        version: as_law_version(sheet.version),
        marks: sheet.written.marks.clone(),
        state: sheet.locked_at.map_or(SheetState::Open, |at| SheetState::Locked { at }),
    }
}

fn as_law_version(version: i64) -> u32 {
    u32::try_from(version).unwrap_or(u32::MAX)
}

/// Another tab saved between the look and the write.
fn newer(sheet: &Sheet, seen: i64) -> Halt {
    let (seen, current) = (as_law_version(seen), as_law_version(sheet.version));
    Halt::Refused(vec![hoithi_people::refused(&MarkRefusal::ChangedMeanwhile { seen, current })])
}

/// People read the criterion's name, not its code.
pub(crate) fn named(halt: Halt, marking: &Marking) -> Halt {
    let Halt::Refused(mut refused) = halt else {
        return halt;
    };
    let facts = refused.iter_mut().flat_map(|each| &mut each.facts);
    for (_, fact) in facts.filter(|(name, _)| *name == "criterion") {
        let Fact::Text(code) = fact else { continue };
        if let Some(criterion) = marking.rubric.criteria.iter().find(|each| each.code.0 == *code) {
            code.clone_from(&criterion.name);
        }
    }
    Halt::Refused(refused)
}
