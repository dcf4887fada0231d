//! One recorded piece of publicity.

use hoithi_correspondence::KeptFile;
use hoithi_rules::campaign::PublicityItem;
use hoithi_rules::ids::{EditionId, PublicityId, UnitId};
use jiff::Timestamp;

/// A piece of publicity as it was recorded.
#[derive(Clone, Debug)]
pub struct PublicityLine {
    /// Its id.
    pub id: PublicityId,
    /// For which edition.
    pub edition: EditionId,
    /// By which unit.
    pub unit: UnitId,
    /// What it was.
    pub item: PublicityItem,
    /// A photo, or a page as PDF.
    pub photo: Option<KeptFile>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}
