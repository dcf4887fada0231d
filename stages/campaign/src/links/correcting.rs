//! A piece of publicity that waits or was given back, put right by a link.

use hoithi_journal::{Act, Halt};

use super::operations::{confirmed, note};
use super::origin::{OriginAbout, origin};
use crate::operations::{CorrectPublicity, corrected};
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
    let line = store::publicity_item(act.db(), command.piece.id).await?;
    let own = line.filter(|line| line.unit == sent.sending.unit && line.edition == sent.edition);
    let line = own.ok_or_else(Halt::not_found)?;
    let about = OriginAbout::Publicity(line.id);
    corrected(act, line, command.piece).await?;
    match origin(act.db(), link.sending, about).await? {
        Some(_) => Ok(()),
        None => note(act, &link, about, &from).await,
    }
}
