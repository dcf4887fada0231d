//! What stands in the way of asking and of writing an answer down.

use hoithi_rules::refusal::Refusal;
use thiserror::Error;

/// What stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AftercareRefusal {
    /// Somebody else wrote in between.
    #[error("somebody wrote this answer meanwhile")]
    ChangedMeanwhile,
    /// There is an answer.
    #[error("this was answered")]
    Answered,
    /// No address to write to.
    #[error("nobody knows a mail address of theirs")]
    NoAddress,
    /// Nobody waits for paper.
    #[error("everybody without mail has answered")]
    NobodyWithoutMail,
    /// No way was chosen.
    #[error("say how the answer came")]
    HowMissing,
    /// No day, or one to come.
    #[error("say on which day the answer came")]
    CameOn,
    /// No months.
    #[error("at most five numbers of months up to 120")]
    Months,
    /// No code.
    #[error("type the code")]
    CodeMissing,
}

impl Refusal for AftercareRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::ChangedMeanwhile => "aftercare.changed_meanwhile",
            Self::Answered => "aftercare.answered",
            Self::NoAddress => "aftercare.no_address",
            Self::NobodyWithoutMail => "aftercare.nobody_without_mail",
            Self::HowMissing => "aftercare.how_missing",
            Self::CameOn => "aftercare.came_on",
            Self::Months => "aftercare.months",
            Self::CodeMissing => "aftercare.code_missing",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::HowMissing => "how",
            Self::CameOn => "came_on",
            Self::Months => "months",
            Self::CodeMissing => "code",
            Self::ChangedMeanwhile | Self::Answered | Self::NoAddress | Self::NobodyWithoutMail => return None,
        };
        Some(field.to_owned())
    }
}
