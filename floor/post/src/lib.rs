//! Carries away what waits in the outbox: by a mail server, by a gateway for messages to telephones.
//!
//! A message that is not taken says why and waits longer each time; what will never be taken is given
//! up at once. One address that is refused holds nobody up; a server that takes nothing is left alone
//! for a while and said to be down, and its messages wait. Each channel is carried by itself.
//!
//! May not enter here: what a message says (that is whoever posts it), and any secret into a log, a
//! row or an error.

mod answer;
mod carry;
mod failure;
mod gateway;
mod http;
mod phone;
mod smtp;

pub use carry::{Carrier, deliver};
pub use failure::{Failure, Reason};
pub use gateway::Gateway;
pub use phone::number_of;
pub use smtp::{Smtp, Unusable};
