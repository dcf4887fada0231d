//! Making links: for one letter, for some of its units at once.

use hoithi_journal::{Act, Halt};
use hoithi_people::secret_word;
use hoithi_rules::campaign::{SlipCode, last_day_of_link};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, ContactId, DocumentId, LinkId, SendingId};
use jiff::civil::Date;

use super::hash;
use super::store::{NewLink, insert_links, last_due, prolong};

/// For whom a link is made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Base {
    pub(crate) sending: SendingId,
    /// Whose it is; none on a slip.
    pub(crate) contact: Option<ContactId>,
    /// Who has the one task that it opens.
    pub(crate) holder: Option<AccountId>,
    /// `mail`, `slip` or `shown`.
    pub(crate) way: &'static str,
}

/// A link as it goes out; it is never seen again.
pub(crate) struct Made {
    pub(crate) token: String,
    /// The last day on which it opens.
    pub(crate) last_day: Date,
}

/// Makes a link for each, in their order.
pub(crate) async fn make(act: &mut Act, letter: DocumentId, by: AccountId, bases: &[Base]) -> Result<Vec<Made>, Halt> {
    let mut tokens = Vec::with_capacity(bases.len());
    for base in bases {
        // Nobody types what a mail carries; what stands on paper or is read out is short and checked.
        tokens.push(match base.way {
            "mail" => secret_word(act)?,
            _ => SlipCode::from_random(act.random_bytes()?).as_str().to_owned(),
        });
    }
    let links: Vec<(Base, &str)> = bases.iter().zip(&tokens).map(|(base, token)| (*base, token.as_str())).collect();
    let last_day = keep(act, letter, by, &links).await?;
    Ok(tokens.into_iter().map(|token| Made { token, last_day }).collect())
}

/// A unit is asked by that day from now on: the links that it has open as long as one that is made now. A slip on paper
/// cannot be written anew.
pub(crate) async fn open_until_after(act: &mut Act, sending: SendingId, due: Date) -> Result<(), Halt> {
    let until = last_day_of_link(day_in_vietnam(act.now()), Some(due));
    Ok(prolong(act.db(), sending, until).await?)
}

/// Keeps links whose words are known already; says on which day they open last.
pub(super) async fn keep(
    act: &mut Act,
    letter: DocumentId,
    by: AccountId,
    links: &[(Base, &str)],
) -> Result<Date, Halt> {
    let now = act.now();
    let due = last_due(act.db(), letter).await?;
    let last_day = last_day_of_link(day_in_vietnam(now), due);
    let mut rows = Vec::with_capacity(links.len());
    for (base, token) in links {
        rows.push(NewLink {
            id: LinkId::new(act.random_id()?),
            hash: hash(token).to_string(),
            sending: base.sending,
            contact: base.contact,
            holder: base.holder,
            way: base.way,
        });
    }
    insert_links(act.db(), &rows, (now, by, last_day)).await?;
    Ok(last_day)
}
