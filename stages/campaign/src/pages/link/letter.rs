//! The letter itself, its confirmation, what it asks.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{Document, PaperView, answer_pdf, bases_of, document, serve_file, sheet_pdf};
use hoithi_journal::Halt;
use hoithi_people::Refusals;
use hoithi_reporting::ReportLine;
use hoithi_rules::campaign::{Task, TaskKind, TaskState};
use hoithi_rules::people::PersonName;
use hoithi_rules::text::{length, one_line};
use hoithi_store::Conn;
use hoithi_web::{Form, House, NetworkAddress, Page, Path, Posted, html, redirect, redirect_with_flash};

use super::{AnyHolder, Opened, opened, private};
use crate::called::called;
use crate::letter::TaskOrder;
use crate::links::{AcknowledgeByLink, acknowledge_by_link, follow_by_link, open_by_link};
use crate::pages::send::offered_tasks;
use crate::pages::words::{self, Shown};
use crate::recall::{Recalled, is_asked, recall_of, replacement_at};
use crate::refusal::CampaignRefusal;
use crate::reports::report_of_sending;
use crate::store;

#[derive(Template)]
#[template(path = "campaign/link.html")]
struct LinkPage {
    page: Page,
    form: Form,
    opened: Opened,
    paper: PaperView,
    /// What it asks; of a recalled letter what was answered, for nothing is to be done.
    tasks: Vec<TaskAt>,
    /// The report that the letter asks for, as long as it does.
    report: Option<(ReportLine, Shown)>,
    /// Why it is to be corrected, where it is.
    returned: Option<String>,
    publicity: usize,
    /// Whether it is asked of the unit still.
    asked: bool,
    recalled: Option<Recalled>,
    replacement: Option<Replacement>,
    /// Whom the directory has first.
    main: Option<String>,
    /// Whether a task asks for a contact, so that nothing else has to.
    asks_for_contact: bool,
    /// Whom the unit calls.
    agency: String,
}

/// The letter in the place of a recalled one.
struct Replacement {
    document: Document,
    /// Whether the unit has it, so that the link leads there.
    is_here: bool,
}

impl Replacement {
    async fn of(db: &mut Conn, opened: &Opened, recalled: Option<&Recalled>) -> Result<Option<Self>, Halt> {
        let Some(other) = recalled.and_then(|recalled| recalled.replaced_by) else { return Ok(None) };
        let is_here = replacement_at(db, recalled, opened.unit.id).await?.is_some();
        Ok(document(db, other).await?.map(|document| Self { document, is_here }))
    }
}

/// A task as the list shows it.
struct TaskAt {
    shown: Shown,
    title: String,
    hint: String,
    due: String,
    href: String,
}

impl TaskAt {
    fn of(page: &Page, opened: &Opened, (task, offered): (&Task, &[TaskOrder]), report: Option<&ReportLine>) -> Self {
        let shown = words::of_answer(page, task, report, opened.today);
        let heading = words::heading(page, task, offered);
        let called_off = matches!(task.state, TaskState::CalledOff { .. });
        // Until it is confirmed no page of the task's own is open: what it asks stands here.
        let words = Some(one_line(&task.text)).filter(|words| !opened.is_confirmed() && *words != heading.title);
        let under = joined([heading.under, words.unwrap_or_default()], ": ");
        let due = task.due.filter(|_| !called_off).map(|due| page.t1("campaign-due", "day", page.day(due)));
        let open = opened.is_confirmed() && !called_off;
        let href = open.then(|| format!("{}/{}", opened.address(), place_of(task, report)));
        Self {
            hint: joined([under, shown.days.clone()], " · "),
            title: heading.title,
            due: due.unwrap_or_default(),
            href: href.unwrap_or_default(),
            shown,
        }
    }
}

/// What is said of the two, in one line.
fn joined(said: [String; 2], between: &str) -> String {
    said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(between)
}

/// Where a task is answered: to be asked for a contact is to name one.
fn place_of(task: &Task, report: Option<&ReportLine>) -> String {
    if task.kind == TaskKind::DirectAndReport && report.is_some_and(|line| line.to_correct().is_some()) {
        return "bao-cao".to_owned();
    }
    if task.kind == TaskKind::NameContact && task.is_open() {
        return "dau-moi".to_owned();
    }
    format!("viec/{}", task.id)
}

impl LinkPage {
    async fn load(house: &House, page: Page, opened: Opened, form: Form) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let bases = bases_of(&mut db, opened.document.id).await?;
        let recalled = recall_of(&mut db, opened.document.id).await?;
        let mut tasks = store::tasks_of_sending(&mut db, opened.link.sending).await?;
        if recalled.is_some() {
            tasks.retain(|task| task.answered_at().is_some());
        }
        let offered = offered_tasks(house, &opened.edition, &opened.document);
        let report = report_of_sending(&mut db, opened.link.sending).await?.filter(|line| !line.is_withdrawn());
        let task_at = |task: &Task| TaskAt::of(&page, &opened, (task, offered.as_slice()), report.as_ref());
        let replacement = Replacement::of(&mut db, &opened, recalled.as_ref()).await?;
        let contacts = hoithi_contacts::contacts_on(&mut db, opened.today).await?.remove(&opened.unit.id);
        let asked = is_asked(&mut db, opened.document.id, opened.today).await?;
        let main = contacts.and_then(|known| known.into_iter().next());
        Ok(Self {
            asks_for_contact: tasks.iter().any(|task| task.kind == TaskKind::NameContact && task.is_open()),
            agency: called(&mut db, &opened.edition, opened.today).await?,
            tasks: tasks.iter().map(task_at).collect(),
            returned: report.as_ref().and_then(ReportLine::to_correct).filter(|_| asked).map(str::to_owned),
            report: report.map(|line| {
                let shown = words::of_report(&page, &line, opened.today);
                (line, shown)
            }),
            publicity: store::publicity_of_unit(&mut db, opened.edition.id, opened.unit.id).await?.len(),
            main: main.map(|main| joined([main.person.name.to_string(), main.person.position], ", ")),
            paper: PaperView::of(&opened.document, &bases),
            page: page.named(opened.document.content.subject.clone()),
            asked,
            recalled,
            replacement,
            form,
            opened,
        })
    }

    /// Whether there is anything beside the tasks: of a recalled letter only what was sent.
    fn has_more(&self) -> bool {
        self.recalled.is_none() || self.report.is_some() || self.publicity > 0
    }

    /// Whether the unit's publicity is led to: of a recalled letter only where there is some.
    fn leads_to_publicity(&self) -> bool {
        self.recalled.is_none() || self.publicity > 0
    }

    fn confirmed(&self) -> Option<String> {
        self.opened.sent.sending.acknowledgement().map(|each| words::confirmed(&self.page, each))
    }
}

pub(in crate::pages) async fn show(
    State(house): State<House>,
    from: NetworkAddress,
    Path(token): Path<String>,
    page: Page,
) -> Result<Response, Halt> {
    let opened = opened!(&house, &from, &page, token);
    let form = Form::new().with("by_name", known_name(&house, &opened).await?.unwrap_or_default());
    Ok(private(html(&LinkPage::load(&house, page, opened, form).await?)?))
}

/// Somebody clicks to read the letter itself, which programs that only look at an address do not.
pub(in crate::pages) async fn read(
    State(house): State<House>,
    from: NetworkAddress,
    Path(token): Path<String>,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["which"])?;
    let opened = opened!(&house, &from, &page, token);
    if opened.link.opened_at.is_none() {
        let token = opened.token.clone();
        house.acts.perform(opened.actor(), move |act| Box::pin(open_by_link(act, token.clone()))).await?;
    }
    let file = if posted.form.value("which") == "tep" { "tep" } else { "cong-van" };
    Ok(private(redirect(&format!("{}/{file}", opened.address()))))
}

/// On to the letter in the place of a recalled one, by a link of its own.
pub(in crate::pages) async fn follow(
    State(house): State<House>,
    from: NetworkAddress,
    Path(token): Path<String>,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let opened = opened!(&house, &from, &page, token);
    let token = opened.token.clone();
    let next = house.acts.perform(opened.actor(), move |act| Box::pin(follow_by_link(act, token.clone()))).await?;
    Ok(private(redirect(&format!("/lien-ket/{next}"))))
}

/// The name of whose link it is.
async fn known_name(house: &House, opened: &Opened) -> Result<Option<String>, Halt> {
    let Some(contact) = opened.link.contact else { return Ok(None) };
    let known = hoithi_contacts::contact(&mut house.read().await?, contact).await?;
    Ok(known.map(|known| known.person.name.to_string()))
}

pub(in crate::pages) async fn pdf(State(house): State<House>, AnyHolder(opened): AnyHolder) -> Result<Response, Halt> {
    let bases = bases_of(&mut house.read().await?, opened.document.id).await?;
    Ok(private(answer_pdf(sheet_pdf(&house, &opened.document, &bases).await?, "cong-van.pdf")))
}

pub(in crate::pages) async fn scan(State(house): State<House>, AnyHolder(opened): AnyHolder) -> Result<Response, Halt> {
    Ok(private(serve_file(&house, &opened.document.file.ok_or_else(Halt::not_found)?).await?))
}

pub(in crate::pages) async fn acknowledge(
    State(house): State<House>,
    from: NetworkAddress,
    Path(token): Path<String>,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["by_name", "position"])?;
    let opened = opened!(&house, &from, &page, token);
    let confirmed = match said(&form) {
        Ok((by_name, position)) => {
            let command = AcknowledgeByLink { token: opened.token.clone(), by_name, position };
            house.acts.perform(opened.actor(), move |act| Box::pin(acknowledge_by_link(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match confirmed {
        Ok(()) => Ok(private(redirect_with_flash(&house.site, &opened.address(), "campaign-acknowledged-now"))),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            Ok(private(html(&LinkPage::load(&house, page, opened, form).await?)?))
        }
    }
}

/// The longest position that a line of the proof still takes.
const LONGEST: usize = 200;

fn said(form: &Form) -> Result<(PersonName, String), Halt> {
    let mut no = Refusals::new();
    let name = no.keep("by_name", form.value("by_name").parse::<PersonName>());
    let position = one_line(form.value("position"));
    let fits = !position.is_empty() && length(&position) <= LONGEST;
    let position = no.keep("position", if fits { Ok(position) } else { Err(CampaignRefusal::Position) });
    match (name, position) {
        (Some(name), Some(position)) => Ok((name, position)),
        _ => Err(no.halt()),
    }
}
