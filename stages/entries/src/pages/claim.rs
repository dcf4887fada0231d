//! An author claims what was entered on their behalf: at the entry, where the account came with a slip, or by the code
//! on its receipt.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer, at_the_gate, count_wrong_key};
use hoithi_rules::entries::ReceiptCode;
use hoithi_rules::ids::EntryId;
use hoithi_web::{Asked, Form, House, NetworkAddress, Page, Path, Posted, html, redirect_with_flash};

use crate::claim_refusal::ClaimRefusal;
use crate::operations::{claim, claim_by_receipt};

#[derive(Template)]
#[template(path = "entries/claim.html")]
struct ClaimPage {
    page: Page,
    form: Form,
}

pub(super) async fn ask(page: Page, asked: Asked) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&ClaimPage { page: page.titled("entries-claim"), form: Form::new() })
}

pub(super) async fn by_receipt(
    State(house): State<House>,
    from: NetworkAddress,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["code"])?;
    match try_to_claim(&house, &from, &viewer, &form).await {
        Ok(entry) => Ok(redirect_with_flash(&house.site, &format!("/lap-ho-so/{entry}"), "entries-claimed-now")),
        Err(halt) => {
            let page = page.titled("entries-claim");
            form.keep_refusals(&page, halt)?;
            html(&ClaimPage { page, form })
        }
    }
}

/// Wrong codes count for the network address, as wrong links do.
async fn try_to_claim(house: &House, from: &NetworkAddress, viewer: &Viewer, form: &Form) -> Result<EntryId, Halt> {
    let code = form.value("code").parse::<ReceiptCode>().map_err(|_| ClaimRefusal::NothingToClaim).or_refuse()?;
    drop(at_the_gate(house, from).await?);
    let claimed = house
        .acts
        .perform(viewer.actor(), move |act| {
            let code = code.clone();
            Box::pin(claim_by_receipt(act, code))
        })
        .await;
    if matches!(claimed, Err(Halt::Refused(_))) {
        count_wrong_key(house, from).await?;
    }
    claimed
}

pub(super) async fn take(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    house.acts.perform(viewer.actor(), move |act| Box::pin(claim(act, id))).await?;
    Ok(redirect_with_flash(&house.site, &format!("/lap-ho-so/{id}"), "entries-claimed-now"))
}
