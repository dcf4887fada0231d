//! Writing entries. Everything goes through the version that the writer saw.

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Act, Halt};
use hoithi_rules::edition::CategoryCode;
use hoithi_rules::entries::{
    AttachedFile, Author, Confirmation, Content, DossierHash, EntryState, OnTheTable, PartContent, PrintCode, Receipt,
    Title,
};
use hoithi_rules::ids::{AccountId, EditionId, EntryId, UnitId};
use hoithi_store::{Conn, StoreError, Value, params};
use hoithi_web::fold;
use jiff::Timestamp;
use jiff::civil::Date;

use super::assisting::save_assisting;
use super::files::mark_received;
use super::titles::title_waits;
use super::values::save_values;
use crate::kept::{KeptEntry, Reach};

pub(crate) async fn insert(db: &mut Conn, kept: &KeptEntry) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO entries (id, edition_id, owner_id, recorder_id, origin_edition_id, origin_entry_id, origin_number,
                              begun_at, version, standing, title, category, entrant, organisation, created_on, unit_id,
                              unit_name, byline, folded, folded_title, number, sequence, receipt_code, channel, postmark,
                              dossier_hash, submitted_at, supplemented_at, handed_in_by, handed_in_for, returned_at,
                              returned_until, reasons, withdrawn_at, withdrawn_reason, changed_at,
                              chosen_category)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
                 $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37)",
        [birth(kept), state(kept)].concat(),
    )
    .await?;
    has_its_title_taken_in(db, kept).await?;
    save_authors(db, kept, true).await?;
    save_assisting(db, kept, true).await?;
    save_parts(db, kept, true).await
}

/// Saves the entry's row; false when somebody else saved it after `seen`.
pub(crate) async fn save(db: &mut Conn, kept: &KeptEntry, seen: u32) -> Result<bool, StoreError> {
    let mut params = state(kept);
    params.extend([kept.id().uuid().into(), seen.into()]);
    let saved = db
        .run(
            "UPDATE entries SET version = $1, standing = $2, title = $3, category = $4, entrant = $5, organisation = $6,
                    created_on = $7, unit_id = $8, unit_name = $9, byline = $10, folded = $11, folded_title = $12,
                    number = $13, sequence = $14, receipt_code = $15, channel = $16, postmark = $17, dossier_hash = $18,
                    submitted_at = $19, supplemented_at = $20, handed_in_by = $21, handed_in_for = $22,
                    returned_at = $23, returned_until = $24, reasons = $25, withdrawn_at = $26,
                    withdrawn_reason = $27, changed_at = $28, chosen_category = $29
              WHERE id = $30 AND version = $31",
            params,
        )
        .await?;
    if saved == 1 {
        has_its_title_taken_in(db, kept).await?;
    }
    Ok(saved == 1)
}

/// A draft's title is nobody's to find.
async fn has_its_title_taken_in(db: &mut Conn, kept: &KeptEntry) -> Result<(), StoreError> {
    if kept.receipt().is_some() { title_waits(db, kept.id().uuid(), false).await } else { Ok(()) }
}

/// What is written once.
fn birth(kept: &KeptEntry) -> Vec<Value> {
    let origin = kept.origin.as_ref();
    params![
        kept.id().uuid(),
        kept.entry.edition.uuid(),
        kept.owner.map(AccountId::uuid),
        kept.recorder.map(AccountId::uuid),
        origin.map(|origin| origin.edition.uuid()),
        origin.map(|origin| origin.entry.uuid()),
        origin.map(|origin| origin.number.as_str()),
        kept.begun_at,
    ]
}

/// What changes, in the order of the columns above.
fn state(kept: &KeptEntry) -> Vec<Value> {
    let content = &kept.entry.content;
    let mut values = params![
        kept.entry.version,
        kept.standing.code(),
        content.title.as_ref().map(Title::as_str),
        kept.category().map(CategoryCode::as_str),
        content.entrant.code(),
        content.organisation.as_deref(),
        content.created_on,
        kept.entry.unit.map(UnitId::uuid),
        kept.unit_name.as_str(),
        kept.byline(),
        folded(kept),
        fold(kept.title()),
    ];
    values.extend(receipt_values(kept));
    values.extend(return_values(kept));
    // What the authors chose stands beside what counts, where the two differ.
    let chosen = kept.moved_to.as_ref().map(|_| content.category.as_ref().map_or("", CategoryCode::as_str));
    values.push(chosen.into());
    values
}

/// Everything that a search finds an entry by, without marks and capitals.
fn folded(kept: &KeptEntry) -> String {
    let number = kept.number().map(ToString::to_string).unwrap_or_default();
    let organisation = kept.entry.content.organisation.as_deref().unwrap_or_default();
    fold(&format!("{number} {} {} {organisation} {}", kept.title(), kept.byline(), kept.unit_name))
}

fn receipt_values(kept: &KeptEntry) -> Vec<Value> {
    let receipt = kept.receipt();
    let handed_in = kept.handed_in.as_ref();
    params![
        receipt.map(|receipt| receipt.number.to_string()),
        receipt.map(|receipt| i64::from(receipt.number.sequence())),
        receipt.map(|receipt| receipt.code.as_str()),
        receipt.map(|receipt| receipt.channel.code()),
        kept.postmark,
        receipt.map(|receipt| receipt.hash.to_string()),
        receipt.map(|receipt| receipt.at),
        receipt.and_then(|receipt| receipt.supplemented_at),
        handed_in.map(|by| by.name.as_str()),
        handed_in.and_then(|by| by.unit.as_deref()),
    ]
}

fn return_values(kept: &KeptEntry) -> Vec<Value> {
    let (returned_at, until): (Option<Timestamp>, Option<Date>) = match &kept.entry.state {
        EntryState::ReturnedForCompletion(returned) => (Some(returned.at), Some(returned.until)),
        _ => (None, None),
    };
    let (withdrawn_at, reason) = match &kept.entry.state {
        EntryState::Withdrawn { at, reason, .. } => (Some(*at), Some(reason.as_str())),
        _ => (None, None),
    };
    params![returned_at, until, kept.reasons.join("\n"), withdrawn_at, reason, kept.changed_at]
}

/// Keeps the hash of the authors' signed request to take the entry back.
pub(crate) async fn keep_request(db: &mut Conn, entry: EntryId, request: &Sha256Hex) -> Result<(), StoreError> {
    let sql = "UPDATE entries SET withdrawn_request = $1 WHERE id = $2";
    db.run(sql, params![request.to_string(), entry.uuid()]).await?;
    Ok(())
}

/// Keeps when it lay on the table, and why it was entered later.
pub(crate) async fn keep_on_table(db: &mut Conn, entry: EntryId, lay: &OnTheTable) -> Result<(), StoreError> {
    let sql = "UPDATE entries SET on_table_at = $1, on_table_because = $2 WHERE id = $3";
    db.run(sql, params![lay.at, lay.because.as_str(), entry.uuid()]).await?;
    Ok(())
}

/// Puts the authors in place of those that were there.
pub(crate) async fn save_authors(db: &mut Conn, kept: &KeptEntry, fresh: bool) -> Result<(), StoreError> {
    if !fresh {
        db.run("DELETE FROM entry_authors WHERE entry_id = $1", params![kept.id().uuid()]).await?;
    }
    let authors = kept.entry.content.authors.iter().zip(&kept.reach).enumerate();
    let rows = authors.map(|(place, (author, reach))| author_values(kept.id(), place, author, reach)).collect();
    db.insert_many(
        "INSERT INTO entry_authors (id, entry_id, place, account_id, name, born, workplace, unit_id, share,
                                    representative, confirmation, confirmed_at, email, phone)",
        rows,
    )
    .await
}

fn author_values(entry: EntryId, place: usize, author: &Author, reach: &Reach) -> Vec<Value> {
    let (confirmation, at) = match author.confirmation {
        Confirmation::Pending => ("pending", None),
        Confirmation::InApp { at } => ("in_app", Some(at)),
        Confirmation::OnForm { at } => ("on_form", Some(at)),
    };
    params![
        author.id.uuid(),
        entry.uuid(),
        i64::try_from(place).unwrap_or(i64::MAX),
        author.account.map(AccountId::uuid),
        author.name.as_str(),
        author.born,
        author.workplace.as_str(),
        author.unit.map(UnitId::uuid),
        author.share.hundredths(),
        author.representative,
        confirmation,
        at,
        reach.email.as_str(),
        reach.phone.as_str(),
    ]
}

/// Puts texts, files, fields and declarations in place of those that were there.
pub(crate) async fn save_parts(db: &mut Conn, kept: &KeptEntry, fresh: bool) -> Result<(), StoreError> {
    if !fresh {
        db.run("DELETE FROM entry_parts WHERE entry_id = $1", params![kept.id().uuid()]).await?;
    }
    db.insert_many(
        "INSERT INTO entry_parts (entry_id, kind, code, body, file_id, file_name, bytes, sha256, shows, given_at)",
        part_rows(kept.id(), &kept.entry.content, kept.changed_at),
    )
    .await?;
    save_values(db, kept.id(), &kept.entry.content.dossier, fresh).await
}

fn part_rows(entry: EntryId, content: &Content, at: Timestamp) -> Vec<Vec<Value>> {
    let row = |kind: &str, code: &str, body: Option<&str>, file: Option<&AttachedFile>| {
        let bytes = file.map(|file| i64::try_from(file.bytes).unwrap_or(i64::MAX));
        let shows = file.and_then(|file| file.shows.as_ref()).map(PrintCode::as_str);
        params![
            entry.uuid(),
            kind,
            code,
            body,
            file.map(|file| file.id.uuid()),
            file.map(|file| file.name.as_str()),
            bytes,
            file.map(|file| DossierHash(file.sha256).to_string()),
            shows,
            at
        ]
    };
    let parts = content.dossier.0.iter().filter_map(|(code, part)| match part {
        PartContent::Text(text) => Some(row("text", code.as_str(), Some(text), None)),
        PartContent::File(file) => Some(row("file", code.as_str(), None, Some(file))),
        PartContent::Values(_) => None,
    });
    let declared = content.declarations.iter().map(|code| row("declaration", code.as_str(), None, None));
    parts.chain(declared).collect()
}

/// The next number of an edition, from 1, without gaps: a rolled-back act gives it back.
pub(crate) async fn next_in_sequence(act: &mut Act, edition: EditionId) -> Result<u32, Halt> {
    let row = act
        .db()
        .one(
            "INSERT INTO entry_counters (edition_id, last) VALUES ($1, 1)
             ON CONFLICT (edition_id) DO UPDATE SET last = entry_counters.last + 1
             RETURNING last",
            params![edition.uuid()],
        )
        .await?;
    u32::try_from(row.int("last")?).map_err(Halt::fault)
}

/// Keeps the content as it was received, so that a later completion leaves the first one standing.
pub(crate) async fn freeze(
    db: &mut Conn,
    kept: &KeptEntry,
    receipt: &Receipt,
    at: Timestamp,
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO entry_frozen_copies (entry_id, version, frozen_at, dossier_hash, content)
         VALUES ($1, $2, $3, $4, $5)",
        params![
            kept.id().uuid(),
            kept.entry.version,
            at,
            receipt.hash.to_string(),
            kept.entry.content.canonical(kept.dossier_unit())
        ],
    )
    .await?;
    mark_received(db, kept.id(), at).await
}
