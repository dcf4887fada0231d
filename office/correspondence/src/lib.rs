//! Correspondence: the register of official documents, and the paper that each of them is.
//!
//! Serves Decree 30/2020/NĐ-CP on clerical work. A document is drafted here or came to us signed;
//! its number and day are typed from the signed paper, unless the register gives the body's next number,
//! and no issuer gives one number twice in a year. A document names what it rests on (*căn cứ*), and the register
//! shows the chain from both ends: decision 1594 → decision 85 → plan 86 → the letter.
//!
//! May not enter here: whom a letter is sent to and what it asks of them (that is the campaign's).
//! Of an edition only its name, its letterhead and its rights are read.

mod api;
mod arrivals;
mod bearing;
mod blanks;
mod bodies;
mod book;
mod content_error;
mod corrections;
mod document;
mod edxml;
mod endings;
mod file;
mod folder;
mod given_back;
mod incoming;
mod operations;
mod pages;
mod paper;
mod press;
mod receiving;
mod resting;
mod scans;
mod sheet;
mod signatures;
mod signers;
mod signing;
mod steps;
mod store;
mod table;
mod templates;
mod text;
mod word;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use bearing::beside_its_field;
pub use blanks::lacks_its_list;
pub use bodies::{
    Letterhead, SetLetterhead, head_of, in_capacity, letterhead_on, number_to_come, set_letterhead, usual_signatory,
};
pub use corrections::{
    CalledBack, CorrectNumber, HonouredFuture, KnownUses, SentFuture, SentOfFuture, SentOut, UseFuture, correct_number,
    correct_signature,
};
pub use document::{Annex, Content, ContentError, Document, DocumentCard, Ended, KeptFile, Lines, Origin, Print};
pub use edxml::{Directory, Exchange, ExchangeBody, choose_receivers, directory, package_to, set_exchange};
pub use endings::{EndDocument, end_document, ended_word, ended_words, is_ended_on, lift_ending};
pub use file::{answer_package, answer_pdf, answer_word, carried, carry, serve_file, take_file, take_scan};
pub use given_back::{GivenBack, given_back_in};
pub use operations::{
    NewDocument, Revision, Signature, choose_public, put_forward, register, register_composed, revise, set_public,
    sign_off, withhold,
};
pub use pages::routes;
pub use paper::PaperView;
pub use press::{cited, day_in_document, number_and_day, print_draft, print_signed, sheet_pdf};
pub use resting::{rules_document, standing};
pub use scans::{ReplaceScan, add_scan, replace_scan};
pub use sheet::Sheet;
pub use signers::Said;
pub use steps::{give_back, sign};
pub use store::{
    Filter, await_announcement, bases_of, count, document, documents_of, of_number, own_signed_for_units, page_of,
    public_documents, put_forward_in, resting_on, to_be_numbered,
};
pub use table::table_text;
pub use templates::{ComposedPaper, PaperFacts, PaperPlace, Template, compose, save_template};
pub use text::{Piece, kind_named, pieces, within_a_line};
pub use word::{TakeBack, take_back, word_file};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations![
    "202611221411_correspondence_documents",
    "202611221652_correspondence_on_behalf",
    "202611222011_correspondence_print",
    "202611222127_correspondence_put_forward",
    "202611222214_correspondence_announced",
    "202611222340_correspondence_corrections",
    "202611230700_correspondence_urgency",
    "202611230702_correspondence_bodies",
    "202611230704_correspondence_steps",
    "202611230706_correspondence_endings",
    "202611230720_correspondence_returns",
    "202611230721_correspondence_exchange",
    "202611230722_correspondence_signature_checks",
    "202611230723_correspondence_templates",
    "202611231421_correspondence_arrivals",
    "202611231520_correspondence_receivers",
    "202611231521_correspondence_incoming",
    "202611232010_correspondence_former_scans",
    "202611240130_correspondence_composed",
    "202611240441_correspondence_exchange_codes",
    "202611240515_correspondence_given_back",
];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "correspondence", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
