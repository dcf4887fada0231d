//! Looking a line up: by who, to what, which deed, on which days.

use hoithi_store::{Conn, StoreError, Value, params};
use jiff::Timestamp;

use crate::line::{Line, lines};

/// What a list of lines is narrowed to; what is left out narrows nothing.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// Any of these actors. An empty list is nobody.
    pub actors: Option<Vec<String>>,
    /// About any of these things. An empty list is nothing.
    pub subjects: Option<Vec<String>>,
    /// The event's name.
    pub event: Option<String>,
    /// From this instant on.
    pub from: Option<Timestamp>,
    /// Before this instant.
    pub before: Option<Timestamp>,
}

impl Search {
    /// `$1` actors, `$2` subjects, `$3` event, `$4` from, `$5` before.
    fn params(&self) -> Vec<Value> {
        params![
            self.actors.as_deref().map(among).unwrap_or_default(),
            self.subjects.as_deref().map(among).unwrap_or_default(),
            self.event.as_deref().unwrap_or_default(),
            self.from.unwrap_or(Timestamp::MIN),
            self.before.unwrap_or(Timestamp::MAX),
        ]
    }
}

/// A list as one parameter: `|a|b|`, in which `|a|` is looked for. None of the things that are
/// looked for has a bar in its name, and an empty list holds nothing.
fn among(names: &[String]) -> String {
    format!("|{}|", names.join("|"))
}

/// How many lines fit.
pub async fn count_lines(conn: &mut Conn, search: &Search) -> Result<usize, StoreError> {
    let row = conn
        .one(
            "SELECT CAST(COUNT(*) AS BIGINT) AS found FROM journal_lines
              WHERE ($1 = '' OR $1 LIKE '%|' || actor || '|%') AND ($2 = '' OR $2 LIKE '%|' || subject || '|%')
                AND ($3 = '' OR event = $3) AND at >= $4 AND at < $5",
            search.params(),
        )
        .await?;
    row.count("found")
}

/// Some of the lines that fit, newest first.
pub async fn search_lines(conn: &mut Conn, search: &Search, most: i64, skip: i64) -> Result<Vec<Line>, StoreError> {
    let mut values = search.params();
    values.extend(params![most, skip]);
    let rows = conn
        .all(
            lines!(
                "WHERE ($1 = '' OR $1 LIKE '%|' || actor || '|%') AND ($2 = '' OR $2 LIKE '%|' || subject || '|%')
                   AND ($3 = '' OR event = $3) AND at >= $4 AND at < $5
                 ORDER BY seq DESC LIMIT $6 OFFSET $7"
            ),
            values,
        )
        .await?;
    rows.iter().map(Line::read).collect()
}
