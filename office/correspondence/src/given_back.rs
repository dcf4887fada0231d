//! Drafts that the leader gave back: by whom, when and why. It is shown until the draft goes on; the reason
//! stays in the store and never in the journal.

use hoithi_journal::{Act, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::ids::{AccountId, DocumentId, EditionId};
use hoithi_rules::text::one_line;
use hoithi_store::{Conn, StoreError, params};
use jiff::Timestamp;

use crate::document::{ContentError, DocumentCard};
use crate::store::{card_select, read_card};

/// A reason is a sentence or two.
const MAX_REASON: usize = 1000;

/// That a draft was given back.
#[derive(Clone, Debug)]
pub struct GivenBack {
    /// The leader's name.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
}

/// Notes that the actor gives the draft back.
pub(crate) async fn note_reason(act: &mut Act, document: DocumentId, reason: &str) -> Result<(), Halt> {
    let reason = one_line(reason);
    let length = reason.chars().count();
    if reason.is_empty() {
        return Err(ContentError::NoReasonBack).or_refuse();
    }
    if length > MAX_REASON {
        return Err(ContentError::TooLong { length, max: MAX_REASON }).or_refuse();
    }
    let (id, account, now) = (act.new_id(), act.actor().account, act.now());
    act.db()
        .run(
            "INSERT INTO document_givings_back (id, document_id, account_id, reason, at) VALUES ($1, $2, $3, $4, $5)",
            params![id, document.uuid(), account, reason, now],
        )
        .await?;
    Ok(())
}

/// The draft goes on: what it was given back for is answered.
pub(crate) async fn answered(act: &mut Act, document: DocumentId) -> Result<(), Halt> {
    let now = act.now();
    let sql = "UPDATE document_givings_back SET answered_at = $2 WHERE document_id = $1 AND answered_at IS NULL";
    act.db().run(sql, params![document.uuid(), now]).await?;
    Ok(())
}

/// That this draft was given back last, and lies with whoever drafts.
pub(crate) async fn given_back(db: &mut Conn, document: DocumentId) -> Result<Option<GivenBack>, Halt> {
    let row = db
        .maybe(
            "SELECT account_id, reason, at FROM document_givings_back
              WHERE document_id = $1 AND answered_at IS NULL ORDER BY at DESC LIMIT 1",
            params![document.uuid()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let account: Option<AccountId> = row.parsed_opt("account_id")?;
    let (at, reason) = (row.instant("at")?, row.text("reason")?);
    let account = match account {
        Some(id) => hoithi_people::account(db, id).await?,
        None => None,
    };
    let by = account.map(|account| account.name.to_string()).unwrap_or_default();
    Ok(Some(GivenBack { by, at, reason }))
}

/// The drafts of an edition that were given back and are not put forward anew, with what was said.
pub async fn given_back_in(db: &mut Conn, edition: EditionId) -> Result<Vec<(DocumentCard, GivenBack)>, Halt> {
    let rows = db
        .all(
            card_select!(
                "documents",
                "FROM documents
              WHERE edition_id = $1 AND state = 'draft' AND EXISTS (
                    SELECT 1 FROM document_givings_back g
                     WHERE g.document_id = documents.id AND g.answered_at IS NULL)
              ORDER BY id"
            ),
            params![edition.uuid()],
        )
        .await?;
    let cards: Vec<DocumentCard> = rows.iter().map(read_card).collect::<Result<_, StoreError>>()?;
    let mut given = Vec::with_capacity(cards.len());
    for card in cards {
        given.extend(given_back(db, card.id).await?.map(|why| (card, why)));
    }
    Ok(given)
}
