//! A dossier that was given back and that no account writes: its author completes it by a personal link that
//! opens what was asked for and nothing else, until the day that was given.
//!
//! Who acts by a link is the link: its id stands where an account's would. No role gives the right; the
//! link does, and it is read again in the very act.

use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, secret_hash, secret_word};
use hoithi_rules::campaign::{LinkTimes, SlipCode};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::entries::{Author, EntryState, Receipt};
use hoithi_rules::ids::{AccountId, EntryId, LinkId};
use hoithi_rules::people::Permission;
use jiff::civil::Date;

use super::submit::{Way, receive, same_again, supplement};
use super::write::{check, put_file, save_what_changed};
use super::{edition_of, load_for, save};
use crate::change::Change;
use crate::confirm_refusal::ConfirmRefusal;
use crate::kept::KeptEntry;
use crate::refusals::DossierRefusal;
use crate::store::{LinkWay, SupplementLink};
use crate::{mail, store};

/// Asks the author who speaks for all to complete a dossier.
#[derive(Clone, Debug)]
pub(crate) struct AskSupplement {
    pub(crate) entry: EntryId,
    pub(crate) way: LinkWay,
    /// Under which address the portal is reached.
    pub(crate) public_url: String,
}

/// Makes a link in the place of all earlier ones. What went by mail is told nobody; what is handed over is
/// given back, this once.
pub(crate) async fn ask_supplement(act: &mut Act, command: AskSupplement) -> Result<Option<String>, Halt> {
    let (kept, edition) = load_for(act, command.entry, Permission::EntryEdit).await?;
    kept.entry.may_edit(edition.book.calendar().day_of(act.now())).or_refuse()?;
    let (author, until) = completes(&kept).or_refuse()?;
    if command.way == LinkWay::Mail && reached(&kept).is_none() {
        return Err(ConfirmRefusal::NoAddress).or_refuse();
    }
    let token = new_link(act, (&kept, author, until), command.way).await?;
    if command.way == LinkWay::Shown {
        return Ok(Some(token));
    }
    let address = address(&command.public_url, &token);
    mail::returned(act, &kept, &edition, (until, Some(&address))).await?;
    Ok(None)
}

/// The link that goes with the letter of a return; none where an account writes the dossier or nobody left an
/// address.
pub(super) async fn link_of_return(act: &mut Act, kept: &KeptEntry, public_url: &str) -> Result<Option<String>, Halt> {
    let now = act.now();
    store::revoke_supplement_links(act.db(), (kept.id(), None), now).await?;
    match completes(kept) {
        Ok((author, until)) if reached(kept).is_some() => {
            let token = new_link(act, (kept, author, until), LinkWay::Mail).await?;
            Ok(Some(address(public_url, &token)))
        }
        _ => Ok(None),
    }
}

async fn new_link(
    act: &mut Act,
    (kept, author, until): (&KeptEntry, &Author, Date),
    way: LinkWay,
) -> Result<String, Halt> {
    let token = match way {
        LinkWay::Mail => secret_word(act)?,
        // What is read out or copied from paper is short, and one wrong letter is noticed.
        LinkWay::Shown => SlipCode::from_random(act.random_bytes()?).as_str().to_owned(),
    };
    let (now, by) = (act.now(), act.actor().account.ok_or_else(Halt::not_found)?);
    let link = SupplementLink {
        id: LinkId::new(act.random_id()?),
        entry: kept.id(),
        author: author.id,
        way,
        times: LinkTimes { last_day: until, revoked_at: None },
        made_at: now,
    };
    store::revoke_supplement_links(act.db(), (kept.id(), None), now).await?;
    store::insert_supplement_link(act.db(), &link, (&secret_hash(&token), AccountId::new(by))).await?;
    act.record(Event::new("supplement.asked", kept.id()).fact("how", way.code()).fact("until", until.to_string()));
    Ok(token)
}

fn address(public_url: &str, token: &str) -> String {
    format!("{public_url}/bo-sung/{token}")
}

/// Who completes a dossier by a link, and until when.
pub(crate) fn completes(kept: &KeptEntry) -> Result<(&Author, Date), DossierRefusal> {
    if kept.owner.is_some() {
        return Err(DossierRefusal::WrittenByAuthor);
    }
    match (&kept.entry.state, kept.representative()) {
        (EntryState::ReturnedForCompletion(returned), Some(author)) if kept.lies_with_its_writer() => {
            Ok((author, returned.until))
        }
        _ => Err(DossierRefusal::NotGivenBack),
    }
}

/// Where the author who speaks for all is written to.
pub(crate) fn reached(kept: &KeptEntry) -> Option<&str> {
    let mut known = kept.entry.content.authors.iter().zip(&kept.reach);
    let (_, reach) = known.find(|(author, _)| author.representative)?;
    Some(reach.email.as_str()).filter(|email| !email.is_empty())
}

/// Takes back every link of a dossier.
pub(crate) async fn end_supplement_links(act: &mut Act, entry: EntryId) -> Result<(), Halt> {
    load_for(act, entry, Permission::EntryEdit).await?;
    let now = act.now();
    if store::revoke_supplement_links(act.db(), (entry, None), now).await? > 0 {
        act.record(Event::new("supplement.links_revoked", entry));
    }
    Ok(())
}

/// A part that an author gives by a link.
#[derive(Clone, Debug)]
pub(crate) struct GivePart {
    pub(crate) token: String,
    /// The version that they saw.
    pub(crate) seen: u32,
    /// Words, fields or a file for a part that was asked for.
    pub(crate) change: Change,
}

/// Puts a part in its place, if it was asked for.
pub(crate) async fn give_part(act: &mut Act, command: GivePart) -> Result<(), Halt> {
    let (mut kept, edition) = opened(act, &command.token).await?;
    let part = match &command.change {
        Change::Text(part, _) | Change::Values(part, _) | Change::File(part, _) => part.clone(),
        _ => return Err(Halt::not_found()),
    };
    let asked = store::asked_parts(act.db(), kept.id()).await?;
    if !asked.iter().any(|each| each.part == part) {
        return Err(Halt::not_found());
    }
    let rules = edition.book.rules();
    check(&command.change, rules)?;
    let (before, what) = (kept.clone(), command.change.what());
    let pictures: Vec<_> = command.change.pictures().into_iter().collect();
    let mut content = kept.entry.content.clone();
    match command.change {
        Change::File(part, file) => put_file(act, rules, (part, file), (&mut kept, &mut content)).await?,
        change => change.apply(&mut content, &mut kept.reach, rules, act),
    }
    let (read, now) = (kept.entry.version, act.now());
    kept.entry = kept.entry.edit(content, command.seen, edition.book.calendar().day_of(now)).or_refuse()?;
    save(act, &mut kept, read).await?;
    save_what_changed(act, &kept, &before).await?;
    store::keep_files(act, &kept, &pictures).await?;
    store::note_given(act.db(), kept.id(), &part, now).await?;
    act.record(Event::new("supplement.given", kept.id()).fact("what", what).fact("version", kept.entry.version));
    Ok(())
}

/// Sends the completed dossier in again, under its old number. From then on the link opens nothing more.
pub(crate) async fn complete_by_link(act: &mut Act, token: String, seen: u32) -> Result<Receipt, Halt> {
    let (_, kept) = supplement_linked(act, &token).await?;
    if let Some(receipt) = same_again(&kept, seen) {
        return Ok(receipt);
    }
    let (kept, edition) = opened(act, &token).await?;
    if !store::asked_parts(act.db(), kept.id()).await?.iter().any(|part| part.given_at.is_some()) {
        return Err(DossierRefusal::NothingGiven).or_refuse();
    }
    let done = supplement(act, kept, &edition, seen)?;
    receive(act, done, &edition, seen, Way::Again).await
}

/// A link that opens today, and its dossier. One that ended while its page stood open is told as not found.
async fn supplement_linked(act: &mut Act, token: &str) -> Result<(SupplementLink, KeptEntry), Halt> {
    let today = day_in_vietnam(act.now());
    let link = store::supplement_link(act.db(), &secret_hash(token)).await?;
    let link = link.filter(|link| link.times.opens_on(today).is_ok()).ok_or_else(Halt::not_found)?;
    let kept = store::dossier(act.db(), link.entry).await?.ok_or_else(Halt::not_found)?;
    Ok((link, kept))
}

/// The dossier, while it lies with the author whose link this is.
async fn opened(act: &mut Act, token: &str) -> Result<(KeptEntry, Edition), Halt> {
    let (link, kept) = supplement_linked(act, token).await?;
    let edition = edition_of(act, kept.entry.edition).await?;
    kept.entry.may_edit(edition.book.calendar().day_of(act.now())).or_refuse()?;
    let (author, _) = completes(&kept).or_refuse()?;
    if author.id == link.author { Ok((kept, edition)) } else { Err(Halt::not_found()) }
}
