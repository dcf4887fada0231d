//! A prize given to an entry by a decision, as the decision names it.

use hoithi_rules::awards::{Dong, TierCode};
use hoithi_rules::ids::{AuthorId, AwardId, DocumentId, EditionId, EntryId, RoundId};
use hoithi_rules::judging::Points;
use jiff::Timestamp;

/// One line of the decision's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwardLine {
    /// Its id.
    pub id: AwardId,
    /// The entry.
    pub entry: EntryId,
    /// The entry's number.
    pub number: String,
    /// The solution's title.
    pub title: String,
    /// Its category's code.
    pub category: String,
    /// Its category in the words of the *Thể lệ*.
    pub category_name: String,
    /// Where the solution was made or is in use.
    pub unit_name: String,
    /// The tier.
    pub tier: TierCode,
    /// The tier in the words of the *Thể lệ*: "Giải Nhất".
    pub tier_name: String,
    /// Counted from 1, the highest tier first.
    pub tier_place: i64,
    /// The place among the tier's seats.
    pub(crate) seat: Seat,
    /// The rank in the ranking.
    pub place: i64,
    /// The official result.
    pub points: Points,
    /// What the prize is worth, once the rule book's money part says so.
    pub money: Option<Dong>,
    /// In the order of the certificate.
    pub authors: Vec<AwardAuthor>,
}

impl AwardLine {
    /// The authors' names in one line.
    pub fn byline(&self) -> String {
        let names: Vec<&str> = self.authors.iter().map(|author| author.name.as_str()).collect();
        names.join(", ")
    }
}

/// Which of a tier's seats an award takes, of how many, and where the ceiling counts: in the
/// category named here, or over all entries where the text is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seat {
    pub(crate) scope: String,
    pub(crate) number: i64,
    pub(crate) ceiling: i64,
}

/// An author as the decision names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwardAuthor {
    /// Their id in the dossier.
    pub author: AuthorId,
    /// Their name.
    pub name: String,
    /// Where they work.
    pub workplace: String,
}

/// How far an edition's prizes are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Proposal {
    /// The edition.
    pub edition: EditionId,
    /// The opened round whose ranking it follows.
    pub round: RoundId,
    /// The version of the rule book by which it was made.
    pub book_version: i64,
    /// Changes whenever it is made anew.
    pub version: i64,
    /// When it was made.
    pub proposed_at: Timestamp,
    /// The leader's decision, once there is one.
    pub decided: Option<Decided>,
}

/// How far an edition's prizes are, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowFar {
    /// Nothing is proposed.
    NotProposed,
    /// The proposal lies with the leader.
    Proposed,
    /// The leader has decided.
    Decided,
}

/// The leader has decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The opened round whose ranking it follows.
    pub round: RoundId,
    /// The decision in the register of documents.
    pub document: DocumentId,
    /// When it was recorded.
    pub at: Timestamp,
    /// Since when certificates or the announcement rest on it; then it is not corrected any more.
    pub relied_on: Option<Timestamp>,
}
