//! What became of the mail that one's own acts posted: to whom, about what, whether it left. No text is shown.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::{Halt, MailLine, MailSearch, mail_lines, mails_found};
use hoithi_people::Viewer;
use hoithi_web::{Asked, Asking, House, Page, Paging, html};

use super::outbox::tone;

const MAILS_A_PAGE: usize = 50;
const LIST: Asking = Asking { path: "/thu-da-gui", open: &[], words: &[] };

#[derive(Template)]
#[template(path = "app/own_mail.html")]
struct OwnMailPage {
    page: Page,
    mails: Vec<MailLine>,
    paging: Paging,
}

impl OwnMailPage {
    fn place(&self) -> String {
        self.paging.place(&self.page, "app-outbox-place")
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn tone(&self, state: &str) -> &'static str {
        tone(state)
    }
}

pub(super) async fn list(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&LIST.asked())?;
    let own = MailSearch { by: Some(viewer.signed_in()?.id.uuid()), ..MailSearch::default() };
    let mut read = house.read().await?;
    let paging = Paging::of(&form, mails_found(&mut read, &own).await?, MAILS_A_PAGE, &LIST);
    let mails = mail_lines(&mut read, &own, paging.most(), paging.skip()).await?;
    html(&OwnMailPage { page: page.titled("app-own-mail"), mails, paging })
}
