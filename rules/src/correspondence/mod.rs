//! Official documents and letters: kinds, numbers, signatures, and proof that a letter arrived.
//!
//! Serves Decree 30/2020/NĐ-CP on clerical work. What a page looks like is not decided here.

mod annexes;
mod document;
mod ending;
mod exchange;
mod kind;
mod number;
mod remark;
mod sending;
mod series;
mod shape;
mod signatory;
mod stage;
mod template;
mod two_steps;
mod urgency;

pub use annexes::{MOST_ANNEXES, TooManyAnnexes, room_for_annexes};
pub use document::{Basis, DocumentState, OfficialDocument, SignRefusal};
pub use ending::{Bears, Ending, EndingRefusal, may_end};
pub use exchange::{Business, ExchangeId, OrganId, OrganIdError, exchange_day};
pub use kind::{DocumentKind, FreeKind, FreeKindError};
pub use number::{DocumentNumber, DocumentNumberError};
pub use remark::{Remark, remarks, rests_on_something};
pub use sending::{Acknowledgement, Channel, Sending, SendingRefusal, SendingState};
pub use series::{Numbering, Series, SeriesRefusal};
pub use shape::Salutation;
pub use signatory::{Signatory, SigningCapacity};
pub use stage::{DrafterSigns, Known, Stage, two_persons};
pub use template::{Placeholder, TemplateRefusal, fill, fill_with};
pub use two_steps::TwoSteps;
pub use urgency::Urgency;
