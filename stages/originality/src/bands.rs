//! From how much on two dossiers are shown as alike: each edition may set it for itself, because one that compares
//! whole descriptions finds more in common than one that compares summaries.

use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::permit;
use hoithi_rules::ids::{AccountId, EditionId};
use hoithi_rules::originality::{ALIKE, VERY_ALIKE};
use hoithi_rules::people::Permission;

use crate::store;

/// What is less alike, in percent of either text, is not kept: no edition can ask for it.
pub(crate) const LEAST: u32 = 20;

/// The two bounds of an edition, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bands {
    alike: u32,
    very_alike: u32,
}

impl Default for Bands {
    fn default() -> Self {
        Self { alike: ALIKE, very_alike: VERY_ALIKE }
    }
}

impl Bands {
    /// None where they are too low, too high or the wrong way round.
    pub fn of(alike: u32, very_alike: u32) -> Option<Self> {
        let stand = LEAST <= alike && alike <= very_alike && very_alike <= 100;
        stand.then_some(Self { alike, very_alike })
    }

    /// From here on two dossiers are shown as alike.
    pub const fn alike(self) -> u32 {
        self.alike
    }

    /// From here on somebody should look before anything is decided.
    pub const fn very_alike(self) -> u32 {
        self.very_alike
    }
}

/// Sets an edition's bounds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SetBands {
    pub(crate) edition: EditionId,
    pub(crate) bands: Bands,
}

/// Lets the bounds count from now on; what was noted before stays as it was noted.
pub(crate) async fn set_bands(act: &mut Act, command: SetBands) -> Result<(), Halt> {
    let edition = hoithi_edition::edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::ScreeningDecide, edition.place()).await?;
    let by = AccountId::new(act.actor().account.ok_or(Halt::Denied(Denied::NotSignedIn))?);
    let (now, bands) = (act.now(), command.bands);
    store::save_bands(act.db(), (edition.id, bands), (now, by)).await?;
    act.record(
        Event::new("originality.bands_set", edition.id).fact("alike", bands.alike).fact("very_alike", bands.very_alike),
    );
    Ok(())
}
