//! The dossiers in the database, and how far the server is with them.

use std::path::Path;

use rusqlite::Connection as Database;

use super::super::campaign::copy;
use crate::Result;

pub(super) const DOSSIERS: usize = 20_000;
/// Syllables of a description of ten thousand letters.
const LONG: usize = 2_200;
/// So many of them are another dossier's, in every fiftieth.
const COPIED: usize = 1_000;
const EVERY: usize = 50;

/// Copies a received dossier of the demo so often, each with a text of its own.
pub(super) fn write(file: &Path) -> Result {
    let mut database = Database::open(file)?;
    let write = database.transaction()?;
    write.execute_batch(
        "CREATE TEMP TABLE bodies (n INTEGER PRIMARY KEY, body TEXT NOT NULL);
         CREATE TEMP TABLE model AS SELECT e.id AS entry FROM entries e JOIN entry_parts p ON p.entry_id = e.id
            WHERE e.standing = 'submitted' AND e.origin_entry_id IS NULL AND p.kind = 'text'
            ORDER BY e.id LIMIT 1;",
    )?;
    {
        let mut insert = write.prepare("INSERT INTO bodies VALUES (?1, ?2)")?;
        let mut before = String::new();
        for number in 1..=DOSSIERS {
            let body = text(number, &before);
            insert.execute((i64::try_from(number)?, &body))?;
            before = body;
        }
    }
    let id = || ("id", ID.to_owned());
    let entry = [
        id(),
        ("number", "printf('QN8-%04d', 50000 + n)".to_owned()),
        ("sequence", "50000 + n".to_owned()),
        ("receipt_code", "printf('%010d', n)".to_owned()),
        ("dossier_hash", "printf('%064x', n)".to_owned()),
    ];
    let copied = copy(&write, "entries", "model, bodies WHERE t.id = model.entry", &entry)?;
    let part = [("entry_id", ID.to_owned()), ("body", "bodies.body".to_owned())];
    copy(&write, "entry_parts", "model, bodies WHERE t.entry_id = model.entry AND t.kind = 'text'", &part)?;
    write.commit()?;
    if copied == DOSSIERS { Ok(()) } else { Err(format!("{copied} dossiers were copied").into()) }
}

/// Every dossier's id in the statement that copies.
const ID: &str = "printf('0d000000-0000-7000-8000-%012d', n)";

/// Two that are alike, by their ids.
pub(super) fn two_alike() -> (String, String) {
    let id = |number: usize| format!("0d000000-0000-7000-8000-{number:012}");
    (id(EVERY), id(EVERY - 1))
}

/// Syllables drawn by the dossier's number (Knuth's MMIX generator); every fiftieth begins as the one before it.
fn text(number: usize, before: &str) -> String {
    let mut state = u64::try_from(number).unwrap_or(0);
    let own = if number.is_multiple_of(EVERY) { LONG - COPIED } else { LONG };
    let mut words: Vec<String> = before.split(' ').take(LONG - own).map(str::to_owned).collect();
    for _ in 0..own {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        words.push(syllable(usize::try_from(state >> 40).unwrap_or(0)));
    }
    words.join(" ")
}

fn syllable(number: usize) -> String {
    const HEADS: [&str; 16] = ["b", "c", "d", "đ", "g", "h", "kh", "m", "n", "ph", "qu", "r", "s", "th", "tr", "v"];
    const VOWELS: [&str; 8] = ["a", "ạ", "ê", "ệ", "o", "ố", "ư", "y"];
    const TAILS: [&str; 8] = ["", "n", "m", "t", "c", "ng", "nh", "ch"];
    let (head, rest) = (number % HEADS.len(), number / HEADS.len());
    [HEADS[head], VOWELS[rest % VOWELS.len()], TAILS[rest / VOWELS.len() % TAILS.len()]].concat()
}

/// How many the server has compared so far.
pub(super) fn compared(database: &Database) -> Result<usize> {
    let sql = "SELECT COUNT(*) FROM originality_texts WHERE compared = 1 AND entry_id LIKE '0d000000-%'";
    Ok(usize::try_from(database.query_row(sql, [], |row| row.get::<_, i64>(0))?)?)
}

/// The tables and indexes of the comparing, in MiB.
pub(super) fn size(database: &Database) -> Result<u64> {
    let sql = "SELECT SUM(pgsize) FROM dbstat
                WHERE name LIKE 'originality_%' OR name LIKE 'sqlite_autoindex_originality_%'";
    let bytes: i64 = database.query_row(sql, [], |row| row.get(0))?;
    Ok(u64::try_from(bytes)? >> 20)
}
