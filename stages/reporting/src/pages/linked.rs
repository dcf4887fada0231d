//! The same form of a report for whoever holds a personal link; the room of the link opens it.

use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_web::{Form, House, Page, Posted, html};
use jiff::civil::Date;
use uuid::Uuid;

use super::desk::Desk;
use super::own::{ReportPage, Seat};
use super::{form, later, paper};
use crate::known::{KnownFigures, Origins};
use crate::operations::{What, Written};

/// A unit's report as a link's holder writes it.
pub struct LinkedReport {
    desk: Desk,
    /// Where the link begins.
    letter: String,
    today: Date,
}

impl LinkedReport {
    /// The report that this origin asked for, beneath the address where the link begins.
    pub async fn load(
        house: &House,
        sources: (&dyn KnownFigures, &dyn Origins),
        origin: Uuid,
        (letter, today): (String, Date),
    ) -> Result<Self, Halt> {
        Ok(Self { desk: Desk::of_origin(house, sources, origin).await?, letter, today })
    }

    /// Where it is.
    pub fn address(&self) -> String {
        format!("{}/bao-cao", self.letter)
    }

    /// The form with its draft, the last answer, or what the system knows.
    pub fn show(self, page: Page) -> Result<Response, Halt> {
        let form = self.desk.filled();
        self.show_with(page, form)
    }

    /// The form as it was typed.
    pub fn show_with(self, page: Page, form: Form) -> Result<Response, Halt> {
        let Self { desk, letter, today } = self;
        html(&ReportPage::of(page, desk, form, Seat::Link(&letter), today))
    }

    /// What stands in the way of the signed paper, above the form as it is kept.
    pub fn refuse_paper(self, page: Page, halt: Halt) -> Result<Response, Halt> {
        let form = paper::refused_paper(&page, &self.desk, halt)?;
        self.show_with(page, form)
    }

    /// The form as it is kept, with what stands in the way of a later day.
    pub fn refuse_later(self, page: Page, typed: &Form, halt: Halt) -> Result<Response, Halt> {
        let form = later::refused_wish(&page, &self.desk, typed, halt)?;
        self.show_with(page, form)
    }

    /// What was posted about a later day.
    pub fn later(&self, typed: &Form) -> Result<Written, Halt> {
        later::read_wish(typed, self.desk.line.request.id).map(Written)
    }

    /// The draft or the report that was posted.
    pub fn written(&self, house: &House, posted: &mut Posted) -> Result<Written, Halt> {
        if posted.form.checked("step", "draft") {
            return Ok(Written(What::Draft(self.desk.draft_in(posted, false), form::draft_kept(posted))));
        }
        self.desk.report_in(house, posted, false).map(|command| Written(What::Report(command)))
    }

    /// Refuses a field that the form does not have.
    pub fn only(&self, typed: &Form) -> Result<(), Halt> {
        form::only(&self.desk.form, typed)
    }

    /// The signed paper that was posted.
    pub fn paper(&self, house: &House, posted: &mut Posted) -> Result<Written, Halt> {
        paper::paper_in(house, &self.desk, posted).map(|command| Written(What::Papers(command)))
    }

    /// The report for signature and stamp.
    pub async fn printed(&self, house: &House) -> Result<Response, Halt> {
        paper::printed(house, &self.desk).await
    }

    /// A file that came with it, counted from 1.
    pub async fn file(&self, house: &House, place: usize) -> Result<Response, Halt> {
        paper::served(house, &self.desk.line, place).await
    }
}
