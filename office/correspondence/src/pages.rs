//! The register's pages, and the public's.

mod arriving;
mod bearer;
mod bodies;
mod book;
mod came;
mod deeds;
mod edit;
mod ends;
mod entering;
mod exchange;
pub(crate) mod fields;
mod files;
mod from_template;
mod hand;
mod leader;
mod life;
mod list;
mod public;
mod reading;
mod receivers;
mod renumber;
mod returned;
mod show;
mod sign;
mod templates;
mod ways;

use hoithi_people::needs;
use hoithi_rules::people::Permission;
use hoithi_web::{Access, Routes};

use crate::api::{self, arriving as packages, registering};

/// Every route of this room.
pub fn routes() -> Routes {
    listed()
        .merge(written())
        .merge(signed())
        .merge(exchanged())
        .merge(office())
        .merge(read_by_all())
        .merge(of_programs())
}

/// The register as a list and as a book.
fn listed() -> Routes {
    Routes::new()
        .get("/ky/{slug}/van-ban", needs(Permission::DocumentRead), list::list)
        .get("/ky/{slug}/van-ban/so-dang-ky", needs(Permission::DocumentRead), book::issued_pdf)
        .get("/ky/{slug}/van-ban/so-dang-ky.xlsx", needs(Permission::DocumentRead), book::issued_xlsx)
        .get("/ky/{slug}/van-ban/so-van-ban-den", needs(Permission::DocumentRead), book::came_pdf)
        .get("/ky/{slug}/van-ban/so-van-ban-den.xlsx", needs(Permission::DocumentRead), book::came_xlsx)
}

/// A document from its draft or its entry to its end.
fn written() -> Routes {
    Routes::new()
        .get("/ky/{slug}/van-ban/moi", needs(Permission::DocumentRegister), entering::show_new)
        .post_files("/ky/{slug}/van-ban/moi", needs(Permission::DocumentRegister), entering::write_draft)
        .get("/ky/{slug}/van-ban/vao-so", needs(Permission::DocumentRegister), entering::show_received)
        .post_files("/ky/{slug}/van-ban/vao-so", needs(Permission::DocumentRegister), entering::receive)
        .get("/ky/{slug}/van-ban/{document}", needs(Permission::DocumentRead), show::show)
        .get("/ky/{slug}/van-ban/{document}/pdf", needs(Permission::DocumentRead), files::pdf)
        .get("/ky/{slug}/van-ban/{document}/word", needs(Permission::DocumentRead), returned::download)
        .get("/ky/{slug}/van-ban/{document}/doc-lai", needs(Permission::DocumentRegister), returned::show)
        .post_files("/ky/{slug}/van-ban/{document}/doc-lai", needs(Permission::DocumentRegister), returned::take)
        .get("/ky/{slug}/van-ban/{document}/doc-lai/{file}", needs(Permission::DocumentRegister), returned::kept)
        .get("/ky/{slug}/van-ban/{document}/tep", needs(Permission::DocumentRead), files::file)
        .get("/ky/{slug}/van-ban/{document}/sua", needs(Permission::DocumentRegister), edit::show_draft)
        .post_files("/ky/{slug}/van-ban/{document}/sua", needs(Permission::DocumentRegister), edit::save_draft)
        .get("/ky/{slug}/van-ban/{document}/thay-the", needs(Permission::DocumentRegister), ends::show)
        .post("/ky/{slug}/van-ban/{document}/thay-the", needs(Permission::DocumentRegister), ends::end)
        .post("/ky/{slug}/van-ban/{document}/thay-the/bo", needs(Permission::DocumentRegister), ends::lift)
        .post("/ky/{slug}/van-ban/{document}/cong-khai", needs(Permission::DocumentRegister), deeds::publish)
}

/// Its signature, its number, its scan.
fn signed() -> Routes {
    Routes::new()
        .post("/ky/{slug}/van-ban/{document}/trinh-ky", needs(Permission::DocumentRegister), deeds::put_before)
        .get("/ky/{slug}/van-ban/{document}/ky", needs(Permission::DocumentSignOff), leader::show)
        .post("/ky/{slug}/van-ban/{document}/ky", needs(Permission::DocumentSignOff), leader::leader_signs)
        .post("/ky/{slug}/van-ban/{document}/tra-lai", needs(Permission::DocumentSignOff), life::leader_gives_back)
        .get("/ky/{slug}/van-ban/{document}/ghi-so", needs(Permission::DocumentRegister), sign::show)
        .post_files("/ky/{slug}/van-ban/{document}/ghi-so", needs(Permission::DocumentRegister), sign::sign)
        .get("/ky/{slug}/van-ban/{document}/so-den", needs(Permission::DocumentRegister), came::show)
        .post("/ky/{slug}/van-ban/{document}/so-den", needs(Permission::DocumentRegister), came::number)
        .get("/ky/{slug}/van-ban/{document}/sua-so", needs(Permission::DocumentRegister), renumber::show)
        .post_files("/ky/{slug}/van-ban/{document}/sua-so", needs(Permission::DocumentRegister), renumber::correct)
        .post_files("/ky/{slug}/van-ban/{document}/ban-quet", needs(Permission::DocumentRegister), deeds::scan)
        .get("/ky/{slug}/van-ban/{document}/ban-quet/{scan}", needs(Permission::DocumentRegister), deeds::former)
        .post_files("/ky/{slug}/van-ban/{document}/thay-ban-quet", needs(Permission::DocumentRegister), deeds::replace)
}

/// What goes out and comes in between systems, and what is in it.
fn exchanged() -> Routes {
    Routes::new()
        .get("/ky/{slug}/van-ban/lien-thong", needs(Permission::DocumentRegister), exchange::show)
        .post("/ky/{slug}/van-ban/lien-thong", needs(Permission::DocumentRegister), exchange::save)
        .get("/ky/{slug}/van-ban/nhan-edxml", needs(Permission::DocumentRegister), arriving::show)
        .post_files("/ky/{slug}/van-ban/nhan-edxml", needs(Permission::DocumentRegister), arriving::take)
        .get("/ky/{slug}/van-ban/{document}/goi", needs(Permission::DocumentRegister), arriving::package)
        .get("/ky/{slug}/van-ban/{document}/kem/{place}", needs(Permission::DocumentRead), arriving::attached)
        .get("/ky/{slug}/van-ban/{document}/edxml", needs(Permission::DocumentRegister), exchange::download)
        .get("/ky/{slug}/van-ban/{document}/nhan-goi", needs(Permission::DocumentRegister), receivers::show)
        .post("/ky/{slug}/van-ban/{document}/nhan-goi", needs(Permission::DocumentRegister), receivers::choose)
        .post("/ky/{slug}/van-ban/{document}/chu-ky-so", needs(Permission::DocumentRead), deeds::check)
}

/// What the office sets up once: templates and issuing bodies.
fn office() -> Routes {
    Routes::new()
        .get("/ky/{slug}/van-ban/mau", needs(Permission::DocumentRegister), templates::list)
        .get("/ky/{slug}/van-ban/mau/moi", needs(Permission::DocumentRegister), templates::show_new)
        .post("/ky/{slug}/van-ban/mau/moi", needs(Permission::DocumentRegister), templates::save_new)
        .get("/ky/{slug}/van-ban/mau/{template}", needs(Permission::DocumentRegister), templates::show)
        .post("/ky/{slug}/van-ban/mau/{template}", needs(Permission::DocumentRegister), templates::change)
        .post("/ky/{slug}/van-ban/mau/{template}/bo", needs(Permission::DocumentRegister), templates::remove)
        .get("/ky/{slug}/van-ban/co-quan", needs(Permission::DocumentRead), bodies::list)
        .get("/ky/{slug}/van-ban/co-quan/moi", needs(Permission::DocumentRegister), bodies::show_new)
        .post("/ky/{slug}/van-ban/co-quan/moi", needs(Permission::DocumentRegister), bodies::set_up)
        .get("/ky/{slug}/van-ban/co-quan/{body}", needs(Permission::DocumentRegister), bodies::show_change)
        .post("/ky/{slug}/van-ban/co-quan/{body}", needs(Permission::DocumentRegister), bodies::change)
}

/// What everybody reads.
fn read_by_all() -> Routes {
    Routes::new()
        .get("/van-ban/{document}", Access::Public, public::show)
        .get("/van-ban/{document}/pdf", Access::Public, public::pdf)
        .get("/van-ban/{document}/tep", Access::Public, public::file)
}

/// The same for programs.
fn of_programs() -> Routes {
    Routes::new()
        .get("/api/v1/documents", Access::Public, api::documents)
        .post("/api/v1/documents", needs(Permission::DocumentRegister), registering::register_document)
        .post_files("/api/v1/documents/packages", needs(Permission::DocumentRegister), packages::take_package)
        .get("/api/v1/documents/{document}", Access::Public, api::document)
        .get("/api/v1/documents/{document}/word", needs(Permission::DocumentRead), api::word)
        .put("/api/v1/documents/{document}", needs(Permission::DocumentRegister), registering::revise_document)
        .post("/api/v1/documents/{document}/signature", needs(Permission::DocumentSignOff), registering::sign_document)
}
