//! Signing in, opening an account, and the administrator's list of accounts.

mod account;
mod accounts;
mod password;
mod sign_in;
mod slip;

use hoithi_documents::{FileKind, kind_of};
use hoithi_journal::Halt;
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::day::parse_day;
use hoithi_rules::people::{Permission, PersonName, SignedPaper};
use hoithi_web::{Access, House, Posted, Routes, Upload};

use crate::refuse::Refusals;
use crate::viewer::CHANGE_PASSWORD;
use crate::{api, needs};

/// Every route of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/dang-nhap", Access::Public, sign_in::show)
        .post("/dang-nhap", Access::Public, sign_in::send)
        .get("/dang-nhap/phieu", Access::Public, slip::show)
        .post("/dang-nhap/phieu", Access::Public, slip::send)
        .post("/dang-xuat", Access::Public, sign_in::leave)
        .get("/dang-ky", Access::Public, sign_in::show_registration)
        .post("/dang-ky", Access::Public, sign_in::register)
        .get(CHANGE_PASSWORD, Access::SignedIn, password::show)
        .post(CHANGE_PASSWORD, Access::SignedIn, password::change)
        .get("/quan-tri/tai-khoan", needs(Permission::AccountCreate), accounts::list)
        .get("/quan-tri/tai-khoan/moi", needs(Permission::AccountCreate), accounts::show_new)
        .post("/quan-tri/tai-khoan/moi", needs(Permission::AccountCreate), accounts::open)
        .get("/quan-tri/tai-khoan/{account}", needs(Permission::RoleGrant), account::show)
        .post("/quan-tri/tai-khoan/{account}/mat-khau", needs(Permission::AccountKeep), account::reset)
        .post("/quan-tri/tai-khoan/{account}/khoa", needs(Permission::AccountKeep), account::close)
        .post("/quan-tri/tai-khoan/{account}/mo", needs(Permission::AccountKeep), account::reopen)
        .post("/quan-tri/tai-khoan/{account}/don-vi", needs(Permission::AccountKeep), account::place)
        .post("/quan-tri/tai-khoan/{account}/vai-tro", needs(Permission::RoleGrant), account::give)
        .post("/quan-tri/tai-khoan/{account}/vai-tro/{grant}/ket-thuc", needs(Permission::RoleGrant), account::end)
        .post("/api/v1/sessions", Access::Public, api::open_session)
        .delete("/api/v1/sessions", Access::SignedIn, api::end_session)
}

/// The leader's signed paper that came with a form, every fault of it at its field. The scan is
/// kept as a file.
///
/// Who acts in their own right needs none, and none is looked for. Everybody else needs the whole
/// paper, so that what is missing of it is told together with what else the form lacks, not one
/// round later by the act.
pub fn paper_of(house: &House, posted: &Posted, own_right: bool) -> Result<Option<SignedPaper>, Halt> {
    if own_right {
        return Ok(None);
    }
    let form = &posted.form;
    let mut no = Refusals::new();
    let leader = match form.given("paper_leader") {
        Some(name) => no.keep("paper_leader", name.parse::<PersonName>()),
        None => None,
    };
    if form.given("paper_leader").is_none() {
        no.add("people.paper_leader", "paper_leader", "the leader who signed is missing");
    }
    let date = parse_day(form.value("paper_date"));
    if date.is_none() {
        no.add("people.paper_date", "paper_date", "the paper's day is missing or no day");
    }
    // Without a readable day the number is still looked at, so that both faults come at once.
    let year = date.map_or(2000, jiff::civil::Date::year);
    let number = no.keep("paper_number", DocumentNumber::parse(form.value("paper_number"), year));
    let scan = no.absorb(scan_of(posted, "paper_scan"))?;
    let (Some(leader), Some(date), Some(number), Some(scan)) = (leader, date, number, scan) else {
        return Err(no.halt());
    };
    let scan = house.take_upload(&scan.bytes)?;
    Ok(Some(SignedPaper { leader, number, date, scan: scan.to_string() }))
}

/// The scan of a leader's signed paper, which whoever records for the leader must bring. Its bytes
/// decide what it is: a name proves nothing.
pub fn scan_of<'a>(posted: &'a Posted, field: &'static str) -> Result<&'a Upload, Halt> {
    let scan = posted.file(field);
    let scan = scan.ok_or_else(|| Halt::refused("people.paper_scan", Some(field), "the scan is missing"))?;
    match kind_of(&scan.bytes) {
        FileKind::Pdf | FileKind::Png | FileKind::Jpeg => Ok(scan),
        FileKind::Docx | FileKind::Other => {
            Err(Halt::refused("people.paper_scan_kind", Some(field), "the scan is no PDF, JPEG or PNG"))
        }
    }
}
