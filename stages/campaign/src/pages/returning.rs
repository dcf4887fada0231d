//! One piece of publicity goes back to its unit with words; its photo, large and small.

use askama::Template;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hoithi_correspondence::serve_file;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::PublicityId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::checking::piece_of;
use super::edition_for;
use super::send::UnderKey;
use crate::letter::MailWords;
use crate::operations::{ReturnPublicity, return_publicity};
use crate::publicity::PublicityLine;
use crate::thumbnail::thumbnail;

#[derive(Template)]
#[template(path = "campaign/returning.html")]
struct ReturningPage {
    page: Page,
    form: Form,
    slug: String,
    unit: String,
    line: PublicityLine,
}

impl ReturningPage {
    async fn load(db: &mut Conn, page: Page, edition: &Edition, id: PublicityId, form: Form) -> Result<Self, Halt> {
        let line = piece_of(db, edition.id, id).await?;
        let unit = hoithi_units::unit(db, line.unit).await?.ok_or_else(Halt::not_found)?;
        let list = format!("/ky/{}/tuyen-truyen", edition.slug);
        Ok(Self {
            page: page.titled("campaign-return").under_key("campaign-checking", &list),
            slug: edition.slug.to_string(),
            unit: unit.name,
            form,
            line,
        })
    }

    fn is_picture(&self) -> bool {
        self.line.photo.as_ref().is_some_and(|photo| photo.media_type.starts_with("image/"))
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, PublicityId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::PublicityCheck).await?;
    let mut shown = ReturningPage::load(&mut db, page, &edition, id, Form::new()).await?;
    shown.form = shown.form.with("seen", shown.line.version);
    html(&shown)
}

pub(super) async fn give_back(
    State(house): State<House>,
    Path((slug, id)): Path<(String, PublicityId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["seen", "reason"])?;
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::PublicityCheck).await?;
    let line = piece_of(&mut db, edition.id, id).await?;
    drop(db);
    let command = ReturnPublicity {
        edition: edition.id,
        id,
        seen: form.value("seen").parse().unwrap_or(0),
        reason: form.value("reason").to_owned(),
        mail: Some(mail(&house, &edition, &line, form.value("reason"))),
    };
    let returned =
        house.acts.perform(viewer.actor(), move |act| Box::pin(return_publicity(act, command.clone()))).await;
    match returned {
        Ok(()) => {
            let list = format!("/ky/{slug}/tuyen-truyen");
            Ok(redirect_with_flash(&house.site, &list, "campaign-publicity-returned"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&ReturningPage::load(&mut house.read().await?, page, &edition, id, form).await?)
        }
    }
}

/// Letters of the agency are in Vietnamese, whatever language the officer reads.
fn mail(house: &House, edition: &Edition, line: &PublicityLine, reason: &str) -> MailWords {
    let facts = [
        ("title", line.item.title.clone()),
        ("edition", edition.title()),
        ("day", hoithi_web::day(line.item.on)),
        ("reason", reason.trim().to_owned()),
        ("address", format!("{}/don-vi/cong-viec", house.site.public_url)),
    ];
    let text = |key| house.catalogue.text(hoithi_web::Lang::Vi, key, &facts);
    MailWords { subject: text("campaign-return-mail-subject"), body: text("campaign-return-mail"), personal: None }
}

pub(super) async fn photo(
    State(house): State<House>,
    Path((slug, id)): Path<(String, PublicityId)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CampaignView).await?;
    let line = piece_of(&mut db, edition.id, id).await?;
    drop(db);
    serve_file(&house, &line.photo.ok_or_else(Halt::not_found)?).await
}

/// The photo small, for the list. Its address changes with every correction, so it may be kept.
pub(super) async fn small_photo(
    State(house): State<House>,
    Path((slug, id, _version)): Path<(String, PublicityId, i64)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CampaignView).await?;
    let line = piece_of(&mut db, edition.id, id).await?;
    drop(db);
    let photo = line.photo.ok_or_else(Halt::not_found)?;
    let small = thumbnail(house.kept_file(photo.hash).await?).await?.ok_or_else(Halt::not_found)?;
    Ok(([(CONTENT_TYPE, "image/jpeg"), (CACHE_CONTROL, "private, max-age=86400")], small).into_response())
}
