//! How the office writes days, hours and ordinals on a screen.

use jiff::civil::{Date, Time};

/// A day as on a screen: `30/6/2021`. (Documents pad it; their templates do.)
pub fn day(date: Date) -> String {
    format!("{}/{}/{}", date.day(), date.month(), date.year())
}

/// An hour as the office writes it: `17 giờ 00`.
pub fn hour(time: Time) -> String {
    format!("{} giờ {:02}", time.hour(), time.minute())
}

/// A roman number, for ordinals of editions and for headings; over 3,999 and zero stay in digits.
///
/// ```
/// assert_eq!(hoithi_rules::edition::roman(8), "VIII");
/// ```
pub fn roman(number: u16) -> String {
    const SIGNS: [(u16, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut left = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_are_roman() {
        let written = [1, 4, 8, 9, 14, 40, 99, 400, 1_944, 3_999, 4_000, 0].map(roman);
        assert_eq!(written.join(" "), "I IV VIII IX XIV XL XCIX CD MCMXLIV MMMCMXCIX 4000 0");
    }

    #[test]
    fn days_and_hours_are_written_as_the_office_writes_them() {
        assert_eq!(day(jiff::civil::date(2021, 6, 30)), "30/6/2021");
        assert_eq!(hour(jiff::civil::time(17, 0, 0, 0)), "17 giờ 00");
    }
}
