//! A label that is stuck on a folder of papers.

use serde::Serialize;

/// A bar code with what it says under it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Label {
    pub watermark: Option<String>,
    pub issuer: String,
    pub title: String,
    /// The widths of bars and gaps, in turn, beginning with a bar.
    pub bars: Vec<u8>,
    /// What the bars say.
    pub code: String,
    /// Under the code, one line each.
    pub facts: Vec<String>,
}
