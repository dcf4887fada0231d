//! The meetings of an edition.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_web::{House, Page, Path, html};

use super::{in_hand, state};
use crate::meeting::Meeting;
use crate::store;

#[derive(Template)]
#[template(path = "meetings/list.html")]
struct ListPage {
    page: Page,
    slug: String,
    meetings: Vec<(Meeting, (String, &'static str))>,
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, &viewer, &slug).await?;
    let meetings = store::meetings_of(&mut db, edition.id).await?.into_iter();
    let meetings = meetings.map(|meeting| (meeting.clone(), state(&page, &meeting, viewer.now))).collect();
    html(&ListPage { page: page.titled("meetings-list"), slug, meetings })
}
