//! `/ky/{slug}/vong/{round}/phan-cong`: giving entries to judges, and declarations of conflict.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_screening::{admitted, admitted_under};
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, name_order, redirect_with_flash};

use super::jury::names;
use super::recusal::{kind_of, kinds};
use super::{edition_of, points, under};
use crate::jury;
use crate::operations::{Assign, DeclareConflict, assign, declare_conflict};
use crate::results::results_of;
use crate::rounds::{self, RoundCard, RoundStep};
use crate::stopped::stopped;

#[derive(Template)]
#[template(path = "judging/assigning.html")]
struct AssigningPage {
    page: Page,
    form: Form,
    /// What was not done, where something was refused.
    deed: &'static str,
    slug: String,
    code: String,
    name: String,
    per_entry: usize,
    entries: usize,
    judges: usize,
    /// Entries of the round before, best first, where this is a later round being prepared.
    choices: Vec<(String, String)>,
    /// Whether the round is being marked and only gaps are filled.
    marking: bool,
    may_stop: bool,
    people: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
}

async fn load(
    house: &House,
    viewer: &Viewer,
    page: Page,
    (slug, code): (String, String),
    form: Form,
) -> Result<AssigningPage, Halt> {
    let mut db = house.read().await?;
    let edition = edition_of(&mut db, &slug).await?;
    viewer.allowed(Permission::JudgeAssign, edition.place())?;
    let marking = &edition.book.marking().ok_or_else(Halt::not_found)?.marking;
    let rule = marking.rounds.iter().find(|rule| rule.code == code).ok_or_else(Halt::not_found)?;
    let known = rounds::rounds(&mut db, edition.id).await?;
    let card = known.iter().find(|card| card.rule.code == code);
    let choices = choices(&mut db, &page, &known, &code).await?;
    let is_marked = card.is_some_and(|card| card.step != RoundStep::Prepared);
    let entries = match card.filter(|_| is_marked) {
        Some(card) => rounds::entries(&mut db, card.id).await?.len(),
        None => admitted(&mut db, edition.id).await?.len(),
    };
    let people = people(&mut db, &edition).await?;
    let gone = match card {
        Some(card) => stopped(&mut db, card.id).await?.len(),
        None => 0,
    };
    Ok(AssigningPage {
        name: rule.name.clone(),
        per_entry: marking.sheets_per_entry,
        judges: people.len().saturating_sub(gone),
        deed: "assign",
        kinds: kinds(&page),
        marking: is_marked,
        may_stop: is_marked && viewer.may(Permission::JudgeStop, edition.place()),
        page: under(page.titled("judging-assign"), &edition),
        form,
        slug,
        code,
        entries,
        choices: if is_marked { Vec::new() } else { choices },
        people,
    })
}

/// What may go on into a later round: the entries of the round before it, best first.
async fn choices(db: &mut Conn, page: &Page, known: &[RoundCard], code: &str) -> Result<Vec<(String, String)>, Halt> {
    let before = known.iter().take_while(|card| card.rule.code != code).last();
    let Some(before) = before else {
        return Ok(Vec::new());
    };
    let Some(results) = results_of(db, before.id).await? else {
        return Ok(Vec::new());
    };
    let mut entries: Vec<_> = results.entries.iter().collect();
    entries.sort_by(|a, b| b.result.exact.cmp(&a.result.exact).then_with(|| a.blind_code.cmp(&b.blind_code)));
    let word = |each: &crate::EntryResult| {
        format!("{} · {} · {}", points(page, each.result.rounded), each.blind_code, each.title)
    };
    Ok(entries.into_iter().map(|each| (each.entry.to_string(), word(each))).collect())
}

async fn people(db: &mut Conn, edition: &Edition) -> Result<Vec<(String, String)>, Halt> {
    let Some(jury) = jury::jury(db, edition.id).await? else {
        return Ok(Vec::new());
    };
    let (names, accounts) = (names(db).await?, jury::judges(db, edition.id).await?);
    let sitting = jury.judges();
    let judge = |account: &AccountId| Some((account.to_string(), names.get(account)?.to_string()));
    let mut people: Vec<_> = accounts
        .iter()
        .filter(|(judge, _)| sitting.contains(judge))
        .filter_map(|(_, account)| judge(account))
        .collect();
    people.sort_by_key(|(_, name)| name_order(name));
    Ok(people)
}

pub(super) async fn show(
    State(house): State<House>,
    Path(place): Path<(String, String)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&load(&house, &viewer, page, place, Form::new()).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, code)): Path<(String, String)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["entries", "all"])?;
    let edition = edition_of(&mut house.read().await?, &slug).await?;
    let done = match chosen(&form) {
        Ok(only) => {
            let command = Assign { edition: edition.id, round: code.clone(), only };
            house.acts.perform(viewer.actor(), move |act| Box::pin(assign(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(_) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/tien-do-cham"), "judging-assigned-flash")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&load(&house, &viewer, page, (slug, code), form).await?)
        }
    }
}

/// All admitted entries, or those that were ticked.
fn chosen(form: &Form) -> Result<Option<BTreeSet<EntryId>>, Halt> {
    if form.checked("all", "co") {
        return Ok(None);
    }
    let chosen: BTreeSet<EntryId> = form.values("entries").iter().filter_map(|id| id.parse().ok()).collect();
    if chosen.is_empty() {
        return Err(Halt::refused("judging.nothing_chosen", Some("entries"), "no entry was chosen for the round"));
    }
    Ok(Some(chosen))
}

pub(super) async fn declare(
    State(house): State<House>,
    Path((slug, code)): Path<(String, String)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["judge", "blind_code", "kind"])?;
    let done = match declaration(&house, &slug, &form).await {
        Ok(command) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(declare_conflict(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => {
            let to = format!("/ky/{slug}/vong/{code}/phan-cong");
            Ok(redirect_with_flash(&house.site, &to, "judging-conflict-recorded"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let assigning = load(&house, &viewer, page, (slug, code), form).await?;
            html(&AssigningPage { deed: "do", ..assigning })
        }
    }
}

async fn declaration(house: &House, slug: &str, form: &Form) -> Result<DeclareConflict, Halt> {
    let mut db = house.read().await?;
    let edition = edition_of(&mut db, slug).await?;
    let mut no = Refusals::new();
    let kind = no.absorb(kind_of(form))?;
    let judge = form.value("judge").parse::<AccountId>().ok();
    if judge.is_none() {
        no.add("judging.judge_missing", "judge", "choose the judge");
    }
    if form.given("blind_code").is_none() {
        no.add("judging.blind_code_missing", "blind_code", "write the entry's blind code");
    }
    let code = form.given("blind_code").and_then(|code| no.keep("blind_code", code.parse()));
    let entry = match &code {
        Some(code) => admitted_under(&mut db, edition.id, code).await?,
        None => None,
    };
    if entry.is_none() && no.is_empty() {
        no.add("judging.code_unknown", "blind_code", "no admitted entry has this code");
    }
    let (Some(judge), Some(entry), Some(kind)) = (judge, entry, kind) else {
        return Err(no.halt());
    };
    Ok(DeclareConflict { edition: edition.id, judge, entry, kind })
}
