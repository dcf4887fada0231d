//! Opening a database, migrating it, and handing out connections.

use std::str::FromStr;

use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::connection::Inner;
use crate::dialect::Dialect;
use crate::{Conn, Migration, StoreError, embedded, migration, params};

/// A database, cheap to clone.
#[derive(Clone)]
pub struct Store(Pools);

#[derive(Clone)]
enum Pools {
    /// One writer, so that acts queue in order instead of failing; readers beside it.
    Embedded {
        write: embedded::Pool,
        read: embedded::Pool,
    },
    Postgres(PgPool),
}

const READERS: u32 = 4;
const POSTGRES_CONNECTIONS: u32 = 12;
const LOCK_LASTS: i64 = 120_000_000;

impl Store {
    /// Opens `sqlite:PATH` (made if it is not there) or `postgres://…`.
    pub async fn open(address: &str) -> Result<Self, StoreError> {
        if let Some(path) = address.strip_prefix("sqlite:") {
            let (write, read) = (embedded::Pool::open(path, 1)?, embedded::Pool::open(path, READERS)?);
            return Ok(Self(Pools::Embedded { write, read }));
        }
        let options = server(address)?;
        let pool = PgPoolOptions::new().max_connections(POSTGRES_CONNECTIONS).connect_with(options).await?;
        Ok(Self(Pools::Postgres(pool)))
    }

    /// Opens a database that is there for reading only: nothing is made, nothing is changed, not
    /// even beside the file.
    pub async fn look(address: &str) -> Result<Self, StoreError> {
        if let Some(path) = address.strip_prefix("sqlite:") {
            let pool = embedded::Pool::look(path, READERS)?;
            return Ok(Self(Pools::Embedded { write: pool.clone(), read: pool }));
        }
        let options = server(address)?.options([("default_transaction_read_only", "on")]);
        let pool = PgPoolOptions::new().max_connections(READERS).connect_with(options).await?;
        Ok(Self(Pools::Postgres(pool)))
    }

    /// Brings the tables up to date. Refuses a database that a newer program has written.
    pub async fn migrate(&self, migrations: &[Migration], now: i64) -> Result<(), StoreError> {
        self.take_migration_lock(now).await?;
        let done = migration::run(self, migrations, now).await;
        self.release_migration_lock().await?;
        done
    }

    async fn take_migration_lock(&self, now: i64) -> Result<(), StoreError> {
        let mut conn = self.begin().await?;
        conn.run("CREATE TABLE IF NOT EXISTS migration_lock (id BIGINT PRIMARY KEY, since BIGINT NOT NULL)", params![])
            .await?;
        let taken = conn
            .run(
                "INSERT INTO migration_lock (id, since) VALUES (1, $1)
                 ON CONFLICT (id) DO UPDATE SET since = excluded.since WHERE migration_lock.since < $2",
                params![now, now - LOCK_LASTS],
            )
            .await?;
        if taken == 0 {
            let since = conn.one("SELECT since FROM migration_lock WHERE id = 1", params![]).await?.int("since")?;
            return Err(StoreError::MigrationLocked { since });
        }
        conn.commit().await
    }

    async fn release_migration_lock(&self) -> Result<(), StoreError> {
        let mut conn = self.begin().await?;
        conn.run("DELETE FROM migration_lock WHERE id = 1", params![]).await?;
        conn.commit().await
    }

    /// Begins a transaction: the one writer on SQLite, serializable on PostgreSQL.
    pub async fn begin(&self) -> Result<Conn, StoreError> {
        Ok(Conn(match &self.0 {
            Pools::Embedded { write, .. } => Inner::Embedded(write.begin().await?),
            Pools::Postgres(pool) => Inner::PostgresTx(pool.begin_with("BEGIN ISOLATION LEVEL SERIALIZABLE").await?),
        }))
    }

    /// A connection for a page that only reads.
    pub async fn read(&self) -> Result<Conn, StoreError> {
        Ok(Conn(match &self.0 {
            Pools::Embedded { read, .. } => Inner::Embedded(read.lend().await?),
            Pools::Postgres(pool) => Inner::PostgresRead(pool.acquire().await?),
        }))
    }

    /// Whether it is the embedded engine.
    pub fn is_embedded(&self) -> bool {
        matches!(self.0, Pools::Embedded { .. })
    }

    /// Closes every connection; on SQLite the log is folded into the file.
    pub async fn close(&self) {
        match &self.0 {
            Pools::Embedded { write, read } => {
                read.close().await;
                write.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }

    pub(crate) fn dialect(&self) -> Dialect {
        if self.is_embedded() { Dialect::Sqlite } else { Dialect::Postgres }
    }
}

/// What is wrong with an address is not told in its own words: they may be a password.
fn server(address: &str) -> Result<PgConnectOptions, StoreError> {
    let known = address.starts_with("postgres://") || address.starts_with("postgresql://");
    let options = known.then(|| PgConnectOptions::from_str(address).ok()).flatten();
    options.ok_or_else(|| StoreError::no_address(address))
}
