//! Several people, units and names put on the list by one form.

use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::helpdesk::short_words;
use hoithi_rules::ids::MeetingId;
use hoithi_web::{Form, House, Page, Path, Posted};

use super::one::back;
use super::{meeting_in, words};
use crate::inviting::{InviteAll, invite_all};
use crate::meeting::Guest;

pub(super) async fn add(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["accounts", "units", "names", "members"])?;
    meeting_in(&mut house.read().await?, &viewer, (&slug, id)).await?;
    let done = match guests_in(&form) {
        Ok(guests) => {
            let all = InviteAll { meeting: id, guests, member: form.checked("members", "yes") };
            house.acts.perform(viewer.actor(), move |act| Box::pin(invite_all(act, all.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    back((&house, &viewer, page), (&slug, id), form, (done, "meetings-were-invited")).await
}

/// Everybody who was ticked, and a guest for each line.
fn guests_in(form: &Form) -> Result<Vec<Guest>, Halt> {
    let unknown = || Halt::refused("meetings.guest_unknown", Some("names"), "there is no such person or unit");
    let mut guests = Vec::new();
    for id in form.values("accounts") {
        guests.push(Guest::Account(id.parse().map_err(|_| unknown())?));
    }
    for id in form.values("units") {
        guests.push(Guest::Unit(id.parse().map_err(|_| unknown())?));
    }
    let mut no = Refusals::new();
    for name in form.raw("names").lines().filter(|line| !line.trim().is_empty()) {
        guests.extend(words(&mut no, "names", short_words(name)).map(Guest::Name));
    }
    no.done()?;
    Ok(guests)
}
