//! The dossier as a list of tasks, each with what it still lacks in words.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Viewer, refused};
use hoithi_rules::edition::{Arrival, ChannelKind, DossierPart, EntrantKind, PartCode};
use hoithi_rules::entries::{AuthorisationRefusal, PartContent, Promise, Requirements, SubmitRefusal};
use hoithi_rules::ids::EntryId;
use hoithi_rules::refusal::Refusal;
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash, redirect_with_told_flash};
use jiff::Timestamp;
use jiff::civil::Date;

use super::begin::limits;
use super::form_print::standing;
use super::sheet::Sheet;
use crate::kept::KeptEntry;
use crate::operations::{ChooseItself, choose_itself};
use crate::receipt::{category_name, follows, handed_in_on, next_steps, own_category_name};
use crate::registration::{stamp_changes, stamp_until};
use crate::standing::Standing;
use crate::store::{self, Granted, KeptAuthorisation, ListSignature, StandingChoice};
use crate::words::{megabytes, own_standing, said};

/// One line of the list.
pub(super) struct Task {
    title: String,
    href: String,
    hint: String,
    word: String,
    tone: &'static str,
}

/// The server's clock and what is left by it, both in seconds.
struct Countdown {
    clock: i64,
    left: i64,
    /// The same in words, as it was when the page was made.
    says: String,
}

/// What a draft's author is offered: that it submit itself when the intake ends.
enum Itself {
    /// To choose it or not.
    Open,
    /// It was chosen, and the draft lacked something at the end.
    Missed,
    /// It was chosen, and is being done.
    Now,
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
    /// Whether it was entered for the visitor, who may claim it.
    claimable: bool,
    /// Who handed it in, where its authors did not.
    handed_in: Option<String>,
    /// Parts that lie there on paper, each with where it is scanned by whoever received it.
    scans: Vec<(String, Option<String>)>,
    /// Files that follow their hash: name, until when in words, and where they are sent while they may.
    awaited: Vec<(String, String, Option<String>)>,
    /// The paper by which its unit stands behind it.
    endorsed: Option<ListSignature>,
    /// How the form stands that is printed here; none where the contest prints none.
    stamp: Option<StampView>,
    tasks: Vec<Task>,
    left: usize,
    deadline: (String, String),
    /// The server's clock, on the last day.
    countdown: Option<Countdown>,
    /// Whether its author may choose that it submit itself, and what became of the choice.
    itself: Option<Itself>,
    /// More time that it was given.
    extended: Option<Granted>,
    form: Form,
    next: Vec<String>,
}

/// How the stamped form stands to the dossier, for its page.
struct StampView {
    word: (String, &'static str),
    /// What the dossier says otherwise than the stamped form.
    changes: Vec<String>,
    /// Until when it may still come, where something waits for it.
    until: Option<String>,
    /// Where it is given, for whoever writes a dossier that was received.
    give: Option<String>,
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
    let mut tasks = tasks(&sheet, now);
    let mut db = house.read().await?;
    if sheet.kept.is_written_for_others_by(viewer.signed_in()?.id.uuid()) {
        let held = store::authorisation(&mut db, id).await?;
        tasks.push(authorisation_task(&sheet, held.as_ref(), viewer.today));
    }
    let left = tasks.iter().filter(|task| task.tone == "todo" || task.tone == "warn").count();
    let today = sheet.edition.book.calendar().day_of(now);
    let title = sheet.title();
    let announced = sheet.edition.state.announced_at().is_some();
    let endorsed = store::confirmed_by(&mut db, id).await?;
    let used = store::used_authorisation(&mut db, id).await?;
    let choice = store::standing_choice(&mut db, id).await?;
    let stamp = stamp(&mut db, &sheet).await?;
    html(&TasksPage {
        stamp,
        endorsed,
        deadline: deadline_of(&sheet.page, &sheet.edition, sheet.kept.longer, now),
        countdown: countdown(&sheet, now),
        itself: itself(&sheet, choice.as_ref(), now),
        extended: store::extensions_of(&mut db, id).await?.into_iter().next(),
        form: if choice.is_some() { Form::new().with("by_itself", "co") } else { Form::new() },
        next: next_steps(&sheet.page, sheet.kept.standing),
        state: own_standing(&sheet.page, sheet.kept.standing, announced),
        goes_back: sheet.may_take_back(),
        claimable: viewer.account.as_ref().is_some_and(|account| sheet.kept.may_be_claimed_by(account.id)),
        handed_in: sheet.kept.handed_in.as_ref().map(|by| handed_in_on(&sheet.page, by, used.as_ref())),
        scans: scans(&sheet),
        awaited: awaited(&sheet, now),
        open: sheet.writes && sheet.kept.entry.may_edit(today).is_ok(),
        page: sheet.under_list().named(title),
        kept: sheet.kept,
        edition: sheet.edition,
        tasks,
        left,
    })
}

/// On the last day, while there is something left of it.
fn countdown(sheet: &Sheet, now: Timestamp) -> Option<Countdown> {
    let calendar = sheet.edition.book.calendar();
    let window = calendar.intake_until(sheet.kept.longer);
    let left = window.closes.as_second() - now.as_second();
    let last_day = calendar.day_of(now) == window.last_day && sheet.kept.standing == Standing::Draft;
    if !last_day || left <= 0 {
        return None;
    }
    let clock = now.to_zoned(calendar.zone.clone());
    let clock = i64::from(clock.hour()) * 3_600 + i64::from(clock.minute()) * 60 + i64::from(clock.second());
    let says = sheet.page.tx("entries-countdown", &[("now", of_seconds(clock)), ("left", of_seconds(left))]);
    Some(Countdown { clock, left, says })
}

/// `16:58:03`.
fn of_seconds(seconds: i64) -> String {
    format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// Nobody chooses for another, and nothing once the door closed.
fn itself(sheet: &Sheet, choice: Option<&StandingChoice>, now: Timestamp) -> Option<Itself> {
    let kept = &sheet.kept;
    let online = sheet.edition.book.rules().channel(ChannelKind::Online).is_some();
    if !online || !sheet.writes || kept.owner.is_none() || kept.standing != Standing::Draft {
        return None;
    }
    let closes = sheet.edition.book.calendar().intake_until(kept.longer).closes;
    match choice {
        _ if now < closes => Some(Itself::Open),
        Some(choice) if choice.missed_at == Some(closes) => Some(Itself::Missed),
        Some(_) => Some(Itself::Now),
        None => None,
    }
}

/// Keeps or ends the choice that a draft submit itself.
pub(super) async fn choose(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["by_itself"])?;
    let command = ChooseItself { entry: id, chosen: posted.form.checked("by_itself", "co") };
    house.acts.perform(viewer.actor(), move |act| Box::pin(choose_itself(act, command))).await?;
    let said = if command.chosen { "entries-itself-chosen" } else { "entries-itself-dropped" };
    Ok(redirect_with_flash(&house.site, &format!("/lap-ho-so/{id}"), said))
}

fn awaited(sheet: &Sheet, now: Timestamp) -> Vec<(String, String, Option<String>)> {
    if sheet.kept.standing != Standing::Submitted {
        return Vec::new();
    }
    let name = |part: &PartCode| {
        let known = sheet.edition.book.rules().dossier_part(part.as_str());
        known.map_or_else(|| part.to_string(), |part| part.name.clone())
    };
    let open = sheet.kept.promises.iter().filter(|promise| sheet.kept.promise(&promise.part).is_some());
    let told = |promise: &Promise| {
        let over = promise.is_over(now);
        let says = if over { sheet.page.t("entries-file-over") } else { follows(&sheet.page, promise.until) };
        let href = (sheet.writes && !over).then(|| sheet.href(&format!("phan/{}", promise.part)));
        (name(&promise.part), says, href)
    };
    open.map(told).collect()
}

async fn stamp(db: &mut Conn, sheet: &Sheet) -> Result<Option<StampView>, Halt> {
    let rules = sheet.edition.book.rules();
    let Some(part) = rules.stamped_part() else { return Ok(None) };
    let open = sheet.kept.stamped(rules).is_open() && sheet.kept.lies_open();
    let until = if open { stamp_until(db, &sheet.edition).await? } else { None };
    let awaited = sheet.writes && sheet.kept.awaited_stamp(rules).is_some();
    Ok(Some(StampView {
        word: standing(&sheet.page, &sheet.kept, &sheet.edition),
        changes: stamp_changes(&sheet.page, &sheet.kept, rules),
        until: until.map(|day| sheet.page.day(day)),
        give: awaited.then(|| sheet.href(&format!("phan/{}", part.code))),
    }))
}

fn scans(sheet: &Sheet) -> Vec<(String, Option<String>)> {
    let awaited = sheet.kept.awaited_scans(sheet.edition.book.rules()).into_iter();
    let href = |part: &DossierPart| sheet.receives.then(|| sheet.href(&format!("phan/{}", part.code)));
    awaited.map(|part| (part.name.clone(), href(part))).collect()
}

/// Everything that would stand in the way of submitting now, in the order of the form.
pub(super) fn problems(sheet: &Sheet, now: Timestamp) -> Vec<SubmitRefusal> {
    let arrival = Arrival::Online { at: now };
    let mut required = Requirements::of_one(&sheet.edition.book, arrival, now, sheet.kept.longer);
    if sheet.kept.standing == Standing::Returned {
        // The day given on the return counts, not the intake's end.
        required = required.at_once();
    }
    if sheet.kept.standing == Standing::Draft {
        required = required.with_promised(&sheet.kept.promises);
    }
    required.with_stamp(sheet.kept.stamped(sheet.edition.book.rules())).problems(&sheet.kept.entry.content)
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
        Some(_) if sheet.kept_back.holds(&part.code) => sheet.page.t("entries-secret"),
        Some(PartContent::File(file)) => format!("{} · {}", file.name, megabytes(file.bytes)),
        Some(PartContent::Values(values)) => {
            let facts = [("given", values.len().to_string()), ("all", part.fields.len().to_string())];
            sheet.page.tx("entries-fields-given", &facts)
        }
        Some(PartContent::Text(text)) => characters(&sheet.page, hoithi_rules::text::length(text)),
        None if sheet.kept.promise(&part.code).is_some() => sheet.page.t("entries-file-follows"),
        None => limits(&sheet.page, part.kind),
    };
    let given = content.is_some() || (lacks.is_empty() && sheet.kept.promise(&part.code).is_some());
    task(sheet, part.name.clone(), &format!("phan/{}", part.code), given, lacks, says)
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

/// The authorisation on which somebody else submits: without one that holds it is to do where the book asks for it.
fn authorisation_task(sheet: &Sheet, held: Option<&KeptAuthorisation>, today: Date) -> Task {
    let held = held.filter(|held| held.paper.holds_on(today));
    let says = held.map_or_else(String::new, |held| held.paper.signed_by.to_string());
    let missing = sheet.page.refusal(&refused(&AuthorisationRefusal::Missing));
    let asked = held.is_none() && sheet.edition.book.rules().entrants.authorisation;
    let lacks: Vec<&str> = asked.then_some(missing.as_str()).into_iter().collect();
    task(sheet, sheet.page.t("entries-authorisation"), "uy-quyen", held.is_some(), &lacks, says)
}

/// "17 giờ 00, thứ Tư, ngày 30/6/2021" and "còn 12 ngày".
pub(super) fn deadline(page: &Page, edition: &Edition, now: Timestamp) -> (String, String) {
    deadline_of(page, edition, None, now)
}

/// The same for an entry that was given more time, where it was.
pub(super) fn deadline_of(
    page: &Page,
    edition: &Edition,
    longer: Option<Timestamp>,
    now: Timestamp,
) -> (String, String) {
    let calendar = edition.book.calendar();
    let window = calendar.intake_until(longer);
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
