//! More time for one entry: until when, why, and what everybody may read of it.

use jiff::Timestamp;
use thiserror::Error;

use crate::edition::Window;
use crate::refusal::{Fact, Refusal};
use crate::text::paragraphs;

/// Why an entry is given more time, as everybody may read it: no word of it points at a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtensionCause {
    /// The system or the network failed.
    Network,
    /// A storm, a flood, a power cut.
    Disaster,
    /// Illness or an accident.
    Illness,
    /// Something else.
    Other,
}

impl ExtensionCause {
    /// Every cause.
    pub const ALL: [Self; 4] = [Self::Network, Self::Disaster, Self::Illness, Self::Other];

    /// Stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Disaster => "disaster",
            Self::Illness => "illness",
            Self::Other => "other",
        }
    }

    /// The cause of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.code() == code)
    }
}

/// More time for one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// Until when it is received, this instant excluded.
    pub until: Timestamp,
    /// Why, for everybody.
    pub cause: ExtensionCause,
    /// Why, for its authors and the organisers.
    pub reason: String,
}

impl Extension {
    /// Gives more time than the entry has; everything that is wrong with it at once.
    pub fn grant(
        until: Timestamp,
        (cause, reason): (ExtensionCause, &str),
        window: &Window,
        now: Timestamp,
    ) -> Result<Self, Vec<ExtensionRefusal>> {
        let reason = paragraphs(reason);
        let problems: Vec<ExtensionRefusal> = [
            (until <= window.closes).then_some(ExtensionRefusal::NotLater { closes: window.closes }),
            (until > window.closes && until <= now).then_some(ExtensionRefusal::Past),
            reason.is_empty().then_some(ExtensionRefusal::ReasonMissing),
        ]
        .into_iter()
        .flatten()
        .collect();
        if problems.is_empty() { Ok(Self { until, cause, reason }) } else { Err(problems) }
    }
}

/// Why no more time is given so.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ExtensionRefusal {
    /// The entry has as much time already.
    #[error("it is received until {closes} already")]
    NotLater {
        /// When it closes for this entry.
        closes: Timestamp,
    },
    /// That instant is over.
    #[error("that instant has passed")]
    Past,
    /// Nobody says why.
    #[error("the reason is missing")]
    ReasonMissing,
}

impl Refusal for ExtensionRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotLater { .. } => "entries.extension_not_later",
            Self::Past => "entries.extension_past",
            Self::ReasonMissing => "entries.extension_reason_missing",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::NotLater { .. } | Self::Past => "until_day",
            Self::ReasonMissing => "reason",
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::NotLater { closes } => vec![("closes", Fact::Instant(*closes))],
            Self::Past | Self::ReasonMissing => vec![],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::{Arrival, RuleBook, books};

    fn instant(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn codes(until: &str, reason: &str) -> Vec<&'static str> {
        let book = RuleBook::parse(books::QUANG_NINH_VIII).unwrap();
        let now = instant("2021-06-30T18:00:00+07:00");
        let given = (ExtensionCause::Disaster, reason);
        let granted = Extension::grant(instant(until), given, book.calendar().intake_window(), now);
        granted.err().unwrap_or_default().iter().map(Refusal::code).collect()
    }

    #[test]
    fn more_time_is_later_than_everybody_s_lies_ahead_and_has_a_reason() {
        assert_eq!(codes("2021-07-02T17:00:00+07:00", "Bão làm mất điện cả xã."), [""; 0]);
        assert_eq!(codes("2021-06-30T17:30:00+07:00", "Mất mạng."), ["entries.extension_past"]);
        let both = ["entries.extension_not_later", "entries.extension_reason_missing"];
        assert_eq!(codes("2021-06-30T17:00:00+07:00", " "), both);
    }

    #[test]
    fn one_entry_is_received_longer_and_not_a_second_more() {
        let book = RuleBook::parse(books::QUANG_NINH_VIII).unwrap();
        let until = Some(instant("2021-07-02T17:00:00+07:00"));
        let online = |at: &str| Arrival::Online { at: instant(at) };
        assert!(book.receives_until(online("2021-07-02T16:59:59+07:00"), until).is_ok());
        assert!(book.receives_until(online("2021-07-02T17:00:00+07:00"), until).is_err());
        assert!(book.receives_until(online("2021-06-30T17:00:00+07:00"), None).is_err());
        let earlier = Some(instant("2021-01-01T00:00:00+07:00"));
        assert!(book.receives_until(online("2021-06-30T16:59:59+07:00"), earlier).is_ok());
    }

    #[test]
    fn what_lies_ready_when_the_door_closes_is_inside() {
        let book = RuleBook::parse(books::QUANG_NINH_VIII).unwrap();
        let window = book.calendar().intake_window();
        assert_eq!(window.last_second(), instant("2021-06-30T16:59:59+07:00"));
        assert_eq!(window.admits(window.last_second()), Ok(()));
    }
}
