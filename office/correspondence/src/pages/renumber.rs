//! *Sửa số, ngày*: a slip in what was read off the signed paper, put right before anything stands on it.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Refusals, Viewer};
use hoithi_rules::correspondence::DocumentState;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::bearer::bearer;
use super::fields;
use super::reading::{Reading, still_read, to_read_back};
use super::ways::UnderRegister;
use crate::corrections::{CorrectNumber, KnownUses, correct_number, goes_on};
use crate::document::{ContentError, Document, Origin};
use crate::file::take_scan;
use crate::folder::{Folder, document_in};
use crate::press::print_signed;
use crate::steps::begun_on;
use crate::store;

/// A signed document, as whoever puts its number right meets it.
struct Signed {
    folder: Folder,
    document: Document,
    /// The next step stands on it: it is too late.
    in_use: bool,
    /// The leader signed in their own right and left no scan, which is this visitor's paper.
    scan_needed: bool,
}

impl Signed {
    async fn load(
        house: &House,
        viewer: &Viewer,
        (slug, id): (&str, DocumentId),
        uses: &dyn KnownUses,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let (folder, document) = document_in(&mut db, viewer, (slug, id), Permission::DocumentRegister).await?;
        document.signed().ok_or_else(Halt::not_found)?;
        let in_use = goes_on(&mut db, id, uses).await?;
        let own_right = viewer.may(Permission::DocumentSignOff, folder.place_of_rights());
        let scan_needed = document.origin == Origin::Drafted && document.file.is_none() && !own_right;
        Ok(Self { folder, document, in_use, scan_needed })
    }

    fn address(&self) -> String {
        format!("{}/{}", self.folder.address(), self.document.id)
    }
}

#[derive(Template)]
#[template(path = "correspondence/renumber.html")]
struct RenumberPage {
    page: Page,
    form: Form,
    signed: Signed,
    reading: Option<Reading>,
    /// What bears the number that was refused, and where it is read.
    bearer: Option<(String, String)>,
}

impl RenumberPage {
    fn of(page: Page, signed: Signed, form: Form, reading: Option<Reading>) -> Self {
        let page = page.titled("correspondence-renumber").under_register(&signed.folder);
        let page = page.under(signed.document.content.subject.clone(), signed.address());
        Self { page, form, signed, reading, bearer: None }
    }

    /// Number and day as they are recorded now.
    fn recorded(&self) -> String {
        let words = self.signed.document.signed().map(|(number, date)| {
            let facts = [("number", number.to_string()), ("day", self.page.day(date))];
            self.page.tx("correspondence-number-and-day", &facts)
        });
        words.unwrap_or_default()
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    Extension(uses): Extension<Arc<dyn KnownUses>>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let signed = Signed::load(&house, &viewer, (&slug, id), uses.as_ref()).await?;
    let (number, date) = signed.document.signed().ok_or_else(Halt::not_found)?;
    let form = Form::new().with("number", number).with("date", page.day(date)).with("version", signed.document.version);
    html(&RenumberPage::of(page, signed, form, None))
}

pub(super) async fn correct(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    Extension(uses): Extension<Arc<dyn KnownUses>>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["number", "date", "reason", "version", "read", "step"])?;
    let signed = Signed::load(&house, &viewer, (&slug, id), uses.as_ref()).await?;
    if posted.form.value("step") == "change" {
        return html(&RenumberPage::of(page, signed, posted.form, None));
    }
    let now = house.clock().now();
    match try_to_correct(&house, &viewer, &page, &signed, (&posted, uses)).await {
        Ok(None) => Ok(redirect_with_flash(&house.site, &signed.address(), "correspondence-renumbered")),
        Ok(reading) => html(&RenumberPage::of(page, signed, posted.form, reading)),
        Err(halt) => {
            let mut form = posted.form;
            let bearer = bearer(&house, &viewer, &halt).await?;
            form.keep_refusals(&page, halt)?;
            let begun = begun_on(&mut house.read().await?, id).await?;
            let reading = still_read(&page, &form, (now, begun, &signed.document.content.symbol))
                .filter(|_| form.error("reason").is_none());
            html(&RenumberPage { bearer, ..RenumberPage::of(page, signed, form, reading) })
        }
    }
}

/// First what is to be read back; none when it was, and is recorded now.
async fn try_to_correct(
    house: &House,
    viewer: &Viewer,
    page: &Page,
    Signed { document, scan_needed, .. }: &Signed,
    (posted, uses): (&Posted, Arc<dyn KnownUses>),
) -> Result<Option<Reading>, Halt> {
    let form = &posted.form;
    let mut no = Refusals::new();
    let number_and_day = fields::number_and_day(form, &mut no);
    if form.given("reason").is_none() {
        no.keep::<(), _>("reason", Err(ContentError::Reason));
    }
    let (number, date) = fields::all_or_none(no, number_and_day)?;
    if document.signed() == Some((&number, date)) {
        return Err(ContentError::SameNumber).or_refuse();
    }
    let mut db = house.read().await?;
    let unsigned = Document { state: DocumentState::Draft, ..document.clone() };
    let reading = to_read_back(&mut db, page, form, &unsigned, (&number, date), house.clock().now()).await?;
    if reading.is_some() {
        return Ok(reading);
    }
    let bases = store::bases_of(&mut db, document.id).await?;
    drop(db);
    let scan = if *scan_needed { take_scan(house, posted, "file", false)? } else { None };
    let print = print_signed(house, unsigned, &bases, (number.clone(), date)).await?;
    let version = form.value("version").parse().unwrap_or(0);
    let reason = form.value("reason").to_owned();
    let command = CorrectNumber { document: document.id, version, number, date, reason, scan, print };
    house
        .acts
        .perform(viewer.actor(), move |act| {
            let (command, uses) = (command.clone(), Arc::clone(&uses));
            Box::pin(async move { correct_number(act, command, uses.as_ref()).await })
        })
        .await?;
    Ok(None)
}
