//! The results of an opened round. Before two persons opened it there are none, for anybody.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use hoithi_documents::Sha256Hex;
use hoithi_journal::Halt;
use hoithi_people::OrRefuse;
use hoithi_rules::edition::CategoryCode;
use hoithi_rules::ids::{EditionId, EntryId, JudgeId, RoundId, ScoreSheetId};
use hoithi_rules::judging::{Marking, Marks, Points, ScoreSheet, SheetState, TallyResult};
use hoithi_rules::screening::BlindCode;
use hoithi_store::{Conn, Row, StoreError, params};

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
static READ: LazyLock<RwLock<HashMap<RoundId, Arc<RoundResults>>>> = LazyLock::new(RwLock::default);

/// More than any house looks at at once; beyond it the memory is begun anew.
const MOST_ROUNDS: usize = 64;

/// The results of one round, once it is opened.
pub async fn results_of(db: &mut Conn, round: RoundId) -> Result<Option<Arc<RoundResults>>, StoreError> {
    // The state is asked every time: what an act that was rolled back had read may never be shown.
    let Some(opened) = rounds::opened(db, round).await? else {
        return Ok(None);
    };
    let known = READ.read().unwrap_or_else(PoisonError::into_inner).get(&round).cloned();
    if let Some(results) = known.filter(|known| known.round == *opened.card()) {
        return Ok(Some(results));
    }
    let results = Arc::new(read(db, &opened).await?);
    let mut memory = READ.write().unwrap_or_else(PoisonError::into_inner);
    if memory.len() >= MOST_ROUNDS {
        memory.clear();
    }
    memory.insert(round, results.clone());
    Ok(Some(results))
}

async fn read(db: &mut Conn, opened: &OpenedRound) -> Result<RoundResults, StoreError> {
    let card = opened.card().clone();
    let marking = rounds::frozen(db, card.id, card.book_version.unwrap_or_default()).await?;
    let rows =
        db.all("SELECT entry_id, result FROM entry_results WHERE round_id = $1", params![card.id.uuid()]).await?;
    let mut tallies = rows.iter().map(tally_row).collect::<Result<BTreeMap<_, _>, _>>()?;
    let mut sheets = by_entry(sheets::opened_sheets(db, opened).await?);
    let entries = rounds::entries(db, card.id).await?;
    let entry = |each: RoundEntry| {
        let sheets = sheets.remove(&each.entry).unwrap_or_default().into_iter().map(sheet_result).collect();
        let result = tallies.remove(&each.entry)?;
        let RoundEntry { entry, category, blind_code, title } = each;
        Some(EntryResult { entry, category, blind_code, title, result, sheets })
    };
    let entries = entries.into_iter().filter_map(entry).collect();
    Ok(RoundResults { round: card, marking, entries })
}

fn tally_row(row: &Row) -> Result<(EntryId, TallyResult), StoreError> {
    let entry: EntryId = row.parsed("entry_id")?;
    let result = serde_json::from_str(&row.text("result")?).map_err(|_| StoreError::Nonsense {
        column: "result".to_owned(),
        value: entry.to_string(),
        wanted: "tally",
    })?;
    Ok((entry, result))
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
    let round = rounds::under_law(db, opened.card()).await?;
    let mut sheets = by_entry(sheets::opened_sheets(db, opened).await?);
    let entries = rounds::entries(db, round.id).await?;
    let mut rows = Vec::with_capacity(entries.len());
    for each in &entries {
        let sheets = to_law(&round.id, sheets.remove(&each.entry).unwrap_or_default());
        let result = round.tally(&sheets.iter().collect::<Vec<_>>()).or_refuse()?;
        let (inputs, result) = (inputs_hash(&sheets)?, serde_json::to_string(&result)?);
        rows.push(params![round.id.uuid(), each.entry.uuid(), result, inputs.as_str()]);
    }
    let count = rows.len();
    db.insert_many("INSERT INTO entry_results (round_id, entry_id, result, inputs)", rows).await?;
    Ok(count)
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
