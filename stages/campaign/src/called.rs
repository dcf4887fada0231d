//! Whom a unit calls that cannot sign in: the agency, with the persons of its help desks who answer by
//! telephone, as the portal names them.

use hoithi_edition::Edition;
use hoithi_helpdesk::desks_of;
use hoithi_store::{Conn, StoreError};
use jiff::civil::Date;

/// The agency, and after it each person with their number.
pub(crate) async fn called(db: &mut Conn, edition: &Edition, today: Date) -> Result<String, StoreError> {
    let agency = edition.book.rules().agency.reached();
    let desks = desks_of(db, edition.id).await?;
    let people: Vec<String> = desks
        .iter()
        .filter(|desk| !desk.ended)
        .flat_map(|desk| desk.named_on(today))
        .filter(|member| !member.phone.is_empty())
        .map(|member| format!("{} {}", member.name, member.phone))
        .collect();
    Ok(if people.is_empty() { agency } else { format!("{agency}: {}", people.join("; ")) })
}
