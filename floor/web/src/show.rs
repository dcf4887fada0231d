//! How values read on a screen: `30/6/2021`, `17 giờ 00`, `25.000.000 đồng`.

use hoithi_journal::fold;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::catalogue::Lang;

/// A day.
pub fn day(day: Date) -> String {
    format!("{}/{}/{}", day.day(), day.month(), day.year())
}

/// The same for readers of a language: in English with its month in words, because 3/8 is March to
/// some of them.
pub(crate) fn day_in(lang: Lang, date: Date) -> String {
    match lang {
        Lang::Vi => day(date),
        Lang::En => date.strftime("%-d %B %Y").to_string(),
    }
}

/// An instant in a zone; English readers are told the zone.
pub fn instant(lang: Lang, zone: &TimeZone, instant: Timestamp) -> String {
    let there = instant.to_zoned(zone.clone());
    let date = day_in(lang, there.date());
    match lang {
        Lang::Vi => format!("{} giờ {:02}, ngày {date}", there.hour(), there.minute()),
        Lang::En => format!("{:02}:{:02} on {date} ({})", there.hour(), there.minute(), there.strftime("GMT%:z")),
    }
}

/// A whole number with points between the thousands, or commas in English.
pub fn number(value: i64) -> String {
    number_in(Lang::Vi, value)
}

pub(crate) fn number_in(lang: Lang, value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut shown = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            shown.push(if lang == Lang::En { ',' } else { '.' });
        }
        shown.push(digit);
    }
    if value < 0 { format!("-{shown}") } else { shown }
}

/// How long something is and may be, with marks between the thousands; a year or a document's number has none.
pub(crate) fn count_in(lang: Lang, name: &str, count: i64) -> String {
    if matches!(name, "length" | "max" | "most") { number_in(lang, count) } else { count.to_string() }
}

/// Money.
pub(crate) fn money_in(lang: Lang, dong: i64) -> String {
    match lang {
        Lang::Vi => format!("{} đồng", number(dong)),
        Lang::En => format!("VND {}", number_in(lang, dong)),
    }
}

/// A number with a decimal comma, as Vietnamese writes it, for readers of a language.
pub(crate) fn decimal_in(lang: Lang, written: &str) -> String {
    match lang {
        Lang::Vi => written.to_owned(),
        Lang::En => written.replace(',', "."),
    }
}

/// By what a list of Vietnamese people is sorted: the given name, which comes last, then the whole.
///
/// ```
/// use hoithi_web::name_order;
/// let mut names = ["Vi Văn Bình", "Đinh Thị Ánh", "An Văn Yên"];
/// names.sort_by_key(|name| name_order(name));
/// assert_eq!(names, ["Đinh Thị Ánh", "Vi Văn Bình", "An Văn Yên"]);
/// ```
pub fn name_order(name: &str) -> (String, String) {
    let whole = fold(name);
    (whole.split_whitespace().last().unwrap_or_default().to_owned(), whole)
}

/// By what a list of Vietnamese names is sorted, as in a dictionary: ă and â, đ, ê, ô and ơ, ư are letters of
/// their own, and the tones tell apart only what is spelt alike.
///
/// ```
/// use hoithi_web::dictionary_order;
/// let mut names = ["Bắc Lương", "Bãi Cháy", "Đầm Hà", "Bạch Đằng", "Dương Huy", "Bái Cháy"];
/// names.sort_by_key(|name| dictionary_order(name));
/// assert_eq!(names, ["Bạch Đằng", "Bãi Cháy", "Bái Cháy", "Bắc Lương", "Dương Huy", "Đầm Hà"]);
/// ```
pub fn dictionary_order(text: &str) -> (Vec<u32>, Vec<u8>) {
    use unicode_normalization::UnicodeNormalization;
    let (mut letters, mut tones): (Vec<u32>, Vec<u8>) = (Vec::new(), Vec::new());
    for letter in text.to_lowercase().nfd() {
        let (shape, tone) = match letter {
            '\u{306}' => (1, 0), // ă
            '\u{302}' => (2, 0), // â, ê, ô
            '\u{31b}' => (3, 0), // ơ, ư
            '\u{300}' => (0, 1), // huyền
            '\u{309}' => (0, 2), // hỏi
            '\u{303}' => (0, 3), // ngã
            '\u{301}' => (0, 4), // sắc
            '\u{323}' => (0, 5), // nặng
            base => {
                // Between two letters there is room for those of another shape.
                letters.push(if base == 'đ' { u32::from('d') * 4 + 1 } else { u32::from(base) * 4 });
                tones.push(0);
                (0, 0)
            }
        };
        if let (Some(last), Some(sounds)) = (letters.last_mut(), tones.last_mut()) {
            *last += shape;
            *sounds = tone.max(*sounds);
        }
    }
    (letters, tones)
}
