//! The authors' signed authorisation (*giấy ủy quyền*), on which somebody else submits for them.

use jiff::civil::Date;
use thiserror::Error;

use crate::people::PersonName;
use crate::refusal::{Fact, Refusal};

/// A signed authorisation, as it was read off the paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorisation {
    /// Which author signed it.
    pub signed_by: PersonName,
    /// The day on it.
    pub signed_on: Date,
    /// The last day on which it holds; none where it names none.
    pub until: Option<Date>,
}

/// Why an authorisation is not taken, or why nobody submits without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AuthorisationRefusal {
    /// It is dated after today.
    #[error("the authorisation is dated {signed_on}, which has not come")]
    FromFuture {
        /// The day on it.
        signed_on: Date,
    },
    /// It ended before today, or before it was signed.
    #[error("the authorisation ended on {until}")]
    Ended {
        /// Its last day.
        until: Date,
    },
    /// The rule book asks for one, and none that holds is there.
    #[error("others submit on the authors' signed authorisation alone")]
    Missing,
}

impl Authorisation {
    /// One that holds on the day on which it is recorded.
    pub fn recorded(self, today: Date) -> Result<Self, AuthorisationRefusal> {
        let signed_on = self.signed_on;
        match self.until {
            _ if signed_on > today => Err(AuthorisationRefusal::FromFuture { signed_on }),
            Some(until) if until < today => Err(AuthorisationRefusal::Ended { until }),
            _ => Ok(self),
        }
    }

    /// Whether it holds on that day.
    ///
    /// ```
    /// use hoithi_rules::entries::Authorisation;
    /// use jiff::civil::date;
    /// let until = Some(date(2021, 6, 30));
    /// let paper = Authorisation { signed_by: "Lò Thị Mây".parse()?, signed_on: date(2021, 6, 1), until };
    /// assert!(paper.holds_on(date(2021, 6, 30)) && !paper.holds_on(date(2021, 7, 1)));
    /// # Ok::<(), hoithi_rules::people::PersonNameError>(())
    /// ```
    pub fn holds_on(&self, day: Date) -> bool {
        self.signed_on <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// Whether somebody else submits online for the authors that day: by which authorisation, or by none where the rule
/// book asks for none.
pub fn submits_for_authors(
    required: bool,
    held: Option<&Authorisation>,
    today: Date,
) -> Result<Option<&Authorisation>, AuthorisationRefusal> {
    match held.filter(|held| held.holds_on(today)) {
        None if required => Err(AuthorisationRefusal::Missing),
        held => Ok(held),
    }
}

impl Refusal for AuthorisationRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::FromFuture { .. } => "entries.authorisation_from_future",
            Self::Ended { .. } => "entries.authorisation_ended",
            Self::Missing => "entries.authorisation_missing",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::FromFuture { .. } => Some("signed_on".to_owned()),
            Self::Ended { .. } => Some("until".to_owned()),
            Self::Missing => None,
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::FromFuture { signed_on } => vec![("day", Fact::Day(*signed_on))],
            Self::Ended { until } => vec![("day", Fact::Day(*until))],
            Self::Missing => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn paper(until: Option<Date>) -> Authorisation {
        Authorisation { signed_by: "Lò Thị Mây".parse().unwrap(), signed_on: date(2021, 6, 1), until }
    }

    #[test]
    fn a_paper_is_recorded_on_a_day_on_which_it_holds() {
        let signed_on = date(2021, 6, 1);
        let early = paper(None).recorded(date(2021, 5, 31));
        assert_eq!(early, Err(AuthorisationRefusal::FromFuture { signed_on }));
        let until = date(2021, 6, 10);
        assert_eq!(paper(Some(until)).recorded(date(2021, 6, 11)), Err(AuthorisationRefusal::Ended { until }));
        assert_eq!(paper(Some(until)).recorded(until), Ok(paper(Some(until))));
        let before = date(2021, 5, 1);
        let backwards = paper(Some(before)).recorded(signed_on);
        assert_eq!(backwards, Err(AuthorisationRefusal::Ended { until: before }));
    }

    #[test]
    fn the_rule_book_says_whether_others_submit_without_one() {
        let (today, held) = (date(2021, 6, 5), paper(Some(date(2021, 6, 10))));
        assert_eq!(submits_for_authors(true, None, today), Err(AuthorisationRefusal::Missing));
        assert_eq!(submits_for_authors(false, None, today), Ok(None));
        assert_eq!(submits_for_authors(true, Some(&held), today), Ok(Some(&held)));
        let late = date(2021, 6, 11);
        assert_eq!(submits_for_authors(true, Some(&held), late), Err(AuthorisationRefusal::Missing));
        assert_eq!(submits_for_authors(false, Some(&held), late), Ok(None), "one that ended is none");
    }
}
