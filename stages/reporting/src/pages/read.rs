//! One report as the agency reads it, with what the system knew beside what the unit wrote.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Viewer, refused};
use hoithi_rules::ids::ReportId;
use hoithi_rules::people::Permission;
use hoithi_rules::reporting::{Answer, ReportForm};
use hoithi_store::Conn;
use hoithi_units::{Unit, unit};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::chosen::told;
use super::edition_for;
use super::later::{Later, LaterLine};
use super::said::{SaidLine, said};
use super::words::{self, Shown, many};
use crate::forms::form_of;
use crate::known::KnownFigures;
use crate::line::ReportLine;
use crate::operations::{self, Judge, Verdict};
use crate::store;

/// A report of that edition, for somebody who may do that in it.
pub(super) async fn report_for(
    db: &mut Conn,
    viewer: &Viewer,
    slug: &str,
    report: ReportId,
    permission: Permission,
) -> Result<(Edition, ReportLine), Halt> {
    let edition = edition_for(db, viewer, slug, permission).await?;
    let line = store::report_line(db, report).await?.filter(|line| line.edition == edition.id);
    Ok((edition, line.ok_or_else(Halt::not_found)?))
}

#[derive(Template)]
#[template(path = "reporting/read.html")]
struct ReadPage {
    page: Page,
    form: Form,
    edition: Edition,
    unit: Unit,
    line: ReportLine,
    asked: ReportForm,
    shown: Shown,
    may_judge: bool,
    /// The last day of its period, where that is closed.
    period_closed: Option<Date>,
    may_receive: bool,
    /// The later day that is asked for and why.
    asks_later: Option<String>,
    /// What was asked and said about a later day.
    later: Vec<LaterLine>,
    /// What was said of it so far.
    said: Vec<SaidLine>,
    /// Where that stands which the system counted, by the codes of figures.
    leads: BTreeMap<String, String>,
}

/// A figure as it is read.
struct FigureRead {
    label: String,
    value: String,
    /// What the system knew, where the unit wrote another figure.
    knew: String,
    known: bool,
    /// Where that stands which the system counted; empty where it is not known, or not for whoever reads.
    leads: String,
}

impl ReadPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        (viewer, known): (&Viewer, &dyn KnownFigures),
        (slug, report): (&str, ReportId),
        form: Form,
    ) -> Result<Self, Halt> {
        let (edition, line) = report_for(db, viewer, slug, report, Permission::CampaignView).await?;
        let unit = unit(db, line.request.unit).await?.ok_or_else(Halt::not_found)?;
        let asked = form_of(db, &line.form, &edition).await?;
        let summary = page.t("reporting-summary");
        let asked_by = if line.is_withdrawn() { String::new() } else { format!("?lan={}", line.occasion) };
        let period_closed = line.period_closed(&store::periods(db, edition.id).await?);
        let leads = asked.figures().filter_map(|figure| {
            let address = known.leads_to(figure.source.as_deref()?, (&edition, unit.id), viewer)?;
            Some((figure.code.clone(), address))
        });
        let leads: BTreeMap<String, String> = leads.collect();
        let later = Later::load(db, &line).await?;
        let wished = later.wished().filter(|_| form.given("later_to").is_none() && form.errors().is_empty());
        let form = match wished {
            Some(day) => form.with("later_to", page.day(day)),
            None => form,
        };
        Ok(Self {
            leads,
            asks_later: later
                .asks(&page)
                .filter(|_| !line.is_withdrawn() && line.answer().is_none_or(|answer| !answer.is_approved())),
            later: later.lines(&page),
            said: said(db, &page, report).await?,
            period_closed,
            shown: words::of_report(&page, &line, viewer.today),
            may_judge: period_closed.is_none() && viewer.may(Permission::ReportApprove, edition.place()),
            may_receive: period_closed.is_none() && viewer.may(Permission::ReportReceiveOnBehalf, edition.place()),
            page: page.named(unit.name.clone()).under(summary, format!("/ky/{slug}/tong-hop{asked_by}")),
            form: form.with("seen", line.version()),
            edition,
            unit,
            line,
            asked,
        })
    }

    fn came(&self) -> String {
        words::came(&self.page, &self.line)
    }

    fn here(&self) -> String {
        format!("/ky/{}/bao-cao/{}", self.edition.slug, self.line.request.id)
    }

    fn behalf(&self) -> String {
        format!("/ky/{}/tien-do/{}/bao-cao/{}", self.edition.slug, self.unit.id, self.line.origin)
    }

    fn figures(&self, answer: &Answer) -> Vec<FigureRead> {
        let given = &answer.given;
        let read = |column: hoithi_rules::reporting::Column| {
            let value = match given.figures.get(&column.code) {
                Some(value) => told(&self.page, &column, *value),
                // A question that nobody answered is told, or its silence would be taken for a no.
                None if column.asked => "–".to_owned(),
                None => return None,
            };
            let knew = given.changed(&column.code).map(|knew| many(&self.page, knew)).unwrap_or_default();
            let known = given.known.contains_key(&column.code);
            let leads = self.leads.get(&column.code).filter(|_| known).cloned().unwrap_or_default();
            Some(FigureRead { label: column.label, value, knew, known, leads })
        };
        self.asked.columns().into_iter().filter_map(read).collect()
    }

    /// What the form doubts of the figures; who reported said that they are right.
    fn doubts(&self, answer: &Answer) -> Vec<String> {
        answer.given.doubts(&self.asked).iter().map(|each| self.page.refusal(&refused(each))).collect()
    }

    fn texts(&self, answer: &Answer) -> Vec<(String, String)> {
        let read = |heading: &hoithi_rules::reporting::Heading| {
            answer.given.texts.get(&heading.code).map(|words| (heading.label.clone(), words.clone()))
        };
        self.asked.headings.iter().filter_map(read).collect()
    }

    fn waits(&self) -> bool {
        self.may_judge && self.line.answer().is_some_and(|answer| !answer.is_approved() && !answer.is_to_be_corrected())
    }

    /// Whether the agency may give it a later day.
    fn may_extend(&self) -> bool {
        self.may_judge && self.line.why_closed().is_none() && !self.approved()
    }

    /// Whether it can be approved only as an exception.
    fn paper_is_missing(&self) -> bool {
        !self.asked.without_paper && !self.line.has_paper()
    }

    fn approved(&self) -> bool {
        self.line.answer().is_some_and(Answer::is_approved)
    }

    fn may_reopen(&self) -> bool {
        self.may_judge && self.approved() && self.line.unasked.is_none()
    }
}

/// The page once more, with what was refused.
pub(super) async fn again(
    house: &House,
    page: Page,
    eyes: (&Viewer, &dyn KnownFigures),
    which: (&str, ReportId),
    form: Form,
) -> Result<Response, Halt> {
    html(&ReadPage::load(&mut house.read().await?, page, eyes, which, form).await?)
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(known): Extension<Arc<dyn KnownFigures>>,
    Path((slug, report)): Path<(String, ReportId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let eyes = (&viewer, known.as_ref());
    html(&ReadPage::load(&mut house.read().await?, page, eyes, (&slug, report), Form::new()).await?)
}

pub(super) async fn judge(
    State(house): State<House>,
    Extension(known): Extension<Arc<dyn KnownFigures>>,
    Path((slug, report)): Path<(String, ReportId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["seen", "verdict", "reason"])?;
    report_for(&mut house.read().await?, &viewer, &slug, report, Permission::ReportApprove).await?;
    let reason = form.raw("reason").to_owned();
    let verdict = form.choice("verdict", |word| match word {
        "approve" => Some((Verdict::Approve, "reporting-approved-now")),
        "unsigned" => Some((Verdict::ApproveUnsigned(reason.clone()), "reporting-approved-now")),
        "return" => Some((Verdict::GiveBack(reason.clone()), "reporting-returned-now")),
        "reopen" => Some((Verdict::Reopen(reason.clone()), "reporting-reopened-now")),
        _ => None,
    })?;
    let (verdict, flash) = verdict.ok_or_else(Halt::not_found)?;
    let command = Judge { request: report, seen: form.value("seen").parse().unwrap_or(0), verdict };
    let judged = house.acts.perform(viewer.actor(), move |act| Box::pin(operations::judge(act, command.clone()))).await;
    match judged {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/bao-cao/{report}"), flash)),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let eyes = (&viewer, known.as_ref());
            html(&ReadPage::load(&mut house.read().await?, page, eyes, (&slug, report), form).await?)
        }
    }
}
