//! Who receives a document's package: whom an officer chose among the bodies whose identifiers are set.
//! As long as nobody chose, those under *Kính gửi* that have one.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::permit;
use hoithi_rules::correspondence::OrganId;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::{Permission, Place};
use hoithi_store::{Conn, params};
use hoithi_units::Unit;

use super::writing::Body;
use super::{Exchange, ExchangeBody, ExchangeRefusal, exchange};
use crate::document::{Document, issuer_key};
use crate::store;

/// Chooses who receives a signed document's package; who was chosen before receives it no more.
pub async fn choose_receivers(act: &mut Act, document: DocumentId, chosen: Vec<OrganId>) -> Result<(), Halt> {
    let document = store::document(act.db(), document).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::DocumentRegister, Place::edition(document.edition)).await?;
    document.signed().ok_or_else(Halt::not_found)?;
    let offered = offered(&exchange(act.db(), document.edition).await?, &document.content.issuer);
    let chosen: BTreeSet<OrganId> = chosen.into_iter().collect();
    if chosen.is_empty() {
        return Err(ExchangeRefusal::Unchosen.halt());
    }
    all_known(&offered, &chosen)?;
    act.db().run("DELETE FROM exchange_receivers WHERE document_id = $1", params![document.id.uuid()]).await?;
    let rows = chosen.iter().zip(1_i64..).map(|(id, place)| params![document.id.uuid(), place, id.as_str()]).collect();
    act.db().insert_many("INSERT INTO exchange_receivers (document_id, place, organ_id)", rows).await?;
    let event = Event::new("exchange.receivers_chosen", document.id).fact("edition", document.edition.to_string());
    act.record(event.fact("bodies", chosen.len()));
    Ok(())
}

/// The bodies of the exchange directory that can receive a document: by the code of their unit, and those
/// without one by the key of their name.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    by_code: BTreeMap<String, (OrganId, String)>,
    by_name: BTreeMap<String, (OrganId, String)>,
}

/// What stands before a unit's name where its people's committee is meant.
const OFFICES: [&str; 3] = ["", "ubnd ", "uy ban nhan dan "];

/// The directory for a document: without whoever sends it.
pub async fn directory(db: &mut Conn, document: &Document) -> Result<Directory, Halt> {
    let settings = exchange(db, document.edition).await?;
    let own = settings.body(&document.content.issuer).cloned();
    let receive = settings.bodies.into_iter().filter(|body| own.as_ref() != Some(&body.id));
    Ok(Directory::holding(receive))
}

impl Directory {
    fn holding(bodies: impl Iterator<Item = ExchangeBody>) -> Self {
        let mut directory = Self::default();
        for ExchangeBody { name, code, id } in bodies {
            if code.is_empty() {
                directory.by_name.entry(issuer_key(&name)).or_insert((id, name));
            } else {
                directory.by_code.entry(code).or_insert((id, name));
            }
        }
        directory
    }

    /// Under which identifier and name each of these units stands there, in their order: by its code; by its own
    /// name or as its people's committee only where no other of them bears that name.
    pub fn of(&self, units: &[&Unit]) -> Vec<Option<(OrganId, String)>> {
        let mut borne: BTreeMap<String, usize> = BTreeMap::new();
        for unit in units {
            *borne.entry(issuer_key(&unit.name)).or_default() += 1;
        }
        let by_name = |unit: &Unit| {
            let name = issuer_key(&unit.name);
            if borne.get(&name) != Some(&1) {
                return None;
            }
            OFFICES.iter().find_map(|office| self.by_name.get(&format!("{office}{name}"))).cloned()
        };
        let by_code = |unit: &Unit| self.by_code.get(unit.code.as_ref()?).cloned();
        units.iter().copied().map(|unit| by_code(unit).or_else(|| by_name(unit))).collect()
    }
}

/// Every body but the sender, each identifier once, by the name that stands first.
pub(crate) fn offered(settings: &Exchange, sender: &str) -> Vec<(OrganId, String)> {
    let own = settings.body(sender);
    let mut offered: Vec<(OrganId, String)> = Vec::new();
    for ExchangeBody { name, id, .. } in &settings.bodies {
        let sends = Some(id) == own || issuer_key(name) == issuer_key(sender);
        if !sends && offered.iter().all(|(known, _)| known != id) {
            offered.push((id.clone(), name.clone()));
        }
    }
    offered
}

/// The identifiers of those who receive it: chosen, else by the addressees.
pub(crate) async fn receivers_of(
    db: &mut Conn,
    settings: &Exchange,
    document: &Document,
) -> Result<BTreeSet<OrganId>, Halt> {
    let sql = "SELECT organ_id FROM exchange_receivers WHERE document_id = $1";
    let mut chosen = BTreeSet::new();
    for row in db.all(sql, params![document.id.uuid()]).await? {
        chosen.insert(row.parsed("organ_id")?);
    }
    if chosen.is_empty() {
        let own = settings.body(&document.content.issuer);
        let named = document.content.addressees.all().iter().filter_map(|line| settings.body(line));
        chosen.extend(named.filter(|id| Some(*id) != own).cloned());
    }
    Ok(chosen)
}

/// Those bodies, or the sentence that asks for them.
pub(super) async fn receiving(db: &mut Conn, settings: &Exchange, document: &Document) -> Result<Vec<Body>, Halt> {
    let offered = offered(settings, &document.content.issuer);
    let chosen = receivers_of(db, settings, document).await?;
    if chosen.is_empty() {
        let lacks = if offered.is_empty() { ExchangeRefusal::Addressees } else { ExchangeRefusal::Unchosen };
        return Err(lacks.halt());
    }
    all_known(&offered, &chosen)?;
    let receives = offered.into_iter().filter(|(id, _)| chosen.contains(id));
    Ok(receives.map(|(id, name)| Body { id, name }).collect())
}

/// Nobody is left out in silence whose identifier was changed or removed since.
fn all_known(offered: &[(OrganId, String)], chosen: &BTreeSet<OrganId>) -> Result<(), Halt> {
    match chosen.iter().find(|id| offered.iter().all(|(known, _)| known != *id)) {
        Some(id) => Err(ExchangeRefusal::ReceiverGone { id: id.clone() }.halt()),
        None => Ok(()),
    }
}
