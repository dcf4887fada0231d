//! An edition's folder in the register: whose documents lie together, and what its letterhead says.

use hoithi_edition::{Edition, edition_by_slug, editions};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_rules::people::{Permission, Place};
use hoithi_store::Conn;

use crate::document::Document;
use crate::store;

/// An edition as the register sees it.
pub(crate) struct Folder {
    pub(crate) edition: EditionId,
    pub(crate) slug: String,
    /// Who runs the edition from day to day, as on the letterhead.
    pub(crate) issuer: String,
    /// The symbol of that body's letters.
    pub(crate) symbol: String,
    /// The place before the date.
    pub(crate) place: String,
}

impl Folder {
    fn of(edition: &Edition) -> Self {
        let agency = &edition.book.rules().agency;
        Self {
            edition: edition.id,
            slug: edition.slug.to_string(),
            issuer: agency.name.clone(),
            symbol: agency.symbol.clone(),
            place: agency.place.clone(),
        }
    }

    /// Where rights over its documents are asked.
    pub(crate) const fn place_of_rights(&self) -> Place {
        Place::edition(self.edition)
    }

    /// The address of its list.
    pub(crate) fn address(&self) -> String {
        format!("/ky/{}/van-ban", self.slug)
    }
}

/// The folder of that name, for somebody who may do that in it.
pub(crate) async fn folder(db: &mut Conn, viewer: &Viewer, slug: &str, permission: Permission) -> Result<Folder, Halt> {
    let edition = edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    let folder = Folder::of(&edition);
    viewer.allowed(permission, folder.place_of_rights())?;
    Ok(folder)
}

/// Editions of the same agency with their addresses, this one first.
///
/// A document such as the committee's regulation carries every edition of its contest and stands in
/// the register once; so the others rest on it from there. Whose agency is another's has a register
/// of its own.
pub(crate) async fn of_the_agency(db: &mut Conn, folder: &Folder) -> Result<Vec<Folder>, Halt> {
    let all = editions(db).await?.iter().map(Folder::of).collect::<Vec<_>>();
    let (here, others): (Vec<_>, Vec<_>) = all
        .into_iter()
        .filter(|other| other.issuer == folder.issuer)
        .partition(|other| other.edition == folder.edition);
    Ok(here.into_iter().chain(others).collect())
}

/// A document of that folder.
pub(crate) async fn document_in(
    db: &mut Conn,
    viewer: &Viewer,
    (slug, id): (&str, DocumentId),
    permission: Permission,
) -> Result<(Folder, Document), Halt> {
    let folder = folder(db, viewer, slug, permission).await?;
    let document = store::document(db, id).await?.filter(|document| document.edition == folder.edition);
    Ok((folder, document.ok_or_else(Halt::not_found)?))
}
