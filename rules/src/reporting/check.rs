//! What must hold between figures: sums compared with sums, in whole numbers.
//!
//! `received >= accepted`, `boys + girls = people`, `items >= 1 khi people >= 1`. A comparison is
//! made only when every figure in it was given; of a figure that is asked by field the parts are
//! added up.

use std::collections::BTreeMap;
use std::fmt;

use super::{ReportForm, ReportRefusal};

/// One comparison, with the case in which it is made. One that only warns is read again by whoever reports,
/// and the report goes out once they say that the figures are right; in it a figure that was not given counts
/// as none beside others that were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Left of the sign.
    pub left: Sum,
    /// The sign.
    pub sign: Sign,
    /// Right of it.
    pub right: Sum,
    /// The case; always without one.
    pub when: Option<(Sum, Sign, Sum)>,
    /// Whether it only warns.
    pub warns: bool,
}

/// Terms that are added up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum(pub Vec<Term>);

/// A figure or a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// By its code.
    Figure(String),
    /// As it stands.
    Number(u64),
}

/// How two sums are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// `<=`
    AtMost,
    /// `>=`
    AtLeast,
    /// `<>`
    Unlike,
    /// `=`
    Equal,
    /// `<`
    Less,
    /// `>`
    More,
}

impl Sign {
    /// In the order of a choice.
    pub const ALL: [Self; 6] = [Self::AtMost, Self::AtLeast, Self::Equal, Self::Less, Self::More, Self::Unlike];

    /// Stable name, in fields of a page.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AtMost => "at_most",
            Self::AtLeast => "at_least",
            Self::Unlike => "unlike",
            Self::Equal => "equal",
            Self::Less => "less",
            Self::More => "more",
        }
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sign| sign.code() == code)
    }

    /// As it is written in a form.
    pub fn written(self) -> &'static str {
        Self::WRITTEN.into_iter().find(|(_, sign)| *sign == self).map_or("", |(written, _)| written)
    }

    /// Two-letter signs first, or `<` would be found in `<=`.
    const WRITTEN: [(&str, Self); 6] = [
        ("<=", Self::AtMost),
        (">=", Self::AtLeast),
        ("<>", Self::Unlike),
        ("=", Self::Equal),
        ("<", Self::Less),
        (">", Self::More),
    ];

    fn holds(self, left: u128, right: u128) -> bool {
        match self {
            Self::AtMost => left <= right,
            Self::AtLeast => left >= right,
            Self::Unlike => left != right,
            Self::Equal => left == right,
            Self::Less => left < right,
            Self::More => left > right,
        }
    }
}

impl fmt::Display for Check {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} {} {}", self.left, self.sign.written(), self.right)?;
        match &self.when {
            Some((left, sign, right)) => write!(to, " khi {left} {} {right}", sign.written()),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, term) in self.0.iter().enumerate() {
            if place > 0 {
                to.write_str(" + ")?;
            }
            match term {
                Term::Figure(code) => to.write_str(code)?,
                Term::Number(number) => write!(to, "{number}")?,
            }
        }
        Ok(())
    }
}

impl Sum {
    /// Its terms in words, each figure as it is called.
    pub fn told(&self, called: impl Fn(&str) -> String) -> String {
        let word = |term: &Term| match term {
            Term::Figure(code) => called(code),
            Term::Number(number) => number.to_string(),
        };
        self.0.iter().map(word).collect::<Vec<_>>().join(" + ")
    }

    fn read(text: &str) -> Option<Self> {
        text.split('+').map(|word| Term::read(word.trim())).collect::<Option<Vec<_>>>().map(Self)
    }

    fn value(&self, figures: &BTreeMap<String, u64>) -> Option<u128> {
        self.0.iter().map(|term| term.value(figures)).sum()
    }

    /// What is given of it; none where nothing is.
    fn given(&self, figures: &BTreeMap<String, u64>) -> Option<u128> {
        self.0.iter().filter_map(|term| term.value(figures)).reduce(|sum, more| sum + more)
    }

    fn codes(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|term| match term {
            Term::Figure(code) => Some(code.as_str()),
            Term::Number(_) => None,
        })
    }

    /// `Giải pháp gửi lên (13) + …`
    fn words(&self, form: &ReportForm, figures: &BTreeMap<String, u64>) -> String {
        let word = |term: &Term| match term {
            Term::Number(number) => number.to_string(),
            Term::Figure(code) => {
                let value = term.value(figures).unwrap_or(0);
                format!("{} ({value})", form.called(code))
            }
        };
        let given = self.0.iter().filter(|term| term.value(figures).is_some());
        given.map(word).collect::<Vec<_>>().join(" + ")
    }
}

impl Term {
    fn read(word: &str) -> Option<Self> {
        if let Ok(number) = word.parse() {
            return Some(Self::Number(number));
        }
        is_code(word).then(|| Self::Figure(word.to_owned()))
    }

    fn value(&self, figures: &BTreeMap<String, u64>) -> Option<u128> {
        match self {
            Self::Number(number) => Some(u128::from(*number)),
            Self::Figure(code) => figures.get(code).map(|value| u128::from(*value)).or_else(|| {
                let parts: Vec<_> = figures.iter().filter(|(part, _)| is_part(part, code)).collect();
                (!parts.is_empty()).then(|| parts.into_iter().map(|(_, value)| u128::from(*value)).sum())
            }),
        }
    }
}

pub(super) fn is_part(part: &str, of: &str) -> bool {
    part.strip_prefix(of).is_some_and(|rest| rest.starts_with('.'))
}

/// What a figure may be called: it is also the name of a field and a column.
pub(super) fn is_code(word: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    word.starts_with(|first: char| first.is_ascii_lowercase()) && word.len() <= 40 && word.chars().all(plain)
}

impl Check {
    /// Reads `sum sign sum [khi sum sign sum]`.
    pub fn read(text: &str) -> Option<Self> {
        let (check, when) = match text.split_once(" khi ") {
            Some((check, when)) => (check, Some(compared(when)?)),
            None => (text, None),
        };
        let (left, sign, right) = compared(check)?;
        Some(Self { left, sign, right, when, warns: false })
    }

    /// Every figure it names.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        let when = self.when.iter().flat_map(|(left, _, right)| left.codes().chain(right.codes()));
        self.left.codes().chain(self.right.codes()).chain(when)
    }

    /// Why these figures contradict it, if they do.
    pub fn refusal(&self, form: &ReportForm, figures: &BTreeMap<String, u64>) -> Option<ReportRefusal> {
        let side = |sum: &Sum| if self.warns { sum.given(figures) } else { sum.value(figures) };
        let (left, right) = (side(&self.left)?, side(&self.right)?);
        if let Some((when, sign, bound)) = &self.when
            && !sign.holds(when.value(figures)?, bound.value(figures)?)
        {
            return None;
        }
        (!self.sign.holds(left, right)).then(|| ReportRefusal::Disagree {
            field: self.codes().next().map(|code| form.field_of(code)).unwrap_or_default(),
            left: self.left.words(form, figures),
            sign: self.sign,
            right: self.right.words(form, figures),
            warns: self.warns,
        })
    }
}

fn compared(text: &str) -> Option<(Sum, Sign, Sum)> {
    let text = text.replace('≤', "<=").replace('≥', ">=").replace('≠', "<>");
    let (written, sign) = Sign::WRITTEN.into_iter().find(|(written, _)| text.contains(written))?;
    let (left, right) = text.split_once(written)?;
    Some((Sum::read(left)?, sign, Sum::read(right)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn figures(values: &[(&str, u64)]) -> BTreeMap<String, u64> {
        values.iter().map(|(code, value)| ((*code).to_owned(), *value)).collect()
    }

    fn agrees(check: &str, values: &[(&str, u64)]) -> bool {
        Check::read(check).unwrap().refusal(&ReportForm::default(), &figures(values)).is_none()
    }

    #[test]
    fn a_sum_is_told_by_what_its_figures_are_called() {
        let check = Check::read("a + b + 2 <= c").unwrap();
        assert_eq!(check.left.told(|code| format!("số {code}")), "số a + số b + 2");
    }

    #[test]
    fn sums_are_compared() {
        assert!(agrees("a + b <= c", &[("a", 1), ("b", 2), ("c", 3)]));
        assert!(!agrees("a + b < c", &[("a", 1), ("b", 2), ("c", 3)]));
        assert!(!agrees("a ≠ 1", &[("a", 1)]));
        assert!(agrees("a <= b", &[("a", 1)]), "a figure that was not given contradicts nothing");
    }

    #[test]
    fn a_warning_adds_up_what_is_given() {
        let check = Check { warns: true, ..Check::read("a + b <= c").unwrap() };
        let doubtful = |values: &[(&str, u64)]| check.refusal(&ReportForm::default(), &figures(values)).is_some();
        assert!(doubtful(&[("a", 9), ("c", 5)]) && doubtful(&[("a", 3), ("b", 3), ("c", 5)]));
        assert!(!doubtful(&[("a", 3), ("c", 5)]) && !doubtful(&[("c", 5)]) && !doubtful(&[("a", 9)]));
    }

    #[test]
    fn a_case_that_is_not_there_asks_nothing() {
        let check = "items >= 1 khi people >= 1";
        assert!(agrees(check, &[("items", 0), ("people", 0)]));
        assert!(!agrees(check, &[("items", 0), ("people", 4)]));
    }

    #[test]
    fn of_a_figure_by_field_the_parts_are_added_up() {
        assert!(agrees("by_field = all", &[("by_field.it", 2), ("by_field.med", 3), ("all", 5)]));
        assert!(!agrees("by_field = all", &[("by_field.it", 2), ("by_fielder.x", 3), ("all", 5)]));
    }

    #[test]
    fn what_is_no_comparison_is_none() {
        for text in ["", "a", "a <=", "a b <= c", "a <= b khi", "a <= b <= c", "A <= b", "a - b <= c"] {
            assert_eq!(Check::read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_sum_overflows(a in any::<u64>(), b in any::<u64>()) {
            let given = [("a", a), ("b", b)];
            prop_assert_eq!(agrees("a + b + b >= a", &given), true);
            prop_assert_eq!(agrees("a < b", &given), a < b);
        }

        #[test]
        fn anything_may_be_typed(text in "\\PC{0,60}") {
            let _ = Check::read(&text);
        }
    }
}
