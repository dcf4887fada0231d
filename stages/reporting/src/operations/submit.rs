//! A unit's report, by the unit itself or entered by the agency from paper.

use std::collections::BTreeMap;

use hoithi_correspondence::KeptFile;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::correspondence::Channel;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::ReportId;
use hoithi_rules::people::Permission;
use hoithi_rules::reporting::{Answer, AnswerRefusal, Given, RequestState, Stands};
use jiff::Timestamp;
use jiff::civil::Date;

use super::actor;
use super::period::in_open_period;
use crate::known::Origins;
use crate::line::{ReportFile, ReportLine};
use crate::refusal::ReportingRefusal;
use crate::store;

/// A unit's report.
#[derive(Clone, Debug)]
pub struct SubmitReport {
    /// Which duty it answers.
    pub request: ReportId,
    /// The version that was seen; 0 when there was none.
    pub seen: u32,
    /// What it says.
    pub given: Given,
    /// Given when the agency enters what came on paper and the like.
    pub on_paper: Option<OnPaper>,
    /// The signed report, scanned or photographed, and what is attached.
    pub files: Vec<ReportFile>,
}

/// How a report came that the agency enters.
#[derive(Clone, Copy, Debug)]
pub struct OnPaper {
    /// The day it arrived; a unit is not late because the office was slow.
    pub received: Date,
    /// By which way.
    pub how: Channel,
}

/// Takes a unit's report. A late one is taken and marked late; a later one takes the place of an
/// earlier one, which stays kept, until it is approved.
pub async fn submit_report(act: &mut Act, command: SubmitReport, origins: &dyn Origins) -> Result<(), Halt> {
    let line = writable(act, command.request, command.on_paper.is_some()).await?;
    let how = command.on_paper.map_or(Channel::InApp, |paper| paper.how);
    submitted(act, line, command, (how, origins)).await
}

/// The same once it is known by what right.
pub(super) async fn submitted(
    act: &mut Act,
    line: ReportLine,
    command: SubmitReport,
    (how, origins): (Channel, &dyn Origins),
) -> Result<(), Halt> {
    still_open(&line)?;
    if line.version() != command.seen {
        return Err(ReportingRefusal::ChangedMeanwhile).or_refuse();
    }
    in_open_period(act, &line).await?;
    says_something_new(&line, &command)?;
    let (now, recorder) = (act.now(), actor(act)?);
    let received = command.on_paper.map(|paper| paper.received);
    let request = line.request.answer(command.given, received, now).or_refuse()?;
    if !store::insert_answer(act.db(), &request, how, command.seen, recorder).await? {
        return Err(ReportingRefusal::ChangedMeanwhile).or_refuse();
    }
    let version = command.seen + 1;
    for (place, file) in command.files.iter().enumerate() {
        store::insert_file(act.db(), (request.id, version), place + 1, file).await?;
    }
    store::drop_draft(act.db(), request.id).await?;
    origins.reported(act, line.origin, instant_of(received, now)?).await?;
    act.record(
        Event::new("report.submitted", request.id)
            .fact("unit", request.unit.to_string())
            .fact("version", version)
            .fact("days_late", request.answered().map(|answer| answer.days_late))
            .fact("how", how.code())
            .fact("files", hashes(command.files.iter().map(|kept| &kept.file))),
    );
    Ok(())
}

/// A second click makes no second version: what waits already is not sent again as it is. What was given back may be
/// sent again unchanged, because a unit may stand by its figures.
fn says_something_new(line: &ReportLine, command: &SubmitReport) -> Result<(), Halt> {
    let waits = line.answer().filter(|answer| answer.stands == Stands::Waiting);
    let same = |answer: &&Answer| {
        let (old, new) = (&answer.given, &command.given);
        (&old.figures, &old.texts) == (&new.figures, &new.texts)
    };
    match waits.filter(same) {
        Some(answer) if command.on_paper.is_none() && command.files.is_empty() => {
            Err(ReportingRefusal::Unchanged { version: answer.version }).or_refuse()
        }
        _ => Ok(()),
    }
}

/// The duty, for whoever may write its report.
pub(super) async fn writable(act: &mut Act, id: ReportId, on_behalf: bool) -> Result<ReportLine, Halt> {
    let line = store::report_line(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    let permission = if on_behalf { Permission::ReportReceiveOnBehalf } else { Permission::ReportSubmit };
    permit(act, permission, line.place()).await?;
    Ok(line)
}

/// Of what was taken back nothing more is asked: neither an answer nor its correction.
pub(super) fn still_open(line: &ReportLine) -> Result<(), Halt> {
    if line.unasked.is_some() { Err(ReportingRefusal::AskedNoLonger).or_refuse() } else { Ok(()) }
}

fn hashes<'f>(files: impl IntoIterator<Item = &'f KeptFile>) -> Vec<String> {
    files.into_iter().map(|file| file.hash.to_string()).collect()
}

/// People remember the day on which a paper came or a call was made. Today, or no day, is now; an
/// earlier day counts to its end, so that what came on the day of sending is not before it.
pub fn instant_of(day: Option<Date>, now: Timestamp) -> Result<Timestamp, Halt> {
    match day {
        Some(day) if day != day_in_vietnam(now) => {
            jiff::tz::offset(7).to_timestamp(day.at(23, 59, 59, 0)).map_err(Halt::fault)
        }
        _ => Ok(now),
    }
}

/// What is typed and not sent yet.
#[derive(Clone, Debug)]
pub struct SaveDraft {
    /// Of which duty.
    pub request: ReportId,
    /// How often the draft was saved when it was seen.
    pub seen: u32,
    /// As it was typed, right or wrong.
    pub fields: BTreeMap<String, String>,
    /// Whether the agency types it for the unit.
    pub on_behalf: bool,
}

/// Keeps what was typed; two windows do not save over one another.
pub async fn save_draft(act: &mut Act, command: SaveDraft) -> Result<(), Halt> {
    let line = writable(act, command.request, command.on_behalf).await?;
    drafted(act, &line, command).await
}

/// The same once it is known by what right.
pub(super) async fn drafted(act: &mut Act, line: &ReportLine, command: SaveDraft) -> Result<(), Halt> {
    still_open(line)?;
    if let RequestState::Withdrawn { at, .. } = line.request.state {
        return Err(AnswerRefusal::RequestWithdrawn { at }).or_refuse();
    }
    if let Some(answer) = line.answer().filter(|answer| answer.is_approved()) {
        let at = answer.stands.at().unwrap_or(answer.at);
        return Err(AnswerRefusal::Approved { at }).or_refuse();
    }
    in_open_period(act, line).await?;
    let by = (act.now(), actor(act)?);
    if !store::save_draft(act.db(), command.request, &command.fields, command.seen, by).await? {
        return Err(ReportingRefusal::DraftChanged).or_refuse();
    }
    let version = command.seen + 1;
    let unit = line.request.unit.to_string();
    act.record(Event::new("report.drafted", command.request).fact("unit", unit).fact("version", version));
    Ok(())
}

/// The signed and stamped paper, scanned or photographed.
#[derive(Clone, Debug)]
pub(crate) struct AddFiles {
    pub(crate) request: ReportId,
    /// The version that was printed.
    pub(crate) seen: u32,
    pub(crate) files: Vec<KeptFile>,
    pub(crate) most: usize,
}

/// Adds the paper to the version that was printed; the figures stay as they are, so that it may come
/// after the approval as well.
pub(crate) async fn add_files(act: &mut Act, command: AddFiles) -> Result<(), Halt> {
    let line = writable(act, command.request, false).await?;
    papers_added(act, &line, command).await
}

/// The same once it is known by what right.
pub(super) async fn papers_added(act: &mut Act, line: &ReportLine, command: AddFiles) -> Result<(), Halt> {
    if line.version() != command.seen {
        return Err(ReportingRefusal::ChangedMeanwhile).or_refuse();
    }
    if line.answer().is_none() {
        return Err(AnswerRefusal::NotAnswered).or_refuse();
    }
    let (there, signed) = line.latest.as_ref().map_or((0, 0), |version| (version.files, version.signed));
    if command.files.is_empty() {
        return Err(ReportingRefusal::NoFile).or_refuse();
    }
    if signed + command.files.len() > command.most {
        return Err(ReportingRefusal::TooManyFiles).or_refuse();
    }
    for (place, file) in command.files.iter().enumerate() {
        let page = ReportFile { file: file.clone(), signed: true };
        store::insert_file(act.db(), (command.request, command.seen), there + place + 1, &page).await?;
    }
    act.record(
        Event::new("report.paper_added", command.request)
            .fact("unit", line.request.unit.to_string())
            .fact("version", command.seen)
            .fact("files", hashes(&command.files)),
    );
    Ok(())
}
