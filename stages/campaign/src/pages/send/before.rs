//! What a letter asked of the units that have it: further units are asked the same.

use hoithi_rules::campaign::{Task, TaskKind, TaskState};
use hoithi_rules::ids::DocumentId;
use hoithi_rules::text::one_line;
use hoithi_store::{Conn, StoreError};
use hoithi_web::{Form, Page};
use jiff::civil::Date;

use super::asked::{DASHES, dash_field};
use crate::letter::TaskOrder;
use crate::pages::words;
use crate::reports::reports_of_letter;
use crate::store;

/// Its tasks and the day of its report, as they are asked now.
pub(super) struct Before {
    tasks: Vec<Task>,
    report: Option<Date>,
}

impl Before {
    /// Of a letter that went out already.
    pub(super) async fn of(db: &mut Conn, letter: DocumentId) -> Result<Option<Self>, StoreError> {
        if store::sent_out(db, letter).await?.is_none() {
            return Ok(None);
        }
        let mut tasks = Vec::new();
        for kind in TaskKind::OFFERED.into_iter().chain([TaskKind::Other]) {
            tasks.extend(store::tasks_of_letter(db, letter, kind).await?);
        }
        tasks.retain(|task| !matches!(task.state, TaskState::CalledOff { .. }));
        let reports = reports_of_letter(db, letter).await?;
        let report = reports.iter().filter(|line| !line.is_withdrawn()).map(|line| line.request.asked_by()).min();
        Ok(Some(Self { tasks, report }))
    }

    /// One of them; a later day that was granted to one unit is nobody else's.
    fn task(&self, is: impl Fn(&Task) -> bool) -> Option<&Task> {
        self.tasks.iter().filter(|task| is(task)).min_by_key(|task| task.due)
    }

    /// The form as it was sent, with what else is offered unmarked.
    pub(super) fn fill(
        &self,
        mut form: Form,
        page: &Page,
        (offered, dashes): (&[TaskOrder], &[String]),
        today: Date,
    ) -> Form {
        let to_come = |due: Option<Date>| due.filter(|due| *due >= today);
        for order in offered {
            let code = order.kind.code();
            let given = self.task(|task| task.kind == order.kind);
            let due = match given {
                Some(task) => due(page, task, to_come(task.due)),
                None => words::due_of(page, to_come(order.due), None),
            };
            let text = given.map_or(order.words.as_str(), |task| task.text.as_str());
            form = form.with(&format!("words_{code}"), text).with(&format!("due_{code}"), due);
            if given.is_some() {
                form = form.with(&format!("task_{code}"), "co");
            }
        }
        for (dash, place) in dashes.iter().take(DASHES).zip(1..) {
            let same = |task: &Task| task.kind == TaskKind::Other && one_line(&task.text) == one_line(dash);
            if let Some(task) = self.task(same) {
                let due = due(page, task, to_come(task.due));
                form = form.with(&dash_field("task", place), "co").with(&dash_field("title", place), &task.title);
                form = form.with(&dash_field("due", place), due);
            }
        }
        match to_come(self.report) {
            Some(due) => form.with("report_due", page.day(due)),
            None => form,
        }
    }
}

/// Working days are counted anew for each unit.
fn due(page: &Page, task: &Task, to_come: Option<Date>) -> String {
    words::due_of(page, to_come.filter(|_| task.counted.is_none()), task.counted)
}
