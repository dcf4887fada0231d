//! What stands in the way that no rule book speaks of.

use hoithi_rules::edition::PartCode;
use hoithi_rules::refusal::{Fact, Refusal};
use thiserror::Error;

use crate::pdf::MOST_PAGES;

/// Why a dossier cannot be begun or a file cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum DossierRefusal {
    #[error("the edition is not launched")]
    NotLaunched,
    #[error("this is no unit of the register")]
    UnitUnknown,
    #[error("a unit that helped is none of the register")]
    AssistingUnknown,
    #[error("on whose behalf it is entered is not said: name the unit")]
    UnitMissing,
    #[error("a dossier that its author writes comes online")]
    ChannelNotYours,
    #[error("how the dossier came is not said")]
    ChannelMissing,
    #[error("no file was chosen")]
    FileMissing,
    #[error("{name} is no PDF, whatever its name says")]
    NotAPdf { name: String },
    #[error("{name} is locked with a password")]
    Locked { name: String },
    #[error("{name} is cut short or damaged: its table of contents cannot be found")]
    Damaged { name: String },
    #[error("{name} holds more pages or objects than are read")]
    TooMuch { name: String },
    #[error("something harmful was found in {name}")]
    Infected { name: String },
    #[error("{name} has {bytes} bytes, more than {max} MB")]
    TooLarge { name: String, bytes: u64, max: u32 },
    #[error("the rule book asks for no part {part}")]
    NoSuchPart { part: PartCode },
    #[error("this is no version")]
    NoVersion,
    #[error("the edition above has no such category")]
    NoUpperCategory,
    #[error("it was sent up already")]
    PromotedAlready,
    #[error("screening has decided on one of the two")]
    MergeDecided,
    #[error("it was not closed into another entry")]
    NotMerged,
    #[error("only an entry that was received can be sent up")]
    NotPromotable,
    #[error("screening has refused it already")]
    RefusedAlready,
    #[error("the prizes are decided")]
    PrizesDecided,
    #[error("the authors' signed request is missing")]
    RequestMissing,
    #[error("only what came by hand lay on the table")]
    NotOnTheTable,
    #[error("no scan of this part is awaited")]
    NoScanAwaited,
    #[error("parts that came on paper are not scanned yet")]
    ScansAwaited { parts: String },
    #[error("no dossier of this edition has that label")]
    LabelUnknown,
    #[error("the unit has not ended")]
    UnitStands,
    #[error("the register names no such successor")]
    NoSuccessor,
    #[error("nothing is handed over")]
    NothingToPass,
    #[error("{left} places of the quota are free to pass")]
    PlacesNotTheirs { left: usize },
    #[error("the unit has not confirmed the entry, which the rule book asks for")]
    NotEndorsed,
    #[error("the unit's list was changed in another window")]
    ListChangedMeanwhile,
    #[error("only a draft that its own author writes submits itself")]
    NotItself,
    #[error("the intake has ended and the draft is about to submit itself")]
    SubmitsItself,
    #[error("no draft of this edition has that code")]
    NoSuchDraft,
    #[error("nobody gives more time to a dossier of their own")]
    OwnExtension,
    #[error("no file may follow its hash here")]
    NoPromise,
    #[error("the file itself is here already")]
    FileIsHere,
    #[error("this is no SHA-256 of 64 hexadecimal digits")]
    DigestMalformed,
    #[error("files whose hash was given have not come")]
    FilesPromised { parts: String },
    #[error("a form without title and authors says nothing")]
    NothingToPrint,
    #[error("no form of this dossier was printed under that code")]
    NoSuchPrint,
    #[error("the stamped form has not come")]
    StampAwaited,
    #[error("the stamped form shows another version of the dossier")]
    StampOutdated,
    #[error("the contest that it comes from is held in this house")]
    OriginIsHere,
    #[error("screening has decided already, or the entry was taken back")]
    CorrectionTooLate,
    #[error("an author with an account completes this dossier there")]
    WrittenByAuthor,
    #[error("the dossier does not lie with its author")]
    NotGivenBack,
    #[error("nothing that was asked for was given")]
    NothingGiven,
}

impl Refusal for DossierRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotLaunched => "entries.not_launched",
            Self::UnitUnknown => "entries.unit_unknown",
            Self::AssistingUnknown => "entries.assisting_unknown",
            Self::UnitMissing => "entries.unit_missing",
            Self::ChannelNotYours => "entries.channel_not_yours",
            Self::ChannelMissing => "entries.channel_missing",
            Self::FileMissing => "entries.file_missing",
            Self::NotAPdf { .. } => "entries.not_a_pdf",
            Self::Locked { .. } => "entries.pdf_locked",
            Self::Damaged { .. } => "entries.pdf_damaged",
            Self::TooMuch { .. } => "entries.pdf_too_much",
            Self::Infected { .. } => "entries.file_infected",
            Self::TooLarge { .. } => "entries.file_too_large",
            Self::NoSuchPart { .. } => "entries.part_unknown",
            Self::NoVersion => "entries.version_malformed",
            Self::NoUpperCategory => "entries.no_upper_category",
            Self::PromotedAlready => "entries.promoted_already",
            Self::MergeDecided => "entries.merge_decided",
            Self::NotMerged => "entries.not_merged",
            Self::NotPromotable => "entries.not_promotable",
            Self::RefusedAlready => "entries.refused_already",
            Self::PrizesDecided => "entries.prizes_decided",
            Self::RequestMissing => "entries.request_missing",
            Self::NotOnTheTable => "entries.not_on_the_table",
            Self::NoScanAwaited => "entries.no_scan_awaited",
            Self::ScansAwaited { .. } => "entries.scans_awaited",
            Self::LabelUnknown => "entries.label_unknown",
            Self::UnitStands => "entries.unit_stands",
            Self::NoSuccessor => "entries.no_successor",
            Self::NothingToPass => "entries.nothing_to_pass",
            Self::PlacesNotTheirs { .. } => "entries.places_not_theirs",
            Self::NotEndorsed => "entries.not_endorsed",
            Self::ListChangedMeanwhile => "entries.list_changed_meanwhile",
            Self::NotItself => "entries.not_itself",
            Self::SubmitsItself => "entries.submits_itself",
            Self::NoSuchDraft => "entries.no_such_draft",
            Self::OwnExtension => "entries.own_extension",
            Self::NoPromise => "entries.no_promise",
            Self::FileIsHere => "entries.file_is_here",
            Self::DigestMalformed => "entries.digest_malformed",
            Self::FilesPromised { .. } => "entries.files_promised",
            Self::NothingToPrint => "entries.nothing_to_print",
            Self::NoSuchPrint => "entries.no_such_print",
            Self::StampAwaited => "entries.stamp_awaited",
            Self::StampOutdated => "entries.stamp_outdated",
            Self::OriginIsHere => "entries.origin_is_here",
            Self::CorrectionTooLate => "entries.correction_too_late",
            Self::WrittenByAuthor => "entries.supplement_in_account",
            Self::NotGivenBack => "entries.not_given_back",
            Self::NothingGiven => "entries.nothing_given",
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::UnitUnknown | Self::UnitMissing => "unit",
            Self::AssistingUnknown => "assisting_1",
            Self::ChannelNotYours | Self::ChannelMissing | Self::NotOnTheTable => "channel",
            Self::RequestMissing => "request",
            Self::NotItself => "by_itself",
            Self::NoPromise | Self::FileIsHere | Self::DigestMalformed => "digest",
            Self::NoSuchDraft | Self::OwnExtension | Self::LabelUnknown => "code",
            Self::NoSuchPrint => "shows",
            Self::NothingGiven => "parts",
            Self::FileMissing
            | Self::NotAPdf { .. }
            | Self::Locked { .. }
            | Self::Damaged { .. }
            | Self::TooMuch { .. }
            | Self::Infected { .. }
            | Self::TooLarge { .. }
            | Self::NoScanAwaited => "file",
            _ => return None,
        };
        Some(field.to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::NotAPdf { name } | Self::Locked { name } | Self::Damaged { name } | Self::Infected { name } => {
                vec![("name", Fact::text(name))]
            }
            Self::TooMuch { name } => vec![("name", Fact::text(name)), ("pages", Fact::count(MOST_PAGES))],
            Self::TooLarge { name, bytes, max } => vec![
                ("name", Fact::text(name)),
                ("size", Fact::Text(crate::words::megabytes(*bytes))),
                ("max", Fact::count(*max)),
            ],
            Self::ScansAwaited { parts } | Self::FilesPromised { parts } => vec![("parts", Fact::text(parts))],
            Self::NoSuchPart { part } => vec![("part", Fact::text(part))],
            Self::PlacesNotTheirs { left } => vec![("left", Fact::count(*left))],
            _ => Vec::new(),
        }
    }
}
