//! What was received on paper is scanned: the file takes its place in the dossier, and the receipt says so.

use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::edition::PartCode;
use hoithi_rules::entries::{AttachedFile, Scan};
use hoithi_rules::ids::{EntryId, FileId};
use hoithi_rules::people::Permission;

use super::submit::hash_of;
use super::{load, save};
use crate::given::GivenFile;
use crate::kept::digest;
use crate::refusals::DossierRefusal;
use crate::store;

/// The scan of one part.
#[derive(Clone, Debug)]
pub struct TakeScan {
    /// Which entry.
    pub entry: EntryId,
    /// The version that was seen.
    pub seen: u32,
    /// Which part.
    pub part: PartCode,
    /// The file.
    pub file: GivenFile,
}

/// Adds the scan of a part that was received on paper; whoever receives for the organisers does. Gives the
/// new version. What was received before stays frozen as it was.
pub async fn take_scan(act: &mut Act, command: TakeScan) -> Result<u32, Halt> {
    let (mut kept, edition, person) = load(act, command.entry).await?;
    if !person.may_read(&kept, edition.place()) {
        return Err(Halt::not_found());
    }
    if !person.may(Permission::EntryOnBehalf, edition.place()) {
        return Err(Halt::Denied(Denied::Forbidden));
    }
    let rules = edition.book.rules();
    if !kept.awaited_scans(rules).iter().any(|part| part.code == command.part) {
        return Err(DossierRefusal::NoScanAwaited).or_refuse();
    }
    let (read, unit, now) = (kept.entry.version, kept.entry.unit, act.now());
    let (id, sha256) = (FileId::new(act.new_id()), digest(&command.file.sha256));
    let file = AttachedFile { id, name: command.file.name.clone(), bytes: command.file.bytes, sha256 };
    let scan = Scan { part: command.part.clone(), file, seen: command.seen, at: now };
    kept.entry = kept.entry.take_scan(scan, rules, |content| hash_of(content, unit)).or_refuse()?;
    let receipt = kept.receipt().cloned().ok_or_else(Halt::not_found)?;
    save(act, &mut kept, read).await?;
    store::save_parts(act.db(), &kept, false).await?;
    let pictures: Vec<_> = command.file.pictures.map(|pictures| (command.part.clone(), pictures)).into_iter().collect();
    store::keep_files(act, &kept, &pictures).await?;
    store::freeze(act.db(), &kept, &receipt, now).await?;
    act.record(
        Event::new("entry.supplemented", kept.id())
            .fact("edition", edition.id.to_string())
            .fact("number", receipt.number.to_string())
            .fact("what", format!("part {}", command.part))
            .fact("dossier_hash", receipt.hash.to_string())
            .fact("version", kept.entry.version),
    );
    Ok(kept.entry.version)
}
