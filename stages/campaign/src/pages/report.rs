//! A unit's report: by the unit, with what the system knows filled in, or entered by the agency.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{KeptFile, serve_file, take_file};
use hoithi_documents::FileKind;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuseAll, Refusals, Viewer};
use hoithi_rules::campaign::{Answer, Figure, Report, ReportForm};
use hoithi_rules::correspondence::Channel;
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::{SendingId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_units::{Unit, unit};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::desk::Work;
use super::edition_for;
use super::send::UnderKey;
use super::words::{self, Shown};
use crate::known::{KnownFigures, prefill};
use crate::operations::{OnPaper, SubmitReport, submit_report};
use crate::refusal::CampaignRefusal;
use crate::report::ReportLine;
use crate::store;

const FIELDS: [&str; 12] = [
    "documents_issued",
    "publicity_items",
    "people_reached",
    "entries_mobilised",
    "local_contest",
    "local_entries",
    "local_forwarded",
    "initiatives",
    "commendations",
    "difficulties",
    "proposals",
    "seen",
];

/// The figures of the form but for those of a local contest, which have their own place in it.
const FIGURES: [Figure; 6] = [
    Figure::DocumentsIssued,
    Figure::PublicityItems,
    Figure::PeopleReached,
    Figure::EntriesMobilised,
    Figure::Initiatives,
    Figure::Commendations,
];

#[derive(Template)]
#[template(path = "campaign/report.html")]
struct ReportPage {
    page: Page,
    form: Form,
    unit: Unit,
    line: ReportLine,
    shown: Shown,
    action: String,
    scan: String,
    /// Filled in by the system: field and value.
    known: Vec<(Figure, u64)>,
    /// The ways by which a report comes that the agency enters; empty on the unit's own form.
    ways: Vec<(String, String)>,
}

/// One figure's field.
struct FigureField {
    code: &'static str,
    label: String,
    hint: String,
}

impl ReportPage {
    fn figures(&self) -> Vec<FigureField> {
        FIGURES.into_iter().map(|figure| self.field(figure)).collect()
    }

    fn local_figures(&self) -> Vec<FigureField> {
        [Figure::LocalEntries, Figure::LocalForwarded].into_iter().map(|figure| self.field(figure)).collect()
    }

    fn field(&self, figure: Figure) -> FigureField {
        let known = self.known.iter().find(|(known, _)| *known == figure);
        let hint = match known {
            Some((_, value)) => {
                let value = self.page.number(i64::try_from(*value).unwrap_or(i64::MAX));
                self.page.t1("campaign-known-figure", "value", value)
            }
            None => String::new(),
        };
        FigureField { code: figure.code(), label: self.page.tcode("campaign-figure-", figure.code()), hint }
    }

    fn yes_no(&self) -> Vec<(String, String)> {
        vec![
            ("khong".to_owned(), self.page.t("campaign-local-not-held")),
            ("co".to_owned(), self.page.t("campaign-local-held")),
        ]
    }
}

/// Where a report is written: which duty, whose, and what is known.
struct Desk {
    unit: Unit,
    line: ReportLine,
    known: Vec<(Figure, u64)>,
}

impl Desk {
    async fn load(
        db: &mut Conn,
        known: &Arc<dyn KnownFigures>,
        edition: &Edition,
        unit: Unit,
        sending: SendingId,
    ) -> Result<Self, Halt> {
        let line = store::report_of_sending(db, sending).await?.ok_or_else(Halt::not_found)?;
        let entries = known.entries_of_unit(db, edition.id, unit.id).await?;
        let publicity = store::publicity_of_unit(db, edition.id, unit.id).await?;
        Ok(Self { unit, line, known: prefill(entries, &publicity) })
    }

    /// What stood in the last answer, or what the system knows.
    fn form(&self) -> Form {
        let form = Form::new().with("seen", self.line.version());
        match self.line.answer() {
            Some(answer) => filled(form, answer),
            None => self.known.iter().fold(form, |form, (figure, value)| form.with(figure.code(), value)).with(
                "local_contest",
                if self.known.iter().any(|(figure, _)| *figure == Figure::LocalEntries) { "co" } else { "khong" },
            ),
        }
    }
}

fn filled(form: Form, answer: &Answer) -> Form {
    let Report { figures, difficulties, proposals } = &answer.report;
    let form = form
        .with("documents_issued", figures.documents_issued)
        .with("publicity_items", figures.publicity_items)
        .with("people_reached", figures.people_reached)
        .with("entries_mobilised", figures.entries_mobilised)
        .with("initiatives", figures.initiatives)
        .with("commendations", figures.commendations)
        .with("difficulties", difficulties)
        .with("proposals", proposals);
    match figures.local_contest {
        Some(local) => form
            .with("local_contest", "co")
            .with("local_entries", local.entries)
            .with("local_forwarded", local.forwarded),
        None => form.with("local_contest", "khong"),
    }
}

fn report(form: &Form) -> Result<Report, Halt> {
    let fields = ReportForm {
        documents_issued: form.value("documents_issued"),
        publicity_items: form.value("publicity_items"),
        people_reached: form.value("people_reached"),
        entries_mobilised: form.value("entries_mobilised"),
        local_contest_held: form.checked("local_contest", "co"),
        local_entries: form.value("local_entries"),
        local_forwarded: form.value("local_forwarded"),
        initiatives: form.value("initiatives"),
        commendations: form.value("commendations"),
        difficulties: form.raw("difficulties"),
        proposals: form.raw("proposals"),
    };
    Report::parse(fields).or_refuse_all()
}

const SCANS: [FileKind; 3] = [FileKind::Pdf, FileKind::Png, FileKind::Jpeg];

/// What a posted form answers, every fault at its field.
fn answer(house: &House, posted: &Posted, line: &ReportLine, on_behalf: bool) -> Result<SubmitReport, Halt> {
    let form = &posted.form;
    let mut no = Refusals::new();
    let on_paper = if on_behalf { paper(form, &mut no).map(Some) } else { Some(None) };
    let report = no.absorb(report(form))?;
    let file: Option<Option<KeptFile>> = no.absorb(take_file(house, posted, "file", &SCANS))?;
    let seen = form.value("seen").parse().unwrap_or(0);
    match (report, on_paper, file, no.is_empty()) {
        (Some(report), Some(on_paper), Some(file), true) => {
            Ok(SubmitReport { request: line.request.id, seen, report, on_paper, file })
        }
        _ => Err(no.halt()),
    }
}

fn paper(form: &Form, no: &mut Refusals) -> Option<OnPaper> {
    let received = no.keep("received_on", parse_day(form.value("received_on")).ok_or(CampaignRefusal::Day));
    let how = Channel::told_from_code(form.value("how"));
    let how = no.keep("how", how.ok_or(CampaignRefusal::Channel));
    Some(OnPaper { received: received?, how: how? })
}

fn own_page(page: Page, work: &Work, desk: Desk, form: Form, today: jiff::civil::Date) -> ReportPage {
    ReportPage {
        shown: words::of_report(&page, &desk.line, today),
        page: work.crumbs(page.titled("campaign-report")),
        form,
        action: format!("{}/bao-cao", work.address()),
        scan: format!("{}/bao-cao/tep", work.address()),
        unit: desk.unit,
        line: desk.line,
        known: desk.known,
        ways: Vec::new(),
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(known): Extension<Arc<dyn KnownFigures>>,
    Path(id): Path<SendingId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let work = Work::load(&mut db, &viewer, id, Permission::ReportSubmit).await?;
    let desk = Desk::load(&mut db, &known, &work.edition, work.unit.clone(), id).await?;
    let form = desk.form();
    html(&own_page(page, &work, desk, form, viewer.today))
}

pub(super) async fn submit(
    State(house): State<House>,
    Extension(known): Extension<Arc<dyn KnownFigures>>,
    Path(id): Path<SendingId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&FIELDS)?;
    let mut db = house.read().await?;
    let work = Work::load(&mut db, &viewer, id, Permission::ReportSubmit).await?;
    let desk = Desk::load(&mut db, &known, &work.edition, work.unit.clone(), id).await?;
    drop(db);
    match handed_in(&house, &viewer, &posted, &desk.line, false).await {
        Ok(()) => Ok(redirect_with_flash(&house.site, &work.address(), "campaign-report-sent")),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&own_page(page, &work, desk, form, viewer.today))
        }
    }
}

async fn handed_in(
    house: &House,
    viewer: &Viewer,
    posted: &Posted,
    line: &ReportLine,
    on_behalf: bool,
) -> Result<(), Halt> {
    let command = answer(house, posted, line, on_behalf)?;
    house.acts.perform(viewer.actor(), move |act| Box::pin(submit_report(act, command.clone()))).await
}

pub(super) async fn scan(
    State(house): State<House>,
    Path(id): Path<SendingId>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    Work::load(&mut db, &viewer, id, Permission::SendingView).await?;
    let line = store::report_of_sending(&mut db, id).await?;
    drop(db);
    let file = line.and_then(|line| line.latest).and_then(|version| version.file);
    serve_file(&house, &file.ok_or_else(Halt::not_found)?).await
}

/// The agency's own path to a unit's report.
struct BehalfPath {
    slug: String,
    unit: UnitId,
    sending: SendingId,
}

impl BehalfPath {
    fn address(&self) -> String {
        format!("/ky/{}/tien-do/{}", self.slug, self.unit)
    }

    async fn desk(&self, db: &mut Conn, known: &Arc<dyn KnownFigures>, viewer: &Viewer) -> Result<Desk, Halt> {
        let edition = edition_for(db, viewer, &self.slug, Permission::ReportReceiveOnBehalf).await?;
        let sent = store::sending(db, self.sending).await?;
        sent.filter(|sent| sent.edition == edition.id && sent.sending.unit == self.unit).ok_or_else(Halt::not_found)?;
        let unit = unit(db, self.unit).await?.ok_or_else(Halt::not_found)?;
        Desk::load(db, known, &edition, unit, self.sending).await
    }

    fn page(&self, page: Page, desk: Desk, form: Form, today: jiff::civil::Date) -> ReportPage {
        let ways = Channel::TOLD.iter();
        let board = format!("/ky/{}/tien-do", self.slug);
        ReportPage {
            ways: ways.map(|way| (way.code().to_owned(), page.tcode("campaign-way-", way.code()))).collect(),
            shown: words::of_report(&page, &desk.line, today),
            page: page
                .titled("campaign-report-receive")
                .under_key("campaign-board", &board)
                .under(desk.unit.name.clone(), self.address()),
            form,
            action: format!("{}/bao-cao/{}", self.address(), self.sending),
            scan: format!("{}/bao-cao/{}/tep", self.address(), self.sending),
            unit: desk.unit,
            line: desk.line,
            known: desk.known,
        }
    }
}

pub(super) async fn show_on_behalf(
    State(house): State<House>,
    Extension(known): Extension<Arc<dyn KnownFigures>>,
    Path((slug, unit, sending)): Path<(String, UnitId, SendingId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let path = BehalfPath { slug, unit, sending };
    let desk = path.desk(&mut house.read().await?, &known, &viewer).await?;
    let form = desk.form().with("received_on", hoithi_web::day(viewer.today)).with("how", Channel::Paper.code());
    html(&path.page(page, desk, form, viewer.today))
}

pub(super) async fn receive(
    State(house): State<House>,
    Extension(known): Extension<Arc<dyn KnownFigures>>,
    Path((slug, unit, sending)): Path<(String, UnitId, SendingId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[&FIELDS[..], &["received_on", "how"]].concat())?;
    let path = BehalfPath { slug, unit, sending };
    let desk = path.desk(&mut house.read().await?, &known, &viewer).await?;
    match handed_in(&house, &viewer, &posted, &desk.line, true).await {
        Ok(()) => Ok(redirect_with_flash(&house.site, &path.address(), "campaign-report-received")),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&path.page(page, desk, form, viewer.today))
        }
    }
}
