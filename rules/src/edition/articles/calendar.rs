//! The calendar part in words.

use super::{Article, coded};
use crate::edition::words::{day, hour};
use crate::edition::{Calendar, Stage, StageKind, Window};

pub(super) fn article(calendar: &Calendar) -> Article {
    let due =
        calendar.reports_due.map_or("không quy định".to_owned(), |due| format!("chậm nhất ngày {}", day(due)));
    Article::new("Thời gian thực hiện")
        .lists(calendar.stages.iter().map(|stage| {
            let text = match stage.kind {
                StageKind::Intake => intake(&calendar.intake),
                _ => days(stage),
            };
            coded(&stage.kind.code(), &stage.name, text)
        }))
        .says("Các đơn vị báo cáo kết quả", due)
        .says("Múi giờ", calendar.zone.iana_name().unwrap_or("UTC"))
        .says("Cách thực hiện", CARRIED_OUT)
}

/// What the calendar itself does; a committee that expects more of it has to know.
const CARRIED_OUT: &str = "chương trình tự mở và tự đóng việc nhận hồ sơ theo lịch; các giai đoạn khác để theo dõi và \
     nhắc việc, không tự mở và không tự khóa việc gì";

fn days(stage: &Stage) -> String {
    if stage.from == stage.to {
        format!("ngày {}", day(stage.from))
    } else {
        format!("từ ngày {} đến hết ngày {}", day(stage.from), day(stage.to))
    }
}

fn intake(window: &Window) -> String {
    let opens = window.opens_local;
    let from = if opens.time() == jiff::civil::Time::midnight() {
        format!("từ ngày {}", day(opens.date()))
    } else {
        format!("từ {} ngày {}", hour(opens.time()), day(opens.date()))
    };
    format!("{from} {}", window.until())
}
