//! Official documents and letters: kinds, numbers, signatures, and proof that a letter arrived.
//!
//! Serves Decree 30/2020/NĐ-CP on clerical work. What a page looks like is not decided here.

mod document;
mod exchange;
mod kind;
mod number;
mod sending;
mod signatory;
mod template;

pub use document::{Basis, DocumentState, OfficialDocument, SignRefusal};
pub use exchange::{OrganId, OrganIdError};
pub use kind::{DocumentKind, FreeKind, FreeKindError};
pub use number::{DocumentNumber, DocumentNumberError};
pub use sending::{Acknowledgement, Channel, Sending, SendingRefusal, SendingState};
pub use signatory::{Signatory, SigningCapacity};
pub use template::{Placeholder, TemplateRefusal, fill};
