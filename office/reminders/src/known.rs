//! What the rooms of the contest tell this room, which cannot look at them.

use std::future::Future;
use std::pin::Pin;

use hoithi_journal::Halt;
use hoithi_people::{Account, Contact};
use hoithi_rules::ids::{AccountId, UnitId};
use hoithi_rules::people::{PersonName, Role};
use hoithi_rules::reminders::Thing;
use hoithi_store::Conn;
use hoithi_web::House;
use jiff::civil::Date;

/// Whom something is told.
#[derive(Clone, Debug)]
pub struct Person {
    /// The account; of whoever has none the line of the directory stands in its place.
    pub id: AccountId,
    /// Their name.
    pub name: PersonName,
    /// Where they are reached.
    pub contact: Contact,
    /// Whether they sign in. Whoever does not answers by a personal link, of which the house keeps a hash alone:
    /// it cannot be told once more, and another one would undo an officer's taking back.
    pub signs_in: bool,
}

impl From<&Account> for Person {
    fn from(account: &Account) -> Self {
        Self { id: account.id, name: account.name.clone(), contact: account.contact.clone(), signs_in: true }
    }
}

/// Something open of one person, with its sentence for the mail.
#[derive(Clone, Debug)]
pub struct Open {
    /// Whose it is.
    pub person: Person,
    /// In which role.
    pub role: Role,
    /// For which unit, where the role is a unit's.
    pub unit: Option<UnitId>,
    /// What.
    pub thing: Thing,
    /// One sentence, in the office's language.
    pub words: String,
    /// Where it is done: an address of this house; empty where a personal link leads there.
    pub path: String,
}

/// What is being looked up.
pub type DueFuture<'a> = Pin<Box<dyn Future<Output = Result<Vec<Open>, Halt>> + Send + 'a>>;

/// Knows what is open in every room.
pub trait KnownDue: Send + Sync {
    /// Everything that has a day and is not done, by person.
    fn open<'a>(&'a self, db: &'a mut Conn, house: &'a House, today: Date) -> DueFuture<'a>;
}
