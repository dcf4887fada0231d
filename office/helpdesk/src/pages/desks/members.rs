//! The people of a desk: who joins, who is away, who leaves.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Contact, Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::helpdesk::{Absence, short_words};
use hoithi_rules::ids::{AccountId, DeskId};
use hoithi_web::{Form, House, Page, Path, Posted};
use jiff::civil::Date;
use uuid::Uuid;

use super::{Sent, back, kept};
use crate::operations::{ChangeMember, Join, change_member, join};

pub(in crate::pages) async fn add_member(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DeskId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["account", "post", "phone", "deputy", "from"])?;
    let (edition, desk) = kept(&house, &viewer, (&slug, id)).await?;
    let done = match member_in(&form, (&edition, id)) {
        Ok(new) => house.acts.perform(viewer.actor(), move |act| Box::pin(join(act, new.clone()))).await,
        Err(halt) => Err(halt),
    };
    back((&house, &viewer, page), (edition, desk), (form, Sent::NewMember), done).await
}

fn member_in(form: &Form, (edition, desk): (&Edition, DeskId)) -> Result<Join, Halt> {
    let mut no = Refusals::new();
    let account = form.value("account").parse::<AccountId>().ok();
    if account.is_none() {
        no.add("helpdesk.may_not_answer", "account", "nobody was chosen");
    }
    let post = match form.given("post") {
        Some(post) => no.keep("post", short_words(post)),
        None => Some(String::new()),
    };
    let phone = match form.given("phone") {
        Some(phone) => no.keep("phone", Contact::parse("", phone)).map(|contact| contact.phone),
        None => Some(String::new()),
    };
    let from = parse_day(form.value("from"));
    if from.is_none() {
        no.add("helpdesk.day", "from", "this is no day");
    }
    match (account, post, phone, from) {
        (Some(account), Some(post), Some(phone), Some(from)) => {
            let deputy = form.checked("deputy", "yes");
            Ok(Join { edition: edition.id, desk, account, post, phone, deputy, from })
        }
        _ => Err(no.halt()),
    }
}

pub(in crate::pages) async fn save_member(
    State(house): State<House>,
    Path((slug, id, member)): Path<(String, DeskId, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["absent_from", "absent_to", "to"])?;
    let (edition, desk) = kept(&house, &viewer, (&slug, id)).await?;
    desk.members.iter().find(|each| each.id == member).ok_or_else(Halt::not_found)?;
    let done = match days_in(&form) {
        Ok(days) => {
            let absent = days.get("absent_from").copied().zip(days.get("absent_to").copied());
            let absent = absent.map(|(from, to)| Absence { from, to });
            let to = days.get("to").copied();
            let change = ChangeMember { edition: edition.id, desk: id, member, absent, to };
            house.acts.perform(viewer.actor(), move |act| Box::pin(change_member(act, change.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    back((&house, &viewer, page), (edition, desk), (form, Sent::Member(member)), done).await
}

/// The days that were given; an absence has both of its days or none.
fn days_in(form: &Form) -> Result<BTreeMap<&'static str, Date>, Halt> {
    let mut no = Refusals::new();
    let mut days = BTreeMap::new();
    for field in ["absent_from", "absent_to", "to"] {
        match form.given(field).map(parse_day) {
            Some(Some(day)) => {
                days.insert(field, day);
            }
            Some(None) => no.add("helpdesk.day", field, "this is no day"),
            None => {}
        }
    }
    if form.given("absent_from").is_some() != form.given("absent_to").is_some() {
        no.add("helpdesk.absence_half", "absent_to", "an absence has a first and a last day");
    }
    no.done().map(|()| days)
}
