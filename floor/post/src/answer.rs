//! What a mail server's no is about: this mailbox, this message, or only this hour (RFC 5321, RFC 3463).
//!
//! An address is given up only when its server says that nobody is there. A full box, a sender that is
//! not liked and a mail that is too large say nothing of the address.

use crate::failure::Reason;

/// What servers without extended codes say of a mailbox that is none.
const NOBODY_THERE: [&str; 9] = [
    "no such user",
    "user unknown",
    "unknown user",
    "user not found",
    "no such recipient",
    "recipient unknown",
    "unknown recipient",
    "mailbox not found",
    "no such mailbox",
];

/// The box is full; it may be emptied within the days for which a message is tried.
const FULL: &str = "5.2.2";

/// Why a server refused for good.
pub(crate) fn of_refusal(code: &str, said: &str) -> Reason {
    let extended = extended(said);
    let nobody_there = match extended {
        Some(extended) => matches!(extended, "5.1.1" | "5.1.10"),
        None => code == "550" && names_nobody(said),
    };
    if nobody_there {
        Reason::Address
    } else if extended == Some(FULL) {
        Reason::Later
    } else {
        Reason::Refused
    }
}

/// The extended code before the words.
fn extended(said: &str) -> Option<&str> {
    let first = said.split_whitespace().next()?.trim_matches(|sign: char| !sign.is_ascii_digit());
    let is_number = |part: &str| !part.is_empty() && part.chars().all(|sign| sign.is_ascii_digit());
    let is_code = first.split('.').count() == 3 && first.split('.').all(is_number);
    is_code.then_some(first)
}

fn names_nobody(said: &str) -> bool {
    let said = said.to_lowercase();
    NOBODY_THERE.iter().any(|words| said.contains(words))
}
