//! The admitted entries before the announcement: a person publishes them, as far as rule book and blindness allow,
//! and takes it back with a reason. Nothing of it ties a title to an author or a unit.

use hoithi_documents::Sha256Hex;
use hoithi_edition::Edition;
use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::edition::Listing;
use hoithi_rules::ids::{AccountId, EditionId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_rules::screening::{PublishRefusal, may_be_published, most_published, reason_to_take_back};
use hoithi_store::Conn;

use super::edition_of;
use crate::above::waits_for_result_above;
use crate::store::{self, Publication, ShownTitle};

/// A publication.
#[derive(Clone, Debug)]
pub struct PublishAdmitted {
    /// Of which edition.
    pub edition: EditionId,
    /// How much.
    pub how: Listing,
    /// The mark of the list that was read back.
    pub seen: String,
}

/// The most that may be published of this edition now.
pub(crate) async fn most_of(db: &mut Conn, edition: &Edition) -> Result<Listing, Halt> {
    Ok(most_published(edition.book.rules(), waits_for_result_above(db, edition).await?))
}

/// By which a publication knows that it brings what was read back.
pub(crate) fn mark(titles: &[ShownTitle]) -> String {
    let lines: Vec<String> =
        titles.iter().map(|each| format!("{} {} {}", each.entry, each.category, each.title)).collect();
    Sha256Hex::of(lines.join("\n").as_bytes()).to_string()
}

/// The mark of the list that a publication would bring now.
pub async fn mark_of_admitted(db: &mut Conn, edition: EditionId) -> Result<String, Halt> {
    Ok(mark(&store::admitted_now(db, edition).await?))
}

async fn before_the_announcement(act: &mut Act, id: EditionId) -> Result<(Edition, AccountId), Halt> {
    let edition = edition_of(act, id).await?;
    permit(act, Permission::ScreeningDecide, edition.place()).await?;
    if edition.state.announced_at().is_some() {
        return Err(PublishRefusal::Announced).or_refuse();
    }
    let by = act.actor().account.ok_or(Halt::Denied(Denied::NotSignedIn))?;
    Ok((edition, AccountId::new(by)))
}

/// Publishes what is admitted now, in the place of what was published before.
pub async fn publish_admitted(act: &mut Act, command: PublishAdmitted) -> Result<(), Halt> {
    let (edition, by) = before_the_announcement(act, command.edition).await?;
    let titles = store::admitted_now(act.db(), edition.id).await?;
    let most = most_of(act.db(), &edition).await?;
    may_be_published(command.how, most, titles.len()).or_refuse()?;
    if mark(&titles) != command.seen {
        return Err(PublishRefusal::ChangedMeanwhile).or_refuse();
    }
    let publication = Publication { id: act.random_id()?, how: command.how, at: act.now(), by };
    store::end_publication(act.db(), edition.id, (publication.at, by), None).await?;
    let entries: Vec<EntryId> = titles.iter().map(|each| each.entry).collect();
    store::insert_publication(act.db(), edition.id, &publication, &entries).await?;
    act.record(
        Event::new("admitted_list.published", edition.id).fact("how", command.how.code()).fact("count", entries.len()),
    );
    Ok(())
}

/// Takes back what is published, with a reason.
pub async fn take_back_admitted(act: &mut Act, edition: EditionId, because: String) -> Result<(), Halt> {
    let (edition, by) = before_the_announcement(act, edition).await?;
    let because = reason_to_take_back(&because).or_refuse()?;
    let now = act.now();
    if !store::end_publication(act.db(), edition.id, (now, by), Some(because.as_str())).await? {
        return Err(PublishRefusal::NothingPublished).or_refuse();
    }
    act.record(Event::new("admitted_list.taken_back", edition.id));
    Ok(())
}
