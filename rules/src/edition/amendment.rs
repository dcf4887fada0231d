//! An amendment: a new version of the book with its decision, and what it may still touch.
//!
//! Serves the closing article of a *Thể lệ* ("trong quá trình thực hiện …, Ban Tổ chức xem xét
//! sửa đổi, bổ sung"). A round that has opened is judged to its end by the marking it was frozen
//! with, whatever is amended after.

use std::collections::BTreeSet;

use jiff::civil::Date;
use thiserror::Error;

use super::articles::{Article, Line, articles, basis, basis_in, merit_article};
use super::words::day;
use super::{Part, RuleBook};
use crate::refusal::{Fact, Refusal};

/// The decision that puts a new version of a book in the place of the old.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// Number and symbol of the decision.
    pub decision: String,
    /// Who issued it.
    pub issuer: String,
    /// The day on it.
    pub issued: Date,
    /// From this day the new version counts.
    pub effective: Date,
    /// Why, in one sentence, for the public notice.
    pub reason: String,
}

/// How far an amendment still reaches into a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All of it.
    Whole,
    /// Only for the rounds of these codes; the others have opened and keep what they froze.
    RoundsNotOpened(Vec<String>),
    /// Nothing any more: every round has opened.
    Nothing,
}

/// Why an amendment is refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AmendmentRefusal {
    /// The new version says what the old one says.
    #[error("the new version changes nothing")]
    ChangesNothing,
    /// It is the book of another edition.
    #[error("the new version is the book of {new}, not of {old}")]
    OtherEdition {
        /// The edition being amended.
        old: String,
        /// The edition of the new version.
        new: String,
    },
    /// It would count before it was decided.
    #[error("effective on {effective}, before it was issued on {issued}")]
    Retroactive {
        /// From when it would count.
        effective: Date,
        /// The day on the decision.
        issued: Date,
    },
    /// It takes away a round that has opened.
    #[error("the round {round} has opened and is missing in the new version")]
    OpenedRoundRemoved {
        /// The round's code.
        round: String,
    },
    /// A round that has started no longer stands where it stood.
    #[error("the round {round} has started and must keep its place among the rounds")]
    StartedRoundMoved {
        /// The round's code.
        round: String,
    },
    /// It takes away the round whose opening ends the contest, after judging began.
    #[error("judging has begun and ends with the round {round}, which is missing in the new version")]
    LastRoundRemoved {
        /// The round's code.
        round: String,
    },
    /// It changes what is won after everybody can know who wins it.
    #[error("the result is known: the {} part can no longer be changed", .part.code())]
    ResultsKnown {
        /// Which part: prizes or money.
        part: Part,
    },
    /// It changes by what units are put forward while they are.
    #[error("units are put forward by the formula of merit: it can no longer be changed")]
    MeritUsed,
    /// It changes the marking after every round has opened.
    #[error("every round has opened: the marking can no longer be changed")]
    AllRoundsOpened,
}

impl Refusal for AmendmentRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::ChangesNothing => "edition.amendment_changes_nothing",
            Self::OtherEdition { .. } => "edition.amendment_of_other_edition",
            Self::Retroactive { .. } => "edition.amendment_retroactive",
            Self::OpenedRoundRemoved { .. } => "edition.opened_round_removed",
            Self::StartedRoundMoved { .. } => "edition.started_round_moved",
            Self::LastRoundRemoved { .. } => "edition.last_round_removed",
            Self::AllRoundsOpened => "edition.all_rounds_opened",
            Self::ResultsKnown { .. } => "edition.results_known",
            Self::MeritUsed => "edition.merit_used",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Retroactive { .. } => "effective",
            _ => "book",
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::ChangesNothing | Self::AllRoundsOpened | Self::MeritUsed => Vec::new(),
            Self::OtherEdition { old, new } => {
                vec![("old", Fact::Text(old.clone())), ("new", Fact::Text(new.clone()))]
            }
            Self::Retroactive { effective, issued } => {
                vec![("effective", Fact::Day(*effective)), ("issued", Fact::Day(*issued))]
            }
            Self::OpenedRoundRemoved { round }
            | Self::StartedRoundMoved { round }
            | Self::LastRoundRemoved { round } => vec![("round", Fact::Text(round.clone()))],
            Self::ResultsKnown { part } => vec![("part", Fact::Text(part.vietnamese().to_owned()))],
        }
    }
}

impl Amendment {
    /// Whether the new version may take the place of the old, with these rounds opened (by code).
    ///
    /// Gives the difference in words, for the public notice.
    pub fn admits(
        &self,
        old: &RuleBook,
        new: &RuleBook,
        opened: &BTreeSet<String>,
    ) -> Result<Vec<String>, AmendmentRefusal> {
        let (old_slug, new_slug) = (&old.rules().slug, &new.rules().slug);
        if old_slug != new_slug {
            let (old, new) = (old_slug.to_string(), new_slug.to_string());
            return Err(AmendmentRefusal::OtherEdition { old, new });
        }
        if self.effective < self.issued {
            let Self { effective, issued, .. } = *self;
            return Err(AmendmentRefusal::Retroactive { effective, issued });
        }
        started_rounds_stand(old, new, opened)?;
        match differences(old, new) {
            nothing if nothing.is_empty() => Err(AmendmentRefusal::ChangesNothing),
            differences => Ok(differences),
        }
    }
}

/// Whether a new version leaves prizes and money as they stood when the last round's seal was opened.
/// A part that was still missing then may come: nothing could be won before it.
pub fn prizes_stand(old: &RuleBook, new: &RuleBook) -> Result<(), AmendmentRefusal> {
    if old.prizes().is_some() && old.prizes() != new.prizes() {
        return Err(AmendmentRefusal::ResultsKnown { part: Part::Prizes });
    }
    if old.money().is_some() && old.money() != new.money() {
        return Err(AmendmentRefusal::ResultsKnown { part: Part::Money });
    }
    Ok(())
}

/// Whether a new version leaves the formula of merit as it stood when units were put forward by it: what
/// each thing is worth, and from which day on. The document behind it may be put right.
pub fn merit_stands(old: &RuleBook, new: &RuleBook) -> Result<(), AmendmentRefusal> {
    let law = |book: &RuleBook| book.merit().map(|part| (part.formula.clone(), part.source.in_force));
    if law(old) == law(new) { Ok(()) } else { Err(AmendmentRefusal::MeritUsed) }
}

/// Whether a new version leaves a contest that can be judged to its end: the rounds that have
/// started stay the first ones in their order, and the round that ends the contest stays. Asked when
/// an amendment is recorded, and again on the day when it comes into force.
pub fn started_rounds_stand(
    old: &RuleBook,
    new: &RuleBook,
    started: &BTreeSet<String>,
) -> Result<(), AmendmentRefusal> {
    if started.is_empty() {
        return Ok(());
    }
    let after: Vec<&str> = rounds(new).collect();
    if let Some(round) = started.iter().find(|round| !after.contains(&round.as_str())) {
        return Err(AmendmentRefusal::OpenedRoundRemoved { round: round.clone() });
    }
    let first = rounds(old).filter(|round| started.contains(*round));
    if let Some((round, _)) = first.zip(&after).find(|(round, there)| round != *there) {
        return Err(AmendmentRefusal::StartedRoundMoved { round: round.to_owned() });
    }
    if let Some(last) = old.last_round().filter(|last| !after.contains(&last.code.as_str())) {
        return Err(AmendmentRefusal::LastRoundRemoved { round: last.code.clone() });
    }
    let same = old.marking() == new.marking();
    if !same && reach(old, Part::Marking, started) == Reach::Nothing {
        return Err(AmendmentRefusal::AllRoundsOpened);
    }
    Ok(())
}

fn rounds(book: &RuleBook) -> impl Iterator<Item = &str> {
    let rounds = book.marking().map(|part| part.marking.rounds.as_slice()).unwrap_or_default();
    rounds.iter().map(|round| round.code.as_str())
}

/// How far an amendment still reaches into a part, with these rounds opened (by code).
///
/// Only the marking is ever closed: a round freezes it when it opens.
pub fn reach(book: &RuleBook, part: Part, opened: &BTreeSet<String>) -> Reach {
    if part != Part::Marking || opened.is_empty() {
        return Reach::Whole;
    }
    let waiting = rounds(book).filter(|round| !opened.contains(*round));
    let waiting: Vec<String> = waiting.map(str::to_owned).collect();
    if waiting.is_empty() { Reach::Nothing } else { Reach::RoundsNotOpened(waiting) }
}

/// What a new version says differently, in Vietnamese, one sentence each; empty if nothing.
pub fn differences(old: &RuleBook, new: &RuleBook) -> Vec<String> {
    let parts = Part::ALL.into_iter().flat_map(|part| part_differences(old, new, part));
    parts.chain(merit_differences(old, new)).collect()
}

fn merit_differences(old: &RuleBook, new: &RuleBook) -> Vec<String> {
    const NAMED: &str = "cách tính điểm thi đua của đơn vị";
    match (old.merit(), new.merit()) {
        (None, None) => Vec::new(),
        (None, Some(part)) => vec![format!("Bổ sung {NAMED}. {}", basis_in(&part.source))],
        (Some(_), None) => vec![format!("Bỏ {NAMED}.")],
        (Some(before), Some(after)) => {
            let (was, is) = (basis_in(&before.source), basis_in(&after.source));
            let source = (was != is).then(|| format!("Đổi văn bản về {NAMED}, từ «{was}» thành «{is}»."));
            let lines = line_differences(&merit_article(before), &merit_article(after));
            source.into_iter().chain(lines).collect()
        }
    }
}

fn part_differences(old: &RuleBook, new: &RuleBook, part: Part) -> Vec<String> {
    let named = part.vietnamese();
    match (basis(old, part), basis(new, part)) {
        (None, None) => Vec::new(),
        (None, Some(basis)) => vec![format!("Bổ sung phần {named}. {basis}")],
        (Some(_), None) => vec![format!("Bỏ phần {named}.")],
        (Some(before), Some(after)) => {
            let source =
                (before != after).then(|| format!("Phần {named}: đổi văn bản, từ «{before}» thành «{after}»."));
            let articles = article_differences(&articles(old, part), &articles(new, part));
            source.into_iter().chain(articles).collect()
        }
    }
}

/// Articles of one part stand in the same order in every book; what a book may leave out stands last.
fn article_differences(old: &[Article], new: &[Article]) -> Vec<String> {
    let empty = |article: &Article| Article { title: article.title.clone(), lines: Vec::new() };
    let both = old.iter().zip(new).flat_map(|(old, new)| line_differences(old, new));
    let dropped = old.iter().skip(new.len()).flat_map(|old| line_differences(old, &empty(old)));
    let added = new.iter().skip(old.len()).flat_map(|new| line_differences(&empty(new), new));
    both.chain(dropped).chain(added).collect()
}

fn line_differences(old: &Article, new: &Article) -> Vec<String> {
    let title = &new.title;
    let mut found = Vec::new();
    if old.title != *title {
        found.push(format!("Tên điều «{}» đổi thành «{title}».", old.title));
    }
    for line in &old.lines {
        match find(new, line) {
            Some(after) if after == line => {}
            Some(after) => found.push(format!("{title}: từ «{}» thành «{}».", line.printed(), after.printed())),
            None => found.push(format!("{title}: bỏ «{}».", line.printed())),
        }
    }
    for line in new.lines.iter().filter(|line| find(old, line).is_none()) {
        found.push(format!("{title}: thêm «{}».", line.printed()));
    }
    if shared_order(old, new) != shared_order(new, old) {
        let order: Vec<_> = new.lines.iter().map(Line::key).collect();
        found.push(format!("{title}: đổi thứ tự thành {}.", order.join(", ")));
    }
    found
}

fn find<'a>(article: &'a Article, line: &Line) -> Option<&'a Line> {
    article.lines.iter().find(|each| each.key() == line.key())
}

/// The clauses of one article that the other has too, in its own order.
fn shared_order<'a>(article: &'a Article, other: &Article) -> Vec<&'a str> {
    let shared = article.lines.iter().filter(|line| find(other, line).is_some());
    shared.map(Line::key).collect()
}

/// The public notice of an amendment, as plain text.
pub fn notice(amendment: &Amendment, book: &RuleBook, differences: &[String]) -> String {
    let Amendment { decision, issuer, issued, effective, reason } = amendment;
    let changes: Vec<_> = (1..).zip(differences).map(|(n, text)| format!("{n}. {text}")).collect();
    format!(
        "Sửa đổi, bổ sung {}\nTheo văn bản số {decision} ngày {} của {issuer}, áp dụng từ ngày {}.\nLý do: {reason}\n\n{}\n",
        book.title(),
        day(*issued),
        day(*effective),
        changes.join("\n")
    )
}
