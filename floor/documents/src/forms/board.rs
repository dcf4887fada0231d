//! A board: who stands where in what, on one wide sheet after another.

use serde::Serialize;

/// A table of states with its head on every sheet.
#[derive(Clone, Debug, Default, Serialize)]
pub struct BoardSheet {
    pub watermark: Option<String>,
    pub issuer: String,
    pub title: String,
    /// Of which letter.
    pub about: String,
    /// On which day it stood so.
    pub standing: String,
    /// What the colours say.
    pub legend: Vec<BoardWord>,
    /// The first is that of the lines' names.
    pub heads: Vec<String>,
    pub lines: Vec<BoardLine>,
    /// As many as heads, or none.
    pub totals: Vec<String>,
}

/// One line of the board.
#[derive(Clone, Debug, Default, Serialize)]
pub struct BoardLine {
    pub name: String,
    pub cells: Vec<BoardWord>,
}

/// A state: its word, and its colour for whoever sees colours.
#[derive(Clone, Debug, Default, Serialize)]
pub struct BoardWord {
    /// `done`, `doing`, `todo`, `warn`, `late`, `stop`; any other is white.
    pub tone: String,
    pub word: String,
}
