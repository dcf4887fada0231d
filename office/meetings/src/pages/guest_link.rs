//! The personal links of one invitee, at the office: one is shown once, or all are taken back.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_documents::qr_svg;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::MeetingId;
use hoithi_web::{Form, House, Page, Path, Posted, html, private, redirect_with_flash};
use uuid::Uuid;

use super::{beneath_one, meeting_in};
use crate::links::{Link, links_of, renew_link, revoke_links};
use crate::meeting::Invitee;
use crate::store;

#[derive(Template)]
#[template(path = "meetings/guest_link.html")]
struct GuestLinkPage {
    page: Page,
    form: Form,
    here: String,
    invitee: Invitee,
    links: Vec<Link>,
    /// A link that was just made, with its square code: shown this once.
    shown: Option<(String, String)>,
}

impl GuestLinkPage {
    async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        (slug, id, invitee): (&str, MeetingId, Uuid),
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let (_, meeting) = meeting_in(&mut db, viewer, (slug, id)).await?;
        let invitees = store::invitees_of(&mut db, id).await?;
        let invitee = invitees.into_iter().find(|each| each.id == invitee).ok_or_else(Halt::not_found)?;
        Ok(Self {
            page: beneath_one(page, slug, &meeting).titled("meetings-guest-link"),
            form: Form::new(),
            here: format!("/ky/{slug}/cuoc-hop/{id}/khach/{}/lien-ket", invitee.id),
            links: links_of(&mut db, invitee.id).await?,
            invitee,
            shown: None,
        })
    }

    fn is_open(&self) -> bool {
        self.links.iter().any(|link| link.revoked_at.is_none())
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id, invitee)): Path<(String, MeetingId, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&GuestLinkPage::load(&house, &viewer, page, (&slug, id, invitee)).await?)
}

pub(super) async fn act(
    State(house): State<House>,
    Path((slug, id, invitee)): Path<(String, MeetingId, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["step"])?;
    meeting_in(&mut house.read().await?, &viewer, (&slug, id)).await?;
    let done = if form.value("step") == "revoke" {
        let revoked = house.acts.perform(viewer.actor(), move |act| Box::pin(revoke_links(act, id, invitee))).await;
        revoked.map(|()| None)
    } else {
        let made = house.acts.perform(viewer.actor(), move |act| Box::pin(renew_link(act, id, invitee))).await;
        made.map(Some)
    };
    let mut sheet = GuestLinkPage::load(&house, &viewer, page.clone(), (&slug, id, invitee)).await?;
    match done {
        Ok(None) => Ok(redirect_with_flash(&house.site, &sheet.here, "meetings-links-revoked")),
        Ok(Some(token)) => {
            let address = format!("{}/thu-moi/{token}", house.site.public_url);
            let code = qr_svg(&address).map_err(Halt::fault)?;
            sheet.shown = Some((address, code));
            Ok(private(html(&sheet)?))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            sheet.form = form;
            html(&sheet)
        }
    }
}
