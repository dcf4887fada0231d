//! What of the sums an address asks for, and what else could be chosen.

use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_rules::reporting::{Column, Sums};
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page};
use uuid::Uuid;

use super::edition_for;
use super::words::many;
use crate::choice::{Choice, Grouping, Span};
use crate::forms::FormKey;
use crate::known::Origins;
use crate::store::{self, Occasion};
use crate::summary::{Heap, Requested, Sheet, Summary, sum_of, summary};

/// The parameters of an address that say what is added up.
pub(super) const ASKED: [&str; 3] = ["lan", "bieu", "nhom"];

/// The sums that an address asks for.
pub(super) struct Chosen {
    pub(super) edition: Edition,
    pub(super) summary: Summary,
    pub(super) choice: Choice,
    /// What can be added up, by its name in addresses and in words: every letter, every period, and all.
    pub(super) spans: Vec<(String, String)>,
}

impl Chosen {
    pub(super) async fn load(
        house: &House,
        origins: &dyn Origins,
        (viewer, slug, permission): (&Viewer, &str, Permission),
        page: &Page,
        form: &Form,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = edition_for(&mut db, viewer, slug, permission).await?;
        let occasions = store::occasions_of(&mut db, edition.id).await?;
        let spans = spans(&mut db, origins, page, (&edition, &occasions)).await?;
        let of_code = |code: &str| spans.iter().find(|(span, _)| span.code() == code).map(|(span, _)| span.clone());
        let choice = Choice {
            span: form.choice("lan", of_code)?.unwrap_or_else(|| newest(&occasions)),
            form: form.choice("bieu", FormKey::from_address)?,
            grouping: form.choice("nhom", Grouping::from_code)?.unwrap_or_default(),
        };
        let summary = summary(&mut db, &edition, choice.clone(), viewer.today).await?;
        let spans = spans.into_iter().map(|(span, words)| (span.code(), words)).collect();
        Ok(Self { edition, summary, choice, spans })
    }

    /// What is added up, in words; none when it is everything.
    pub(super) fn span(&self) -> Option<&str> {
        if self.choice.span == Span::All {
            return None;
        }
        let code = self.choice.span.code();
        self.spans.iter().find(|(span, _)| *span == code).map(|(_, words)| words.as_str())
    }

    /// The requests that are added up together, each with its name; none where it is one.
    pub(super) fn requests(&self) -> Vec<(String, Requested)> {
        let requests = &self.summary.requests;
        if requests.len() < 2 {
            return Vec::new();
        }
        let name = |request: &Requested| {
            let code = Span::Occasion(request.occasion).code();
            self.spans.iter().find(|(span, _)| *span == code).map(|(_, words)| words.clone()).unwrap_or_default()
        };
        requests.iter().map(|request| (name(request), request.clone())).collect()
    }

    /// The forms that could be added up, by their names in addresses and in words.
    pub(super) fn forms(&self) -> Vec<(String, String)> {
        let all = self.summary.form.iter().chain(&self.summary.other_forms);
        all.map(|sheet| (sheet.code(), named_sheet(sheet))).collect()
    }

    /// The same sums in another address.
    pub(super) fn query(&self) -> String {
        let form = self.summary.form.as_ref().map(Sheet::code).unwrap_or_default();
        format!("?lan={}&bieu={form}&nhom={}", self.choice.span.code(), self.choice.grouping.code())
    }

    /// The figure that the chart is to show; none when nobody chose. Of a question there is none.
    pub(super) fn figure(&self, form: &Form) -> Result<Option<Column>, Halt> {
        let columns = &self.summary.columns;
        let fits = |column: &&Column, code: &str| column.rolls_up && !column.asked && column.code == code;
        form.choice("bieu_do", |code| columns.iter().find(|column| fits(column, code)).cloned())
    }

    /// Each heap with its name; none when every unit stands for itself.
    pub(super) fn groups(&self, page: &Page) -> Vec<(String, Heap)> {
        if self.choice.grouping == Grouping::Unit {
            return Vec::new();
        }
        self.summary.sum.groups.keys().map(|heap| (heap_name(page, heap), heap.clone())).collect()
    }
}

/// A form with its versions: `Báo cáo quý (2, 1)`.
pub(super) fn named_sheet(sheet: &Sheet) -> String {
    let versions: Vec<_> = sheet.keys.iter().map(|key| key.version.to_string()).collect();
    format!("{} ({})", sheet.form.name, versions.join(", "))
}

/// What is added up where nobody chose: the latest request that somebody answered. Requests of different
/// kinds, of districts and of their communes, are added together only where a person says so.
fn newest(occasions: &[Occasion]) -> Span {
    let answered = occasions.iter().find(|occasion| occasion.answered);
    answered.or(occasions.first()).map_or(Span::All, |occasion| Span::Occasion(occasion.id))
}

async fn spans(
    db: &mut Conn,
    origins: &dyn Origins,
    page: &Page,
    (edition, occasions): (&Edition, &[Occasion]),
) -> Result<Vec<(Span, String)>, Halt> {
    let ids: Vec<Uuid> = occasions.iter().map(|occasion| occasion.id).collect();
    let mut names = origins.occasions(db, &ids).await?;
    let named = |occasion: &Occasion| {
        let unnamed = || page.t1("reporting-span-due", "day", page.day(occasion.due));
        (Span::Occasion(occasion.id), names.remove(&occasion.id).unwrap_or_else(unnamed))
    };
    let mut all: Vec<_> = occasions.iter().map(named).collect();
    for period in store::periods(db, edition.id).await? {
        let words = page.t1("reporting-span-period", "name", &period.name);
        all.push((Span::Period(period), words));
    }
    all.push((Span::All, page.t("reporting-span-all")));
    Ok(all)
}

pub(super) fn heap_name(page: &Page, heap: &Heap) -> String {
    match heap {
        Heap::At(_, name, _) | Heap::Cluster(name) => name.clone(),
        Heap::Level(level) => page.tcode("reporting-level-", level.code()),
        Heap::Unclustered => page.t("reporting-unclustered"),
        Heap::Several => page.t("reporting-several"),
        Heap::Elsewhere => page.t("reporting-elsewhere"),
    }
}

/// A sum as a cell shows it: a figure, how many said yes of how many answered, or nothing where no report has it.
pub(super) fn added(page: &Page, sums: &Sums, column: &Column) -> String {
    match sum_of(sums, column) {
        _ if !column.rolls_up => page.t("reporting-not-summed"),
        None => "–".to_owned(),
        Some(added) if column.asked => format!("{}/{}", many(page, added.sum), added.reports),
        Some(added) => many(page, added.sum),
    }
}

/// One unit's figure as a cell shows it: a count, or yes or no.
pub(super) fn told(page: &Page, column: &Column, value: u64) -> String {
    match (column.asked, value) {
        (false, value) => many(page, value),
        (true, 0) => page.t("reporting-no"),
        (true, _) => page.t("reporting-yes"),
    }
}
