//! A connection: in a transaction when an act holds it, bare when a page only reads.

use sqlx::pool::PoolConnection;
use sqlx::postgres::PgArguments;
use sqlx::sqlite::SqliteArguments;
use sqlx::{Arguments, AssertSqlSafe, Postgres, SqlSafeStr, Sqlite, Transaction};

use crate::value::AnyRow;
use crate::{Row, StoreError, Value};

/// Where statements go. The same type serves a transaction and a plain read, so that a query
/// written once can be used by an operation and by a page.
pub struct Conn(pub(crate) Inner);

pub(crate) enum Inner {
    SqliteTx(Transaction<'static, Sqlite>),
    SqliteRead(PoolConnection<Sqlite>),
    PostgresTx(Transaction<'static, Postgres>),
    PostgresRead(PoolConnection<Postgres>),
}

/// Runs one sqlx method on whichever connection this is and wraps its answer.
macro_rules! on_either {
    ($conn:expr, $sql:expr, $params:expr, $method:ident, $wrap:ident) => {
        match &mut $conn.0 {
            Inner::SqliteTx(tx) => {
                $wrap!(Sqlite, sqlx::query_with($sql, sqlite_arguments($params)?).$method(&mut **tx).await?)
            }
            Inner::SqliteRead(read) => {
                $wrap!(Sqlite, sqlx::query_with($sql, sqlite_arguments($params)?).$method(&mut **read).await?)
            }
            Inner::PostgresTx(tx) => {
                $wrap!(Postgres, sqlx::query_with($sql, postgres_arguments($params)?).$method(&mut **tx).await?)
            }
            Inner::PostgresRead(read) => {
                $wrap!(Postgres, sqlx::query_with($sql, postgres_arguments($params)?).$method(&mut **read).await?)
            }
        }
    };
}

macro_rules! all_rows {
    ($engine:ident, $rows:expr) => {
        Ok($rows.into_iter().map(|row| Row(AnyRow::$engine(row))).collect())
    };
}

macro_rules! maybe_row {
    ($engine:ident, $row:expr) => {
        Ok($row.map(|row| Row(AnyRow::$engine(row))))
    };
}

macro_rules! affected {
    ($engine:ident, $done:expr) => {
        Ok($done.rows_affected())
    };
}

impl Conn {
    /// Every row of the answer.
    pub async fn all(&mut self, sql: &'static str, params: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        on_either!(self, sql, params, fetch_all, all_rows)
    }

    /// The first row, if any.
    pub async fn maybe(&mut self, sql: &'static str, params: Vec<Value>) -> Result<Option<Row>, StoreError> {
        on_either!(self, sql, params, fetch_optional, maybe_row)
    }

    /// Exactly one row; none is an error of the program.
    pub async fn one(&mut self, sql: &'static str, params: Vec<Value>) -> Result<Row, StoreError> {
        self.maybe(sql, params).await?.ok_or(StoreError::Engine(sqlx::Error::RowNotFound))
    }

    /// Changes rows and says how many.
    pub async fn run(&mut self, sql: &'static str, params: Vec<Value>) -> Result<u64, StoreError> {
        on_either!(self, sql, params, execute, affected)
    }

    /// Many rows in few statements: every statement costs a hand-over between threads.
    ///
    /// `insert` ends before the values: `INSERT INTO units (id, name)`.
    pub async fn insert_many(&mut self, insert: &'static str, rows: Vec<Vec<Value>>) -> Result<(), StoreError> {
        const MOST_PARAMS: usize = 900;
        let Some(width) = rows.first().map(Vec::len) else { return Ok(()) };
        let rows_a_time = (MOST_PARAMS / width.max(1)).max(1);
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let batch: Vec<_> = rows.by_ref().take(rows_a_time).collect();
            let sql = format!("{insert} VALUES {}", placeholders(batch.len(), width));
            let params = batch.into_iter().flatten().collect();
            self.run_text(sql, params).await?;
        }
        Ok(())
    }

    /// Only for texts put together from our own constants.
    async fn run_text(&mut self, sql: String, params: Vec<Value>) -> Result<u64, StoreError> {
        let sql = AssertSqlSafe(sql).into_sql_str();
        on_either!(self, sql, params, execute, affected)
    }

    /// Makes the transaction's changes last. On a plain read it does nothing.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self.0 {
            Inner::SqliteTx(tx) => tx.commit().await?,
            Inner::PostgresTx(tx) => tx.commit().await?,
            Inner::SqliteRead(_) | Inner::PostgresRead(_) => {}
        }
        Ok(())
    }

    /// Drops the transaction's changes.
    pub async fn roll_back(self) -> Result<(), StoreError> {
        match self.0 {
            Inner::SqliteTx(tx) => tx.rollback().await?,
            Inner::PostgresTx(tx) => tx.rollback().await?,
            Inner::SqliteRead(_) | Inner::PostgresRead(_) => {}
        }
        Ok(())
    }
}

fn placeholders(rows: usize, width: usize) -> String {
    let row = |index: usize| {
        let marks: Vec<_> = (1..=width).map(|column| format!("${}", index * width + column)).collect();
        format!("({})", marks.join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

fn sqlite_arguments(params: Vec<Value>) -> Result<SqliteArguments, StoreError> {
    let mut arguments = SqliteArguments::default();
    for param in params {
        match param {
            Value::Int(value) => arguments.add(value),
            Value::Text(value) => arguments.add(value),
            Value::Bytes(value) => arguments.add(value),
        }
        .map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}

fn postgres_arguments(params: Vec<Value>) -> Result<PgArguments, StoreError> {
    let mut arguments = PgArguments::default();
    for param in params {
        match param {
            Value::Int(value) => arguments.add(value),
            Value::Text(value) => arguments.add(value),
            Value::Bytes(value) => arguments.add(value),
        }
        .map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}
