//! What the units of a proposal had on its day.

use hoithi_rules::commendation::{Criterion, Line, Score};
use hoithi_rules::ids::UnitId;
use hoithi_rules::judging::Points;
use hoithi_store::{Conn, Row, StoreError, params};
use uuid::Uuid;

use super::nonsense;
use crate::evidence::Piece;

/// Keeps the points of a unit with the pieces that they were counted from, in their order.
pub(crate) async fn insert_frozen(
    db: &mut Conn,
    (proposal, unit): (Uuid, UnitId),
    score: &Score,
    pieces: &[Piece],
) -> Result<(), StoreError> {
    let line = |line: &Line| {
        let (each, points) = (line.each.hundredths(), line.points.hundredths());
        params![proposal, unit.uuid(), line.criterion.code(), i64::from(line.count), each, points, line.cut]
    };
    let insert = "INSERT INTO commendation_scores (proposal_id, unit_id, criterion, many, for_one, points, cut)";
    db.insert_many(insert, score.lines.iter().map(line).collect()).await?;
    let piece = |(seat, piece): (i64, &Piece)| {
        params![proposal, unit.uuid(), seat, piece.criterion.code(), piece.name.as_str(), piece.day]
    };
    let insert = "INSERT INTO commendation_pieces (proposal_id, unit_id, seat, criterion, name, day)";
    db.insert_many(insert, (1_i64..).zip(pieces).map(piece).collect()).await
}

/// What a unit of a proposal had on its day.
pub(crate) async fn frozen(db: &mut Conn, (proposal, unit): (Uuid, UnitId)) -> Result<(Score, Vec<Piece>), StoreError> {
    let key = params![proposal, unit.uuid()];
    let sql = "SELECT criterion, many, for_one, points, cut FROM commendation_scores
                WHERE proposal_id = $1 AND unit_id = $2";
    let mut lines = db.all(sql, key).await?.iter().map(read_line).collect::<Result<Vec<_>, _>>()?;
    lines.sort_by_key(|line| line.criterion);
    let sql = "SELECT criterion, name, day FROM commendation_pieces
                WHERE proposal_id = $1 AND unit_id = $2 ORDER BY seat";
    let rows = db.all(sql, params![proposal, unit.uuid()]).await?;
    let pieces = rows.iter().map(read_piece).collect::<Result<Vec<_>, _>>()?;
    Ok((Score { lines }, pieces))
}

fn criterion(row: &Row) -> Result<Criterion, StoreError> {
    let code = row.text("criterion")?;
    Criterion::from_code(&code).ok_or_else(|| nonsense("criterion", code, "criterion of the formula"))
}

fn read_line(row: &Row) -> Result<Line, StoreError> {
    let many = row.int("many")?;
    Ok(Line {
        criterion: criterion(row)?,
        count: u32::try_from(many).map_err(|_| nonsense("many", many.to_string(), "how many"))?,
        each: Points::from_hundredths(row.int("for_one")?),
        points: Points::from_hundredths(row.int("points")?),
        cut: row.flag("cut")?,
    })
}

fn read_piece(row: &Row) -> Result<Piece, StoreError> {
    Ok(Piece {
        criterion: criterion(row)?,
        name: row.text("name")?,
        day: row.parsed_opt("day")?,
        entry: None,
        link: None,
    })
}
