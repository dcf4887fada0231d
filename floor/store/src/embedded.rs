//! SQLite inside the program: a statement runs where it is asked for.
//!
//! It takes a few microseconds there, and ten times as long when it has to cross to a thread of
//! the database's own and back. What can wait for the disk or for another process, taking the
//! writer and committing, steps aside of the threads that answer requests.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, Statement};
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::{StoreError, Value};

const WAIT_FOR_ANOTHER_PROCESS: Duration = Duration::from_secs(20);
const STATEMENTS_KEPT: usize = 512;

/// Connections to one file; whoever wants one waits in line.
#[derive(Clone)]
pub(crate) struct Pool(Arc<Shared>);

struct Shared {
    idle: Mutex<Vec<Connection>>,
    free: Arc<Semaphore>,
    size: u32,
}

impl Pool {
    /// Opens that many connections for reading and writing; the file is made if it is not there.
    ///
    /// WAL with FULL: a power cut after an acknowledged act loses nothing. NORMAL lost hundreds of
    /// acknowledged commits in the same trial.
    pub(crate) fn open(path: &str, size: u32) -> Result<Self, StoreError> {
        Self::of(size, || {
            let connection = Connection::open(path)?;
            equip(&connection)?;
            connection.pragma_update(None, "journal_mode", "WAL")?;
            connection.pragma_update(None, "synchronous", "FULL")?;
            connection.pragma_update(None, "foreign_keys", true)?;
            Ok(connection)
        })
    }

    /// Opens that many connections to a file that is there, for reading only: nothing is made,
    /// nothing is changed, not even beside the file.
    ///
    /// A program that serves keeps a log beside the file, and then the file alone is not the
    /// database. Without a log nobody has it open, and `immutable` spares making one.
    pub(crate) fn look(path: &str, size: u32) -> Result<Self, StoreError> {
        let open_elsewhere = Path::new(&format!("{path}-wal")).exists();
        let escaped = path.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
        let address = format!("file:{escaped}?immutable={}", u8::from(!open_elsewhere));
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Self::of(size, || {
            let connection = Connection::open_with_flags(&address, flags)?;
            equip(&connection)?;
            Ok(connection)
        })
    }

    fn of(size: u32, open: impl Fn() -> Result<Connection, StoreError>) -> Result<Self, StoreError> {
        let idle = (0..size).map(|_| open()).collect::<Result<_, _>>()?;
        let free = Arc::new(Semaphore::new(size as usize));
        Ok(Self(Arc::new(Shared { idle: Mutex::new(idle), free, size })))
    }

    /// A connection, as soon as one is free.
    pub(crate) async fn lend(&self) -> Result<Lent, StoreError> {
        let permit = Arc::clone(&self.0.free).acquire_owned().await.map_err(|_| StoreError::Closed)?;
        let connection = self.0.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        Ok(Lent { connection: Some(connection.ok_or(StoreError::Closed)?), pool: self.clone(), _permit: permit })
    }

    /// A connection in a transaction that is the only one to write.
    pub(crate) async fn begin(&self) -> Result<Lent, StoreError> {
        let lent = self.lend().await?;
        aside(|| lent.batch("BEGIN IMMEDIATE"))?;
        Ok(lent)
    }

    /// Closes every connection as it comes back; the last one folds the log into the file.
    pub(crate) async fn close(&self) {
        let Ok(_all) = self.0.free.acquire_many(self.0.size).await else { return };
        self.0.free.close();
        self.0.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

fn equip(connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(WAIT_FOR_ANOTHER_PROCESS)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    // A kept statement keeps its plan whatever is bound to it. This build of SQLite knows STAT4, and
    // would otherwise parse and plan it anew each time an indexed column is compared.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// Runs what may wait for the disk without holding up the requests that share this thread.
fn aside<T>(waits: impl FnOnce() -> T) -> T {
    match Handle::try_current().map(|handle| handle.runtime_flavor()) {
        Ok(RuntimeFlavor::MultiThread) => tokio::task::block_in_place(waits),
        _ => waits(),
    }
}

/// A connection on loan: dropped, it goes back, and what was not committed is undone.
pub(crate) struct Lent {
    /// Taken out only by dropping.
    connection: Option<Connection>,
    pool: Pool,
    _permit: OwnedSemaphorePermit,
}

impl Lent {
    /// Every row of the answer.
    pub(crate) fn all(&self, sql: &str, params: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        self.read(sql, params, usize::MAX)
    }

    /// The first row, if any.
    pub(crate) fn maybe(&self, sql: &str, params: Vec<Value>) -> Result<Option<Row>, StoreError> {
        Ok(self.read(sql, params, 1)?.pop())
    }

    /// Changes rows and says how many.
    pub(crate) fn run(&self, sql: &str, params: Vec<Value>) -> Result<u64, StoreError> {
        let mut statement = self.connection()?.prepare_cached(sql)?;
        bind(&mut statement, params)?;
        Ok(statement.raw_execute()? as u64)
    }

    /// Several statements without parameters.
    pub(crate) fn batch(&self, sql: &str) -> Result<(), StoreError> {
        Ok(self.connection()?.execute_batch(sql)?)
    }

    /// Makes the transaction's changes last, where there is one.
    pub(crate) fn commit(self) -> Result<(), StoreError> {
        if self.connection()?.is_autocommit() {
            return Ok(());
        }
        aside(|| self.batch("COMMIT"))
    }

    fn connection(&self) -> Result<&Connection, StoreError> {
        self.connection.as_ref().ok_or(StoreError::Closed)
    }

    fn read(&self, sql: &str, params: Vec<Value>, most: usize) -> Result<Vec<Row>, StoreError> {
        let mut statement = self.connection()?.prepare_cached(sql)?;
        bind(&mut statement, params)?;
        let columns: Arc<[String]> = statement.column_names().map(str::to_owned).collect();
        let mut rows = statement.raw_query();
        let mut read = Vec::new();
        while read.len() < most
            && let Some(row) = rows.next()?
        {
            let values = (0..columns.len()).map(|at| to_value(row.get_ref(at)?)).collect::<Result<_, _>>()?;
            read.push(Row { columns: Arc::clone(&columns), values });
        }
        Ok(read)
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        if !connection.is_autocommit()
            && let Err(error) = connection.execute_batch("ROLLBACK")
        {
            tracing::error!(%error, "a transaction was not rolled back");
        }
        self.pool.0.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
    }
}

/// SQLite takes `$1` for a name and numbers it by where it first appears; a bare `?` is what its place says.
fn bind(statement: &mut Statement<'_>, params: Vec<Value>) -> Result<(), StoreError> {
    let places: Vec<_> = (1..=statement.parameter_count()).map(|at| number_of(statement, at)).collect();
    for (at, number) in places.into_iter().enumerate() {
        let value = number.and_then(|number| params.get(number.checked_sub(1)?)).ok_or(StoreError::Placeholder)?;
        match value {
            Value::Int(value) => statement.raw_bind_parameter(at + 1, value)?,
            Value::Text(value) => statement.raw_bind_parameter(at + 1, value)?,
            Value::Bytes(value) => statement.raw_bind_parameter(at + 1, value)?,
        }
    }
    Ok(())
}

fn number_of(statement: &Statement<'_>, at: usize) -> Option<usize> {
    match statement.parameter_name(at) {
        Some(name) => name.strip_prefix('$')?.parse().ok(),
        None => Some(at),
    }
}

fn to_value(value: ValueRef<'_>) -> Result<Option<Value>, StoreError> {
    Ok(Some(match value {
        ValueRef::Null => return Ok(None),
        ValueRef::Integer(value) => Value::Int(Some(value)),
        ValueRef::Text(value) => {
            Value::Text(Some(String::from_utf8(value.to_vec()).map_err(|_| StoreError::Encoding)?))
        }
        ValueRef::Blob(value) => Value::Bytes(Some(value.to_vec())),
        ValueRef::Real(_) => return Err(StoreError::Encoding),
    }))
}

/// One row of an answer, by the names of its columns.
pub(crate) struct Row {
    columns: Arc<[String]>,
    values: Vec<Option<Value>>,
}

impl Row {
    /// What stands in that column; of two with one name the later, as the other engine answers.
    pub(crate) fn get(&self, column: &str) -> Result<Option<&Value>, StoreError> {
        let at = self.columns.iter().rposition(|each| each == column);
        at.and_then(|at| self.values.get(at)).map(Option::as_ref).ok_or_else(|| StoreError::Column(column.to_owned()))
    }
}
