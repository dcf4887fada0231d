//! A stack of dossiers admitted at once. The program looks at each as on its own desk; what is wholly
//! in order is read back, and each is decided by an act of its own: what fails is told by its row, the
//! rest stands.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_entries::{
    KeptEntry, Standing, Told, counts, dossier, how_told, keep_titles_up, secret_address, standing_after,
};
use hoithi_journal::Halt;
use hoithi_originality::likes_of;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::edition::PartCode;
use hoithi_rules::entries::PartContent;
use hoithi_rules::ids::EntryId;
use hoithi_rules::screening::{CheckItem, Finding, Verdict};
use hoithi_store::Conn;
use hoithi_web::{Form, House, Lang, Page, Path, Posted, html};

use super::desk::{Question, questions_of, will_hear};
use super::queue::{A_PAGE, edition_for, ticked_again};
use crate::alike::alike;
use crate::automatic::{Answer, Desk, beside, look_into};
use crate::copies::told_of;
use crate::operations::{Decide, Ruling, decide};
use crate::same::Compared;

/// No more are read back at once: somebody has to have seen each of them.
const A_STACK: usize = A_PAGE;

/// One dossier as the program looks at it.
struct Looked {
    kept: KeptEntry,
    category: String,
    /// What it is ticked by: which, and as it was read.
    tick: String,
    files: Vec<(String, String)>,
    /// The questions that only a person answers.
    to_see: Vec<String>,
    findings: Vec<Finding>,
    /// What keeps it out of the stack; nothing where it is wholly in order.
    against: Vec<String>,
}

impl Looked {
    fn number(&self) -> String {
        self.kept.number().map(ToString::to_string).unwrap_or_default()
    }
}

#[derive(Template)]
#[template(path = "screening/stack.html")]
struct StackPage {
    page: Page,
    form: Form,
    edition: Edition,
    ready: Vec<Looked>,
    left: Vec<Looked>,
    to_see: BTreeSet<String>,
    /// How many were chosen beyond what is read back at once.
    more: usize,
}

#[derive(Template)]
#[template(path = "screening/stacked.html")]
struct StackedPage {
    page: Page,
    edition: Edition,
    /// With how its author hears of it.
    done: Vec<(Looked, String)>,
    left: Vec<Looked>,
}

pub(super) async fn send(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["entries", "shown", "seen", "step"])?;
    keep_titles_up(&house).await?;
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug).await?;
    let label = page.t("screening-queue");
    let step = form.choice("step", |step| ["read", "all", "decide"].into_iter().find(|known| *known == step))?;
    let chosen = match step {
        Some("all") => {
            let waiting = standing_after(&mut db, (edition.id, Standing::Submitted), 0, A_STACK).await?;
            waiting.into_iter().map(|card| (card.id, 0)).collect()
        }
        Some("decide") => ticks(&form, "shown")?,
        _ => ticks(&form, "entries")?,
    };
    let problems = problems(&form, step);
    if step == Some("read") && problems.is_err() {
        problems.or_else(|halt| form.keep_refusals(&page, halt))?;
        return ticked_again(&mut db, (&viewer, page), edition, form).await;
    }
    let beyond = if step == Some("all") { waiting(&mut db, &edition).await? } else { chosen.len() };
    drop(db);
    let page = page.under(label, format!("/ky/{slug}/kiem-tra")).titled("screening-stack");
    let looking = Looking { house: &house, page: &page, edition: &edition, viewer: &viewer };
    if step == Some("decide") && problems.is_ok() {
        let (done, left) = looking.decided(&ticks(&form, "entries")?).await?;
        return html(&StackedPage { page, edition, done, left });
    }
    let looked = looking.at_all(&chosen).await?;
    let more = beyond.saturating_sub(A_STACK);
    let (ready, left): (Vec<Looked>, Vec<Looked>) = looked.into_iter().partition(|looked| looked.against.is_empty());
    match problems {
        Ok(()) => form = ready.iter().fold(Form::new(), |form, looked| form.with("entries", &looked.tick)),
        Err(halt) => form.keep_refusals(&page, halt)?,
    }
    let to_see = ready.iter().flat_map(|looked| looked.to_see.iter().cloned()).collect();
    html(&StackPage { page, form, edition, ready, left, to_see, more })
}

/// How many wait.
async fn waiting(db: &mut Conn, edition: &Edition) -> Result<usize, Halt> {
    let counts = counts(db, edition.id).await?;
    Ok(counts.iter().filter(|count| count.standing == Standing::Submitted).map(|count| count.entries).sum())
}

/// What is missing before a stack is read back, or decided.
fn problems(form: &Form, step: Option<&str>) -> Result<(), Halt> {
    let mut no = Refusals::new();
    if step != Some("all") && form.given("entries").is_none() {
        no.add("screening.stack_empty", "entries", "no dossier was chosen");
    }
    if step == Some("decide") && !form.checked("seen", "yes") {
        no.add("screening.stack_unseen", "seen", "somebody has to have seen each dossier");
    }
    no.done()
}

/// Which entries, and the version of each as it was read; none while nothing was read yet.
fn ticks(form: &Form, field: &'static str) -> Result<Vec<(EntryId, u32)>, Halt> {
    let unknown = || Halt::refused("web.unknown_value", Some(field), "this is none of the dossiers to choose from");
    let tick = |value: &str| {
        let (id, version) = value.split_once('@').unwrap_or((value, "0"));
        Some((id.parse().ok()?, version.parse().ok()?))
    };
    form.values(field).into_iter().map(|value| tick(value).ok_or_else(unknown)).collect()
}

/// With what the dossiers of a stack are looked at.
struct Looking<'a> {
    house: &'a House,
    page: &'a Page,
    edition: &'a Edition,
    viewer: &'a Viewer,
}

impl Looking<'_> {
    async fn at_all(&self, chosen: &[(EntryId, u32)]) -> Result<Vec<Looked>, Halt> {
        let mut all = Vec::new();
        for (id, _) in chosen.iter().take(A_STACK) {
            all.push(self.at(*id, "").await?);
        }
        Ok(all)
    }

    async fn at(&self, id: EntryId, note: &str) -> Result<Looked, Halt> {
        let mut db = self.house.read().await?;
        let kept = dossier(&mut db, id).await?;
        let kept = kept.filter(|kept| kept.entry.edition == self.edition.id && kept.receipt().is_some());
        let kept = kept.ok_or_else(Halt::not_found)?;
        let likes = likes_of(&mut db, self.viewer, self.edition.id, &[id]).await?;
        let compared = Compared::of(&mut db, id, &likes).await?;
        let alike = alike(&mut db, self.viewer, self.edition, &kept).await?;
        drop(db);
        let looks = look_into(&self.house.files, &kept).await?;
        let told = told_of(self.house, &kept, &self.edition.book).await?;
        let desk = Desk {
            page: self.page,
            kept: &kept,
            edition: self.edition,
            alike: &alike,
            compared,
            looks: &looks,
            told: &told,
        };
        let (questions, beside) = (questions_of(&desk), beside(&desk));
        let rules = self.edition.book.rules();
        let category = kept.category().and_then(|code| rules.category(code.as_str()));
        Ok(Looked {
            category: category.map(|category| category.name.clone()).unwrap_or_default(),
            tick: format!("{id}@{}", kept.entry.version),
            files: self.files(&kept),
            to_see: questions.iter().filter(|question| is_open(question)).map(|each| each.label.clone()).collect(),
            findings: questions.iter().filter_map(|question| passed(question, note)).collect(),
            against: self.against(&kept, &questions, beside),
            kept,
        })
    }

    fn files(&self, kept: &KeptEntry) -> Vec<(String, String)> {
        let parts = self.edition.book.rules().dossier.iter();
        let files = parts.filter(|part| matches!(kept.part(&part.code), Some(PartContent::File(_))));
        let address = |code: &PartCode| {
            let secret = kept.is_secret(code, self.edition.book.rules());
            if secret { secret_address(kept.id(), code) } else { format!("/ho-so/{}/tep/{code}", kept.id()) }
        };
        files.map(|part| (part.name.clone(), address(&part.code))).collect()
    }

    /// What is not in order: what failed, and what has to be compared with another dossier.
    fn against(&self, kept: &KeptEntry, questions: &[Question], beside: Vec<(String, Answer)>) -> Vec<String> {
        let gone = (kept.standing != Standing::Submitted).then(|| self.page.t("screening-stack-not-waiting"));
        let asked = questions.iter().filter(|question| hinders(question));
        let asked = asked.map(|question| format!("{}: {}", question.label, question.answer.reason));
        let beside = beside.into_iter().filter(|(_, answer)| answer.verdict == Some(Verdict::Failed));
        gone.into_iter().chain(asked).chain(beside.map(|(what, answer)| format!("{what}: {}", answer.reason))).collect()
    }

    /// Each by an act of its own, looked at anew: what was read back may have changed since.
    async fn decided(&self, chosen: &[(EntryId, u32)]) -> Result<(Vec<(Looked, String)>, Vec<Looked>), Halt> {
        // The register keeps the office's words, whatever language the page is read in.
        let facts = [("count", chosen.len().min(A_STACK).to_string())];
        let note = self.house.catalogue.text(Lang::Vi, "screening-stack-note", &facts);
        let (mut done, mut left) = (Vec::new(), Vec::new());
        for (id, seen) in chosen.iter().take(A_STACK) {
            let mut looked = self.at(*id, &note).await?;
            if looked.against.is_empty() {
                looked.against = self.admit(&looked, *seen).await?;
            }
            if looked.against.is_empty() {
                let told = self.told(&looked.kept).await?;
                done.push((looked, told));
            } else {
                left.push(looked);
            }
        }
        Ok((done, left))
    }

    /// Admits one, or says why not.
    async fn admit(&self, looked: &Looked, seen: u32) -> Result<Vec<String>, Halt> {
        let command =
            Decide { entry: looked.kept.id(), seen, ruling: Ruling::Admit, findings: looked.findings.clone() };
        let done =
            self.house.acts.perform(self.viewer.actor(), move |act| Box::pin(decide(act, command.clone()))).await;
        match done {
            Ok(_) => Ok(Vec::new()),
            Err(Halt::Refused(refused)) => Ok(refused.iter().map(|each| self.page.refusal(each)).collect()),
            Err(other) => Err(other),
        }
    }

    async fn told(&self, kept: &KeptEntry) -> Result<String, Halt> {
        Ok(match how_told(&mut self.house.read().await?, kept).await? {
            Told::Written(_) => self.page.t("screening-told"),
            other => will_hear(self.page, other),
        })
    }
}

/// Only a person can tell.
fn is_open(question: &Question) -> bool {
    question.answer.verdict.is_none()
}

/// Where another title or text is alike somebody has to compare the two: not a matter for a stack.
fn hinders(question: &Question) -> bool {
    let compared = CheckItem::from_code(&question.code) == Some(CheckItem::Distinct);
    question.answer.verdict == Some(Verdict::Failed) || (compared && is_open(question))
}

/// The answer as it is recorded: what the program did not answer rests on who saw the stack.
fn passed(question: &Question, note: &str) -> Option<Finding> {
    let note = if is_open(question) { note.to_owned() } else { String::new() };
    Some(Finding { item: CheckItem::from_code(&question.code)?, verdict: Verdict::Passed, note })
}
