//! A file that follows its hash: on a bad line the hash is given in time, the file itself within the grace of the
//! rule book, and it has to be that very file.

use jiff::Timestamp;
use thiserror::Error;

use super::{AttachedFile, Content, DossierHash, Entry, EntryState, PartContent, Receipt};
use crate::edition::PartCode;
use crate::refusal::{Fact, Refusal};

/// A file that is still to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The part that it fills.
    pub part: PartCode,
    /// Its SHA-256, as it was given.
    pub sha256: [u8; 32],
    /// Until when it may come, this instant excluded; none while the dossier is a draft.
    pub until: Option<Timestamp>,
}

impl Promise {
    /// Whether it may not come any more.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.until.is_some_and(|until| now >= until)
    }
}

impl Entry {
    /// Puts a promised file in its place; nothing that was received changes. `hash` is asked of the content with
    /// the file in it.
    pub fn take_promised(
        mut self,
        promise: &Promise,
        file: AttachedFile,
        at: Timestamp,
        hash: impl FnOnce(&Content) -> DossierHash,
    ) -> Result<Self, PromiseRefusal> {
        let (EntryState::Submitted(receipt), Some(until)) = (self.state.clone(), promise.until) else {
            return Err(PromiseRefusal::NotAwaited);
        };
        if self.content.dossier.0.contains_key(&promise.part) {
            return Err(PromiseRefusal::NotAwaited);
        }
        if promise.is_over(at) {
            return Err(PromiseRefusal::Over { until });
        }
        if file.sha256 != promise.sha256 {
            return Err(PromiseRefusal::OtherFile { name: file.name, promised: DossierHash(promise.sha256) });
        }
        self.content.dossier.0.insert(promise.part.clone(), PartContent::File(file));
        let receipt = Receipt { hash: hash(&self.content), supplemented_at: Some(at), ..receipt };
        let version = self.version.saturating_add(1);
        Ok(Self { version, state: EntryState::Submitted(receipt), ..self })
    }
}

/// Why a file does not take the place that was promised.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PromiseRefusal {
    /// None is to come.
    #[error("no such file is to come")]
    NotAwaited,
    /// The grace is over.
    #[error("it could come until {until}")]
    Over {
        /// Its end.
        until: Timestamp,
    },
    /// It is another file.
    #[error("{name} is not the file whose hash was given: {promised}")]
    OtherFile {
        /// What it is called.
        name: String,
        /// The hash that was given.
        promised: DossierHash,
    },
}

impl Refusal for PromiseRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotAwaited => "entries.file_not_awaited",
            Self::Over { .. } => "entries.file_too_late",
            Self::OtherFile { .. } => "entries.file_is_another",
        }
    }

    fn field(&self) -> Option<String> {
        Some("file".to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::NotAwaited => vec![],
            Self::Over { until } => vec![("until", Fact::Instant(*until))],
            Self::OtherFile { name, promised } => {
                vec![("name", Fact::text(name)), ("promised", Fact::text(promised))]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::edition::{Arrival, RuleBook, books};
    use crate::entries::dossier::tests::{complete, part, pdf};
    use crate::entries::{EntryNumber, ReceiptCode, Requirements, Submission};
    use crate::ids::{EditionId, EntryId};

    fn instant(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn promise() -> Promise {
        let until = Some(instant("2021-07-01T10:00:00+07:00"));
        Promise { part: part("ban-mo-ta"), sha256: [7; 32], until }
    }

    /// Submitted on the last day, its description promised.
    fn submitted(promised: &[Promise]) -> Result<Entry, Vec<&'static str>> {
        let grace = "[rules.arrival]\nfiles_after_hours = 24\n\n[rules.forwarding]";
        let book = RuleBook::parse(&books::QUANG_NINH_VIII.replacen("[rules.forwarding]", grace, 1)).unwrap();
        let mut content = complete();
        content.dossier.0.remove(&part("ban-mo-ta"));
        let (id, edition) = (EntryId::new(Uuid::from_u128(1)), EditionId::new(Uuid::from_u128(8)));
        let draft = Entry { id, edition, unit: None, version: 3, content, state: EntryState::Draft };
        let at = instant("2021-06-30T10:00:00+07:00");
        let arrival = Arrival::Online { at };
        let submission = Submission {
            at,
            arrival,
            seen: 3,
            number: EntryNumber::new("QN8", 1).unwrap(),
            receipt: ReceiptCode::from_random([9; 7]),
            hash: DossierHash([1; 32]),
        };
        let required = Requirements::of(&book, arrival, at).with_promised(promised);
        draft.submit(submission, &required).map_err(|all| all.iter().map(Refusal::code).collect())
    }

    fn come(byte: u8, at: &str) -> Result<Entry, &'static str> {
        let PartContent::File(file) = pdf(1_000) else { unreachable!("a file") };
        let file = AttachedFile { sha256: [byte; 32], ..file };
        let entry = submitted(&[promise()]).unwrap();
        entry.take_promised(&promise(), file, instant(at), |_| DossierHash([2; 32])).map_err(|no| no.code())
    }

    #[test]
    fn a_part_whose_hash_was_given_is_not_missing() {
        assert_eq!(submitted(&[]).unwrap_err(), ["entries.part_missing"]);
        let entry = submitted(&[promise()]).unwrap();
        assert!(entry.may_edit(date(2021, 6, 30)).is_err(), "it is frozen like any other");
    }

    #[test]
    fn the_very_file_comes_in_its_time_and_no_other() {
        let whole = come(7, "2021-07-01T09:59:59+07:00").unwrap();
        assert!(whole.content.dossier.0.contains_key(&part("ban-mo-ta")));
        assert_eq!(whole.receipt().unwrap().hash, DossierHash([2; 32]));
        assert_eq!(come(8, "2021-07-01T09:00:00+07:00").unwrap_err(), "entries.file_is_another");
        assert_eq!(come(7, "2021-07-01T10:00:00+07:00").unwrap_err(), "entries.file_too_late");
    }
}
