//! The tables of what the house chose and of what was told.

use std::collections::BTreeMap;

use hoithi_people::secret_hash;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, UnitId};
use hoithi_rules::people::Role;
use hoithi_rules::reminders::{Days, Kind, KindSetting, Patience, Point, Quiet, Settings, Thing, Told};
use hoithi_store::{Conn, Row, StoreError, Value, params};
use jiff::Timestamp;
use jiff::civil::Date;

/// What the house chose, and which version of it that is; 0 where it chose nothing.
pub(crate) async fn settings(db: &mut Conn) -> Result<(Settings, i64), StoreError> {
    let sql = "SELECT quiet_from, quiet_to, digest_hour, patience, version FROM reminder_settings WHERE id = 1";
    let Some(row) = db.maybe(sql, params![]).await? else { return Ok((Settings::usual(), 0)) };
    let hour = |column: &str| Ok::<_, StoreError>(i8::try_from(row.int(column)?).unwrap_or(0));
    let quiet = Quiet { from: hour("quiet_from")?, to: hour("quiet_to")? };
    let kinds = kinds(db).await?;
    // What was saved was allowed; a row that was tampered with falls back to what is usual.
    let settings = Settings::new(kinds, quiet, hour("digest_hour")?).unwrap_or_else(|_| Settings::usual());
    let patience = Patience::read(&row.int("patience")?.to_string()).unwrap_or(Patience::USUAL);
    Ok((settings.with_patience(patience), row.int("version")?))
}

async fn kinds(db: &mut Conn) -> Result<BTreeMap<Kind, KindSetting>, StoreError> {
    let mut kinds = BTreeMap::new();
    for row in db.all("SELECT kind, is_on, days FROM reminder_kinds", params![]).await? {
        if let (Some(kind), Some(days)) = (Kind::from_code(&row.text("kind")?), Days::read(&row.text("days")?)) {
            kinds.insert(kind, KindSetting { on: row.flag("is_on")?, days });
        }
    }
    Ok(kinds)
}

/// Saves what the house chose; false when somebody saved in between.
pub(crate) async fn save_settings(
    db: &mut Conn,
    settings: &Settings,
    version: i64,
    (by, at): (AccountId, Timestamp),
) -> Result<bool, StoreError> {
    let quiet = settings.quiet();
    let values = params![
        i32::from(quiet.from),
        i32::from(quiet.to),
        i32::from(settings.digest_hour()),
        version + 1,
        at,
        by.uuid(),
        settings.patience().hours().unwrap_or_default(),
    ];
    let changed = if version == 0 {
        db.run(
            "INSERT INTO reminder_settings
                    (id, quiet_from, quiet_to, digest_hour, version, changed_at, changed_by, patience)
             VALUES (1, $1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING",
            values,
        )
        .await?
    } else {
        let mut values: Vec<Value> = values;
        values.push(version.into());
        db.run(
            "UPDATE reminder_settings SET quiet_from = $1, quiet_to = $2, digest_hour = $3, version = $4,
                    changed_at = $5, changed_by = $6, patience = $7 WHERE id = 1 AND version = $8",
            values,
        )
        .await?
    };
    if changed == 0 {
        return Ok(false);
    }
    db.run("DELETE FROM reminder_kinds", params![]).await?;
    let row = |kind: Kind| {
        let setting = settings.of(kind);
        params![kind.code(), setting.on, setting.days.to_string()]
    };
    db.insert_many("INSERT INTO reminder_kinds (kind, is_on, days)", Kind::ALL.into_iter().map(row).collect()).await?;
    Ok(true)
}

/// What was told since then, who was written last on which day, who does not want to be.
pub(crate) async fn told_since(db: &mut Conn, since: Timestamp) -> Result<Told<AccountId>, StoreError> {
    let mut told = Told::default();
    let sql = "SELECT account_id, kind, about, day, point, at FROM reminders_told WHERE at >= $1";
    for row in db.all(sql, params![since]).await? {
        let (person, at): (AccountId, _) = (row.parsed("account_id")?, row.instant("at")?);
        let written: Date = day_in_vietnam(at);
        let last = told.last.entry(person).or_insert(written);
        *last = written.max(*last);
        if let Some(point) = point(&row)? {
            told.points.insert((person, point));
        }
    }
    for row in db.all("SELECT account_id FROM reminders_muted", params![]).await? {
        told.mute.insert(row.parsed("account_id")?);
    }
    Ok(told)
}

fn point(row: &Row) -> Result<Option<Point>, StoreError> {
    let Some(kind) = Kind::from_code(&row.text("kind")?) else { return Ok(None) };
    let thing = Thing { kind, about: row.text("about")?, day: row.parsed("day")? };
    Ok(Some(Point { thing, from: row.parsed("point")? }))
}

/// What was told by mail in that time and not by telephone as well: the message, to whom, what.
pub(crate) async fn told_by_mail(
    db: &mut Conn,
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<(String, AccountId, Point)>, StoreError> {
    let sql = "SELECT message_id, account_id, kind, about, day, point FROM reminders_told
                WHERE channel = 'mail' AND at >= $1 AND at <= $2
                  AND message_id NOT IN (SELECT first_message FROM reminders_second_way)
                ORDER BY day, kind, about";
    let mut told = Vec::new();
    for row in db.all(sql, params![from, to]).await? {
        if let Some(point) = point(&row)? {
            told.push((row.text("message_id")?, row.parsed("account_id")?, point));
        }
    }
    Ok(told)
}

pub(crate) async fn put_second_way(db: &mut Conn, first: &str, second: &str, at: Timestamp) -> Result<(), StoreError> {
    let sql = "INSERT INTO reminders_second_way (first_message, second_message, at) VALUES ($1, $2, $3)";
    db.run(sql, params![first, second, at]).await?;
    Ok(())
}

/// Whether a person wants no daily mail.
pub(crate) async fn is_muted(db: &mut Conn, account: AccountId) -> Result<bool, StoreError> {
    let sql = "SELECT account_id FROM reminders_muted WHERE account_id = $1";
    Ok(db.maybe(sql, params![account.uuid()]).await?.is_some())
}

pub(crate) async fn set_muted(db: &mut Conn, account: AccountId, at: Option<Timestamp>) -> Result<(), StoreError> {
    match at {
        Some(at) => {
            let sql =
                "INSERT INTO reminders_muted (account_id, at) VALUES ($1, $2) ON CONFLICT (account_id) DO NOTHING";
            db.run(sql, params![account.uuid(), at]).await?
        }
        None => db.run("DELETE FROM reminders_muted WHERE account_id = $1", params![account.uuid()]).await?,
    };
    Ok(())
}

/// By which whoever has no account says that they want no mail.
pub(crate) async fn put_mute_link(
    db: &mut Conn,
    token: &str,
    person: AccountId,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO reminders_mute_links (token_hash, person_id, made_at) VALUES ($1, $2, $3)";
    db.run(sql, params![secret_hash(token), person.uuid(), at]).await?;
    Ok(())
}

/// Who says so by that word.
pub(crate) async fn whose_mute_link(db: &mut Conn, token: &str) -> Result<Option<AccountId>, StoreError> {
    let sql = "SELECT person_id FROM reminders_mute_links WHERE token_hash = $1";
    db.maybe(sql, params![secret_hash(token)]).await?.as_ref().map(|row| row.parsed("person_id")).transpose()
}

/// Nobody looks for a mail that old.
pub(crate) async fn forget_mute_links_before(db: &mut Conn, before: Timestamp) -> Result<(), StoreError> {
    db.run("DELETE FROM reminders_mute_links WHERE made_at < $1", params![before]).await?;
    Ok(())
}

/// A line of the record.
#[derive(Clone, Debug)]
pub(crate) struct ToldLine {
    pub(crate) at: Timestamp,
    pub(crate) role: Role,
    pub(crate) unit: Option<UnitId>,
    pub(crate) kind: Kind,
    pub(crate) day: Date,
    pub(crate) channel: String,
    pub(crate) message: Option<String>,
    /// The message to a telephone, where the mail waited for too long.
    pub(crate) second: Option<String>,
}

/// Which lines of the record are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Narrowed<'a> {
    pub(crate) kind: Option<Kind>,
    /// `mail`, `short` or `none`; empty for every way.
    pub(crate) channel: &'a str,
}

impl Narrowed<'_> {
    fn values(self) -> Vec<Value> {
        params![self.kind.map_or("", Kind::code), self.channel]
    }
}

/// When anybody of each unit was last told of what begins like this.
pub async fn last_told(db: &mut Conn, about: &str) -> Result<BTreeMap<UnitId, Timestamp>, StoreError> {
    let sql = "SELECT unit_id, MAX(at) AS last FROM reminders_told
                WHERE about LIKE $1 AND unit_id IS NOT NULL AND channel <> 'none' GROUP BY unit_id";
    let rows = db.all(sql, params![format!("{about}%")]).await?;
    rows.iter().map(|row| Ok((row.parsed("unit_id")?, row.instant("last")?))).collect()
}

/// How many lines the record has.
pub(crate) async fn count_told(db: &mut Conn, asked: Narrowed<'_>) -> Result<usize, StoreError> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS lines FROM reminders_told
                WHERE ($1 = '' OR kind = $1) AND ($2 = '' OR channel = $2)";
    db.one(sql, asked.values()).await?.count("lines")
}

/// Lines of the record, the newest first.
pub(crate) async fn told_lines(
    db: &mut Conn,
    asked: Narrowed<'_>,
    (most, skip): (i64, i64),
) -> Result<Vec<ToldLine>, StoreError> {
    let sql = "SELECT t.at, t.role, t.unit_id, t.kind, t.day, t.channel, t.message_id, s.second_message
                 FROM reminders_told t LEFT JOIN reminders_second_way s ON s.first_message = t.message_id
                WHERE ($1 = '' OR t.kind = $1) AND ($2 = '' OR t.channel = $2)
                ORDER BY t.at DESC, t.id LIMIT $3 OFFSET $4";
    let mut values = asked.values();
    values.extend(params![most, skip]);
    db.all(sql, values).await?.iter().map(read_line).collect()
}

fn read_line(row: &Row) -> Result<ToldLine, StoreError> {
    let nonsense =
        |column: &str, value: String, wanted| StoreError::Nonsense { column: column.to_owned(), value, wanted };
    let (role, kind) = (row.text("role")?, row.text("kind")?);
    Ok(ToldLine {
        at: row.instant("at")?,
        role: Role::from_code(&role).ok_or_else(|| nonsense("role", role, "role"))?,
        unit: row.parsed_opt("unit_id")?,
        kind: Kind::from_code(&kind).ok_or_else(|| nonsense("kind", kind, "kind of reminder"))?,
        day: row.parsed("day")?,
        channel: row.text("channel")?,
        message: row.text_opt("message_id")?,
        second: row.text_opt("second_message")?,
    })
}
