//! The line of a document's life on its page: each stage with who took it there and when; and the
//! leader's step back.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::correspondence::Stage;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{House, Page, Path, Posted, fold, html, redirect_with_flash};

use super::fields::at_field;
use super::show::ShowPage;
use crate::corrections::{KnownUses, SentOut};
use crate::document::{Document, Origin};
use crate::folder::document_in;
use crate::steps::{Step, give_back, steps_of};

/// One stage of the line.
pub(super) struct LifeStage {
    pub(super) name: String,
    pub(super) done: bool,
    /// The furthest one.
    pub(super) here: bool,
    /// By whom and when; empty where that is not known.
    pub(super) says: String,
}

/// The line of a document that was written here; of others the register knows only that they came.
pub(super) async fn life_of(
    db: &mut Conn,
    page: &Page,
    document: &Document,
    sent: Option<&SentOut>,
) -> Result<Vec<LifeStage>, Halt> {
    if document.origin == Origin::Received {
        return Ok(Vec::new());
    }
    let mut taken = BTreeMap::new();
    for step in steps_of(db, document.id).await? {
        taken.insert(step.stage, words(db, page, &step).await?);
    }
    taken.extend(sent.map(|sent| (Stage::Sent, page.instant(sent.first))));
    let here = if sent.is_some() { Stage::Sent } else { document.stage() };
    let line = Stage::ALL.map(|stage| LifeStage {
        name: page.tcode("correspondence-stage-", stage.code()),
        // What an office did at once on paper is done, whether it was recorded apart or not.
        done: stage <= here && (stage != Stage::Scanned || document.file.is_some()),
        here: stage == here,
        says: taken.remove(&stage).unwrap_or_default(),
    });
    Ok(line.into())
}

async fn words(db: &mut Conn, page: &Page, step: &Step) -> Result<String, Halt> {
    let at = page.instant(step.at);
    let account = match step.account {
        Some(account) => hoithi_people::account(db, account).await?,
        None => None,
    };
    let Some(account) = account else { return Ok(at) };
    let facts = [("name", account.name.to_string()), ("at", at)];
    Ok(if step.from_paper {
        page.tx("correspondence-step-from-paper", &facts)
    } else {
        page.tx("correspondence-step-by", &facts)
    })
}

/// Whether the name under the signature is that of whoever drafted the document: on paper nobody is
/// kept from it, so it is said.
pub(super) async fn drafted_by_signer(db: &mut Conn, document: &Document) -> Result<bool, Halt> {
    let drafted = steps_of(db, document.id).await?.into_iter().find(|step| step.stage == Stage::Draft);
    let Some(account) = drafted.and_then(|step| step.account) else { return Ok(false) };
    let drafter = hoithi_people::account(db, account).await?;
    let signer = document.content.signatory.as_ref();
    Ok(drafter.zip(signer).is_some_and(|(drafter, signer)| fold(drafter.name.as_str()) == fold(signer.name.as_str())))
}

/// The tone of a stage's mark in a list.
pub(super) const fn tone(stage: Stage) -> &'static str {
    match stage {
        Stage::Draft => "neutral",
        Stage::PutForward | Stage::Signed => "doing",
        Stage::Numbered | Stage::Scanned | Stage::Sent => "done",
    }
}

pub(super) async fn leader_gives_back(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    Extension(uses): Extension<Arc<dyn KnownUses>>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["version", "reason"])?;
    let (folder, _) = document_in(&mut house.read().await?, &viewer, (&slug, id), Permission::DocumentRead).await?;
    viewer.allowed(Permission::DocumentSignOff, folder.place_of_rights())?;
    let version = form.value("version").parse().unwrap_or(0);
    let reason = form.value("reason").to_owned();
    let done =
        house.acts.perform(viewer.actor(), move |act| Box::pin(give_back(act, id, version, reason.clone()))).await;
    match done {
        Ok(()) => {
            let here = format!("{}/{id}", folder.address());
            Ok(redirect_with_flash(&house.site, &here, "correspondence-given-back"))
        }
        Err(halt) => {
            form.keep_refusals(&page, at_field(halt, "reason"))?;
            html(&ShowPage::load(&house, &viewer, page, (slug, id), uses.as_ref(), form).await?)
        }
    }
}
