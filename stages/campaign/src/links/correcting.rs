//! A piece of publicity that waits or was given back, put right or taken back by a link.

use hoithi_journal::{Act, Halt};
use hoithi_rules::ids::PublicityId;

use super::operations::{confirmed, note};
use super::origin::{OriginAbout, origin};
use crate::letter::SentTo;
use crate::operations::{CorrectPublicity, corrected, removed};
use crate::publicity::PublicityLine;
use crate::store;

/// What a link's holder puts right.
#[derive(Clone, Debug)]
pub struct CorrectByLink {
    /// The link.
    pub token: String,
    /// The piece, as it is now.
    pub piece: CorrectPublicity,
}

/// Puts a piece of the link's own unit right; it waits for the officer again.
pub async fn correct_by_link(act: &mut Act, command: CorrectByLink) -> Result<(), Halt> {
    let (link, sent, from) = confirmed(act, &command.token).await?;
    let line = own(act, &sent, command.piece.id).await?;
    let about = OriginAbout::Publicity(line.id);
    corrected(act, line, command.piece).await?;
    match origin(act.db(), link.sending, about).await? {
        Some(_) => Ok(()),
        None => note(act, &link, about, &from).await,
    }
}

/// Takes back a piece of the link's own unit that was recorded wrongly, until somebody confirmed it or
/// something that was sent counts it.
pub async fn remove_by_link(act: &mut Act, token: String, item: PublicityId) -> Result<(), Halt> {
    let (_, sent, _) = confirmed(act, &token).await?;
    let line = own(act, &sent, item).await?;
    removed(act, line).await
}

/// A piece of the unit that the letter went to.
async fn own(act: &mut Act, sent: &SentTo, item: PublicityId) -> Result<PublicityLine, Halt> {
    let line = store::publicity_item(act.db(), item).await?;
    let own = line.filter(|line| line.unit == sent.sending.unit && line.edition == sent.edition);
    own.ok_or_else(Halt::not_found)
}
