//! The jury as its decision set it up: panels, the categories each marks, its judges, and the
//! conflicts that were declared.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use hoithi_rules::ids::{AccountId, EditionId, EntryId, JudgeId, PanelId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The jury of an edition (*Hội đồng giám khảo*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jury {
    /// Number and symbol of the decision: `96/QĐ-BTC`.
    pub decision: String,
    /// The day on it.
    pub decided_on: Date,
    /// In the order of the decision.
    pub panels: Vec<Panel>,
    pub(crate) version: i64,
}

/// A panel (*tiểu ban*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// Its id.
    pub id: PanelId,
    /// Its name in the decision.
    pub name: String,
    /// The categories it marks, by code.
    pub categories: BTreeSet<String>,
    /// Its judges.
    pub judges: BTreeSet<JudgeId>,
}

impl Jury {
    /// Everybody on it.
    pub fn judges(&self) -> BTreeSet<JudgeId> {
        self.panels.iter().flat_map(|panel| panel.judges.iter().copied()).collect()
    }
}

/// The jury of an edition, once it is set up.
pub async fn jury(db: &mut Conn, edition: EditionId) -> Result<Option<Jury>, StoreError> {
    let row = db
        .maybe("SELECT decision, decided_on, version FROM juries WHERE edition_id = $1", params![edition.uuid()])
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Jury {
        decision: row.text("decision")?,
        decided_on: row.parsed("decided_on")?,
        panels: panels(db, edition).await?,
        version: row.int("version")?,
    }))
}

/// Whoever is or was a judge of an edition, with their account.
pub(crate) async fn judges(db: &mut Conn, edition: EditionId) -> Result<BTreeMap<JudgeId, AccountId>, StoreError> {
    let rows = db.all("SELECT id, account_id FROM judges WHERE edition_id = $1", params![edition.uuid()]).await?;
    rows.iter().map(|row| Ok((row.parsed("id")?, row.parsed("account_id")?))).collect()
}

async fn panels(db: &mut Conn, edition: EditionId) -> Result<Vec<Panel>, StoreError> {
    let rows =
        db.all("SELECT id, name FROM panels WHERE edition_id = $1 ORDER BY place", params![edition.uuid()]).await?;
    let of_edition = params![edition.uuid()];
    let categories =
        db.all("SELECT panel_id, category AS member FROM panel_categories WHERE edition_id = $1", of_edition).await?;
    let seats = db
        .all(
            "SELECT s.panel_id, s.judge_id AS member FROM panel_judges s JOIN panels p ON p.id = s.panel_id
              WHERE p.edition_id = $1",
            params![edition.uuid()],
        )
        .await?;
    let (mut categories, mut judges) = (by_panel::<String>(&categories)?, by_panel::<JudgeId>(&seats)?);
    rows.iter()
        .map(|row| {
            let id: PanelId = row.parsed("id")?;
            Ok(Panel {
                id,
                name: row.text("name")?,
                categories: categories.remove(&id).unwrap_or_default(),
                judges: judges.remove(&id).unwrap_or_default(),
            })
        })
        .collect()
}

fn by_panel<T: Ord + FromStr>(rows: &[Row]) -> Result<BTreeMap<PanelId, BTreeSet<T>>, StoreError> {
    let mut members: BTreeMap<PanelId, BTreeSet<T>> = BTreeMap::new();
    for row in rows {
        members.entry(row.parsed("panel_id")?).or_default().insert(row.parsed("member")?);
    }
    Ok(members)
}

/// Puts a jury in the place of what stood before; false when somebody else did meanwhile.
pub(crate) async fn save(
    db: &mut Conn,
    edition: EditionId,
    jury: &Jury,
    new_judges: &[(JudgeId, AccountId)],
    now: Timestamp,
) -> Result<bool, StoreError> {
    if !save_head(db, edition, jury, now).await? {
        return Ok(false);
    }
    for old in [
        "DELETE FROM panel_judges WHERE panel_id IN (SELECT id FROM panels WHERE edition_id = $1)",
        "DELETE FROM panel_categories WHERE edition_id = $1",
        "DELETE FROM panels WHERE edition_id = $1",
    ] {
        db.run(old, params![edition.uuid()]).await?;
    }
    let person = |(id, account): &(JudgeId, AccountId)| params![id.uuid(), edition.uuid(), account.uuid()];
    let people = new_judges.iter().map(person).collect();
    let (mut panels, mut categories, mut seats) = (Vec::new(), Vec::new(), Vec::new());
    for (place, panel) in (0_i64..).zip(&jury.panels) {
        panels.push(params![panel.id.uuid(), edition.uuid(), place, panel.name.as_str()]);
        categories.extend(panel.categories.iter().map(|code| params![edition.uuid(), code, panel.id.uuid()]));
        seats.extend(panel.judges.iter().map(|judge| params![panel.id.uuid(), judge.uuid()]));
    }
    db.insert_many("INSERT INTO judges (id, edition_id, account_id)", people).await?;
    db.insert_many("INSERT INTO panels (id, edition_id, place, name)", panels).await?;
    db.insert_many("INSERT INTO panel_categories (edition_id, category, panel_id)", categories).await?;
    db.insert_many("INSERT INTO panel_judges (panel_id, judge_id)", seats).await?;
    keep_version(db, edition, jury, now).await?;
    Ok(true)
}

/// A panel as a past decision had it.
#[derive(Serialize, Deserialize)]
struct PastPanel {
    id: PanelId,
    name: String,
    categories: BTreeSet<String>,
    judges: BTreeSet<JudgeId>,
}

async fn keep_version(db: &mut Conn, edition: EditionId, jury: &Jury, now: Timestamp) -> Result<(), StoreError> {
    let panel = |panel: &Panel| PastPanel {
        id: panel.id,
        name: panel.name.clone(),
        categories: panel.categories.clone(),
        judges: panel.judges.clone(),
    };
    let panels: Vec<PastPanel> = jury.panels.iter().map(panel).collect();
    let panels = serde_json::to_string(&panels).map_err(|_| nonsense(edition))?;
    db.run(
        "INSERT INTO jury_versions (edition_id, version, decision, decided_on, set_up_at, panels)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![edition.uuid(), jury.version + 1, jury.decision.as_str(), jury.decided_on, now, panels],
    )
    .await?;
    Ok(())
}

fn nonsense(edition: EditionId) -> StoreError {
    StoreError::Nonsense { column: "panels".to_owned(), value: edition.to_string(), wanted: "panels of a jury" }
}

/// The jury as it sat at an instant; the one that sits now where what it was then was not yet kept.
pub(crate) async fn jury_at(db: &mut Conn, edition: EditionId, at: Timestamp) -> Result<Option<Jury>, StoreError> {
    let row = db
        .maybe(
            "SELECT version, decision, decided_on, panels FROM jury_versions
              WHERE edition_id = $1 AND set_up_at <= $2 ORDER BY version DESC LIMIT 1",
            params![edition.uuid(), at],
        )
        .await?;
    let Some(row) = row else { return jury(db, edition).await };
    let panels: Vec<PastPanel> = serde_json::from_str(&row.text("panels")?).map_err(|_| nonsense(edition))?;
    let panel =
        |past: PastPanel| Panel { id: past.id, name: past.name, categories: past.categories, judges: past.judges };
    Ok(Some(Jury {
        decision: row.text("decision")?,
        decided_on: row.parsed("decided_on")?,
        panels: panels.into_iter().map(panel).collect(),
        version: row.int("version")?,
    }))
}

async fn save_head(db: &mut Conn, edition: EditionId, jury: &Jury, now: Timestamp) -> Result<bool, StoreError> {
    let changed = if jury.version == 0 {
        db.run(
            "INSERT INTO juries (edition_id, decision, decided_on, set_up_at, version)
             VALUES ($1, $2, $3, $4, 1) ON CONFLICT DO NOTHING",
            params![edition.uuid(), jury.decision.as_str(), jury.decided_on, now],
        )
        .await?
    } else {
        db.run(
            "UPDATE juries SET decision = $2, decided_on = $3, set_up_at = $4, version = version + 1
              WHERE edition_id = $1 AND version = $5",
            params![edition.uuid(), jury.decision.as_str(), jury.decided_on, now, jury.version],
        )
        .await?
    };
    Ok(changed == 1)
}

/// Why a judge says that they cannot mark an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConflictKind {
    /// A relative of an author.
    Relative,
    /// Works or worked with an author.
    SameWork,
    /// Knows whose it is, so that the sheet would not be blind.
    Recognised,
    /// Anything else that would make others doubt.
    Other,
}

impl ConflictKind {
    /// Every kind, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Relative, Self::SameWork, Self::Recognised, Self::Other];

    /// Stable name, in the store and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Relative => "relative",
            Self::SameWork => "same_work",
            Self::Recognised => "recognised",
            Self::Other => "other",
        }
    }

    /// The kind of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Who declared that they cannot mark which entry.
pub(crate) async fn declared_conflicts(
    db: &mut Conn,
    edition: EditionId,
) -> Result<BTreeSet<(AccountId, EntryId)>, StoreError> {
    let rows = db
        .all("SELECT account_id, entry_id FROM declared_conflicts WHERE edition_id = $1", params![edition.uuid()])
        .await?;
    rows.iter().map(|row| Ok((row.parsed("account_id")?, row.parsed("entry_id")?))).collect()
}

/// Keeps a declaration; the first one stands.
pub(crate) async fn declare(
    db: &mut Conn,
    edition: EditionId,
    (judge, entry): (AccountId, EntryId),
    kind: ConflictKind,
    (by, now): (AccountId, Timestamp),
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO declared_conflicts (edition_id, account_id, entry_id, kind, declared_by, declared_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
        params![edition.uuid(), judge.uuid(), entry.uuid(), kind.code(), by.uuid(), now],
    )
    .await?;
    Ok(())
}
