//! Parts of a dossier that are kept secret (*thông tin cần bảo mật*): the one rule that every door asks before it
//! hands out their words or their files.

use std::collections::BTreeMap;

use hoithi_edition::Edition;
use hoithi_journal::{Denied, Halt, Line, lines_about};
use hoithi_people::Viewer;
use hoithi_rules::edition::{DossierPart, PartCode, Rules};
use hoithi_rules::entries::{DossierLies, KeptBy, SecretReader, SecretReading};
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Place;
use hoithi_store::{Conn, StoreError};
use jiff::Timestamp;

use crate::kept::KeptEntry;
use crate::rights::Person;
use crate::standing::Standing;

/// The line that tells of an opening.
const OPENED: &str = "entry.secret_opened";

/// Where somebody reads who opens a part, and opens it.
pub fn secret_address(entry: EntryId, part: &PartCode) -> String {
    format!("/ho-so/{entry}/bao-mat/{part}")
}

impl KeptEntry {
    /// Every part that is kept secret, by the rules of its contest or by whoever writes it, with the reason.
    pub fn all_secrets(&self, rules: &Rules) -> BTreeMap<PartCode, String> {
        let by_rules = rules.dossier.iter().filter_map(|part| Some((part.code.clone(), part.secret.clone()?)));
        let own = self.secrets.iter().map(|(part, why)| (part.clone(), why.clone()));
        own.chain(by_rules).collect()
    }

    /// Whether a part is kept secret.
    pub fn is_secret(&self, part: &PartCode, rules: &Rules) -> bool {
        self.kept_by(part, rules) != KeptBy::Nobody
    }

    /// Whether judges read a part as far as it was given: what is secret only where the rules say that they do.
    pub fn is_for_judges(&self, part: &DossierPart) -> bool {
        part.judges_read(part.secret.is_some() || self.secrets.contains_key(&part.code))
    }

    /// Who keeps a part secret.
    pub(crate) fn kept_by(&self, part: &PartCode, rules: &Rules) -> KeptBy {
        let by_rules = rules.dossier_part(part.as_str()).is_some_and(|part| part.secret.is_some());
        match (by_rules, self.secrets.contains_key(part)) {
            (true, _) => KeptBy::Rules,
            (false, true) => KeptBy::Writer,
            (false, false) => KeptBy::Nobody,
        }
    }

    /// Where it lies, as far as that matters to what is kept secret in it.
    pub(crate) fn lies(&self) -> DossierLies {
        match self.standing {
            Standing::Draft | Standing::Returned => DossierLies::WithItsWriter,
            Standing::Submitted => DossierLies::Received,
            Standing::Admitted | Standing::Refused | Standing::Withdrawn => DossierLies::Decided,
        }
    }
}

/// An opening, as the journal tells of it.
#[derive(Clone, Debug)]
pub(crate) struct Opening {
    /// The part's code.
    pub(crate) part: String,
    /// Who opened it.
    pub(crate) by: String,
    pub(crate) at: Timestamp,
    pub(crate) why: String,
}

/// Who opened what of an entry, the first first.
pub(crate) async fn openings(db: &mut Conn, entry: EntryId) -> Result<Vec<Opening>, StoreError> {
    let lines = lines_about(db, &entry.to_string()).await?;
    let opening = |line: &Line| Opening {
        part: line.text_fact("part").unwrap_or_default(),
        by: line.actor.clone(),
        at: line.instant(),
        why: line.text_fact("why").unwrap_or_default(),
    };
    Ok(lines.iter().filter(|line| line.event == OPENED).map(opening).collect())
}

/// As what somebody stands before a part of a dossier that they may read.
pub(crate) fn reader(
    person: &Person,
    kept: &KeptEntry,
    place: Place,
    (part, openings): (&PartCode, &[Opening]),
) -> SecretReader {
    // Who took a dossier over from another contest did not type it.
    let typed = |account| kept.recorder == Some(account) && kept.origin.is_none();
    if person.account.is_some_and(|account| kept.is_of(account) || typed(account)) {
        return SecretReader::Own;
    }
    if !person.may_open_secrets(place) {
        return SecretReader::Other;
    }
    let me = person.account.map(|account| account.to_string());
    let own = openings.iter().filter(|opening| opening.part == part.as_str() && Some(&opening.by) == me.as_ref());
    SecretReader::Officer { opened: own.map(|opening| opening.at).max() }
}

/// What of a dossier is kept back from whoever looks: parts that are kept secret and that they have not opened.
#[derive(Clone, Debug, Default)]
pub struct KeptBack(BTreeMap<PartCode, SecretReading>);

impl KeptBack {
    /// Asks the rule for every part that is kept secret.
    pub async fn of(db: &mut Conn, viewer: &Viewer, kept: &KeptEntry, edition: &Edition) -> Result<Self, Halt> {
        let secrets = kept.all_secrets(edition.book.rules());
        if secrets.is_empty() {
            return Ok(Self::default());
        }
        let openings = openings(db, kept.id()).await?;
        let (person, place) = (Person::of(viewer), edition.place());
        let reads = |part: PartCode| {
            let reading = reader(&person, kept, place, (&part, &openings)).reads(viewer.now);
            (part, reading)
        };
        Ok(Self(secrets.into_keys().map(reads).collect()))
    }

    /// Whether they may not read that part now.
    pub fn holds(&self, part: &PartCode) -> bool {
        self.reading(part) != SecretReading::Open
    }

    /// Goes on only where they may.
    pub fn refuse(&self, part: &PartCode) -> Result<(), Halt> {
        if self.holds(part) { Err(Halt::Denied(Denied::Forbidden)) } else { Ok(()) }
    }

    /// How that part stands before them.
    pub(crate) fn reading(&self, part: &PartCode) -> SecretReading {
        self.0.get(part).copied().unwrap_or(SecretReading::Open)
    }
}
