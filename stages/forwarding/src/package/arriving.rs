//! A package on its way in: kept, read through, taken in.

use std::collections::BTreeMap;

use hoithi_documents::Sha256Hex;
use hoithi_edition::Edition;
use hoithi_entries::{AfarOutcome, FromAfar, Origin, Reach, outcome_of, receive_from_afar};
use hoithi_journal::{Act, Event, Halt, Refused};
use hoithi_people::{OrRefuse, permit, refused};
use hoithi_rules::edition::CategoryCode;
use hoithi_rules::ids::{AccountId, EditionId, UnitId};
use hoithi_rules::judging::Points;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_units::Unit;
use hoithi_web::fold;
use jiff::Timestamp;
use uuid::Uuid;

use super::fault::PackageFault;
use super::kept::{self, Arrival};
use super::manifest::{PackedAuthor, PackedEntry, check_code};
use super::opened::Opened;

/// A package that was brought.
#[derive(Clone, Debug)]
pub(crate) struct Keep {
    pub(crate) edition: EditionId,
    /// The file.
    pub(crate) file: Sha256Hex,
    /// The hash of its manifest.
    pub(crate) manifest: Sha256Hex,
    /// The contest that it comes from.
    pub(crate) sender: String,
}

/// Keeps it until it is taken in; the same one again leads to the first.
pub(crate) async fn keep(act: &mut Act, command: Keep) -> Result<Uuid, Halt> {
    let edition = hoithi_edition::edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::EntryOnBehalf, edition.place()).await?;
    let came = kept::arrivals(act.db(), edition.id).await?;
    match came.into_iter().find(|before| before.manifest == command.manifest) {
        Some(before) if before.taken_at.is_some() => return Err(PackageFault::TakenAlready).or_refuse(),
        Some(before) => return Ok(before.id),
        None => {}
    }
    let by = act.actor().account.map(AccountId::new).ok_or_else(Halt::not_found)?;
    let (id, came_at) = (act.random_id()?, act.now());
    let Keep { file, manifest, sender, .. } = command;
    let arrival = Arrival { id, file, manifest, sender, came_at, taken_at: None };
    kept::insert_arrival(act.db(), edition.id, &arrival, by).await?;
    Ok(id)
}

/// What whoever takes a package in says of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choice {
    /// The unit that sends, by the register of this house.
    pub(crate) unit: Option<UnitId>,
    /// Which category here each category there is.
    pub(crate) categories: BTreeMap<String, CategoryCode>,
}

impl Choice {
    /// The categories that the sender's rules name, as far as this contest has them.
    pub(crate) fn as_sent(opened: &Opened, edition: &Edition) -> Self {
        let known = |(code, category): (&String, &super::manifest::PackedCategory)| {
            let above = edition.book.rules().category_code(category.above.as_deref()?)?;
            Some((code.clone(), above))
        };
        let categories = opened.manifest.contest.categories.iter().filter_map(known).collect();
        Self { unit: None, categories }
    }
}

/// A dossier of a package, with what would become of it.
pub(crate) struct Coming {
    pub(crate) number: String,
    pub(crate) title: String,
    pub(crate) unit: String,
    /// How it would be taken in, or everything that keeps it out.
    pub(crate) outcome: Result<(FromAfar, AfarOutcome), Vec<Refused>>,
}

/// What would become of a package now, dossier by dossier.
pub(crate) async fn planned(
    db: &mut Conn,
    edition: &Edition,
    (opened, choice): (&Opened, &Choice),
    (units, now): (&[Unit], Timestamp),
) -> Result<Vec<Coming>, Halt> {
    let mut coming = Vec::with_capacity(opened.manifest.entries.len());
    for (place, entry) in opened.manifest.entries.iter().enumerate() {
        let outcome = match from_afar(edition.id, (opened, place), choice, units) {
            Ok(from) => match outcome_of(db, edition, &from, now).await {
                Ok(outcome) => Ok((from, outcome)),
                Err(Halt::Refused(refused)) => Err(refused),
                Err(other) => return Err(other),
            },
            Err(fault) => Err(vec![refused(&fault)]),
        };
        let (number, title) = (entry.number.clone(), entry.title.to_string());
        coming.push(Coming { number, title, unit: entry.unit_name.clone(), outcome });
    }
    Ok(coming)
}

fn from_afar(
    edition: EditionId,
    (opened, place): (&Opened, usize),
    choice: &Choice,
    units: &[Unit],
) -> Result<FromAfar, PackageFault> {
    let (manifest, entry) = (&opened.manifest, &opened.manifest.entries[place]);
    let number = || entry.number.clone();
    let category = choice.categories.get(entry.counts_in()).cloned();
    let reach: Option<Vec<Reach>> = entry.authors.iter().map(reached).collect();
    let unit = unit_of(entry, choice, units);
    Ok(FromAfar {
        to: edition,
        origin: Origin { edition: manifest.contest.id, entry: entry.id, number: entry.number.clone() },
        content: opened.contents[place].clone(),
        unit_there: entry.unit,
        reach: reach.ok_or_else(|| PackageFault::EntryMalformed { number: number() })?,
        secrets: entry.secrets().ok_or_else(|| PackageFault::EntryMalformed { number: number() })?,
        said: entry.authors.iter().map(PackedAuthor::said).collect(),
        category: category.ok_or_else(|| PackageFault::CategoryMissing { number: number() })?,
        unit: unit.map(|unit| unit.id),
        unit_name: unit.map_or_else(|| entry.unit_name.clone(), |unit| unit.name.clone()),
        signed_by: manifest.endorsement.signed_by.to_string(),
        local: entry.result.map(|result| (result.place, Points::from_hundredths(result.points_in_hundredths))),
    })
}

fn reached(author: &PackedAuthor) -> Option<Reach> {
    Reach::parse(&author.email, &author.phone).ok()
}

/// The unit that the dossier names, where the register has one of that name; else the one that sends.
fn unit_of<'a>(entry: &PackedEntry, choice: &Choice, units: &'a [Unit]) -> Option<&'a Unit> {
    let name = fold(&entry.unit_name);
    let named = units.iter().find(|unit| fold(&unit.name) == name);
    named.or_else(|| units.iter().find(|unit| Some(unit.id) == choice.unit))
}

/// The one act that takes a package in.
#[derive(Clone, Debug)]
pub(crate) struct TakeIn {
    pub(crate) edition: EditionId,
    pub(crate) arrival: Uuid,
    /// The code that stands on the cover sheet.
    pub(crate) code: String,
    pub(crate) entries: Vec<FromAfar>,
    /// How many dossiers cannot come in, and whether they are left out.
    pub(crate) refused: usize,
    pub(crate) leave_out: bool,
}

/// Takes the dossiers in, all of them or none; says how many became entries and how many were corrected.
pub(crate) async fn take_in(act: &mut Act, command: TakeIn) -> Result<(usize, usize), Halt> {
    let edition = hoithi_edition::edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::EntryOnBehalf, edition.place()).await?;
    let arrival = kept::arrival(act.db(), edition.id, command.arrival).await?.ok_or_else(Halt::not_found)?;
    let now = act.now();
    if !kept::mark_taken(act.db(), arrival.id, now).await? {
        return Err(PackageFault::TakenAlready).or_refuse();
    }
    if digits(&command.code) != digits(&check_code(&arrival.manifest)) {
        return Err(PackageFault::CodeDiffers).or_refuse();
    }
    if command.refused > 0 && !command.leave_out {
        return Err(PackageFault::SomeRefused { count: command.refused }).or_refuse();
    }
    if command.entries.is_empty() {
        return Err(PackageFault::NothingComes).or_refuse();
    }
    let (mut new, mut corrected) = (0, 0);
    for entry in command.entries {
        match receive_from_afar(act, entry).await? {
            AfarOutcome::New => new += 1,
            AfarOutcome::Corrects(_) => corrected += 1,
        }
    }
    act.record(
        Event::new("package.taken", arrival.id)
            .fact("edition", edition.id.to_string())
            .fact("file", arrival.manifest.to_string())
            .fact("added", new)
            .fact("changed", corrected)
            .fact("left_out", command.refused),
    );
    Ok((new, corrected))
}

/// A code as it was typed, without what stands between its digits.
fn digits(code: &str) -> String {
    code.chars().filter(char::is_ascii_hexdigit).map(|digit| digit.to_ascii_lowercase()).collect()
}
