//! One mailing: how it looks, what is done with it, what became of it for each address.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::{Halt, Mail};
use hoithi_people::Viewer;
use hoithi_rules::day::{clock_in_vietnam, day_in_vietnam};
use hoithi_rules::ids::MailingId;
use hoithi_rules::mailings::{MailingState, Outcome, ReaderState, Step};
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash, redirect_with_told_flash};

use super::leaf::Leaf;
use super::office::pace_words;
use super::{beneath, keeps, version};
use crate::compose::{self, To};
use crate::operations::{send_again, start, step, take_results_out, try_out};
use crate::things::{Delivery, Mailing};
use crate::{store, table};

#[derive(Template)]
#[template(path = "mailings/show.html")]
struct ShowPage {
    page: Page,
    form: Form,
    mailing: Mailing,
    /// The mail as a reader of the list gets it.
    preview: Mail,
    deliveries: Vec<Delivery>,
    leaf: Leaf,
    /// How many it did not reach, who can be sent it once more.
    missed: usize,
    outcomes: Vec<(String, String)>,
    /// How many of it wait, and in words when they leave.
    rests: Option<(usize, String)>,
}

impl ShowPage {
    fn here(&self) -> String {
        format!("/thu-tin/thu/{}", self.mailing.id)
    }

    fn state(&self) -> String {
        self.page.tcode("mailings-state-", self.mailing.state)
    }

    fn tone(&self) -> &'static str {
        super::office::tone(self.mailing.state)
    }

    fn is_draft(&self) -> bool {
        self.mailing.state == MailingState::Draft
    }

    fn may_go_again(&self) -> bool {
        self.missed > 0 && self.mailing.state.once_more().is_ok()
    }

    fn is_going(&self) -> bool {
        self.mailing.state == MailingState::Going
    }

    fn is_paused(&self) -> bool {
        self.mailing.state == MailingState::Paused
    }

    fn outcome(&self, delivery: &Delivery) -> String {
        self.page.tcode("mailings-outcome-", delivery.outcome)
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn outcome_tone(&self, delivery: &Delivery) -> &'static str {
        match delivery.outcome {
            Outcome::Waiting => "todo",
            Outcome::Posted => "doing",
            Outcome::Sent => "done",
            Outcome::Kept | Outcome::Left | Outcome::Stopped => "neutral",
            Outcome::Refused => "warn",
            Outcome::Bounced => "stop",
        }
    }

    fn who(&self, delivery: &Delivery) -> String {
        if delivery.email.is_empty() { self.page.t("mailings-forgotten") } else { delivery.email.clone() }
    }
}

fn is_missed(delivery: &Delivery) -> bool {
    delivery.outcome == Outcome::Refused && delivery.reader_state == ReaderState::Joined
}

async fn mailing_of(db: &mut Conn, id: MailingId) -> Result<Mailing, Halt> {
    store::mailing(db, id).await?.ok_or_else(Halt::not_found)
}

/// Tells of a mailing on its way when those who wait get it: now, or in the next hours that the day's number allows.
async fn rests(db: &mut Conn, house: &House, page: &Page) -> Result<String, Halt> {
    let (pace, _) = store::pace(db).await?;
    let now = house.clock().now();
    let (hour, today) = (clock_in_vietnam(now).hour(), day_in_vietnam(now));
    let left = pace.quota.left(store::posted_on(db, today).await?);
    if left > 0 && pace.hours.cover(hour) {
        return Ok(page.t("mailings-leaves-now"));
    }
    let is_today = left > 0 && hour < pace.hours.first();
    let day = if is_today { today } else { today.tomorrow().map_err(Halt::fault)? };
    let facts = [("first", pace.hours.first().to_string()), ("day", page.day(day)), ("pace", pace_words(page, pace))];
    Ok(page.tx("mailings-rests", &facts))
}

/// What left the desk is neither sent a second time nor rewritten; its own page says how far it is.
pub(super) fn shown_instead(house: &House, id: MailingId) -> Response {
    redirect_with_flash(&house.site, &format!("/thu-tin/thu/{id}"), "mailings-not-a-draft")
}

/// As the first reader of the list gets it; the link in it leaves nothing, because it is nobody's.
async fn preview(db: &mut Conn, house: &House, mailing: &Mailing) -> Result<Mail, Halt> {
    let reader = store::some_reader(db, mailing.list).await?;
    let (name, email) = reader.map(|reader| (reader.name, reader.email)).unwrap_or_default();
    let leave = format!("{}/nhan-tin", house.site.public_url);
    compose::mail(house, mailing, &To { name: &name, email: &email }, &leave)
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<MailingId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&["ket-qua", "trang"])?;
    keeps(&viewer)?;
    let wanted = form.choice("ket-qua", Outcome::from_code)?;
    let mut db = house.read().await?;
    let mailing = mailing_of(&mut db, id).await?;
    let mut deliveries = store::deliveries(&mut db, id).await?;
    let missed = deliveries.iter().filter(|delivery| is_missed(delivery)).count();
    let waiting = deliveries.iter().filter(|delivery| delivery.outcome == Outcome::Waiting).count();
    let rests = match mailing.state {
        MailingState::Going if waiting > 0 => Some((waiting, rests(&mut db, &house, &page).await?)),
        _ => None,
    };
    deliveries.retain(|delivery| wanted.is_none_or(|outcome| delivery.outcome == outcome));
    let asked = wanted.map(|outcome| format!("ket-qua={outcome}&")).unwrap_or_default();
    let (leaf, deliveries) = Leaf::of(&page, deliveries, &form, &format!("/thu-tin/thu/{id}?{asked}"));
    let outcomes =
        Outcome::ALL.iter().map(|each| (each.code().to_owned(), page.tcode("mailings-outcome-", each))).collect();
    html(&ShowPage {
        rests,
        page: beneath(page).named(mailing.subject.clone()),
        form,
        preview: preview(&mut db, &house, &mailing).await?,
        mailing,
        deliveries,
        leaf,
        missed,
        outcomes,
    })
}

pub(super) async fn file(
    State(house): State<House>,
    Path(id): Path<MailingId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let deliveries = house.acts.perform(viewer.actor(), move |act| Box::pin(take_results_out(act, id))).await?;
    let heads = ["mailings-email", "mailings-name", "mailings-outcome", "mailings-posted-at", "mailings-reason"];
    let mut lines = vec![heads.map(|key| page.t(key)).to_vec()];
    lines.extend(deliveries.iter().map(|delivery| {
        vec![
            delivery.email.clone(),
            delivery.name.clone(),
            page.tcode("mailings-outcome-", delivery.outcome),
            delivery.posted_at.map(|at| page.instant(at)).unwrap_or_default(),
            delivery.words.clone(),
        ]
    }));
    Ok(table::csv_file("ket-qua-gui-thu.csv", &lines))
}

pub(super) async fn send_to_oneself(
    State(house): State<House>,
    Path(id): Path<MailingId>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let deed = house.acts.perform(viewer.actor(), |act| {
        let house = house.clone();
        Box::pin(async move { try_out(act, &house, id).await })
    });
    deed.await?;
    Ok(redirect_with_flash(&house.site, &format!("/thu-tin/thu/{id}"), "mailings-tried-out"))
}

#[derive(Template)]
#[template(path = "mailings/send.html")]
struct SendPage {
    page: Page,
    form: Form,
    mailing: Mailing,
    readers: usize,
    /// On how many days, how many on each and in which hours.
    spread: String,
}

async fn send_page(house: &House, page: Page, id: MailingId, form: Option<Form>) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let mailing = mailing_of(&mut db, id).await?;
    if mailing.state != MailingState::Draft {
        return Ok(shown_instead(house, id));
    }
    let list = store::list(&mut db, mailing.list).await?.ok_or_else(Halt::not_found)?;
    let (pace, _) = store::pace(&mut db).await?;
    let days = page.t1("mailings-days", "days", pace.quota.days(list.readers));
    let spread = format!("{days}, {}", pace_words(&page, pace));
    let page = beneath(page).under(mailing.subject.clone(), format!("/thu-tin/thu/{id}")).titled("mailings-send");
    html(&SendPage {
        page,
        form: form.unwrap_or_else(|| Form::new().with("version", mailing.version)),
        mailing,
        readers: list.readers,
        spread,
    })
}

pub(super) async fn read_back(
    State(house): State<House>,
    Path(id): Path<MailingId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    keeps(&viewer)?;
    send_page(&house, page, id, None).await
}

pub(super) async fn send_out(
    State(house): State<House>,
    Path(id): Path<MailingId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["version"])?;
    let version = version(&form);
    let started = house.acts.perform(viewer.actor(), move |act| Box::pin(start(act, id, version))).await;
    match started {
        Ok(_) => Ok(redirect_with_flash(&house.site, &format!("/thu-tin/thu/{id}"), "mailings-started")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            send_page(&house, page, id, Some(form)).await
        }
    }
}

pub(super) async fn send_step(
    State(house): State<House>,
    Path(id): Path<MailingId>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["version", "step"])?;
    let (chosen, told) = match form.value("step") {
        "pause" => (Step::Pause, "mailings-paused"),
        "resume" => (Step::Resume, "mailings-resumed"),
        "stop" => (Step::Stop, "mailings-stopped"),
        _ => return Err(Halt::refused("web.unknown_value", Some("step"), "there is no such step")),
    };
    let at = (id, version(&form));
    house.acts.perform(viewer.actor(), move |act| Box::pin(step(act, at, chosen))).await?;
    Ok(redirect_with_flash(&house.site, &format!("/thu-tin/thu/{id}"), told))
}

pub(super) async fn send_once_more(
    State(house): State<House>,
    Path(id): Path<MailingId>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["version"])?;
    let at = (id, version(&posted.form));
    let again = house.acts.perform(viewer.actor(), move |act| Box::pin(send_again(act, at))).await?;
    let facts = [("count", again.to_string())];
    Ok(redirect_with_told_flash(&house.site, &format!("/thu-tin/thu/{id}"), "mailings-sent-again", &facts))
}
