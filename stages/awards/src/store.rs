//! Proposals, choices and awards in their tables.

use std::collections::HashMap;

use hoithi_correspondence::Document;
use hoithi_rules::awards::{Dong, TierCode};
use hoithi_rules::ids::{AwardId, DocumentId, EditionId, EntryId, RoundId};
use hoithi_rules::judging::Points;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use uuid::Uuid;

use crate::award::{AwardAuthor, AwardLine, Decided, HowFar, Proposal, Seat};

/// The prizes of an edition in the decision's order; none before the leader has decided.
pub async fn awards(db: &mut Conn, edition: EditionId) -> Result<Vec<AwardLine>, StoreError> {
    match decision(db, edition).await? {
        Some(_) => proposed(db, edition).await,
        None => Ok(Vec::new()),
    }
}

/// The leader's decision, once there is one.
pub async fn decision(db: &mut Conn, edition: EditionId) -> Result<Option<Decided>, StoreError> {
    Ok(proposal(db, edition).await?.and_then(|proposal| proposal.decided))
}

/// How far an edition's prizes are, in a word.
pub async fn how_far(db: &mut Conn, edition: EditionId) -> Result<HowFar, StoreError> {
    Ok(match proposal(db, edition).await? {
        None => HowFar::NotProposed,
        Some(Proposal { decided: None, .. }) => HowFar::Proposed,
        Some(_) => HowFar::Decided,
    })
}

/// How far an edition's prizes are.
pub(crate) async fn proposal(db: &mut Conn, edition: EditionId) -> Result<Option<Proposal>, StoreError> {
    let row = db
        .maybe(
            "SELECT edition_id, round_id, book_version, version, proposed_at, document_id, decided_at, relied_on_at
               FROM award_proposals WHERE edition_id = $1",
            params![edition.uuid()],
        )
        .await?;
    row.as_ref().map(read_proposal).transpose()
}

fn read_proposal(row: &Row) -> Result<Proposal, StoreError> {
    let round = row.parsed("round_id")?;
    let decided = match (row.parsed_opt("document_id")?, row.instant_opt("decided_at")?) {
        (Some(document), Some(at)) => {
            Some(Decided { round, document, at, relied_on: row.instant_opt("relied_on_at")? })
        }
        _ => None,
    };
    Ok(Proposal {
        edition: row.parsed("edition_id")?,
        round,
        book_version: row.int("book_version")?,
        version: row.int("version")?,
        proposed_at: row.instant("proposed_at")?,
        decided,
    })
}

/// The lines of the proposal, decided or not.
pub(crate) async fn proposed(db: &mut Conn, edition: EditionId) -> Result<Vec<AwardLine>, StoreError> {
    let rows = db
        .all(
            "SELECT id, entry_id, number, title, category, category_name, unit_name, scope, tier, tier_name,
                    tier_place, seat, ceiling, place, points, money
               FROM awards WHERE edition_id = $1 ORDER BY tier_place, place, number, id",
            params![edition.uuid()],
        )
        .await?;
    let mut authors = authors(db, edition).await?;
    let line = |row: &Row| {
        let mut line = read_line(row)?;
        line.authors = authors.remove(&line.id).unwrap_or_default();
        Ok(line)
    };
    rows.iter().map(line).collect()
}

fn read_line(row: &Row) -> Result<AwardLine, StoreError> {
    let seat = Seat { scope: row.text("scope")?, number: row.int("seat")?, ceiling: row.int("ceiling")? };
    let money = row.int_opt("money")?.map(|dong| Dong::new(dong.unsigned_abs()));
    Ok(AwardLine {
        id: row.parsed("id")?,
        entry: row.parsed("entry_id")?,
        number: row.text("number")?,
        title: row.text("title")?,
        category: row.text("category")?,
        category_name: row.text("category_name")?,
        unit_name: row.text("unit_name")?,
        tier: TierCode(row.text("tier")?),
        tier_name: row.text("tier_name")?,
        tier_place: row.int("tier_place")?,
        seat,
        place: row.int("place")?,
        points: Points::from_hundredths(row.int("points")?),
        money,
        authors: Vec::new(),
    })
}

async fn authors(db: &mut Conn, edition: EditionId) -> Result<HashMap<AwardId, Vec<AwardAuthor>>, StoreError> {
    let rows = db
        .all(
            "SELECT aa.award_id, aa.author_id, aa.name, aa.workplace
               FROM award_authors aa JOIN awards a ON a.id = aa.award_id
              WHERE a.edition_id = $1 ORDER BY aa.award_id, aa.place",
            params![edition.uuid()],
        )
        .await?;
    let mut authors: HashMap<AwardId, Vec<AwardAuthor>> = HashMap::new();
    for row in &rows {
        let author = AwardAuthor {
            author: row.parsed("author_id")?,
            name: row.text("name")?,
            workplace: row.text("workplace")?,
        };
        authors.entry(row.parsed("award_id")?).or_default().push(author);
    }
    Ok(authors)
}

/// Puts a proposal and its lines in the place of what was proposed before. Says false when it is
/// not any more at the version that was seen, or was decided meanwhile.
pub(crate) async fn replace_proposal(
    db: &mut Conn,
    seen: i64,
    proposal: &Proposal,
    lines: &[AwardLine],
) -> Result<bool, StoreError> {
    let changed = if seen == 0 {
        db.run(
            "INSERT INTO award_proposals (edition_id, round_id, book_version, version, proposed_at)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
            params![
                proposal.edition.uuid(),
                proposal.round.uuid(),
                proposal.book_version,
                proposal.version,
                proposal.proposed_at
            ],
        )
        .await?
    } else {
        db.run(
            "UPDATE award_proposals SET round_id = $2, book_version = $3, version = $4, proposed_at = $5
              WHERE edition_id = $1 AND version = $6 AND decided_at IS NULL",
            params![
                proposal.edition.uuid(),
                proposal.round.uuid(),
                proposal.book_version,
                proposal.version,
                proposal.proposed_at,
                seen
            ],
        )
        .await?
    };
    if changed != 1 {
        return Ok(false);
    }
    replace_lines(db, proposal.edition, lines).await?;
    Ok(true)
}

async fn replace_lines(db: &mut Conn, edition: EditionId, lines: &[AwardLine]) -> Result<(), StoreError> {
    let old = "DELETE FROM award_authors WHERE award_id IN (SELECT id FROM awards WHERE edition_id = $1)";
    db.run(old, params![edition.uuid()]).await?;
    db.run("DELETE FROM awards WHERE edition_id = $1", params![edition.uuid()]).await?;
    let row = |line: &AwardLine| {
        params![
            line.id.uuid(),
            edition.uuid(),
            line.entry.uuid(),
            line.number.as_str(),
            line.title.as_str(),
            line.category.as_str(),
            line.category_name.as_str(),
            line.unit_name.as_str(),
            line.seat.scope.as_str(),
            line.tier.0.as_str(),
            line.tier_name.as_str(),
            line.tier_place,
            line.seat.number,
            line.seat.ceiling,
            line.place,
            line.points.hundredths(),
            line.money.map(|money| i64::try_from(money.amount()).unwrap_or(i64::MAX)),
        ]
    };
    db.insert_many(
        "INSERT INTO awards (id, edition_id, entry_id, number, title, category, category_name, unit_name, scope, tier,
                             tier_name, tier_place, seat, ceiling, place, points, money)",
        lines.iter().map(row).collect(),
    )
    .await?;
    let authors = lines.iter().flat_map(|line| {
        let rows = line.authors.iter().zip(1_i64..);
        rows.map(|(author, place)| {
            params![line.id.uuid(), place, author.author.uuid(), author.name.as_str(), author.workplace.as_str()]
        })
    });
    let into = "INSERT INTO award_authors (award_id, place, author_id, name, workplace)";
    db.insert_many(into, authors.collect()).await
}

/// The proposal becomes the decision. Says false when somebody else was faster.
pub(crate) async fn decide(
    db: &mut Conn,
    edition: EditionId,
    seen: i64,
    document: DocumentId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE award_proposals SET document_id = $3, decided_at = $4
              WHERE edition_id = $1 AND version = $2 AND decided_at IS NULL",
            params![edition.uuid(), seen, document.uuid(), now],
        )
        .await?;
    Ok(changed == 1)
}

/// The order into which the jury put the entries of a shared place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Settlement {
    /// The category, or nothing where prizes are given over all.
    pub(crate) scope: String,
    /// The place that they shared.
    pub(crate) place: i64,
    /// From the better on.
    pub(crate) order: Vec<EntryId>,
    /// Number and day of the minutes.
    pub(crate) minutes: String,
}

/// What the jury settled in the ranking of a round.
pub(crate) async fn settlements(db: &mut Conn, round: RoundId) -> Result<Vec<Settlement>, StoreError> {
    let rows = db
        .all(
            "SELECT scope, place, entries, minutes FROM award_settlements WHERE round_id = $1 ORDER BY scope, place",
            params![round.uuid()],
        )
        .await?;
    let read = |row: &Row| {
        let entries = row.text("entries")?;
        Ok(Settlement {
            scope: row.text("scope")?,
            place: row.int("place")?,
            order: serde_json::from_str(&entries).map_err(|_| StoreError::Nonsense {
                column: "entries".to_owned(),
                value: entries,
                wanted: "list of entries",
            })?,
            minutes: row.text("minutes")?,
        })
    };
    rows.iter().map(read).collect()
}

/// Says false when the place was settled meanwhile.
pub(crate) async fn insert_settlement(
    db: &mut Conn,
    (edition, round): (EditionId, RoundId),
    settlement: &Settlement,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let inserted = db
        .run(
            "INSERT INTO award_settlements (edition_id, round_id, scope, place, entries, minutes, settled_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
            params![
                edition.uuid(),
                round.uuid(),
                settlement.scope.as_str(),
                settlement.place,
                entries_text(&settlement.order),
                settlement.minutes.as_str(),
                now,
            ],
        )
        .await?;
    Ok(inserted == 1)
}

/// Another order in the place of the one that stood. Says false when that one changed meanwhile.
pub(crate) async fn replace_settlement(
    db: &mut Conn,
    round: RoundId,
    before: &Settlement,
    after: &Settlement,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE award_settlements SET entries = $4, minutes = $5, settled_at = $6
              WHERE round_id = $1 AND scope = $2 AND place = $3 AND entries = $7 AND minutes = $8",
            params![
                round.uuid(),
                before.scope.as_str(),
                before.place,
                entries_text(&after.order),
                after.minutes.as_str(),
                now,
                entries_text(&before.order),
                before.minutes.as_str(),
            ],
        )
        .await?;
    Ok(changed == 1)
}

/// Ends an order that lost one of its entries.
pub(crate) async fn end_settlement(db: &mut Conn, round: RoundId, stood: &Settlement) -> Result<(), StoreError> {
    let sql = "DELETE FROM award_settlements WHERE round_id = $1 AND scope = $2 AND place = $3";
    db.run(sql, params![round.uuid(), stood.scope.as_str(), stood.place]).await?;
    Ok(())
}

/// Keeps an order that does not stand any more, and why.
pub(crate) async fn keep_settlement(
    db: &mut Conn,
    (id, round): (Uuid, RoundId),
    before: &Settlement,
    reason: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO award_settlement_corrections (id, round_id, scope, place, entries, minutes, reason, ended_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            id,
            round.uuid(),
            before.scope.as_str(),
            before.place,
            entries_text(&before.order),
            before.minutes.as_str(),
            reason,
            now
        ],
    )
    .await?;
    Ok(())
}

fn entries_text(order: &[EntryId]) -> String {
    serde_json::Value::from(order.iter().map(ToString::to_string).collect::<Vec<_>>()).to_string()
}

/// Keeps number, day and scan of a decision as they stood before they were put right.
pub(crate) async fn keep_decision(
    db: &mut Conn,
    (id, edition): (Uuid, EditionId),
    before: &Document,
    reason: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (number, day) = before.signed().map(|(number, day)| (number.to_string(), day.to_string())).unwrap_or_default();
    db.run(
        "INSERT INTO award_decision_corrections
             (id, edition_id, document_id, number, day, file_hash, print_hash, reason, ended_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            id,
            edition.uuid(),
            before.id.uuid(),
            number,
            day,
            before.file.as_ref().map(|file| file.hash.to_string()),
            before.print.as_ref().map(ToString::to_string),
            reason,
            now
        ],
    )
    .await?;
    Ok(())
}

/// Certificates or the announcement rest on the decision. The first time counts.
pub(crate) async fn mark_relied_on(db: &mut Conn, edition: EditionId, now: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE award_proposals SET relied_on_at = $2 WHERE edition_id = $1 AND relied_on_at IS NULL";
    db.run(sql, params![edition.uuid(), now]).await?;
    Ok(())
}
