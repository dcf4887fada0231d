//! A meeting that will not take place, read back before it is called off.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::MeetingId;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::{beneath_one, meeting_in};
use crate::meeting::{Meeting, MeetingState};
use crate::operations::{CallOff, call_off};
use crate::store;

#[derive(Template)]
#[template(path = "meetings/call_off.html")]
struct CallOffPage {
    page: Page,
    form: Form,
    here: String,
    meeting: Meeting,
    invited: usize,
    answered: usize,
}

impl CallOffPage {
    async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        (slug, id): (&str, MeetingId),
        form: Form,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let (_, meeting) = meeting_in(&mut db, viewer, (slug, id)).await?;
        let invitees = store::invitees_of(&mut db, id).await?;
        Ok(Self {
            page: beneath_one(page, slug, &meeting).titled("meetings-call-off-title"),
            here: format!("/ky/{slug}/cuoc-hop/{id}"),
            invited: invitees.len(),
            answered: invitees.iter().filter(|each| each.reply.is_some()).count(),
            form,
            meeting,
        })
    }

    fn is_planned(&self) -> bool {
        self.meeting.state == MeetingState::Planned
    }

    fn replies(&self) -> String {
        let facts = [("answered", self.answered.to_string()), ("count", self.invited.to_string())];
        self.page.tx("meetings-answered-of", &facts)
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&CallOffPage::load(&house, &viewer, page, (&slug, id), Form::new()).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["version"])?;
    meeting_in(&mut house.read().await?, &viewer, (&slug, id)).await?;
    let off = CallOff { meeting: id, version: form.value("version").parse().unwrap_or_default() };
    match house.acts.perform(viewer.actor(), move |act| Box::pin(call_off(act, off))).await {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/cuoc-hop/{id}"), "meetings-was-called-off")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&CallOffPage::load(&house, &viewer, page, (&slug, id), form).await?)
        }
    }
}
