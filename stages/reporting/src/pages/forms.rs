//! The register of forms: what each asks, which the edition uses, and forms as files of lines.

use askama::Template;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hoithi_edition::Edition;
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
    form: Form,
    slug: String,
    forms: Vec<KeptForm>,
    chosen: FormKey,
}

impl FormsPage {
    async fn load(house: &House, page: Page, edition: &Edition, form: Form) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let (above, slug) = (page.t("reporting-summary"), edition.slug.to_string());
        Ok(Self {
            forms: all(&mut db).await?,
            chosen: chosen(&mut db, edition.id).await?,
            page: page.titled("reporting-forms").under(above, format!("/ky/{slug}/tong-hop")),
            form,
            slug,
        })
    }

    fn says(&self, kept: &KeptForm) -> String {
        let facts = [
            ("version", kept.key.version.to_string()),
            ("figures", kept.form.figures().count().to_string()),
            ("texts", kept.form.headings.len().to_string()),
        ];
        self.page.tx("reporting-form-says", &facts)
    }
}

async fn edition_of(house: &House, viewer: &Viewer, slug: &str) -> Result<Edition, Halt> {
    edition_for(&mut house.read().await?, viewer, slug, Permission::ReportConsolidate).await
}

/// The newest version of the form of that name.
async fn newest(house: &House, code: &str) -> Result<KeptForm, Halt> {
    let forms = all(&mut house.read().await?).await?;
    forms.into_iter().find(|kept| kept.key.code == code).ok_or_else(Halt::not_found)
}

pub(super) async fn list(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let edition = edition_of(&house, &viewer, &slug).await?;
    html(&FormsPage::load(&house, page, &edition, Form::new()).await?)
}

/// A form from a file of lines: a form of its own, or the next version of the one of that name.
pub(super) async fn import(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["code", "body"])?;
    let edition = edition_of(&house, &viewer, &slug).await?;
    let code = form.value("code").to_owned();
    let there = all(&mut house.read().await?).await?.into_iter().find(|kept| kept.key.code == code);
    let seen = there.map_or(0, |kept| kept.key.version);
    let body = form.raw("body").replace("\r\n", "\n");
    let command = KeepForm { edition: edition.id, code: code.clone(), seen, body };
    match house.acts.perform(viewer.actor(), move |act| Box::pin(keep_form(act, command.clone()))).await {
        Ok(_) => {
            Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/bieu-bao-cao/{code}"), "reporting-form-kept"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&FormsPage::load(&house, page, &edition, form).await?)
        }
    }
}

/// The form as a file of lines.
pub(super) async fn export(
    State(house): State<House>,
    Path((slug, code)): Path<(String, String)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    edition_of(&house, &viewer, &slug).await?;
    let kept = newest(&house, &code).await?;
    let file = format!("attachment; filename=\"{}-{}.txt\"", kept.key.code, kept.key.version);
    let headers = [
        (CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, file),
        (CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    Ok((headers, kept.body).into_response())
}

pub(super) async fn choose(
    State(house): State<House>,
    Path((slug, code)): Path<(String, String)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let edition = edition_of(&house, &viewer, &slug).await?;
    let (id, key) = (edition.id, newest(&house, &code).await?.key);
    house.acts.perform(viewer.actor(), move |act| Box::pin(choose_form(act, id, key.clone()))).await?;
    Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/bieu-bao-cao"), "reporting-form-chosen"))
}
