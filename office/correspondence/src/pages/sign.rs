//! *Ghi số và ngày*: the signature is recorded from the signed paper.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::{Denied, Halt};
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::bearer::bearer;
use super::fields::{self, all_or_none};
use super::hand::{BLANKS, Hand, LIST, PRINTED, said};
use super::reading::{Reading, still_read, to_read_back};
use super::show::may_sign;
use super::ways::UnderRegister;
use crate::bodies::{gives_number, next_number};
use crate::document::Document;
use crate::file::take_scan;
use crate::folder::{Folder, document_in};
use crate::signatures::check_what_came;
use crate::signing::{Signing, record_signature};
use crate::steps::begun_on;

#[derive(Template)]
#[template(path = "correspondence/sign.html")]
struct SignPage {
    page: Page,
    form: Form,
    folder: Folder,
    document: Document,
    scan_needed: bool,
    /// Whether our register gives the number.
    gives: bool,
    /// Number and day, read back before they are recorded.
    reading: Option<Reading>,
    /// Which paper it is, and under whose name.
    hand: Hand,
    /// What bears the number that was refused, and where it is read.
    bearer: Option<(String, String)>,
}

impl SignPage {
    /// The clerk has it signed, the leader signs.
    fn how_number(&self) -> &'static str {
        if self.gives { "correspondence-sign-how-given" } else { "correspondence-sign-how-text" }
    }

    fn how(&self) -> String {
        self.page.t(if self.scan_needed { "correspondence-sign-how" } else { "correspondence-sign-how-leader" })
    }

    fn of(page: Page, viewer: &Viewer, (folder, document, gives): ToSign, form: Form) -> Self {
        let own_right = viewer.may(Permission::DocumentSignOff, folder.place_of_rights());
        let scan_needed = !own_right && document.signed_at.is_none();
        let hand = Hand::of(&page, viewer, &document);
        let page = page.titled("correspondence-sign-off").under_register(&folder);
        let here = format!("{}/{}", folder.address(), document.id);
        let page = page.under(document.content.subject.clone(), here);
        Self { page, form, folder, document, scan_needed, gives, reading: None, hand, bearer: None }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let draft = draft(&house, &viewer, &slug, id).await?;
    let (_, document, gives) = &draft;
    let form = Form::new().with("version", document.version);
    let form = if *gives {
        form.with("date", page.day(viewer.today))
    } else {
        form.with("number", format!("/{}", document.content.symbol))
    };
    html(&SignPage::of(page, &viewer, draft, form))
}

pub(super) async fn sign(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["number", "date", "version", "read", "step", PRINTED, BLANKS, LIST])?;
    let draft = draft(&house, &viewer, &slug, id).await?;
    if posted.form.value("step") == "change" {
        return html(&SignPage::of(page, &viewer, draft, posted.form));
    }
    let now = house.clock().now();
    match try_to_sign(&house, &viewer, &page, (&draft.0, &draft.1), &posted).await {
        Ok(None) => {
            check_what_came(&house, viewer.actor(), id).await;
            let here = format!("{}/{id}", draft.0.address());
            Ok(redirect_with_flash(&house.site, &here, "correspondence-signed-off"))
        }
        Ok(Some((reading, number))) => {
            let sheet = SignPage::of(page, &viewer, draft, posted.form.with("number", number));
            html(&SignPage { reading: Some(reading), ..sheet })
        }
        Err(halt) => {
            let mut form = posted.form;
            let bearer = bearer(&house, &viewer, &halt).await?;
            form.keep_refusals(&page, halt)?;
            let begun = begun_on(&mut house.read().await?, id).await?;
            let reading = still_read(&page, &form, (now, begun, &draft.1.content.symbol));
            html(&SignPage { reading, bearer, ..SignPage::of(page, &viewer, draft, form) })
        }
    }
}

/// First what is to be read back; none when it was, and is recorded now.
async fn try_to_sign(
    house: &House,
    viewer: &Viewer,
    page: &Page,
    (folder, document): (&Folder, &Document),
    posted: &Posted,
) -> Result<Option<(Reading, DocumentNumber)>, Halt> {
    let form = &posted.form;
    let mut db = house.read().await?;
    let given = match parse_day(form.value("date")) {
        Some(date) => next_number(&mut db, document, date).await?.map(|number| (number, date)),
        None => None,
    };
    let ours = given.is_some();
    let mut no = Refusals::new();
    let number_and_day = if ours { given } else { fields::number_and_day(form, &mut no) };
    let (number, date) = all_or_none(no, number_and_day)?;
    let reading = to_read_back(&mut db, page, form, document, (&number, date), house.clock().now()).await?;
    if let Some(reading) = reading {
        return Ok(Some((reading, number)));
    }
    drop(db);
    let own_right = viewer.may(Permission::DocumentSignOff, folder.place_of_rights());
    let mut no = Refusals::new();
    let file = no.absorb(take_scan(house, posted, "file", own_right || document.signed_at.is_some()))?;
    Hand::of(page, viewer, document).asks(form, &mut no);
    let file = all_or_none(no, file)?;
    let version = form.value("version").parse().unwrap_or(0);
    let signing = Signing { version, number: (!ours).then_some(number), date, file, said: said(form) };
    record_signature(house, viewer.actor(), document, signing).await?;
    Ok(None)
}

/// A draft in its folder, and whether our register gives its number today.
type ToSign = (Folder, Document, bool);

/// A draft that this visitor may sign, or record the signature of.
async fn draft(house: &House, viewer: &Viewer, slug: &str, id: DocumentId) -> Result<ToSign, Halt> {
    let mut db = house.read().await?;
    let (folder, document) = document_in(&mut db, viewer, (slug, id), Permission::DocumentRead).await?;
    let place = folder.place_of_rights();
    let numbers = document.signed_at.is_some() && viewer.may(Permission::DocumentRegister, place);
    if !may_sign(viewer, place) && !numbers {
        return Err(Halt::Denied(Denied::Forbidden));
    }
    let gives = gives_number(&mut db, &document, viewer.today).await?;
    Ok((folder, document, gives))
}
