//! The meetings' pages: the office's, and those of whoever was asked to come.

mod coming;
mod deciding;
mod drafting;
mod form;
mod guest_link;
mod link;
mod list;
mod lying;
mod one;
mod people;
mod postponing;
mod reaching;
mod results;
mod several;

pub use coming::coming_for;
pub use one::said;

use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::{Halt, Refused};
use hoithi_people::{OrRefuse, Refusals, Viewer, needs, refused};
use hoithi_rules::helpdesk::WordsRefusal;
use hoithi_rules::ids::MeetingId;
use hoithi_rules::meetings::Reply;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Access, Form, Page, Routes};
use jiff::Timestamp;

use crate::api;
use crate::meeting::{Meeting, MeetingState};
use crate::store;

/// Every route of this room. The binary layers an `Extension<Arc<dyn KnownAwards>>` over them.
pub fn routes() -> Routes {
    let keeps = needs(Permission::MeetingKeep);
    Routes::new()
        .get("/api/v1/meetings", keeps, api::meetings)
        .get("/ky/{slug}/cuoc-hop", keeps, list::show)
        .get("/ky/{slug}/cuoc-hop/moi", keeps, form::show_new)
        .post("/ky/{slug}/cuoc-hop/moi", keeps, form::send_new)
        .get("/ky/{slug}/cuoc-hop/{meeting}", keeps, one::show)
        .get("/ky/{slug}/cuoc-hop/{meeting}/sua", keeps, form::show)
        .post("/ky/{slug}/cuoc-hop/{meeting}/sua", keeps, form::send)
        .get("/ky/{slug}/cuoc-hop/{meeting}/hoan", keeps, postponing::show)
        .post("/ky/{slug}/cuoc-hop/{meeting}/hoan", keeps, postponing::send)
        .get("/ky/{slug}/cuoc-hop/{meeting}/huy", keeps, deciding::show_call_off)
        .post("/ky/{slug}/cuoc-hop/{meeting}/huy", keeps, deciding::send_call_off)
        .get("/ky/{slug}/cuoc-hop/{meeting}/gui-thu", keeps, deciding::show_tell)
        .post("/ky/{slug}/cuoc-hop/{meeting}/gui-thu", keeps, deciding::send_tell)
        .get("/ky/{slug}/cuoc-hop/{meeting}/danh-sach", keeps, one::attendance_pdf)
        .post("/ky/{slug}/cuoc-hop/{meeting}/khach", keeps, people::add)
        .post("/ky/{slug}/cuoc-hop/{meeting}/nhieu-khach", keeps, several::add)
        .post("/ky/{slug}/cuoc-hop/{meeting}/khach/{invitee}", keeps, people::answer)
        .post("/ky/{slug}/cuoc-hop/{meeting}/khach/{invitee}/bo", keeps, people::remove)
        .get("/ky/{slug}/cuoc-hop/{meeting}/khach/{invitee}/lien-ket", keeps, guest_link::show)
        .post("/ky/{slug}/cuoc-hop/{meeting}/khach/{invitee}/lien-ket", keeps, guest_link::act)
        .post("/ky/{slug}/cuoc-hop/{meeting}/tai-lieu", keeps, one::put_before)
        .post("/ky/{slug}/cuoc-hop/{meeting}/tai-lieu/{document}/bo", keeps, one::take_away)
        .get("/ky/{slug}/cuoc-hop/{meeting}/soan/{paper}", keeps, drafting::show)
        .post("/ky/{slug}/cuoc-hop/{meeting}/soan/{paper}", keeps, drafting::send)
        .get("/ky/{slug}/cuoc-hop/{meeting}/ket-qua", keeps, results::show)
        .post("/ky/{slug}/cuoc-hop/{meeting}/ket-qua", keeps, results::send)
        .get("/ky/{slug}/cuoc-hop/{meeting}/trao-giai", keeps, results::calling)
        .post("/ky/{slug}/cuoc-hop/{meeting}/trao-giai/{award}", keeps, results::note)
        .get("/giay-moi", Access::SignedIn, coming::list)
        .post("/giay-moi/{meeting}/{invitee}", Access::SignedIn, coming::reply)
        .get("/giay-moi/{meeting}/tai-lieu/{document}", Access::SignedIn, lying::show)
        .get("/thu-moi/{token}", Access::Public, link::show)
        .post("/thu-moi/{token}", Access::Public, link::reply)
        .get("/thu-moi/{token}/giay-moi", Access::Public, link::pdf)
        .get("/thu-moi/{token}/tai-lieu/{document}", Access::Public, link::paper)
}

/// The edition of the address, for whoever keeps its meetings.
async fn in_hand(db: &mut Conn, viewer: &Viewer, slug: &str) -> Result<Edition, Halt> {
    let edition = edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::MeetingKeep, edition.place())?;
    Ok(edition)
}

/// A meeting of that edition.
async fn meeting_in(db: &mut Conn, viewer: &Viewer, (slug, id): (&str, MeetingId)) -> Result<(Edition, Meeting), Halt> {
    let edition = in_hand(db, viewer, slug).await?;
    let meeting = store::meeting(db, id).await?.filter(|meeting| meeting.edition == edition.id);
    Ok((edition, meeting.ok_or_else(Halt::not_found)?))
}

/// Beneath the list of meetings.
fn beneath(page: Page, slug: &str) -> Page {
    let list = page.t("meetings-list");
    page.under(list, format!("/ky/{slug}/cuoc-hop"))
}

/// Beneath one meeting.
fn beneath_one(page: Page, slug: &str, meeting: &Meeting) -> Page {
    beneath(page, slug).under(meeting.plan.title.clone(), format!("/ky/{slug}/cuoc-hop/{}", meeting.id))
}

/// Free words of a field, refused in words that name it: the summary stands far above it.
fn words(no: &mut Refusals, field: &str, typed: Result<String, WordsRefusal>) -> Option<String> {
    let refusal = match typed {
        Ok(words) => return Some(words),
        Err(refusal) => refusal,
    };
    let code = match refusal {
        WordsRefusal::Missing => "meetings.part_missing",
        WordsRefusal::TooLong { .. } => "meetings.part_too_long",
    };
    no.at(field, vec![Refused { code, ..refused(&refusal) }]);
    None
}

/// The word and tone of a state.
fn state(page: &Page, meeting: &Meeting, now: Timestamp) -> (String, &'static str) {
    let state = meeting.state_at(now);
    let tone = match state {
        "planned" => "todo",
        "begun" => "doing",
        "postponed" => "warn",
        "held" => "done",
        _ => "stop",
    };
    (page.tcode("meetings-state-", state), tone)
}

/// When it begins, and what its day was before it moved; of one without a day, when it was to be.
fn when(page: &Page, meeting: &Meeting) -> String {
    let at = page.instant(meeting.plan.starts_at);
    match (&meeting.state, meeting.old_day()) {
        (MeetingState::Postponed, _) => page.t1("meetings-when-undated", "before", at),
        (_, Some(old)) => page.tx("meetings-when-moved", &[("when", at), ("before", page.day(old))]),
        (_, None) => at,
    }
}

/// What was chosen with the words beside it. Words that are nobody's answer are not dropped in silence; those that
/// stand there from the answer before are.
fn reply_in(form: &Form, before: Option<&Reply>) -> Result<Reply, Halt> {
    let (choice, typed) = (form.value("reply"), form.value("reply_words"));
    let stale = before.is_some_and(|before| before.words() == typed);
    if choice == Reply::Comes.code() && !typed.trim().is_empty() && !stale {
        return Err(Halt::refused("meetings.reply_comes", Some("reply_words"), "whoever comes gives no reason"));
    }
    Reply::parse(choice, typed).or_refuse()
}
