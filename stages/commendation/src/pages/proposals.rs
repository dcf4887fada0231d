//! One proposal: its units, its papers, the decision that was made on it.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::answer_pdf;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::Permission;
use hoithi_rules::text::one_line;
use hoithi_store::Conn;
use hoithi_units::unit_names;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use uuid::Uuid;

use super::{edition_for, words};
use crate::operations::{DecideProposal, decide_proposal};
use crate::press;
use crate::refusal::CommendationRefusal;
use crate::store::{self, Proposal, ProposalLine};

#[derive(Template)]
#[template(path = "commendation/proposal.html")]
struct ProposalPage {
    page: Page,
    form: Form,
    slug: String,
    proposal: Proposal,
    names: BTreeMap<UnitId, String>,
    may_decide: bool,
    may_read_register: bool,
}

impl ProposalPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        viewer: &Viewer,
        edition: &Edition,
        (id, form): (Uuid, Form),
    ) -> Result<Self, Halt> {
        let proposal = of_edition(db, edition, id).await?;
        let label = page.t("commendation-standings");
        let title = page.t1("commendation-proposal", "honour", words::honour(&page, proposal.honour));
        Ok(Self {
            page: page.named(title).under(label, format!("/ky/{}/khen-thuong", edition.slug)),
            may_decide: viewer.may(Permission::CommendationPropose, edition.place()),
            may_read_register: viewer.may(Permission::DocumentRead, edition.place()),
            names: unit_names(db).await?,
            slug: edition.slug.to_string(),
            proposal,
            form,
        })
    }

    fn name(&self, line: &ProposalLine) -> String {
        self.names.get(&line.unit).cloned().unwrap_or_default()
    }

    fn group(&self, line: &ProposalLine) -> String {
        words::group(&self.page, line.group)
    }
}

async fn of_edition(db: &mut Conn, edition: &Edition, id: Uuid) -> Result<Proposal, Halt> {
    store::proposal(db, id).await?.filter(|each| each.edition == edition.id).ok_or_else(Halt::not_found)
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CampaignView).await?;
    html(&ProposalPage::load(&mut db, page, &viewer, &edition, (id, Form::new())).await?)
}

pub(super) async fn decide(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["decision", "day", "body"])?;
    let edition = edition_for(&mut house.read().await?, &viewer, &slug, Permission::CommendationPropose).await?;
    let decided = match read(&edition, id, &form) {
        Ok(command) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(decide_proposal(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match decided {
        Ok(()) => Ok(redirect_with_flash(
            &house.site,
            &format!("/ky/{slug}/khen-thuong/de-nghi/{id}"),
            "commendation-decided",
        )),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&ProposalPage::load(&mut house.read().await?, page, &viewer, &edition, (id, form)).await?)
        }
    }
}

fn read(edition: &Edition, id: Uuid, form: &Form) -> Result<DecideProposal, Halt> {
    let filled = |text: &str| Some(one_line(text)).filter(|line| !line.is_empty());
    let mut no = Refusals::new();
    let decision = filled(form.value("decision")).ok_or(CommendationRefusal::DecisionMissing);
    let decision = no.keep("decision", decision);
    let day = no.keep("day", parse_day(form.value("day")).ok_or(CommendationRefusal::Day));
    let body = no.keep("body", filled(form.value("body")).ok_or(CommendationRefusal::BodyMissing));
    match (decision, day, body) {
        (Some(decision), Some(day), Some(body)) => Ok(DecideProposal { id, edition: edition.id, decision, day, body }),
        _ => Err(no.halt()),
    }
}

pub(super) async fn sheet_pdf(
    State(house): State<House>,
    Path((slug, id, unit)): Path<(String, Uuid, UnitId)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CampaignView).await?;
    let proposal = of_edition(&mut db, &edition, id).await?;
    if !proposal.lines.iter().any(|line| line.unit == unit) {
        return Err(Halt::not_found());
    }
    let unit = hoithi_units::unit(&mut db, unit).await?.ok_or_else(Halt::not_found)?;
    drop(db);
    let sheet = press::sheet(&house, &edition, &proposal, &unit).await?;
    Ok(answer_pdf(sheet.ok_or_else(Halt::not_found)?, "giay-khen.pdf"))
}
