//! The decision that sets up the jury.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_edition::{Edition, edition};
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{Refusals, holders, permit_with_paper};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::edition::CategoryCode;
use hoithi_rules::ids::{AccountId, EditionId, EntryId, JudgeId, PanelId};
use hoithi_rules::judging::{Marking, PanelRule};
use hoithi_rules::people::{Permission, Role, Scope, SignedPaper};
use hoithi_store::Conn;
use jiff::civil::Date;

use crate::assignments;
use crate::jury::{self, Jury, Panel};
use crate::refusals::{changed_meanwhile, marking_of};
use crate::rounds::{self, RoundStep};

/// A jury as a decision appoints it.
#[derive(Clone, Debug)]
pub struct SetUpJury {
    /// Of which edition.
    pub edition: EditionId,
    /// Number and symbol of the decision.
    pub decision: String,
    /// The day on it.
    pub decided_on: Date,
    /// Its panels, the places of the form: one with neither category nor judge was left empty.
    pub panels: Vec<NewPanel>,
    /// The version of the jury that was seen; 0 where there was none.
    pub seen: i64,
    /// The leader's signed paper, where an officer records the decision.
    pub paper: Option<SignedPaper>,
}

/// A panel of a new jury.
#[derive(Clone, Debug, Default)]
pub struct NewPanel {
    /// Its name in the decision.
    pub name: String,
    /// The categories it marks, by code; left empty where the rule book says plenary.
    pub categories: BTreeSet<String>,
    /// Its judges' accounts, each a judge of this edition.
    pub judges: BTreeSet<AccountId>,
}

/// Sets up the jury, or changes it by a further decision.
///
/// A judge with sheets that are not locked cannot be left out, nor taken from their category: they
/// withdraw or are stopped first, so that every sheet that is taken back has a reason. What is
/// locked counts, whoever sits on the jury after. Once the last round is opened nobody is named or
/// left out any more: whoever judged, judged.
pub async fn set_up_jury(act: &mut Act, command: SetUpJury) -> Result<(), Halt> {
    let edition = edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    permit_with_paper(act, Permission::JurySetUp, edition.place(), command.paper.as_ref()).await?;
    if judged_to_the_end(act.db(), &edition).await? {
        return Err(Halt::refused("judging.jury_has_judged", None, "the last round was opened; the jury stands"));
    }
    let marking = marking_of(&edition)?;
    let known: BTreeSet<String> =
        edition.book.rules().categories.iter().map(|category| category.code.to_string()).collect();
    let panels = named_panels(&command.panels, marking, &known);
    let mut no = Refusals::new();
    if command.decided_on > day_in_vietnam(act.now()) {
        no.add("judging.decision_from_future", "decided_on", "the day of the decision has not come yet");
    }
    check_panels(no, &panels, &known)?;
    check_judges(act, edition.id, &panels).await?;
    let panels: Vec<NewPanel> = panels.into_iter().map(|(_, panel)| panel).collect();
    let (ids, new) = judge_ids(act, edition.id, &panels).await?;
    let jury = Jury {
        decision: command.decision.clone(),
        decided_on: command.decided_on,
        panels: panels.into_iter().map(|panel| to_panel(act, panel, &ids)).collect(),
        version: command.seen,
    };
    let cleared = keeps_whoever_marks(act, &edition, &jury).await?;
    let now = act.now();
    if !jury::save(act.db(), edition.id, &jury, &new, now).await? {
        return Err(changed_meanwhile());
    }
    act.record(
        Event::new("jury.set_up", edition.id)
            .fact("decision", jury.decision.as_str())
            .fact("decided_on", jury.decided_on.to_string())
            .fact("panels", jury.panels.len())
            .fact("judges", jury.judges().len())
            .fact("assigned_anew", cleared),
    );
    Ok(())
}

/// Whether the last round of the marking is opened: who judged is part of the result from then on.
/// Between two rounds the jury may change.
pub(crate) async fn judged_to_the_end(db: &mut Conn, edition: &Edition) -> Result<bool, Halt> {
    let at = rounds::current_round(db, edition.id).await?;
    Ok(at.is_some_and(|round| round.step.is_opened() && edition.book.is_last_round(&round.rule.code)))
}

/// The ids of everybody on the new panels: a judge of an earlier decision stays the same judge.
async fn judge_ids(
    act: &mut Act,
    edition: EditionId,
    panels: &[NewPanel],
) -> Result<(BTreeMap<AccountId, JudgeId>, Vec<(JudgeId, AccountId)>), Halt> {
    let known = jury::judges(act.db(), edition).await?;
    let mut ids: BTreeMap<AccountId, JudgeId> = known.into_iter().map(|(judge, account)| (account, judge)).collect();
    let mut new = Vec::new();
    for account in panels.iter().flat_map(|panel| &panel.judges) {
        if !ids.contains_key(account) {
            let id = JudgeId::new(act.new_id());
            ids.insert(*account, id);
            new.push((id, *account));
        }
    }
    Ok((ids, new))
}

fn to_panel(act: &Act, new: NewPanel, ids: &BTreeMap<AccountId, JudgeId>) -> Panel {
    let judges = new.judges.iter().filter_map(|account| ids.get(account).copied()).collect();
    Panel { id: PanelId::new(act.new_id()), name: new.name, categories: new.categories, judges }
}

/// The panels that were not left empty, with their places in the form.
fn named_panels(panels: &[NewPanel], marking: &Marking, known: &BTreeSet<String>) -> Vec<(usize, NewPanel)> {
    // A plenary jury is its first panel, even when nobody is named in it yet.
    let plenary = marking.panels == PanelRule::Plenary;
    let named = |(place, panel): &(usize, &NewPanel)| {
        (plenary && *place == 0) || !panel.categories.is_empty() || !panel.judges.is_empty()
    };
    let panels = panels.iter().enumerate().filter(named);
    panels.map(|(place, panel)| (place, whole(panel, marking, known))).collect()
}

/// A plenary jury marks everything, whatever was ticked.
fn whole(panel: &NewPanel, marking: &Marking, known: &BTreeSet<String>) -> NewPanel {
    match marking.panels {
        PanelRule::Plenary => NewPanel { categories: known.clone(), ..panel.clone() },
        PanelRule::PerCategory => panel.clone(),
    }
}

fn check_panels(mut no: Refusals, panels: &[(usize, NewPanel)], known: &BTreeSet<String>) -> Result<(), Halt> {
    let mut marked: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, panel) in panels {
        if panel.name.trim().is_empty() {
            no.add("judging.panel_name_missing", &format!("panel-{place}-name"), "a panel has no name");
        }
        if panel.judges.is_empty() {
            no.add("judging.panel_empty", &format!("panel-{place}-judges"), "a panel has no judges");
        }
        for category in &panel.categories {
            *marked.entry(category).or_default() += 1;
        }
    }
    for category in known {
        let count = marked.remove(category.as_str()).unwrap_or_default();
        let field = format!("category-{category}");
        match count {
            0 => no.add("judging.category_without_panel", &field, "no panel marks this category"),
            1 => {}
            _ => no.add("judging.category_of_two_panels", &field, "two panels would mark this category"),
        }
    }
    if !marked.is_empty() {
        no.add("judging.category_unknown", "panels", "a panel names a category that the rule book does not have");
    }
    no.done()
}

async fn check_judges(act: &mut Act, edition: EditionId, panels: &[(usize, NewPanel)]) -> Result<(), Halt> {
    let today = day_in_vietnam(act.now());
    let holders = holders(act.db(), Role::Judge, Scope::Edition(edition), today).await?;
    let known: BTreeSet<AccountId> = holders.iter().map(|account| account.id).collect();
    let stranger = panels.iter().find(|(_, panel)| !panel.judges.is_subset(&known));
    match stranger {
        Some((place, _)) => {
            let field = format!("panel-{place}-judges");
            Err(Halt::refused("judging.not_a_judge", Some(&field), "an account does not hold the judge's role here"))
        }
        None => Ok(()),
    }
}

/// Nobody loses a sheet by a change of panels: it is ended first, with its reason. A round that is
/// only prepared is assigned anew instead. Says how many of its assignments went.
async fn keeps_whoever_marks(act: &mut Act, edition: &Edition, jury: &Jury) -> Result<usize, Halt> {
    let Some(round) = rounds::current_round(act.db(), edition.id).await? else {
        return Ok(0);
    };
    let assigned = assignments::assignments(act.db(), round.id).await?;
    let categories: BTreeMap<EntryId, CategoryCode> =
        rounds::entries(act.db(), round.id).await?.into_iter().map(|each| (each.entry, each.category)).collect();
    let sits = |each: &assignments::Assignment| {
        let category = categories.get(&each.entry).map_or("", |category| category.as_str());
        jury.panels.iter().any(|panel| panel.judges.contains(&each.judge) && panel.categories.contains(category))
    };
    let lost = assigned.iter().filter(|each| each.state.is_open() && !sits(each)).count();
    match round.step {
        RoundStep::Opened { .. } => Ok(0),
        RoundStep::Prepared if lost > 0 => {
            assignments::clear(act.db(), round.id).await?;
            Ok(assigned.len())
        }
        _ if lost > 0 => {
            let english = "a judge would lose sheets that stand";
            Err(Halt::refused("judging.judge_has_sheets", Some("panels"), english))
        }
        _ => Ok(0),
    }
}
