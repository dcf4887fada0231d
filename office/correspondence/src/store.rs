//! The tables of documents and of what they rest on.

mod numbers;
mod read;
mod write;

use std::collections::BTreeSet;

use hoithi_rules::correspondence::{DocumentKind, Stage};
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_store::{Conn, StoreError, Value, params};
use hoithi_web::fold;

use crate::document::{Document, DocumentCard, Origin};
use crate::endings;

pub use numbers::of_number;
pub(crate) use numbers::{bearer_of, numbered_in, out_of_order};
use read::read_document;
pub(crate) use read::{nonsense, read_card, read_number};
pub use write::await_announcement;
pub(crate) use write::{insert, replace_bases, update};

/// A list's query: what a card needs of the table's rows, then from where.
macro_rules! card_select {
    ($table:literal, $from:literal) => {
        concat!(
            "SELECT ",
            $table,
            ".id, ",
            $table,
            ".edition_id, ",
            $table,
            ".kind, ",
            $table,
            ".issuer, ",
            $table,
            ".subject, ",
            $table,
            ".number, ",
            $table,
            ".number_symbol, ",
            $table,
            ".number_year, ",
            $table,
            ".day, ",
            $table,
            ".urgency, ",
            $table,
            ".public, ",
            $table,
            ".file_size, ",
            $table,
            ".put_forward_at, ",
            $table,
            ".signed_at,
            (SELECT e.ending FROM document_endings e WHERE e.document_id = ",
            $table,
            ".id AND e.lifted_at IS NULL)
                AS ending ",
            $from
        )
    };
}

pub(crate) use card_select;

/// A document with everything on it.
pub async fn document(db: &mut Conn, id: DocumentId) -> Result<Option<Document>, StoreError> {
    let row = db
        .maybe(
            "SELECT id, edition_id, kind, parent_body, issuer, place, symbol, subject, body, addressees,
                    recipients, capacity, on_behalf_of, in_place_of, position, signer, annex_title, annex, later_annexes, urgency, origin,
                    number, number_symbol, number_year, day, public,
                    file_hash, file_name, file_type, file_size, put_forward_at, signed_at, print_hash,
                    number_given, version
               FROM documents WHERE id = $1",
            params![id.uuid()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let ended = endings::of(db, id).await?;
    Ok(Some(Document { ended, ..read_document(&row)? }))
}

/// What a list is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Code of a kind; empty for all.
    pub kind: String,
    /// Words, also of a number that was put right; empty for all.
    pub words: String,
    /// Only what anybody may read.
    pub only_public: bool,
    /// How far it came; none for all.
    pub stage: Option<Stage>,
    /// What went out, which the campaign knows.
    pub sent: BTreeSet<DocumentId>,
}

impl Filter {
    /// `$2` kind, `$3` pattern, `$4` public, `$5` stage, `$6` what went out, one behind the other.
    fn params(&self, edition: EditionId) -> Vec<Value> {
        let words = fold(&self.words).replace('!', "!!").replace('%', "!%").replace('_', "!_");
        let pattern = format!("%{words}%");
        let stage = self.stage.map_or("", Stage::code);
        let sent = self.sent.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        params![edition.uuid(), self.kind.as_str(), pattern, self.only_public, stage, sent]
    }
}

/// How many documents of an edition fit the filter.
pub async fn count(db: &mut Conn, edition: EditionId, filter: &Filter) -> Result<usize, StoreError> {
    let row = db
        .one(
            "SELECT CAST(COUNT(*) AS BIGINT) AS found FROM documents
              WHERE edition_id = $1 AND ($2 = '' OR kind = $2) AND (folded LIKE $3 ESCAPE '!' OR EXISTS (
                     SELECT 1 FROM document_corrections c
                      WHERE c.document_id = documents.id
                        AND LOWER(REPLACE(REPLACE('0' || CAST(c.number AS TEXT) || '/' || c.number_symbol, 'Đ', 'd'), 'Ư', 'u'))
                            LIKE $3 ESCAPE '!'))
                AND ($4 = 0 OR (public = 1 AND state = 'signed'))
                AND ($5 = '' OR $5 = CASE
                     WHEN state = 'signed' AND $6 LIKE '%' || id || '%' THEN 'sent'
                     WHEN state = 'signed' AND file_size IS NOT NULL THEN 'scanned'
                     WHEN state = 'signed' THEN 'numbered'
                     WHEN signed_at IS NOT NULL THEN 'signed'
                     WHEN put_forward_at IS NOT NULL THEN 'put_forward'
                     ELSE 'draft' END)",
            filter.params(edition),
        )
        .await?;
    row.count("found")
}

/// Some documents of an edition: drafts first, then by day, the newest first.
pub async fn page_of(
    db: &mut Conn,
    edition: EditionId,
    filter: &Filter,
    most: i64,
    skip: i64,
) -> Result<Vec<DocumentCard>, StoreError> {
    let mut values = filter.params(edition);
    values.extend(params![most, skip]);
    let rows = db
        .all(
            card_select!(
                "documents",
                "FROM documents
              WHERE edition_id = $1 AND ($2 = '' OR kind = $2) AND (folded LIKE $3 ESCAPE '!' OR EXISTS (
                     SELECT 1 FROM document_corrections c
                      WHERE c.document_id = documents.id
                        AND LOWER(REPLACE(REPLACE('0' || CAST(c.number AS TEXT) || '/' || c.number_symbol, 'Đ', 'd'), 'Ư', 'u'))
                            LIKE $3 ESCAPE '!'))
                AND ($4 = 0 OR (public = 1 AND state = 'signed'))
                AND ($5 = '' OR $5 = CASE
                     WHEN state = 'signed' AND $6 LIKE '%' || id || '%' THEN 'sent'
                     WHEN state = 'signed' AND file_size IS NOT NULL THEN 'scanned'
                     WHEN state = 'signed' THEN 'numbered'
                     WHEN signed_at IS NOT NULL THEN 'signed'
                     WHEN put_forward_at IS NOT NULL THEN 'put_forward'
                     ELSE 'draft' END)
              ORDER BY state, day DESC, number DESC, id
              LIMIT $7 OFFSET $8"
            ),
            values,
        )
        .await?;
    rows.iter().map(read_card).collect()
}

/// Every document of an edition.
pub async fn documents_of(db: &mut Conn, edition: EditionId) -> Result<Vec<DocumentCard>, StoreError> {
    page_of(db, edition, &Filter::default(), i64::MAX, 0).await
}

/// Every document of an edition that anybody may read.
pub async fn public_documents(db: &mut Conn, edition: EditionId) -> Result<Vec<DocumentCard>, StoreError> {
    let filter = Filter { only_public: true, ..Filter::default() };
    page_of(db, edition, &filter, i64::MAX, 0).await
}

/// The drafts of an edition that lie with the leader, the longest waiting first.
pub async fn put_forward_in(db: &mut Conn, edition: EditionId) -> Result<Vec<DocumentCard>, StoreError> {
    let rows = db
        .all(
            card_select!(
                "documents",
                "FROM documents
              WHERE edition_id = $1 AND put_forward_at IS NOT NULL AND signed_at IS NULL ORDER BY put_forward_at, id"
            ),
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(read_card).collect()
}

/// What the leader has signed in the program and bears no number yet, the longest waiting first.
pub async fn to_be_numbered(db: &mut Conn, edition: EditionId) -> Result<Vec<DocumentCard>, StoreError> {
    let rows = db
        .all(
            card_select!(
                "documents",
                "FROM documents
              WHERE edition_id = $1 AND signed_at IS NOT NULL AND state = 'draft' ORDER BY signed_at, id"
            ),
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(read_card).collect()
}

/// What was written here for units and is signed: letters and plans, and what else is addressed to
/// somebody and may ask something. Neither ended nor kept back until the announcement, the newest first.
pub async fn own_signed_for_units(db: &mut Conn, edition: EditionId) -> Result<Vec<DocumentCard>, StoreError> {
    let (letter, plan) = (DocumentKind::OfficialLetter.code(), DocumentKind::Plan.code());
    let rows = db
        .all(
            card_select!(
                "documents",
                "FROM documents
              WHERE edition_id = $1 AND origin = $2 AND state = 'signed' AND awaits_announcement = 0
                AND (kind = $3 OR kind = $4 OR addressees <> '')
                AND NOT EXISTS (SELECT 1 FROM document_endings x
                                 WHERE x.document_id = documents.id AND x.lifted_at IS NULL)
              ORDER BY day DESC, number DESC, id"
            ),
            params![edition.uuid(), Origin::Drafted.code(), letter, plan],
        )
        .await?;
    let mut cards: Vec<DocumentCard> = rows.iter().map(read_card).collect::<Result<_, _>>()?;
    cards.retain(|card| card.kind.asks_units());
    Ok(cards)
}

/// What a document rests on, in the order of its preamble.
pub async fn bases_of(db: &mut Conn, document: DocumentId) -> Result<Vec<DocumentCard>, StoreError> {
    let rows = db
        .all(
            card_select!(
                "d",
                "FROM document_bases b JOIN documents d ON d.id = b.basis_id
              WHERE b.document_id = $1 ORDER BY b.place"
            ),
            params![document.uuid()],
        )
        .await?;
    rows.iter().map(read_card).collect()
}

/// What rests on a document: signed ones by day, then drafts.
pub async fn resting_on(db: &mut Conn, basis: DocumentId) -> Result<Vec<DocumentCard>, StoreError> {
    let rows = db
        .all(
            card_select!(
                "d",
                "FROM document_bases b JOIN documents d ON d.id = b.document_id
              WHERE b.basis_id = $1 ORDER BY d.state DESC, d.day, d.number, d.id"
            ),
            params![basis.uuid()],
        )
        .await?;
    rows.iter().map(read_card).collect()
}

/// Whether the announcement alone makes it public.
pub(crate) async fn awaits_announcement(db: &mut Conn, document: DocumentId) -> Result<bool, StoreError> {
    let row = db.maybe("SELECT awaits_announcement FROM documents WHERE id = $1", params![document.uuid()]).await?;
    row.map_or(Ok(false), |row| row.flag("awaits_announcement"))
}
