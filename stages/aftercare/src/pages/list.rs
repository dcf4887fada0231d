//! Everybody who was asked after an edition, what they said and what it comes to; the same as a workbook.

use askama::Template;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, Asking, Form, House, Page, Paging, Path, html};
use jiff::Timestamp;

use super::form::uses;
use super::{after_words, benefit_words, in_hand, register};
use crate::lines::{Line, Summed, lines, summed};
use crate::reply::{Since, Used};
use crate::store;
use crate::terms::Terms;
use crate::workbook::{self, SheetRow};

const A_PAGE: usize = 50;
const ASKING: Asking = Asking { path: "", open: &["sau", "xem"], words: &[] };

/// Which of them are shown, beside the words of use.
const SHOWS: [&str; 3] = ["replied", "open", "paper"];

/// One winner.
struct Row {
    href: String,
    title: String,
    winner: String,
    unit: String,
    prize: String,
    after: String,
    asked_on: String,
    word: String,
    tone: &'static str,
    says: String,
}

impl Row {
    fn of(page: &Page, edition: &Edition, line: &Line) -> Self {
        let (word, tone) = match line.used() {
            Some(used) => (page.tcode("aftercare-used-", used.code()), used.tone()),
            None if line.winner.email.is_empty() => (page.t("aftercare-show-paper"), "late"),
            None => (page.t("aftercare-open"), "todo"),
        };
        let benefit = line.reply.as_ref().and_then(|kept| kept.reply.benefit);
        Self {
            href: format!("{}/hoi/{}", register(edition), line.ask.id),
            title: line.award.title.clone(),
            winner: line.winner.name.clone(),
            unit: line.award.unit_name.clone(),
            prize: line.award.tier_name.clone(),
            after: after_words(page, line.ask.months),
            asked_on: page.day(day_in_vietnam(line.ask.at)),
            word,
            tone,
            says: benefit.map(|benefit| benefit_words(page, benefit)).unwrap_or_default(),
        }
    }
}

/// A term's line of the summary; each figure with the list behind it.
struct SumRow {
    after: String,
    asked: (usize, String),
    replied: (usize, String),
    used: Vec<(String, usize, String)>,
    money: Option<String>,
    with_money: usize,
}

impl SumRow {
    fn of(page: &Page, sum: Summed) -> Self {
        let behind = |show: &str| {
            let months = format!("?sau={}", sum.months);
            if show.is_empty() { months } else { format!("{months}&xem={show}") }
        };
        let of_use =
            |(used, count): (Used, usize)| (page.tcode("aftercare-used-", used.code()), count, behind(used.code()));
        Self {
            after: after_words(page, sum.months),
            asked: (sum.asked, behind("")),
            replied: (sum.replied, behind("replied")),
            used: Used::ALL.into_iter().zip(sum.used).map(of_use).collect(),
            money: (sum.with_money > 0).then(|| page.money(sum.money)),
            with_money: sum.with_money,
        }
    }
}

#[derive(Template)]
#[template(path = "aftercare/list.html")]
struct ListPage {
    page: Page,
    form: Form,
    here: String,
    /// What the public reads of it, once anybody said so.
    public: Option<String>,
    /// When the result was announced; none before.
    announced: Option<String>,
    /// After how long winners are asked, in words; empty where nobody is.
    terms: String,
    sums: Vec<SumRow>,
    after: Vec<(String, String)>,
    shows: Vec<(String, String)>,
    rows: Vec<Row>,
    paging: Paging,
    /// How many wait for paper.
    paper: usize,
    may_record: bool,
    may_set: bool,
}

impl ListPage {
    fn place(&self) -> String {
        self.paging.place(&self.page, "aftercare-place")
    }

    fn uses(&self) -> Vec<(String, String)> {
        uses(&self.page)
    }

    /// Whether somebody waits for a code on paper and the visitor may draw it.
    fn prints_paper(&self) -> bool {
        self.may_record && self.paper > 0
    }

    async fn load(house: &House, viewer: &Viewer, page: Page, slug: &str, form: Form) -> Result<Self, Halt> {
        let after = form.choice("sau", |months| months.parse::<i64>().ok())?;
        let show = form.choice("xem", |show| shows().find(|each| *each == show))?.unwrap_or_default();
        let mut db = house.read().await?;
        let edition = in_hand(&mut db, viewer, slug, Permission::EntryViewAll).await?;
        let mut lines = lines(&mut db, &edition).await?;
        let (terms, _) = store::terms(&mut db).await?;
        drop(db);
        let sums = summed(&lines);
        let paper = lines.iter().filter(|line| line.waits_for_paper()).count();
        let public = lines.iter().any(|line| line.reply.as_ref().is_some_and(|kept| kept.reply.may_publish));
        lines.retain(|line| after.is_none_or(|months| line.ask.months == months) && is_shown(show, line));
        let paging = Paging::of(&form, lines.len(), A_PAGE, &ASKING);
        Ok(Self {
            here: register(&edition),
            public: public.then(|| format!("/ky/{}/ung-dung", edition.slug)),
            announced: edition.state.announced_at().map(|at: Timestamp| page.instant(at)),
            terms: in_words(&page, &terms),
            after: sums.iter().map(|sum| (sum.months.to_string(), after_words(&page, sum.months))).collect(),
            sums: sums.into_iter().map(|sum| SumRow::of(&page, sum)).collect(),
            shows: choices(&page),
            rows: paging.part_of(lines).iter().map(|line| Row::of(&page, &edition, line)).collect(),
            paging,
            paper,
            may_record: viewer.may(Permission::EntryOnBehalf, edition.place()),
            may_set: viewer.may_somewhere(Permission::RemindersView),
            page: page.under(edition.title(), format!("/ky/{}", edition.slug)).titled("aftercare-title"),
            form,
        })
    }
}

/// `1 năm, 3 năm`
fn in_words(page: &Page, terms: &Terms) -> String {
    terms.months().iter().map(|months| after_words(page, *months)).collect::<Vec<_>>().join(", ")
}

fn shows() -> impl Iterator<Item = &'static str> {
    SHOWS.into_iter().chain(Used::ALL.into_iter().map(Used::code))
}

fn choices(page: &Page) -> Vec<(String, String)> {
    let shows = SHOWS.map(|show| (show.to_owned(), page.tcode("aftercare-show-", show)));
    shows.into_iter().chain(uses(page)).collect()
}

fn is_shown(show: &str, line: &Line) -> bool {
    match show {
        "" => true,
        "replied" => line.reply.is_some(),
        "open" => line.reply.is_none(),
        "paper" => line.waits_for_paper(),
        used => line.used().is_some_and(|is| is.code() == used),
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&ASKING.asked())?;
    html(&ListPage::load(&house, &viewer, page, &slug, form).await?)
}

/// The list once more, with what stood in the way.
pub(super) async fn again(
    house: &House,
    viewer: &Viewer,
    page: Page,
    slug: &str,
    halt: Halt,
) -> Result<Response, Halt> {
    let mut form = Form::new();
    form.keep_refusals(&page, halt)?;
    html(&ListPage::load(house, viewer, page, slug, form).await?)
}

pub(super) async fn workbook(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, &viewer, &slug, Permission::EntryViewAll).await?;
    let lines = lines(&mut db, &edition).await?;
    drop(db);
    let rows: Vec<_> = lines.into_iter().map(|line| sheet_row(&page, line)).collect();
    let written = tokio::task::spawn_blocking(move || workbook::write(&rows)).await;
    let bytes = written.map_err(Halt::fault)??;
    let headers = [
        (CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (CONTENT_DISPOSITION, "attachment; filename=\"ung-dung-sau-giai.xlsx\""),
    ];
    Ok((headers, bytes).into_response())
}

fn sheet_row(page: &Page, line: Line) -> SheetRow {
    let asked = SheetRow {
        number: line.award.number,
        title: line.award.title,
        winner: line.winner.name,
        phone: line.winner.phone,
        email: line.winner.email,
        unit: line.award.unit_name,
        prize: line.award.tier_name,
        months: line.ask.months,
        asked_on: hoithi_web::day(day_in_vietnam(line.ask.at)),
        ..SheetRow::default()
    };
    let Some(kept) = line.reply else { return asked };
    let reply = kept.reply;
    SheetRow {
        used: page.tcode("aftercare-used-", reply.used.code()),
        place: reply.place,
        since: reply.since.map(Since::written).unwrap_or_default(),
        benefit: reply.benefit.map(|benefit| (benefit.dong, benefit.year)),
        others: reply.others,
        remarks: reply.remarks,
        publish: page.t(if reply.may_publish { "aftercare-yes" } else { "aftercare-no" }),
        how: page.tcode("aftercare-how-", kept.how.code()),
        came_on: hoithi_web::day(kept.came_on),
        ..asked
    }
}
