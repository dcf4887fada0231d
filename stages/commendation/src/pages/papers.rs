//! Who will sign the minutes or the decision, before the draft is written into the register.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use uuid::Uuid;

use super::forward::{signatory_in, signed_as_usual};
use super::proposals::{of_edition, unsigned_words};
use super::{edition_for, words};
use crate::proposing::{DraftPaper, draft_paper};
use crate::store::{self, Paper, Proposal};

#[derive(Template)]
#[template(path = "commendation/draft.html")]
struct DraftPage {
    page: Page,
    form: Form,
    action: String,
    lead: String,
    /// Where its words are changed.
    wording: String,
    /// What the decision rests on and is not signed.
    unsigned: Option<String>,
    /// Why it cannot be drafted.
    stop: Option<&'static str>,
}

impl DraftPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        edition: &Edition,
        (proposal, paper): (&Proposal, Paper),
        form: Form,
    ) -> Result<Self, Halt> {
        let there = store::papers_of(db, proposal.id).await?.contains_key(&paper);
        let stop = match (proposal.withdrawn(), there) {
            (Some(_), _) => Some("refusal-commendation-withdrawn"),
            (None, true) => Some("refusal-commendation-paper-there"),
            (None, false) => None,
        };
        let unsigned = match paper {
            Paper::Decision => unsigned_words(db, &page, proposal).await?,
            Paper::Minutes => None,
        };
        let honour = words::honour(&page, proposal.honour);
        let above = page.t1("commendation-proposal", "honour", &honour);
        let here = format!("/ky/{}/khen-thuong/de-nghi/{}", edition.slug, proposal.id);
        let list = page.t("commendation-standings");
        Ok(Self {
            unsigned,
            stop,
            action: format!("{here}/soan/{}", paper.code()),
            wording: format!("/ky/{}/van-ban/mau#tu-soan", edition.slug),
            lead: page.tcode("commendation-draft-lead-", paper.code()),
            page: page
                .under(list, format!("/ky/{}/khen-thuong", edition.slug))
                .under(above, here)
                .titled(paper_key(paper)),
            form,
        })
    }
}

/// The key of a paper's name.
pub(super) const fn paper_key(paper: Paper) -> &'static str {
    match paper {
        Paper::Minutes => "commendation-paper-minutes",
        Paper::Decision => "commendation-paper-decision",
    }
}

/// The proposal of the address and the paper that is drafted for it.
async fn asked(
    house: &House,
    viewer: &Viewer,
    (slug, id, paper): (&str, Uuid, &str),
) -> Result<(Edition, Proposal, Paper), Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, viewer, slug, Permission::CommendationPropose).await?;
    let proposal = of_edition(&mut db, &edition, id).await?;
    let paper = Paper::from_code(paper).filter(|paper| proposal.honour.has(*paper));
    Ok((edition, proposal, paper.ok_or_else(Halt::not_found)?))
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id, paper)): Path<(String, Uuid, String)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let (edition, proposal, paper) = asked(&house, &viewer, (&slug, id, &paper)).await?;
    let mut db = house.read().await?;
    let form = signed_as_usual(&mut db, &edition, viewer.today).await?;
    html(&DraftPage::load(&mut db, page, &edition, (&proposal, paper), form).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, id, paper)): Path<(String, Uuid, String)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["signer", "position", "early"])?;
    let (edition, proposal, paper) = asked(&house, &viewer, (&slug, id, &paper)).await?;
    let mut no = Refusals::new();
    let drafted = match signatory_in(&form, &mut no) {
        Some(signatory) => {
            let early = form.checked("early", "co");
            let command = DraftPaper { proposal: id, edition: edition.id, paper, signatory, early };
            house.acts.perform(viewer.actor(), move |act| Box::pin(draft_paper(act, command.clone()))).await
        }
        None => Err(no.halt()),
    };
    match drafted {
        Ok(_) => Ok(redirect_with_flash(
            &house.site,
            &format!("/ky/{slug}/khen-thuong/de-nghi/{id}"),
            "commendation-drafted",
        )),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&DraftPage::load(&mut house.read().await?, page, &edition, (&proposal, paper), form).await?)
        }
    }
}
