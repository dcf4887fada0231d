//! More time for one entry, beside the amendment that gives it to all. Whoever grants it need not see the draft:
//! its writer reads out the code that stands on its page.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, OrRefuseAll, permit};
use hoithi_rules::entries::{Extension, ExtensionCause};
use hoithi_rules::ids::{AccountId, EditionId};
use hoithi_rules::people::Permission;
use jiff::Timestamp;

use super::edition_of;
use crate::refusals::DossierRefusal;
use crate::standing::Standing;
use crate::{mail, store};

/// Gives one draft more time.
#[derive(Clone, Debug)]
pub(crate) struct Extend {
    pub(crate) edition: EditionId,
    /// The code that its writer read out.
    pub(crate) code: String,
    /// Until when.
    pub(crate) until: Timestamp,
    /// Why, for everybody.
    pub(crate) cause: ExtensionCause,
    /// Why, for its authors and the organisers.
    pub(crate) reason: String,
}

/// Records the extension and announces it to whoever writes the draft. Nobody gives it to a dossier of their own.
pub(crate) async fn extend(act: &mut Act, command: Extend) -> Result<(), Halt> {
    let edition = edition_of(act, command.edition).await?;
    permit(act, Permission::ScreeningDecide, edition.place()).await?;
    let by = AccountId::new(act.actor().account.ok_or_else(Halt::not_found)?);
    let found = match plain(&command.code) {
        Some(code) => store::entry_of_code(act.db(), edition.id, &code).await?,
        None => None,
    };
    let id = found.ok_or(DossierRefusal::NoSuchDraft).or_refuse()?;
    let kept = store::dossier(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    if kept.standing != Standing::Draft {
        return Err(DossierRefusal::NoSuchDraft).or_refuse();
    }
    if kept.is_of(by) {
        return Err(DossierRefusal::OwnExtension).or_refuse();
    }
    let (now, new) = (act.now(), act.random_id()?);
    let window = edition.book.calendar().intake_until(kept.longer);
    let why = (command.cause, command.reason.as_str());
    let extension = Extension::grant(command.until, why, &window, now).or_refuse_all()?;
    store::grant_extension(act.db(), (new, by, now), (edition.id, id), &extension).await?;
    act.record(
        Event::new("entry.extended", id)
            .fact("edition", edition.id.to_string())
            .fact("until", extension.until.to_string())
            .fact("cause", extension.cause.code()),
    );
    mail::extended(act, &kept, &edition, &extension).await
}

/// Eight digits of a draft's code, however they were typed.
fn plain(code: &str) -> Option<String> {
    let digits: String = code.chars().filter(char::is_ascii_hexdigit).map(|digit| digit.to_ascii_lowercase()).collect();
    (digits.len() == 8).then_some(digits)
}
