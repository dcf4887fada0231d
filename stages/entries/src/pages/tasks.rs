//! The dossier as a list of tasks, each with what it still lacks in words.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Viewer, refused};
use hoithi_rules::edition::{Arrival, DossierPart, EntrantKind, PartCode};
use hoithi_rules::entries::{PartContent, Requirements, SubmitRefusal};
use hoithi_rules::ids::EntryId;
use hoithi_rules::refusal::Refusal;
use hoithi_web::{Asked, House, Page, Path, html, redirect_with_flash, redirect_with_told_flash};
use jiff::Timestamp;

use super::begin::limits;
use super::sheet::Sheet;
use crate::kept::KeptEntry;
use crate::receipt::{category_name, handed_in_by, next_steps, own_category_name};
use crate::standing::Standing;
use crate::store::{self, ListSignature};
use crate::words::{megabytes, own_standing, said};

/// One line of the list.
pub(super) struct Task {
    title: String,
    href: String,
    hint: String,
    word: String,
    tone: &'static str,
}

#[derive(Template)]
#[template(path = "entries/tasks.html")]
struct TasksPage {
    page: Page,
    kept: KeptEntry,
    edition: Edition,
    state: String,
    /// Whether its content may change now.
    open: bool,
    /// Whether the visitor may still take it back.
    goes_back: bool,
    /// Who handed it in, where its authors did not.
    handed_in: Option<String>,
    /// Parts that lie there on paper, each with where it is scanned by whoever received it.
    scans: Vec<(String, Option<String>)>,
    /// The paper by which its unit stands behind it.
    endorsed: Option<ListSignature>,
    tasks: Vec<Task>,
    left: usize,
    deadline: (String, String),
    next: Vec<String>,
}

impl TasksPage {
    fn category(&self) -> String {
        category_name(&self.kept, &self.edition)
    }

    fn reasons_tone(&self) -> &'static str {
        if self.kept.standing == Standing::Refused { "stop" } else { "warn" }
    }

    /// Reading back is the next step only when nothing is missing.
    fn review_kind(&self) -> &'static str {
        if self.left == 0 { "" } else { "secondary" }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let sheet = Sheet::open(&house, &viewer, page, id).await?;
    let now = house.clock().now();
    let tasks = tasks(&sheet, now);
    let left = tasks.iter().filter(|task| task.tone == "todo" || task.tone == "warn").count();
    let today = sheet.edition.book.calendar().day_of(now);
    let title = sheet.title();
    let announced = sheet.edition.state.announced_at().is_some();
    let endorsed = store::confirmed_by(&mut house.read().await?, id).await?;
    html(&TasksPage {
        endorsed,
        deadline: deadline(&sheet.page, &sheet.edition, now),
        next: next_steps(&sheet.page, sheet.kept.standing),
        state: own_standing(&sheet.page, sheet.kept.standing, announced),
        goes_back: sheet.writes && sheet.kept.may_go_back(),
        handed_in: sheet.kept.handed_in.as_ref().map(|by| handed_in_by(&sheet.page, by)),
        scans: scans(&sheet),
        open: sheet.writes && sheet.kept.entry.may_edit(today).is_ok(),
        page: sheet.under_list().named(title),
        kept: sheet.kept,
        edition: sheet.edition,
        tasks,
        left,
    })
}

fn scans(sheet: &Sheet) -> Vec<(String, Option<String>)> {
    let awaited = sheet.kept.awaited_scans(sheet.edition.book.rules()).into_iter();
    let href = |part: &DossierPart| sheet.receives.then(|| sheet.href(&format!("phan/{}", part.code)));
    awaited.map(|part| (part.name.clone(), href(part))).collect()
}

/// Everything that would stand in the way of submitting now, in the order of the form.
pub(super) fn problems(sheet: &Sheet, now: Timestamp) -> Vec<SubmitRefusal> {
    let mut required = Requirements::of(&sheet.edition.book, Arrival::Online { at: now }, now);
    if sheet.kept.standing == Standing::Returned {
        // The day given on the return counts, not the intake's end.
        required.door = Ok(());
    }
    required.problems(&sheet.kept.entry.content)
}

/// Back to the list after a form was saved. What is wrong with what was just given is said on the
/// spot: the list is long, and a green "saved" reads like "all is well".
pub(super) async fn saved(
    house: &House,
    viewer: &Viewer,
    page: Page,
    id: EntryId,
    about: impl Fn(&str) -> bool + Send,
) -> Result<Response, Halt> {
    let sheet = Sheet::open_for_writing(house, viewer, page, id).await?;
    let wrong = problems(&sheet, house.clock().now());
    let wrong = wrong.iter().find(|problem| problem.field().is_some_and(|field| about(&field)));
    let to = format!("/lap-ho-so/{id}");
    let Some(wrong) = wrong else {
        return Ok(redirect_with_flash(&house.site, &to, "entries-saved"));
    };
    let problem = sheet.page.refusal(&said(&sheet.page, sheet.edition.book.rules(), refused(wrong)));
    Ok(redirect_with_told_flash(&house.site, &to, "entries-saved-but", &[("problem", problem)]))
}

fn tasks(sheet: &Sheet, now: Timestamp) -> Vec<Task> {
    let rules = sheet.edition.book.rules();
    let sentence = |problem: &SubmitRefusal| sheet.page.refusal(&said(&sheet.page, rules, refused(problem)));
    let told = |problem: &SubmitRefusal| (problem.field().unwrap_or_default(), sentence(problem));
    let problems: Vec<(String, String)> = problems(sheet, now).iter().map(told).collect();
    let lacks = |belongs: &dyn Fn(&str) -> bool| -> Vec<&str> {
        problems.iter().filter(|(field, _)| belongs(field)).map(|(_, sentence)| sentence.as_str()).collect()
    };
    let head = ["title", "category", "created_on", "entrant", "organisation"];
    let mut tasks = vec![
        solution_task(sheet, &lacks(&|field| head.contains(&field))),
        authors_task(sheet, &lacks(&|field| field.starts_with("authors"))),
        unit_task(sheet),
    ];
    for part in &rules.dossier {
        let field = format!("parts.{}", part.code);
        tasks.push(part_task(sheet, part, &lacks(&|given| given == field)));
    }
    tasks.extend(foreign_parts(sheet).iter().map(|code| foreign_task(sheet, code)));
    if !rules.eligibility.declarations.is_empty() {
        tasks.push(declarations_task(sheet, &lacks(&|field| field.starts_with("declarations"))));
    }
    tasks
}

fn task(sheet: &Sheet, title: String, page: &str, given: bool, lacks: &[&str], says: String) -> Task {
    let (word, tone) = match (given, lacks.is_empty()) {
        (_, false) if given => ("entries-task-lacks", "warn"),
        (_, false) => ("entries-task-todo", "todo"),
        (true, true) => ("entries-task-done", "done"),
        (false, true) => ("entries-task-optional", "neutral"),
    };
    let hint = if lacks.is_empty() { says } else { lacks.join(" ") };
    Task { title, href: sheet.href(page), hint, word: sheet.page.t(word), tone }
}

fn solution_task(sheet: &Sheet, lacks: &[&str]) -> Task {
    let says = own_category_name(&sheet.kept, &sheet.edition);
    let given = sheet.kept.entry.content.title.is_some();
    task(sheet, sheet.page.t("entries-solution"), "giai-phap", given, lacks, says)
}

fn authors_task(sheet: &Sheet, lacks: &[&str]) -> Task {
    let given = !sheet.kept.entry.content.authors.is_empty();
    task(sheet, sheet.page.t("entries-authors-task"), "tac-gia", given, lacks, sheet.kept.byline())
}

fn unit_task(sheet: &Sheet) -> Task {
    let given = sheet.kept.entry.unit.is_some();
    let says = if given { sheet.kept.unit_name.clone() } else { sheet.page.t("entries-unit-hint") };
    task(sheet, sheet.page.t("entries-unit-task"), "don-vi", given, &[], says)
}

fn part_task(sheet: &Sheet, part: &DossierPart, lacks: &[&str]) -> Task {
    let content = sheet.kept.part(&part.code);
    let says = match content {
        Some(PartContent::File(file)) => format!("{} · {}", file.name, megabytes(file.bytes)),
        Some(PartContent::Text(text)) => characters(&sheet.page, hoithi_rules::text::length(text)),
        None => limits(&sheet.page, part.kind),
    };
    task(sheet, part.name.clone(), &format!("phan/{}", part.code), content.is_some(), lacks, says)
}

/// `3.000 ký tự`. A smaller number stays one: it chooses singular or plural.
fn characters(page: &Page, count: usize) -> String {
    let parted = i64::try_from(count).ok().filter(|count| *count >= 1_000).map(|count| page.number(count));
    page.t1("entries-characters", "count", parted.unwrap_or_else(|| count.to_string()))
}

/// Parts that came with a dossier from elsewhere and that this rule book does not ask for.
fn foreign_parts(sheet: &Sheet) -> Vec<PartCode> {
    let rules = sheet.edition.book.rules();
    let codes = sheet.kept.entry.content.dossier.0.keys();
    codes.filter(|code| rules.dossier_part(code.as_str()).is_none()).cloned().collect()
}

fn foreign_task(sheet: &Sheet, code: &PartCode) -> Task {
    let says = sheet.page.t("entries-part-foreign");
    task(sheet, code.to_string(), &format!("phan/{code}"), true, &[says.as_str()], String::new())
}

fn declarations_task(sheet: &Sheet, lacks: &[&str]) -> Task {
    let given = !sheet.kept.entry.content.declarations.is_empty();
    let lacks: Vec<&str> = lacks.iter().take(1).copied().collect();
    task(sheet, sheet.page.t("entries-declarations"), "cam-ket", given, &lacks, String::new())
}

/// "17 giờ 00, thứ Tư, ngày 30/6/2021" and "còn 12 ngày".
pub(super) fn deadline(page: &Page, edition: &Edition, now: Timestamp) -> (String, String) {
    let calendar = edition.book.calendar();
    let window = calendar.intake_window();
    let weekday = page.tcode("entries-weekday-", window.last_day.weekday().to_monday_one_offset());
    let day = page.day(window.last_day);
    let when = if window.names_the_hour() {
        let hour = format!("{:02}", window.closes_local.hour());
        let minute = format!("{:02}", window.closes_local.minute());
        page.tx("entries-deadline-hour", &[("hour", hour), ("minute", minute), ("weekday", weekday), ("day", day)])
    } else {
        page.tx("entries-deadline-day", &[("weekday", weekday), ("day", day)])
    };
    let left = (window.last_day - calendar.day_of(now)).get_days();
    let left = match (now >= window.closes, left) {
        (true, _) => page.t("entries-deadline-over"),
        (false, 0) => page.t("entries-deadline-today"),
        (false, days) => page.t1("entries-deadline-left", "days", days),
    };
    (when, left)
}

/// The word for in what capacity they enter.
pub(super) fn entrant_word(page: &Page, kind: EntrantKind) -> String {
    page.tcode("entries-entrant-", kind.code())
}
