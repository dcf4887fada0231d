//! Evidence of publicity, recorded and taken back.

use hoithi_correspondence::KeptFile;
use hoithi_edition::edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::campaign::{Check, CheckRefusal, PublicityItem};
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
    let line = PublicityLine {
        id: PublicityId::new(act.new_id()),
        edition: id,
        unit,
        item,
        photo,
        recorded_at: act.now(),
        check: Check::Waiting,
        version: 1,
    };
    shows_a_new_page(act, &line).await?;
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

/// The same page was recorded before: the refusal points at that piece.
async fn shows_a_new_page(act: &mut Act, line: &PublicityLine) -> Result<(), Halt> {
    let Some(link) = &line.item.link else { return Ok(()) };
    let own = store::publicity_of_unit(act.db(), line.edition, line.unit).await?;
    match own.into_iter().find(|other| other.id != line.id && other.shows(link)) {
        Some(first) => Err(CampaignRefusal::LinkTwice { title: first.item.title, day: first.item.on }).or_refuse(),
        None => Ok(()),
    }
}

/// What a unit puts right in one piece.
#[derive(Clone, Debug)]
pub struct CorrectPublicity {
    /// Which.
    pub id: PublicityId,
    /// The version that was read.
    pub seen: i64,
    /// What it was.
    pub item: PublicityItem,
    /// Another photo; without one the first stays.
    pub photo: Option<KeptFile>,
}

/// Puts a piece right that waits or was returned; it waits for the officer again.
pub async fn correct_publicity(act: &mut Act, command: CorrectPublicity) -> Result<(), Halt> {
    let line = store::publicity_item(act.db(), command.id).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::PublicityRecord, Place::unit_in(line.unit, line.edition)).await?;
    corrected(act, line, command).await
}

/// The same once it is known by what right.
pub(crate) async fn corrected(act: &mut Act, mut line: PublicityLine, command: CorrectPublicity) -> Result<(), Halt> {
    line.check = line.check.correct().or_refuse()?;
    line.item = command.item;
    line.version = command.seen;
    line.photo = command.photo.or(line.photo);
    shows_a_new_page(act, &line).await?;
    if !store::save_correction_of(act.db(), &line).await? {
        return Err(CampaignRefusal::ChangedMeanwhile).or_refuse();
    }
    act.record(
        Event::new("publicity.corrected", line.id)
            .fact("edition", line.edition.to_string())
            .fact("unit", line.unit.to_string())
            .fact("channel", line.item.channel.code())
            .fact("day", line.item.on.to_string())
            .fact("photo", line.photo.as_ref().map(|photo| photo.hash.to_string())),
    );
    Ok(())
}

/// Takes back a piece that was recorded wrongly, until something that was sent counts it. The journal
/// keeps that it was there.
pub async fn remove_publicity(act: &mut Act, id: PublicityId) -> Result<(), Halt> {
    let line = store::publicity_item(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::PublicityRecord, Place::unit_in(line.unit, line.edition)).await?;
    removed(act, line).await
}

/// The same once it is known by what right.
pub(crate) async fn removed(act: &mut Act, line: PublicityLine) -> Result<(), Halt> {
    if line.check.counts() {
        return Err(CheckRefusal::ConfirmedStays).or_refuse();
    }
    if Counted::of_unit(act.db(), line.edition, line.unit).await?.counts(&line) {
        return Err(CampaignRefusal::PublicityCounted).or_refuse();
    }
    store::delete_publicity(act.db(), line.id).await?;
    act.record(
        Event::new("publicity.removed", line.id)
            .fact("edition", line.edition.to_string())
            .fact("unit", line.unit.to_string())
            .fact("channel", line.item.channel.code())
            .fact("day", line.item.on.to_string()),
    );
    Ok(())
}
