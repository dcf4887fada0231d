//! Reports: units are asked by a form, answer it, and the answers add up by themselves.
//!
//! Serves the plan's section on reports and the letter's first task. A form is data and is kept in
//! versions; a request freezes the version it was asked by. A report is drafted, sent, printed for
//! signature and stamp, given back with a reason, approved and locked, opened again with a reason;
//! a late one is taken and marked late. Only what is approved counts, and the sum at the top is
//! always the sum of the approved reports.
//!
//! May not enter here: what asked for a report (a letter's way to a unit is an [`Origins`] matter,
//! known by an opaque id), and the rooms that know figures ([`KnownFigures`]).

mod api;
mod choice;
mod forms;
mod known;
mod line;
mod mark;
mod operations;
mod pages;
mod press;
mod refusal;
mod store;
mod summary;
mod upward;
mod workbook;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use choice::{Choice, Grouping, Span};
pub use forms::{FormKey, KeptForm, SHIPPED, form_of};
pub use known::{
    AskedFuture, Decided, KnownFigures, KnownFuture, MailWords, OccasionsFuture, Origin, OriginFuture, Origins,
    ReportedFuture, WAITING,
};
pub use line::{ReportFile, ReportLine, ReportStanding, ReportVersion, Unasked};
pub use mark::ReportMark;
pub use operations::{
    Ask, AskLater, DecideLater, Judge, KeepForm, OnPaper, PassOn, PeriodStep, SaveDraft, SubmitReport, Verdict,
    Written, ask, ask_later, begin_period, choose_form, decide_later, instant_of, judge, keep_form, pass_on,
    put_into_clusters, save_draft, step_period, submit_report, withdraw_later, written_by_link,
};
pub use pages::{LinkedReport, routes};
pub use press::{print_report, unit_head};
pub use refusal::ReportingRefusal;
pub use store::{
    LaterWish, TextKey, later_wish, later_wishes, periods, report_line, report_marks, report_of_origin, reports_of,
    reports_unsigned, reports_waiting, save_duty, withdraw_open,
};
pub use summary::{Doubled, Heap, Passage, Requested, Sheet, Summary, UnitReport, summary};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations![
    "202611230820_reporting_forms",
    "202611230821_reporting_duties",
    "202611231202_reporting_periods",
    "202611231203_reporting_clusters",
    "202611231401_reporting_verdicts",
    "202611231402_reporting_occasions",
    "202611231403_reporting_named_periods",
    "202611231510_reporting_exceptions",
    "202611231555_reporting_texts_taken",
    "202611240100_reporting_extensions",
    "202611240430_reporting_signed",
    "202611240505_reporting_unasked",
];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "reporting", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
