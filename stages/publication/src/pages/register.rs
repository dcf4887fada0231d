//! The register of certificates, for those who issue them.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::answer_pdf;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer, paper_of};
use hoithi_rules::ids::CertificateId;
use hoithi_rules::people::Permission;
use hoithi_rules::publication::RegisterNumber;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::{dressed, in_hand};
use crate::certificate::Certificate;
use crate::operations::{Revoke, certificates_missing, issue_certificates, revoke};
use crate::{sheet, store};

#[derive(Template)]
#[template(path = "publication/register.html")]
#[expect(clippy::struct_excessive_bools, reason = "each decides whether one control of the page is there")]
struct RegisterPage {
    page: Page,
    form: Form,
    slug: String,
    certificates: Vec<Certificate>,
    decided: bool,
    missing: usize,
    may_issue: bool,
    may_revoke: bool,
    may_announce: bool,
}

impl RegisterPage {
    /// Number of the one in whose place this was issued.
    fn replaces(&self, each: &Certificate) -> Option<RegisterNumber> {
        let void = each.replaces?;
        self.certificates.iter().find(|other| other.id == void).map(|void| void.number)
    }

    /// Number of the one that was issued in the place of this.
    fn replaced_by(&self, each: &Certificate) -> Option<RegisterNumber> {
        self.certificates.iter().find(|other| other.replaces == Some(each.id)).map(|new| new.number)
    }

    fn may_reissue(&self, each: &Certificate) -> bool {
        self.may_issue && !each.counts() && self.replaced_by(each).is_none()
    }

    async fn load(house: &House, viewer: &Viewer, page: Page, slug: String, form: Form) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = in_hand(&mut db, viewer, &slug, Permission::CertificateView).await?;
        let certificates = store::certificates(&mut db, edition.id).await?;
        let decided = hoithi_awards::decision(&mut db, edition.id).await?.is_some();
        let missing = certificates_missing(&mut db, edition.id).await?;
        Ok(Self {
            page: dressed(page, &edition, "publication-register"),
            form,
            slug,
            missing,
            decided,
            may_issue: viewer.may(Permission::CertificateIssue, edition.place()),
            may_revoke: viewer.may_somewhere(Permission::CertificateRevoke),
            may_announce: viewer.may(Permission::AnnouncementPublish, edition.place()),
            certificates,
        })
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&RegisterPage::load(&house, &viewer, page, slug, Form::new()).await?)
}

pub(super) async fn issue(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&[])?;
    let edition = in_hand(&mut house.read().await?, &viewer, &slug, Permission::CertificateIssue).await?.id;
    match house.acts.perform(viewer.actor(), move |act| Box::pin(issue_certificates(act, edition))).await {
        Ok(_) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/chung-nhan"), "publication-issued")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&RegisterPage::load(&house, &viewer, page, slug, form).await?)
        }
    }
}

/// A certificate of the edition in the address.
pub(super) async fn certificate_of(db: &mut Conn, edition: &Edition, id: CertificateId) -> Result<Certificate, Halt> {
    let certificate = store::certificate(db, id).await?.filter(|certificate| certificate.edition == edition.id);
    certificate.ok_or_else(Halt::not_found)
}

pub(super) async fn pdf(
    State(house): State<House>,
    Path((slug, id)): Path<(String, CertificateId)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, &viewer, &slug, Permission::CertificateView).await?;
    let certificate = certificate_of(&mut db, &edition, id).await?;
    let decision = hoithi_correspondence::document(&mut db, certificate.document).await?.ok_or_else(Halt::not_found)?;
    drop(db);
    let bytes = sheet::print(&house, &certificate, &decision).await?;
    let number = certificate.number.to_string().replace('/', "-");
    Ok(answer_pdf(bytes, &format!("giay-chung-nhan-{number}.pdf")))
}

#[derive(Template)]
#[template(path = "publication/revoke.html")]
struct RevokePage {
    page: Page,
    form: Form,
    slug: String,
    certificate: Certificate,
    own_right: bool,
}

impl RevokePage {
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
        let page = dressed(page, &edition, "publication-revoke").under(register, format!("/ky/{slug}/chung-nhan"));
        let form = form.unwrap_or_else(|| Form::new().with("seen", certificate.version));
        let own_right = viewer.may(Permission::CertificateRevoke, edition.place());
        Ok(Self { page, form, slug, certificate, own_right })
    }
}

pub(super) async fn ask_revoke(
    State(house): State<House>,
    Path(which): Path<(String, CertificateId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&RevokePage::load(&house, &viewer, page, which, None).await?)
}

pub(super) async fn send_revoke(
    State(house): State<House>,
    Path((slug, id)): Path<(String, CertificateId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["seen", "reason", "paper_leader", "paper_number", "paper_date"])?;
    let edition = in_hand(&mut house.read().await?, &viewer, &slug, Permission::CertificateIssue).await?;
    let own_right = viewer.may(Permission::CertificateRevoke, edition.place());
    let revoked = match command_of(&house, &posted, id, own_right) {
        Ok(command) => house.acts.perform(viewer.actor(), move |act| Box::pin(revoke(act, command.clone()))).await,
        Err(halt) => Err(halt),
    };
    match revoked {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/chung-nhan"), "publication-revoked")),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&RevokePage::load(&house, &viewer, page, (slug, id), Some(form)).await?)
        }
    }
}

fn command_of(house: &House, posted: &Posted, certificate: CertificateId, own_right: bool) -> Result<Revoke, Halt> {
    let mut no = Refusals::new();
    let paper = no.absorb(paper_of(house, posted, own_right))?;
    let reason = posted.form.value("reason").to_owned();
    if reason.is_empty() {
        no.add("publication.reason_missing", "reason", "the reason is missing");
    }
    match paper {
        Some(paper) if no.is_empty() => {
            Ok(Revoke { certificate, seen: posted.form.value("seen").parse().unwrap_or(0), reason, paper })
        }
        _ => Err(no.halt()),
    }
}
