//! The author's dossier, the receipt, and what the staff reads.

mod author_link;
mod authorisation;
mod authors;
mod begin;
mod claim;
mod confirming;
mod consents;
mod declarations;
mod earlier;
mod earlier_import;
mod extensions;
mod fields;
mod files;
mod form_print;
mod intake;
mod labels;
mod letter;
mod list;
mod mine;
mod parts;
mod players;
mod public;
mod publish;
mod receipt;
mod resumed;
mod review;
mod searches;
mod secret;
mod sheet;
mod slips;
mod solution;
mod staff;
mod succession;
mod supplement;
mod supplement_ask;
mod taken;
mod tasks;
mod thing;
mod thing_papers;
mod things;
mod unit;
mod unit_list;
mod versions;
mod withdraw;

use hoithi_people::needs;
use hoithi_rules::people::Permission;
use hoithi_web::{Access, Routes};

pub use files::{pdf_response, scan_response};
pub use players::{played, video_response};

use crate::api;

/// Every route of this room.
pub fn routes() -> Routes {
    let routes = Routes::new()
        .get("/ho-so-cua-toi", Access::SignedIn, mine::list)
        .get("/nhan-ho-so", needs(Permission::EntryViewOwn), claim::ask)
        .post("/nhan-ho-so", needs(Permission::EntryViewOwn), claim::by_receipt)
        .get("/ky/{slug}/nop-ho-so", needs(Permission::EntryCreate), begin::show)
        .post("/ky/{slug}/nop-ho-so", needs(Permission::EntryCreate), begin::send)
        .get("/ky/{slug}/nop-ho", needs(Permission::EntryOnBehalf), begin::show_on_behalf)
        .post("/ky/{slug}/nop-ho", needs(Permission::EntryOnBehalf), begin::send_on_behalf)
        .get("/ky/{slug}/phieu-dang-nhap", needs(Permission::EntryOnBehalf), slips::show)
        .post("/ky/{slug}/phieu-dang-nhap", needs(Permission::EntryOnBehalf), slips::open)
        .post("/ky/{slug}/phieu-dang-nhap/{account}", needs(Permission::EntryOnBehalf), slips::again)
        .get("/ky/{slug}/ho-so", needs(Permission::EntryViewAll), list::all)
        .post("/ky/{slug}/ho-so", needs(Permission::EntryViewAll), list::search)
        .get("/ky/{slug}/ho-so/quet-vao", needs(Permission::EntryOnBehalf), labels::ask)
        .post("/ky/{slug}/ho-so/quet-vao", needs(Permission::EntryOnBehalf), labels::find)
        .post("/ky/{slug}/ho-so/thu", needs(Permission::ScreeningDecide), letter::send)
        .post("/ky/{slug}/ho-so/tim", needs(Permission::EntryViewAll), searches::save)
        .get("/ky/{slug}/ho-so/tim/{search}", needs(Permission::EntryViewAll), searches::open)
        .post("/ky/{slug}/ho-so/tim/{search}/bo", needs(Permission::EntryViewAll), searches::forget)
        .get("/ky/{slug}/ho-so/hien-vat", needs(Permission::EntryViewAll), things::kept)
        .get("/ky/{slug}/ho-so/tiep-nhan", needs(Permission::EntryViewAll), intake::show)
        .get("/ky/{slug}/ho-so-don-vi", needs(Permission::EntryViewUnit), list::of_unit)
        .post("/ky/{slug}/ho-so-don-vi", needs(Permission::EntryViewUnit), list::search_of_unit)
        .get("/ky/{slug}/tien-do/{unit}/ke-thua/ho-so", needs(Permission::EntryOnBehalf), succession::show)
        .post("/ky/{slug}/tien-do/{unit}/ke-thua/ho-so", needs(Permission::EntryOnBehalf), succession::send)
        .get("/ky/{slug}/xac-nhan", needs(Permission::EntryEndorse), unit_list::all)
        .get("/ky/{slug}/xac-nhan/{unit}", needs(Permission::EntryEndorse), unit_list::show)
        .post("/ky/{slug}/xac-nhan/{unit}", needs(Permission::EntryEndorse), unit_list::order)
        .post_files("/ky/{slug}/xac-nhan/{unit}/danh-sach", needs(Permission::EntryEndorse), unit_list::sign)
        .get("/ky/{slug}/xac-nhan/{unit}/danh-sach/{signature}", needs(Permission::EntryEndorse), unit_list::scan)
        .get("/ky/{slug}/danh-sach", Access::Public, public::list)
        .get("/ky/{slug}/gia-han", Access::Public, extensions::show)
        .post("/ky/{slug}/gia-han", needs(Permission::ScreeningDecide), extensions::send)
        .get("/ky/{slug}/danh-sach/cong-bo", needs(Permission::ScreeningDecide), publish::show)
        .post("/ky/{slug}/danh-sach/cong-bo", needs(Permission::ScreeningDecide), publish::send)
        .get("/ho-so/{entry}", Access::SignedIn, staff::show)
        .get("/ho-so/{entry}/dong-thuan", Access::SignedIn, consents::show)
        .post("/ho-so/{entry}/dong-thuan", Access::SignedIn, consents::send)
        .get("/ho-so/{entry}/uy-quyen", Access::SignedIn, authorisation::scan)
        .get("/ho-so/{entry}/don-rut", Access::SignedIn, withdraw::request)
        .get("/ho-so/{entry}/nhan.pdf", Access::SignedIn, labels::print)
        .get("/ho-so/{entry}/tep/{part}", Access::SignedIn, files::send)
        .get("/ho-so/{entry}/tep/{part}/cac-ban", Access::SignedIn, versions::list)
        .get("/ho-so/{entry}/tep/{part}/cac-ban/{file}", Access::SignedIn, versions::send)
        .get("/ho-so/{entry}/bao-mat/{part}", Access::SignedIn, secret::show)
        .post("/ho-so/{entry}/bao-mat/{part}", Access::SignedIn, secret::send)
        .get("/phieu/{print}", Access::SignedIn, form_print::find);
    api::routes(dossier_routes(link_routes(earlier_routes(thing_routes(routes)))))
}

/// Models and samples: read by whoever reads the dossier, kept by whoever receives for the organisers.
fn thing_routes(routes: Routes) -> Routes {
    let keeps = needs(Permission::EntryOnBehalf);
    routes
        .get("/ho-so/{entry}/hien-vat", Access::SignedIn, things::list)
        .get("/ho-so/{entry}/hien-vat/nhan", keeps, things::ask)
        .post_files("/ho-so/{entry}/hien-vat/nhan", keeps, things::take)
        .get("/ho-so/{entry}/hien-vat/{thing}", Access::SignedIn, thing::show)
        .post("/ho-so/{entry}/hien-vat/{thing}/chuyen", keeps, thing::put_elsewhere)
        .post("/ho-so/{entry}/hien-vat/{thing}/su-co", keeps, thing::note_harm)
        .post("/ho-so/{entry}/hien-vat/{thing}/tra", keeps, thing::give_back)
        .post("/ho-so/{entry}/hien-vat/{thing}/giam-khao", keeps, thing::show_judges)
        .get("/ho-so/{entry}/hien-vat/{thing}/bien-ban.pdf", Access::SignedIn, thing_papers::handover)
        .get("/ho-so/{entry}/hien-vat/{thing}/bien-ban-tra.pdf", Access::SignedIn, thing_papers::given_back)
        .get("/ho-so/{entry}/hien-vat/{thing}/nhan.pdf", keeps, thing_papers::label)
        .get("/ho-so/{entry}/hien-vat/{thing}/anh/{number}", Access::SignedIn, thing_papers::photo)
}

/// The solutions of editions that were held before this program.
fn earlier_routes(routes: Routes) -> Routes {
    let keeps = needs(Permission::ScreeningDecide);
    routes
        .get("/giai-phap-ky-truoc", Access::Public, earlier::public)
        .get("/ky/{slug}/ky-truoc", keeps, earlier::list)
        .post("/ky/{slug}/ky-truoc/{earlier}/bo", keeps, earlier::take_out)
        .get("/ky/{slug}/ky-truoc/nhap", keeps, earlier_import::show)
        .post_files("/ky/{slug}/ky-truoc/nhap", keeps, earlier_import::send)
        .get("/ky/{slug}/ky-truoc/nhap/{import}", keeps, earlier_import::show_plan)
        .post("/ky/{slug}/ky-truoc/nhap/{import}", keeps, earlier_import::take)
}

/// What an author without an account comes by: a personal link, or the code of one.
fn link_routes(routes: Routes) -> Routes {
    routes
        .get("/tac-gia", Access::Public, author_link::ask)
        .post("/tac-gia", Access::Public, author_link::open)
        .get("/tac-gia/{token}", Access::Public, author_link::show)
        .post("/tac-gia/{token}/dong-y", Access::Public, author_link::agree)
        .post("/tac-gia/{token}/khong-dong-y", Access::Public, author_link::decline)
        .post("/tac-gia/{token}/dong-thuan", Access::Public, author_link::consent)
        .get("/bo-sung", Access::Public, supplement::ask)
        .post("/bo-sung", Access::Public, supplement::open)
        .get("/bo-sung/{token}", Access::Public, supplement::show)
        .get("/bo-sung/{token}/phan/{part}", Access::Public, supplement::show_part)
        .post_few_files("/bo-sung/{token}/phan/{part}", supplement::give)
        .post("/bo-sung/{token}/gui", Access::Public, supplement::complete)
}

/// The dossier, page by page; each asks whether it is the visitor's to write.
fn dossier_routes(routes: Routes) -> Routes {
    routes
        .get("/lap-ho-so/{entry}", Access::SignedIn, tasks::show)
        .post("/lap-ho-so/{entry}/tu-nop", Access::SignedIn, tasks::choose)
        .post("/lap-ho-so/{entry}/nhan", needs(Permission::EntryViewOwn), claim::take)
        .get("/lap-ho-so/{entry}/giai-phap", Access::SignedIn, solution::show)
        .post("/lap-ho-so/{entry}/giai-phap", Access::SignedIn, solution::send)
        .get("/lap-ho-so/{entry}/don-vi", Access::SignedIn, unit::show)
        .post("/lap-ho-so/{entry}/don-vi", Access::SignedIn, unit::send)
        .get("/lap-ho-so/{entry}/tac-gia", Access::SignedIn, authors::show)
        .post("/lap-ho-so/{entry}/tac-gia", Access::SignedIn, authors::send_shares)
        .get("/lap-ho-so/{entry}/tac-gia/them", Access::SignedIn, authors::show_new)
        .post("/lap-ho-so/{entry}/tac-gia/them", Access::SignedIn, authors::add)
        .get("/lap-ho-so/{entry}/tac-gia/{author}", Access::SignedIn, authors::show_one)
        .post("/lap-ho-so/{entry}/tac-gia/{author}", Access::SignedIn, authors::change)
        .post("/lap-ho-so/{entry}/tac-gia/{author}/xoa", Access::SignedIn, authors::take_out)
        .get("/lap-ho-so/{entry}/tac-gia/{author}/xac-nhan", Access::SignedIn, confirming::show)
        .post("/lap-ho-so/{entry}/tac-gia/{author}/xac-nhan", Access::SignedIn, confirming::send)
        .get("/lap-ho-so/{entry}/uy-quyen", Access::SignedIn, authorisation::show)
        .post_files("/lap-ho-so/{entry}/uy-quyen", Access::SignedIn, authorisation::send)
        .get("/lap-ho-so/{entry}/phan/{part}", Access::SignedIn, parts::show)
        .post_files("/lap-ho-so/{entry}/phan/{part}", Access::SignedIn, parts::send)
        .options("/lap-ho-so/{entry}/phan/{part}/tai-len", Access::SignedIn, resumed::offer)
        .post("/lap-ho-so/{entry}/phan/{part}/tai-len", Access::SignedIn, resumed::begin)
        .head("/lap-ho-so/{entry}/phan/{part}/tai-len/{upload}", Access::SignedIn, resumed::look_at)
        .patch_file("/lap-ho-so/{entry}/phan/{part}/tai-len/{upload}", Access::SignedIn, resumed::take)
        .delete("/lap-ho-so/{entry}/phan/{part}/tai-len/{upload}", Access::SignedIn, resumed::end)
        .post("/lap-ho-so/{entry}/phan/{part}/tu-luu", Access::SignedIn, parts::save_itself)
        .post("/lap-ho-so/{entry}/phan/{part}/ma-bam", Access::SignedIn, parts::promise)
        .post("/lap-ho-so/{entry}/phan/{part}/xoa", Access::SignedIn, parts::take_away)
        .get("/lap-ho-so/{entry}/phieu", Access::SignedIn, form_print::show)
        .post("/lap-ho-so/{entry}/phieu", Access::SignedIn, form_print::print)
        .get("/lap-ho-so/{entry}/phieu/{print}", Access::SignedIn, form_print::send)
        .get("/lap-ho-so/{entry}/cam-ket", Access::SignedIn, declarations::show)
        .post("/lap-ho-so/{entry}/cam-ket", Access::SignedIn, declarations::send)
        .get("/lap-ho-so/{entry}/kiem-tra", Access::SignedIn, review::show)
        .post("/lap-ho-so/{entry}/nop", Access::SignedIn, review::submit_it)
        .get("/lap-ho-so/{entry}/bien-nhan", Access::SignedIn, receipt::show)
        .get("/lap-ho-so/{entry}/bien-nhan.pdf", Access::SignedIn, receipt::print)
        .get("/lap-ho-so/{entry}/bo-sung", Access::SignedIn, supplement_ask::show)
        .post("/lap-ho-so/{entry}/bo-sung", Access::SignedIn, supplement_ask::send)
        .get("/lap-ho-so/{entry}/rut", Access::SignedIn, withdraw::show)
        .post_files("/lap-ho-so/{entry}/rut", Access::SignedIn, withdraw::send)
}
