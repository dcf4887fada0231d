//! A version's text line by line, each key in the words of the office. The key itself stands small beside
//! them, for whoever holds the page against the file.

use std::collections::BTreeMap;

use hoithi_rules::commendation::Criterion;
use hoithi_web::Page;
use jiff::civil::{Date, DateTime};

/// One line of the text.
pub(super) struct Written {
    pub(super) number: usize,
    pub(super) says: Says,
}

/// What a line says.
pub(super) enum Says {
    /// Of what the lines below it are: in words, and as the file names it.
    Heading(String, String),
    /// What somebody noted.
    Note(String),
    /// The values of a line, and what was noted behind them.
    Values(Vec<Value>, String),
    /// What has no words: as it stands.
    Bare(String),
}

/// One value.
pub(super) struct Value {
    pub(super) word: String,
    pub(super) key: String,
    pub(super) what: String,
}

/// The lines of a text, without the empty ones.
pub(super) fn lines(page: &Page, text: &str) -> Vec<Written> {
    let mut reader = Reader { page, table: String::new(), code: String::new(), names: BTreeMap::new() };
    let line = |(number, line): (usize, &str)| Some(Written { number, says: reader.says(line.trim())? });
    (1..).zip(text.lines()).filter_map(line).collect()
}

/// Where in the text one is.
struct Reader<'a> {
    page: &'a Page,
    table: String,
    /// The last code, and the names of all codes: money stands under the codes of prizes.
    code: String,
    names: BTreeMap<String, String>,
}

impl Reader<'_> {
    fn says(&mut self, line: &str) -> Option<Says> {
        if matches!(line, "" | "#" | "]" | "],") {
            return None;
        }
        if let Some(note) = line.strip_prefix('#') {
            return Some(Says::Note(note.trim().to_owned()));
        }
        let mut parts = parted(line, '#').into_iter();
        let written = parts.next().unwrap_or_default().trim();
        let note = parts.collect::<Vec<_>>().join("#").trim().to_owned();
        let table = written.trim_matches(['[', ']']);
        if written.starts_with('[') && TABLES.contains(&table) {
            table.clone_into(&mut self.table);
            return Some(Says::Heading(self.page.tcode("edition-table-", table), written.to_owned()));
        }
        let several = written.starts_with('{');
        let pieces = if several { parted(written.trim_matches(['{', '}', ',']), ',') } else { vec![written] };
        let values: Option<Vec<Value>> = pieces.into_iter().map(|piece| self.value(piece)).collect();
        Some(values.map_or_else(|| Says::Bare(line.to_owned()), |values| Says::Values(values, note)))
    }

    fn value(&mut self, piece: &str) -> Option<Value> {
        let (key, value) = piece.split_once('=')?;
        let (key, value) = (key.trim(), value.trim());
        let word = self.word(key)?;
        let value = self.worded(key, value);
        match key {
            "code" => self.code.clone_from(&value),
            "name" => drop(self.names.insert(self.code.clone(), value.clone())),
            _ => {}
        }
        Some(Value { word, key: key.to_owned(), what: value })
    }

    fn word(&self, key: &str) -> Option<String> {
        let known = match (self.table.as_str(), key) {
            ("money.amounts", code) => return self.names.get(code).cloned(),
            ("merit.points" | "merit.ceilings", code) => {
                return Criterion::from_code(code).map(|_| self.page.tcode("commendation-criterion-", code));
            }
            ("calendar.stages", "from") => "from_day",
            ("calendar.stages", "to") => "to_day",
            ("rules.forwarding", "to") => "contest_above",
            ("rules.bases" | "rules.dossier", "kind") => "sort",
            (_, key) => KEYS.into_iter().find(|known| *known == key)?,
        };
        Some(self.page.tcode("edition-key-", known))
    }

    /// A value or a list of them.
    fn worded(&self, key: &str, value: &str) -> String {
        let items = parted(value.trim_matches(['[', ']']), ',').into_iter().map(str::trim);
        if value.starts_with('[') {
            items.filter(|item| !item.is_empty()).map(|item| self.item(key, item)).collect::<Vec<_>>().join(", ")
        } else {
            self.item(key, value)
        }
    }

    fn item(&self, key: &str, item: &str) -> String {
        if let Some(text) = item.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
            return match key {
                "openers" => self.page.tcode("role-", text),
                _ if VALUES.contains(&text) => self.page.tcode("edition-value-", text),
                _ => text.to_owned(),
            };
        }
        if matches!(item, "true" | "false") {
            return self.page.tcode("edition-value-", item);
        }
        if self.table == "money.amounts" {
            return self.page.digits(&item.replace('_', ""));
        }
        if let (true, Ok(at)) = (item.contains('T'), item.parse::<DateTime>()) {
            return format!("{}, {}", at.strftime("%H:%M"), self.page.day(at.date()));
        }
        item.parse::<Date>().map_or_else(|_| self.page.decimal(item.replace('.', ",")), |day| self.page.day(day))
    }
}

/// Split at a sign that stands outside quotation marks.
fn parted(text: &str, at: char) -> Vec<&str> {
    let mut quoted = false;
    let splits = |sign: char| {
        quoted ^= sign == '"';
        sign == at && !quoted
    };
    text.split(splits).collect()
}

const TABLES: [&str; 24] = [
    "rules",
    "rules.agency",
    "rules.bases",
    "rules.categories",
    "rules.entrants",
    "rules.eligibility",
    "rules.eligibility.declarations",
    "rules.dossier",
    "rules.channels",
    "rules.forwarding",
    "calendar",
    "calendar.stages",
    "marking",
    "marking.criteria",
    "marking.tally",
    "marking.tie_breaks",
    "marking.rounds",
    "prizes",
    "prizes.tiers",
    "money",
    "money.amounts",
    "merit",
    "merit.points",
    "merit.ceilings",
];

const KEYS: [&str; 55] = [
    "about",
    "aggregate",
    "bands",
    "blind",
    "by",
    "ceiling",
    "certificate",
    "code",
    "committee",
    "contact",
    "contest",
    "created_from",
    "criterion",
    "document",
    "first_year",
    "from",
    "guidance",
    "help",
    "in_force",
    "issued",
    "issuer",
    "kinds",
    "last_year",
    "latest_arrival",
    "least_points",
    "level",
    "limit",
    "max",
    "max_authors",
    "max_characters",
    "max_megabytes",
    "minimum",
    "minimum_age",
    "name",
    "openers",
    "ordinal",
    "panels",
    "place",
    "reports_due",
    "required",
    "round_to",
    "scope",
    "sheets_per_entry",
    "shown_to_judges",
    "slug",
    "step",
    "symbol",
    "term",
    "text",
    "threshold",
    "to",
    "trim_from_sheets",
    "upward",
    "zero_ends_entry",
    "zone",
];

/// Words that the program gives to a value; whatever the committee wrote itself stays as it is.
const VALUES: [&str; 20] = [
    "by_hand",
    "by_post",
    "criterion",
    "group",
    "highest_sheet",
    "individual",
    "mean",
    "median",
    "nation",
    "online",
    "organisation",
    "overall",
    "pdf",
    "per_category",
    "plenary",
    "province",
    "shared_place",
    "sum",
    "text",
    "unit",
];
