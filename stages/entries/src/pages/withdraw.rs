//! Taking an entry back, with a reason.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::{Denied, Halt};
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::entries::WithdrawRefusal;
use hoithi_rules::ids::EntryId;
use hoithi_rules::text::paragraphs;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::files::scan_response;
use super::sheet::Sheet;
use crate::kept::KeptEntry;
use crate::operations::{Withdraw, stands_open, withdraw};
use crate::papers::scan_given;
use crate::store;

#[derive(Template)]
#[template(path = "entries/withdraw.html")]
struct WithdrawPage {
    page: Page,
    form: Form,
    kept: KeptEntry,
    /// Whether the authors' signed request has to come with it.
    on_request: bool,
}

impl WithdrawPage {
    fn of(sheet: Sheet) -> Self {
        let on_request = sheet.kept.goes_back_on_request();
        Self { page: sheet.page.titled("entries-withdraw"), form: sheet.form, kept: sheet.kept, on_request }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
    if sheet.kept.owner.is_some() && !sheet.owns() {
        return Err(Halt::Denied(Denied::Forbidden));
    }
    // Nobody writes a reason for what will be refused whatever it says.
    stands_open(&sheet.kept)?;
    html(&WithdrawPage::of(sheet))
}

pub(super) async fn send(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["reason"])?;
    match try_to_withdraw(&house, &viewer, id, &posted).await {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/lap-ho-so/{id}"), "entries-withdrawn-done")),
        Err(halt) => {
            let sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
            html(&WithdrawPage::of(sheet.refused(posted.form, halt)?))
        }
    }
}

async fn try_to_withdraw(house: &House, viewer: &Viewer, entry: EntryId, posted: &Posted) -> Result<(), Halt> {
    let reason = posted.form.value("reason").to_owned();
    let request = match posted.file("request") {
        None => None,
        Some(_) => match scan_given(posted, "request").await {
            Ok(scan) => Some(house.keep_upload(scan).await?),
            Err(halt) => return Err(beside(halt, &reason)?),
        },
    };
    let command = Withdraw { entry, reason, request };
    house.acts.perform(viewer.actor(), move |act| Box::pin(withdraw(act, command.clone()))).await
}

/// A scan that is none, and perhaps no reason either: both are said at once.
fn beside(halt: Halt, reason: &str) -> Result<Halt, Halt> {
    let mut no = Refusals::new();
    if paragraphs(reason).is_empty() {
        no.keep::<(), _>("reason", Err(WithdrawRefusal::ReasonMissing));
    }
    no.absorb::<()>(Err(halt))?;
    Ok(no.halt())
}

/// The authors' signed request, for whoever may read the dossier.
pub(super) async fn request(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    Sheet::open(&house, &viewer, page, id).await?;
    let kept = store::request_of(&mut house.read().await?, id).await?.ok_or_else(Halt::not_found)?;
    Ok(scan_response("don-rut", house.kept_file(kept).await?))
}
