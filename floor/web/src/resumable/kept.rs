//! The table of uploads, and the one place that changes it together with the disk.

use hoithi_journal::{Act, Actor, Door, Halt};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::FileSender;
use super::said::Stop;
use crate::house::House;
use crate::intake::beside;

/// So long an upload is waited for, from its beginning.
const WAITED_FOR: SignedDuration = SignedDuration::from_hours(72);

/// So many of one person are waited for at once; before there are more, the oldest goes.
const MOST: usize = 64;

/// So many largest files may the unfinished uploads of one person announce together.
const MOST_OF_THE_LARGEST: u64 = 4;

const COLUMNS: &str = "SELECT id, expires_at, bytes, arrived, metadata FROM resumable_uploads
                        WHERE id = $1 AND target = $2 AND made_by = $3";

/// An upload as it is known.
#[derive(Clone, Debug)]
pub(super) struct Upload {
    pub(super) id: Uuid,
    pub(super) expires: Timestamp,
    pub(super) bytes: u64,
    /// So much was surely on the disk when it was last noted.
    pub(super) arrived: u64,
    pub(super) metadata: String,
}

impl Upload {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.parsed("id")?,
            expires: row.instant("expires_at")?,
            bytes: row.count("bytes")? as u64,
            arrived: row.count("arrived")? as u64,
            metadata: row.text("metadata")?,
        })
    }

    /// How much of it lies here: what was noted, unless the disk knows less.
    pub(super) async fn lies(&self, house: &House) -> Result<u64, Halt> {
        let (files, id) = (house.files.clone(), self.id);
        Ok(beside(move || files.begun_length(id)).await?.min(self.arrived))
    }
}

/// Waits for another upload of this person.
pub(super) async fn begin(house: &House, sender: &FileSender, bytes: u64, metadata: String) -> Result<Upload, Halt> {
    make_room(house, sender.by, bytes).await?;
    let new = (sender.by, sender.target.clone(), bytes, metadata);
    let actor = Actor::account(sender.by, Door::Page);
    house.acts.perform(actor, move |act| Box::pin(insert(act, new.clone()))).await
}

async fn insert(act: &mut Act, (by, target, bytes, metadata): (Uuid, String, u64, String)) -> Result<Upload, Halt> {
    let (id, now) = (act.random_id()?, act.now());
    let expires = now.saturating_add(WAITED_FOR).map_err(Halt::fault)?;
    act.db()
        .run(
            "INSERT INTO resumable_uploads (id, target, made_by, made_at, expires_at, bytes, arrived, metadata)
             VALUES ($1, $2, $3, $4, $5, $6, 0, $7)",
            params![id, target, by, now, expires, stored(bytes), metadata.as_str()],
        )
        .await?;
    Ok(Upload { id, expires, bytes, arrived: 0, metadata })
}

/// One person fills no disk: the oldest uploads that never ended go before there are too many.
async fn make_room(house: &House, by: Uuid, more: u64) -> Result<(), Halt> {
    let sql = "SELECT id, bytes FROM resumable_uploads WHERE made_by = $1 ORDER BY made_at DESC, id";
    let rows = house.read().await?.all(sql, params![by]).await?;
    let most = (house.site.largest_upload as u64).saturating_mul(MOST_OF_THE_LARGEST);
    let mut together = more;
    for (place, row) in rows.iter().enumerate() {
        together = together.saturating_add(row.count("bytes")? as u64);
        if together > most || place + 1 >= MOST {
            forget(house, row.parsed("id")?).await?;
        }
    }
    Ok(())
}

/// The upload, for who began it and for what they began it.
pub(super) async fn found(house: &House, sender: &FileSender, id: Uuid) -> Result<Upload, Stop> {
    let mut db = house.read().await?;
    let upload = of_sender(&mut db, sender, id).await.map_err(Halt::from)?.ok_or(Stop::Status(404))?;
    if upload.expires <= house.clock().now() { Err(Stop::Status(410)) } else { Ok(upload) }
}

/// The same, none where nobody knows of it.
pub(super) async fn of_sender(db: &mut Conn, sender: &FileSender, id: Uuid) -> Result<Option<Upload>, StoreError> {
    let row = db.maybe(COLUMNS, params![id, sender.target.as_str(), sender.by]).await?;
    row.as_ref().map(Upload::read).transpose()
}

/// So much of it is surely on the disk.
pub(super) async fn note(house: &House, id: Uuid, arrived: u64) -> Result<(), Halt> {
    house.acts.perform(Actor::nobody(Door::Job), move |act| Box::pin(set_arrived(act, id, arrived))).await
}

async fn set_arrived(act: &mut Act, id: Uuid, arrived: u64) -> Result<(), Halt> {
    let sql = "UPDATE resumable_uploads SET arrived = $1 WHERE id = $2";
    act.db().run(sql, params![stored(arrived), id]).await?;
    Ok(())
}

/// Takes an upload away, from whoever is at it. The bytes go first: what the table knows is never more than what
/// could still be lying there.
pub(super) async fn forget(house: &House, id: Uuid) -> Result<(), Halt> {
    let _held = house.landing.hold(id).await;
    let files = house.files.clone();
    beside(move || files.forget_begun(id)).await?;
    house.acts.perform(Actor::nobody(Door::Job), move |act| Box::pin(delete(act, id))).await
}

async fn delete(act: &mut Act, id: Uuid) -> Result<(), Halt> {
    act.db().run("DELETE FROM resumable_uploads WHERE id = $1", params![id]).await?;
    Ok(())
}

/// Those that are waited for no longer.
pub(super) async fn over(house: &House) -> Result<Vec<Uuid>, Halt> {
    let sql = "SELECT id FROM resumable_uploads WHERE expires_at <= $1 ORDER BY expires_at";
    let rows = house.read().await?.all(sql, params![house.clock().now()]).await?;
    rows.iter().map(|row| row.parsed("id").map_err(Halt::from)).collect()
}

fn stored(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}
