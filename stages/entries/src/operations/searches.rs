//! A search of an edition's list that somebody keeps under a name, for themselves or for everybody who reads the
//! list.

use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::{AccountId, EditionId};
use hoithi_rules::people::Permission;
use hoithi_rules::refusal::{Fact, Refusal};
use hoithi_rules::text::{length, one_line};
use thiserror::Error;
use uuid::Uuid;

use super::edition_of;
use crate::store::{self, Asked, SavedSearch};

/// The longest name.
const LONGEST: usize = 80;

/// More searches than this in one list are looked through longer than a list.
const MOST: usize = 50;

/// Why a search is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(crate) enum SearchRefusal {
    #[error("the name is missing or too long")]
    Name,
    #[error("nothing is asked of the list")]
    Nothing,
    #[error("as many searches are kept as one list holds")]
    Full,
}

impl Refusal for SearchRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Name => "entries.search_name",
            Self::Nothing => "entries.search_nothing",
            Self::Full => "entries.searches_full",
        }
    }

    fn field(&self) -> Option<String> {
        Some("name".to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Name => vec![("most", Fact::count(LONGEST))],
            Self::Full => vec![("most", Fact::count(MOST))],
            Self::Nothing => Vec::new(),
        }
    }
}

/// A search to be kept.
#[derive(Clone, Debug)]
pub(crate) struct SaveSearch {
    pub(crate) edition: EditionId,
    pub(crate) name: String,
    pub(crate) shared: bool,
    pub(crate) asked: Asked,
}

/// Whoever reads all of the edition's list.
async fn reader(act: &mut Act, id: EditionId) -> Result<AccountId, Halt> {
    let edition = edition_of(act, id).await?;
    permit(act, Permission::EntryViewAll, edition.place()).await?;
    act.actor().account.map(AccountId::new).ok_or(Halt::Denied(Denied::NotSignedIn))
}

/// Keeps a search. The journal says that, and neither its name nor its words: both may name a person.
pub(crate) async fn save_search(act: &mut Act, command: SaveSearch) -> Result<Uuid, Halt> {
    let owner = reader(act, command.edition).await?;
    let name = one_line(&command.name);
    if name.is_empty() || length(&name) > LONGEST {
        return Err(SearchRefusal::Name).or_refuse();
    }
    if command.asked == Asked::default() {
        return Err(SearchRefusal::Nothing).or_refuse();
    }
    if store::searches(act.db(), command.edition, owner).await?.len() >= MOST {
        return Err(SearchRefusal::Full).or_refuse();
    }
    let search = SavedSearch { id: act.random_id()?, owner, shared: command.shared, name, asked: command.asked };
    let now = act.now();
    store::insert_search(act.db(), command.edition, &search, now).await?;
    act.record(Event::new("search.saved", command.edition).fact("shared", search.shared));
    Ok(search.id)
}

/// Forgets a search; only whoever kept it does.
pub(crate) async fn forget_search(act: &mut Act, edition: EditionId, id: Uuid) -> Result<(), Halt> {
    let by = reader(act, edition).await?;
    let known = store::searches(act.db(), edition, by).await?;
    let search = known.into_iter().find(|each| each.id == id).ok_or_else(Halt::not_found)?;
    if search.owner != by {
        return Err(Halt::Denied(Denied::Forbidden));
    }
    store::delete_search(act.db(), id).await?;
    act.record(Event::new("search.forgotten", edition).fact("shared", search.shared));
    Ok(())
}
