//! The dossiers that came of an initiative, and what went up from them, as far as the visitor may read each.

use hoithi_edition::Edition;
use hoithi_entries::{EntryCard, entry, listed_standing, sent_up_from};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::{Permission, Place};
use hoithi_store::Conn;
use hoithi_web::Page;

use crate::store::Linked;

/// A dossier that came of it.
pub(super) struct Entered {
    pub(super) edition: String,
    /// Its number, or its title while it has none.
    pub(super) name: String,
    /// None where the visitor may not open it.
    pub(super) href: Option<String>,
    /// How far it is and the tone of that; none where the visitor may not open it.
    pub(super) state: Option<(String, &'static str)>,
}

/// Each dossier that was begun from it, followed by what was sent up from that.
pub(super) async fn entered(
    db: &mut Conn,
    (viewer, page): (&Viewer, &Page),
    links: &[Linked],
    editions: &[Edition],
) -> Result<Vec<Entered>, Halt> {
    let mut entries = Vec::new();
    for linked in links {
        let mut next = vec![linked.entry];
        while let Some(id) = next.pop() {
            let Some(card) = entry(db, id).await? else { continue };
            let Some(edition) = editions.iter().find(|edition| edition.id == card.edition) else { continue };
            next.extend(sent_up_from(db, id).await?);
            entries.push(told((viewer, page), card, edition));
        }
    }
    Ok(entries)
}

fn told((viewer, page): (&Viewer, &Page), card: EntryCard, edition: &Edition) -> Entered {
    // The dossier may have gone to another unit since.
    let reads = viewer.may(Permission::EntryViewAll, edition.place())
        || card.unit.is_some_and(|unit| viewer.may(Permission::EntryViewUnit, Place::unit_in(unit, edition.id)));
    let announced = edition.state.announced_at().is_some();
    Entered {
        edition: edition.title(),
        href: reads.then(|| format!("/ho-so/{}", card.id)),
        state: reads.then(|| (listed_standing(page, card.state, announced), card.state.tone())),
        name: card.number.map_or(card.title, |number| number.to_string()),
    }
}
