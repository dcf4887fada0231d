//! An author claims an entry that somebody else entered: it is theirs from then on, and whoever entered it goes on
//! reading and helping.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::entries::ReceiptCode;
use hoithi_rules::ids::{AccountId, AuthorId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_rules::text::one_line;
use hoithi_web::fold;

use super::{edition_of, load};
use crate::claim_refusal::ClaimRefusal;
use crate::kept::KeptEntry;
use crate::{mail, store};

/// Claims an entry whose author the visitor is already, by the account that was opened with a slip.
pub(crate) async fn claim(act: &mut Act, entry: EntryId) -> Result<(), Halt> {
    let (kept, edition, person) = load(act, entry).await?;
    permit(act, Permission::EntryViewOwn, edition.place()).await?;
    let account = person.account.filter(|account| kept.is_of(*account)).ok_or_else(Halt::not_found)?;
    if kept.owner == Some(account) {
        return Ok(());
    }
    if !kept.may_be_claimed_by(account) {
        let owned = kept.owner.is_some() || kept.recorder.is_none();
        return Err(if owned { ClaimRefusal::OwnedAlready } else { ClaimRefusal::NotRepresentative }).or_refuse();
    }
    take_over(act, &kept, account, "slip").await
}

/// Joins the visitor to the one author of their name on the entry of that receipt. Who speaks for all owns it from
/// then on; the others read it in their own list.
pub(crate) async fn claim_by_receipt(act: &mut Act, code: ReceiptCode) -> Result<EntryId, Halt> {
    let account = AccountId::new(act.actor().account.ok_or_else(Halt::not_found)?);
    let found = store::entry_of_receipt(act.db(), &code).await?.filter(|kept| kept.recorder.is_some());
    let kept = found.ok_or(ClaimRefusal::NothingToClaim).or_refuse()?;
    let edition = edition_of(act, kept.entry.edition).await?;
    permit(act, Permission::EntryViewOwn, edition.place()).await?;
    if kept.is_of(account) {
        return Ok(kept.id());
    }
    let own = hoithi_people::account(act.db(), account).await?.ok_or_else(Halt::not_found)?;
    let author = author_named(&kept, own.name.as_str()).ok_or(ClaimRefusal::NothingToClaim).or_refuse()?;
    store::join_author(act.db(), author, account).await?;
    act.record(Event::new("author.joined", kept.id()).fact("author", author.to_string()).fact("how", "receipt"));
    let joined = store::dossier(act.db(), kept.id()).await?.ok_or_else(Halt::not_found)?;
    if joined.may_be_claimed_by(account) {
        take_over(act, &joined, account, "receipt").await?;
    } else {
        mail::claimed(act, &joined, &edition, own.name.as_str()).await?;
    }
    Ok(joined.id())
}

/// The one author of that name who has no account yet; where two share it, neither.
fn author_named(kept: &KeptEntry, name: &str) -> Option<AuthorId> {
    let same = |other: &str| fold(&one_line(other)) == fold(&one_line(name));
    let mut named = kept.entry.content.authors.iter().filter(|author| same(author.name.as_str()));
    let only = named.next().filter(|author| author.account.is_none())?;
    named.next().is_none().then_some(only.id)
}

async fn take_over(act: &mut Act, kept: &KeptEntry, owner: AccountId, how: &'static str) -> Result<(), Halt> {
    if !store::give_to_owner(act.db(), kept.id(), owner).await? {
        return Err(ClaimRefusal::OwnedAlready).or_refuse();
    }
    act.record(Event::new("entry.claimed", kept.id()).fact("how", how));
    let edition = edition_of(act, kept.entry.edition).await?;
    let name = kept.representative().map(|author| author.name.to_string()).unwrap_or_default();
    mail::claimed(act, kept, &edition, &name).await
}
