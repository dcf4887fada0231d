//! The agency looks at what units recorded: it confirms, or returns with words.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::ids::{EditionId, PublicityId};
use hoithi_rules::people::{Permission, Place};

use super::actor;
use crate::letter::MailWords;
use crate::publicity::PublicityLine;
use crate::refusal::CampaignRefusal;
use crate::{contacts, store};

/// One piece or several at once, each as it was seen.
#[derive(Clone, Debug)]
pub struct ConfirmPublicity {
    /// Of which edition.
    pub edition: EditionId,
    /// Which, with the version that was looked at.
    pub pieces: Vec<(PublicityId, i64)>,
}

/// Confirms pieces of publicity: all of them or, when one was changed meanwhile, none.
pub async fn confirm_publicity(act: &mut Act, command: ConfirmPublicity) -> Result<usize, Halt> {
    permit(act, Permission::PublicityCheck, Place::edition(command.edition)).await?;
    if command.pieces.is_empty() {
        return Err(CampaignRefusal::NoPublicity).or_refuse();
    }
    let (by, now) = (actor(act)?, act.now());
    for (id, seen) in &command.pieces {
        let mut line = as_seen(act, command.edition, *id, *seen).await?;
        line.check = line.check.confirm(by, now).or_refuse()?;
        save(act, &line).await?;
        act.record(
            Event::new("publicity.confirmed", line.id)
                .fact("edition", line.edition.to_string())
                .fact("unit", line.unit.to_string()),
        );
    }
    Ok(command.pieces.len())
}

/// A piece that goes back to its unit.
#[derive(Clone, Debug)]
pub struct ReturnPublicity {
    /// Of which edition.
    pub edition: EditionId,
    /// Which.
    pub id: PublicityId,
    /// The version that was looked at.
    pub seen: i64,
    /// What is to be put right.
    pub reason: String,
    /// What the unit's contacts are written.
    pub mail: Option<MailWords>,
}

/// Returns a piece of publicity with words; the unit's contacts are told.
pub async fn return_publicity(act: &mut Act, command: ReturnPublicity) -> Result<(), Halt> {
    permit(act, Permission::PublicityCheck, Place::edition(command.edition)).await?;
    let (by, now) = (actor(act)?, act.now());
    let mut line = as_seen(act, command.edition, command.id, command.seen).await?;
    line.check = line.check.give_back(&command.reason, by, now).or_refuse()?;
    save(act, &line).await?;
    tell(act, &line, command.mail.as_ref()).await?;
    act.record(
        Event::new("publicity.returned", line.id)
            .fact("edition", line.edition.to_string())
            .fact("unit", line.unit.to_string()),
    );
    Ok(())
}

/// Writes to the unit's contacts: whoever has no account gets a link to a letter that the unit confirmed,
/// under which the piece is put right.
async fn tell(act: &mut Act, line: &PublicityLine, words: Option<&MailWords>) -> Result<(), Halt> {
    let ways = store::sendings_to(act.db(), line.unit).await?;
    let Some(way) = ways.into_iter().find(|way| way.edition == line.edition && way.is_acknowledged()) else {
        return contacts::tell_accounts(act, line.unit, words).await;
    };
    contacts::tell(act, way.sending.document, &[(way.sending.id, line.unit)], words).await?;
    Ok(())
}

/// The piece as the officer saw it; what changed since is looked at again.
async fn as_seen(act: &mut Act, edition: EditionId, id: PublicityId, seen: i64) -> Result<PublicityLine, Halt> {
    let line = store::publicity_item(act.db(), id).await?.filter(|line| line.edition == edition);
    let line = line.ok_or_else(Halt::not_found)?;
    if line.version == seen {
        return Ok(line);
    }
    Err(CampaignRefusal::PublicityChanged { title: line.item.title }).or_refuse()
}

async fn save(act: &mut Act, line: &PublicityLine) -> Result<(), Halt> {
    if store::save_check(act.db(), line).await? {
        return Ok(());
    }
    Err(CampaignRefusal::PublicityChanged { title: line.item.title.clone() }).or_refuse()
}
