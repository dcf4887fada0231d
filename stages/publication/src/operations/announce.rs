//! *Công bố kết quả*: from now on everybody reads who has won.

use hoithi_edition::EditionState;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuseAll, permit};
use hoithi_rules::awards::Award;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::Permission;
use hoithi_rules::publication::{Announcement, AnnouncementState};

use super::{decision_of, edition_of};
use crate::mail;

/// What an announcement needs.
#[derive(Clone, Debug)]
pub struct Announce {
    /// Of which edition.
    pub edition: EditionId,
    /// The portal's public address, as the letters to authors and units name it.
    pub portal: String,
}

/// Puts the result on the portal, and with it the decision, and writes to authors and units.
/// Once; nothing takes it back.
pub async fn announce(act: &mut Act, command: Announce) -> Result<(), Halt> {
    let edition = edition_of(act, command.edition).await?;
    permit(act, Permission::AnnouncementPublish, edition.place()).await?;
    let decision = decision_of(act, edition.id).await?;
    let state = match edition.state {
        EditionState::Announced { at, .. } => AnnouncementState::Published { at },
        EditionState::Preparing | EditionState::Launched { .. } => AnnouncementState::Awaited,
    };
    let awards: Vec<Award> = decision.lines.iter().map(|line| decision.award(line)).collect();
    let announcement = Announcement { edition: edition.id, state };
    announcement.publish(&awards, &decision.round, act.now()).or_refuse_all()?;
    hoithi_edition::mark_announced(act, edition.id).await?;
    hoithi_awards::note_relied_on(act, edition.id).await?;
    // The decision names titles and authors side by side: not while a contest above judges some of
    // them blind.
    let blind_above = hoithi_entries::judged_blind_above(act.db(), &edition).await?;
    if !decision.document.content.public && blind_above.is_empty() {
        hoithi_correspondence::set_public(act, decision.document.id, true).await?;
    }
    let today = day_in_vietnam(act.now());
    let letters = mail::letters(act.db(), &edition, &command.portal, &decision.lines, today).await?;
    letters.to_authors.into_iter().chain(letters.to_units).for_each(|mail| act.post(mail));
    act.record(
        Event::new("result.announced", edition.id)
            .fact("decision", decision.number.to_string())
            .fact("date", decision.date.to_string())
            .fact("prizes", awards.len()),
    );
    Ok(())
}
