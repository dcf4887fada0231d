//! Writing to the authors of the entries that a list shows: the letter, then as it will be read and by whom.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_told_flash};

use super::list::{asked_again, asked_for, find, sent};
use crate::mail::{Told, letter_to};
use crate::operations::{AuthorsLetter, Reached, WriteToAuthors, mark_of, nobody, reached_by, write_to_authors};
use crate::store::List;

#[derive(Template)]
#[template(path = "entries/letter.html")]
struct LetterPage {
    page: Page,
    form: Form,
    edition: Edition,
    /// What the list was asked for, to be sent along.
    asked: Vec<(String, String)>,
    reached: Vec<Reached>,
    mark: String,
    /// Subject and words as the first of them reads it; nothing while it is being written.
    read_back: Option<(String, String)>,
}

impl LetterPage {
    fn written(&self) -> usize {
        self.reached.iter().filter(|(_, told)| matches!(told, Told::Written(_))).count()
    }

    /// Where it goes, or what somebody has to do instead.
    fn how(&self, reached: &Reached) -> String {
        match &reached.1 {
            Told::Written(to) => to.clone(),
            Told::ToBeCalled(phone) => self.page.t1("entries-letter-call", "phone", phone),
            Told::Nobody => self.page.t("entries-letter-nobody"),
        }
    }
}

fn number((kept, _): &Reached) -> String {
    kept.number().map(ToString::to_string).unwrap_or_default()
}

pub(super) async fn send(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&[&sent()[..], &["subject", "body", "step", "seen"]].concat())?;
    let edition = find(&house, &slug).await?;
    viewer.allowed(Permission::EntryViewAll, edition.place())?;
    viewer.allowed(Permission::ScreeningDecide, edition.place())?;
    let step = form.choice("step", |step| ["write", "read", "send"].into_iter().find(|known| *known == step))?;
    let (list, _) = asked_for(&form, &edition, None)?;
    let label = page.t("entries-all");
    let page = page.under(label, format!("/ky/{slug}/ho-so")).titled("entries-letter");
    let done = match step {
        Some("send") => sent_off(&house, &viewer, &edition, (&form, list.clone())).await,
        Some("read") => letter_of(&form).map(|_| 0),
        _ => Ok(0),
    };
    match (done, step) {
        (Ok(count), Some("send")) => {
            let facts = [("count", count.to_string())];
            let to = format!("/ky/{slug}/ho-so");
            Ok(redirect_with_told_flash(&house.site, &to, "entries-letter-was-sent", &facts))
        }
        (Ok(_), step) => html(&shown(&house, (page, edition), form, &list, step == Some("read")).await?),
        (Err(halt), _) => {
            form.keep_refusals(&page, halt)?;
            html(&shown(&house, (page, edition), form, &list, false).await?)
        }
    }
}

fn letter_of(form: &Form) -> Result<AuthorsLetter, Halt> {
    AuthorsLetter::read(form.value("subject"), form.value("body"))
}

async fn sent_off(
    house: &House,
    viewer: &Viewer,
    edition: &Edition,
    (form, list): (&Form, List),
) -> Result<usize, Halt> {
    let command =
        WriteToAuthors { edition: edition.id, list, letter: letter_of(form)?, seen: form.value("seen").to_owned() };
    house.acts.perform(viewer.actor(), move |act| Box::pin(write_to_authors(act, command.clone()))).await
}

/// The letter as it is written, or as it will be read. A list that is too long is told on the page.
async fn shown(
    house: &House,
    (page, edition): (Page, Edition),
    mut form: Form,
    list: &List,
    reads: bool,
) -> Result<LetterPage, Halt> {
    let reached = match reached_by(&mut house.read().await?, edition.id, list).await {
        Ok(reached) => reached,
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            Vec::new()
        }
    };
    let first = reached.iter().find(|(_, told)| matches!(told, Told::Written(_))).filter(|_| reads);
    if reads && first.is_none() && !reached.is_empty() {
        form.keep_refusals(&page, nobody())?;
    }
    let read_back = match first {
        Some((kept, _)) => Some(letter_to(kept, &edition, &letter_of(&form)?)?),
        None => None,
    };
    let (asked, mark) = (asked_again(&form), mark_of(&reached));
    Ok(LetterPage { page, form, edition, asked, reached, mark, read_back })
}
