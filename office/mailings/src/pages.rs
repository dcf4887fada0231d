//! The public's pages of lists, and the officers'.

mod edit;
mod import;
mod leaf;
mod lists;
mod office;
mod public;
mod readers;
mod show;

use hoithi_journal::Halt;
use hoithi_people::{Viewer, needs};
use hoithi_rules::people::{Permission, Place};
use hoithi_web::{Access, Form, Page, Routes};

use crate::api;

/// Every route of this room.
pub fn routes() -> Routes {
    let sends = needs(Permission::MailingSend);
    Routes::new()
        .get("/api/v1/mailing-lists", sends, api::lists)
        .get("/api/v1/mailings", sends, api::mailings)
        .get("/api/v1/mailings/{mailing}", sends, api::mailing)
        .get("/nhan-tin", Access::Public, public::show)
        .post("/nhan-tin", Access::Public, public::send)
        .get("/nhan-tin/xac-nhan/{token}", Access::Public, public::show_confirm)
        .post("/nhan-tin/xac-nhan/{token}", Access::Public, public::send_confirm)
        .get("/nhan-tin/roi/{token}", Access::Public, public::show_leave)
        .post("/nhan-tin/roi/{token}", Access::Public, public::send_leave)
        .get("/thu-tin", sends, office::show)
        .post("/thu-tin/han-muc", sends, office::save_pace)
        .get("/thu-tin/danh-sach/moi", sends, lists::show_new)
        .post("/thu-tin/danh-sach/moi", sends, lists::send_new)
        .get("/thu-tin/danh-sach/{list}", sends, readers::show)
        .get("/thu-tin/danh-sach/{list}/sua", sends, lists::show)
        .post("/thu-tin/danh-sach/{list}/sua", sends, lists::send)
        .get("/thu-tin/danh-sach/{list}/nhap", sends, import::show)
        .post_files("/thu-tin/danh-sach/{list}/nhap", sends, import::send)
        .get("/thu-tin/danh-sach/{list}/nhap/{import}", sends, import::look)
        .post("/thu-tin/danh-sach/{list}/nhap/{import}", sends, import::take)
        .get("/thu-tin/danh-sach/{list}/dia-chi.csv", sends, readers::file)
        .get("/thu-tin/nguoi-nhan/{reader}", sends, readers::show_one)
        .post("/thu-tin/nguoi-nhan/{reader}/sua", sends, readers::send_correct)
        .post("/thu-tin/nguoi-nhan/{reader}/xoa", sends, readers::send_erase)
        .get("/thu-tin/soan", sends, edit::show_new)
        .post("/thu-tin/soan", sends, edit::send_new)
        .post("/thu-tin/soan-tu-mau", sends, edit::from_template)
        .get("/thu-tin/thu/{mailing}", sends, show::show)
        .get("/thu-tin/thu/{mailing}/sua", sends, edit::show)
        .post("/thu-tin/thu/{mailing}/sua", sends, edit::send)
        .post("/thu-tin/thu/{mailing}/gui-thu", sends, show::send_to_oneself)
        .get("/thu-tin/thu/{mailing}/gui", sends, show::read_back)
        .post("/thu-tin/thu/{mailing}/gui", sends, show::send_out)
        .post("/thu-tin/thu/{mailing}/buoc", sends, show::send_step)
        .post("/thu-tin/thu/{mailing}/gui-lai", sends, show::send_once_more)
        .get("/thu-tin/thu/{mailing}/ket-qua.csv", sends, show::file)
}

/// Lists are the house's.
fn keeps(viewer: &Viewer) -> Result<(), Halt> {
    viewer.allowed(Permission::MailingSend, Place::HOUSE)
}

/// Beneath the lists and mailings.
fn beneath(page: Page) -> Page {
    let all = page.t("mailings-title");
    page.under(all, "/thu-tin")
}

/// The version that was on the page; what is none is no version there is.
fn version(form: &Form) -> i64 {
    form.value("version").parse().unwrap_or(-1)
}
