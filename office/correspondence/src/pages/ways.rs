//! The ways between documents: where one lies for this reader, how it is cited, the step back to the
//! register.

use std::collections::BTreeMap;

use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::{Permission, Place};
use hoithi_store::Conn;
use hoithi_web::Page;

use crate::document::DocumentCard;
use crate::folder::Folder;

pub(super) use crate::press::cited_short;

/// Where the documents of the editions lie whose register this visitor reads.
pub(super) struct Addresses(BTreeMap<EditionId, String>);

impl Addresses {
    pub(super) async fn of(db: &mut Conn, viewer: &Viewer) -> Result<Self, Halt> {
        let editions = hoithi_edition::editions(db).await?;
        let read = |edition: &Edition| viewer.may(Permission::DocumentRead, Place::edition(edition.id));
        let slugs = editions.into_iter().filter(read).map(|edition| (edition.id, edition.slug.to_string()));
        Ok(Self(slugs.collect()))
    }

    /// A document's address; empty where they may not read it.
    pub(super) fn of_card(&self, card: &DocumentCard) -> String {
        match self.0.get(&card.edition) {
            Some(slug) => format!("/ky/{slug}/van-ban/{}", card.id),
            None if card.public && card.signed.is_some() => format!("/van-ban/{}", card.id),
            None => String::new(),
        }
    }
}

/// The way here, from the register.
pub(super) trait UnderRegister {
    /// Adds the step.
    fn under_register(self, folder: &Folder) -> Self;
}

impl UnderRegister for Page {
    fn under_register(self, folder: &Folder) -> Self {
        let label = self.t("correspondence-register");
        self.under(label, folder.address())
    }
}
