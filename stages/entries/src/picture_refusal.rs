//! What stands in the way of photographs that are sent for a part.

use hoithi_rules::refusal::{Fact, Refusal};
use thiserror::Error;

/// Why photographs cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum PictureRefusal {
    #[error("several files, and they are no photographs")]
    SeveralFiles,
    #[error("{name} is no photograph, but others are")]
    NotAPicture { name: String },
    #[error("{name} is cut short or damaged")]
    Damaged { name: String },
    #[error("{name} has more points than are read")]
    TooManyPoints { name: String, most: u32 },
    #[error("even made small the photographs are more than {max} MB together")]
    TooLarge { max: u32 },
    #[error("more than {most} photographs at once")]
    TooMany { most: usize },
    #[error("{name} is HEIC, which this machine does not read")]
    HeicUnread { name: String },
    #[error("it is not said whether patients or children can be seen and agreed")]
    Unagreed,
}

impl Refusal for PictureRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::SeveralFiles => "entries.several_files",
            Self::NotAPicture { .. } => "entries.not_a_picture",
            Self::Damaged { .. } => "entries.picture_damaged",
            Self::TooManyPoints { .. } => "entries.picture_too_many_points",
            Self::TooLarge { .. } => "entries.pictures_too_large",
            Self::TooMany { .. } => "entries.pictures_too_many",
            Self::HeicUnread { .. } => "entries.picture_heic",
            Self::Unagreed => "entries.pictures_unagreed",
        }
    }

    fn field(&self) -> Option<String> {
        let field = if *self == Self::Unagreed { "agreed" } else { "file" };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::NotAPicture { name } | Self::Damaged { name } | Self::HeicUnread { name } => {
                vec![("name", Fact::text(name))]
            }
            Self::TooManyPoints { name, most } => vec![("name", Fact::text(name)), ("most", Fact::count(*most))],
            Self::TooLarge { max } => vec![("max", Fact::count(*max))],
            Self::TooMany { most } => vec![("most", Fact::count(*most))],
            Self::SeveralFiles | Self::Unagreed => Vec::new(),
        }
    }
}
