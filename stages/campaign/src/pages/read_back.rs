//! The letter read back before it goes out: to whom, with what tasks, who is told and who is not.

use askama::Template;
use hoithi_correspondence::{Document, lacks_its_list};
use hoithi_edition::{Edition, workdays};
use hoithi_journal::Halt;
use hoithi_rules::ids::UnitId;
use hoithi_rules::workdays::Workdays;
use hoithi_store::Conn;
use hoithi_units::units_by_id;
use hoithi_web::{Form, Page};
use jiff::civil::Date;

use super::words;
use crate::contacts::{contacts_on, has_address};
use crate::letter::{SendLetter, TaskOrder};

/// The most names that are read at a glance.
const FEW: usize = 10;

#[derive(Template)]
#[template(path = "campaign/read_back.html")]
pub(super) struct ReadBack {
    page: Page,
    form: Form,
    slug: String,
    document: Document,
    units: Vec<String>,
    /// The day for which they are taken, and what makes it a doubtful one.
    on: Date,
    doubts: Vec<String>,
    tasks: Vec<TaskOrder>,
    report_due: Option<Date>,
    workdays: Workdays,
    /// How many contacts are written; none where nobody shall be.
    told: Option<usize>,
    /// Units in which nobody can be written.
    untold: Vec<String>,
    /// Everything that was typed, for the buttons.
    kept: Vec<(String, String)>,
}

impl ReadBack {
    pub(super) async fn load(
        db: &mut Conn,
        page: Page,
        today: Date,
        (edition, document): (&Edition, &Document),
        command: &SendLetter,
        to: &[UnitId],
        kept: Vec<(String, String)>,
    ) -> Result<Self, Halt> {
        let (mut units, mut untold, mut told) = (Vec::with_capacity(to.len()), Vec::new(), 0);
        let (known, everybody) = (units_by_id(db).await?, contacts_on(db, today).await?);
        let signed = document.signed().map(|(_, day)| day);
        let mut newer = 0;
        for id in to {
            let unit = known.get(id).ok_or_else(Halt::not_found)?;
            newer += usize::from(signed.is_some_and(|day| !unit.stands_on(day)));
            let name = unit.name.clone();
            let contacts = everybody.get(id).map_or(&[][..], Vec::as_slice);
            told += contacts.iter().filter(|contact| !contact.contact.email.is_empty()).count();
            if !has_address(contacts) {
                untold.push(name.clone());
            }
            units.push(name);
        }
        units.sort_by_cached_key(|name| hoithi_web::dictionary_order(name));
        untold.sort_by_cached_key(|name| hoithi_web::dictionary_order(name));
        Ok(Self {
            on: command.on,
            doubts: doubts(&page, (command.on, today), signed.map(|day| (day, newer))),
            page,
            form: Form::new(),
            slug: edition.slug.to_string(),
            document: document.clone(),
            units,
            tasks: command.tasks.clone(),
            report_due: command.report_due,
            workdays: workdays(db, Some(edition.id)).await?,
            told: command.mail.is_some().then_some(told),
            untold,
            kept,
        })
    }

    /// With what was ticked, and what is wrong there.
    pub(super) fn with_boxes(self, form: &Form) -> Self {
        Self { form: form.clone(), ..self }
    }

    /// Whether the letter speaks of a list that does not go with it.
    fn lacks_its_list(&self) -> bool {
        lacks_its_list(&self.document)
    }

    /// So few units that their names stand there at once.
    fn few(&self) -> bool {
        self.units.len() <= FEW
    }

    /// What the board and the unit call it.
    fn name_of(&self, task: &TaskOrder) -> String {
        if task.title.is_empty() { self.page.tcode("campaign-task-", task.kind.code()) } else { task.title.clone() }
    }

    fn due_of(&self, task: &TaskOrder) -> String {
        match (task.due, task.counted) {
            (None, Some(_)) => words::due_of(&self.page, None, task.counted),
            (due, _) => self.due(due.as_ref()),
        }
    }

    /// The day, and what makes it a bad one.
    fn due(&self, due: Option<&Date>) -> String {
        let Some(due) = due else { return self.page.t("campaign-no-due") };
        let day = self.page.t1("campaign-due", "day", self.page.day(*due));
        let closed = words::closed(&self.page, &self.workdays, *due);
        if closed.is_empty() { day } else { format!("{day}, {closed}") }
    }
}

/// That the units are taken for a day to come, and that some of them did not stand on the document's own day.
fn doubts(page: &Page, (on, today): (Date, Date), newer: Option<(Date, usize)>) -> Vec<String> {
    let mut doubts = Vec::new();
    if on > today {
        doubts.push(page.t1("campaign-read-on-future", "day", page.day(on)));
    }
    if let Some((signed, count)) = newer.filter(|(_, count)| *count > 0) {
        let facts = [("count", count.to_string()), ("signed", page.day(signed))];
        doubts.push(page.tx("campaign-read-on-newer", &facts));
    }
    doubts
}
