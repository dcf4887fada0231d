//! Authors agree to the entry and to their share: by a personal link, or by the signature on the form.
//!
//! Who acts by a link is the link: its id stands where an account's would. No role gives the right; the
//! link does, and it is read again in the very act.

use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, secret_hash, secret_word};
use hoithi_rules::campaign::{SlipCode, last_day_of_link};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::edition::PartCode;
use hoithi_rules::entries::{Author, Confirmation, PartContent, Share, WithdrawRefusal};
use hoithi_rules::ids::{AccountId, AuthorId, EntryId, LinkId};
use hoithi_rules::people::Permission;

use super::by_itself::lies_still;
use super::{edition_of, load_for};
use crate::confirm_refusal::ConfirmRefusal;
use crate::kept::{KeptEntry, Reach, file_name};
use crate::store::{AuthorLink, Confirmed, How, LinkWay, NewAuthorLink};
use crate::{mail, store};

/// Asks an author to confirm.
#[derive(Clone, Debug)]
pub(crate) struct AskAuthor {
    pub(crate) entry: EntryId,
    pub(crate) author: AuthorId,
    pub(crate) way: LinkWay,
    /// Under which address the portal is reached.
    pub(crate) public_url: String,
}

/// Makes a link for an author in the place of all earlier ones. What went by mail is told nobody; what is
/// handed over is given back, this once.
pub(crate) async fn ask_author(act: &mut Act, command: AskAuthor) -> Result<Option<String>, Halt> {
    let (kept, edition) = load_open(act, command.entry).await?;
    let (author, reach) = author_of(&kept, command.author)?;
    may_be_asked(author).or_refuse()?;
    let by_mail = command.way == LinkWay::Mail;
    if by_mail && reach.email.is_empty() {
        return Err(ConfirmRefusal::NoAddress).or_refuse();
    }
    let token = if by_mail {
        secret_word(act)?
    } else {
        // What is read out or copied from paper is short, and one wrong letter is noticed.
        SlipCode::from_random(act.random_bytes()?).as_str().to_owned()
    };
    let (now, by) = (act.now(), act.actor().account.ok_or_else(Halt::not_found)?);
    let calendar = edition.book.calendar();
    let link = NewAuthorLink {
        id: LinkId::new(act.random_id()?),
        hash: &secret_hash(&token),
        entry: command.entry,
        author: command.author,
        way: command.way,
        made_at: now,
        made_by: AccountId::new(by),
        last_day: last_day_of_link(day_in_vietnam(now), Some(calendar.intake_until(kept.longer).last_day)),
    };
    store::revoke_author_links(act.db(), command.author, now).await?;
    store::insert_author_link(act.db(), &link).await?;
    let event = Event::new("author.asked", command.entry);
    act.record(event.fact("author", command.author.to_string()).fact("how", command.way.code()));
    if by_mail {
        let address = format!("{}/tac-gia/{token}", command.public_url);
        mail::asks_author(act, &kept, &edition, (author, reach), &address)?;
        return Ok(None);
    }
    Ok(Some(token))
}

/// Takes back every link of an author.
pub(crate) async fn end_author_links(act: &mut Act, entry: EntryId, author: AuthorId) -> Result<(), Halt> {
    let (kept, _) = load_for(act, entry, Permission::EntryEdit).await?;
    author_of(&kept, author)?;
    let now = act.now();
    if store::revoke_author_links(act.db(), author, now).await? > 0 {
        act.record(Event::new("author.links_revoked", entry).fact("author", author.to_string()));
    }
    Ok(())
}

/// A link was made for one person at one address: another name or another address is somebody else. What one
/// person consented to, another did not.
pub(super) async fn end_links_of_others(act: &mut Act, kept: &KeptEntry, before: &KeptEntry) -> Result<(), Halt> {
    let (now, by) = (act.now(), act.actor().account.ok_or_else(Halt::not_found)?);
    for (author, reach) in before.entry.content.authors.iter().zip(&before.reach) {
        let same = author_of(kept, author.id)
            .is_ok_and(|(still, still_reached)| still.name == author.name && still_reached == reach);
        if !same {
            store::revoke_author_links(act.db(), author.id, now).await?;
            store::revoke_supplement_links(act.db(), (kept.id(), Some(author.id)), now).await?;
        }
        if !author_of(kept, author.id).is_ok_and(|(still, _)| still.name == author.name) {
            store::end_consents(act.db(), author.id, (now, by)).await?;
        }
    }
    Ok(())
}

/// An author agrees by a link.
#[derive(Clone, Debug)]
pub(crate) struct ConfirmByLink {
    pub(crate) token: String,
    /// The share that they saw.
    pub(crate) share: Share,
}

/// Confirms the share that the author saw, and no other. The dossier's version stays: nobody who writes
/// loses what they type because somebody else agrees.
pub(crate) async fn confirm_by_link(act: &mut Act, command: ConfirmByLink) -> Result<(), Halt> {
    let asked = opened(act, &command.token).await?;
    let author = &asked.author;
    if author.share != command.share {
        return Err(ConfirmRefusal::ShareChanged { share: author.share }).or_refuse();
    }
    if matches!(author.confirmation, Confirmation::InApp { .. }) {
        return Ok(());
    }
    let at = act.now();
    let how = How::Link(asked.way);
    let event = Event::new("author.confirmed", asked.entry).fact("author", author.id.to_string());
    act.record(event.fact("how", how.code()).fact("share", author.share.to_string()));
    store::confirm_author(act.db(), author.id, Confirmation::InApp { at }).await?;
    let confirmed = Confirmed { how, at, by: asked.link.uuid() };
    store::keep_how(act.db(), (asked.entry, author.id), &confirmed).await?;
    Ok(store::decline_link(act.db(), asked.link, None).await?)
}

/// An author does not agree.
#[derive(Clone, Debug)]
pub(crate) struct DeclineByLink {
    pub(crate) token: String,
    /// Why, in the author's words.
    pub(crate) reason: String,
}

/// Keeps that the author does not agree, and tells whoever writes the dossier.
pub(crate) async fn decline_by_link(act: &mut Act, command: DeclineByLink) -> Result<(), Halt> {
    let asked = opened(act, &command.token).await?;
    let reason = hoithi_rules::text::paragraphs(&command.reason);
    if reason.is_empty() {
        return Err(WithdrawRefusal::ReasonMissing).or_refuse();
    }
    let now = act.now();
    store::decline_link(act.db(), asked.link, Some((now, reason.as_str()))).await?;
    store::confirm_author(act.db(), asked.author.id, Confirmation::Pending).await?;
    act.record(Event::new("author.declined", asked.entry).fact("author", asked.author.id.to_string()));
    mail::author_declined(act, &asked.kept, &asked.edition, (&asked.author, &reason)).await
}

/// A clerk saw an author's signature.
#[derive(Clone, Debug)]
pub(crate) struct RecordSignature {
    pub(crate) entry: EntryId,
    pub(crate) author: AuthorId,
    /// The part of the dossier whose scan bears it.
    pub(crate) part: PartCode,
}

/// Records a signature on the printed form, for a dossier that is written for its authors; an author who
/// writes does not vouch for the others.
pub(crate) async fn record_signature(act: &mut Act, command: RecordSignature) -> Result<(), Halt> {
    let (kept, _) = load_open(act, command.entry).await?;
    if written_by_author(act, &kept) {
        return Err(ConfirmRefusal::WrittenByAuthor).or_refuse();
    }
    let (author, _) = author_of(&kept, command.author)?;
    may_be_asked(author).or_refuse()?;
    let Some(PartContent::File(file)) = kept.part(&command.part) else {
        return Err(ConfirmRefusal::ScanMissing).or_refuse();
    };
    let (scan, name) = (file_name(file.sha256)?, file.name.clone());
    let (at, by) = (act.now(), act.actor().account.ok_or_else(Halt::not_found)?);
    let event = Event::new("author.signed", command.entry).fact("author", command.author.to_string());
    act.record(event.fact("file", scan.to_string()).fact("share", author.share.to_string()));
    store::confirm_author(act.db(), command.author, Confirmation::OnForm { at }).await?;
    let confirmed = Confirmed { how: How::Form { scan, name }, at, by };
    Ok(store::keep_how(act.db(), (command.entry, command.author), &confirmed).await?)
}

/// Whether an author writes here: alone, or in an entry that they claimed from whoever entered it.
fn written_by_author(act: &Act, kept: &KeptEntry) -> bool {
    let by = act.actor().account.map(AccountId::new);
    !kept.was_entered_for_its_authors() || (kept.owner.is_some() && kept.owner == by)
}

/// Whether there is something that the author can agree to and has not.
pub(crate) fn may_be_asked(author: &Author) -> Result<(), ConfirmRefusal> {
    match author.confirmation {
        Confirmation::Pending if author.share == Share::default() => Err(ConfirmRefusal::NoShare),
        Confirmation::Pending => Ok(()),
        Confirmation::InApp { .. } | Confirmation::OnForm { .. } => Err(ConfirmRefusal::Already),
    }
}

/// The dossier of whoever writes it, while its content may change.
async fn load_open(act: &mut Act, entry: EntryId) -> Result<(KeptEntry, Edition), Halt> {
    let (kept, edition) = load_for(act, entry, Permission::EntryEdit).await?;
    kept.entry.may_edit(edition.book.calendar().day_of(act.now())).or_refuse()?;
    Ok((kept, edition))
}

pub(super) fn author_of(kept: &KeptEntry, id: AuthorId) -> Result<(&Author, &Reach), Halt> {
    let mut known = kept.entry.content.authors.iter().zip(&kept.reach);
    known.find(|(author, _)| author.id == id).ok_or_else(Halt::not_found)
}

/// What an author's link opens while the dossier may still change.
struct Asked {
    link: LinkId,
    way: LinkWay,
    entry: EntryId,
    author: Author,
    kept: KeptEntry,
    edition: Edition,
}

/// An author's link that opens today, and its dossier. One that ended while its page stood open is told as not
/// found.
pub(super) async fn linked(act: &mut Act, token: &str) -> Result<(AuthorLink, KeptEntry), Halt> {
    let today = day_in_vietnam(act.now());
    let link = store::author_link(act.db(), &secret_hash(token)).await?;
    let link = link.filter(|link| link.times.opens_on(today).is_ok()).ok_or_else(Halt::not_found)?;
    let kept = store::dossier(act.db(), link.entry).await?.ok_or_else(Halt::not_found)?;
    Ok((link, kept))
}

async fn opened(act: &mut Act, token: &str) -> Result<Asked, Halt> {
    let (link, kept) = linked(act, token).await?;
    let edition = edition_of(act, kept.entry.edition).await?;
    kept.entry.may_edit(edition.book.calendar().day_of(act.now())).or_refuse()?;
    lies_still(act, &kept, &edition).await?;
    let author = author_of(&kept, link.author)?.0.clone();
    Ok(Asked { link: link.id, way: link.way, entry: link.entry, author, kept, edition })
}
