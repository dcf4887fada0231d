//! The unit's days for a calendar program, for a unit where nobody signs in.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_web::{House, NetworkAddress, Page, Path, Posted, html, redirect};

use super::{Opened, opened, private};
use crate::links::make_feed_by_link;

#[derive(Template)]
#[template(path = "campaign/link_calendar.html")]
struct CalendarPage {
    page: Page,
    opened: Opened,
    /// The address, shown once, when it was made.
    address: String,
}

impl CalendarPage {
    fn of(page: Page, opened: Opened, address: String) -> Self {
        Self { page: opened.under(page.titled("campaign-feed")), opened, address }
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
    Ok(private(html(&CalendarPage::of(page, opened, String::new()))?))
}

pub(in crate::pages) async fn make(
    State(house): State<House>,
    from: NetworkAddress,
    Path(token): Path<String>,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let opened = opened!(&house, &from, &page, token);
    let token = opened.token.clone();
    let secret = house.acts.perform(opened.actor(), move |act| Box::pin(make_feed_by_link(act, token.clone()))).await?;
    let address = format!("{}/lich/{secret}", house.site.public_url);
    Ok(private(html(&CalendarPage::of(page, opened, address))?))
}
