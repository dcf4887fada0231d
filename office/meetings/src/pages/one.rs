//! One meeting at the office: its list, its papers, what it came to.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{DocumentCard, answer_pdf, document, documents_of, kind_named};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Account, Viewer, holders};
use hoithi_rules::ids::{AccountId, DocumentId, MeetingId};
use hoithi_rules::meetings::{MeetingKind, Reply};
use hoithi_rules::people::{Role, Scope};
use hoithi_store::Conn;
use hoithi_units::{grouped, units_to_choose};
use hoithi_web::{Form, House, Page, Path, Posted, html, name_order, redirect_with_flash};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::{beneath, meeting_in, state, when};
use crate::links::{drafted_for, invitation};
use crate::meeting::{Duty, Invitee, Meeting, MeetingState, attendance};
use crate::operations::{is_settled, may_draft, put_paper, take_paper};
use crate::papers::Paper;
use crate::sheet::{attendance_sheet, posts};
use crate::store;
use crate::telling::everybody;

#[derive(Template)]
#[template(path = "meetings/one.html")]
pub(super) struct OnePage {
    page: Page,
    form: Form,
    /// The invitee whose answer was refused.
    sent: Option<Uuid>,
    slug: String,
    meeting: Meeting,
    shown: (String, &'static str),
    invitees: Vec<Invitee>,
    duties: Vec<Duty>,
    /// Documents that lie before the meeting.
    papers: Vec<DocumentCard>,
    /// Documents that could.
    register: Vec<(String, String)>,
    people: Vec<(String, String)>,
    units: Vec<(String, Vec<(String, String)>)>,
    replies: Vec<(String, String)>,
    /// Whether its hour has come: what came of it is recorded from then on, and nobody is asked to come any more.
    begun: bool,
    /// Whether its list can still be changed.
    open: bool,
    /// The day for which its invitation was drafted, where it moved since.
    stale: Option<Date>,
    /// Who has no address to be written to.
    silent: Vec<Uuid>,
    /// The drafts and documents that were made of it: which, its address, how far it is.
    made: Vec<Made>,
}

/// A paper of the meeting in the register.
struct Made {
    paper: &'static str,
    title: String,
    document: Option<DocumentCard>,
    /// Whether its draft can be written now.
    now: bool,
    /// What has to be done before, where it cannot.
    first: String,
}

impl OnePage {
    pub(super) async fn load(
        db: &mut Conn,
        page: Page,
        viewer: &Viewer,
        (edition, meeting): (&Edition, Meeting),
        (form, sent): (Form, Option<Uuid>),
    ) -> Result<Self, Halt> {
        let invitees = store::invitees_of(db, meeting.id).await?;
        let lying = store::papers_of(db, meeting.id).await?;
        let register = documents_of(db, edition.id).await?;
        let (papers, others): (Vec<_>, Vec<_>) = register.into_iter().partition(|card| lying.contains(&card.id));
        let mut people: Vec<Account> = colleagues(db, edition, viewer.today).await?;
        people.sort_by_key(|account| name_order(account.name.as_str()));
        let units = grouped(&page, units_to_choose(db, viewer.today).await?).into_iter();
        let units =
            units.map(|(word, units)| (word, units.into_iter().map(|unit| (unit.id.to_string(), unit.name)).collect()));
        Ok(Self {
            units: units.collect(),
            people: people.into_iter().map(|each| (each.id.to_string(), each.name.to_string())).collect(),
            register: others.iter().map(|card| (card.id.to_string(), named(&page, card))).collect(),
            replies: Reply::CODES.map(|code| (code.to_owned(), page.tcode("meetings-reply-", code))).to_vec(),
            made: made(db, &page, (&meeting, &invitees), viewer.now).await?,
            duties: store::duties_of(db, meeting.id).await?,
            shown: state(&page, &meeting, viewer.now),
            begun: meeting.has_begun(viewer.now),
            open: !matches!(meeting.state, MeetingState::Postponed | MeetingState::CalledOff)
                && !is_settled(db, &meeting).await?,
            stale: stale(db, &meeting).await?,
            silent: silent(db, &meeting, viewer.today).await?,
            page: beneath(page, edition.slug.as_str()).named(meeting.plan.title.clone()),
            slug: edition.slug.to_string(),
            form,
            sent,
            invitees,
            papers,
            meeting,
        })
    }

    fn here(&self) -> String {
        format!("/ky/{}/cuoc-hop/{}", self.slug, self.meeting.id)
    }

    fn is_planned(&self) -> bool {
        self.meeting.state == MeetingState::Planned
    }

    /// Whether it was put off and has no day yet.
    fn is_undated(&self) -> bool {
        self.meeting.state == MeetingState::Postponed
    }

    fn when(&self) -> String {
        when(&self.page, &self.meeting)
    }

    fn is_silent(&self, invitee: &Invitee) -> bool {
        self.silent.contains(&invitee.id)
    }

    /// Whether people can still be asked to come.
    fn is_to_come(&self) -> bool {
        self.is_planned() && !self.begun
    }

    /// Whether its invitation is signed, so that people can be written to.
    fn is_signed(&self) -> bool {
        let invitation = self.made.iter().find(|each| each.paper == Paper::Invitation.code());
        invitation.and_then(|each| each.document.as_ref()).is_some_and(|card| card.signed.is_some())
    }

    /// Where its invitation is drafted, while that is what comes next.
    fn invites(&self) -> Option<String> {
        let invitation = self.made.iter().find(|each| each.paper == Paper::Invitation.code());
        let next = invitation.is_some_and(|each| each.now && each.document.is_none());
        next.then(|| format!("{}/soan/{}", self.here(), Paper::Invitation.code()))
    }

    /// What kind it is, in the word of the office where it has one of its own.
    fn kind(&self) -> String {
        let plan = &self.meeting.plan;
        if plan.own_kind.is_empty() {
            self.page.tcode("meetings-kind-", plan.kind.code())
        } else {
            plan.own_kind.clone()
        }
    }

    fn is_ceremony(&self) -> bool {
        self.meeting.plan.kind == MeetingKind::Ceremony
    }

    fn is_held(&self) -> bool {
        matches!(self.meeting.state, MeetingState::Held { .. })
    }

    /// "Có mặt 10/15 thành viên, đủ số cần thiết"
    fn quorum(&self) -> String {
        let (present, members) = attendance(&self.invitees);
        let facts = [("present", present.to_string()), ("members", members.to_string())];
        if !self.is_held() {
            return self.page.t1("meetings-members", "members", members);
        }
        let reached = self.meeting.plan.quorum.is_reached(present, members);
        if reached {
            self.page.tx("meetings-quorum-reached", &facts)
        } else {
            self.page.tx("meetings-quorum-missed", &facts)
        }
    }

    fn named(&self, card: &DocumentCard) -> String {
        named(&self.page, card)
    }

    fn answer(&self, invitee: &Invitee) -> String {
        said(&self.page, invitee)
    }

    fn is_sent(&self, invitee: &Invitee) -> bool {
        self.sent == Some(invitee.id)
    }

    /// The refusals' links lead to the form that was sent.
    fn field(&self, invitee: &Invitee, name: &str) -> String {
        if self.is_sent(invitee) { name.to_owned() } else { format!("{name}-{}", invitee.id) }
    }

    /// What was typed into the form that was refused.
    fn typed(&self, invitee: &Invitee, name: &str) -> &str {
        if self.is_sent(invitee) { self.form.value(name) } else { "" }
    }

    fn came(&self, invitee: &Invitee) -> String {
        match invitee.present {
            Some(true) => self.page.t("meetings-present"),
            Some(false) => self.page.t("meetings-absent"),
            None if self.is_held() => self.page.t("meetings-attendance-asked"),
            None => String::new(),
        }
    }

    /// Of how many the results do not say yet whether they came: they were listed after those were recorded.
    fn unasked(&self) -> usize {
        if self.is_held() { self.invitees.iter().filter(|each| each.present.is_none()).count() } else { 0 }
    }

    fn due(&self, duty: &Duty) -> String {
        duty.due.map(|due| self.page.day(due)).unwrap_or_default()
    }
}

/// Who of the office and the committee can be asked to come; authors and judges are nobody's choice here.
async fn colleagues(db: &mut Conn, edition: &Edition, today: Date) -> Result<Vec<Account>, Halt> {
    let mut all: BTreeMap<AccountId, Account> = BTreeMap::new();
    for role in [Role::CommitteeMember, Role::AgencyHead, Role::AgencyOfficer, Role::ContestSecretary, Role::Auditor] {
        for scope in [Scope::Whole, Scope::Edition(edition.id)] {
            all.extend(holders(db, role, scope, today).await?.into_iter().map(|account| (account.id, account)));
        }
    }
    Ok(all.into_values().collect())
}

/// The day for which the invitation, or as yet its draft, was written, where the meeting moved since.
async fn stale(db: &mut Conn, meeting: &Meeting) -> Result<Option<Date>, Halt> {
    let mut paper = invitation(db, meeting).await?;
    if paper.is_none()
        && let Some(id) = meeting.invitation
    {
        paper = document(db, id).await?;
    }
    Ok(paper.and_then(|paper| drafted_for(meeting, &paper)))
}

/// Whom no mail reaches, as long as there is something to write.
async fn silent(db: &mut Conn, meeting: &Meeting, today: Date) -> Result<Vec<Uuid>, Halt> {
    if matches!(meeting.state, MeetingState::Held { .. }) {
        return Ok(Vec::new());
    }
    let people = everybody(db, meeting.id, today).await?.into_iter();
    Ok(people.filter(|(_, addresses)| addresses.is_empty()).map(|(invitee, _)| invitee.id).collect())
}

/// What an invitee answered, and who wrote it down.
pub fn said(page: &Page, invitee: &Invitee) -> String {
    let worded = |reply: &Reply| {
        let word = page.tcode("meetings-reply-", reply.code());
        if reply.words().is_empty() { word } else { format!("{word}: {}", reply.words()) }
    };
    let said = match (&invitee.reply, &invitee.earlier) {
        (Some(reply), _) => worded(reply),
        (None, Some(earlier)) => return page.t1("meetings-reply-earlier", "said", worded(earlier)),
        (None, None) => return page.t("meetings-no-reply"),
    };
    if invitee.recorded { page.t1("meetings-reply-recorded", "said", said) } else { said }
}

/// That the day moved, from which to which, and why; else nothing.
pub(super) fn moved(page: &Page, meeting: &Meeting) -> String {
    let Some(old) = meeting.old_day() else { return String::new() };
    let days = [("before", page.day(old)), ("when", page.instant(meeting.plan.starts_at))];
    let says = page.tx("meetings-day-moved", &days);
    if meeting.reason.is_empty() {
        return says;
    }
    format!("{says} {}", page.t1("meetings-mail-why", "reason", &meeting.reason))
}

/// Kind, number and day of a document, and what it is about.
pub(super) fn named(page: &Page, card: &DocumentCard) -> String {
    let kind = kind_named(page, &card.kind);
    match &card.signed {
        Some((number, day)) => format!("{kind} {number} ({}): {}", page.day(day), card.subject),
        None => format!("{kind}: {}", card.subject),
    }
}

async fn made(
    db: &mut Conn,
    page: &Page,
    (meeting, invitees): (&Meeting, &[Invitee]),
    now: Timestamp,
) -> Result<Vec<Made>, Halt> {
    let all = [
        (Paper::Invitation, meeting.invitation, "meetings-first-invite"),
        (Paper::Minutes, meeting.minutes, "meetings-first-record"),
        (Paper::Notice, meeting.notice, "meetings-first-conclude"),
    ];
    let mut made = Vec::new();
    for (paper, id, first) in all {
        let over = match paper {
            Paper::Invitation => !meeting.is_to_come(now),
            Paper::Minutes | Paper::Notice => meeting.state == MeetingState::CalledOff,
        };
        let first = page.t(if over { "meetings-not-drafted" } else { first });
        let now = may_draft(paper, (meeting, invitees), now).is_ok();
        let document = match id {
            Some(id) => document(db, id).await?.map(|document| document.card()),
            None => None,
        };
        let title = page.tcode("meetings-paper-", paper.code());
        made.push(Made { paper: paper.code(), title, document, now, first });
    }
    Ok(made)
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (edition, meeting) = meeting_in(&mut db, &viewer, (&slug, id)).await?;
    html(&OnePage::load(&mut db, page, &viewer, (&edition, meeting), (Form::new(), None)).await?)
}

/// Back to the meeting: with what was achieved, or with the refusals.
pub(super) async fn back(
    door: (&House, &Viewer, Page),
    meeting: (&str, MeetingId),
    form: Form,
    done: (Result<(), Halt>, &'static str),
) -> Result<Response, Halt> {
    back_to(door, meeting, (form, None), done).await
}

/// The same, where the form was that of one invitee.
pub(super) async fn back_to(
    (house, viewer, page): (&House, &Viewer, Page),
    (slug, id): (&str, MeetingId),
    (mut form, sent): (Form, Option<Uuid>),
    (done, flash): (Result<(), Halt>, &'static str),
) -> Result<Response, Halt> {
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/cuoc-hop/{id}"), flash)),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let mut db = house.read().await?;
            let (edition, meeting) = meeting_in(&mut db, viewer, (slug, id)).await?;
            html(&OnePage::load(&mut db, page, viewer, (&edition, meeting), (form, sent)).await?)
        }
    }
}

pub(super) async fn put_before(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["document"])?;
    meeting_in(&mut house.read().await?, &viewer, (&slug, id)).await?;
    let done = match form.value("document").parse::<DocumentId>() {
        Ok(document) => house.acts.perform(viewer.actor(), move |act| Box::pin(put_paper(act, id, document))).await,
        Err(_) => Err(Halt::refused("meetings.paper_unknown", Some("document"), "no document was chosen")),
    };
    back((&house, &viewer, page), (&slug, id), form, (done, "meetings-paper-added")).await
}

/// Takes a paper away that was put there by mistake.
pub(super) async fn take_away(
    State(house): State<House>,
    Path((slug, id, document)): Path<(String, MeetingId, DocumentId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    meeting_in(&mut house.read().await?, &viewer, (&slug, id)).await?;
    let done = house.acts.perform(viewer.actor(), move |act| Box::pin(take_paper(act, id, document))).await;
    back((&house, &viewer, page), (&slug, id), posted.form, (done, "meetings-paper-taken")).await
}

pub(super) async fn attendance_pdf(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (edition, meeting) = meeting_in(&mut db, &viewer, (&slug, id)).await?;
    let invitees = store::invitees_of(&mut db, meeting.id).await?;
    let posts = posts(&mut db, &edition, viewer.today).await?;
    drop(db);
    Ok(answer_pdf(attendance_sheet(&house, &edition, &meeting, (&invitees, &posts)).await?, "danh-sach-dai-bieu.pdf"))
}
