//! The tables of this room.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_correspondence::KeptFile;
use hoithi_rules::campaign::LinkTimes;
use hoithi_rules::ids::{AccountId, EditionId, EntryId, LinkId};
use hoithi_store::{Conn, Row, StoreError, Value, params};
use jiff::Timestamp;
use uuid::Uuid;

use crate::reply::{Benefit, How, KeptReply, Reply, Since, Used};
use crate::terms::Terms;

/// The author of one awarded entry, asked once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ask {
    pub(crate) id: Uuid,
    pub(crate) edition: EditionId,
    pub(crate) entry: EntryId,
    /// How long after the announcement.
    pub(crate) months: i64,
    pub(crate) at: Timestamp,
}

/// How a link reaches its holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkWay {
    Mail,
    /// By a code on paper.
    Shown,
}

impl LinkWay {
    const fn code(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Shown => "shown",
        }
    }
}

/// One link; its word is known to nobody here.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link {
    pub(crate) id: LinkId,
    pub(crate) ask: Uuid,
    pub(crate) times: LinkTimes,
}

/// After how many months the house asks, and which version of its choice that is; 0 where it chose nothing.
pub(crate) async fn terms(db: &mut Conn) -> Result<(Terms, i64), StoreError> {
    let sql = "SELECT months, version FROM aftercare_settings WHERE id = 1";
    let Some(row) = db.maybe(sql, params![]).await? else { return Ok((Terms::usual(), 0)) };
    // What was saved was allowed; a row that was tampered with falls back to what is usual.
    Ok((Terms::read(&row.text("months")?).unwrap_or_else(Terms::usual), row.int("version")?))
}

/// Saves what the house chose; false when somebody saved in between.
pub(crate) async fn save_terms(
    db: &mut Conn,
    (terms, seen): (&Terms, i64),
    (at, by): (Timestamp, AccountId),
) -> Result<bool, StoreError> {
    let mut values = params![terms.to_string(), seen + 1, at, by.uuid()];
    let sql = if seen == 0 {
        "INSERT INTO aftercare_settings (id, months, version, changed_at, changed_by)
         VALUES (1, $1, $2, $3, $4) ON CONFLICT (id) DO NOTHING"
    } else {
        values.push(Value::from(seen));
        "UPDATE aftercare_settings SET months = $1, version = $2, changed_at = $3, changed_by = $4
          WHERE id = 1 AND version = $5"
    };
    Ok(db.run(sql, values).await? == 1)
}

pub(crate) async fn insert_ask(db: &mut Conn, ask: &Ask) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO aftercare_asks (id, edition_id, entry_id, months, asked_at) VALUES ($1, $2, $3, $4, $5)",
        params![ask.id, ask.edition.uuid(), ask.entry.uuid(), ask.months, ask.at],
    )
    .await?;
    Ok(())
}

/// The entries of an edition whose authors were asked that long after it.
pub(crate) async fn asked(db: &mut Conn, edition: EditionId, months: i64) -> Result<BTreeSet<EntryId>, StoreError> {
    let sql = "SELECT entry_id FROM aftercare_asks WHERE edition_id = $1 AND months = $2";
    let rows = db.all(sql, params![edition.uuid(), months]).await?;
    rows.iter().map(|row| row.parsed("entry_id")).collect()
}

/// Everything that an edition's winners were asked, the latest first.
pub(crate) async fn asks_of(db: &mut Conn, edition: EditionId) -> Result<Vec<Ask>, StoreError> {
    let sql = "SELECT id, edition_id, entry_id, months, asked_at FROM aftercare_asks
                WHERE edition_id = $1 ORDER BY months DESC, id";
    let rows = db.all(sql, params![edition.uuid()]).await?;
    rows.iter().map(read_ask).collect()
}

/// One of them.
pub(crate) async fn ask(db: &mut Conn, id: Uuid) -> Result<Option<Ask>, StoreError> {
    let sql = "SELECT id, edition_id, entry_id, months, asked_at FROM aftercare_asks WHERE id = $1";
    db.maybe(sql, params![id]).await?.as_ref().map(read_ask).transpose()
}

fn read_ask(row: &Row) -> Result<Ask, StoreError> {
    Ok(Ask {
        id: row.parsed("id")?,
        edition: row.parsed("edition_id")?,
        entry: row.parsed("entry_id")?,
        months: row.int("months")?,
        at: row.instant("asked_at")?,
    })
}

pub(crate) async fn insert_link(
    db: &mut Conn,
    (link, way): (Link, LinkWay),
    (hash, at, by): (&str, Timestamp, Option<Uuid>),
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO aftercare_links (id, token_hash, ask_id, way, made_at, made_by, last_day)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![link.id.uuid(), hash, link.ask, way.code(), at, by, link.times.last_day],
    )
    .await?;
    Ok(())
}

/// The link of that hash.
pub(crate) async fn link(db: &mut Conn, hash: &str) -> Result<Option<Link>, StoreError> {
    let sql = "SELECT id, ask_id, last_day, revoked_at FROM aftercare_links WHERE token_hash = $1";
    let Some(row) = db.maybe(sql, params![hash]).await? else { return Ok(None) };
    Ok(Some(Link {
        id: row.parsed("id")?,
        ask: row.parsed("ask_id")?,
        times: LinkTimes { last_day: row.parsed("last_day")?, revoked_at: row.instant_opt("revoked_at")? },
    }))
}

/// Only the newest link opens.
pub(crate) async fn revoke_links(db: &mut Conn, ask: Uuid, at: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE aftercare_links SET revoked_at = $1 WHERE ask_id = $2 AND revoked_at IS NULL";
    db.run(sql, params![at, ask]).await?;
    Ok(())
}

/// When each of an edition's winners was last given a link.
pub(crate) async fn last_links(db: &mut Conn, edition: EditionId) -> Result<BTreeMap<Uuid, Timestamp>, StoreError> {
    let sql = "SELECT l.ask_id, MAX(l.made_at) AS last
                 FROM aftercare_links l JOIN aftercare_asks a ON a.id = l.ask_id
                WHERE a.edition_id = $1 GROUP BY l.ask_id";
    let rows = db.all(sql, params![edition.uuid()]).await?;
    rows.iter().map(|row| Ok((row.parsed("ask_id")?, row.instant("last")?))).collect()
}

/// The statement that reads answers, with what follows the table's name.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT r.ask_id, r.used, r.place, r.since_year, r.since_month, r.money, r.money_year, r.others, r.remarks,
                    r.may_publish, r.file_hash, r.file_name, r.file_type, r.file_size, r.how, r.came_on, r.replied_at,
                    r.version
               FROM aftercare_replies r ",
            $rest
        )
    };
}

/// What the winners of an edition said, by what they were asked.
pub(crate) async fn replies_of(db: &mut Conn, edition: EditionId) -> Result<BTreeMap<Uuid, KeptReply>, StoreError> {
    let sql = select!("JOIN aftercare_asks a ON a.id = r.ask_id WHERE a.edition_id = $1");
    let rows = db.all(sql, params![edition.uuid()]).await?;
    rows.iter().map(|row| Ok((row.parsed("ask_id")?, read_reply(row)?))).collect()
}

/// What was said to one of them.
pub(crate) async fn reply(db: &mut Conn, ask: Uuid) -> Result<Option<KeptReply>, StoreError> {
    let row = db.maybe(select!("WHERE r.ask_id = $1"), params![ask]).await?;
    row.as_ref().map(read_reply).transpose()
}

fn read_reply(row: &Row) -> Result<KeptReply, StoreError> {
    let nonsense =
        |column: &str, value: String, wanted| StoreError::Nonsense { column: column.to_owned(), value, wanted };
    let (used, how) = (row.text("used")?, row.text("how")?);
    let small = |column: &str| -> Result<Option<i16>, StoreError> {
        row.int_opt(column)?
            .map(|value| i16::try_from(value).map_err(|_| nonsense(column, value.to_string(), "year or month")))
            .transpose()
    };
    let month = small("since_month")?.and_then(|month| i8::try_from(month).ok());
    let benefit = row.int_opt("money")?.zip(small("money_year")?);
    Ok(KeptReply {
        reply: Reply {
            used: Used::from_code(&used).ok_or_else(|| nonsense("used", used, "word of use"))?,
            place: row.text("place")?,
            since: small("since_year")?.map(|year| Since { year, month }),
            benefit: benefit.map(|(dong, year)| Benefit { dong, year }),
            others: row.text("others")?,
            remarks: row.text("remarks")?,
            may_publish: row.flag("may_publish")?,
        },
        file: read_file(row)?,
        how: How::from_code(&how).ok_or_else(|| nonsense("how", how, "way of an answer"))?,
        came_on: row.parsed("came_on")?,
        at: row.instant("replied_at")?,
        version: row.int("version")?,
    })
}

fn read_file(row: &Row) -> Result<Option<KeptFile>, StoreError> {
    let Some(hash) = row.parsed_opt("file_hash")? else { return Ok(None) };
    Ok(Some(KeptFile {
        hash,
        name: row.text("file_name")?,
        media_type: row.text("file_type")?,
        size: row.int("file_size")?,
    }))
}

/// Writes an answer down in the place of the one that was seen; false when somebody else did so meanwhile.
pub(crate) async fn put_reply(
    db: &mut Conn,
    (ask, kept): (Uuid, &KeptReply),
    (seen, by): (i64, Uuid),
) -> Result<bool, StoreError> {
    let mut values = facts(kept);
    values.extend(params![by, kept.version, ask]);
    let sql = if seen == 0 {
        "INSERT INTO aftercare_replies (used, place, since_year, since_month, money, money_year, others, remarks,
                                        may_publish, file_hash, file_name, file_type, file_size, how, came_on,
                                        replied_at, replied_by, version, ask_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
         ON CONFLICT (ask_id) DO NOTHING"
    } else {
        values.push(Value::from(seen));
        "UPDATE aftercare_replies
            SET used = $1, place = $2, since_year = $3, since_month = $4, money = $5, money_year = $6, others = $7,
                remarks = $8, may_publish = $9, file_hash = $10, file_name = $11, file_type = $12, file_size = $13,
                how = $14, came_on = $15, replied_at = $16, replied_by = $17, version = $18
          WHERE ask_id = $19 AND version = $20"
    };
    Ok(db.run(sql, values).await? == 1)
}

/// What an answer says, in the order of the columns.
fn facts(kept: &KeptReply) -> Vec<Value> {
    let (reply, file) = (&kept.reply, kept.file.as_ref());
    params![
        reply.used.code(),
        reply.place.as_str(),
        reply.since.map(|since| i32::from(since.year)),
        reply.since.and_then(|since| since.month).map(i32::from),
        reply.benefit.map(|benefit| benefit.dong),
        reply.benefit.map(|benefit| i32::from(benefit.year)),
        reply.others.as_str(),
        reply.remarks.as_str(),
        reply.may_publish,
        file.map(|file| file.hash.as_str()),
        file.map(|file| file.name.as_str()),
        file.map(|file| file.media_type.as_str()),
        file.map(|file| file.size),
        kept.how.code(),
        kept.came_on,
        kept.at,
    ]
}
