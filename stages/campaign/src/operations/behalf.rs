//! What a unit confirmed, answered or showed by another way, written down by the agency: it says by
//! which way and from whom it came, keeps its scan, and counts like any other.

use hoithi_journal::{Act, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::campaign::PublicityItem;
use hoithi_rules::correspondence::Acknowledgement;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{SendingId, TaskId};
use hoithi_rules::people::{Permission, Place};

use super::{RecordPublicity, TaskAnswer, actor, answered, confirm, instant_of, recorded};
use crate::letter::SentTo;
use crate::links::{Origin, OriginAbout, insert_origin};
use crate::refusal::CampaignRefusal;
use crate::store;

/// What was said.
#[derive(Clone, Debug)]
pub enum Told {
    /// That the letter arrived.
    Acknowledgement,
    /// A task's answer.
    Task(TaskId, TaskAnswer),
    /// A piece of publicity.
    Publicity(PublicityItem),
}

/// What a unit said by another way.
#[derive(Clone, Debug)]
pub struct OnBehalf {
    /// About which letter.
    pub sending: SendingId,
    /// What.
    pub told: Told,
    /// By which way, from whom, on which day, with which scan.
    pub origin: Origin,
}

/// Writes down what a unit said by another way.
pub async fn record_on_behalf(act: &mut Act, command: OnBehalf) -> Result<(), Halt> {
    let OnBehalf { sending, told, origin } = command;
    let sent = store::sending(act.db(), sending).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::SendingAcknowledgeOnBehalf, Place::unit_in(sent.sending.unit, sent.edition)).await?;
    let today = day_in_vietnam(act.now());
    if origin.day > today || origin.day < day_in_vietnam(sent.sending.sent_at()) {
        return Err(CampaignRefusal::DayOfPaper { day: origin.day }).or_refuse();
    }
    let about = save(act, sent, told, &origin).await?;
    let (id, now, by) = (act.random_id()?, act.now(), actor(act)?);
    Ok(insert_origin(act.db(), (id, sending, about), &origin, (now, by)).await?)
}

async fn save(act: &mut Act, sent: SentTo, told: Told, origin: &Origin) -> Result<OriginAbout, Halt> {
    let at = instant_of(Some(origin.day), act.now())?;
    Ok(match told {
        Told::Acknowledgement => {
            let (by_name, recorded_by) = (origin.by_name.clone(), actor(act)?);
            confirm(act, sent, Acknowledgement { at, by_name, how: origin.how, recorded_by }).await?;
            OriginAbout::Acknowledgement
        }
        Told::Task(id, answer) => {
            let own = store::tasks_of_sending(act.db(), sent.sending.id).await?;
            let task = own.into_iter().find(|task| task.id == id).ok_or_else(Halt::not_found)?;
            answered(act, task, sent.edition, answer, at).await?;
            OriginAbout::Task(id)
        }
        Told::Publicity(item) => {
            let piece = RecordPublicity { edition: sent.edition, unit: sent.sending.unit, item, photo: None };
            OriginAbout::Publicity(recorded(act, piece).await?)
        }
    })
}
