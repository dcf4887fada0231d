//! Days as people write them, and the day on which an instant falls.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz;

/// The day of an instant in Vietnam (UTC+7 all year), where every contest's deadlines count.
///
/// ```
/// use hoithi_rules::day::day_in_vietnam;
/// let evening = "2021-06-30T17:30:00Z".parse().unwrap();
/// assert_eq!(day_in_vietnam(evening), jiff::civil::date(2021, 7, 1));
/// ```
pub fn day_in_vietnam(at: Timestamp) -> Date {
    tz::offset(7).to_datetime(at).date()
}

/// Day and hour by the clock on the wall in Vietnam.
pub fn clock_in_vietnam(at: Timestamp) -> DateTime {
    tz::offset(7).to_datetime(at)
}

/// How many days ago a day was, where that is more than `bound`: so far back that it may be a slip.
///
/// ```
/// use hoithi_rules::day::long_ago;
/// use jiff::civil::date;
/// assert_eq!(long_ago(date(2020, 7, 27), date(2021, 7, 27), 60), Some(365));
/// assert_eq!(long_ago(date(2021, 7, 20), date(2021, 7, 27), 60), None);
/// ```
pub fn long_ago(day: Date, today: Date, bound: i32) -> Option<i32> {
    let days = day.until(today).map_or(0, |span| span.get_days());
    (days > bound).then_some(days)
}

/// Reads `27/7/2020`, `27-7-2020` or `2020-07-27`, and `27 July 2020`, as English pages write it;
/// nothing else is a day.
///
/// ```
/// use hoithi_rules::day::parse_day;
/// assert_eq!(parse_day(" 27/7/2020 "), Some(jiff::civil::date(2020, 7, 27)));
/// assert_eq!(parse_day("31/2/2020"), None);
/// ```
pub fn parse_day(text: &str) -> Option<Date> {
    day_in_figures(text).or_else(|| Date::strptime("%d %B %Y", text.trim()).ok())
}

fn day_in_figures(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.trim().split(['/', '-', '.']).collect();
    let &[first, month, last] = parts.as_slice() else {
        return None;
    };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let short = |part: &str| (1..=2).contains(&part.len());
    let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || !short(month) || !short(day) || !parts.iter().all(digits) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Reads a count as people type it: `1200`, `1.200`, `1 200`. Never negative.
///
/// ```
/// use hoithi_rules::day::parse_count;
/// assert_eq!(parse_count("1.200"), Some(1200));
/// assert_eq!(parse_count("1.20"), None);
/// ```
pub fn parse_count(text: &str) -> Option<u32> {
    let groups: Vec<&str> = text.trim().split(['.', ' ', '\u{a0}']).collect();
    let (first, rest) = groups.split_first()?;
    let grouped = rest.iter().all(|group| group.len() == 3);
    let first_fits = !first.is_empty() && (rest.is_empty() || first.len() <= 3);
    let digits = groups.concat();
    if !grouped || !first_fits || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_in_both_orders_and_nothing_else_is() {
        let day = jiff::civil::date(2020, 7, 5);
        for text in ["5/7/2020", "05/07/2020", "2020-07-05", "05-07-2020", "5.7.2020", "5 July 2020"] {
            assert_eq!(parse_day(text), Some(day), "{text}");
        }
        for text in ["", "5/7", "5/7/20", "5/13/2020", "2020-7-5x", "5/7/2020/1", "+5/7/2020", "5 Jul", "July 2020"] {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_count_may_be_grouped_by_thousands_only() {
        assert_eq!(parse_count("0"), Some(0));
        assert_eq!(parse_count("12.345.678"), Some(12_345_678));
        for text in ["", "-1", "1,5", "1.2345", ".123", "1234.567", "99999999999"] {
            assert_eq!(parse_count(text), None, "{text}");
        }
    }
}
