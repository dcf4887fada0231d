//! The campaign's pages: the agency's sending and board; the unit's desk.

mod behalf;
mod board;
mod checking;
mod contact;
mod correct;
mod correcting;
mod desk;
mod ended;
mod feed;
mod files;
mod giving;
mod history;
mod link;
mod lists;
mod naming;
mod overdue;
mod picture;
mod plan;
mod publicity;
mod read_back;
mod recipients;
mod remind;
mod returning;
mod send;
mod succession;
mod task;
mod unit;
mod unit_task;
mod whom;
mod words;

use hoithi_correspondence::{Document, document};
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::{Viewer, needs};
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::Routes;

use crate::api;
pub use ended::ended_units;
pub(crate) use send::mail_words;
pub use send::way_by_link;

/// Every route of this room.
pub fn routes() -> Routes {
    agency()
        .merge(board().merge(units_of_the_board()).merge(publicity_of_units()))
        .merge(recipients::routes())
        .merge(unit_desk())
        .merge(link::routes())
        .merge(programs())
}

fn agency() -> Routes {
    Routes::new()
        .get("/ky/{slug}/gui/{document}", needs(Permission::LetterSend), send::show)
        .post("/ky/{slug}/gui/{document}", needs(Permission::LetterSend), send::send)
        .get("/ky/{slug}/gui/{document}/nhiem-vu", needs(Permission::LetterSend), correct::show)
        .post("/ky/{slug}/gui/{document}/nhiem-vu", needs(Permission::LetterSend), correct::correct)
        .get("/ky/{slug}/danh-sach-noi-nhan", needs(Permission::LetterSend), lists::show)
        .post("/ky/{slug}/danh-sach-noi-nhan", needs(Permission::LetterSend), lists::drop_one)
        .get("/ky/{slug}/ke-hoach/{document}", needs(Permission::LetterSend), plan::show)
        .post("/ky/{slug}/ke-hoach/{document}", needs(Permission::LetterSend), plan::write)
        .post("/ky/{slug}/ke-hoach/{document}/giao", needs(Permission::LetterSend), plan::give)
        .get("/ky/{slug}/don-doc/{document}", needs(Permission::CampaignView), remind::show)
        .post("/ky/{slug}/don-doc/{document}", needs(Permission::LetterSend), remind::remind)
        .get("/ky/{slug}/don-doc/{document}/qua-han", needs(Permission::CampaignView), overdue::show)
        .post("/ky/{slug}/don-doc/{document}/qua-han", needs(Permission::DocumentRegister), overdue::draft)
}

/// Where every unit stands.
fn board() -> Routes {
    Routes::new()
        .get("/ky/{slug}/tien-do", needs(Permission::CampaignView), board::show)
        .get("/ky/{slug}/tien-do/ban-do", needs(Permission::CampaignView), picture::show)
        .get("/ky/{slug}/tien-do/bang.csv", needs(Permission::CampaignView), board::plain)
        .get("/ky/{slug}/tien-do/bang.xlsx", needs(Permission::CampaignView), board::workbook)
        .post("/ky/{slug}/tien-do/bang.pdf", needs(Permission::CampaignView), board::sheet)
}

/// One unit as the agency sees it, and what is written down for it.
fn units_of_the_board() -> Routes {
    Routes::new()
        .get("/ky/{slug}/tien-do/ket-thuc", needs(Permission::LetterSend), ended::show)
        .post("/ky/{slug}/tien-do/ket-thuc", needs(Permission::LetterSend), ended::hand_all)
        .get("/ky/{slug}/tien-do/{unit}", needs(Permission::CampaignView), unit::show)
        .get("/ky/{slug}/tien-do/{unit}/anh/{item}", needs(Permission::CampaignView), unit::photo)
        .post(
            "/ky/{slug}/tien-do/{unit}/xac-nhan/{sending}",
            needs(Permission::SendingAcknowledgeOnBehalf),
            unit::acknowledge_on_behalf,
        )
        .get(
            "/ky/{slug}/tien-do/{unit}/ghi-ho/{sending}/{what}",
            needs(Permission::SendingAcknowledgeOnBehalf),
            behalf::show,
        )
        .post_files(
            "/ky/{slug}/tien-do/{unit}/ghi-ho/{sending}/{what}",
            needs(Permission::SendingAcknowledgeOnBehalf),
            behalf::record,
        )
        .get("/ky/{slug}/tien-do/{unit}/ban-quet/{sending}/{what}", needs(Permission::CampaignView), behalf::scan)
        .get("/ky/{slug}/tien-do/{unit}/ke-thua", needs(Permission::LetterSend), succession::show)
        .post("/ky/{slug}/tien-do/{unit}/ke-thua", needs(Permission::LetterSend), succession::send)
        .get("/don-vi-hanh-chinh/{unit}/dau-moi", needs(Permission::RoleGrant), contact::show)
        .post("/don-vi-hanh-chinh/{unit}/dau-moi", needs(Permission::RoleGrant), contact::replace)
        .post("/don-vi-hanh-chinh/{unit}/dau-moi/ke-thua", needs(Permission::RoleGrant), contact::pass_on)
        .get("/ky/{slug}/tien-do/{unit}/viec/{task}", needs(Permission::CampaignView), unit_task::show)
        .post("/ky/{slug}/tien-do/{unit}/viec/{task}/tra-lai", needs(Permission::LetterSend), unit_task::back)
        .post("/ky/{slug}/tien-do/{unit}/viec/{task}/gia-han", needs(Permission::LetterSend), unit_task::extend)
        .get("/ky/{slug}/tien-do/{unit}/viec/{task}/tep/{file}", needs(Permission::CampaignView), unit_task::file)
}

/// Publicity that the agency looks at.
fn publicity_of_units() -> Routes {
    Routes::new()
        .get("/ky/{slug}/tuyen-truyen", needs(Permission::CampaignView), checking::show)
        .post("/ky/{slug}/tuyen-truyen", needs(Permission::PublicityCheck), checking::confirm)
        .get("/ky/{slug}/tuyen-truyen/{item}/tra-lai", needs(Permission::PublicityCheck), returning::show)
        .post("/ky/{slug}/tuyen-truyen/{item}/tra-lai", needs(Permission::PublicityCheck), returning::give_back)
        .get("/ky/{slug}/tuyen-truyen/{item}/anh", needs(Permission::CampaignView), returning::photo)
        .get(
            "/ky/{slug}/tuyen-truyen/{item}/anh-nho/{version}",
            needs(Permission::CampaignView),
            returning::small_photo,
        )
}

fn unit_desk() -> Routes {
    Routes::new()
        .get("/don-vi/cong-viec", needs(Permission::SendingView), desk::list)
        .get("/don-vi/lich", needs(Permission::SendingView), feed::show)
        .post("/don-vi/lich", needs(Permission::SendingView), feed::change)
        .get("/lich/{secret}", hoithi_web::Access::Public, feed::feed)
        .get("/don-vi/cong-viec/{sending}", needs(Permission::SendingView), desk::show)
        .get("/don-vi/cong-viec/{sending}/pdf", needs(Permission::SendingView), desk::pdf)
        .get("/don-vi/cong-viec/{sending}/tep", needs(Permission::SendingView), desk::scan)
        .post("/don-vi/cong-viec/{sending}/xac-nhan", needs(Permission::SendingAcknowledge), desk::acknowledge)
        .get("/don-vi/cong-viec/{sending}/viec/{task}", needs(Permission::SendingView), task::show)
        .post_files("/don-vi/cong-viec/{sending}/viec/{task}", needs(Permission::SendingView), task::answer)
        .post("/don-vi/cong-viec/{sending}/viec/{task}/giao", needs(Permission::TaskComplete), task::give)
        .post("/don-vi/cong-viec/{sending}/viec/{task}/giao-nguoi", needs(Permission::TaskComplete), giving::give)
        .post("/don-vi/cong-viec/{sending}/viec/{task}/tien-do", needs(Permission::SendingView), task::note)
        .post("/don-vi/cong-viec/{sending}/viec/{task}/gia-han", needs(Permission::SendingView), task::ask)
        .get("/don-vi/cong-viec/{sending}/viec/{task}/tep/{file}", needs(Permission::SendingView), task::file)
        .get("/don-vi/cong-viec/{sending}/dau-moi", needs(Permission::TaskComplete), naming::show)
        .post("/don-vi/cong-viec/{sending}/dau-moi", needs(Permission::TaskComplete), naming::name)
        .get("/don-vi/cong-viec/{sending}/tuyen-truyen", needs(Permission::PublicityRecord), publicity::show)
        .post_files("/don-vi/cong-viec/{sending}/tuyen-truyen", needs(Permission::PublicityRecord), publicity::record)
        .get("/don-vi/cong-viec/{sending}/tuyen-truyen/{item}", needs(Permission::SendingView), publicity::photo)
        .get(
            "/don-vi/cong-viec/{sending}/tuyen-truyen/{item}/sua",
            needs(Permission::PublicityRecord),
            correcting::show,
        )
        .post_files(
            "/don-vi/cong-viec/{sending}/tuyen-truyen/{item}/sua",
            needs(Permission::PublicityRecord),
            correcting::correct,
        )
        .get(
            "/don-vi/cong-viec/{sending}/tuyen-truyen/{item}/go",
            needs(Permission::PublicityRecord),
            publicity::show_removal,
        )
        .post(
            "/don-vi/cong-viec/{sending}/tuyen-truyen/{item}/go",
            needs(Permission::PublicityRecord),
            publicity::remove,
        )
}

fn programs() -> Routes {
    Routes::new()
        .get("/api/v1/letters", needs(Permission::CampaignView), api::letters)
        .post("/api/v1/letters", needs(Permission::LetterSend), api::send)
        .post(
            "/api/v1/letters/{letter}/acknowledgement",
            needs(Permission::SendingAcknowledge),
            api::acknowledge_letter,
        )
        .get("/api/v1/tasks", hoithi_web::Access::SignedIn, api::tasks)
        .post("/api/v1/tasks/{task}/answer", needs(Permission::TaskComplete), api::answer)
        .get("/api/v1/publicity", hoithi_web::Access::SignedIn, api::publicity::list)
        .post("/api/v1/publicity", needs(Permission::PublicityRecord), api::publicity::record)
}

/// A letter of that edition, for somebody who may do that in it.
async fn letter_for(
    db: &mut Conn,
    viewer: &Viewer,
    slug: &str,
    id: DocumentId,
    permission: Permission,
) -> Result<(Edition, Document), Halt> {
    let edition = edition_for(db, viewer, slug, permission).await?;
    let document = document(db, id).await?.filter(|document| document.edition == edition.id);
    Ok((edition, document.ok_or_else(Halt::not_found)?))
}

/// The edition of that name, for somebody who may do that in it.
async fn edition_for(db: &mut Conn, viewer: &Viewer, slug: &str, permission: Permission) -> Result<Edition, Halt> {
    let edition = edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(permission, edition.place())?;
    Ok(edition)
}
