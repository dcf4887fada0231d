//! The edition for everybody: what it is, until when, how to take part, what was decided.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{DocumentCard, ended_word, public_documents};
use hoithi_edition::Edition;
use hoithi_entries::megabytes;
use hoithi_helpdesk::Help;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::edition::{Channel, Window};
use hoithi_rules::people::Permission;
use hoithi_web::{House, Page, Path, html};
use jiff::Timestamp;
use std::sync::Arc;

use super::known;
use crate::shown::{Shown, shown};

#[derive(Template)]
#[template(path = "publication/edition.html")]
struct EditionPage {
    page: Page,
    slug: String,
    intake: Intake,
    help: Help,
    /// What counts as having arrived in time, by each way.
    arrival: Vec<String>,
    documents: Vec<DocumentCard>,
    /// Documents to be filled in.
    forms: Vec<DocumentCard>,
    shown: Option<Arc<Shown>>,
    most: usize,
}

impl EditionPage {
    fn facts(&self, document: &DocumentCard) -> String {
        let signed = document.signed.as_ref();
        let number = signed.map(|(number, day)| format!("{} · {}", number.line(), self.page.day(day)));
        let size = document.file_size.and_then(|bytes| u64::try_from(bytes).ok()).map(megabytes);
        let parts =
            ended_word(&self.page, document).into_iter().chain(number).chain([document.issuer.clone()]).chain(size);
        parts.collect::<Vec<_>>().join(" · ")
    }
}

/// How the door for dossiers stands.
pub struct Intake {
    /// Until or from when, or since when no more.
    pub sentence: String,
    /// How many days are left; empty unless it is open.
    pub left: String,
    /// Whether dossiers are taken.
    pub open: bool,
    /// Whether the visitor may begin one: an author, or somebody who is not known yet.
    pub enter: bool,
    /// Whether they are taken no more.
    pub over: bool,
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = known(&mut db, &viewer, &slug).await?;
    let shown = shown(&mut db, &edition, &page).await?;
    let documents = public_documents(&mut db, edition.id).await?;
    let help = hoithi_helpdesk::help(&mut db, &page, &viewer, &edition).await?;
    drop(db);
    let (forms, documents) = documents.into_iter().partition(DocumentCard::is_form);
    let most = shown.as_ref().and_then(|shown| shown.by_category.iter().map(|(.., count)| *count).max());
    html(&EditionPage {
        intake: intake(&edition, &page, &viewer, house.clock().now()),
        arrival: arrival(&edition, &page),
        help,
        most: most.unwrap_or_default().max(1),
        page: page.named(edition.title()),
        slug,
        documents,
        forms,
        shown,
    })
}

/// The sentence that everybody looks for first.
pub fn intake(edition: &Edition, page: &Page, viewer: &Viewer, now: Timestamp) -> Intake {
    let calendar = edition.book.calendar();
    let window = calendar.intake_window();
    if now < window.opens {
        let sentence = page.t1("publication-intake-from", "day", page.day(window.opens_local.date()));
        return Intake { sentence, left: String::new(), open: false, enter: false, over: false };
    }
    if now >= window.closes {
        let sentence = page.t1("publication-intake-over", "day", page.day(window.last_day));
        return Intake { sentence, left: String::new(), open: false, enter: false, over: true };
    }
    let days = (window.last_day - calendar.day_of(now)).get_days();
    let left = if days == 0 { page.t("publication-last-day") } else { page.t1("publication-days-left", "days", days) };
    let open = edition.state.launched_at().is_some();
    let enter = open && (viewer.account.is_none() || viewer.may(Permission::EntryCreate, edition.place()));
    Intake { sentence: until(page, window), left, open, enter, over: false }
}

/// What counts as having arrived in time, for each way that the book opens.
fn arrival(edition: &Edition, page: &Page) -> Vec<String> {
    let window = edition.book.calendar().intake_window();
    let closes = ("closes", page.instant(window.closes));
    let last = ("last", page.day(window.last_day));
    let sentence = |channel: &Channel| match channel {
        Channel::Online => page.tx("publication-arrival-online", std::slice::from_ref(&closes)),
        Channel::ByHand { place } => page.tx("publication-arrival-hand", &[("place", place.clone()), closes.clone()]),
        Channel::ByPost { place, latest_arrival: None } => {
            page.tx("publication-arrival-post", &[("place", place.clone()), last.clone()])
        }
        Channel::ByPost { place, latest_arrival: Some(latest) } => {
            let latest = ("latest", page.day(*latest));
            page.tx("publication-arrival-post-latest", &[("place", place.clone()), last.clone(), latest])
        }
    };
    let rules = edition.book.rules();
    let online = rules.channels.iter().any(|channel| matches!(channel, Channel::Online));
    let uploads = online.then(|| page.t("publication-arrival-uploads"));
    let follow = rules.files_after.map(|hours| page.t1("publication-arrival-files", "hours", hours));
    rules.channels.iter().map(sentence).chain(uploads).chain(follow).collect()
}

/// `17 giờ 00, thứ Tư, ngày 30/6/2021`; without the hour where the book names a day only.
fn until(page: &Page, window: &Window) -> String {
    let weekday = page.tcode("publication-weekday-", window.last_day.weekday().to_monday_one_offset());
    let mut facts = vec![("weekday", weekday), ("day", page.day(window.last_day))];
    if window.names_the_hour() {
        let time = window.closes_local.time();
        facts.extend([("hour", time.hour().to_string()), ("minute", format!("{:02}", time.minute()))]);
        return page.tx("publication-intake-until-hour", &facts);
    }
    page.tx("publication-intake-until-day", &facts)
}
