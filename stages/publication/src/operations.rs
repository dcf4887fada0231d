//! Issuing certificates, declaring one void, announcing the result.

mod announce;
mod issue;
mod reissue;
mod revoke;

use hoithi_awards::{AwardLine, Decided};
use hoithi_correspondence::Document;
use hoithi_edition::Edition;
use hoithi_journal::{Act, Halt};
use hoithi_rules::awards::{Award, AwardState};
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::ids::EditionId;
use hoithi_rules::judging::Round;
use jiff::civil::Date;

pub use announce::{Announce, announce};
pub(crate) use issue::{Named, still_to_issue};
pub use issue::{certificates_missing, issue_certificates};
pub use reissue::{Reissue, reissue};
pub use revoke::{Revoke, revoke};

/// The award decision as certificates cite it, with what the law asks about it.
struct Decision {
    decided: Decided,
    document: Document,
    number: DocumentNumber,
    date: Date,
    round: Round,
    lines: Vec<AwardLine>,
}

impl Decision {
    fn award(&self, line: &AwardLine) -> Award {
        line.under_law(AwardState::Decided { decision: self.number.clone(), date: self.date })
    }
}

async fn edition_of(act: &mut Act, id: EditionId) -> Result<Edition, Halt> {
    hoithi_edition::edition(act.db(), id).await?.ok_or_else(Halt::not_found)
}

/// Nothing here happens before the leader has decided the prizes.
async fn decision_of(act: &mut Act, edition: EditionId) -> Result<Decision, Halt> {
    let not_decided = || Halt::refused("publication.not_decided", None, "the prizes have not been decided");
    let decided = hoithi_awards::decision(act.db(), edition).await?.ok_or_else(not_decided)?;
    let document = hoithi_correspondence::document(act.db(), decided.document).await?.ok_or_else(Halt::not_found)?;
    let signed = document.signed().map(|(number, date)| (number.clone(), date));
    let (number, date) = signed.ok_or_else(|| Halt::fault("the award decision in the register is not signed"))?;
    let rounds = hoithi_judging::rounds(act.db(), edition).await?;
    let card = rounds.into_iter().find(|card| card.id == decided.round).ok_or_else(Halt::not_found)?;
    let round = hoithi_judging::under_law(act.db(), &card).await?;
    let lines = hoithi_awards::awards(act.db(), edition).await?;
    Ok(Decision { decided, document, number, date, round, lines })
}
