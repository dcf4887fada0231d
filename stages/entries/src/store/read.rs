//! Reading entries.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_documents::Sha256Hex;
use hoithi_journal::Halt;
use hoithi_rules::edition::{CategoryCode, ChannelKind, EntrantKind, PartCode, RuleBook};
use hoithi_rules::entries::{
    AttachedFile, Author, Confirmation, Content, Dossier, DossierHash, Entry, EntryNumber, EntryState, FormFacts,
    OnTheTable, PartContent, Receipt, ReceiptCode, Returned, Share,
};
use hoithi_rules::ids::{AccountId, EditionId, EntryId, UnitId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;

use super::assisting::assisting;
use super::extensions::longer;
use super::merges::merged_into;
use super::passed::received_for;
use super::prints::facts;
use super::promises::promises;
use super::secrets::secrets;
use super::values::read_values;
use crate::kept::{ConflictFacts, HandedIn, JudgeContent, JudgePart, KeptEntry, Origin, Reach, digest, file_name};
use crate::standing::Standing;

/// Each file with what the form says of which it shows a print.
const PARTS: &str = "SELECT p.kind, p.code, p.body, p.file_id, p.file_name, p.bytes, p.sha256, p.shows,
            f.content AS shown
       FROM entry_parts p LEFT JOIN entry_form_prints f ON f.entry_id = p.entry_id AND f.code = p.shows
      WHERE p.entry_id = $1";

/// A file that was put apart is none, as long as its writer can give another.
const PARTS_NOT_PUT_APART: &str = "SELECT p.kind, p.code, p.body, p.file_id, p.file_name, p.bytes, p.sha256, p.shows,
            f.content AS shown
       FROM entry_parts p LEFT JOIN entry_form_prints f ON f.entry_id = p.entry_id AND f.code = p.shows
      WHERE p.entry_id = $1
        AND (p.sha256 IS NULL OR p.sha256 NOT IN (SELECT file FROM file_verdicts WHERE verdict = 'infected'))";

/// An entry with everything that is known of it.
pub async fn dossier(db: &mut Conn, id: EntryId) -> Result<Option<KeptEntry>, StoreError> {
    let Some(row) = db.maybe("SELECT * FROM entries WHERE id = $1", params![id.uuid()]).await? else {
        return Ok(None);
    };
    let authors = db
        .all(
            "SELECT id, account_id, name, born, workplace, unit_id, share, representative, confirmation, confirmed_at,
                    email, phone
               FROM entry_authors WHERE entry_id = $1 ORDER BY place",
            params![id.uuid()],
        )
        .await?;
    let standing: Standing = row.parsed("standing")?;
    let with_its_writer = matches!(standing, Standing::Draft | Standing::Returned);
    let parts = if with_its_writer { PARTS_NOT_PUT_APART } else { PARTS };
    let parts = db.all(parts, params![id.uuid()]).await?;
    let mut kept = read_kept(&row, &authors, &parts)?;
    read_values(db, id, &mut kept.entry.content.dossier).await?;
    let prizes_decided = hoithi_edition::prizes_are_decided(db, kept.entry.edition).await?;
    let assisting = assisting(db, id).await?;
    let longer = longer(db, id).await?;
    let promises = promises(db, id).await?;
    let secrets = secrets(db, id).await?;
    let received_for = received_for(db, id).await?;
    let merged_into = merged_into(db, id).await?;
    Ok(Some(KeptEntry { assisting, longer, promises, prizes_decided, secrets, received_for, merged_into, ..kept }))
}

/// The entry whose receipt bears that code.
pub async fn entry_of_receipt(db: &mut Conn, code: &ReceiptCode) -> Result<Option<KeptEntry>, StoreError> {
    let row = db.maybe("SELECT id FROM entries WHERE receipt_code = $1", params![code.as_str()]).await?;
    let Some(row) = row else { return Ok(None) };
    dossier(db, row.parsed("id")?).await
}

/// The entry of an edition that has that number.
pub(crate) async fn entry_numbered(
    db: &mut Conn,
    edition: EditionId,
    number: &EntryNumber,
) -> Result<Option<EntryId>, StoreError> {
    let sql = "SELECT id FROM entries WHERE edition_id = $1 AND number = $2";
    let row = db.maybe(sql, params![edition.uuid(), number.to_string()]).await?;
    row.map(|row| row.parsed("id")).transpose()
}

fn read_kept(row: &Row, authors: &[Row], parts: &[Row]) -> Result<KeptEntry, StoreError> {
    let standing: Standing = row.parsed("standing")?;
    let (category, moved_to) = read_category(row)?;
    let content = Content {
        title: row.parsed_opt("title")?,
        category,
        entrant: entrant(row)?,
        organisation: row.text_opt("organisation")?,
        created_on: row.parsed_opt("created_on")?,
        authors: authors.iter().map(read_author).collect::<Result<_, _>>()?,
        dossier: read_dossier(parts)?,
        declarations: read_declarations(parts)?,
    };
    Ok(KeptEntry {
        entry: Entry {
            id: row.parsed("id")?,
            edition: row.parsed("edition_id")?,
            unit: row.parsed_opt("unit_id")?,
            version: u32::try_from(row.int("version")?).unwrap_or(u32::MAX),
            content,
            state: read_state(row, standing)?,
        },
        standing,
        moved_to,
        owner: row.parsed_opt("owner_id")?,
        recorder: row.parsed_opt("recorder_id")?,
        unit_name: row.text("unit_name")?,
        assisting: Vec::new(),
        reach: authors.iter().map(read_reach).collect::<Result<_, _>>()?,
        reasons: row.text("reasons")?.lines().map(str::to_owned).collect(),
        postmark: row.parsed_opt("postmark")?,
        on_table: read_on_table(row)?,
        handed_in: read_handed_in(row)?,
        origin: read_origin(row)?,
        begun_at: row.instant("begun_at")?,
        changed_at: row.instant("changed_at")?,
        longer: None,
        promises: Vec::new(),
        prizes_decided: false,
        shown: read_shown(parts)?,
        secrets: BTreeMap::new(),
        received_for: None,
        merged_into: None,
    })
}

/// What the stamped form says, where one shows a print of this house.
fn read_shown(parts: &[Row]) -> Result<Option<FormFacts>, StoreError> {
    for row in parts {
        if let Some(content) = row.text_opt("shown")? {
            return facts(content).map(Some);
        }
    }
    Ok(None)
}

/// The authors' own category, and the one to which screening moved the entry.
fn read_category(row: &Row) -> Result<(Option<CategoryCode>, Option<CategoryCode>), StoreError> {
    let counts = code_opt(row, "category", CategoryCode::parse)?;
    Ok(match row.text_opt("chosen_category")? {
        Some(chosen) => (CategoryCode::parse(&chosen), counts),
        None => (counts, None),
    })
}

fn read_state(row: &Row, standing: Standing) -> Result<EntryState, StoreError> {
    let receipt = read_receipt(row)?;
    Ok(match (standing, receipt) {
        (Standing::Withdrawn, receipt) => {
            EntryState::Withdrawn { at: row.instant("withdrawn_at")?, reason: row.text("withdrawn_reason")?, receipt }
        }
        // What was never completed is refused as it lies with its authors.
        (Standing::Returned | Standing::Refused, Some(receipt)) => match row.parsed_opt("returned_until")? {
            Some(until) => {
                EntryState::ReturnedForCompletion(Returned { receipt, at: row.instant("returned_at")?, until })
            }
            None => EntryState::Submitted(receipt),
        },
        (Standing::Submitted | Standing::Admitted, Some(receipt)) => EntryState::Submitted(receipt),
        (Standing::Draft, _) | (_, None) => EntryState::Draft,
    })
}

fn read_receipt(row: &Row) -> Result<Option<Receipt>, StoreError> {
    let Some(at) = row.instant_opt("submitted_at")? else { return Ok(None) };
    let channel = row.text("channel")?;
    let hash: Sha256Hex = row.parsed("dossier_hash")?;
    Ok(Some(Receipt {
        at,
        number: row.parsed("number")?,
        code: row.parsed("receipt_code")?,
        hash: DossierHash(digest(&hash)),
        channel: ChannelKind::ALL
            .into_iter()
            .find(|kind| kind.code() == channel)
            .ok_or_else(|| nonsense("channel", channel, "channel"))?,
        supplemented_at: row.instant_opt("supplemented_at")?,
    }))
}

fn read_on_table(row: &Row) -> Result<Option<OnTheTable>, StoreError> {
    let told = row.instant_opt("on_table_at")?.zip(row.text_opt("on_table_because")?);
    Ok(told.map(|(at, because)| OnTheTable { at, because }))
}

fn read_handed_in(row: &Row) -> Result<Option<HandedIn>, StoreError> {
    let Some(name) = row.text_opt("handed_in_by")? else { return Ok(None) };
    Ok(Some(HandedIn { name, unit: row.text_opt("handed_in_for")? }))
}

fn read_origin(row: &Row) -> Result<Option<Origin>, StoreError> {
    let Some(entry) = row.parsed_opt("origin_entry_id")? else { return Ok(None) };
    Ok(Some(Origin { edition: row.parsed("origin_edition_id")?, entry, number: row.text("origin_number")? }))
}

fn read_author(row: &Row) -> Result<Author, StoreError> {
    let confirmed = |at: Option<Timestamp>| at.unwrap_or(Timestamp::UNIX_EPOCH);
    let at = row.instant_opt("confirmed_at")?;
    Ok(Author {
        id: row.parsed("id")?,
        account: row.parsed_opt("account_id")?,
        name: row.parsed("name")?,
        born: row.parsed_opt("born")?,
        workplace: row.text("workplace")?,
        unit: row.parsed_opt("unit_id")?,
        share: share(row)?,
        representative: row.flag("representative")?,
        confirmation: match row.text("confirmation")?.as_str() {
            "in_app" => Confirmation::InApp { at: confirmed(at) },
            "on_form" => Confirmation::OnForm { at: confirmed(at) },
            _ => Confirmation::Pending,
        },
    })
}

pub(super) fn share(row: &Row) -> Result<Share, StoreError> {
    let value = row.int("share")?;
    let hundredths = u32::try_from(value).unwrap_or(u32::MAX);
    Share::from_hundredths(hundredths).map_err(|_| nonsense("share", value.to_string(), "share"))
}

fn read_reach(row: &Row) -> Result<Reach, StoreError> {
    Ok(Reach { email: row.text("email")?, phone: row.text("phone")? })
}

fn read_dossier(parts: &[Row]) -> Result<Dossier, StoreError> {
    let mut dossier = BTreeMap::new();
    for row in parts {
        let content = match row.text("kind")?.as_str() {
            "text" => PartContent::Text(row.text("body")?),
            "file" => PartContent::File(AttachedFile {
                id: row.parsed("file_id")?,
                name: row.text("file_name")?,
                bytes: row.int("bytes")?.unsigned_abs(),
                sha256: digest(&row.parsed("sha256")?),
                shows: row.parsed_opt("shows")?,
            }),
            _ => continue,
        };
        dossier.insert(part_code(row)?, content);
    }
    Ok(Dossier(dossier))
}

fn read_declarations(parts: &[Row]) -> Result<BTreeSet<PartCode>, StoreError> {
    let mut declared = BTreeSet::new();
    for row in parts {
        if row.text("kind")? == "declaration" {
            declared.insert(part_code(row)?);
        }
    }
    Ok(declared)
}

pub(super) fn part_code(row: &Row) -> Result<PartCode, StoreError> {
    let code = row.text("code")?;
    PartCode::parse(&code).ok_or_else(|| nonsense("code", code, "part"))
}

pub(super) fn code_opt<T>(row: &Row, column: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, StoreError> {
    let Some(code) = row.text_opt(column)? else { return Ok(None) };
    parse(&code).map(Some).ok_or_else(|| nonsense(column, code, "code"))
}

fn entrant(row: &Row) -> Result<EntrantKind, StoreError> {
    let code = row.text("entrant")?;
    let kind = EntrantKind::ALL.into_iter().find(|kind| kind.code() == code);
    kind.ok_or_else(|| nonsense("entrant", code, "entrant"))
}

fn nonsense(column: &str, value: String, wanted: &'static str) -> StoreError {
    StoreError::Nonsense { column: column.to_owned(), value, wanted }
}

/// The authors' signed request to take the entry back, where it was taken back for them.
pub(crate) async fn request_of(db: &mut Conn, entry: EntryId) -> Result<Option<Sha256Hex>, StoreError> {
    let row = db.maybe("SELECT withdrawn_request FROM entries WHERE id = $1", params![entry.uuid()]).await?;
    Ok(row.map(|row| row.parsed_opt("withdrawn_request")).transpose()?.flatten())
}

/// What judges may read of an entry: the parts that a rule book shows them, in its order. The book
/// is the one that the round began with: an amendment shows nobody what was hidden.
pub async fn judge_parts(db: &mut Conn, id: EntryId, book: &RuleBook) -> Result<Vec<JudgePart>, Halt> {
    let kept = dossier(db, id).await?.ok_or_else(Halt::not_found)?;
    crate::proof::must_be_as_frozen(db, &kept).await?;
    let mut shown = Vec::new();
    for part in book.rules().dossier.iter().filter(|part| kept.is_for_judges(part)) {
        let content = match kept.part(&part.code) {
            Some(PartContent::Text(text)) => JudgeContent::Text(text.clone()),
            Some(PartContent::Values(values)) => JudgeContent::Text(part.told(values, true)),
            Some(PartContent::File(file)) if part.kind.is_video() => {
                JudgeContent::Video { sha256: file_name(file.sha256)?, bytes: file.bytes }
            }
            Some(PartContent::File(file)) => JudgeContent::Pdf { sha256: file_name(file.sha256)?, bytes: file.bytes },
            None => continue,
        };
        shown.push(JudgePart { code: part.code.clone(), name: part.name.clone(), content });
    }
    Ok(shown)
}

/// Accounts and units that a judge of this entry may not be of. Whoever wrote it down for its authors
/// knows whose it is, by the account alone: the office that they wrote it in is nobody's unit.
pub async fn conflict_facts(db: &mut Conn, id: EntryId) -> Result<ConflictFacts, StoreError> {
    let rows = db
        .all(
            "SELECT owner_id AS account_id, unit_id FROM entries WHERE id = $1
             UNION ALL SELECT recorder_id, unit_id FROM entries WHERE id = $1
             UNION ALL SELECT account_id, unit_id FROM entry_authors WHERE entry_id = $1
             UNION ALL SELECT NULL, unit_id FROM entry_assisting_units WHERE entry_id = $1
             UNION ALL SELECT NULL, received_for FROM entries_passed_on WHERE entry_id = $1
             UNION ALL SELECT NULL, h.unit_id FROM entry_merge_helpers h JOIN entry_merges m ON m.id = h.merge_id
                        WHERE m.stays_id = $1 AND m.undone_at IS NULL",
            params![id.uuid()],
        )
        .await?;
    let (mut accounts, mut units) = (BTreeSet::<AccountId>::new(), BTreeSet::<UnitId>::new());
    for row in &rows {
        accounts.extend(row.parsed_opt::<AccountId>("account_id")?);
        units.extend(row.parsed_opt::<UnitId>("unit_id")?);
    }
    Ok(ConflictFacts { accounts: accounts.into_iter().collect(), units: units.into_iter().collect() })
}

/// The addresses that authors gave in the dossiers of an edition.
pub async fn addresses_of(
    db: &mut Conn,
    edition: EditionId,
) -> Result<BTreeMap<EntryId, BTreeSet<String>>, StoreError> {
    let rows = db
        .all(
            "SELECT a.entry_id, a.email FROM entry_authors a JOIN entries e ON e.id = a.entry_id
              WHERE e.edition_id = $1 AND a.email <> ''",
            params![edition.uuid()],
        )
        .await?;
    let mut addresses: BTreeMap<EntryId, BTreeSet<String>> = BTreeMap::new();
    for row in &rows {
        addresses.entry(row.parsed("entry_id")?).or_default().insert(row.text("email")?);
    }
    Ok(addresses)
}

/// Telephone and mail address of who speaks for the authors of each entry of an edition.
pub(crate) async fn reach_of(
    db: &mut Conn,
    edition: EditionId,
) -> Result<BTreeMap<EntryId, (String, String)>, StoreError> {
    let rows = db
        .all(
            "SELECT a.entry_id, a.phone, a.email FROM entry_authors a JOIN entries e ON e.id = a.entry_id
              WHERE e.edition_id = $1 AND a.representative = 1",
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(|row| Ok((row.parsed("entry_id")?, (row.text("phone")?, row.text("email")?)))).collect()
}

/// When the dossier was frozen, and its hash each time.
pub(crate) async fn frozen_copies(db: &mut Conn, id: EntryId) -> Result<Vec<(Timestamp, String)>, StoreError> {
    let rows = db
        .all(
            "SELECT frozen_at, dossier_hash FROM entry_frozen_copies WHERE entry_id = $1 ORDER BY version",
            params![id.uuid()],
        )
        .await?;
    rows.iter().map(|row| Ok((row.instant("frozen_at")?, row.text("dossier_hash")?))).collect()
}
