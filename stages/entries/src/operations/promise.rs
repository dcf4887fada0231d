//! Hash first, file after: on a bad line the hash of a file is given in time and the file follows.

use hoithi_documents::Sha256Hex;
use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::edition::PartCode;
use hoithi_rules::entries::{AttachedFile, EntryState, PrintCode, PromiseRefusal};
use hoithi_rules::ids::{EntryId, FileId};
use hoithi_rules::people::Permission;
use jiff::SignedDuration;

use super::by_itself::lies_still;
use super::print_form::known_print;
use super::submit::hash_of;
use super::write::kind_of;
use super::{load_for, save};
use crate::given::GivenFile;
use crate::kept::{KeptEntry, digest};
use crate::refusals::DossierRefusal;
use crate::standing::Standing;
use crate::store;

/// The hash of a file that follows.
#[derive(Clone, Debug)]
pub(crate) struct PromiseFile {
    pub(crate) entry: EntryId,
    pub(crate) part: PartCode,
    /// 64 hexadecimal digits, as they were typed.
    pub(crate) digest: String,
}

/// Keeps the hash, in the place of one given before. The file itself still takes its place any time before.
pub(crate) async fn promise_file(act: &mut Act, command: PromiseFile) -> Result<(), Halt> {
    let (kept, edition) = load_for(act, command.entry, Permission::EntryEdit).await?;
    lies_still(act, &kept, &edition).await?;
    let rules = edition.book.rules();
    let draft = matches!(kept.entry.state, EntryState::Draft);
    if !draft || rules.files_after.is_none() || kind_of(rules, &command.part)?.max_megabytes().is_none() {
        return Err(DossierRefusal::NoPromise).or_refuse();
    }
    if kept.part(&command.part).is_some() {
        return Err(DossierRefusal::FileIsHere).or_refuse();
    }
    let digits: String = command.digest.chars().filter(|digit| !digit.is_whitespace()).collect();
    let hash = digits.to_ascii_lowercase().parse::<Sha256Hex>();
    let hash = hash.map_err(|_| DossierRefusal::DigestMalformed).or_refuse()?;
    let now = act.now();
    store::promise(act.db(), (command.entry, &command.part), &hash, now).await?;
    let event = Event::new("entry.file_promised", command.entry);
    act.record(event.fact("what", format!("part {}", command.part)).fact("file", hash.to_string()));
    Ok(())
}

/// The dossier is received: from this instant the grace of the rule book runs for what is still to come.
pub(super) async fn begin_grace(act: &mut Act, kept: &mut KeptEntry, edition: &Edition) -> Result<(), Halt> {
    let Some(hours) = edition.book.rules().files_after.filter(|_| !kept.promises.is_empty()) else { return Ok(()) };
    let grace = SignedDuration::from_hours(i64::from(hours.get()));
    let until = act.now().saturating_add(grace).map_err(Halt::fault)?;
    store::promised_until(act.db(), kept.id(), until).await?;
    for promise in &mut kept.promises {
        promise.until = Some(until);
    }
    Ok(())
}

/// A file that was promised.
#[derive(Clone, Debug)]
pub(crate) struct TakePromised {
    pub(crate) entry: EntryId,
    pub(crate) part: PartCode,
    pub(crate) file: GivenFile,
    /// The print that it shows, where it is a form that was printed here.
    pub(crate) shows: Option<PrintCode>,
}

/// Takes the very file whose hash was given, within the grace. What was received before stays frozen as it was.
/// Gives the new version.
pub(crate) async fn take_promised(act: &mut Act, command: TakePromised) -> Result<u32, Halt> {
    let (mut kept, edition) = load_for(act, command.entry, Permission::EntryEdit).await?;
    let waits = kept.promise(&command.part).filter(|_| kept.standing == Standing::Submitted);
    let promise = waits.cloned().ok_or(PromiseRefusal::NotAwaited).or_refuse()?;
    if let Some(code) = &command.shows {
        known_print(act, command.entry, code).await?;
    }
    let (read, unit, now) = (kept.entry.version, kept.dossier_unit(), act.now());
    let GivenFile { name, bytes, sha256, pictures } = command.file;
    let (id, sha256) = (FileId::new(act.new_id()), digest(&sha256));
    let file = AttachedFile { id, name, bytes, sha256, shows: command.shows };
    kept.entry = kept.entry.take_promised(&promise, file, now, |content| hash_of(content, unit)).or_refuse()?;
    let receipt = kept.receipt().cloned().ok_or_else(Halt::not_found)?;
    save(act, &mut kept, read).await?;
    store::save_parts(act.db(), &kept, false).await?;
    let pictures: Vec<_> = pictures.map(|pictures| (command.part.clone(), pictures)).into_iter().collect();
    store::keep_files(act, &kept, &pictures).await?;
    store::promise_kept(act.db(), (command.entry, &command.part), now).await?;
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
