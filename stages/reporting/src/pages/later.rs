//! A later day for a report: the unit asks and takes back, the agency decides, both read what was done.

use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::{Halt, Refused};
use hoithi_people::{Viewer, account, refused};
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::ReportId;
use hoithi_rules::people::Permission;
use hoithi_rules::reporting::LaterKind;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Lang, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;
use uuid::Uuid;

use super::desk::Desk;
use super::own::{ReportPage, Seat};
use super::read;
use crate::known::{KnownFigures, MailWords, Origins};
use crate::line::ReportLine;
use crate::operations::{AskLater, DecideLater, What, ask_later, decide_later, withdraw_later};
use crate::refusal::ReportingRefusal;
use crate::store::{self, LaterStep};

type Known = Extension<Arc<dyn KnownFigures>>;
type Asked = Extension<Arc<dyn Origins>>;

/// What the unit's form of a later day has.
pub(super) const FIELDS: [&str; 3] = ["later_to", "later_why", "later"];

/// Everything that was done about a later day for one report.
pub(super) struct Later {
    steps: Vec<(LaterStep, String)>,
    /// What became of the last wish, where nobody answered it and nobody can any more.
    became: Option<&'static str>,
}

/// One line of it.
pub(super) struct LaterLine {
    pub(super) at: String,
    pub(super) what: String,
    pub(super) words: String,
    pub(super) who: String,
}

impl Later {
    pub(super) async fn load(db: &mut Conn, line: &ReportLine) -> Result<Self, Halt> {
        let mut steps = Vec::new();
        for step in store::later_of(db, line.request.id).await? {
            let who = account(db, step.by).await?.map(|known| known.name.to_string()).unwrap_or_default();
            steps.push((step, who));
        }
        let waits = store::later_wish(db, line.request.id).await?.is_some();
        let asked = steps.last().map(|(step, _)| step).filter(|step| !waits && step.kind == LaterKind::Asked);
        let became = asked.map(|step| became(line, step));
        Ok(Self { steps, became })
    }

    /// The wish that waits: nothing was said after it, and something still can be.
    fn wish(&self) -> Option<&LaterStep> {
        let last = self.steps.last().map(|(step, _)| step);
        last.filter(|step| step.kind == LaterKind::Asked && self.became.is_none())
    }

    pub(super) fn waits(&self) -> bool {
        self.wish().is_some()
    }

    /// The day that is asked for.
    pub(super) fn wished(&self) -> Option<Date> {
        self.wish().and_then(|step| step.day)
    }

    /// The same with its reason, in one sentence.
    pub(super) fn asks(&self, page: &Page) -> Option<String> {
        let wish = self.wish()?;
        let day = wish.day.map(|day| page.day(day)).unwrap_or_default();
        Some(page.tx("reporting-later-waits", &[("day", day), ("why", wish.words.clone())]))
    }

    pub(super) fn lines(&self, page: &Page) -> Vec<LaterLine> {
        let line = |(step, who): &(LaterStep, String)| {
            let named = page.tcode("reporting-later-step-", step.kind.code());
            let day = step.day.map(|day| page.day(day)).unwrap_or_default();
            // Whoever asks by a personal link has no account: the link itself is kept as who did it.
            let who = if who.is_empty() { page.tcode("reporting-way-", "link") } else { who.clone() };
            let what = format!("{named} {day}").trim_end().to_owned();
            LaterLine { at: page.instant(step.at), what, words: step.words.clone(), who }
        };
        let mut lines: Vec<LaterLine> = self.steps.iter().map(line).collect();
        if let (Some(last), Some(became)) = (lines.last_mut(), self.became) {
            last.what = format!("{}. {}", last.what, page.t(became));
        }
        lines
    }
}

/// What became of a wish that nobody said anything to and that waits no longer.
fn became(line: &ReportLine, wish: &LaterStep) -> &'static str {
    if wish.day.is_some_and(|day| day <= line.request.due) {
        return "reporting-later-met";
    }
    match line.answer() {
        Some(answer) if !answer.is_to_be_corrected() && !answer.late() => "reporting-later-on-time",
        _ => "reporting-later-moot",
    }
}

/// What the unit does about a later day, as it was typed.
pub(super) fn read_wish(form: &Form, report: ReportId) -> Result<What, Halt> {
    if form.checked("later", "withdraw") {
        return Ok(What::NotLater(report));
    }
    let to = day_in(form)?;
    Ok(What::Later(AskLater { request: report, to, reason: form.raw("later_why").to_owned() }))
}

fn day_in(form: &Form) -> Result<Date, Halt> {
    let field = Some("later_to".to_owned());
    let no = || Halt::Refused(vec![Refused { field, ..refused(&ReportingRefusal::Day) }]);
    parse_day(form.value("later_to")).ok_or_else(no)
}

/// What was refused, above the report as it is kept: the fields of a later day are another form than the report's.
pub(super) fn refused_wish(page: &Page, desk: &Desk, typed: &Form, halt: Halt) -> Result<Form, Halt> {
    let mut form = desk.filled();
    for field in ["later_to", "later_why"] {
        form = form.with(field, typed.raw(field));
    }
    form.keep_refusals(page, halt)?;
    Ok(form)
}

pub(super) async fn ask(
    State(house): State<House>,
    Extension(known): Known,
    Extension(origins): Asked,
    Path(origin): Path<Uuid>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&FIELDS)?;
    let sources = (known.as_ref(), origins.as_ref());
    let desk = Desk::of_unit(&house, sources, &viewer, origin, Permission::ReportSubmit).await?;
    let asked = match read_wish(&posted.form, desk.line.request.id) {
        Ok(what) => perform((&house, &viewer, &origins), what).await,
        Err(halt) => Err(halt),
    };
    match asked {
        Ok(says) => Ok(redirect_with_flash(&house.site, &desk.address(), says)),
        Err(halt) => {
            let form = refused_wish(&page, &desk, &posted.form, halt)?;
            html(&ReportPage::of(page, desk, form, Seat::Unit, viewer.today))
        }
    }
}

async fn perform(
    (house, viewer, origins): (&House, &Viewer, &Arc<dyn Origins>),
    what: What,
) -> Result<&'static str, Halt> {
    match what {
        What::Later(command) => {
            let origins = Arc::clone(origins);
            let done = house.acts.perform(viewer.actor(), move |act| {
                let (command, origins) = (command.clone(), Arc::clone(&origins));
                Box::pin(async move { ask_later(act, command, origins.as_ref()).await })
            });
            done.await?;
            Ok("reporting-later-asked-now")
        }
        What::NotLater(report) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(withdraw_later(act, report))).await?;
            Ok("reporting-later-withdrawn-now")
        }
        What::Draft(..) | What::Report(_) | What::Papers(_) => Err(Halt::not_found()),
    }
}

pub(super) async fn decide(
    State(house): State<House>,
    Extension(known): Known,
    Extension(origins): Asked,
    Path((slug, report)): Path<(String, ReportId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&FIELDS)?;
    let mut db = house.read().await?;
    let (edition, line) = read::report_for(&mut db, &viewer, &slug, report, Permission::ReportApprove).await?;
    let decided = match decision(&form, report) {
        Ok(command) => {
            let mail = decided_mail((&house, &mut db), origins.as_ref(), (&edition, &line), &command).await?;
            drop(db);
            decided((&house, &viewer, &origins), DecideLater { mail: Some(mail), ..command }).await
        }
        Err(halt) => {
            drop(db);
            Err(halt)
        }
    };
    match decided {
        Ok(says) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/bao-cao/{report}"), says)),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            read::again(&house, page, (&viewer, known.as_ref()), (&slug, report), form).await
        }
    }
}

fn decision(form: &Form, request: ReportId) -> Result<DecideLater, Halt> {
    let to = if form.checked("later", "decline") { None } else { Some(day_in(form)?) };
    Ok(DecideLater { request, to, words: form.raw("later_why").to_owned(), mail: None })
}

async fn decided(
    (house, viewer, origins): (&House, &Viewer, &Arc<dyn Origins>),
    command: DecideLater,
) -> Result<&'static str, Halt> {
    let says = if command.to.is_some() { "reporting-later-granted-now" } else { "reporting-later-declined-now" };
    let origins = Arc::clone(origins);
    let done = house.acts.perform(viewer.actor(), move |act| {
        let (command, origins) = (command.clone(), Arc::clone(&origins));
        Box::pin(async move { decide_later(act, command, origins.as_ref()).await })
    });
    done.await.map(|()| says)
}

/// What the unit is written, in the office's own language.
async fn decided_mail(
    (house, db): (&House, &mut Conn),
    origins: &dyn Origins,
    (edition, line): (&Edition, &ReportLine),
    command: &DecideLater,
) -> Result<MailWords, Halt> {
    let (subject, body) = match command.to {
        Some(_) => ("reporting-later-granted-mail-subject", "reporting-later-granted-mail"),
        None => ("reporting-later-declined-mail-subject", "reporting-later-declined-mail"),
    };
    let asked = origins.origin(db, line.origin).await?;
    let facts = [
        ("letter", asked.map(|asked| asked.title).unwrap_or_default()),
        ("day", hoithi_web::day(command.to.unwrap_or(line.request.due))),
        ("words", command.words.trim().to_owned()),
        ("edition", edition.title()),
    ];
    let say = |key: &str, facts: &[(&str, String)]| house.catalogue.text(Lang::Vi, key, facts);
    let with = |address: String| say(body, &[&facts[..], &[("address", address)]].concat());
    Ok(MailWords {
        subject: say(subject, &facts),
        body: with(format!("{}/don-vi/cong-viec/{}/bao-cao", house.site.public_url, line.origin)),
        personal: Some(with(origins.by_link(house))),
    })
}
