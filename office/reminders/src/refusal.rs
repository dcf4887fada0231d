//! Why the house's choice cannot be taken, beyond what the law of reminders says.

use hoithi_rules::refusal::Refusal;
use thiserror::Error;

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RemindersRefusal {
    /// Somebody else saved in between.
    #[error("the settings were changed meanwhile")]
    ChangedMeanwhile,
}

impl Refusal for RemindersRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::ChangedMeanwhile => "reminders.changed_meanwhile",
        }
    }
}
