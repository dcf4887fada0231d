//! A workbook on its way into a register: read with suspicion, planned row by row, read back, confirmed.
//! A room says what a row means and what becomes of it; how that goes is the same everywhere.

mod kept;
mod plan;
mod rows;

pub use kept::{Kept, keep, kept, let_go};
pub use plan::{Confirmation, Outcome, Plan, Planned, gone};
pub use rows::{Cells, Heads, MOST_ROWS, cells_of};
