//! All publicity of an edition: the officer looks, confirms one or many, returns with words.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::campaign::{Check, PageKey, PublicityChannel};
use hoithi_rules::ids::{EditionId, PublicityId, UnitId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_units::unit_names;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_told_flash};

use super::edition_for;
use super::words;
use crate::operations::{ConfirmPublicity, confirm_publicity};
use crate::publicity::{PublicityLine, PublicityTally};
use crate::store;

/// What the list may be asked for.
const FILTERS: [&str; 4] = ["state", "channel", "unit", "twins"];

/// How many pieces stand on one page.
const A_PAGE: usize = 20;

#[derive(Template)]
#[template(path = "campaign/checking.html")]
struct CheckingPage {
    page: Page,
    form: Form,
    slug: String,
    tally: PublicityTally,
    by_channel: Vec<ByChannel>,
    units: usize,
    states: Vec<(String, String)>,
    channels: Vec<(String, String)>,
    names: Vec<(String, String)>,
    rows: Vec<Row>,
    place: String,
    previous: String,
    next: String,
    may_check: bool,
}

/// One piece with who recorded it and who else shows the same page.
struct Row {
    line: PublicityLine,
    unit: String,
    /// Other units with the same link, each with its day.
    twins: Vec<String>,
    /// What its box stands for: the piece as it is seen.
    value: String,
}

impl Row {
    fn of(line: PublicityLine, unit: String, twins: Vec<String>) -> Self {
        Self { value: format!("{}.{}", line.id, line.version), line, unit, twins }
    }

    fn waits(&self) -> bool {
        self.line.check == Check::Waiting
    }

    /// Whether nothing of it can be looked at.
    fn shows_nothing(&self) -> bool {
        self.line.item.link.is_none() && self.line.photo.is_none()
    }

    fn reason(&self) -> Option<&str> {
        self.line.returned_why()
    }
}

impl CheckingPage {
    async fn load(db: &mut Conn, page: Page, viewer: &Viewer, edition: &Edition, form: Form) -> Result<Self, Halt> {
        let lines = store::publicity_of(db, edition.id).await?;
        let names = unit_names(db).await?;
        let tally = PublicityTally::of(&lines);
        let by_channel = by_channel(&page, &lines);
        let all = rows_of(&page, lines, &names);
        let mut with: Vec<(String, String)> =
            all.iter().map(|row| (row.line.unit.to_string(), row.unit.clone())).collect();
        with.sort_by_cached_key(|(_, name)| hoithi_web::dictionary_order(name));
        with.dedup();
        let mut rows = asked_for(all, &form)?;
        let found = rows.len();
        let at = form.value("trang").parse::<usize>().unwrap_or(1).clamp(1, found.div_ceil(A_PAGE).max(1));
        let address = |at: usize| format!("/ky/{}/tuyen-truyen?{}trang={at}", edition.slug, query(&form));
        let first = (at - 1) * A_PAGE;
        rows = rows.into_iter().skip(first).take(A_PAGE).collect();
        let last = first + rows.len();
        let facts = [("first", first + 1), ("last", last), ("found", found)].map(|(name, n)| (name, n.to_string()));
        Ok(Self {
            states: Check::CODES.map(|code| (code.to_owned(), page.tcode("campaign-check-", code))).into(),
            channels: super::publicity::channels(&page),
            units: with.len(),
            names: with,
            place: page.tx("campaign-checking-place", &facts),
            previous: if at > 1 { address(at - 1) } else { String::new() },
            next: if last < found { address(at + 1) } else { String::new() },
            may_check: viewer.may(Permission::PublicityCheck, edition.place()),
            page: page.titled("campaign-checking"),
            slug: edition.slug.to_string(),
            form,
            tally,
            by_channel,
            rows,
        })
    }

    /// A count as it is shown.
    fn shown(&self, count: impl std::borrow::Borrow<usize>) -> String {
        self.page.number(i64::try_from(*count.borrow()).unwrap_or(i64::MAX))
    }

    fn any_waits(&self) -> bool {
        self.may_check && self.rows.iter().any(Row::waits)
    }

    fn twin_choices(&self) -> Vec<(String, String)> {
        vec![("co".to_owned(), self.page.t("campaign-only-twins"))]
    }

    fn about(&self, line: &PublicityLine) -> String {
        words::about(&self.page, &line.item)
    }

    fn tone(row: &Row) -> &'static str {
        words::tone_of_check(&row.line.check)
    }
}

/// What came by one channel.
struct ByChannel {
    word: String,
    code: &'static str,
    tally: PublicityTally,
    /// How many persons the confirmed pieces reached, where units counted.
    reached: usize,
}

/// Every channel that the letter names, those by which nothing came as well.
fn by_channel(page: &Page, lines: &[PublicityLine]) -> Vec<ByChannel> {
    let of = |channel: PublicityChannel| {
        let came: Vec<_> = lines.iter().filter(|line| line.item.channel == channel).collect();
        let reached = came.iter().filter(|line| line.check.counts()).map(|line| line.reached()).sum::<u64>();
        ByChannel {
            word: page.tcode("campaign-channel-", channel),
            code: channel.code(),
            tally: PublicityTally::of(came),
            reached: usize::try_from(reached).unwrap_or(usize::MAX),
        }
    };
    PublicityChannel::ALL.into_iter().map(of).collect()
}

/// Who else shows the same page, for every piece; what waits stands first, then what was returned.
fn rows_of(page: &Page, lines: Vec<PublicityLine>, names: &BTreeMap<UnitId, String>) -> Vec<Row> {
    let name = |unit: &UnitId| names.get(unit).cloned().unwrap_or_default();
    let mut by_page: BTreeMap<PageKey, Vec<(UnitId, String)>> = BTreeMap::new();
    for line in &lines {
        if let Some(link) = &line.item.link {
            let facts = [("unit", name(&line.unit)), ("day", page.day(line.item.on))];
            by_page.entry(link.page()).or_default().push((line.unit, page.tx("campaign-twin", &facts)));
        }
    }
    let twins = |line: &PublicityLine| {
        let same = line.item.link.as_ref().and_then(|link| by_page.get(&link.page()));
        let others = same.into_iter().flatten().filter(|(unit, _)| *unit != line.unit);
        others.map(|(_, says)| says.clone()).collect()
    };
    let mut rows: Vec<Row> = lines
        .into_iter()
        .map(|line| (name(&line.unit), twins(&line), line))
        .map(|(unit, twins, line)| Row::of(line, unit, twins))
        .collect();
    rows.sort_by_key(|row| (row.line.check.counts(), row.reason().is_some(), std::cmp::Reverse(row.line.recorded_at)));
    rows
}

fn asked_for(rows: Vec<Row>, form: &Form) -> Result<Vec<Row>, Halt> {
    let state = form.choice("state", |code| Check::CODES.into_iter().find(|known| *known == code))?;
    let channel = form.choice("channel", PublicityChannel::from_code)?;
    let unit = form.choice("unit", |text| text.parse::<UnitId>().ok())?;
    let twins = form.choice("twins", |text| (text == "co").then_some(()))?.is_some();
    let fits = |row: &Row| {
        state.is_none_or(|state| row.line.check.code() == state)
            && channel.is_none_or(|channel| row.line.item.channel == channel)
            && unit.is_none_or(|unit| row.line.unit == unit)
            && (!twins || !row.twins.is_empty())
    };
    Ok(rows.into_iter().filter(fits).collect())
}

/// What was asked for, ready for one more parameter.
fn query(form: &Form) -> String {
    let given: Vec<_> = FILTERS.iter().filter_map(|field| Some((*field, form.given(field)?))).collect();
    match serde_urlencoded::to_string(given) {
        Ok(given) if !given.is_empty() => format!("{given}&"),
        _ => String::new(),
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&["state", "channel", "unit", "twins", "trang"])?;
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CampaignView).await?;
    html(&CheckingPage::load(&mut db, page, &viewer, &edition, form).await?)
}

pub(super) async fn confirm(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["items", "one", "state", "channel", "unit", "twins", "trang"])?;
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::PublicityCheck).await?;
    drop(db);
    let command = ConfirmPublicity { edition: edition.id, pieces: chosen(&form)? };
    let confirmed =
        house.acts.perform(viewer.actor(), move |act| Box::pin(confirm_publicity(act, command.clone()))).await;
    match confirmed {
        Ok(count) => {
            let list = format!("/ky/{slug}/tuyen-truyen?{}", query(&form));
            let list = list.trim_end_matches(['?', '&']);
            let facts = [("count", count.to_string())];
            Ok(redirect_with_told_flash(&house.site, list, "campaign-publicity-confirmed", &facts))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&CheckingPage::load(&mut house.read().await?, page, &viewer, &edition, form).await?)
        }
    }
}

/// One piece by its own button, or all that were ticked.
fn chosen(form: &Form) -> Result<Vec<(PublicityId, i64)>, Halt> {
    let picked = if form.given("one").is_some() { form.values("one") } else { form.values("items") };
    let unknown = || Halt::refused("web.unknown_value", Some("items"), "this is none of the pieces to choose from");
    let read = |value: &str| {
        let (id, version) = value.split_once('.')?;
        Some((id.parse().ok()?, version.parse().ok()?))
    };
    picked.into_iter().map(|value| read(value).ok_or_else(unknown)).collect()
}

/// A piece of the edition.
pub(super) async fn piece_of(db: &mut Conn, edition: EditionId, id: PublicityId) -> Result<PublicityLine, Halt> {
    let line = store::publicity_item(db, id).await?.filter(|line| line.edition == edition);
    line.ok_or_else(Halt::not_found)
}
