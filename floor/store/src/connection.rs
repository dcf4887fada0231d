//! A connection: in a transaction when an act holds it, bare when a page only reads.

use sqlx::pool::PoolConnection;
use sqlx::postgres::PgArguments;
use sqlx::{Arguments, AssertSqlSafe, Executor, Postgres, SqlSafeStr, SqlStr, Transaction};

use crate::embedded::Lent;
use crate::value::AnyRow;
use crate::{Row, StoreError, Value};

/// Where statements go. The same type serves a transaction and a plain read, so that a query
/// written once can be used by an operation and by a page.
pub struct Conn(pub(crate) Inner);

pub(crate) enum Inner {
    Embedded(Lent),
    PostgresTx(Transaction<'static, Postgres>),
    PostgresRead(PoolConnection<Postgres>),
}

/// Runs one sqlx method on whichever connection to a server this is.
macro_rules! on_server {
    ($sql:expr, $params:expr, $method:ident, $tx:expr) => {
        sqlx::query_with($sql, postgres_arguments($params)?).$method(&mut **$tx).await?
    };
}

impl Conn {
    /// Every row of the answer.
    pub async fn all(&mut self, sql: &'static str, params: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        let rows = match &mut self.0 {
            Inner::Embedded(lent) => {
                return Ok(lent.all(sql, params)?.into_iter().map(AnyRow::Embedded).map(Row).collect());
            }
            Inner::PostgresTx(tx) => on_server!(sql, params, fetch_all, tx),
            Inner::PostgresRead(read) => on_server!(sql, params, fetch_all, read),
        };
        Ok(rows.into_iter().map(AnyRow::Postgres).map(Row).collect())
    }

    /// The first row, if any.
    pub async fn maybe(&mut self, sql: &'static str, params: Vec<Value>) -> Result<Option<Row>, StoreError> {
        let row = match &mut self.0 {
            Inner::Embedded(lent) => return Ok(lent.maybe(sql, params)?.map(AnyRow::Embedded).map(Row)),
            Inner::PostgresTx(tx) => on_server!(sql, params, fetch_optional, tx),
            Inner::PostgresRead(read) => on_server!(sql, params, fetch_optional, read),
        };
        Ok(row.map(AnyRow::Postgres).map(Row))
    }

    /// Exactly one row; none is an error of the program.
    pub async fn one(&mut self, sql: &'static str, params: Vec<Value>) -> Result<Row, StoreError> {
        self.maybe(sql, params).await?.ok_or(StoreError::NoRow)
    }

    /// Changes rows and says how many.
    pub async fn run(&mut self, sql: &'static str, params: Vec<Value>) -> Result<u64, StoreError> {
        self.change(sql.into_sql_str(), params).await
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
            let sql = format!("{insert} VALUES {}", self.placeholders(batch.len(), width));
            let params = batch.into_iter().flatten().collect();
            self.change(AssertSqlSafe(sql).into_sql_str(), params).await?;
        }
        Ok(())
    }

    /// SQLite looks a named place up among all of them: with hundreds in a statement they go unnamed.
    fn placeholders(&self, rows: usize, width: usize) -> String {
        let mark = |at: usize| match self.0 {
            Inner::Embedded(_) => "?".to_owned(),
            Inner::PostgresTx(_) | Inner::PostgresRead(_) => format!("${at}"),
        };
        let row = |index: usize| {
            let marks: Vec<_> = (1..=width).map(|column| mark(index * width + column)).collect();
            format!("({})", marks.join(", "))
        };
        (0..rows).map(row).collect::<Vec<_>>().join(", ")
    }

    async fn change(&mut self, sql: SqlStr, params: Vec<Value>) -> Result<u64, StoreError> {
        Ok(match &mut self.0 {
            Inner::Embedded(lent) => return lent.run(sql.as_str(), params),
            Inner::PostgresTx(tx) => on_server!(sql, params, execute, tx),
            Inner::PostgresRead(read) => on_server!(sql, params, execute, read),
        }
        .rows_affected())
    }

    /// The statements of a migration.
    pub(crate) async fn batch(&mut self, sql: String) -> Result<(), StoreError> {
        let sql = AssertSqlSafe(sql).into_sql_str();
        match &mut self.0 {
            Inner::Embedded(lent) => return lent.batch(sql.as_str()),
            Inner::PostgresTx(tx) => tx.execute(sqlx::raw_sql(sql)).await?,
            Inner::PostgresRead(read) => read.execute(sqlx::raw_sql(sql)).await?,
        };
        Ok(())
    }

    /// Makes the transaction's changes last. Only what was begun is committed.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self.0 {
            Inner::Embedded(lent) => lent.commit(),
            Inner::PostgresTx(tx) => Ok(tx.commit().await?),
            Inner::PostgresRead(_) => Ok(()),
        }
    }

    /// Drops the transaction's changes.
    pub async fn roll_back(self) -> Result<(), StoreError> {
        match self.0 {
            Inner::PostgresTx(tx) => Ok(tx.rollback().await?),
            // Undone by going back.
            Inner::Embedded(_) | Inner::PostgresRead(_) => Ok(()),
        }
    }
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
