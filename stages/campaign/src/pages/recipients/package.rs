//! The edXML package of a letter, addressed to those of its units that stand in the exchange directory.

use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{answer_package, directory, package_to};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_web::{House, Path, Posted, redirect_with_flash};
use uuid::Uuid;

use crate::operations::goes_out;
use crate::packages::{note_package, packages_of_letter};
use crate::pages::letter_for;
use crate::recipients::recipients;

pub(super) async fn make(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["whom"])?;
    let unreached = posted.form.value("whom") == "unreached";
    let mut db = house.read().await?;
    let (_, letter) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    goes_out(&mut db, &letter, viewer.today).await?;
    let bodies = directory(&mut db, &letter).await?;
    let all = recipients(&mut db, &letter, viewer.today).await?;
    drop(db);
    let units: Vec<_> = all.iter().map(|each| &each.unit).collect();
    let wanted = all.iter().zip(bodies.of(&units)).filter(|(each, _)| !unreached || each.is_unreached());
    let coded: Vec<_> = wanted.filter_map(|(each, body)| Some((each.sent.sending.id, body?))).collect();
    if coded.is_empty() {
        return Err(Halt::refused("campaign.no_package", None, "no unit stands in the exchange directory"));
    }
    let bodies = coded.iter().map(|(_, body)| body.clone()).collect();
    let file = house.keep_file(package_to(&house, &letter, bodies).await?).await?;
    let to: Vec<_> = coded.into_iter().map(|(sending, (organ, _))| (sending, organ)).collect();
    let made = (file, to);
    house.acts.perform(viewer.actor(), move |act| Box::pin(note_package(act, id, made.clone()))).await?;
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
