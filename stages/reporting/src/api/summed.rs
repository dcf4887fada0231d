//! `/api/v1/reports/summary`: the sums for programs, as the page of the consolidated report adds them up.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use hoithi_edition::{Edition, asked_edition};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::{ReportId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_rules::reporting::{Column, GroupSum, Sums};
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Json};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::choice::{Choice, Grouping, Span};
use crate::forms::FormKey;
use crate::store;
use crate::summary::{Heap, Sheet, Summary, summary};

/// What was chosen, added up. Only what is approved counts; what came and is not approved stands beside it.
#[derive(Serialize, ToSchema)]
pub(crate) struct SummaryAnswer {
    /// The form that these reports stand on, `code.version`; none while nothing was asked.
    form: Option<String>,
    /// Forms of reports that were chosen and are not in these sums.
    other_forms: Vec<String>,
    columns: Vec<ColumnAnswer>,
    top: GroupAnswer,
    groups: Vec<GroupAnswer>,
    /// Reports of units for which another one counts.
    #[schema(value_type = Vec<String>)]
    beside: Vec<ReportId>,
    /// Reports on whose ground other reports stand that are added up beside them: a district and its communes.
    #[schema(value_type = Vec<String>)]
    doubled: Vec<ReportId>,
}

/// What a code of the form stands for.
#[derive(Serialize, ToSchema)]
pub(crate) struct ColumnAnswer {
    code: String,
    label: String,
    /// Whether it is added up at all.
    added_up: bool,
    /// Whether it is a question, of which those that say yes are counted.
    yes_or_no: bool,
}

/// The reports of one group of units, or of all.
#[derive(Serialize, ToSchema)]
pub(crate) struct GroupAnswer {
    /// `all`, `unit`, `level`, `cluster`, `unclustered`, `several`, `elsewhere`.
    kind: &'static str,
    #[schema(value_type = Option<String>)]
    unit: Option<UnitId>,
    /// The unit's or the cluster's name, the level's code.
    name: Option<String>,
    asked: usize,
    /// Units that reported: approved, or sent and waiting for the agency's word.
    reported: usize,
    /// Reports given back or opened again, which are not reported until they are sent again; their figures stand
    /// among the open ones.
    returned: usize,
    /// Units that reported after their day.
    late: usize,
    approved: SumsAnswer,
    open: SumsAnswer,
    /// Units that have not reported.
    #[schema(value_type = Vec<String>)]
    missing: Vec<UnitId>,
}

/// Figures added up.
#[derive(Serialize, ToSchema)]
pub(crate) struct SumsAnswer {
    /// From how many reports.
    reports: usize,
    /// By the codes of the columns.
    figures: BTreeMap<String, AddedAnswer>,
}

/// One figure added up.
#[derive(Serialize, ToSchema)]
pub(crate) struct AddedAnswer {
    sum: u64,
    /// How many reports have the figure.
    reports: usize,
}

impl From<Summary> for SummaryAnswer {
    fn from(summary: Summary) -> Self {
        let Summary { sum, form, other_forms, columns, beside, doubled, .. } = summary;
        let group = |heap: Option<Heap>, group: GroupSum| GroupAnswer::of(heap, group, &columns);
        Self {
            form: form.as_ref().map(Sheet::code),
            other_forms: other_forms.iter().map(Sheet::code).collect(),
            top: group(None, sum.top),
            groups: sum.groups.into_iter().map(|(heap, sums)| group(Some(heap), sums)).collect(),
            beside: beside.iter().map(|unit| unit.line.request.id).collect(),
            doubled: doubled.iter().map(|each| each.above.line.request.id).collect(),
            columns: columns.iter().map(ColumnAnswer::from).collect(),
        }
    }
}

impl From<&Column> for ColumnAnswer {
    fn from(column: &Column) -> Self {
        let (code, label) = (column.code.clone(), column.label.clone());
        Self { code, label, added_up: column.rolls_up, yes_or_no: column.asked }
    }
}

impl GroupAnswer {
    fn of(heap: Option<Heap>, group: GroupSum, columns: &[Column]) -> Self {
        let (kind, unit, name) = match heap {
            None => ("all", None, None),
            Some(Heap::At(_, name, unit)) => ("unit", Some(unit), Some(name)),
            Some(Heap::Level(level)) => ("level", None, Some(level.code().to_owned())),
            Some(Heap::Cluster(name)) => ("cluster", None, Some(name)),
            Some(Heap::Unclustered) => ("unclustered", None, None),
            Some(Heap::Several) => ("several", None, None),
            Some(Heap::Elsewhere) => ("elsewhere", None, None),
        };
        Self {
            kind,
            unit,
            name,
            asked: group.asked,
            reported: group.answered(),
            returned: group.returned,
            late: group.late,
            approved: SumsAnswer::of(&group.approved, columns),
            open: SumsAnswer::of(&group.open, columns),
            missing: group.missing,
        }
    }
}

impl SumsAnswer {
    /// What is not added up is not told as a sum.
    fn of(sums: &Sums, columns: &[Column]) -> Self {
        let added = columns.iter().filter(|column| column.rolls_up).filter_map(|column| {
            let added = sums.figures.get(&column.code)?;
            Some((column.code.clone(), AddedAnswer { sum: added.sum, reports: added.reports }))
        });
        Self { reports: sums.reports, figures: added.collect() }
    }
}

/// By what units are put together, in the words of programs.
fn grouping(word: &str) -> Option<Grouping> {
    Some(match word {
        "unit" => Grouping::Unit,
        "district" => Grouping::District,
        "cluster" => Grouping::Cluster,
        "commune" => Grouping::Commune,
        "province" => Grouping::Province,
        "level" => Grouping::Level,
        _ => return None,
    })
}

/// Which reports: of one letter, of one period, or all.
async fn span(db: &mut Conn, edition: &Edition, form: &Form) -> Result<Span, Halt> {
    let occasions = store::occasions_of(db, edition.id).await?;
    let letter =
        form.choice("letter", |id| id.parse::<Uuid>().ok().filter(|id| occasions.iter().any(|each| each.id == *id)))?;
    let periods = store::periods(db, edition.id).await?;
    let of_day = |day: &str| periods.iter().find(|period| period.last.to_string() == day).cloned();
    match (letter, form.choice("period", of_day)?) {
        (None, None) => Ok(Span::All),
        (Some(letter), None) => Ok(Span::Occasion(letter)),
        (None, Some(period)) => Ok(Span::Period(period)),
        (Some(_), Some(_)) => Err(Halt::refused("web.unknown_value", Some("period"), "choose a letter or a period")),
    }
}

/// The sums of an edition's reports: reports of one form, one of each unit.
#[utoipa::path(
    get, path = "/api/v1/reports/summary", operation_id = "reports_summary", tag = "reports",
    params(
        ("edition" = String, Query, description = "the edition's slug"),
        ("letter" = Option<String>, Query, description = "only what this letter asked for: its document"),
        ("period" = Option<String>, Query, description = "only what fell due in the period that ends on this day"),
        ("form" = Option<String>, Query, description = "`code.version`; the edition's own where none is given"),
        ("group" = Option<String>, Query, description = "unit, district, cluster, commune, province, level")
    ),
    responses((status = 200, body = SummaryAnswer), (status = 403, description = "not an organiser"))
)]
pub(crate) async fn sums(State(house): State<House>, viewer: Viewer, asked: Asked) -> Result<Response, Halt> {
    let asked = asked.only(&["edition", "letter", "period", "form", "group"])?;
    let mut db = house.read().await?;
    let edition = asked_edition(&mut db, &asked).await?;
    viewer.allowed(Permission::CampaignView, edition.place())?;
    let choice = Choice {
        span: span(&mut db, &edition, &asked).await?,
        form: asked.choice("form", FormKey::from_address)?,
        grouping: asked.choice("group", grouping)?.unwrap_or_default(),
    };
    let wanted = choice.form.clone();
    let summary = summary(&mut db, &edition, choice, viewer.today).await?;
    let holds = |key: &FormKey| summary.form.as_ref().is_some_and(|sheet| sheet.keys.contains(key));
    if wanted.as_ref().is_some_and(|key| !holds(key)) {
        return Err(Halt::refused("web.unknown_value", Some("form"), "no report that was chosen stands on this form"));
    }
    Ok(Json(SummaryAnswer::from(summary)).into_response())
}
