//! What else is done at the desk: another category, a conflict of whoever looks.

use axum::extract::State;
use axum::response::Response;
use hoithi_entries::{KeptEntry, Standing};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::edition::Rules;
use hoithi_rules::ids::EntryId;
use hoithi_web::{House, Page, Path, Posted, html, redirect_with_flash};

use super::super::queue::edition_for;
use super::DeskPage;
use crate::conflicts::declare;
use crate::moving::{MoveEntry, move_to_another_category};

/// The other categories of the book, while the entry stands.
pub(super) fn elsewhere(kept: &KeptEntry, rules: &Rules) -> Vec<(String, String)> {
    if !matches!(kept.standing, Standing::Submitted | Standing::Returned | Standing::Admitted) {
        return Vec::new();
    }
    let others = rules.categories.iter().filter(|category| kept.category() != Some(&category.code));
    others.map(|category| (category.code.to_string(), category.name.clone())).collect()
}

/// Lets the entry count in another category.
pub(in super::super) async fn move_it(
    State(house): State<House>,
    Path((slug, id)): Path<(String, EntryId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["version", "to", "why"])?;
    let mut desk = DeskPage::load(&house, &viewer, page, &slug, id).await?;
    let (to, why) = (form.value("to").to_owned(), form.value("why").to_owned());
    let command = MoveEntry { entry: id, seen: form.value("version").parse().unwrap_or(0), to, why };
    let again = desk.form.clone().with("to", &command.to).with("why", &command.why);
    let done =
        house.acts.perform(viewer.actor(), move |act| Box::pin(move_to_another_category(act, command.clone()))).await;
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/kiem-tra/{id}"), "screening-moved-now")),
        Err(halt) => {
            desk.form = again;
            desk.form.keep_refusals(&desk.page, halt)?;
            html(&desk)
        }
    }
}

/// Somebody else is to decide: the dossier stays where it is.
pub(in super::super) async fn declare_conflict(
    State(house): State<House>,
    Path((slug, id)): Path<(String, EntryId)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    edition_for(&mut house.read().await?, &viewer, &slug).await?;
    house.acts.perform(viewer.actor(), move |act| Box::pin(declare(act, id))).await?;
    Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/kiem-tra/{id}"), "screening-conflict-recorded"))
}
