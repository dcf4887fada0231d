//! Forms are kept in versions and chosen for an edition.

use hoithi_edition::edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, OrRefuseAll, permit};
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::reporting::ReportForm;

use super::actor;
use crate::forms::{FormKey, SHIPPED, form};
use crate::refusal::ReportingRefusal;
use crate::store;

/// A form as an officer wrote it.
#[derive(Clone, Debug)]
pub struct KeepForm {
    /// From which edition's desk.
    pub edition: EditionId,
    /// Its short name.
    pub code: String,
    /// The version that was seen; 0 for a form that is new.
    pub seen: u32,
    /// Its lines.
    pub body: String,
}

/// Keeps a form as its next version; older versions stay, because reports stand on them.
pub async fn keep_form(act: &mut Act, command: KeepForm) -> Result<FormKey, Halt> {
    edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ReportConsolidate, Place::edition(command.edition)).await?;
    if !is_short_name(&command.code) {
        return Err(ReportingRefusal::FormCode).or_refuse();
    }
    let read = ReportForm::parse(&command.body).or_refuse_all()?;
    let shipped = SHIPPED.iter().any(|(code, _)| *code == command.code);
    let newest = store::newest_version(act.db(), &command.code).await?.max(u32::from(shipped));
    if newest != command.seen {
        let there = if command.seen == 0 { ReportingRefusal::FormThere } else { ReportingRefusal::FormChanged };
        return Err(there).or_refuse();
    }
    let seen = form(act.db(), &FormKey { code: command.code.clone(), version: newest }).await?;
    if seen.is_some_and(|seen| seen.form == read) {
        return Err(ReportingRefusal::FormSame).or_refuse();
    }
    let key = FormKey { code: command.code, version: newest + 1 };
    let by = (act.now(), actor(act)?);
    store::insert_form(act.db(), &key, (&read.name, &command.body), by).await?;
    act.record(
        Event::new("report.form_kept", command.edition).fact("form", key.code.as_str()).fact("version", key.version),
    );
    Ok(key)
}

/// A short name stands in addresses.
fn is_short_name(code: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    (2..=40).contains(&code.len())
        && code.starts_with(|first: char| first.is_ascii_lowercase())
        && code.chars().all(plain)
}

/// From its next letter on the edition's units are asked by this form.
pub async fn choose_form(act: &mut Act, of: EditionId, key: FormKey) -> Result<(), Halt> {
    edition(act.db(), of).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ReportConsolidate, Place::edition(of)).await?;
    form(act.db(), &key).await?.ok_or_else(Halt::not_found)?;
    store::choose(act.db(), of, &key).await?;
    act.record(Event::new("report.form_chosen", of).fact("form", key.code.as_str()).fact("version", key.version));
    Ok(())
}
