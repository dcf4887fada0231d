//! An entry in the wrong category is moved before judging begins: it counts where the secretary puts it, and its
//! authors read why. What they chose themselves stays in the dossier.

use hoithi_edition::opened_rounds;
use hoithi_entries::move_to_category;
use hoithi_journal::{Act, Denied, Halt};
use hoithi_people::{OrRefuseAll, permit};
use hoithi_rules::ids::{AccountId, EditionId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_rules::screening::{Moving, move_entry};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;

use crate::conflicts::refuse_in_conflict;

/// A move.
#[derive(Clone, Debug)]
pub struct MoveEntry {
    /// Which entry.
    pub entry: EntryId,
    /// The version of the dossier that the secretary read.
    pub seen: u32,
    /// The code of the category where it belongs.
    pub to: String,
    /// Why, for its authors.
    pub why: String,
}

/// A move as it stands in the register.
#[derive(Clone, Debug)]
pub(crate) struct KeptMove {
    pub(crate) from: Option<String>,
    pub(crate) to: String,
    pub(crate) why: String,
    pub(crate) at: Timestamp,
}

/// Whether judges have begun: from then on every dossier stays with its panel.
pub(crate) async fn judging_began(db: &mut Conn, edition: EditionId) -> Result<bool, StoreError> {
    Ok(!opened_rounds(db, edition).await?.is_empty())
}

/// Moves an entry, keeps why, and tells its authors.
pub async fn move_to_another_category(act: &mut Act, command: MoveEntry) -> Result<(), Halt> {
    let kept = hoithi_entries::dossier(act.db(), command.entry).await?.ok_or_else(Halt::not_found)?;
    let edition = hoithi_edition::edition(act.db(), kept.entry.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ScreeningDecide, edition.place()).await?;
    let by = AccountId::new(act.actor().account.ok_or(Halt::Denied(Denied::NotSignedIn))?);
    refuse_in_conflict(act, by, &kept, &edition).await?;
    let judging_began = judging_began(act.db(), edition.id).await?;
    let moving = Moving { from: kept.category(), to: &command.to, why: &command.why, judging_began };
    let moved = move_entry(edition.book.rules(), moving).or_refuse_all()?;
    let from = kept.category().map(ToString::to_string);
    let (id, now) = (act.new_id(), act.now());
    act.db()
        .run(
            "INSERT INTO screening_moves (id, entry_id, from_category, to_category, why, moved_at, moved_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            params![id, command.entry.uuid(), from, moved.to.as_str(), moved.why.as_str(), now, by.uuid()],
        )
        .await?;
    move_to_category(act, (command.entry, command.seen), (&moved.to, &moved.why)).await
}

/// The moves of an entry, oldest first.
pub(crate) async fn moves(db: &mut Conn, entry: EntryId) -> Result<Vec<KeptMove>, StoreError> {
    let sql = "SELECT from_category, to_category, why, moved_at FROM screening_moves
                WHERE entry_id = $1 ORDER BY moved_at, id";
    let kept = |row: &Row| {
        Ok(KeptMove {
            from: row.text_opt("from_category")?,
            to: row.text("to_category")?,
            why: row.text("why")?,
            at: row.instant("moved_at")?,
        })
    };
    db.all(sql, params![entry.uuid()]).await?.iter().map(kept).collect()
}
