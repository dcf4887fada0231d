//! Several are asked to come at once.

use hoithi_journal::{Act, Halt};
use hoithi_rules::ids::MeetingId;

use crate::meeting::Guest;
use crate::operations::{Invite, invite, kept};
use crate::store;

/// Those to be asked to come.
#[derive(Clone, Debug)]
pub struct InviteAll {
    /// To which meeting.
    pub meeting: MeetingId,
    /// Whom.
    pub guests: Vec<Guest>,
    /// Whether all of them count for the quorum.
    pub member: bool,
}

/// Puts everybody on the list who does not stand there yet.
pub async fn invite_all(act: &mut Act, all: InviteAll) -> Result<(), Halt> {
    let InviteAll { meeting, guests, member } = all;
    kept(act, meeting).await?;
    let mut there: Vec<Guest> =
        store::invitees_of(act.db(), meeting).await?.into_iter().map(|each| each.guest).collect();
    let before = there.len();
    for guest in guests {
        if !there.contains(&guest) {
            there.push(guest);
        }
    }
    let new = there.split_off(before);
    if new.is_empty() {
        return Err(Halt::refused("meetings.nobody_new", Some("names"), "nobody was chosen who is not on the list"));
    }
    for guest in new {
        invite(act, Invite { meeting, guest, member, email: String::new() }).await?;
    }
    Ok(())
}
