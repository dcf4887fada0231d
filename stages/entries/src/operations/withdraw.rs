//! Taking an entry back.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, Refusals};
use hoithi_rules::entries::{EntryState, WithdrawRefusal};
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;

use hoithi_documents::Sha256Hex;

use super::{load_for, save};
use crate::kept::KeptEntry;
use crate::refusals::DossierRefusal;
use crate::standing::Standing;
use crate::{mail, store};

/// A withdrawal.
#[derive(Clone, Debug)]
pub struct Withdraw {
    /// Which entry.
    pub entry: EntryId,
    /// Why, in the authors' words.
    pub reason: String,
    /// The scan of the authors' signed request, where somebody else withdraws what was received.
    pub request: Option<Sha256Hex>,
}

/// Takes the entry back for its authors. It stays in the register with its number and its reason.
///
/// Staff who sent it in for its authors know names, and after the opening also marks: they take
/// back what was received on the authors' signed request alone. Once the prizes are decided, giving
/// one up is a matter of paper between its authors and the committee.
pub async fn withdraw(act: &mut Act, command: Withdraw) -> Result<(), Halt> {
    let (mut kept, edition) = load_for(act, command.entry, Permission::EntryWithdraw).await?;
    stands_open(&kept)?;
    let read = kept.entry.version;
    let number = kept.number().map(ToString::to_string);
    let back = kept.entry.clone().withdraw(&command.reason, act.now());
    if kept.goes_back_on_request() && command.request.is_none() {
        let reason = matches!(back, Err(WithdrawRefusal::ReasonMissing));
        return Err(without_request(reason));
    }
    kept.entry = back.or_refuse()?;
    kept.standing = Standing::Withdrawn;
    save(act, &mut kept, read).await?;
    if let Some(request) = &command.request {
        store::keep_request(act.db(), command.entry, request).await?;
    }
    let request = command.request.map(|request| request.to_string());
    act.record(Event::new("entry.withdrawn", command.entry).fact("number", number).fact("request", request));
    mail::withdrawn(act, &kept, &edition).await
}

/// Goes on while the entry may still be taken back; otherwise says why not.
pub(crate) fn stands_open(kept: &KeptEntry) -> Result<(), Halt> {
    if let EntryState::Withdrawn { at, .. } = &kept.entry.state {
        return Err(WithdrawRefusal::AlreadyWithdrawn { at: *at }).or_refuse();
    }
    if kept.standing == Standing::Refused {
        return Err(DossierRefusal::RefusedAlready).or_refuse();
    }
    if kept.prizes_decided {
        return Err(DossierRefusal::PrizesDecided).or_refuse();
    }
    Ok(())
}

/// The authors' request is missing, and perhaps the reason: both are said at once.
fn without_request(reason_missing: bool) -> Halt {
    let mut no = Refusals::new();
    if reason_missing {
        no.keep::<(), _>("reason", Err(WithdrawRefusal::ReasonMissing));
    }
    no.keep::<(), _>("request", Err(DossierRefusal::RequestMissing));
    no.halt()
}
