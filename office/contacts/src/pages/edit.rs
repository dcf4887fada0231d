//! A contact's form: somebody new, or something new about somebody.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuseAll, Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::{ContactId, UnitId};
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::text::{length, one_line};
use hoithi_store::Conn;
use hoithi_units::Unit;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use crate::contact::{Contact, LONGEST, Person, PersonForm};
use crate::fault::ContactFault;
use crate::named::WhenNamed;
use crate::operations::{ChangeContact, NewContact, add_contact, change_contact};
use crate::store;

const FIELDS: [&str; 10] = ["name", "position", "phone", "email", "zalo", "address", "main", "from", "source", "seen"];

#[derive(Template)]
#[template(path = "contacts/edit.html")]
struct EditPage {
    page: Page,
    form: Form,
    unit: Unit,
}

impl EditPage {
    fn new(page: Page, unit: Unit, form: Form, title: &str) -> Self {
        let directory = page.t("contacts-directory");
        let page = page.titled(title).under(directory, super::DIRECTORY);
        let page = page.under(unit.name.clone(), address(unit.id));
        Self { page, form, unit }
    }
}

/// The page of a unit's contacts.
pub(super) fn address(unit: UnitId) -> String {
    format!("{}/don-vi/{unit}", super::DIRECTORY)
}

/// A line of the directory with its unit, for who may change it.
pub(super) async fn contact_for(db: &mut Conn, viewer: &Viewer, id: ContactId) -> Result<(Contact, Unit), Halt> {
    viewer.allowed(Permission::ContactsManage, Place::HOUSE)?;
    let contact = store::contact(db, id).await?.ok_or_else(Halt::not_found)?;
    let unit = hoithi_units::unit(db, contact.unit).await?.ok_or_else(Halt::not_found)?;
    Ok((contact, unit))
}

pub(super) async fn show_new(
    State(house): State<House>,
    Path(id): Path<UnitId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let unit = hoithi_units::unit(&mut db, id).await?.ok_or_else(Halt::not_found)?;
    let has_main = store::contacts_of(&mut db, id).await?.iter().any(|each| each.main);
    let form = Form::new().with("from", hoithi_web::day(viewer.today));
    let form = if has_main { form } else { form.with("main", "co") };
    html(&EditPage::new(page, unit, form, "contacts-new"))
}

pub(super) async fn send_new(
    State(house): State<House>,
    Extension(after): Extension<Arc<dyn WhenNamed>>,
    Path(id): Path<UnitId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&FIELDS)?;
    let unit = hoithi_units::unit(&mut house.read().await?, id).await?.ok_or_else(Halt::not_found)?;
    let added = match read(&form) {
        Ok(Typed { person, main, from, source }) => {
            let new = NewContact { unit: id, person, main, from, source };
            let deed = house.acts.perform(viewer.actor(), move |act| {
                let (new, after) = (new.clone(), Arc::clone(&after));
                Box::pin(async move {
                    add_contact(act, new).await?;
                    after.named(act, id).await
                })
            });
            deed.await
        }
        Err(halt) => Err(halt),
    };
    match added {
        Ok(()) => Ok(redirect_with_flash(&house.site, &address(id), "contacts-was-added")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&EditPage::new(page, unit, form, "contacts-new"))
        }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<ContactId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let (contact, unit) = contact_for(&mut house.read().await?, &viewer, id).await?;
    let form = filled(&contact);
    html(&EditPage::new(page, unit, form, "contacts-change"))
}

fn filled(contact: &Contact) -> Form {
    let person = &contact.person;
    let form = Form::new()
        .with("name", &person.name)
        .with("position", &person.position)
        .with("phone", &person.phone)
        .with("email", &person.email)
        .with("zalo", &person.zalo)
        .with("address", &person.address)
        .with("from", hoithi_web::day(contact.from))
        .with("source", &contact.source)
        .with("seen", contact.version);
    if contact.main { form.with("main", "co") } else { form }
}

pub(super) async fn send(
    State(house): State<House>,
    Path(id): Path<ContactId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&FIELDS)?;
    let (_, unit) = contact_for(&mut house.read().await?, &viewer, id).await?;
    let changed = match read(&form) {
        Ok(Typed { person, main, from, source }) => {
            let seen = form.value("seen").parse().unwrap_or(0);
            let command = ChangeContact { contact: id, seen, person, main, from, source };
            house.acts.perform(viewer.actor(), move |act| Box::pin(change_contact(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match changed {
        Ok(()) => Ok(redirect_with_flash(&house.site, &address(unit.id), "contacts-was-changed")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&EditPage::new(page, unit, form, "contacts-change"))
        }
    }
}

/// What the form says of somebody.
struct Typed {
    person: Person,
    main: bool,
    from: Date,
    source: String,
}

fn read(form: &Form) -> Result<Typed, Halt> {
    let mut no = Refusals::new();
    let typed = PersonForm {
        name: form.value("name"),
        position: form.value("position"),
        phone: form.value("phone"),
        email: form.value("email"),
        zalo: form.value("zalo"),
        address: form.value("address"),
    };
    let person = no.absorb(Person::parse(typed).or_refuse_all())?;
    let from = no.keep("from", parse_day(form.value("from")).ok_or(ContactFault::Day { field: "from" }));
    let source = one_line(form.value("source"));
    let source = if source.is_empty() || length(&source) > LONGEST { Err(ContactFault::Source) } else { Ok(source) };
    let source = no.keep("source", source);
    match (person, from, source) {
        (Some(person), Some(from), Some(source)) => {
            Ok(Typed { person, main: form.checked("main", "co"), from, source })
        }
        _ => Err(no.halt()),
    }
}
