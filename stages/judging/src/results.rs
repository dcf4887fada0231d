//! The results of an opened round. Before two persons opened it there are none, for anybody.

use std::collections::BTreeMap;
use std::sync::Arc;

use hoithi_documents::Sha256Hex;
use hoithi_journal::Halt;
use hoithi_people::OrRefuse;
use hoithi_rules::edition::CategoryCode;
use hoithi_rules::ids::{EditionId, EntryId, JudgeId, RoundId, ScoreSheetId};
use hoithi_rules::judging::{Marking, Marks, Points, ScoreSheet, SheetState, TallyResult};
use hoithi_rules::screening::BlindCode;
use hoithi_store::{Conn, Remembered, Row, StoreError, params};

use crate::rounds::{self, OpenedRound, RoundCard, RoundEntry};
use crate::sheets::{self, OpenedSheet};

/// What came out of a round.
#[derive(Clone, Debug)]
pub struct RoundResults {
    /// The round.
    pub round: RoundCard,
    /// The rules by which it was marked and tallied.
    pub marking: Arc<Marking>,
    /// One for every entry of the round, by blind code.
    pub entries: Vec<EntryResult>,
}

/// What an entry's sheets came to, frozen when the round was opened.
#[derive(Clone, Debug)]
pub struct EntryResult {
    /// The entry.
    pub entry: EntryId,
    /// Its category.
    pub category: CategoryCode,
    /// Its blind code.
    pub blind_code: BlindCode,
    /// Its title when the round was prepared.
    pub title: String,
    /// The tally.
    pub result: TallyResult,
    /// The sheets behind it.
    pub sheets: Vec<SheetResult>,
}

/// One sheet of an opened round.
#[derive(Clone, Debug)]
pub struct SheetResult {
    /// Its id, as the tally names it.
    pub id: ScoreSheetId,
    /// Whose.
    pub judge: JudgeId,
    /// Its marks.
    pub marks: Marks,
    /// Their sum.
    pub total: Points,
    /// The judge's remark; may be empty.
    pub comment: String,
}

/// The results of the edition's last round, once it is opened. An earlier round's results are no
/// result of the edition while a later round is under way.
pub async fn results(db: &mut Conn, edition: EditionId) -> Result<Option<Arc<RoundResults>>, StoreError> {
    match rounds::current_round(db, edition).await? {
        Some(card) => results_of(db, card.id).await,
        None => Ok(None),
    }
}

/// Results that were read once: an opened round does not change any more.
static READ: Remembered<RoundId, Arc<RoundResults>> = Remembered::at_most(64);

/// The results of one round, once it is opened.
pub async fn results_of(db: &mut Conn, round: RoundId) -> Result<Option<Arc<RoundResults>>, StoreError> {
    // The state is asked every time: what an act that was rolled back had read may never be shown.
    let Some(opened) = rounds::opened(db, round).await? else {
        return Ok(None);
    };
    if let Some(results) = READ.get(&round).filter(|known| known.round == *opened.card()) {
        return Ok(Some(results));
    }
    let results = Arc::new(read(db, &opened).await?);
    READ.keep(round, &results);
    Ok(Some(results))
}

async fn read(db: &mut Conn, opened: &OpenedRound) -> Result<RoundResults, StoreError> {
    let card = opened.card().clone();
    let marking = rounds::frozen(db, card.id, card.book_version.unwrap_or_default()).await?;
    let mut tallies = frozen_results(db, card.id).await?;
    let mut sheets = by_entry(sheets::opened_sheets(db, opened).await?);
    let entries = rounds::entries(db, card.id).await?;
    let entry = |each: RoundEntry| {
        let sheets = sheets.remove(&each.entry).unwrap_or_default().into_iter().map(sheet_result).collect();
        let (result, _) = tallies.remove(&each.entry)?;
        let RoundEntry { entry, category, blind_code, title } = each;
        Some(EntryResult { entry, category, blind_code, title, result, sheets })
    };
    let entries = entries.into_iter().filter_map(entry).collect();
    Ok(RoundResults { round: card, marking, entries })
}

/// The results as they were frozen, each with the hash of what went in.
async fn frozen_results(
    db: &mut Conn,
    round: RoundId,
) -> Result<BTreeMap<EntryId, (TallyResult, Sha256Hex)>, StoreError> {
    let rows =
        db.all("SELECT entry_id, result, inputs FROM entry_results WHERE round_id = $1", params![round.uuid()]).await?;
    let read = |row: &Row| {
        let entry: EntryId = row.parsed("entry_id")?;
        let result = serde_json::from_str(&row.text("result")?).map_err(|_| StoreError::Nonsense {
            column: "result".to_owned(),
            value: entry.to_string(),
            wanted: "tally",
        })?;
        Ok((entry, (result, row.parsed("inputs")?)))
    };
    rows.iter().map(read).collect()
}

fn by_entry(sheets: Vec<OpenedSheet>) -> BTreeMap<EntryId, Vec<OpenedSheet>> {
    let mut grouped: BTreeMap<EntryId, Vec<OpenedSheet>> = BTreeMap::new();
    for sheet in sheets {
        grouped.entry(sheet.entry).or_default().push(sheet);
    }
    grouped
}

fn sheet_result(sheet: OpenedSheet) -> SheetResult {
    let total = sheet.written.total();
    SheetResult { id: sheet.id, judge: sheet.judge, marks: sheet.written.marks, total, comment: sheet.written.comment }
}

/// Tallies every entry of a round that has just been opened, and freezes what came out beside the
/// hash of what went in.
pub(crate) async fn freeze(db: &mut Conn, opened: &OpenedRound) -> Result<usize, Halt> {
    let tallied = tally(db, opened).await?;
    let round = opened.card().id;
    let mut rows = Vec::with_capacity(tallied.len());
    for each in tallied {
        let result = serde_json::to_string(&each.result)?;
        rows.push(params![round.uuid(), each.entry.uuid(), result, each.inputs.as_str()]);
    }
    let count = rows.len();
    db.insert_many("INSERT INTO entry_results (round_id, entry_id, result, inputs)", rows).await?;
    Ok(count)
}

/// One hash over every frozen result of a round, with the category and the words under which the
/// entry was ranked, in the order of the entries' ids.
pub(crate) async fn hash_of_frozen(db: &mut Conn, round: RoundId) -> Result<Sha256Hex, Halt> {
    let rows = db
        .all(
            "SELECT t.entry_id, t.result, t.inputs, COALESCE(e.category, '') AS category,
                    COALESCE(e.blind_code, '') AS blind_code, COALESCE(e.title, '') AS title
               FROM entry_results t
               LEFT JOIN round_entries e ON e.round_id = t.round_id AND e.entry_id = t.entry_id
              WHERE t.round_id = $1 ORDER BY t.entry_id",
            params![round.uuid()],
        )
        .await?;
    let columns = ["entry_id", "category", "blind_code", "title", "result", "inputs"];
    let line = |row: &Row| columns.iter().map(|column| row.text(column)).collect::<Result<Vec<_>, _>>();
    let lines = rows.iter().map(line).collect::<Result<Vec<_>, _>>()?;
    Ok(Sha256Hex::of(&serde_json::to_vec(&("hoithi.opened_results.1", round, lines))?))
}

/// What an entry's sheets come to now.
struct Tallied {
    entry: EntryId,
    blind_code: BlindCode,
    result: TallyResult,
    inputs: Sha256Hex,
}

async fn tally(db: &mut Conn, opened: &OpenedRound) -> Result<Vec<Tallied>, Halt> {
    let round = rounds::under_law(db, opened.card()).await?;
    let mut sheets = by_entry(sheets::opened_sheets(db, opened).await?);
    let mut tallied = Vec::new();
    for RoundEntry { entry, blind_code, .. } in rounds::entries(db, round.id).await? {
        let sheets = to_law(&round.id, sheets.remove(&entry).unwrap_or_default());
        let result = round.tally(&sheets.iter().collect::<Vec<_>>()).or_refuse()?;
        tallied.push(Tallied { entry, blind_code, result, inputs: inputs_hash(&sheets)? });
    }
    Ok(tallied)
}

/// The frozen results that do not come out of their sheets any more, each as its round and blind
/// code. None, unless somebody changed the tables by hand.
pub async fn unproven_results(db: &mut Conn) -> Result<Vec<String>, Halt> {
    let mut unproven = Vec::new();
    for round in rounds::all_opened(db).await? {
        let name = round.card().rule.name.clone();
        let Ok(tallied) = tally(db, &round).await else {
            unproven.push(name);
            continue;
        };
        let frozen = frozen_results(db, round.card().id).await?;
        let stands = |now: &Tallied| {
            frozen.get(&now.entry).is_some_and(|(result, inputs)| *result == now.result && *inputs == now.inputs)
        };
        let changed = tallied.iter().filter(|now| !stands(now));
        unproven.extend(changed.map(|each| format!("{name}, {}", each.blind_code)));
    }
    Ok(unproven)
}

fn to_law(round: &RoundId, sheets: Vec<OpenedSheet>) -> Vec<ScoreSheet> {
    let sheet = |each: OpenedSheet| ScoreSheet {
        id: each.id,
        round: *round,
        judge: each.judge,
        entry: each.entry,
        version: u32::try_from(each.version).unwrap_or(u32::MAX),
        marks: each.written.marks,
        state: SheetState::Locked { at: each.locked_at },
    };
    sheets.into_iter().map(sheet).collect()
}

fn inputs_hash(sheets: &[ScoreSheet]) -> Result<Sha256Hex, Halt> {
    let inputs: BTreeMap<String, &Marks> = sheets.iter().map(|sheet| (sheet.id.to_string(), &sheet.marks)).collect();
    Ok(Sha256Hex::of(&serde_json::to_vec(&inputs)?))
}
