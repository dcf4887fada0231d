//! What the rooms of the contest tell this room, which cannot look at them.

use std::future::Future;
use std::pin::Pin;

use hoithi_journal::Halt;
use hoithi_people::Account;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::Role;
use hoithi_rules::reminders::Thing;
use hoithi_store::Conn;
use hoithi_web::House;
use jiff::civil::Date;

/// Something open of one person, with its sentence for the mail.
#[derive(Clone, Debug)]
pub struct Open {
    /// Whose it is.
    pub account: Account,
    /// In which role.
    pub role: Role,
    /// For which unit, where the role is a unit's.
    pub unit: Option<UnitId>,
    /// What.
    pub thing: Thing,
    /// One sentence, in the office's language.
    pub words: String,
    /// Where it is done: an address of this house.
    pub path: String,
}

/// What is being looked up.
pub type DueFuture<'a> = Pin<Box<dyn Future<Output = Result<Vec<Open>, Halt>> + Send + 'a>>;

/// Knows what is open in every room.
pub trait KnownDue: Send + Sync {
    /// Everything that has a day and is not done, by person.
    fn open<'a>(&'a self, db: &'a mut Conn, house: &'a House, today: Date) -> DueFuture<'a>;
}
