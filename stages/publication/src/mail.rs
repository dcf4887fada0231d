//! Telling authors and units that the result is announced: to each their own, and no marks.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use hoithi_awards::AwardLine;
use hoithi_edition::Edition;
use hoithi_entries::{EntryCard, Standing};
use hoithi_journal::{Fault, Halt, Mail};
use hoithi_people::holders_by_unit;
use hoithi_rules::ids::{EntryId, UnitId};
use hoithi_rules::people::Role;
use hoithi_store::Conn;
use hoithi_web::{Catalogue, Lang};
use jiff::civil::Date;

use crate::LOCALE;

static WORDS: LazyLock<Result<Catalogue, Fault>> = LazyLock::new(|| Catalogue::new(&[LOCALE]));

/// What all of these letters share.
struct Round<'a> {
    words: &'a Catalogue,
    contest: String,
    link: String,
    prizes: BTreeMap<EntryId, &'a str>,
}

/// The letters that an announcement sends.
pub(crate) struct Letters {
    pub(crate) to_authors: Vec<Mail>,
    pub(crate) to_units: Vec<Mail>,
}

/// To everybody with an address who wrote an entry that was judged, and to the contacts of these
/// entries' units. The letters are Vietnamese, whoever announces.
pub(crate) async fn letters(
    db: &mut Conn,
    edition: &Edition,
    portal: &str,
    lines: &[AwardLine],
    today: Date,
) -> Result<Letters, Halt> {
    let words = WORDS.as_ref().map_err(|fault| Halt::fault(fault.to_string()))?;
    let round = Round {
        words,
        contest: edition.book.title(),
        link: format!("{portal}/ky/{}/ket-qua", edition.slug),
        prizes: lines.iter().map(|line| (line.entry, line.tier_name.as_str())).collect(),
    };
    let cards = hoithi_entries::entries_of(db, edition.id).await?;
    let judged: Vec<EntryCard> = cards.into_iter().filter(|card| card.state == Standing::Admitted).collect();
    let to_authors = round.authors(db, edition, &judged).await?;
    Ok(Letters { to_authors, to_units: round.units(db, &judged, today).await? })
}

impl Round<'_> {
    async fn authors(&self, db: &mut Conn, edition: &Edition, judged: &[EntryCard]) -> Result<Vec<Mail>, Halt> {
        let mut addresses = hoithi_entries::addresses_of(db, edition.id).await?;
        let accounts = hoithi_people::mail_addresses(db).await?;
        let mut mails = Vec::new();
        for card in judged {
            let [subject, body] = self.of_entry(card);
            let mut own = addresses.remove(&card.id).unwrap_or_default();
            own.extend(card.owner.and_then(|owner| accounts.get(&owner)).cloned());
            mails.extend(own.into_iter().map(|to| Mail { to, subject: subject.clone(), body: body.clone() }));
        }
        Ok(mails)
    }

    async fn units(&self, db: &mut Conn, judged: &[EntryCard], today: Date) -> Result<Vec<Mail>, Halt> {
        let mut units: BTreeMap<UnitId, Vec<&EntryCard>> = BTreeMap::new();
        for card in judged {
            if let Some(unit) = card.unit {
                units.entry(unit).or_default().push(card);
            }
        }
        let mut contacts = holders_by_unit(db, Role::UnitContact, today).await?;
        let mut mails = Vec::new();
        for (unit, own) in units {
            let contacts = contacts.remove(&unit).unwrap_or_default();
            let addresses: BTreeSet<String> = contacts.into_iter().map(|contact| contact.contact.email).collect();
            let [subject, body] = self.of_unit(&own);
            let written = addresses.into_iter().filter(|address| !address.is_empty());
            mails.extend(written.map(|to| Mail { to, subject: subject.clone(), body: body.clone() }));
        }
        Ok(mails)
    }

    fn of_entry(&self, card: &EntryCard) -> [String; 2] {
        let facts = self.facts(card);
        let body = match self.prizes.get(&card.id) {
            Some(_) => self.words.text(Lang::Vi, "publication-mail-prize", &facts),
            None => self.words.text(Lang::Vi, "publication-mail-no-prize", &facts),
        };
        [self.words.text(Lang::Vi, "publication-mail-subject", &facts), body]
    }

    fn of_unit(&self, own: &[&EntryCard]) -> [String; 2] {
        let line = |card: &&EntryCard| match self.prizes.get(&card.id) {
            Some(_) => self.words.text(Lang::Vi, "publication-mail-unit-prize", &self.facts(card)),
            None => self.words.text(Lang::Vi, "publication-mail-unit-no-prize", &self.facts(card)),
        };
        let facts = [
            ("contest", self.contest.clone()),
            ("link", self.link.clone()),
            ("unit", own.first().map(|card| card.unit_name.clone()).unwrap_or_default()),
            ("lines", own.iter().map(line).collect::<Vec<_>>().join("\n")),
        ];
        [
            self.words.text(Lang::Vi, "publication-mail-unit-subject", &facts),
            self.words.text(Lang::Vi, "publication-mail-unit", &facts),
        ]
    }

    fn facts(&self, card: &EntryCard) -> Vec<(&'static str, String)> {
        vec![
            ("number", card.number.as_ref().map(ToString::to_string).unwrap_or_default()),
            ("title", card.title.clone()),
            ("contest", self.contest.clone()),
            ("link", self.link.clone()),
            ("prize", self.prizes.get(&card.id).map(|prize| (*prize).to_owned()).unwrap_or_default()),
        ]
    }
}
