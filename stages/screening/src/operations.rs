//! Deciding on an entry.

use hoithi_entries::{Returning, Verdict as EntryVerdict, record_verdict, return_for_completion};
use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{OrRefuse, OrRefuseAll, permit};
use hoithi_rules::edition::{PartCode, RuleBook, StageKind};
use hoithi_rules::entries::EditRefusal;
use hoithi_rules::ids::{AccountId, EditionId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_rules::screening::{
    BlindCode, CheckItem, Days, Decision, Finding, ScreeningOutcome, ScreeningState, Verdict, checklist,
};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::conflicts::refuse_in_conflict;
use crate::copies::{end_with_return, judged_blind};
use crate::store::{self, Decided};

/// What the secretary decides; the blind code is drawn by the act.
#[derive(Clone, Debug)]
pub enum Ruling {
    /// It will be judged.
    Admit,
    /// Its authors may complete it.
    Return {
        /// What is missing or wrong.
        reasons: Vec<String>,
        /// The last day to complete it.
        until: Date,
        /// Under which address the portal is reached: an author without an account comes by a link.
        public_url: String,
    },
    /// It will not be judged.
    Refuse {
        /// Why.
        reasons: Vec<String>,
    },
}

/// A decision.
#[derive(Clone, Debug)]
pub struct Decide {
    /// On which entry.
    pub entry: EntryId,
    /// The version of the dossier that the secretary read.
    pub seen: u32,
    /// What is decided.
    pub ruling: Ruling,
    /// The answers to the check list.
    pub findings: Vec<Finding>,
}

/// Decides, tells the entry's room, which tells the authors, and keeps the answers.
pub async fn decide(act: &mut Act, command: Decide) -> Result<ScreeningOutcome, Halt> {
    let kept = hoithi_entries::dossier(act.db(), command.entry).await?.ok_or_else(Halt::not_found)?;
    let id = kept.entry.edition;
    let edition = hoithi_edition::edition(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ScreeningDecide, edition.place()).await?;
    let by = act.actor().account.ok_or(Halt::Denied(Denied::NotSignedIn))?;
    refuse_in_conflict(act, AccountId::new(by), &kept, &edition).await?;
    if kept.entry.version != command.seen && kept.standing == hoithi_entries::Standing::Submitted {
        let (seen, current) = (command.seen, kept.entry.version);
        return Err(EditRefusal::ChangedMeanwhile { seen, current }).or_refuse();
    }
    let mut screening = store::screening(act.db(), command.entry).await?;
    if kept.standing == hoithi_entries::Standing::Submitted {
        screening = screening.completed().or_refuse()?;
    }
    let public_url = match &command.ruling {
        Ruling::Return { public_url, .. } => public_url.clone(),
        Ruling::Admit | Ruling::Refuse { .. } => String::new(),
    };
    let decision = drawn(act, id, command.ruling).await?;
    let days = days(&edition.book, act.now());
    let asked = questions(&edition.book);
    let decided = screening.decide(decision, &asked, &command.findings, days, act.now()).or_refuse_all()?;
    let ScreeningState::Decided { at, outcome } = decided.state else {
        return Err(Halt::fault("a decision left the screening waiting"));
    };
    let findings: Vec<_> = command.findings.into_iter().filter(|finding| asked.contains(&finding.item)).collect();
    let kept = Decided { id: act.new_id(), entry: command.entry, at, by: AccountId::new(by), outcome: outcome.clone() };
    store::insert(act.db(), &kept, id, &findings).await?;
    record(act, &kept, &findings);
    if matches!(outcome, ScreeningOutcome::Returned { .. }) {
        end_with_return(act, command.entry, kept.by).await?;
    }
    tell(act, &kept, (wanting(&findings), public_url)).await?;
    Ok(outcome)
}

/// Today, and the first day of judging by the plan.
pub(crate) fn days(book: &RuleBook, now: Timestamp) -> Days {
    let calendar = book.calendar();
    let judging = calendar.stage(StageKind::Preliminary).or_else(|| calendar.stage(StageKind::Final));
    Days { today: calendar.day_of(now), judging_from: judging.map(|stage| stage.from) }
}

/// The questions that this book asks.
pub(crate) fn questions(book: &RuleBook) -> Vec<CheckItem> {
    checklist(book.rules(), judged_blind(book))
}

/// More draws than this fail only where nearly every code is taken.
const DRAWS: usize = 64;

async fn drawn(act: &mut Act, edition: EditionId, ruling: Ruling) -> Result<Decision, Halt> {
    match ruling {
        Ruling::Return { reasons, until, .. } => return Ok(Decision::Return { reasons, until }),
        Ruling::Refuse { reasons } => return Ok(Decision::Refuse { reasons }),
        Ruling::Admit => {}
    }
    for _ in 0..DRAWS {
        let blind_code = BlindCode::from_random(act.random_bytes()?);
        if !store::is_taken(act.db(), edition, &blind_code).await? {
            return Ok(Decision::Admit { blind_code });
        }
    }
    Err(Halt::fault("no free blind code was drawn"))
}

/// The journal tells that it was decided and by how many answers, never the blind code: whoever
/// reads the journal while sheets are marked must not learn whose entry is whose.
fn record(act: &mut Act, decided: &Decided, findings: &[Finding]) {
    let failed = findings.iter().filter(|finding| finding.verdict == Verdict::Failed).count();
    act.record(
        Event::new("screening.decided", decided.id)
            .fact("entry", decided.entry.to_string())
            .fact("outcome", outcome_code(&decided.outcome))
            .fact("answers", findings.len())
            .fact("failed", failed),
    );
}

/// Stable name of an outcome.
pub(crate) const fn outcome_code(outcome: &ScreeningOutcome) -> &'static str {
    match outcome {
        ScreeningOutcome::Admitted { .. } => "admitted",
        ScreeningOutcome::Returned { .. } => "returned",
        ScreeningOutcome::Refused { .. } => "refused",
    }
}

/// The parts that were found wanting.
fn wanting(findings: &[Finding]) -> Vec<PartCode> {
    let failed = findings.iter().filter(|finding| finding.verdict == Verdict::Failed);
    let part = |finding: &Finding| match &finding.item {
        CheckItem::Part(part) => Some(part.clone()),
        _ => None,
    };
    failed.filter_map(part).collect()
}

async fn tell(act: &mut Act, decided: &Decided, (wanting, public_url): (Vec<PartCode>, String)) -> Result<(), Halt> {
    let entry = decided.entry;
    match decided.outcome.clone() {
        ScreeningOutcome::Admitted { .. } => record_verdict(act, entry, EntryVerdict::Admitted).await,
        ScreeningOutcome::Returned { reasons, until } => {
            return_for_completion(act, entry, Returning { reasons, until, wanting, public_url }).await
        }
        ScreeningOutcome::Refused { reasons } => record_verdict(act, entry, EntryVerdict::Refused { reasons }).await,
    }
}
