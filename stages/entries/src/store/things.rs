//! The tables of models, samples and devices, of what happened to each and of their photographs.

use hoithi_documents::Sha256Hex;
use hoithi_rules::entries::{EntryNumber, GivenBack, Handover, Thing, ThingCode, ThingKind, ThingState};
use hoithi_rules::ids::{AccountId, EditionId, EntryId};
use hoithi_rules::people::PersonName;
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;

use crate::standing::Standing;

/// A thing as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct KeptThing {
    pub(crate) code: ThingCode,
    pub(crate) entry: EntryId,
    pub(crate) version: u32,
    pub(crate) thing: Thing,
    /// Who took it over for the organisers, by the name of that day.
    pub(crate) received_by: String,
    /// Who gave it back for them, by the name of that day.
    pub(crate) returned_by: Option<String>,
    /// What judges read of it, where somebody showed it to them.
    pub(crate) shown_as: Option<String>,
    /// Whether its photographs are shown to them, too.
    pub(crate) shown_photos: bool,
}

/// One step of what happened to a thing.
#[derive(Clone, Debug)]
pub(crate) struct ThingStep {
    /// By its code in the catalogue.
    pub(crate) step: String,
    /// The place, the reason, or what was said to judges.
    pub(crate) words: String,
    pub(crate) at: Timestamp,
    pub(crate) by: AccountId,
}

/// A thing in the list of its edition.
#[derive(Clone, Debug)]
pub(crate) struct ListedThing {
    pub(crate) kept: KeptThing,
    pub(crate) number: Option<EntryNumber>,
    pub(crate) title: String,
    pub(crate) standing: Standing,
}

impl ListedThing {
    /// Whether its entry left the contest.
    pub(crate) fn entry_left(&self) -> bool {
        matches!(self.standing, Standing::Refused | Standing::Withdrawn)
    }
}

/// Keeps a thing that was taken over; false where its code is another's.
pub(crate) async fn insert_thing(db: &mut Conn, kept: &KeptThing, by: AccountId) -> Result<bool, StoreError> {
    let (thing, told) = (&kept.thing, &kept.thing.handover);
    let new = db
        .run(
            "INSERT INTO entry_things (code, entry_id, version, kind, name, pieces, received_as, handed_by, received_on,
                                       received_by, received_by_name, return_by, place, damaged, state, shown_photos)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
             ON CONFLICT (code) DO NOTHING",
            params![
                kept.code.as_str(),
                kept.entry.uuid(),
                kept.version,
                told.kind.code(),
                told.name.as_str(),
                told.pieces,
                told.condition.as_str(),
                told.handed_by.as_str(),
                told.received_on,
                by.uuid(),
                kept.received_by.as_str(),
                told.return_by,
                thing.place.as_str(),
                thing.damaged,
                thing.state.code(),
                kept.shown_photos,
            ],
        )
        .await?;
    Ok(new == 1)
}

/// Keeps what changed of a thing that was read as `seen`; false where somebody changed it meanwhile.
pub(crate) async fn update_thing(db: &mut Conn, kept: &KeptThing, seen: u32) -> Result<bool, StoreError> {
    let (thing, back) = (&kept.thing, given_back(&kept.thing));
    let changed = db
        .run(
            "UPDATE entry_things SET version = $1, place = $2, damaged = $3, state = $4, returned_to = $5,
                    returned_on = $6, returned_as = $7, returned_by_name = $8, shown_as = $9, shown_photos = $10
              WHERE code = $11 AND version = $12",
            params![
                kept.version,
                thing.place.as_str(),
                thing.damaged,
                thing.state.code(),
                back.map(|back| back.to.as_str()),
                back.map(|back| back.on),
                back.map(|back| back.condition.as_str()),
                kept.returned_by.as_deref(),
                kept.shown_as.as_deref(),
                kept.shown_photos,
                kept.code.as_str(),
                seen,
            ],
        )
        .await?;
    Ok(changed == 1)
}

fn given_back(thing: &Thing) -> Option<&GivenBack> {
    match &thing.state {
        ThingState::Returned(back) => Some(back),
        ThingState::Kept | ThingState::Lost => None,
    }
}

/// Notes what happened to a thing when it came to that version.
pub(crate) async fn insert_step(
    db: &mut Conn,
    (code, version): (&ThingCode, u32),
    (step, words): (&str, &str),
    (at, by): (Timestamp, AccountId),
) -> Result<(), StoreError> {
    let sql = "INSERT INTO entry_thing_steps (code, version, step, words, at, made_by) VALUES ($1, $2, $3, $4, $5, $6)";
    db.run(sql, params![code.as_str(), version, step, words, at, by.uuid()]).await?;
    Ok(())
}

/// Keeps the photographs of a thing, with what was ticked about the people on them.
pub(crate) async fn insert_photos(
    db: &mut Conn,
    code: &ThingCode,
    (photos, agreed): (&[Sha256Hex], &str),
) -> Result<(), StoreError> {
    let row = |(photo, place): (&Sha256Hex, i64)| params![code.as_str(), place, photo.as_str(), agreed];
    let rows = photos.iter().zip(1_i64..).map(row).collect();
    db.insert_many("INSERT INTO entry_thing_photos (code, place, photo_hash, agreed)", rows).await
}

/// The thing of that label, with its entry.
pub(crate) async fn thing(db: &mut Conn, code: &ThingCode) -> Result<Option<KeptThing>, StoreError> {
    let sql = "SELECT * FROM entry_things WHERE code = $1";
    db.maybe(sql, params![code.as_str()]).await?.as_ref().map(read).transpose()
}

/// The things of an entry in the order in which they came.
pub(crate) async fn things_of(db: &mut Conn, entry: EntryId) -> Result<Vec<KeptThing>, StoreError> {
    let sql = "SELECT * FROM entry_things WHERE entry_id = $1 ORDER BY received_on, code";
    db.all(sql, params![entry.uuid()]).await?.iter().map(read).collect()
}

/// The things of an edition: what is kept first, by the day on which it goes back.
pub(crate) async fn things_in(db: &mut Conn, edition: EditionId) -> Result<Vec<ListedThing>, StoreError> {
    let rows = db
        .all(
            "SELECT t.*, e.number AS entry_number, e.title AS entry_title, e.standing AS entry_standing
               FROM entry_things t JOIN entries e ON e.id = t.entry_id
              WHERE e.edition_id = $1
              ORDER BY CASE WHEN t.state = 'kept' THEN 0 ELSE 1 END, COALESCE(t.return_by, '9999'), t.received_on,
                       t.code",
            params![edition.uuid()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(ListedThing {
                kept: read(row)?,
                number: row.parsed_opt("entry_number")?,
                title: row.text_opt("entry_title")?.unwrap_or_default(),
                standing: row.parsed("entry_standing")?,
            })
        })
        .collect()
}

/// What happened to a thing, the first step first.
pub(crate) async fn thing_steps(db: &mut Conn, code: &ThingCode) -> Result<Vec<ThingStep>, StoreError> {
    let sql = "SELECT step, words, at, made_by FROM entry_thing_steps WHERE code = $1 ORDER BY version";
    let rows = db.all(sql, params![code.as_str()]).await?;
    let step = |row: &Row| {
        let (step, words) = (row.text("step")?, row.text("words")?);
        Ok(ThingStep { step, words, at: row.instant("at")?, by: row.parsed("made_by")? })
    };
    rows.iter().map(step).collect()
}

/// Its photographs, in their order.
pub(crate) async fn thing_photos(db: &mut Conn, code: &ThingCode) -> Result<Vec<Sha256Hex>, StoreError> {
    let sql = "SELECT photo_hash FROM entry_thing_photos WHERE code = $1 ORDER BY place";
    db.all(sql, params![code.as_str()]).await?.iter().map(|row| row.parsed("photo_hash")).collect()
}

/// A thing as judges of its entry may know it: nothing here names an author.
#[derive(Clone, Debug)]
pub struct JudgeThing {
    /// What the label on it says.
    pub label: ThingCode,
    /// What somebody wrote of it for judges.
    pub name: String,
    /// Where it can be looked at.
    pub place: String,
    /// Its photographs, where somebody showed them.
    pub photos: Vec<Sha256Hex>,
}

/// What is kept here of an entry and was shown to its judges.
pub async fn judge_things(db: &mut Conn, entry: EntryId) -> Result<Vec<JudgeThing>, StoreError> {
    let mut shown = Vec::new();
    for kept in things_of(db, entry).await? {
        let Some(name) = kept.shown_as.filter(|_| kept.thing.state == ThingState::Kept) else { continue };
        let photos = if kept.shown_photos { thing_photos(db, &kept.code).await? } else { Vec::new() };
        shown.push(JudgeThing { label: kept.code, name, place: kept.thing.place, photos });
    }
    // The order of their coming would tell something; that of their labels tells nothing.
    shown.sort_by(|one, other| one.label.cmp(&other.label));
    Ok(shown)
}

fn read(row: &Row) -> Result<KeptThing, StoreError> {
    let handover = Handover {
        kind: kind(row)?,
        name: row.text("name")?,
        pieces: u32::try_from(row.int("pieces")?).unwrap_or(u32::MAX),
        condition: row.text("received_as")?,
        handed_by: row.parsed("handed_by")?,
        received_on: row.parsed("received_on")?,
        return_by: row.parsed_opt("return_by")?,
    };
    let thing = Thing { handover, place: row.text("place")?, damaged: row.flag("damaged")?, state: state(row)? };
    Ok(KeptThing {
        code: row.parsed("code")?,
        entry: row.parsed("entry_id")?,
        version: u32::try_from(row.int("version")?).unwrap_or(u32::MAX),
        thing,
        received_by: row.text("received_by_name")?,
        returned_by: row.text_opt("returned_by_name")?,
        shown_as: row.text_opt("shown_as")?,
        shown_photos: row.flag("shown_photos")?,
    })
}

fn kind(row: &Row) -> Result<ThingKind, StoreError> {
    let code = row.text("kind")?;
    ThingKind::from_code(&code).ok_or_else(|| StoreError::Nonsense {
        column: "kind".to_owned(),
        value: code,
        wanted: "kind of thing",
    })
}

fn state(row: &Row) -> Result<ThingState, StoreError> {
    let back = row.parsed_opt::<PersonName>("returned_to")?.zip(row.parsed_opt("returned_on")?);
    Ok(match (back, row.text("state")?.as_str()) {
        (Some((to, on)), _) => {
            let condition = row.text_opt("returned_as")?.unwrap_or_default();
            ThingState::Returned(GivenBack { to, on, condition })
        }
        (None, "lost") => ThingState::Lost,
        (None, _) => ThingState::Kept,
    })
}
