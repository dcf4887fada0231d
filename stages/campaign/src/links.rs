//! Personal links: a unit without an account reads its letter and answers.
//!
//! A link is a random number: of 256 bits where it goes by mail, a code that people can type where it
//! stands on a slip of paper or is read out. The program keeps its hash alone. Whoever holds it answers for the unit until its last day, or until
//! an officer takes it back.

mod correcting;
mod following;
mod making;
mod operations;
mod origin;
mod report;
mod store;

pub use correcting::{CorrectByLink, correct_by_link, remove_by_link};
pub use following::follow_by_link;
pub(crate) use making::{Base, Made, make, open_until_after};
pub use operations::{
    AcknowledgeByLink, AnswerByLink, NameByLink, PublicityByLink, RenewLinks, acknowledge_by_link, answer_by_link,
    ask_by_link, give_by_link, name_by_link, note_by_link, open_by_link, publicity_by_link, renew_links, revoke_links,
    withdraw_by_link,
};
pub(crate) use operations::{make_feed_by_link, slips};
pub use origin::{Origin, OriginAbout, Origins, origins_of};
pub(crate) use origin::{confirmations_of_letter, insert_origin, origin, set_origin_aside};
pub use report::{ReportByLink, report_by_link};
pub use store::{LetterLink, LinkTry, holder, reached_by_link};
pub(crate) use store::{
    LetterMail, first_due, insert_mails, link_of_id, links_of_letter, mails_of_letter, revoke_of_task,
};

use hoithi_documents::Sha256Hex;
use hoithi_rules::campaign::SlipCode;

/// The secret word of an address; a code however it was typed.
pub(crate) fn word(typed: &str) -> String {
    typed.parse::<SlipCode>().map_or_else(|_| typed.to_owned(), |code| code.as_str().to_owned())
}

/// What is kept of the secret word of an address.
pub(crate) fn hash(token: &str) -> Sha256Hex {
    Sha256Hex::of(word(token).as_bytes())
}
