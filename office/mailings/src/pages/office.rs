//! All lists and mailings, and how many mails a day takes.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::ids::MailingId;
use hoithi_rules::mailings::{MailingState, Outcome, Quota};
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Posted, html, redirect_with_flash};

use super::keeps;
use crate::operations::{Choose, choose_quota};
use crate::store;
use crate::things::{Mailing, MailingList};

#[derive(Template)]
#[template(path = "mailings/office.html")]
struct OfficePage {
    page: Page,
    form: Form,
    lists: Vec<MailingList>,
    mailings: Vec<Mailing>,
    counts: BTreeMap<MailingId, BTreeMap<Outcome, usize>>,
}

impl OfficePage {
    async fn load(db: &mut Conn, page: Page, form: Form) -> Result<Self, Halt> {
        Ok(Self {
            page: page.titled("mailings-title"),
            form,
            lists: store::lists(db).await?,
            mailings: store::mailings(db).await?,
            counts: store::counts(db).await?,
        })
    }

    fn state(&self, mailing: &Mailing) -> String {
        self.page.tcode("mailings-state-", mailing.state)
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn tone(&self, mailing: &Mailing) -> &'static str {
        tone(mailing.state)
    }

    /// How many got it, of how many.
    fn progress(&self, mailing: &Mailing) -> String {
        let Some(counts) = self.counts.get(&mailing.id) else { return String::new() };
        let sent = counts.get(&Outcome::Sent).copied().unwrap_or(0) + counts.get(&Outcome::Kept).copied().unwrap_or(0);
        format!("{sent}/{}", counts.values().sum::<usize>())
    }
}

pub(super) fn tone(state: MailingState) -> &'static str {
    match state {
        MailingState::Draft => "todo",
        MailingState::Going => "doing",
        MailingState::Paused => "warn",
        MailingState::Stopped => "stop",
        MailingState::Done => "done",
    }
}

pub(super) async fn show(State(house): State<House>, viewer: Viewer, page: Page) -> Result<Response, Halt> {
    keeps(&viewer)?;
    let mut db = house.read().await?;
    let quota = store::quota(&mut db).await?;
    html(&OfficePage::load(&mut db, page, Form::new().with("a_day", quota.count())).await?)
}

pub(super) async fn save_quota(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["a_day"])?;
    keeps(&viewer)?;
    let saved = match Quota::parse(form.value("a_day")).or_refuse() {
        Ok(quota) => {
            let command = Choose { quota };
            house.acts.perform(viewer.actor(), move |act| Box::pin(choose_quota(act, command))).await
        }
        Err(halt) => Err(halt),
    };
    match saved {
        Ok(()) => Ok(redirect_with_flash(&house.site, "/thu-tin", "mailings-quota-saved")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&OfficePage::load(&mut house.read().await?, page, form).await?)
        }
    }
}
