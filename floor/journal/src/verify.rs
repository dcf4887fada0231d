//! Reading the journal, and checking it against itself and against the head kept outside.

use std::path::Path;

use hoithi_store::{Conn, Store, StoreError, params};

use crate::act::read_tree;
use crate::head::{Fit, HeadError, first_difference, read_kept, to_hash};
use crate::line::{Line, lines};
use crate::merkle::{Hash, Tree};

/// What the check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Every line is as it was written; so many lines.
    Whole(u64),
    /// This line was changed, taken out, or put in.
    LineChanged(u64),
    /// Lines from this one on are missing.
    TailCut {
        /// The first that is missing.
        from: u64,
        /// How many the head says there are.
        of: u64,
    },
    /// The lines are whole but the tree's row or the head was changed.
    TreeChanged(String),
}

/// Checks every line, the tree, and the signed head in `folder`.
pub async fn verify(store: &Store, folder: &Path) -> Result<Finding, HeadError> {
    let (kept, head) = match read_kept(folder) {
        Err(HeadError::Disagrees(what)) => return Ok(Finding::TreeChanged(what)),
        other => other?,
    };
    let (lines, tree) = at_rest(store).await?;
    if let Some(finding) = first_bad_line(&lines) {
        return Ok(finding);
    }
    let leaves: Vec<Hash> = lines.iter().flatten().filter_map(|line| to_hash(&line.leaf)).collect();
    if let Some(at) = first_difference(&kept, &leaves) {
        let at = at as u64;
        let cut = at > leaves.len() as u64;
        return Ok(if cut { Finding::TailCut { from: at, of: head.size } } else { Finding::LineChanged(at) });
    }
    Ok(match Fit::of(&leaves, &head, tree.as_ref()) {
        Fit::Whole => Finding::Whole(leaves.len() as u64),
        Fit::Cut => Finding::TailCut { from: leaves.len() as u64 + 1, of: head.size },
        Fit::OtherRoot => Finding::TreeChanged("the signed head has another root".to_owned()),
        Fit::OtherTree => Finding::TreeChanged("the tree's row does not fit the lines".to_owned()),
    })
}

/// The lines with the tree that belongs to them; a row that does not even read as a line is none:
/// somebody put something else into it. Beside a running program an act may fall between
/// the two readings; then they are read again.
async fn at_rest(store: &Store) -> Result<(Vec<Option<Line>>, Option<Tree>), HeadError> {
    let mut conn = store.read().await?;
    let mut before = read_tree(&mut conn).await.ok();
    loop {
        let rows = conn.all(lines!("ORDER BY seq"), params![]).await?;
        let after = read_tree(&mut conn).await.ok();
        if before == after {
            return Ok((rows.iter().map(|row| Line::read(row).ok()).collect(), after));
        }
        before = after;
    }
}

fn first_bad_line(lines: &[Option<Line>]) -> Option<Finding> {
    let mut numbered = (1..).zip(lines);
    let bad = numbered.find(|(wanted, line)| !line.as_ref().is_some_and(|line| is_whole(line, *wanted)));
    bad.map(|(wanted, _)| Finding::LineChanged(wanted))
}

fn is_whole(line: &Line, wanted: u64) -> bool {
    line.seq == wanted && line.computed_leaf().is_ok_and(|leaf| leaf[..] == line.leaf[..])
}

/// What the journal says about one thing, oldest first.
pub async fn lines_about(conn: &mut Conn, subject: &str) -> Result<Vec<Line>, StoreError> {
    let rows = conn.all(lines!("WHERE subject = $1 ORDER BY seq"), params![subject]).await?;
    rows.iter().map(Line::read).collect()
}

/// Every line that says this happened, oldest first.
pub async fn lines_of(conn: &mut Conn, event: &str) -> Result<Vec<Line>, StoreError> {
    let rows = conn.all(lines!("WHERE event = $1 ORDER BY seq"), params![event]).await?;
    rows.iter().map(Line::read).collect()
}

/// A page of the journal, newest first, below a number.
pub async fn recent_lines(conn: &mut Conn, below: Option<u64>, most: i64) -> Result<Vec<Line>, StoreError> {
    let below = below.and_then(|seq| i64::try_from(seq).ok()).unwrap_or(i64::MAX);
    let rows = conn.all(lines!("WHERE seq < $1 ORDER BY seq DESC LIMIT $2"), params![below, most]).await?;
    rows.iter().map(Line::read).collect()
}
