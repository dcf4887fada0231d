//! A piece of publicity that was recorded by mistake, read back before the link's holder takes it back.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_rules::ids::PublicityId;
use hoithi_web::{House, NetworkAddress, Page, Path, Posted, html, redirect, redirect_with_flash};

use super::correcting::{list_of, piece_of};
use super::{Holder, Opened, opened, private};
use crate::links::remove_by_link;
use crate::pages::publicity::stays;
use crate::publicity::PublicityLine;

#[derive(Template)]
#[template(path = "campaign/link_publicity_remove.html")]
struct RemovalPage {
    page: Page,
    opened: Opened,
    line: PublicityLine,
    /// Why it stays.
    stays: Option<&'static str>,
}

impl RemovalPage {
    async fn load(house: &House, page: Page, opened: Opened, item: PublicityId) -> Result<Self, Halt> {
        let line = piece_of(house, &opened, item).await?;
        let stays = stays(&mut house.read().await?, &line).await?;
        let (label, list) = (page.t("campaign-publicity"), list_of(&opened));
        let page = opened.under(page.titled("campaign-publicity-remove-title")).under(label, list);
        Ok(Self { page, opened, line, stays })
    }

    fn here(&self) -> String {
        format!("{}/{}/go", list_of(&self.opened), self.line.id)
    }
}

pub(in crate::pages) async fn show(
    State(house): State<House>,
    from: NetworkAddress,
    Path((token, item)): Path<(String, PublicityId)>,
    page: Page,
) -> Result<Response, Halt> {
    let opened = opened!(&house, &from, &page, token);
    if !opened.is_confirmed() {
        return Ok(private(redirect(&opened.address())));
    }
    Ok(private(html(&RemovalPage::load(&house, page, opened, item).await?)?))
}

pub(in crate::pages) async fn remove(
    State(house): State<House>,
    Holder(opened): Holder,
    Path((_, item)): Path<(String, PublicityId)>,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let removal = RemovalPage::load(&house, page, *opened, item).await?;
    if removal.stays.is_some() {
        return Ok(private(html(&removal)?));
    }
    let token = removal.opened.token.clone();
    let actor = removal.opened.actor();
    house.acts.perform(actor, move |act| Box::pin(remove_by_link(act, token.clone(), item))).await?;
    Ok(private(redirect_with_flash(&house.site, &list_of(&removal.opened), "campaign-publicity-removed")))
}
