//! Reads the calendar part.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{TimeZone, TimeZoneDatabase};

use super::clause::{Clause, Read};
use super::rules;
use super::values::DayOrHour;
use crate::edition::{Calendar, Stage, StageKind, Window};

/// A stage as written, before the intake's hours become a window.
struct Written {
    kind: StageKind,
    name: String,
    from: DateTime,
    to: Closing,
}

/// The end of a stage: the first instant that does not count any more, and the last day.
#[derive(Clone, Copy)]
struct Closing {
    local: DateTime,
    last_day: Date,
}

pub(super) fn read(clause: &Clause<'_>) -> Read<Calendar> {
    let source = rules::source(clause);
    let zone = zone(clause);
    let reports_due = clause.if_any("reports_due", || clause.day("reports_due"));
    let stages = stages(clause);
    clause.close();
    let (zone, stages) = (zone?, stages?);
    let intake = window(clause, &stages, &zone);
    let stages = stages.into_iter().map(Written::days).collect();
    Ok(Calendar { source: source?, zone, stages, intake: intake?, reports_due: reports_due? })
}

/// The days of roles, papers and deadlines are Vietnam's, so a calendar in another zone would be
/// kept in part only. From the copy of the zone data inside the program: the law reads no file.
fn zone(clause: &Clause<'_>) -> Read<TimeZone> {
    let zone = clause
        .parsed("zone", VIETNAM, |name| TimeZoneDatabase::bundled().get(name).ok().filter(|zone| !zone.is_unknown()))?;
    if zone.iana_name() == Some(VIETNAM) {
        return Ok(zone);
    }
    let sentence = format!("Chương trình chỉ thực hiện được lịch theo giờ Việt Nam; hãy viết `zone = \"{VIETNAM}\"`.");
    Err(clause.wrong("zone", "book.not_carried_out", sentence))
}

const VIETNAM: &str = "Asia/Ho_Chi_Minh";

fn stages(clause: &Clause<'_>) -> Read<Vec<Written>> {
    let clauses = clause.list("stages")?;
    let stages = rules::coded(&clauses, stage, |stage| stage.kind.code().to_owned())?;
    let pairs = stages.iter().zip(stages.iter().skip(1));
    for (clause, (before, after)) in clauses.iter().skip(1).zip(pairs) {
        in_order(clause, before, after);
    }
    Ok(stages)
}

fn stage(clause: &Clause<'_>) -> Read<Written> {
    let kind = clause.choice("code", &StageKind::ALL.map(|kind| (kind.code(), kind)));
    let name = clause.text("name");
    let hours_kept = kind.map_or(true, |kind| kind == StageKind::Intake);
    let from = bound(clause, "from", hours_kept);
    let to = clause.if_any("to", || bound(clause, "to", hours_kept));
    let (kind, name, from, to) = (kind?, name?, from?, to?);
    let to = closing(clause, to.unwrap_or_else(|| same_day(from)))?;
    let from = opening(from);
    if from >= to.local {
        let sentence = "Giai đoạn kết thúc trước khi bắt đầu; hãy viết `to` sau `from`.";
        return Err(clause.wrong("to", "book.out_of_order", sentence));
    }
    Ok(Written { kind, name, from, to })
}

/// Only the intake is kept to the hour; an hour elsewhere would be read and ignored.
fn bound(clause: &Clause<'_>, key: &str, hours_kept: bool) -> Read<DayOrHour> {
    let bound = clause.day_or_hour(key)?;
    if matches!(bound, DayOrHour::Hour(_)) && !hours_kept {
        let sentence = format!(
            "Chương trình chưa thực hiện được giờ cho giai đoạn ngoài nhận hồ sơ; hãy viết ngày không kèm giờ, như `{key} = 2021-06-30`."
        );
        return Err(clause.wrong(key, "book.not_carried_out", sentence));
    }
    Ok(bound)
}

/// A stage of one day need not name its end.
fn same_day(from: DayOrHour) -> DayOrHour {
    match from {
        DayOrHour::Day(day) => DayOrHour::Day(day),
        DayOrHour::Hour(at) => DayOrHour::Day(at.date()),
    }
}

fn opening(bound: DayOrHour) -> DateTime {
    match bound {
        DayOrHour::Day(day) => day.to_datetime(Time::midnight()),
        DayOrHour::Hour(at) => at,
    }
}

/// A day counts to its end; an hour is the end itself.
fn closing(clause: &Clause<'_>, bound: DayOrHour) -> Read<Closing> {
    let closing = match bound {
        DayOrHour::Day(day) => {
            let next = day.tomorrow().ok();
            next.map(|next| Closing { local: next.to_datetime(Time::midnight()), last_day: day })
        }
        DayOrHour::Hour(at) if at.time() == Time::midnight() => {
            let before = at.date().yesterday().ok();
            before.map(|last_day| Closing { local: at, last_day })
        }
        DayOrHour::Hour(at) => Some(Closing { local: at, last_day: at.date() }),
    };
    closing.ok_or_else(|| clause.wrong_kind("to", "to = 2021-06-30"))
}

fn in_order(clause: &Clause<'_>, before: &Written, after: &Written) {
    if after.kind < before.kind {
        let order = StageKind::ALL.map(StageKind::code).join(", ");
        let sentence = format!(
            "Giai đoạn \"{}\" đứng sau \"{}\" là ngược trình tự hội thi; hãy xếp theo trình tự: {order}.",
            after.name, before.name
        );
        clause.wrong("code", "book.out_of_order", sentence);
    } else if after.from.date() < before.from.date() {
        let sentence = format!(
            "Giai đoạn \"{}\" bắt đầu trước giai đoạn \"{}\" đứng trên nó; hãy sửa ngày `from` của một trong hai.",
            after.name, before.name
        );
        clause.wrong("from", "book.out_of_order", sentence);
    }
}

fn window(clause: &Clause<'_>, stages: &[Written], zone: &TimeZone) -> Read<Window> {
    let mut numbered = stages.iter().enumerate();
    let intake = numbered.find(|(_, stage)| stage.kind == StageKind::Intake);
    let Some((index, stage)) = intake else {
        let sentence = "Lịch thiếu giai đoạn nhận hồ sơ; hãy thêm một mục [[calendar.stages]] có `code = \"intake\"`.";
        return Err(clause.wrong("stages", "book.missing_key", sentence));
    };
    let at = |key: &str, local| instant(clause, &["stages", &index.to_string(), key], local, zone);
    let (opens, closes) = (at("from", stage.from), at("to", stage.to.local));
    Ok(Window {
        opens: opens?,
        closes: closes?,
        opens_local: stage.from,
        closes_local: stage.to.local,
        last_day: stage.to.last_day,
    })
}

/// The instant of an hour on the wall; none that the clocks skip or show twice.
fn instant(clause: &Clause<'_>, place: &[&str], local: DateTime, zone: &TimeZone) -> Read<Timestamp> {
    zone.to_ambiguous_timestamp(local).unambiguous().map_err(|_| {
        let sentence = "Giờ này không có hoặc có hai lần trong múi giờ của lịch (lúc đổi giờ); hãy chọn giờ khác.";
        clause.findings().add(clause.line_of(place), "book.wrong_value", sentence)
    })
}

impl Written {
    fn days(self) -> Stage {
        let Self { kind, name, from, to } = self;
        Stage { kind, name, from: from.date(), to: to.last_day }
    }
}
