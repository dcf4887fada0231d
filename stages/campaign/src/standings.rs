//! Where every unit stands (its letters, its tasks, its publicity, its report), and every letter.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use hoithi_correspondence::DocumentCard;
use hoithi_reporting::{ReportLine, reports_of};
use hoithi_rules::campaign::Task;
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_store::{Conn, StoreError};
use hoithi_units::{Unit, units_by_id};
use jiff::civil::Date;

use crate::letter::{LetterLine, SentTo};
use crate::publicity::PublicityTally;
use crate::store;

/// One unit of an edition.
#[derive(Clone, Debug)]
pub struct UnitStanding {
    /// The unit.
    pub unit: Unit,
    /// Its letters, the newest first.
    pub sendings: Vec<SentTo>,
    /// Its tasks, of all letters.
    pub tasks: Vec<Task>,
    /// Its publicity: what was confirmed counts, what waits stands apart.
    pub publicity: PublicityTally,
    /// Its duties to report.
    pub reports: Vec<ReportLine>,
}

/// Every unit that a letter of the edition went to, by name.
pub async fn standings(db: &mut Conn, edition: EditionId) -> Result<Vec<UnitStanding>, StoreError> {
    let mut units = units_by_id(db).await?;
    let mut rows: BTreeMap<UnitId, UnitStanding> = BTreeMap::new();
    for sent in store::sendings_of(db, edition).await? {
        match rows.entry(sent.sending.unit) {
            Entry::Occupied(row) => row.into_mut().sendings.push(sent),
            Entry::Vacant(place) => {
                let Some(unit) = units.remove(&sent.sending.unit) else { continue };
                place.insert(UnitStanding {
                    unit,
                    sendings: vec![sent],
                    tasks: Vec::new(),
                    publicity: PublicityTally::default(),
                    reports: Vec::new(),
                });
            }
        }
    }
    for task in store::tasks_of(db, edition).await? {
        if let Some(row) = rows.get_mut(&task.unit) {
            row.tasks.push(task);
        }
    }
    for line in store::publicity_of(db, edition).await? {
        if let Some(row) = rows.get_mut(&line.unit) {
            row.publicity.add(&line.check);
        }
    }
    for report in reports_of(db, edition).await? {
        if let Some(row) = rows.get_mut(&report.request.unit) {
            row.reports.push(report);
        }
    }
    let mut rows: Vec<_> = rows.into_values().collect();
    rows.sort_by_cached_key(|row| (row.unit.level, hoithi_web::dictionary_order(&row.unit.name)));
    Ok(rows)
}

/// How far the units of one letter are.
#[derive(Clone, Debug)]
pub struct LetterStanding {
    /// The letter.
    pub card: DocumentCard,
    /// To how many units it went.
    pub units: usize,
    /// How many of them confirmed it.
    pub acknowledged: usize,
    /// How many reports it asks.
    pub reports: usize,
    /// How many of them were reported: what was given back is not, until it is sent again.
    pub reported: usize,
    /// How many never came.
    pub owing: usize,
    /// By which day the first of those that have not come is asked for.
    pub report_due: Option<Date>,
}

impl LetterStanding {
    /// Units that have not confirmed it.
    pub const fn silent(&self) -> usize {
        self.units - self.acknowledged
    }
}

/// Every letter that went out in the edition, the newest first.
pub async fn letter_standings(db: &mut Conn, edition: EditionId) -> Result<Vec<LetterStanding>, StoreError> {
    let sendings = store::sendings_of(db, edition).await?;
    let reports = reports_of(db, edition).await?;
    let letters = store::sent_letters(db, edition).await?;
    let standing = |LetterLine { card, units, .. }: LetterLine| {
        let of_letter = || sendings.iter().filter(|sent| sent.sending.document == card.id);
        let asked = reports.iter().filter(|line| of_letter().any(|sent| sent.sending.id.uuid() == line.origin));
        let asked: Vec<_> = asked.filter(|line| !line.is_withdrawn()).collect();
        LetterStanding {
            acknowledged: of_letter().filter(|sent| sent.is_acknowledged()).count(),
            reports: asked.len(),
            reported: asked.iter().filter(|line| line.request.is_reported()).count(),
            owing: asked.iter().filter(|line| line.request.is_open()).count(),
            report_due: asked.iter().filter(|line| line.request.is_open()).map(|line| line.request.due).min(),
            units,
            card,
        }
    };
    Ok(letters.into_iter().map(standing).collect())
}
