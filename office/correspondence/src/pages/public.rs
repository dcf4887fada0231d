//! A public document, for anybody: its sheet, its bases, its file.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_store::Conn;
use hoithi_web::{House, Page, Path, html};

use super::files::printed;
use super::ways::cited_short;
use crate::document::{Document, DocumentCard, Ended};
use crate::endings::ended_words;
use crate::file::serve_file;
use crate::paper::PaperView;
use crate::store;

#[derive(Template)]
#[template(path = "correspondence/public.html")]
struct PublicPage {
    page: Page,
    document: Document,
    paper: PaperView,
    bases: Vec<DocumentCard>,
    resting: Vec<DocumentCard>,
    /// The editions that the public knows of.
    known: BTreeSet<EditionId>,
}

impl PublicPage {
    /// A basis that is not public is named, without a link.
    fn link(&self, card: &DocumentCard) -> String {
        if is_readable(card, &self.known) { format!("/van-ban/{}", card.id) } else { String::new() }
    }

    fn ended_words(&self, ended: &Ended) -> String {
        ended_words(&self.page, ended)
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn cited(&self, card: &DocumentCard) -> String {
        cited_short(card)
    }
}

pub(super) async fn show(State(house): State<House>, Path(id): Path<DocumentId>, page: Page) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let document = public(&mut db, id).await?;
    let bases = store::bases_of(&mut db, id).await?;
    let editions = hoithi_edition::editions(&mut db).await?;
    let known: BTreeSet<_> = editions.iter().filter(|each| each.is_public()).map(|each| each.id).collect();
    let mut resting = store::resting_on(&mut db, id).await?;
    resting.retain(|card| is_readable(card, &known));
    html(&PublicPage {
        page: page.named(document.content.subject.clone()),
        paper: PaperView::of(&document, &bases),
        resting,
        known,
        bases,
        document,
    })
}

pub(super) async fn pdf(State(house): State<House>, Path(id): Path<DocumentId>) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let document = public(&mut db, id).await?;
    let bases = store::bases_of(&mut db, id).await?;
    drop(db);
    printed(&house, &document, &bases).await
}

pub(super) async fn file(State(house): State<House>, Path(id): Path<DocumentId>) -> Result<Response, Halt> {
    let document = public(&mut house.read().await?, id).await?;
    serve_file(&house, &document.file.ok_or_else(Halt::not_found)?).await
}

/// Nobody learns whether a document that is not public exists.
async fn public(db: &mut Conn, id: DocumentId) -> Result<Document, Halt> {
    let document = store::document(db, id).await?.filter(Document::is_public).ok_or_else(Halt::not_found)?;
    let edition = hoithi_edition::edition(db, document.edition).await?;
    if edition.is_some_and(|edition| edition.is_public()) { Ok(document) } else { Err(Halt::not_found()) }
}

fn is_readable(card: &DocumentCard, known: &BTreeSet<EditionId>) -> bool {
    card.public && card.signed.is_some() && known.contains(&card.edition)
}
