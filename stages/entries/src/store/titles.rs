//! The tables of titles by their words, and of titles that are alike.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_store::{Conn, Row, StoreError, params};
use hoithi_web::fold;
use uuid::Uuid;

use super::earlier::earlier_entry;
use crate::titles::{FoundTitle, KnownSolution, LEAST_ALIKE, TitleLike, pairs, percent, syllables};

/// A pair that more titles have tells nothing by itself.
const COMMON: i64 = 500;

/// So many pairs are looked up however common they are, the rarest: whoever copies a title copies these, too.
const RAREST: usize = 3;

/// No more titles with one pair are looked at.
const MOST: i64 = 5_000;

/// No more words of a search are looked for.
const MOST_WORDS: usize = 5;

/// More titles that are like one nobody reads.
const MOST_LIKES: i64 = 60;

/// Has a title taken in; of what it says now.
pub(crate) async fn title_waits(db: &mut Conn, solution: Uuid, earlier: bool) -> Result<(), StoreError> {
    let sql = "INSERT INTO waiting_titles (solution_id, earlier) VALUES ($1, $2) ON CONFLICT (solution_id) DO NOTHING";
    db.run(sql, params![solution, earlier]).await?;
    Ok(())
}

/// Whether any title waits to be taken in.
pub(crate) async fn titles_wait(db: &mut Conn) -> Result<bool, StoreError> {
    Ok(db.maybe("SELECT solution_id FROM waiting_titles LIMIT 1", params![]).await?.is_some())
}

/// Takes in so many of the titles that wait; how many there were.
pub(crate) async fn keep_waiting_titles(db: &mut Conn, most: i64) -> Result<usize, StoreError> {
    let sql = "SELECT solution_id, earlier FROM waiting_titles ORDER BY solution_id LIMIT $1";
    let waiting = db.all(sql, params![most]).await?;
    for row in &waiting {
        let (solution, earlier): (Uuid, bool) = (row.parsed("solution_id")?, row.flag("earlier")?);
        keep_title(db, solution, earlier).await?;
        db.run("DELETE FROM waiting_titles WHERE solution_id = $1", params![solution]).await?;
    }
    Ok(waiting.len())
}

/// Keeps a title as it stands now in the place of what it was; nothing of one that is no more.
async fn keep_title(db: &mut Conn, solution: Uuid, earlier: bool) -> Result<(), StoreError> {
    let kept = db.maybe("SELECT number, folded FROM kept_titles WHERE solution_id = $1", params![solution]).await?;
    let sql = if earlier {
        "SELECT folded_title FROM earlier_entries WHERE id = $1"
    } else {
        "SELECT folded_title FROM entries WHERE id = $1 AND submitted_at IS NOT NULL"
    };
    let now = db.maybe(sql, params![solution]).await?.map(|row| row.text("folded_title")).transpose()?;
    if let Some(kept) = kept {
        if now == Some(kept.text("folded")?) {
            return Ok(());
        }
        forget(db, kept.int("number")?).await?;
    }
    let Some(folded) = now else { return Ok(()) };
    let last = db.one("SELECT COALESCE(MAX(number), 0) AS number FROM kept_titles", params![]).await?;
    let number = last.int("number")? + 1;
    db.run(
        "INSERT INTO kept_titles (number, solution_id, earlier, folded) VALUES ($1, $2, $3, $4)",
        params![number, solution, earlier, folded.as_str()],
    )
    .await?;
    let own = pairs(&folded);
    keep_likes(db, number, &own).await?;
    let words: BTreeSet<&str> = syllables(&folded).into_iter().chain(own.iter().map(String::as_str)).collect();
    let rows = words.into_iter().map(|word| params![word, number]).collect();
    db.insert_many("INSERT INTO title_words (word, title_number)", rows).await
}

/// Takes a title out of everything that is kept of titles.
async fn forget(db: &mut Conn, number: i64) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM title_words WHERE title_number = $1",
        "DELETE FROM title_likes WHERE title_number = $1",
        "DELETE FROM title_likes WHERE other_number = $1",
        "DELETE FROM kept_titles WHERE number = $1",
    ] {
        db.run(sql, params![number]).await?;
    }
    Ok(())
}

/// Keeps with which titles a new one is alike, from both sides.
async fn keep_likes(db: &mut Conn, number: i64, own: &BTreeSet<String>) -> Result<(), StoreError> {
    let mut rows = Vec::new();
    for (other, folded) in candidates(db, own).await? {
        let percent = percent(own, &pairs(&folded));
        if percent >= LEAST_ALIKE {
            let percent = i64::try_from(percent).unwrap_or(100);
            rows.extend([params![number, other, percent], params![other, number, percent]]);
        }
    }
    db.insert_many("INSERT INTO title_likes (title_number, other_number, percent)", rows).await
}

/// The titles that share a pair that tells something: those that are rare, and the rarest whatever they are.
async fn candidates(db: &mut Conn, own: &BTreeSet<String>) -> Result<BTreeMap<i64, String>, StoreError> {
    let mut known = Vec::new();
    for pair in own {
        let titles = how_many(db, pair, COMMON + 1).await?;
        if titles > 0 {
            known.push((titles, pair));
        }
    }
    known.sort_unstable();
    let tells = known.iter().enumerate().filter(|(place, (titles, _))| *place < RAREST || *titles <= COMMON);
    let mut found = BTreeMap::new();
    for (_, (_, pair)) in tells {
        let rows = db
            .all(
                "SELECT k.number, k.folded
                   FROM (SELECT w.title_number FROM title_words w WHERE w.word = $1
                          ORDER BY w.title_number DESC LIMIT $2) f
                   JOIN kept_titles k ON k.number = f.title_number",
                params![pair.as_str(), MOST],
            )
            .await?;
        for row in &rows {
            found.insert(row.int("number")?, row.text("folded")?);
        }
    }
    Ok(found)
}

/// How many titles have a word, as far as it matters.
async fn how_many(db: &mut Conn, word: &str, most: i64) -> Result<i64, StoreError> {
    let sql =
        "SELECT COUNT(*) AS titles FROM (SELECT w.title_number FROM title_words w WHERE w.word = $1 LIMIT $2) few";
    db.one(sql, params![word, most]).await?.int("titles")
}

/// Titles that have all of these words, whatever their order: so many behind a place, what was kept last first.
/// The rarest word leads, so that common ones cost nothing.
pub async fn titles_with(db: &mut Conn, words: &str, behind: i64, most: usize) -> Result<Vec<FoundTitle>, StoreError> {
    let folded = fold(words);
    let asked: BTreeSet<&str> = syllables(&folded).into_iter().collect();
    let mut known = Vec::new();
    for word in asked.into_iter().take(MOST_WORDS) {
        known.push((how_many(db, word, MOST).await?, word));
    }
    known.sort_unstable();
    let Some((_, one)) = known.first().copied() else { return Ok(Vec::new()) };
    let word = |place: usize| known.get(place).map_or(one, |(_, word)| *word);
    let rows = db
        .all(
            "SELECT k.number, k.solution_id, k.earlier
               FROM (SELECT a.title_number FROM title_words a
                      WHERE a.word = $1 AND a.title_number < $2
                        AND EXISTS (SELECT b.word FROM title_words b
                                     WHERE b.word = $3 AND b.title_number = a.title_number)
                        AND EXISTS (SELECT c.word FROM title_words c
                                     WHERE c.word = $4 AND c.title_number = a.title_number)
                        AND EXISTS (SELECT d.word FROM title_words d
                                     WHERE d.word = $5 AND d.title_number = a.title_number)
                        AND EXISTS (SELECT e.word FROM title_words e
                                     WHERE e.word = $6 AND e.title_number = a.title_number)
                      ORDER BY a.title_number DESC LIMIT $7) f
               JOIN kept_titles k ON k.number = f.title_number
              ORDER BY k.number DESC",
            params![one, behind, word(1), word(2), word(3), word(4), i64::try_from(most).unwrap_or(i64::MAX)],
        )
        .await?;
    let mut found = Vec::new();
    for row in &rows {
        if let Some(solution) = read_solution(db, row).await? {
            found.push(FoundTitle { solution, place: row.int("number")? });
        }
    }
    Ok(found)
}

/// The solutions whose titles are like that of an entry, the most alike first.
pub async fn titles_like(db: &mut Conn, entry: EntryId) -> Result<Vec<TitleLike>, StoreError> {
    let rows = db
        .all(
            "SELECT o.solution_id, o.earlier, l.percent
               FROM kept_titles k
               JOIN title_likes l ON l.title_number = k.number
               JOIN kept_titles o ON o.number = l.other_number
              WHERE k.solution_id = $1 ORDER BY l.percent DESC, o.solution_id LIMIT $2",
            params![entry.uuid(), MOST_LIKES],
        )
        .await?;
    let mut all = Vec::new();
    for row in &rows {
        if let Some(solution) = read_solution(db, row).await? {
            all.push(TitleLike { solution, percent: row.count("percent")? });
        }
    }
    Ok(all)
}

async fn read_solution(db: &mut Conn, row: &Row) -> Result<Option<KnownSolution>, StoreError> {
    if !row.flag("earlier")? {
        return Ok(Some(KnownSolution::Entry(row.parsed("solution_id")?)));
    }
    let kept = earlier_entry(db, row.parsed("solution_id")?).await?;
    Ok(kept.map(|kept| KnownSolution::Earlier(Box::new(kept))))
}

/// Whether an earlier edition's title, or one that stands in the same edition, is so much like that of an entry.
pub async fn has_title_like(
    db: &mut Conn,
    (edition, entry): (EditionId, EntryId),
    percent: usize,
) -> Result<bool, StoreError> {
    let row = db
        .maybe(
            "SELECT o.number
               FROM kept_titles k
               JOIN title_likes l ON l.title_number = k.number
               JOIN kept_titles o ON o.number = l.other_number
               LEFT JOIN entries e ON e.id = o.solution_id
              WHERE k.solution_id = $1 AND l.percent >= $2
                AND (o.earlier = 1 OR (e.edition_id = $3 AND e.standing <> 'withdrawn'))
              LIMIT 1",
            params![entry.uuid(), i64::try_from(percent).unwrap_or(100), edition.uuid()],
        )
        .await?;
    Ok(row.is_some())
}
