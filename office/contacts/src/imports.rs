//! A workbook on its way into the directory: read, planned, confirmed.

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::ContactId;
use hoithi_rules::people::{Permission, Place};
use hoithi_store::{Conn, params};
use hoithi_units::units_by_id;
use jiff::SignedDuration;
use jiff::civil::Date;
use uuid::Uuid;

use crate::contact::Contact;
use crate::fault::ContactFault;
use crate::operations::actor;
use crate::plan::{Ground, Outcome, Planned, plan};
use crate::store;
use crate::workbook::Line;

/// How long a file waits to be confirmed.
const HOURS: i64 = 24;

/// A file that was read.
#[derive(Clone, Debug)]
pub(crate) struct NewImport {
    pub(crate) lines: Vec<Line>,
    pub(crate) day: Date,
    pub(crate) source: String,
}

/// Keeps what was read until it is confirmed; what waited too long goes.
pub(crate) async fn keep(act: &mut Act, new: NewImport) -> Result<Uuid, Halt> {
    permit(act, Permission::ContactsManage, Place::HOUSE).await?;
    let (id, by, now) = (act.random_id()?, actor(act)?, act.now());
    let too_long_ago = now.saturating_sub(SignedDuration::from_hours(HOURS)).map_err(Halt::fault)?;
    act.db().run("DELETE FROM contact_imports WHERE made_at <= $1", params![too_long_ago]).await?;
    let lines = serde_json::to_string(&new.lines)?;
    act.db()
        .run(
            "INSERT INTO contact_imports (id, made_by, made_at, day, source, lines) VALUES ($1, $2, $3, $4, $5, $6)",
            params![id, by.uuid(), now, new.day, new.source.as_str(), lines],
        )
        .await?;
    Ok(id)
}

/// What a kept file would do now.
pub(crate) struct Preview {
    pub(crate) day: Date,
    pub(crate) rows: Vec<Planned>,
}

impl Preview {
    /// The plan of a file that this account read; none when it is gone.
    pub(crate) async fn load(db: &mut Conn, id: Uuid, by: Uuid) -> Result<Option<Self>, Halt> {
        let kept = db
            .maybe("SELECT day, source, lines FROM contact_imports WHERE id = $1 AND made_by = $2", params![id, by])
            .await?;
        let Some(kept) = kept else { return Ok(None) };
        let (day, source): (Date, String) = (kept.parsed("day")?, kept.text("source")?);
        let lines: Vec<Line> = serde_json::from_str(&kept.text("lines")?)?;
        let (units, standing) = (units_by_id(db).await?, store::contacts_on(db, day).await?);
        let ground = Ground { units: &units, standing: &standing, day, source: &source };
        Ok(Some(Self { day, rows: plan(&ground, &lines) }))
    }

    /// How many rows come out like that.
    pub(crate) fn count(&self, code: &str) -> usize {
        self.rows.iter().filter(|row| row.outcome.code() == code).count()
    }

    /// Whether anything at all would be different.
    pub(crate) fn would_change(&self) -> bool {
        self.count("new") + self.count("changed") > 0
    }

    /// By which the confirmation knows that it takes in what was read.
    pub(crate) fn mark(&self) -> String {
        Sha256Hex::of(format!("{:?}", self.rows).as_bytes()).to_string()
    }
}

/// The confirmation.
#[derive(Clone, Debug)]
pub(crate) struct TakeIn {
    pub(crate) import: Uuid,
    /// The mark of the plan that was read.
    pub(crate) seen: String,
    /// Whether rows with faults are left out; otherwise one of them keeps all others out.
    pub(crate) leave_out: bool,
}

/// Takes in what was read, all of it or nothing.
pub(crate) async fn take_in(act: &mut Act, command: TakeIn) -> Result<(usize, usize), Halt> {
    permit(act, Permission::ContactsManage, Place::HOUSE).await?;
    let by = actor(act)?;
    let preview = Preview::load(act.db(), command.import, by.uuid()).await?;
    let preview = preview.ok_or(ContactFault::ImportGone).or_refuse()?;
    if preview.mark() != command.seen {
        return Err(ContactFault::ChangedMeanwhile).or_refuse();
    }
    let faulty = preview.count("faulty");
    if faulty > 0 && !command.leave_out {
        return Err(ContactFault::RowsFaulty { count: faulty }).or_refuse();
    }
    let unchanged = preview.count("same");
    let (new, changed) = sorted(act, preview.rows)?;
    let now = act.now();
    for contact in &changed {
        if !store::update(act.db(), contact, (now, by)).await? {
            return Err(ContactFault::ChangedMeanwhile).or_refuse();
        }
    }
    store::insert(act.db(), &new, (now, by)).await?;
    for contact in new.iter().chain(&changed).filter(|contact| contact.main) {
        store::make_only_main(act.db(), contact).await?;
    }
    act.db().run("DELETE FROM contact_imports WHERE id = $1", params![command.import]).await?;
    act.record(
        Event::new("contacts.imported", "directory")
            .fact("added", new.len())
            .fact("changed", changed.len())
            .fact("unchanged", unchanged)
            .fact("left_out", faulty),
    );
    Ok((new.len(), changed.len()))
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
