//! Submitting: the draft becomes an entry with a number, a hash and a receipt.

use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, OrRefuseAll};
use hoithi_rules::edition::Arrival;
use hoithi_rules::entries::{
    Content, DossierHash, EntryNumber, EntryState, OnTheTable, Promise, Receipt, ReceiptCode, Requirements, Submission,
    SubmitRefusal,
};
use hoithi_rules::ids::{AccountId, EntryId, UnitId};
use hoithi_rules::people::Permission;
use jiff::Timestamp;
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::authorise::submit_on_authorisation;
use super::promise::begin_grace;
use super::{load_for, save};
use crate::kept::{HandedIn, KeptEntry};
use crate::refusals::DossierRefusal;
use crate::rights::Person;
use crate::standing::Standing;
use crate::{mail, store, words};

/// How the dossier came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arriving {
    /// Through this program, by its author or the unit.
    Online,
    /// Carried to the agency on paper.
    ByHand,
    /// By post.
    ByPost {
        /// The day of the postmark; it is the day that counts.
        postmark: Date,
    },
}

impl Arriving {
    fn at(self, at: Timestamp) -> Arrival {
        match self {
            Self::Online => Arrival::Online { at },
            Self::ByHand => Arrival::ByHand { at },
            Self::ByPost { postmark } => Arrival::ByPost { postmark, at },
        }
    }

    fn postmark(self) -> Option<Date> {
        match self {
            Self::ByPost { postmark } => Some(postmark),
            _ => None,
        }
    }
}

/// A submission.
#[derive(Clone, Debug)]
pub struct Submit {
    /// Which entry.
    pub entry: EntryId,
    /// The version that the submitter read back.
    pub seen: u32,
    /// How it came.
    pub arriving: Arriving,
}

/// When a dossier that came by hand lay on the table, where it is entered later.
#[derive(Clone, Debug)]
pub struct FromTable {
    /// The submission.
    pub submit: Submit,
    /// When it lay there: the instant that counts.
    pub at: Timestamp,
    /// Why it was not entered then.
    pub because: String,
}

/// Submits what came by hand and lay on the table before somebody could enter it.
pub async fn submit_from_table(act: &mut Act, command: FromTable) -> Result<Receipt, Halt> {
    if command.submit.arriving != Arriving::ByHand {
        return Err(DossierRefusal::NotOnTheTable).or_refuse();
    }
    let lay = OnTheTable::told(command.at, &command.because, act.now()).or_refuse_all()?;
    submit_as_it_lay(act, command.submit, Some(lay)).await
}

/// Submits a draft, or a returned dossier again under its old number.
///
/// A second click, or a second window that shows the very same version, gets the same receipt.
pub async fn submit(act: &mut Act, command: Submit) -> Result<Receipt, Halt> {
    submit_as_it_lay(act, command, None).await
}

async fn submit_as_it_lay(act: &mut Act, command: Submit, lay: Option<OnTheTable>) -> Result<Receipt, Halt> {
    let (kept, edition) = load_for(act, command.entry, Permission::EntrySubmit).await?;
    if let Some(receipt) = same_again(&kept, command.seen) {
        return Ok(receipt);
    }
    // By hand or by post it came to the organisers, and they say so.
    let receives = Person::acting(act).await?.may(Permission::EntryOnBehalf, edition.place());
    if command.arriving != Arriving::Online && (!kept.was_entered_for_its_authors() || !receives) {
        return Err(DossierRefusal::ChannelNotYours).or_refuse();
    }
    let supplements = matches!(kept.entry.state, EntryState::ReturnedForCompletion(_));
    let done = if supplements {
        supplement(act, kept, &edition, command.seen)?
    } else {
        let handed_in = handed_in(act, &kept, receives).await?;
        if handed_in.is_some() && command.arriving == Arriving::Online {
            submit_on_authorisation(act, &kept, &edition).await?;
        }
        KeptEntry { handed_in, ..first_time(act, kept, &edition, &command, lay).await? }
    };
    let way = if supplements { Way::Again } else { Way::First };
    receive(act, done, &edition, command.seen, way).await
}

/// In which way a dossier is received.
#[derive(Clone, Copy, Debug)]
pub(super) enum Way {
    /// Somebody submits it.
    First,
    /// It was given back and comes again.
    Again,
    /// It lay ready when the intake ended; its author had chosen then that it submit itself.
    Itself(Timestamp),
}

impl Way {
    /// The letter that goes with it.
    fn letter(self) -> &'static str {
        match self {
            Self::First => "entries-mail-receipt",
            Self::Again => "entries-mail-supplemented",
            Self::Itself(_) => "entries-mail-receipt-itself",
        }
    }
}

/// Who hands it in, where its authors do not: one of the organisers, or the unit's contact.
async fn handed_in(act: &mut Act, kept: &KeptEntry, receives: bool) -> Result<Option<HandedIn>, Halt> {
    let Some(by) = act.actor().account.filter(|by| kept.owner.map(AccountId::uuid) != Some(*by)) else {
        return Ok(None);
    };
    let by = hoithi_people::account(act.db(), AccountId::new(by)).await?.ok_or_else(Halt::not_found)?;
    let unit = (!receives).then(|| kept.unit_name.clone());
    Ok(Some(HandedIn { name: by.name.to_string(), unit }))
}

/// Nothing changed between what was read back and what lies here submitted.
pub(super) fn same_again(kept: &KeptEntry, seen: u32) -> Option<Receipt> {
    match &kept.entry.state {
        EntryState::Submitted(receipt) if kept.entry.version == seen.saturating_add(1) => Some(receipt.clone()),
        _ => None,
    }
}

async fn first_time(
    act: &mut Act,
    kept: KeptEntry,
    edition: &Edition,
    command: &Submit,
    lay: Option<OnTheTable>,
) -> Result<KeptEntry, Halt> {
    let at = act.now();
    let arrival = command.arriving.at(lay.as_ref().map_or(at, |lay| lay.at));
    let required = Requirements::of_one(&edition.book, arrival, at, kept.longer)
        .with_promised(&kept.promises)
        .with_stamp(kept.stamped(edition.book.rules()));
    // Refusals come before a number is drawn, and a rolled-back act gives its number back.
    let submission = Submission {
        at,
        arrival,
        seen: command.seen,
        number: next_number(act, edition).await?,
        receipt: ReceiptCode::from_random(act.random_bytes()?),
        hash: hash_of(&kept.entry.content, kept.entry.unit),
    };
    let entry = kept.entry.submit(submission, &required).or_refuse_all()?;
    Ok(KeptEntry { entry, postmark: command.arriving.postmark(), on_table: lay, ..kept })
}

pub(super) fn supplement(act: &Act, kept: KeptEntry, edition: &Edition, seen: u32) -> Result<KeptEntry, Halt> {
    let at = act.now();
    let stamped = kept.stamped(edition.book.rules());
    let required = Requirements::of(&edition.book, Arrival::Online { at }, at).with_stamp(stamped);
    let hash = hash_of(&kept.entry.content, kept.dossier_unit());
    let entry = kept.entry.supplement(seen, hash, at, &required).or_refuse_all()?;
    Ok(KeptEntry { entry, ..kept })
}

pub(super) async fn next_number(act: &mut Act, edition: &Edition) -> Result<EntryNumber, Halt> {
    let sequence = store::next_in_sequence(act, edition.id).await?;
    EntryNumber::new(&words::number_prefix(edition.book.rules()), sequence).or_refuse()
}

pub(crate) fn hash_of(content: &Content, unit: Option<UnitId>) -> DossierHash {
    DossierHash(Sha256::digest(content.canonical(unit).as_bytes()).into())
}

pub(super) async fn receive(
    act: &mut Act,
    mut kept: KeptEntry,
    edition: &Edition,
    seen: u32,
    way: Way,
) -> Result<Receipt, Halt> {
    let Some(receipt) = kept.receipt().cloned() else {
        return Err(SubmitRefusal::NotReturned).or_refuse();
    };
    kept.standing = Standing::Submitted;
    kept.reasons.clear();
    save(act, &mut kept, seen).await?;
    if !matches!(way, Way::Again) {
        begin_grace(act, &mut kept, edition).await?;
    }
    let now = act.now();
    store::drop_infected(act.db(), kept.id()).await?;
    store::freeze(act.db(), &kept, &receipt, now).await?;
    let id = kept.id();
    let event = match (way, &kept.on_table) {
        (Way::Again, _) => Event::new("entry.supplemented", id),
        (Way::Itself(chosen), _) => Event::new("entry.submitted", id)
            .fact("arrived_at", receipt.at.to_string())
            .fact("chosen_at", chosen.to_string()),
        (Way::First, None) => Event::new("entry.submitted", id),
        (Way::First, Some(lay)) => {
            store::keep_on_table(act.db(), id, lay).await?;
            Event::new("entry.submitted", id).fact("on_table", lay.at.to_string())
        }
    };
    let event = match promised(&kept) {
        Some(hashes) => event.fact("promised", hashes),
        None => event,
    };
    act.record(
        event
            .fact("edition", edition.id.to_string())
            .fact("number", receipt.number.to_string())
            .fact("channel", receipt.channel.code())
            .fact("dossier_hash", receipt.hash.to_string())
            .fact("version", kept.entry.version),
    );
    mail::receipt(act, &kept, edition, &receipt, way.letter()).await?;
    Ok(receipt)
}

/// The hashes of files that follow, each with its part; nothing where none does.
fn promised(kept: &KeptEntry) -> Option<String> {
    let hash = |promise: &Promise| format!("{} {}", promise.part, DossierHash(promise.sha256));
    let all: Vec<String> = kept.promises.iter().map(hash).collect();
    (!all.is_empty()).then(|| all.join(", "))
}
