//! Who bears a number that was refused as taken.

use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::day::parse_day;
use hoithi_web::{Form, House};
use jiff::civil::Date;

use super::ways::{Addresses, cited_short};
use crate::store;

/// The document of that issuer that bears the number of the form, and where it is read: named to whoever
/// may read it, else by its number alone. None where the number was not what was refused.
pub(super) async fn bearer(
    house: &House,
    viewer: &Viewer,
    (issuer, form): (&str, &Form),
    halt: &Halt,
) -> Result<Option<(String, String)>, Halt> {
    let Halt::Refused(all) = halt else { return Ok(None) };
    if !all.iter().any(|each| each.code == "correspondence.number_taken") {
        return Ok(None);
    }
    let year = parse_day(form.value("date")).map_or(0, Date::year);
    let Ok(number) = DocumentNumber::parse(form.value("number"), year) else { return Ok(None) };
    let mut db = house.read().await?;
    let Some(card) = store::of_number(&mut db, issuer, &number).await? else { return Ok(None) };
    let address = Addresses::of(&mut db, viewer).await?.of_card(&card);
    let short = cited_short(&card);
    Ok(Some(if address.is_empty() { (short, address) } else { (format!("{short} – {}", card.subject), address) }))
}
