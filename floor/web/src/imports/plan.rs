//! What a workbook would do, row by row, before anybody confirms it.

use std::fmt::Debug;

use hoithi_documents::Sha256Hex;
use hoithi_journal::{Fact, Halt, Refused};

use crate::form::Form;

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<N, C = N> {
    /// Something new.
    New(N),
    /// Something is different now.
    Changed(C),
    /// It stands there just so.
    Same,
    /// It cannot be taken.
    Faulty(Vec<Refused>),
}

impl<N, C> Outcome<N, C> {
    /// Stable name, for the words of a page.
    pub fn code(&self) -> &'static str {
        match self {
            Self::New(_) => "new",
            Self::Changed(_) => "changed",
            Self::Same => "same",
            Self::Faulty(_) => "faulty",
        }
    }

    /// How its tag looks.
    pub fn tone(&self) -> &'static str {
        match self {
            Self::New(_) => "done",
            Self::Changed(_) => "doing",
            Self::Same => "neutral",
            Self::Faulty(_) => "stop",
        }
    }

    /// What is wrong with it.
    pub fn faults(&self) -> &[Refused] {
        match self {
            Self::Faulty(faults) => faults,
            _ => &[],
        }
    }
}

/// A row with what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned<L, N, C = N> {
    /// As it was written.
    pub line: L,
    /// What becomes of it.
    pub outcome: Outcome<N, C>,
}

/// The whole plan, in the file's order.
#[derive(Clone, Debug)]
pub struct Plan<L, N, C = N> {
    /// Its rows.
    pub rows: Vec<Planned<L, N, C>>,
}

/// What a person says to a plan that was read back.
#[derive(Clone, Debug)]
pub struct Confirmation {
    /// The mark of the plan that was read.
    pub seen: String,
    /// Whether rows with faults are left out; otherwise one of them keeps all others out.
    pub leave_out: bool,
}

impl Confirmation {
    /// The fields of a confirmation.
    pub const FIELDS: [&'static str; 2] = ["seen", "leave_out"];

    /// As the form says it.
    pub fn of(form: &Form) -> Self {
        Self { seen: form.value("seen").to_owned(), leave_out: form.checked("leave_out", "co") }
    }
}

impl<L: Debug, N: Debug, C: Debug> Plan<L, N, C> {
    /// How many rows come out like that.
    pub fn count(&self, code: &str) -> usize {
        self.rows.iter().filter(|row| row.outcome.code() == code).count()
    }

    /// Whether anything at all would be different.
    pub fn would_change(&self) -> bool {
        self.count("new") + self.count("changed") > 0
    }

    /// By which the confirmation knows that it takes in what was read.
    pub fn mark(&self) -> String {
        Sha256Hex::of(format!("{:?}", self.rows).as_bytes()).to_string()
    }

    /// Goes on where what was read back is what would happen now, and faults are meant to be left out.
    pub fn confirmed(&self, said: &Confirmation, stale: impl FnOnce() -> Halt) -> Result<(), Halt> {
        if self.mark() != said.seen {
            return Err(stale());
        }
        let faulty = self.count("faulty");
        if faulty == 0 || said.leave_out {
            return Ok(());
        }
        Err(Halt::Refused(vec![Refused {
            code: "web.rows_faulty",
            field: Some("leave_out".to_owned()),
            facts: vec![("count", Fact::Count(i64::try_from(faulty).unwrap_or(i64::MAX)))],
            english: format!("{faulty} rows have faults"),
        }]))
    }
}

/// A file that was taken in, or read too long ago.
pub fn gone() -> Halt {
    Halt::refused("web.import_gone", Some("file"), "this file was taken in already or read too long ago")
}
