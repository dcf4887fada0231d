//! A question, its thread, and what of it everybody may read.

use hoithi_rules::helpdesk::{QuestionChannel, QuestionState};
use hoithi_rules::ids::{AccountId, DeskId, EditionId, QuestionId};
use jiff::Timestamp;
use uuid::Uuid;

/// A question without its thread.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// About which edition.
    pub edition: EditionId,
    /// By which people speak of it.
    pub number: i64,
    /// To which desk.
    pub desk: Option<DeskId>,
    /// Who looks after it.
    pub assignee: Option<AccountId>,
    /// That person's name, or nothing.
    pub assignee_name: String,
    /// How far it is.
    pub state: QuestionState,
    /// How it came.
    pub channel: QuestionChannel,
    /// The account of whoever asked signed in.
    pub asker: Option<AccountId>,
    /// Who asked, as they gave it or as the account says.
    pub asker_name: String,
    /// Where to mail them; may be empty.
    pub asker_email: String,
    /// Where to call them; may be empty.
    pub asker_phone: String,
    /// Their unit in words; may be empty.
    pub asker_unit: String,
    /// When it came.
    pub asked_at: Timestamp,
    /// Since when its asker waits, unless it is answered.
    pub waiting_since: Option<Timestamp>,
    /// The question itself.
    pub words: String,
    /// Changes with every change.
    pub version: i64,
}

impl Question {
    /// Its beginning, for a list.
    pub fn beginning(&self) -> String {
        const MOST: usize = 140;
        let line = self.words.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.chars().count() <= MOST {
            return line;
        }
        let cut: String = line.chars().take(MOST).collect();
        format!("{}…", cut.trim_end())
    }

    /// Whether its asker reads it on a page of their own, where they can write again. Who told it to the office
    /// reaches that page by mail only.
    pub fn has_page(&self) -> bool {
        self.is_mailed() || !self.was_told()
    }

    /// Whether the office wrote it down for whoever asked.
    pub fn was_told(&self) -> bool {
        QuestionChannel::RECORDED.contains(&self.channel)
    }

    /// Whether its answer goes out by mail.
    pub fn is_mailed(&self) -> bool {
        !self.asker_email.is_empty()
    }

    /// Who asked, and of which unit.
    pub fn who(&self) -> String {
        let parts = [self.asker_name.as_str(), self.asker_unit.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// One message of a thread.
#[derive(Clone, Debug)]
pub struct Message {
    /// When.
    pub at: Timestamp,
    /// Whether the office wrote it.
    pub office: bool,
    /// The officer's name, or nothing.
    pub name: String,
    /// The very words that were mailed.
    pub words: String,
}

impl Message {
    /// Its paragraphs.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.words.lines().filter(|line| !line.trim().is_empty())
    }
}

/// A question with its answer, for everybody.
#[derive(Clone, Debug)]
pub struct Published {
    /// Its id.
    pub id: Uuid,
    /// Of which edition.
    pub edition: EditionId,
    /// From which question it was made, if from one.
    pub from: Option<QuestionId>,
    /// Under which heading.
    pub category: String,
    /// Its place in the list.
    pub place: i64,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// Changes with every change.
    pub version: i64,
}

impl Published {
    /// The answer's paragraphs.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.answer.lines().filter(|line| !line.trim().is_empty())
    }
}
