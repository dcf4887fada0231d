//! *Danh sách nơi nhận*: units under a name, to send to them again.

use std::collections::BTreeSet;

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{Refusals, permit};
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::text::{length, one_line};
use hoithi_units::units_by_id;
use hoithi_web::fold;
use uuid::Uuid;

use super::actor;
use crate::refusal::CampaignRefusal;
use crate::store::{self, RecipientList};

/// The longest name that a choice still shows whole.
const LONGEST: usize = 80;

/// Units to be kept under a name.
#[derive(Clone, Debug)]
pub struct SaveList {
    /// In which edition.
    pub edition: EditionId,
    /// The name; a list that has it is replaced.
    pub name: String,
    /// The units.
    pub units: Vec<UnitId>,
}

/// Keeps a list of recipients.
pub async fn save_list(act: &mut Act, command: SaveList) -> Result<RecipientList, Halt> {
    permit(act, Permission::LetterSend, Place::edition(command.edition)).await?;
    let known = units_by_id(act.db()).await?;
    let units: BTreeSet<UnitId> = command.units.into_iter().filter(|unit| known.contains_key(unit)).collect();
    let name = one_line(&command.name);
    let mut no = Refusals::new();
    no.keep("units", if units.is_empty() { Err(CampaignRefusal::NoUnits) } else { Ok(()) });
    let fits = !name.is_empty() && length(&name) <= LONGEST;
    no.keep("list_name", if fits { Ok(()) } else { Err(CampaignRefusal::ListName) });
    no.done()?;
    let lists = store::recipient_lists(act.db()).await?;
    let twin = lists.iter().find(|list| list.edition == command.edition && fold(&list.name) == fold(&name));
    let id = twin.map_or_else(|| act.new_id(), |twin| twin.id);
    let list = RecipientList { id, edition: command.edition, name, units, saved_at: act.now() };
    let by = actor(act)?;
    store::replace_list(act.db(), &list, by).await?;
    act.record(
        Event::new("recipients.saved", list.id)
            .fact("edition", list.edition.to_string())
            .fact("count", list.units.len()),
    );
    Ok(list)
}

/// Takes a list away; letters that went out by it stay.
pub async fn drop_list(act: &mut Act, id: Uuid) -> Result<(), Halt> {
    let lists = store::recipient_lists(act.db()).await?;
    let list = lists.into_iter().find(|list| list.id == id).ok_or_else(Halt::not_found)?;
    permit(act, Permission::LetterSend, Place::edition(list.edition)).await?;
    store::delete_list(act.db(), id).await?;
    act.record(Event::new("recipients.dropped", id).fact("edition", list.edition.to_string()));
    Ok(())
}
