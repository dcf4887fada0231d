//! Which document bears a number.

use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::ids::EditionId;
use hoithi_store::{Conn, StoreError, params};
use jiff::civil::Date;

use super::{card_select, read_card};
use crate::bodies::{keys, of_issuer};
use crate::document::{Document, DocumentCard, Origin, issuer_key, number_key};

/// The document to which the issuer gave the number already, if it did, under any name that it bore.
pub async fn of_number(
    db: &mut Conn,
    issuer: &str,
    number: &DocumentNumber,
) -> Result<Option<DocumentCard>, StoreError> {
    for name in names_of(db, issuer).await? {
        let row = db
            .maybe(
                card_select!("documents", "FROM documents WHERE issuer_key = $1 AND number_key = $2"),
                params![name, number_key(number)],
            )
            .await?;
        if let Some(row) = row {
            return read_card(&row).map(Some);
        }
    }
    Ok(None)
}

/// By which an issuer's documents are found: every name that the body bore, else the one that stands there.
async fn names_of(db: &mut Conn, issuer: &str) -> Result<Vec<String>, StoreError> {
    let body = of_issuer(db, issuer).await?;
    Ok(body.map_or_else(|| vec![issuer_key(issuer)], |body| keys(&body)))
}

/// Which other document bears the number that this one is to bear. One issuer counts all papers of a kind
/// in one series, whatever their symbols, so of what is ours the same number of the year is enough; of
/// another body's series we know nothing, and ask for the very number.
pub(crate) async fn bearer_of(
    db: &mut Conn,
    document: &Document,
    number: &DocumentNumber,
) -> Result<Option<DocumentCard>, StoreError> {
    let content = &document.content;
    let same = of_number(db, &content.issuer, number).await?;
    if let Some(other) = same.filter(|card| card.id != document.id) {
        return Ok(Some(other));
    }
    if document.origin == Origin::Received && of_issuer(db, &content.issuer).await?.is_none() {
        return Ok(None);
    }
    for name in names_of(db, &content.issuer).await? {
        let row = db
            .maybe(
                card_select!(
                    "documents",
                    "FROM documents
                  WHERE issuer_key = $1 AND kind = $2 AND number = $3 AND number_year = $4 AND id <> $5
                  ORDER BY day, id LIMIT 1"
                ),
                params![name, content.kind.code(), number.number(), i32::from(number.year()), document.id.uuid()],
            )
            .await?;
        if let Some(row) = row {
            return read_card(&row).map(Some);
        }
    }
    Ok(None)
}

/// The document of an edition that bears this number and day, whoever issued it by the name that stands
/// there.
pub(crate) async fn numbered_in(
    db: &mut Conn,
    edition: EditionId,
    (number, day): (&DocumentNumber, Date),
) -> Result<Option<DocumentCard>, StoreError> {
    let row = db
        .maybe(
            card_select!(
                "documents",
                "FROM documents
              WHERE edition_id = $1 AND number = $2 AND number_symbol = $3 AND day = $4 ORDER BY id LIMIT 1"
            ),
            params![edition.uuid(), number.number(), number.symbol(), day],
        )
        .await?;
    row.as_ref().map(read_card).transpose()
}

/// A document of the same series and year whose day is later though its number is lower, or the other way
/// round.
pub(crate) async fn out_of_order(
    db: &mut Conn,
    document: &Document,
    (number, day): (&DocumentNumber, Date),
) -> Result<Option<DocumentCard>, StoreError> {
    let (year, id) = (i32::from(number.year()), document.id.uuid());
    for name in names_of(db, &document.content.issuer).await? {
        let row = db
            .maybe(
                card_select!(
                    "documents",
                    "FROM documents
                  WHERE issuer_key = $1 AND number_symbol = $2 AND number_year = $3 AND id <> $4
                    AND ((number < $5 AND day > $6) OR (number > $5 AND day < $6))
                  ORDER BY number, id LIMIT 1"
                ),
                params![name, number.symbol(), year, id, number.number(), day],
            )
            .await?;
        if let Some(row) = row {
            return read_card(&row).map(Some);
        }
    }
    Ok(None)
}
