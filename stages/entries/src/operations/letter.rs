//! A letter to the authors of the entries of a list: written once, read back with whom it reaches, then sent, to each
//! dossier one.

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{Refusals, permit};
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::Permission;
use hoithi_rules::text::{length, one_line};
use hoithi_store::Conn;

use super::edition_of;
use crate::kept::KeptEntry;
use crate::mail::{self, Told, how_told};
use crate::standing::Standing;
use crate::store::{self, List};

/// More dossiers at once nobody has read back.
const MOST: i64 = 500;

const LONGEST_SUBJECT: usize = 150;
const LONGEST_BODY: usize = 5_000;

/// What is written.
#[derive(Clone, Debug)]
pub(crate) struct AuthorsLetter {
    pub(crate) subject: String,
    pub(crate) body: String,
}

impl AuthorsLetter {
    pub(crate) fn read(subject: &str, body: &str) -> Result<Self, Halt> {
        let letter = Self { subject: one_line(subject), body: body.replace("\r\n", "\n").trim().to_owned() };
        let mut no = Refusals::new();
        for (field, words, most) in
            [("subject", &letter.subject, LONGEST_SUBJECT), ("body", &letter.body, LONGEST_BODY)]
        {
            if words.is_empty() {
                no.add("entries.letter_empty", field, "nothing is written");
            } else if length(words) > most {
                no.add("entries.letter_too_long", field, "this is longer than a letter");
            }
        }
        no.done()?;
        Ok(letter)
    }
}

/// A dossier of the list, and how whoever answers for it hears of it.
pub(crate) type Reached = (KeptEntry, Told);

/// Whom a letter to a list reaches. What was taken back is nobody's to be written about.
pub(crate) async fn reached_by(db: &mut Conn, edition: EditionId, list: &List) -> Result<Vec<Reached>, Halt> {
    let listing = store::list(db, edition, &List { most: MOST, skip: 0, ..list.clone() }).await?;
    if listing.total > MOST {
        return Err(Halt::refused("entries.letter_too_many", None, "more dossiers than a letter goes to at once"));
    }
    let mut reached = Vec::new();
    for line in listing.lines.iter().filter(|line| line.standing != Standing::Withdrawn) {
        let kept = store::dossier(db, line.id).await?.ok_or_else(Halt::not_found)?;
        let told = how_told(db, &kept).await?;
        reached.push((kept, told));
    }
    Ok(reached)
}

/// Of all of a list nobody left an address.
pub(crate) fn nobody() -> Halt {
    Halt::refused("entries.letter_nobody", None, "mail reaches nobody of them")
}

/// By which a sending knows that it reaches whom was read back.
pub(crate) fn mark_of(reached: &[Reached]) -> String {
    let lines: Vec<String> = reached.iter().map(|(kept, told)| format!("{} {told:?}", kept.id())).collect();
    Sha256Hex::of(lines.join("\n").as_bytes()).to_string()
}

/// A letter that was read back.
#[derive(Clone, Debug)]
pub(crate) struct WriteToAuthors {
    pub(crate) edition: EditionId,
    pub(crate) list: List,
    pub(crate) letter: AuthorsLetter,
    /// The mark of whom it reached when it was read back.
    pub(crate) seen: String,
}

/// Sends it to everybody whom mail reaches; how many these are. The journal keeps how many, none of them and not a
/// word.
pub(crate) async fn write_to_authors(act: &mut Act, command: WriteToAuthors) -> Result<usize, Halt> {
    let edition = edition_of(act, command.edition).await?;
    permit(act, Permission::ScreeningDecide, edition.place()).await?;
    let reached = reached_by(act.db(), edition.id, &command.list).await?;
    if mark_of(&reached) != command.seen {
        return Err(Halt::refused("entries.letter_changed", None, "the list says something else by now"));
    }
    let mut written = 0;
    for (kept, told) in &reached {
        if let Told::Written(to) = told {
            mail::to_authors(act, to, kept, &edition, &command.letter)?;
            written += 1;
        }
    }
    if written == 0 {
        return Err(nobody());
    }
    act.record(
        Event::new("authors.written_to", edition.id)
            .fact("count", written)
            .fact("left_out", reached.len().saturating_sub(written)),
    );
    Ok(written)
}
