//! What screening makes of an entry. Its own room decides by its list and keeps how it came to
//! that; here stands what the author, the lists and the later stages need of it.

use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::edition::{CategoryCode, PartCode};
use hoithi_rules::entries::{EditRefusal, Stamped, asked_parts};
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;
use jiff::civil::Date;

use super::supplement::link_of_return;
use super::unit_list::must_be_endorsed;
use super::{edition_of, save};
use crate::kept::KeptEntry;
use crate::receipt::category_name;
use crate::refusals::DossierRefusal;
use crate::standing::Standing;
use crate::{mail, store};

/// The end of a screening.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// It will be judged.
    Admitted,
    /// It will not be judged.
    Refused {
        /// Why, for the author.
        reasons: Vec<String>,
    },
}

async fn load(act: &mut Act, id: EntryId) -> Result<(KeptEntry, Edition), Halt> {
    let kept = store::dossier(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    let edition = edition_of(act, kept.entry.edition).await?;
    permit(act, Permission::ScreeningDecide, edition.place()).await?;
    let today = edition.book.calendar().day_of(act.now());
    if waits(&kept, today) { Ok((kept, edition)) } else { Err(EditRefusal::NotSubmitted).or_refuse() }
}

/// Submitted, or given back and not completed in its time.
fn waits(kept: &KeptEntry, today: Date) -> bool {
    match kept.standing {
        Standing::Submitted => true,
        Standing::Returned => kept.entry.not_completed_by(today).is_some(),
        _ => false,
    }
}

/// Judges read files: what came on paper is scanned first, and what was promised has come.
fn scanned(kept: &KeptEntry, edition: &Edition) -> Result<(), Halt> {
    let rules = edition.book.rules();
    let promised = kept.promises.iter().filter(|promise| kept.promise(&promise.part).is_some());
    let promised = promised.filter_map(|promise| rules.dossier_part(promise.part.as_str()));
    let promised: Vec<&str> = promised.filter(|part| part.required).map(|part| part.name.as_str()).collect();
    if !promised.is_empty() {
        return Err(DossierRefusal::FilesPromised { parts: promised.join("; ") }).or_refuse();
    }
    let awaited = kept.awaited_scans(rules);
    if awaited.is_empty() {
        return Ok(());
    }
    let parts = awaited.iter().map(|part| part.name.as_str()).collect::<Vec<_>>().join("; ");
    Err(DossierRefusal::ScansAwaited { parts }).or_refuse()
}

/// Where the contest asks for the stamped form, it lies there and says what the dossier says.
fn stamped(kept: &KeptEntry, edition: &Edition) -> Result<(), Halt> {
    let rules = edition.book.rules();
    let asked = rules.stamped_part().is_some_and(|part| part.required) && kept.origin.is_none();
    match kept.stamped(rules) {
        Stamped::Missing if asked => Err(DossierRefusal::StampAwaited).or_refuse(),
        Stamped::Differs if asked => Err(DossierRefusal::StampOutdated).or_refuse(),
        _ => Ok(()),
    }
}

/// What a dossier is given back with.
#[derive(Clone, Debug)]
pub struct Returning {
    /// What is missing or wrong.
    pub reasons: Vec<String>,
    /// The last day to complete it.
    pub until: Date,
    /// The parts that were found wanting.
    pub wanting: Vec<PartCode>,
    /// Under which address the portal is reached: an author without an account comes by a link.
    pub public_url: String,
}

/// Gives the entry back to its authors until a day, with what is missing.
pub async fn return_for_completion(act: &mut Act, id: EntryId, returning: Returning) -> Result<(), Halt> {
    let (mut kept, edition) = load(act, id).await?;
    let (read, until) = (kept.entry.version, returning.until);
    kept.entry = kept.entry.return_for_completion(until, act.now()).or_refuse()?;
    kept.standing = Standing::Returned;
    kept.reasons = returning.reasons;
    save(act, &mut kept, read).await?;
    act.record(Event::new("entry.returned", id).fact("until", until.to_string()));
    ask_for(act, &edition, (id, &returning.wanting)).await?;
    let link = link_of_return(act, &kept, &returning.public_url).await?;
    mail::returned(act, &kept, &edition, (until, link.as_deref())).await
}

/// Keeps what is asked of the dossier as it lies with its writer now, where a file that was put apart is none. A
/// stamped form that says something else is asked for anew.
async fn ask_for(act: &mut Act, edition: &Edition, (id, wanting): (EntryId, &[PartCode])) -> Result<(), Halt> {
    let kept = store::dossier(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    let rules = edition.book.rules();
    let mut asked = asked_parts(rules, &kept.entry.content, wanting);
    let form = rules.stamped_part().filter(|part| part.required && kept.stamped(rules) == Stamped::Differs);
    if let Some(form) = form.filter(|form| !asked.contains(&form.code)) {
        asked.push(form.code.clone());
    }
    Ok(store::ask_parts(act.db(), id, &asked).await?)
}

/// Lets the entry count in another category, with the reason that its authors read. What they chose themselves
/// stays in the dossier.
pub async fn move_to_category(
    act: &mut Act,
    (id, seen): (EntryId, u32),
    (to, why): (&CategoryCode, &str),
) -> Result<(), Halt> {
    let mut kept = store::dossier(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    let edition = edition_of(act, kept.entry.edition).await?;
    permit(act, Permission::ScreeningDecide, edition.place()).await?;
    if !matches!(kept.standing, Standing::Submitted | Standing::Returned | Standing::Admitted) {
        return Err(EditRefusal::NotSubmitted).or_refuse();
    }
    let read = kept.entry.version;
    if read != seen {
        return Err(EditRefusal::ChangedMeanwhile { seen, current: read }).or_refuse();
    }
    let from = category_name(&kept, &edition);
    let before = kept.category().map(ToString::to_string);
    kept.moved_to = Some(to.clone()).filter(|to| kept.entry.content.category.as_ref() != Some(to));
    kept.entry.version = read.saturating_add(1);
    save(act, &mut kept, read).await?;
    act.record(Event::new("entry.moved", id).fact("from", before).fact("to", to.to_string()));
    mail::moved(act, &kept, &edition, (&from, why)).await
}

/// Records that the entry was admitted or refused.
pub async fn record_verdict(act: &mut Act, id: EntryId, verdict: Verdict) -> Result<(), Halt> {
    let (mut kept, edition) = load(act, id).await?;
    let read = kept.entry.version;
    let event = match verdict {
        Verdict::Admitted if kept.standing != Standing::Submitted => return Err(EditRefusal::NotSubmitted).or_refuse(),
        Verdict::Admitted => {
            scanned(&kept, &edition)?;
            stamped(&kept, &edition)?;
            must_be_endorsed(act, &kept, &edition).await?;
            kept.standing = Standing::Admitted;
            Event::new("entry.admitted", id)
        }
        Verdict::Refused { reasons } => {
            kept.standing = Standing::Refused;
            kept.reasons = reasons;
            Event::new("entry.refused", id)
        }
    };
    save(act, &mut kept, read).await?;
    act.record(event);
    mail::verdict(act, &kept, &edition).await
}
