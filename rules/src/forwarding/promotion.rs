//! One entry on its way up.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::correspondence::DocumentNumber;
use crate::edition::{CategoryCode, ForwardingRule};
use crate::ids::EntryId;
use crate::judging::Points;
use crate::people::PersonName;
use crate::refusal::{Fact, Refusal};

/// The paper by which the lower contest stands behind the entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endorsement {
    /// Its number.
    pub document: DocumentNumber,
    /// The day it bears.
    pub date: Date,
    /// Who signed.
    pub signed_by: PersonName,
}

/// What is asked about an entry that shall go up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nominee {
    /// The entry.
    pub entry: EntryId,
    /// The category of the upper contest that its own one is mapped to.
    pub upward: Option<CategoryCode>,
    /// Its result in the opened round; none before.
    pub result: Option<Points>,
    /// Whether zeros ended it or it was withdrawn.
    pub out: bool,
    /// Whether it went up already.
    pub already_sent: bool,
    /// How many stand before it in its ranking that could go up and have not.
    pub passes_over: u32,
    /// Why it goes up before them; blank where nobody says so.
    pub because: String,
    /// The endorsement, if there is one.
    pub endorsement: Option<Endorsement>,
}

/// Why an entry does not go up.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ForwardingRefusal {
    /// The rule book sends nothing up.
    #[error("the rule book names no contest above")]
    NothingAbove,
    /// As many went up as may.
    #[error("{limit} entries have gone up, which is the limit")]
    QuotaFull {
        /// The limit.
        limit: u32,
    },
    /// It went up already.
    #[error("the entry went up already")]
    AlreadySent,
    /// It is out of the contest.
    #[error("the entry is out of the contest")]
    Out,
    /// It has no result yet.
    #[error("the entry has no result in an opened round")]
    ResultMissing,
    /// Its result is too low.
    #[error("the result {given} is less than {least}")]
    ResultTooLow {
        /// Its result.
        given: Points,
        /// The least.
        least: Points,
    },
    /// Better ones that could go up have not, and nobody says why.
    #[error("{better} better entries could go up before it")]
    OutOfOrder {
        /// How many.
        better: u32,
    },
    /// Its category has no counterpart above.
    #[error("the category has no counterpart in the contest above")]
    CategoryUnmapped,
    /// Nobody stands behind it.
    #[error("the endorsement is missing")]
    EndorsementMissing,
    /// The endorsement bears a day that has not come.
    #[error("the endorsement bears {date}, which has not come yet")]
    EndorsementFromFuture {
        /// The day it bears.
        date: Date,
    },
}

impl Refusal for ForwardingRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NothingAbove => "forwarding.nothing_above",
            Self::QuotaFull { .. } => "forwarding.quota_full",
            Self::AlreadySent => "forwarding.already_sent",
            Self::Out => "forwarding.entry_out",
            Self::ResultMissing => "forwarding.result_missing",
            Self::ResultTooLow { .. } => "forwarding.result_too_low",
            Self::OutOfOrder { .. } => "forwarding.out_of_order",
            Self::CategoryUnmapped => "forwarding.category_unmapped",
            Self::EndorsementMissing => "forwarding.endorsement_missing",
            Self::EndorsementFromFuture { .. } => "forwarding.endorsement_from_future",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::OutOfOrder { .. } => Some("because".into()),
            Self::EndorsementMissing => Some("endorsement".into()),
            Self::EndorsementFromFuture { .. } => Some("endorsement_date".into()),
            _ => None,
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::QuotaFull { limit } => vec![("limit", Fact::count(*limit))],
            Self::ResultTooLow { given, least } => {
                vec![("given", Fact::Points(*given)), ("least", Fact::Points(*least))]
            }
            Self::OutOfOrder { better } => vec![("better", Fact::count(*better))],
            Self::EndorsementFromFuture { date } => vec![("date", Fact::Day(*date))],
            _ => vec![],
        }
    }
}

/// Everything that keeps an entry from going up; `sent` counts those that went before it.
pub fn check_promotion(
    nominee: &Nominee,
    rule: Option<&ForwardingRule>,
    sent: usize,
    today: Date,
) -> Result<(), Vec<ForwardingRefusal>> {
    let Some(rule) = rule else {
        return Err(vec![ForwardingRefusal::NothingAbove]);
    };
    let limit = rule.limit.get();
    let full = u32::try_from(sent).map_or(true, |sent| sent >= limit);
    let own = own_problems(nominee, rule);
    // What cannot go up at all passes nobody over.
    let unsaid = own.is_empty() && nominee.passes_over > 0 && nominee.because.trim().is_empty();
    let problems: Vec<ForwardingRefusal> = full
        .then_some(ForwardingRefusal::QuotaFull { limit })
        .into_iter()
        .chain(own)
        .chain(endorsement_problem(nominee.endorsement.as_ref(), today))
        .chain(unsaid.then_some(ForwardingRefusal::OutOfOrder { better: nominee.passes_over }))
        .collect();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// Whether nothing of the entry itself keeps it from going up, however many went before it.
pub fn could_go_up(nominee: &Nominee, rule: &ForwardingRule) -> bool {
    own_problems(nominee, rule).is_empty()
}

fn own_problems(nominee: &Nominee, rule: &ForwardingRule) -> Vec<ForwardingRefusal> {
    [
        nominee.already_sent.then_some(ForwardingRefusal::AlreadySent),
        nominee.out.then_some(ForwardingRefusal::Out),
        result_problem(nominee.result, rule.least_points),
        nominee.upward.is_none().then_some(ForwardingRefusal::CategoryUnmapped),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn result_problem(result: Option<Points>, least: Option<Points>) -> Option<ForwardingRefusal> {
    match (result, least) {
        (None, _) => Some(ForwardingRefusal::ResultMissing),
        (Some(given), Some(least)) if given < least => Some(ForwardingRefusal::ResultTooLow { given, least }),
        _ => None,
    }
}

fn endorsement_problem(endorsement: Option<&Endorsement>, today: Date) -> Option<ForwardingRefusal> {
    match endorsement {
        None => Some(ForwardingRefusal::EndorsementMissing),
        Some(Endorsement { date, .. }) if *date > today => {
            Some(ForwardingRefusal::EndorsementFromFuture { date: *date })
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Slug;
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2021, 6, 1);

    fn rule() -> ForwardingRule {
        ForwardingRule {
            to: Slug::parse("quang-ninh-viii").unwrap(),
            limit: 2.try_into().unwrap(),
            least_points: Some(Points::whole(60)),
            choice: None,
            shows_result: false,
        }
    }

    fn endorsement() -> Endorsement {
        Endorsement {
            document: DocumentNumber::parse("15/TTr-UBND", 2021).unwrap(),
            date: TODAY,
            signed_by: "Hoàng Văn Mẫu".parse().unwrap(),
        }
    }

    fn nominee() -> Nominee {
        Nominee {
            entry: EntryId::new(Uuid::from_u128(1)),
            upward: CategoryCode::parse("y-duoc"),
            result: Some(Points::whole(60)),
            out: false,
            already_sent: false,
            passes_over: 0,
            because: String::new(),
            endorsement: Some(endorsement()),
        }
    }

    fn codes(nominee: &Nominee, sent: usize) -> Vec<&'static str> {
        let problems = check_promotion(nominee, Some(&rule()), sent, TODAY).err().unwrap_or_default();
        problems.iter().map(Refusal::code).collect()
    }

    #[test]
    fn the_best_go_up_until_the_quota_is_full() {
        assert_eq!(codes(&nominee(), 1), [""; 0]);
        assert_eq!(codes(&nominee(), 2), ["forwarding.quota_full"]);
        let none = check_promotion(&nominee(), None, 0, TODAY);
        assert_eq!(none, Err(vec![ForwardingRefusal::NothingAbove]));
    }

    #[test]
    fn a_better_one_is_passed_over_for_a_reason_only() {
        let second = Nominee { passes_over: 1, ..nominee() };
        assert_eq!(codes(&second, 0), ["forwarding.out_of_order"]);
        assert_eq!(codes(&Nominee { because: " \n".to_owned(), ..second.clone() }, 0), ["forwarding.out_of_order"]);
        assert_eq!(codes(&Nominee { because: "Tác giả xin rút.".to_owned(), ..second.clone() }, 0), [""; 0]);
        assert!(could_go_up(&second, &rule()));
        let out = Nominee { out: true, ..second };
        assert_eq!(codes(&out, 0), ["forwarding.entry_out"], "what goes nowhere passes nobody over");
        assert!(!could_go_up(&out, &rule()));
    }

    #[test]
    fn everything_in_the_way_is_told_at_once() {
        let bad = Nominee { upward: None, result: None, out: true, already_sent: true, endorsement: None, ..nominee() };
        let expected = [
            "forwarding.already_sent",
            "forwarding.entry_out",
            "forwarding.result_missing",
            "forwarding.category_unmapped",
            "forwarding.endorsement_missing",
        ];
        assert_eq!(codes(&bad, 0), expected);
        let low = Nominee { result: Some(Points::from_hundredths(5999)), ..nominee() };
        assert_eq!(codes(&low, 0), ["forwarding.result_too_low"]);
    }
}
