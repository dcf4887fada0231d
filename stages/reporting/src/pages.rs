//! The pages of reports: the unit's form, the agency's reading, the sums, the register of forms.

mod chosen;
mod closing;
mod clusters;
mod columns;
mod desk;
mod editor;
mod figure;
mod form;
mod form_edit;
mod form_rows;
mod forms;
mod later;
mod leaf;
mod linked;
mod noticed;
mod own;
mod paper;
mod passages;
mod periods;
mod read;
mod said;
mod summary;
mod upward;
mod versions;
mod words;

use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::{Viewer, needs};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::Routes;

use crate::api;
pub use linked::LinkedReport;

/// Every route of this room. The binary layers an `Extension<Arc<dyn KnownFigures>>` and an
/// `Extension<Arc<dyn Origins>>` over them.
pub fn routes() -> Routes {
    unit_desk().merge(agency()).merge(consolidated()).merge(register()).merge(periods_desk()).merge(programs())
}

fn unit_desk() -> Routes {
    Routes::new()
        .get("/don-vi/cong-viec/{origin}/bao-cao", needs(Permission::ReportSubmit), own::show)
        .post_files("/don-vi/cong-viec/{origin}/bao-cao", needs(Permission::ReportSubmit), own::submit)
        .post("/don-vi/cong-viec/{origin}/bao-cao/gia-han", needs(Permission::ReportSubmit), later::ask)
        .get("/don-vi/cong-viec/{origin}/bao-cao/in", needs(Permission::SendingView), paper::own_pdf)
        .post_files("/don-vi/cong-viec/{origin}/bao-cao/giay", needs(Permission::ReportSubmit), paper::add)
        .get("/don-vi/cong-viec/{origin}/bao-cao/tep/{place}", needs(Permission::SendingView), paper::own_file)
        .get("/don-vi/cong-viec/{origin}/bao-cao/ban", needs(Permission::SendingView), versions::show_own)
        .get(
            "/don-vi/cong-viec/{origin}/bao-cao/ban/{version}/tep/{place}",
            needs(Permission::SendingView),
            versions::own_file,
        )
}

fn agency() -> Routes {
    Routes::new()
        .get(
            "/ky/{slug}/tien-do/{unit}/bao-cao/{origin}",
            needs(Permission::ReportReceiveOnBehalf),
            own::show_on_behalf,
        )
        .post_files(
            "/ky/{slug}/tien-do/{unit}/bao-cao/{origin}",
            needs(Permission::ReportReceiveOnBehalf),
            own::receive,
        )
        .get("/ky/{slug}/bao-cao/{report}", needs(Permission::CampaignView), read::show)
        .post("/ky/{slug}/bao-cao/{report}", needs(Permission::ReportApprove), read::judge)
        .post("/ky/{slug}/bao-cao/{report}/gia-han", needs(Permission::ReportApprove), later::decide)
        .get("/ky/{slug}/bao-cao/{report}/in", needs(Permission::CampaignView), paper::pdf)
        .get("/ky/{slug}/bao-cao/{report}/tep/{place}", needs(Permission::CampaignView), paper::file)
        .get("/ky/{slug}/bao-cao/{report}/ban", needs(Permission::CampaignView), versions::show)
        .get("/ky/{slug}/bao-cao/{report}/ban/{version}/tep/{place}", needs(Permission::CampaignView), versions::file)
}

fn consolidated() -> Routes {
    Routes::new()
        .get("/ky/{slug}/tong-hop", needs(Permission::CampaignView), summary::show)
        .get("/ky/{slug}/tong-hop/pdf", needs(Permission::CampaignView), upward::pdf)
        .get("/ky/{slug}/tong-hop/docx", needs(Permission::CampaignView), upward::docx)
        .get("/ky/{slug}/tong-hop/xlsx", needs(Permission::CampaignView), upward::xlsx)
        .get("/ky/{slug}/tong-hop/so-lieu/{code}", needs(Permission::CampaignView), figure::show)
        .get("/ky/{slug}/tong-hop/noi-dung", needs(Permission::ReportConsolidate), passages::show)
        .post("/ky/{slug}/tong-hop/noi-dung", needs(Permission::ReportConsolidate), passages::choose)
}

fn register() -> Routes {
    Routes::new()
        .get("/ky/{slug}/bieu-bao-cao", needs(Permission::ReportConsolidate), forms::list)
        .post("/ky/{slug}/bieu-bao-cao", needs(Permission::ReportConsolidate), forms::import)
        .get("/ky/{slug}/bieu-moi", needs(Permission::ReportConsolidate), form_edit::blank)
        .post("/ky/{slug}/bieu-moi", needs(Permission::ReportConsolidate), form_edit::make)
        .get("/ky/{slug}/bieu-bao-cao/{code}", needs(Permission::ReportConsolidate), form_edit::show)
        .post("/ky/{slug}/bieu-bao-cao/{code}", needs(Permission::ReportConsolidate), form_edit::change)
        .get("/ky/{slug}/bieu-bao-cao/{code}/tep", needs(Permission::ReportConsolidate), forms::export)
        .post("/ky/{slug}/bieu-bao-cao/{code}/dung", needs(Permission::ReportConsolidate), forms::choose)
}

fn periods_desk() -> Routes {
    Routes::new()
        .get("/ky/{slug}/tong-hop/cum", needs(Permission::ReportConsolidate), clusters::show)
        .post("/ky/{slug}/tong-hop/cum", needs(Permission::ReportConsolidate), clusters::put)
        .get("/ky/{slug}/ky-bao-cao", needs(Permission::ReportApprove), periods::list)
        .post("/ky/{slug}/ky-bao-cao", needs(Permission::ReportApprove), periods::begin)
        .get("/ky/{slug}/ky-bao-cao/{last}", needs(Permission::ReportApprove), periods::show)
        .post("/ky/{slug}/ky-bao-cao/{last}", needs(Permission::ReportApprove), periods::step)
}

fn programs() -> Routes {
    Routes::new()
        .get("/api/v1/reports", needs(Permission::CampaignView), api::reports)
        .post("/api/v1/reports", needs(Permission::ReportSubmit), api::submit)
        .get("/api/v1/reports/summary", needs(Permission::CampaignView), api::sums)
        .post("/api/v1/reports/{report}/verdict", needs(Permission::ReportApprove), api::verdict)
        .get("/api/v1/reports/{report}/draft", needs(Permission::ReportSubmit), api::draft)
        .put_file("/api/v1/reports/{report}/papers/{place}", needs(Permission::ReportSubmit), api::add_paper)
        .put("/api/v1/reports/{report}/draft", needs(Permission::ReportSubmit), api::write_draft)
}

/// The edition of that name, for somebody who may do that in it.
async fn edition_for(db: &mut Conn, viewer: &Viewer, slug: &str, permission: Permission) -> Result<Edition, Halt> {
    let edition = edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(permission, edition.place())?;
    Ok(edition)
}
