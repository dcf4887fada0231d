//! The rows and the checks of a form as its editor shows them.

use hoithi_rules::reporting::{Check, CheckRow, FormRows, ReportForm, Row, RowKind, Sign, Sum};
use hoithi_web::{Form, Page};

/// One row of the page.
pub(super) struct RowShown {
    pub(super) at: usize,
    kind: RowKind,
    pub(super) title: String,
    pub(super) says: String,
    pub(super) open: bool,
    /// Fields that its kind does not show, with what was typed in them: nothing is lost when the kind is
    /// changed by mistake.
    pub(super) kept: Vec<(String, String)>,
}

/// One check of the page.
pub(super) struct CheckShown {
    pub(super) at: usize,
    /// Whether it is written in signs, because the fields are too few for it.
    pub(super) written: bool,
    /// The check in words, or that it is none yet.
    pub(super) told: String,
}

impl CheckShown {
    /// The checks of these rows; a figure is called as its row is.
    pub(super) fn all(page: &Page, rows: &FormRows) -> Vec<Self> {
        let called = |code: &str| {
            let named = rows.rows.iter().find(|row| row.code == code && !row.label.is_empty());
            named.map_or_else(|| code.to_owned(), |row| row.label.clone())
        };
        let shown = |(at, row): (usize, &CheckRow)| {
            let told = row.read().map(|check| told(page, &check, called));
            let told = told.unwrap_or_else(|| page.t("reporting-check-new"));
            Self { at, written: !row.written.is_empty(), told }
        };
        rows.checks.iter().enumerate().map(shown).collect()
    }

    /// The name of one of its fields.
    pub(super) fn field(&self, part: &str) -> String {
        format!("{part}_{}", self.at)
    }
}

impl RowShown {
    pub(super) fn all(page: &Page, rows: &FormRows, form: &Form, open: Option<usize>) -> Vec<Self> {
        let shown = |(at, row): (usize, &Row)| {
            let fields = ["kind", "code", "label", "source"];
            let wrong = fields.iter().any(|part| form.error(&format!("{part}_{at}")).is_some());
            Self {
                at,
                kind: row.kind,
                title: if row.label.is_empty() { page.t("reporting-row-new") } else { row.label.clone() },
                says: page.tcode("reporting-row-kind-", row.kind.code()),
                open: wrong || open == Some(at) || row.label.is_empty(),
                kept: kept_of(row.kind, at, form),
            }
        };
        rows.rows.iter().enumerate().map(shown).collect()
    }

    /// The name of one of its fields.
    pub(super) fn field(&self, part: &str) -> String {
        format!("{part}_{}", self.at)
    }

    pub(super) fn is_title(&self) -> bool {
        self.kind.is_title()
    }

    pub(super) fn is_figure(&self) -> bool {
        self.kind == RowKind::Figure
    }

    pub(super) fn is_question(&self) -> bool {
        self.kind == RowKind::Question
    }

    /// Whether it is a column of a table of reports.
    pub(super) fn is_column(&self) -> bool {
        matches!(self.kind, RowKind::Figure | RowKind::Question)
    }

    pub(super) fn is_helped(&self) -> bool {
        matches!(self.kind, RowKind::Figure | RowKind::Text)
    }
}

fn kept_of(kind: RowKind, at: usize, form: &Form) -> Vec<(String, String)> {
    let away: &[&str] = match kind {
        RowKind::Figure => &[],
        RowKind::Question => &["help", "unit", "source", "by_field", "apart"],
        RowKind::Text => &["short", "unit", "source", "required", "by_field", "apart"],
        RowKind::Section | RowKind::Folded => {
            &["code", "short", "help", "unit", "source", "required", "by_field", "apart"]
        }
    };
    let fields = away.iter().map(|part| format!("{part}_{at}"));
    let kept = fields.map(|field| {
        let value = form.value(&field).to_owned();
        (field, value)
    });
    kept.filter(|(_, value)| !value.is_empty()).collect()
}

/// A check of a form in words, as whoever wrote the form reads it.
pub(super) struct CheckTold {
    pub(super) told: String,
    pub(super) warns: bool,
}

impl CheckTold {
    pub(super) fn all(page: &Page, form: &ReportForm) -> Vec<Self> {
        let read = |check: &Check| Self { told: told(page, check, |code| form.called(code)), warns: check.warns };
        form.checks.iter().map(read).collect()
    }
}

/// `Giải pháp gửi lên không nhiều hơn Giải pháp dự thi`: nobody has to know the codes.
fn told(page: &Page, check: &Check, called: impl Fn(&str) -> String) -> String {
    let compared = |left: &Sum, sign: Sign, right: &Sum| {
        let sign = page.tcode("reporting-sign-", sign.code());
        let facts = [("left", left.told(&called)), ("sign", sign), ("right", right.told(&called))];
        page.tx("reporting-check-told", &facts)
    };
    let told = compared(&check.left, check.sign, &check.right);
    let Some((left, sign, right)) = &check.when else { return told };
    page.tx("reporting-check-told-when", &[("check", told), ("when", compared(left, *sign, right))])
}
