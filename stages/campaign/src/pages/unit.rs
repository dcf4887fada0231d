//! One unit as the agency sees it: what it got, did, showed and reported.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{Document, document, serve_file};
use hoithi_edition::Edition;
use hoithi_journal::{Act, Halt};
use hoithi_people::{Refusals, Viewer};
use hoithi_reporting::{ReportLine, later_wish};
use hoithi_rules::campaign::{Task, TaskState};
use hoithi_rules::correspondence::{Acknowledgement, Channel};
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::{PublicityId, SendingId, TaskId, UnitId};
use hoithi_rules::people::{Permission, PersonName};
use hoithi_store::Conn;
use hoithi_units::Unit;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::edition_for;
use super::send::UnderKey;
use super::words::{self, Shown};
use crate::letter::SentTo;
use crate::links::{OriginAbout, Origins, origins_of};
use crate::operations::{Acknowledge, acknowledge, instant_of};
use crate::publicity::{PublicityLine, PublicityTally};
use crate::recall::is_asked;
use crate::refusal::CampaignRefusal;
use crate::reports::report_of_sending;
use crate::store::{self, Step};

#[derive(Template)]
#[template(path = "campaign/unit.html")]
struct UnitPage {
    page: Page,
    form: Form,
    slug: String,
    unit: Unit,
    letters: Vec<LetterOf>,
    publicity: Vec<PublicityLine>,
    ways: Vec<(String, String)>,
    may_confirm: bool,
    may_receive: bool,
    /// Whether the unit has ended, and the viewer may hand its tasks over.
    may_hand_over: bool,
}

/// One letter at this unit with everything it asked.
struct LetterOf {
    sent: SentTo,
    document: Document,
    shown: Shown,
    tasks: Vec<(Task, Shown)>,
    report: Option<(ReportLine, Shown)>,
    origins: Origins,
    /// Which of its tasks wait for a later day.
    wishes: BTreeMap<TaskId, Step>,
    /// Until when the unit asks for time for its report.
    report_wish: Option<Date>,
    /// Whether it is still asked.
    open: bool,
}

impl LetterOf {
    /// Whether the confirmation came with a paper that was scanned.
    fn has_scan(&self) -> bool {
        self.is_scanned(OriginAbout::Acknowledgement)
    }

    /// The same of a task's answer.
    fn has_scan_of(&self, task: &Task) -> bool {
        self.is_scanned(OriginAbout::Task(task.id))
    }

    fn is_scanned(&self, about: OriginAbout) -> bool {
        self.origins.get(about).is_some_and(|origin| origin.file.is_some())
    }
}

impl UnitPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        viewer: &Viewer,
        edition: &Edition,
        id: UnitId,
        form: Form,
    ) -> Result<Self, Halt> {
        let unit = hoithi_units::unit(db, id).await?.ok_or_else(Halt::not_found)?;
        let mut letters = Vec::new();
        for sent in store::sendings_to(db, id).await? {
            if sent.edition == edition.id {
                letters.push(letter_of(db, &page, sent, viewer.today).await?);
            }
        }
        if letters.is_empty() {
            return Err(Halt::not_found());
        }
        let board = format!("/ky/{}/tien-do", edition.slug);
        Ok(Self {
            ways: Channel::TOLD
                .iter()
                .map(|way| (way.code().to_owned(), page.tcode("campaign-way-", way.code())))
                .collect(),
            may_confirm: viewer.may(Permission::SendingAcknowledgeOnBehalf, edition.place()),
            may_receive: viewer.may(Permission::ReportReceiveOnBehalf, edition.place()),
            may_hand_over: unit.valid_to.is_some_and(|last| last < viewer.today)
                && viewer.may(Permission::LetterSend, edition.place()),
            publicity: store::publicity_of_unit(db, edition.id, id).await?,
            page: page.named(unit.name.clone()).under_key("campaign-board", &board),
            slug: edition.slug.to_string(),
            form,
            unit,
            letters,
        })
    }

    fn answer(&self, task: &Task) -> String {
        match &task.state {
            TaskState::Done { evidence, .. } => evidence.text.clone(),
            TaskState::NothingToReport { reason, .. } | TaskState::CalledOff { reason, .. } => reason.clone(),
            TaskState::Assigned | TaskState::Accepted { .. } => match task.due {
                Some(due) => self.page.t1("campaign-due", "day", self.page.day(due)),
                None => words::due(&self.page, task),
            },
        }
    }

    /// The later day that the unit asks for.
    fn wish(&self, letter: &LetterOf, task: &Task) -> Option<String> {
        let day = letter.wishes.get(&task.id)?.day?;
        Some(self.page.t1("campaign-wish-waits", "day", self.page.day(day)))
    }

    /// The same for its report.
    fn report_wish(&self, letter: &LetterOf) -> Option<String> {
        letter.report_wish.map(|day| self.page.t1("campaign-wish-waits", "day", self.page.day(day)))
    }

    fn title(&self, task: &Task) -> String {
        words::title(&self.page, task)
    }

    fn opened(&self, letter: &LetterOf) -> String {
        letter.sent.opened_at.map_or_else(|| self.page.t("campaign-not-opened"), |at| self.page.instant(at))
    }

    /// By which way an answer came that nobody of the unit signed in for.
    fn task_origin(&self, letter: &LetterOf, task: &Task) -> Option<String> {
        self.origin(letter, OriginAbout::Task(task.id))
    }

    fn origin(&self, letter: &LetterOf, about: OriginAbout) -> Option<String> {
        letter.origins.get(about).map(|origin| words::origin(&self.page, origin))
    }

    /// The same of the report's version that stands.
    fn report_origin(&self, letter: &LetterOf, line: &ReportLine) -> Option<String> {
        self.origin(letter, OriginAbout::Report(line.version()))
    }

    /// The same of a piece of publicity, whichever letter it came with.
    fn origin_of_piece(&self, line: &PublicityLine) -> Option<String> {
        self.letters.iter().find_map(|letter| self.origin(letter, OriginAbout::Publicity(line.id)))
    }

    fn confirmed(&self, each: &Acknowledgement) -> String {
        words::confirmed(&self.page, each)
    }

    /// When a report came, and by which way.
    fn came(&self, line: &ReportLine) -> Option<String> {
        let (answer, version) = (line.answer()?, line.latest.as_ref()?);
        let at = words::came(&self.page, version.how, answer.at);
        Some(format!("{at} ({})", self.page.tcode("campaign-way-", version.how.code())))
    }

    fn about(&self, line: &PublicityLine) -> String {
        words::about(&self.page, &line.item)
    }

    fn tone(line: &PublicityLine) -> &'static str {
        words::tone_of_check(&line.check)
    }

    /// How much of its publicity counts.
    fn says(&self) -> String {
        let PublicityTally { confirmed, waiting, returned } = PublicityTally::of(&self.publicity);
        let facts = [("confirmed", confirmed), ("waiting", waiting), ("returned", returned)];
        self.page.tx("campaign-publicity-tally", &facts.map(|(name, count)| (name, count.to_string())))
    }

    fn here(&self) -> String {
        format!("/ky/{}/tien-do/{}", self.slug, self.unit.id)
    }
}

async fn letter_of(db: &mut Conn, page: &Page, sent: SentTo, today: Date) -> Result<LetterOf, Halt> {
    let document = document(db, sent.sending.document).await?.ok_or_else(Halt::not_found)?;
    let tasks = store::tasks_of_sending(db, sent.sending.id).await?;
    let report = report_of_sending(db, sent.sending.id).await?;
    let open = is_asked(db, sent.sending.document, today).await?;
    let report_wish = match report.as_ref().filter(|_| open) {
        Some(line) => later_wish(db, line.request.id).await?.map(|wish| wish.day),
        None => None,
    };
    let with_word = |task: Task| {
        let shown = if task.is_open() && !open { words::called_off(page) } else { words::of_task(page, &task, today) };
        (task, shown)
    };
    let awaited = open || sent.is_acknowledged();
    Ok(LetterOf {
        shown: if awaited { words::of_sending(page, &sent) } else { words::called_off(page) },
        tasks: tasks.into_iter().map(with_word).collect(),
        report: report.map(|line| (line.clone(), words::of_report(page, &line, today))),
        origins: origins_of(db, sent.sending.id).await?,
        report_wish,
        wishes: if open { store::waiting_extensions(db, sent.sending.document).await? } else { BTreeMap::new() },
        open,
        sent,
        document,
    })
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, UnitId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CampaignView).await?;
    let form = Form::new().with("at", hoithi_web::day(viewer.today)).with("how", Channel::Telephone.code());
    html(&UnitPage::load(&mut db, page, &viewer, &edition, id, form).await?)
}

pub(super) async fn acknowledge_on_behalf(
    State(house): State<House>,
    Path((slug, unit, sending)): Path<(String, UnitId, SendingId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["by_name", "at", "how"])?;
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::SendingAcknowledgeOnBehalf).await?;
    let sent = store::sending(&mut db, sending).await?;
    sent.filter(|sent| sent.sending.unit == unit && sent.edition == edition.id).ok_or_else(Halt::not_found)?;
    drop(db);
    let confirmed = match said(&form) {
        Ok(said) => {
            let deed = Said { sending, said };
            house.acts.perform(viewer.actor(), move |act| Box::pin(record(act, deed.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match confirmed {
        Ok(()) => Ok(redirect_with_flash(
            &house.site,
            &format!("/ky/{slug}/tien-do/{unit}"),
            "campaign-acknowledged-recorded",
        )),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&UnitPage::load(&mut house.read().await?, page, &viewer, &edition, unit, form).await?)
        }
    }
}

#[derive(Clone)]
struct Said {
    sending: SendingId,
    said: (PersonName, Date, Channel),
}

fn said(form: &Form) -> Result<(PersonName, Date, Channel), Halt> {
    let mut no = Refusals::new();
    let name = no.keep("by_name", form.value("by_name").parse::<PersonName>());
    let day = no.keep("at", parse_day(form.value("at")).ok_or(CampaignRefusal::Day));
    let how = Channel::told_from_code(form.value("how"));
    let how = no.keep("how", how.ok_or(CampaignRefusal::Channel));
    match (name, day, how) {
        (Some(name), Some(day), Some(how)) => Ok((name, day, how)),
        _ => Err(no.halt()),
    }
}

async fn record(act: &mut Act, Said { sending, said: (name, day, how) }: Said) -> Result<(), Halt> {
    let at = instant_of(Some(day), act.now())?;
    acknowledge(act, Acknowledge { sending, on_behalf: Some((name, at, how)) }).await
}

pub(super) async fn photo(
    State(house): State<House>,
    Path((slug, unit, item)): Path<(String, UnitId, PublicityId)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CampaignView).await?;
    let line = store::publicity_item(&mut db, item).await?;
    let line = line.filter(|line| line.unit == unit && line.edition == edition.id);
    drop(db);
    serve_file(&house, &line.and_then(|line| line.photo).ok_or_else(Halt::not_found)?).await
}
