//! A unit's report, by the unit itself or entered by the agency from paper.

use hoithi_correspondence::KeptFile;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::campaign::{Evidence, Report, TaskKind};
use hoithi_rules::correspondence::Channel;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::ReportId;
use hoithi_rules::people::{Permission, Place};
use jiff::civil::Date;

use super::{actor, instant_of, tasks};
use crate::refusal::CampaignRefusal;
use crate::report::{ReportLine, ReportVersion};
use crate::store;

/// A unit's report.
#[derive(Clone, Debug)]
pub struct SubmitReport {
    /// Which duty it answers.
    pub request: ReportId,
    /// The version that was seen; 0 when there was none.
    pub seen: u32,
    /// What it says.
    pub report: Report,
    /// Given when the agency enters what came on paper and the like.
    pub on_paper: Option<OnPaper>,
    /// The signed report, scanned.
    pub file: Option<KeptFile>,
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
/// earlier one, which stays kept.
pub async fn submit_report(act: &mut Act, command: SubmitReport) -> Result<(), Halt> {
    let line = store::report_line(act.db(), command.request).await?.ok_or_else(Halt::not_found)?;
    let place = Place::unit_in(line.request.unit, line.edition);
    let permission =
        if command.on_paper.is_some() { Permission::ReportReceiveOnBehalf } else { Permission::ReportSubmit };
    permit(act, permission, place).await?;
    if line.version() != command.seen {
        return Err(CampaignRefusal::ChangedMeanwhile).or_refuse();
    }
    let (now, recorder) = (act.now(), actor(act)?);
    let received = command.on_paper.map(|paper| paper.received);
    let request = line.request.answer(command.report, received, now).or_refuse()?;
    let how = command.on_paper.map_or(Channel::InApp, |paper| paper.how);
    let line = ReportLine { request, latest: Some(ReportVersion { how, file: command.file }), ..line };
    if !store::save_report(act.db(), &line, command.seen, recorder).await? {
        return Err(CampaignRefusal::ChangedMeanwhile).or_refuse();
    }
    close_report_task(act, &line, received).await?;
    record(act, &line, how);
    Ok(())
}

/// The report answers the task that asked for it, on the day it arrived: a unit is not late because
/// the office entered its paper later.
async fn close_report_task(act: &mut Act, line: &ReportLine, received: Option<Date>) -> Result<(), Halt> {
    let tasks = store::tasks_of_sending(act.db(), line.sending).await?;
    let asked = tasks.into_iter().find(|task| task.kind == TaskKind::DirectAndReport && task.is_open());
    let Some(task) = asked else { return Ok(()) };
    let at = instant_of(received, act.now())?;
    // The office's own language, as in every text that lies in its files.
    let text = format!("Báo cáo kết quả ngày {}", hoithi_web::day(day_in_vietnam(at)));
    let evidence = Evidence { text, ..Evidence::default() };
    let done = task.complete(evidence, at).or_refuse()?;
    tasks::save(act, &done).await
}

fn record(act: &mut Act, line: &ReportLine, how: Channel) {
    let answer = line.answer();
    let file = line.latest.as_ref().and_then(|version| version.file.as_ref());
    act.record(
        Event::new("report.submitted", line.request.id)
            .fact("unit", line.request.unit.to_string())
            .fact("version", line.version())
            .fact("days_late", answer.map(|answer| answer.days_late))
            .fact("how", how.code())
            .fact("file", file.map(|file| file.hash.to_string())),
    );
}
