//! The registration form: the paper that is printed of a dossier, and what changed since it was stamped, in words.

use hoithi_documents::Qr;
use hoithi_documents::forms::{Block, Column, Row, Signature, SignedForm, Table};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_rules::edition::Rules;
use hoithi_rules::entries::{FormChange, FormFacts};
use hoithi_store::{Conn, StoreError};
use hoithi_web::{House, Page};
use jiff::civil::Date;

use crate::kept::KeptEntry;
use crate::store::FormPrint;

/// What stands above the authors, in the order of the paper.
const HEAD: [&str; 7] = ["title", "category", "entrant", "organisation", "created_on", "unit", "assisting"];

/// Until when the stamped form may follow, where it may.
pub(crate) async fn stamp_until(db: &mut Conn, edition: &Edition) -> Result<Option<Date>, StoreError> {
    let Some(days) = edition.book.rules().stamp_follows() else { return Ok(None) };
    let workdays = hoithi_edition::workdays(db, Some(edition.id)).await?;
    Ok(workdays.after(edition.book.calendar().intake_window().last_day, days.get()))
}

/// What the dossier says otherwise than its stamped form, one sentence each; nothing where both agree.
#[must_use]
pub fn stamp_changes(page: &Page, kept: &KeptEntry, rules: &Rules) -> Vec<String> {
    kept.changed_since_stamped(rules).iter().map(|change| in_words(page, rules, change)).collect()
}

/// One change: what it is about, what the form says, what the dossier says.
pub(crate) fn in_words(page: &Page, rules: &Rules, change: &FormChange) -> String {
    let or_nothing = |said: String| if said.is_empty() { page.t("entries-form-nothing") } else { said };
    let before = or_nothing(value(page, rules, (&change.name, &change.before)));
    let now = or_nothing(value(page, rules, (&change.name, &change.now)));
    page.tx("entries-form-change", &[("what", label(page, rules, &change.name)), ("before", before), ("now", now)])
}

/// What a line of the form is about.
fn label(page: &Page, rules: &Rules, name: &str) -> String {
    if let Some(code) = name.strip_prefix("declared.") {
        return declared(rules, code);
    }
    let Some((number, what)) = name.strip_prefix("author.").and_then(|rest| rest.split_once('.')) else {
        return page.t(head(name));
    };
    let what = match what {
        "born" => "entries-author-born",
        "workplace" => "entries-author-workplace",
        "share" => "entries-share",
        "representative" => "entries-representative",
        _ => "entries-author-name",
    };
    page.tx("entries-form-author", &[("number", number.to_owned()), ("what", page.t(what))])
}

fn head(name: &str) -> &'static str {
    match name {
        "category" => "entries-category",
        "entrant" => "entries-entrant",
        "organisation" => "entries-organisation",
        "created_on" => "entries-created-on",
        "unit" => "entries-unit",
        "assisting" => "entries-assisting",
        _ => "entries-title",
    }
}

fn declared(rules: &Rules, code: &str) -> String {
    let known = rules.eligibility.declarations.iter().find(|each| each.code.as_str() == code);
    known.map_or_else(|| code.to_owned(), |each| each.text.clone())
}

/// What a line says, in the words of the page and of the rule book.
fn value(page: &Page, rules: &Rules, (name, said): (&str, &str)) -> String {
    let day = |said: &str| said.parse::<Date>().map_or_else(|_| said.to_owned(), |day| page.day(day));
    match name.rsplit('.').next().unwrap_or(name) {
        _ if said.is_empty() => String::new(),
        "category" => rules.category(said).map_or_else(|| said.to_owned(), |category| category.name.clone()),
        "entrant" => page.tcode("entries-entrant-", said),
        "created_on" | "born" => day(said),
        "representative" => page.t("entries-form-yes"),
        _ if name.starts_with("declared.") => page.t("entries-form-yes"),
        _ => said.to_owned(),
    }
}

/// Prints that print; the same one always gives the same bytes.
pub(crate) async fn paper(house: &House, page: &Page, edition: &Edition, print: &FormPrint) -> Result<Vec<u8>, Halt> {
    let rules = edition.book.rules();
    let address = format!("{}/phieu/{}", house.site.public_url, print.code);
    let form = SignedForm {
        watermark: house.site.watermark(),
        title: page.t("entries-form"),
        subtitle: edition.title(),
        addressee: rules.committee.clone(),
        facts: facts(page, rules, &print.facts),
        blocks: blocks(page, rules, &print.facts),
        place: rules.agency.place.clone(),
        signatures: signatures(page, &print.facts),
        code_label: page.t("entries-form-code"),
        code: print.code.to_string(),
        qr: Qr::new(&address).map_err(Halt::fault)?,
        note: page.t("entries-form-note"),
        date: Some(edition.book.calendar().day_of(print.at)),
    };
    house.printer.print_form(&form).await.map_err(Halt::fault)
}

fn facts(page: &Page, rules: &Rules, facts: &FormFacts) -> Vec<(String, String)> {
    let said = HEAD.into_iter().map(|name| (name, facts.get(name))).filter(|(_, said)| !said.is_empty());
    said.map(|(name, said)| (label(page, rules, name), value(page, rules, (name, said)))).collect()
}

fn blocks(page: &Page, rules: &Rules, facts: &FormFacts) -> Vec<Block> {
    let declared = facts.0.iter().filter_map(|(name, _)| name.strip_prefix("declared."));
    let declared: Vec<Block> = declared.map(|code| Block::item(self::declared(rules, code))).collect();
    let mut blocks = vec![Block::heading(page.t("entries-authors-task")), Block::Table(authors(page, rules, facts))];
    if !declared.is_empty() {
        blocks.push(Block::heading(page.t("entries-declarations")));
        blocks.extend(declared);
    }
    blocks
}

/// The authors, each with room to sign.
fn authors(page: &Page, rules: &Rules, facts: &FormFacts) -> Table {
    let born = (1..=facts.authors()).any(|number| !facts.get(&format!("author.{number}.born")).is_empty());
    let mut columns =
        vec![Column::narrow(page.t("entries-taken-place")), Column::wide(page.t("entries-author-name"), 4)];
    columns.extend(born.then(|| Column::narrow(page.t("entries-author-born"))));
    columns.extend([
        Column::wide(page.t("entries-author-workplace"), 4),
        Column::narrow(page.t("entries-share")),
        Column::wide(page.t("entries-form-sign"), 3),
    ]);
    let row = |number: usize| {
        let said = |what: &str| {
            let name = format!("author.{number}.{what}");
            value(page, rules, (&name, facts.get(&name)))
        };
        let name = match facts.get(&format!("author.{number}.representative")) {
            "" => said("name"),
            _ => format!("{}\n({})", said("name"), page.t("entries-representative")),
        };
        let mut cells = vec![number.to_string(), name];
        cells.extend(born.then(|| said("born")));
        cells.extend([said("workplace"), said("share"), String::new()]);
        Row::Cells(cells)
    };
    Table { title: None, columns, rows: (1..=facts.authors()).map(row).collect() }
}

/// The unit's place for signature and stamp, and that of whoever speaks for the authors.
fn signatures(page: &Page, facts: &FormFacts) -> Vec<Signature> {
    let place = |key: &str, name: Option<String>| Signature { capacity: vec![page.t(key)], name, mark: None };
    let speaks = |number: &usize| !facts.get(&format!("author.{number}.representative")).is_empty();
    let speaker =
        (1..=facts.authors()).find(speaks).map(|number| facts.get(&format!("author.{number}.name")).to_owned());
    vec![place("entries-form-unit-signs", None), place("entries-form-author-signs", speaker)]
}
