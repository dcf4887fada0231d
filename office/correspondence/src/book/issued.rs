//! What was issued here in a year, by body.

use std::collections::BTreeMap;

use hoithi_documents::forms::{Block, Column, Row as Line, Table};
use hoithi_rules::correspondence::{Ending, Urgency};
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::civil::Date;

use super::{about, borne, formerly};
use crate::corrections::{Correction, all_corrections};
use crate::document::Lines;
use crate::press::day_in_document;

/// One line of the register.
struct Issued {
    issuer: String,
    day: Date,
    cells: Vec<String>,
}

/// The years in which these editions issued documents, the latest first.
pub(super) async fn years(db: &mut Conn, editions: &[EditionId]) -> Result<Vec<i64>, StoreError> {
    let mut years = Vec::new();
    for edition in editions {
        let rows = db
            .all(
                "SELECT DISTINCT number_year FROM documents
                  WHERE edition_id = $1 AND origin = 'drafted' AND number_year IS NOT NULL",
                params![edition.uuid()],
            )
            .await?;
        for row in rows {
            years.push(row.int("number_year")?);
        }
    }
    years.sort_unstable_by(|one, other| other.cmp(one));
    years.dedup();
    Ok(years)
}

/// A table for each body that issued something in that year, in the order of days and numbers.
pub(super) async fn tables(db: &mut Conn, editions: &[EditionId], year: i64) -> Result<Vec<Block>, StoreError> {
    let (mut issued, corrected) = (Vec::new(), all_corrections(db).await?);
    for edition in editions {
        let rows = db
            .all(
                "SELECT id, number, number_symbol, number_year, day, kind, issuer, subject, signer, addressees, recipients,
                        urgency,
                        (SELECT e.ending FROM document_endings e
                          WHERE e.document_id = documents.id AND e.lifted_at IS NULL) AS ending
                   FROM documents
                  WHERE edition_id = $1 AND origin = 'drafted' AND number_year = $2
                  ORDER BY day, number, id",
                params![edition.uuid(), year],
            )
            .await?;
        for row in &rows {
            let id: DocumentId = row.parsed("id")?;
            let was = corrected.get(&id).map_or(&[][..], Vec::as_slice);
            issued.push(read(row, was)?);
        }
    }
    issued.sort_by_key(|line| line.day);
    let mut bodies: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for line in issued {
        bodies.entry(line.issuer).or_default().push(Line::Cells(line.cells));
    }
    Ok(bodies.into_iter().map(|(issuer, rows)| table(&issuer, rows)).collect())
}

fn table(issuer: &str, rows: Vec<Line>) -> Block {
    let columns = vec![
        Column::wide("Số, ký hiệu văn bản", 10),
        Column::wide("Ngày tháng văn bản", 8),
        Column::wide("Tên loại và trích yếu nội dung văn bản", 26),
        Column::wide("Người ký", 11),
        Column::wide("Nơi nhận văn bản", 16),
        Column::wide("Đơn vị, người nhận bản lưu", 9),
        Column::wide("Số lượng bản", 6),
        Column::wide("Ghi chú", 9),
    ];
    let title = format!("Văn bản của {issuer}: {:02}", rows.len());
    Block::Table(Table { title: Some(title), columns, rows })
}

fn read(row: &Row, was: &[Correction]) -> Result<Issued, StoreError> {
    let day: Date = row.parsed("day")?;
    let recipients = Lines::parse(&row.text("recipients")?);
    let (kept, sent): (Vec<&String>, Vec<&String>) = recipients.all().iter().partition(|line| is_kept(line));
    let addressees = Lines::parse(&row.text("addressees")?);
    let sent = if addressees.all().is_empty() { sent } else { addressees.all().iter().collect() };
    let cells = vec![
        borne(row)?,
        day_in_document(day),
        about(row)?,
        row.text_opt("signer")?.unwrap_or_default(),
        joined(&sent),
        kept.first()
            .map(|line| line.trim_start_matches("Lưu").trim_start_matches(':').trim().to_owned())
            .unwrap_or_default(),
        String::new(),
        notes(row, was)?,
    ];
    Ok(Issued { issuer: row.text("issuer")?, day, cells })
}

/// `Lưu: VT, KHCN` is what the body keeps itself.
fn is_kept(line: &str) -> bool {
    line.starts_with("Lưu")
}

fn joined(lines: &[&String]) -> String {
    lines.iter().map(|line| line.as_str()).collect::<Vec<_>>().join("; ")
}

fn notes(row: &Row, was: &[Correction]) -> Result<String, StoreError> {
    let urgency = Urgency::from_code(&row.text("urgency")?).map(|urgency| urgency.stamp().to_owned());
    let ended = row.text_opt("ending")?.and_then(|code| Ending::from_code(&code)).map(|ending| match ending {
        Ending::Replaced => "Đã bị thay thế".to_owned(),
        Ending::Withdrawn => "Đã bị thu hồi".to_owned(),
    });
    Ok(urgency.into_iter().chain(ended).chain(was.iter().map(formerly)).collect::<Vec<_>>().join("; "))
}
