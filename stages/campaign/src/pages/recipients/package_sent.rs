//! *Đã gửi trên trục*: an officer says when a package was sent in the province's document system, or that it was not.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::Document;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::Timestamp;
use jiff::civil::Time;
use uuid::Uuid;

use super::under_board;
use crate::packages::{Packed, note_package_sent, packages_of_letter};
use crate::pages::letter_for;
use crate::pages::send::UnderKey;
use crate::recipients::recipients;

#[derive(Template)]
#[template(path = "campaign/package_sent.html")]
struct PackageSentPage {
    page: Page,
    form: Form,
    /// The page of the letter's recipients.
    list: String,
    package: Packed,
    /// To whom it is addressed.
    units: Vec<String>,
}

impl PackageSentPage {
    async fn load(
        db: &mut Conn,
        (page, viewer): (Page, &Viewer),
        (edition, letter): (&Edition, &Document),
        package: Uuid,
    ) -> Result<Self, Halt> {
        let all = packages_of_letter(db, letter.id).await?;
        let package = all.into_iter().find(|each| each.id == package).ok_or_else(Halt::not_found)?;
        let own = recipients(db, letter, viewer.today).await?.into_iter();
        let own = own.filter(|each| package.to.contains(&each.sent.sending.id));
        let list = format!("/ky/{}/noi-nhan/{}", edition.slug, letter.id);
        let page = under_board(page.titled("campaign-package-sent"), edition, letter);
        Ok(Self {
            units: own.map(|each| each.unit.name).collect(),
            page: page.under_key("campaign-recipients", &list),
            form: Form::new(),
            list,
            package,
        })
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id, package)): Path<(String, DocumentId, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (edition, letter) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    let mut shown = PackageSentPage::load(&mut db, (page, &viewer), (&edition, &letter), package).await?;
    let at = shown.package.sent.as_ref().map_or_else(|| house.clock().now(), |sent| sent.at);
    let at = at.to_zoned(shown.page.zone());
    let time = format!("{}:{:02}", at.hour(), at.minute());
    shown.form = Form::new().with("day", hoithi_web::day(at.date())).with("time", time);
    html(&shown)
}

pub(super) async fn note(
    State(house): State<House>,
    Path((slug, id, package)): Path<(String, DocumentId, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["day", "time", "step"])?;
    let mut db = house.read().await?;
    let (edition, letter) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    drop(db);
    let unsent = form.value("step") == "unsent";
    let at = if unsent { Ok(None) } else { sent_at(&form, &page).map(Some) };
    let noted = match at {
        Ok(at) => {
            let of = (id, package);
            house.acts.perform(viewer.actor(), move |act| Box::pin(note_package_sent(act, of, at))).await
        }
        Err(halt) => Err(halt),
    };
    match noted {
        Ok(()) => {
            let told = if unsent { "campaign-package-unsent-noted" } else { "campaign-package-sent-noted" };
            Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/noi-nhan/{id}"), told))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let mut db = house.read().await?;
            let shown = PackageSentPage::load(&mut db, (page, &viewer), (&edition, &letter), package).await?;
            html(&PackageSentPage { form, ..shown })
        }
    }
}

/// The hour that was typed, by the clock on the wall.
fn sent_at(form: &Form, page: &Page) -> Result<Timestamp, Halt> {
    let mut no = Refusals::new();
    let day = parse_day(form.value("day"));
    if day.is_none() {
        no.add("campaign.day_malformed", "day", "this is no day");
    }
    let time = hour_and_minute(form.value("time"));
    if time.is_none() {
        no.add("campaign.time_malformed", "time", "this is no time of day");
    }
    let (Some(day), Some(time)) = (day, time) else { return Err(no.halt()) };
    Ok(day.to_datetime(time).to_zoned(page.zone()).map_err(Halt::fault)?.timestamp())
}

/// `8:15` or `8h15`.
fn hour_and_minute(typed: &str) -> Option<Time> {
    let (hour, minute) = typed.split_once([':', 'h', '.'])?;
    Time::new(hour.trim().parse().ok()?, minute.trim().parse().ok()?, 0, 0).ok()
}
