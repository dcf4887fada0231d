//! Reads the calendar part.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{TimeZone, TimeZoneDatabase};

use super::clause::{Clause, DayOrInstant};
use super::rules;
use crate::edition::{Calendar, Stage, StageKind, Window};

/// A stage as written, before the intake's hours become a window.
struct Written {
    kind: StageKind,
    name: String,
    from: DateTime,
    to: Closing,
}

/// The end of a stage: the last instant that does not count any more, and its last day.
#[derive(Clone, Copy)]
struct Closing {
    local: DateTime,
    last_day: Date,
}

pub(super) fn read(clause: &Clause<'_>) -> Option<Calendar> {
    let source = rules::source(clause);
    let zone = zone(clause);
    let reports_due = clause.day_if_any("reports_due");
    let stages = stages(clause);
    clause.close();
    let (stages, zone) = (stages?, zone?);
    let window = window(clause, &stages, &zone);
    let stages = stages.into_iter().map(Written::days).collect();
    Some(Calendar {
        source: source?,
        zone,
        stages,
        intake: window?,
        reports_due: reports_due?,
    })
}

/// From the copy of the zone data inside the program, so that the law reads no file.
fn zone(clause: &Clause<'_>) -> Option<TimeZone> {
    clause.parsed("zone", "Asia/Ho_Chi_Minh", |name| {
        TimeZoneDatabase::bundled().get(name).ok()
    })
}

fn stages(clause: &Clause<'_>) -> Option<Vec<Written>> {
    let clauses = clause.list("stages")?;
    let stages = rules::coded(&clauses, stage, |stage| stage.kind.code().to_owned())?;
    let pairs = clauses
        .iter()
        .skip(1)
        .zip(stages.iter().zip(stages.iter().skip(1)));
    for (clause, (before, after)) in pairs {
        in_order(clause, before, after);
    }
    Some(stages)
}

fn stage(clause: &Clause<'_>) -> Option<Written> {
    let kind = clause.choice("code", &StageKind::ALL.map(|kind| (kind.code(), kind)));
    let name = clause.text("name");
    let from = bound(clause, "from", kind);
    let to = if clause.has("to") {
        bound(clause, "to", kind)
    } else {
        same_day(clause, from)
    };
    let (kind, name, from, to) = (kind?, name?, opening(from?), closing(to?)?);
    if from >= to.local {
        let sentence = "Giai đoạn kết thúc trước khi bắt đầu; hãy viết `to` sau `from`.";
        clause.wrong("to", "book.out_of_order", sentence.to_owned());
        return None;
    }
    Some(Written {
        kind,
        name,
        from,
        to,
    })
}

/// A stage of one day need not name its end.
fn same_day(clause: &Clause<'_>, from: Option<DayOrInstant>) -> Option<DayOrInstant> {
    clause.asked("to");
    Some(match from? {
        DayOrInstant::Day(day) => DayOrInstant::Day(day),
        DayOrInstant::Instant(at) => DayOrInstant::Day(at.date()),
    })
}

/// Only the intake is kept to the hour; an hour elsewhere would be read and ignored.
fn bound(clause: &Clause<'_>, key: &str, kind: Option<StageKind>) -> Option<DayOrInstant> {
    let bound = clause.day_or_instant(key)?;
    if matches!(bound, DayOrInstant::Instant(_))
        && kind.is_some_and(|kind| kind != StageKind::Intake)
    {
        let sentence = format!(
            "Chương trình chỉ giữ giờ cho giai đoạn nhận hồ sơ; hãy viết ngày không kèm giờ, như `{key} = 2021-06-30`."
        );
        clause.wrong(key, "book.not_carried_out", sentence);
        return None;
    }
    Some(bound)
}

fn opening(bound: DayOrInstant) -> DateTime {
    match bound {
        DayOrInstant::Day(day) => day.to_datetime(Time::midnight()),
        DayOrInstant::Instant(at) => at,
    }
}

/// A day counts to its end; an hour is the end itself. `None` after the last day of all calendars.
fn closing(bound: DayOrInstant) -> Option<Closing> {
    let tomorrow = |day: Date| Some(day.tomorrow().ok()?.to_datetime(Time::midnight()));
    match bound {
        DayOrInstant::Day(day) => Some(Closing {
            local: tomorrow(day)?,
            last_day: day,
        }),
        DayOrInstant::Instant(at) if at.time() == Time::midnight() => Some(Closing {
            local: at,
            last_day: at.date().yesterday().ok()?,
        }),
        DayOrInstant::Instant(at) => Some(Closing {
            local: at,
            last_day: at.date(),
        }),
    }
}

fn in_order(clause: &Clause<'_>, before: &Written, after: &Written) {
    if after.kind < before.kind {
        let sentence = format!(
            "Giai đoạn \"{}\" đứng sau \"{}\" là ngược trình tự hội thi; hãy xếp lại theo trình tự: {}.",
            after.kind.code(),
            before.kind.code(),
            StageKind::ALL.map(StageKind::code).join(", ")
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

fn window(clause: &Clause<'_>, stages: &[Written], zone: &TimeZone) -> Option<Window> {
    let index = stages
        .iter()
        .position(|stage| stage.kind == StageKind::Intake);
    let Some((index, stage)) = index.and_then(|index| Some((index, stages.get(index)?))) else {
        let sentence = "Lịch thiếu giai đoạn nhận hồ sơ; hãy thêm một mục [[calendar.stages]] có `code = \"intake\"`.";
        clause.wrong("stages", "book.missing_key", sentence.to_owned());
        return None;
    };
    let opens = instant(clause, index, "from", stage.from, zone);
    let closes = instant(clause, index, "to", stage.to.local, zone);
    Some(Window {
        opens: opens?,
        closes: closes?,
        opens_local: stage.from,
        closes_local: stage.to.local,
        last_day: stage.to.last_day,
    })
}

/// The instant of an hour on the wall; none where the clocks skip it or show it twice.
fn instant(
    clause: &Clause<'_>,
    index: usize,
    key: &str,
    local: DateTime,
    zone: &TimeZone,
) -> Option<Timestamp> {
    let instant = zone.to_ambiguous_timestamp(local).unambiguous().ok();
    if instant.is_none() {
        let line = clause.line_of(&["stages", &index.to_string(), key]);
        let sentence = format!(
            "Giờ ghi ở `{key}` không có hoặc có hai lần trong múi giờ của lịch; hãy chọn giờ khác."
        );
        clause.findings().add(line, "book.wrong_value", sentence);
    }
    instant
}

impl Written {
    fn days(self) -> Stage {
        let Self {
            kind,
            name,
            from,
            to,
        } = self;
        Stage {
            kind,
            name,
            from: from.date(),
            to: to.last_day,
        }
    }
}
