//! A workbook on its way into the directory: read, planned, confirmed.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{permit, refused};
use hoithi_rules::ids::ContactId;
use hoithi_rules::people::{Permission, Place};
use hoithi_store::Conn;
use hoithi_units::units_by_id;
use hoithi_web::imports::{self, Confirmation, Kept};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::contact::Contact;
use crate::fault::ContactFault;
use crate::operations::actor;
use crate::plan::{Ground, Outcome, Plan, Planned, plan};
use crate::store;
use crate::workbook::Line;

/// Under this name files for the directory wait.
const DIRECTORY: &str = "contacts";

/// With what a file is read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct With {
    /// The day on which codes and names are looked up.
    pub(crate) day: Date,
    /// Where the file is from.
    pub(crate) source: String,
}

/// A file that was read.
pub(crate) type NewImport = imports::Kept<With, Line>;

/// Keeps what was read until it is confirmed.
pub(crate) async fn keep(act: &mut Act, new: NewImport) -> Result<Uuid, Halt> {
    permit(act, Permission::ContactsManage, Place::HOUSE).await?;
    let by = actor(act)?.uuid();
    imports::keep(act, (DIRECTORY, by), &new).await
}

/// What a kept file would do now.
pub(crate) struct Preview {
    pub(crate) day: Date,
    pub(crate) plan: Plan,
}

impl Preview {
    /// The plan of a file that this account read; none when it is gone.
    pub(crate) async fn load(db: &mut Conn, id: Uuid, by: Uuid) -> Result<Option<Self>, Halt> {
        let kept = imports::kept::<With, Line>(db, (DIRECTORY, by), id).await?;
        let Some(Kept { ground: With { day, source }, lines }) = kept else { return Ok(None) };
        let (units, standing) = (units_by_id(db).await?, store::contacts_on(db, day).await?);
        let ground = Ground { units: &units, standing: &standing, day, source: &source };
        Ok(Some(Self { day, plan: plan(&ground, &lines) }))
    }
}

/// The confirmation.
#[derive(Clone, Debug)]
pub(crate) struct TakeIn {
    pub(crate) import: Uuid,
    pub(crate) said: Confirmation,
}

/// Takes in what was read, all of it or nothing.
pub(crate) async fn take_in(act: &mut Act, command: TakeIn) -> Result<(usize, usize), Halt> {
    permit(act, Permission::ContactsManage, Place::HOUSE).await?;
    let by = actor(act)?;
    let preview = Preview::load(act.db(), command.import, by.uuid()).await?;
    let plan = preview.ok_or_else(imports::gone)?.plan;
    plan.confirmed(&command.said, changed_meanwhile)?;
    let (faulty, unchanged) = (plan.count("faulty"), plan.count("same"));
    let (new, changed) = sorted(act, plan.rows)?;
    let now = act.now();
    for contact in &changed {
        if !store::update(act.db(), contact, (now, by)).await? {
            return Err(changed_meanwhile());
        }
    }
    store::insert(act.db(), &new, (now, by)).await?;
    for contact in new.iter().chain(&changed).filter(|contact| contact.main) {
        store::make_only_main(act.db(), contact).await?;
    }
    imports::let_go(act, command.import).await?;
    act.record(
        Event::new("contacts.imported", "directory")
            .fact("added", new.len())
            .fact("changed", changed.len())
            .fact("unchanged", unchanged)
            .fact("left_out", faulty),
    );
    Ok((new.len(), changed.len()))
}

fn changed_meanwhile() -> Halt {
    Halt::Refused(vec![refused(&ContactFault::ChangedMeanwhile)])
}

fn sorted(act: &Act, rows: Vec<Planned>) -> Result<(Vec<Contact>, Vec<Contact>), Halt> {
    let (mut new, mut changed) = (Vec::new(), Vec::new());
    for row in rows {
        match row.outcome {
            Outcome::New(contact) => new.push(Contact { id: ContactId::new(act.random_id()?), ..*contact }),
            Outcome::Changed(contact) => changed.push(*contact),
            Outcome::Same | Outcome::Faulty(_) => {}
        }
    }
    Ok((new, changed))
}
