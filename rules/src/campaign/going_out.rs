//! Whether a signed letter still goes out: what was withdrawn, replaced or recalled is sent to nobody more.

use jiff::civil::Date;
use thiserror::Error;

use crate::correspondence::Ending;
use crate::refusal::{Fact, Refusal};

/// Why a letter goes to nobody any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum GoingOutRefusal {
    /// A later document withdrew it.
    #[error("the letter was withdrawn on {day}")]
    Withdrawn {
        /// From which day.
        day: Date,
    },
    /// A later document stands in its place.
    #[error("another document stands in the letter's place since {day}")]
    Replaced {
        /// From which day.
        day: Date,
    },
    /// It was recalled from the units that had it.
    #[error("the letter was recalled")]
    Recalled,
}

impl Refusal for GoingOutRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Withdrawn { .. } => "campaign.letter_withdrawn",
            Self::Replaced { .. } => "campaign.letter_replaced",
            Self::Recalled => "campaign.letter_recalled",
        }
    }

    fn field(&self) -> Option<String> {
        None
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Withdrawn { day } | Self::Replaced { day } => vec![("day", Fact::Day(*day))],
            Self::Recalled => Vec::new(),
        }
    }
}

/// Whether a letter goes out today, by what ended it and from which day, and by whether it was recalled.
pub fn still_goes_out(ended: Option<(Ending, Date)>, recalled: bool, today: Date) -> Result<(), GoingOutRefusal> {
    match ended {
        Some((Ending::Withdrawn, day)) if day <= today => Err(GoingOutRefusal::Withdrawn { day }),
        Some((Ending::Replaced, day)) if day <= today => Err(GoingOutRefusal::Replaced { day }),
        _ if recalled => Err(GoingOutRefusal::Recalled),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_letter_goes_out_until_the_day_on_which_it_ends_or_is_recalled() {
        let (eve, day) = (date(2020, 8, 24), date(2020, 8, 25));
        assert_eq!(still_goes_out(None, false, day), Ok(()));
        assert_eq!(still_goes_out(Some((Ending::Withdrawn, day)), false, eve), Ok(()));
        assert_eq!(still_goes_out(Some((Ending::Withdrawn, day)), false, day), Err(GoingOutRefusal::Withdrawn { day }));
        assert_eq!(
            still_goes_out(Some((Ending::Replaced, eve)), true, day),
            Err(GoingOutRefusal::Replaced { day: eve })
        );
        assert_eq!(still_goes_out(Some((Ending::Withdrawn, day)), true, eve), Err(GoingOutRefusal::Recalled));
        assert_eq!(still_goes_out(None, true, day), Err(GoingOutRefusal::Recalled));
    }
}
