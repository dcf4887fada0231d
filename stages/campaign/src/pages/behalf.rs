//! *Ghi hộ*: what came on paper, by mail, telephone, Zalo or the document axis, with its scan.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{Document, document, serve_file, take_scan};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuseAll, Refusals, Viewer};
use hoithi_rules::campaign::{PublicityChannel, PublicityForm, PublicityItem, Task};
use hoithi_rules::correspondence::Channel;
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::{SendingId, TaskId, UnitId};
use hoithi_rules::people::{Permission, PersonName};
use hoithi_rules::text::one_line;
use hoithi_store::Conn;
use hoithi_units::Unit;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::edition_for;
use super::send::{UnderKey, offered_tasks};
use super::words;
use crate::letter::SentTo;
use crate::links::{Origin, OriginAbout, origin};
use crate::operations::{OnBehalf, Told, record_on_behalf};
use crate::refusal::CampaignRefusal;
use crate::store;

/// What is written down, as the address says it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    Acknowledgement,
    Publicity,
    Task(Box<Task>),
}

#[derive(Template)]
#[template(path = "campaign/behalf.html")]
struct BehalfPage {
    page: Page,
    form: Form,
    slug: String,
    unit: Unit,
    document: Document,
    sent: SentTo,
    what: What,
    word: String,
    ways: Vec<(String, String)>,
    channels: Vec<(String, String)>,
}

impl BehalfPage {
    async fn load(
        db: &mut Conn,
        (house, page): (&House, Page),
        edition: &Edition,
        (unit, sending, word): (UnitId, SendingId, String),
        form: Form,
    ) -> Result<Self, Halt> {
        let sent = store::sending(db, sending).await?;
        let sent = sent.filter(|sent| sent.sending.unit == unit && sent.edition == edition.id);
        let sent = sent.ok_or_else(Halt::not_found)?;
        let unit = hoithi_units::unit(db, unit).await?.ok_or_else(Halt::not_found)?;
        let document = document(db, sent.sending.document).await?.ok_or_else(Halt::not_found)?;
        let what = what(db, sending, &word).await?;
        let title = match &what {
            What::Acknowledgement => page.t("campaign-record-acknowledgement"),
            What::Publicity => page.t("campaign-behalf-publicity"),
            What::Task(task) => words::heading(&page, task, &offered_tasks(house, edition, &document)).title,
        };
        let pairs =
            |page: &Page| Channel::TOLD.map(|way| (way.code().to_owned(), page.tcode("campaign-way-", way.code())));
        let channels = PublicityChannel::ALL
            .iter()
            .map(|channel| (channel.code().to_owned(), page.tcode("campaign-channel-", channel)));
        Ok(Self {
            ways: pairs(&page).into(),
            channels: channels.collect(),
            page: page
                .named(title)
                .under_key("campaign-board", &format!("/ky/{}/tien-do", edition.slug))
                .under(unit.name.clone(), format!("/ky/{}/tien-do/{}", edition.slug, unit.id)),
            form,
            slug: edition.slug.to_string(),
            unit,
            document,
            sent,
            what,
            word,
        })
    }

    fn is_task(&self) -> bool {
        matches!(self.what, What::Task(_))
    }

    fn is_publicity(&self) -> bool {
        self.what == What::Publicity
    }
}

async fn what(db: &mut Conn, sending: SendingId, word: &str) -> Result<What, Halt> {
    match word {
        "xac-nhan" => Ok(What::Acknowledgement),
        "tuyen-truyen" => Ok(What::Publicity),
        task => {
            let id: TaskId = task.parse().map_err(|_| Halt::not_found())?;
            let own = store::tasks_of_sending(db, sending).await?;
            let task = own.into_iter().find(|task| task.id == id).ok_or_else(Halt::not_found)?;
            Ok(What::Task(Box::new(task)))
        }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, unit, sending, word)): Path<(String, UnitId, SendingId, String)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::SendingAcknowledgeOnBehalf).await?;
    let today = hoithi_web::day(viewer.today);
    let form = Form::new().with("day", &today).with("on", &today).with("how", Channel::Paper.code());
    html(&BehalfPage::load(&mut db, (&house, page), &edition, (unit, sending, word), form).await?)
}

const FIELDS: [&str; 12] =
    ["by_name", "position", "day", "how", "answer", "evidence", "reason", "channel", "on", "title", "link", "reach"];

pub(super) async fn record(
    State(house): State<House>,
    Path((slug, unit, sending, word)): Path<(String, UnitId, SendingId, String)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&FIELDS)?;
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::SendingAcknowledgeOnBehalf).await?;
    let place = (unit, sending, word);
    let mut sheet = BehalfPage::load(&mut db, (&house, page.clone()), &edition, place, posted.form.clone()).await?;
    drop(db);
    let recorded = match read(&house, &posted, &sheet.what, viewer.today) {
        Ok((told, origin)) => {
            let command = OnBehalf { sending, told, origin };
            house.acts.perform(viewer.actor(), move |act| Box::pin(record_on_behalf(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match recorded {
        Ok(()) => {
            let back = format!("/ky/{slug}/tien-do/{unit}");
            Ok(redirect_with_flash(&house.site, &back, "campaign-behalf-recorded"))
        }
        Err(halt) => {
            sheet.form.keep_refusals(&page, halt)?;
            html(&sheet)
        }
    }
}

fn read(house: &House, posted: &Posted, what: &What, today: Date) -> Result<(Told, Origin), Halt> {
    let form = &posted.form;
    let mut no = Refusals::new();
    let by_name = no.keep("by_name", form.value("by_name").parse::<PersonName>());
    let day = no.keep("day", parse_day(form.value("day")).ok_or(CampaignRefusal::Day));
    let how = no.keep("how", Channel::told_from_code(form.value("how")).ok_or(CampaignRefusal::Channel));
    let told = no.absorb(told(form, what, today))?;
    let file = no.absorb(take_scan(house, posted, "scan", true))?;
    match (by_name, day, how, told, file) {
        (Some(by_name), Some(day), Some(how), Some(told), Some(file)) => {
            let position: String = one_line(form.value("position")).chars().take(200).collect();
            Ok((told, Origin { how, by_name, position, day, file }))
        }
        _ => Err(no.halt()),
    }
}

fn told(form: &Form, what: &What, today: Date) -> Result<Told, Halt> {
    Ok(match what {
        What::Acknowledgement => Told::Acknowledgement,
        What::Task(task) => Told::Task(task.id, super::task::read_words(form)?),
        What::Publicity => {
            let fields = PublicityForm {
                channel: form.value("channel"),
                on: form.value("on"),
                title: form.value("title"),
                link: form.value("link"),
                reach: form.value("reach"),
            };
            Told::Publicity(PublicityItem::parse(fields, today).or_refuse_all()?)
        }
    })
}

/// The scan of what was written down.
pub(super) async fn scan(
    State(house): State<House>,
    Path((slug, unit, sending, word)): Path<(String, UnitId, SendingId, String)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CampaignView).await?;
    let sent = store::sending(&mut db, sending).await?;
    sent.filter(|sent| sent.sending.unit == unit && sent.edition == edition.id).ok_or_else(Halt::not_found)?;
    let about = match word.as_str() {
        "xac-nhan" => OriginAbout::Acknowledgement,
        other => OriginAbout::Task(other.parse().map_err(|_| Halt::not_found())?),
    };
    let kept = origin(&mut db, sending, about).await?.and_then(|origin| origin.file);
    drop(db);
    serve_file(&house, &kept.ok_or_else(Halt::not_found)?).await
}
