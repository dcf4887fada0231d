//! The register of forms: what each asks, its lines, and which the edition uses.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::edition_for;
use crate::forms::{FormKey, KeptForm, all, chosen};
use crate::operations::{KeepForm, choose_form, keep_form};

#[derive(Template)]
#[template(path = "reporting/forms.html")]
struct FormsPage {
    page: Page,
    slug: String,
    forms: Vec<KeptForm>,
    chosen: FormKey,
}

impl FormsPage {
    fn says(&self, kept: &KeptForm) -> String {
        let facts = [
            ("version", kept.key.version.to_string()),
            ("figures", kept.form.figures().count().to_string()),
            ("texts", kept.form.headings.len().to_string()),
        ];
        self.page.tx("reporting-form-says", &facts)
    }
}

pub(super) async fn list(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::ReportConsolidate).await?;
    let above = page.t("reporting-summary");
    html(&FormsPage {
        forms: all(&mut db).await?,
        chosen: chosen(&mut db, edition.id).await?,
        page: page.titled("reporting-forms").under(above, format!("/ky/{slug}/tong-hop")),
        slug,
    })
}

#[derive(Template)]
#[template(path = "reporting/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    slug: String,
    code: String,
    version: u32,
    used: bool,
}

impl FormPage {
    fn here(&self) -> String {
        format!("/ky/{}/bieu-bao-cao/{}", self.slug, self.code)
    }
}

async fn newest(house: &House, viewer: &Viewer, slug: &str, code: &str) -> Result<(KeptForm, bool), Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, viewer, slug, Permission::ReportConsolidate).await?;
    let kept = all(&mut db).await?.into_iter().find(|kept| kept.key.code == code).ok_or_else(Halt::not_found)?;
    let used = chosen(&mut db, edition.id).await? == kept.key;
    Ok((kept, used))
}

fn form_page(page: Page, slug: String, (kept, used): (&KeptForm, bool), form: Form) -> FormPage {
    let above = page.t("reporting-forms");
    FormPage {
        page: page.named(kept.form.name.clone()).under(above, format!("/ky/{slug}/bieu-bao-cao")),
        code: kept.key.code.clone(),
        version: kept.key.version,
        form,
        slug,
        used,
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, code)): Path<(String, String)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let (kept, used) = newest(&house, &viewer, &slug, &code).await?;
    let form =
        Form::new().with("seen", kept.key.version).with("code", &kept.key.code).with("body", kept.body.trim_end());
    html(&form_page(page, slug, (&kept, used), form))
}

/// Kept under its own name it is the next version; under another it is a form of its own.
pub(super) async fn keep(
    State(house): State<House>,
    Path((slug, code)): Path<(String, String)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["seen", "code", "body"])?;
    let (kept, used) = newest(&house, &viewer, &slug, &code).await?;
    let edition = edition_for(&mut house.read().await?, &viewer, &slug, Permission::ReportConsolidate).await?;
    let name = form.value("code").to_owned();
    let seen = if name == code { form.value("seen").parse().unwrap_or(0) } else { 0 };
    let body = form.raw("body").replace("\r\n", "\n");
    let command = KeepForm { edition: edition.id, code: name.clone(), seen, body };
    match house.acts.perform(viewer.actor(), move |act| Box::pin(keep_form(act, command.clone()))).await {
        Ok(_) => {
            Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/bieu-bao-cao/{name}"), "reporting-form-kept"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&form_page(page, slug, (&kept, used), form))
        }
    }
}

pub(super) async fn choose(
    State(house): State<House>,
    Path((slug, code)): Path<(String, String)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let (kept, _) = newest(&house, &viewer, &slug, &code).await?;
    let edition = edition_for(&mut house.read().await?, &viewer, &slug, Permission::ReportConsolidate).await?;
    let (id, key) = (edition.id, kept.key);
    house.acts.perform(viewer.actor(), move |act| Box::pin(choose_form(act, id, key.clone()))).await?;
    Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/bieu-bao-cao"), "reporting-form-chosen"))
}
