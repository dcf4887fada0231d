//! A piece of publicity by a link: its photo, and putting it right.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::serve_file;
use hoithi_journal::Halt;
use hoithi_rules::ids::PublicityId;
use hoithi_web::{Form, House, NetworkAddress, Page, Path, Posted, html, redirect, redirect_with_flash};

use super::{Holder, Opened, opened, private};
use crate::links::{CorrectByLink, correct_by_link};
use crate::operations::CorrectPublicity;
use crate::pages::correcting::filled;
use crate::pages::files::small_picture;
use crate::pages::publicity::{channels, fields};
use crate::publicity::PublicityLine;
use crate::store;

#[derive(Template)]
#[template(path = "campaign/link_publicity_correct.html")]
struct CorrectingPage {
    page: Page,
    form: Form,
    opened: Opened,
    line: PublicityLine,
    channels: Vec<(String, String)>,
}

impl CorrectingPage {
    fn new(page: Page, opened: Opened, line: PublicityLine, form: Form) -> Self {
        let (label, list) = (page.t("campaign-publicity"), list_of(&opened));
        let page = opened.under(page.titled("campaign-publicity-correct-title")).under(label, list);
        Self { channels: channels(&page), page, form, opened, line }
    }
}

pub(super) fn list_of(opened: &Opened) -> String {
    format!("{}/tuyen-truyen", opened.address())
}

/// A piece of the link's unit for its edition.
pub(super) async fn piece_of(house: &House, opened: &Opened, item: PublicityId) -> Result<PublicityLine, Halt> {
    let line = store::publicity_item(&mut house.read().await?, item).await?;
    let line = line.filter(|line| line.unit == opened.unit.id && line.edition == opened.edition.id);
    line.ok_or_else(Halt::not_found)
}

pub(in crate::pages) async fn show(
    State(house): State<House>,
    from: NetworkAddress,
    Path((token, item)): Path<(String, PublicityId)>,
    page: Page,
) -> Result<Response, Halt> {
    let opened = opened!(&house, &from, &page, token);
    let line = piece_of(&house, &opened, item).await?;
    if !opened.is_confirmed() || line.check.counts() {
        return Ok(private(redirect(&list_of(&opened))));
    }
    let form = filled(&line);
    Ok(private(html(&CorrectingPage::new(page, opened, line, form))?))
}

pub(in crate::pages) async fn correct(
    State(house): State<House>,
    Holder(opened): Holder,
    Path((_, item)): Path<(String, PublicityId)>,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["seen", "channel", "on", "title", "link", "reach", "sure"])?;
    let line = piece_of(&house, &opened, item).await?;
    let seen = posted.form.value("seen").parse().unwrap_or(0);
    let corrected = match fields(&house, &posted, (&opened.edition, opened.today)) {
        Ok((said, photo)) => {
            let piece = CorrectPublicity { id: item, seen, item: said, photo };
            let command = CorrectByLink { token: opened.token.clone(), piece };
            house.acts.perform(opened.actor(), move |act| Box::pin(correct_by_link(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match corrected {
        Ok(()) => Ok(private(redirect_with_flash(&house.site, &list_of(&opened), "campaign-publicity-corrected"))),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            Ok(private(html(&CorrectingPage::new(page, *opened, line, form))?))
        }
    }
}

pub(in crate::pages) async fn photo(
    State(house): State<House>,
    from: NetworkAddress,
    Path((token, item)): Path<(String, PublicityId)>,
    page: Page,
) -> Result<Response, Halt> {
    let opened = opened!(&house, &from, &page, token);
    let line = piece_of(&house, &opened, item).await?;
    Ok(private(serve_file(&house, &line.photo.ok_or_else(Halt::not_found)?).await?))
}

pub(in crate::pages) async fn small_photo(
    State(house): State<House>,
    from: NetworkAddress,
    Path((token, item, _version)): Path<(String, PublicityId, i64)>,
    page: Page,
) -> Result<Response, Halt> {
    let opened = opened!(&house, &from, &page, token);
    let line = piece_of(&house, &opened, item).await?;
    Ok(private(small_picture(&house, line.photo).await?))
}
