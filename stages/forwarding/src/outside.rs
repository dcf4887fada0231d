//! A unit's own contest that was held outside this program: its decision and its list are recorded, and its best go
//! up like those of a contest held here.

mod fault;
mod kept;
mod listed;
mod recording;
mod sending;

pub(crate) use kept::{OutsideContest, OutsideEntry, contest, contests_of, entries};
pub use kept::{OutsideCount, outside_of_unit};
pub(crate) use listed::{COLUMNS, HEADS, Import, Plan, TakeList, keep, lines, pasted, preview, take_list};
pub use recording::{RecordOutside, record_outside};
pub use sending::{SendOutside, send_outside};
pub(crate) use sending::{Sendable, place_of, rule_of, sendable};
