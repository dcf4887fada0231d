//! What several pages say in the same words.

use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::helpdesk::{Hours, QuestionState};
use hoithi_rules::workdays::{DayIs, Workdays};
use hoithi_web::Page;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::desk::{Desk, DeskMember};

/// `thứ Hai đến thứ Sáu, 07:30–11:30, 13:30–17:00`
pub(crate) fn hours(page: &Page, hours: &Hours) -> String {
    let figures = hours.days().figures();
    let word = |day: &u8| page.tcode("helpdesk-day-", day);
    let in_a_row = figures.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    let days = match figures.as_slice() {
        [first, .., last] if figures.len() > 2 && in_a_row => {
            page.tx("helpdesk-days-span", &[("first", word(first)), ("last", word(last))])
        }
        days => days.iter().map(word).collect::<Vec<_>>().join(", "),
    };
    page.tx("helpdesk-hours-line", &[("days", days), ("times", hours.times())])
}

/// `Ngoài giờ; mở lại lúc 13:30 hôm nay`; nothing while the desk is open. On a day that the office's
/// calendar has off a desk is shut.
pub(crate) fn opens_again(page: &Page, hours: &Hours, (now, workdays): (Timestamp, &Workdays)) -> String {
    let is_off = |day: Date| matches!(workdays.on(day), DayIs::Off(_));
    let Some(opens) = hours.opens_again(now, is_off) else { return String::new() };
    let time = format!("{:02}:{:02}", opens.hour(), opens.minute());
    if opens.date() == day_in_vietnam(now) {
        return page.t1("helpdesk-opens-today", "time", time);
    }
    let weekday = page.tcode("helpdesk-day-", opens.date().weekday().to_monday_one_offset());
    page.tx("helpdesk-opens-on", &[("time", time), ("weekday", weekday), ("day", page.day(opens.date()))])
}

/// That somebody is away, and until when; that somebody stands in; else nothing.
pub(crate) fn away(page: &Page, member: &DeskMember, today: Date) -> String {
    let absence = member.member.absent.filter(|_| member.member.is_absent_on(today));
    match (absence, member.member.deputy) {
        (Some(absence), _) => page.t1("helpdesk-away-until", "day", page.day(absence.to)),
        (None, true) => page.t("helpdesk-stands-in"),
        (None, false) => String::new(),
    }
}

/// A state's word.
pub(super) fn state(page: &Page, state: QuestionState) -> String {
    page.tcode("helpdesk-state-", state.code())
}

/// Its tone.
pub(super) const fn tone(state: QuestionState) -> &'static str {
    match state {
        QuestionState::New => "todo",
        QuestionState::InHand => "doing",
        QuestionState::Answered => "done",
        QuestionState::Closed => "lock",
    }
}

/// How long somebody waits, in days.
pub(super) fn since(page: &Page, at: Timestamp, today: Date) -> String {
    let days = (today - day_in_vietnam(at)).get_days();
    if days <= 0 { page.t("helpdesk-since-today") } else { page.t1("helpdesk-since-days", "days", days) }
}

/// The desks that take questions, for choosing.
pub(super) fn choices(desks: &[Desk]) -> Vec<(String, String)> {
    let open = desks.iter().filter(|desk| !desk.ended);
    open.map(|desk| {
        let about = Some(desk.words.about.as_str()).filter(|about| !about.is_empty());
        let name = desk.words.name.clone();
        (desk.id.to_string(), about.map_or_else(|| name.clone(), |about| format!("{name} – {about}")))
    })
    .collect()
}
