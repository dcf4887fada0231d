//! Another certificate in the place of a void one.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer, paper_of};
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
    /// Whether another name or unit is theirs to print, without the leader's paper.
    own_right: bool,
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
        let own_right = viewer.may(Permission::CertificateRevoke, edition.place());
        Ok(Self { page, form, slug, certificate, own_right })
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
    posted.form.only(&["name", "unit", "paper_leader", "paper_number", "paper_date"])?;
    let edition = in_hand(&mut house.read().await?, &viewer, &slug, Permission::CertificateIssue).await?;
    let void = certificate_of(&mut house.read().await?, &edition, id).await?;
    let own_right = viewer.may(Permission::CertificateRevoke, edition.place());
    let issued = match command_of(&house, &posted, &void, own_right) {
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

/// The paper is asked for only where something else would be printed than was.
fn command_of(house: &House, posted: &Posted, void: &Certificate, own_right: bool) -> Result<Reissue, Halt> {
    let mut no = Refusals::new();
    let unit_name = posted.form.value("unit").to_owned();
    let name = no.keep("name", posted.form.value("name").parse::<PersonName>());
    let same = name.as_ref().is_some_and(|name| void.says.naming(name, &unit_name) == void.says);
    let paper = no.absorb(paper_of(house, posted, own_right || same))?;
    match (name, paper) {
        (Some(name), Some(paper)) => Ok(Reissue { certificate: void.id, name, unit_name, paper }),
        _ => Err(no.halt()),
    }
}
