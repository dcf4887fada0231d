//! Units are asked for reports.

use hoithi_journal::{Act, Halt};
use hoithi_rules::ids::{EditionId, ReportId, UnitId};
use hoithi_rules::reporting::{ReportRequest, RequestState};
use jiff::civil::Date;
use uuid::Uuid;

use super::actor;
use crate::forms::{FormKey, chosen, shipped};
use crate::line::ReportLine;
use crate::store;

/// A report that a unit is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Ask {
    /// What asks for it, known to its own room alone.
    pub origin: Uuid,
    /// Who reports.
    pub unit: UnitId,
    /// By which day.
    pub due: Date,
}

/// Asks units for reports by the form that the edition uses on this day; a later version of the form
/// changes nothing of what was asked, and who is asked later on the same occasion is asked by the same
/// form. Part of the act that sends the letter, which has asked whether it may.
pub async fn ask(act: &mut Act, edition: EditionId, occasion: Uuid, asked: &[Ask]) -> Result<(), Halt> {
    let form = match store::form_of_occasion(act.db(), occasion).await? {
        Some(form) => form,
        None => chosen(act.db(), edition).await?,
    };
    freeze(act, &form).await?;
    let line = |each: &Ask| ReportLine {
        request: ReportRequest {
            id: ReportId::new(act.new_id()),
            unit: each.unit,
            due: each.due,
            asked: None,
            state: RequestState::Requested,
        },
        edition,
        origin: each.origin,
        occasion,
        form: form.clone(),
        latest: None,
        unasked: None,
    };
    let lines: Vec<_> = asked.iter().map(line).collect();
    Ok(store::insert_duties(act.db(), &lines).await?)
}

/// A shipped form that reports stand on is kept as it was, whatever a later release ships.
async fn freeze(act: &mut Act, key: &FormKey) -> Result<(), Halt> {
    if store::form_body(act.db(), key).await?.is_some() {
        return Ok(());
    }
    let Some(body) = shipped(key) else { return Ok(()) };
    let kept = crate::forms::KeptForm::read(key.clone(), body.to_owned())?;
    let by = (act.now(), actor(act)?);
    Ok(store::insert_form(act.db(), key, (&kept.form.name, body), by).await?)
}
