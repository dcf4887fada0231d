//! How authors confirmed, beside the author's row that says that they did.

use std::collections::BTreeMap;

use hoithi_documents::Sha256Hex;
use hoithi_rules::entries::{Author, Confirmation};
use hoithi_rules::ids::{AuthorId, EntryId};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use uuid::Uuid;

use super::LinkWay;

/// By what an author confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// By a personal link.
    Link(LinkWay),
    /// By the signature on a form that lies in the dossier.
    Form {
        /// The scan.
        scan: Sha256Hex,
        /// What it is called.
        name: String,
    },
}

impl How {
    pub(crate) const fn code(&self) -> &'static str {
        match self {
            Self::Link(way) => way.code(),
            Self::Form { .. } => "form",
        }
    }
}

/// A confirmation as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Confirmed {
    pub(crate) how: How,
    pub(crate) at: Timestamp,
    /// The link, or the account of the clerk who saw the signature.
    pub(crate) by: Uuid,
}

impl Confirmed {
    /// Whether this is how that author's confirmation of today came about: an older one may have ended.
    pub(crate) fn is_of(&self, author: &Author) -> bool {
        matches!(author.confirmation, Confirmation::InApp { at } | Confirmation::OnForm { at } if at == self.at)
    }
}

/// Says in the author's row whether they agree.
pub(crate) async fn confirm_author(
    db: &mut Conn,
    author: AuthorId,
    confirmation: Confirmation,
) -> Result<(), StoreError> {
    let at = match confirmation {
        Confirmation::Pending => None,
        Confirmation::InApp { at } | Confirmation::OnForm { at } => Some(at),
    };
    let sql = "UPDATE entry_authors SET confirmation = $1, confirmed_at = $2 WHERE id = $3";
    db.run(sql, params![confirmation.code(), at, author.uuid()]).await?;
    Ok(())
}

/// Keeps how an author confirmed; an earlier way no longer counts.
pub(crate) async fn keep_how(
    db: &mut Conn,
    (entry, author): (EntryId, AuthorId),
    confirmed: &Confirmed,
) -> Result<(), StoreError> {
    db.run("DELETE FROM author_confirmations WHERE author_id = $1", params![author.uuid()]).await?;
    let (scan, name) = match &confirmed.how {
        How::Link(_) => (None, None),
        How::Form { scan, name } => (Some(scan.to_string()), Some(name.as_str())),
    };
    let (how, at, by) = (confirmed.how.code(), confirmed.at, confirmed.by);
    db.run(
        "INSERT INTO author_confirmations (author_id, entry_id, how, confirmed_at, recorded_by, scan, scan_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![author.uuid(), entry.uuid(), how, at, by, scan, name],
    )
    .await?;
    Ok(())
}

/// How the authors of an entry confirmed, as far as it was by a link or by a signature.
pub(crate) async fn confirmed_how(db: &mut Conn, entry: EntryId) -> Result<BTreeMap<AuthorId, Confirmed>, StoreError> {
    let rows = db
        .all(
            "SELECT author_id, how, confirmed_at, recorded_by, scan, scan_name
               FROM author_confirmations WHERE entry_id = $1",
            params![entry.uuid()],
        )
        .await?;
    rows.iter().map(|row| Ok((row.parsed("author_id")?, read(row)?))).collect()
}

fn read(row: &Row) -> Result<Confirmed, StoreError> {
    let how = match (row.text("how")?.as_str(), row.parsed_opt("scan")?) {
        (_, Some(scan)) => How::Form { scan, name: row.text("scan_name")? },
        ("mail", None) => How::Link(LinkWay::Mail),
        _ => How::Link(LinkWay::Shown),
    };
    Ok(Confirmed { how, at: row.instant("confirmed_at")?, by: row.parsed("recorded_by")? })
}
