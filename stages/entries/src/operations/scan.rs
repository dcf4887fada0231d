//! What was received on paper is scanned: the file takes its place in the dossier, and the receipt says so.

use hoithi_edition::Edition;
use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::edition::PartCode;
use hoithi_rules::entries::{AttachedFile, Content, Following, PrintCode, Scan};
use hoithi_rules::ids::{EntryId, FileId};
use hoithi_rules::people::Permission;

use super::print_form::known_print;
use super::submit::hash_of;
use super::{load, save};
use crate::given::GivenFile;
use crate::kept::{KeptEntry, digest};
use crate::photographs::Pictures;
use crate::refusals::DossierRefusal;
use crate::registration::stamp_until;
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
    /// The print that it shows, where it is a form that was printed here.
    pub shows: Option<PrintCode>,
}

/// Adds the scan of a part that was received on paper, by whoever receives for the organisers; or the stamped form
/// that follows, by whoever writes the dossier, too. Gives the new version. What was received before stays frozen
/// as it was.
pub async fn take_scan(act: &mut Act, command: TakeScan) -> Result<u32, Halt> {
    let (mut kept, edition, person) = load(act, command.entry).await?;
    if !person.may_read(&kept, edition.place()) {
        return Err(Halt::not_found());
    }
    let rules = edition.book.rules();
    let receives = person.may(Permission::EntryOnBehalf, edition.place());
    let on_paper = kept.awaited_scans(rules).iter().any(|part| part.code == command.part);
    let follows = kept.awaited_stamp(rules).is_some_and(|part| part.code == command.part);
    match (on_paper && receives, follows) {
        (true, _) => {}
        (false, true) if receives || person.may_write(&kept, edition.place()) => {}
        (false, true) => return Err(Halt::Denied(Denied::Forbidden)),
        (false, false) if !receives => return Err(Halt::Denied(Denied::Forbidden)),
        (false, false) => return Err(DossierRefusal::NoScanAwaited).or_refuse(),
    }
    if let Some(code) = &command.shows {
        known_print(act, command.entry, code).await?;
    }
    let (read, unit, now) = (kept.entry.version, kept.dossier_unit(), act.now());
    let GivenFile { name, bytes, sha256, pictures } = command.file;
    let (id, sha256) = (FileId::new(act.new_id()), digest(&sha256));
    let file = AttachedFile { id, name, bytes, sha256, shows: command.shows };
    let scan = Scan { part: command.part.clone(), file, seen: command.seen, at: now };
    let hash = |content: &Content| hash_of(content, unit);
    kept.entry = if on_paper && receives {
        kept.entry.take_scan(scan, rules, hash).or_refuse()?
    } else {
        let until = stamp_until(act.db(), &edition).await?.ok_or_else(Halt::not_found)?;
        let today = edition.book.calendar().day_of(now);
        let follows = Following { rules, stamped: kept.stamped(rules), until, today };
        kept.entry.take_stamped(scan, &follows, hash).or_refuse()?
    };
    supplemented(act, kept, (&edition, &command.part), pictures, read).await
}

/// Keeps what came beside what was received, under its new hash, and the photographs that it was made of.
async fn supplemented(
    act: &mut Act,
    mut kept: KeptEntry,
    (edition, part): (&Edition, &PartCode),
    pictures: Option<Pictures>,
    read: u32,
) -> Result<u32, Halt> {
    let now = act.now();
    let receipt = kept.receipt().cloned().ok_or_else(Halt::not_found)?;
    save(act, &mut kept, read).await?;
    store::save_parts(act.db(), &kept, false).await?;
    let pictures: Vec<_> = pictures.map(|pictures| (part.clone(), pictures)).into_iter().collect();
    store::keep_files(act, &kept, &pictures).await?;
    store::freeze(act.db(), &kept, &receipt, now).await?;
    act.record(
        Event::new("entry.supplemented", kept.id())
            .fact("edition", edition.id.to_string())
            .fact("number", receipt.number.to_string())
            .fact("what", format!("part {part}"))
            .fact("dossier_hash", receipt.hash.to_string())
            .fact("version", kept.entry.version),
    );
    Ok(kept.entry.version)
}
