//! Why a package is not made, not opened or not taken in.

use hoithi_documents::package::PackageError;
use hoithi_rules::refusal::{Fact, Refusal};
use thiserror::Error;

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum PackageFault {
    #[error("no file was chosen")]
    NoFile,
    #[error("the file is broken, closed by a password, or no package")]
    Broken,
    #[error("the package is larger than any, once it is unpacked")]
    TooLarge,
    #[error("the package has no manifest that this program reads")]
    NoManifest,
    #[error("{path} is named by the manifest and not there")]
    FileMissing { path: String },
    #[error("{path} is not what the manifest says")]
    FileChanged { path: String },
    #[error("{path} is there and the manifest does not name it")]
    FileUnknown { path: String },
    #[error("{number} holds something that no dossier holds")]
    EntryMalformed { number: String },
    #[error("{number} is not what was received under its hash")]
    TextDiffers { number: String },
    #[error("{path} is no PDF that can be read")]
    NoPdf { path: String },
    #[error("this package was taken in already")]
    TakenAlready,
    #[error("the code is not the one of this package")]
    CodeDiffers,
    #[error("{number} has no category of this contest")]
    CategoryMissing { number: String },
    #[error("the sending unit is none of the register")]
    UnitUnknown,
    #[error("{count} dossiers cannot come in")]
    SomeRefused { count: usize },
    #[error("nothing of the package can come in")]
    NothingComes,
    #[error("the contest above is held in this house")]
    AboveIsHere,
    #[error("nothing waits to be sent")]
    NothingToPack,
}

impl From<PackageError> for PackageFault {
    fn from(error: PackageError) -> Self {
        match error {
            PackageError::TooLarge => Self::TooLarge,
            _ => Self::Broken,
        }
    }
}

impl Refusal for PackageFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NoFile => "forwarding.package_no_file",
            Self::Broken => "forwarding.package_broken",
            Self::TooLarge => "forwarding.package_too_large",
            Self::NoManifest => "forwarding.package_no_manifest",
            Self::FileMissing { .. } => "forwarding.package_file_missing",
            Self::FileChanged { .. } => "forwarding.package_file_changed",
            Self::FileUnknown { .. } => "forwarding.package_file_unknown",
            Self::EntryMalformed { .. } => "forwarding.package_entry_malformed",
            Self::TextDiffers { .. } => "forwarding.package_text_differs",
            Self::NoPdf { .. } => "forwarding.package_no_pdf",
            Self::TakenAlready => "forwarding.package_taken_already",
            Self::CodeDiffers => "forwarding.package_code_differs",
            Self::CategoryMissing { .. } => "forwarding.package_category_missing",
            Self::UnitUnknown => "forwarding.package_unit_unknown",
            Self::SomeRefused { .. } => "forwarding.package_some_refused",
            Self::NothingComes => "forwarding.package_nothing_comes",
            Self::AboveIsHere => "forwarding.package_above_is_here",
            Self::NothingToPack => "forwarding.package_nothing_to_pack",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::CodeDiffers => "code",
            Self::UnitUnknown => "unit",
            Self::SomeRefused { .. } => "leave_out",
            Self::NoFile
            | Self::Broken
            | Self::TooLarge
            | Self::NoManifest
            | Self::FileMissing { .. }
            | Self::FileChanged { .. }
            | Self::FileUnknown { .. }
            | Self::EntryMalformed { .. }
            | Self::TextDiffers { .. }
            | Self::NoPdf { .. } => "file",
            _ => return None,
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::FileMissing { path }
            | Self::FileChanged { path }
            | Self::FileUnknown { path }
            | Self::NoPdf { path } => vec![("path", Fact::text(path))],
            Self::EntryMalformed { number } | Self::TextDiffers { number } | Self::CategoryMissing { number } => {
                vec![("number", Fact::text(number))]
            }
            Self::SomeRefused { count } => vec![("count", Fact::count(*count))],
            _ => Vec::new(),
        }
    }
}
