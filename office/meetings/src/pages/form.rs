//! What is set before people meet.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::helpdesk::{long_words, short_words};
use hoithi_rules::ids::MeetingId;
use hoithi_rules::meetings::{MeetingKind, Quorum};
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::Timestamp;
use jiff::civil::{Date, Time};

use super::reaching::{Rows, done, reached};
use super::{beneath, in_hand, meeting_in, words};
use crate::meeting::{Meeting, OTHER_KIND, Plan};
use crate::operations::{ChangePlan, NewMeeting, change_plan, plan_meeting};
use crate::telling::News;

#[derive(Template)]
#[template(path = "meetings/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    action: String,
    kinds: Vec<(String, String)>,
    quorums: Vec<(String, String)>,
    /// Whom another day, hour or place is told to, and who has to be called.
    reached: Rows,
    /// Whether its invitation is drafted: that paper does not follow what is changed here.
    invited: bool,
    /// Whether it is entered here for the first time.
    new: bool,
}

impl FormPage {
    fn new(page: Page, slug: &str, (action, title): (String, &str), form: Form) -> Self {
        let kinds = MeetingKind::ALL.map(|kind| (kind.code().to_owned(), page.tcode("meetings-kind-", kind.code())));
        let quorums = Quorum::ALL.map(|each| (each.code().to_owned(), page.tcode("meetings-quorum-", each.code())));
        let kinds = kinds.into_iter().chain([(OTHER_KIND.to_owned(), page.t("meetings-kind-other"))]);
        let kinds = kinds.collect();
        let page = beneath(page, slug).titled(title);
        Self { page, form, action, kinds, quorums: quorums.to_vec(), reached: Rows::new(), invited: false, new: true }
    }

    async fn of(
        db: &mut Conn,
        page: Page,
        (slug, meeting): (&str, &Meeting),
        (form, today): (Form, Date),
    ) -> Result<Self, Halt> {
        let reached = reached(db, &page, (meeting, today), News::Elsewhere).await?;
        let action = format!("/ky/{slug}/cuoc-hop/{}/sua", meeting.id);
        let new = Self::new(page, slug, (action, "meetings-change"), form);
        Ok(Self { invited: meeting.invitation.is_some(), reached, new: false, ..new })
    }
}

const FIELDS: [&str; 12] =
    ["kind", "own_kind", "title", "day", "time", "held", "place", "chair", "secretary", "quorum", "agenda", "version"];

pub(super) async fn show_new(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    in_hand(&mut house.read().await?, &viewer, &slug).await?;
    let form = Form::new().with("kind", MeetingKind::Committee.code()).with("quorum", Quorum::Half.code());
    let action = format!("/ky/{slug}/cuoc-hop/moi");
    html(&FormPage::new(page, &slug, (action, "meetings-new"), form.with("time", "8:00")))
}

pub(super) async fn send_new(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&FIELDS)?;
    let edition = in_hand(&mut house.read().await?, &viewer, &slug).await?;
    let planned = match plan_in(&form, &edition) {
        Ok(plan) => {
            let new = NewMeeting { edition: edition.id, plan, held: form.value("held") == "co" };
            house.acts.perform(viewer.actor(), move |act| Box::pin(plan_meeting(act, new.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match planned {
        Ok(id) => {
            let flash = if form.value("held") == "co" { "meetings-was-entered" } else { "meetings-was-planned" };
            Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/cuoc-hop/{id}"), flash))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let action = format!("/ky/{slug}/cuoc-hop/moi");
            html(&FormPage::new(page, &slug, (action, "meetings-new"), form))
        }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (edition, meeting) = meeting_in(&mut db, &viewer, (&slug, id)).await?;
    let form = filled(&edition, &meeting);
    html(&FormPage::of(&mut db, page, (&slug, &meeting), (form, viewer.today)).await?)
}

fn filled(edition: &Edition, meeting: &Meeting) -> Form {
    let plan = &meeting.plan;
    let there = plan.starts_at.to_zoned(edition.book.calendar().zone.clone());
    Form::new()
        .with("version", meeting.version)
        .with("kind", plan.kind_code())
        .with("own_kind", &plan.own_kind)
        .with("title", &plan.title)
        .with("day", hoithi_web::day(there.date()))
        .with("time", format!("{}:{:02}", there.hour(), there.minute()))
        .with("place", &plan.place)
        .with("chair", &plan.chair)
        .with("secretary", &plan.secretary)
        .with("quorum", plan.quorum.code())
        .with("agenda", &plan.agenda)
}

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&FIELDS)?;
    let (edition, meeting) = meeting_in(&mut house.read().await?, &viewer, (&slug, id)).await?;
    let changed = match plan_in(&form, &edition) {
        Ok(plan) => {
            let change = ChangePlan { meeting: id, version: form.value("version").parse().unwrap_or_default(), plan };
            house.acts.perform(viewer.actor(), move |act| Box::pin(change_plan(act, change.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match changed {
        Ok(told) => {
            let said = ("meetings-was-changed", "meetings-was-changed-told");
            Ok(done(&house, &format!("/ky/{slug}/cuoc-hop/{id}"), said, told))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let mut db = house.read().await?;
            html(&FormPage::of(&mut db, page, (&slug, &meeting), (form, viewer.today)).await?)
        }
    }
}

fn plan_in(form: &Form, edition: &Edition) -> Result<Plan, Halt> {
    let mut no = Refusals::new();
    let (kind, own_kind) = if form.value("kind") == OTHER_KIND {
        (Some(MeetingKind::Committee), words(&mut no, "own_kind", short_words(form.value("own_kind"))))
    } else {
        (MeetingKind::from_code(form.value("kind")), Some(String::new()))
    };
    if kind.is_none() {
        no.add("meetings.kind", "kind", "no kind was chosen");
    }
    let title = words(&mut no, "title", short_words(form.value("title")));
    let starts_at = instant_in(form, edition, ("day", "time"), &mut no);
    let place = words(&mut no, "place", short_words(form.value("place")));
    let chair = words(&mut no, "chair", short_words(form.value("chair")));
    let secretary = words(&mut no, "secretary", short_words(form.value("secretary")));
    let quorum = Quorum::from_code(form.value("quorum"));
    if quorum.is_none() {
        no.add("meetings.quorum", "quorum", "no quorum was chosen");
    }
    let agenda = match form.given("agenda") {
        Some(agenda) => words(&mut no, "agenda", long_words(agenda)),
        None => Some(String::new()),
    };
    match (kind.zip(own_kind), title, starts_at, place, chair, secretary, quorum, agenda) {
        (
            Some((kind, own_kind)),
            Some(title),
            Some(starts_at),
            Some(place),
            Some(chair),
            Some(secretary),
            Some(quorum),
            Some(agenda),
        ) => Ok(Plan { kind, own_kind, title, place, starts_at, chair, secretary, quorum, agenda }),
        _ => Err(no.halt()),
    }
}

/// A day and a time of day in the edition's zone.
pub(super) fn instant_in(
    form: &Form,
    edition: &Edition,
    (day, time): (&'static str, &'static str),
    no: &mut Refusals,
) -> Option<Timestamp> {
    let date = parse_day(form.value(day));
    if date.is_none() {
        no.add("meetings.day", day, "this is no day");
    }
    let clock = time_of(form.value(time));
    if clock.is_none() {
        no.add("meetings.time", time, "this is no time of day");
    }
    at(edition, date?, clock?)
}

fn at(edition: &Edition, date: Date, time: Time) -> Option<Timestamp> {
    let zoned = date.to_datetime(time).to_zoned(edition.book.calendar().zone.clone()).ok()?;
    Some(zoned.timestamp())
}

/// `8:00`, `8h30`, `14 giờ`.
fn time_of(typed: &str) -> Option<Time> {
    let plain: String = typed.replace("giờ", "h").chars().filter(|letter| !letter.is_whitespace()).collect();
    let (hour, minute) = plain.split_once([':', 'h', 'H', '.']).unwrap_or((&plain, ""));
    let minute = if minute.is_empty() { 0 } else { minute.parse().ok()? };
    Time::new(hour.parse().ok()?, minute, 0, 0).ok()
}
