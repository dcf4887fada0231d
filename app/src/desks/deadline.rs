//! The sentence about the intake that everybody looks for first.

use hoithi_web::{Lang, Page};
use jiff::Timestamp;
use jiff::civil::Weekday;

/// Whether dossiers are taken, and until when.
pub(super) enum Deadline {
    /// Not yet.
    Coming { from: String },
    /// Now.
    Open { until: String, days_left: i64 },
    /// No more.
    Over { since: String },
}

impl Deadline {
    pub(super) fn of(page: &Page, opens: Timestamp, closes: Timestamp, now: Timestamp) -> Self {
        if now < opens {
            Self::Coming { from: moment(page, opens) }
        } else if now < closes {
            let days_left = closes.duration_since(now).as_hours().div_euclid(24);
            Self::Open { until: moment(page, closes), days_left }
        } else {
            Self::Over { since: moment(page, closes) }
        }
    }
}

/// "17 giờ 00, thứ Tư, ngày 30/6/2021"
fn moment(page: &Page, at: Timestamp) -> String {
    let there = at.to_zoned(page.zone());
    match page.language() {
        Lang::Vi => format!(
            "{} giờ {:02}, {}, ngày {}",
            there.hour(),
            there.minute(),
            weekday(there.weekday()),
            page.day(there.date())
        ),
        Lang::En => format!("{}, {}", there.strftime("%H:%M, %A"), page.day(there.date())),
    }
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "thứ Hai",
        Weekday::Tuesday => "thứ Ba",
        Weekday::Wednesday => "thứ Tư",
        Weekday::Thursday => "thứ Năm",
        Weekday::Friday => "thứ Sáu",
        Weekday::Saturday => "thứ Bảy",
        Weekday::Sunday => "Chủ nhật",
    }
}
