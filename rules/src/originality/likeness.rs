//! What a person says of two dossiers that are alike.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::refusal::{Fact, Refusal};
use crate::text::{length, paragraphs};

/// The longest words to it.
const LONGEST: usize = 1_000;

/// What it is that two dossiers are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Likeness {
    /// The field's own words, a form's sentences: nothing to it.
    Coincidence,
    /// The same authors' earlier solution.
    OwnEarlier,
    /// Its authors are to be asked.
    AskAuthor,
}

impl Likeness {
    /// Every one, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Coincidence, Self::OwnEarlier, Self::AskAuthor];

    /// Stable name, in the store and the API.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Coincidence => "coincidence",
            Self::OwnEarlier => "own_earlier",
            Self::AskAuthor => "ask_author",
        }
    }
}

impl fmt::Display for Likeness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Likeness {
    type Err = NoteRefusal;

    fn from_str(code: &str) -> Result<Self, NoteRefusal> {
        Self::ALL.into_iter().find(|each| each.code() == code).ok_or(NoteRefusal::NothingChosen)
    }
}

/// What a person noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LikenessNote {
    /// What it is.
    pub what: Likeness,
    /// Why, or what is to be asked; may be empty where nothing is.
    pub words: String,
}

impl LikenessNote {
    /// Reads what was chosen and typed, or tells everything that is wrong with it.
    pub fn parse(what: &str, words: &str) -> Result<Self, Vec<NoteRefusal>> {
        let mut wrong = Vec::new();
        let what = what.parse::<Likeness>().map_err(|refusal| wrong.push(refusal)).ok();
        let words = paragraphs(words);
        if what == Some(Likeness::AskAuthor) && words.is_empty() {
            wrong.push(NoteRefusal::QuestionMissing);
        }
        if length(&words) > LONGEST {
            wrong.push(NoteRefusal::TooLong { max: LONGEST });
        }
        match what {
            Some(what) if wrong.is_empty() => Ok(Self { what, words }),
            _ => Err(wrong),
        }
    }
}

/// Why a note cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NoteRefusal {
    /// Nothing was chosen.
    #[error("say what the likeness is")]
    NothingChosen,
    /// Authors are to be asked, and nobody says what.
    #[error("say what the authors are to be asked")]
    QuestionMissing,
    /// More words than fit.
    #[error("the words are longer than {max}")]
    TooLong {
        /// Letters allowed.
        max: usize,
    },
}

impl Refusal for NoteRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NothingChosen => "originality.nothing_chosen",
            Self::QuestionMissing => "originality.question_missing",
            Self::TooLong { .. } => "originality.too_long",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::NothingChosen => "what",
            Self::QuestionMissing | Self::TooLong { .. } => "words",
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::NothingChosen | Self::QuestionMissing => Vec::new(),
            Self::TooLong { max } => vec![("max", Fact::count(*max))],
        }
    }
}
