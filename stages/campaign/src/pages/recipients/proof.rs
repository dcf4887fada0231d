//! The proof that a letter went out: of some units it is printed while one waits; of hundreds in parts, and
//! their page says how far that is.

use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{answer_pdf, bases_of, sheet_pdf};
use hoithi_documents::{Printer, Sha256Hex, bundle};
use hoithi_journal::{Fault, Halt};
use hoithi_people::{Viewer, job_id};
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_web::{Finished, House, NewJob, Path, Posted, Progress, redirect};

use crate::known::KnownReminders;
use crate::pages::letter_for;
use crate::proof::Proof;
use crate::recall::recall_of;
use crate::recipients::recipients_told;

/// So many units are printed while somebody waits, and stand in one file of a long print.
const A_PART: usize = 150;

/// Whether the proof of so many units is longer than anybody waits for.
pub(super) fn is_long(units: usize) -> bool {
    units > A_PART
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    Extension(known): Extension<Arc<dyn KnownReminders>>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let proof = proof_of(&house, &viewer, (&slug, id), known.as_ref()).await?;
    if is_long(proof.recipients.len()) {
        return Ok(redirect(&format!("/ky/{slug}/noi-nhan/{id}")));
    }
    let bytes = proof.print(&house.printer).await.map_err(Halt::Fault)?;
    Ok(answer_pdf(bytes, "bang-ke-gui-nhan.pdf"))
}

pub(super) async fn print(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    Extension(known): Extension<Arc<dyn KnownReminders>>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let proof = proof_of(&house, &viewer, (&slug, id), known.as_ref()).await?;
    let place = house.jobs.place()?;
    let of = proof.edition.place();
    let job =
        house.acts.perform(viewer.actor(), move |act| Box::pin(job_id(act, Permission::CampaignView, of))).await?;
    let new = NewJob {
        id: job,
        owner: viewer.signed_in()?.id.uuid(),
        all: proof.recipients.len(),
        back: format!("/ky/{slug}/noi-nhan/{id}"),
        at: proof.at,
    };
    let printer = house.printer.clone();
    place.begin(new, |progress| in_parts(proof, printer, progress));
    Ok(redirect(&format!("/viec-dang-chay/{job}")))
}

async fn proof_of(
    house: &House,
    viewer: &Viewer,
    (slug, id): (&str, DocumentId),
    known: &dyn KnownReminders,
) -> Result<Proof, Halt> {
    let mut db = house.read().await?;
    let (edition, letter) = letter_for(&mut db, viewer, slug, id, Permission::CampaignView).await?;
    let recipients = recipients_told(&mut db, &letter, viewer.today, known).await?;
    if recipients.is_empty() {
        return Err(Halt::not_found());
    }
    let (bases, recalled) = (bases_of(&mut db, id).await?, recall_of(&mut db, id).await?);
    drop(db);
    Ok(Proof {
        sheet: Sha256Hex::of(&sheet_pdf(house, &letter, &bases).await?),
        edition,
        letter,
        recipients,
        recalled,
        by: viewer.signed_in()?.name.as_str().to_owned(),
        at: house.clock().now(),
        watermark: house.site.watermark(),
    })
}

async fn in_parts(proof: Proof, printer: Printer, progress: Progress) -> Result<Finished, Fault> {
    let all = proof.recipients.len();
    let mut files = Vec::with_capacity(all.div_ceil(A_PART));
    for behind in (0..all).step_by(A_PART) {
        let last = all.min(behind + A_PART);
        let name = format!("bang-ke-{:04}-{last:04}.pdf", behind + 1);
        files.push((name, proof.print_part(&printer, behind, last).await?));
        progress.done(last);
    }
    let whole = tokio::task::spawn_blocking(move || bundle(&files)).await.map_err(Fault::new)?;
    let bytes = whole.map_err(Fault::new)?.into();
    Ok(Finished { name: "bang-ke-gui-nhan.zip", media_type: "application/zip", bytes })
}
