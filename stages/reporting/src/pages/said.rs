//! What the agency said of a report, line by line, as the agency reads it.

use hoithi_journal::Halt;
use hoithi_people::account;
use hoithi_rules::ids::ReportId;
use hoithi_store::Conn;
use hoithi_web::Page;

use crate::store;

/// One line.
pub(super) struct SaidLine {
    pub(super) at: String,
    pub(super) version: u32,
    pub(super) what: String,
    pub(super) why: String,
    pub(super) who: String,
}

/// Everything that was said of a report, in order.
pub(super) async fn said(db: &mut Conn, page: &Page, report: ReportId) -> Result<Vec<SaidLine>, Halt> {
    let mut lines = Vec::new();
    for said in store::verdicts_of(db, report).await? {
        let who = match said.by {
            Some(id) => account(db, id).await?.map(|known| known.name.to_string()).unwrap_or_default(),
            None => String::new(),
        };
        let code = if said.stands.exception().is_some() { "unsigned" } else { said.stands.code() };
        lines.push(SaidLine {
            at: said.stands.at().map(|at| page.instant(at)).unwrap_or_default(),
            version: said.version,
            what: page.tcode("reporting-said-", code),
            why: said.stands.reason().or(said.stands.exception()).unwrap_or_default().to_owned(),
            who,
        });
    }
    Ok(lines)
}
