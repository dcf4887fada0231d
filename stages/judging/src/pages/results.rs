//! `/ky/{slug}/ket-qua-cham`: what an opened round brought, sheet by sheet.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::JudgeId;
use hoithi_rules::judging::{CriterionCode, Points, RoundRule, Rubric};
use hoithi_rules::people::Permission;
use hoithi_rules::screening::BlindCode;
use hoithi_store::Conn;
use hoithi_web::{Asked, House, Page, Path, html};

use super::jury::judges_names;
use super::{edition_of, points, round_of, under};
use crate::results::{EntryResult, RoundResults, SheetResult, results_of};
use crate::rounds;

#[derive(Template)]
#[template(path = "judging/results.html")]
struct ResultsPage {
    page: Page,
    slug: String,
    round: Option<RoundRule>,
    count: usize,
    /// The most a sheet can reach, in hundredths: the right end of the dots' scale.
    scale: i64,
    lines: Vec<Line>,
}

/// An entry among the results.
struct Line {
    /// The code without its hyphen, for addresses.
    address: String,
    blind_code: String,
    title: String,
    category: String,
    dots: Vec<i64>,
    /// Where the line of the result stands on the dots' scale.
    mark: i64,
    words: String,
    spread: String,
    result: String,
    notes: Vec<String>,
}

/// The results of the round in the address, or of the last one that was opened.
pub(super) async fn opened_results(
    db: &mut Conn,
    edition: &Edition,
    code: Option<&str>,
) -> Result<Option<Arc<RoundResults>>, Halt> {
    let card = match code {
        Some(code) => Some(round_of(db, edition, code).await?),
        None => rounds::rounds(db, edition.id).await?.into_iter().rfind(|card| card.step.is_opened()),
    };
    match card {
        Some(card) => Ok(results_of(db, card.id).await?),
        None => Ok(None),
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let asked = asked.only(&["vong"])?;
    let mut db = house.read().await?;
    let edition = edition_of(&mut db, &slug).await?;
    viewer.allowed(Permission::RankingView, edition.place())?;
    let results = opened_results(&mut db, &edition, asked.given("vong")).await?;
    let page = under(page.titled("judging-results"), &edition);
    html(&ResultsPage::of(page, &edition, slug, results.as_deref()))
}

impl ResultsPage {
    fn of(page: Page, edition: &Edition, slug: String, results: Option<&RoundResults>) -> Self {
        let mut entries: Vec<&EntryResult> = results.iter().flat_map(|results| &results.entries).collect();
        entries.sort_by(|a, b| b.result.exact.cmp(&a.result.exact).then_with(|| a.blind_code.cmp(&b.blind_code)));
        let rubric = results.map(|results| &results.marking.rubric);
        let lines = rubric.map(|rubric| entries.iter().map(|entry| line(&page, edition, rubric, entry)).collect());
        Self {
            slug,
            round: results.map(|results| results.round.rule.clone()),
            count: entries.len(),
            scale: rubric.map_or(1, |rubric| rubric.max().hundredths().max(1)),
            lines: lines.unwrap_or_default(),
            page,
        }
    }
}

fn line(page: &Page, edition: &Edition, rubric: &Rubric, entry: &EntryResult) -> Line {
    let category = edition.book.rules().category(entry.category.as_str());
    let totals: Vec<Points> = entry.sheets.iter().map(|sheet| sheet.total).collect();
    let words: Vec<String> = totals.iter().map(|total| points(page, *total)).collect();
    Line {
        address: entry.blind_code.as_str().to_owned(),
        blind_code: entry.blind_code.to_string(),
        title: entry.title.clone(),
        category: category.map_or_else(|| entry.category.to_string(), |known| known.name.clone()),
        dots: totals.iter().map(|total| total.hundredths()).collect(),
        mark: entry.result.rounded.hundredths().min(rubric.max().hundredths()),
        words: words.join("; "),
        spread: points(page, spread(&totals)),
        result: points(page, entry.result.rounded),
        notes: notes(page, rubric, entry),
    }
}

/// From the lowest sheet to the highest.
fn spread(totals: &[Points]) -> Points {
    match (totals.iter().max(), totals.iter().min()) {
        (Some(most), Some(least)) => Points::from_hundredths(most.hundredths() - least.hundredths()),
        _ => Points::ZERO,
    }
}

fn notes(page: &Page, rubric: &Rubric, entry: &EntryResult) -> Vec<String> {
    let name = |code: &CriterionCode| rubric.criterion(code).map_or_else(|| code.to_string(), |each| each.name.clone());
    let below = entry.result.below_minimum.iter().map(|code| page.t1("judging-below-minimum", "criterion", name(code)));
    let ended = entry.result.ended_by_zero.iter().map(|code| page.t1("judging-ended-by-zero", "criterion", name(code)));
    ended.chain(below).collect()
}

#[derive(Template)]
#[template(path = "judging/entry_result.html")]
struct EntryPage {
    page: Page,
    line: Line,
    sheets: Vec<SheetView>,
    rows: Vec<CriterionRow>,
}

struct SheetView {
    judge: String,
    total: String,
    left_out: bool,
    comment: String,
}

struct CriterionRow {
    name: String,
    max: String,
    marks: Vec<String>,
}

pub(super) async fn entry(
    State(house): State<House>,
    Path((slug, round, code)): Path<(String, String, String)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let mut db = house.read().await?;
    let edition = edition_of(&mut db, &slug).await?;
    viewer.allowed(Permission::RankingView, edition.place())?;
    let code: BlindCode = code.parse().map_err(|_| Halt::not_found())?;
    let results = opened_results(&mut db, &edition, Some(&round)).await?.ok_or_else(Halt::not_found)?;
    let entry = results.entries.iter().find(|each| each.blind_code == code).ok_or_else(Halt::not_found)?;
    let names = judges_names(&mut db, &edition).await?;
    let page = under(page.named(entry.title.clone()), &edition);
    let label = page.t("judging-results");
    let page = page.under(label, format!("/ky/{slug}/ket-qua-cham?vong={round}"));
    let rubric = &results.marking.rubric;
    let line = line(&page, &edition, rubric, entry);
    html(&EntryPage {
        sheets: entry.sheets.iter().map(|sheet| sheet_view(&page, entry, sheet, &names)).collect(),
        rows: rubric.criteria.iter().map(|each| row(&page, each, entry)).collect(),
        line,
        page,
    })
}

fn sheet_view(page: &Page, entry: &EntryResult, sheet: &SheetResult, names: &BTreeMap<JudgeId, String>) -> SheetView {
    SheetView {
        judge: names.get(&sheet.judge).cloned().unwrap_or_default(),
        total: points(page, sheet.total),
        left_out: entry.result.dropped.contains(&sheet.id),
        comment: sheet.comment.clone(),
    }
}

fn row(page: &Page, criterion: &hoithi_rules::judging::Criterion, entry: &EntryResult) -> CriterionRow {
    let mark = |sheet: &SheetResult| {
        sheet.marks.get(&criterion.code).map_or_else(|| "–".to_owned(), |mark| points(page, *mark))
    };
    CriterionRow {
        name: criterion.name.clone(),
        max: points(page, criterion.max),
        marks: entry.sheets.iter().map(mark).collect(),
    }
}
