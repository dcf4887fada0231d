//! The register of decisions.

use std::collections::BTreeMap;

use hoithi_entries::{Standing, entries_of};
use hoithi_rules::edition::CategoryCode;
use hoithi_rules::ids::{AccountId, EditionId, EntryId};
use hoithi_rules::screening::{BlindCode, CheckItem, Finding, Screening, ScreeningOutcome, ScreeningState, Verdict};
use hoithi_store::{Conn, Row, StoreError, Value, params};
use jiff::Timestamp;
use uuid::Uuid;

/// An entry that will be judged, under the only name its judges know.
#[derive(Clone, Debug)]
pub struct Admitted {
    /// The entry; judges never see this id.
    pub entry: EntryId,
    /// Its category.
    pub category: CategoryCode,
    /// Its blind code.
    pub blind_code: BlindCode,
    /// Its title.
    pub title: String,
}

/// A decision as it stands in the register.
#[derive(Clone, Debug)]
pub struct Decided {
    /// Its id.
    pub id: Uuid,
    /// The entry.
    pub entry: EntryId,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: AccountId,
    /// How.
    pub outcome: ScreeningOutcome,
}

/// The entries of an edition that will be judged, in the order of their blind codes. Who withdrew
/// after being admitted is not among them.
pub async fn admitted(db: &mut Conn, edition: EditionId) -> Result<Vec<Admitted>, StoreError> {
    let codes = db
        .all(
            "SELECT entry_id, blind_code FROM screening_decisions WHERE edition_id = $1 AND outcome = 'admitted'",
            params![edition.uuid()],
        )
        .await?;
    let code =
        |row: &Row| Ok::<_, StoreError>((row.parsed::<EntryId>("entry_id")?, row.parsed::<BlindCode>("blind_code")?));
    let mut codes = codes.iter().map(code).collect::<Result<BTreeMap<_, _>, _>>()?;
    let cards = entries_of(db, edition).await?.into_iter().filter(|card| card.state == Standing::Admitted);
    let mut admitted: Vec<Admitted> = cards
        .filter_map(|card| {
            let (blind_code, category) = (codes.remove(&card.id)?, card.category?);
            Some(Admitted { entry: card.id, category, blind_code, title: card.title })
        })
        .collect();
    admitted.sort_by(|one, other| one.blind_code.cmp(&other.blind_code));
    Ok(admitted)
}

/// The entry behind a blind code.
pub async fn admitted_under(
    db: &mut Conn,
    edition: EditionId,
    code: &BlindCode,
) -> Result<Option<EntryId>, StoreError> {
    let row = db
        .maybe(
            "SELECT entry_id FROM screening_decisions WHERE edition_id = $1 AND blind_code = $2",
            params![edition.uuid(), code.as_str()],
        )
        .await?;
    row.map(|row| row.parsed("entry_id")).transpose()
}

/// The decisions on an entry, oldest first.
pub async fn decisions(db: &mut Conn, entry: EntryId) -> Result<Vec<Decided>, StoreError> {
    let rows = db
        .all(
            "SELECT id, entry_id, decided_at, decided_by, outcome, blind_code, until_day, reasons
               FROM screening_decisions WHERE entry_id = $1 ORDER BY decided_at, id",
            params![entry.uuid()],
        )
        .await?;
    rows.iter().map(read_decided).collect()
}

/// The latest decision on an entry.
pub(crate) async fn latest(db: &mut Conn, entry: EntryId) -> Result<Option<Decided>, StoreError> {
    let row = db
        .maybe(
            "SELECT id, entry_id, decided_at, decided_by, outcome, blind_code, until_day, reasons
               FROM screening_decisions WHERE entry_id = $1 ORDER BY decided_at DESC, id DESC LIMIT 1",
            params![entry.uuid()],
        )
        .await?;
    row.as_ref().map(read_decided).transpose()
}

/// How often each reason was told with that outcome, the most frequent first.
pub(crate) async fn reasons_told(
    db: &mut Conn,
    edition: EditionId,
    outcome: &str,
) -> Result<Vec<(String, usize)>, StoreError> {
    let sql = "SELECT reasons FROM screening_decisions WHERE edition_id = $1 AND outcome = $2";
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    for row in &db.all(sql, params![edition.uuid(), outcome]).await? {
        for line in row.text("reasons")?.lines() {
            *told.entry(line.to_owned()).or_default() += 1;
        }
    }
    let mut told: Vec<_> = told.into_iter().collect();
    told.sort_by_key(|(_, count)| usize::MAX - count);
    Ok(told)
}

fn read_decided(row: &Row) -> Result<Decided, StoreError> {
    let reasons = || Ok::<_, StoreError>(row.text("reasons")?.lines().map(str::to_owned).collect());
    let outcome = match row.text("outcome")?.as_str() {
        "admitted" => ScreeningOutcome::Admitted { blind_code: row.parsed("blind_code")? },
        "returned" => ScreeningOutcome::Returned { reasons: reasons()?, until: row.parsed("until_day")? },
        _ => ScreeningOutcome::Refused { reasons: reasons()? },
    };
    Ok(Decided {
        id: row.parsed("id")?,
        entry: row.parsed("entry_id")?,
        at: row.instant("decided_at")?,
        by: row.parsed("decided_by")?,
        outcome,
    })
}

/// How far the screening of a submitted entry is. After a completion it waits again.
pub(crate) async fn screening(db: &mut Conn, entry: EntryId) -> Result<Screening, StoreError> {
    let state = match decisions(db, entry).await?.pop() {
        Some(decided) => ScreeningState::Decided { at: decided.at, outcome: decided.outcome },
        None => ScreeningState::Waiting,
    };
    Ok(Screening { entry, state })
}

/// The answers that a decision rests on.
pub(crate) async fn findings(db: &mut Conn, decision: Uuid) -> Result<Vec<Finding>, StoreError> {
    let rows = db
        .all(
            "SELECT item, verdict, note FROM screening_findings WHERE decision_id = $1 ORDER BY item",
            params![decision],
        )
        .await?;
    let finding = |row: &Row| {
        let code = row.text("item")?;
        let item = CheckItem::from_code(&code).ok_or_else(|| StoreError::Nonsense {
            column: "item".to_owned(),
            value: code,
            wanted: "check",
        })?;
        let verdict = if row.text("verdict")? == "passed" { Verdict::Passed } else { Verdict::Failed };
        Ok(Finding { item, verdict, note: row.text("note")? })
    };
    rows.iter().map(finding).collect()
}

/// Whether a code is taken in that edition.
pub(crate) async fn is_taken(db: &mut Conn, edition: EditionId, code: &BlindCode) -> Result<bool, StoreError> {
    Ok(admitted_under(db, edition, code).await?.is_some())
}

pub(crate) async fn insert(
    db: &mut Conn,
    decided: &Decided,
    edition: EditionId,
    findings: &[Finding],
) -> Result<(), StoreError> {
    let (outcome, code, until, reasons) = match &decided.outcome {
        ScreeningOutcome::Admitted { blind_code } => ("admitted", Some(blind_code.as_str()), None, String::new()),
        ScreeningOutcome::Returned { reasons, until } => ("returned", None, Some(*until), reasons.join("\n")),
        ScreeningOutcome::Refused { reasons } => ("refused", None, None, reasons.join("\n")),
    };
    db.run(
        "INSERT INTO screening_decisions (id, entry_id, edition_id, decided_at, decided_by, outcome, blind_code,
                                          until_day, reasons)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            decided.id,
            decided.entry.uuid(),
            edition.uuid(),
            decided.at,
            decided.by.uuid(),
            outcome,
            code,
            until,
            reasons
        ],
    )
    .await?;
    let rows = findings.iter().map(|finding| finding_values(decided.id, finding)).collect();
    db.insert_many("INSERT INTO screening_findings (decision_id, item, verdict, note)", rows).await
}

fn finding_values(decision: Uuid, finding: &Finding) -> Vec<Value> {
    let verdict = match finding.verdict {
        Verdict::Passed => "passed",
        Verdict::Failed => "failed",
    };
    params![decision, finding.item.code(), verdict, finding.note.as_str()]
}
