//! A person whom one reaches in a unit.

use hoithi_people::Contact as Reached;
use hoithi_rules::ids::{ContactId, UnitId};
use hoithi_rules::people::PersonName;
use hoithi_rules::text::{length, one_line};
use jiff::civil::Date;
use serde::Serialize;

use crate::fault::ContactFault;

/// The longest position, address or source.
pub(crate) const LONGEST: usize = 200;

/// Who it is and by which ways they are reached; a way that is not known is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The full name.
    pub name: PersonName,
    /// What they are in the unit.
    pub position: String,
    /// Telephone.
    pub phone: String,
    /// Official mail.
    pub email: String,
    /// The number of their Zalo.
    pub zalo: String,
    /// Where a letter on paper goes.
    pub address: String,
}

/// The same as it was typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct PersonForm<'a> {
    /// The full name.
    pub name: &'a str,
    /// What they are in the unit.
    pub position: &'a str,
    /// Telephone.
    pub phone: &'a str,
    /// Official mail.
    pub email: &'a str,
    /// The number of their Zalo.
    pub zalo: &'a str,
    /// Where a letter on paper goes.
    pub address: &'a str,
}

impl Person {
    /// Checks every shape and tells all that is wrong at once.
    pub fn parse(form: PersonForm<'_>) -> Result<Self, Vec<ContactFault>> {
        let mut faults = Vec::new();
        let name = form.name.parse::<PersonName>();
        if name.is_err() {
            faults.push(ContactFault::Name);
        }
        let [position, address] = [("position", form.position), ("address", form.address)].map(|(field, text)| {
            let text = one_line(text);
            if length(&text) > LONGEST {
                faults.push(ContactFault::TooLong { field });
            }
            text
        });
        let (phone, zalo, email) = (number(form.phone), number(form.zalo), form.email.trim().to_owned());
        let ways = [
            (&phone, Reached::parse("", &phone).is_ok(), ContactFault::Phone),
            (&email, Reached::parse(&email, "").is_ok() && length(&email) <= LONGEST, ContactFault::Email),
            (&zalo, Reached::parse("", &zalo).is_ok(), ContactFault::Zalo),
        ];
        faults.extend(ways.into_iter().filter(|(text, right, _)| !text.is_empty() && !right).map(|(.., fault)| fault));
        if [&phone, &email, &zalo, &address].iter().all(|way| way.is_empty()) {
            faults.push(ContactFault::NoWay);
        }
        match name {
            Ok(name) if faults.is_empty() => Ok(Self { name, position, phone, email, zalo, address }),
            _ => Err(faults),
        }
    }
}

/// A number as it is dialled: a table that takes it for a figure loses the zero before it.
fn number(text: &str) -> String {
    let text = one_line(text);
    let is_figure = text.bytes().all(|byte| byte.is_ascii_digit());
    if is_figure && !text.starts_with('0') && matches!(text.len(), 9 | 10) { format!("0{text}") } else { text }
}

/// One line of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Its id.
    pub id: ContactId,
    /// Of which unit.
    pub unit: UnitId,
    /// Who.
    pub person: Person,
    /// Whether they are asked first; the others stand in for them.
    pub main: bool,
    /// Since when.
    pub from: Date,
    /// Their last day; none while they go on.
    pub to: Option<Date>,
    /// Where the directory has it from.
    pub source: String,
    /// Counts its changes.
    pub version: i64,
}

impl Contact {
    /// Whether they are to be reached on that day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|last| day <= last)
    }
}
