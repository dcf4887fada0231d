//! Units are put before the leaders: weighed, proposed, their papers drafted, the decision recorded.

use std::collections::BTreeSet;

use hoithi_correspondence::{
    DocumentCard, NewDocument, PaperPlace, cited, compose, document, documents_of, head_of, in_capacity, letterhead_on,
    register, rules_document, standing,
};
use hoithi_edition::{Edition, edition, note_merit_free, note_merit_used};
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::commendation::Placed;
use hoithi_rules::correspondence::Signatory;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{DocumentId, EditionId, UnitId};
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::publication::VerificationCode;
use hoithi_rules::text::one_line;
use hoithi_store::{Conn, StoreError};
use hoithi_units::unit_names;
use jiff::civil::Date;
use uuid::Uuid;

use crate::deciding::{decision_of, in_order};
use crate::drafts::{self, Draft, Forward};
use crate::evidence::{UnitScore, evidence, open_reports, standings};
use crate::operations::actor;
use crate::refusal::CommendationRefusal;
use crate::store::{self, Honour, Kept, Paper, Proposal, ProposalLine, ProposalState};

/// Units for one honour.
#[derive(Clone, Debug)]
pub struct Propose {
    /// In which edition.
    pub edition: EditionId,
    /// What is asked.
    pub honour: Honour,
    /// For whom.
    pub units: Vec<UnitId>,
    /// Who signs the *tờ trình*; in what capacity is chosen in the register.
    pub signatory: Signatory,
}

/// The chosen units in the order of the list, with what they have by this formula; or why nobody can be
/// put forward yet: the reports that the standings count must be closed.
pub(crate) async fn weighed(
    db: &mut Conn,
    (edition, kept): (&Edition, &Kept),
    units: &[UnitId],
    today: Date,
) -> Result<Vec<Placed<UnitScore>>, Halt> {
    if units.is_empty() {
        return Err(CommendationRefusal::NoUnits).or_refuse();
    }
    if let Some(day) = edition.book.merit().map(|part| part.source.in_force).filter(|day| *day > today) {
        return Err(CommendationRefusal::FormulaToCome { day }).or_refuse();
    }
    let groups = standings(db, (edition, today), &kept.formula).await?;
    let mut chosen: Vec<_> = groups.into_values().flatten().collect();
    chosen.retain(|placed| units.contains(&placed.what.unit.id) && placed.what.score.total().hundredths() > 0);
    if chosen.len() != units.len() {
        return Err(CommendationRefusal::UnitWithoutPoints).or_refuse();
    }
    let groups: BTreeSet<_> = chosen.iter().map(|placed| placed.what.group).collect();
    let open = open_reports(db, (edition, &kept.formula), today).await?;
    match open.iter().filter(|(group, _)| groups.contains(*group)).map(|(_, count)| *count).sum::<usize>() {
        0 => Ok(chosen),
        open => Err(CommendationRefusal::ReportsOpen { open }).or_refuse(),
    }
}

/// Puts units before the leaders: their places and points of this day are kept, and the *tờ trình* stands
/// as a draft in the register with the list and the points as its annexes.
pub async fn propose(act: &mut Act, command: Propose) -> Result<(Uuid, DocumentId), Halt> {
    permit(act, Permission::CommendationPropose, Place::edition(command.edition)).await?;
    let edition = edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    let today = day_in_vietnam(act.now());
    let kept = store::formula(act.db(), &edition, today).await?;
    let chosen = weighed(act.db(), (&edition, &kept), &command.units, today).await?;
    let lines: Vec<_> = chosen.iter().map(line).collect();
    let names = unit_names(act.db()).await?;
    let forward = Forward { edition: &edition, honour: command.honour, lines: &lines, names: &names };
    let head = head_of(act.db(), &edition.book.rules().agency.name, today).await?;
    let those = letterhead_on(act.db(), drafts::OF_MERIT, today).await?;
    let draft = drafts::submission(&forward, (command.signatory, head, those), &chosen);
    let bases = rules_document(act.db(), &edition).await?.into_iter().collect();
    let document = write(act, &edition, draft, bases).await?;
    let (by, at, id) = (actor(act)?, act.now(), act.new_id());
    let proposal = Proposal {
        id,
        edition: edition.id,
        honour: command.honour,
        document,
        formula_version: kept.version,
        at,
        state: ProposalState::Waits,
        lines,
    };
    store::insert_proposal(act.db(), &proposal, by).await?;
    freeze(act, &edition, (id, &chosen)).await?;
    note_merit_used(act, edition.id).await?;
    let units: Vec<_> = proposal.lines.iter().map(|line| line.unit.to_string()).collect();
    act.record(
        Event::new("commendation.proposed", id)
            .fact("edition", edition.id.to_string())
            .fact("kind", command.honour.code())
            .fact("document", document.to_string())
            .fact("units", units),
    );
    Ok((id, document))
}

/// Keeps by what each unit was put forward: its report of achievements says that, whatever comes later.
async fn freeze(
    act: &mut Act,
    edition: &Edition,
    (proposal, chosen): (Uuid, &[Placed<UnitScore>]),
) -> Result<(), Halt> {
    let today = day_in_vietnam(act.now());
    let mut pieces = evidence(act.db(), edition, today).await?;
    for placed in chosen {
        let own = pieces.remove(&placed.what.unit.id).unwrap_or_default();
        store::insert_frozen(act.db(), (proposal, placed.what.unit.id), &placed.what.score, &own).await?;
    }
    Ok(())
}

fn line(placed: &Placed<UnitScore>) -> ProposalLine {
    let UnitScore { unit, group, score } = &placed.what;
    let place = i64::try_from(placed.place).unwrap_or(i64::MAX);
    ProposalLine { unit: unit.id, group: *group, place, points: score.total(), code: None }
}

/// Puts its words on a paper and the paper into the register, resting on these documents.
async fn write(act: &mut Act, edition: &Edition, draft: Draft, bases: Vec<DocumentId>) -> Result<DocumentId, Halt> {
    let now = act.now();
    let content = compose(act.db(), edition, (draft.paper, &draft.facts), draft.sheet, now).await?;
    let content = in_capacity(act.db(), content, day_in_vietnam(now)).await?;
    register(act, NewDocument { edition: edition.id, content, bases, signed: None }).await
}

/// One more paper of a proposal's dossier.
#[derive(Clone, Debug)]
pub struct DraftPaper {
    /// Of which proposal.
    pub proposal: Uuid,
    /// In which edition.
    pub edition: EditionId,
    /// Which paper.
    pub paper: Paper,
    /// Who will sign it.
    pub signatory: Signatory,
    /// Known: a decision is drafted before the *tờ trình* and the minutes are signed.
    pub early: bool,
}

/// Writes the draft of the minutes, or of the decision, into the register, with the list as its annex.
pub async fn draft_paper(act: &mut Act, command: DraftPaper) -> Result<DocumentId, Halt> {
    permit(act, Permission::CommendationPropose, Place::edition(command.edition)).await?;
    let edition = edition(act.db(), command.edition).await?.ok_or_else(Halt::not_found)?;
    let proposal = proposal_of(act, command.edition, command.proposal).await?;
    if !proposal.honour.has(command.paper) {
        return Err(Halt::not_found());
    }
    if proposal.withdrawn().is_some() {
        return Err(CommendationRefusal::Withdrawn).or_refuse();
    }
    let papers = store::papers_of(act.db(), proposal.id).await?;
    if papers.contains_key(&command.paper) {
        return Err(CommendationRefusal::PaperThere).or_refuse();
    }
    if command.paper == Paper::Decision {
        in_order(act.db(), &proposal, command.early).await?;
    }
    let names = unit_names(act.db()).await?;
    let forward = Forward { edition: &edition, honour: proposal.honour, lines: &proposal.lines, names: &names };
    let mut draft = drafts::paper(&forward, command.paper, &proposal, command.signatory);
    let bases = rests_on(act.db(), &edition, (command.paper, &proposal)).await?;
    draft.facts.insert(PaperPlace::Bases, preamble(act.db(), &bases).await?);
    if let Some(body) = asks(act.db(), &proposal, &draft.sheet.issuer).await? {
        draft.facts.insert(PaperPlace::From, body);
    }
    let document = write(act, &edition, draft, bases).await?;
    store::insert_paper(act.db(), proposal.id, command.paper, document).await?;
    act.record(
        Event::new("commendation.drafted", proposal.id)
            .fact("edition", edition.id.to_string())
            .fact("document", document.to_string()),
    );
    Ok(document)
}

/// A decision cites the law, the rules and what was put before the leader; minutes are of what was said.
async fn rests_on(
    db: &mut Conn,
    edition: &Edition,
    (paper, proposal): (Paper, &Proposal),
) -> Result<Vec<DocumentId>, Halt> {
    match paper {
        Paper::Minutes => Ok(Vec::new()),
        Paper::Decision => {
            let mut bases = laws(db, edition.id).await?;
            bases.extend(rules_document(db, edition).await?);
            bases.extend(standing(db, proposal.document).await?);
            Ok(bases)
        }
    }
}

/// Whose *tờ trình* it was, where another body decides than the one that asked.
async fn asks(db: &mut Conn, proposal: &Proposal, decides: &str) -> Result<Option<String>, StoreError> {
    let submission = document(db, proposal.document).await?;
    Ok(submission.map(|paper| paper.content.issuer).filter(|body| body != decides))
}

/// By which the law on emulation and commendation is known, and what carries it out; without marks and capitals.
const LAW: &str = "luat thi dua";

/// The law and what carries it out, as far as the register has them and nothing ended them; the oldest first.
async fn laws(db: &mut Conn, edition: EditionId) -> Result<Vec<DocumentId>, StoreError> {
    let is_law = |card: &DocumentCard| {
        let named = hoithi_web::fold(&format!("{} {}", card.kind, card.subject));
        card.signed.is_some() && card.ended.is_none() && named.contains(LAW)
    };
    let mut laws: Vec<_> = documents_of(db, edition).await?.into_iter().filter(is_law).collect();
    laws.sort_by_key(|card| card.signed.as_ref().map(|(_, day)| *day));
    Ok(laws.into_iter().map(|card| card.id).collect())
}

/// The lines of *Căn cứ* that cite these documents.
async fn preamble(db: &mut Conn, bases: &[DocumentId]) -> Result<String, StoreError> {
    let mut lines = Vec::with_capacity(bases.len());
    for id in bases {
        lines.extend(document(db, *id).await?.map(|basis| format!("Căn cứ {};", cited(&basis.card()))));
    }
    Ok(lines.join("\n"))
}

async fn proposal_of(act: &mut Act, edition: EditionId, id: Uuid) -> Result<Proposal, Halt> {
    let proposal = store::proposal(act.db(), id).await?.filter(|each| each.edition == edition);
    proposal.ok_or_else(Halt::not_found)
}

/// The decision as it stands on the signed paper.
#[derive(Clone, Debug)]
pub struct DecideProposal {
    /// Of which proposal.
    pub id: Uuid,
    /// In which edition.
    pub edition: EditionId,
    /// Number and symbol.
    pub decision: String,
    /// Its day.
    pub day: Date,
    /// Who decided.
    pub body: String,
    /// Known: it is recorded before the *tờ trình* and the minutes are signed.
    pub early: bool,
}

/// Records by which paper the units were honoured, and gives each of their sheets its code.
pub async fn decide_proposal(act: &mut Act, command: DecideProposal) -> Result<(), Halt> {
    permit(act, Permission::CommendationPropose, Place::edition(command.edition)).await?;
    let proposal = proposal_of(act, command.edition, command.id).await?;
    let body = one_line(&command.body);
    may_decide(&proposal, command.day, day_in_vietnam(act.now())).or_refuse()?;
    let number = decision_of(act.db(), &proposal, (&command.decision, command.day, &body)).await?.to_string();
    in_order(act.db(), &proposal, command.early).await?;
    if !store::save_decision(act.db(), proposal.id, (&number, command.day, &body)).await? {
        return Err(CommendationRefusal::Decided).or_refuse();
    }
    for line in &proposal.lines {
        let code = VerificationCode::from_random(act.random_bytes()?);
        store::save_code(act.db(), (proposal.id, line.unit), &code).await?;
    }
    act.record(
        Event::new("commendation.decided", proposal.id)
            .fact("edition", proposal.edition.to_string())
            .fact("decision", number)
            .fact("date", command.day.to_string()),
    );
    Ok(())
}

/// What waits is decided once or taken back once.
fn still_waits(proposal: &Proposal) -> Result<(), CommendationRefusal> {
    match proposal.state {
        ProposalState::Waits => Ok(()),
        ProposalState::Decided { .. } => Err(CommendationRefusal::Decided),
        ProposalState::Withdrawn { .. } => Err(CommendationRefusal::Withdrawn),
    }
}

/// A proposal to be taken back.
#[derive(Clone, Debug)]
pub struct WithdrawProposal {
    /// Which.
    pub id: Uuid,
    /// In which edition.
    pub edition: EditionId,
    /// Why.
    pub why: String,
}

/// Takes a proposal back before it is decided. Once nobody is put forward any more, the formula may change
/// again; the papers stay in the register, where they are withdrawn as any other.
pub async fn withdraw_proposal(act: &mut Act, command: WithdrawProposal) -> Result<(), Halt> {
    permit(act, Permission::CommendationPropose, Place::edition(command.edition)).await?;
    let proposal = proposal_of(act, command.edition, command.id).await?;
    still_waits(&proposal).or_refuse()?;
    let why = one_line(&command.why);
    if why.is_empty() {
        return Err(CommendationRefusal::WithdrawalWithoutReason).or_refuse();
    }
    let (by, at) = (actor(act)?, act.now());
    store::insert_withdrawal(act.db(), proposal.id, &why, (at, by)).await?;
    if !store::stands(act.db(), proposal.edition).await? {
        note_merit_free(act, proposal.edition).await?;
    }
    act.record(Event::new("commendation.withdrawn", proposal.id).fact("edition", proposal.edition.to_string()));
    Ok(())
}

/// A decision is recorded once, and not before its day.
pub(crate) fn may_decide(proposal: &Proposal, day: Date, today: Date) -> Result<(), CommendationRefusal> {
    still_waits(proposal)?;
    if day > today { Err(CommendationRefusal::DayAhead { day }) } else { Ok(()) }
}
