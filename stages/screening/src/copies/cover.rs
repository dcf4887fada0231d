//! Covering what points at the authors in a file: the page becomes a picture of itself, and the places
//! are painted over. What the authors gave stays as it is.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_documents::{Picture, SeenWord, Sha256Hex};
use hoithi_entries::{KeptEntry, points_at, with_pictures};
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::edition::PartCode;
use hoithi_rules::entries::EditRefusal;
use hoithi_rules::ids::EntryId;
use hoithi_rules::screening::{Pointer, places};
use hoithi_store::{Conn, Row, StoreError, params};
use hoithi_web::House;

use super::release::load;
use super::told::PartTold;
use super::{can_be_released, copy_of, shown, store};
use crate::conflicts::refuse_in_conflict;

/// A copy with places painted over, in the place of the one that is only without notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Covered {
    /// The copy.
    pub(crate) copy: Sha256Hex,
    /// How large it is.
    pub(crate) bytes: u64,
    /// How many places are covered.
    pub(crate) places: usize,
}

/// What a person says who covers what points at the authors in a part.
#[derive(Clone, Debug)]
pub(crate) struct Cover {
    /// Of which entry.
    pub(crate) entry: EntryId,
    /// Which part.
    pub(crate) part: PartCode,
    /// The hash of what the authors gave.
    pub(crate) given: Sha256Hex,
    /// What was made of it.
    pub(crate) covered: Covered,
}

/// Paints over what was found in a part. Refused where a place is not to be seen on its page, or the
/// machine lacks what makes pictures of pages.
pub(crate) async fn paint(house: &House, kept: &KeptEntry, told: &PartTold) -> Result<Covered, Halt> {
    let pointers = points_at(kept);
    let pages: BTreeSet<usize> = told.tellings.iter().map(|telling| telling.page).collect();
    if pages.is_empty() || told.part.text.is_some() {
        return Err(Halt::refused("screening.nothing_to_cover", None, "nothing was found in this file"));
    }
    let path = house.files.path(&told.part.given);
    let (mut pictures, mut count) = (Vec::new(), 0);
    for page in pages {
        let (words, found) = pointed_at(house.reader.words_on(&path, page).await, &pointers);
        if found == 0 {
            return Err(Halt::refused("screening.cover_not_found", None, "what was found is not seen on its page"));
        }
        let english = "the machine makes no picture of this page";
        let no_picture = || Halt::refused("screening.cannot_cover", None, english);
        let mut picture: Picture = house.reader.picture_of(&path, page).await.ok_or_else(no_picture)?;
        for word in &words {
            picture.cover(word);
        }
        pictures.push((page, picture));
        count += found;
    }
    let plain = copy_of(house, told.part.given.clone()).await?;
    let made = tokio::task::spawn_blocking(move || with_pictures(&plain, pictures)).await.map_err(Halt::fault)?;
    let english = "this file cannot be taken apart, so there is no copy without names";
    let made = made.ok_or_else(|| Halt::refused("screening.no_copy", None, english))?;
    let bytes = made.len() as u64;
    Ok(Covered { copy: house.keep_upload(made).await?, bytes, places: count })
}

/// The words that point, and in how many places they do.
fn pointed_at(words: Vec<SeenWord>, pointers: &[Pointer]) -> (Vec<SeenWord>, usize) {
    let (mut text, mut ends) = (String::new(), Vec::new());
    for each in &words {
        text.push_str(&each.word);
        ends.push(text.len());
        text.push(' ');
    }
    let found = places(&text, pointers);
    let meets = |index: usize| {
        let from = index.checked_sub(1).map_or(0, |before| ends[before] + 1);
        found.iter().any(|place| place.start < ends[index] && from < place.end)
    };
    let all = words.into_iter().enumerate();
    (all.filter(|(index, _)| meets(*index)).map(|(_, word)| word).collect(), found.len())
}

/// Keeps a covered copy; whoever releases the entry releases it in the place of the other.
pub(crate) async fn cover(act: &mut Act, command: Cover) -> Result<(), Halt> {
    let Cover { entry, part, given, covered } = command;
    let (kept, edition, by) = load(act, entry).await?;
    refuse_in_conflict(act, by, &kept, &edition).await?;
    refuse_released(act, &kept).await?;
    let same = shown(&kept, &edition.book)?.iter().any(|each| each.part == part && each.given == given);
    if !same {
        let current = kept.entry.version;
        return Err(EditRefusal::ChangedMeanwhile { seen: current, current }).or_refuse();
    }
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let bytes = i64::try_from(covered.bytes).unwrap_or(i64::MAX);
    let now = act.now();
    act.db()
        .run(
            "INSERT INTO covered_parts (entry_id, part, given, copy_hash, bytes, places, covered_at, covered_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                 ON CONFLICT (entry_id, part, given) DO UPDATE
                SET copy_hash = excluded.copy_hash, bytes = excluded.bytes, places = excluded.places,
                    covered_at = excluded.covered_at, covered_by = excluded.covered_by",
            params![
                entry.uuid(),
                part.as_str(),
                given.as_str(),
                covered.copy.as_str(),
                bytes,
                number(covered.places),
                now,
                by.uuid()
            ],
        )
        .await?;
    act.record(
        Event::new("entry.copy_covered", entry)
            .fact("what", part.as_str())
            .fact("files", covered.copy.as_str())
            .fact("count", number(covered.places)),
    );
    Ok(())
}

/// Judges get the part as it was given again.
pub(crate) async fn uncover(act: &mut Act, (entry, part): (EntryId, PartCode)) -> Result<(), Halt> {
    let (kept, edition, by) = load(act, entry).await?;
    refuse_in_conflict(act, by, &kept, &edition).await?;
    refuse_released(act, &kept).await?;
    let sql = "DELETE FROM covered_parts WHERE entry_id = $1 AND part = $2";
    if act.db().run(sql, params![entry.uuid(), part.as_str()]).await? > 0 {
        act.record(Event::new("entry.copy_uncovered", entry).fact("what", part.as_str()));
    }
    Ok(())
}

/// What is released is taken back before it changes.
async fn refuse_released(act: &mut Act, kept: &KeptEntry) -> Result<(), Halt> {
    if !can_be_released(kept) {
        return Err(Halt::refused("screening.copy_not_received", None, "the dossier is not in the office's hands"));
    }
    if store::released(act.db(), kept.id()).await?.is_some() {
        return Err(Halt::refused("screening.copy_is_released", None, "the released copy is taken back first"));
    }
    Ok(())
}

/// The covered copies of an entry, by the part and what the authors gave for it.
pub(crate) async fn covered_of(
    db: &mut Conn,
    entry: EntryId,
) -> Result<BTreeMap<(String, Sha256Hex), Covered>, StoreError> {
    let sql = "SELECT part, given, copy_hash, bytes, places FROM covered_parts WHERE entry_id = $1";
    let rows = db.all(sql, params![entry.uuid()]).await?;
    let read = |row: &Row| {
        let bytes = row.int("bytes")?.unsigned_abs();
        let covered = Covered { copy: row.parsed("copy_hash")?, bytes, places: row.count("places")? };
        Ok(((row.text("part")?, row.parsed("given")?), covered))
    };
    rows.iter().map(read).collect()
}
