//! One task of a unit as the agency sees it: its answer, its history; sent back, or given a later day.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{document, serve_file};
use hoithi_edition::{Edition, workdays};
use hoithi_journal::{Halt, Refused};
use hoithi_people::{Viewer, refused};
use hoithi_rules::campaign::{Task, TaskState};
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::{FileId, TaskId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_units::Unit;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::edition_for;
use super::history::History;
use super::send::{UnderKey, task_called, told};
use super::words::{self, Shown};
use crate::letter::{MailWords, named};
use crate::operations::{DecideExtension, SendBack, decide_extension, send_back};
use crate::refusal::CampaignRefusal;
use crate::reports::report_over;
use crate::store;

#[derive(Template)]
#[template(path = "campaign/unit_task.html")]
struct UnitTaskPage {
    page: Page,
    form: Form,
    slug: String,
    unit: Unit,
    task: Task,
    shown: Shown,
    history: History,
    /// What is to be known of its due day: that offices are closed on it.
    closed: String,
    /// Where a later day is granted for the report that answers it.
    report: Option<String>,
    may_decide: bool,
}

type Which = (String, UnitId, TaskId);

impl UnitTaskPage {
    async fn load(db: &mut Conn, page: Page, viewer: &Viewer, which: &Which, form: Form) -> Result<Self, Halt> {
        let (edition, unit, task) = task_at(db, viewer, which, Permission::CampaignView).await?;
        let days = workdays(db, Some(edition.id)).await?;
        let board = format!("/ky/{}/tien-do", edition.slug);
        let history = History::load(db, &page, &task).await?;
        let asked = history.waiting.as_ref().and_then(|step| step.day).filter(|_| form.given("to").is_none());
        let form = match asked {
            Some(day) if form.errors().is_empty() => form.with("to", page.day(day)),
            _ => form,
        };
        let report = report_over(db, &task).await?;
        Ok(Self {
            report: report.map(|line| format!("/ky/{}/bao-cao/{}#gia-han", edition.slug, line.request.id)),
            shown: words::of_task(&page, &task, viewer.today),
            closed: task.due.map(|due| words::closed(&page, &days, due)).unwrap_or_default(),
            may_decide: viewer.may(Permission::LetterSend, edition.place()),
            slug: edition.slug.to_string(),
            page: page
                .clone()
                .named(words::title(&page, &task))
                .under_key("campaign-board", &board)
                .under(unit.name.clone(), format!("{board}/{}", unit.id)),
            form,
            unit,
            task,
            history,
        })
    }

    fn here(&self) -> String {
        format!("/ky/{}/tien-do/{}/viec/{}", self.slug, self.unit.id, self.task.id)
    }

    fn due(&self) -> String {
        words::due(&self.page, &self.task)
    }

    fn answer(&self) -> Option<&str> {
        match &self.task.state {
            TaskState::Done { evidence, .. } => Some(&evidence.text),
            TaskState::NothingToReport { reason, .. } | TaskState::CalledOff { reason, .. } => Some(reason),
            TaskState::Assigned | TaskState::Accepted { .. } => None,
        }
    }

    fn was_answered(&self) -> bool {
        self.task.answered_at().is_some()
    }

    fn asks(&self) -> Option<String> {
        self.history.asks(&self.page)
    }
}

async fn task_at(
    db: &mut Conn,
    viewer: &Viewer,
    (slug, of, id): &Which,
    permission: Permission,
) -> Result<(Edition, Unit, Task), Halt> {
    let edition = edition_for(db, viewer, slug, permission).await?;
    let unit = hoithi_units::unit(db, *of).await?.ok_or_else(Halt::not_found)?;
    let found = store::task(db, *id).await?;
    let (task, _) = found.filter(|(task, at)| task.unit == *of && *at == edition.id).ok_or_else(Halt::not_found)?;
    Ok((edition, unit, task))
}

pub(super) async fn show(
    State(house): State<House>,
    Path(which): Path<Which>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&UnitTaskPage::load(&mut house.read().await?, page, &viewer, &which, Form::new()).await?)
}

pub(super) async fn back(
    State(house): State<House>,
    Path(which): Path<Which>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["reason"])?;
    let reason = posted.form.raw("reason").to_owned();
    let mut db = house.read().await?;
    let (edition, _, task) = task_at(&mut db, &viewer, &which, Permission::LetterSend).await?;
    let keys = ("campaign-sent-back-mail-subject", "campaign-sent-back-mail");
    let mail = mail((&house, &mut db), (&edition, &task), keys, [("reason", reason.trim().to_owned())]).await?;
    drop(db);
    let command = SendBack { task: which.2, reason, mail: Some(mail) };
    let sent = house.acts.perform(viewer.actor(), move |act| Box::pin(send_back(act, command.clone()))).await;
    done((&house, &viewer, page), &which, sent.map(|()| "campaign-sent-back-now"), posted.form).await
}

pub(super) async fn extend(
    State(house): State<House>,
    Path(which): Path<Which>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["to", "words", "step"])?;
    let mut db = house.read().await?;
    let (edition, _, task) = task_at(&mut db, &viewer, &which, Permission::LetterSend).await?;
    let decided = match read(&posted.form, which.2) {
        Ok(command) => {
            let mail = Some(decided_mail((&house, &mut db), (&edition, &task), &command).await?);
            drop(db);
            let command = DecideExtension { mail, ..command };
            let says = if command.to.is_some() { "campaign-extended-now" } else { "campaign-declined-now" };
            let decided =
                house.acts.perform(viewer.actor(), move |act| Box::pin(decide_extension(act, command.clone()))).await;
            decided.map(|()| says)
        }
        Err(halt) => {
            drop(db);
            Err(halt)
        }
    };
    done((&house, &viewer, page), &which, decided.map_err(at_its_field), posted.form).await
}

/// What the unit is written of its task, in the office's own language.
async fn mail<const N: usize>(
    (house, db): (&House, &mut Conn),
    (edition, task): (&Edition, &Task),
    keys: (&str, &str),
    said: [(&'static str, String); N],
) -> Result<MailWords, Halt> {
    let letter = document(db, task.letter).await?.ok_or_else(Halt::not_found)?;
    let sending = store::sending_of_task(db, task.id).await?;
    let called = task_called(house, task.kind, &task.title);
    let facts = [("task", called), ("letter", named(&letter)), ("edition", edition.title())];
    let facts: Vec<_> = facts.into_iter().chain(said).collect();
    Ok(told(house, keys, &facts, (&format!("/don-vi/cong-viec/{sending}/viec/{}", task.id), "")))
}

/// That it has a later day, or keeps its own.
async fn decided_mail(
    read: (&House, &mut Conn),
    of: (&Edition, &Task),
    command: &DecideExtension,
) -> Result<MailWords, Halt> {
    let keys = match command.to {
        Some(_) => ("campaign-extended-mail-subject", "campaign-extended-mail"),
        None => ("campaign-declined-mail-subject", "campaign-declined-mail"),
    };
    let day = command.to.or(of.1.due).map(hoithi_web::day).unwrap_or_default();
    mail(read, of, keys, [("day", day), ("words", command.words.trim().to_owned())]).await
}

/// The reason for a declined day stands in the field of the agency's words.
fn at_its_field(halt: Halt) -> Halt {
    let Halt::Refused(refused) = halt else { return halt };
    let there = |each: Refused| match each.field.as_deref() {
        Some("reason" | "why") => Refused { field: Some("words".to_owned()), ..each },
        _ => each,
    };
    Halt::Refused(refused.into_iter().map(there).collect())
}

fn read(form: &Form, task: TaskId) -> Result<DecideExtension, Halt> {
    let words = form.raw("words").to_owned();
    if form.value("step") == "decline" {
        return Ok(DecideExtension { task, to: None, words, mail: None });
    }
    match parse_day(form.value("to")) {
        Some(to) => Ok(DecideExtension { task, to: Some(to), words, mail: None }),
        None => Err(Halt::Refused(vec![Refused { field: Some("to".to_owned()), ..refused(&CampaignRefusal::Day) }])),
    }
}

async fn done(
    (house, viewer, page): (&House, &Viewer, Page),
    which: &Which,
    performed: Result<&'static str, Halt>,
    mut form: Form,
) -> Result<Response, Halt> {
    let (slug, unit, task) = which;
    match performed {
        Ok(says) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/tien-do/{unit}/viec/{task}"), says)),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&UnitTaskPage::load(&mut house.read().await?, page, viewer, which, form).await?)
        }
    }
}

pub(super) async fn file(
    State(house): State<House>,
    Path((slug, unit, task, file)): Path<(String, UnitId, TaskId, FileId)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (_, _, task) = task_at(&mut db, &viewer, &(slug, unit, task), Permission::CampaignView).await?;
    let kept = store::file_of_task(&mut db, task.id, file).await?.ok_or_else(Halt::not_found)?;
    drop(db);
    serve_file(&house, &kept).await
}
