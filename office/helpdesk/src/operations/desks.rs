//! Who answers, and when.

use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::permit;
use hoithi_rules::helpdesk::{Absence, Member};
use hoithi_rules::ids::{AccountId, DeskId, EditionId};
use hoithi_rules::people::Permission;
use jiff::civil::Date;
use uuid::Uuid;

use super::{changed_meanwhile, edition_of};
use crate::desk::{Desk, DeskWords};
use crate::store;

/// A desk to be opened.
#[derive(Clone, Debug)]
pub struct NewDesk {
    /// For which edition.
    pub edition: EditionId,
    /// What is said of it.
    pub words: DeskWords,
}

/// Opens a desk.
pub async fn open_desk(act: &mut Act, new: NewDesk) -> Result<DeskId, Halt> {
    let edition = edition_of(act, new.edition).await?;
    permit(act, Permission::DeskKeep, edition.place()).await?;
    let (id, now) = (DeskId::new(act.new_id()), act.now());
    store::insert_desk(act.db(), (id, edition.id), &new.words, now).await?;
    act.record(Event::new("desk.opened", id));
    Ok(id)
}

/// A desk as it shall be.
#[derive(Clone, Debug)]
pub struct ChangeDesk {
    /// Of which edition.
    pub edition: EditionId,
    /// Which.
    pub desk: DeskId,
    /// The version that was read.
    pub version: i64,
    /// What is said of it.
    pub words: DeskWords,
    /// Whether it takes questions no more.
    pub ended: bool,
}

/// Changes what is said of a desk, or ends it.
pub async fn change_desk(act: &mut Act, change: ChangeDesk) -> Result<(), Halt> {
    let (_, desk) = kept(act, change.edition, change.desk).await?;
    let ended_at = change.ended.then(|| act.now());
    if !store::end_or_change(act.db(), (desk.id, change.version), &change.words, ended_at).await? {
        return Err(changed_meanwhile());
    }
    act.record(Event::new("desk.changed", desk.id).fact("ended", change.ended));
    Ok(())
}

/// Somebody who comes to a desk.
#[derive(Clone, Debug)]
pub struct Join {
    /// Of which edition.
    pub edition: EditionId,
    /// Which desk.
    pub desk: DeskId,
    /// Who.
    pub account: AccountId,
    /// Their post.
    pub post: String,
    /// The number under which they answer; may be empty.
    pub phone: String,
    /// Whether they stand in for the others.
    pub deputy: bool,
    /// The first day.
    pub from: Date,
}

/// Puts somebody who may answer questions at a desk.
pub async fn join(act: &mut Act, new: Join) -> Result<(), Halt> {
    let (edition, desk) = kept(act, new.edition, new.desk).await?;
    let day = new.from.max(hoithi_rules::day::day_in_vietnam(act.now()));
    if !store::may_answer(act.db(), &edition, day).await?.contains_key(&new.account) {
        return Err(Halt::refused("helpdesk.may_not_answer", Some("account"), "this person may not answer questions"));
    }
    if desk.named_on(day).iter().any(|each| each.member.account == new.account) {
        return Err(Halt::refused("helpdesk.there_already", Some("account"), "this person sits there already"));
    }
    let id = act.new_id();
    let member = Member { account: new.account, deputy: new.deputy, from: new.from, to: None, absent: None };
    store::insert_member(act.db(), (id, desk.id), (&new.post, &new.phone), &member).await?;
    act.record(Event::new("desk.joined", desk.id).fact("account", new.account.to_string()).fact("deputy", new.deputy));
    Ok(())
}

/// When somebody is away, and their last day.
#[derive(Clone, Debug)]
pub struct ChangeMember {
    /// Of which edition.
    pub edition: EditionId,
    /// At which desk.
    pub desk: DeskId,
    /// Which membership.
    pub member: Uuid,
    /// The days on which they are away.
    pub absent: Option<Absence>,
    /// The last day; none while they stay.
    pub to: Option<Date>,
}

/// Records somebody's absence or last day at a desk.
pub async fn change_member(act: &mut Act, change: ChangeMember) -> Result<(), Halt> {
    let (_, desk) = kept(act, change.edition, change.desk).await?;
    let member = desk.members.iter().find(|each| each.id == change.member).ok_or_else(Halt::not_found)?;
    if change.absent.is_some_and(|absence| absence.to < absence.from) {
        return Err(Halt::refused("helpdesk.absence_order", Some("absent_to"), "an absence ends after it begins"));
    }
    if change.to.is_some_and(|to| to < member.member.from) {
        return Err(Halt::refused("helpdesk.last_day", Some("to"), "the last day lies before the first"));
    }
    store::change_member(act.db(), change.member, change.to, change.absent).await?;
    act.record(Event::new("desk.member_changed", desk.id).fact("account", member.member.account.to_string()));
    Ok(())
}

/// A desk of that edition, for whoever keeps it.
async fn kept(act: &mut Act, edition: EditionId, desk: DeskId) -> Result<(Edition, Desk), Halt> {
    let edition = edition_of(act, edition).await?;
    permit(act, Permission::DeskKeep, edition.place()).await?;
    let desk = store::desk(act.db(), edition.id, desk).await?.ok_or_else(Halt::not_found)?;
    Ok((edition, desk))
}
