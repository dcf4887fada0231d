//! Files of dossiers, and the signed papers beside them, are looked into after they were taken in, one after the
//! other; nobody waits for it.

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Act, Actor, Door, Event, Halt};
use hoithi_rules::ids::EntryId;
use hoithi_web::{House, Scan};
use jiff::SignedDuration;

use crate::mail;
use crate::operations::edition_of;
use crate::store::{self, FileVerdict};

/// After so long a file is tried again that could not be looked through.
const AGAIN: SignedDuration = SignedDuration::from_mins(30);

/// Has the next file looked into. False where none waits, or nobody looks.
pub async fn scan_one(house: &House) -> Result<bool, Halt> {
    if !house.scanner.is_named() {
        return Ok(false);
    }
    let again = house.clock().now() - AGAIN;
    let Some(hash) = store::next_to_scan(&mut house.read().await?, again).await? else { return Ok(false) };
    let (verdict, told) = match house.scanner.scan(&house.files.lies_at(&hash)).await {
        Scan::Away => return Ok(false),
        Scan::Clean => (FileVerdict::Clean, String::new()),
        Scan::Infected(name) => (FileVerdict::Infected, name),
        Scan::NotScanned(why) => (FileVerdict::NotScanned, why),
    };
    if verdict == FileVerdict::Infected {
        let (files, hash) = (house.files.clone(), hash.clone());
        let apart = tokio::task::spawn_blocking(move || files.quarantine(&hash));
        apart.await.map_err(Halt::fault)?.map_err(Halt::fault)?;
    }
    let word = (hash, verdict, told);
    house.acts.perform(Actor::nobody(Door::Job), move |act| Box::pin(keep(act, word.clone()))).await?;
    Ok(true)
}

async fn keep(act: &mut Act, (hash, verdict, told): (Sha256Hex, FileVerdict, String)) -> Result<(), Halt> {
    let now = act.now();
    store::keep_verdict(act.db(), &hash, (verdict, &told), now).await?;
    if verdict == FileVerdict::Infected {
        tell(act, &hash, &told).await?;
    }
    Ok(())
}

/// Whoever gave it is told, and the dossier's history says so. Of a paper beside it only the history does: who works
/// with the dossier brings another one.
async fn tell(act: &mut Act, hash: &Sha256Hex, found: &str) -> Result<(), Halt> {
    for id in store::lies_beside(act.db(), hash).await? {
        record(act, id, ("paper".to_owned(), hash, found));
    }
    for (id, part, name) in store::stands_in(act.db(), hash).await? {
        let Some(kept) = store::dossier(act.db(), id).await? else { continue };
        let edition = edition_of(act, kept.entry.edition).await?;
        let code = part.as_ref().map(ToString::to_string).unwrap_or_default();
        let known = edition.book.rules().dossier_part(&code).map(|part| part.name.clone());
        let part = known.unwrap_or_else(|| code.clone());
        record(act, id, (format!("part {code}"), hash, found));
        mail::quarantined(act, &kept, &edition, [("part", part), ("name", name), ("found", found.to_owned())]).await?;
    }
    Ok(())
}

fn record(act: &mut Act, id: EntryId, (what, hash, found): (String, &Sha256Hex, &str)) {
    act.record(
        Event::new("entry.file_quarantined", id)
            .fact("what", what)
            .fact("file", hash.to_string())
            .fact("found", found.to_owned()),
    );
}
