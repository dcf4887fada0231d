//! The table of authors' personal links.

use hoithi_rules::campaign::LinkTimes;
use hoithi_rules::ids::{AccountId, AuthorId, EntryId, LinkId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;

/// How a link reaches its author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkWay {
    /// By mail, to the author's own address.
    Mail,
    /// Shown once to whoever writes the dossier, who hands it over.
    Shown,
}

impl LinkWay {
    pub(super) fn of(code: &str) -> Self {
        if code == Self::Mail.code() { Self::Mail } else { Self::Shown }
    }

    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Shown => "shown",
        }
    }
}

/// One link; its word is known to nobody here.
#[derive(Clone, Debug)]
pub(crate) struct AuthorLink {
    pub(crate) id: LinkId,
    pub(crate) entry: EntryId,
    pub(crate) author: AuthorId,
    pub(crate) way: LinkWay,
    pub(crate) times: LinkTimes,
    pub(crate) made_at: Timestamp,
    /// When its author said no, and why.
    pub(crate) declined: Option<(Timestamp, String)>,
}

/// A link that was just made.
pub(crate) struct NewAuthorLink<'a> {
    pub(crate) id: LinkId,
    pub(crate) hash: &'a str,
    pub(crate) entry: EntryId,
    pub(crate) author: AuthorId,
    pub(crate) way: LinkWay,
    pub(crate) made_at: Timestamp,
    pub(crate) made_by: AccountId,
    pub(crate) last_day: Date,
}

pub(crate) async fn insert_author_link(db: &mut Conn, link: &NewAuthorLink<'_>) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO author_links (id, token_hash, entry_id, author_id, way, made_at, made_by, last_day)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            link.id.uuid(),
            link.hash,
            link.entry.uuid(),
            link.author.uuid(),
            link.way.code(),
            link.made_at,
            link.made_by.uuid(),
            link.last_day,
        ],
    )
    .await?;
    Ok(())
}

/// The link of that hash.
pub(crate) async fn author_link(db: &mut Conn, hash: &str) -> Result<Option<AuthorLink>, StoreError> {
    let row = db
        .maybe(
            "SELECT id, entry_id, author_id, way, made_at, last_day, revoked_at, declined_at, declined_reason
               FROM author_links WHERE token_hash = $1",
            params![hash],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// The links of one author, the newest first.
pub(crate) async fn author_links(db: &mut Conn, author: AuthorId) -> Result<Vec<AuthorLink>, StoreError> {
    let rows = db
        .all(
            "SELECT id, entry_id, author_id, way, made_at, last_day, revoked_at, declined_at, declined_reason
               FROM author_links WHERE author_id = $1 ORDER BY made_at DESC, id",
            params![author.uuid()],
        )
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<AuthorLink, StoreError> {
    let declined = match row.instant_opt("declined_at")? {
        Some(at) => Some((at, row.text("declined_reason")?)),
        None => None,
    };
    Ok(AuthorLink {
        id: row.parsed("id")?,
        entry: row.parsed("entry_id")?,
        author: row.parsed("author_id")?,
        way: LinkWay::of(&row.text("way")?),
        times: LinkTimes { last_day: row.parsed("last_day")?, revoked_at: row.instant_opt("revoked_at")? },
        made_at: row.instant("made_at")?,
        declined,
    })
}

/// Takes back every link of an author.
pub(crate) async fn revoke_author_links(db: &mut Conn, author: AuthorId, at: Timestamp) -> Result<u64, StoreError> {
    let sql = "UPDATE author_links SET revoked_at = $1 WHERE author_id = $2 AND revoked_at IS NULL";
    db.run(sql, params![at, author.uuid()]).await
}

/// Keeps that the author said no and why, or that they no longer do.
pub(crate) async fn decline_link(
    db: &mut Conn,
    link: LinkId,
    declined: Option<(Timestamp, &str)>,
) -> Result<(), StoreError> {
    let (at, reason) = declined.unzip();
    let sql = "UPDATE author_links SET declined_at = $1, declined_reason = $2 WHERE id = $3";
    db.run(sql, params![at, reason, link.uuid()]).await?;
    Ok(())
}

/// The author whose link stands in the journal where an account's id would.
pub(crate) async fn name_behind_link(db: &mut Conn, link: LinkId) -> Result<Option<String>, StoreError> {
    let row = db
        .maybe(
            "SELECT a.name
               FROM (SELECT id, author_id FROM author_links UNION ALL SELECT id, author_id FROM supplement_links) l
               JOIN entry_authors a ON a.id = l.author_id
              WHERE l.id = $1",
            params![link.uuid()],
        )
        .await?;
    row.map(|row| row.text("name")).transpose()
}
