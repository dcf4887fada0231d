//! From the opened final to the certificate: prizes proposed, decided on paper, announced.

use hoithi_awards::{Propose, SettleTie, SignedDecision};
use hoithi_journal::Halt;
use hoithi_publication::Announce;
use hoithi_rules::correspondence::{DocumentNumber, Signatory, SigningCapacity};
use hoithi_rules::people::PersonName;
use jiff::civil::{Date, date};

use super::papers::{COMMITTEE, leader};
use super::story::{Agenda, PROVINCE, Story, missing};

pub(super) fn plan(agenda: &mut Agenda, progress: fn(&str)) {
    agenda.at(date(2021, 9, 10).at(15, 0, 0, 0), "the shared place", |story| Box::pin(settle(story)));
    agenda.at(date(2021, 9, 14).at(15, 0, 0, 0), "the proposal", move |story| {
        Box::pin(async move {
            progress("Xếp hạng, xét giải");
            propose(story, PROVINCE, "thuky").await
        })
    });
    agenda.at(date(2021, 10, 4).at(10, 0, 0, 0), "the decision", move |story| {
        Box::pin(async move {
            progress("Quyết định trao giải, giấy chứng nhận, công bố");
            decide_province(story).await
        })
    });
    agenda.at(date(2021, 10, 12).at(9, 0, 0, 0), "the certificates", |story| {
        Box::pin(certificates(story, PROVINCE, "chuyenvien"))
    });
    agenda.at(date(2021, 10, 15).at(9, 0, 0, 0), "the announcement", |story| {
        Box::pin(announce(story, PROVINCE, "lanhdao"))
    });
}

/// The jury deliberates on the entries that share the last second prize.
async fn settle(story: &mut Story) -> Result<(), Halt> {
    let edition = story.edition(PROVINCE).await?;
    let ranked = hoithi_awards::ranked(&mut story.read().await?, &edition).await?;
    let ranked = ranked.ok_or_else(|| missing("ranking of", PROVINCE))?;
    let order = ranked.tied().ok_or_else(|| missing("shared place of", PROVINCE))?.to_vec();
    let command = SettleTie { edition: edition.id, order, minutes: "05/BB-HĐGK ngày 10/9/2021".to_owned() };
    story.act("chutich", move |act| Box::pin(hoithi_awards::settle_tie(act, command.clone()))).await
}

pub(super) async fn propose(story: &Story, edition: &str, login: &str) -> Result<(), Halt> {
    let command = Propose { edition: story.edition_id(edition)?, seen: 0 };
    story.act(login, move |act| Box::pin(hoithi_awards::propose(act, command))).await
}

async fn decide_province(story: &mut Story) -> Result<(), Halt> {
    let decided = Decided {
        number: "25/QĐ-BTC",
        date: date(2021, 10, 4),
        issuer: COMMITTEE,
        signatory: signatory(SigningCapacity::OnBehalf, "Ban Tổ chức", "Trưởng ban", leader()?),
    };
    decide(story, PROVINCE, "lanhdao", decided).await
}

pub(super) fn signatory(capacity: SigningCapacity, in_place_of: &str, position: &str, name: PersonName) -> Signatory {
    let (in_place_of, position) = (in_place_of.to_owned(), position.to_owned());
    Signatory { capacity, on_behalf_of: String::new(), in_place_of, position, name }
}

/// What stands on a signed decision.
pub(super) struct Decided<'a> {
    pub(super) number: &'a str,
    pub(super) date: Date,
    pub(super) issuer: &'a str,
    pub(super) signatory: Signatory,
}

/// The leader records it in person, so no scan is needed.
pub(super) async fn decide(story: &Story, edition: &str, login: &str, decided: Decided<'_>) -> Result<(), Halt> {
    let decision = SignedDecision {
        edition: story.edition_id(edition)?,
        seen: 1,
        number: DocumentNumber::parse(decided.number, decided.date.year()).map_err(Halt::fault)?,
        date: decided.date,
        issuer: decided.issuer.to_owned(),
        signatory: decided.signatory,
    };
    let command = decision.printed(&story.house, None).await?;
    story.act(login, move |act| Box::pin(hoithi_awards::decide(act, command.clone()))).await?;
    Ok(())
}

pub(super) async fn certificates(story: &Story, edition: &str, login: &str) -> Result<(), Halt> {
    let edition = story.edition_id(edition)?;
    story.act(login, move |act| Box::pin(hoithi_publication::issue_certificates(act, edition))).await?;
    Ok(())
}

pub(super) async fn announce(story: &Story, edition: &str, login: &str) -> Result<(), Halt> {
    let edition = story.edition_id(edition)?;
    let command = Announce { edition, portal: story.house.site.public_url.clone() };
    story.act(login, move |act| Box::pin(hoithi_publication::announce(act, command.clone()))).await
}
