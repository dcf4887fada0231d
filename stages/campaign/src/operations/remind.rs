//! *Đôn đốc*: the contacts of units that have not answered are written once more.

use hoithi_correspondence::document;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::{Permission, Place};

use super::actor;
use crate::letter::MailWords;
use crate::refusal::CampaignRefusal;
use crate::reminder::{About, Silent, silent};
use crate::{contacts, store};

/// A reminder to all units of a letter that have not answered.
#[derive(Clone, Debug)]
pub struct Remind {
    /// Of which letter.
    pub document: DocumentId,
    /// Of what.
    pub about: About,
    /// What they are written.
    pub mail: MailWords,
}

/// Writes to the contacts of every unit that has not answered, at most once a day; says how many
/// units were written.
pub async fn remind(act: &mut Act, command: Remind) -> Result<usize, Halt> {
    let letter = document(act.db(), command.document).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::LetterSend, Place::edition(letter.edition)).await?;
    let (now, sender) = (act.now(), actor(act)?);
    let today = day_in_vietnam(now);
    let waiting = silent(act.db(), letter.id, command.about, today).await?;
    let written: Vec<&Silent> = waiting.iter().filter(|each| each.can_be_written(today)).collect();
    if written.is_empty() {
        return Err(why_nobody(&waiting, |each| each.was_written(today))).or_refuse();
    }
    let to: Vec<_> = written.iter().map(|each| (each.sending, each.unit.id)).collect();
    let told = contacts::tell(act, letter.id, &to, Some(&command.mail)).await?;
    for each in &written {
        let (id, mails) = (act.new_id(), told.get(&each.sending).copied().unwrap_or_default());
        store::insert_reminder(act.db(), id, (each.sending, command.about), (now, sender), mails).await?;
    }
    let units: Vec<_> = written.iter().map(|each| each.unit.id.to_string()).collect();
    let event = Event::new("letter.reminded", letter.id).fact("kind", command.about.code());
    act.record(event.fact("units", units));
    Ok(written.len())
}

fn why_nobody(waiting: &[Silent], was_written: impl Fn(&Silent) -> bool) -> CampaignRefusal {
    if waiting.is_empty() {
        CampaignRefusal::NothingOpen
    } else if waiting.iter().any(was_written) {
        CampaignRefusal::RemindedToday
    } else {
        CampaignRefusal::NoAddress
    }
}
