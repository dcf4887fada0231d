//! A task is given to somebody of the unit without an account: their link goes by mail, or is shown once to be
//! handed over.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_contacts::{ContactFault, Person, PersonForm};
use hoithi_correspondence::Document;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuseAll, Refusals, Viewer};
use hoithi_rules::campaign::Task;
use hoithi_rules::ids::{ContactId, SendingId, TaskId};
use hoithi_rules::people::{Permission, PersonName};
use hoithi_units::Unit;
use hoithi_web::{Form, House, Lang, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::desk::Work;
use super::link::{Fresh, private};
use super::send::offered_tasks;
use super::task::{again, task_of};
use super::words;
use crate::letter::{MailWords, link_to_be, named};
use crate::operations::{GiveToPerson, give_to_person};

/// What is handed over: shown once.
#[derive(Template)]
#[template(path = "campaign/task_link.html")]
struct HandedPage {
    page: Page,
    work: Work,
    task: Task,
    title: String,
    name: String,
    link: Fresh,
}

pub(super) async fn give(
    State(house): State<House>,
    Path(which): Path<(SendingId, TaskId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["known", "name", "phone", "email"])?;
    let mut db = house.read().await?;
    let (work, task) = task_of(&mut db, &viewer, which).await?;
    viewer.allowed(Permission::TaskComplete, work.place())?;
    drop(db);
    let title = words::heading(&page, &task, &offered_tasks(&house, &work.edition, &work.document)).title;
    let given = match whom(&house, &work, &form, viewer.today).await {
        Ok(person) => {
            let mail = mail(&house, (&work.unit, &work.document), (&task, &title), &person);
            let name = person.name.to_string();
            let command = GiveToPerson { task: task.id, person, mail };
            let given =
                house.acts.perform(viewer.actor(), move |act| Box::pin(give_to_person(act, command.clone()))).await;
            given.map(|token| (token, name))
        }
        Err(halt) => Err(halt),
    };
    match given {
        Ok((None, _)) => {
            let here = format!("{}/viec/{}", work.address(), task.id);
            Ok(redirect_with_flash(&house.site, &here, "campaign-task-given-by-mail"))
        }
        Ok((Some(token), name)) => {
            let link = Fresh::of(&house, &token)?;
            let page = work.crumbs(page.titled("campaign-task-handed"));
            Ok(private(html(&HandedPage { page, work, task, title, name, link })?))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            again(&house, page, &viewer, which, form).await
        }
    }
}

/// Somebody of the unit's directory, or who was typed.
async fn whom(house: &House, work: &Work, form: &Form, today: Date) -> Result<Person, Halt> {
    if let Some(known) = form.given("known") {
        let id: ContactId = known.parse().map_err(|_| Halt::not_found())?;
        let all = hoithi_contacts::contacts_on(&mut house.read().await?, today).await?.remove(&work.unit.id);
        let known = all.unwrap_or_default().into_iter().find(|each| each.id == id);
        return known.map(|each| each.person).ok_or_else(Halt::not_found);
    }
    typed(form)
}

/// Who was typed. Who has neither telephone nor mail is given the link by hand.
pub(super) fn typed(form: &Form) -> Result<Person, Halt> {
    let mut no = Refusals::new();
    let name = no.keep("name", form.value("name").parse::<PersonName>());
    let (phone, email) = (form.value("phone"), form.value("email"));
    if phone.is_empty() && email.is_empty() {
        return name.map(by_hand).ok_or_else(|| no.halt());
    }
    let typed = PersonForm { name: form.value("name"), phone, email, ..PersonForm::default() };
    let mut faults = match Person::parse(typed) {
        Ok(person) => return Ok(person),
        Err(faults) => faults,
    };
    // What is wrong with the name is told above, and more exactly.
    faults.retain(|fault| *fault != ContactFault::Name);
    no.absorb(Err::<(), _>(faults).or_refuse_all())?;
    Err(no.halt())
}

/// Somebody whom nobody can write.
fn by_hand(name: PersonName) -> Person {
    let [position, phone, email, zalo, address] = [const { String::new() }; 5];
    Person { name, position, phone, email, zalo, address }
}

/// The office's own language, whoever gives the task.
pub(super) fn mail(
    house: &House,
    (unit, letter): (&Unit, &Document),
    (task, title): (&Task, &str),
    person: &Person,
) -> MailWords {
    let due = task.due.map(|due| format!(" Hạn: {}.", hoithi_web::day(due))).unwrap_or_default();
    let facts = [
        ("name", person.name.to_string()),
        ("unit", unit.name.clone()),
        ("task", title.to_owned()),
        ("letter", named(letter)),
        ("due", due),
        ("link", link_to_be(&house.site.public_url)),
    ];
    let text = |key: &str| house.catalogue.text(Lang::Vi, key, &facts);
    MailWords {
        subject: text("campaign-holder-mail-subject"),
        body: String::new(),
        personal: Some(text("campaign-holder-mail-body")),
    }
}
