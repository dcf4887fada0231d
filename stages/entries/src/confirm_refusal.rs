//! What stands in the way of an author's confirmation.

use hoithi_rules::entries::Share;
use hoithi_rules::refusal::{Fact, Refusal};
use thiserror::Error;

/// Why an author cannot be asked, or cannot confirm.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum ConfirmRefusal {
    #[error("this author confirmed already")]
    Already,
    #[error("this author left no address")]
    NoAddress,
    #[error("this author has no share yet")]
    NoShare,
    #[error("the share is {share} now")]
    ShareChanged { share: Share },
    #[error("the dossier has no such scan")]
    ScanMissing,
    #[error("an author writes this dossier: its signatures are not recorded for it")]
    WrittenByAuthor,
}

impl Refusal for ConfirmRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Already => "entries.author_confirmed_already",
            Self::NoAddress => "entries.author_no_address",
            Self::NoShare => "entries.author_no_share",
            Self::ShareChanged { .. } => "entries.author_share_changed",
            Self::ScanMissing => "entries.signature_scan_missing",
            Self::WrittenByAuthor => "entries.signature_not_recorded_here",
        }
    }

    fn field(&self) -> Option<String> {
        matches!(self, Self::ScanMissing).then(|| "part".to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::ShareChanged { share } => vec![("share", Fact::text(share))],
            _ => Vec::new(),
        }
    }
}
