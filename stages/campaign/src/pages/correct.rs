//! *Sửa nhiệm vụ đã giao*: after a letter went out, a duty is called off or asked by another day.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::Document;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::campaign::{TaskKind, TaskState};
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::letter_for;
use super::send::under_letter;
use crate::letter::Duty;
use crate::operations::{CallOff, ChangeDue, call_off, change_due};
use crate::refusal::CampaignRefusal;
use crate::store;

#[derive(Template)]
#[template(path = "campaign/correct.html")]
struct CorrectPage {
    page: Page,
    form: Form,
    slug: String,
    document: Document,
    duties: Vec<DutyLine>,
}

/// One thing that the letter asks, over all its units.
struct DutyLine {
    duty: Duty,
    title: String,
    words: String,
    due: Option<Date>,
    open: usize,
    answered: usize,
    off: usize,
    /// Why, where it was called off.
    why: String,
}

impl CorrectPage {
    async fn load(db: &mut Conn, page: Page, edition: &Edition, document: Document, form: Form) -> Result<Self, Halt> {
        let mut duties = Vec::new();
        for kind in TaskKind::LETTER.into_iter().chain([TaskKind::Other]) {
            duties.extend(task_line(db, &page, document.id, kind).await?);
        }
        duties.extend(report_line(db, &page, document.id).await?);
        let page = under_letter(page.titled("campaign-correct"), edition, &document);
        Ok(Self { page, form, slug: edition.slug.to_string(), document, duties })
    }

    /// The form whose fields were refused shows them; the others show what stands.
    fn form_of(&self, line: &DutyLine) -> Form {
        let theirs = self.form.value("duty") == line.duty.code();
        let form = if theirs { self.form.clone() } else { Form::new() };
        if theirs && self.form.value("what") == "due" {
            return form;
        }
        form.with("due", line.due.map(|due| self.page.day(due)).unwrap_or_default())
    }
}

async fn task_line(db: &mut Conn, page: &Page, letter: DocumentId, kind: TaskKind) -> Result<Option<DutyLine>, Halt> {
    let tasks = store::tasks_of_letter(db, letter, kind).await?;
    let Some(first) = tasks.iter().find(|task| task.is_open()).or_else(|| tasks.first()) else { return Ok(None) };
    let why = tasks.iter().find_map(|task| match &task.state {
        TaskState::CalledOff { reason, .. } => Some(reason.clone()),
        _ => None,
    });
    let open = tasks.iter().filter(|task| task.is_open()).count();
    let answered = tasks.iter().filter(|task| task.answered_at().is_some()).count();
    Ok(Some(DutyLine {
        duty: Duty::Task(kind),
        title: page.tcode("campaign-task-", kind.code()),
        words: first.text.clone(),
        due: first.due,
        open,
        answered,
        off: tasks.len() - open - answered,
        why: why.unwrap_or_default(),
    }))
}

async fn report_line(db: &mut Conn, page: &Page, letter: DocumentId) -> Result<Option<DutyLine>, Halt> {
    let lines = store::reports_of_letter(db, letter).await?;
    let open = lines.iter().filter(|line| line.request.is_open()).count();
    let Some(first) = lines.iter().find(|line| line.request.is_open()).or_else(|| lines.first()) else {
        return Ok(None);
    };
    Ok(Some(DutyLine {
        duty: Duty::Report,
        title: page.t("campaign-report"),
        words: String::new(),
        due: Some(first.request.due),
        open,
        answered: lines.iter().filter(|line| line.answer().is_some()).count(),
        off: lines.iter().filter(|line| line.is_withdrawn()).count(),
        why: lines.iter().find_map(|line| line.why_withdrawn()).unwrap_or_default().to_owned(),
    }))
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (edition, document) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    html(&CorrectPage::load(&mut db, page, &edition, document, Form::new()).await?)
}

pub(super) async fn correct(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["duty", "due", "reason", "what"])?;
    let (edition, document) = letter_for(&mut house.read().await?, &viewer, &slug, id, Permission::LetterSend).await?;
    let corrected = match command(id, &form) {
        Ok(Correction::Off(command)) => house
            .acts
            .perform(viewer.actor(), move |act| Box::pin(call_off(act, command.clone())))
            .await
            .map(|_| "campaign-called-off-now"),
        Ok(Correction::Due(command)) => house
            .acts
            .perform(viewer.actor(), move |act| Box::pin(change_due(act, command)))
            .await
            .map(|_| "campaign-due-changed"),
        Err(halt) => Err(halt),
    };
    match corrected {
        Ok(key) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/gui/{id}/nhiem-vu"), key)),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&CorrectPage::load(&mut house.read().await?, page, &edition, document, form).await?)
        }
    }
}

enum Correction {
    Off(CallOff),
    Due(ChangeDue),
}

fn command(document: DocumentId, form: &Form) -> Result<Correction, Halt> {
    let duty = Duty::from_code(form.value("duty")).ok_or_else(Halt::not_found)?;
    if form.value("what") == "off" {
        return Ok(Correction::Off(CallOff { document, duty, reason: form.raw("reason").to_owned() }));
    }
    // An empty field is a slip: it takes no day away from thirteen units.
    let due = form.given("due").and_then(parse_day).ok_or(CampaignRefusal::DueDay).or_refuse()?;
    Ok(Correction::Due(ChangeDue { document, duty, due: Some(due) }))
}
