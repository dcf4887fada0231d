//! Who will be written to about a signed invitation, read back before it is sent.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::MeetingId;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::{beneath_one, meeting_in};
use crate::meeting::MeetingState;
use crate::telling::{TellInvited, signed_invitation, tell_invited, to_be_told};

#[derive(Template)]
#[template(path = "meetings/tell.html")]
struct TellPage {
    page: Page,
    form: Form,
    here: String,
    /// Names of those who have an address here.
    told: Vec<String>,
    /// Names of those who have none.
    untold: Vec<String>,
    /// Whether the invitation is signed and the meeting still lies ahead.
    now: bool,
}

impl TellPage {
    async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        (slug, id): (&str, MeetingId),
        form: Form,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let (_, meeting) = meeting_in(&mut db, viewer, (slug, id)).await?;
        let signed = signed_invitation(&mut db, &meeting).await?.is_some();
        let people = to_be_told(&mut db, id, viewer.today).await?;
        let (told, untold): (Vec<_>, Vec<_>) = people.into_iter().partition(|(_, addresses)| !addresses.is_empty());
        Ok(Self {
            page: beneath_one(page, slug, &meeting).titled("meetings-tell"),
            here: format!("/ky/{slug}/cuoc-hop/{id}"),
            told: told.into_iter().map(|(invitee, _)| invitee.name).collect(),
            untold: untold.into_iter().map(|(invitee, _)| invitee.name).collect(),
            now: signed && meeting.state == MeetingState::Planned,
            form,
        })
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&TellPage::load(&house, &viewer, page, (&slug, id), Form::new()).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&[])?;
    meeting_in(&mut house.read().await?, &viewer, (&slug, id)).await?;
    let tell = TellInvited { meeting: id, portal: house.site.public_url.clone() };
    match house.acts.perform(viewer.actor(), move |act| Box::pin(tell_invited(act, tell.clone()))).await {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/cuoc-hop/{id}"), "meetings-were-told")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&TellPage::load(&house, &viewer, page, (&slug, id), form).await?)
        }
    }
}
