//! Making a package of what goes up, and writing it as one file.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_awards::RankedRound;
use hoithi_documents::{Files, Sha256Hex, bundle};
use hoithi_edition::Edition;
use hoithi_entries::{Standing, dossier, for_afar, received_text};
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::edition::ForwardingRule;
use hoithi_rules::forwarding::{Endorsement, ForwardingRefusal, could_go_up};
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use uuid::Uuid;

use super::fault::PackageFault;
use super::kept::{self, SentPackage, Taken};
use super::manifest::{
    FORMAT, MANIFEST, Manifest, PackedCategory, PackedContest, PackedEntry, PackedPaper, PackedResult, READ_FIRST,
    VERSION, WITH_SECRETS,
};
use crate::by_rule::{in_order, listed};
use crate::operations::{cards_of, nominee, nothing_above};

/// So many bytes of files go into one package, as far as it holds several dossiers: whoever takes it in sends it
/// as one form. What has no room waits for the next one.
const MOST_BYTES: u64 = 40 * 1024 * 1024;

/// What would go now.
#[derive(Clone, Debug, Default)]
pub(crate) struct Waiting {
    /// For the first time, the best first.
    pub(crate) new: Vec<EntryId>,
    /// Again, since another dossier was received for them after they went.
    pub(crate) corrected: Vec<EntryId>,
}

impl Waiting {
    /// How many.
    pub(crate) fn count(&self) -> usize {
        self.new.len() + self.corrected.len()
    }
}

/// What of an edition waits to go: the best of its opened round within the quota, and corrections.
pub(crate) async fn waiting(db: &mut Conn, edition: &Edition) -> Result<Waiting, Halt> {
    let Some(rule) = edition.book.rules().forwarding.as_ref().filter(|_| edition.parent.is_none()) else {
        return Ok(Waiting::default());
    };
    let Some(ranked) = hoithi_awards::ranked(db, edition).await? else { return Ok(Waiting::default()) };
    let ranked: &RankedRound = &ranked;
    let cards = cards_of(db, edition.id).await?;
    let slots = kept::slots(db, edition.id).await?;
    let gone: BTreeSet<EntryId> = slots.iter().map(|slot| slot.entry).collect();
    let list = listed(db, edition, &cards, Some(ranked), &[]).await?;
    let goes = |entry: EntryId| {
        let card = cards.get(&entry);
        let could = card.is_some_and(|card| could_go_up(&nominee(edition, card, Some(ranked), &gone), rule));
        could && list.as_ref().is_none_or(|list| list.contains(&entry))
    };
    let room = usize::try_from(rule.limit.get()).unwrap_or(usize::MAX).saturating_sub(slots.len());
    let new = in_order(Some(ranked), goes).into_iter().take(room).collect();
    Ok(Waiting { new, corrected: corrected(db, &slots).await? })
}

async fn corrected(db: &mut Conn, slots: &[Taken]) -> Result<Vec<EntryId>, Halt> {
    let mut corrected = Vec::new();
    for slot in slots {
        let Some(kept) = dossier(db, slot.entry).await? else { continue };
        let stands = matches!(kept.standing, Standing::Submitted | Standing::Admitted);
        let hash = kept.receipt().map(|receipt| receipt.hash.to_string());
        if stands && hash.is_some_and(|hash| hash != slot.dossier) {
            corrected.push(slot.entry);
        }
    }
    Ok(corrected)
}

/// What a package needs.
#[derive(Clone, Debug)]
pub(crate) struct MakePackage {
    /// The contest that sends.
    pub(crate) edition: EditionId,
    /// Its paper for all of them.
    pub(crate) endorsement: Endorsement,
}

/// Makes a package of what waits. Its places of the quota are taken from now on.
pub(crate) async fn make_package(act: &mut Act, command: MakePackage) -> Result<Uuid, Halt> {
    let edition = hoithi_edition::edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ForwardingSend, edition.place()).await?;
    if edition.parent.is_some() {
        return Err(PackageFault::AboveIsHere).or_refuse();
    }
    let rule = edition.book.rules().forwarding.as_ref().ok_or_else(nothing_above)?;
    let paper = &command.endorsement;
    if paper.date > day_in_vietnam(act.now()) {
        return Err(ForwardingRefusal::EndorsementFromFuture { date: paper.date }).or_refuse();
    }
    let going = waiting(act.db(), &edition).await?;
    let entries = packed(act, &edition, rule, &going).await?;
    if entries.is_empty() {
        return Err(PackageFault::NothingToPack).or_refuse();
    }
    let secret = entries.iter().any(|entry| !entry.secret.is_empty());
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        version: if secret { WITH_SECRETS } else { VERSION },
        package: act.random_id()?,
        made_at: act.now(),
        contest: contest(&edition),
        endorsement: PackedPaper {
            document: paper.document.to_string(),
            date: paper.date,
            signed_by: paper.signed_by.clone(),
        },
        entries,
    };
    keep(act, &edition, (rule.limit.get(), &manifest)).await?;
    Ok(manifest.package)
}

fn contest(edition: &Edition) -> PackedContest {
    let category = |each: &hoithi_rules::edition::Category| {
        let above = each.upward.as_ref().map(ToString::to_string);
        (each.code.to_string(), PackedCategory { name: each.name.clone(), above })
    };
    let rules = edition.book.rules();
    PackedContest {
        id: edition.id,
        title: edition.title(),
        organiser: rules.agency.name.clone(),
        categories: rules.categories.iter().map(category).collect::<BTreeMap<_, _>>(),
    }
}

/// The dossiers as far as they have room, corrections before all others.
async fn packed(
    act: &mut Act,
    edition: &Edition,
    rule: &ForwardingRule,
    going: &Waiting,
) -> Result<Vec<PackedEntry>, Halt> {
    let ranked = hoithi_awards::ranked(act.db(), edition).await?;
    let (mut packed, mut bytes): (Vec<PackedEntry>, u64) = (Vec::new(), 0);
    for entry in going.corrected.iter().chain(&going.new) {
        let (kept, said) = for_afar(act.db(), *entry).await?;
        let standing = ranked.as_deref().and_then(|ranked| ranked.standing(*entry)).filter(|_| rule.shows_result);
        let result = standing.map(|standing| PackedResult {
            place: i64::try_from(standing.place).unwrap_or(i64::MAX),
            points_in_hundredths: standing.result.hundredths(),
        });
        let line = PackedEntry::of((&kept, edition.book.rules()), &said, result).ok_or_else(Halt::not_found)?;
        bytes = bytes.saturating_add(line.bytes());
        if !packed.is_empty() && bytes > MOST_BYTES {
            break;
        }
        packed.push(line);
    }
    Ok(packed)
}

async fn keep(act: &mut Act, edition: &Edition, (quota, manifest): (u32, &Manifest)) -> Result<(), Halt> {
    let text = serde_json::to_string_pretty(manifest)?;
    let sent = SentPackage {
        id: manifest.package,
        code: Sha256Hex::of(text.as_bytes()),
        manifest: text,
        endorsement: manifest.endorsement.document.clone(),
        endorsed_on: manifest.endorsement.date,
        endorsed_by: manifest.endorsement.signed_by.to_string(),
        made_at: manifest.made_at,
    };
    let slots = kept::slots(act.db(), edition.id).await?;
    let mut taken: BTreeMap<EntryId, i64> = slots.iter().map(|slot| (slot.entry, slot.slot)).collect();
    kept::insert(act.db(), edition.id, &sent).await?;
    for entry in &manifest.entries {
        let next = i64::try_from(taken.len() + 1).map_err(Halt::fault)?;
        let slot = *taken.entry(entry.id).or_insert(next);
        if slot == next {
            kept::take_slot(act.db(), (edition.id, entry.id), (slot, quota)).await?;
        }
        kept::insert_entry(act.db(), sent.id, entry.id, &entry.hash).await?;
        act.record(
            Event::new("entry.packed", entry.id)
                .fact("edition", edition.id.to_string())
                .fact("package", sent.id.to_string())
                .fact("slot", slot)
                .fact("quota", quota)
                .fact("endorsement", sent.endorsement.as_str())
                .fact("endorsed_on", sent.endorsed_on.to_string())
                .fact("dossier_hash", entry.hash.to_string()),
        );
    }
    Ok(())
}

/// A file of a package before it is written.
#[derive(Clone, Debug)]
enum Piece {
    Text(String),
    Kept(Sha256Hex),
}

/// All of a package's files by their paths, ready to be written.
#[derive(Clone, Debug)]
pub(crate) struct Pieces(Vec<(String, Piece)>);

/// The package as files; `read_first` is what a person reads before all others.
pub(crate) async fn written(db: &mut Conn, sent: &SentPackage, read_first: String) -> Result<Pieces, Halt> {
    let manifest: Manifest = serde_json::from_str(&sent.manifest)?;
    let mut pieces = vec![
        (READ_FIRST.to_owned(), Piece::Text(read_first)),
        (MANIFEST.to_owned(), Piece::Text(sent.manifest.clone())),
    ];
    for entry in &manifest.entries {
        let text = received_text(db, entry.id, entry.hash.as_str()).await?;
        let text = text.ok_or_else(|| Halt::fault(format!("no frozen copy of entry {} has its hash", entry.id)))?;
        pieces.push((entry.text.clone(), Piece::Text(text)));
        let files = entry.files.values();
        pieces.extend(files.map(|file| (file.path.clone(), Piece::Kept(file.sha256.clone()))));
    }
    Ok(Pieces(pieces))
}

impl Pieces {
    /// The zip; waits for the disk.
    pub(crate) fn zipped(self, files: &Files) -> Result<Vec<u8>, Halt> {
        let mut whole = Vec::with_capacity(self.0.len());
        for (path, piece) in self.0 {
            let bytes = match piece {
                Piece::Text(text) => text.into_bytes(),
                Piece::Kept(hash) => files.get(&hash).map_err(Halt::fault)?,
            };
            whole.push((path, bytes));
        }
        bundle(&whole).map_err(Halt::fault)
    }
}
