//! How a letter, a task, a report stand, in a word, a shape and days.

use hoithi_reporting::{ReportLine, ReportStanding};
use hoithi_rules::campaign::{Check, PublicityItem, Standing, Task, TaskKind, TaskState};
use hoithi_rules::correspondence::{Acknowledgement, Channel};
use hoithi_rules::text::one_line;
use hoithi_rules::workdays::{DayIs, Workdays};
use hoithi_web::Page;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::letter::{SentTo, TaskOrder};
use crate::links::Origin;

/// From how many days on a board counts them.
const SOON: i32 = 30;

/// A state as a page shows it.
pub(super) struct Shown {
    pub(super) word: String,
    pub(super) tone: &'static str,
    pub(super) days: String,
}

impl Shown {
    /// Nothing was asked.
    pub(super) fn nothing() -> Self {
        Self { word: String::new(), tone: "none", days: String::new() }
    }

    /// Whether what was asked is there.
    pub(super) fn is_done(&self) -> bool {
        matches!(self.tone, "done" | "warn")
    }
}

/// The tone of what the agency said of a piece of publicity.
pub(super) const fn tone_of_check(check: &Check) -> &'static str {
    match check {
        Check::Waiting => "doing",
        Check::Confirmed { .. } => "done",
        Check::Returned { .. } => "warn",
    }
}

/// Where a piece of publicity appeared and when, and whom it reached where its unit counted.
pub(super) fn about(page: &Page, item: &PublicityItem) -> String {
    let mut told = vec![page.tcode("campaign-channel-", item.channel), page.day(item.on)];
    told.extend(item.reach.map(|reach| page.t1("campaign-reached", "count", page.number(i64::from(reach)))));
    told.join(" · ")
}

pub(super) fn of_sending(page: &Page, sent: &SentTo) -> Shown {
    match (sent.sending.acknowledgement(), sent.opened_at) {
        (Some(acknowledgement), _) => Shown {
            word: page.t("campaign-acknowledged"),
            tone: "done",
            days: way(page, acknowledgement.how, &page.day(acknowledgement.at.to_zoned(page.zone()).date())),
        },
        (None, Some(_)) => Shown { word: page.t("campaign-opened"), tone: "doing", days: String::new() },
        (None, None) => Shown { word: page.t("campaign-not-opened"), tone: "todo", days: String::new() },
    }
}

/// The same in the narrow cell of a board: the day alone, and days to come only when they are few.
pub(super) fn short(page: &Page, shown: Shown, sent: Option<&SentTo>, due: Option<Date>, today: Date) -> Shown {
    let confirmed = sent.and_then(|sent| sent.sending.acknowledgement());
    let days = match (confirmed, due) {
        (Some(each), _) => page.day(each.at.to_zoned(page.zone()).date()),
        (None, Some(due)) if (due - today).get_days() > SOON => String::new(),
        (None, _) => shown.days,
    };
    Shown { days, ..shown }
}

/// When something came. Of what was told by telephone or on paper only the day is known.
pub(super) fn came(page: &Page, how: Channel, at: Timestamp) -> String {
    if how.is_first_hand() {
        return page.instant(at);
    }
    page.t1("campaign-on-day", "day", page.day(at.to_zoned(page.zone()).date()))
}

/// Who confirmed, when, how.
pub(super) fn confirmed(page: &Page, each: &Acknowledgement) -> String {
    let at = came(page, each.how, each.at);
    let facts = [("name", each.by_name.to_string()), ("at", at), ("way", page.tcode("campaign-way-", each.how.code()))];
    page.tx("campaign-confirmed-by", &facts)
}

/// From whom and by which way an answer came that nobody of the unit signed in for.
pub(super) fn origin(page: &Page, origin: &Origin) -> String {
    let way = page.tcode("campaign-way-", origin.how.code());
    let facts = [("name", origin.by_name.to_string()), ("way", way), ("day", page.day(origin.day))];
    page.tx("campaign-origin", &facts)
}

/// The day alone when it came through this program, with the way otherwise.
fn way(page: &Page, how: Channel, day: &str) -> String {
    match how {
        Channel::InApp => day.to_owned(),
        other => format!("{day}, {}", page.tcode("campaign-way-", other.code())),
    }
}

/// What a task is called.
pub(super) fn title(page: &Page, task: &Task) -> String {
    if task.title.is_empty() { page.tcode("campaign-task-", task.kind.code()) } else { task.title.clone() }
}

/// By when it is asked for: a day, or working days that are counted from receipt; empty without either.
pub(super) fn due(page: &Page, task: &Task) -> String {
    due_of(page, task.due, task.counted)
}

pub(super) fn due_of(page: &Page, due: Option<Date>, counted: Option<u16>) -> String {
    match (due, counted) {
        (Some(due), _) => page.day(due),
        (None, Some(days)) => page.t1("campaign-counted", "days", days),
        (None, None) => String::new(),
    }
}

/// That offices are closed on a due day, and why; or that nobody knows the holidays of its year. Empty
/// where neither is so.
pub(super) fn closed(page: &Page, days: &Workdays, day: Date) -> String {
    match days.on(day) {
        DayIs::Off(special) => page.t1("campaign-due-closed", "name", &special.name),
        DayIs::Weekend => page.t("campaign-due-weekend"),
        DayIs::Working | DayIs::WorkedInstead(_) if !days.knows(day) => {
            page.t1("campaign-due-unknown", "year", day.year())
        }
        DayIs::Working | DayIs::WorkedInstead(_) => String::new(),
    }
}

/// A task's heading.
pub(super) struct Heading {
    pub(super) title: String,
    /// What the catalogue calls it, where an officer wrote words of their own; else empty.
    pub(super) under: String,
}

/// Under the catalogue's heading nobody looks for what an officer wrote in place of the words that
/// were offered; so those words are the heading.
pub(super) fn heading(page: &Page, task: &Task, offered: &[TaskOrder]) -> Heading {
    let (usual, words) = (title(page, task), one_line(&task.text));
    if !task.title.is_empty() {
        return Heading { title: usual, under: String::new() };
    }
    let was_offered = offered.iter().any(|order| order.kind == task.kind && one_line(&order.words) == words);
    if was_offered || words.is_empty() || words == usual {
        Heading { title: usual, under: String::new() }
    } else {
        Heading { title: words, under: usual }
    }
}

pub(super) fn of_task(page: &Page, task: &Task, today: Date) -> Shown {
    let days = |key: &str, days: i32| page.t1(key, "days", days);
    let answered = || match task.state {
        TaskState::NothingToReport { .. } => page.t("campaign-nothing"),
        _ => page.t("campaign-done"),
    };
    match task.standing(today) {
        Standing::CalledOff => called_off(page),
        Standing::Answered => Shown { word: answered(), tone: "done", days: String::new() },
        Standing::AnsweredLate { days: late } => {
            Shown { word: answered(), tone: "warn", days: days("campaign-days-late", late) }
        }
        Standing::Overdue { days: since } => {
            Shown { word: page.t("campaign-overdue"), tone: "late", days: days("campaign-days-over", since) }
        }
        Standing::Waiting => {
            let left = match task.due {
                Some(due) => days("campaign-days-left", (due - today).get_days()),
                None => due_of(page, None, task.counted),
            };
            match task.state {
                TaskState::Accepted { .. } if task.returned > 0 => {
                    Shown { word: page.t("campaign-returned"), tone: "todo", days: left }
                }
                TaskState::Accepted { .. } => taken_on(page, task, left),
                _ => Shown { word: page.t("campaign-assigned"), tone: "todo", days: left },
            }
        }
    }
}

/// A task that the unit confirmed: under way only once somebody has it, or it was noted how far it is.
fn taken_on(page: &Page, task: &Task, days: String) -> Shown {
    match (task.percent, task.assignee) {
        (Some(share @ 1..), _) => Shown { word: page.t1("campaign-doing-share", "share", share), tone: "doing", days },
        (Some(0), _) | (None, Some(_)) => Shown { word: page.t("campaign-doing"), tone: "doing", days },
        (None, None) => Shown { word: page.t("campaign-received"), tone: "todo", days },
    }
}

/// A task whose report the unit is to correct: it is done again with that.
pub(super) fn of_answer(page: &Page, task: &Task, report: Option<&ReportLine>, today: Date) -> Shown {
    let corrected = report.filter(|_| task.kind == TaskKind::DirectAndReport && task.answered_at().is_some());
    if corrected.is_some_and(|line| line.to_correct().is_some()) {
        return Shown { word: page.t("campaign-report-returned"), tone: "todo", days: String::new() };
    }
    of_task(page, task, today)
}

/// Asked no longer; the reason stands where there is room for it.
pub(super) fn called_off(page: &Page) -> Shown {
    Shown { word: page.t("campaign-called-off"), tone: "stop", days: String::new() }
}

pub(super) fn of_report(page: &Page, line: &ReportLine, today: Date) -> Shown {
    of_report_standing(page, line.standing(today))
}

/// The same where only its standing is known.
pub(super) fn of_report_standing(page: &Page, standing: ReportStanding) -> Shown {
    let days = |key: &str, days: i32| page.t1(key, "days", days);
    let shown = |key: &str, tone, days| Shown { word: page.t(key), tone, days };
    match standing {
        ReportStanding::Withdrawn => called_off(page),
        ReportStanding::Came { late: 0 } | ReportStanding::Approved { late: 0 } => {
            shown("campaign-reported", "done", String::new())
        }
        ReportStanding::Came { late } | ReportStanding::Approved { late } => {
            shown("campaign-reported", "warn", days("campaign-days-late", late))
        }
        ReportStanding::ToCorrect => shown("campaign-report-to-correct", "doing", String::new()),
        ReportStanding::Overdue { days: over } => shown("campaign-overdue", "late", days("campaign-days-over", over)),
        ReportStanding::Waiting { days: left } => {
            shown("campaign-not-reported", "todo", days("campaign-days-left", left))
        }
    }
}
