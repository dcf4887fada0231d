//! The public holidays that ship with the program: the years of the example editions and the
//! present ones. Tết and the days of the Hùng kings follow the moon, days off in the place of a
//! weekend and swapped days follow the notice of the year; so nothing here is computed. No notice stands
//! behind these rows by its number, so every row says that the office has to check it.

use jiff::civil::{Date, date};

use super::{SpecialDay, SpecialKind};

/// The Labour Codes that say which holidays there are.
const OF_2012: &str = "theo Bộ luật Lao động năm 2012, Điều 115; ngày hoán đổi cần cơ quan kiểm tra";
const OF_2019: &str = "theo Bộ luật Lao động năm 2019, Điều 111, Điều 112; ngày hoán đổi cần cơ quan kiểm tra";

const NEW_YEAR: &str = "Tết Dương lịch";
const TET: &str = "Tết Nguyên đán";
const HUNG: &str = "Giỗ Tổ Hùng Vương";
const VICTORY: &str = "Ngày Chiến thắng";
const LABOUR: &str = "Quốc tế Lao động";
const NATIONAL: &str = "Quốc khánh";

/// First day, last day, name, source; weekends inside count as the holiday they lie in.
type Off = (Date, Date, &'static str, &'static str);

const OFF: &[Off] = &[
    (date(2020, 1, 1), date(2020, 1, 1), NEW_YEAR, OF_2012),
    (date(2020, 1, 23), date(2020, 1, 29), TET, OF_2012),
    (date(2020, 4, 2), date(2020, 4, 2), HUNG, OF_2012),
    (date(2020, 4, 30), date(2020, 4, 30), VICTORY, OF_2012),
    (date(2020, 5, 1), date(2020, 5, 1), LABOUR, OF_2012),
    (date(2020, 9, 2), date(2020, 9, 2), NATIONAL, OF_2012),
    (date(2021, 1, 1), date(2021, 1, 1), NEW_YEAR, OF_2019),
    (date(2021, 2, 10), date(2021, 2, 16), TET, OF_2019),
    (date(2021, 4, 21), date(2021, 4, 21), HUNG, OF_2019),
    (date(2021, 4, 30), date(2021, 4, 30), VICTORY, OF_2019),
    (date(2021, 5, 1), date(2021, 5, 1), LABOUR, OF_2019),
    (date(2021, 5, 3), date(2021, 5, 3), "Nghỉ bù ngày Quốc tế Lao động", OF_2019),
    (date(2021, 9, 2), date(2021, 9, 3), NATIONAL, OF_2019),
    (date(2022, 1, 1), date(2022, 1, 1), NEW_YEAR, OF_2019),
    (date(2022, 1, 3), date(2022, 1, 3), "Nghỉ bù Tết Dương lịch", OF_2019),
    (date(2022, 1, 31), date(2022, 2, 4), TET, OF_2019),
    (date(2022, 4, 10), date(2022, 4, 10), HUNG, OF_2019),
    (date(2022, 4, 11), date(2022, 4, 11), "Nghỉ bù ngày Giỗ Tổ Hùng Vương", OF_2019),
    (date(2022, 4, 30), date(2022, 4, 30), VICTORY, OF_2019),
    (date(2022, 5, 1), date(2022, 5, 1), LABOUR, OF_2019),
    (date(2022, 5, 2), date(2022, 5, 3), "Nghỉ bù ngày Chiến thắng và Quốc tế Lao động", OF_2019),
    (date(2022, 9, 1), date(2022, 9, 2), NATIONAL, OF_2019),
    (date(2025, 1, 1), date(2025, 1, 1), NEW_YEAR, OF_2019),
    (date(2025, 1, 25), date(2025, 2, 2), TET, OF_2019),
    (date(2025, 4, 7), date(2025, 4, 7), HUNG, OF_2019),
    (date(2025, 4, 30), date(2025, 4, 30), VICTORY, OF_2019),
    (date(2025, 5, 1), date(2025, 5, 1), LABOUR, OF_2019),
    (date(2025, 5, 2), date(2025, 5, 2), "Nghỉ hoán đổi, làm bù ngày 26/4/2025", OF_2019),
    (date(2025, 9, 1), date(2025, 9, 2), NATIONAL, OF_2019),
    (date(2026, 1, 1), date(2026, 1, 1), NEW_YEAR, OF_2019),
    (date(2026, 1, 2), date(2026, 1, 2), "Nghỉ hoán đổi, làm bù ngày 10/1/2026", OF_2019),
    (date(2026, 2, 14), date(2026, 2, 22), TET, OF_2019),
    (date(2026, 4, 26), date(2026, 4, 26), HUNG, OF_2019),
    (date(2026, 4, 27), date(2026, 4, 27), "Nghỉ bù ngày Giỗ Tổ Hùng Vương", OF_2019),
    (date(2026, 4, 30), date(2026, 4, 30), VICTORY, OF_2019),
    (date(2026, 5, 1), date(2026, 5, 1), LABOUR, OF_2019),
    (date(2026, 8, 31), date(2026, 8, 31), "Nghỉ hoán đổi, làm bù ngày 22/8/2026", OF_2019),
    (date(2026, 9, 1), date(2026, 9, 2), NATIONAL, OF_2019),
];

/// Saturdays that are worked in the place of a day between holiday and weekend.
const WORKED: &[(Date, &str)] = &[
    (date(2025, 4, 26), "Làm bù cho ngày 2/5/2025"),
    (date(2026, 1, 10), "Làm bù cho ngày 2/1/2026"),
    (date(2026, 8, 22), "Làm bù cho ngày 31/8/2026"),
];

pub(super) fn days() -> Vec<SpecialDay> {
    let mut days = Vec::new();
    for (first, last, name, source) in OFF {
        for day in first.series(jiff::Span::new().days(1)).take_while(|day| day <= last) {
            days.push(special(day, SpecialKind::Off, name, source));
        }
    }
    days.extend(WORKED.iter().map(|(day, name)| special(*day, SpecialKind::Working, name, OF_2019)));
    days
}

fn special(day: Date, kind: SpecialKind, name: &str, source: &str) -> SpecialDay {
    SpecialDay { day, kind, name: name.to_owned(), source: source.to_owned() }
}
