//! The whole house in one binary: opening a data folder, putting the rooms together, serving.
//!
//! The rooms know nothing of one another beyond the arrows of `ARCHITECTURE.md`; here they meet:
//! their tables in one sorted list, their texts in one catalogue, their routes in one router, and
//! the desks that read from all of them.

pub mod commands;
pub mod data;
pub mod demo;
mod described;
mod desks;
pub mod doctor;
mod dossiers;
mod due;
mod frame;
mod known;
mod nav;
pub mod rooms;
pub mod serve;
mod uploads;

pub use data::{Beside, DataError, DataFolder, Opening};
pub use desks::journal::EVENTS;
pub use dossiers::{FromDossiers, read_what_came};
pub use due::FromRooms;
pub use known::{FromEntries, FromRounds};
pub use rooms::router;
