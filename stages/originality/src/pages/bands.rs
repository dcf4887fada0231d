//! From how much on dossiers of this edition are shown as alike.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};

use crate::bands::{Bands, LEAST, SetBands, set_bands};
use crate::store;

#[derive(Template)]
#[template(path = "originality/bands.html")]
struct BandsPage {
    page: Page,
    form: Form,
    edition: Edition,
}

impl BandsPage {
    fn of(page: Page, edition: Edition, form: Form) -> Self {
        let queue = page.t("screening-queue");
        let page = page.under(queue, format!("/ky/{}/kiem-tra", edition.slug)).titled("originality-bands");
        Self { page, form, edition }
    }

    fn hint(&self) -> String {
        self.page.t1("originality-bands-hint", "least", LEAST)
    }
}

async fn edition_for(db: &mut Conn, viewer: &Viewer, slug: &str) -> Result<Edition, Halt> {
    let edition = edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    viewer.allowed(Permission::ScreeningDecide, edition.place())?;
    Ok(edition)
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug).await?;
    let bands = store::bands(&mut db, edition.id).await?;
    let form = Form::new().with("alike", bands.alike()).with("very_alike", bands.very_alike());
    html(&BandsPage::of(page, edition, form))
}

pub(super) async fn send(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["alike", "very_alike"])?;
    let edition = edition_for(&mut house.read().await?, &viewer, &slug).await?;
    let done = match read(&form) {
        Ok(bands) => {
            let command = SetBands { edition: edition.id, bands };
            house.acts.perform(viewer.actor(), move |act| Box::pin(set_bands(act, command))).await
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/kiem-tra"), "originality-bands-were-set")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&BandsPage::of(page, edition, form))
        }
    }
}

fn read(form: &Form) -> Result<Bands, Halt> {
    let mut no = Refusals::new();
    let mut percent = |field: &str| {
        let said = form.value(field).parse::<u32>().ok().filter(|percent| (LEAST..=100).contains(percent));
        if said.is_none() {
            no.add("originality.band_malformed", field, "this is no percentage that is kept");
        }
        said
    };
    let (alike, very_alike) = (percent("alike"), percent("very_alike"));
    let both = alike.zip(very_alike);
    let bands = both.and_then(|(alike, very_alike)| Bands::of(alike, very_alike));
    if both.is_some() && bands.is_none() {
        no.add("originality.bands_crossed", "very_alike", "what is very alike is alike");
    }
    bands.ok_or_else(|| no.halt())
}
