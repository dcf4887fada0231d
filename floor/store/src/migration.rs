//! A change of the tables, owned by one room and named by time, room and change.

use sqlx::migrate::{Migration as SqlxMigration, MigrationType};
use sqlx::{AssertSqlSafe, SqlSafeStr};

use crate::dialect::Dialect;

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
    pub(crate) fn for_dialect(&self, dialect: Dialect) -> SqlxMigration {
        let (time, what) = self.name.split_once('_').unwrap_or((self.name, ""));
        let sql = AssertSqlSafe(self.sql.replace("BYTES", dialect.bytes())).into_sql_str();
        SqlxMigration::new(time.parse().unwrap_or(0), what.into(), MigrationType::Simple, sql, false)
    }
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
