//! A plan's assignments: written down, then given to every unit that they name.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_correspondence::{Document, document};
use hoithi_edition::workdays;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, OrRefuseAll, permit};
use hoithi_rules::campaign::{Assignment, TaskKind};
use hoithi_rules::correspondence::{Sending, SendingState};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{DocumentId, SendingId, TaskId, UnitId};
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::workdays::{Due, Workdays};
use hoithi_store::{Conn, StoreError};
use hoithi_units::units_on;
use jiff::civil::Date;
use uuid::Uuid;

use super::actor;
use super::life::begin_counting;
use super::sending::goes_out;
use crate::contacts;
use crate::letter::{MailWords, SentTo, TaskOrder};
use crate::refusal::{CampaignRefusal, WORDS, fits};
use crate::store::{self, Given, PlanLine};

/// One assignment more of a plan.
#[derive(Clone, Debug)]
pub struct AddAssignment {
    /// Of which plan.
    pub plan: DocumentId,
    /// What.
    pub assignment: Assignment,
}

/// An assignment of a plan that is written anew.
#[derive(Clone, Debug)]
pub struct ChangeAssignment {
    /// Of which plan.
    pub plan: DocumentId,
    /// Which.
    pub line: Uuid,
    /// As it is now.
    pub assignment: Assignment,
}

/// A plan's assignments that are given now.
#[derive(Clone, Debug)]
pub struct GivePlan {
    /// Which plan's.
    pub plan: DocumentId,
    /// Those that were read back: no more and no fewer are given.
    pub lines: Vec<Uuid>,
    /// What the units' contacts are written; none writes nothing.
    pub mail: Option<MailWords>,
}

/// What giving a plan did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenPlan {
    /// Units that have something to do by it.
    pub units: usize,
    /// Tasks they were given.
    pub tasks: usize,
}

/// Writes an assignment down; it reaches nobody yet.
pub async fn add_assignment(act: &mut Act, command: AddAssignment) -> Result<Uuid, Halt> {
    let plan = plan(act, command.plan).await?;
    let assignment = command.assignment.check(day_in_vietnam(act.now())).or_refuse_all()?;
    fits("words", &assignment.words, WORDS).or_refuse()?;
    let (id, writer) = (act.new_id(), (act.now(), actor(act)?));
    store::insert_plan_line(act.db(), (id, plan.id, plan.edition), &assignment, writer).await?;
    act.record(Event::new("plan.assignment_added", plan.id).fact("line", id.to_string()));
    Ok(id)
}

/// Writes an assignment anew that was not given yet; it keeps its place.
pub async fn change_assignment(act: &mut Act, command: ChangeAssignment) -> Result<(), Halt> {
    let plan = plan(act, command.plan).await?;
    let assignment = command.assignment.check(day_in_vietnam(act.now())).or_refuse_all()?;
    fits("words", &assignment.words, WORDS).or_refuse()?;
    if !store::update_plan_line(act.db(), plan.id, command.line, &assignment).await? {
        return Err(CampaignRefusal::ChangedMeanwhile).or_refuse();
    }
    act.record(Event::new("plan.assignment_changed", plan.id).fact("line", command.line.to_string()));
    Ok(())
}

/// Takes an assignment out that was not given yet.
pub async fn drop_assignment(act: &mut Act, of: DocumentId, line: Uuid) -> Result<(), Halt> {
    let plan = plan(act, of).await?;
    if !store::delete_plan_line(act.db(), plan.id, line).await? {
        return Err(Halt::not_found());
    }
    act.record(Event::new("plan.assignment_dropped", plan.id).fact("line", line.to_string()));
    Ok(())
}

/// To whom each assignment goes that was not given yet, by the register of that day.
pub(crate) async fn addressees(
    db: &mut Conn,
    lines: &[PlanLine],
    day: Date,
) -> Result<Vec<(PlanLine, BTreeSet<UnitId>)>, StoreError> {
    let standing = units_on(db, day).await?;
    let named = |line: &PlanLine| {
        let Assignment { groups, units, .. } = &line.assignment;
        let chosen = standing.iter().filter(|unit| groups.contains(unit.level.code()) || units.contains(&unit.id));
        chosen.map(|unit| unit.id).collect()
    };
    let open = lines.iter().filter(|line| line.given_to.is_none());
    Ok(open.map(|line| (line.clone(), named(line))).collect())
}

/// Gives what was read back: each unit that is named gets the plan, if it has it not yet, and its tasks
/// after those it has of it.
pub async fn give_plan(act: &mut Act, command: GivePlan) -> Result<GivenPlan, Halt> {
    let plan = plan(act, command.plan).await?;
    if plan.signed().is_none() {
        return Err(CampaignRefusal::LetterUnsigned).or_refuse();
    }
    let today = day_in_vietnam(act.now());
    goes_out(act.db(), &plan, today).await?;
    let lines = store::plan_lines(act.db(), plan.id).await?;
    let open = addressees(act.db(), &lines, today).await?;
    let read: BTreeSet<_> = command.lines.iter().copied().collect();
    if open.is_empty() || open.iter().map(|(line, _)| line.id).collect::<BTreeSet<_>>() != read {
        return Err(CampaignRefusal::LetterChanged).or_refuse();
    }
    let ways = ways_to(act, &plan, &open).await?;
    let days = workdays(act.db(), Some(plan.edition)).await?;
    let mut given = store::given_by(act.db(), plan.id).await?;
    let mut tasks = 0;
    for (line, units) in &open {
        let to: Vec<&SentTo> = units.iter().filter_map(|unit| ways.get(unit)).collect();
        tasks += give_line(act, line, &to, (&order(line, today, &days), &mut given)).await?;
    }
    already_received(act, &ways).await?;
    let units: Vec<UnitId> = ways.keys().copied().collect();
    let to: Vec<_> = ways.values().map(|way| (way.sending.id, way.sending.unit)).collect();
    contacts::tell(act, plan.id, &to, command.mail.as_ref()).await?;
    act.record(
        Event::new("plan.given", plan.id)
            .fact("edition", plan.edition.to_string())
            .fact("units", units.iter().map(ToString::to_string).collect::<Vec<_>>())
            .fact("tasks", tasks),
    );
    Ok(GivenPlan { units: units.len(), tasks })
}

fn order(line: &PlanLine, today: Date, days: &Workdays) -> TaskOrder {
    let Assignment { kind, title, words, due, .. } = &line.assignment;
    TaskOrder {
        kind: *kind,
        title: title.clone(),
        words: words.clone(),
        due: due.and_then(|due| due.day(today, None, days)),
        counted: due.and_then(Due::counted_from_receipt),
    }
}

/// Gives an assignment to each of these; who is asked for a contact already is not asked once more.
async fn give_line(
    act: &mut Act,
    line: &PlanLine,
    to: &[&SentTo],
    (order, given): (&TaskOrder, &mut BTreeMap<SendingId, Given>),
) -> Result<usize, Halt> {
    let now = act.now();
    let mut more: Vec<(TaskId, i64, &SentTo)> = Vec::with_capacity(to.len());
    for each in to.iter().copied() {
        let known = given.entry(each.sending.id).or_default();
        let asks_contact = order.kind == TaskKind::NameContact;
        if !(asks_contact && known.asks_contact) {
            known.last += 1;
            known.asks_contact |= asks_contact;
            more.push((TaskId::new(act.new_id()), known.last, each));
        }
    }
    store::insert_more(act.db(), &more, order).await?;
    if !store::mark_given(act.db(), line.id, now, more.len()).await? {
        return Err(CampaignRefusal::ChangedMeanwhile).or_refuse();
    }
    Ok(more.len())
}

/// The plan's way to every unit that is named; those that have it not get it now.
async fn ways_to(
    act: &mut Act,
    plan: &Document,
    open: &[(PlanLine, BTreeSet<UnitId>)],
) -> Result<BTreeMap<UnitId, SentTo>, Halt> {
    let named: BTreeSet<UnitId> = open.iter().flat_map(|(_, units)| units.iter().copied()).collect();
    if named.is_empty() || open.iter().any(|(_, units)| units.is_empty()) {
        return Err(CampaignRefusal::NoUnits).or_refuse();
    }
    let have = store::sendings_of_letter(act.db(), plan.id).await?;
    let mut ways: BTreeMap<_, _> = have.into_iter().map(|sent| (sent.sending.unit, sent)).collect();
    ways.retain(|unit, _| named.contains(unit));
    let (sender, now) = (actor(act)?, act.now());
    let anew = |unit: &UnitId| {
        let id = SendingId::new(act.new_id());
        let sending = Sending { id, document: plan.id, unit: *unit, state: SendingState::Sent { at: now } };
        SentTo { sending, edition: plan.edition, opened_at: None }
    };
    let new: Vec<SentTo> = named.iter().filter(|unit| !ways.contains_key(unit)).map(anew).collect();
    store::insert_sendings(act.db(), &new, sender).await?;
    ways.extend(new.into_iter().map(|sent| (sent.sending.unit, sent)));
    Ok(ways)
}

/// Whoever confirmed the plan has taken on what it asks, later lines too; these are received today.
async fn already_received(act: &mut Act, ways: &BTreeMap<UnitId, SentTo>) -> Result<(), Halt> {
    let now = act.now();
    for to in ways.values().filter(|to| to.is_acknowledged()) {
        store::accept_tasks(act.db(), to.sending.id, now).await?;
        begin_counting(act, to.sending.id, to.edition, day_in_vietnam(now)).await?;
    }
    Ok(())
}

async fn plan(act: &mut Act, id: DocumentId) -> Result<Document, Halt> {
    let plan = document(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::LetterSend, Place::edition(plan.edition)).await?;
    Ok(plan)
}
