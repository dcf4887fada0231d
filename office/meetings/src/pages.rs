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
mod results;
mod several;

pub use coming::coming_for;
pub use one::said;

use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::{Fact, Halt, Refused};
use hoithi_people::{Viewer, needs};
use hoithi_rules::ids::MeetingId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Access, Page, Routes};
use jiff::Timestamp;

use crate::api;
use crate::meeting::Meeting;
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
        .get("/ky/{slug}/cuoc-hop/{meeting}/hoan", keeps, deciding::show_call_off)
        .post("/ky/{slug}/cuoc-hop/{meeting}/hoan", keeps, deciding::send_call_off)
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

/// Says of free words that are missing or too long in which field of the form that is: the summary stands
/// far above it.
fn naming_fields(page: &Page, halt: Halt) -> Halt {
    let Halt::Refused(all) = halt else { return halt };
    let named = |mut each: Refused| {
        let Some(label) = each.field.as_deref().and_then(label_of) else { return each };
        each.code = match each.code {
            "helpdesk.words_missing" => "meetings.part_missing",
            "helpdesk.words_too_long" => "meetings.part_too_long",
            other => other,
        };
        each.facts.push(("part", Fact::Text(page.t(label))));
        each
    };
    Halt::Refused(all.into_iter().map(named).collect())
}

/// The label of a field of free words.
fn label_of(field: &str) -> Option<&'static str> {
    let label = match field {
        "title" => "meetings-title",
        "place" => "meetings-place",
        "chair" => "meetings-chair",
        "secretary" => "meetings-secretary",
        "agenda" => "meetings-agenda",
        "position" => "meetings-signer-post",
        "proceedings" => "meetings-proceedings",
        "conclusions" => "meetings-conclusions",
        "dissent" => "meetings-dissent",
        _ => return None,
    };
    Some(label)
}

/// The word and tone of a state.
fn state(page: &Page, meeting: &Meeting, now: Timestamp) -> (String, &'static str) {
    let state = meeting.state_at(now);
    let tone = match state {
        "planned" => "todo",
        "begun" => "doing",
        "held" => "done",
        _ => "stop",
    };
    (page.tcode("meetings-state-", state), tone)
}
