//! Finding a solution of any edition by words of its title.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_entries::{keep_titles_up, titles_with};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_store::Conn;
use hoithi_web::{Asked, Asking, Form, House, Page, Path, html};

use super::queue::edition_for;
use crate::solutions::{Contests, Seen};

/// How the list is asked: titles name nobody.
const LIST: Asking = Asking { path: "", open: &["q", "sau"], words: &[] };

const A_PAGE: usize = 50;

/// So often more titles are looked at where those that were found are not for whoever asks.
const MOST_LOOKS: usize = 20;

#[derive(Template)]
#[template(path = "screening/finding.html")]
struct FindingPage {
    page: Page,
    form: Form,
    found: Vec<Seen>,
    /// Where what was found goes on; empty where that is all.
    more: String,
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(LIST.open)?;
    keep_titles_up(&house).await?;
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug).await?;
    let behind = form.choice("sau", |place| place.parse().ok())?.unwrap_or(i64::MAX);
    let (found, last) = found(&mut db, (&viewer, &edition), form.value("q"), behind).await?;
    let more = last.map(|last| LIST.with(&form, "sau", &last.to_string()));
    let queue = page.t("screening-queue");
    let page = page.under(queue, format!("/ky/{slug}/kiem-tra")).titled("screening-find");
    html(&FindingPage { page, form, found, more: more.unwrap_or_default() })
}

/// What may be shown of what has these words, and the place behind which there is more.
async fn found(
    db: &mut Conn,
    (viewer, edition): (&Viewer, &Edition),
    words: &str,
    mut behind: i64,
) -> Result<(Vec<Seen>, Option<i64>), Halt> {
    let (mut contests, mut all) = (Contests::known_to(viewer, edition.id), Vec::new());
    for _ in 0..MOST_LOOKS {
        let titles = titles_with(db, words, behind, A_PAGE).await?;
        let is_last = titles.len() < A_PAGE;
        for title in titles {
            all.extend(contests.seen(db, title.solution).await?);
            behind = title.place;
            if all.len() == A_PAGE {
                return Ok((all, Some(behind)));
            }
        }
        if is_last {
            return Ok((all, None));
        }
    }
    Ok((all, Some(behind)))
}
