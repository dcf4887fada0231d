//! On what a paper rests that the program composes: the document of its edition's rules and the papers before
//! it, as far as the register has them signed and nothing ended them.

use hoithi_edition::Edition;
use hoithi_rules::ids::DocumentId;
use hoithi_store::{Conn, StoreError};

use crate::document::DocumentCard;
use crate::store;

/// The document by which the edition's rules came into force, where its register has it.
pub async fn rules_document(db: &mut Conn, edition: &Edition) -> Result<Option<DocumentId>, StoreError> {
    let source = &edition.book.rules().source;
    let card = store::numbered_in(db, edition.id, (&source.document, source.issued)).await?;
    Ok(card.filter(stands).map(|card| card.id))
}

/// That document, if another may rest on it.
pub async fn standing(db: &mut Conn, id: DocumentId) -> Result<Option<DocumentId>, StoreError> {
    let card = store::document(db, id).await?.map(|document| document.card());
    Ok(card.filter(stands).map(|card| card.id))
}

fn stands(card: &DocumentCard) -> bool {
    card.signed.is_some() && card.ended.is_none()
}
