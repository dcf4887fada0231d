//! Questions, their threads and links.

use std::collections::BTreeMap;

use hoithi_rules::helpdesk::{QuestionChannel, QuestionState};
use hoithi_rules::ids::{AccountId, DeskId, EditionId, QuestionId};
use hoithi_store::{Conn, Row, StoreError, Value, params};
use hoithi_web::fold;
use jiff::Timestamp;

use super::desks_of;
use crate::desk::Desk;
use crate::question::{Message, Question};
use hoithi_people::secret_hash;

/// What every question is read with. A macro, because the store takes no text that was put together
/// at run time.
macro_rules! questions {
    ($rest:literal) => {
        concat!(
            "SELECT q.id, q.edition_id, q.number, q.desk_id, q.assignee_id, q.state, q.channel, q.asker_id,
                    q.asked_at, q.waiting_since, q.words, q.version, q.asker_unit,
                    COALESCE(o.name, '') AS assignee_name,
                    COALESCE(a.name, q.asker_name) AS asker_name,
                    COALESCE(a.email, q.asker_email) AS asker_email,
                    COALESCE(a.phone, q.asker_phone) AS asker_phone
               FROM helpdesk_questions q
               LEFT JOIN accounts a ON a.id = q.asker_id
               LEFT JOIN accounts o ON o.id = q.assignee_id ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Question, StoreError> {
    let (state, channel) = (row.text("state")?, row.text("channel")?);
    let nonsense = |column: &str, value: &str| StoreError::Nonsense {
        column: column.to_owned(),
        value: value.to_owned(),
        wanted: "a known code",
    };
    Ok(Question {
        id: row.parsed("id")?,
        edition: row.parsed("edition_id")?,
        number: row.int("number")?,
        desk: row.parsed_opt("desk_id")?,
        assignee: row.parsed_opt("assignee_id")?,
        assignee_name: row.text("assignee_name")?,
        state: QuestionState::from_code(&state).ok_or_else(|| nonsense("state", &state))?,
        channel: QuestionChannel::from_code(&channel).ok_or_else(|| nonsense("channel", &channel))?,
        asker: row.parsed_opt("asker_id")?,
        asker_name: row.text("asker_name")?,
        asker_email: row.text("asker_email")?,
        asker_phone: row.text("asker_phone")?,
        asker_unit: row.text("asker_unit")?,
        asked_at: row.instant("asked_at")?,
        waiting_since: row.instant_opt("waiting_since")?,
        words: row.text("words")?,
        version: row.int("version")?,
    })
}

/// The number of the next question of an edition.
pub(crate) async fn next_number(db: &mut Conn, edition: EditionId) -> Result<i64, StoreError> {
    let sql = "SELECT COALESCE(MAX(number), 0) + 1 AS next FROM helpdesk_questions WHERE edition_id = $1";
    db.one(sql, params![edition.uuid()]).await?.int("next")
}

/// Writes a question. What the account of its asker says is not written a second time.
pub(crate) async fn insert_question(
    db: &mut Conn,
    question: &Question,
    consent_at: Option<Timestamp>,
) -> Result<(), StoreError> {
    let own = |text: &str| if question.asker.is_some() { String::new() } else { text.to_owned() };
    let folded = fold(&format!("{} {} {}", question.number, question.who(), question.words));
    db.run(
        "INSERT INTO helpdesk_questions (id, edition_id, number, desk_id, assignee_id, state, channel, asker_id,
             asker_name, asker_email, asker_phone, asker_unit, consent_at, asked_at, waiting_since, words, folded, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1)",
        params![
            question.id.uuid(),
            question.edition.uuid(),
            question.number,
            question.desk.map(DeskId::uuid),
            question.assignee.map(AccountId::uuid),
            question.state.code(),
            question.channel.code(),
            question.asker.map(AccountId::uuid),
            own(&question.asker_name),
            own(&question.asker_email),
            own(&question.asker_phone),
            &question.asker_unit,
            consent_at,
            question.asked_at,
            question.waiting_since,
            &question.words,
            folded,
        ],
    )
    .await?;
    Ok(())
}

/// Saves state, desk and assignee over the version that was read.
pub(crate) async fn save_question(db: &mut Conn, question: &Question) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE helpdesk_questions SET state = $3, desk_id = $4, assignee_id = $5, waiting_since = $6, version = version + 1
              WHERE id = $1 AND version = $2",
            params![
                question.id.uuid(),
                question.version,
                question.state.code(),
                question.desk.map(DeskId::uuid),
                question.assignee.map(AccountId::uuid),
                question.waiting_since,
            ],
        )
        .await?;
    Ok(changed == 1)
}

/// Adds words to a thread, the newest last.
pub(crate) async fn add_message(
    db: &mut Conn,
    question: QuestionId,
    (at, office, account): (Timestamp, bool, Option<AccountId>),
    words: &str,
) -> Result<(), StoreError> {
    db.run(
        "INSERT INTO helpdesk_messages (question_id, seq, at, office, account_id, words)
         SELECT $1, COALESCE(MAX(seq), 0) + 1, $2, $3, $4, $5 FROM helpdesk_messages WHERE question_id = $1",
        params![question.uuid(), at, office, account.map(AccountId::uuid), words],
    )
    .await?;
    Ok(())
}

/// A question's thread, the oldest first.
pub(crate) async fn messages(db: &mut Conn, question: QuestionId) -> Result<Vec<Message>, StoreError> {
    let rows = db
        .all(
            "SELECT m.at, m.office, m.words, COALESCE(a.name, '') AS name
               FROM helpdesk_messages m LEFT JOIN accounts a ON a.id = m.account_id
              WHERE m.question_id = $1 ORDER BY m.seq",
            params![question.uuid()],
        )
        .await?;
    let message = |row: &Row| {
        let (at, office) = (row.instant("at")?, row.flag("office")?);
        Ok(Message { at, office, name: row.text("name")?, words: row.text("words")? })
    };
    rows.iter().map(message).collect()
}

/// One question.
pub(crate) async fn question(db: &mut Conn, id: QuestionId) -> Result<Option<Question>, StoreError> {
    db.maybe(questions!("WHERE q.id = $1"), params![id.uuid()]).await?.as_ref().map(read).transpose()
}

/// The question that a personal link leads to.
pub(crate) async fn linked(db: &mut Conn, token: &str) -> Result<Option<Question>, StoreError> {
    let sql = questions!("JOIN helpdesk_links l ON l.question_id = q.id WHERE l.token_hash = $1");
    db.maybe(sql, params![secret_hash(token)]).await?.as_ref().map(read).transpose()
}

/// What somebody asked signed in, the newest first.
pub(crate) async fn of_asker(db: &mut Conn, account: AccountId) -> Result<Vec<Question>, StoreError> {
    let sql = questions!("WHERE q.asker_id = $1 ORDER BY q.asked_at DESC, q.id DESC LIMIT 200");
    db.all(sql, params![account.uuid()]).await?.iter().map(read).collect()
}

/// All of an edition that wait, the longest first.
pub(crate) async fn waiting_in(db: &mut Conn, edition: EditionId) -> Result<Vec<Question>, StoreError> {
    let sql = questions!("WHERE q.edition_id = $1 AND q.waiting_since IS NOT NULL ORDER BY q.waiting_since, q.number");
    db.all(sql, params![edition.uuid()]).await?.iter().map(read).collect()
}

/// What a list shows.
pub(crate) struct Filter {
    /// A state's code; empty for every one.
    pub(crate) state: String,
    /// A desk's id; empty for every one.
    pub(crate) desk: String,
    /// Words of the question or its asker; empty for all.
    pub(crate) words: String,
}

impl Filter {
    fn values(&self, edition: EditionId) -> Vec<Value> {
        params![edition.uuid(), self.state.as_str(), self.desk.as_str(), super::pattern(&self.words)]
    }
}

/// How many fit.
pub(crate) async fn count(db: &mut Conn, edition: EditionId, filter: &Filter) -> Result<usize, StoreError> {
    let sql = "SELECT COUNT(*) AS count FROM helpdesk_questions q
                WHERE q.edition_id = $1 AND ($2 = '' OR q.state = $2) AND ($3 = '' OR q.desk_id = $3) AND q.folded LIKE $4 ESCAPE '!'";
    db.one(sql, filter.values(edition)).await?.count("count")
}

/// Part of those that fit, the newest first.
pub(crate) async fn page_of(
    db: &mut Conn,
    edition: EditionId,
    filter: &Filter,
    (most, skip): (i64, i64),
) -> Result<Vec<Question>, StoreError> {
    let mut values = filter.values(edition);
    values.extend(params![most, skip]);
    let sql = questions!(
        "WHERE q.edition_id = $1 AND ($2 = '' OR q.state = $2) AND ($3 = '' OR q.desk_id = $3) AND q.folded LIKE $4 ESCAPE '!'
         ORDER BY q.number DESC LIMIT $5 OFFSET $6"
    );
    db.all(sql, values).await?.iter().map(read).collect()
}

/// How many questions wait for somebody, and since when the oldest of them does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// How many.
    pub count: usize,
    /// Since when the longest.
    pub oldest: Timestamp,
}

/// What waits for this person: what they took, and what nobody took at desks where they are on duty,
/// or what somebody took who is away.
pub async fn waiting_for(
    db: &mut Conn,
    edition: EditionId,
    account: AccountId,
    now: Timestamp,
) -> Result<Option<Waiting>, StoreError> {
    let desks = desks_of(db, edition).await?;
    let mine = mine(waiting_in(db, edition).await?, &desks, account, now);
    let oldest = mine.iter().filter_map(|question| question.waiting_since).min();
    Ok(oldest.map(|oldest| Waiting { count: mine.len(), oldest }))
}

/// Of these, what waits for this person.
pub(crate) fn mine(questions: Vec<Question>, desks: &[Desk], account: AccountId, now: Timestamp) -> Vec<Question> {
    let today = hoithi_rules::day::day_in_vietnam(now);
    let desks: BTreeMap<_, _> = desks.iter().map(|desk| (desk.id, desk)).collect();
    let on_duty = |desk: &Desk| desk.on_duty(now).contains(&account);
    let is_mine = |question: &Question| match (question.assignee, question.desk.and_then(|desk| desks.get(&desk))) {
        (Some(assignee), Some(desk)) => assignee == account || (desk.is_away(assignee, today) && on_duty(desk)),
        (Some(assignee), None) => assignee == account,
        (None, Some(desk)) => desk.named_on(today).is_empty() || on_duty(desk),
        // To no desk: whoever may answer sees it.
        (None, None) => true,
    };
    questions.into_iter().filter(is_mine).collect()
}
