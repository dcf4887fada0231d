//! The rows of a form as fields of a page, and the steps that need no script: a row more, a row less, one
//! place up or down.

use std::collections::BTreeSet;

use hoithi_journal::Halt;
use hoithi_rules::reporting::{CheckRow, FormRows, Row, RowKind, Sign};
use hoithi_web::{Form, fold};

const ROW: [&str; 10] = ["kind", "code", "label", "short", "unit", "help", "source", "required", "by_field", "apart"];
const CHECK: [&str; 8] = ["left", "plus", "sign", "right", "number", "when", "written", "warns"];
const BESIDE: [&str; 8] = ["seen", "code", "name", "attachments", "without_paper", "rows", "checks", "step"];

/// Nobody edits more rows than these in one page.
const MOST: usize = 400;

/// The word of a box that is ticked.
const YES: &str = "co";

fn count(form: &Form, field: &str) -> usize {
    form.value(field).parse().unwrap_or(0).min(MOST)
}

/// Refuses a field that the page does not have.
pub(super) fn only(form: &Form) -> Result<(), Halt> {
    let rows = (0..count(form, "rows")).flat_map(|at| ROW.map(|part| format!("{part}_{at}")));
    let checks = (0..count(form, "checks")).flat_map(|at| CHECK.map(|part| format!("{part}_{at}")));
    let names: Vec<String> = rows.chain(checks).collect();
    form.only(&names.iter().map(String::as_str).chain(BESIDE).collect::<Vec<_>>())
}

/// The rows as they were typed.
pub(super) fn rows_in(form: &Form) -> FormRows {
    let row = |at: usize| {
        let value = |part: &str| form.value(&format!("{part}_{at}")).to_owned();
        let ticked = |part: &str| form.checked(&format!("{part}_{at}"), YES);
        Row {
            kind: RowKind::from_code(&value("kind")).unwrap_or_default(),
            code: value("code"),
            label: value("label"),
            short: value("short"),
            unit: value("unit"),
            help: value("help"),
            source: value("source"),
            required: ticked("required"),
            by_field: ticked("by_field"),
            apart: ticked("apart"),
        }
    };
    let check = |at: usize| {
        let value = |part: &str| form.value(&format!("{part}_{at}")).to_owned();
        CheckRow {
            left: value("left"),
            plus: value("plus"),
            sign: Sign::from_code(&value("sign")),
            right: value("right"),
            number: value("number"),
            when: value("when"),
            written: value("written"),
            warns: form.checked(&format!("warns_{at}"), YES),
        }
    };
    FormRows {
        name: form.value("name").to_owned(),
        attachments: form.value("attachments").to_owned(),
        without_paper: form.checked("without_paper", YES),
        rows: (0..count(form, "rows")).map(row).collect(),
        checks: (0..count(form, "checks")).map(check).collect(),
    }
}

/// The fields of these rows with what stands in them.
pub(super) fn fields(rows: &FormRows) -> Vec<(String, String)> {
    let mut fields = vec![
        ("name".to_owned(), rows.name.clone()),
        ("attachments".to_owned(), rows.attachments.clone()),
        ("without_paper".to_owned(), if rows.without_paper { YES } else { "" }.to_owned()),
        ("rows".to_owned(), rows.rows.len().to_string()),
        ("checks".to_owned(), rows.checks.len().to_string()),
    ];
    for (at, row) in rows.rows.iter().enumerate() {
        let ticked = |yes: bool| if yes { YES } else { "" };
        let values: [&str; 10] = [
            row.kind.code(),
            &row.code,
            &row.label,
            &row.short,
            &row.unit,
            &row.help,
            &row.source,
            ticked(row.required),
            ticked(row.by_field),
            ticked(row.apart),
        ];
        fields.extend(ROW.into_iter().zip(values).map(|(part, value)| (format!("{part}_{at}"), value.to_owned())));
    }
    for (at, check) in rows.checks.iter().enumerate() {
        let (sign, warns) = (check.sign.map_or("", Sign::code), if check.warns { YES } else { "" });
        let values: [&str; 8] =
            [&check.left, &check.plus, sign, &check.right, &check.number, &check.when, &check.written, warns];
        fields.extend(CHECK.into_iter().zip(values).map(|(part, value)| (format!("{part}_{at}"), value.to_owned())));
    }
    fields
}

/// What a button asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The form is saved.
    Keep,
    /// It is shown as a unit will see it.
    Look,
    /// Back to its rows.
    Edit,
    /// A row after this one.
    Add(usize),
    Up(usize),
    Down(usize),
    Drop(usize),
    AddCheck,
    DropCheck(usize),
}

impl Step {
    pub(super) fn of(form: &Form) -> Result<Self, Halt> {
        let at = |word: &str| word.parse::<usize>().ok().filter(|at| *at < MOST);
        let step = form.choice("step", |word| match word.split_once('-') {
            None if word == "keep" => Some(Self::Keep),
            None if word == "look" => Some(Self::Look),
            None if word == "edit" => Some(Self::Edit),
            Some(("add", "check")) => Some(Self::AddCheck),
            Some(("add", word)) => Some(Self::Add(at(word)?)),
            Some(("up", word)) => Some(Self::Up(at(word)?)),
            Some(("down", word)) => Some(Self::Down(at(word)?)),
            Some(("drop", word)) => Some(Self::Drop(at(word)?)),
            Some(("uncheck", word)) => Some(Self::DropCheck(at(word)?)),
            _ => None,
        })?;
        Ok(step.unwrap_or(Self::Look))
    }

    /// Does it with the rows; gives the row that stands open afterwards.
    pub(super) fn done(self, rows: &mut FormRows) -> Option<usize> {
        let (all, checks) = (&mut rows.rows, &mut rows.checks);
        match self {
            Self::Keep | Self::Look | Self::Edit => None,
            Self::Add(at) => {
                let place = (at + 1).min(all.len());
                all.insert(place, Row::default());
                Some(place)
            }
            Self::Up(at) => moved(all, at, at.checked_sub(1)?),
            Self::Down(at) => moved(all, at, at + 1),
            Self::Drop(at) => {
                if at < all.len() {
                    all.remove(at);
                }
                None
            }
            Self::AddCheck => {
                checks.push(CheckRow::default());
                None
            }
            Self::DropCheck(at) => {
                if at < checks.len() {
                    checks.remove(at);
                }
                None
            }
        }
    }
}

fn moved(rows: &mut [Row], from: usize, to: usize) -> Option<usize> {
    let there = from < rows.len() && to < rows.len();
    there.then(|| {
        rows.swap(from, to);
        to
    })
}

/// Gives every question without a code one after its words, so that nobody has to invent them.
pub(super) fn fill_codes(rows: &mut FormRows) {
    let mut taken: BTreeSet<String> = rows.rows.iter().map(|row| row.code.clone()).collect();
    for row in rows.rows.iter_mut().filter(|row| !row.kind.is_title()) {
        if row.code.is_empty() && !row.label.is_empty() {
            row.code = code_of(&row.label, &taken);
            taken.insert(row.code.clone());
        }
    }
}

fn code_of(label: &str, taken: &BTreeSet<String>) -> String {
    let folded = fold(label);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut code = words.collect::<Vec<_>>().join("_");
    if !code.starts_with(|first: char| first.is_ascii_lowercase()) {
        code.insert_str(0, "so_");
    }
    code.truncate(36);
    let numbered = (2..=MOST).map(|number| format!("{code}_{number}"));
    let mut free = std::iter::once(code.clone()).chain(numbered).filter(|code| !taken.contains(code));
    free.next().unwrap_or_default()
}
