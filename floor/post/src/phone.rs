//! A telephone number as gateways take it.

/// `0203 000 0001`, `+84 203…`, `84203…` become `84203…`; none where it is no number of this country.
pub fn number_of(phone: &str) -> Option<String> {
    let kept: String =
        phone.chars().filter(|letter| !matches!(letter, ' ' | '.' | '-' | '(' | ')' | '\u{a0}')).collect();
    let rest = kept.strip_prefix("+84").or_else(|| kept.strip_prefix("0084")).or_else(|| kept.strip_prefix("84"));
    let rest = rest.or_else(|| kept.strip_prefix('0'))?;
    let is_number = (8..=10).contains(&rest.len()) && rest.bytes().all(|digit| digit.is_ascii_digit());
    (is_number && !rest.starts_with('0')).then(|| format!("84{rest}"))
}
