//! Earlier editions' solutions: all of it for whoever keeps the lists, and for anybody as far as it may be read.
//! A title here may be entered again and judged blind, so the public reads neither author nor unit.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};
use uuid::Uuid;

use crate::earlier::{keeps_earlier, remove};
use crate::store::{self, KeptEarlier};

const A_PAGE: i64 = 50;

/// The edition whose screening keeps the lists; not there for anybody else.
pub(super) async fn edition_for(db: &mut Conn, viewer: &Viewer, slug: &str) -> Result<Edition, Halt> {
    let edition = edition_by_slug(db, slug).await?.filter(keeps_earlier).ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::ScreeningDecide, edition.place())?;
    Ok(edition)
}

/// One page of what was found.
struct Leaf {
    lines: Vec<KeptEarlier>,
    place: String,
    previous: String,
    next: String,
}

impl Leaf {
    async fn of(db: &mut Conn, page: &Page, form: &Form) -> Result<Self, Halt> {
        let number = form.value("trang").parse::<i64>().unwrap_or(1).clamp(1, 1_000);
        let skip = (number - 1) * A_PAGE;
        let (lines, total) = store::earlier_found(db, form.value("q"), (A_PAGE, skip)).await?;
        let shown = i64::try_from(lines.len()).unwrap_or(0);
        let first = (skip + 1).min(total).to_string();
        let facts = [("from", first), ("to", (skip + shown).to_string()), ("total", total.to_string())];
        Ok(Self {
            place: page.tx("entries-earlier-place", &facts),
            previous: if number > 1 { address(form, number - 1) } else { String::new() },
            next: if skip + shown < total { address(form, number + 1) } else { String::new() },
            lines,
        })
    }
}

fn address(form: &Form, number: i64) -> String {
    let number = number.to_string();
    let pairs: Vec<(&str, &str)> =
        form.given("q").map(|words| ("q", words)).into_iter().chain([("trang", number.as_str())]).collect();
    format!("?{}", serde_urlencoded::to_string(&pairs).unwrap_or_default())
}

#[derive(Template)]
#[template(path = "entries/earlier.html")]
struct EarlierPage {
    page: Page,
    form: Form,
    slug: String,
    leaf: Leaf,
}

pub(super) async fn list(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&["q", "trang"])?;
    let mut db = house.read().await?;
    edition_for(&mut db, &viewer, &slug).await?;
    let leaf = Leaf::of(&mut db, &page, &form).await?;
    html(&EarlierPage { page: page.titled("entries-earlier"), form, slug, leaf })
}

pub(super) async fn take_out(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let edition = edition_for(&mut house.read().await?, &viewer, &slug).await?.id;
    house.acts.perform(viewer.actor(), move |act| Box::pin(remove(act, edition, id))).await?;
    Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/ky-truoc"), "entries-earlier-was-removed"))
}

#[derive(Template)]
#[template(path = "entries/earlier_public.html")]
struct PublicPage {
    page: Page,
    form: Form,
    leaf: Leaf,
}

pub(super) async fn public(State(house): State<House>, page: Page, asked: Asked) -> Result<Response, Halt> {
    let form = asked.only(&["q", "trang"])?;
    let leaf = Leaf::of(&mut house.read().await?, &page, &form).await?;
    html(&PublicPage { page: page.titled("entries-earlier-public"), form, leaf })
}
