//! The videos that judges are to see.

use hoithi_documents::Sha256Hex;
use hoithi_journal::Halt;
use hoithi_store::{Conn, params};

/// The videos of received dossiers that the rules of their editions show to judges.
pub(crate) async fn videos_for_judges(db: &mut Conn) -> Result<Vec<Sha256Hex>, Halt> {
    let sql = "SELECT DISTINCT edition_id FROM entries WHERE standing IN ('submitted', 'admitted')";
    let mut videos = Vec::new();
    for row in &db.all(sql, params![]).await? {
        let Some(edition) = hoithi_edition::edition(db, row.parsed("edition_id")?).await? else { continue };
        let parts = edition.book.rules().dossier.iter();
        for part in parts.filter(|part| part.shown_to_judges && part.kind.is_video()) {
            let rows = db
                .all(
                    "SELECT p.sha256 FROM entry_parts p JOIN entries e ON e.id = p.entry_id
                      WHERE e.edition_id = $1 AND e.standing IN ('submitted', 'admitted')
                        AND p.kind = 'file' AND p.code = $2 ORDER BY e.submitted_at, e.id",
                    params![edition.id.uuid(), part.code.as_str()],
                )
                .await?;
            for row in &rows {
                videos.push(row.parsed("sha256")?);
            }
        }
    }
    Ok(videos)
}
