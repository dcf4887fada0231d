//! What stands in the way of a video that is sent for a part.

use hoithi_rules::refusal::{Fact, Refusal};
use thiserror::Error;

/// Why a video cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum VideoRefusal {
    #[error("{name} is no MP4, MOV or WebM video, whatever its name says")]
    NotAVideo { name: String },
    #[error("{name} is cut short or damaged")]
    Broken { name: String },
    #[error("{name} does not say how long it is")]
    Endless { name: String },
    #[error("{name} is longer than {most} minutes")]
    TooLong { name: String, most: u32 },
    #[error("one part takes one video")]
    Several,
    #[error("it is not said whether patients or children can be seen and agreed")]
    Unagreed,
}

impl Refusal for VideoRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotAVideo { .. } => "entries.not_a_video",
            Self::Broken { .. } => "entries.video_broken",
            Self::Endless { .. } => "entries.video_endless",
            Self::TooLong { .. } => "entries.video_too_long",
            Self::Several => "entries.video_several",
            Self::Unagreed => "entries.video_unagreed",
        }
    }

    fn field(&self) -> Option<String> {
        let field = if *self == Self::Unagreed { "agreed" } else { "file" };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::NotAVideo { name } | Self::Broken { name } | Self::Endless { name } => {
                vec![("name", Fact::text(name))]
            }
            Self::TooLong { name, most } => vec![("name", Fact::text(name)), ("most", Fact::count(*most))],
            Self::Several | Self::Unagreed => Vec::new(),
        }
    }
}
