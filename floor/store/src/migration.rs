//! A change of the tables, owned by one room and named by time, room and change.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::dialect::Dialect;
use crate::{Store, StoreError, params};

/// One file of SQL that runs on both engines.
///
/// `BYTES` stands for the engine's type of bytes. The name is `YYYYMMDDHHMM_room_change`; the
/// time orders the migrations of all rooms in one list and must be unique.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// `202611221400_entries_dossier`.
    pub name: &'static str,
    /// Its text.
    pub sql: &'static str,
}

impl Migration {
    fn for_dialect(&self, dialect: Dialect) -> String {
        self.sql.replace("BYTES", dialect.bytes())
    }

    fn hash(&self) -> String {
        STANDARD.encode(Sha256::digest(self.sql))
    }
}

/// Runs what has not been run yet, each in a transaction of its own.
pub(crate) async fn run(store: &Store, migrations: &[Migration], now: i64) -> Result<(), StoreError> {
    let done = done(store).await?;
    let ours: BTreeMap<_, _> = migrations.iter().map(|each| (each.name, (each, each.hash()))).collect();
    let is_ours = |name: &str, hash: &str| ours.get(name).is_some_and(|(_, ours)| ours == hash);
    if let Some((name, _)) = done.iter().find(|(name, hash)| !is_ours(name, hash)) {
        return Err(StoreError::WrittenByAnother(name.clone()));
    }
    for (migration, hash) in ours.values().filter(|(migration, _)| !done.contains_key(migration.name)) {
        let run = run_one(store, migration, hash, now).await;
        run.map_err(|fault| StoreError::Migration { name: migration.name, fault: Box::new(fault) })?;
    }
    Ok(())
}

async fn run_one(store: &Store, migration: &Migration, hash: &str, now: i64) -> Result<(), StoreError> {
    let mut conn = store.begin().await?;
    conn.batch(migration.for_dialect(store.dialect())).await?;
    conn.run("INSERT INTO migrations (name, hash, at) VALUES ($1, $2, $3)", params![migration.name, hash, now]).await?;
    conn.commit().await
}

/// What was run already, with the hash of its text.
async fn done(store: &Store) -> Result<BTreeMap<String, String>, StoreError> {
    let mut conn = store.begin().await?;
    conn.run(
        "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, hash TEXT NOT NULL, at BIGINT NOT NULL)",
        params![],
    )
    .await?;
    let rows = conn.all("SELECT name, hash FROM migrations", params![]).await?;
    conn.commit().await?;
    rows.iter().map(|row| Ok((row.text("name")?, row.text("hash")?))).collect()
}

/// The migrations of a room, from the files beside it.
#[macro_export]
macro_rules! migrations {
    ($($name:literal),* $(,)?) => {
        &[$($crate::Migration {
            name: $name,
            sql: include_str!(concat!("../migrations/", $name, ".sql")),
        }),*]
    };
}
