//! The formula: for each thing that counts, how many points one is worth and where it ends.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::campaign::PublicityChannel;
use crate::judging::Points;
use crate::refusal::{Fact, Refusal};

/// Something that a unit earns points by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Criterion {
    /// One confirmed piece of publicity on that channel.
    Publicity(PublicityChannel),
    /// One entry that was received.
    EntrySent,
    /// One entry that was admitted to judging.
    EntryQualified,
    /// One prize of that place of the structure: 1 is the highest tier; 4 is the fourth and all below.
    Prize(u8),
    /// One report that came by its day.
    ReportOnTime,
}

impl Criterion {
    /// Every criterion, in the order of the contest.
    pub const ALL: [Self; 15] = [
        Self::Publicity(PublicityChannel::ComponentPortal),
        Self::Publicity(PublicityChannel::EmailSystem),
        Self::Publicity(PublicityChannel::Bulletin),
        Self::Publicity(PublicityChannel::Periodical),
        Self::Publicity(PublicityChannel::Print),
        Self::Publicity(PublicityChannel::RadioTelevision),
        Self::Publicity(PublicityChannel::Meeting),
        Self::Publicity(PublicityChannel::SocialNetwork),
        Self::EntrySent,
        Self::EntryQualified,
        Self::Prize(1),
        Self::Prize(2),
        Self::Prize(3),
        Self::Prize(4),
        Self::ReportOnTime,
    ];

    /// Stable name, in the store, the form and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Publicity(channel) => channel.code(),
            Self::EntrySent => "entry_sent",
            Self::EntryQualified => "entry_qualified",
            Self::Prize(1) => "prize_1",
            Self::Prize(2) => "prize_2",
            Self::Prize(3) => "prize_3",
            Self::Prize(_) => "prize_4",
            Self::ReportOnTime => "report_on_time",
        }
    }

    /// The criterion of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|criterion| criterion.code() == code)
    }

    /// Its name in the texts that a committee reads.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Publicity(PublicityChannel::ComponentPortal) => "Tin, bài trên cổng thông tin điện tử thành phần",
            Self::Publicity(PublicityChannel::EmailSystem) => "Thư gửi qua hệ thống thư điện tử",
            Self::Publicity(PublicityChannel::Bulletin) => "Bản tin",
            Self::Publicity(PublicityChannel::Periodical) => "Tập san",
            Self::Publicity(PublicityChannel::Print) => "Ấn phẩm",
            Self::Publicity(PublicityChannel::RadioTelevision) => "Phát thanh, truyền hình",
            Self::Publicity(PublicityChannel::Meeting) => "Phổ biến tại hội nghị, cuộc họp",
            Self::Publicity(PublicityChannel::SocialNetwork) => "Tin trên mạng xã hội",
            Self::EntrySent => "Hồ sơ dự thi đã gửi",
            Self::EntryQualified => "Hồ sơ đủ điều kiện chấm",
            Self::Prize(1) => "Giải cao nhất",
            Self::Prize(2) => "Giải thứ hai",
            Self::Prize(3) => "Giải thứ ba",
            Self::Prize(_) => "Giải còn lại",
            Self::ReportOnTime => "Báo cáo đúng hạn",
        }
    }

    /// A prize of a tier, counted from 1; what stands below the fourth counts as the fourth.
    pub fn of_tier(place: i64) -> Self {
        Self::Prize(u8::try_from(place.clamp(1, 4)).unwrap_or(4))
    }
}

impl fmt::Display for Criterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

/// What one criterion is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// For one of it.
    pub each: Points,
    /// At most this much for all of it; none is no limit.
    pub ceiling: Option<Points>,
}

/// A published formula: every criterion has its rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula(BTreeMap<Criterion, Rule>);

impl Formula {
    /// The most that one rule may be worth; whatever is added up stays far below the largest number.
    pub(crate) const MOST: Points = Points::whole(10_000);

    /// Of rules that were read one by one.
    pub(crate) fn of(rules: impl IntoIterator<Item = (Criterion, Rule)>) -> Self {
        Self(rules.into_iter().collect())
    }

    /// The one that a new edition begins with: publicity with low ceilings, entries and prizes above it.
    /// An assumption until the committee decides its own.
    pub fn assumed() -> Self {
        let rule = |each: i64, ceiling: Option<i64>| Rule {
            each: Points::from_hundredths(each),
            ceiling: ceiling.map(Points::whole),
        };
        let of = |criterion| match criterion {
            Criterion::Publicity(PublicityChannel::ComponentPortal | PublicityChannel::RadioTelevision) => {
                rule(200, Some(10))
            }
            Criterion::Publicity(PublicityChannel::SocialNetwork) => rule(50, Some(5)),
            Criterion::Publicity(_) => rule(100, Some(5)),
            Criterion::EntrySent => rule(200, Some(40)),
            Criterion::EntryQualified => rule(300, None),
            Criterion::Prize(1) => rule(3000, None),
            Criterion::Prize(2) => rule(2000, None),
            Criterion::Prize(3) => rule(1500, None),
            Criterion::Prize(_) => rule(800, None),
            Criterion::ReportOnTime => rule(500, Some(10)),
        };
        Self(Criterion::ALL.map(|criterion| (criterion, of(criterion))).into())
    }

    /// What the form brings, for every criterion what one is worth and the ceiling, as they were typed;
    /// or everything that is wrong with it.
    pub fn parse<'a>(typed: impl Fn(Criterion) -> (&'a str, &'a str)) -> Result<Self, Vec<FormulaRefusal>> {
        let (mut rules, mut wrong) = (BTreeMap::new(), Vec::new());
        for criterion in Criterion::ALL {
            let (each, ceiling) = typed(criterion);
            let each = points(each, criterion, false);
            let ceiling = if ceiling.trim().is_empty() { Ok(None) } else { points(ceiling, criterion, true).map(Some) };
            match (each, ceiling) {
                (Ok(each), Ok(Some(ceiling))) if ceiling < each => {
                    wrong.push(FormulaRefusal::CeilingBelowOne { criterion, each, ceiling });
                }
                (Ok(each), Ok(ceiling)) => {
                    rules.insert(criterion, Rule { each, ceiling });
                }
                (each, ceiling) => wrong.extend([each.err(), ceiling.err()].into_iter().flatten()),
            }
        }
        if wrong.is_empty() { Ok(Self(rules)) } else { Err(wrong) }
    }

    /// As the store keeps it: one line for each criterion.
    pub fn to_text(&self) -> String {
        let line = |(criterion, rule): (&Criterion, &Rule)| {
            let ceiling = rule.ceiling.map_or_else(|| "-".to_owned(), |ceiling| ceiling.hundredths().to_string());
            format!("{criterion} {} {ceiling}\n", rule.each.hundredths())
        };
        self.0.iter().map(line).collect()
    }

    /// What the store kept.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut rules = BTreeMap::new();
        for line in text.lines() {
            let mut words = line.split(' ');
            let criterion = Criterion::from_code(words.next()?)?;
            let each = Points::from_hundredths(words.next()?.parse().ok()?);
            let ceiling = match words.next()? {
                "-" => None,
                most => Some(Points::from_hundredths(most.parse().ok()?)),
            };
            rules.insert(criterion, Rule { each, ceiling });
        }
        (rules.len() == Criterion::ALL.len()).then_some(Self(rules))
    }

    /// The rule of a criterion.
    pub fn rule(&self, criterion: Criterion) -> Rule {
        self.0.get(&criterion).copied().unwrap_or(Rule { each: Points::ZERO, ceiling: None })
    }

    /// What so many of a criterion are worth, and whether the ceiling cut it.
    pub fn worth(&self, criterion: Criterion, count: u32) -> (Points, bool) {
        let rule = self.rule(criterion);
        let all = Points::from_hundredths(rule.each.hundredths().saturating_mul(i64::from(count)));
        match rule.ceiling {
            Some(ceiling) if all > ceiling => (ceiling, true),
            _ => (all, false),
        }
    }
}

fn points(text: &str, criterion: Criterion, of_ceiling: bool) -> Result<Points, FormulaRefusal> {
    let given = || text.trim().to_owned();
    let points: Points =
        text.parse().map_err(|_| FormulaRefusal::NotPoints { criterion, of_ceiling, given: given() })?;
    if points > Formula::MOST {
        return Err(FormulaRefusal::TooMuch { criterion, of_ceiling, most: Formula::MOST });
    }
    Ok(points)
}

/// What is wrong with a formula.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FormulaRefusal {
    /// Not a number of points.
    #[error("{given:?} is not a number of points for {criterion}")]
    NotPoints {
        /// Of which criterion.
        criterion: Criterion,
        /// Whether it stood for the ceiling.
        of_ceiling: bool,
        /// What was written.
        given: String,
    },
    /// More than any rule may be worth.
    #[error("{criterion} is worth more than {most}")]
    TooMuch {
        /// Of which criterion.
        criterion: Criterion,
        /// Whether it stood for the ceiling.
        of_ceiling: bool,
        /// The most.
        most: Points,
    },
    /// One alone would not fit under the ceiling.
    #[error("the ceiling {ceiling} of {criterion} is below {each} for one")]
    CeilingBelowOne {
        /// Of which criterion.
        criterion: Criterion,
        /// For one.
        each: Points,
        /// At most.
        ceiling: Points,
    },
}

impl Refusal for FormulaRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotPoints { .. } => "commendation.not_points",
            Self::TooMuch { .. } => "commendation.too_much",
            Self::CeilingBelowOne { .. } => "commendation.ceiling_below_one",
        }
    }

    fn field(&self) -> Option<String> {
        let (criterion, of_ceiling) = match self {
            Self::NotPoints { criterion, of_ceiling, .. } | Self::TooMuch { criterion, of_ceiling, .. } => {
                (criterion, *of_ceiling)
            }
            Self::CeilingBelowOne { criterion, .. } => (criterion, true),
        };
        Some(format!("{}_{criterion}", if of_ceiling { "ceiling" } else { "each" }))
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::NotPoints { given, .. } => vec![("given", Fact::text(given))],
            Self::TooMuch { most, .. } => vec![("most", Fact::Points(*most))],
            Self::CeilingBelowOne { each, ceiling, .. } => {
                vec![("each", Fact::Points(*each)), ("ceiling", Fact::Points(*ceiling))]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_kept_and_read_again() {
        let formula = Formula::assumed();
        assert_eq!(Formula::from_text(&formula.to_text()), Some(formula));
        assert_eq!(Formula::from_text("entry_sent 200 -\n"), None, "every criterion has its rule");
    }

    #[test]
    fn everything_wrong_comes_at_once_each_at_its_field() {
        let typed = |criterion: Criterion| match criterion {
            Criterion::EntrySent => ("hai", ""),
            Criterion::EntryQualified => ("5", "3"),
            Criterion::Prize(1) => ("10001", "x"),
            _ => ("1,5", "6"),
        };
        let fields: Vec<_> = Formula::parse(typed).unwrap_err().iter().filter_map(Refusal::field).collect();
        assert_eq!(fields, ["each_entry_sent", "ceiling_entry_qualified", "each_prize_1", "ceiling_prize_1"]);
    }

    #[test]
    fn whatever_stands_below_the_fourth_prize_counts_as_it() {
        assert_eq!([0, 1, 4, 9].map(Criterion::of_tier), [1, 1, 4, 4].map(Criterion::Prize));
    }
}
