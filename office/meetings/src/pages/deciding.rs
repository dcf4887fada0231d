//! What cannot be undone is read back first: that a meeting is called off, and whom a signed invitation is
//! mailed to.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::helpdesk::short_words;
use hoithi_rules::ids::MeetingId;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html};
use jiff::civil::Date;

use super::reaching::{Rows, done, names, reached};
use super::{beneath_one, meeting_in, when, words};
use crate::meeting::{Meeting, MeetingState};
use crate::operations::{CallOff, call_off};
use crate::store;
use crate::telling::{News, TellInvited, Told, signed_invitation, tell_invited, to_be_told};

/// What is decided.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deed {
    CallOff,
    Tell,
}

#[derive(Template)]
#[template(path = "meetings/read_back.html")]
struct ReadBackPage {
    page: Page,
    form: Form,
    here: String,
    deed: Deed,
    version: i64,
    /// What is read back: of what, and its lines.
    rows: Rows,
    /// Whether it can be done.
    now: bool,
    /// Why it cannot be done yet, where that is not plain.
    not_yet: String,
}

impl ReadBackPage {
    async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        ((slug, id), deed): ((&str, MeetingId), Deed),
        form: Form,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let (_, meeting) = meeting_in(&mut db, viewer, (slug, id)).await?;
        let (rows, now, not_yet) = match deed {
            Deed::CallOff => {
                let planned = matches!(meeting.state, MeetingState::Planned | MeetingState::Postponed);
                (off(&mut db, &page, &meeting, viewer.today).await?, planned, String::new())
            }
            Deed::Tell => {
                let over = !meeting.is_to_come(viewer.now);
                let (rows, some) =
                    if over { (Rows::new(), false) } else { told(&mut db, &page, id, viewer.today).await? };
                let not_yet = if meeting.state == MeetingState::Postponed {
                    page.t("refusal-meetings-undated")
                } else if over {
                    page.t("refusal-meetings-nobody-asked")
                } else if signed_invitation(&mut db, &meeting).await?.is_none() {
                    page.t("refusal-meetings-not-signed")
                } else {
                    String::new()
                };
                (rows, some && not_yet.is_empty(), not_yet)
            }
        };
        let page = beneath_one(page, slug, &meeting).titled(match deed {
            Deed::CallOff => "meetings-call-off-title",
            Deed::Tell => "meetings-tell",
        });
        let here = format!("/ky/{slug}/cuoc-hop/{id}");
        Ok(Self { page, form, here, deed, version: meeting.version, rows, now, not_yet })
    }

    /// The deed in the words of the error summary.
    fn failed(&self) -> &'static str {
        match self.deed {
            Deed::CallOff => "do",
            Deed::Tell => "send",
        }
    }

    fn is_call_off(&self) -> bool {
        self.deed == Deed::CallOff
    }
}

/// Of a meeting that is called off: what it is, who answered, and who is written to.
async fn off(db: &mut Conn, page: &Page, meeting: &Meeting, today: Date) -> Result<Rows, Halt> {
    let invitees = store::invitees_of(db, meeting.id).await?;
    let answered = invitees.iter().filter(|each| each.reply.is_some()).count();
    let replies = [("answered", answered.to_string()), ("count", invitees.len().to_string())];
    let mut rows = vec![
        (page.t("meetings-title"), vec![meeting.plan.title.clone()]),
        (page.t("meetings-when"), vec![when(page, meeting)]),
        (page.t("meetings-place"), vec![meeting.plan.place.clone()]),
        (page.t("meetings-answered"), vec![page.tx("meetings-answered-of", &replies)]),
    ];
    rows.extend(reached(db, page, (meeting, today), News::Off).await?);
    Ok(rows)
}

/// Who has an address and who has none, and whether anybody has one.
async fn told(db: &mut Conn, page: &Page, id: MeetingId, today: Date) -> Result<(Rows, bool), Halt> {
    let people = to_be_told(db, id, today).await?;
    let (told, untold): (Vec<_>, Vec<_>) = people.into_iter().partition(|(_, addresses)| !addresses.is_empty());
    let some = !told.is_empty();
    let mut rows = vec![(page.t1("meetings-told", "count", told.len()), names(told))];
    if !untold.is_empty() {
        rows.push((page.t1("meetings-untold", "count", untold.len()), names(untold)));
    }
    Ok((rows, some))
}

pub(super) async fn show_call_off(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&ReadBackPage::load(&house, &viewer, page, ((&slug, id), Deed::CallOff), Form::new()).await?)
}

pub(super) async fn send_call_off(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["version", "reason"])?;
    meeting_in(&mut house.read().await?, &viewer, (&slug, id)).await?;
    let told = match off_in(&form, id) {
        Ok(off) => house.acts.perform(viewer.actor(), move |act| Box::pin(call_off(act, off.clone()))).await,
        Err(halt) => Err(halt),
    };
    answered((&house, &viewer, page), ((&slug, id), Deed::CallOff), form, told).await
}

fn off_in(form: &Form, meeting: MeetingId) -> Result<CallOff, Halt> {
    let mut no = Refusals::new();
    let reason = words(&mut no, "reason", short_words(form.value("reason"))).ok_or_else(|| no.halt())?;
    Ok(CallOff { meeting, version: form.value("version").parse().unwrap_or_default(), reason })
}

pub(super) async fn show_tell(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&ReadBackPage::load(&house, &viewer, page, ((&slug, id), Deed::Tell), Form::new()).await?)
}

pub(super) async fn send_tell(
    State(house): State<House>,
    Path((slug, id)): Path<(String, MeetingId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&[])?;
    meeting_in(&mut house.read().await?, &viewer, (&slug, id)).await?;
    let tell = TellInvited { meeting: id, portal: house.site.public_url.clone() };
    let told = house.acts.perform(viewer.actor(), move |act| Box::pin(tell_invited(act, tell.clone()))).await;
    answered((&house, &viewer, page), ((&slug, id), Deed::Tell), form, told).await
}

/// To the meeting's page, or the same page with what is wrong.
async fn answered(
    (house, viewer, page): (&House, &Viewer, Page),
    ((slug, id), deed): ((&str, MeetingId), Deed),
    mut form: Form,
    told: Result<Told, Halt>,
) -> Result<Response, Halt> {
    let said = match deed {
        Deed::CallOff => ("meetings-was-called-off", "meetings-was-called-off-told"),
        Deed::Tell => ("meetings-were-told", "meetings-were-told"),
    };
    let halt = match told {
        Ok(told) => return Ok(done(house, &format!("/ky/{slug}/cuoc-hop/{id}"), said, told)),
        Err(halt) => halt,
    };
    form.keep_refusals(&page, halt)?;
    html(&ReadBackPage::load(house, viewer, page, ((slug, id), deed), form).await?)
}
