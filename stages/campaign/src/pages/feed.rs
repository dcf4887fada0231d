//! A unit's days as a calendar program reads them: due days of tasks and reports, the stages of its
//! editions. No person stands in it: whoever has the address reads it without signing in.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use hoithi_contacts::contact as contact_of;
use hoithi_edition::edition;
use hoithi_journal::Halt;
use hoithi_people::{Viewer, grant_lines};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, LinkId, UnitId};
use hoithi_rules::people::{Grant, Permission, Scope};
use hoithi_store::Conn;
use hoithi_units::unit;
use hoithi_web::{Asked, House, Lang, Page, Path, Posted, html, private, redirect_with_flash};
use icalendar::{Calendar, Component, Event as Entry, Property};
use jiff::Timestamp;
use jiff::civil::Date;

use super::desk::units_of;
use super::send::task_called;
use crate::operations::{drop_feed, make_feed};
use crate::recall::is_asked;
use crate::reports::report_of_sending;
use crate::{links, store};

#[derive(Template)]
#[template(path = "campaign/feed.html")]
struct FeedPage {
    page: Page,
    units: Vec<FeedOf>,
}

/// The feed of one unit.
struct FeedOf {
    id: UnitId,
    name: String,
    since: Option<Timestamp>,
    /// Its address, shown once, when it was made.
    address: String,
}

impl FeedPage {
    async fn load(db: &mut Conn, page: Page, viewer: &Viewer, made: Option<(UnitId, String)>) -> Result<Self, Halt> {
        let mut units = Vec::new();
        for id in units_of(viewer) {
            let Some(known) = unit(db, id).await? else { continue };
            let address = made.as_ref().filter(|(of, _)| *of == id).map(|(_, address)| address.clone());
            let since = store::feed_since(db, id).await?;
            units.push(FeedOf { id, name: known.name, since, address: address.unwrap_or_default() });
        }
        Ok(Self { page: page.titled("campaign-feed"), units })
    }
}

pub(super) async fn show(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&FeedPage::load(&mut house.read().await?, page, &viewer, None).await?)
}

/// The address is made or taken away. A made one is shown at once: nobody can read it afterwards.
pub(super) async fn change(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["unit", "step"])?;
    let of: UnitId = posted.form.value("unit").parse().map_err(|_| Halt::not_found())?;
    if !units_of(&viewer).contains(&of) {
        return Err(Halt::not_found());
    }
    if posted.form.value("step") == "drop" {
        house.acts.perform(viewer.actor(), move |act| Box::pin(drop_feed(act, of))).await?;
        return Ok(redirect_with_flash(&house.site, "/don-vi/lich", "campaign-feed-dropped"));
    }
    let secret = house.acts.perform(viewer.actor(), move |act| Box::pin(make_feed(act, of))).await?;
    let address = format!("{}/lich/{secret}", house.site.public_url);
    html(&FeedPage::load(&mut house.read().await?, page, &viewer, Some((of, address))).await?)
}

/// A feed ends with whoever made it: somebody who answers for the unit no more, a link that opens no more.
async fn is_alive(db: &mut Conn, (of, by): (UnitId, AccountId), today: Date) -> Result<bool, Halt> {
    if let Some(link) = links::link_of_id(db, LinkId::new(by.uuid())).await? {
        let gone = match link.contact {
            Some(contact) => contact_of(db, contact).await?.is_none_or(|contact| !contact.holds_on(today)),
            None => false,
        };
        return Ok(!gone && link.times.opens_on(today).is_ok());
    }
    let answers = |grant: &Grant| grant.scope == Scope::Unit(of) && grant.role.may(Permission::SendingView);
    let grants = grant_lines(db, by).await?;
    Ok(grants.iter().any(|(_, grant)| answers(grant) && grant.active_on(today)))
}

/// The feed itself. A wrong address is no address.
pub(super) async fn feed(State(house): State<House>, Path(secret): Path<String>) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (of, by) = store::unit_of_feed(&mut db, &links::hash(&secret)).await?.ok_or_else(Halt::not_found)?;
    if !is_alive(&mut db, (of, by), day_in_vietnam(house.clock().now())).await? {
        return Err(Halt::not_found());
    }
    let days = days_of(&mut db, &house, of).await?;
    let name = unit(&mut db, of).await?.ok_or_else(Halt::not_found)?.name;
    drop(db);
    let mut calendar = Calendar::new();
    calendar.name(&name);
    let stamp = house.clock().now().strftime("%Y%m%dT%H%M%SZ").to_string();
    for (uid, (first, last, says)) in days {
        calendar.push(entry(&uid, &stamp, (first, last), &says));
    }
    let headers = [(CONTENT_TYPE, "text/calendar; charset=utf-8")];
    Ok(private((headers, calendar.to_string()).into_response()))
}

/// Whole days; the last day of such an entry is the first that is no longer in it.
fn entry(uid: &str, stamp: &str, (first, last): (Date, Date), says: &str) -> Entry {
    let day = |name: &str, day: Date| {
        Property::new(name, day.strftime("%Y%m%d").to_string()).add_parameter("VALUE", "DATE").done()
    };
    let after = last.tomorrow().unwrap_or(last);
    let mut event = Entry::new();
    event.uid(uid).summary(says).append_property(day("DTSTART", first)).append_property(day("DTEND", after));
    event.append_property(Property::new("DTSTAMP", stamp).done());
    event.done()
}

/// First and last day and what is on them, by a name that stays the same.
type Days = BTreeMap<String, (Date, Date, String)>;

async fn days_of(db: &mut Conn, house: &House, of: UnitId) -> Result<Days, Halt> {
    let today = day_in_vietnam(house.clock().now());
    let say = |key: &str, facts: &[(&str, String)]| house.catalogue.text(Lang::Vi, key, facts);
    let mut days = Days::new();
    for sent in store::sendings_to(db, of).await? {
        let asked = is_asked(db, sent.sending.document, today).await?;
        let Some(edition) = edition(db, sent.edition).await? else { continue };
        for task in store::tasks_of_sending(db, sent.sending.id).await? {
            let Some(due) = task.due.filter(|_| asked && task.is_open()) else { continue };
            let name = task_called(house, task.kind, &task.title);
            let says = say("campaign-feed-due", &[("task", name), ("edition", edition.title())]);
            days.insert(format!("{}@task", task.id), (due, due, says));
        }
        let report = report_of_sending(db, sent.sending.id).await?.filter(|line| asked && line.request.is_open());
        if let Some(line) = report {
            let facts = [("task", say("campaign-report", &[])), ("edition", edition.title())];
            days.insert(
                format!("{}@report", sent.sending.id),
                (line.request.due, line.request.due, say("campaign-feed-due", &facts)),
            );
        }
        for stage in &edition.book.calendar().stages {
            let says = say("campaign-feed-stage", &[("stage", stage.name.clone()), ("edition", edition.title())]);
            days.insert(format!("{}-{}@stage", edition.id, stage.kind.code()), (stage.from, stage.to, says));
        }
    }
    Ok(days)
}
