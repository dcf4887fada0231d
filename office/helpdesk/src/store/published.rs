//! What everybody may read.

use hoithi_rules::ids::{EditionId, QuestionId};
use hoithi_store::{Conn, Row, StoreError, params};
use hoithi_web::fold;
use jiff::Timestamp;
use uuid::Uuid;

use crate::question::Published;

fn read(row: &Row) -> Result<Published, StoreError> {
    Ok(Published {
        id: row.parsed("id")?,
        edition: row.parsed("edition_id")?,
        from: row.parsed_opt("question_id")?,
        category: row.text("category")?,
        place: row.int("place")?,
        question: row.text("question")?,
        answer: row.text("answer")?,
        version: row.int("version")?,
    })
}

fn folded(text: &Published) -> String {
    fold(&format!("{} {} {}", text.category, text.question, text.answer))
}

/// The list of an edition that fits these words, in its order.
pub(crate) async fn published_of(db: &mut Conn, edition: EditionId, words: &str) -> Result<Vec<Published>, StoreError> {
    let rows = db
        .all(
            "SELECT id, edition_id, question_id, category, place, question, answer, version FROM helpdesk_published
              WHERE edition_id = $1 AND withdrawn_at IS NULL AND folded LIKE $2 ESCAPE '!' ORDER BY place, published_at, id",
            params![edition.uuid(), super::pattern(words)],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// One of them, unless it was withdrawn.
pub(crate) async fn published(db: &mut Conn, id: Uuid) -> Result<Option<Published>, StoreError> {
    let sql = "SELECT id, edition_id, question_id, category, place, question, answer, version FROM helpdesk_published
                WHERE id = $1 AND withdrawn_at IS NULL";
    db.maybe(sql, params![id]).await?.as_ref().map(read).transpose()
}

/// The headings in use, in the order of the list.
pub(crate) async fn categories(db: &mut Conn, edition: EditionId) -> Result<Vec<String>, StoreError> {
    let mut all = Vec::new();
    for each in published_of(db, edition, "").await? {
        if !all.contains(&each.category) {
            all.push(each.category);
        }
    }
    Ok(all)
}

pub(crate) async fn insert_published(db: &mut Conn, text: &Published, now: Timestamp) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO helpdesk_published (id, edition_id, question_id, category, place, question, answer, folded, published_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
        params![
            text.id,
            text.edition.uuid(),
            text.from.map(QuestionId::uuid),
            &text.category,
            text.place,
            &text.question,
            &text.answer,
            folded(text),
            now,
        ],
    )
    .await?;
    Ok(())
}

/// Saves it over the version that was read.
pub(crate) async fn save_published(db: &mut Conn, text: &Published) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE helpdesk_published SET category = $3, place = $4, question = $5, answer = $6, folded = $7, version = version + 1
              WHERE id = $1 AND version = $2 AND withdrawn_at IS NULL",
            params![text.id, text.version, &text.category, text.place, &text.question, &text.answer, folded(text)],
        )
        .await?;
    Ok(changed == 1)
}

pub(crate) async fn withdraw_published(db: &mut Conn, id: Uuid, now: Timestamp) -> Result<bool, StoreError> {
    let sql = "UPDATE helpdesk_published SET withdrawn_at = $2 WHERE id = $1 AND withdrawn_at IS NULL";
    Ok(db.run(sql, params![id, now]).await? == 1)
}
