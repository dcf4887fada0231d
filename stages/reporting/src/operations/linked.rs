//! What is written at a report by whoever holds a personal link, which the room of the link has tried.

use hoithi_journal::{Act, Halt};
use hoithi_rules::correspondence::Channel;
use hoithi_rules::ids::ReportId;
use uuid::Uuid;

use super::later::{AskLater, later_asked, later_withdrawn};
use super::submit::{AddFiles, SaveDraft, SubmitReport, drafted, papers_added, submitted};
use crate::known::Origins;
use crate::store;

/// What was written at a report: a draft, the report itself, its signed paper, or about a later day for it.
#[derive(Clone, Debug)]
pub struct Written(pub(crate) What);

#[derive(Clone, Debug)]
pub(crate) enum What {
    /// With what is said of it.
    Draft(SaveDraft, &'static str),
    Report(SubmitReport),
    Papers(AddFiles),
    Later(AskLater),
    NotLater(ReportId),
}

impl Written {
    const fn request(&self) -> ReportId {
        match &self.0 {
            What::Draft(command, _) => command.request,
            What::Report(command) => command.request,
            What::Papers(command) => command.request,
            What::Later(command) => command.request,
            What::NotLater(report) => *report,
        }
    }

    /// What the next page says of it; a text of this room.
    pub const fn says(&self) -> &'static str {
        match &self.0 {
            What::Draft(_, says) => says,
            What::Report(_) => "reporting-sent",
            What::Papers(_) => "reporting-paper-added",
            What::Later(_) => "reporting-later-asked-now",
            What::NotLater(_) => "reporting-later-withdrawn-now",
        }
    }
}

/// Takes what was written at the report that this origin asked for, under the same laws as from somebody
/// who signed in. Gives the version of a report that was sent.
///
/// No role gives the right here: the room that knows the origin has tried the link in the same act.
pub async fn written_by_link(
    act: &mut Act,
    origin: Uuid,
    written: Written,
    origins: &dyn Origins,
) -> Result<Option<u32>, Halt> {
    let line = store::report_of_origin(act.db(), origin).await?;
    let line = line.filter(|line| line.request.id == written.request()).ok_or_else(Halt::not_found)?;
    match written.0 {
        What::Draft(command, _) => drafted(act, &line, command).await.map(|()| None),
        What::Papers(command) => papers_added(act, &line, command).await.map(|()| None),
        What::Later(command) => later_asked(act, &line, command, origins).await.map(|()| None),
        What::NotLater(_) => later_withdrawn(act, &line).await.map(|()| None),
        What::Report(command) => {
            let seen = command.seen;
            submitted(act, line, command, (Channel::Link, origins)).await?;
            Ok(Some(seen + 1))
        }
    }
}
