//! What a personal link opens: the invitation, on a telephone, for somebody without an account.
//!
//! The address is the key, so no answer here may be kept by a browser or told to another site.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{PaperView, answer_pdf, bases_of, sheet_pdf};
use hoithi_journal::{Actor, Door, Halt};
use hoithi_people::{Gate, Refusals, at_the_gate, ended_key, opened, unknown_key};
use hoithi_rules::helpdesk::short_words;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::meetings::{LinkEnded, Reply, ReplyRefusal};
use hoithi_rules::people::PersonName;
use hoithi_web::{Form, House, NetworkAddress, Page, Path, Posted, html, private, redirect_with_flash};

use super::lying::{self, Lying, lying_before};
use super::one::{moved, said};
use super::when;
use crate::links::{LinkTry, Opened, ReplyByLink, drafted_for, holder, reply_by_link};
use crate::meeting::{Meeting, MeetingState};

#[derive(Template)]
#[template(path = "meetings/link.html")]
struct LinkPage {
    page: Page,
    form: Form,
    token: String,
    opened: Opened,
    paper: PaperView,
    /// What lies before the meeting.
    lying: Vec<Lying>,
    replies: Vec<(String, String)>,
}

impl LinkPage {
    async fn load(
        house: &House,
        page: Page,
        (token, opened): (String, Opened),
        form: Option<Form>,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let bases = bases_of(&mut db, opened.document.id).await?;
        let lying = lying_before(&mut db, &page, opened.meeting.id).await?;
        drop(db);
        let replies = Reply::CODES.map(|code| (code.to_owned(), page.tcode("meetings-reply-", code))).to_vec();
        Ok(Self {
            page: page.named(opened.meeting.plan.title.clone()),
            form: form.unwrap_or_else(|| filled(opened.invitee.reply.as_ref())),
            paper: PaperView::of(&opened.document, &bases),
            lying,
            token,
            opened,
            replies,
        })
    }

    fn here(&self) -> String {
        format!("/thu-moi/{}", self.token)
    }

    /// What was answered.
    fn answered(&self) -> String {
        said(&self.page, &self.opened.invitee)
    }

    /// That the day moved, from which to which, and why.
    fn moved(&self) -> String {
        moved(&self.page, &self.opened.meeting)
    }

    /// What the invitation's file is called: of a day that moved it says so.
    fn file_named(&self) -> String {
        match drafted_for(&self.opened.meeting, &self.opened.document) {
            Some(day) => self.page.t1("meetings-link-pdf-old", "day", self.page.day(day)),
            None => self.page.t("meetings-link-pdf"),
        }
    }

    /// Whom to call.
    fn agency(&self) -> String {
        self.opened.edition.book.rules().agency.reached()
    }
}

/// What was answered, in the fields of the form.
fn filled(reply: Option<&Reply>) -> Form {
    let Some(reply) = reply else { return Form::new() };
    let form = Form::new().with("reply", reply.code());
    match reply {
        Reply::Comes => form,
        Reply::Excused { reason } => form.with("reason", reason),
        Reply::Sends { who } => {
            let (who, post) = who.split_once(", ").unwrap_or((who.as_str(), ""));
            form.with("who", who).with("post", post)
        }
    }
}

#[derive(Template)]
#[template(path = "meetings/link_shut.html")]
struct ShutPage {
    page: Page,
    why: String,
    /// Which meeting it was, for whoever holds a link that was not taken back.
    facts: Vec<(String, String)>,
}

/// Opens the invitation, or answers with a page that says why it stays shut.
async fn open(house: &House, from: &NetworkAddress, page: &Page, token: &str) -> Result<Gate<Opened>, Halt> {
    let mut db = at_the_gate(house, from).await?;
    match holder(&mut db, token, house.clock().now()).await? {
        LinkTry::Opens(opened) => Ok(Gate::Open(opened)),
        LinkTry::Ended(LinkEnded::Revoked, _) => ended_key(&ShutPage::of(page, LinkEnded::Revoked.code())),
        LinkTry::Ended(ended, meeting) => ended_key(&ShutPage::about(page, ended, &meeting)),
        LinkTry::Unknown => unknown_key(house, (from, db), &ShutPage::of(page, "unknown")).await,
    }
}

impl ShutPage {
    fn of(page: &Page, why: &str) -> Self {
        Self {
            page: page.clone().titled("meetings-link-shut"),
            why: page.tcode("meetings-link-", why),
            facts: Vec::new(),
        }
    }

    /// Which meeting it was, and what happened to it.
    fn about(page: &Page, ended: LinkEnded, meeting: &Meeting) -> Self {
        let undated = meeting.state == MeetingState::Postponed;
        let why = if undated { page.t("meetings-link-postponed") } else { page.tcode("meetings-link-", ended.code()) };
        let mut facts = vec![
            (page.t("meetings-when"), when(page, meeting)),
            (page.t("meetings-place"), meeting.plan.place.clone()),
        ];
        if ended == LinkEnded::CalledOff && !meeting.reason.is_empty() {
            facts.push((page.t("meetings-reason"), meeting.reason.clone()));
        }
        Self { page: page.clone().named(meeting.plan.title.clone()), why, facts }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    from: NetworkAddress,
    Path(token): Path<String>,
    page: Page,
) -> Result<Response, Halt> {
    let opened = opened!(open(&house, &from, &page, &token).await?);
    Ok(private(html(&LinkPage::load(&house, page, (token, opened), None).await?)?))
}

pub(super) async fn pdf(
    State(house): State<House>,
    from: NetworkAddress,
    Path(token): Path<String>,
    page: Page,
) -> Result<Response, Halt> {
    let opened = opened!(open(&house, &from, &page, &token).await?);
    let bases = bases_of(&mut house.read().await?, opened.document.id).await?;
    // A signed paper stays as it was signed; its file says when it is of the day before.
    let name = if drafted_for(&opened.meeting, &opened.document).is_some() {
        "giay-moi-soan-cho-ngay-cu.pdf"
    } else {
        "giay-moi.pdf"
    };
    Ok(private(answer_pdf(sheet_pdf(&house, &opened.document, &bases).await?, name)))
}

/// A paper that lies before the meeting.
pub(super) async fn paper(
    State(house): State<House>,
    from: NetworkAddress,
    Path((token, id)): Path<(String, DocumentId)>,
    page: Page,
) -> Result<Response, Halt> {
    let opened = opened!(open(&house, &from, &page, &token).await?);
    lying::paper(&house, (opened.meeting.id, id)).await
}

pub(super) async fn reply(
    State(house): State<House>,
    from: NetworkAddress,
    Path(token): Path<String>,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["reply", "reason", "who", "post"])?;
    let opened = opened!(open(&house, &from, &page, &token).await?);
    let done = match reply_in(&form, opened.invitee.reply.as_ref()) {
        Ok(reply) => {
            let command = ReplyByLink { token: token.clone(), reply };
            let actor = Actor::account(opened.link, Door::Page);
            house.acts.perform(actor, move |act| Box::pin(reply_by_link(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => Ok(private(redirect_with_flash(&house.site, &format!("/thu-moi/{token}"), "meetings-reply-kept"))),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            Ok(private(html(&LinkPage::load(&house, page, (token, opened), Some(form)).await?)?))
        }
    }
}

/// What was chosen with what belongs to it, every fault at its field and in words that name it. A reason of whoever
/// comes is not dropped in silence; one that stands there from the answer before is.
fn reply_in(form: &Form, before: Option<&Reply>) -> Result<Reply, Halt> {
    let mut no = Refusals::new();
    let stale = filled(before).value("reason") == form.value("reason");
    if matches!(form.value("reply"), "comes" | "sends") && form.given("reason").is_some() && !stale {
        no.add("meetings.reply_comes", "reason", "whoever does not stay away gives no reason");
        return Err(no.halt());
    }
    let reply = match form.value("reply") {
        "comes" => Some(Reply::Comes),
        "excused" => {
            let reason = no.keep("reason", short_words(form.value("reason")).map_err(|_| ReplyRefusal::Reason));
            reason.map(|reason| Reply::Excused { reason })
        }
        "sends" => {
            let who = no.keep("who", form.value("who").parse::<PersonName>());
            let post = no.keep("post", short_words(form.value("post")).map_err(|_| ReplyRefusal::Post));
            who.zip(post).map(|(who, post)| Reply::Sends { who: format!("{who}, {post}") })
        }
        _ => no.keep("reply", Err(ReplyRefusal::Choice)),
    };
    reply.ok_or_else(|| no.halt())
}
