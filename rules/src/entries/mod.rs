//! Entries: who made what, in which shares, with which dossier, submitted when.
//!
//! Serves the articles on entrants, on the dossier and on time and place of every *Thể lệ*
//! (usually Điều 4, 6 and 7). What counts as complete is read from the rule book; nothing about a
//! particular contest may enter here.

mod asked;
mod assisting;
mod author;
mod authorisation;
mod consent;
mod dossier;
mod earlier;
mod endorsing;
mod entry;
mod extension;
mod number;
mod promise;
mod secret;
mod share;
mod stamp;
mod submission;
mod submit_refusal;
mod table;
mod thing;
mod title;

pub use asked::asked_parts;
pub use assisting::{AssistRefusal, assisting};
pub use author::{Author, Confirmation};
pub use authorisation::{Authorisation, AuthorisationRefusal, submits_for_authors};
pub use consent::{ConsentKind, ConsentRefusal};
pub use dossier::{AttachedFile, Content, Dossier, DossierHash, PartContent};
pub use earlier::{EarlierEntry, EarlierForm, EarlierRefusal};
pub use endorsing::{ListRefusal, check_signed_list, free_slots};
pub use entry::{EditRefusal, Entry, EntryState, Following, Receipt, Returned, Scan, WithdrawRefusal};
pub use extension::{Extension, ExtensionCause, ExtensionRefusal};
pub use number::{EntryNumber, EntryNumberError, ReceiptCode, ReceiptCodeError};
pub use promise::{Promise, PromiseRefusal};
pub use secret::{
    DossierLies, KeptBy, MOST_SECRET_REASON, OPEN_HOURS, SecretReader, SecretReading, SecretRefusal, keep_secret, lift,
    opening_reason,
};
pub use share::{Share, ShareError, Sum};
pub use stamp::{FormChange, FormFacts, PrintCode, PrintCodeError, Stamped};
pub use submission::{Requirements, Submission};
pub use submit_refusal::SubmitRefusal;
pub use table::{MOST_DAYS_ON_THE_TABLE, OnTheTable, TableRefusal};
pub use thing::{
    GivenBack, Handover, Harm, MOST_PIECES, Thing, ThingCode, ThingCodeError, ThingKind, ThingRefusal, ThingState,
};
pub use title::{Title, TitleError};
