//! A unit that has ended: each of its open tasks and reports goes to the successor that a person names. Where all of
//! the unit came to one successor, that one is proposed.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_reporting::ReportLine;
use hoithi_rules::campaign::Task;
use hoithi_rules::ids::{ReportId, TaskId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_units::{Link, Unit, sole_successor, successors};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::edition_for;
use super::send::UnderKey;
use super::words;
use crate::operations::{HandOver, hand_over};
use crate::refusal::CampaignRefusal;
use crate::reports::report_of_sending;
use crate::store;

#[derive(Template)]
#[template(path = "campaign/succession.html")]
struct SuccessionPage {
    page: Page,
    form: Form,
    slug: String,
    unit: Unit,
    tasks: Vec<Task>,
    reports: Vec<ReportLine>,
    /// The units that came after it, with how much of it each took.
    choices: Vec<(String, String)>,
}

impl SuccessionPage {
    async fn load(db: &mut Conn, page: Page, edition: &Edition, of: UnitId, form: Form) -> Result<Self, Halt> {
        let unit = hoithi_units::unit(db, of).await?.ok_or_else(Halt::not_found)?;
        let links = successors(db, of).await?;
        let (tasks, reports) = open_work(db, edition, of).await?;
        let whole = sole_successor(&links);
        // A report that came stays where it was written, unless a person says otherwise.
        let open: Vec<ReportLine> = reports.iter().filter(|line| line.request.is_open()).cloned().collect();
        let form = fields(&tasks, &open).iter().fold(form, |form, field| match whole {
            Some(to) if form.given(field).is_none() => form.with(field, to),
            _ => form,
        });
        let board = format!("/ky/{}/tien-do", edition.slug);
        let choice = |link: &Link| {
            let facts = [("unit", link.unit.name.clone()), ("extent", page.tcode("units-extent-", link.extent))];
            (link.unit.id.to_string(), page.tx("campaign-successor", &facts))
        };
        Ok(Self {
            choices: links.iter().map(choice).collect(),
            page: page
                .clone()
                .titled("campaign-succession")
                .under_key("campaign-board", &board)
                .under(unit.name.clone(), format!("{board}/{of}")),
            slug: edition.slug.to_string(),
            form,
            unit,
            tasks,
            reports,
        })
    }

    fn here(&self) -> String {
        format!("/ky/{}/tien-do/{}/ke-thua", self.slug, self.unit.id)
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn field(&self, task: &Task) -> String {
        field(task.id)
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn report_field(&self, line: &ReportLine) -> String {
        report_field(line.request.id)
    }

    fn is_empty(&self) -> bool {
        self.tasks.is_empty() && self.reports.is_empty()
    }

    fn report_label(&self, line: &ReportLine) -> String {
        let due = self.page.t1("campaign-due", "day", self.page.day(line.request.due));
        format!("{} ({due})", self.page.t("campaign-report"))
    }

    /// What stands for no successor: of what came already, that it stays.
    fn report_empty(&self, line: &ReportLine) -> String {
        self.page.t(if line.request.is_open() { "campaign-choose" } else { "campaign-succession-stays" })
    }

    fn label(&self, task: &Task) -> String {
        let due = words::due(&self.page, task);
        let title = words::title(&self.page, task);
        if due.is_empty() { title } else { format!("{title} ({})", self.page.t1("campaign-due", "day", due)) }
    }
}

fn field(task: TaskId) -> String {
    format!("to_{task}")
}

fn report_field(report: ReportId) -> String {
    format!("to_report_{report}")
}

fn fields(tasks: &[Task], reports: &[ReportLine]) -> Vec<String> {
    let tasks = tasks.iter().map(|task| field(task.id));
    tasks.chain(reports.iter().map(|line| report_field(line.request.id))).collect()
}

/// What the unit still owes: tasks that are open, reports that are not approved.
pub(super) async fn open_work(
    db: &mut Conn,
    edition: &Edition,
    of: UnitId,
) -> Result<(Vec<Task>, Vec<ReportLine>), Halt> {
    let (mut tasks, mut reports) = (Vec::new(), Vec::new());
    for sent in store::sendings_to(db, of).await? {
        if sent.edition == edition.id {
            tasks.extend(store::tasks_of_sending(db, sent.sending.id).await?.into_iter().filter(Task::is_open));
            let report = report_of_sending(db, sent.sending.id).await?;
            reports.extend(report.filter(|line| line.request.is_still_owed()));
        }
    }
    Ok((tasks, reports))
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, of)): Path<(String, UnitId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::LetterSend).await?;
    html(&SuccessionPage::load(&mut db, page, &edition, of, Form::new()).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, of)): Path<(String, UnitId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::LetterSend).await?;
    let (tasks, reports) = open_work(&mut db, &edition, of).await?;
    let known = fields(&tasks, &reports);
    form.only(&known.iter().map(String::as_str).collect::<Vec<_>>())?;
    drop(db);
    let handed = match read(&form, &tasks, &reports) {
        Ok((tasks, reports)) => {
            let command = HandOver { edition: edition.id, from: of, tasks, reports };
            house.acts.perform(viewer.actor(), move |act| Box::pin(hand_over(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match handed {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/tien-do/{of}"), "campaign-handed-over")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&SuccessionPage::load(&mut house.read().await?, page, &edition, of, form).await?)
        }
    }
}

/// To whom each task and each report goes.
type Named = (Vec<(TaskId, UnitId)>, Vec<(ReportId, UnitId)>);

/// Every task and every report that is waited for has its successor, or says that it lacks one.
fn read(form: &Form, tasks: &[Task], reports: &[ReportLine]) -> Result<Named, Halt> {
    let mut no = Refusals::new();
    let (mut of_tasks, mut of_reports) = (Vec::new(), Vec::new());
    for task in tasks {
        of_tasks.extend(named(form, &field(task.id), &mut no).map(|to| (task.id, to)));
    }
    for ReportLine { request, .. } in reports {
        let field = report_field(request.id);
        // What came already may stay where it was written, to be approved there.
        if request.is_open() || form.given(&field).is_some() {
            of_reports.extend(named(form, &field, &mut no).map(|to| (request.id, to)));
        }
    }
    no.done()?;
    Ok((of_tasks, of_reports))
}

fn named(form: &Form, field: &str, no: &mut Refusals) -> Option<UnitId> {
    no.keep(field, form.given(field).and_then(|text| text.parse().ok()).ok_or(CampaignRefusal::NoSuccessor))
}
