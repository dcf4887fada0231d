//! What the form of sending says: its fields, the whole of what is asked, and by what the sending knows that
//! it sends what was read.

use hoithi_correspondence::Document;
use hoithi_documents::Sha256Hex;
use hoithi_edition::{Edition, workdays};
use hoithi_journal::Halt;
use hoithi_people::Refusals;
use hoithi_rules::campaign::{Assignment, AssignmentRefusal, TaskKind, still_to_come};
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::UnitId;
use hoithi_rules::text::{one_line, paragraphs};
use hoithi_rules::workdays::{Due, Workdays};
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page};
use jiff::civil::Date;

use super::mail_words;
use crate::letter::{SendLetter, TaskOrder};
use crate::operations::{asked_lawfully, goes_out, receivers};
use crate::refusal::CampaignRefusal;

pub(super) fn known_fields() -> Vec<String> {
    let of_task = TaskKind::OFFERED
        .into_iter()
        .flat_map(|kind| ["task", "words", "due"].map(|part| format!("{part}_{}", kind.code())));
    let fixed = [
        "level",
        "kind",
        "on",
        "area",
        "list",
        "list_name",
        "units",
        "report_due",
        "mail",
        "step",
        "read",
        LIST_ELSEWHERE,
    ];
    let fixed = fixed.map(str::to_owned);
    let of_dash = (1..=DASHES).flat_map(|place| DASH_FIELDS.map(|part| dash_field(part, place)));
    of_task.chain(of_dash).chain(fixed).collect()
}

/// The box of the read-back that says that the letter's list goes by itself.
pub(super) const LIST_ELSEWHERE: &str = "list_elsewhere";

/// So many dashes that name no task can be given as tasks of their own.
pub(super) const DASHES: usize = 12;

const DASH_FIELDS: [&str; 4] = ["task", "title", "words", "due"];

/// The name of a field of the dash at that place.
pub(super) fn dash_field(part: &str, place: usize) -> String {
    format!("{part}_dash_{place}")
}

/// What was typed, but for some fields.
pub(super) fn typed(form: &Form, but: &[&str]) -> Vec<(String, String)> {
    let fields = known_fields().into_iter().filter(|field| !but.contains(&field.as_str()));
    let values = fields.map(|field| (form.values(&field).into_iter().map(str::to_owned).collect::<Vec<_>>(), field));
    values.flat_map(|(values, field)| values.into_iter().map(move |value| (field.clone(), value))).collect()
}

/// By which the sending knows that it sends what was read: the letter's number, words and day, and
/// everything that is asked of whom.
pub(super) fn hash_of(document: &Document, command: &SendLetter) -> String {
    let read = format!("{:?} {:?} {command:?}", document.signed(), document.content);
    Sha256Hex::of(read.as_bytes()).to_string()
}

/// The whole of what is asked, or everything that is wrong with it at once: what cannot be read, and
/// what may not be asked.
pub(super) async fn command(
    db: &mut Conn,
    (house, page): (&House, &Page),
    (edition, document): (&Edition, &Document),
    form: &Form,
    today: Date,
) -> Result<SendLetter, Halt> {
    let mut no = Refusals::new();
    let units: Vec<UnitId> = form.values("units").into_iter().filter_map(|value| value.parse().ok()).collect();
    let on = no.keep("on", parse_day(form.value("on")).ok_or(CampaignRefusal::UnitDay));
    let days = workdays(db, Some(edition.id)).await?;
    let mut tasks: Vec<TaskOrder> =
        TaskKind::OFFERED.into_iter().filter_map(|kind| order((page, form), kind, (today, &days), &mut no)).collect();
    tasks.extend((1..=DASHES).filter_map(|place| order_of_dash((page, form), place, (today, &days), &mut no)));
    let called = || CampaignRefusal::DayOf { label: page.t("campaign-report-due") };
    let report_due =
        form.given("report_due").and_then(|text| no.keep("report_due", parse_day(text).ok_or_else(called)));
    let mail = form.checked("mail", "co").then(|| mail_words(house, edition, document));
    let asked = SendLetter {
        edition: edition.id,
        document: document.id,
        units,
        on: on.unwrap_or(today),
        tasks,
        report_due,
        mail,
    };
    no.absorb(goes_out(db, document, today).await)?;
    no.absorb(asked_lawfully(&asked, today))?;
    if on.is_some() {
        no.absorb(receivers(db, &asked).await)?;
    }
    no.done()?;
    Ok(asked)
}

fn order(
    (page, form): (&Page, &Form),
    kind: TaskKind,
    (sent, days): (Date, &Workdays),
    no: &mut Refusals,
) -> Option<TaskOrder> {
    let code = kind.code();
    if !form.checked(&format!("task_{code}"), "co") {
        return None;
    }
    let field = format!("words_{code}");
    let words = hoithi_rules::text::paragraphs(form.raw(&field));
    let due = due(form, &format!("due_{code}"), no, || page.tcode("campaign-task-", code));
    let counted = due.and_then(Due::counted_from_receipt);
    let due = due.and_then(|due| due.day(sent, None, days));
    Some(TaskOrder { kind, title: String::new(), words, due, counted })
}

/// A dash that an officer made a task, called by the title that the officer gave it.
fn order_of_dash(
    (page, form): (&Page, &Form),
    place: usize,
    (sent, days): (Date, &Workdays),
    no: &mut Refusals,
) -> Option<TaskOrder> {
    if !form.checked(&dash_field("task", place), "co") {
        return None;
    }
    let title = one_line(form.value(&dash_field("title", place)));
    let title = no.keep(&dash_field("title", place), Assignment::title(title));
    let words = paragraphs(form.raw(&dash_field("words", place)));
    let words = if words.is_empty() { Err(AssignmentRefusal::WordsMissing) } else { Ok(words) };
    let words = no.keep(&dash_field("words", place), words);
    let field = dash_field("due", place);
    let called = form.given(&dash_field("title", place)).map(str::to_owned);
    let due = due(form, &field, no, || called.unwrap_or_else(|| page.t("campaign-plan-kind-other")));
    let counted = due.and_then(Due::counted_from_receipt);
    let due = due.and_then(|due| due.day(sent, None, days));
    let due = due.and_then(|due| no.keep(&field, still_to_come(due, sent).map(|()| due)));
    Some(TaskOrder { kind: TaskKind::Other, title: title?, words: words?, due, counted })
}

/// By when, where something was typed; what cannot be read is told with the task's name.
fn due(form: &Form, field: &str, no: &mut Refusals, called: impl FnOnce() -> String) -> Option<Due> {
    let read = |text| Due::parse(text).map_err(|_| CampaignRefusal::DueOf { label: called() });
    form.given(field).and_then(|text| no.keep(field, read(text)))
}
