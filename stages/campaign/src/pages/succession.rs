//! A unit that has ended: each of its open tasks goes to the successor that a person names. Where all of
//! the unit came to one successor, that one is proposed.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::campaign::Task;
use hoithi_rules::ids::{TaskId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_units::{Extent, Link, Unit, successors};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::edition_for;
use super::send::UnderKey;
use super::words;
use crate::operations::{HandOver, hand_over};
use crate::refusal::CampaignRefusal;
use crate::store;

#[derive(Template)]
#[template(path = "campaign/succession.html")]
struct SuccessionPage {
    page: Page,
    form: Form,
    slug: String,
    unit: Unit,
    tasks: Vec<Task>,
    /// The units that came after it, with how much of it each took.
    choices: Vec<(String, String)>,
}

impl SuccessionPage {
    async fn load(db: &mut Conn, page: Page, edition: &Edition, of: UnitId, form: Form) -> Result<Self, Halt> {
        let unit = hoithi_units::unit(db, of).await?.ok_or_else(Halt::not_found)?;
        let links = successors(db, of).await?;
        let tasks = open_tasks(db, edition, of).await?;
        let whole = proposed(&links);
        let form = tasks.iter().fold(form, |form, task| match whole {
            Some(to) if form.given(&field(task.id)).is_none() => form.with(&field(task.id), to),
            _ => form,
        });
        let board = format!("/ky/{}/tien-do", edition.slug);
        let choice = |link: &Link| {
            let facts = [("unit", link.unit.name.clone()), ("extent", page.tcode("units-extent-", link.extent))];
            (link.unit.id.to_string(), page.tx("campaign-successor", &facts))
        };
        Ok(Self {
            choices: links.iter().map(choice).collect(),
            page: page
                .clone()
                .titled("campaign-succession")
                .under_key("campaign-board", &board)
                .under(unit.name.clone(), format!("{board}/{of}")),
            slug: edition.slug.to_string(),
            form,
            unit,
            tasks,
        })
    }

    fn here(&self) -> String {
        format!("/ky/{}/tien-do/{}/ke-thua", self.slug, self.unit.id)
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn field(&self, task: &Task) -> String {
        field(task.id)
    }

    fn label(&self, task: &Task) -> String {
        let due = words::due(&self.page, task);
        let title = words::title(&self.page, task);
        if due.is_empty() { title } else { format!("{title} ({})", self.page.t1("campaign-due", "day", due)) }
    }
}

fn field(task: TaskId) -> String {
    format!("to_{task}")
}

/// Who took all of it, where one did.
fn proposed(links: &[Link]) -> Option<UnitId> {
    match links {
        [only] if only.extent == Extent::Whole => Some(only.unit.id),
        _ => None,
    }
}

async fn open_tasks(db: &mut Conn, edition: &Edition, of: UnitId) -> Result<Vec<Task>, Halt> {
    let mut tasks = Vec::new();
    for sent in store::sendings_to(db, of).await? {
        if sent.edition == edition.id {
            tasks.extend(store::tasks_of_sending(db, sent.sending.id).await?.into_iter().filter(Task::is_open));
        }
    }
    Ok(tasks)
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, of)): Path<(String, UnitId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::LetterSend).await?;
    html(&SuccessionPage::load(&mut db, page, &edition, of, Form::new()).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, of)): Path<(String, UnitId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::LetterSend).await?;
    let tasks = open_tasks(&mut db, &edition, of).await?;
    let known: Vec<String> = tasks.iter().map(|task| field(task.id)).collect();
    form.only(&known.iter().map(String::as_str).collect::<Vec<_>>())?;
    drop(db);
    let handed = match read(&form, &tasks) {
        Ok(tasks) => {
            let command = HandOver { edition: edition.id, from: of, tasks };
            house.acts.perform(viewer.actor(), move |act| Box::pin(hand_over(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match handed {
        Ok(_) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/tien-do/{of}"), "campaign-handed-over")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&SuccessionPage::load(&mut house.read().await?, page, &edition, of, form).await?)
        }
    }
}

/// Every task has its successor, or says that it lacks one.
fn read(form: &Form, tasks: &[Task]) -> Result<Vec<(TaskId, UnitId)>, Halt> {
    let mut no = Refusals::new();
    let mut named = Vec::new();
    for task in tasks {
        let name = field(task.id);
        let to = form.given(&name).and_then(|text| text.parse().ok()).ok_or(CampaignRefusal::NoSuccessor);
        named.extend(no.keep(&name, to).map(|to| (task.id, to)));
    }
    no.done()?;
    Ok(named)
}
