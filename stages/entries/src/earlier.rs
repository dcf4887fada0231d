//! Earlier editions' solutions on their way in from a workbook: read, planned row by row, confirmed. Screening
//! compares new titles with them; the public reads year, edition, title and prize.

use std::collections::BTreeMap;

use hoithi_edition::Edition;
use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{OrRefuse, permit, refused};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::entries::{EarlierEntry, EarlierForm};
use hoithi_rules::ids::{AccountId, EditionId};
use hoithi_rules::people::Permission;
use hoithi_rules::refusal::{Fact, Refusal};
use hoithi_rules::text::one_line;
use hoithi_store::Conn;
use hoithi_web::imports::{self, Cells, Confirmation, Heads, Kept, Planned};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use uuid::Uuid;

use crate::store::{self, KeptEarlier};

/// The columns by their heads, in the order in which they are usual; another order is read as well.
pub(crate) const HEADS: [&str; 6] = ["Năm", "Kỳ hội thi", "Tên giải pháp", "Tác giả", "Đơn vị", "Giải"];

/// How the columns are headed; nothing can do without year and title.
pub(crate) const COLUMNS: Heads = Heads { ours: &HEADS, others, known_by: 2, needed: &[&[0]] };

/// Under this name files of earlier editions wait.
const EARLIER: &str = "earlier";

/// People head their columns in their own words.
fn others(head: &str) -> Option<usize> {
    match head {
        "nam thi" | "nam to chuc" => Some(0),
        "ky" | "lan thu" | "hoi thi" | "ky thi" => Some(1),
        "ten de tai" | "ten" | "giai phap" | "ten giai phap du thi" => Some(2),
        "ho ten tac gia" | "nhom tac gia" | "tac gia, dong tac gia" => Some(3),
        "don vi gui" | "co quan" | "noi cong tac" => Some(4),
        "giai thuong" | "xep giai" | "dat giai" => Some(5),
        _ => None,
    }
}

/// What stands in the way of taking a list in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(crate) enum EarlierFault {
    #[error("the same title of the same year stands in row {row}")]
    Doubled { row: i64 },
    #[error("the file names no solution")]
    Empty,
    #[error("somebody changed this meanwhile")]
    ChangedMeanwhile,
}

impl Refusal for EarlierFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Doubled { .. } => "entries.earlier_doubled",
            Self::Empty => "entries.earlier_empty",
            Self::ChangedMeanwhile => "entries.earlier_changed_meanwhile",
        }
    }

    fn field(&self) -> Option<String> {
        matches!(self, Self::Empty).then(|| "file".to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Doubled { row } => vec![("row", Fact::count(*row))],
            Self::Empty | Self::ChangedMeanwhile => Vec::new(),
        }
    }
}

/// A row as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Line {
    pub(crate) row: i64,
    pub(crate) year: String,
    pub(crate) edition: String,
    pub(crate) title: String,
    pub(crate) authors: String,
    pub(crate) unit: String,
    pub(crate) prize: String,
}

impl Line {
    fn read(cells: Cells) -> Self {
        let mut line = Self { row: cells.row, ..Self::default() };
        for (column, text) in cells.cells {
            let field = match column {
                0 => &mut line.year,
                1 => &mut line.edition,
                2 => &mut line.title,
                3 => &mut line.authors,
                4 => &mut line.unit,
                5 => &mut line.prize,
                _ => continue,
            };
            *field = one_line(&text);
        }
        line
    }

    fn form(&self) -> EarlierForm<'_> {
        EarlierForm {
            year: &self.year,
            edition: &self.edition,
            title: &self.title,
            authors: &self.authors,
            unit: &self.unit,
            prize: &self.prize,
        }
    }
}

/// The rows that say something.
pub(crate) fn lines(cells: Vec<Cells>) -> Result<Vec<Line>, EarlierFault> {
    let says = |line: &Line| *line != Line { row: line.row, ..Line::default() };
    let lines: Vec<Line> = cells.into_iter().map(Line::read).filter(says).collect();
    if lines.is_empty() { Err(EarlierFault::Empty) } else { Ok(lines) }
}

/// What becomes of a row.
type Outcome = imports::Outcome<Box<EarlierEntry>, Box<KeptEarlier>>;

/// The plan of a file.
pub(crate) type Plan = imports::Plan<Line, Box<EarlierEntry>, Box<KeptEarlier>>;

/// Year and title are what a solution is known by; capitals and spaces do not make another.
fn key(what: &EarlierEntry) -> (i16, String) {
    (what.year, what.title.as_str().to_lowercase())
}

fn plan(known: &[KeptEarlier], lines: &[Line], today: Date) -> Plan {
    let known: BTreeMap<_, _> = known.iter().map(|kept| (key(&kept.what), kept)).collect();
    let mut seen = BTreeMap::new();
    let planned = |line: &Line| Planned { line: line.clone(), outcome: outcome(&known, line, today, &mut seen) };
    Plan { rows: lines.iter().map(planned).collect() }
}

/// `seen`: what the rows before named, with the row of each.
fn outcome(
    known: &BTreeMap<(i16, String), &KeptEarlier>,
    line: &Line,
    today: Date,
    seen: &mut BTreeMap<(i16, String), i64>,
) -> Outcome {
    let what = match EarlierEntry::parse(line.form(), today) {
        Ok(what) => what,
        Err(wrong) => return Outcome::Faulty(wrong.iter().map(refused).collect()),
    };
    if let Some(row) = seen.insert(key(&what), line.row) {
        return Outcome::Faulty(vec![refused(&EarlierFault::Doubled { row })]);
    }
    match known.get(&key(&what)) {
        None => Outcome::New(Box::new(what)),
        Some(kept) => changed(kept, &what),
    }
}

/// An empty cell takes nothing away from what stands there.
fn changed(kept: &KeptEarlier, written: &EarlierEntry) -> Outcome {
    let or = |written: &str, known: &str| if written.is_empty() { known.to_owned() } else { written.to_owned() };
    let what = EarlierEntry {
        edition: or(&written.edition, &kept.what.edition),
        authors: or(&written.authors, &kept.what.authors),
        unit: or(&written.unit, &kept.what.unit),
        prize: or(&written.prize, &kept.what.prize),
        ..kept.what.clone()
    };
    if what == kept.what { Outcome::Same } else { Outcome::Changed(Box::new(KeptEarlier { what, id: kept.id })) }
}

/// Whether the lists of earlier editions are kept from this edition: it is the house's own, not a unit's.
pub(crate) fn keeps_earlier(edition: &Edition) -> bool {
    edition.unit.is_none()
}

/// Whoever screens the house's own contest keeps them.
async fn keeper(act: &mut Act, id: EditionId) -> Result<AccountId, Halt> {
    let edition = hoithi_edition::edition(act.db(), id).await?.filter(keeps_earlier).ok_or_else(Halt::not_found)?;
    permit(act, Permission::ScreeningDecide, edition.place()).await?;
    act.actor().account.map(AccountId::new).ok_or(Halt::Denied(Denied::NotSignedIn))
}

/// Keeps what was read until it is confirmed.
pub(crate) async fn keep(act: &mut Act, edition: EditionId, lines: Vec<Line>) -> Result<Uuid, Halt> {
    let by = keeper(act, edition).await?.uuid();
    imports::keep(act, (EARLIER, by), &Kept { ground: edition.uuid(), lines }).await
}

/// Which file is read back: its id, of which edition, who sent it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Import {
    pub(crate) id: Uuid,
    pub(crate) edition: EditionId,
    pub(crate) by: Uuid,
}

/// What a kept file would do now; nothing when it is gone.
pub(crate) async fn preview(db: &mut Conn, import: Import, today: Date) -> Result<Option<Plan>, Halt> {
    let kept = imports::kept::<Uuid, Line>(db, (EARLIER, import.by), import.id).await?;
    let Some(kept) = kept.filter(|kept| kept.ground == import.edition.uuid()) else { return Ok(None) };
    let known = store::earlier_entries(db).await?;
    Ok(Some(plan(&known, &kept.lines, today)))
}

/// The confirmation.
#[derive(Clone, Debug)]
pub(crate) struct TakeIn {
    pub(crate) import: Import,
    pub(crate) said: Confirmation,
}

/// Takes in what was read, all of it or nothing.
pub(crate) async fn take_in(act: &mut Act, command: TakeIn) -> Result<(usize, usize), Halt> {
    let by = (act.now(), keeper(act, command.import.edition).await?);
    let today = day_in_vietnam(act.now());
    let plan = preview(act.db(), command.import, today).await?.ok_or_else(imports::gone)?;
    plan.confirmed(&command.said, || Halt::Refused(vec![refused(&EarlierFault::ChangedMeanwhile)]))?;
    let (faulty, unchanged) = (plan.count("faulty"), plan.count("same"));
    let (mut new, mut changed) = (Vec::new(), 0_usize);
    for Planned { line, outcome } in plan.rows {
        match outcome {
            Outcome::New(what) => new.push((KeptEarlier { id: act.random_id()?, what: *what }, line.row)),
            Outcome::Changed(kept) => {
                store::update_earlier(act.db(), (&kept, line.row), by).await?;
                changed += 1;
            }
            Outcome::Same | Outcome::Faulty(_) => {}
        }
    }
    store::insert_earlier(act.db(), &new, by).await?;
    imports::let_go(act, command.import.id).await?;
    act.record(
        Event::new("earlier.imported", command.import.edition)
            .fact("added", new.len())
            .fact("changed", changed)
            .fact("unchanged", unchanged)
            .fact("left_out", faulty),
    );
    Ok((new.len(), changed))
}

/// Takes out a line that was taken in by mistake.
pub(crate) async fn remove(act: &mut Act, edition: EditionId, id: Uuid) -> Result<(), Halt> {
    keeper(act, edition).await?;
    if !store::delete_earlier(act.db(), id).await? {
        return Err(EarlierFault::ChangedMeanwhile).or_refuse();
    }
    act.record(Event::new("earlier.removed", edition));
    Ok(())
}
