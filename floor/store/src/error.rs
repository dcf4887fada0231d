//! What can go wrong between a statement and its rows.

use std::fmt;

use rusqlite::ffi;
use thiserror::Error;

/// A statement failed, or a row does not hold what its table promises.
#[derive(Error)]
pub enum StoreError {
    /// The engine or the way to it.
    #[error("database: {0}")]
    Engine(#[from] sqlx::Error),
    /// The embedded engine.
    #[error("database: {0}")]
    Embedded(#[from] rusqlite::Error),
    /// The database is being closed.
    #[error("the database is closed")]
    Closed,
    /// An answer that must have a row has none.
    #[error("the answer has no row")]
    NoRow,
    /// A statement names a parameter that was not given.
    #[error("a placeholder of the statement has no parameter")]
    Placeholder,
    /// An answer has no such column.
    #[error("the answer has no column {0}")]
    Column(String),
    /// A column holds another kind of value than its table promises, or no text in UTF-8.
    #[error("a column holds another kind of value than its table promises")]
    Encoding,
    /// A change of the tables failed.
    #[error("migration {name}: {fault}")]
    Migration {
        /// Which one.
        name: &'static str,
        /// Why.
        fault: Box<StoreError>,
    },
    /// The tables were changed by a program that is newer than this one, or by hand.
    #[error("migration {0} of this database is not one of this program's: it was written by a newer one")]
    WrittenByAnother(String),
    /// Another process holds the migration lock.
    #[error("another process has been migrating this database since {since}; try again later")]
    MigrationLocked {
        /// When it took the lock, microseconds.
        since: i64,
    },
    /// The address of the database is not one of ours. Only how it begins is kept: the rest may hold
    /// a user and a password.
    #[error("the database's address ({scheme}…) is neither sqlite:PATH nor postgres://USER:PASSWORD@HOST/NAME")]
    Address {
        /// `mysql://`, or nothing where no such beginning was found.
        scheme: String,
    },
    /// A column holds what its type cannot be.
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

/// What a column holds may be somebody's name: no log says it, not even in full.
impl fmt::Debug for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl StoreError {
    pub(crate) fn no_address(given: &str) -> Self {
        Self::Address { scheme: scheme_of(given).map(|scheme| format!("{scheme}://")).unwrap_or_default() }
    }

    /// Two transactions met; running the act again may succeed.
    pub fn is_serialization_failure(&self) -> bool {
        match self {
            Self::Engine(sqlx::Error::Database(error)) => {
                matches!(error.code().as_deref(), Some("40001" | "40P01"))
            }
            Self::Embedded(error) => {
                let busy = [ffi::SQLITE_BUSY, ffi::SQLITE_BUSY_SNAPSHOT];
                extended_code(error).is_some_and(|code| busy.contains(&code))
            }
            _ => false,
        }
    }

    /// A row with that key is there already.
    pub fn is_unique_violation(&self) -> bool {
        match self {
            Self::Engine(sqlx::Error::Database(error)) => error.is_unique_violation(),
            Self::Embedded(error) => {
                let taken = [ffi::SQLITE_CONSTRAINT_UNIQUE, ffi::SQLITE_CONSTRAINT_PRIMARYKEY];
                extended_code(error).is_some_and(|code| taken.contains(&code))
            }
            _ => false,
        }
    }
}

/// What stands before `://`, where it has a scheme's letters: in a mistyped address it might be the
/// password.
fn scheme_of(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once("://")?;
    scheme.bytes().all(|letter| letter.is_ascii_lowercase()).then_some(scheme)
}

fn extended_code(error: &rusqlite::Error) -> Option<i32> {
    match error {
        rusqlite::Error::SqliteFailure(error, _) => Some(error.extended_code),
        _ => None,
    }
}
