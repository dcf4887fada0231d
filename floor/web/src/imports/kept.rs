//! What was read, kept until it is confirmed. It may name persons, so it goes when it is taken in, and within
//! a day when it is not; nobody reads it but who sent it.

use hoithi_journal::{Act, Halt};
use hoithi_store::{Conn, params};
use jiff::SignedDuration;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// How long a file waits to be confirmed.
const HOURS: i64 = 24;

/// The lines of a file with what they are read against.
#[derive(Clone, Debug)]
pub struct Kept<G, L> {
    /// The register, the day: whatever the room planned it with.
    pub ground: G,
    /// In the file's order.
    pub lines: Vec<L>,
}

/// Keeps what this account read for that register; what waited too long goes.
pub async fn keep<G: Serialize, L: Serialize>(
    act: &mut Act,
    (register, by): (&'static str, Uuid),
    kept: &Kept<G, L>,
) -> Result<Uuid, Halt> {
    let (id, now) = (act.random_id()?, act.now());
    let too_long_ago = now.saturating_sub(SignedDuration::from_hours(HOURS)).map_err(Halt::fault)?;
    act.db().run("DELETE FROM kept_imports WHERE made_at <= $1", params![too_long_ago]).await?;
    let (ground, lines) = (serde_json::to_string(&kept.ground)?, serde_json::to_string(&kept.lines)?);
    act.db()
        .run(
            "INSERT INTO kept_imports (id, register, made_by, made_at, ground, lines) VALUES ($1, $2, $3, $4, $5, $6)",
            params![id, register, by, now, ground, lines],
        )
        .await?;
    Ok(id)
}

/// A file that this account read for that register; none when it is gone.
pub async fn kept<G: DeserializeOwned, L: DeserializeOwned>(
    db: &mut Conn,
    (register, by): (&'static str, Uuid),
    id: Uuid,
) -> Result<Option<Kept<G, L>>, Halt> {
    let kept = db
        .maybe(
            "SELECT ground, lines FROM kept_imports WHERE id = $1 AND register = $2 AND made_by = $3",
            params![id, register, by],
        )
        .await?;
    let Some(kept) = kept else { return Ok(None) };
    let (ground, lines) = (kept.text("ground")?, kept.text("lines")?);
    Ok(Some(Kept { ground: serde_json::from_str(&ground)?, lines: serde_json::from_str(&lines)? }))
}

/// It was taken in.
pub async fn let_go(act: &mut Act, id: Uuid) -> Result<(), Halt> {
    act.db().run("DELETE FROM kept_imports WHERE id = $1", params![id]).await?;
    Ok(())
}
