//! Submitting: the draft becomes an entry with a number, a hash and a receipt.

use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, OrRefuseAll};
use hoithi_rules::edition::Arrival;
use hoithi_rules::entries::{
    Content, DossierHash, EntryNumber, EntryState, OnTheTable, Receipt, ReceiptCode, Requirements, Submission,
    SubmitRefusal,
};
use hoithi_rules::ids::{AccountId, EntryId, UnitId};
use hoithi_rules::people::Permission;
use jiff::Timestamp;
use jiff::civil::Date;
use sha2::{Digest, Sha256};

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
    if command.arriving != Arriving::Online && (kept.owner.is_some() || !receives) {
        return Err(DossierRefusal::ChannelNotYours).or_refuse();
    }
    let supplements = matches!(kept.entry.state, EntryState::ReturnedForCompletion(_));
    let done = if supplements {
        supplement(act, kept, &edition, command.seen)?
    } else {
        let handed_in = handed_in(act, &kept, receives).await?;
        KeptEntry { handed_in, ..first_time(act, kept, &edition, &command, lay).await? }
    };
    receive(act, done, &edition, command.seen, supplements).await
}

/// Who hands it in, where its authors do not: one of the organisers, or the unit's contact.
async fn handed_in(act: &mut Act, kept: &KeptEntry, receives: bool) -> Result<Option<HandedIn>, Halt> {
    let Some(by) = act.actor().account.filter(|_| kept.owner.is_none()) else { return Ok(None) };
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
    let required = Requirements::of(&edition.book, arrival, at);
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
    let required = Requirements::of(&edition.book, Arrival::Online { at }, at);
    let hash = hash_of(&kept.entry.content, kept.entry.unit);
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
    supplements: bool,
) -> Result<Receipt, Halt> {
    let Some(receipt) = kept.receipt().cloned() else {
        return Err(SubmitRefusal::NotReturned).or_refuse();
    };
    kept.standing = Standing::Submitted;
    kept.reasons.clear();
    save(act, &mut kept, seen).await?;
    let now = act.now();
    store::freeze(act.db(), &kept, &receipt, now).await?;
    let event = match &kept.on_table {
        _ if supplements => Event::new("entry.supplemented", kept.id()),
        None => Event::new("entry.submitted", kept.id()),
        Some(lay) => {
            store::keep_on_table(act.db(), kept.id(), lay).await?;
            Event::new("entry.submitted", kept.id()).fact("on_table", lay.at.to_string())
        }
    };
    act.record(
        event
            .fact("edition", edition.id.to_string())
            .fact("number", receipt.number.to_string())
            .fact("channel", receipt.channel.code())
            .fact("dossier_hash", receipt.hash.to_string())
            .fact("version", kept.entry.version),
    );
    mail::receipt(act, &kept, edition, &receipt, supplements).await?;
    Ok(receipt)
}
