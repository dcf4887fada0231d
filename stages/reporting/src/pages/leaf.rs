//! One page of a long list.

use hoithi_web::{Form, Page};

/// How many rows stand on one page.
const ROWS: usize = 100;

/// Where one is in a list, and the addresses of the pages beside.
pub(super) struct Leaf {
    place: String,
    pub(super) previous: String,
    pub(super) next: String,
}

impl Leaf {
    /// The rows of the page that `field` asks for; `address` is the list's own, ready for one more parameter.
    pub(super) fn of<T>(page: &Page, rows: Vec<T>, (form, field): (&Form, &str), address: &str) -> (Self, Vec<T>) {
        let found = rows.len();
        let at = form.value(field).parse::<usize>().unwrap_or(1).clamp(1, found.div_ceil(ROWS).max(1));
        let first = (at - 1) * ROWS;
        let shown: Vec<T> = rows.into_iter().skip(first).take(ROWS).collect();
        let last = first + shown.len();
        let facts = [("first", first + 1), ("last", last), ("found", found)].map(|(name, n)| (name, n.to_string()));
        let beside = |at: usize| format!("{address}{field}={at}");
        let leaf = Self {
            place: page.tx("reporting-place", &facts),
            previous: if at > 1 { beside(at - 1) } else { String::new() },
            next: if last < found { beside(at + 1) } else { String::new() },
        };
        (leaf, shown)
    }

    /// Whether there are others.
    pub(super) const fn is_one_of_many(&self) -> bool {
        !self.previous.is_empty() || !self.next.is_empty()
    }

    pub(super) fn place(&self) -> &str {
        &self.place
    }
}
