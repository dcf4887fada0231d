//! What a workbook would do to the directory, row by row, before anybody confirms it.

use std::collections::BTreeMap;

use hoithi_people::refused;
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::{ContactId, UnitId};
use hoithi_rules::text::{length, one_line};
use hoithi_units::Unit;
use hoithi_web::{fold, imports};
use jiff::civil::Date;

use crate::contact::{Contact, LONGEST, Person, PersonForm};
use crate::fault::ContactFault;
use crate::workbook::Line;

/// What becomes of a row; the id of somebody new is given when it is taken in.
pub(crate) type Outcome = imports::Outcome<Box<Contact>>;

/// A row with the unit's name in the register, where it was found.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) line: Line,
    pub(crate) unit: Option<String>,
}

/// The plan of a file.
pub(crate) type Plan = imports::Plan<Row, Box<Contact>>;

/// A row with what becomes of it.
pub(crate) type Planned = imports::Planned<Row, Box<Contact>>;

/// What the plan is made from.
pub(crate) struct Ground<'a> {
    pub(crate) units: &'a BTreeMap<UnitId, Unit>,
    pub(crate) standing: &'a BTreeMap<UnitId, Vec<Contact>>,
    /// The day on which codes and names are looked up.
    pub(crate) day: Date,
    /// Where the file is from, for rows that do not say.
    pub(crate) source: &'a str,
}

/// The whole plan, in the file's order.
pub(crate) fn plan(ground: &Ground<'_>, lines: &[Line]) -> Plan {
    let index = Index::of(ground);
    let (mut seen, mut mains) = (Vec::new(), BTreeMap::new());
    Plan { rows: lines.iter().map(|line| planned(ground, &index, line, &mut seen, &mut mains)).collect() }
}

/// The units by what a row may call them.
struct Index<'a> {
    by_code: BTreeMap<&'a str, Vec<&'a Unit>>,
    by_name: BTreeMap<String, Vec<&'a Unit>>,
}

impl<'a> Index<'a> {
    fn of(ground: &Ground<'a>) -> Self {
        let mut index = Self { by_code: BTreeMap::new(), by_name: BTreeMap::new() };
        for unit in ground.units.values() {
            if let Some(code) = &unit.code {
                index.by_code.entry(code).or_default().push(unit);
            }
            if unit.stands_on(ground.day) {
                index.by_name.entry(bare(&unit.name)).or_default().push(unit);
            }
        }
        index
    }

    fn unit(&self, line: &Line, day: Date) -> Result<&'a Unit, ContactFault> {
        if line.code.is_empty() {
            return self.named(line, day);
        }
        let padded = [2, 3, 5].map(|width| format!("{:0>width$}", line.code));
        let mut spelt = std::iter::once(&line.code).chain(&padded);
        let bearers = spelt.find_map(|code| self.by_code.get(code.as_str()));
        let bearers = bearers.ok_or_else(|| ContactFault::CodeUnknown { code: line.code.clone() })?;
        let unit = bearers.iter().find(|unit| unit.stands_on(day)).copied();
        let unit = unit.ok_or_else(|| ContactFault::CodeExpired { code: line.code.clone(), day })?;
        if !line.unit.is_empty() && bare(&line.unit) != bare(&unit.name) {
            return Err(ContactFault::CodeOfAnother { other: unit.name.clone() });
        }
        Ok(unit)
    }

    fn named(&self, line: &Line, day: Date) -> Result<&'a Unit, ContactFault> {
        if line.unit.is_empty() {
            return Err(ContactFault::UnitMissing);
        }
        let name = line.unit.clone();
        match self.by_name.get(&bare(&line.unit)).map_or(&[][..], Vec::as_slice) {
            [] => Err(ContactFault::UnitUnknown { name, day }),
            [unit] => Ok(unit),
            _ => Err(ContactFault::UnitUnclear { name }),
        }
    }
}

/// A unit's name without the words that stand before it in an address.
fn bare(name: &str) -> String {
    let name = fold(&one_line(name));
    let without = ["ubnd ", "uy ban nhan dan "].iter().find_map(|words| name.strip_prefix(words));
    without.unwrap_or(&name).to_owned()
}

fn planned(
    ground: &Ground<'_>,
    index: &Index<'_>,
    line: &Line,
    seen: &mut Vec<(UnitId, Person, i64)>,
    mains: &mut BTreeMap<UnitId, i64>,
) -> Planned {
    let unit = index.unit(line, ground.day);
    let name = unit.as_ref().ok().map(|unit| unit.name.clone());
    let outcome = match entry(ground, unit, line, mains) {
        Ok(Found { contact, known }) => {
            let twin = seen
                .iter()
                .find(|(unit, person, _)| *unit == contact.unit && person.name.is_written_like(&contact.person.name));
            if let Some((.., row)) = twin {
                Outcome::Faulty(vec![refused(&ContactFault::Doubled { row: *row })])
            } else {
                seen.push((contact.unit, contact.person.clone(), line.row));
                match known {
                    None => Outcome::New(Box::new(contact)),
                    Some(known) if known == contact => Outcome::Same,
                    Some(_) => Outcome::Changed(Box::new(contact)),
                }
            }
        }
        Err(faults) => Outcome::Faulty(faults.iter().map(refused).collect()),
    };
    Planned { line: Row { line: line.clone(), unit: name }, outcome }
}

/// The line of the directory that a row makes, beside the one that stands there.
struct Found {
    contact: Contact,
    known: Option<Contact>,
}

fn entry(
    ground: &Ground<'_>,
    unit: Result<&Unit, ContactFault>,
    line: &Line,
    mains: &mut BTreeMap<UnitId, i64>,
) -> Result<Found, Vec<ContactFault>> {
    let mut faults = Vec::new();
    let unit = unit.map_err(|fault| faults.push(fault)).ok();
    let standing = unit.and_then(|unit| ground.standing.get(&unit.id)).map_or(&[][..], Vec::as_slice);
    let known = line
        .name
        .parse()
        .ok()
        .and_then(|name| standing.iter().find(|each| each.person.name.is_written_like(&name)).cloned());
    let person = Person::parse(form(line, known.as_ref())).map_err(|wrong| faults.extend(wrong)).ok();
    let from = day(&line.from, "from", &mut faults).or_else(|| known.as_ref().map(|known| known.from));
    let to = day(&line.to, "to", &mut faults).or_else(|| known.as_ref().and_then(|known| known.to));
    let from = from.unwrap_or(ground.day);
    if to.is_some_and(|to| to < from) {
        faults.push(ContactFault::EndsBefore);
    }
    let main = part(line, known.as_ref(), standing, unit, mains).map_err(|fault| faults.push(fault)).ok();
    let usual = known.as_ref().map_or(ground.source, |known| known.source.as_str());
    let source = if line.source.is_empty() { usual } else { line.source.as_str() }.to_owned();
    if length(&source) > LONGEST {
        faults.push(ContactFault::TooLong { field: "source" });
    }
    match (unit, person, main) {
        (Some(unit), Some(person), Some(main)) if faults.is_empty() => {
            let (id, version) = known.as_ref().map_or((ContactId::new(uuid::Uuid::nil()), 1), |k| (k.id, k.version));
            Ok(Found { contact: Contact { id, unit: unit.id, person, main, from, to, source, version }, known })
        }
        _ => Err(faults),
    }
}

/// An empty cell takes nothing away from who stands there.
fn form<'a>(line: &'a Line, known: Option<&'a Contact>) -> PersonForm<'a> {
    let or = |written: &'a str, known: Option<&'a String>| {
        if written.is_empty() { known.map_or("", String::as_str) } else { written }
    };
    let person = known.map(|known| &known.person);
    PersonForm {
        name: person.map_or(&line.name, |person| person.name.as_str()),
        position: or(&line.position, person.map(|person| &person.position)),
        phone: or(&line.phone, person.map(|person| &person.phone)),
        email: or(&line.email, person.map(|person| &person.email)),
        zalo: or(&line.zalo, person.map(|person| &person.zalo)),
        address: or(&line.address, person.map(|person| &person.address)),
    }
}

fn day(text: &str, field: &'static str, faults: &mut Vec<ContactFault>) -> Option<Date> {
    if text.is_empty() {
        return None;
    }
    let day = parse_day(text);
    if day.is_none() {
        faults.push(ContactFault::Day { field });
    }
    day
}

/// Whether the row's person is asked first. Who is alone is.
fn part(
    line: &Line,
    known: Option<&Contact>,
    standing: &[Contact],
    unit: Option<&Unit>,
    mains: &mut BTreeMap<UnitId, i64>,
) -> Result<bool, ContactFault> {
    let Some(unit) = unit else { return Ok(false) };
    let written = fold(&line.part);
    let said = match written.trim() {
        "" => known.map(|known| known.main),
        "chinh" | "dau moi chinh" => Some(true),
        "phu" | "thay" | "du phong" => Some(false),
        _ => return Err(ContactFault::Part),
    };
    let taken = mains.get(&unit.id).copied();
    let alone = taken.is_none() && !standing.iter().any(|each| each.main);
    let main = said.unwrap_or(alone);
    match taken {
        Some(row) if main => Err(ContactFault::SecondMain { row }),
        _ => {
            if main {
                mains.insert(unit.id, line.row);
            }
            Ok(main)
        }
    }
}
