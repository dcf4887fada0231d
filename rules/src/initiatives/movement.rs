//! A movement: in which days, and how many initiatives each unit is asked for.

use jiff::civil::Date;

use super::InitiativeRefusal;
use crate::day::{parse_count, parse_day};
use crate::text::{length, one_line};

/// The longest name.
const LONGEST: usize = 300;
/// The most that one unit is asked for.
const MOST: u32 = 100_000;

/// A movement (*phong trào*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// What it is called.
    pub name: String,
    /// Its first day.
    pub begins: Date,
    /// Its last day.
    pub ends: Date,
}

/// As it was typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct MovementForm<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its first day.
    pub begins: &'a str,
    /// Its last day.
    pub ends: &'a str,
}

impl Movement {
    /// Reads the form, or tells everything that is wrong with it.
    pub fn parse(form: MovementForm<'_>) -> Result<Self, Vec<InitiativeRefusal>> {
        let mut wrong = Vec::new();
        let name = one_line(form.name);
        if name.is_empty() {
            wrong.push(InitiativeRefusal::NameMissing);
        } else if length(&name) > LONGEST {
            wrong.push(InitiativeRefusal::TooLong { field: "name", max: LONGEST });
        }
        let [begins, ends] = [("begins", form.begins), ("ends", form.ends)].map(|(field, text)| {
            let day = parse_day(text);
            wrong.extend(day.is_none().then_some(InitiativeRefusal::Day { field }));
            day
        });
        if begins.zip(ends).is_some_and(|(begins, ends)| ends < begins) {
            wrong.push(InitiativeRefusal::EndsBefore);
        }
        match (begins, ends) {
            (Some(begins), Some(ends)) if wrong.is_empty() => Ok(Self { name, begins, ends }),
            _ => Err(wrong),
        }
    }
}

/// How many a unit is asked for.
pub fn target(text: &str) -> Result<u32, InitiativeRefusal> {
    parse_count(text).filter(|count| *count <= MOST).ok_or(InitiativeRefusal::Target { max: MOST })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::refusal::Refusal;

    #[test]
    fn it_has_a_name_and_days_in_their_order() {
        let form =
            MovementForm { name: " Mỗi người một  sáng kiến ", begins: "1/1/2021", ends: "31/12/2021" };
        let read = Movement::parse(form).unwrap();
        assert_eq!((read.name.as_str(), read.ends), ("Mỗi người một sáng kiến", date(2021, 12, 31)));
        let fields =
            |form| -> Vec<String> { Movement::parse(form).unwrap_err().iter().filter_map(Refusal::field).collect() };
        assert_eq!(fields(MovementForm::default()), ["name", "begins", "ends"]);
        assert_eq!(fields(MovementForm { ends: "31/12/2020", ..form }), ["ends"]);
        assert!(Movement::parse(MovementForm { ends: "1/1/2021", ..form }).is_ok());
    }

    #[test]
    fn a_target_is_a_whole_number() {
        assert_eq!(target("1.200"), Ok(1200));
        assert_eq!(target("0"), Ok(0));
        for text in ["", "-1", "2,5", "100.001", "mười"] {
            assert!(target(text).is_err(), "{text}");
        }
    }
}
