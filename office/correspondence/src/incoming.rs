//! *Văn bản đến* (Decree 30/2020/NĐ-CP, Điều 22): what came to the agency bears the number and the day of
//! its arrival, on paper and between systems in one series a year. What was issued before the program, or
//! is only cited here, came to nobody and bears none.

use hoithi_documents::forms::{Block, Book, Column, Row as Line, Table};
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::correspondence::DocumentKind;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::DocumentId;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::civil::Date;

use crate::bearing::agency_of;
use crate::document::{ContentError, Lines, issuer_key};
use crate::operations::{NewDocument, register};
use crate::press::day_in_document;
use crate::store::{self, read_number};

/// The number and the day of an arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Incoming {
    /// *Số đến*.
    pub(crate) number: i64,
    /// *Ngày đến*.
    pub(crate) day: Date,
}

/// Registers a document that bears its number; where it came to the agency, with its arrival.
pub(crate) async fn register_incoming(act: &mut Act, new: NewDocument, came: Option<Date>) -> Result<DocumentId, Halt> {
    let id = register(act, new).await?;
    if let Some(day) = came {
        number_arrival(act, id, day).await?;
    }
    Ok(id)
}

/// Gives what came the agency's next number of arrival: gap-free within the year, since none is ever taken back.
pub(crate) async fn number_arrival(act: &mut Act, id: DocumentId, day: Date) -> Result<(), Halt> {
    let document = store::document(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    let (_, issued) = document.signed().ok_or_else(Halt::not_found)?;
    let now = act.now();
    if day < issued || day > day_in_vietnam(now) {
        return Err(ContentError::CameWhen).or_refuse();
    }
    let body = issuer_key(&agency_of(act, document.edition).await?);
    let year = i32::from(day.year());
    let last = act
        .db()
        .one(
            "SELECT CAST(COALESCE(MAX(number), 0) AS BIGINT) AS last FROM incoming_documents
              WHERE body_key = $1 AND year = $2",
            params![body.as_str(), year],
        )
        .await?;
    let number = last.int("last")? + 1;
    act.db()
        .run(
            "INSERT INTO incoming_documents (document_id, body_key, year, number, day, at)
             VALUES ($1, $2, $3, $4, $5, $6)",
            params![id.uuid(), body, year, number, day, now],
        )
        .await?;
    let event = Event::new("document.came", id).fact("edition", document.edition.to_string());
    act.record(event.fact("number", number.to_string()).fact("date", day.to_string()));
    Ok(())
}

/// When a document came; none of what did not come.
pub(crate) async fn incoming_of(db: &mut Conn, document: DocumentId) -> Result<Option<Incoming>, StoreError> {
    let row =
        db.maybe("SELECT number, day FROM incoming_documents WHERE document_id = $1", params![document.uuid()]).await?;
    let read = |row: Row| Ok(Incoming { number: row.int("number")?, day: row.parsed("day")? });
    row.map(read).transpose()
}

/// The years in which something came to the agency, the latest first.
pub(crate) async fn incoming_years(db: &mut Conn, agency: &str) -> Result<Vec<i64>, StoreError> {
    let rows = db
        .all(
            "SELECT DISTINCT year FROM incoming_documents WHERE body_key = $1 ORDER BY year DESC",
            params![issuer_key(agency)],
        )
        .await?;
    rows.iter().map(|row| row.int("year")).collect()
}

/// *Sổ đăng ký văn bản đến* of one year (Phụ lục IV); none where nothing came.
pub(crate) async fn incoming_book(db: &mut Conn, agency: &str, year: i64) -> Result<Option<Book>, StoreError> {
    let rows = db
        .all(
            "SELECT i.number AS came_number, i.day AS came_day, d.number, d.number_symbol, d.number_year, d.day,
                    d.kind, d.issuer, d.subject, d.addressees
               FROM incoming_documents i JOIN documents d ON d.id = i.document_id
              WHERE i.body_key = $1 AND i.year = $2 ORDER BY i.number",
            params![issuer_key(agency), year],
        )
        .await?;
    if rows.is_empty() {
        return Ok(None);
    }
    let rows = rows.iter().map(line).collect::<Result<_, StoreError>>()?;
    Ok(Some(Book {
        watermark: None,
        parent: None,
        issuer: agency.to_owned(),
        title: "Sổ đăng ký văn bản đến".to_owned(),
        period: format!("Năm {year}"),
        blocks: vec![Block::Table(Table { title: None, columns: columns(), rows })],
    }))
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
fn line(row: &Row) -> Result<Line, StoreError> {
    let kind: DocumentKind = row.parsed("kind")?;
    let (came, issued): (Date, Date) = (row.parsed("came_day")?, row.parsed("day")?);
    let number = read_number(row)?.map(|number| number.to_string()).unwrap_or_default();
    let mut cells = vec![
        day_in_document(came),
        format!("{:02}", row.int("came_number")?),
        row.text("issuer")?,
        number,
        day_in_document(issued),
        format!("{kind}: {}", row.text("subject")?),
        Lines::parse(&row.text("addressees")?).all().join("; "),
    ];
    cells.extend([const { String::new() }; 3]);
    Ok(Line::Cells(cells))
}
