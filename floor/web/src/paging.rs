//! A long list in pages, with what was asked kept from one to the next.

use crate::form::Form;
use crate::page::Page;

/// How a list is asked.
pub struct Asking {
    /// Its address; empty where the address that is open is its own.
    pub path: &'static str,
    /// What may stand behind it.
    pub open: &'static [&'static str],
    /// What may name a person and is sent instead: addresses are kept by browsers and by whatever lies between.
    pub words: &'static [&'static str],
}

impl Asking {
    /// Whether anything of it was asked.
    pub fn narrows(&self, form: &Form) -> bool {
        self.open.iter().chain(self.words).any(|field| form.given(field).is_some())
    }

    /// What the address takes, with the page.
    pub fn asked(&self) -> Vec<&'static str> {
        [self.open, &["trang"]].concat()
    }

    /// What the form takes, with the page.
    pub fn sent(&self) -> Vec<&'static str> {
        [self.open, self.words, &["trang"]].concat()
    }

    /// The list's address with one question answered so, from the first page on; empty asks it no more.
    pub fn with(&self, form: &Form, name: &str, value: &str) -> String {
        let mut asked = given(form, self.open);
        asked.retain(|(field, _)| field != name);
        asked.extend(Some((name.to_owned(), value.to_owned())).filter(|(_, value)| !value.is_empty()));
        format!("{}?{}", self.path, serde_urlencoded::to_string(asked).unwrap_or_default())
    }

    /// The list's address with what was asked, ready for one more parameter.
    fn address(&self, form: &Form) -> String {
        match serde_urlencoded::to_string(given(form, self.open)) {
            Ok(asked) if !asked.is_empty() => format!("{}?{asked}&", self.path),
            _ => format!("{}?", self.path),
        }
    }
}

fn given(form: &Form, fields: &[&str]) -> Vec<(String, String)> {
    fields.iter().filter_map(|field| Some(((*field).to_owned(), form.given(field)?.to_owned()))).collect()
}

/// Which part of a list is shown.
pub struct Paging {
    first: usize,
    last: usize,
    found: usize,
    /// The address of the page before, or its number where the form is sent again; empty where there is none.
    pub previous: String,
    /// The same of the page behind.
    pub next: String,
    /// What is sent again, where words were sent.
    pub again: Vec<(String, String)>,
    a_page: usize,
}

impl Paging {
    /// The page that `trang` asks for, the last one at most.
    pub fn of(form: &Form, found: usize, a_page: usize, asking: &Asking) -> Self {
        let pages = found.div_ceil(a_page).max(1);
        let page = form.value("trang").parse::<usize>().unwrap_or(1).clamp(1, pages);
        let words = given(form, asking.words);
        let again = if words.is_empty() { words } else { [given(form, asking.open), words].concat() };
        let address = asking.address(form);
        let other = |page: usize| if again.is_empty() { format!("{address}trang={page}") } else { page.to_string() };
        let first = (page - 1) * a_page;
        Self {
            first: first + usize::from(found > 0),
            last: found.min(page * a_page),
            found,
            previous: if page > 1 { other(page - 1) } else { String::new() },
            next: if page < pages { other(page + 1) } else { String::new() },
            again,
            a_page,
        }
    }

    /// Where one is in the list, in the words of this text: its `first`, its `last`, how many were `found`.
    pub fn place(&self, page: &Page, key: &str) -> String {
        let facts = [("first", self.first), ("last", self.last), ("found", self.found)];
        page.tx(key, &facts.map(|(name, number)| (name, number.to_string())))
    }

    /// How many stand on a page, for the statement that reads it.
    pub fn most(&self) -> i64 {
        i64::try_from(self.a_page).unwrap_or(i64::MAX)
    }

    /// How many stand before the page.
    pub fn skip(&self) -> i64 {
        i64::try_from(self.first.saturating_sub(1)).unwrap_or(i64::MAX)
    }

    /// The page's part of a list that was read whole.
    pub fn part_of<T>(&self, all: Vec<T>) -> Vec<T> {
        all.into_iter().skip(self.first.saturating_sub(1)).take(self.a_page).collect()
    }
}
