//! The tables of entries, their authors, their parts and their frozen copies.

mod assisting;
mod card;
mod counts;
mod left;
mod list;
mod read;
mod write;

pub use assisting::assisted_by;
pub(crate) use assisting::save_assisting;
pub use card::{entries_of, entry, withdrawn};
pub use counts::{Count, counts};
pub(crate) use counts::{Received, received};
pub(crate) use left::{left_with, own_drafts_at};
pub(crate) use list::{Facet, Line, List, Listing, Title, admitted_titles, facets, helped_by, list, of_account};
pub(crate) use read::frozen_copies;
pub(crate) use read::reach_of;
pub(crate) use read::request_of;
pub use read::{addresses_of, conflict_facts, dossier, entry_of_receipt, judge_parts};
pub(crate) use write::{freeze, insert, keep_request, next_in_sequence, save, save_authors, save_parts};
