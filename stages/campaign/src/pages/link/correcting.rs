//! A piece of publicity that waits or was returned, put right by a link.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_rules::ids::PublicityId;
use hoithi_web::{Form, House, NetworkAddress, Page, Path, Posted, html, redirect, redirect_with_flash};

use super::{Holder, Opened, opened, private};
use crate::links::{CorrectByLink, correct_by_link};
use crate::operations::CorrectPublicity;
use crate::pages::correcting::form_of;
use crate::pages::publicity::{channels, fields};
use crate::publicity::PublicityLine;
use crate::store;

#[derive(Template)]
#[template(path = "campaign/link_correct.html")]
struct CorrectingPage {
    page: Page,
    form: Form,
    opened: Opened,
    line: PublicityLine,
    channels: Vec<(String, String)>,
}

impl CorrectingPage {
    async fn load(
        house: &House,
        page: Page,
        opened: Opened,
        id: PublicityId,
        form: Option<Form>,
    ) -> Result<Self, Halt> {
        let line = store::publicity_item(&mut house.read().await?, id).await?;
        let line = line.filter(|line| line.unit == opened.unit.id && line.edition == opened.edition.id);
        let line = line.ok_or_else(Halt::not_found)?;
        let label = page.t("campaign-publicity");
        let page = opened.under(page.titled("campaign-publicity-correct-title")).under(label, list_of(&opened));
        let form = form.unwrap_or_else(|| form_of(&line));
        Ok(Self { channels: channels(&page), page, form, opened, line })
    }
}

fn list_of(opened: &Opened) -> String {
    format!("{}/tuyen-truyen", opened.address())
}

pub(in crate::pages) async fn show(
    State(house): State<House>,
    from: NetworkAddress,
    Path((token, id)): Path<(String, PublicityId)>,
    page: Page,
) -> Result<Response, Halt> {
    let opened = opened!(&house, &from, &page, token);
    if !opened.is_confirmed() {
        return Ok(private(redirect(&opened.address())));
    }
    let shown = CorrectingPage::load(&house, page, opened, id, None).await?;
    if shown.line.check.counts() {
        return Ok(private(redirect(&list_of(&shown.opened))));
    }
    Ok(private(html(&shown)?))
}

pub(in crate::pages) async fn correct(
    State(house): State<House>,
    Holder(opened): Holder,
    Path((_, id)): Path<(String, PublicityId)>,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["seen", "channel", "on", "title", "link", "reach"])?;
    let seen = posted.form.value("seen").parse().unwrap_or(0);
    let corrected = match fields(&house, &posted, opened.today) {
        Ok((item, photo)) => {
            let correction = CorrectPublicity { id, seen, item, photo };
            let command = CorrectByLink { token: opened.token.clone(), correction };
            house.acts.perform(opened.actor(), move |act| Box::pin(correct_by_link(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match corrected {
        Ok(()) => Ok(private(redirect_with_flash(&house.site, &list_of(&opened), "campaign-publicity-corrected"))),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            Ok(private(html(&CorrectingPage::load(&house, page, *opened, id, Some(form)).await?)?))
        }
    }
}
