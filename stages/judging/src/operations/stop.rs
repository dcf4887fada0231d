//! A judge who does not go on: ill, away, or gone. Without them the round would never be sealed.

use hoithi_edition::edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{Refusals, permit};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, RoundId};
use hoithi_rules::people::Permission;
use hoithi_rules::text;
use jiff::civil::Date;

use crate::rounds::{self, RoundStep};
use crate::stopped::{self, Stopped};
use crate::{assignments, jury};

/// The longest reason, in characters as a reader counts them.
const LONGEST_REASON: usize = 500;

/// What the chair or the secretary of the jury says.
#[derive(Clone, Debug)]
pub struct StopJudge {
    /// In which round.
    pub round: RoundId,
    /// Who does not go on.
    pub judge: AccountId,
    /// Why; it stands beside the round, not in the journal.
    pub reason: String,
    /// Number and day of a paper about it, if there is one.
    pub paper: Option<(String, Date)>,
}

/// Ends every sheet of the judge in the round that is not locked; locked ones stand. Who fills the
/// gaps is found by assigning again, which passes this judge by. Gives how many sheets ended.
pub async fn stop_judge(act: &mut Act, command: StopJudge) -> Result<u64, Halt> {
    let card = rounds::round(act.db(), command.round).await?.ok_or_else(Halt::not_found)?;
    let edition = edition(act.db(), card.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::JudgeStop, edition.place()).await?;
    let by = act.actor().account.map(AccountId::new).ok_or_else(Halt::not_found)?;
    let known = jury::judges(act.db(), edition.id).await?;
    let judge = known.iter().find(|(_, account)| **account == command.judge).map(|(judge, _)| *judge);
    let judge = judge.ok_or_else(Halt::not_found)?;
    if !matches!(card.step, RoundStep::Marking { .. }) {
        return Err(Halt::refused("judging.round_not_open", None, "the round is not open for marking"));
    }
    check(&command, day_in_vietnam(act.now()))?;
    let now = act.now();
    let stopped = Stopped { judge, reason: text::paragraphs(&command.reason), paper: command.paper, by, at: now };
    if !stopped::insert(act.db(), card.id, &stopped).await? {
        return Err(Halt::refused("judging.judge_stopped_already", Some("judge"), "the judge stopped already"));
    }
    let ended = assignments::end_unlocked_of(act.db(), card.id, judge, now).await?;
    act.record(Event::new("judge.stopped", command.judge).fact("round", card.rule.code).fact("sheets", ended));
    Ok(ended)
}

fn check(command: &StopJudge, today: Date) -> Result<(), Halt> {
    let mut no = Refusals::new();
    let length = text::length(command.reason.trim());
    if length == 0 {
        no.add("judging.stop_reason_missing", "reason", "say why the judge does not go on");
    }
    if length > LONGEST_REASON {
        no.add("judging.stop_reason_long", "reason", "the reason is too long");
    }
    if command.paper.as_ref().is_some_and(|(_, day)| *day > today) {
        no.add("judging.stop_paper_day", "paper_day", "the paper's day lies ahead");
    }
    no.done()
}
