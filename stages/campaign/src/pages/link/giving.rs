//! A task is given on by a link: to somebody else of the unit, whose own link goes by mail or is shown once.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_rules::campaign::Task;
use hoithi_rules::ids::TaskId;
use hoithi_web::{Form, House, Page, Path, Posted, html};

use super::answer::again;
use super::{AnyHolder, Fresh, Opened, private};
use crate::links::give_by_link;
use crate::operations::GiveToPerson;
use crate::pages::giving::{mail, typed};
use crate::pages::send::offered_tasks;
use crate::pages::words;
use crate::store;

/// What became of the task; the new link is shown this once, where nobody could be written.
#[derive(Template)]
#[template(path = "campaign/link_given.html")]
struct GivenPage {
    page: Page,
    opened: Opened,
    task: Task,
    title: String,
    name: String,
    /// None where it went by mail.
    link: Option<Fresh>,
}

pub(in crate::pages) async fn give(
    State(house): State<House>,
    AnyHolder(opened): AnyHolder,
    Path((_, id)): Path<(String, TaskId)>,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["name", "phone", "email"])?;
    let task = task_of(&house, &opened, id).await?;
    let title = words::heading(&page, &task, &offered_tasks(&house, &opened.edition, &opened.document)).title;
    match given(&house, &opened, (&task, &title), &form).await {
        Ok((token, name)) => {
            let link = token.as_deref().map(|token| Fresh::of(&house, token)).transpose()?;
            let (page, opened) = (opened.under(page.titled("campaign-link-given")), *opened);
            Ok(private(html(&GivenPage { page, opened, task, title, name, link })?))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            again(&house, page, *opened, id, form).await
        }
    }
}

/// The task, where the link opens it.
async fn task_of(house: &House, opened: &Opened, id: TaskId) -> Result<Task, Halt> {
    let tasks = store::tasks_of_sending(&mut house.read().await?, opened.link.sending).await?;
    tasks.into_iter().find(|task| task.id == id && opened.opens(task)).ok_or_else(Halt::not_found)
}

/// Gives it on: the word of the new link, where nobody could be written, and whose it is.
async fn given(
    house: &House,
    opened: &Opened,
    (task, title): (&Task, &str),
    form: &Form,
) -> Result<(Option<String>, String), Halt> {
    let person = typed(form)?;
    let (token, name) = (opened.token.clone(), person.name.to_string());
    let mail = mail(house, (&opened.unit, &opened.document), (task, title), &person);
    let command = GiveToPerson { task: task.id, person, mail };
    let given = house
        .acts
        .perform(opened.actor(), move |act| Box::pin(give_by_link(act, token.clone(), command.clone())))
        .await;
    given.map(|word| (word, name))
}
