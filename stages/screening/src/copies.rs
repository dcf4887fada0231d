//! What judges of a blind round may read: copies that a named person released.
//!
//! A release names the dossier by its hash and each copy by its own; whoever releases read it. What
//! goes back to its authors is released no more, and no blind round starts before the copy of every
//! entry in it is released. What a round began with stays what its judges read.

mod cover;
mod prepare;
mod release;
mod store;
mod told;

use hoithi_documents::Sha256Hex;
use hoithi_entries::{JudgeContent, JudgePart, KeptEntry, Standing, file_name};
use hoithi_journal::Halt;
use hoithi_rules::edition::{PartCode, RuleBook};
use hoithi_rules::entries::PartContent;
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_store::Conn;
use jiff::Timestamp;
use uuid::Uuid;

pub(crate) use cover::{Cover, Covered, cover, covered_of, paint, uncover};
pub use prepare::{Prepared, prepare};
pub(crate) use prepare::{copy_of, video_copy_of};
pub(crate) use release::end_with_return;
pub use release::{Release, release, take_back};
pub use store::released_entries;
pub(crate) use store::{released, still_covers};
use told::tell;
pub(crate) use told::{PartTold, Pointing, Read, told_of};

/// A part of a dossier that judges are to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    /// Its code in the rule book.
    pub(crate) part: PartCode,
    /// Its name there.
    pub(crate) name: String,
    /// The hash of what was given.
    pub(crate) given: Sha256Hex,
    /// The words, where it was typed.
    pub(crate) text: Option<String>,
    /// How large the file is, where it is one.
    pub(crate) bytes: u64,
    /// Whether the file is a video.
    pub(crate) video: bool,
}

/// A part as it was released.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleasedPart {
    /// Its code in the rule book.
    pub part: PartCode,
    /// The hash of what the authors gave.
    pub given: Sha256Hex,
    /// The copy that judges get; none where the part is typed, or a video of which none can be made.
    pub copy: Option<Sha256Hex>,
    /// How large the copy is.
    pub bytes: u64,
}

/// What was released of an entry.
#[derive(Clone, Debug)]
pub(crate) struct Released {
    pub(crate) id: Uuid,
    pub(crate) entry: EntryId,
    /// The dossier's hash.
    pub(crate) dossier: String,
    pub(crate) at: Timestamp,
    pub(crate) by: AccountId,
    /// Although something in it was pointed at, or could not be read by the program.
    pub(crate) though_told: bool,
    pub(crate) parts: Vec<ReleasedPart>,
}

/// Whether judges of this book read without names. Until the marking part stands, nobody is to
/// read one.
pub(crate) fn judged_blind(book: &RuleBook) -> bool {
    book.marking().is_none_or(|part| part.marking.blind)
}

/// Whether its copy can be released: it was received and did not leave the contest.
pub(crate) fn can_be_released(kept: &KeptEntry) -> bool {
    matches!(kept.standing, Standing::Submitted | Standing::Admitted)
}

/// The hash of the dossier as it was received last.
pub(crate) fn dossier_of(kept: &KeptEntry) -> String {
    kept.receipt().map(|receipt| receipt.hash.to_string()).unwrap_or_default()
}

/// The parts that judges read by this book, as far as they were given.
pub(crate) fn shown(kept: &KeptEntry, book: &RuleBook) -> Result<Vec<Shown>, Halt> {
    let mut all = Vec::new();
    for part in book.rules().dossier.iter().filter(|part| kept.is_for_judges(part)) {
        let of_text = |text: String| (Sha256Hex::of(text.as_bytes()), Some(text), 0);
        let (given, text, bytes) = match kept.part(&part.code) {
            Some(PartContent::Text(text)) => of_text(text.clone()),
            Some(PartContent::Values(values)) => of_text(part.told(values, true)),
            Some(PartContent::File(file)) => (file_name(file.sha256)?, None, file.bytes),
            None => continue,
        };
        let video = part.kind.is_video();
        all.push(Shown { part: part.code.clone(), name: part.name.clone(), given, text, bytes, video });
    }
    Ok(all)
}

/// The parts with the copies that were released in the place of the files, as it stood when the
/// round started. None where nothing was released then: rounds that began before this was asked.
pub async fn as_released(
    db: &mut Conn,
    entry: EntryId,
    parts: &[JudgePart],
    started: Timestamp,
) -> Result<Option<Vec<JudgePart>>, Halt> {
    let Some(released) = store::released_when(db, entry, started).await? else { return Ok(None) };
    let copied = parts.iter().map(|part| copied(&released, part));
    copied.collect::<Result<Vec<_>, _>>().map(Some)
}

/// What was not released is shown to nobody.
fn copied(released: &Released, part: &JudgePart) -> Result<JudgePart, Halt> {
    let given = match &part.content {
        JudgeContent::Text(text) => Sha256Hex::of(text.as_bytes()),
        JudgeContent::Pdf { sha256, .. } | JudgeContent::Video { sha256, .. } => sha256.clone(),
        JudgeContent::Unshown => return Ok(part.clone()),
    };
    let found = released.parts.iter().find(|each| each.part == part.code && each.given == given);
    let content = match (found, &part.content) {
        (Some(_), JudgeContent::Text(text)) => JudgeContent::Text(text.clone()),
        (Some(ReleasedPart { copy: Some(copy), bytes, .. }), JudgeContent::Pdf { .. }) => {
            JudgeContent::Pdf { sha256: copy.clone(), bytes: *bytes }
        }
        (Some(ReleasedPart { copy: Some(copy), bytes, .. }), JudgeContent::Video { .. }) => {
            JudgeContent::Video { sha256: copy.clone(), bytes: *bytes }
        }
        // No copy could be made of it: nobody among the judges sees the original.
        (Some(ReleasedPart { copy: None, .. }), JudgeContent::Video { .. }) => JudgeContent::Unshown,
        _ => return Err(Halt::fault(format!("part {} of entry {} was not released", part.code, released.entry))),
    };
    Ok(JudgePart { content, ..part.clone() })
}
