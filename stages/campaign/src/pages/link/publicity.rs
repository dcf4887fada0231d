//! Evidence of publicity by a link: what, where, when, and the page's address.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_web::{Form, House, NetworkAddress, Page, Path, Posted, html, redirect, redirect_with_flash};

use super::{Holder, Opened, opened, private};
use crate::links::{PublicityByLink, publicity_by_link};
use crate::pages::publicity::{channels, fields};
use crate::pages::words;
use crate::publicity::PublicityLine;
use crate::store;

#[derive(Template)]
#[template(path = "campaign/link_publicity.html")]
struct PublicityPage {
    page: Page,
    form: Form,
    opened: Opened,
    channels: Vec<(String, String)>,
    lines: Vec<PublicityLine>,
}

impl PublicityPage {
    fn tone(line: &PublicityLine) -> &'static str {
        words::tone_of_check(&line.check)
    }

    async fn load(house: &House, page: Page, opened: Opened, form: Form) -> Result<Self, Halt> {
        let lines = store::publicity_of_unit(&mut house.read().await?, opened.edition.id, opened.unit.id).await?;
        let channels = channels(&page);
        Ok(Self { page: opened.under(page.titled("campaign-publicity")), form, opened, channels, lines })
    }
}

pub(in crate::pages) async fn show(
    State(house): State<House>,
    from: NetworkAddress,
    Path(token): Path<String>,
    page: Page,
) -> Result<Response, Halt> {
    let opened = opened!(&house, &from, &page, token);
    if !opened.is_confirmed() {
        return Ok(private(redirect(&opened.address())));
    }
    let form = Form::new().with("on", hoithi_web::day(opened.today));
    Ok(private(html(&PublicityPage::load(&house, page, opened, form).await?)?))
}

pub(in crate::pages) async fn record(
    State(house): State<House>,
    Holder(opened): Holder,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["channel", "on", "title", "link", "reach", "sure"])?;
    let recorded = match fields(&house, &posted, (&opened.edition, opened.today)) {
        Ok((item, photo)) => {
            let command = PublicityByLink { token: opened.token.clone(), item, photo };
            house.acts.perform(opened.actor(), move |act| Box::pin(publicity_by_link(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match recorded {
        Ok(_) => {
            let back = format!("{}/tuyen-truyen", opened.address());
            Ok(private(redirect_with_flash(&house.site, &back, "campaign-publicity-recorded")))
        }
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            Ok(private(html(&PublicityPage::load(&house, page, *opened, form).await?)?))
        }
    }
}
