//! Signing in, opening an account, and the administrator's list of accounts.

mod accounts;
mod sign_in;

use hoithi_journal::Halt;
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::day::parse_day;
use hoithi_rules::people::{Permission, PersonName, SignedPaper};
use hoithi_web::{Access, House, Posted, Routes};

use crate::refuse::Refusals;
use crate::{api, needs};

/// Every route of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/dang-nhap", Access::Public, sign_in::show)
        .post("/dang-nhap", Access::Public, sign_in::send)
        .post("/dang-xuat", Access::Public, sign_in::leave)
        .get("/dang-ky", Access::Public, sign_in::show_registration)
        .post("/dang-ky", Access::Public, sign_in::register)
        .get("/quan-tri/tai-khoan", needs(Permission::AccountCreate), accounts::list)
        .get("/quan-tri/tai-khoan/moi", needs(Permission::AccountCreate), accounts::show_new)
        .post("/quan-tri/tai-khoan/moi", needs(Permission::AccountCreate), accounts::open)
        .get("/quan-tri/tai-khoan/{account}", needs(Permission::RoleGrant), accounts::show)
        .post("/quan-tri/tai-khoan/{account}/vai-tro", needs(Permission::RoleGrant), accounts::give)
        .post("/quan-tri/tai-khoan/{account}/vai-tro/{grant}/ket-thuc", needs(Permission::RoleGrant), accounts::end)
        .post("/api/v1/sessions", Access::Public, api::open_session)
}

/// The fields of a leader's signed paper, where a form offers them.
const PAPER_FIELDS: [&str; 3] = ["paper_leader", "paper_number", "paper_date"];

/// The leader's signed paper that came with a form: none when its fields are empty, and every
/// fault of it at its field. The scan is kept as a file.
pub fn paper_of(house: &House, posted: &Posted) -> Result<Option<SignedPaper>, Halt> {
    let form = &posted.form;
    let scan = posted.file("paper_scan");
    if PAPER_FIELDS.iter().all(|field| form.given(field).is_none()) && scan.is_none() {
        return Ok(None);
    }
    let mut no = Refusals::new();
    let leader = no.keep("paper_leader", form.value("paper_leader").parse::<PersonName>());
    let date = parse_day(form.value("paper_date"));
    if date.is_none() {
        no.add("people.paper_date", "paper_date", "the paper's day is missing or no day");
    }
    let year = date.map_or(0, jiff::civil::Date::year);
    let number = no.keep("paper_number", DocumentNumber::parse(form.value("paper_number"), year));
    if scan.is_none() {
        no.add("people.paper_scan", "paper_scan", "the paper's scan is missing");
    }
    let (Some(leader), Some(date), Some(number), Some(scan)) = (leader, date, number, scan) else {
        return Err(no.halt());
    };
    let scan = house.files.put(&scan.bytes).map_err(Halt::fault)?;
    Ok(Some(SignedPaper { leader, number, date, scan: scan.to_string() }))
}
