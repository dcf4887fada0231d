//! The fields of a part on its page: what each asks, and what was typed into them.

use hoithi_rules::edition::{Asked, DossierPart, FieldKind, FieldRule, Values, cells, kept_table};
use hoithi_web::{Form, Page};
use jiff::civil::Date;

/// One field as its page shows it.
pub(super) struct FieldView {
    pub(super) heading: String,
    pub(super) name: String,
    pub(super) label: String,
    /// Help, an example, and when it must be filled.
    pub(super) hint: String,
    pub(super) kind: &'static str,
    pub(super) max: String,
    pub(super) optional: bool,
    /// The answers of a choice.
    pub(super) options: Vec<(String, String)>,
    /// What stands over the columns of a table.
    pub(super) columns: Vec<String>,
    /// The names of a table's cells, row by row.
    pub(super) rows: Vec<Vec<String>>,
}

/// The fields of a part in its order.
pub(super) fn views(page: &Page, part: &DossierPart) -> Vec<FieldView> {
    part.fields.iter().map(|field| view(page, part, field)).collect()
}

fn view(page: &Page, part: &DossierPart, field: &FieldRule) -> FieldView {
    let (kind, max) = match &field.kind {
        FieldKind::Text { max_characters } => ("text", max_characters.to_string()),
        FieldKind::Number => ("number", String::new()),
        FieldKind::Day => ("day", String::new()),
        FieldKind::Month => ("month", String::new()),
        FieldKind::Money => ("money", String::new()),
        FieldKind::Choice(_) | FieldKind::YesNo => ("choice", String::new()),
        FieldKind::Table { .. } => ("table", String::new()),
    };
    let columns = match &field.kind {
        FieldKind::Table { columns, .. } => columns.clone(),
        _ => Vec::new(),
    };
    FieldView {
        heading: field.heading.clone().unwrap_or_default(),
        name: name(field),
        label: field.name.clone(),
        hint: hint(page, part, field),
        kind,
        max,
        optional: !matches!(field.asked, Asked::Always),
        options: field.answers(),
        columns,
        rows: names_of_cells(field),
    }
}

fn hint(page: &Page, part: &DossierPart, field: &FieldRule) -> String {
    let example = (!field.example.is_empty()).then(|| page.t1("entries-field-example", "example", &field.example));
    let when =
        match &field.asked {
            Asked::When { field: other, is } => part.fields.iter().find(|each| each.code == *other).map(|other| {
                page.tx("entries-field-when", &[("field", other.name.clone()), ("answer", other.read(is))])
            }),
            Asked::Always | Asked::Never => None,
        };
    let judges = (part.shown_to_judges && !field.shown_to_judges).then(|| page.t("entries-field-not-judges"));
    let help = (!field.help.is_empty()).then(|| field.help.clone());
    let month = matches!(field.kind, FieldKind::Month).then(|| page.t("entries-field-month"));
    help.into_iter().chain(month).chain(example).chain(when).chain(judges).collect::<Vec<_>>().join(" ")
}

fn name(field: &FieldRule) -> String {
    format!("v.{}", field.code)
}

fn names_of_cells(field: &FieldRule) -> Vec<Vec<String>> {
    let FieldKind::Table { columns, rows } = &field.kind else { return Vec::new() };
    let cell = |row: u16, column: usize| format!("v.{}.{row}.{column}", field.code);
    (0..rows.get()).map(|row| (0..columns.len()).map(|column| cell(row, column)).collect()).collect()
}

/// Every name that a form of this part may bring.
pub(super) fn names(part: &DossierPart) -> Vec<String> {
    part.fields.iter().flat_map(|field| names_of_cells(field).into_iter().flatten().chain([name(field)])).collect()
}

/// What was typed, by field.
pub(super) fn typed(part: &DossierPart, form: &Form) -> Values {
    let value = |field: &FieldRule| match &field.kind {
        FieldKind::Table { .. } => {
            let row = |row: &Vec<String>| row.iter().map(|cell| form.value(cell).to_owned()).collect::<Vec<_>>();
            kept_table(&names_of_cells(field).iter().map(row).collect::<Vec<_>>())
        }
        _ => form.raw(&name(field)).to_owned(),
    };
    part.fields.iter().map(|field| (field.code.clone(), value(field))).collect()
}

/// The form with what is kept.
pub(super) fn filled(page: &Page, part: &DossierPart, values: &Values, form: Form) -> Form {
    let mut form = form;
    for field in &part.fields {
        let Some(value) = values.get(&field.code) else { continue };
        match &field.kind {
            FieldKind::Table { .. } => {
                for (names, row) in names_of_cells(field).iter().zip(cells(value)) {
                    form = names.iter().zip(row).fold(form, |form, (name, cell)| form.with(name, cell));
                }
            }
            FieldKind::Day => {
                let day = value.parse::<Date>().map_or_else(|_| value.clone(), |day| page.day(day));
                form = form.with(&name(field), day);
            }
            _ => form = form.with(&name(field), field.typed_again(value)),
        }
    }
    form
}
