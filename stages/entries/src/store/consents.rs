//! The table of authors' consents.

use std::collections::BTreeSet;

use hoithi_rules::entries::ConsentKind;
use hoithi_rules::ids::{AuthorId, EditionId, EntryId};
use hoithi_store::{Conn, StoreError, params};
use jiff::Timestamp;
use uuid::Uuid;

use crate::afar::SaidConsent;

/// The newest that an author said of one thing.
#[derive(Clone, Debug)]
pub(crate) struct Consent {
    pub(crate) author: AuthorId,
    pub(crate) kind: String,
    /// Who consented for a minor; empty where the author did.
    pub(crate) guardian: String,
    /// `link`, `account` or `form`.
    pub(crate) how: String,
    pub(crate) given_at: Timestamp,
    pub(crate) withdrawn_at: Option<Timestamp>,
}

/// A consent that is given now.
pub(crate) struct NewConsent<'a> {
    pub(crate) id: Uuid,
    pub(crate) entry: EntryId,
    pub(crate) author: AuthorId,
    pub(crate) kind: ConsentKind,
    pub(crate) words: &'a str,
    pub(crate) guardian: &'a str,
    pub(crate) how: &'static str,
    pub(crate) given_at: Timestamp,
    pub(crate) given_by: Uuid,
}

pub(crate) async fn insert_consent(db: &mut Conn, consent: &NewConsent<'_>) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO author_consents (id, entry_id, author_id, kind, words, guardian, how, given_at, given_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            consent.id,
            consent.entry.uuid(),
            consent.author.uuid(),
            consent.kind.code(),
            consent.words,
            consent.guardian,
            consent.how,
            consent.given_at,
            consent.given_by,
        ],
    )
    .await?;
    Ok(())
}

/// Takes back what an author consented to; says how many consents that were, one or none.
pub(crate) async fn withdraw_consent(
    db: &mut Conn,
    (author, kind): (AuthorId, ConsentKind),
    (at, by): (Timestamp, Uuid),
) -> Result<u64, StoreError> {
    let sql = "UPDATE author_consents SET withdrawn_at = $1, withdrawn_by = $2
                WHERE author_id = $3 AND kind = $4 AND withdrawn_at IS NULL";
    db.run(sql, params![at, by, author.uuid(), kind.code()]).await
}

/// Ends all that an author consented to, whose place another person takes.
pub(crate) async fn end_consents(
    db: &mut Conn,
    author: AuthorId,
    (at, by): (Timestamp, Uuid),
) -> Result<(), StoreError> {
    let sql = "UPDATE author_consents SET withdrawn_at = $1, withdrawn_by = $2
                WHERE author_id = $3 AND withdrawn_at IS NULL";
    db.run(sql, params![at, by, author.uuid()]).await?;
    Ok(())
}

/// All that the authors of an entry ever said, the newest first.
pub(crate) async fn consents(db: &mut Conn, entry: EntryId) -> Result<Vec<Consent>, StoreError> {
    let rows = db
        .all(
            "SELECT author_id, kind, guardian, how, given_at, withdrawn_at
               FROM author_consents WHERE entry_id = $1 ORDER BY given_at DESC, id DESC",
            params![entry.uuid()],
        )
        .await?;
    let read = rows.iter().map(|row| {
        Ok(Consent {
            author: row.parsed("author_id")?,
            kind: row.text("kind")?,
            guardian: row.text("guardian")?,
            how: row.text("how")?,
            given_at: row.instant("given_at")?,
            withdrawn_at: row.instant_opt("withdrawn_at")?,
        })
    });
    read.collect()
}

/// What the authors of an entry consent to now, with the words that they read.
pub(crate) async fn said_at(db: &mut Conn, entry: EntryId) -> Result<Vec<(AuthorId, SaidConsent)>, StoreError> {
    let rows = db
        .all(
            "SELECT author_id, kind, words, guardian, how, given_at
               FROM author_consents WHERE entry_id = $1 AND withdrawn_at IS NULL ORDER BY author_id, kind, id",
            params![entry.uuid()],
        )
        .await?;
    let read = rows.iter().map(|row| {
        let said = SaidConsent {
            kind: row.text("kind")?,
            words: row.text("words")?,
            guardian: row.text("guardian")?,
            how: row.text("how")?,
            given_at: row.instant("given_at")?,
        };
        Ok((row.parsed("author_id")?, said))
    });
    read.collect()
}

/// What authors consented to below, they consent to above: each author by the id there and the id here.
pub(crate) async fn copy_consents(
    db: &mut Conn,
    (from, to): (EntryId, EntryId),
    authors: &[(AuthorId, AuthorId)],
    ids: &[Uuid],
) -> Result<(), StoreError> {
    let rows = db
        .all(
            "SELECT author_id, kind, words, guardian, how, given_at, given_by
               FROM author_consents WHERE entry_id = $1 AND withdrawn_at IS NULL ORDER BY author_id, kind",
            params![from.uuid()],
        )
        .await?;
    let mut copies = Vec::new();
    for (row, id) in rows.iter().zip(ids) {
        let below: AuthorId = row.parsed("author_id")?;
        let Some((_, above)) = authors.iter().find(|(known, _)| *known == below) else { continue };
        let by: Uuid = row.parsed("given_by")?;
        copies.push(params![
            *id,
            to.uuid(),
            above.uuid(),
            row.text("kind")?,
            row.text("words")?,
            row.text("guardian")?,
            row.text("how")?,
            row.instant("given_at")?,
            by,
        ]);
    }
    let insert =
        "INSERT INTO author_consents (id, entry_id, author_id, kind, words, guardian, how, given_at, given_by)";
    db.insert_many(insert, copies).await
}

/// The authors of an edition whose names are not made public: they did not consent, or took it back.
pub async fn names_kept_back(db: &mut Conn, edition: EditionId) -> Result<BTreeSet<AuthorId>, StoreError> {
    let rows = db
        .all(
            "SELECT a.id FROM entry_authors a JOIN entries e ON e.id = a.entry_id
              WHERE e.edition_id = $1 AND NOT EXISTS (
                    SELECT 1 FROM author_consents c
                     WHERE c.author_id = a.id AND c.kind = 'publish_name' AND c.withdrawn_at IS NULL)",
            params![edition.uuid()],
        )
        .await?;
    rows.iter().map(|row| row.parsed("id")).collect()
}

/// How many consents to be named were ever given in the house, and how many of them were taken back. No row goes
/// away, so as long as these are the same, the same names are public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NamingConsents {
    given: usize,
    withdrawn: usize,
}

/// The consents to be named as they stand; far less to read than whose they are.
pub async fn naming_consents(db: &mut Conn) -> Result<NamingConsents, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS given, CAST(COUNT(withdrawn_at) AS BIGINT) AS withdrawn
                 FROM author_consents WHERE kind = 'publish_name'";
    let row = db.one(sql, params![]).await?;
    Ok(NamingConsents { given: row.count("given")?, withdrawn: row.count("withdrawn")? })
}
