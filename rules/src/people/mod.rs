//! People: roles, what each may do, grants with scope and dates, acting for a leader.
//!
//! Serves the article on organisation of every *Thể lệ* and the committee's *Quy chế*.

mod authority;
mod grant;
mod name;
mod permission;
mod role;
mod seat;

pub use authority::{Authority, Denied, SignedPaper, authorize};
pub use grant::{Grant, Place, Scope};
pub use name::{PersonName, PersonNameError};
pub use permission::{Permission, matrix};
pub use role::{Reach, Role};
pub use seat::{SeatRefusal, admit_grant, incompatible};
