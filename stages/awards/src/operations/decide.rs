//! The leader has decided: number, day and signature are read off the signed decision.

use hoithi_correspondence::{
    Content, KeptFile, NewDocument, Print, Signature, await_announcement, beside_its_field, print_signed,
    register_composed,
};
use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Fact, Halt, Refused};
use hoithi_people::{OrRefuseAll, permit_with_paper};
use hoithi_rules::awards::{Award, AwardState};
use hoithi_rules::correspondence::{DocumentNumber, Signatory};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_rules::judging::Round;
use hoithi_rules::people::{Permission, SignedPaper};
use hoithi_store::Conn;
use hoithi_web::House;
use jiff::civil::Date;

use super::propose::by_tier;
use super::{changed_meanwhile, edition_of, still_undecided};
use crate::award::{AwardLine, Proposal};
use crate::{paper, proof, store};

/// What stands on the signed decision, apart from its list.
#[derive(Clone, Debug)]
pub struct SignedDecision {
    /// The edition.
    pub edition: EditionId,
    /// The version of the proposal that was decided.
    pub seen: i64,
    /// The decision's number, typed from the signed paper.
    pub number: DocumentNumber,
    /// Its day.
    pub date: Date,
    /// Who issued it; it differs by province and by edition.
    pub issuer: String,
    /// Who signed.
    pub signatory: Signatory,
}

/// What recording the decision needs.
#[derive(Clone, Debug)]
pub struct Decide {
    /// What stands on it.
    pub decision: SignedDecision,
    /// The scan of the signed decision. It is also the leader's paper on which an officer records.
    pub file: Option<KeptFile>,
    print: Option<Print>,
}

impl SignedDecision {
    /// With its sheet, printed as it will be read from now on, and the scan if one came.
    pub async fn printed(self, house: &House, file: Option<KeptFile>) -> Result<Decide, Halt> {
        let mut db = house.read().await?;
        let edition = hoithi_edition::edition(&mut db, self.edition).await?.ok_or_else(Halt::not_found)?;
        let lines = store::proposed(&mut db, edition.id).await?;
        drop(db);
        let document = paper::unregistered(&edition, self.content(&edition, &lines));
        let print = print_signed(house, document, &[], (self.number.clone(), self.date)).await?;
        Ok(Decide { decision: self, file, print })
    }

    fn content(&self, edition: &Edition, lines: &[AwardLine]) -> Content {
        paper::content(edition, lines, (&self.issuer, Some(&self.signatory), self.number.symbol()))
    }
}

/// Records the award decision and writes it into the register of documents.
pub async fn decide(act: &mut Act, command: Decide) -> Result<DocumentId, Halt> {
    let decision = &command.decision;
    let edition = edition_of(act, decision.edition).await?;
    let paper = leader_s_paper(&command);
    permit_with_paper(act, Permission::AwardDecide, edition.place(), paper.as_ref())
        .await
        .map_err(|halt| beside_its_field(halt, decision.date))?;
    still_undecided(act, edition.id).await?;
    let proposal = store::proposal(act.db(), edition.id).await?.filter(|proposal| proposal.version == decision.seen);
    let proposal = proposal.ok_or_else(changed_meanwhile)?;
    let lines = store::proposed(act.db(), edition.id).await?;
    if !proof::as_proposed(act.db(), &proposal, &lines).await? {
        return Err(Halt::refused("awards.list_changed", None, "the list is not the one that was proposed"));
    }
    all_still_enter(act, edition.id, &lines).await?;
    let today = day_in_vietnam(act.now());
    lawful(act.db(), (&decision.number, decision.date), &proposal, &lines, today).await?;
    let document = into_register(act, &edition, &command, &lines).await?;
    let now = act.now();
    if !store::decide(act.db(), edition.id, decision.seen, document, now).await? {
        return Err(changed_meanwhile());
    }
    hoithi_edition::note_prizes_decided(act, edition.id).await?;
    act.record(
        Event::new("awards.decided", edition.id)
            .fact("document", document.to_string())
            .fact("number", decision.number.to_string())
            .fact("date", decision.date.to_string())
            .fact("prizes", by_tier(&lines))
            .fact("list", proof::hash_of(&proposal, &lines)?.as_str()),
    );
    Ok(document)
}

/// Whoever withdrew after the proposal gets no prize; the others move up in a new proposal.
async fn all_still_enter(act: &mut Act, edition: EditionId, lines: &[AwardLine]) -> Result<(), Halt> {
    let withdrawn = hoithi_entries::withdrawn(act.db(), edition).await?;
    let gone = lines.iter().find(|line| withdrawn.contains(&line.entry));
    let Some(line) = gone else { return Ok(()) };
    let english = format!("{} was withdrawn after the proposal", line.number);
    let facts = vec![("number", Fact::Text(line.number.clone()))];
    Err(Halt::Refused(vec![Refused { code: "awards.entry_withdrawn", field: None, facts, english }]))
}

fn leader_s_paper(command: &Decide) -> Option<SignedPaper> {
    let scan = command.file.as_ref()?.hash.to_string();
    let SignedDecision { signatory, number, date, .. } = &command.decision;
    Some(SignedPaper { leader: signatory.name.clone(), number: number.clone(), date: *date, scan })
}

/// Number and day are the same for every prize, so the first that is refused speaks for all.
pub(crate) async fn lawful(
    db: &mut Conn,
    (number, date): (&DocumentNumber, Date),
    proposal: &Proposal,
    lines: &[AwardLine],
    today: Date,
) -> Result<(), Halt> {
    if lines.is_empty() {
        return Err(Halt::refused("awards.nothing_proposed", None, "no prize is proposed"));
    }
    let round = round_of(db, proposal).await?;
    for line in lines {
        let award = line.under_law(AwardState::Proposed { at: proposal.proposed_at });
        award.decide(number.clone(), date, &round, today).or_refuse_all()?;
    }
    Ok(())
}

async fn round_of(db: &mut Conn, proposal: &Proposal) -> Result<Round, Halt> {
    let rounds = hoithi_judging::rounds(db, proposal.edition).await?;
    let card = rounds.into_iter().find(|card| card.id == proposal.round).ok_or_else(Halt::not_found)?;
    Ok(hoithi_judging::under_law(db, &card).await?)
}

/// Drafted here, signed by the leader: both lines of the register in one act.
async fn into_register(
    act: &mut Act,
    edition: &Edition,
    command: &Decide,
    lines: &[AwardLine],
) -> Result<DocumentId, Halt> {
    let content = command.decision.content(edition, lines);
    let bases = paper::bases_in_register(act, edition).await?;
    let new = NewDocument { edition: edition.id, content, bases, signed: None };
    let (number, date) = (command.decision.number.clone(), command.decision.date);
    let signature = Signature { number, date, file: command.file.clone(), print: command.print.clone() };
    let document = register_composed(act, new, signature).await?;
    await_announcement(act.db(), document).await?;
    Ok(document)
}

impl AwardLine {
    /// The award as the law knows it.
    pub fn under_law(&self, state: AwardState) -> Award {
        Award { id: self.id, entry: self.entry, tier: self.tier.clone(), money: self.money, state }
    }
}
