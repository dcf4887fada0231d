//! Packages of a letter for units that stand in the exchange directory: made once for many, kept as they were
//! made. Who carries them into the province's system is the office: a package reaches its units once an officer
//! noted when it was sent there.

use std::collections::BTreeMap;

use hoithi_correspondence::{directory, document, package_to};
use hoithi_documents::Sha256Hex;
use hoithi_journal::{Act, Actor, Event, Halt};
use hoithi_people::{OrRefuse, account, permit};
use hoithi_rules::correspondence::OrganId;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, DocumentId, SendingId};
use hoithi_rules::people::{Permission, Place};
use hoithi_store::{Conn, StoreError, params};
use hoithi_web::House;
use jiff::Timestamp;
use uuid::Uuid;

use crate::operations::{actor, goes_out};
use crate::recipients::recipients;
use crate::refusal::CampaignRefusal;
use crate::store;

/// A package that was made of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Packed {
    pub(crate) id: Uuid,
    pub(crate) made: ByWhom,
    /// When it was sent in the province's system, and who noted it; none as long as nobody did.
    pub(crate) sent: Option<ByWhom>,
    /// The kept file.
    pub(crate) file: Sha256Hex,
    /// The units that it is addressed to.
    pub(crate) to: Vec<SendingId>,
}

/// An hour, and whose word it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ByWhom {
    pub(crate) at: Timestamp,
    pub(crate) by: String,
}

/// Makes a letter's package for those of its units that stand in the exchange directory, all or only those that
/// nothing else reaches; it is kept and noted at each. Gives its id.
pub async fn make_package(house: &House, by: Actor, letter: DocumentId, unreached: bool) -> Result<Uuid, Halt> {
    let mut db = house.read().await?;
    let today = day_in_vietnam(house.clock().now());
    let letter = document(&mut db, letter).await?.ok_or_else(Halt::not_found)?;
    goes_out(&mut db, &letter, today).await?;
    let bodies = directory(&mut db, &letter).await?;
    let all = recipients(&mut db, &letter, today).await?;
    drop(db);
    let units: Vec<_> = all.iter().map(|each| &each.unit).collect();
    let wanted = all.iter().zip(bodies.of(&units)).filter(|(each, _)| !unreached || each.is_unreached());
    let coded: Vec<_> = wanted.filter_map(|(each, body)| Some((each.sent.sending.id, body?))).collect();
    if coded.is_empty() {
        return Err(Halt::refused("campaign.no_package", None, "no unit stands in the exchange directory"));
    }
    let bodies = coded.iter().map(|(_, body)| body.clone()).collect();
    let file = house.keep_file(package_to(house, &letter, bodies).await?).await?;
    let to: Vec<_> = coded.into_iter().map(|(sending, (organ, _))| (sending, organ)).collect();
    let (made, id) = ((file, to), letter.id);
    house.acts.perform(by, move |act| Box::pin(note_package(act, id, made.clone()))).await
}

/// Notes the package that was made of a letter, at each unit to which it is addressed.
async fn note_package(
    act: &mut Act,
    letter: DocumentId,
    (file, to): (Sha256Hex, Vec<(SendingId, OrganId)>),
) -> Result<Uuid, Halt> {
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
    Ok(id)
}

/// Notes when a package was sent in the province's system; none takes back what was noted by mistake. A recalled
/// letter's package may have gone before, so that is no question here.
pub async fn note_package_sent(
    act: &mut Act,
    (letter, package): (DocumentId, Uuid),
    at: Option<Timestamp>,
) -> Result<(), Halt> {
    let letter = document(act.db(), letter).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::LetterSend, Place::edition(letter.edition)).await?;
    let all = packages_of_letter(act.db(), letter.id).await?;
    let package = all.into_iter().find(|each| each.id == package).ok_or_else(Halt::not_found)?;
    if at.is_none() && package.sent.is_none() {
        return Ok(());
    }
    let (now, by) = (act.now(), actor(act)?);
    act.db().run("DELETE FROM letter_packages_sent WHERE package_id = $1", params![package.id]).await?;
    if let Some(at) = at {
        sent_lawfully(&package, at, now).or_refuse()?;
        let sql = "INSERT INTO letter_packages_sent (package_id, sent_at, noted_at, noted_by) VALUES ($1, $2, $3, $4)";
        act.db().run(sql, params![package.id, at, now, by.uuid()]).await?;
    }
    let event = match at {
        Some(_) => Event::new("letter.package_sent", letter.id),
        None => Event::new("letter.package_unsent", letter.id),
    };
    act.record(event.fact("count", package.to.len()));
    Ok(())
}

/// Nothing is sent before it is made, nor later than now; people tell the minute.
fn sent_lawfully(package: &Packed, at: Timestamp, now: Timestamp) -> Result<(), CampaignRefusal> {
    let made = package.made.at;
    let before = made.duration_since(at).as_secs() >= 60;
    if before || at > now { Err(CampaignRefusal::PackageSentWhen { made }) } else { Ok(()) }
}

/// The packages of a letter, the newest first.
pub(crate) async fn packages_of_letter(db: &mut Conn, letter: DocumentId) -> Result<Vec<Packed>, StoreError> {
    let sql = "SELECT p.id, p.file_hash, p.made_at, p.made_by, u.sending_id, s.sent_at, s.noted_by
                 FROM letter_packages p JOIN letter_package_units u ON u.package_id = p.id
                 LEFT JOIN letter_packages_sent s ON s.package_id = p.id
                WHERE p.document_id = $1 ORDER BY p.made_at DESC, p.id, u.sending_id";
    let mut all: Vec<Packed> = Vec::new();
    for row in db.all(sql, params![letter.uuid()]).await? {
        let (id, sending): (Uuid, SendingId) = (row.parsed("id")?, row.parsed("sending_id")?);
        if let Some(package) = all.last_mut().filter(|package| package.id == id) {
            package.to.push(sending);
            continue;
        }
        let made = ByWhom { at: row.instant("made_at")?, by: name_of(db, row.parsed("made_by")?).await? };
        let sent = match (row.instant_opt("sent_at")?, row.parsed_opt("noted_by")?) {
            (Some(at), Some(by)) => Some(ByWhom { at, by: name_of(db, by).await? }),
            _ => None,
        };
        all.push(Packed { id, made, sent, file: row.parsed("file_hash")?, to: vec![sending] });
    }
    Ok(all)
}

async fn name_of(db: &mut Conn, id: AccountId) -> Result<String, StoreError> {
    Ok(account(db, id).await?.map(|by| by.name.to_string()).unwrap_or_default())
}

/// What became of a unit's packages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Handed {
    /// When the last one was made.
    pub(crate) made: ByWhom,
    /// When one was last sent; only that reaches anybody.
    pub(crate) sent: Option<ByWhom>,
}

/// The packages of each unit.
pub(crate) async fn handed(db: &mut Conn, letter: DocumentId) -> Result<BTreeMap<SendingId, Handed>, StoreError> {
    let mut of: BTreeMap<SendingId, Handed> = BTreeMap::new();
    for Packed { made, sent, to, .. } in packages_of_letter(db, letter).await? {
        for sending in to {
            let known = of.entry(sending).or_insert_with(|| Handed { made: made.clone(), sent: None });
            if sent.as_ref().map(|sent| sent.at) > known.sent.as_ref().map(|sent| sent.at) {
                known.sent.clone_from(&sent);
            }
        }
    }
    Ok(of)
}
