//! Whom a letter, a news item, a poster tells its readers to ask: the help desks with their people, numbers and
//! hours.

use hoithi_edition::Edition;
use hoithi_rules::helpdesk::Hours;
use hoithi_store::{Conn, StoreError};
use jiff::civil::Date;

use crate::desk::Desk;
use crate::store::desks_of;

/// The days of the week as a letter writes them, Monday first.
const DAYS: [&str; 7] = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];

/// The agency, and each desk that answers by telephone; where none does, the agency as the rule book
/// reaches it.
pub async fn whom_to_ask(db: &mut Conn, edition: &Edition, today: Date) -> Result<String, StoreError> {
    let agency = &edition.book.rules().agency;
    let desks = desks_of(db, edition.id).await?;
    let told: Vec<String> = desks.iter().filter(|desk| !desk.ended).filter_map(|desk| of_desk(desk, today)).collect();
    Ok(if told.is_empty() { agency.reached() } else { format!("{}: {}", agency.name, told.join("; ")) })
}

/// The desk with whoever answers by telephone, and its hours; none where nobody does.
fn of_desk(desk: &Desk, today: Date) -> Option<String> {
    let named = desk.named_on(today).into_iter().filter(|member| !member.phone.is_empty());
    let people: Vec<String> = named.map(|member| format!("{}, điện thoại {}", member.name, member.phone)).collect();
    let hours = hours(&desk.words.hours);
    (!people.is_empty()).then(|| format!("{} ({}; giờ làm việc {hours})", desk.words.name, people.join("; ")))
}

fn hours(hours: &Hours) -> String {
    let figures = hours.days().figures();
    let name = |figure: &u8| usize::from(*figure).checked_sub(1).and_then(|place| DAYS.get(place).copied());
    let in_a_row = figures.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    let days = match figures.as_slice() {
        [first, _, .., last] if in_a_row => {
            format!("từ {} đến {}", name(first).unwrap_or_default(), name(last).unwrap_or_default())
        }
        some => some.iter().filter_map(name).collect::<Vec<_>>().join(", "),
    };
    format!("{}, {days}", hours.times())
}
