//! *Gửi văn bản*: a signed letter to many units at once.

mod asked;
mod before;
mod mail;
mod marked;

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::Document;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Viewer, refused};
use hoithi_rules::campaign::{Assignment, TaskKind};
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_rules::text::length;
use hoithi_store::Conn;
use hoithi_units::UnitLevel;
use hoithi_web::{Asked, Form, House, Lang, Page, Path, Posted, html, redirect_with_told_flash};
use jiff::civil::Date;

use super::letter_for;
use super::lists::lists_for;
use super::read_back::ReadBack;
use super::whom::{Group, Offer, addressed};
use crate::dashes::Dashes;
use crate::letter::{SendLetter, TaskOrder, report_due};
use crate::operations::{SaveList, may_go_out, save_list, send_read};
use crate::recipients::recipients;
use crate::refusal::CampaignRefusal;
use asked::{DASHES, LIST_ELSEWHERE, command, dash_field, hash_of, known_fields, typed};
use before::Before;
use marked::Marked;

pub(crate) use mail::mail_words;
pub use mail::way_by_link;
pub(super) use mail::{personal, task_called, told};

#[derive(Template)]
#[template(path = "campaign/send.html")]
struct SendPage {
    page: Page,
    form: Form,
    slug: String,
    document: Document,
    levels: Vec<(String, String)>,
    groups: Vec<Group>,
    /// The units that are marked.
    marks: BTreeSet<String>,
    areas: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    sent: usize,
    lists: Vec<(String, String)>,
    /// Units of the chosen list that do not stand on the day.
    gone: Vec<String>,
    /// What was just kept as a list: its name, and how many units.
    listed: Option<(String, usize)>,
    tasks: Vec<TaskFields>,
    /// Dashes that name no task, each of which can be given as one.
    others: Vec<TaskFields>,
    /// What the letter's dashes ask.
    dashes: Dashes,
}

/// The fields of one task; a kind of its own has no title to be typed.
struct TaskFields {
    chosen: String,
    title: String,
    words: String,
    due: String,
    label: String,
}

impl TaskFields {
    fn of(kind: TaskKind, page: &Page) -> Self {
        let code = kind.code();
        Self {
            chosen: format!("task_{code}"),
            title: String::new(),
            words: format!("words_{code}"),
            due: format!("due_{code}"),
            label: page.tcode("campaign-task-", code),
        }
    }

    fn of_dash(place: usize, dash: &str, page: &Page) -> Self {
        Self {
            chosen: dash_field("task", place),
            title: dash_field("title", place),
            words: dash_field("words", place),
            due: dash_field("due", place),
            label: page.t1("campaign-dash-as-task", "dash", dash),
        }
    }
}

impl SendPage {
    async fn load(
        db: &mut Conn,
        (page, viewer): (Page, &Viewer),
        edition: &Edition,
        document: Document,
        mut form: Form,
    ) -> Result<Self, Halt> {
        if parse_day(form.value("on")).is_none() && form.error("on").is_none() {
            form.keep_refusals(&page, refused_halt(&CampaignRefusal::UnitDay))?;
        }
        let lists = lists_for(db, viewer).await?;
        let list = lists.iter().find(|list| form.value("list") == list.id.to_string());
        let Offer { groups, areas, kinds, sent, gone } = Offer::load(db, &page, document.id, (&form, list)).await?;
        let levels =
            UnitLevel::ALL.iter().map(|level| (level.code().to_owned(), page.tcode("units-level-", level.code())));
        let dashes = Dashes::of(&document);
        let others = dashes.unmatched().iter().take(DASHES).zip(1..);
        Ok(Self {
            others: others.map(|(dash, place)| TaskFields::of_dash(place, dash, &page)).collect(),
            levels: levels.collect(),
            groups,
            marks: form.values("units").into_iter().map(str::to_owned).collect(),
            areas,
            kinds,
            sent,
            lists: lists.into_iter().map(|list| (list.id.to_string(), list.name)).collect(),
            gone,
            listed: None,
            dashes,
            tasks: TaskKind::OFFERED.iter().map(|kind| TaskFields::of(*kind, &page)).collect(),
            slug: edition.slug.to_string(),
            page: under_letter(page.titled("campaign-send"), edition, &document),
            form,
            document,
        })
    }
}

/// The way here, from the letter in the register.
pub(super) fn under_letter(page: Page, edition: &Edition, document: &Document) -> Page {
    let place = format!("/ky/{}/van-ban", edition.slug);
    let page = page.under_key("campaign-documents", &place);
    page.under(document.content.subject.clone(), format!("{place}/{}", document.id))
}

/// A step of the way here by a text of the catalogue.
pub(super) trait UnderKey {
    fn under_key(self, key: &str, href: &str) -> Self;
}

impl UnderKey for Page {
    fn under_key(self, key: &str, href: &str) -> Self {
        let label = self.t(key);
        self.under(label, href)
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let asked = asked.only(&["level", "kind", "on", "area", "units"])?;
    let mut db = house.read().await?;
    let (edition, document) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    let level = asked.given("level").unwrap_or(addressed(&document).code()).to_owned();
    let on = if asked.values("on").is_empty() { page.day(viewer.today) } else { asked.value("on").to_owned() };
    let before = Before::of(&mut db, document.id).await?;
    let form = prefilled(&house, &edition, &document, (&page, before.as_ref()), viewer.today)
        .with("level", level)
        .with("on", on)
        .with("kind", asked.value("kind"))
        .with("area", asked.value("area"));
    let sheet = SendPage::load(&mut db, (page, &viewer), &edition, document, form).await?;
    html(&sheet.marked(&if asked.value("units") == NONE { Marked::None } else { Marked::All }))
}

/// In the address: the list is shown without a mark, for who writes to a few.
const NONE: &str = "none";

/// The letter's own tasks with the calendar's days, as far as they are to come; what the letter does
/// not say is not marked. A letter that went out already is asked of further units as of the first.
fn prefilled(
    house: &House,
    edition: &Edition,
    document: &Document,
    (page, before): (&Page, Option<&Before>),
    today: Date,
) -> Form {
    let dashes = Dashes::of(document);
    let offered = offered_tasks(house, edition, document);
    let form = Form::new().with("mail", "co");
    let form = match before {
        Some(before) => before.fill(form, page, (offered.as_slice(), dashes.unmatched()), today),
        None => of_the_letter(form, (edition, &dashes), &offered, page, today),
    };
    // A field that is filled in already stays as it is.
    dashes.unmatched().iter().take(DASHES).zip(1..).fold(form, |form, (dash, place)| {
        form.with(&dash_field("title", place), first_words(dash)).with(&dash_field("words", place), dash)
    })
}

/// What the letter's own words ask, with the calendar's days.
fn of_the_letter(
    mut form: Form,
    (edition, dashes): (&Edition, &Dashes),
    offered: &[TaskOrder],
    page: &Page,
    today: Date,
) -> Form {
    if let Some(due) = report_due(edition).filter(|due| dashes.ask_for_a_report() && *due >= today) {
        form = form.with("report_due", page.day(due));
    }
    for order in offered {
        let code = order.kind.code();
        form = form.with(&format!("words_{code}"), &order.words);
        if dashes.give(order.kind) {
            form = form.with(&format!("task_{code}"), "co");
        }
        if let Some(due) = order.due.filter(|due| *due >= today) {
            form = form.with(&format!("due_{code}"), page.day(due));
        }
    }
    form
}

/// As many of its first words as the head of a column takes.
fn first_words(dash: &str) -> String {
    let mut title = String::new();
    for word in dash.split_whitespace() {
        let longer = if title.is_empty() { word.to_owned() } else { format!("{title} {word}") };
        if length(&longer) > Assignment::TITLE {
            break;
        }
        title = longer;
    }
    title
}

/// The tasks with the words that the form offers: the letter's own, or the catalogue's.
pub(super) fn offered_tasks(house: &House, edition: &Edition, document: &Document) -> Vec<TaskOrder> {
    Dashes::of(document).offered(edition, |kind| {
        let key = format!("campaign-task-{}", kind.code().replace('_', "-"));
        house.catalogue.text(Lang::Vi, &key, &[])
    })
}

/// First the letter is read back with everything it asks of whom; it goes out from there.
pub(super) async fn send(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&known_fields().iter().map(String::as_str).collect::<Vec<_>>())?;
    let mut db = house.read().await?;
    let (edition, document) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    if form.value("step") == "keep" {
        drop(db);
        return keep(&house, (page, &viewer), &edition, document, form).await;
    }
    if let Some(marked) = Marked::asked(&form) {
        let sheet = SendPage::load(&mut db, (page, &viewer), &edition, document, form).await?;
        return html(&sheet.marked(&marked));
    }
    let asked = command(&mut db, (&house, &page), (&edition, &document), &form, viewer.today).await;
    drop(db);
    let halt = match asked {
        Ok(command) if form.value("step") == "send" && form.value("read") != hash_of(&document, &command) => {
            refused_halt(&CampaignRefusal::LetterChanged)
        }
        Ok(command) if form.value("step") == "send" => {
            let (asked, said) = (command.clone(), form.checked(LIST_ELSEWHERE, "co"));
            let done =
                house.acts.perform(viewer.actor(), move |act| Box::pin(send_read(act, asked.clone(), said))).await;
            match done {
                Ok(sent) => {
                    let board = format!("/ky/{slug}/tien-do?letter={id}");
                    let all = recipients(&mut house.read().await?, &document, viewer.today).await?;
                    let unreached = all.iter().filter(|each| each.is_unreached()).count();
                    let facts = [("units", sent.units.to_string()), ("unreached", unreached.to_string())];
                    let key = if unreached == 0 { "campaign-letter-sent" } else { "campaign-letter-sent-unreached" };
                    return Ok(redirect_with_told_flash(&house.site, &board, key, &facts));
                }
                Err(halt) if is_about(&halt, LIST_ELSEWHERE) => {
                    form.keep_refusals(&page, halt)?;
                    return html(&read_back(&house, &viewer, &page, (&edition, &document), &form, &command).await?);
                }
                Err(halt) => halt,
            }
        }
        Ok(command) => match read_back(&house, &viewer, &page, (&edition, &document), &form, &command).await {
            Ok(read_back) => return html(&read_back),
            Err(halt) => halt,
        },
        Err(halt) => halt,
    };
    form.keep_refusals(&page, halt)?;
    html(&SendPage::load(&mut house.read().await?, (page, &viewer), &edition, document, form).await?)
}

/// The units that are marked, kept as a list; everything else stays as it was typed.
async fn keep(
    house: &House,
    (page, viewer): (Page, &Viewer),
    edition: &Edition,
    document: Document,
    mut form: Form,
) -> Result<Response, Halt> {
    let units = form.values("units").into_iter().filter_map(|unit| unit.parse().ok()).collect();
    let command = SaveList { edition: edition.id, name: form.value("list_name").to_owned(), units };
    let saved = house.acts.perform(viewer.actor(), move |act| Box::pin(save_list(act, command.clone()))).await;
    let listed = match saved {
        Ok(list) => Some((list.name, list.units.len())),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            None
        }
    };
    let sheet = SendPage::load(&mut house.read().await?, (page, viewer), edition, document, form).await?;
    html(&SendPage { listed, ..sheet })
}

async fn read_back(
    house: &House,
    viewer: &Viewer,
    page: &Page,
    (edition, document): (&Edition, &Document),
    form: &Form,
    command: &SendLetter,
) -> Result<ReadBack, Halt> {
    let mut db = house.read().await?;
    let (_, units) = may_go_out(&mut db, command, viewer.today).await?;
    let mut kept = typed(form, &["step", "read", LIST_ELSEWHERE]);
    kept.push(("read".to_owned(), hash_of(document, command)));
    let page = under_letter(page.clone().titled("campaign-read-back"), edition, document);
    let read_back = ReadBack::load(&mut db, page, viewer.today, (edition, document), command, &units, kept).await?;
    Ok(read_back.with_boxes(form))
}

fn is_about(halt: &Halt, field: &str) -> bool {
    matches!(halt, Halt::Refused(all) if all.iter().any(|each| each.field.as_deref() == Some(field)))
}

fn refused_halt(refusal: &CampaignRefusal) -> Halt {
    Halt::Refused(vec![refused(refusal)])
}
