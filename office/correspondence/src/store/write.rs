//! Documents into their rows.

use hoithi_rules::correspondence::{DocumentNumber, SigningCapacity, Urgency};
use hoithi_rules::ids::DocumentId;
use hoithi_store::{Conn, StoreError, Value, params};
use jiff::Timestamp;

use crate::document::{Document, folded, issuer_key, number_key};

pub(crate) async fn insert(db: &mut Conn, document: &Document, now: Timestamp) -> Result<(), StoreError> {
    let mut values = values(document);
    values.extend(params![document.id.uuid(), document.edition.uuid(), document.origin.code(), now]);
    db.run(
        "INSERT INTO documents (
             kind, parent_body, issuer, issuer_key, place, symbol, subject, body, addressees, recipients,
             capacity, in_place_of, position, signer, annex_title, annex, state,
             number, number_symbol, number_year, number_key, day, public,
             file_hash, file_name, file_type, file_size, folded, on_behalf_of, print_hash, put_forward_at,
             later_annexes, urgency, number_given, signed_at, version, id, edition_id, origin, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                 $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40)",
        values,
    )
    .await?;
    Ok(())
}

/// Saves what was read in this version; false when somebody else was faster.
pub(crate) async fn update(db: &mut Conn, document: &Document) -> Result<bool, StoreError> {
    let mut values = values(document);
    values.extend(params![document.id.uuid()]);
    let changed = db
        .run(
            "UPDATE documents SET
                 kind = $1, parent_body = $2, issuer = $3, issuer_key = $4, place = $5, symbol = $6,
                 subject = $7, body = $8, addressees = $9, recipients = $10, capacity = $11,
                 in_place_of = $12, position = $13, signer = $14, annex_title = $15, annex = $16,
                 state = $17, number = $18, number_symbol = $19, number_year = $20, number_key = $21,
                 day = $22, public = $23, file_hash = $24, file_name = $25, file_type = $26,
                 file_size = $27, folded = $28, on_behalf_of = $29, print_hash = $30, put_forward_at = $31,
                 later_annexes = $32, urgency = $33, number_given = $34, signed_at = $35,
                 version = version + 1
              WHERE version = $36 AND id = $37",
            values,
        )
        .await?;
    Ok(changed == 1)
}

/// In the order of the two statements above.
fn values(document: &Document) -> Vec<Value> {
    let content = &document.content;
    let number = document.signed().map(|(number, _)| number);
    let signatory = content.signatory.as_ref();
    let annex = content.annexes.first();
    let later_annexes = serde_json::to_string(content.annexes.get(1..).unwrap_or_default()).unwrap_or_default();
    let file = document.file.as_ref();
    params![
        content.kind.code(),
        content.parent_body.as_str(),
        content.issuer.as_str(),
        issuer_key(&content.issuer),
        content.place.as_str(),
        content.symbol.as_str(),
        content.subject.as_str(),
        content.text.as_str(),
        content.addressees.text(),
        content.recipients.text(),
        signatory.map_or(SigningCapacity::Own, |signatory| signatory.capacity).code(),
        signatory.map_or("", |signatory| signatory.in_place_of.as_str()),
        signatory.map_or("", |signatory| signatory.position.as_str()),
        signatory.map(|signatory| signatory.name.as_str()),
        annex.map_or("", |annex| annex.title.as_str()),
        annex.map_or("", |annex| annex.text.as_str()),
        if number.is_some() { "signed" } else { "draft" },
        number.map(DocumentNumber::number),
        number.map(DocumentNumber::symbol),
        number.map(|number| i32::from(number.year())),
        number.map(number_key),
        document.signed().map(|(_, date)| date),
        content.public,
        file.map(|file| file.hash.as_str()),
        file.map(|file| file.name.as_str()),
        file.map(|file| file.media_type.as_str()),
        file.map(|file| file.size),
        folded(content, number),
        signatory.map_or("", |signatory| signatory.on_behalf_of.as_str()),
        document.print.as_ref().map(hoithi_documents::Sha256Hex::as_str),
        document.put_forward_at,
        later_annexes,
        content.urgency.map_or("", Urgency::code),
        document.number_given,
        document.signed_at,
        document.version,
    ]
}

pub(crate) async fn replace_bases(db: &mut Conn, document: DocumentId, bases: &[DocumentId]) -> Result<(), StoreError> {
    db.run("DELETE FROM document_bases WHERE document_id = $1", params![document.uuid()]).await?;
    let rows = bases.iter().zip(1_i64..).map(|(basis, place)| params![document.uuid(), basis.uuid(), place]).collect();
    db.insert_many("INSERT INTO document_bases (document_id, basis_id, place)", rows).await
}

/// From now on the announcement alone makes this document public.
pub async fn await_announcement(db: &mut Conn, document: DocumentId) -> Result<(), StoreError> {
    db.run("UPDATE documents SET awaits_announcement = 1 WHERE id = $1", params![document.uuid()]).await?;
    Ok(())
}
