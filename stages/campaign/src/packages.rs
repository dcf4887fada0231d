//! Packages of a letter for units that stand in the exchange directory: made once for many, kept as they were
//! made. Who carries them into the province's system is the office.

use std::collections::BTreeMap;

use hoithi_correspondence::document;
use hoithi_documents::Sha256Hex;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{account, permit};
use hoithi_rules::correspondence::OrganId;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{DocumentId, SendingId};
use hoithi_rules::people::{Permission, Place};
use hoithi_store::{Conn, StoreError, params};
use jiff::Timestamp;
use uuid::Uuid;

use crate::operations::{actor, goes_out};
use crate::store;

/// A package that was made of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Packed {
    pub(crate) id: Uuid,
    pub(crate) at: Timestamp,
    /// Who made it.
    pub(crate) by: String,
    /// The kept file.
    pub(crate) file: Sha256Hex,
    /// The units that it is addressed to.
    pub(crate) to: Vec<SendingId>,
}

/// Notes the package that was made of a letter, at each unit to which it is addressed.
pub(crate) async fn note_package(
    act: &mut Act,
    letter: DocumentId,
    (file, to): (Sha256Hex, Vec<(SendingId, OrganId)>),
) -> Result<(), Halt> {
    let letter = document(act.db(), letter).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::LetterSend, Place::edition(letter.edition)).await?;
    let today = day_in_vietnam(act.now());
    goes_out(act.db(), &letter, today).await?;
    let own = store::sendings_of_letter(act.db(), letter.id).await?;
    let units: BTreeMap<_, _> = own.iter().map(|sent| (sent.sending.id, sent.sending.unit)).collect();
    let units: Option<Vec<String>> = to.iter().map(|(sending, _)| Some(units.get(sending)?.to_string())).collect();
    let units = units.ok_or_else(Halt::not_found)?;
    let (id, now, by) = (act.random_id()?, act.now(), actor(act)?);
    let package =
        "INSERT INTO letter_packages (id, document_id, file_hash, made_at, made_by) VALUES ($1, $2, $3, $4, $5)";
    act.db().run(package, params![id, letter.id.uuid(), file.as_str(), now, by.uuid()]).await?;
    let rows = to.iter().map(|(sending, organ)| params![id, sending.uuid(), organ.as_str()]).collect();
    act.db().insert_many("INSERT INTO letter_package_units (package_id, sending_id, organ_id)", rows).await?;
    act.record(Event::new("letter.packed", letter.id).fact("units", units));
    Ok(())
}

/// The packages of a letter, the newest first.
pub(crate) async fn packages_of_letter(db: &mut Conn, letter: DocumentId) -> Result<Vec<Packed>, StoreError> {
    let sql = "SELECT p.id, p.file_hash, p.made_at, p.made_by, u.sending_id
                 FROM letter_packages p JOIN letter_package_units u ON u.package_id = p.id
                WHERE p.document_id = $1 ORDER BY p.made_at DESC, p.id, u.sending_id";
    let mut all: Vec<Packed> = Vec::new();
    for row in db.all(sql, params![letter.uuid()]).await? {
        let (id, sending): (Uuid, SendingId) = (row.parsed("id")?, row.parsed("sending_id")?);
        if let Some(package) = all.last_mut().filter(|package| package.id == id) {
            package.to.push(sending);
            continue;
        }
        let by = account(db, row.parsed("made_by")?).await?.map(|by| by.name.to_string()).unwrap_or_default();
        let (at, file) = (row.instant("made_at")?, row.parsed("file_hash")?);
        all.push(Packed { id, at, by, file, to: vec![sending] });
    }
    Ok(all)
}

/// When the last package of a unit was made, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Handed {
    pub(crate) at: Timestamp,
    pub(crate) by: String,
}

/// The last package of each unit.
pub(crate) async fn handed(db: &mut Conn, letter: DocumentId) -> Result<BTreeMap<SendingId, Handed>, StoreError> {
    let mut last = BTreeMap::new();
    for package in packages_of_letter(db, letter).await? {
        for sending in package.to {
            last.entry(sending).or_insert_with(|| Handed { at: package.at, by: package.by.clone() });
        }
    }
    Ok(last)
}
