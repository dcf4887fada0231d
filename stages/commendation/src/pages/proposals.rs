//! One proposal: its units, its papers, the decision that was made on it.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{DocumentCard, answer_pdf, document};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Refusals, Viewer};
use hoithi_rules::commendation::Placed;
use hoithi_rules::day::{day_in_vietnam, parse_day};
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::Permission;
use hoithi_rules::text::one_line;
use hoithi_store::Conn;
use hoithi_units::unit_names;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use uuid::Uuid;

use super::papers::paper_key;
use super::{edition_for, words};
use crate::deciding::{decision_of, in_order, unsigned_before};
use crate::evidence::{Piece, UnitScore};
use crate::fallen::{Fallen, fallen};
use crate::press;
use crate::proposing::{DecideProposal, decide_proposal, may_decide};
use crate::refusal::CommendationRefusal;
use crate::store::{self, Paper, Proposal, ProposalLine};

/// A paper of the dossier, in the register or still to be drafted.
struct InDossier {
    title: String,
    /// None for the *tờ trình*, which is always there.
    paper: Option<Paper>,
    document: Option<DocumentCard>,
}

#[derive(Template)]
#[template(path = "commendation/proposal.html")]
struct ProposalPage {
    page: Page,
    form: Form,
    slug: String,
    proposal: Proposal,
    dossier: Vec<InDossier>,
    /// That the decision holds no more: then no sheet is printed.
    fallen: Option<Fallen>,
    /// What the decision rests on and is not signed.
    unsigned: Option<String>,
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
        (id, form): (Uuid, Option<Form>),
    ) -> Result<Self, Halt> {
        let proposal = of_edition(db, edition, id).await?;
        let dossier = dossier_of(db, &page, &proposal).await?;
        let fallen = fallen(db, &proposal).await?;
        let unsigned = unsigned_words(db, &page, &proposal).await?;
        Ok(Self {
            form: form.unwrap_or_else(|| as_signed(&dossier)),
            page: titled(page, edition, &proposal),
            may_decide: viewer.may(Permission::CommendationPropose, edition.place()),
            may_read_register: viewer.may(Permission::DocumentRead, edition.place()),
            names: unit_names(db).await?,
            slug: edition.slug.to_string(),
            dossier,
            fallen,
            unsigned,
            proposal,
        })
    }

    fn name(&self, line: &ProposalLine) -> String {
        self.names.get(&line.unit).cloned().unwrap_or_default()
    }

    fn group(&self, line: &ProposalLine) -> String {
        words::group(&self.page, line.group)
    }

    fn formula(&self) -> String {
        words::version(&self.page, self.proposal.formula_version)
    }

    /// The decision, what became of it, and why, where it holds no more.
    fn fell(&self) -> Option<(String, Option<&str>)> {
        let (number, day, _) = self.proposal.decided()?;
        let fallen = self.fallen.as_ref()?;
        Some((fallen.words(&self.page, (number, day)), fallen.reason.as_deref()))
    }

    /// Whether units get their sheets.
    fn prints_sheets(&self) -> bool {
        self.proposal.decided().is_some() && self.fallen.is_none()
    }

    /// Whether the decision that was drafted here bears no number yet: nothing can be recorded before.
    fn is_unsigned(&self) -> bool {
        let decision = self.dossier.iter().find(|each| each.paper == Some(Paper::Decision));
        let card = decision.and_then(|each| each.document.as_ref());
        card.is_some_and(|card| card.signed.is_none() && card.ended.is_none())
    }

    /// Number and day, or that it is a draft.
    fn stands(&self, card: &DocumentCard) -> String {
        match &card.signed {
            Some((number, day)) => format!("{number} ({})", self.page.day(day)),
            None => self.page.t("commendation-draft"),
        }
    }
}

pub(super) fn titled(page: Page, edition: &Edition, proposal: &Proposal) -> Page {
    let label = page.t("commendation-standings");
    let title = page.t1("commendation-proposal", "honour", words::honour(&page, proposal.honour));
    page.named(title).under(label, format!("/ky/{}/khen-thuong", edition.slug))
}

/// Which of the papers before the decision are not signed, in words.
pub(super) async fn unsigned_words(db: &mut Conn, page: &Page, proposal: &Proposal) -> Result<Option<String>, Halt> {
    let papers = unsigned_before(db, proposal).await?;
    Ok(papers.map(|papers| page.t1("commendation-unsigned", "papers", papers.code())))
}

async fn dossier_of(db: &mut Conn, page: &Page, proposal: &Proposal) -> Result<Vec<InDossier>, Halt> {
    let others = store::papers_of(db, proposal.id).await?;
    let mut dossier = vec![(page.t("commendation-paper"), None, Some(proposal.document))];
    for paper in Paper::ALL.into_iter().filter(|paper| proposal.honour.has(*paper)) {
        dossier.push((page.t(paper_key(paper)), Some(paper), others.get(&paper).copied()));
    }
    let mut shown = Vec::with_capacity(dossier.len());
    for (title, paper, id) in dossier {
        let document = match id {
            Some(id) => document(db, id).await?.map(|document| document.card()),
            None => None,
        };
        shown.push(InDossier { title, paper, document });
    }
    Ok(shown)
}

/// What the signed decision says of itself, so that nobody types it again.
fn as_signed(dossier: &[InDossier]) -> Form {
    let decision = dossier.iter().find(|each| each.paper == Some(Paper::Decision));
    let card = decision.and_then(|each| each.document.as_ref());
    match card.and_then(|card| card.signed.as_ref().map(|signed| (signed, &card.issuer))) {
        Some(((number, day), issuer)) => {
            Form::new().with("decision", number).with("day", hoithi_web::day(*day)).with("body", issuer)
        }
        None => Form::new(),
    }
}

pub(super) async fn of_edition(db: &mut Conn, edition: &Edition, id: Uuid) -> Result<Proposal, Halt> {
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
    html(&ProposalPage::load(&mut db, page, &viewer, &edition, (id, None)).await?)
}

/// The decision read back: once recorded it stands.
#[derive(Template)]
#[template(path = "commendation/decide.html")]
struct DecidePage {
    page: Page,
    form: Form,
    slug: String,
    proposal: Proposal,
    command: DecideProposal,
    /// What it rests on and is not signed.
    unsigned: Option<String>,
}

pub(super) async fn decide(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["decision", "day", "body", "early", "step"])?;
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CommendationPropose).await?;
    let proposal = of_edition(&mut db, &edition, id).await?;
    drop(db);
    let may = |command: &DecideProposal| may_decide(&proposal, command.day, viewer.today).or_refuse();
    let step = form.value("step").to_owned();
    let decided = match (step.as_str(), read(&edition, id, &form)) {
        ("change", _) => {
            let page = ProposalPage::load(&mut house.read().await?, page, &viewer, &edition, (id, Some(form))).await?;
            return html(&page);
        }
        (_, Err(halt)) => Err(halt),
        ("do", Ok(command)) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(decide_proposal(act, command.clone()))).await
        }
        (_, Ok(command)) => match may(&command).and(known(&house, &proposal, &command).await) {
            Ok(()) => {
                let unsigned = unsigned_words(&mut house.read().await?, &page, &proposal).await?;
                let page = titled(page, &edition, &proposal).titled("commendation-record-decision");
                return html(&DecidePage { page, form, slug, proposal, command, unsigned });
            }
            Err(halt) => Err(halt),
        },
    };
    match decided {
        Ok(()) => Ok(redirect_with_flash(
            &house.site,
            &format!("/ky/{slug}/khen-thuong/de-nghi/{id}"),
            "commendation-decided",
        )),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&ProposalPage::load(&mut house.read().await?, page, &viewer, &edition, (id, Some(form))).await?)
        }
    }
}

/// Read back is only what could be recorded.
async fn known(house: &House, proposal: &Proposal, command: &DecideProposal) -> Result<(), Halt> {
    let typed = (command.decision.as_str(), command.day, command.body.as_str());
    let mut db = house.read().await?;
    decision_of(&mut db, proposal, typed).await?;
    in_order(&mut db, proposal, command.early).await
}

fn read(edition: &Edition, id: Uuid, form: &Form) -> Result<DecideProposal, Halt> {
    let filled = |text: &str| Some(one_line(text)).filter(|line| !line.is_empty());
    let mut no = Refusals::new();
    let decision = filled(form.value("decision")).ok_or(CommendationRefusal::DecisionMissing);
    let decision = no.keep("decision", decision);
    let day = no.keep("day", parse_day(form.value("day")).ok_or(CommendationRefusal::Day));
    let body = no.keep("body", filled(form.value("body")).ok_or(CommendationRefusal::BodyMissing));
    match (decision, day, body) {
        (Some(decision), Some(day), Some(body)) => {
            let early = form.checked("early", "co");
            Ok(DecideProposal { id, edition: edition.id, decision, day, body, early })
        }
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
    if fallen(&mut db, &proposal).await?.is_some() {
        return Err(CommendationRefusal::DecisionFallen).or_refuse();
    }
    let unit = hoithi_units::unit(&mut db, unit).await?.ok_or_else(Halt::not_found)?;
    drop(db);
    let sheet = press::sheet(&house, &edition, &proposal, &unit).await?;
    Ok(answer_pdf(sheet.ok_or_else(Halt::not_found)?, "giay-khen.pdf"))
}

/// The report of a unit's achievements that goes with the proposal: what it had on that day.
pub(super) async fn report_pdf(
    State(house): State<House>,
    Path((slug, id, unit)): Path<(String, Uuid, UnitId)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CampaignView).await?;
    let proposal = of_edition(&mut db, &edition, id).await?;
    let reads_entries = viewer.may(Permission::EntryViewAll, edition.place());
    let (placed, pieces) = as_frozen(&mut db, &proposal, unit, reads_entries).await?;
    drop(db);
    let as_of = Some(day_in_vietnam(proposal.at));
    Ok(answer_pdf(press::achievements(&house, &edition, (&placed, &pieces), as_of).await?, "bao-cao-thanh-tich.pdf"))
}

/// A unit of a proposal as it stood on that day, with what counted for it.
pub(super) async fn as_frozen(
    db: &mut Conn,
    proposal: &Proposal,
    unit: UnitId,
    reads_entries: bool,
) -> Result<(Placed<UnitScore>, Vec<Piece>), Halt> {
    let line = proposal.lines.iter().find(|line| line.unit == unit).ok_or_else(Halt::not_found)?;
    let (score, mut pieces) = store::frozen(db, (proposal.id, unit)).await?;
    if !reads_entries {
        pieces.iter_mut().for_each(Piece::keep_back);
    }
    let unit = hoithi_units::unit(db, unit).await?.ok_or_else(Halt::not_found)?;
    let place = usize::try_from(line.place).map_err(Halt::fault)?;
    Ok((Placed { place, what: UnitScore { unit, group: line.group, score } }, pieces))
}
