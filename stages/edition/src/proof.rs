//! Rule books stay what was uploaded: their text, the hash beside it, and the one in the journal.

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Halt, lines_about};
use hoithi_store::{Conn, params};

/// The lines that tell of a version of a book; each of a version of its own.
const UPLOADED: [&str; 3] = ["edition.set_up", "edition.book_replaced", "edition.amended"];

/// The books, as slug and version, whose text is not what was uploaded.
pub async fn unproven_books(db: &mut Conn) -> Result<Vec<String>, Halt> {
    let rows = db
        .all(
            "SELECT e.id, e.slug, b.version, b.text, b.text_hash
               FROM edition_books b JOIN editions e ON e.id = b.edition_id ORDER BY e.slug, b.version",
            params![],
        )
        .await?;
    let mut unproven = Vec::new();
    for row in rows {
        let hash = Sha256Hex::of(row.text("text")?.as_bytes());
        let lines = lines_about(db, &row.text("id")?).await?;
        let version = usize::try_from(row.int("version")?).unwrap_or_default();
        let line = lines.iter().filter(|line| UPLOADED.contains(&line.event.as_str())).nth(version.saturating_sub(1));
        let told = line.is_some_and(|line| line.text_fact("text_hash").is_none_or(|told| told == hash.as_str()));
        if !told || hash.as_str() != row.text("text_hash")? {
            unproven.push(format!("{} · {version}", row.text("slug")?));
        }
    }
    Ok(unproven)
}
