//! Publication: certificates, and the result for everybody.
//!
//! Serves the articles on prizes and on publishing the result. Nothing prints before the round is
//! opened and the decision recorded.

mod announcement;
mod certificate;

pub use announcement::{Announcement, AnnouncementRefusal, AnnouncementState};
pub use certificate::{
    Certificate, CertificateRefusal, CertificateState, Holder, RegisterNumber, VerificationCode, VerificationCodeError,
};
