//! What came to the agency in a year, by its numbers of arrival.

use hoithi_documents::forms::{Block, Column, Row as Line, Table};
use hoithi_rules::ids::DocumentId;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::civil::Date;

use super::{about, borne, formerly};
use crate::corrections::{Correction, all_corrections};
use crate::document::{Lines, issuer_key};
use crate::press::day_in_document;

/// The years in which something came to the agency, the latest first.
pub(super) async fn years(db: &mut Conn, agency: &str) -> Result<Vec<i64>, StoreError> {
    let rows = db
        .all(
            "SELECT DISTINCT year FROM incoming_documents WHERE body_key = $1 ORDER BY year DESC",
            params![issuer_key(agency)],
        )
        .await?;
    rows.iter().map(|row| row.int("year")).collect()
}

/// One table in the order of the numbers of arrival; none where nothing came.
pub(super) async fn tables(db: &mut Conn, agency: &str, year: i64) -> Result<Vec<Block>, StoreError> {
    let rows = db
        .all(
            "SELECT d.id, i.number AS came_number, i.day AS came_day, d.number, d.number_symbol, d.number_year, d.day,
                    d.kind, d.issuer, d.subject, d.addressees
               FROM incoming_documents i JOIN documents d ON d.id = i.document_id
              WHERE i.body_key = $1 AND i.year = $2 ORDER BY i.number",
            params![issuer_key(agency), year],
        )
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let (mut lines, corrected) = (Vec::with_capacity(rows.len()), all_corrections(db).await?);
    for row in &rows {
        let id: DocumentId = row.parsed("id")?;
        lines.push(line(row, corrected.get(&id).map_or(&[][..], Vec::as_slice))?);
    }
    Ok(vec![Block::Table(Table { title: None, columns: columns(), rows: lines })])
}

fn columns() -> Vec<Column> {
    vec![
        Column::wide("Ngày đến", 8),
        Column::wide("Số đến", 5),
        Column::wide("Tác giả", 14),
        Column::wide("Số, ký hiệu văn bản", 10),
        Column::wide("Ngày tháng văn bản", 8),
        Column::wide("Tên loại và trích yếu nội dung văn bản", 24),
        Column::wide("Đơn vị hoặc người nhận", 11),
        Column::wide("Ngày chuyển", 7),
        Column::wide("Ký nhận", 6),
        Column::wide("Ghi chú", 7),
    ]
}

/// Whom it is passed on to, when, and their signature stay open for the pen.
fn line(row: &Row, was: &[Correction]) -> Result<Line, StoreError> {
    let (came, issued): (Date, Date) = (row.parsed("came_day")?, row.parsed("day")?);
    let mut cells = vec![
        day_in_document(came),
        format!("{:02}", row.int("came_number")?),
        row.text("issuer")?,
        borne(row)?,
        day_in_document(issued),
        about(row)?,
        Lines::parse(&row.text("addressees")?).all().join("; "),
    ];
    cells.extend([const { String::new() }; 2]);
    cells.push(was.iter().map(formerly).collect::<Vec<_>>().join("; "));
    Ok(Line::Cells(cells))
}
