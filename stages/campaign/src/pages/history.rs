//! What happened to a task, line by line, as the unit and the agency read it.

use std::collections::BTreeMap;

use hoithi_correspondence::KeptFile;
use hoithi_journal::Halt;
use hoithi_people::account;
use hoithi_rules::campaign::{StepKind, Task};
use hoithi_rules::ids::{AccountId, FileId};
use hoithi_store::Conn;
use hoithi_units::unit;
use hoithi_web::Page;

use crate::store::{self, Step};

/// One line.
pub(super) struct StepLine {
    pub(super) at: String,
    pub(super) who: String,
    pub(super) what: String,
    pub(super) words: String,
}

/// A task's history, with the wish for a later day that waits, the files of its answer and who has it.
pub(super) struct History {
    pub(super) lines: Vec<StepLine>,
    pub(super) waiting: Option<Step>,
    pub(super) files: Vec<(FileId, KeptFile)>,
    pub(super) assignee: String,
}

impl History {
    pub(super) async fn load(db: &mut Conn, page: &Page, task: &Task) -> Result<Self, Halt> {
        let mut names = Names::default();
        let mut lines = Vec::new();
        for step in store::steps_of(db, task.id).await? {
            lines.push(line(db, page, &mut names, step).await?);
        }
        let mut files = store::files_of_task(db, task.id).await?;
        let shown = task.evidence().map(|evidence| evidence.files.as_slice()).unwrap_or_default();
        files.retain(|(id, _)| shown.contains(id));
        let assignee = match task.assignee {
            Some(person) => names.of(db, person).await?,
            None => String::new(),
        };
        Ok(Self { lines, waiting: store::extension_waits(db, task).await?, files, assignee })
    }

    /// The later day that is asked for and why, in one sentence.
    pub(super) fn asks(&self, page: &Page) -> Option<String> {
        let step = self.waiting.as_ref()?;
        let day = step.day.map(|day| page.day(day)).unwrap_or_default();
        Some(page.tx("campaign-extension-waits", &[("day", day), ("why", step.words.clone())]))
    }
}

/// Names of accounts, each asked for once.
#[derive(Default)]
struct Names(BTreeMap<AccountId, String>);

impl Names {
    async fn of(&mut self, db: &mut Conn, id: AccountId) -> Result<String, Halt> {
        if let Some(name) = self.0.get(&id) {
            return Ok(name.clone());
        }
        let name = match account(db, id).await? {
            Some(known) => known.name.to_string(),
            None => store::task_holder(db, id).await?.map(|holder| holder.name.to_string()).unwrap_or_default(),
        };
        self.0.insert(id, name.clone());
        Ok(name)
    }
}

async fn line(db: &mut Conn, page: &Page, names: &mut Names, step: Step) -> Result<StepLine, Halt> {
    let named = page.tcode("campaign-step-", step.kind.code());
    let what = match step.kind {
        StepKind::Assigned => {
            let person = match step.person {
                Some(person) => names.of(db, person).await?,
                None => String::new(),
            };
            format!("{named} {person}")
        }
        StepKind::Progress => step.percent.map_or(named.clone(), |share| format!("{named} {share} %")),
        StepKind::ExtensionAsked | StepKind::Extended | StepKind::DueChanged => {
            format!("{named} {}", step.day.map(|day| page.day(day)).unwrap_or_default())
        }
        StepKind::HandedOver => {
            let from = match step.unit {
                Some(from) => unit(db, from).await?.map(|unit| unit.name).unwrap_or_default(),
                None => String::new(),
            };
            format!("{named} {from}")
        }
        StepKind::Done
        | StepKind::Nothing
        | StepKind::SentBack
        | StepKind::ExtensionDeclined
        | StepKind::ExtensionWithdrawn => named,
    };
    let mut who = names.of(db, step.by).await?;
    if who.is_empty() {
        // Whoever answers by a personal link has no account: the link itself is kept as who did it.
        who = page.t("campaign-way-link");
    }
    Ok(StepLine { at: page.instant(step.at), who, what, words: step.words })
}
