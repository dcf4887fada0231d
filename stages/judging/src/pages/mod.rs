//! The judge's desk, the jury's pages, progress, opening, results.

mod assigning;
mod desk;
mod files;
mod jury;
mod opening;
mod progress;
mod recusal;
mod results;
mod sheet;
mod sheet_form;
mod stopping;

use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::needs;
use hoithi_rules::judging::{CriterionCode, Points};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Page, Routes};

pub(crate) use files::judges_file;
pub(crate) use sheet::{own_of, parts_of};

use crate::api;
use crate::rounds::{self, RoundCard};

/// Every route of this room.
pub fn routes() -> Routes {
    api::routes(judges_routes(staff_routes(Routes::new())))
}

fn staff_routes(routes: Routes) -> Routes {
    routes
        .get("/ky/{slug}/hoi-dong", needs(Permission::RoundProgress), jury::show)
        .post_files("/ky/{slug}/hoi-dong", needs(Permission::JurySetUp), jury::set_up)
        .get("/ky/{slug}/tien-do-cham", needs(Permission::RoundProgress), progress::show)
        .get("/ky/{slug}/vong/{round}/phan-cong", needs(Permission::JudgeAssign), assigning::show)
        .post("/ky/{slug}/vong/{round}/phan-cong", needs(Permission::JudgeAssign), assigning::send)
        .post("/ky/{slug}/vong/{round}/xung-dot", needs(Permission::JudgeAssign), assigning::declare)
        .get("/ky/{slug}/vong/{round}/thoi-cham", needs(Permission::JudgeStop), stopping::show)
        .post("/ky/{slug}/vong/{round}/thoi-cham", needs(Permission::JudgeStop), stopping::send)
        .get("/ky/{slug}/vong/{round}/bat-dau", needs(Permission::RoundStart), progress::ask_start)
        .post("/ky/{slug}/vong/{round}/bat-dau", needs(Permission::RoundStart), progress::start)
        .get("/ky/{slug}/vong/{round}/niem-phong", needs(Permission::RoundSeal), progress::ask_seal)
        .post("/ky/{slug}/vong/{round}/niem-phong", needs(Permission::RoundSeal), progress::seal)
        .get("/ky/{slug}/mo-niem-phong", needs(Permission::RoundOpen), opening::show)
        .post("/ky/{slug}/mo-niem-phong", needs(Permission::RoundOpen), opening::confirm)
        .get("/ky/{slug}/mo-niem-phong/bien-ban.pdf", needs(Permission::RankingView), opening::minutes)
        .get("/ky/{slug}/ket-qua-cham", needs(Permission::RankingView), results::show)
        .get("/ky/{slug}/ket-qua-cham/{round}/{code}", needs(Permission::RankingView), results::entry)
}

fn judges_routes(routes: Routes) -> Routes {
    routes
        .get("/cham", needs(Permission::SheetMark), desk::show)
        .get("/cham/{handle}", needs(Permission::SheetMark), sheet::show)
        .post("/cham/{handle}", needs(Permission::SheetMark), sheet::save)
        .post("/cham/{handle}/luu", needs(Permission::SheetMark), sheet::save_itself)
        .get("/cham/{handle}/doc-lai", needs(Permission::SheetLock), sheet::read_back)
        .post("/cham/{handle}/khoa", needs(Permission::SheetLock), sheet::lock)
        .get("/cham/{handle}/xung-dot", needs(Permission::ConflictDeclare), recusal::show)
        .post("/cham/{handle}/xung-dot", needs(Permission::ConflictDeclare), recusal::send)
        .get("/cham/{handle}/tep/{number}", needs(Permission::SheetMark), files::show)
        .get("/cham/{handle}/hien-vat/{thing}/{number}", needs(Permission::SheetMark), files::photo)
}

async fn edition_of(db: &mut Conn, slug: &str) -> Result<Edition, Halt> {
    edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)
}

/// A round of an edition that has been prepared, by its code.
async fn round_of(db: &mut Conn, edition: &Edition, code: &str) -> Result<RoundCard, Halt> {
    let known = rounds::rounds(db, edition.id).await?;
    known.into_iter().find(|card| card.rule.code == code).ok_or_else(Halt::not_found)
}

/// The page under its edition.
fn under(page: Page, edition: &Edition) -> Page {
    page.under(edition.title(), format!("/ky/{}", edition.slug))
}

/// The field of a criterion's mark; the law's refusals name it the same way.
fn mark_field(code: &CriterionCode) -> String {
    format!("marks.{code}")
}

fn band_field(code: &CriterionCode) -> String {
    format!("bands.{code}")
}

/// Points as the page's language writes them.
fn points(page: &Page, points: Points) -> String {
    page.decimal(points)
}
