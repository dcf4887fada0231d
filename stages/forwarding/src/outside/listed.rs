//! The list of a contest that was held outside on its way in, from a workbook or from pasted lines: read, planned row
//! by row, confirmed.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_edition::Edition;
use hoithi_journal::{Act, Denied, Event, Halt, Refused};
use hoithi_people::{permit, refused};
use hoithi_rules::edition::{CategoryCode, Rules};
use hoithi_rules::entries::Title;
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_rules::people::{Permission, PersonName};
use hoithi_rules::text::one_line;
use hoithi_store::Conn;
use hoithi_web::fold;
use hoithi_web::imports::{self, Cells, Confirmation, Heads, Kept, Planned};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::fault::OutsideFault;
use super::kept::{self, OutsideContest, OutsideEntry};
use super::sending::place_of;
use crate::store::promoted;

/// The columns by their heads, in the order of a pasted line; a workbook may have another one.
pub(crate) const HEADS: [&str; 4] = ["Tên giải pháp", "Tác giả", "Lĩnh vực", "Giải"];

/// How the columns are headed; only the prize may be missing.
pub(crate) const COLUMNS: Heads = Heads { ours: &HEADS, others, known_by: 0, needed: &[&[1], &[2]] };

/// Under this name lists of contests wait.
const LISTS: &str = "outside_contests";

/// People head their columns in their own words.
fn others(head: &str) -> Option<usize> {
    match head {
        "ten de tai" | "giai phap" | "ten" | "ten giai phap du thi" => Some(0),
        "ho ten tac gia" | "nhom tac gia" | "tac gia, dong tac gia" => Some(1),
        "linh vuc du thi" => Some(2),
        "giai thuong" | "xep giai" | "dat giai" => Some(3),
        _ => None,
    }
}

/// A row as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Line {
    pub(crate) row: i64,
    pub(crate) title: String,
    pub(crate) authors: String,
    pub(crate) category: String,
    pub(crate) prize: String,
}

impl Line {
    fn read(row: i64, cells: impl IntoIterator<Item = (usize, String)>) -> Self {
        let mut line = Self { row, ..Self::default() };
        for (column, text) in cells {
            let field = match column {
                0 => &mut line.title,
                1 => &mut line.authors,
                2 => &mut line.category,
                3 => &mut line.prize,
                _ => continue,
            };
            *field = one_line(&text);
        }
        line
    }

    fn says_nothing(&self) -> bool {
        *self == Self { row: self.row, ..Self::default() }
    }
}

/// The rows of a workbook that say something.
pub(crate) fn lines(cells: Vec<Cells>) -> Result<Vec<Line>, OutsideFault> {
    some(cells.into_iter().map(|cells| Line::read(cells.row, cells.cells)).collect())
}

/// One entry a line, its cells parted by tabs as a spreadsheet copies them, or by upright strokes.
pub(crate) fn pasted(text: &str) -> Result<Vec<Line>, OutsideFault> {
    let line = |(row, line): (i64, &str)| {
        let part = if line.contains('\t') { '\t' } else { '|' };
        Line::read(row, line.split(part).map(str::to_owned).enumerate())
    };
    some((1..).zip(text.lines()).map(line).collect())
}

fn some(mut lines: Vec<Line>) -> Result<Vec<Line>, OutsideFault> {
    lines.retain(|line| !line.says_nothing());
    if lines.is_empty() { Err(OutsideFault::Empty) } else { Ok(lines) }
}

/// The plan of a list.
pub(crate) type Plan = imports::Plan<Line, OutsideEntry>;

type Outcome = imports::Outcome<OutsideEntry>;

/// What the rows are read against.
struct Ground<'a> {
    rules: &'a Rules,
    known: BTreeMap<String, &'a OutsideEntry>,
    sent: BTreeSet<EntryId>,
}

/// The names of a cell: parted by semicolons or commas.
pub(crate) fn authors_of(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', ',']).map(str::trim).filter(|name| !name.is_empty())
}

/// By its code or by its name in the rule book.
fn category(rules: &Rules, words: &str) -> Option<CategoryCode> {
    let named = |name: &str| fold(name) == fold(words);
    let found = rules.categories.iter().find(|each| each.code.as_str() == words || named(&each.name));
    found.map(|each| each.code.clone())
}

/// What a row says, or everything that is wrong with it. Who it becomes and where it stands is said later.
fn parse(rules: &Rules, line: &Line) -> Result<OutsideEntry, Vec<Refused>> {
    let mut wrong = Vec::new();
    let title = line.title.parse::<Title>().map_err(|error| wrong.push(refused(&error))).ok();
    let mut names = Vec::new();
    for name in authors_of(&line.authors) {
        match name.parse::<PersonName>() {
            Ok(name) => names.push(name.to_string()),
            Err(error) => wrong.push(refused(&error)),
        }
    }
    if authors_of(&line.authors).next().is_none() {
        wrong.push(refused(&OutsideFault::AuthorsMissing));
    }
    let category = category(rules, &line.category);
    if category.is_none() {
        wrong.push(refused(&OutsideFault::CategoryUnknown { words: line.category.clone() }));
    }
    match (title, category) {
        (Some(title), Some(category)) if wrong.is_empty() => Ok(OutsideEntry {
            id: EntryId::new(Uuid::nil()),
            place: 0,
            title: title.to_string(),
            authors: names.join("; "),
            category,
            prize: line.prize.clone(),
        }),
        _ => Err(wrong),
    }
}

/// `seen`: the titles of the rows before, with the row of each.
fn outcome(ground: &Ground<'_>, line: &Line, seen: &mut BTreeMap<String, i64>) -> Outcome {
    let read = match parse(ground.rules, line) {
        Ok(read) => read,
        Err(wrong) => return Outcome::Faulty(wrong),
    };
    let key = fold(&read.title);
    if let Some(row) = seen.insert(key.clone(), line.row) {
        return Outcome::Faulty(vec![refused(&OutsideFault::Doubled { row })]);
    }
    let Some(known) = ground.known.get(&key) else { return Outcome::New(read) };
    let changed = OutsideEntry { id: known.id, place: known.place, title: known.title.clone(), ..read };
    match (changed == **known, ground.sent.contains(&known.id)) {
        (true, _) => Outcome::Same,
        (false, true) => Outcome::Faulty(vec![refused(&OutsideFault::SentAlready)]),
        (false, false) => Outcome::Changed(changed),
    }
}

async fn plan(db: &mut Conn, edition: &Edition, contest: &OutsideContest, lines: &[Line]) -> Result<Plan, Halt> {
    let known = kept::entries(db, contest.id).await?;
    let sent = promoted(db, contest.as_edition()).await?.into_iter().map(|sent| sent.entry).collect();
    let by_title = known.iter().map(|entry| (fold(&entry.title), entry)).collect();
    let ground = Ground { rules: edition.book.rules(), known: by_title, sent };
    let mut seen = BTreeMap::new();
    let planned = |line: &Line| Planned { line: line.clone(), outcome: outcome(&ground, line, &mut seen) };
    Ok(Plan { rows: lines.iter().map(planned).collect() })
}

/// Which list is read back: its id, of which contest, who sent it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Import {
    pub(crate) id: Uuid,
    pub(crate) edition: EditionId,
    pub(crate) contest: Uuid,
    pub(crate) by: Uuid,
}

/// The contest with the one above, for whoever acts for its unit there.
async fn ground(act: &mut Act, edition: EditionId, id: Uuid) -> Result<(Edition, OutsideContest), Halt> {
    let edition = hoithi_edition::edition(act.db(), edition).await?.ok_or_else(Halt::not_found)?;
    let contest = kept::contest(act.db(), edition.id, id).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::EntryOnBehalf, place_of(&edition, contest.unit)).await?;
    Ok((edition, contest))
}

/// Keeps what was read until it is confirmed.
pub(crate) async fn keep(act: &mut Act, (edition, contest): (EditionId, Uuid), lines: Vec<Line>) -> Result<Uuid, Halt> {
    ground(act, edition, contest).await?;
    let by = act.actor().account.ok_or(Halt::Denied(Denied::NotSignedIn))?;
    imports::keep(act, (LISTS, by), &Kept { ground: contest, lines }).await
}

/// What a kept list would do now; nothing when it is gone.
pub(crate) async fn preview(
    db: &mut Conn,
    import: Import,
    (edition, contest): (&Edition, &OutsideContest),
) -> Result<Option<Plan>, Halt> {
    let kept = imports::kept::<Uuid, Line>(db, (LISTS, import.by), import.id).await?;
    let Some(kept) = kept.filter(|kept| kept.ground == contest.id) else { return Ok(None) };
    plan(db, edition, contest, &kept.lines).await.map(Some)
}

/// The confirmation.
#[derive(Clone, Debug)]
pub(crate) struct TakeList {
    pub(crate) import: Import,
    pub(crate) said: Confirmation,
}

/// Takes in what was read, all of it or nothing; new entries stand behind those that are there.
pub(crate) async fn take_list(act: &mut Act, command: TakeList) -> Result<(usize, usize), Halt> {
    let (edition, contest) = ground(act, command.import.edition, command.import.contest).await?;
    let plan = preview(act.db(), command.import, (&edition, &contest)).await?.ok_or_else(imports::gone)?;
    plan.confirmed(&command.said, || Halt::Refused(vec![refused(&OutsideFault::ChangedMeanwhile)]))?;
    let left_out = plan.count("faulty");
    let known = kept::entries(act.db(), contest.id).await?;
    let first = known.iter().map(|entry| entry.place + 1).max().unwrap_or(1);
    let (mut new, mut changed) = (Vec::new(), 0_usize);
    for Planned { outcome, .. } in plan.rows {
        match outcome {
            Outcome::New(entry) => new.push(OutsideEntry { id: EntryId::new(act.random_id()?), ..entry }),
            Outcome::Changed(entry) => {
                kept::update_entry(act.db(), &entry).await?;
                changed += 1;
            }
            Outcome::Same | Outcome::Faulty(_) => {}
        }
    }
    for (entry, place) in new.iter_mut().zip(first..) {
        entry.place = place;
    }
    kept::insert_entries(act.db(), contest.id, &new).await?;
    imports::let_go(act, command.import.id).await?;
    act.record(
        Event::new("outside_contest.list_taken", contest.id)
            .fact("edition", edition.id.to_string())
            .fact("added", new.len())
            .fact("changed", changed)
            .fact("left_out", left_out),
    );
    Ok((new.len(), changed))
}
