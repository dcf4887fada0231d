//! The label of a dossier that came on paper, and the desk where its scans are filed: whoever received the papers
//! shoots or types what stands on the label and comes to the part that waits.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_documents::bar_code;
use hoithi_documents::forms::Label;
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::{Denied, Halt};
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::entries::{EntryNumber, ThingCode};
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect};

use super::files::pdf_response;
use super::sheet::Sheet;
use crate::refusals::DossierRefusal;
use crate::store;

#[derive(Template)]
#[template(path = "entries/scanning.html")]
struct ScanningPage {
    page: Page,
    form: Form,
}

/// A label, where the dossier came on paper and the visitor receives such.
pub(super) async fn print(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let sheet = Sheet::open(&house, &viewer, page, id).await?;
    let number = sheet.label().ok_or_else(Halt::not_found)?.to_string();
    let bars = bar_code(&number).ok_or_else(|| Halt::fault(format!("no bar code says {number}")))?;
    let page = &sheet.page;
    let received =
        sheet.kept.receipt().map(|receipt| page.tx("entries-received-at", &[("at", page.instant(receipt.at))]));
    let label = Label {
        watermark: house.site.watermark(),
        issuer: sheet.edition.title(),
        title: page.t("entries-label"),
        bars,
        code: number.clone(),
        facts: [Some(sheet.kept.unit_name.clone()).filter(|name| !name.is_empty()), received]
            .into_iter()
            .flatten()
            .collect(),
    };
    let bytes = house.printer.print_form(&label).await.map_err(Halt::fault)?;
    Ok(pdf_response(&format!("nhan-{number}"), bytes, false))
}

pub(super) async fn ask(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let edition = edition_for(&house, &viewer, &slug).await?;
    html(&ScanningPage { page: titled(page, &edition), form: Form::new() })
}

pub(super) async fn find(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["code"])?;
    let edition = edition_for(&house, &viewer, &slug).await?;
    if let Some(thing) = thing_labelled(&house, &edition, form.value("code")).await? {
        return Ok(redirect(&thing));
    }
    let found = match labelled(&house, &edition, form.value("code")).await {
        Ok(found) => Sheet::open(&house, &viewer, page, found).await?,
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            return html(&ScanningPage { page: titled(page, &edition), form });
        }
    };
    let awaited = found.kept.awaited_scans(edition.book.rules());
    // One part that waits is opened at once; of several the dossier's own page has the list.
    Ok(match awaited.as_slice() {
        [] => redirect(&format!("/ho-so/{}", found.kept.id())),
        [part] => redirect(&found.href(&format!("phan/{}", part.code))),
        _ => redirect(&format!("/lap-ho-so/{}", found.kept.id())),
    })
}

/// For whoever takes in, for the organisers, what comes by hand or by post.
async fn edition_for(house: &House, viewer: &Viewer, slug: &str) -> Result<Edition, Halt> {
    let found = edition_by_slug(&mut house.read().await?, slug).await?;
    let edition = found.ok_or_else(Halt::not_found)?;
    if viewer.may(Permission::EntryOnBehalf, edition.place()) {
        return Ok(edition);
    }
    Err(Halt::Denied(Denied::Forbidden))
}

fn titled(page: Page, edition: &Edition) -> Page {
    let list = page.t("entries-all");
    page.under(list, format!("/ky/{}/ho-so", edition.slug)).titled("entries-scanning")
}

/// Where the model or sample of that label is shown, if it is one's of this edition.
async fn thing_labelled(house: &House, edition: &Edition, typed: &str) -> Result<Option<String>, Halt> {
    let Ok(code) = typed.parse::<ThingCode>() else { return Ok(None) };
    let mut db = house.read().await?;
    let Some(thing) = store::thing(&mut db, &code).await? else { return Ok(None) };
    let entry = store::dossier(&mut db, thing.entry).await?.filter(|kept| kept.entry.edition == edition.id);
    Ok(entry.map(|kept| format!("/ho-so/{}/hien-vat/{code}", kept.id())))
}

/// The dossier of that label: small letters and spaces do no harm.
async fn labelled(house: &House, edition: &Edition, typed: &str) -> Result<EntryId, Halt> {
    let code: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect::<String>().to_uppercase();
    let number = code.parse::<EntryNumber>().map_err(|_| DossierRefusal::LabelUnknown).or_refuse()?;
    let found = store::entry_numbered(&mut house.read().await?, edition.id, &number).await?;
    found.ok_or(DossierRefusal::LabelUnknown).or_refuse()
}
