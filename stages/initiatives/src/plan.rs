//! What a workbook would do to a unit's register, row by row, before anybody confirms it.

use std::collections::BTreeMap;

use hoithi_people::refused;
use hoithi_rules::initiatives::{Initiative, InitiativeForm};
use hoithi_web::imports::{self, Planned};
use jiff::civil::Date;

use crate::fault::RegisterRefusal;
use crate::operations::spelt;
use crate::store::KeptInitiative;
use crate::workbook::Line;

/// What becomes of a row.
pub(crate) type Outcome = imports::Outcome<Box<Initiative>, Box<KeptInitiative>>;

/// The plan of a file.
pub(crate) type Plan = imports::Plan<Line, Box<Initiative>, Box<KeptInitiative>>;

/// The whole plan, in the file's order.
pub(crate) fn plan(register: &[KeptInitiative], lines: &[Line], today: Date) -> Plan {
    let known: BTreeMap<String, &KeptInitiative> =
        register.iter().map(|kept| (spelt(kept.what.title.as_str()), kept)).collect();
    let mut seen = BTreeMap::new();
    let planned = |line: &Line| {
        let known = known.get(&spelt(&line.title)).copied();
        Planned { line: line.clone(), outcome: outcome(known, line, today, &mut seen) }
    };
    Plan { rows: lines.iter().map(planned).collect() }
}

/// `seen`: the titles of the rows before, with the row of each.
fn outcome(known: Option<&KeptInitiative>, line: &Line, today: Date, seen: &mut BTreeMap<String, i64>) -> Outcome {
    let before = known.map(Line::of);
    let what = match Initiative::parse(form(line, before.as_ref()), today) {
        Ok(what) => what,
        Err(wrong) => return Outcome::Faulty(wrong.iter().map(refused).collect()),
    };
    let title = spelt(what.title.as_str());
    if let Some(row) = seen.get(&title).copied() {
        return Outcome::Faulty(vec![refused(&RegisterRefusal::Doubled { row })]);
    }
    seen.insert(title, line.row);
    match known {
        None => Outcome::New(Box::new(what)),
        Some(known) if known.what == what => Outcome::Same,
        Some(known) => Outcome::Changed(Box::new(KeptInitiative { what, ..known.clone() })),
    }
}

/// An empty cell takes nothing away from what stands there.
fn form<'a>(line: &'a Line, before: Option<&'a Line>) -> InitiativeForm<'a> {
    let written = line.form();
    let Some(before) = before.map(Line::form) else { return written };
    let or = |written: &'a str, before: &'a str| if written.is_empty() { before } else { written };
    InitiativeForm {
        title: before.title,
        authors: or(written.authors, before.authors),
        first_used: or(written.first_used, before.first_used),
        decision: or(written.decision, before.decision),
        decided_on: or(written.decided_on, before.decided_on),
        money: or(written.money, before.money),
        benefit: or(written.benefit, before.benefit),
    }
}
