//! What can go wrong between a statement and its rows.

use thiserror::Error;

/// A statement failed, or a row does not hold what its table promises.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The engine or the way to it.
    #[error("database: {0}")]
    Engine(#[from] sqlx::Error),
    /// A migration failed, or the database was written by a newer program.
    #[error("migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// Another process holds the migration lock.
    #[error("another process has been migrating this database since {since}; try again later")]
    MigrationLocked {
        /// When it took the lock, microseconds.
        since: i64,
    },
    /// The address of the database is not one of ours.
    #[error("{0:?} is neither sqlite:PATH nor postgres://…")]
    Address(String),
    /// A column holds what its type cannot be. What it holds may be somebody's name: no log says it.
    #[error("column {column} holds what is no {wanted}")]
    Nonsense {
        /// The column.
        column: String,
        /// Its text.
        value: String,
        /// The type it should have been.
        wanted: &'static str,
    },
}

impl StoreError {
    /// Two transactions met; running the act again may succeed.
    pub fn is_serialization_failure(&self) -> bool {
        matches!(self.code().as_deref(), Some("40001" | "40P01" | "5" | "517"))
    }

    /// A row with that key is there already.
    pub fn is_unique_violation(&self) -> bool {
        match self {
            Self::Engine(sqlx::Error::Database(error)) => error.is_unique_violation(),
            _ => false,
        }
    }

    fn code(&self) -> Option<String> {
        match self {
            Self::Engine(sqlx::Error::Database(error)) => error.code().map(Into::into),
            _ => None,
        }
    }
}
