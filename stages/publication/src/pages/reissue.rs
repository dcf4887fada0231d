//! Another certificate in the place of a void one.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::ids::CertificateId;
use hoithi_rules::people::{Permission, PersonName};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::register::certificate_of;
use super::{dressed, in_hand};
use crate::certificate::Certificate;
use crate::operations::{Reissue, reissue};

#[derive(Template)]
#[template(path = "publication/reissue.html")]
struct ReissuePage {
    page: Page,
    form: Form,
    slug: String,
    certificate: Certificate,
}

impl ReissuePage {
    async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        (slug, id): (String, CertificateId),
        form: Option<Form>,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = in_hand(&mut db, viewer, &slug, Permission::CertificateIssue).await?;
        let certificate = certificate_of(&mut db, &edition, id).await?;
        let register = page.t("publication-register");
        let page = dressed(page, &edition, "publication-reissue").under(register, format!("/ky/{slug}/chung-nhan"));
        let as_it_was = || Form::new().with("name", &certificate.says.name).with("unit", &certificate.says.unit_name);
        let form = form.unwrap_or_else(as_it_was);
        Ok(Self { page, form, slug, certificate })
    }

    fn reason(&self) -> &str {
        self.certificate.revoked.as_ref().map_or("", |revoked| revoked.reason.as_str())
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(which): Path<(String, CertificateId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&ReissuePage::load(&house, &viewer, page, which, None).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, id)): Path<(String, CertificateId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["name", "unit"])?;
    let edition = in_hand(&mut house.read().await?, &viewer, &slug, Permission::CertificateIssue).await?;
    certificate_of(&mut house.read().await?, &edition, id).await?;
    let issued = match command_of(&posted.form, id) {
        Ok(command) => house.acts.perform(viewer.actor(), move |act| Box::pin(reissue(act, command.clone()))).await,
        Err(halt) => Err(halt),
    };
    match issued {
        Ok(_) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/chung-nhan"), "publication-reissued")),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&ReissuePage::load(&house, &viewer, page, (slug, id), Some(form)).await?)
        }
    }
}

fn command_of(form: &Form, certificate: CertificateId) -> Result<Reissue, Halt> {
    let mut no = Refusals::new();
    match no.keep("name", form.value("name").parse::<PersonName>()) {
        Some(name) => Ok(Reissue { certificate, name, unit_name: form.value("unit").to_owned() }),
        None => Err(no.halt()),
    }
}
