//! A long list in pages, with the search kept in the addresses.

use hoithi_web::Form;

/// Which part of a list is shown.
pub(super) struct Paging {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) found: usize,
    /// Empty where there is none.
    pub(super) previous: String,
    pub(super) next: String,
    a_page: usize,
}

impl Paging {
    /// The page that `trang` asks for, the last one at most.
    pub(super) fn of(form: &Form, found: usize, a_page: usize, address: &str) -> Self {
        let pages = found.div_ceil(a_page).max(1);
        let page = form.value("trang").parse::<usize>().unwrap_or(1).clamp(1, pages);
        let other = |page: usize| format!("{address}trang={page}");
        let first = (page - 1) * a_page;
        Self {
            first: first + usize::from(found > 0),
            last: found.min(page * a_page),
            found,
            previous: if page > 1 { other(page - 1) } else { String::new() },
            next: if page < pages { other(page + 1) } else { String::new() },
            a_page,
        }
    }

    pub(super) fn most(&self) -> i64 {
        i64::try_from(self.a_page).unwrap_or(i64::MAX)
    }

    /// How many stand before the page.
    pub(super) fn skip(&self) -> i64 {
        i64::try_from(self.first.saturating_sub(1)).unwrap_or(i64::MAX)
    }
}

/// The list's address with what was asked, ready for one more parameter.
pub(super) fn address(path: &str, form: &Form, fields: &[&str]) -> String {
    let asked: Vec<_> = fields.iter().filter_map(|field| Some((*field, form.given(field)?))).collect();
    match serde_urlencoded::to_string(asked) {
        Ok(asked) if !asked.is_empty() => format!("{path}?{asked}&"),
        _ => format!("{path}?"),
    }
}
