//! What one is asked to come to, and one's answer.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::{MeetingId, UnitId};
use hoithi_rules::meetings::Reply;
use hoithi_rules::people::{Permission, Scope};
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::Timestamp;
use uuid::Uuid;

use super::lying::{Lying, lying_before};
use super::one::{moved, said};
use super::reply_in;
use crate::operations::{SayReply, reply as say};
use crate::store::{self, Coming};

#[derive(Template)]
#[template(path = "meetings/coming.html")]
struct ComingPage {
    page: Page,
    form: Form,
    coming: Vec<Coming>,
    /// What lies before each meeting.
    lying: BTreeMap<MeetingId, Vec<Lying>>,
    replies: Vec<(String, String)>,
    /// The invitation whose answer was refused.
    sent: Option<Uuid>,
}

impl ComingPage {
    async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        (form, sent): (Form, Option<Uuid>),
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let coming = coming_for(&mut db, viewer, house.clock().now()).await?;
        let mut lying = BTreeMap::new();
        for each in &coming {
            lying.insert(each.meeting.id, lying_before(&mut db, &page, each.meeting.id).await?);
        }
        let replies = Reply::CODES.map(|code| (code.to_owned(), page.tcode("meetings-reply-", code))).to_vec();
        Ok(Self { page: page.titled("meetings-coming"), form, coming, lying, replies, sent })
    }

    fn papers(&self, coming: &Coming) -> &[Lying] {
        self.lying.get(&coming.meeting.id).map(Vec::as_slice).unwrap_or_default()
    }

    /// That the day moved, from which to which, and why.
    fn moved(&self, coming: &Coming) -> String {
        moved(&self.page, &coming.meeting)
    }

    fn answer(&self, coming: &Coming) -> String {
        said(&self.page, &coming.invitee)
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn tone(&self, coming: &Coming) -> &'static str {
        if coming.invitee.reply.is_some() { "done" } else { "todo" }
    }

    fn is_sent(&self, coming: &Coming) -> bool {
        self.sent == Some(coming.invitee.id)
    }

    fn chosen(&self, coming: &Coming, code: &str) -> bool {
        if self.is_sent(coming) {
            return self.form.value("reply") == code;
        }
        coming.invitee.reply.as_ref().is_some_and(|reply| reply.code() == code)
    }

    fn words(&self, coming: &Coming) -> String {
        if self.is_sent(coming) {
            return self.form.value("reply_words").to_owned();
        }
        coming.invitee.reply.as_ref().map(|reply| reply.words().to_owned()).unwrap_or_default()
    }

    /// The refusals' links lead to the form that was sent.
    fn field(&self, coming: &Coming, name: &str) -> String {
        if self.is_sent(coming) { name.to_owned() } else { format!("{name}-{}", coming.invitee.id) }
    }
}

/// The units for which this person answers.
fn units_of(viewer: &Viewer) -> Vec<UnitId> {
    let own = viewer.grants.iter().filter(|grant| grant.role.may(Permission::SendingAcknowledge));
    let mut units: Vec<UnitId> = Vec::new();
    for grant in own {
        if let Scope::Unit(unit) = grant.scope
            && !units.contains(&unit)
        {
            units.push(unit);
        }
    }
    units
}

/// What lies before this person and the units for which they answer, the next first.
pub async fn coming_for(db: &mut Conn, viewer: &Viewer, now: Timestamp) -> Result<Vec<Coming>, Halt> {
    match &viewer.account {
        Some(account) => Ok(store::coming_meetings(db, (account.id, &units_of(viewer)), now).await?),
        None => Ok(Vec::new()),
    }
}

pub(super) async fn list(State(house): State<House>, viewer: Viewer, page: Page) -> Result<Response, Halt> {
    html(&ComingPage::load(&house, &viewer, page, (Form::new(), None)).await?)
}

pub(super) async fn reply(
    State(house): State<House>,
    Path((id, invitee)): Path<(MeetingId, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["reply", "reply_words"])?;
    // Who was asked to what is nobody else's to learn.
    let own = coming_for(&mut house.read().await?, &viewer, house.clock().now()).await?;
    let asked = own.iter().find(|coming| coming.meeting.id == id && coming.invitee.id == invitee);
    let before = asked.ok_or_else(Halt::not_found)?.invitee.reply.as_ref();
    let done = match reply_in(&form, before) {
        Ok(reply) => {
            let said = SayReply { meeting: id, invitee, reply };
            house.acts.perform(viewer.actor(), move |act| Box::pin(say(act, said.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, "/giay-moi", "meetings-reply-kept")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&ComingPage::load(&house, &viewer, page, (form, Some(invitee))).await?)
        }
    }
}
