//! An account and its parts, parsed once.

use std::str::FromStr;

use hoithi_journal::Halt;
use hoithi_rules::ids::{AccountId, UnitId};
use hoithi_rules::people::PersonName;
use hoithi_rules::refusal::{Fact, Refusal};
use jiff::Timestamp;
use thiserror::Error;

use crate::password;

/// The word by which somebody signs in: 3 to 60 of `a-z 0-9 . _ - @`, small letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Login(String);

impl Login {
    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Login {
    type Err = LoginError;

    fn from_str(text: &str) -> Result<Self, LoginError> {
        let login = text.trim().to_lowercase();
        let fits = (3..=60).contains(&login.chars().count());
        let known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-' | '@');
        if fits && login.chars().all(known) { Ok(Self(login)) } else { Err(LoginError::Malformed) }
    }
}

/// A new password: at least 10 characters, no other rule (long and remembered beats short and odd).
#[derive(Clone)]
pub struct NewPassword(String);

/// Letters and digits that are not taken for one another on paper or over the telephone.
const PLAIN: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

impl NewPassword {
    /// One by chance, to be told once: three groups of four.
    pub fn by_chance() -> Result<Self, Halt> {
        let mut bytes = [0; 12];
        getrandom::fill(&mut bytes).map_err(|error| Halt::fault(error.to_string()))?;
        let letter = |byte: &u8| char::from(PLAIN[usize::from(byte & 31)]);
        let groups: Vec<String> = bytes.chunks(4).map(|group| group.iter().map(letter).collect()).collect();
        Ok(Self(groups.join("-")))
    }

    /// For the one who is told it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is kept of it. It takes a while, and no act waits for it: hash first, then act.
    pub async fn hashed(self) -> Result<HashedPassword, Halt> {
        password::hash(self.0).await.map(HashedPassword)
    }
}

/// What is kept of a password.
#[derive(Clone)]
pub struct HashedPassword(pub(crate) String);

impl FromStr for NewPassword {
    type Err = LoginError;

    fn from_str(text: &str) -> Result<Self, LoginError> {
        let length = text.chars().count();
        if (10..=200).contains(&length) { Ok(Self(text.to_owned())) } else { Err(LoginError::PasswordLength) }
    }
}

/// Where to reach somebody. Either may be empty, not both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// An address, or empty.
    pub email: String,
    /// A number, or empty.
    pub phone: String,
}

impl Contact {
    /// Checks the shapes; whether anybody answers there is another matter.
    pub fn parse(email: &str, phone: &str) -> Result<Self, LoginError> {
        let (email, phone) = (email.trim(), phone.trim());
        let mail_like = |text: &str| {
            let parts: Vec<_> = text.split('@').collect();
            parts.len() == 2
                && !parts[0].is_empty()
                && parts[1].contains('.')
                && !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ','))
        };
        let digits = phone.chars().filter(char::is_ascii_digit).count();
        let phone_like = |text: &str| {
            (8..=15).contains(&digits)
                && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '+' | '-' | '(' | ')'))
        };
        match (email.is_empty(), phone.is_empty()) {
            (true, true) => Err(LoginError::NoContact),
            (false, _) if !mail_like(email) => Err(LoginError::Email),
            (_, false) if !phone_like(phone) => Err(LoginError::Phone),
            _ => Ok(Self { email: email.to_owned(), phone: phone.to_owned() }),
        }
    }
}

/// Why a part of an account cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LoginError {
    /// Not a login name.
    #[error("a login name has 3 to 60 small letters, digits or . _ - @")]
    Malformed,
    /// Somebody has it already.
    #[error("this login name is taken")]
    Taken,
    /// Too short or far too long.
    #[error("a password has 10 to 200 characters")]
    PasswordLength,
    /// The two fields differ.
    #[error("the two passwords differ")]
    PasswordsDiffer,
    /// The password that is to be replaced is another.
    #[error("the present password is wrong")]
    PresentWrong,
    /// The new password is the present one.
    #[error("the new password is the present one")]
    SameAsPresent,
    /// Wrong name or password; which, nobody is told.
    #[error("login name or password is wrong")]
    Wrong,
    /// Too many wrong tries in a short while.
    #[error("too many wrong tries; wait {minutes} minutes")]
    TooManyTries {
        /// How long to wait.
        minutes: i64,
    },
    /// The administrator's own account: a password is changed by the one before, and nobody locks
    /// themselves out.
    #[error("this is your own account")]
    OwnAccount,
    /// Their word could open a sealed round, and whoever sets their password could speak it.
    #[error("this person could open a sealed round; the password is set anew once it is open")]
    HoldsSeal,
    /// Name or telephone and the code of the slip do not belong together; which, nobody is told.
    #[error("the name and the code of the slip do not belong together")]
    SlipWrong,
    /// Their account was not opened by a slip.
    #[error("this account gets in by its own password, not by slips")]
    NoSlip,
    /// Whoever holds another role gets in by the administrator alone.
    #[error("this person holds another role than an author's")]
    SlipForAuthors,
    /// Nobody has that name.
    #[error("nobody has the login name {login}")]
    NoAccount {
        /// The name.
        login: String,
    },
    /// Neither address nor number.
    #[error("an e-mail address or a telephone number is needed")]
    NoContact,
    /// Not an address.
    #[error("this is no e-mail address")]
    Email,
    /// Not a number.
    #[error("this is no telephone number")]
    Phone,
}

impl Refusal for LoginError {
    fn code(&self) -> &'static str {
        match self {
            Self::Malformed => "people.login_malformed",
            Self::Taken => "people.login_taken",
            Self::PasswordLength => "people.password_length",
            Self::PasswordsDiffer => "people.passwords_differ",
            Self::PresentWrong => "people.present_wrong",
            Self::SameAsPresent => "people.same_as_present",
            Self::Wrong => "people.sign_in_wrong",
            Self::TooManyTries { .. } => "people.too_many_tries",
            Self::OwnAccount => "people.own_account",
            Self::HoldsSeal => "people.password_holds_seal",
            Self::SlipWrong => "people.slip_wrong",
            Self::NoSlip => "people.no_slip",
            Self::SlipForAuthors => "people.slip_for_authors",
            Self::NoAccount { .. } => "people.no_account",
            Self::NoContact => "people.no_contact",
            Self::Email => "people.email_malformed",
            Self::Phone => "people.phone_malformed",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::OwnAccount | Self::HoldsSeal | Self::NoSlip | Self::SlipForAuthors | Self::NoAccount { .. } => {
                return None;
            }
            Self::SlipWrong => "who",
            Self::Malformed | Self::Taken | Self::Wrong | Self::TooManyTries { .. } => "login",
            Self::PresentWrong => "present",
            Self::PasswordLength | Self::SameAsPresent => "password",
            Self::PasswordsDiffer => "password_again",
            Self::NoContact | Self::Email => "email",
            Self::Phone => "phone",
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::TooManyTries { minutes } => vec![("minutes", Fact::Count(*minutes))],
            Self::NoAccount { login } => vec![("login", Fact::text(login))],
            _ => Vec::new(),
        }
    }
}

/// A person who can sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The word to sign in with.
    pub login: String,
    /// The person.
    pub name: PersonName,
    /// Where to reach them.
    pub contact: Contact,
    /// Where they work or study, for conflicts of interest.
    pub unit: Option<UnitId>,
}

/// An account in a list.
#[derive(Clone, Debug)]
pub struct AccountLine {
    /// The account.
    pub account: Account,
    /// Codes of the roles it holds.
    pub roles: Vec<String>,
    /// Since when it is closed.
    pub disabled_at: Option<Timestamp>,
}
