//! A part that is kept secret: why, who may open it, who opened it; the forms that keep it so and that open it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::{Denied, Halt};
use hoithi_people::Viewer;
use hoithi_rules::edition::PartCode;
use hoithi_rules::entries::{DossierLies, KeptBy, PartContent, SecretReading};
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::Timestamp;

use super::sheet::Sheet;
use crate::operations::{SecretPart, keep_part_secret, lift_part_secret, open_secret_part};
use crate::secret::{openings, secret_address};

/// An opening as the page tells of it.
struct Opened {
    at: Timestamp,
    who: String,
    why: String,
}

#[derive(Template)]
#[template(path = "entries/secret.html")]
#[expect(clippy::struct_excessive_bools, reason = "each decides whether one part of the page is there")]
struct SecretPage {
    page: Page,
    form: Form,
    part: String,
    here: String,
    /// Why it is kept secret; none while it is not.
    reason: Option<String>,
    by_rules: bool,
    /// Whether its judges read it.
    judges: bool,
    /// Where whoever reads it finds it; a file has an address of its own.
    read_at: Option<String>,
    /// Whether the visitor opens it by saying why.
    opens: bool,
    /// Whether the visitor may keep it secret now, or no longer.
    keeps: bool,
    lifts: bool,
    opened: Vec<Opened>,
}

impl SecretPage {
    async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        (id, code): (EntryId, &PartCode),
        form: Form,
    ) -> Result<Self, Halt> {
        let sheet = Sheet::open(house, viewer, page, id).await?;
        let rules = sheet.edition.book.rules();
        let known = rules.dossier_part(code.as_str());
        if known.is_none() && sheet.kept.part(code).is_none() {
            return Err(Halt::not_found());
        }
        let (by, lies) = (sheet.kept.kept_by(code, rules), sheet.kept.lies());
        if by == KeptBy::Nobody && !sheet.writes {
            return Err(Halt::Denied(Denied::Forbidden));
        }
        let reading = sheet.kept_back.reading(code);
        let at = if sheet.writes { format!("/lap-ho-so/{id}") } else { format!("/ho-so/{id}") };
        Ok(Self {
            part: known.map_or_else(|| code.to_string(), |part| part.name.clone()),
            here: secret_address(id, code),
            reason: sheet.kept.all_secrets(rules).remove(code),
            by_rules: by == KeptBy::Rules,
            judges: known.is_some_and(|part| sheet.kept.is_for_judges(part)),
            read_at: (reading == SecretReading::Open).then(|| read_at(&sheet, code)).flatten(),
            opens: reading == SecretReading::AfterAct,
            keeps: sheet.writes && by == KeptBy::Nobody && lies != DossierLies::Decided,
            lifts: sheet.writes && by == KeptBy::Writer && lies == DossierLies::WithItsWriter,
            opened: opened(&mut house.read().await?, id, code).await?,
            page: sheet.under_list().under(sheet.title(), at).titled("entries-secret"),
            form,
        })
    }
}

/// The file itself, or the page on which the words stand.
fn read_at(sheet: &Sheet, code: &PartCode) -> Option<String> {
    let id = sheet.kept.id();
    match sheet.kept.part(code)? {
        PartContent::File(_) => Some(format!("/ho-so/{id}/tep/{code}")),
        PartContent::Text(_) | PartContent::Values(_) => Some(format!("/ho-so/{id}")),
    }
}

/// Who opened the part, the last one first.
async fn opened(db: &mut Conn, entry: EntryId, part: &PartCode) -> Result<Vec<Opened>, Halt> {
    let mut told = Vec::new();
    let all = openings(db, entry).await?.into_iter().rev();
    for opening in all.filter(|opening| opening.part == part.as_str()) {
        let account = match opening.by.parse::<AccountId>() {
            Ok(by) => hoithi_people::account(db, by).await?,
            Err(_) => None,
        };
        let who = account.map_or(opening.by, |account| account.name.to_string());
        told.push(Opened { at: opening.at, who, why: opening.why });
    }
    Ok(told)
}

pub(super) async fn show(
    State(house): State<House>,
    Path((id, part)): Path<(EntryId, String)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let code = PartCode::parse(&part).ok_or_else(Halt::not_found)?;
    html(&SecretPage::load(&house, &viewer, page, (id, &code), Form::new()).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path((id, part)): Path<(EntryId, String)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["step", "reason"])?;
    let code = PartCode::parse(&part).ok_or_else(Halt::not_found)?;
    match done(&house, &viewer, (id, &code), &form).await {
        Ok(said) => Ok(redirect_with_flash(&house.site, &secret_address(id, &code), said)),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&SecretPage::load(&house, &viewer, page, (id, &code), form).await?)
        }
    }
}

/// Does what the form asks for; what is said of it then.
async fn done(
    house: &House,
    viewer: &Viewer,
    (entry, part): (EntryId, &PartCode),
    form: &Form,
) -> Result<&'static str, Halt> {
    let command = SecretPart { entry, part: part.clone(), reason: form.raw("reason").to_owned() };
    match form.value("step") {
        "keep" => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(keep_part_secret(act, command.clone()))).await?;
            Ok("entries-secret-kept")
        }
        "lift" => {
            let part = command.part;
            house.acts.perform(viewer.actor(), move |act| Box::pin(lift_part_secret(act, entry, part.clone()))).await?;
            Ok("entries-secret-lifted")
        }
        "open" => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(open_secret_part(act, command.clone()))).await?;
            Ok("entries-secret-opened")
        }
        _ => Err(Halt::not_found()),
    }
}
