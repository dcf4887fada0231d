//! Why the register does not take a document, a part of it or a step with it.

use hoithi_rules::ids::DocumentId;
use hoithi_rules::refusal::{Fact, Refusal};
use jiff::civil::Date;
use thiserror::Error;

/// Why a part of a document cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ContentError {
    /// It must not be empty.
    #[error("the document lacks its {part}")]
    Missing {
        /// The field of its form; the sentence names it, because the summary stands far above it.
        part: &'static str,
    },
    /// It is longer than any document's.
    #[error("{length} letters are more than {max}")]
    TooLong {
        /// What was given.
        length: usize,
        /// What fits.
        max: usize,
    },
    /// Not one of the kinds.
    #[error("this is no kind of document")]
    Kind,
    /// A capacity in which nobody signs.
    #[error("this is no capacity of signing")]
    Capacity,
    /// None of the stamps of urgency.
    #[error("this is no degree of urgency")]
    Urgency,
    /// Not a day.
    #[error("this is no day")]
    Day,
    /// Before the document was issued, or a day to come.
    #[error("a document comes between its own day and today")]
    CameWhen,
    /// It bears its number of arrival, which stands.
    #[error("the document came as number {number} on {day}")]
    CameAlready {
        /// Its number of arrival.
        number: i64,
        /// The day on which it came.
        day: Date,
    },
    /// It names a document that is not in the register.
    #[error("a basis is not in the register")]
    BasisUnknown,
    /// A draft carries nothing.
    #[error("{subject:?} is not signed yet; nothing can rest on it")]
    BasisUnsigned {
        /// What the basis is about.
        subject: String,
    },
    /// Neither PDF nor picture, whatever its name says.
    #[error("the file is none of the kinds that are taken here, or is cut short")]
    File,
    /// Nothing is in it.
    #[error("the file is empty")]
    FileEmpty,
    /// It begins as a PDF or a picture and does not end as one.
    #[error("the file is cut short or broken")]
    FileCut,
    /// Somebody else was faster.
    #[error("the document was changed meanwhile")]
    ChangedMeanwhile,
    /// The next step stands on it already.
    #[error("the next step stands on this document; its number and day stay as they are")]
    InUse,
    /// A draft is nobody's to read but the office's.
    #[error("only a document that bears number and day can be public")]
    PublicDraft,
    /// The account that signs is not the person whose name is printed.
    #[error("the account bears another name than the printed signatory's; say that the signature is that person's")]
    OtherName,
    /// It was composed with blanks, and some are there still.
    #[error("the text has blanks; fill them in, or say that they may stay")]
    Blanks,
    /// Its words speak of a list that is attached, and there is none.
    #[error("the text speaks of a list that is attached; attach it, or say that it lies elsewhere")]
    ListMissing,
    /// What the leader has signed stands until the leader gives it back.
    #[error("the leader has signed this document; its words stand")]
    LeaderSigned,
    /// Neither replaced nor withdrawn.
    #[error("this is no way to end a document")]
    Ending,
    /// Another document bears this number in the same series and year.
    #[error("{number} is borne by {bearer} already")]
    NumberTaken {
        /// The number.
        number: String,
        /// What bears it, by kind, number and day.
        bearer: String,
        /// By which that document is found.
        document: DocumentId,
        /// Whether it is of the same kind: then the number alone clashes, else number and symbol.
        same_kind: bool,
    },
    /// The register's own numbers follow each other; none is taken back.
    #[error("the register gave this number; it stands")]
    NumberGiven,
    /// Two bodies of one name could not be told apart.
    #[error("another body bears this name")]
    BodyNameTaken,
    /// One series and one for each kind within a year would give numbers twice.
    #[error("the kind of series changes on 1 January only")]
    SeriesMidyear,
    /// None of the ways to number.
    #[error("this is no way to number documents")]
    Numbering,
    /// Not a number.
    #[error("this is no whole number from 0 on")]
    GivenBefore,
    /// A correction without its reason.
    #[error("the reason of the correction is missing")]
    Reason,
    /// A draft is given back for a reason, which whoever drafts has to know.
    #[error("the reason for giving the draft back is missing")]
    NoReasonBack,
    /// A correction that corrects nothing.
    #[error("number and day are those that are recorded")]
    SameNumber,
    /// A template by no name.
    #[error("the template has no name")]
    Unnamed,
    /// The office has its own words of that paper already.
    #[error("the paper has a template of the office's own")]
    PaperWorded,
    /// Its scan is there.
    #[error("the document has its scan already")]
    ScanThere,
    /// The next step stands on it already, and with it its scan.
    #[error("the next step stands on this document; its scan stays")]
    ScanInUse,
    /// A scan in the place of the same.
    #[error("this is the scan that is there")]
    SameScan,
    /// A leader's signature is recorded from the signed paper.
    #[error("recording a leader's signature needs the scan of the signed paper")]
    ScanMissing,
}

impl Refusal for ContentError {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "correspondence.part_missing",
            Self::TooLong { .. } => "correspondence.part_too_long",
            Self::Kind => "correspondence.kind_unknown",
            Self::Capacity => "correspondence.capacity_unknown",
            Self::Urgency => "correspondence.urgency_unknown",
            Self::Day => "correspondence.day_malformed",
            Self::CameWhen => "correspondence.came_when",
            Self::CameAlready { .. } => "correspondence.came_already",
            Self::BasisUnknown => "correspondence.basis_unknown",
            Self::BasisUnsigned { .. } => "correspondence.basis_unsigned",
            Self::File => "correspondence.file_kind",
            Self::FileEmpty => "correspondence.file_empty",
            Self::FileCut => "correspondence.file_cut",
            Self::ChangedMeanwhile => "correspondence.changed_meanwhile",
            Self::InUse => "correspondence.number_in_use",
            Self::PublicDraft => "correspondence.public_draft",
            Self::OtherName => "correspondence.other_name",
            Self::Blanks => "correspondence.blanks_left",
            Self::ListMissing => "correspondence.list_missing",
            Self::LeaderSigned => "correspondence.leader_signed",
            Self::Ending => "correspondence.ending_unknown",
            Self::NumberTaken { .. } => "correspondence.number_taken",
            Self::NumberGiven => "correspondence.number_given",
            Self::BodyNameTaken => "correspondence.body_name_taken",
            Self::SeriesMidyear => "correspondence.series_midyear",
            Self::Numbering => "correspondence.numbering_unknown",
            Self::GivenBefore => "correspondence.given_before_malformed",
            Self::Reason => "correspondence.correction_reason",
            Self::NoReasonBack => "correspondence.give_back_reason",
            Self::SameNumber => "correspondence.same_number",
            Self::Unnamed => "correspondence.template_name",
            Self::PaperWorded => "correspondence.paper_worded",
            Self::ScanThere => "correspondence.scan_there",
            Self::ScanInUse => "correspondence.scan_in_use",
            Self::SameScan => "correspondence.same_scan",
            Self::ScanMissing => "correspondence.scan_missing",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::BasisUnknown | Self::BasisUnsigned { .. } => "bases",
            Self::Kind => "kind",
            Self::Capacity => "capacity",
            Self::Urgency => "urgency",
            Self::Day => "date",
            Self::CameWhen | Self::CameAlready { .. } => "came",
            Self::File | Self::FileEmpty | Self::FileCut | Self::ScanMissing | Self::SameScan => "file",
            Self::OtherName => "printed",
            Self::Blanks => "blanks",
            Self::ListMissing => "list",
            Self::Reason | Self::NoReasonBack => "reason",
            Self::SameNumber | Self::NumberGiven | Self::NumberTaken { .. } => "number",
            Self::Ending => "ending",
            Self::Unnamed | Self::PaperWorded | Self::BodyNameTaken => "name",
            Self::SeriesMidyear | Self::Numbering => "numbering",
            Self::GivenBefore => "given_before",
            Self::Missing { part } => part,
            Self::TooLong { .. }
            | Self::ChangedMeanwhile
            | Self::InUse
            | Self::ScanThere
            | Self::ScanInUse
            | Self::LeaderSigned
            | Self::PublicDraft => return None,
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Missing { part } => vec![("part", Fact::text(part))],
            Self::TooLong { length, max } => vec![("length", Fact::count(*length)), ("max", Fact::count(*max))],
            Self::CameAlready { number, day } => vec![("number", Fact::count(*number)), ("day", Fact::Day(*day))],
            Self::BasisUnsigned { subject } => vec![("subject", Fact::text(subject))],
            Self::NumberTaken { number, bearer, document, same_kind } => vec![
                ("number", Fact::text(number)),
                ("bearer", Fact::text(bearer)),
                ("document", Fact::text(document)),
                ("kind", Fact::text(if *same_kind { "same" } else { "another" })),
            ],
            _ => Vec::new(),
        }
    }
}
