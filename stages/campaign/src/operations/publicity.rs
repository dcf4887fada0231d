//! Evidence of publicity, recorded and taken back.

use hoithi_correspondence::KeptFile;
use hoithi_edition::edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::campaign::PublicityItem;
use hoithi_rules::ids::{EditionId, PublicityId, UnitId};
use hoithi_rules::people::{Permission, Place};

use super::actor;
use crate::publicity::{Counted, PublicityLine};
use crate::refusal::CampaignRefusal;
use crate::store;

/// One piece of publicity by one unit.
#[derive(Clone, Debug)]
pub struct RecordPublicity {
    /// For which edition.
    pub edition: EditionId,
    /// By which unit.
    pub unit: UnitId,
    /// What it was.
    pub item: PublicityItem,
    /// A photo, or a page as PDF.
    pub photo: Option<KeptFile>,
}

/// Records one piece of publicity; the same link twice is noticed.
pub async fn record_publicity(act: &mut Act, command: RecordPublicity) -> Result<PublicityId, Halt> {
    permit(act, Permission::PublicityRecord, Place::unit_in(command.unit, command.edition)).await?;
    recorded(act, command).await
}

/// The same once it is known by what right.
pub(crate) async fn recorded(act: &mut Act, command: RecordPublicity) -> Result<PublicityId, Halt> {
    let RecordPublicity { edition: id, unit, item, photo } = command;
    edition(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    if let Some(link) = &item.link
        && store::link_is_known(act.db(), id, unit, link.as_str()).await?
    {
        return Err(CampaignRefusal::LinkTwice).or_refuse();
    }
    let line =
        PublicityLine { id: PublicityId::new(act.new_id()), edition: id, unit, item, photo, recorded_at: act.now() };
    let recorder = actor(act)?;
    store::insert_publicity(act.db(), &line, recorder).await?;
    act.record(
        Event::new("publicity.recorded", line.id)
            .fact("edition", id.to_string())
            .fact("unit", unit.to_string())
            .fact("channel", line.item.channel.code())
            .fact("day", line.item.on.to_string())
            .fact("photo", line.photo.as_ref().map(|photo| photo.hash.to_string())),
    );
    Ok(line.id)
}

/// Takes back a piece that was recorded wrongly, until something that was sent counts it. The journal
/// keeps that it was there.
pub async fn remove_publicity(act: &mut Act, id: PublicityId) -> Result<(), Halt> {
    let line = store::publicity_item(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::PublicityRecord, Place::unit_in(line.unit, line.edition)).await?;
    if Counted::of_unit(act.db(), line.edition, line.unit).await?.counts(&line) {
        return Err(CampaignRefusal::PublicityCounted).or_refuse();
    }
    store::delete_publicity(act.db(), id).await?;
    act.record(
        Event::new("publicity.removed", id)
            .fact("edition", line.edition.to_string())
            .fact("unit", line.unit.to_string())
            .fact("channel", line.item.channel.code())
            .fact("day", line.item.on.to_string()),
    );
    Ok(())
}
