//! Lists, who is on them, who wants to be.

use hoithi_people::secret_hash;
use hoithi_rules::ids::{MailingListId, ReaderId};
use hoithi_rules::mailings::ReaderState;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::things::{MailingList, Reader};

const LISTS: &str = "SELECT l.id, l.name, l.purpose, l.is_public, l.version,
        CAST((SELECT COUNT(*) FROM mailing_readers r WHERE r.list_id = l.id AND r.state = 'joined') AS BIGINT) AS readers
   FROM mailing_lists l ORDER BY l.created_at, l.id";

/// Every list, in the order in which they were begun.
pub(crate) async fn lists(db: &mut Conn) -> Result<Vec<MailingList>, StoreError> {
    db.all(LISTS, params![]).await?.iter().map(read_list).collect()
}

pub(crate) async fn list(db: &mut Conn, id: MailingListId) -> Result<Option<MailingList>, StoreError> {
    Ok(lists(db).await?.into_iter().find(|list| list.id == id))
}

fn read_list(row: &Row) -> Result<MailingList, StoreError> {
    Ok(MailingList {
        id: row.parsed("id")?,
        name: row.text("name")?,
        purpose: row.text("purpose")?,
        public: row.flag("is_public")?,
        readers: row.count("readers")?,
        version: row.int("version")?,
    })
}

pub(crate) async fn insert_list(db: &mut Conn, list: &MailingList, at: Timestamp) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO mailing_lists (id, name, purpose, is_public, created_at, version) VALUES ($1, $2, $3, $4, $5, 1)",
        params![list.id.uuid(), list.name.as_str(), list.purpose.as_str(), list.public, at],
    )
    .await?;
    Ok(())
}

/// False when somebody saved in between.
pub(crate) async fn update_list(db: &mut Conn, list: &MailingList) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE mailing_lists SET name = $1, purpose = $2, is_public = $3, version = version + 1
              WHERE id = $4 AND version = $5",
            params![list.name.as_str(), list.purpose.as_str(), list.public, list.id.uuid(), list.version],
        )
        .await?;
    Ok(changed > 0)
}

/// By what an address is known without being written down: small and capital letters are one.
pub(crate) fn address_hash(email: &str) -> String {
    secret_hash(&format!("mailings {}", email.trim().to_lowercase()))
}

macro_rules! readers {
    ($rest:literal) => {
        concat!(
            "SELECT id, list_id, email, name, state, source, consent, consent_version, consent_day, left_at
               FROM mailing_readers ",
            $rest
        )
    };
}

/// Everybody who is or was on a list, by address.
pub(crate) async fn readers(db: &mut Conn, list: MailingListId) -> Result<Vec<Reader>, StoreError> {
    let sql = readers!("WHERE list_id = $1 ORDER BY email, id");
    db.all(sql, params![list.uuid()]).await?.iter().map(read_reader).collect()
}

pub(crate) async fn reader(db: &mut Conn, id: ReaderId) -> Result<Option<Reader>, StoreError> {
    let sql = readers!("WHERE id = $1");
    db.maybe(sql, params![id.uuid()]).await?.as_ref().map(read_reader).transpose()
}

/// Whoever has or had that address on the list.
pub(crate) async fn reader_at(db: &mut Conn, list: MailingListId, email: &str) -> Result<Option<Reader>, StoreError> {
    let sql = readers!("WHERE list_id = $1 AND address_hash = $2");
    db.maybe(sql, params![list.uuid(), address_hash(email)]).await?.as_ref().map(read_reader).transpose()
}

/// Somebody who gets what is written to the list: the first by address.
pub(crate) async fn some_reader(db: &mut Conn, list: MailingListId) -> Result<Option<Reader>, StoreError> {
    let sql = readers!("WHERE list_id = $1 AND state = 'joined' ORDER BY email, id LIMIT 1");
    db.maybe(sql, params![list.uuid()]).await?.as_ref().map(read_reader).transpose()
}

fn read_reader(row: &Row) -> Result<Reader, StoreError> {
    Ok(Reader {
        id: row.parsed("id")?,
        list: row.parsed("list_id")?,
        email: row.text("email")?,
        name: row.text("name")?,
        state: state_of(&row.text("state")?)?,
        source: row.text("source")?,
        consent: row.text("consent")?,
        consent_version: row.text("consent_version")?,
        consent_day: row.parsed_opt("consent_day")?,
        left_at: row.instant_opt("left_at")?,
    })
}

pub(super) fn state_of(code: &str) -> Result<ReaderState, StoreError> {
    ReaderState::from_code(code).ok_or_else(|| StoreError::Nonsense {
        column: "state".to_owned(),
        value: code.to_owned(),
        wanted: "state of a reader",
    })
}

/// Puts somebody on a list, or on it again, with the consent of now.
pub(crate) async fn put_reader(db: &mut Conn, reader: &Reader, at: Timestamp) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO mailing_readers (id, list_id, address_hash, email, name, state, source, consent,
                                      consent_version, consent_day, joined_at, left_at)
         VALUES ($1, $2, $3, $4, $5, 'joined', $6, $7, $8, $9, $10, NULL)
         ON CONFLICT (list_id, address_hash) DO UPDATE SET email = excluded.email, name = excluded.name,
             state = 'joined', source = excluded.source, consent = excluded.consent,
             consent_version = excluded.consent_version, consent_day = excluded.consent_day,
             joined_at = excluded.joined_at, left_at = NULL",
        params![
            reader.id.uuid(),
            reader.list.uuid(),
            address_hash(&reader.email),
            reader.email.as_str(),
            reader.name.as_str(),
            reader.source.as_str(),
            reader.consent.as_str(),
            reader.consent_version.as_str(),
            reader.consent_day,
            at,
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn set_left(db: &mut Conn, reader: ReaderId, at: Timestamp) -> Result<bool, StoreError> {
    let sql = "UPDATE mailing_readers SET state = 'left', left_at = $1
                WHERE id = $2 AND state IN ('joined', 'bounced')";
    Ok(db.run(sql, params![at, reader.uuid()]).await? > 0)
}

pub(crate) async fn set_bounced(db: &mut Conn, reader: ReaderId) -> Result<(), StoreError> {
    let sql = "UPDATE mailing_readers SET state = 'bounced' WHERE id = $1 AND state = 'joined'";
    db.run(sql, params![reader.uuid()]).await?;
    Ok(())
}

/// The corrected address of somebody whose server refused mail; their consent stays what it was.
pub(crate) async fn correct_reader(db: &mut Conn, reader: ReaderId, email: &str) -> Result<(), StoreError> {
    let sql = "UPDATE mailing_readers SET email = $1, address_hash = $2, state = 'joined'
                WHERE id = $3 AND state = 'bounced'";
    db.run(sql, params![email, address_hash(email), reader.uuid()]).await?;
    Ok(())
}

/// What is known of a person goes; the hash stays, so that nobody puts them on the list again.
pub(crate) async fn erase_reader(db: &mut Conn, reader: ReaderId, at: Timestamp) -> Result<(), StoreError> {
    db.run(
        "UPDATE mailing_readers SET email = '', name = '', source = '', consent = '', consent_version = '',
                consent_day = NULL, state = 'erased', left_at = $1 WHERE id = $2",
        params![at, reader.uuid()],
    )
    .await?;
    db.run("DELETE FROM mailing_leave_links WHERE reader_id = $1", params![reader.uuid()]).await?;
    db.run("UPDATE mailing_deliveries SET words = '' WHERE reader_id = $1", params![reader.uuid()]).await?;
    db.run("UPDATE mailing_tried_before SET words = '' WHERE reader_id = $1", params![reader.uuid()]).await?;
    Ok(())
}

/// A wish to be on a list.
pub(crate) struct Wish {
    pub(crate) list: MailingListId,
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) consent: String,
    pub(crate) consent_version: String,
    pub(crate) consent_day: Date,
}

pub(crate) async fn put_wish(db: &mut Conn, hash: &str, wish: &Wish, at: Timestamp) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO mailing_joins (token_hash, list_id, email, name, consent, consent_version, consent_day, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            hash,
            wish.list.uuid(),
            wish.email.as_str(),
            wish.name.as_str(),
            wish.consent.as_str(),
            wish.consent_version.as_str(),
            wish.consent_day,
            at,
        ],
    )
    .await?;
    Ok(())
}

/// The wish behind a mailed word, if it was made after that.
pub(crate) async fn wish(db: &mut Conn, token: &str, since: Timestamp) -> Result<Option<Wish>, StoreError> {
    let sql = "SELECT list_id, email, name, consent, consent_version, consent_day FROM mailing_joins
                WHERE token_hash = $1 AND made_at > $2";
    let Some(row) = db.maybe(sql, params![secret_hash(token), since]).await? else { return Ok(None) };
    Ok(Some(Wish {
        list: row.parsed("list_id")?,
        email: row.text("email")?,
        name: row.text("name")?,
        consent: row.text("consent")?,
        consent_version: row.text("consent_version")?,
        consent_day: row.parsed("consent_day")?,
    }))
}

/// Wishes of one address for one list are one wish.
pub(crate) async fn forget_wishes(db: &mut Conn, list: MailingListId, email: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM mailing_joins WHERE list_id = $1 AND email = $2";
    db.run(sql, params![list.uuid(), email]).await?;
    Ok(())
}

/// Whether anybody's wish is older than that.
pub(crate) async fn any_wish_before(db: &mut Conn, before: Timestamp) -> Result<bool, StoreError> {
    let sql = "SELECT list_id FROM mailing_joins WHERE made_at <= $1 LIMIT 1";
    Ok(db.maybe(sql, params![before]).await?.is_some())
}

pub(crate) async fn forget_wishes_before(db: &mut Conn, before: Timestamp) -> Result<(), StoreError> {
    db.run("DELETE FROM mailing_joins WHERE made_at <= $1", params![before]).await?;
    Ok(())
}

pub(crate) async fn put_leave_link(
    db: &mut Conn,
    token: &str,
    reader: ReaderId,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO mailing_leave_links (token_hash, reader_id, made_at) VALUES ($1, $2, $3)";
    db.run(sql, params![secret_hash(token), reader.uuid(), at]).await?;
    Ok(())
}

pub(crate) async fn leaving(db: &mut Conn, token: &str) -> Result<Option<Reader>, StoreError> {
    let sql = "SELECT reader_id FROM mailing_leave_links WHERE token_hash = $1";
    let Some(row) = db.maybe(sql, params![secret_hash(token)]).await? else { return Ok(None) };
    reader(db, row.parsed("reader_id")?).await
}
