//! Official documents and letters: kinds, numbers, signatures, and proof that a letter arrived.
//!
//! Serves Decree 30/2020/NĐ-CP on clerical work. What a page looks like is not decided here.

mod document;
mod kind;
mod number;
mod sending;
mod signatory;

pub use document::{Basis, DocumentState, OfficialDocument, SignRefusal};
pub use kind::{DocumentKind, FreeKind, FreeKindError};
pub use number::{DocumentNumber, DocumentNumberError};
pub use sending::{Acknowledgement, Channel, Sending, SendingRefusal, SendingState};
pub use signatory::{Signatory, SigningCapacity};
