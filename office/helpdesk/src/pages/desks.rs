//! Who answers, and when: the desks and their people.

mod members;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::helpdesk::{Hours, Weekdays, short_words};
use hoithi_rules::ids::DeskId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, name_order, redirect_with_flash};
use jiff::civil::Date;
use uuid::Uuid;

use super::{beneath, in_hand, words};
use crate::desk::{Desk, DeskMember, DeskWords};
use crate::operations::{ChangeDesk, NewDesk, change_desk, open_desk};
use crate::store;

pub(super) use members::{add_member, save_member};

#[derive(Template)]
#[template(path = "helpdesk/desks.html")]
struct ListPage {
    page: Page,
    slug: String,
    desks: Vec<Desk>,
    today: Date,
}

impl ListPage {
    fn hours(&self, desk: &Desk) -> String {
        words::hours(&self.page, &desk.words.hours)
    }

    fn people(&self, desk: &Desk) -> String {
        let named = desk.named_on(self.today).into_iter().map(|each| {
            let away = words::away(&self.page, each, self.today);
            if away.is_empty() { each.name.clone() } else { format!("{} ({away})", each.name) }
        });
        named.collect::<Vec<_>>().join("; ")
    }
}

pub(super) async fn list(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, &viewer, &slug, Permission::DeskKeep).await?;
    let desks = store::desks_of(&mut db, edition.id).await?;
    html(&ListPage { page: beneath(page, &slug).titled("helpdesk-desks"), slug, desks, today: viewer.today })
}

#[derive(Template)]
#[template(path = "helpdesk/desk.html")]
struct DeskPage {
    page: Page,
    form: Form,
    slug: String,
    weekdays: Vec<(String, String)>,
    /// None while it is new.
    desk: Option<Desk>,
    people: Vec<(String, String)>,
    /// Which of the page's forms was sent: what was typed in another is not shown in it.
    sent: Sent,
}

/// Which form of the page the refusals belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sent {
    Desk,
    Member(Uuid),
    NewMember,
}

impl DeskPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        viewer: &Viewer,
        (edition, desk): (&Edition, Option<Desk>),
        (form, sent): (Option<Form>, Sent),
    ) -> Result<Self, Halt> {
        let list = page.t("helpdesk-desks");
        let page = beneath(page, edition.slug.as_str()).under(list, format!("/ky/{}/giup-do/ban", edition.slug));
        let mut people: Vec<_> = store::may_answer(db, edition, viewer.today).await?.into_values().collect();
        people.sort_by_key(|account| name_order(account.name.as_str()));
        let page = match &desk {
            Some(desk) => page.named(desk.words.name.clone()),
            None => page.titled("helpdesk-new-desk"),
        };
        Ok(Self {
            form: form.unwrap_or_else(|| fresh(desk.as_ref(), viewer.today)),
            slug: edition.slug.to_string(),
            weekdays: (1..=7).map(|day| (day.to_string(), page.tcode("helpdesk-day-", day))).collect(),
            people: people.into_iter().map(|each| (each.id.to_string(), each.name.to_string())).collect(),
            page,
            desk,
            sent,
        })
    }

    fn here(&self) -> String {
        let desk = self.desk.as_ref().map_or_else(|| "moi".to_owned(), |desk| desk.id.to_string());
        format!("/ky/{}/giup-do/ban/{desk}", self.slug)
    }

    fn time(&self, member: &DeskMember) -> String {
        let from = self.page.day(member.member.from);
        match member.member.to {
            Some(to) => self.page.tx("helpdesk-from-to", &[("from", from), ("to", self.page.day(to))]),
            None => self.page.t1("helpdesk-from", "from", from),
        }
    }

    /// The form of one person: what was typed in it, or how they stand.
    fn of(&self, member: &DeskMember, field: &str) -> String {
        if self.is_sent(member) {
            return self.form.value(field).to_owned();
        }
        let day = match field {
            "absent_from" => member.member.absent.map(|absence| absence.from),
            "absent_to" => member.member.absent.map(|absence| absence.to),
            _ => member.member.to,
        };
        day.map(hoithi_web::day).unwrap_or_default()
    }

    fn day_fields(&self) -> [(&'static str, String); 3] {
        [("absent_from", "helpdesk-absent-from"), ("absent_to", "helpdesk-absent-to"), ("to", "helpdesk-last-day")]
            .map(|(field, key)| (field, self.page.t(key)))
    }

    fn is_sent(&self, member: &DeskMember) -> bool {
        self.sent == Sent::Member(member.id)
    }

    /// The refusals' links lead to the form that was sent; the others' fields have ids of their own.
    fn field_id(&self, member: &DeskMember, field: &str) -> String {
        if self.is_sent(member) { field.to_owned() } else { format!("{field}-{}", member.id) }
    }
}

fn fresh(desk: Option<&Desk>, today: Date) -> Form {
    let form = Form::new().with("from", hoithi_web::day(today));
    match desk {
        Some(desk) => {
            let form = form.with("version", desk.version).with("name", &desk.words.name);
            let form = form.with("about", &desk.words.about).with("hours", desk.words.hours.times());
            let form = if desk.ended { form.with("ended", "yes") } else { form };
            desk.words.hours.days().figures().into_iter().fold(form, |form, day| form.with("days", day))
        }
        None => Weekdays::WORKING
            .figures()
            .into_iter()
            .fold(form.with("hours", "7:30-11:30, 13:30-17:00"), |form, day| form.with("days", day)),
    }
}

pub(super) async fn show_new(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, &viewer, &slug, Permission::DeskKeep).await?;
    html(&DeskPage::load(&mut db, page, &viewer, (&edition, None), (None, Sent::Desk)).await?)
}

pub(super) async fn send_new(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["name", "about", "days", "hours"])?;
    let edition = in_hand(&mut house.read().await?, &viewer, &slug, Permission::DeskKeep).await?;
    let opened = match words_in(&form) {
        Ok(words) => {
            let new = NewDesk { edition: edition.id, words };
            house.acts.perform(viewer.actor(), move |act| Box::pin(open_desk(act, new.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match opened {
        Ok(id) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/giup-do/ban/{id}"), "helpdesk-desk-opened")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let mut db = house.read().await?;
            html(&DeskPage::load(&mut db, page, &viewer, (&edition, None), (Some(form), Sent::Desk)).await?)
        }
    }
}

fn words_in(form: &Form) -> Result<DeskWords, Halt> {
    let mut no = Refusals::new();
    let name = no.keep("name", short_words(form.value("name")));
    let about = match form.given("about") {
        Some(about) => no.keep("about", short_words(about)),
        None => Some(String::new()),
    };
    let days = no.keep("days", Weekdays::of(form.values("days")));
    let hours = no.keep("hours", Hours::parse(days.unwrap_or(Weekdays::WORKING), form.value("hours")));
    match (name, about, hours) {
        (Some(name), Some(about), Some(hours)) if no.is_empty() => Ok(DeskWords { name, about, hours }),
        _ => Err(no.halt()),
    }
}

/// A desk under an edition's address, for whoever keeps it.
async fn kept(house: &House, viewer: &Viewer, (slug, id): (&str, DeskId)) -> Result<(Edition, Desk), Halt> {
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, viewer, slug, Permission::DeskKeep).await?;
    let desk = store::desk(&mut db, edition.id, id).await?.ok_or_else(Halt::not_found)?;
    Ok((edition, desk))
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DeskId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let (edition, desk) = kept(&house, &viewer, (&slug, id)).await?;
    let mut db = house.read().await?;
    html(&DeskPage::load(&mut db, page, &viewer, (&edition, Some(desk)), (None, Sent::Desk)).await?)
}

/// Back to the desk: with what was achieved, or with the refusals in the form that was sent.
async fn back(
    (house, viewer, page): (&House, &Viewer, Page),
    (edition, desk): (Edition, Desk),
    (mut form, sent): (Form, Sent),
    done: Result<(), Halt>,
) -> Result<Response, Halt> {
    match done {
        Ok(()) => {
            let to = format!("/ky/{}/giup-do/ban/{}", edition.slug, desk.id);
            Ok(redirect_with_flash(&house.site, &to, "helpdesk-desk-changed"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let form = if sent == Sent::Desk { form } else { beside(form, &desk) };
            let mut db = house.read().await?;
            html(&DeskPage::load(&mut db, page, viewer, (&edition, Some(desk)), (Some(form), sent)).await?)
        }
    }
}

/// The desk's own fields beside those of the form that was sent.
fn beside(form: Form, desk: &Desk) -> Form {
    let form = form.with("version", desk.version).with("name", &desk.words.name).with("about", &desk.words.about);
    let form = form.with("hours", desk.words.hours.times());
    desk.words.hours.days().figures().into_iter().fold(form, |form, day| form.with("days", day))
}

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DeskId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["name", "about", "days", "hours", "ended", "version"])?;
    let (edition, desk) = kept(&house, &viewer, (&slug, id)).await?;
    let done = match words_in(&form) {
        Ok(words) => {
            let version = form.value("version").parse().unwrap_or_default();
            let ended = form.checked("ended", "yes");
            let change = ChangeDesk { edition: edition.id, desk: id, version, words, ended };
            house.acts.perform(viewer.actor(), move |act| Box::pin(change_desk(act, change.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    back((&house, &viewer, page), (edition, desk), (form, Sent::Desk), done).await
}
