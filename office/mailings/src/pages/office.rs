//! All lists and mailings, and how fast mail leaves.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer, account};
use hoithi_rules::ids::MailingId;
use hoithi_rules::mailings::{Hours, MailingState, Outcome, Pace, Quota};
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Posted, html, redirect_with_flash};

use super::{keeps, version};
use crate::operations::{Choose, choose_pace};
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
    /// How fast mail left until now, in words, the newest first.
    paces: Vec<String>,
}

/// How many choices of pace are told.
const TOLD: i64 = 10;

impl OfficePage {
    async fn load(db: &mut Conn, page: Page, form: Form) -> Result<Self, Halt> {
        Ok(Self {
            paces: paces(db, &page).await?,
            page: page.titled("mailings-title"),
            form,
            lists: store::lists(db).await?,
            mailings: store::mailings(db, (i64::MAX, 0)).await?,
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

async fn paces(db: &mut Conn, page: &Page) -> Result<Vec<String>, Halt> {
    let mut told = Vec::new();
    for chosen in store::paces(db, TOLD).await? {
        let words = pace_words(page, chosen.pace);
        let (Some(at), Some(by)) = (chosen.at, chosen.by) else {
            told.push(words);
            continue;
        };
        let name = account(db, by).await?.map(|account| account.name.as_str().to_owned()).unwrap_or_default();
        told.push(page.tx("mailings-pace-chosen", &[("pace", words), ("at", page.instant(at)), ("name", name)]));
    }
    Ok(told)
}

pub(super) fn pace_words(page: &Page, pace: Pace) -> String {
    let facts = [
        ("most", pace.quota.count().to_string()),
        ("first", pace.hours.first().to_string()),
        ("end", pace.hours.end().to_string()),
    ];
    page.tx("mailings-pace", &facts)
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
    let (pace, version) = store::pace(&mut db).await?;
    let form = Form::new()
        .with("a_day", pace.quota.count())
        .with("first", pace.hours.first())
        .with("end", pace.hours.end())
        .with("version", version);
    html(&OfficePage::load(&mut db, page, form).await?)
}

fn pace_in(form: &Form) -> Result<Choose, Halt> {
    let mut no = Refusals::new();
    let quota = no.keep("a_day", Quota::parse(form.value("a_day")));
    let hours = no.keep("first", Hours::parse(form.value("first"), form.value("end")));
    match (quota, hours) {
        (Some(quota), Some(hours)) => Ok(Choose { pace: Pace { quota, hours }, version: version(form) }),
        _ => Err(no.halt()),
    }
}

pub(super) async fn save_pace(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["a_day", "first", "end", "version"])?;
    keeps(&viewer)?;
    let saved = match pace_in(&form) {
        Ok(command) => house.acts.perform(viewer.actor(), move |act| Box::pin(choose_pace(act, command))).await,
        Err(halt) => Err(halt),
    };
    match saved {
        Ok(()) => Ok(redirect_with_flash(&house.site, "/thu-tin", "mailings-pace-saved")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&OfficePage::load(&mut house.read().await?, page, form).await?)
        }
    }
}
