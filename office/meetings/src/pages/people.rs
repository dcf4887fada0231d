//! Who is asked to come, and what they answered.

use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Contact, Refusals, Viewer};
use hoithi_rules::helpdesk::short_words;
use hoithi_rules::ids::MeetingId;
use hoithi_web::{Form, House, Page, Path, Posted};
use uuid::Uuid;

use super::one::{back, back_to};
use super::{meeting_in, reply_in, words};
use crate::meeting::Guest;
use crate::operations::{Invite, SayReply, invite, reply, take_back_invitation};

pub(super) async fn add(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["account", "unit", "guest", "email", "member"])?;
    meeting_in(&mut house.read().await?, &viewer, (&slug, id)).await?;
    let done = match guest_in(&form).and_then(|guest| Ok((guest, email_in(&form)?))) {
        Ok((guest, email)) => {
            let new = Invite { meeting: id, guest, member: form.checked("member", "yes"), email };
            house.acts.perform(viewer.actor(), move |act| Box::pin(invite(act, new.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    back((&house, &viewer, page), (&slug, id), form, (done, "meetings-was-invited")).await
}

/// Exactly one of the three.
fn guest_in(form: &Form) -> Result<Guest, Halt> {
    let unknown = |field| Halt::refused("meetings.guest_unknown", Some(field), "there is no such person or unit");
    match (form.given("account"), form.given("unit"), form.given("guest")) {
        (Some(account), None, None) => account.parse().map(Guest::Account).map_err(|_| unknown("account")),
        (None, Some(unit), None) => unit.parse().map(Guest::Unit).map_err(|_| unknown("unit")),
        (None, None, Some(name)) => {
            let mut no = Refusals::new();
            words(&mut no, "guest", short_words(name)).map(Guest::Name).ok_or_else(|| no.halt())
        }
        _ => Err(Halt::refused("meetings.one_guest", Some("account"), "one person, one unit or one name")),
    }
}

/// Where a unit or a guest without an account is written to.
fn email_in(form: &Form) -> Result<String, Halt> {
    match form.given("email") {
        Some(email) => {
            let mut no = Refusals::new();
            let contact = no.keep("email", Contact::parse(email, ""));
            contact.map(|contact| contact.email).ok_or_else(|| no.halt())
        }
        None => Ok(String::new()),
    }
}

pub(super) async fn answer(
    State(house): State<House>,
    Path((slug, id, invitee)): Path<(String, MeetingId, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["reply", "reply_words"])?;
    meeting_in(&mut house.read().await?, &viewer, (&slug, id)).await?;
    let done = match reply_in(&form, None) {
        Ok(said) => {
            let said = SayReply { meeting: id, invitee, reply: said };
            house.acts.perform(viewer.actor(), move |act| Box::pin(reply(act, said.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    let sent = (form, Some(invitee));
    back_to((&house, &viewer, page), (&slug, id), sent, (done, "meetings-reply-kept")).await
}

pub(super) async fn remove(
    State(house): State<House>,
    Path((slug, id, invitee)): Path<(String, MeetingId, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&[])?;
    meeting_in(&mut house.read().await?, &viewer, (&slug, id)).await?;
    let done = house.acts.perform(viewer.actor(), move |act| Box::pin(take_back_invitation(act, id, invitee))).await;
    back((&house, &viewer, page), (&slug, id), form, (done, "meetings-was-uninvited")).await
}
