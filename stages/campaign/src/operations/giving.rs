//! A task is given to somebody of the unit who has no account.

use std::collections::BTreeSet;

use hoithi_contacts::Person;
use hoithi_journal::{Act, Event, Halt, Mail};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::campaign::{StepKind, Task};
use hoithi_rules::ids::{AccountId, TaskId};
use hoithi_rules::people::{Permission, Place};

use super::actor;
use super::life::{load, note, saved, step};
use crate::letter::{MailWords, with_link};
use crate::links::{Base, make, revoke_of_task};
use crate::store::{self, Step, TaskHolder};

/// A task that is given to somebody without an account.
#[derive(Clone, Debug)]
pub struct GiveToPerson {
    /// Which.
    pub task: TaskId,
    /// To whom.
    pub person: Person,
    /// What they are written, with a link to be; it goes to their address, where they have one.
    pub mail: MailWords,
}

/// Gives a task to somebody of the unit who has no account: a link of their own opens it. Gives the link's
/// word where nobody could be written.
pub async fn give_to_person(act: &mut Act, command: GiveToPerson) -> Result<Option<String>, Halt> {
    let (task, edition) = load(act, command.task).await?;
    permit(act, Permission::TaskComplete, Place::unit_in(task.unit, edition)).await?;
    given(act, task, (command.person, command.mail)).await
}

/// The same once it is known by what right. Whoever had it by a link before has it no more.
pub(crate) async fn given(
    act: &mut Act,
    task: Task,
    (person, mail): (Person, MailWords),
) -> Result<Option<String>, Halt> {
    let (now, by) = (act.now(), actor(act)?);
    let id = AccountId::new(act.random_id()?);
    let given = task.give_to(id, &BTreeSet::from([id])).or_refuse()?;
    revoke_of_task(act.db(), given.id, now).await?;
    let holder = TaskHolder { id, task: given.id, name: person.name, email: person.email, phone: person.phone };
    store::insert_holder(act.db(), &holder, (now, by)).await?;
    saved(store::save_step(act.db(), &given).await?)?;
    let step = Step { person: Some(id), ..step(act, &given, StepKind::Assigned, "")? };
    note(act, step).await?;
    act.record(
        Event::new("task.assigned", given.id)
            .fact("unit", given.unit.to_string())
            .fact("kind", given.kind.code())
            .fact("person", id.to_string()),
    );
    let sending = store::sending_of_task(act.db(), given.id).await?;
    let way = if holder.email.is_empty() { "shown" } else { "mail" };
    let base = Base { sending, contact: None, holder: Some(id), way };
    let made = make(act, given.letter, by, &[base]).await?;
    let token = made.into_iter().next().map(|made| made.token);
    if holder.email.is_empty() {
        return Ok(token);
    }
    if let Some(body) = token.and_then(|token| with_link(&mail, &token)) {
        act.post(Mail { to: holder.email, subject: mail.subject, body });
    }
    Ok(None)
}
