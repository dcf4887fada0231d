//! Rows on their way onto a list: an address and where its consent comes from, or not at all.

use hoithi_journal::{Fact, Halt, Refused};
use hoithi_people::Contact;
use hoithi_rules::day::parse_day;
use hoithi_rules::mailings::short;
use jiff::civil::Date;

use crate::table::Row;

/// A row that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where mail reaches them.
    pub email: String,
    /// Their name; may be empty.
    pub name: String,
    /// Where their consent comes from.
    pub source: String,
    /// The consent's day, where the row says it.
    pub day: Option<Date>,
}

/// All rows, or which of them cannot be taken and why: nothing of a faulty file is taken in.
pub(crate) fn lines(rows: &[Row], field: &'static str, today: Date) -> Result<Vec<Line>, Halt> {
    let mut faults: [(&'static str, Vec<u32>); 4] = [
        ("mailings.rows_address", Vec::new()),
        ("mailings.rows_source", Vec::new()),
        ("mailings.rows_day", Vec::new()),
        ("mailings.rows_name", Vec::new()),
    ];
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        match line(row, today) {
            Ok(line) => lines.push(line),
            Err(wrong) => wrong.into_iter().for_each(|which| faults[which].1.push(row.number)),
        }
    }
    let refused: Vec<_> =
        faults.into_iter().filter(|(_, rows)| !rows.is_empty()).map(|(code, rows)| told(code, field, &rows)).collect();
    if refused.is_empty() { Ok(lines) } else { Err(Halt::Refused(refused)) }
}

fn line(row: &Row, today: Date) -> Result<Line, Vec<usize>> {
    let [email, name, source, day] = &row.cells;
    let address = Contact::parse(email, "").ok().filter(|_| !email.is_empty());
    let name = short(name).ok();
    let agreed = short(source).ok().filter(|source| !source.is_empty());
    let day = if day.is_empty() { Some(None) } else { parse_day(day).filter(|day| *day <= today).map(Some) };
    match (address, agreed, day, name) {
        (Some(contact), Some(source), Some(day), Some(name)) => Ok(Line { email: contact.email, name, source, day }),
        (address, agreed, day, name) => {
            let wrong = [address.is_none(), agreed.is_none(), day.is_none(), name.is_none()];
            Err(wrong.iter().enumerate().filter(|(_, wrong)| **wrong).map(|(which, _)| which).collect())
        }
    }
}

/// The first rows by number: a reader mends them and sends the file once more.
fn told(code: &'static str, field: &'static str, rows: &[u32]) -> Refused {
    const NAMED: usize = 12;
    let named: Vec<_> = rows.iter().take(NAMED).map(ToString::to_string).collect();
    let more = if rows.len() > NAMED { ", …" } else { "" };
    let facts = vec![("rows", Fact::Text(format!("{}{more}", named.join(", "))))];
    Refused { code, field: Some(field.to_owned()), facts, english: format!("rows {}{more}", named.join(", ")) }
}
