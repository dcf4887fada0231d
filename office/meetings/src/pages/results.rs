//! What a meeting came to; at a ceremony the order of calling.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::helpdesk::{long_words, short_words};
use hoithi_rules::ids::{AwardId, MeetingId};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::Timestamp;

use super::form::instant_in;
use super::one::said;
use super::{beneath_one, meeting_in, words};
use crate::calling::{Called, KnownAwards};
use crate::meeting::{Duty, Invitee, Meeting, MeetingState};
use crate::operations::{Attendance, Hand, Hold, hand_over, hold};
use crate::store::{self, Call};

#[derive(Template)]
#[template(path = "meetings/results.html")]
struct ResultsPage {
    page: Page,
    form: Form,
    /// The meeting's page, where its list is.
    meeting: String,
    action: String,
    /// Who was asked, with what they answered.
    guests: Vec<(Invitee, String)>,
    /// Whether minutes or notice are drafted: those papers do not follow what is changed here.
    drafted: bool,
    /// That so few came as was ticked, to be said once more; mostly nothing.
    few: String,
}

impl ResultsPage {
    fn is_present(&self, guest: &Invitee) -> bool {
        self.form.checked("present", &guest.id.to_string())
    }
}

async fn results_page(
    house: &House,
    page: Page,
    (slug, meeting): (&str, &Meeting),
    form: Form,
) -> Result<ResultsPage, Halt> {
    let invitees = store::invitees_of(&mut house.read().await?, meeting.id).await?;
    let guests: Vec<_> = invitees.into_iter().map(|invitee| (invitee.clone(), said(&page, &invitee))).collect();
    let drafted = meeting.minutes.is_some() || meeting.notice.is_some();
    let few = if form.error(FEW).is_some() || form.checked(FEW, "co") {
        let came = form.values("present").len();
        page.tx("meetings-few-came", &[("present", came.to_string()), ("count", guests.len().to_string())])
    } else {
        String::new()
    };
    let page = beneath_one(page, slug, meeting).titled("meetings-record");
    let meeting = format!("/ky/{slug}/cuoc-hop/{}", meeting.id);
    let action = format!("{meeting}/ket-qua");
    Ok(ResultsPage { page, form, meeting, action, guests, drafted, few })
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (edition, meeting) = meeting_in(&mut db, &viewer, (&slug, id)).await?;
    let duties = store::duties_of(&mut db, id).await?;
    let invitees = store::invitees_of(&mut db, id).await?;
    drop(db);
    let form = filled(&edition, &meeting, (&duties, &invitees));
    html(&results_page(&house, page, (&slug, &meeting), form).await?)
}

fn filled(edition: &Edition, meeting: &Meeting, (duties, invitees): (&[Duty], &[Invitee])) -> Form {
    let there = |at: Timestamp| at.to_zoned(edition.book.calendar().zone.clone());
    // When it ended nobody can guess; that it was on the same day mostly is so.
    let (day, hour) = match meeting.state {
        MeetingState::Held { ended_at } => {
            let ended = there(ended_at);
            (ended.date(), format!("{}:{:02}", ended.hour(), ended.minute()))
        }
        MeetingState::Planned | MeetingState::Postponed | MeetingState::CalledOff => {
            (there(meeting.plan.starts_at).date(), String::new())
        }
    };
    let line = |duty: &Duty| {
        let due = duty.due.map(|due| format!(" | {}", hoithi_web::day(due))).unwrap_or_default();
        format!("{} | {}{due}", duty.who, duty.what)
    };
    let form = Form::new()
        .with("version", meeting.version)
        .with("ended", hour)
        .with("ended_day", hoithi_web::day(day))
        .with("proceedings", &meeting.proceedings)
        .with("conclusions", &meeting.conclusions)
        .with("dissent", &meeting.dissent)
        .with("duties", duties.iter().map(line).collect::<Vec<_>>().join("\n"));
    invitees.iter().filter(|each| each.present == Some(true)).fold(form, |form, each| form.with("present", each.id))
}

/// The box by which is said that so few came.
const FEW: &str = "few";

const FIELDS: [&str; 9] =
    ["version", "ended", "ended_day", "present", "proceedings", "conclusions", "dissent", "duties", FEW];

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&FIELDS)?;
    let mut db = house.read().await?;
    let (edition, meeting) = meeting_in(&mut db, &viewer, (&slug, id)).await?;
    let invitees = store::invitees_of(&mut db, id).await?;
    drop(db);
    let done = match held_in(&form, (&edition, id), &invitees) {
        Ok(held) if !form.checked(FEW, "co") && too_few(&meeting, &invitees, &held) => {
            Err(Halt::refused("meetings.few_came", Some(FEW), "fewer came than have to be there"))
        }
        Ok(held) => house.acts.perform(viewer.actor(), move |act| Box::pin(hold(act, held.clone()))).await,
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/cuoc-hop/{id}"), "meetings-was-recorded")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&results_page(&house, page, (&slug, &meeting), form).await?)
        }
    }
}

/// Whether boxes were forgotten, perhaps: nobody of the list came, or fewer than have to be there.
fn too_few(meeting: &Meeting, invitees: &[Invitee], held: &Hold) -> bool {
    let came = |each: &&Invitee| held.attendance.iter().any(|line| line.present && line.invitee == each.id);
    let members = invitees.iter().filter(|each| each.member);
    let present = members.clone().filter(came).count();
    let nobody = !invitees.is_empty() && !invitees.iter().any(|each| came(&each));
    nobody || (members.clone().count() > 0 && !meeting.plan.quorum.is_reached(present, members.count()))
}

fn held_in(form: &Form, (edition, id): (&Edition, MeetingId), invitees: &[Invitee]) -> Result<Hold, Halt> {
    let mut no = Refusals::new();
    let ended_at = instant_in(form, edition, ("ended_day", "ended"), &mut no);
    let mut text = |field: &'static str| match form.given(field) {
        Some(typed) => words(&mut no, field, long_words(typed)),
        None => Some(String::new()),
    };
    let (proceedings, conclusions, dissent) = (text("proceedings"), text("conclusions"), text("dissent"));
    let duties = duties_in(form.value("duties"));
    if duties.is_none() {
        no.add("meetings.duties", "duties", "a line is who | what | by when");
    }
    let came = form.values("present");
    let line = |each: &Invitee| Attendance { invitee: each.id, present: came.contains(&each.id.to_string().as_str()) };
    match (ended_at, proceedings, conclusions, dissent, duties) {
        (Some(ended_at), Some(proceedings), Some(conclusions), Some(dissent), Some(duties)) => Ok(Hold {
            meeting: id,
            version: form.value("version").parse().unwrap_or_default(),
            ended_at,
            attendance: invitees.iter().map(line).collect(),
            proceedings,
            conclusions,
            dissent,
            duties,
        }),
        _ => Err(no.halt()),
    }
}

/// One line each: `Ban Thư ký | gửi giấy mời | 20/3/2021`.
fn duties_in(typed: &str) -> Option<Vec<Duty>> {
    let duty = |line: &str| {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let (who, what, due) = match parts.as_slice() {
            [who, what] => (who, what, None),
            [who, what, due] => (who, what, Some(parse_day(due.trim_start_matches("hạn").trim_start())?)),
            _ => return None,
        };
        Some(Duty { who: short_words(who).ok()?, what: short_words(what).ok()?, due })
    };
    typed.lines().filter(|line| !line.trim().is_empty()).map(duty).collect()
}

#[derive(Template)]
#[template(path = "meetings/calling.html")]
struct CallingPage {
    page: Page,
    form: Form,
    here: String,
    /// The prizes in the order of calling, with what was noted of each.
    lines: Vec<(Called, Call)>,
    /// The award whose note was refused.
    sent: Option<AwardId>,
}

impl CallingPage {
    fn handed(&self, call: &Call) -> String {
        let Some((on, to)) = &call.handed else { return String::new() };
        self.page.tx("meetings-handed", &[("day", self.page.day(on)), ("to", to.clone())])
    }

    /// Prizes of absent winners that nobody got yet.
    fn waiting(&self) -> Vec<&Called> {
        let waits = self.lines.iter().filter(|(_, call)| call.absent && call.handed.is_none());
        waits.map(|(called, _)| called).collect()
    }

    fn is_sent(&self, called: &Called) -> bool {
        self.sent == Some(called.award)
    }

    /// The refusals' links lead to the form that was sent.
    fn field(&self, called: &Called, name: &str) -> String {
        if self.is_sent(called) { name.to_owned() } else { format!("{name}-{}", called.award) }
    }

    fn is_absent(&self, called: &Called, call: &Call) -> bool {
        if self.is_sent(called) { self.form.checked("absent", "yes") } else { call.absent }
    }

    fn typed(&self, called: &Called, call: &Call, name: &str) -> String {
        if self.is_sent(called) {
            return self.form.value(name).to_owned();
        }
        match (&call.handed, name) {
            (Some((on, _)), "on") => hoithi_web::day(*on),
            (Some((_, to)), _) => to.clone(),
            (None, _) => String::new(),
        }
    }
}

async fn calling_page(
    house: &House,
    known: &Arc<dyn KnownAwards>,
    page: Page,
    (edition, meeting): (&Edition, &Meeting),
    (form, sent): (Form, Option<AwardId>),
) -> Result<CallingPage, Halt> {
    let mut db = house.read().await?;
    let mut calls = store::calls_of(&mut db, meeting.id).await?;
    let called = known.order_of_calling(&mut db, edition.id).await?;
    let lines = called.into_iter().map(|each| {
        let call = calls.remove(&each.award).unwrap_or_default();
        (each, call)
    });
    let here = format!("/ky/{}/cuoc-hop/{}/trao-giai", edition.slug, meeting.id);
    let page = beneath_one(page, edition.slug.as_str(), meeting).titled("meetings-calling");
    Ok(CallingPage { page, form, here, lines: lines.collect(), sent })
}

pub(super) async fn calling(
    State(house): State<House>,
    Extension(known): Extension<Arc<dyn KnownAwards>>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let (edition, meeting) = meeting_in(&mut house.read().await?, &viewer, (&slug, id)).await?;
    html(&calling_page(&house, &known, page, (&edition, &meeting), (Form::new(), None)).await?)
}

pub(super) async fn note(
    State(house): State<House>,
    Extension(known): Extension<Arc<dyn KnownAwards>>,
    Path((slug, id, award)): Path<(String, MeetingId, AwardId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["absent", "on", "to"])?;
    let mut db = house.read().await?;
    let (edition, meeting) = meeting_in(&mut db, &viewer, (&slug, id)).await?;
    let there = known.order_of_calling(&mut db, edition.id).await?.iter().any(|each| each.award == award);
    drop(db);
    if !there {
        return Err(Halt::not_found());
    }
    let done = match handed_in(&form) {
        Ok(handed) => {
            let hand = Hand { meeting: id, award, absent: form.checked("absent", "yes"), handed };
            house.acts.perform(viewer.actor(), move |act| Box::pin(hand_over(act, hand.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => {
            let to = format!("/ky/{slug}/cuoc-hop/{id}/trao-giai");
            Ok(redirect_with_flash(&house.site, &to, "meetings-prize-noted"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&calling_page(&house, &known, page, (&edition, &meeting), (form, Some(award))).await?)
        }
    }
}

/// Day and receiver come together, or neither.
fn handed_in(form: &Form) -> Result<Option<(jiff::civil::Date, String)>, Halt> {
    let mut no = Refusals::new();
    let (on, to) = match (form.given("on"), form.given("to")) {
        (None, None) => return Ok(None),
        (on, to) => (on.and_then(parse_day), to.map(short_words)),
    };
    if on.is_none() {
        no.add("meetings.day", "on", "this is no day");
    }
    let to = if let Some(to) = to {
        words(&mut no, "to", to)
    } else {
        no.add("meetings.handed_to", "to", "the receiver is missing");
        None
    };
    on.zip(to).map_or_else(|| Err(no.halt()), |handed| Ok(Some(handed)))
}
