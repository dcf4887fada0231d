//! Opening a database, migrating it, and handing out connections.

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, SqlitePool};

use crate::connection::Inner;
use crate::dialect::Dialect;
use crate::{Conn, Migration, StoreError, params};

/// A database, cheap to clone.
#[derive(Clone)]
pub struct Store(Pools);

#[derive(Clone)]
enum Pools {
    /// One writer, so that acts queue in order instead of failing; readers beside it.
    Sqlite {
        write: SqlitePool,
        read: SqlitePool,
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
            return Self::open_sqlite(path).await;
        }
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            let options = PgConnectOptions::from_str(address)?;
            let pool = PgPoolOptions::new().max_connections(POSTGRES_CONNECTIONS).connect_with(options).await?;
            return Ok(Self(Pools::Postgres(pool)));
        }
        Err(StoreError::Address(address.to_owned()))
    }

    /// Opens a database that is there for reading only: nothing is made, nothing is changed, not
    /// even beside the file.
    pub async fn look(address: &str) -> Result<Self, StoreError> {
        if let Some(path) = address.strip_prefix("sqlite:") {
            return Self::look_sqlite(path).await;
        }
        let options = PgConnectOptions::from_str(address).map_err(|_| StoreError::Address(address.to_owned()))?;
        let options = options.options([("default_transaction_read_only", "on")]);
        let pool = PgPoolOptions::new().max_connections(READERS).connect_with(options).await?;
        Ok(Self(Pools::Postgres(pool)))
    }

    /// A program that serves keeps a log beside the file, and then the file alone is not the
    /// database. Without a log nobody has it open, and `immutable` spares making one.
    async fn look_sqlite(path: &str) -> Result<Self, StoreError> {
        let open_elsewhere = Path::new(&format!("{path}-wal")).exists();
        let options = SqliteConnectOptions::new()
            .filename(path)
            .read_only(true)
            .immutable(!open_elsewhere)
            .busy_timeout(Duration::from_secs(20));
        let pool = SqlitePoolOptions::new().max_connections(READERS).connect_with(options).await?;
        Ok(Self(Pools::Sqlite { write: pool.clone(), read: pool }))
    }

    /// WAL with FULL: a power cut after an acknowledged act loses nothing. NORMAL lost
    /// hundreds of acknowledged commits in the same trial.
    async fn open_sqlite(path: &str) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(20));
        let pool = |most: u32| {
            SqlitePoolOptions::new()
                .max_connections(most)
                .idle_timeout(None)
                .max_lifetime(None)
                .test_before_acquire(false)
        };
        let write = pool(1).connect_with(options.clone()).await?;
        let read = pool(READERS).connect_with(options).await?;
        Ok(Self(Pools::Sqlite { write, read }))
    }

    /// Brings the tables up to date. Refuses a database that a newer program has written.
    pub async fn migrate(&self, migrations: &[Migration], now: i64) -> Result<(), StoreError> {
        self.take_migration_lock(now).await?;
        let done = self.run_migrations(migrations).await;
        self.release_migration_lock().await?;
        done
    }

    async fn run_migrations(&self, migrations: &[Migration]) -> Result<(), StoreError> {
        let dialect = self.dialect();
        let mut migrator = Migrator::with_migrations(migrations.iter().map(|each| each.for_dialect(dialect)).collect());
        // Advisory locks are missing on some engines that speak PostgreSQL's protocol; the lock
        // row above serves all.
        migrator.set_locking(false);
        match &self.0 {
            Pools::Sqlite { write, .. } => migrator.run(write).await?,
            Pools::Postgres(pool) => migrator.run(pool).await?,
        }
        Ok(())
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
            Pools::Sqlite { write, .. } => Inner::SqliteTx(write.begin_with("BEGIN IMMEDIATE").await?),
            Pools::Postgres(pool) => Inner::PostgresTx(pool.begin_with("BEGIN ISOLATION LEVEL SERIALIZABLE").await?),
        }))
    }

    /// A connection for a page that only reads.
    pub async fn read(&self) -> Result<Conn, StoreError> {
        Ok(Conn(match &self.0 {
            Pools::Sqlite { read, .. } => Inner::SqliteRead(read.acquire().await?),
            Pools::Postgres(pool) => Inner::PostgresRead(pool.acquire().await?),
        }))
    }

    /// Whether it is the embedded engine.
    pub fn is_embedded(&self) -> bool {
        matches!(self.0, Pools::Sqlite { .. })
    }

    /// Closes every connection; on SQLite the log is folded into the file.
    pub async fn close(&self) {
        match &self.0 {
            Pools::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }

    fn dialect(&self) -> Dialect {
        if self.is_embedded() { Dialect::Sqlite } else { Dialect::Postgres }
    }
}
