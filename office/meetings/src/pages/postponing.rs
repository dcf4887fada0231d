//! A meeting is put off, to another day or to none yet; one without a day gets its new one.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::helpdesk::short_words;
use hoithi_rules::ids::MeetingId;
use hoithi_web::{Form, House, Page, Path, Posted, html};

use super::form::instant_in;
use super::reaching::{Rows, done, reached};
use super::{beneath_one, meeting_in, when, words};
use crate::meeting::{Meeting, MeetingState};
use crate::operations::{Postpone, postpone};
use crate::telling::News;

#[derive(Template)]
#[template(path = "meetings/postpone.html")]
struct PostponePage {
    page: Page,
    form: Form,
    here: String,
    version: i64,
    rows: Rows,
    /// A new day, or none yet.
    choices: Vec<(String, String)>,
    /// Whether it can be put off, or get its day.
    now: bool,
    /// Whether it has no day for now, so that a day is all that is asked.
    undated: bool,
}

// The new day is set, or it is not set yet.
const NEW: &str = "moi";
const NONE: &str = "chua";

impl PostponePage {
    async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        (slug, id): (&str, MeetingId),
        form: Form,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let (_, meeting) = meeting_in(&mut db, viewer, (slug, id)).await?;
        let undated = meeting.state == MeetingState::Postponed;
        let mut rows = vec![
            (page.t("meetings-title"), vec![meeting.plan.title.clone()]),
            (page.t("meetings-when"), vec![when(&page, &meeting)]),
            (page.t("meetings-place"), vec![meeting.plan.place.clone()]),
        ];
        rows.extend(reached(&mut db, &page, (&meeting, viewer.today), News::Moved).await?);
        let choices = [(NEW, "meetings-until-day"), (NONE, "meetings-until-none")];
        Ok(Self {
            choices: choices.map(|(value, key)| (value.to_owned(), page.t(key))).to_vec(),
            now: undated || meeting.state == MeetingState::Planned,
            page: beneath_one(page, slug, &meeting).titled(if undated {
                "meetings-set-day"
            } else {
                "meetings-postpone-title"
            }),
            here: format!("/ky/{slug}/cuoc-hop/{id}"),
            version: meeting.version,
            form,
            rows,
            undated,
        })
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&PostponePage::load(&house, &viewer, page, (&slug, id), Form::new()).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["version", "reason", "until", "day", "time"])?;
    let (edition, meeting) = meeting_in(&mut house.read().await?, &viewer, (&slug, id)).await?;
    let told = match late_in(&form, (&edition, &meeting)) {
        Ok(late) => house.acts.perform(viewer.actor(), move |act| Box::pin(postpone(act, late.clone()))).await,
        Err(halt) => Err(halt),
    };
    let said = if meeting.state == MeetingState::Postponed {
        ("meetings-was-dated", "meetings-was-dated-told")
    } else {
        ("meetings-was-postponed", "meetings-was-postponed-told")
    };
    match told {
        Ok(told) => Ok(done(&house, &format!("/ky/{slug}/cuoc-hop/{id}"), said, told)),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&PostponePage::load(&house, &viewer, page, (&slug, id), form).await?)
        }
    }
}

/// Why, and until when; of a meeting without a day its new one.
fn late_in(form: &Form, (edition, meeting): (&Edition, &Meeting)) -> Result<Postpone, Halt> {
    let mut no = Refusals::new();
    let undated = meeting.state == MeetingState::Postponed;
    let reason =
        if undated { Some(String::new()) } else { words(&mut no, "reason", short_words(form.value("reason"))) };
    let until = match form.value("until") {
        NONE if !undated => Some(None),
        choice if undated || choice == NEW => instant_in(form, edition, ("day", "time"), &mut no).map(Some),
        _ => {
            no.add("meetings.until", "until", "neither a new day nor that there is none yet");
            None
        }
    };
    let (Some(reason), Some(until)) = (reason, until) else { return Err(no.halt()) };
    let version = form.value("version").parse().unwrap_or_default();
    Ok(Postpone { meeting: meeting.id, version, reason, until })
}
