//! The entries and the earlier solutions in the database, and how far the server is with their titles.

use std::path::Path;

use rusqlite::Connection as Database;

use super::super::campaign::copy;
use crate::Result;

pub(super) const ENTRIES: usize = 10_000;
pub(super) const EARLIER: usize = 90_000;

/// Words that many titles have, with marks and without; the first are the most frequent.
const FREQUENT: [(&str, &str); 16] = [
    ("máy", "may"),
    ("thiết", "thiet"),
    ("bị", "bi"),
    ("hệ", "he"),
    ("thống", "thong"),
    ("nước", "nuoc"),
    ("điện", "dien"),
    ("tự", "tu"),
    ("động", "dong"),
    ("nâng", "nang"),
    ("cao", "cao"),
    ("chất", "chat"),
    ("lượng", "luong"),
    ("giải", "giai"),
    ("pháp", "phap"),
    ("đèn", "den"),
];

/// Words of a title, drawn by its number (Knuth's MMIX generator): half of them frequent, half of them rare.
fn words(number: usize) -> Vec<(String, String)> {
    const HEADS: [&str; 16] = ["b", "c", "ch", "g", "h", "kh", "l", "m", "n", "ph", "qu", "r", "s", "th", "tr", "v"];
    const VOWELS: [&str; 8] = ["a", "e", "i", "o", "u", "y", "oa", "ie"];
    const TAILS: [&str; 8] = ["", "n", "m", "t", "c", "ng", "nh", "p"];
    let mut state = u64::try_from(number).unwrap_or(0);
    let mut draw = |most: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 40).unwrap_or(0) % most
    };
    let length = 8 + draw(8);
    let mut word = |place: usize| {
        if place.is_multiple_of(2) {
            let (marked, bare) = FREQUENT[draw(FREQUENT.len()).min(draw(FREQUENT.len()))];
            return (marked.to_owned(), bare.to_owned());
        }
        let rare = [HEADS[draw(HEADS.len())], VOWELS[draw(VOWELS.len())], TAILS[draw(TAILS.len())]].concat();
        (rare.clone(), rare)
    };
    (0..length).map(&mut word).collect()
}

fn joined(words: &[(String, String)], which: impl Fn(&(String, String)) -> &str) -> String {
    words.iter().map(which).collect::<Vec<_>>().join(" ")
}

/// Two words of a title as somebody types them, without marks.
pub(super) fn asked(number: usize) -> [String; 2] {
    let words = words(number);
    [words[0].1.clone(), words[1].1.clone()]
}

/// Copies a received entry of the demo so often under other titles and units, and writes the earlier solutions.
pub(super) fn write(file: &Path) -> Result {
    let mut database = Database::open(file)?;
    let write = database.transaction()?;
    write.execute_batch(
        "CREATE TEMP TABLE drawn (n INTEGER PRIMARY KEY, title TEXT NOT NULL, folded TEXT NOT NULL);
         CREATE TEMP TABLE places AS SELECT id, name FROM units;
         CREATE TEMP TABLE model AS SELECT e.id AS entry FROM entries e
            WHERE e.standing = 'submitted' AND e.origin_entry_id IS NULL ORDER BY e.id LIMIT 1;",
    )?;
    {
        let mut insert = write.prepare("INSERT INTO drawn VALUES (?1, ?2, ?3)")?;
        for number in 1..=ENTRIES + EARLIER {
            let words = words(number);
            let (title, folded) = (joined(&words, |word| &word.0), joined(&words, |word| &word.1));
            insert.execute((i64::try_from(number)?, title, folded))?;
        }
    }
    let place = |column: &str| {
        format!("(SELECT p.{column} FROM places p WHERE p.rowid = 1 + n % (SELECT COUNT(*) FROM places))")
    };
    let entry = [
        ("id", ID.to_owned()),
        ("number", "printf('QN8-%05d', 50000 + n)".to_owned()),
        ("sequence", "50000 + n".to_owned()),
        ("receipt_code", "printf('%010d', n)".to_owned()),
        ("dossier_hash", "printf('%064x', n)".to_owned()),
        ("standing", "CASE WHEN n % 3 = 0 THEN 'admitted' ELSE 'submitted' END".to_owned()),
        ("title", "drawn.title".to_owned()),
        ("folded_title", "drawn.folded".to_owned()),
        ("folded", "'qn8-' || (50000 + n) || ' ' || drawn.folded || ' ' || t.byline".to_owned()),
        ("unit_id", place("id")),
        ("unit_name", place("name")),
    ];
    let copied = copy(&write, "entries", &format!("model, drawn WHERE t.id = model.entry AND n <= {ENTRIES}"), &entry)?;
    write.execute_batch(&format!(
        "INSERT INTO earlier_entries (id, year, edition, title, folded_title, authors, unit, prize, source_row,
                                      recorded_at, recorded_by)
            SELECT {ID}, 2000 + n % 20, '', title, folded, '', '', '', n, 0, '0f000000-0000-7000-8000-000000000000'
              FROM drawn WHERE n > {ENTRIES};
         INSERT INTO waiting_titles (solution_id, earlier) SELECT {ID}, n > {ENTRIES} FROM drawn;"
    ))?;
    write.commit()?;
    if copied == ENTRIES { Ok(()) } else { Err(format!("{copied} entries were copied").into()) }
}

/// Every solution's id in the statements that write it.
const ID: &str = "printf('0e000000-0000-7000-8000-%012d', n)";

/// How many titles wait, and how many dossiers were not compared yet: while the server is at them, it is not asked.
pub(super) fn left(database: &Database) -> Result<usize> {
    let titles: i64 = database.query_row("SELECT COUNT(*) FROM waiting_titles", [], |row| row.get(0))?;
    let sql = "SELECT COUNT(*) FROM originality_texts WHERE compared = 1 AND entry_id LIKE '0e000000-%'";
    let compared: i64 = database.query_row(sql, [], |row| row.get(0))?;
    Ok(usize::try_from(titles)? + ENTRIES.saturating_sub(usize::try_from(compared)?))
}

/// An entry of the middle, by its id.
pub(super) fn in_the_middle() -> String {
    format!("0e000000-0000-7000-8000-{:012}", ENTRIES / 2)
}
