//! The country in the database: a letter with its way to every commune, its tasks and its reports, copied row
//! by row; and the floors, which are the same rows by SQLite alone.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::Connection as Database;
use rusqlite::types::ValueRef;

use crate::Result;

pub(super) const UNITS: usize = 3_321;
/// The tasks of the letter that went out: its own five, and three times as many of a plan.
const TASKS: usize = 20;
const OWN: usize = 5;
const FIGURES: usize = 40;
/// Letters that wait to be sent: each can be sent once.
pub(super) const WAITING: usize = 5;
pub(super) const DRAFTS: usize = 500;

/// What was copied: the letter that went out, letters to send, drafts to print.
pub(super) struct Country {
    pub(super) sent: String,
    pub(super) waiting: Vec<String>,
    pub(super) drafts: Vec<String>,
}

impl Country {
    pub(super) fn in_database(file: &Path) -> Result<Self> {
        let mut database = Database::open(file)?;
        let write = database.transaction()?;
        write.execute_batch(&format!(
            "CREATE TEMP TABLE numbers AS WITH RECURSIVE up (n) AS
                 (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < {UNITS}) SELECT n FROM up;
             CREATE TEMP TABLE model AS SELECT s.id AS sending, s.document_id AS document
                 FROM sendings s JOIN report_duties q ON q.origin_id = s.id JOIN report_answers r ON r.duty_id = q.id
                ORDER BY s.id LIMIT 1;"
        ))?;
        write.execute(
            "INSERT INTO units (id, code, name, kind, level, valid_from, source, note, folded)
             SELECT printf('0b000000-0000-7000-8000-%012d', n), printf('B%05d', n), 'Xã đo số ' || n, 'xã',
                    'commune', '2020-01-01', 'bench', '', 'xa do so ' || n FROM numbers",
            [],
        )?;
        let sent = copy_letter(&write, 0, "signed")?;
        copy_sendings(&write, &sent)?;
        copy_reports(&write)?;
        let waiting = (1..=WAITING).map(|letter| copy_letter(&write, letter, "signed"));
        let waiting = waiting.collect::<Result<Vec<_>>>()?;
        let drafts = (WAITING + 1..=WAITING + DRAFTS).map(|letter| copy_letter(&write, letter, "draft"));
        let drafts = drafts.collect::<Result<Vec<_>>>()?;
        write.commit()?;
        Ok(Self { sent, waiting, drafts })
    }
}

/// Rows of a table once more, with some columns saying something else: whatever columns the table has.
pub(in super::super) fn copy(database: &Database, table: &str, from: &str, others: &[(&str, String)]) -> Result<usize> {
    let mut asked = database.prepare(&format!("SELECT name FROM pragma_table_info('{table}')"))?;
    let columns = asked.query_map([], |row| row.get::<_, String>(0))?.collect::<std::result::Result<Vec<_>, _>>()?;
    let other = |column: &String| others.iter().find(|(name, _)| name == column).map(|(_, words)| words.clone());
    let values: Vec<_> = columns.iter().map(|column| other(column).unwrap_or_else(|| format!("t.{column}"))).collect();
    let sql =
        format!("INSERT INTO {table} ({}) SELECT {} FROM {table} t, {from}", columns.join(", "), values.join(", "));
    Ok(database.execute(&sql, [])?)
}

/// The model's letter under another number, or as a draft. Returns its id.
fn copy_letter(database: &Database, letter: usize, state: &str) -> Result<String> {
    let id = format!("0b0d0000-0000-7000-8000-{letter:012}");
    let mut others =
        vec![("id", format!("'{id}'")), ("subject", format!("t.subject || ' ({letter})'")), ("public", "0".to_owned())];
    if state == "draft" {
        let gone = ["number", "number_symbol", "number_year", "number_key", "day", "print_hash", "signed_at"];
        let files = ["file_hash", "file_name", "file_type", "file_size", "put_forward_at"];
        others.push(("state", "'draft'".to_owned()));
        others.extend(gone.into_iter().chain(files).map(|column| (column, "NULL".to_owned())));
    } else {
        others.push(("number", format!("t.number + {}", 5_000 + letter)));
        others.push(("number_key", format!("t.number_key || '-do-{letter}'")));
    }
    match copy(database, "documents", "model WHERE t.id = model.document", &others)? {
        1 => Ok(id),
        count => Err(format!("{count} letters were copied").into()),
    }
}

/// Every commune's id in the statement that copies.
const UNIT: &str = "printf('0b000000-0000-7000-8000-%012d', n)";
/// The same of the letter's way there.
const SENDING: &str = "printf('0a000000-0000-7000-8000-%012d', n)";
/// The same of its duty to report.
const DUTY: &str = "printf('0e000000-0000-7000-8000-%012d', n)";

/// The letter's way to every commune, and its tasks: the model's five, then more of a plan's.
fn copy_sendings(database: &Database, letter: &str) -> Result {
    let (document, unit, sending) = (format!("'{letter}'"), UNIT.to_owned(), SENDING.to_owned());
    let ways = [("id", sending.clone()), ("document_id", document.clone()), ("unit_id", unit.clone())];
    copy(database, "sendings", "model, numbers WHERE t.id = model.sending", &ways)?;
    for round in 0..TASKS / OWN {
        let place = format!("t.place + {}", round * OWN);
        let mut task = vec![
            ("id", format!("printf('0c{round:06}-%04d-7000-8000-%012d', t.place, n)")),
            ("sending_id", sending.clone()),
            ("document_id", document.clone()),
            ("unit_id", unit.clone()),
            ("place", place.clone()),
        ];
        if round > 0 {
            task.extend([("kind", "'other'".to_owned()), ("title", format!("'Việc ' || ({place})"))]);
        }
        let from = format!("model, numbers WHERE t.sending_id = model.sending AND t.place <= {OWN}");
        let tasks = copy(database, "tasks", &from, &task)?;
        if tasks != OWN * UNITS {
            return Err(format!("{tasks} tasks were copied").into());
        }
    }
    Ok(())
}

/// A report of every commune that was approved, on a form of forty figures.
fn copy_reports(database: &Database) -> Result {
    let numbers = || (1..=FIGURES).map(|number| format!("f{number:02}"));
    let lines: Vec<_> = numbers().map(|code| format!("số: {code} | Số liệu {code}\n")).collect();
    let lines = lines.concat();
    let body = format!(
        "biểu: Bốn mươi số liệu\n\nmục: Số liệu\n{lines}\nchữ: difficulties | Khó khăn\nchữ: proposals | Đề xuất\n"
    );
    database.execute(
        "INSERT INTO report_forms (code, version, name, body, saved_at, saved_by)
         VALUES ('bon-muoi', 1, 'Bốn mươi số liệu', ?1, 0, '0f000000-0000-7000-8000-000000000000')",
        [&body],
    )?;
    let figures: Vec<_> = numbers().enumerate().map(|(place, code)| format!("\"{code}\":{}", place * 7)).collect();
    let figures = format!("'{{{}}}'", figures.join(","));
    let duty = [
        ("id", DUTY.to_owned()),
        ("origin_id", SENDING.to_owned()),
        ("unit_id", UNIT.to_owned()),
        ("form_code", "'bon-muoi'".to_owned()),
        ("form_version", "1".to_owned()),
        ("stands", "'approved'".to_owned()),
        ("stands_at", "COALESCE(t.stands_at, 0)".to_owned()),
        ("stands_why", "NULL".to_owned()),
    ];
    copy(database, "report_duties", "model, numbers WHERE t.origin_id = model.sending", &duty)?;
    let of_model = "model, numbers, report_duties q WHERE q.origin_id = model.sending AND t.duty_id = q.id";
    let answer = [("duty_id", DUTY.to_owned()), ("figures", figures), ("known", "'{}'".to_owned())];
    copy(database, "report_answers", of_model, &answer)?;
    copy(database, "report_texts", of_model, &[("duty_id", DUTY.to_owned())])?;
    Ok(())
}

/// The same rows by SQLite alone.
pub(super) struct Floors {
    pub(super) written: Duration,
    pub(super) tasks: Duration,
    pub(super) reports: Duration,
}

impl Floors {
    pub(super) fn measure(file: &Path, folder: &Path) -> Result<Self> {
        let database = Database::open(file)?;
        let tasks = read_all(&database, "SELECT * FROM tasks")?;
        let reports = read_all(&database, "SELECT * FROM report_answers")?;
        let mut bare = Database::open(folder.join("issued.sqlite"))?;
        bare.pragma_update(None, "journal_mode", "WAL")?;
        bare.pragma_update(None, "synchronous", "FULL")?;
        bare.execute("CREATE TABLE rows (id TEXT PRIMARY KEY, unit TEXT NOT NULL, words TEXT NOT NULL)", [])?;
        let begun = Instant::now();
        let write = bare.transaction()?;
        {
            let mut insert = write.prepare("INSERT INTO rows VALUES (?1, ?2, ?3)")?;
            for row in 0..UNITS * 6 {
                let id = format!("0f000000-0000-7000-8000-{row:012}");
                insert.execute((&id, &id, "Chỉ đạo triển khai Kế hoạch, Thể lệ Hội thi và báo cáo kết quả"))?;
            }
        }
        write.commit()?;
        Ok(Self { written: begun.elapsed(), tasks, reports })
    }
}

fn read_all(database: &Database, sql: &str) -> Result<Duration> {
    let begun = Instant::now();
    let mut asked = database.prepare(sql)?;
    let width = asked.column_count();
    let mut rows = asked.query([])?;
    let mut bytes = 0;
    while let Some(row) = rows.next()? {
        for column in 0..width {
            bytes += match row.get_ref(column)? {
                ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes.len(),
                _ => 8,
            };
        }
    }
    if bytes == 0 { Err("there was nothing to read".into()) } else { Ok(begun.elapsed()) }
}
