//! The room's tables.

mod desks;
mod published;
mod questions;

pub use desks::desks_of;
pub(crate) use desks::{change_member, desk, end_or_change, insert_desk, insert_member, may_answer};
pub(crate) use published::{categories, insert_published, published, published_of, save_published, withdraw_published};
pub(crate) use questions::{
    Filter, add_message, count, insert_question, linked, messages, mine, next_number, of_asker, page_of, question,
    save_question, waiting_in,
};
pub use questions::{Waiting, waiting_for};

/// Words as a pattern of `LIKE … ESCAPE '!'`: anywhere in what is folded.
fn pattern(words: &str) -> String {
    let words = hoithi_web::fold(words.trim()).replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("%{words}%")
}
