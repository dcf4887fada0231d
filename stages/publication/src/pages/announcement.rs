//! Putting the result on the portal: what stands in the way, and the one button.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::{dressed, in_hand};
use crate::operations::{Announce, announce};
use crate::store;

#[derive(Template)]
#[template(path = "publication/announcement.html")]
struct AnnouncementPage {
    page: Page,
    form: Form,
    slug: String,
    prizes: usize,
    certificates: usize,
    named: usize,
    announced: Option<String>,
}

impl AnnouncementPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, slug: String, form: Form) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = in_hand(&mut db, viewer, &slug, Permission::AnnouncementPublish).await?;
        let awards = hoithi_awards::awards(&mut db, edition.id).await?;
        let certificates = store::held(&mut db, edition.id).await?.len();
        Ok(Self {
            announced: edition.state.announced_at().map(|at| page.instant(at)),
            page: dressed(page, &edition, "publication-announcement"),
            form,
            slug,
            prizes: awards.len(),
            named: awards.iter().map(|award| award.authors.len()).sum(),
            certificates,
        })
    }

    fn certificates_tone(&self) -> &'static str {
        if self.certificates >= self.named { "done" } else { "todo" }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&AnnouncementPage::load(&house, &viewer, page, slug, Form::new()).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&[])?;
    let edition = in_hand(&mut house.read().await?, &viewer, &slug, Permission::AnnouncementPublish).await?.id;
    let command = Announce { edition, portal: house.site.public_url.clone() };
    match house.acts.perform(viewer.actor(), move |act| Box::pin(announce(act, command.clone()))).await {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/ket-qua"), "publication-announced")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&AnnouncementPage::load(&house, &viewer, page, slug, form).await?)
        }
    }
}
