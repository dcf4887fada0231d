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
    grouped(text)?.parse().ok()
}

/// Reads an amount of whole đồng as people type it. Never negative, never more than a thousand billions.
///
/// ```
/// use hoithi_rules::day::parse_money;
/// assert_eq!(parse_money("1.250.000.000"), Some(1_250_000_000));
/// assert_eq!(parse_money("1,5 tỷ"), None);
/// ```
pub fn parse_money(text: &str) -> Option<i64> {
    grouped(text)?.parse().ok().filter(|dong| *dong <= MOST_MONEY)
}

/// What no solution of a contest brings.
const MOST_MONEY: i64 = 1_000_000_000_000_000;

/// The digits of a whole number that may be grouped by thousands.
fn grouped(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.trim().split(['.', ' ', '\u{a0}']).collect();
    let (first, rest) = groups.split_first()?;
    let in_threes = rest.iter().all(|group| group.len() == 3);
    let first_fits = !first.is_empty() && (rest.is_empty() || first.len() <= 3);
    let digits = groups.concat();
    let all_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    (in_threes && first_fits && all_digits).then_some(digits)
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

    #[test]
    fn money_reaches_further_than_a_count_and_ends_somewhere() {
        assert_eq!(parse_money("99.999.999.999"), Some(99_999_999_999));
        assert_eq!(parse_money("1000000000000000"), Some(MOST_MONEY));
        for text in ["", "-1", "1,5", "1.5", "1.000.000.000.000.001", "5 triệu"] {
            assert_eq!(parse_money(text), None, "{text}");
        }
    }
}
