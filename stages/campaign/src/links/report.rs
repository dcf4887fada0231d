//! The report of a unit by a link.

use hoithi_journal::{Act, Halt};
use hoithi_reporting::{Origins, Written, written_by_link};

use super::operations::{confirmed, note};
use super::origin::OriginAbout;

/// What a link's holder wrote at the unit's report.
#[derive(Clone, Debug)]
pub struct ReportByLink {
    /// The link.
    pub token: String,
    /// A draft, the report, or its signed paper.
    pub written: Written,
}

/// Takes it for the letter's own report; who confirmed the letter stands for what was sent.
pub async fn report_by_link(act: &mut Act, command: ReportByLink, origins: &dyn Origins) -> Result<(), Halt> {
    let (link, _, origin) = confirmed(act, &command.token).await?;
    match written_by_link(act, link.sending.uuid(), command.written, origins).await? {
        Some(version) => note(act, &link, OriginAbout::Report(version), &origin).await,
        None => Ok(()),
    }
}
