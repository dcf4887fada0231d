//! One SQL text on two databases: SQLite inside the program, or a PostgreSQL server.
//!
//! A room writes its statements once, with `$1` placeholders, in the subset both engines share:
//! ids, days and codes as TEXT, instants as BIGINT microseconds, points as BIGINT hundredths,
//! flags as BIGINT 0 or 1, bytes as the type that [`Migration`] spells `BYTES`. What cannot be
//! shared is in `dialect.rs` and nowhere else.
//!
//! No contest word enters here.

mod connection;
mod dialect;
mod embedded;
mod error;
mod migration;
mod pool;
mod remembered;
mod value;

pub use connection::Conn;
pub use error::StoreError;
pub use migration::Migration;
pub use pool::Store;
pub use remembered::Remembered;
pub use value::{Row, Value};
