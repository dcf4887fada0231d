//! The links of one unit to one letter: renewed by mail, shown once, taken back.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::Document;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::{DocumentId, SendingId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::under_board;
use crate::links::{RenewLinks, renew_links, revoke_links};
use crate::pages::letter_for;
use crate::pages::link::{Fresh, private};
use crate::pages::send::mail_words;
use crate::recipients::{Recipient, recipient};

#[derive(Template)]
#[template(path = "campaign/recipient_link.html")]
struct LinkPage {
    page: Page,
    form: Form,
    slug: String,
    document: Document,
    each: Recipient,
    today: Date,
    /// A link that was just made; shown this once.
    shown: Option<Fresh>,
}

impl LinkPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        viewer: &Viewer,
        (edition, letter): (&Edition, Document),
        sending: SendingId,
    ) -> Result<Self, Halt> {
        let each = recipient(db, &letter, sending, viewer.today).await?.ok_or_else(Halt::not_found)?;
        let page = under_board(page.titled("campaign-unit-links"), edition, &letter);
        let (label, list) = (page.t("campaign-recipients"), format!("/ky/{}/noi-nhan/{}", edition.slug, letter.id));
        Ok(Self {
            page: page.under(label, list),
            form: Form::new(),
            slug: edition.slug.to_string(),
            document: letter,
            each,
            today: viewer.today,
            shown: None,
        })
    }

    /// The links as they are after one was made.
    async fn read_again(&mut self, db: &mut Conn) -> Result<(), Halt> {
        let sending = self.each.sent.sending.id;
        self.each = recipient(db, &self.document, sending, self.today).await?.ok_or_else(Halt::not_found)?;
        Ok(())
    }

    fn here(&self) -> String {
        format!("/ky/{}/noi-nhan/{}/lien-ket/{}", self.slug, self.document.id, self.each.sent.sending.id)
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id, sending)): Path<(String, DocumentId, SendingId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (edition, letter) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    html(&LinkPage::load(&mut db, page, &viewer, (&edition, letter), sending).await?)
}

pub(super) async fn act(
    State(house): State<House>,
    Path((slug, id, sending)): Path<(String, DocumentId, SendingId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["step"])?;
    let mut db = house.read().await?;
    let (edition, letter) = letter_for(&mut db, &viewer, &slug, id, Permission::LetterSend).await?;
    let mut sheet = LinkPage::load(&mut db, page.clone(), &viewer, (&edition, letter), sending).await?;
    drop(db);
    let step = posted.form.value("step").to_owned();
    let mail = (step == "mail").then(|| mail_words(&house, &edition, &sheet.document));
    let done = if step == "revoke" {
        let revoked = house.acts.perform(viewer.actor(), move |act| Box::pin(revoke_links(act, sending))).await;
        revoked.map(|()| None)
    } else {
        let command = RenewLinks { sending, mail };
        let made = house.acts.perform(viewer.actor(), move |act| Box::pin(renew_links(act, command.clone()))).await;
        made.map(|(_, token)| token)
    };
    match done {
        Ok(Some(token)) => {
            sheet.shown = Some(Fresh::of(&house, &token)?);
            let mut db = house.read().await?;
            sheet.read_again(&mut db).await?;
            Ok(private(html(&sheet)?))
        }
        Ok(None) if step == "revoke" => Ok(redirect_with_flash(&house.site, &sheet.here(), "campaign-links-revoked")),
        Ok(None) => Ok(redirect_with_flash(&house.site, &sheet.here(), "campaign-links-mailed")),
        Err(halt) => {
            sheet.form.keep_refusals(&page, halt)?;
            html(&sheet)
        }
    }
}
