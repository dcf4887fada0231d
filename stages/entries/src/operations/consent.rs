//! Authors consent to one thing at a time and take it back, at any time: by their link, in their account,
//! or on the signed form, which a clerk records.

use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::entries::{Author, ConsentKind};
use hoithi_rules::ids::{AuthorId, EntryId};
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::text::one_line;

use super::confirm::{author_of, linked};
use super::load;
use crate::kept::KeptEntry;
use crate::rights::Person;
use crate::store::NewConsent;
use crate::{mail, store};

/// A consent, or its end.
#[derive(Clone, Debug)]
pub struct Consenting {
    /// To what.
    pub kind: ConsentKind,
    /// Whether it is given; else it is taken back.
    pub given: bool,
    /// Who consents for a minor; empty where the author does.
    pub guardian: String,
}

/// What an author of an entry consents to.
#[derive(Clone, Debug)]
pub struct Consents {
    /// Which entry.
    pub entry: EntryId,
    /// Which author.
    pub author: AuthorId,
    /// What they say.
    pub said: Consenting,
}

/// Records what an author says in their own account, or what a clerk reads on the signed form.
pub async fn consent(act: &mut Act, command: Consents) -> Result<(), Halt> {
    let (kept, edition, person) = load(act, command.entry).await?;
    let (author, _) = author_of(&kept, command.author)?;
    let Some(how) = how_of(&person, &kept, author, edition.place()) else {
        let known = person.may_read(&kept, edition.place());
        return Err(if known { Halt::Denied(Denied::Forbidden) } else { Halt::not_found() });
    };
    say(act, command.entry, author, &command.said, how).await
}

/// The same by an author's personal link, whatever became of the dossier.
pub(crate) async fn consent_by_link(act: &mut Act, token: String, said: Consenting) -> Result<(), Halt> {
    let (link, kept) = linked(act, &token).await?;
    say(act, link.entry, author_of(&kept, link.author)?.0, &said, "link").await
}

/// By which right somebody records what this author says: their own, or the form that lies before them.
pub(crate) fn how_of(person: &Person, kept: &KeptEntry, author: &Author, place: Place) -> Option<&'static str> {
    let own = author.account.is_some() && author.account == person.account;
    if own {
        return Some("account");
    }
    // What an author writes alone is nobody else's, and an author does not speak for the others.
    let organiser = person.may(Permission::EntryOnBehalf, place) && person.may_read(kept, place);
    let writes = kept.owner.is_none() && person.may_write(kept, place);
    (organiser || writes).then_some("form")
}

async fn say(act: &mut Act, entry: EntryId, author: &Author, said: &Consenting, how: &'static str) -> Result<(), Halt> {
    let (now, by) = (act.now(), act.actor().account.ok_or_else(Halt::not_found)?);
    let about = (author.id, said.kind);
    if !said.given {
        if store::withdraw_consent(act.db(), about, (now, by)).await? > 0 {
            let event = Event::new("consent.withdrawn", entry).fact("author", author.id.to_string());
            act.record(event.fact("kind", said.kind.code()).fact("how", how));
        }
        return Ok(());
    }
    let guardian = one_line(&said.guardian);
    author.may_consent(&guardian, day_in_vietnam(now)).or_refuse()?;
    let standing = store::consents(act.db(), entry).await?.into_iter();
    let mut standing = standing.filter(|each| each.withdrawn_at.is_none());
    if standing.any(|each| each.author == author.id && each.kind == said.kind.code()) {
        return Ok(());
    }
    let words = mail::consent_words(said.kind)?;
    let consent = NewConsent {
        id: act.random_id()?,
        entry,
        author: author.id,
        kind: said.kind,
        words: &words,
        guardian: &guardian,
        how,
        given_at: now,
        given_by: by,
    };
    store::insert_consent(act.db(), &consent).await?;
    let event = Event::new("consent.given", entry).fact("author", author.id.to_string());
    act.record(event.fact("kind", said.kind.code()).fact("how", how).fact("guardian", !guardian.is_empty()));
    Ok(())
}
