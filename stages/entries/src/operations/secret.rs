//! Keeping a part of a dossier secret, keeping it so no longer, and opening one.

use std::collections::BTreeMap;

use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::edition::{PartCode, Rules};
use hoithi_rules::entries::{SecretReader, SecretRefusal, keep_secret, lift, opening_reason};
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_rules::people::Permission;

use super::{load, load_for};
use crate::kept::KeptEntry;
use crate::refusals::DossierRefusal;
use crate::secret::reader;
use crate::store;

/// A part of an entry, and why it is kept secret or opened.
#[derive(Clone, Debug)]
pub(crate) struct SecretPart {
    pub(crate) entry: EntryId,
    pub(crate) part: PartCode,
    pub(crate) reason: String,
}

/// Keeps a part secret, at the word of whoever writes the dossier.
pub(crate) async fn keep_part_secret(act: &mut Act, command: SecretPart) -> Result<(), Halt> {
    let (kept, edition) = load_for(act, command.entry, Permission::EntryEdit).await?;
    let rules = edition.book.rules();
    there_is(&kept, rules, &command.part)?;
    let reason = keep_secret(&command.reason, kept.kept_by(&command.part, rules), kept.lies()).or_refuse()?;
    let by = act.actor().account.map(AccountId::new).ok_or_else(Halt::not_found)?;
    let (now, secrets) = (act.now(), BTreeMap::from([(command.part.clone(), reason)]));
    store::keep_secrets(act.db(), command.entry, &secrets, (by, now)).await?;
    act.record(Event::new("entry.secret_kept", command.entry).fact("part", command.part.as_str()));
    Ok(())
}

/// Keeps it secret no longer.
pub(crate) async fn lift_part_secret(act: &mut Act, entry: EntryId, part: PartCode) -> Result<(), Halt> {
    let (kept, edition) = load_for(act, entry, Permission::EntryEdit).await?;
    lift(kept.kept_by(&part, edition.book.rules()), kept.lies()).or_refuse()?;
    store::lift_secret(act.db(), entry, &part).await?;
    act.record(Event::new("entry.secret_lifted", entry).fact("part", part.as_str()));
    Ok(())
}

/// Opens a part for a while to whoever acts, who says why; the journal keeps the reason.
pub(crate) async fn open_secret_part(act: &mut Act, command: SecretPart) -> Result<(), Halt> {
    let (kept, edition, person) = load(act, command.entry).await?;
    let place = edition.place();
    if !person.may_read(&kept, place) {
        return Err(Halt::not_found());
    }
    if !kept.is_secret(&command.part, edition.book.rules()) {
        return Err(SecretRefusal::NotSecret).or_refuse();
    }
    if !matches!(reader(&person, &kept, place, (&command.part, &[])), SecretReader::Officer { .. }) {
        return Err(Halt::Denied(Denied::Forbidden));
    }
    let why = opening_reason(&command.reason).or_refuse()?;
    act.record(Event::new("entry.secret_opened", command.entry).fact("part", command.part.as_str()).fact("why", why));
    Ok(())
}

fn there_is(kept: &KeptEntry, rules: &Rules, part: &PartCode) -> Result<(), Halt> {
    if kept.part(part).is_some() || rules.dossier_part(part.as_str()).is_some() {
        return Ok(());
    }
    Err(DossierRefusal::NoSuchPart { part: part.clone() }).or_refuse()
}
