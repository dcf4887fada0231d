//! The campaign: the standing agency's letter reaches every unit, each unit does its part and
//! proves it, reports come back and add up by themselves.
//!
//! Serves the committee's plan and the letter of the standing agency (its section 1 with five
//! tasks). A letter goes to many units at once; each has its own [`Sending`], its tasks with days
//! from the edition's calendar, and its duty to report. A late answer is taken and marked late;
//! an answer that came on paper, by telephone or by mail is recorded by the agency, says so, and
//! counts the same.
//!
//! May not enter here: what a report says and how reports add up (the room of reports, which a
//! letter asks by its sending), and what a document looks like (that is the register's).

mod api;
mod called;
mod contacts;
mod dashes;
mod known;
mod letter;
mod links;
mod operations;
mod overdue;
mod packages;
mod pages;
mod progress;
mod proof;
mod publicity;
mod recall;
mod recipients;
mod refusal;
mod reminder;
mod reports;
mod standings;
mod store;
mod thumbnail;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use dashes::Dashes;
pub use known::{KnownReminders, RemindedFuture};
pub use letter::{Duty, LetterLine, MailWords, SendLetter, SentLetter, SentTo, TaskOrder, link_to_be, report_due};
pub use links::{
    AcknowledgeByLink, AnswerByLink, CorrectByLink, LetterLink, LinkTry, NameByLink, Origin, OriginAbout, Origins,
    PublicityByLink, RenewLinks, ReportByLink, acknowledge_by_link, answer_by_link, ask_by_link, correct_by_link,
    follow_by_link, give_by_link, holder, name_by_link, note_by_link, open_by_link, origins_of, publicity_by_link,
    reached_by_link, remove_by_link, renew_links, report_by_link, revoke_links, withdraw_by_link,
};
pub use operations::{
    Acknowledge, AddAssignment, AnswerTask, AskExtension, AssignTask, CallOff, ChangeAssignment, ChangeDue,
    ConfirmPublicity, CorrectPublicity, DecideExtension, GivePlan, GiveToPerson, GivenPlan, HandOver, MoveContact,
    NameContact, NewContact, NoteProgress, OnBehalf, RecordPublicity, Remind, ReplaceContact, ReturnPublicity,
    SaveList, SendBack, TaskAnswer, Told, acknowledge, add_assignment, answer_task, answered_by_report, ask_extension,
    assign_task, call_off, change_assignment, change_due, confirm_publicity, contact_named, correct_publicity,
    decide_extension, drop_assignment, drop_feed, drop_list, give_plan, give_to_person, hand_over, make_feed,
    move_contact, name_contact, note_progress, open_letter, people_of_unit, record_on_behalf, record_publicity, remind,
    remove_publicity, replace_contact, report_decided, return_publicity, save_list, send_back, send_letter,
    withdraw_extension,
};
pub use overdue::{Overdue, overdue};
pub use packages::{make_package, note_package_sent};
pub use pages::{ended_units, routes, way_by_link};
pub use progress::{Progress, UnitProgress, progress};
pub use publicity::{PublicityLine, PublicityTally};
pub use recall::{Recall, Recalled, is_asked, recall_letter, recall_of, recalled_of};
pub use refusal::CampaignRefusal;
pub use reminder::About;
pub use reports::open_at;
pub use standings::{LetterStanding, UnitStanding, letter_standings, standings};
pub use store::{
    PlanLine, RecipientList, Step, TaskCounts, TaskHolder, extensions_waiting, holders_reached, overdue_units,
    plan_lines, publicity_of, publicity_of_unit, publicity_waiting, recipient_lists, sending, sendings_of, sendings_to,
    sent_back_in, sent_letters, sent_out, steps_of, task, tasks_of, tasks_of_sending,
};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations![
    "202611221413_campaign_letters",
    "202611221414_campaign_answers",
    "202611222032_campaign_corrections",
    "202611222033_campaign_reminders",
    "202611222350_campaign_reminders_of_tasks",
    "202611230741_campaign_links",
    "202611230742_campaign_recalls",
    "202611230801_campaign_task_life",
    "202611230802_campaign_plan",
    "202611230803_campaign_overdue_digests",
    "202611230900_campaign_publicity_checked",
    "202611231240_campaign_overdue_told_once",
    "202611231242_campaign_publicity_accepted",
    "202611231411_campaign_plan_contact",
    "202611231412_campaign_recipient_lists",
    "202611231500_campaign_board_counts",
    "202611231530_campaign_task_holders",
    "202611231535_campaign_extensions",
    "202611232000_campaign_due_changed",
    "202611240101_campaign_wishes_withdrawn",
    "202611240110_campaign_packages",
    "202611240440_campaign_packages_sent",
];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "campaign", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
