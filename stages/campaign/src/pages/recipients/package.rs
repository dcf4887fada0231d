//! The edXML package of a letter, addressed to those of its units that stand in the exchange directory.

use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::answer_package;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_web::{House, Path, Posted, redirect_with_flash};
use uuid::Uuid;

use crate::operations::goes_out;
use crate::packages::{make_package, packages_of_letter};
use crate::pages::letter_for;

pub(super) async fn make(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["whom"])?;
    let unreached = posted.form.value("whom") == "unreached";
    letter_for(&mut house.read().await?, &viewer, &slug, id, Permission::LetterSend).await?;
    make_package(&house, viewer.actor(), id, unreached).await?;
    Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/noi-nhan/{id}"), "campaign-package-made"))
}

pub(super) async fn download(
    State(house): State<House>,
    Path((slug, id, package)): Path<(String, DocumentId, Uuid)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (_, letter) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    goes_out(&mut db, &letter, viewer.today).await?;
    let made = packages_of_letter(&mut db, id).await?.into_iter().find(|made| made.id == package);
    drop(db);
    let made = made.ok_or_else(Halt::not_found)?;
    Ok(answer_package(house.kept_file(made.file).await?, &letter))
}
