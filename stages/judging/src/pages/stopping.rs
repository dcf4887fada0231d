//! `/ky/{slug}/vong/{round}/thoi-cham`: a judge who does not go on, and who stopped so far.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::AccountId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, name_order, redirect_with_flash};
use jiff::civil::Date;

use super::jury::names;
use super::{edition_of, round_of, under};
use crate::assignments::{self, Progress};
use crate::jury;
use crate::operations::{StopJudge, stop_judge};
use crate::rounds::{RoundCard, RoundStep};
use crate::stopped;

#[derive(Template)]
#[template(path = "judging/stopping.html")]
struct StoppingPage {
    page: Page,
    form: Form,
    slug: String,
    code: String,
    name: String,
    /// Whether judges mark now; before and after there is nothing to end.
    marking: bool,
    may_assign: bool,
    /// Judges with sheets that are not locked.
    people: Vec<(String, String)>,
    stopped: Vec<StoppedLine>,
}

struct StoppedLine {
    name: String,
    when: String,
    reason: String,
    paper: String,
}

async fn load(
    house: &House,
    viewer: &Viewer,
    page: Page,
    (slug, code): (String, String),
    form: Form,
) -> Result<StoppingPage, Halt> {
    let mut db = house.read().await?;
    let edition = edition_of(&mut db, &slug).await?;
    viewer.allowed(Permission::JudgeStop, edition.place())?;
    let card = round_of(&mut db, &edition, &code).await?;
    let page = under(page.titled("judging-stop"), &edition);
    Ok(StoppingPage {
        name: card.rule.name.clone(),
        marking: matches!(card.step, RoundStep::Marking { .. }),
        may_assign: viewer.may(Permission::JudgeAssign, edition.place()),
        people: people(&mut db, &page, &card).await?,
        stopped: stopped_so_far(&mut db, &page, &card).await?,
        page,
        form,
        slug,
        code,
    })
}

async fn people(db: &mut Conn, page: &Page, card: &RoundCard) -> Result<Vec<(String, String)>, Halt> {
    let (names, accounts) = (names(db).await?, jury::judges(db, card.edition).await?);
    let standing = assignments::assignments(db, card.id).await?;
    let line = |(judge, account): (&_, &AccountId)| {
        let mut progress = Progress::default();
        standing.iter().filter(|each| each.judge == *judge).for_each(|each| progress.add(each));
        let name = names.get(account).filter(|_| progress.left() > 0)?.to_string();
        let facts = [("name", name), ("left", progress.left().to_string()), ("locked", progress.locked.to_string())];
        Some((name_order(&facts[0].1), (account.to_string(), page.tx("judging-stop-choice", &facts))))
    };
    let mut people: Vec<_> = accounts.iter().filter_map(line).collect();
    people.sort();
    Ok(people.into_iter().map(|(_, choice)| choice).collect())
}

async fn stopped_so_far(db: &mut Conn, page: &Page, card: &RoundCard) -> Result<Vec<StoppedLine>, Halt> {
    let (names, accounts) = (names(db).await?, jury::judges(db, card.edition).await?);
    let name = |account: Option<&AccountId>| account.and_then(|account| names.get(account)).map(ToString::to_string);
    let mut stopped: Vec<_> = stopped::stopped(db, card.id).await?.into_values().collect();
    stopped.sort_by_key(|each| each.at);
    let line = |each: stopped::Stopped| {
        let facts = [("name", name(Some(&each.by)).unwrap_or_default()), ("when", page.instant(each.at))];
        StoppedLine {
            name: name(accounts.get(&each.judge)).unwrap_or_default(),
            when: page.tx("judging-stopped-by", &facts),
            reason: each.reason,
            paper: each.paper.map_or_else(String::new, |(number, day)| {
                page.tx("judging-stop-paper-line", &[("number", number), ("day", page.day(day))])
            }),
        }
    };
    Ok(stopped.into_iter().map(line).collect())
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
    form.only(&["judge", "reason", "paper_number", "paper_day"])?;
    let done = match said(&house, (&slug, &code), &form).await {
        Ok(command) => house.acts.perform(viewer.actor(), move |act| Box::pin(stop_judge(act, command.clone()))).await,
        Err(halt) => Err(halt),
    };
    match done {
        Ok(_) => {
            let to = format!("/ky/{slug}/vong/{code}/thoi-cham");
            Ok(redirect_with_flash(&house.site, &to, "judging-stopped-flash"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&load(&house, &viewer, page, (slug, code), form).await?)
        }
    }
}

async fn said(house: &House, (slug, code): (&str, &str), form: &Form) -> Result<StopJudge, Halt> {
    let mut db = house.read().await?;
    let edition = edition_of(&mut db, slug).await?;
    let round = round_of(&mut db, &edition, code).await?.id;
    let mut no = Refusals::new();
    let judge = form.value("judge").parse::<AccountId>().ok();
    if judge.is_none() {
        no.add("judging.judge_missing", "judge", "choose the judge");
    }
    let paper = paper(form, &mut no);
    if form.value("reason").trim().is_empty() {
        no.add("judging.stop_reason_missing", "reason", "say why the judge does not go on");
    }
    let Some(judge) = judge.filter(|_| no.is_empty()) else { return Err(no.halt()) };
    Ok(StopJudge { round, judge, reason: form.value("reason").to_owned(), paper })
}

/// Both of a paper or neither.
fn paper(form: &Form, no: &mut Refusals) -> Option<(String, Date)> {
    let (number, day) = (form.given("paper_number"), form.given("paper_day"));
    match (number, day.map(parse_day)) {
        (None, None) => None,
        (Some(number), Some(Some(day))) if number.chars().count() <= 40 => Some((number.to_owned(), day)),
        (_, Some(None)) => {
            no.add("judging.stop_paper_day", "paper_day", "this is no day");
            None
        }
        _ => {
            no.add("judging.stop_paper_whole", "paper_number", "a paper has its number and its day");
            None
        }
    }
}
