//! Numbers and days as Vietnamese documents write them.

/// `25.000.000 đồng`
pub fn money(dong: u64) -> String {
    format!("{} đồng", grouped(dong))
}

/// `25.000.000`
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// `hai mươi lăm triệu đồng`
pub fn money_in_words(dong: u64) -> String {
    format!("{} đồng", in_words(dong))
}

/// A whole number in words, as read in the north: `một trăm linh năm`, `hai mươi mốt`.
pub fn in_words(number: u64) -> String {
    if number == 0 {
        return "không".to_owned();
    }
    let mut words = Vec::new();
    billions(number, &mut words);
    words.join(" ")
}

/// Above a billion, Vietnamese counts in billions again: `một nghìn tỷ`.
fn billions(number: u64, words: &mut Vec<&'static str>) {
    const BILLION: u64 = 1_000_000_000;
    let (high, low) = (number / BILLION, number % BILLION);
    if high > 0 {
        billions(high, words);
        words.push("tỷ");
    }
    let mut begun = high > 0;
    for (unit, name) in [(1_000_000, "triệu"), (1_000, "nghìn"), (1, "")] {
        let group = low / unit % 1_000;
        if group > 0 {
            hundreds(group, begun, words);
            words.extend((!name.is_empty()).then_some(name));
            begun = true;
        }
    }
}

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

fn digit(value: u64) -> &'static str {
    usize::try_from(value).ok().and_then(|place| DIGITS.get(place).copied()).unwrap_or("không")
}

/// One to 999. After larger groups the hundreds are always said: `một triệu không trăm linh hai`.
fn hundreds(group: u64, begun: bool, words: &mut Vec<&'static str>) {
    let (hundred, ten, one) = (group / 100, group / 10 % 10, group % 10);
    let full = begun || hundred > 0;
    if full {
        words.extend([digit(hundred), "trăm"]);
    }
    match ten {
        0 if full && one > 0 => words.push("linh"),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([digit(ten), "mươi"]),
    }
    words.extend(last_digit(ten, one));
}

fn last_digit(ten: u64, one: u64) -> Option<&'static str> {
    match (ten, one) {
        (_, 0) => None,
        (2.., 1) => Some("mốt"),
        (1.., 5) => Some("lăm"),
        _ => Some(digit(one)),
    }
}
