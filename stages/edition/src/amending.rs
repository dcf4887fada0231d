//! An amendment: a new version of the book with its decision, its day and a public notice.
//!
//! It counts from its effective day on. Until then it waits beside the book that counts;
//! [`bring_into_force`] puts it in its place when the day has come, if what began meanwhile still
//! leaves it room. A round that has opened is
//! judged by the version it froze, whatever is amended after.

use std::collections::BTreeSet;

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit, permit_with_paper};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::edition::{
    Amendment, AmendmentRefusal, RuleBook, merit_stands, notice, prizes_stand, started_rounds_stand,
};
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::{Permission, SignedPaper};
use hoithi_rules::refusal::Refusal;

use crate::books;
use crate::edition::Edition;
use crate::operations::{changed_meanwhile, permission_of};
use crate::store::{self, BookVersion, Decision, OpenedRound};

/// What an amendment needs.
#[derive(Clone, Debug)]
pub struct Amend {
    /// Which edition.
    pub edition: EditionId,
    /// The newest version that was read before writing this one.
    pub seen: i64,
    /// The whole new rule book, TOML.
    pub text: String,
    /// The decision.
    pub amendment: Amendment,
    /// The leader's signed paper, when an officer records the amendment.
    pub paper: Option<SignedPaper>,
}

/// What an amendment says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amended {
    /// Its version.
    pub version: i64,
    /// What it says differently, in sentences.
    pub differences: Vec<String>,
    /// What the public reads.
    pub notice: String,
}

/// Records an amendment of a launched edition.
pub async fn amend(act: &mut Act, command: Amend) -> Result<Amended, Halt> {
    let edition = store::edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    if edition.is_local() {
        permit(act, Permission::LocalContestHold, edition.place()).await?;
    } else {
        permit_with_paper(act, Permission::EditionAmend, edition.place(), command.paper.as_ref()).await?;
    }
    edition.state.has_launched().or_refuse()?;
    let book = books::read(&command.text)?;
    let (version, amended) = weigh(act, &edition, &book, &command).await?;
    let decision = Decision { amendment: command.amendment, notice: amended.notice.clone() };
    let effective = decision.amendment.effective;
    let new = BookVersion {
        version,
        text: command.text,
        decision: Some(decision),
        differences: amended.differences.clone(),
        recorded_at: act.now(),
        refused: None,
    };
    store::insert_version(act.db(), edition.id, &new).await?;
    act.record(
        Event::new("edition.amended", edition.id)
            .fact("version", version)
            .fact("effective", effective.to_string())
            .fact("text_hash", new.hash().as_str()),
    );
    if effective <= day_in_vietnam(act.now()) {
        may_come_into_force(act, edition.id, edition.version, version).await?.or_refuse()?;
        put_into_force(act, edition.id, edition.version, version).await?;
    }
    Ok(amended)
}

/// What the amendment would say, before anybody decides it.
pub async fn preview(act: &mut Act, command: Amend) -> Result<Amended, Halt> {
    let edition = store::edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, permission_of(&edition, Permission::EditionSetUp), edition.place()).await?;
    edition.state.has_launched().or_refuse()?;
    let book = books::read(&command.text)?;
    let (_, amended) = weigh(act, &edition, &book, &command).await?;
    Ok(amended)
}

/// What the amendment would say, and whether it may stand, beside the newest version there is.
async fn weigh(act: &mut Act, edition: &Edition, book: &RuleBook, command: &Amend) -> Result<(i64, Amended), Halt> {
    let versions = store::versions(act.db(), edition.id).await?;
    let version = versions.first().ok_or_else(Halt::not_found)?.version + 1;
    if version != command.seen + 1 {
        return Err(changed_meanwhile());
    }
    // What was refused on its day is nobody's law: the next one is weighed beside what stands.
    let newest = versions.into_iter().find(|each| each.refused.is_none()).ok_or_else(Halt::not_found)?;
    if newest.effective().is_some_and(|day| day > command.amendment.effective) {
        let english = "it would count before the amendment that was recorded last";
        return Err(Halt::refused("edition.amendment_before_last", Some("effective"), english));
    }
    let before = store::book_of(act.db(), edition.id, newest.version).await?.ok_or_else(Halt::not_found)?;
    let opened = opened_codes(act, edition.id).await?;
    let differences = command.amendment.admits(&before, book, &opened).or_refuse()?;
    if store::results_are_known(act.db(), edition.id).await? {
        prizes_stand(&before, book).or_refuse()?;
    }
    if store::merit_is_used(act.db(), edition.id).await? {
        merit_stands(&before, book).or_refuse()?;
    }
    let notice = notice(&command.amendment, book, &differences);
    Ok((version, Amended { version, differences, notice }))
}

async fn opened_codes(act: &mut Act, id: EditionId) -> Result<BTreeSet<String>, Halt> {
    let opened = store::opened_rounds(act.db(), id).await?;
    Ok(opened.into_iter().map(|round| round.round).collect())
}

async fn put_into_force(act: &mut Act, id: EditionId, seen: i64, version: i64) -> Result<(), Halt> {
    if !store::put_version(act.db(), id, seen, version).await? {
        return Err(changed_meanwhile());
    }
    act.record(Event::new("edition.version_in_force", id).fact("version", version));
    Ok(())
}

/// Whether a version may take the place of the one in force, with what has begun until now. It was
/// asked when the amendment was recorded; since then rounds may have started, or been opened.
async fn may_come_into_force(
    act: &mut Act,
    id: EditionId,
    seen: i64,
    version: i64,
) -> Result<Result<(), AmendmentRefusal>, Halt> {
    let old = store::book_of(act.db(), id, seen).await?.ok_or_else(Halt::not_found)?;
    let new = store::book_of(act.db(), id, version).await?.ok_or_else(Halt::not_found)?;
    let started = opened_codes(act, id).await?;
    let known = store::results_are_known(act.db(), id).await?;
    let used = store::merit_is_used(act.db(), id).await?;
    let prizes = || if known { prizes_stand(&old, &new) } else { Ok(()) };
    let merit = || if used { merit_stands(&old, &new) } else { Ok(()) };
    Ok(started_rounds_stand(&old, &new, &started).and_then(|()| prizes()).and_then(|()| merit()))
}

/// Puts every amendment whose day has come in the place of the book before it. The program does
/// so at its start and every minute; an act whose outcome hangs on the day may do so itself.
pub async fn bring_into_force(act: &mut Act) -> Result<Vec<EditionId>, Halt> {
    let today = day_in_vietnam(act.now());
    let due = store::due(act.db(), today).await?;
    let mut moved = Vec::with_capacity(due.len());
    for (id, seen, version) in due {
        match may_come_into_force(act, id, seen, version).await? {
            Ok(()) => {
                put_into_force(act, id, seen, version).await?;
                moved.push(id);
            }
            Err(refusal) => refuse_on_its_day(act, id, version, &refusal).await?,
        }
    }
    Ok(moved)
}

/// One edition's amendment that cannot stand keeps no other edition's from coming into force.
async fn refuse_on_its_day(act: &mut Act, id: EditionId, version: i64, why: &AmendmentRefusal) -> Result<(), Halt> {
    store::refuse_version(act.db(), id, version, why.code()).await?;
    act.record(Event::new("edition.version_refused", id).fact("version", version).fact("why", why.code()));
    Ok(())
}

/// A round opens for marking: from now on no amendment reaches its marking. Gives the version
/// it is judged by. Called by the act that starts the round.
pub async fn note_round_opened(act: &mut Act, id: EditionId, round: &str) -> Result<i64, Halt> {
    let edition = store::edition(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    if let Some(opened) = store::opened_rounds(act.db(), id).await?.into_iter().find(|opened| opened.round == round) {
        return Ok(opened.version);
    }
    permit(act, Permission::RoundStart, edition.place()).await?;
    let opened = OpenedRound { round: round.to_owned(), version: edition.version, opened_at: act.now() };
    store::insert_opened_round(act.db(), id, &opened).await?;
    Ok(edition.version)
}

/// The seal of the last round was opened: from now on no amendment changes what is won. Called by
/// the act that opens it.
pub async fn note_results_known(act: &mut Act, id: EditionId) -> Result<(), Halt> {
    let now = act.now();
    Ok(store::mark_results_known(act.db(), id, now).await?)
}

/// The leader decided the prizes: from now on no entry is taken back. Called by the act that
/// records the decision.
pub async fn note_prizes_decided(act: &mut Act, id: EditionId) -> Result<(), Halt> {
    let now = act.now();
    Ok(store::mark_prizes_decided(act.db(), id, now).await?)
}

/// Units are put forward by the formula of merit: from now on no amendment changes it. Called by the act
/// that puts them forward.
pub async fn note_merit_used(act: &mut Act, id: EditionId) -> Result<(), Halt> {
    let now = act.now();
    Ok(store::mark_merit_used(act.db(), id, Some(now)).await?)
}

/// Nobody is put forward any more: the formula may change again. Called by the act that takes the last
/// proposal back.
pub async fn note_merit_free(act: &mut Act, id: EditionId) -> Result<(), Halt> {
    Ok(store::mark_merit_used(act.db(), id, None).await?)
}
