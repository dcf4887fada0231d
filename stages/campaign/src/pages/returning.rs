//! One piece of publicity goes back to its unit with words; its photo, large and small.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
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
use super::files::small_picture;
use super::send::{UnderKey, told};
use crate::letter::MailWords;
use crate::operations::{ReturnPublicity, return_publicity};
use crate::publicity::PublicityLine;

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
    ];
    let keys = ("campaign-return-mail-subject", "campaign-return-mail");
    told(house, keys, &facts, ("/don-vi/cong-viec", "/tuyen-truyen"))
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

pub(super) async fn small_photo(
    State(house): State<House>,
    Path((slug, id, _version)): Path<(String, PublicityId, i64)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CampaignView).await?;
    let line = piece_of(&mut db, edition.id, id).await?;
    drop(db);
    small_picture(&house, line.photo).await
}
