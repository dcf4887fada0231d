//! A check of a form as an officer edits it: figures and a sign in fields, or the comparison in signs.

use crate::reporting::check::{Sum, Term};
use crate::reporting::{Check, Sign};
use crate::text::one_line;

/// One check: sum and sign and sum, where one of two figures on the left and one on the right are enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckRow {
    /// A figure.
    pub left: String,
    /// A figure that is added to it.
    pub plus: String,
    /// How both sides are compared.
    pub sign: Option<Sign>,
    /// A figure.
    pub right: String,
    /// A number, or a number that is added to the figure on the right.
    pub number: String,
    /// Only where there is any of this figure.
    pub when: String,
    /// The comparison in signs, where the fields are too few for it.
    pub written: String,
    /// Whether it only warns.
    pub warns: bool,
}

impl CheckRow {
    pub(super) fn of(check: &Check) -> Self {
        let row = Self::in_fields(check);
        let row = row.unwrap_or_else(|| Self { written: check.to_string(), ..Self::default() });
        Self { warns: check.warns, ..row }
    }

    fn in_fields(check: &Check) -> Option<Self> {
        let (left, plus) = match check.left.0.as_slice() {
            [Term::Figure(left)] => (left.clone(), String::new()),
            [Term::Figure(left), Term::Figure(plus)] => (left.clone(), plus.clone()),
            _ => return None,
        };
        let (right, number) = match check.right.0.as_slice() {
            [Term::Figure(right)] => (right.clone(), String::new()),
            [Term::Number(number)] => (String::new(), number.to_string()),
            [Term::Figure(right), Term::Number(number)] => (right.clone(), number.to_string()),
            _ => return None,
        };
        let when = match &check.when {
            None => String::new(),
            Some((Sum(of), Sign::AtLeast, Sum(bound))) => match (of.as_slice(), bound.as_slice()) {
                ([Term::Figure(code)], [Term::Number(1)]) => code.clone(),
                _ => return None,
            },
            Some(_) => return None,
        };
        Some(Self { left, plus, sign: Some(check.sign), right, number, when, ..Self::default() })
    }

    /// The comparison, as far as the row is one.
    pub fn read(&self) -> Option<Check> {
        let check = Check::read(&self.text()?)?;
        Some(Check { warns: self.warns, ..check })
    }

    /// The comparison in signs; only a row with nothing in it says nothing.
    pub(super) fn text(&self) -> Option<String> {
        let [left, plus, right, number, when, written] =
            [&self.left, &self.plus, &self.right, &self.number, &self.when, &self.written].map(|each| one_line(each));
        if !written.is_empty() {
            return Some(written);
        }
        if self.sign.is_none() && [&left, &plus, &right, &number, &when].iter().all(|each| each.is_empty()) {
            return None;
        }
        let sum = |terms: [&String; 2]| {
            let terms = terms.into_iter().filter(|term| !term.is_empty());
            terms.map(String::as_str).collect::<Vec<_>>().join(" + ")
        };
        let (left, right) = (sum([&left, &plus]), sum([&right, &number]));
        let when = if when.is_empty() { String::new() } else { format!(" khi {when} >= 1") };
        Some(format!("{left} {} {right}{when}", self.sign.map_or("", Sign::written)))
    }
}
