//! Meetings and ceremonies: the committee meets, the contest is launched, prizes are handed over.
//!
//! An invitation (*giấy mời*), the minutes (*biên bản*) and the notice of conclusions (*thông báo kết
//! luận*) are documents: this room writes their drafts into the register, where they are corrected,
//! signed, numbered and printed as any other. Who was asked to come answers by signing in, or the
//! office records what was said over the telephone.
//!
//! May not enter here: how a document looks or is signed (that is the register's), and who won what:
//! the order of calling is asked of whoever knows the awards ([`KnownAwards`]), a later stage.

mod api;
mod calling;
mod inviting;
mod links;
mod meeting;
mod operations;
mod pages;
mod papers;
mod sheet;
mod store;
mod telling;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use calling::{AwardsFuture, Called, KnownAwards};
pub use inviting::{InviteAll, invite_all};
pub use links::{ReplyByLink, renew_link, reply_by_link, revoke_links};
pub use meeting::{Duty, Guest, Invitee, Meeting, MeetingState, Plan};
pub use operations::{
    Attendance, CallOff, ChangePlan, Draft, Hand, Hold, Invite, NewMeeting, Postpone, SayReply, call_off, change_plan,
    draft, hand_over, hold, invite, plan_meeting, postpone, put_paper, reply, take_back_invitation, take_paper,
};
pub use pages::{coming_for, routes, said};
pub use papers::Paper;
pub use store::{Coming, coming_in, invitees_of};
pub use telling::{TellInvited, Told, tell_invited};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations![
    "202611230850_meetings_meetings",
    "202611231442_meetings_told",
    "202611231541_meetings_links",
    "202611240510_meetings_own_kind",
    "202611241310_meetings_moved",
];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "meetings", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
