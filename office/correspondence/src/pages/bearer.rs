//! Who bears a number that was refused as taken.

use hoithi_journal::{Fact, Halt, Refused};
use hoithi_people::Viewer;
use hoithi_rules::ids::DocumentId;
use hoithi_web::House;

use super::ways::{Addresses, cited_short};
use crate::store;

/// The document that bears the refused number, and where it is read: named to whoever may read it, else
/// by its number alone. None where the number was not what was refused.
pub(super) async fn bearer(house: &House, viewer: &Viewer, halt: &Halt) -> Result<Option<(String, String)>, Halt> {
    let Halt::Refused(all) = halt else { return Ok(None) };
    let Some(id) = all.iter().find_map(borne_by) else { return Ok(None) };
    let mut db = house.read().await?;
    let Some(card) = store::document(&mut db, id).await?.map(|document| document.card()) else { return Ok(None) };
    let address = Addresses::of(&mut db, viewer).await?.of_card(&card);
    let short = cited_short(&card);
    Ok(Some(if address.is_empty() { (short, address) } else { (format!("{short} – {}", card.subject), address) }))
}

fn borne_by(refused: &Refused) -> Option<DocumentId> {
    let document = refused.facts.iter().find(|(name, _)| *name == "document");
    match document {
        Some((_, Fact::Text(id))) if refused.code == "correspondence.number_taken" => id.parse().ok(),
        _ => None,
    }
}
