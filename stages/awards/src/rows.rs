//! The rows of the ranking, rendered once for each language.
//!
//! A thousand rows with their dots are most of the work of the page, and an opened round does not
//! change: the page only puts ready rows together.

use askama::Template;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_judging::EntryResult;
use hoithi_rules::awards::{Blocker, DecidedBy, PrizeTier, Standing};
use hoithi_rules::edition::Category;
use hoithi_rules::ids::EntryId;
use hoithi_rules::judging::{Aggregate, CriterionCode, Marking, Points};
use hoithi_web::{Lang, Page};

use crate::ranking::{RankedField, RankedRound};

/// Rows of the table, each with the lines that stand before and after it.
pub(crate) type Rows = Vec<String>;

/// The rows of a ranking in the page's language.
pub(crate) fn rows<'a>(ranked: &'a RankedRound, edition: &Edition, page: &Page) -> Result<&'a Rows, Halt> {
    let slot = &ranked.rows[usize::from(page.language() == Lang::En)];
    if let Some(ready) = slot.get() {
        return Ok(ready);
    }
    let made = Maker::of(ranked, edition, page).all(&ranked.fields)?;
    Ok(slot.get_or_init(|| made))
}

/// The table has this many columns.
pub(crate) const COLUMNS: usize = 5;

struct Maker<'a> {
    page: &'a Page,
    tiers: &'a [PrizeTier],
    categories: &'a [Category],
    results: std::collections::HashMap<EntryId, &'a EntryResult>,
    marking: &'a Marking,
    scale: (i64, i64),
}

impl<'a> Maker<'a> {
    fn of(ranked: &'a RankedRound, edition: &'a Edition, page: &'a Page) -> Self {
        let results = &ranked.results;
        Self {
            page,
            tiers: edition.book.prizes().map_or(&[], |part| part.structure.tiers.as_slice()),
            categories: &edition.book.rules().categories,
            results: results.entries.iter().map(|result| (result.entry, result)).collect(),
            marking: &results.marking,
            scale: scale(results),
        }
    }

    fn all(&self, fields: &[RankedField]) -> Result<Rows, Halt> {
        let mut rows = Vec::new();
        for field in fields {
            self.field(field, &mut rows)?;
        }
        Ok(rows)
    }

    fn field(&self, field: &RankedField, rows: &mut Rows) -> Result<(), Halt> {
        let first = rows.len();
        let mut line = Line::new(self, field);
        let standings = &field.field.ranking.standings;
        for (index, standing) in standings.iter().enumerate() {
            let before = line.before(standing);
            let shared = standings.iter().skip(index + 1).take(1).any(|next| next.place == standing.place)
                || standing.decided_by == DecidedBy::Shared;
            rows.push(before + &self.row(standing, shared, line.tier_of(standing.entry))?);
        }
        let after = line.close_all(false);
        match rows.last_mut().filter(|_| !standings.is_empty()) {
            Some(last) => last.push_str(&after),
            None => rows.push(after),
        }
        for entry in &field.field.ranking.ended {
            rows.push(self.ended(*entry)?);
        }
        if let Some(category) = &field.field.category
            && let Some(row) = rows.get_mut(first)
        {
            let name = self.categories.iter().find(|each| each.code == *category).map_or("", |each| each.name.as_str());
            row.insert_str(0, &wide("ht-threshold", name));
        }
        Ok(())
    }

    fn row(&self, standing: &Standing, shared: bool, tier: Option<&PrizeTier>) -> Result<String, Halt> {
        let Some(result) = self.results.get(&standing.entry) else { return Err(Halt::not_found()) };
        let note = self.note(&standing.decided_by);
        let barred = if standing.barred { self.barred(&result.result.below_minimum) } else { String::new() };
        let row = Row {
            page: self.page,
            place: standing.place.to_string(),
            shared,
            code: result.blind_code.to_string(),
            title: &result.title,
            category: self.category(result),
            dots: dots(result, self.marking),
            scale: self.scale,
            words: self.page.decimal(words(result)),
            result: self.page.decimal(standing.result),
            prize: tier.map_or("", |tier| tier.name.as_str()),
            notes: [note, barred].into_iter().filter(|note| !note.is_empty()).collect(),
        };
        row.render().map_err(Halt::fault)
    }

    /// An entry that zeros ended takes no place.
    fn ended(&self, entry: EntryId) -> Result<String, Halt> {
        let Some(result) = self.results.get(&entry) else { return Err(Halt::not_found()) };
        let criteria = self.names(&result.result.ended_by_zero);
        let row = Row {
            page: self.page,
            place: "–".to_owned(),
            shared: false,
            code: result.blind_code.to_string(),
            title: &result.title,
            category: self.category(result),
            dots: dots(result, self.marking),
            scale: self.scale,
            words: self.page.decimal(words(result)),
            result: self.page.decimal(result.result.rounded),
            prize: "",
            notes: vec![self.page.t1("awards-ended-by-zero", "criteria", criteria)],
        };
        row.render().map_err(Halt::fault)
    }

    fn category(&self, result: &EntryResult) -> &'a str {
        let category = self.categories.iter().find(|category| category.code == result.category);
        category.map_or("", |category| category.name.as_str())
    }

    /// What puts an entry behind the one before it, or beside it.
    fn note(&self, decided_by: &DecidedBy) -> String {
        match decided_by {
            DecidedBy::Result => String::new(),
            DecidedBy::Criterion(code) => {
                self.page.t1("awards-by-criterion", "criterion", self.names(std::slice::from_ref(code)))
            }
            DecidedBy::HighestSheet => self.page.t("awards-by-highest-sheet"),
            DecidedBy::Deliberation { minutes } => self.page.t1("awards-by-jury", "minutes", minutes),
            DecidedBy::Shared => self.page.t("awards-shared"),
        }
    }

    fn barred(&self, criteria: &[CriterionCode]) -> String {
        self.page.t1("awards-below-minimum", "criteria", self.names(criteria))
    }

    fn names(&self, codes: &[CriterionCode]) -> String {
        let criteria = self.marking.rubric.criteria.iter().filter(|each| codes.contains(&each.code));
        criteria.map(|each| each.name.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// Walks down a ranking and draws the line where a prize begins.
struct Line<'a> {
    maker: &'a Maker<'a>,
    field: &'a RankedField,
    /// How many tiers have been begun.
    begun: usize,
    over: bool,
}

impl<'a> Line<'a> {
    fn new(maker: &'a Maker<'a>, field: &'a RankedField) -> Self {
        Self { maker, field, begun: 0, over: false }
    }

    fn tier_of(&self, entry: EntryId) -> Option<&'a PrizeTier> {
        let award = self.field.proposal.awards.iter().find(|award| award.entry == entry)?;
        self.maker.tiers.iter().find(|tier| tier.code == award.tier)
    }

    /// The lines that stand before this row.
    fn before(&mut self, standing: &Standing) -> String {
        if self.over {
            return String::new();
        }
        match self.tier_of(standing.entry) {
            Some(tier) => self.up_to(tier),
            // Barred entries stand among the others without ending a prize.
            None if standing.barred => String::new(),
            None => {
                let waits = self.waits(standing.entry);
                waits.unwrap_or_else(|| self.close_all(true))
            }
        }
    }

    fn up_to(&mut self, tier: &PrizeTier) -> String {
        let mut lines = String::new();
        while self.current().is_none_or(|current| current.code != tier.code) && self.begun < self.maker.tiers.len() {
            lines += &self.vacant();
            self.begun += 1;
            lines += &self.threshold();
        }
        lines
    }

    fn current(&self) -> Option<&'a PrizeTier> {
        self.begun.checked_sub(1).and_then(|index| self.maker.tiers.get(index))
    }

    /// The tie that a ceiling would cut: what follows waits for the jury.
    fn waits(&mut self, entry: EntryId) -> Option<String> {
        let Some(Blocker::TieAtCeiling { tier, entries, room }) = self.field.blocker() else { return None };
        let tier = self.maker.tiers.iter().find(|each| each.code == *tier)?;
        if !entries.contains(&entry) {
            return None;
        }
        self.over = true;
        let lines = self.up_to(tier);
        let facts = [("count", entries.len().to_string()), ("tier", tier.name.clone()), ("room", room.to_string())];
        Some(lines + &wide("ht-vacant", &self.maker.page.tx("awards-tie-line", &facts)))
    }

    /// The remaining tiers, empty, and the end of the prizes where entries without one follow.
    /// Where a tie waits, nothing is empty yet.
    fn close_all(&mut self, others_follow: bool) -> String {
        if self.over || self.maker.tiers.is_empty() {
            return String::new();
        }
        self.over = true;
        let mut lines = self.vacant();
        while self.begun < self.maker.tiers.len() {
            self.begun += 1;
            lines += &self.threshold();
            lines += &self.vacant();
        }
        if others_follow {
            lines += &wide("ht-threshold", &self.maker.page.t("awards-without-prize"));
        }
        lines
    }

    fn threshold(&self) -> String {
        let Some(tier) = self.current() else { return String::new() };
        let ceiling = tier.ceiling.to_string();
        let text = match tier.threshold {
            Some(least) => self.maker.page.tx(
                "awards-line",
                &[("tier", tier.name.clone()), ("points", self.maker.page.decimal(least)), ("ceiling", ceiling)],
            ),
            None => {
                self.maker.page.tx("awards-line-without-points", &[("tier", tier.name.clone()), ("ceiling", ceiling)])
            }
        };
        wide("ht-threshold", &text)
    }

    /// Places of the tier just walked through that nobody takes.
    fn vacant(&self) -> String {
        let Some(tier) = self.current() else { return String::new() };
        let given = self.field.proposal.awards.iter().filter(|award| award.tier == tier.code).count();
        match tier.ceiling.saturating_sub(given) {
            0 => String::new(),
            empty => {
                let facts = [("tier", tier.name.clone()), ("count", empty.to_string())];
                wide("ht-vacant", &self.maker.page.tx("awards-vacant", &facts))
            }
        }
    }
}

#[derive(Template)]
#[template(path = "awards/_row.html")]
struct Row<'a> {
    page: &'a Page,
    place: String,
    shared: bool,
    code: String,
    title: &'a str,
    category: &'a str,
    dots: (Vec<i64>, i64),
    scale: (i64, i64),
    words: String,
    result: String,
    prize: &'a str,
    notes: Vec<String>,
}

/// A line over the whole table. Names of tiers and categories come from the rule book.
fn wide(class: &str, text: &str) -> String {
    let text = askama::filters::escape(text, askama::filters::Html).map(|safe| safe.to_string()).unwrap_or_default();
    format!("<tr class=\"{class}\"><td colspan=\"{COLUMNS}\">{text}</td></tr>\n")
}

/// The sheets' totals, and where their middle is drawn.
fn dots(result: &EntryResult, marking: &Marking) -> (Vec<i64>, i64) {
    let totals = result.sheets.iter().map(|sheet| sheet.total.hundredths()).collect();
    let sheets = i64::try_from(result.result.used.len().max(1)).unwrap_or(1);
    // A sum lies beyond the scale of one sheet; its mean is drawn instead.
    let middle = match marking.tally.aggregate {
        Aggregate::Sum => result.result.rounded.hundredths() / sheets,
        Aggregate::Mean | Aggregate::Median => result.result.rounded.hundredths(),
    };
    (totals, middle)
}

fn words(result: &EntryResult) -> String {
    let mut totals: Vec<Points> = result.sheets.iter().map(|sheet| sheet.total).collect();
    totals.sort_unstable();
    totals.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// From the lowest sheet of all, rounded down to ten points, to the most a sheet can have.
fn scale(results: &hoithi_judging::RoundResults) -> (i64, i64) {
    const TEN: i64 = 1000;
    let most: i64 = results.marking.rubric.criteria.iter().map(|criterion| criterion.max.hundredths()).sum();
    let sheets = results.entries.iter().flat_map(|entry| &entry.sheets);
    let lowest = sheets.map(|sheet| sheet.total.hundredths()).min().unwrap_or_default();
    let lowest = lowest / TEN * TEN;
    (lowest.min(most - TEN), most)
}
