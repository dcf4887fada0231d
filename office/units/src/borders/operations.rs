//! Loading a file of borders, and taking one away that was wrong.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuseAll, permit};
use hoithi_rules::people::{Permission, Place};
use jiff::civil::Date;

use super::{Border, BorderFault, MOST_TOLD};
use crate::store;

/// Borders as a file had them.
#[derive(Clone, Debug)]
pub struct LoadBorders {
    /// Each with the code of its unit.
    pub borders: Vec<(String, Border)>,
    /// From which day they hold; the codes are those of that day.
    pub from: Date,
    /// Where the office has them from.
    pub source: String,
}

/// Takes the borders in, in the place of those of the same units and day; of how many units. A code that
/// nobody bears on the day refuses all of them.
pub async fn load_borders(act: &mut Act, command: LoadBorders) -> Result<usize, Halt> {
    permit(act, Permission::UnitsManage, Place::HOUSE).await?;
    let (mut known, mut wrong) = (Vec::new(), Vec::new());
    for (code, border) in command.borders {
        match store::unit_by_code(act.db(), &code, command.from).await? {
            Some(unit) => known.push((unit.id, border)),
            None => wrong.push(BorderFault::Unknown { code, day: command.from }),
        }
    }
    if !wrong.is_empty() {
        wrong.truncate(MOST_TOLD);
        return Err(wrong).or_refuse_all();
    }
    let now = act.now();
    store::replace_borders(act.db(), &known, command.from, (&command.source, now)).await?;
    let units = known.len();
    act.record(Event::new("borders.loaded", "register").fact("units", units).fact("day", command.from.to_string()));
    Ok(units)
}

/// Takes away the borders that hold from that day; what held before holds again.
pub async fn drop_borders(act: &mut Act, from: Date) -> Result<(), Halt> {
    permit(act, Permission::UnitsManage, Place::HOUSE).await?;
    if store::remove_borders(act.db(), from).await? == 0 {
        return Err(Halt::not_found());
    }
    act.record(Event::new("borders.removed", "register").fact("day", from.to_string()));
    Ok(())
}
