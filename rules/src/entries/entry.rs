//! An entry from draft to receipt, back for completion, or withdrawn.

use jiff::Timestamp;
use jiff::civil::Date;
use thiserror::Error;

use super::submission::is_scanned_later;
use super::{
    AttachedFile, Content, DossierHash, EntryNumber, PartContent, ReceiptCode, Requirements, Stamped, Submission,
    SubmitRefusal,
};
use crate::edition::{ChannelKind, DossierPart, PartCode, Rules};
use crate::ids::{EditionId, EntryId, UnitId};
use crate::refusal::{Fact, Refusal};

/// A solution entered into an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// The edition.
    pub edition: EditionId,
    /// The unit through which it came, where one did.
    pub unit: Option<UnitId>,
    /// Counts its changes; a form that saw an older one changes nothing.
    pub version: u32,
    /// What it consists of; frozen while it is submitted.
    pub content: Content,
    /// How far it is.
    pub state: EntryState,
}

/// How far an entry is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryState {
    /// Being written.
    Draft,
    /// Submitted.
    Submitted(Receipt),
    /// Screening asks for something more; the authors may change it until then.
    ReturnedForCompletion(Returned),
    /// Taken back by its authors.
    Withdrawn {
        /// When.
        at: Timestamp,
        /// Why.
        reason: String,
        /// Its receipt, if it had been submitted.
        receipt: Option<Receipt>,
    },
}

/// What an author holds: that this content was received then, under this number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// When it was submitted.
    pub at: Timestamp,
    /// Its number.
    pub number: EntryNumber,
    /// The receipt's code.
    pub code: ReceiptCode,
    /// The hash of the content.
    pub hash: DossierHash,
    /// How it came.
    pub channel: ChannelKind,
    /// When it was completed after screening asked for it; the number stays.
    pub supplemented_at: Option<Timestamp>,
}

/// An entry in the hands of its authors again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// What it was received as.
    pub receipt: Receipt,
    /// When it was returned.
    pub at: Timestamp,
    /// The last day to complete it.
    pub until: Date,
}

/// A part that came on paper, scanned afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// Which part.
    pub part: PartCode,
    /// The scan.
    pub file: AttachedFile,
    /// The version that whoever scans saw.
    pub seen: u32,
    /// When.
    pub at: Timestamp,
}

/// By what a stamped form may follow a dossier that was received.
#[derive(Clone, Copy, Debug)]
pub struct Following<'a> {
    /// What the contest asks.
    pub rules: &'a Rules,
    /// How the form stands that lies there, if one does.
    pub stamped: Stamped,
    /// Its last day.
    pub until: Date,
    /// The day of the act.
    pub today: Date,
}

impl Entry {
    /// Submits a draft. *Thể lệ*, articles on dossier and time: everything that is wrong comes
    /// at once.
    pub fn submit(self, submission: Submission, required: &Requirements<'_>) -> Result<Self, Vec<SubmitRefusal>> {
        match &self.state {
            EntryState::Draft => {}
            EntryState::Withdrawn { at, .. } => {
                return Err(vec![SubmitRefusal::Withdrawn { at: *at }]);
            }
            EntryState::Submitted(receipt) | EntryState::ReturnedForCompletion(Returned { receipt, .. }) => {
                return Err(vec![SubmitRefusal::AlreadySubmitted { number: receipt.number.clone() }]);
            }
        }
        self.check(submission.seen, required)?;
        Ok(self.received(submission))
    }

    /// Takes in an entry that a contest below sends up. What the dossier lacks for this contest is
    /// asked for by its screening; what no completion can mend keeps the entry out.
    pub fn arrive_from_below(
        self,
        submission: Submission,
        required: &Requirements<'_>,
    ) -> Result<Self, Vec<SubmitRefusal>> {
        let barred: Vec<_> = required.problems(&self.content).into_iter().filter(SubmitRefusal::bars_arrival).collect();
        if !barred.is_empty() {
            return Err(barred);
        }
        Ok(self.received(submission))
    }

    /// Puts a correction by the contest below in place of what it sent up, under the old number. The intake may
    /// be closed meanwhile; what screening of this contest asked for counts as answered.
    pub fn correct_from_below(
        self,
        content: Content,
        hash: DossierHash,
        at: Timestamp,
        required: &Requirements<'_>,
    ) -> Result<Self, Vec<SubmitRefusal>> {
        let receipt = match self.state.clone() {
            EntryState::Submitted(receipt) | EntryState::ReturnedForCompletion(Returned { receipt, .. }) => receipt,
            EntryState::Withdrawn { at, .. } => return Err(vec![SubmitRefusal::Withdrawn { at }]),
            EntryState::Draft => return Err(vec![SubmitRefusal::NotReturned]),
        };
        let required = Requirements { door: Ok(()), ..*required };
        let barred: Vec<_> = required.problems(&content).into_iter().filter(SubmitRefusal::bars_arrival).collect();
        if !barred.is_empty() {
            return Err(barred);
        }
        let receipt = Receipt { hash, supplemented_at: Some(at), ..receipt };
        Ok(Self { content, ..self }.moved_to(EntryState::Submitted(receipt)))
    }

    fn received(self, submission: Submission) -> Self {
        let Submission { at, arrival, number, receipt: code, hash, .. } = submission;
        let channel = arrival.channel();
        let receipt = Receipt { at, number, code, hash, channel, supplemented_at: None };
        self.moved_to(EntryState::Submitted(receipt))
    }

    /// Gives the entry back to its authors until a day, or gives them more time; only what was
    /// submitted can be returned.
    pub fn return_for_completion(self, until: Date, at: Timestamp) -> Result<Self, EditRefusal> {
        match self.state.clone() {
            EntryState::Submitted(receipt) | EntryState::ReturnedForCompletion(Returned { receipt, .. }) => {
                let returned = Returned { receipt, at, until };
                Ok(self.moved_to(EntryState::ReturnedForCompletion(returned)))
            }
            _ => Err(EditRefusal::NotSubmitted),
        }
    }

    /// Submits a returned entry again, under its old number. The intake may be closed meanwhile;
    /// the day given on its return counts instead.
    pub fn supplement(
        self,
        seen: u32,
        hash: DossierHash,
        at: Timestamp,
        required: &Requirements<'_>,
    ) -> Result<Self, Vec<SubmitRefusal>> {
        let EntryState::ReturnedForCompletion(returned) = self.state.clone() else {
            return Err(vec![SubmitRefusal::NotReturned]);
        };
        let until = returned.until;
        if required.today > until {
            return Err(vec![SubmitRefusal::CompletionOver { until }]);
        }
        self.check(seen, &required.at_once())?;
        let receipt = Receipt { hash, supplemented_at: Some(at), ..returned.receipt };
        Ok(self.moved_to(EntryState::Submitted(receipt)))
    }

    /// The required files of a dossier that was received on paper and are still to be scanned.
    pub fn awaited_scans<'a>(&self, rules: &'a Rules) -> Vec<&'a DossierPart> {
        let EntryState::Submitted(receipt) = &self.state else { return Vec::new() };
        if receipt.channel == ChannelKind::Online {
            return Vec::new();
        }
        rules.dossier.iter().filter(|part| part.required && is_scanned_later(part, &self.content)).collect()
    }

    /// Puts the scan of what was received on paper in its place; nothing that was received changes.
    /// `hash` is asked of the content with the scan in it.
    pub fn take_scan(
        self,
        scan: Scan,
        rules: &Rules,
        hash: impl FnOnce(&Content) -> DossierHash,
    ) -> Result<Self, EditRefusal> {
        let EntryState::Submitted(receipt) = self.state.clone() else { return Err(EditRefusal::NotSubmitted) };
        if !self.awaited_scans(rules).iter().any(|part| part.code == scan.part) {
            return Err(EditRefusal::Frozen { number: receipt.number, at: receipt.at });
        }
        self.put_scan(scan, receipt, hash)
    }

    /// Puts the stamped form that follows a received dossier in its place, until its last day; nothing else
    /// that was received changes.
    pub fn take_stamped(
        self,
        scan: Scan,
        follows: &Following<'_>,
        hash: impl FnOnce(&Content) -> DossierHash,
    ) -> Result<Self, EditRefusal> {
        let EntryState::Submitted(receipt) = self.state.clone() else { return Err(EditRefusal::NotSubmitted) };
        if follows.stamped.awaited(follows.rules).is_none_or(|part| part.code != scan.part) {
            return Err(EditRefusal::Frozen { number: receipt.number, at: receipt.at });
        }
        if follows.today > follows.until {
            return Err(EditRefusal::StampOver { until: follows.until });
        }
        self.put_scan(scan, receipt, hash)
    }

    fn put_scan(
        mut self,
        scan: Scan,
        receipt: Receipt,
        hash: impl FnOnce(&Content) -> DossierHash,
    ) -> Result<Self, EditRefusal> {
        if scan.seen != self.version {
            return Err(EditRefusal::ChangedMeanwhile { seen: scan.seen, current: self.version });
        }
        self.content.dossier.0.insert(scan.part, PartContent::File(scan.file));
        let receipt = Receipt { hash: hash(&self.content), supplemented_at: Some(scan.at), ..receipt };
        Ok(self.moved_to(EntryState::Submitted(receipt)))
    }

    /// Takes the entry back for its authors, with the reason they give.
    pub fn withdraw(self, reason: &str, at: Timestamp) -> Result<Self, WithdrawRefusal> {
        let reason = crate::text::paragraphs(reason);
        if reason.is_empty() {
            return Err(WithdrawRefusal::ReasonMissing);
        }
        let receipt = match self.state.clone() {
            EntryState::Withdrawn { at, .. } => {
                return Err(WithdrawRefusal::AlreadyWithdrawn { at });
            }
            EntryState::Draft => None,
            EntryState::Submitted(receipt) | EntryState::ReturnedForCompletion(Returned { receipt, .. }) => {
                Some(receipt)
            }
        };
        Ok(self.moved_to(EntryState::Withdrawn { at, reason, receipt }))
    }

    /// Puts changed content in place of what the editor saw.
    pub fn edit(self, content: Content, seen: u32, today: Date) -> Result<Self, EditRefusal> {
        self.may_edit(today)?;
        if seen != self.version {
            return Err(EditRefusal::ChangedMeanwhile { seen, current: self.version });
        }
        let version = self.version.saturating_add(1);
        Ok(Self { version, content, ..self })
    }

    /// Whether its content may change today.
    pub fn may_edit(&self, today: Date) -> Result<(), EditRefusal> {
        match &self.state {
            EntryState::Draft => Ok(()),
            EntryState::ReturnedForCompletion(_) => match self.not_completed_by(today) {
                Some(until) => Err(EditRefusal::CompletionOver { until }),
                None => Ok(()),
            },
            EntryState::Submitted(receipt) => {
                Err(EditRefusal::Frozen { number: receipt.number.clone(), at: receipt.at })
            }
            EntryState::Withdrawn { at, .. } => Err(EditRefusal::Withdrawn { at: *at }),
        }
    }

    /// The last day on which it should have been completed, where that day has passed.
    pub fn not_completed_by(&self, today: Date) -> Option<Date> {
        match &self.state {
            EntryState::ReturnedForCompletion(returned) if today > returned.until => Some(returned.until),
            _ => None,
        }
    }

    /// Its receipt, once it has been submitted.
    pub fn receipt(&self) -> Option<&Receipt> {
        match &self.state {
            EntryState::Draft => None,
            EntryState::Submitted(receipt) | EntryState::ReturnedForCompletion(Returned { receipt, .. }) => {
                Some(receipt)
            }
            EntryState::Withdrawn { receipt, .. } => receipt.as_ref(),
        }
    }

    fn check(&self, seen: u32, required: &Requirements<'_>) -> Result<(), Vec<SubmitRefusal>> {
        let mut problems = required.problems(&self.content);
        if seen != self.version {
            problems.insert(0, SubmitRefusal::ChangedMeanwhile { seen, current: self.version });
        }
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    fn moved_to(self, state: EntryState) -> Self {
        let version = self.version.saturating_add(1);
        Self { version, state, ..self }
    }
}

/// Why an entry cannot be changed or returned.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EditRefusal {
    /// It is submitted, and as it is it will be judged.
    #[error("it was submitted as {number} at {at} and does not change any more")]
    Frozen {
        /// Its number.
        number: EntryNumber,
        /// When it was submitted.
        at: Timestamp,
    },
    /// The time for completion is over.
    #[error("the time to complete it ended with {until}")]
    CompletionOver {
        /// The last day.
        until: Date,
    },
    /// The time in which the stamped form may follow is over.
    #[error("the stamped form could follow until {until}")]
    StampOver {
        /// The last day.
        until: Date,
    },
    /// It was withdrawn.
    #[error("it was withdrawn at {at}")]
    Withdrawn {
        /// When.
        at: Timestamp,
    },
    /// Somebody else changed it.
    #[error("it is at version {current}, the editor saw {seen}")]
    ChangedMeanwhile {
        /// The version seen.
        seen: u32,
        /// The version now.
        current: u32,
    },
    /// Only a submitted entry can be returned.
    #[error("it is not submitted")]
    NotSubmitted,
}

impl Refusal for EditRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Frozen { .. } => "entries.frozen",
            Self::CompletionOver { .. } => "entries.completion_over",
            Self::StampOver { .. } => "entries.stamp_over",
            Self::Withdrawn { .. } => "entries.withdrawn",
            Self::ChangedMeanwhile { .. } => "entries.changed_meanwhile",
            Self::NotSubmitted => "entries.not_submitted",
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Frozen { number, at } => {
                vec![("number", Fact::text(number)), ("at", Fact::Instant(*at))]
            }
            Self::CompletionOver { until } | Self::StampOver { until } => vec![("until", Fact::Day(*until))],
            Self::Withdrawn { at } => vec![("at", Fact::Instant(*at))],
            Self::ChangedMeanwhile { seen, current } => {
                vec![("seen", Fact::count(*seen)), ("current", Fact::count(*current))]
            }
            Self::NotSubmitted => vec![],
        }
    }
}

/// Why an entry cannot be withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WithdrawRefusal {
    /// No reason was given.
    #[error("the reason is missing")]
    ReasonMissing,
    /// It is withdrawn already.
    #[error("it was withdrawn at {at}")]
    AlreadyWithdrawn {
        /// When.
        at: Timestamp,
    },
}

impl Refusal for WithdrawRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::ReasonMissing => "entries.reason_missing",
            Self::AlreadyWithdrawn { .. } => "entries.already_withdrawn",
        }
    }

    fn field(&self) -> Option<String> {
        matches!(self, Self::ReasonMissing).then(|| "reason".into())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::ReasonMissing => vec![],
            Self::AlreadyWithdrawn { at } => vec![("at", Fact::Instant(*at))],
        }
    }
}

#[cfg(test)]
mod tests;
