//! A later day for a unit's report: asked for, taken back, granted or declined.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::ReportId;
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::reporting::{LaterKind, ReportRequest, words_about_later};
use jiff::civil::Date;

use super::actor;
use super::period::in_open_period;
use super::submit::writable;
use crate::known::{Decided, MailWords, Origins};
use crate::line::ReportLine;
use crate::refusal::ReportingRefusal;
use crate::store::{self, LaterStep};

/// A later day that a unit asks for.
#[derive(Clone, Debug)]
pub struct AskLater {
    /// For which report.
    pub request: ReportId,
    /// Until when.
    pub to: Date,
    /// Why.
    pub reason: String,
}

/// The agency's word on a later day: it is granted, asked for or not, or what was asked is declined.
#[derive(Clone, Debug)]
pub struct DecideLater {
    /// For which report.
    pub request: ReportId,
    /// The day that is granted; none declines.
    pub to: Option<Date>,
    /// In which words; needed to decline.
    pub words: String,
    /// What the unit is written; none writes nothing.
    pub mail: Option<MailWords>,
}

/// Asks for a later day.
pub async fn ask_later(act: &mut Act, command: AskLater, origins: &dyn Origins) -> Result<(), Halt> {
    let line = writable(act, command.request, false).await?;
    later_asked(act, &line, command, origins).await
}

/// What a letter asked that was recalled or ended has no day any more.
async fn still_asked(act: &mut Act, line: &ReportLine, origins: &dyn Origins) -> Result<(), Halt> {
    let today = day_in_vietnam(act.now());
    if origins.is_asked(act.db(), line.origin, today).await? {
        Ok(())
    } else {
        Err(ReportingRefusal::AskedNoLonger).or_refuse()
    }
}

/// The same once it is known by what right.
pub(super) async fn later_asked(
    act: &mut Act,
    line: &ReportLine,
    command: AskLater,
    origins: &dyn Origins,
) -> Result<(), Halt> {
    in_open_period(act, line).await?;
    still_asked(act, line, origins).await?;
    let (request, today) = (&line.request, day_in_vietnam(act.now()));
    let waiting = store::later_wish(act.db(), request.id).await?.is_some();
    let words = request.may_ask_for(command.to, &command.reason, waiting, today).or_refuse()?;
    keep(act, request, (LaterKind::Asked, Some(command.to), None), words).await?;
    act.record(about(Event::new("report.extension_asked", request.id), request).fact("to", command.to.to_string()));
    Ok(())
}

/// Takes the wish back that waits: whoever may ask for the unit may.
pub async fn withdraw_later(act: &mut Act, report: ReportId) -> Result<(), Halt> {
    let line = writable(act, report, false).await?;
    later_withdrawn(act, &line).await
}

/// The same once it is known by what right.
pub(super) async fn later_withdrawn(act: &mut Act, line: &ReportLine) -> Result<(), Halt> {
    let request = &line.request;
    let waiting = store::later_wish(act.db(), request.id).await?.is_some();
    request.may_withdraw_wish(waiting).or_refuse()?;
    keep(act, request, (LaterKind::Withdrawn, None, None), String::new()).await?;
    act.record(about(Event::new("report.extension_withdrawn", request.id), request));
    Ok(())
}

/// Grants a later day, whether or not it was asked for, or declines what was asked. The unit is told.
pub async fn decide_later(act: &mut Act, command: DecideLater, origins: &dyn Origins) -> Result<(), Halt> {
    let line = store::report_line(act.db(), command.request).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ReportApprove, Place::edition(line.edition)).await?;
    let origin = line.origin;
    let words = match command.to {
        Some(to) => {
            still_asked(act, &line, origins).await?;
            granted(act, line, to, &command.words).await?
        }
        None => declined(act, &line.request, &command.words).await?,
    };
    origins.decided(act, origin, Decided { to: command.to, words, mail: command.mail }).await
}

async fn granted(act: &mut Act, line: ReportLine, to: Date, words: &str) -> Result<String, Halt> {
    in_open_period(act, &line).await?;
    let words = words_about_later(words).or_refuse()?;
    let (seen, before, today) = (line.version(), line.request.due, day_in_vietnam(act.now()));
    let extended = line.request.extend(to, today).or_refuse()?;
    if !store::save_later(act.db(), &extended, seen).await? {
        return Err(ReportingRefusal::ChangedMeanwhile).or_refuse();
    }
    keep(act, &extended, (LaterKind::Granted, Some(to), Some(before)), words.clone()).await?;
    act.record(about(Event::new("report.extended", extended.id), &extended).fact("to", to.to_string()));
    Ok(words)
}

async fn declined(act: &mut Act, request: &ReportRequest, words: &str) -> Result<String, Halt> {
    let waiting = store::later_wish(act.db(), request.id).await?.is_some();
    let words = request.may_decline(words, waiting).or_refuse()?;
    keep(act, request, (LaterKind::Declined, None, None), words.clone()).await?;
    act.record(about(Event::new("report.extension_declined", request.id), request));
    Ok(words)
}

/// The reason stays with the report: what people write is not the journal's.
fn about(event: Event, request: &ReportRequest) -> Event {
    event.fact("unit", request.unit.to_string())
}

async fn keep(
    act: &mut Act,
    request: &ReportRequest,
    (kind, day, before): (LaterKind, Option<Date>, Option<Date>),
    words: String,
) -> Result<(), Halt> {
    let (at, by) = (act.now(), actor(act)?);
    let step = LaterStep { kind, day, before, words, at, by };
    Ok(store::insert_later(act.db(), request.id, &step).await?)
}
