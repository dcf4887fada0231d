//! The authors' signed authorisation, where somebody else writes the dossier: recorded with its scan, and shown.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::{Denied, Halt};
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::entries::Authorisation;
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::PersonName;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::files::scan_response;
use super::sheet::Sheet;
use crate::operations::{RecordAuthorisation, record_authorisation};
use crate::papers::scan_given;
use crate::store::{self, KeptAuthorisation};

#[derive(Template)]
#[template(path = "entries/authorisation.html")]
struct AuthorisationPage {
    page: Page,
    form: Form,
    id: EntryId,
    held: Option<KeptAuthorisation>,
    required: bool,
}

impl AuthorisationPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, id: EntryId) -> Result<Self, Halt> {
        let sheet = Sheet::open_for_writing(house, viewer, page, id).await?;
        if !sheet.kept.is_written_for_others_by(viewer.signed_in()?.id.uuid()) {
            return Err(Halt::Denied(Denied::Forbidden));
        }
        sheet.may_change(house)?;
        let held = store::authorisation(&mut house.read().await?, id).await?;
        let required = sheet.edition.book.rules().entrants.authorisation;
        Ok(Self { page: sheet.page.titled("entries-authorisation"), form: Form::new(), id, held, required })
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
    html(&AuthorisationPage::load(&house, &viewer, page, id).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["signed_by", "signed_on", "until"])?;
    let mut shown = AuthorisationPage::load(&house, &viewer, page, id).await?;
    let done = match read(&house, &posted, id).await {
        Ok(command) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(record_authorisation(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/lap-ho-so/{id}"), "entries-authorisation-recorded")),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&shown.page, halt)?;
            shown.form = form;
            html(&shown)
        }
    }
}

/// The paper, every fault at its field.
async fn read(house: &House, posted: &Posted, entry: EntryId) -> Result<RecordAuthorisation, Halt> {
    let form = &posted.form;
    let mut no = Refusals::new();
    let signed_by = no.keep("signed_by", form.value("signed_by").parse::<PersonName>());
    let signed_on = parse_day(form.value("signed_on"));
    if signed_on.is_none() {
        no.add("entries.day_malformed", "signed_on", "this is no day");
    }
    let until = form.given("until").map(parse_day);
    if until == Some(None) {
        no.add("entries.day_malformed", "until", "this is no day");
    }
    let scan = no.absorb(scan_given(posted, "scan").await)?;
    let (Some(signed_by), Some(signed_on), Some(scan), true) = (signed_by, signed_on, scan, no.is_empty()) else {
        return Err(no.halt());
    };
    let scan = house.keep_upload(scan).await?;
    Ok(RecordAuthorisation { entry, paper: Authorisation { signed_by, signed_on, until: until.flatten() }, scan })
}

/// The scan, for whoever may read the dossier: the one that it was submitted on, or else the latest.
pub(super) async fn scan(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    Sheet::open(&house, &viewer, page, id).await?;
    let mut db = house.read().await?;
    let held = match store::used_authorisation(&mut db, id).await? {
        Some(used) => used,
        None => store::authorisation(&mut db, id).await?.ok_or_else(Halt::not_found)?,
    };
    drop(db);
    Ok(scan_response("giay-uy-quyen", house.kept_file(held.scan).await?))
}
