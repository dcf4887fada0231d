//! Printed slips: how somebody without e-mail gets in. A slip bears a name and a code that opens once; whoever came by
//! it chooses a password, or asks for another slip next time.
//!
//! The rooms whose clerks print slips ask by what right; here stands what a slip is. It is given only to accounts that
//! were opened for one and that hold no role but an author's: nobody becomes a judge by printing a paper.

use hoithi_journal::{Act, Actor, Door, Event, Halt};
use hoithi_rules::campaign::SlipCode;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, UnitId};
use hoithi_rules::people::{Grant, PersonName, Role, Scope};
use hoithi_rules::text::one_line;
use hoithi_store::{Conn, StoreError, params};
use hoithi_web::{House, NetworkAddress, fold};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use crate::accounts::{Account, Contact, HashedPassword, Login, LoginError};
use crate::operations::{NewAccount, insert, insert_grant};
use crate::refuse::OrRefuse;
use crate::secret::secret_hash;
use crate::sessions::{SignedIn, end_all, open_session_by};
use crate::{store, tries};

/// Days that a slip opens, where nobody uses it.
const SLIP_DAYS: i64 = 30;

/// Who is given an account with a slip.
#[derive(Clone)]
pub struct NewBySlip {
    /// The person.
    pub name: PersonName,
    /// A number, or empty.
    pub phone: String,
    /// Where they work or study.
    pub unit: Option<UnitId>,
    /// One by chance that nobody was told: until they choose their own, none opens.
    pub password: HashedPassword,
}

/// A slip that was just made; its code is shown this once.
#[derive(Clone, Debug)]
pub struct NewSlip {
    /// Whose it is.
    pub account: Account,
    /// What they type.
    pub code: SlipCode,
    /// The last day on which it opens.
    pub last_day: Date,
}

/// Somebody who gets in by slips.
#[derive(Clone, Debug)]
pub struct SlipHolder {
    /// Who.
    pub account: Account,
    /// When the latest slip was printed.
    pub made_at: Timestamp,
    /// Until when it opens.
    pub last_day: Date,
    /// When it was used.
    pub used_at: Option<Timestamp>,
}

/// A telephone number that may be left out.
pub fn phone_if_any(text: &str) -> Result<String, LoginError> {
    if text.trim().is_empty() { Ok(String::new()) } else { Contact::parse("", text).map(|contact| contact.phone) }
}

/// Opens an author's account with its first slip. By what right, the calling operation has asked.
pub async fn open_by_slip(act: &mut Act, new: NewBySlip) -> Result<NewSlip, Halt> {
    let login = login_for(act, &new.phone).await?;
    let account = NewAccount {
        login,
        name: new.name,
        contact: Contact { email: String::new(), phone: new.phone },
        unit: new.unit,
        password: new.password,
        password_is_given: false,
    };
    let account = insert(act, account).await?;
    let from = day_in_vietnam(act.now());
    insert_grant(act, account, Grant { role: Role::Author, scope: Scope::Whole, from, to: None, deputy: false })
        .await?;
    give(act, account).await
}

/// Gives somebody who once came by a slip another. A password that they chose opens no more, and whoever is signed in
/// is signed out: its owner notices. By what right, the calling operation has asked.
pub async fn renew_slip(act: &mut Act, account: AccountId, password: HashedPassword) -> Result<NewSlip, Halt> {
    if !has_slip(act.db(), account).await? {
        return Err(LoginError::NoSlip).or_refuse();
    }
    if store::grants(act.db(), account.uuid()).await?.iter().any(|grant| grant.role != Role::Author) {
        return Err(LoginError::SlipForAuthors).or_refuse();
    }
    store::set_password(act.db(), account, &password, false).await?;
    end_all(act, account).await?;
    give(act, account).await
}

/// The number is what people remember; where there is none or another has it, a word by chance.
async fn login_for(act: &mut Act, phone: &str) -> Result<Login, Halt> {
    if let Ok(login) = digits(phone).parse::<Login>()
        && store::account_by_login(act.db(), login.as_str()).await?.is_none()
    {
        return Ok(login);
    }
    let word = act.random_id()?.simple().to_string();
    let word: String = word.chars().take(12).collect();
    format!("tg-{word}").parse::<Login>().or_refuse()
}

async fn give(act: &mut Act, id: AccountId) -> Result<NewSlip, Halt> {
    let account = store::account(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    let (now, by) = (act.now(), act.actor().account.ok_or_else(Halt::not_found)?);
    let code = SlipCode::from_random(act.random_bytes()?);
    let last_day = day_in_vietnam(now).saturating_add(SLIP_DAYS.days());
    act.db().run("DELETE FROM sign_in_slips WHERE account_id = $1", params![id.uuid()]).await?;
    act.db()
        .run(
            "INSERT INTO sign_in_slips (account_id, code_hash, made_at, made_by, last_day) VALUES ($1, $2, $3, $4, $5)",
            params![id.uuid(), secret_hash(code.as_str()), now, by, last_day],
        )
        .await?;
    act.record(Event::new("slip.printed", id));
    Ok(NewSlip { account, code, last_day })
}

/// Signs somebody in by name or telephone and the code of their slip; the code dies with it.
///
/// Wrong tries count as at the door of passwords, apart from it. What was wrong nobody is told, nor whether a person of
/// that name is known here.
pub(crate) async fn sign_in(
    house: &House,
    from: &NetworkAddress,
    who: &str,
    code: &SlipCode,
) -> Result<SignedIn, Halt> {
    let key = format!("(slip) {}", typed(who));
    let hash = secret_hash(code.as_str());
    let mut db = house.read().await?;
    tries::refuse_after_many(&mut db, &key, &from.0).await?;
    let holder = holder(&mut db, who, &hash, day_in_vietnam(house.clock().now())).await?;
    drop(db);
    let Some(account) = holder else {
        tries::remember(house, &key, &from.0).await?;
        return Err(LoginError::SlipWrong).or_refuse();
    };
    let actor = Actor::account(account.uuid(), Door::Page);
    house
        .acts
        .perform(actor, move |act| {
            let hash = hash.clone();
            Box::pin(async move { enter(act, account, &hash).await })
        })
        .await
}

/// Uses the code up; of two at once one gets in.
async fn enter(act: &mut Act, account: AccountId, hash: &str) -> Result<SignedIn, Halt> {
    let sql = "UPDATE sign_in_slips SET used_at = $1 WHERE account_id = $2 AND code_hash = $3 AND used_at IS NULL";
    let values = params![act.now(), account.uuid(), hash];
    if act.db().run(sql, values).await? != 1 {
        return Err(LoginError::SlipWrong).or_refuse();
    }
    act.record(Event::new("slip.used", account));
    open_session_by(act, account, true).await
}

/// Whose slip it is, where what was typed beside the code is theirs: the telephone, or the name. Where two people of
/// one name hold slips, the telephone decides for whoever has one.
async fn holder(db: &mut Conn, who: &str, hash: &str, today: Date) -> Result<Option<AccountId>, StoreError> {
    let row = db
        .maybe(
            "SELECT a.id, a.name, a.phone FROM sign_in_slips s JOIN accounts a ON a.id = s.account_id
              WHERE s.code_hash = $1 AND s.used_at IS NULL AND s.last_day >= $2 AND a.disabled_at IS NULL",
            params![hash, today],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let (id, name, phone) = (row.parsed::<AccountId>("id")?, row.text("name")?, digits(&row.text("phone")?));
    if !phone.is_empty() && digits(who) == phone {
        return Ok(Some(id));
    }
    if typed(&name) != typed(who) {
        return Ok(None);
    }
    let decided = phone.is_empty() || !has_twin(db, (id, &name), today).await?;
    Ok(decided.then_some(id))
}

/// Whether another person of that name holds a slip that opens.
async fn has_twin(db: &mut Conn, (id, name): (AccountId, &str), today: Date) -> Result<bool, StoreError> {
    let rows = db
        .all(
            "SELECT a.name FROM sign_in_slips s JOIN accounts a ON a.id = s.account_id
              WHERE a.id <> $1 AND s.used_at IS NULL AND s.last_day >= $2 AND a.disabled_at IS NULL",
            params![id.uuid(), today],
        )
        .await?;
    let names = rows.iter().map(|row| row.text("name")).collect::<Result<Vec<_>, _>>()?;
    Ok(names.iter().any(|other| typed(other) == typed(name)))
}

/// As people type a name: marks, capitals and spaces do not count.
fn typed(who: &str) -> String {
    fold(&one_line(who))
}

/// A number as it is compared: with or without the country's.
fn digits(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix("84") {
        Some(rest) if digits.len() == 11 => format!("0{rest}"),
        _ => digits,
    }
}

async fn has_slip(db: &mut Conn, account: AccountId) -> Result<bool, StoreError> {
    let sql = "SELECT account_id FROM sign_in_slips WHERE account_id = $1";
    Ok(db.maybe(sql, params![account.uuid()]).await?.is_some())
}

/// Everybody who gets in by slips, by name.
pub async fn slip_holders(db: &mut Conn) -> Result<Vec<SlipHolder>, StoreError> {
    let rows = db
        .all(
            "SELECT a.id, a.login, a.name, a.email, a.phone, a.unit_id, s.made_at, s.last_day, s.used_at
               FROM sign_in_slips s JOIN accounts a ON a.id = s.account_id
              WHERE a.disabled_at IS NULL ORDER BY a.name, a.id",
            params![],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(SlipHolder {
                account: store::read_account(row)?,
                made_at: row.instant("made_at")?,
                last_day: row.parsed("last_day")?,
                used_at: row.instant_opt("used_at")?,
            })
        })
        .collect()
}
