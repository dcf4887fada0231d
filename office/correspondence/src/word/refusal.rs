//! Why a Word file is not taken back.

use hoithi_documents::package::PackageError;
use hoithi_journal::Halt;
use hoithi_people::refused;
use hoithi_rules::refusal::Refusal;
use thiserror::Error;

/// Why a Word file is not taken back. The draft stays as it was, whatever the file is.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum WordRefusal {
    /// No file came.
    #[error("no Word file was chosen")]
    Missing,
    /// What it is, or carries.
    #[error(transparent)]
    Package(PackageError),
    /// Nothing to read in it.
    #[error("the Word file has no text")]
    Empty,
    /// Nothing was changed in it.
    #[error("the Word file says what the draft says")]
    Same,
    /// Only what is not taken from a file was changed in it.
    #[error("the Word file changes only number, day or signatory, which are not taken from it")]
    OnlyUntaken,
}

impl WordRefusal {
    /// As what stops a request.
    pub(crate) fn halt(&self) -> Halt {
        Halt::Refused(vec![refused(self)])
    }
}

impl Refusal for WordRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "correspondence.word_missing",
            Self::Package(PackageError::Broken) => "correspondence.word_broken",
            Self::Package(PackageError::Encrypted) => "correspondence.word_encrypted",
            Self::Package(PackageError::Macros) => "correspondence.word_macros",
            Self::Package(PackageError::Embedded) => "correspondence.word_embedded",
            Self::Package(PackageError::External) => "correspondence.word_external",
            Self::Package(PackageError::Hostile) => "correspondence.word_hostile",
            Self::Package(PackageError::TooLarge) => "correspondence.word_too_large",
            Self::Empty => "correspondence.word_empty",
            Self::Same => "correspondence.word_same",
            Self::OnlyUntaken => "correspondence.word_only_untaken",
        }
    }

    fn field(&self) -> Option<String> {
        Some("file".to_owned())
    }
}
