//! Whom to turn to, for the pages of other rooms.

use askama::Template;
use hoithi_edition::{Edition, workdays};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::workdays::Workdays;
use hoithi_store::Conn;
use hoithi_web::Page;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::desk::{Desk, DeskMember};
use crate::pages::words;
use crate::store;

/// The box that names the desks; a page shows it with `{{ help|safe }}`.
#[derive(Template)]
#[template(path = "helpdesk/help.html")]
pub struct Help {
    page: Page,
    slug: String,
    agency: String,
    desks: Vec<Desk>,
    today: Date,
    now: Timestamp,
    workdays: Workdays,
    signed_in: bool,
}

impl Help {
    fn hours(&self, desk: &Desk) -> String {
        words::hours(&self.page, &desk.words.hours)
    }

    /// When a desk that is shut opens again; nothing while it is open.
    fn opens_again(&self, desk: &Desk) -> String {
        words::opens_again(&self.page, &desk.words.hours, (self.now, &self.workdays))
    }

    fn people<'a>(&self, desk: &'a Desk) -> Vec<&'a DeskMember> {
        desk.named_on(self.today)
    }

    fn away(&self, member: &DeskMember) -> String {
        words::away(&self.page, member, self.today)
    }
}

/// The box for an edition that the public knows.
pub async fn help(db: &mut Conn, page: &Page, viewer: &Viewer, edition: &Edition) -> Result<Help, Halt> {
    let mut desks = store::desks_of(db, edition.id).await?;
    desks.retain(|desk| !desk.ended);
    Ok(Help {
        page: page.clone(),
        slug: edition.slug.to_string(),
        agency: edition.book.rules().agency.reached(),
        desks,
        today: viewer.today,
        now: viewer.now,
        workdays: workdays(db, Some(edition.id)).await?,
        signed_in: viewer.account.is_some(),
    })
}
