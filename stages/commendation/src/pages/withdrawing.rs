//! A proposal is taken back: its reason, and what follows from it, before it is done.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use uuid::Uuid;

use super::edition_for;
use super::proposals::{of_edition, titled};
use crate::proposing::{WithdrawProposal, withdraw_proposal};
use crate::store::Proposal;

#[derive(Template)]
#[template(path = "commendation/withdraw.html")]
struct WithdrawPage {
    page: Page,
    form: Form,
    here: String,
    proposal: Proposal,
}

impl WithdrawPage {
    fn new(page: Page, edition: &Edition, proposal: Proposal, form: Form) -> Self {
        let here = format!("/ky/{}/khen-thuong/de-nghi/{}", edition.slug, proposal.id);
        let page = titled(page, edition, &proposal);
        let above = page.title.clone();
        Self { page: page.under(above, here.clone()).titled("commendation-withdraw"), form, here, proposal }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CommendationPropose).await?;
    let proposal = of_edition(&mut db, &edition, id).await?;
    html(&WithdrawPage::new(page, &edition, proposal, Form::new()))
}

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["why"])?;
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CommendationPropose).await?;
    let proposal = of_edition(&mut db, &edition, id).await?;
    drop(db);
    let command = WithdrawProposal { id, edition: edition.id, why: form.value("why").to_owned() };
    match house.acts.perform(viewer.actor(), move |act| Box::pin(withdraw_proposal(act, command.clone()))).await {
        Ok(()) => Ok(redirect_with_flash(
            &house.site,
            &format!("/ky/{slug}/khen-thuong/de-nghi/{id}"),
            "commendation-was-withdrawn",
        )),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&WithdrawPage::new(page, &edition, proposal, form))
        }
    }
}
