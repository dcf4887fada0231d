//! The campaign at the size of the whole country: 3,321 communes, a letter with twenty tasks, a report of
//! forty figures from everyone. The demo makes the contest; its letter, sendings, tasks and reports are
//! then copied row by row to as many units, because 3,321 people at 3,321 pages would be an hour.
//!
//! Times here are of one person's one click; each has a floor beside it, the same rows written or read
//! by SQLite alone on the same disk in the same run.

#[cfg(not(feature = "bench"))]
use std::path::Path;

#[cfg(not(feature = "bench"))]
use super::table::Row;
#[cfg(not(feature = "bench"))]
use crate::Result;

#[cfg(not(feature = "bench"))]
pub(super) fn measure(_binary: &Path, _folder: &Path) -> Result<Vec<Row>> {
    Err("built without the feature `bench`: start it by cargo xtask bench".into())
}

#[cfg(feature = "bench")]
pub(super) use with_driver::measure;

#[cfg(feature = "bench")]
mod with_driver {
    use std::path::Path;
    use std::thread;
    use std::time::{Duration, Instant};

    use rusqlite::Connection as Database;
    use rusqlite::types::ValueRef;

    use super::super::html::Form;
    use super::super::load::Times;
    use super::super::server::Server;
    use super::super::table::{Row, span};
    use super::super::visitor::Visitor;
    use crate::{Fault, Result};

    const SEED: &[&str] = &["demo", "--moment", "screened"];
    const OFFICER: &str = "chuyenvien";
    const EDITION: &str = "quang-ninh-viii";
    const UNITS: usize = 3_321;
    /// The tasks of the letter that went out: its own five, and three times as many of a plan.
    const TASKS: usize = 20;
    const OWN: usize = 5;
    const FIGURES: usize = 40;
    /// Letters that wait to be sent: each can be sent once.
    const WAITING: usize = 5;
    const DRAFTS: usize = 500;
    const LOOKS: usize = 20;

    const ISSUED: Duration = Duration::from_secs(2);
    const BOARD: Duration = Duration::from_millis(150);
    const ROLL_UP: Duration = Duration::from_millis(200);
    const ONE_PDF: Duration = Duration::from_millis(60);
    const ALL_PDFS: Duration = Duration::from_secs(10);

    /// Makes the folder, serves it, measures.
    pub(in super::super) fn measure(binary: &Path, folder: &Path) -> Result<Vec<Row>> {
        let data = folder.join("campaign");
        let words = data.to_str().ok_or("the build folder's name is not text")?;
        let words = [SEED, &["--data", words]].concat();
        println!("seeding: hoithi {} …", SEED.join(" "));
        drop(Server::start(binary, &words, Duration::from_mins(15))?);
        println!("{UNITS} communes …");
        let file = data.join("hoithi.db");
        let country = Country::in_database(&file)?;
        let floors = Floors::measure(&file, folder)?;
        let server = Server::start(binary, &words, Duration::from_mins(1))?;
        let mut rows = vec![issued(&server, &country, floors.written)?];
        // By its name: the letters that were issued just now are newer.
        let board = format!("tien-do?level=commune&letter={}", country.sent);
        rows.push(looked(&server, "board of 3,321 units × 20 tasks", &board, (BOARD, floors.tasks))?);
        rows.push(looked(&server, "roll-up of 3,321 reports × 40 figures", "tong-hop", (ROLL_UP, floors.reports))?);
        rows.extend(printed(&server, &country)?);
        Ok(rows)
    }

    /// What was copied: the letter that went out, letters to send, drafts to print.
    struct Country {
        sent: String,
        waiting: Vec<String>,
        drafts: Vec<String>,
    }

    impl Country {
        fn in_database(file: &Path) -> Result<Self> {
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
    fn copy(database: &Database, table: &str, from: &str, others: &[(&str, String)]) -> Result<usize> {
        let mut asked = database.prepare(&format!("SELECT name FROM pragma_table_info('{table}')"))?;
        let columns =
            asked.query_map([], |row| row.get::<_, String>(0))?.collect::<std::result::Result<Vec<_>, _>>()?;
        let other = |column: &String| others.iter().find(|(name, _)| name == column).map(|(_, words)| words.clone());
        let values: Vec<_> =
            columns.iter().map(|column| other(column).unwrap_or_else(|| format!("t.{column}"))).collect();
        let sql =
            format!("INSERT INTO {table} ({}) SELECT {} FROM {table} t, {from}", columns.join(", "), values.join(", "));
        Ok(database.execute(&sql, [])?)
    }

    /// The model's letter under another number, or as a draft. Returns its id.
    fn copy_letter(database: &Database, letter: usize, state: &str) -> Result<String> {
        let id = format!("0b0d0000-0000-7000-8000-{letter:012}");
        let mut others = vec![
            ("id", format!("'{id}'")),
            ("subject", format!("t.subject || ' ({letter})'")),
            ("public", "0".to_owned()),
        ];
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
    struct Floors {
        written: Duration,
        tasks: Duration,
        reports: Duration,
    }

    impl Floors {
        fn measure(file: &Path, folder: &Path) -> Result<Self> {
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

    /// The last click of sending; mail waits in the outbox.
    fn issued(server: &Server, country: &Country, floor: Duration) -> Result<Row> {
        println!("a letter to {UNITS} units …");
        let mut officer = Visitor::new(server, Some(OFFICER))?;
        let mut each = Vec::with_capacity(WAITING);
        for letter in &country.waiting {
            let page = format!("/ky/{EDITION}/gui/{letter}?level=commune");
            let form = officer.form(&page, "/gui/")?;
            let read = officer.send(&form)?.text();
            let mut form = Form::find(&read, "/gui/").ok_or("the letter was not read back")?;
            form.set("step", "send");
            let asked = Instant::now();
            let answer = officer.send(&form)?;
            each.push(asked.elapsed());
            if answer.status != 303 {
                return Err(format!("the letter was answered {}:\n{}", answer.status, answer.text()).into());
            }
        }
        Ok(row("a letter to 3,321 units with five tasks, issued", each, (ISSUED, Some(floor))))
    }

    fn looked(server: &Server, what: &str, place: &str, (budget, floor): (Duration, Duration)) -> Result<Row> {
        println!("{what} …");
        let mut officer = Visitor::new(server, Some(OFFICER))?;
        let address = format!("/ky/{EDITION}/{place}");
        officer.time(&address)?;
        let each = (0..LOOKS).map(|_| officer.time(&address)).collect::<Result<Vec<_>>>()?;
        Ok(row(what, each, (budget, Some(floor))))
    }

    /// Drafts are printed anew each time; five hundred of them by as many people as there are cores.
    fn printed(server: &Server, country: &Country) -> Result<[Row; 2]> {
        println!("{DRAFTS} letters as PDF …");
        let address = |draft: &String| format!("/ky/{EDITION}/van-ban/{draft}/pdf");
        let mut officer = Visitor::new(server, Some(OFFICER))?;
        let one = country.drafts.iter().take(LOOKS).map(|draft| officer.time(&address(draft)));
        let one = one.collect::<Result<Vec<_>>>()?;
        let people = thread::available_parallelism()?.get();
        let begun = Instant::now();
        thread::scope(|scope| {
            let share = country.drafts.len().div_ceil(people);
            let print = |drafts: &[String]| -> Result {
                let mut officer = Visitor::new(server, Some(OFFICER))?;
                drafts.iter().try_for_each(|draft| officer.time(&address(draft)).map(|_| ()))
            };
            let printers: Vec<_> =
                country.drafts.chunks(share).map(|drafts| scope.spawn(move || print(drafts))).collect();
            printers
                .into_iter()
                .try_for_each(|printer| printer.join().map_err(|_| Fault::from("a printer's thread panicked"))?)
        })?;
        let all = vec![begun.elapsed()];
        Ok([row("a one-page letter as PDF", one, (ONE_PDF, None)), row("500 letters as PDF", all, (ALL_PDFS, None))])
    }

    fn row(what: &str, each: Vec<Duration>, (budget, floor): (Duration, Option<Duration>)) -> Row {
        let times = Times::new(each, Duration::from_secs(1));
        let median = times.median();
        let ratio = floor.map(|floor| {
            let times = median.as_micros() * 10 / floor.as_micros().max(1);
            format!("; {},{} × its floor ({})", times / 10, times % 10, span(floor))
        });
        Row {
            what: what.to_owned(),
            budget: format!("median ≤ {}{}", span(budget), ratio.unwrap_or_default()),
            kept: Some(median <= budget),
            figures: format!("– | {} | {} | –", span(median), span(times.percentile(99))),
        }
    }
}
