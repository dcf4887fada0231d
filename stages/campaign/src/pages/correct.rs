//! *Sửa nhiệm vụ đã giao*: after a letter went out, a duty is called off or asked by another day.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::Document;
use hoithi_edition::Edition;
use hoithi_journal::{Halt, Refused};
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::campaign::{Task, TaskKind, TaskRefusal, TaskState, keeps_granted_day, still_to_come};
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_rules::reporting::{REASON_LETTERS, ReportRequest};
use hoithi_rules::text::paragraphs;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Lang, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::letter_for;
use super::send::{task_called, told, under_letter};
use crate::letter::{Duty, MailWords, named};
use crate::operations::{CallOff, ChangeDue, call_off, change_due};
use crate::refusal::{CampaignRefusal, fits};
use crate::reports::{reports_of_letter, units_by_report};
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
    /// The days by which it is still asked, and which of them a unit was granted.
    days: Vec<(Option<Date>, bool)>,
    /// Whether all that is open has the day of its report.
    by_report: bool,
    open: usize,
    answered: usize,
    off: usize,
    /// Why, where it was called off.
    why: String,
}

impl CorrectPage {
    async fn load(db: &mut Conn, page: Page, edition: &Edition, document: Document, form: Form) -> Result<Self, Halt> {
        let mut duties = Vec::new();
        for kind in TaskKind::OFFERED.into_iter().chain([TaskKind::Other]) {
            duties.extend(task_line(db, &page, document.id, kind).await?);
        }
        duties.extend(report_line(db, &page, document.id).await?);
        let page = under_letter(page.titled("campaign-correct"), edition, &document);
        // What was typed stays; the other fields show what stands.
        let form = duties.iter().fold(form, |form, line| match line.due {
            Some(due) if form.values(&line.field("due")).is_empty() => form.with(&line.field("due"), page.day(due)),
            _ => form,
        });
        Ok(Self { page, form, slug: edition.slug.to_string(), document, duties })
    }
}

impl DutyLine {
    /// Each duty has fields of its own: a name twice on one page is nobody's.
    fn field(&self, name: &str) -> String {
        format!("{name}_{}", self.duty.code())
    }

    /// Whether the correction changes anything for anybody.
    fn is_changed_by(&self, correction: &Correction) -> bool {
        match correction {
            Correction::Off(_) => true,
            Correction::Due(change) => self.moved_by(change.due) > 0,
        }
    }

    /// How many get that day.
    fn moved_by(&self, due: Option<Date>) -> usize {
        let moves = |day: Option<Date>, granted: bool| day != due && !keeps_granted_day(day, granted, due);
        self.days.iter().filter(|(day, granted)| moves(*day, *granted)).count()
    }

    /// How many keep a later one that they were granted.
    fn kept_from(&self, due: Option<Date>) -> usize {
        self.days.iter().filter(|(day, granted)| keeps_granted_day(*day, *granted, due)).count()
    }
}

async fn task_line(db: &mut Conn, page: &Page, letter: DocumentId, kind: TaskKind) -> Result<Option<DutyLine>, Halt> {
    let tasks = store::tasks_of_letter(db, letter, kind).await?;
    let granted = store::extended_tasks(db, letter).await?;
    let day_of = |task: &Task| (task.due, granted.contains_key(&task.id));
    let Some(first) = tasks.iter().find(|task| task.is_open()).or_else(|| tasks.first()) else { return Ok(None) };
    let why = tasks.iter().find_map(|task| match &task.state {
        TaskState::CalledOff { reason, .. } => Some(reason.clone()),
        _ => None,
    });
    let by_report = units_by_report(db, letter, kind).await?;
    let own_day = |task: &&Task| task.is_open() && !by_report.contains(&task.unit);
    let days: Vec<_> = tasks.iter().filter(own_day).map(day_of).collect();
    let open = tasks.iter().filter(|task| task.is_open()).count();
    let answered = tasks.iter().filter(|task| task.answered_at().is_some()).count();
    Ok(Some(DutyLine {
        duty: Duty::Task(kind),
        title: page.tcode("campaign-task-", kind.code()),
        words: first.text.clone(),
        due: first.due,
        by_report: days.is_empty() && !by_report.is_empty(),
        days,
        open,
        answered,
        off: tasks.len() - open - answered,
        why: why.unwrap_or_default(),
    }))
}

async fn report_line(db: &mut Conn, page: &Page, letter: DocumentId) -> Result<Option<DutyLine>, Halt> {
    let lines = reports_of_letter(db, letter).await?;
    let open = lines.iter().filter(|line| line.request.is_open()).count();
    let day_of = |request: &ReportRequest| (Some(request.due), request.asked.is_some());
    let Some(first) = lines.iter().find(|line| line.request.is_open()).or_else(|| lines.first()) else {
        return Ok(None);
    };
    Ok(Some(DutyLine {
        duty: Duty::Report,
        title: page.t("campaign-report"),
        words: String::new(),
        due: Some(first.request.asked_by()),
        days: lines.iter().map(|line| &line.request).filter(|request| request.is_open()).map(day_of).collect(),
        by_report: false,
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
    form.only(&known_fields().iter().map(String::as_str).collect::<Vec<_>>())?;
    let mut db = house.read().await?;
    let (edition, document) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    let duty = Duty::from_code(form.value("duty")).ok_or_else(Halt::not_found)?;
    let sheet = CorrectPage::load(&mut db, page, &edition, document, form.clone()).await?;
    drop(db);
    if form.value("step") == "change" {
        return html(&sheet);
    }
    let corrected = match command((id, duty), &form, viewer.today) {
        Ok(correction) if form.value("step") == "do" => {
            perform((&house, &viewer), (&edition, &sheet.document), correction).await
        }
        Ok(correction) => match sheet.duties.iter().find(|line| line.duty == duty && line.open > 0) {
            Some(line) if line.is_changed_by(&correction) => {
                return html(&ReadCorrection::of(&sheet, line, &correction));
            }
            Some(line) if line.by_report => Err(CampaignRefusal::ByReport).or_refuse(),
            Some(_) => Err(CampaignRefusal::SameDue).or_refuse(),
            None => Err(CampaignRefusal::NothingOpen).or_refuse(),
        },
        Err(halt) => Err(halt),
    };
    match corrected {
        Ok(key) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/gui/{id}/nhiem-vu"), key)),
        Err(halt) => {
            form.keep_refusals(&sheet.page, at_the_duty(halt, duty))?;
            let form = sheet.duties.iter().fold(form, |form, line| match line.due {
                Some(due) if form.values(&line.field("due")).is_empty() => {
                    form.with(&line.field("due"), sheet.page.day(due))
                }
                _ => form,
            });
            html(&CorrectPage { form, ..sheet })
        }
    }
}

/// The operation knows one field of each kind, the page one for each duty.
fn at_the_duty(halt: Halt, duty: Duty) -> Halt {
    let Halt::Refused(refused) = halt else { return halt };
    let there = |each: Refused| Refused { field: each.field.map(|field| format!("{field}_{}", duty.code())), ..each };
    Halt::Refused(refused.into_iter().map(there).collect())
}

fn known_fields() -> Vec<String> {
    let duties = TaskKind::OFFERED.into_iter().chain([TaskKind::Other]).map(Duty::Task).chain([Duty::Report]);
    let of_duties = duties.flat_map(|duty| ["due", "reason"].map(|name| format!("{name}_{}", duty.code())));
    of_duties.chain(["duty", "what", "step"].map(str::to_owned)).collect()
}

/// A correction read back before it reaches thirteen units.
#[derive(Template)]
#[template(path = "campaign/correct_read.html")]
struct ReadCorrection<'a> {
    page: &'a Page,
    slug: &'a str,
    document: &'a Document,
    title: String,
    says: String,
    /// Who keeps a day of their own, and who is told.
    more: Vec<String>,
    /// What the units will read, where it is called off.
    reason: String,
    /// Everything that was typed, for the buttons.
    kept: Vec<(String, String)>,
}

impl<'a> ReadCorrection<'a> {
    fn of(sheet: &'a CorrectPage, line: &'a DutyLine, correction: &Correction) -> Self {
        let page = &sheet.page;
        let letter = ("letter", named(&sheet.document));
        let mut more = Vec::new();
        let (key, says, reason) = match correction {
            Correction::Off(off) => {
                let units = ("count", line.open.to_string());
                ("campaign-read-off-title", page.tx("campaign-read-off", &[units, letter]), off.reason.clone())
            }
            Correction::Due(due) => {
                let day = |day: Option<Date>| day.map_or_else(|| page.t("campaign-no-due"), |day| page.day(day));
                let kept = line.kept_from(due.due);
                more.extend((kept > 0).then(|| page.t1("campaign-read-due-granted", "count", kept)));
                more.push(page.t("campaign-read-due-told"));
                let units = ("count", line.moved_by(due.due).to_string());
                let facts = [units, letter, ("was", day(line.due)), ("day", day(due.due))];
                ("campaign-read-due-title", page.tx("campaign-read-due", &facts), String::new())
            }
        };
        let title = page.t1(key, "task", &line.title);
        let fields = ["duty".to_owned(), "what".to_owned(), line.field("due"), line.field("reason")];
        let kept = fields.into_iter().map(|field| (field.clone(), sheet.form.raw(&field).to_owned()));
        let (slug, document) = (sheet.slug.as_str(), &sheet.document);
        Self { page, slug, document, title, says, more, reason, kept: kept.collect() }
    }
}

enum Correction {
    Off(CallOff),
    Due(ChangeDue),
}

async fn perform(
    (house, viewer): (&House, &Viewer),
    of: (&Edition, &Document),
    correction: Correction,
) -> Result<&'static str, Halt> {
    match correction {
        Correction::Off(command) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(call_off(act, command.clone()))).await?;
            Ok("campaign-called-off-now")
        }
        Correction::Due(command) => {
            let command = ChangeDue { mail: Some(mail(house, of, &command)), ..command };
            house.acts.perform(viewer.actor(), move |act| Box::pin(change_due(act, command.clone()))).await?;
            Ok("campaign-due-changed")
        }
    }
}

/// What the units are written, in the office's own language.
fn mail(house: &House, (edition, letter): (&Edition, &Document), change: &ChangeDue) -> MailWords {
    let task = match change.duty {
        Duty::Task(kind) => task_called(house, kind, ""),
        Duty::Report => house.catalogue.text(Lang::Vi, "campaign-report", &[]),
    };
    let day = change.due.map(hoithi_web::day).unwrap_or_default();
    let facts = [("task", task), ("letter", named(letter)), ("day", day), ("edition", edition.title())];
    let keys = ("campaign-due-changed-mail-subject", "campaign-due-changed-mail");
    told(house, keys, &facts, ("/don-vi/cong-viec", ""))
}

/// What is asked, as far as the form itself can tell whether it may be.
fn command((document, duty): (DocumentId, Duty), form: &Form, today: Date) -> Result<Correction, Halt> {
    let field = |name: &str| format!("{name}_{}", duty.code());
    if form.value("what") == "off" {
        let reason = form.raw(&field("reason")).to_owned();
        if paragraphs(&reason).is_empty() {
            return Err(TaskRefusal::ReasonMissing).or_refuse();
        }
        fits("reason", &reason, REASON_LETTERS).or_refuse()?;
        return Ok(Correction::Off(CallOff { document, duty, reason }));
    }
    // An empty field is a slip: it takes no day away from thirteen units.
    let due = form.given(&field("due")).and_then(parse_day).ok_or(CampaignRefusal::DueDay).or_refuse()?;
    still_to_come(due, today).or_refuse()?;
    Ok(Correction::Due(ChangeDue { document, duty, due: Some(due), mail: None }))
}
