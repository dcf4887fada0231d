//! Entries: dossiers from the first word to the receipt.
//!
//! An author begins a dossier, fills its parts one page at a time, reads all of it back and
//! submits it; the entry gets a number, a hash over everything that was said and every file that
//! was given, and a receipt. A unit's contact or the secretary does the same for authors who
//! bring paper. Serves the articles on entrants, on the dossier and on time and place (usually
//! Điều 4, 6 and 7 of the *Thể lệ*).
//!
//! May not enter here: whether an entry is eligible (screening decides and tells this room by
//! [`record_verdict`] and [`return_for_completion`]), and anything of judging. What judges may
//! read leaves only through [`judge_parts`], which knows no names.

mod above;
mod afar;
mod agreed;
mod api;
mod change;
mod claim_refusal;
mod cleaned;
mod confirm_refusal;
mod earlier;
mod given;
mod kept;
mod known;
mod mail;
mod operations;
mod pages;
mod papers;
mod pdf;
mod photographs;
mod picture_refusal;
mod proof;
mod receipt;
mod refusals;
mod registration;
mod rights;
mod scanning;
mod secret;
mod standing;
mod store;
mod telling;
mod thing_paper;
mod thing_refusal;
mod titles;
mod video_refusal;
mod videos;
mod words;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use above::judged_blind_above;
pub use afar::{AfarOutcome, FromAfar, SaidConsent, for_afar, outcome_of};
pub use api::api_doc;
pub use change::{AuthorWords, Change, Solution};
pub use cleaned::{kept_without_metadata, with_pictures, without_metadata};
pub use given::{GivenFile, keep_pdf};
pub use kept::{
    AssistingUnit, AuthorCard, ConflictFacts, EntryCard, HandedIn, JudgeContent, JudgePart, KeptEntry, Origin, Reach,
    digest, file_name,
};
pub use known::{FromInitiative, InitiativeFuture, KnownInitiatives};
pub use mail::{Told, how_told};
pub use operations::{
    Arriving, Begin, CloseInto, Consenting, Consents, FromTable, OrderList, PassOn, Promote, PublishAdmitted,
    Returning, SignList, Submit, TakeApart, TakeScan, Verdict, Withdraw, Write, begin, close_into, consent,
    keep_local_result, mark_of_admitted, move_to_category, order_list, pass_on, publish_admitted, receive_from_afar,
    receive_promoted, record_verdict, return_for_completion, sign_list, submit, submit_from_table, submit_what_is_due,
    take_apart, take_back_admitted, take_scan, withdraw, write,
};
pub use pages::{pdf_response, played, routes, scan_response, video_response};
pub use pdf::{NotOpened, PdfLook, look, opened};
pub use photographs::{Original, Pictures};
pub use proof::{UnprovenDossiers, received_text, unproven_dossiers};
pub use receipt::handed_in_by;
pub use registration::stamp_changes;
pub use scanning::scan_one;
pub use secret::{KeptBack, secret_address};
pub use standing::Standing;
pub use store::{
    Comparable, Count, JudgeThing, KeptEarlier, KeptMerge, NamingConsents, ReceivedFile, Scanned, addresses_of,
    assisted_by, comparable, conflict_facts, counts, dossier, dossier_hashes, drafts_that_submit_themselves,
    entries_of, entry, entry_of_receipt, has_title_like, judge_parts, judge_things, merged_into, merges_of,
    names_kept_back, naming_consents, of_origin, received_files, scanned, sent_up_from, standing_after,
    standing_before, titles_like, titles_with, withdrawn,
};
pub use telling::{named_before_judges, points_at, same_file};
pub use titles::{FoundTitle, KnownSolution, TitleLike, keep_titles_up};
pub use videos::{ReducedVideo, reduce_one, reduced_video};
pub use words::{listed_standing, megabytes, said};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations![
    "202611221421_entries_dossiers",
    "202611221422_entries_frozen_copies",
    "202611222351_entries_withdrawal_request",
    "202611230431_entries_handed_in",
    "202611231201_entries_assisting_units",
    "202611231801_entries_on_the_table",
    "202611231840_entries_unit_lists",
    "202611231842_entries_sealed_copies",
    "202611231843_entries_local_results",
    "202611231940_entries_author_links",
    "202611231941_entries_consents",
    "202611232040_entries_consent_marks",
    "202611240200_entries_standing_choices",
    "202611240201_entries_extensions",
    "202611240202_entries_promised_files",
    "202611240220_entries_form_prints",
    "202611240221_entries_values",
    "202611240240_entries_part_files",
    "202611240241_entries_file_verdicts",
    "202611240302_entries_authorisations",
    "202611240323_entries_supplement_links",
    "202611240324_entries_chosen_category",
    "202611240326_entries_publications",
    "202611240327_entries_saved_searches",
    "202611240328_entries_earlier",
    "202611240342_entries_earlier_sealed",
    "202611241120_entries_secret_parts",
    "202611241180_entries_titles",
    "202611241181_entries_lists",
    "202611241160_entries_things",
    "202611241141_entries_passed_on",
    "202611241142_entries_merges",
];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "entries", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
