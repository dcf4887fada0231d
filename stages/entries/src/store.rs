//! The tables of entries, their authors, their parts and their frozen copies.

mod assisting;
mod authorisations;
mod card;
mod choices;
mod claims;
mod comparable;
mod confirmed;
mod consents;
mod counts;
mod earlier;
mod extensions;
mod files;
mod left;
mod links;
mod list;
mod merges;
mod passed;
mod prints;
mod promises;
mod published;
mod read;
mod sealed;
mod searches;
mod secrets;
mod supplements;
mod things;
mod titles;
mod unit_list;
mod values;
mod verdicts;
mod videos;
mod write;

pub use assisting::assisted_by;
pub(crate) use assisting::save_assisting;
pub(crate) use authorisations::{
    KeptAuthorisation, authorisation, insert_authorisation, use_authorisation, used_authorisation,
};
pub use card::{dossier_hashes, entries_of, entry, sent_up_from, standing_after, standing_before, withdrawn};
pub use choices::drafts_that_submit_themselves;
pub(crate) use choices::{
    StandingChoice, choose, drop_choice, note_missed, note_warned, standing_choice, standing_choices,
};
pub(crate) use claims::{give_to_owner, join_author};
pub use comparable::{Comparable, ReceivedFile, comparable, received_files};
pub(crate) use confirmed::{Confirmed, How, confirm_author, confirmed_how, keep_how};
pub(crate) use consents::{
    Consent, NewConsent, consents, copy_consents, end_consents, insert_consent, said_at, withdraw_consent,
};
pub use consents::{NamingConsents, names_kept_back, naming_consents};
pub use counts::{Count, counts};
pub(crate) use counts::{Received, received};
pub use earlier::KeptEarlier;
pub(crate) use earlier::{delete_earlier, earlier_entries, earlier_found, insert_earlier, update_earlier};
pub(crate) use extensions::{Granted, entry_of_code, extensions_in, extensions_of, grant_extension};
pub(crate) use files::{PartFile, files_of_part, keep_files};
pub(crate) use left::{left_with, own_drafts_at};
pub(crate) use links::{
    AuthorLink, LinkWay, NewAuthorLink, author_link, author_links, decline_link, insert_author_link, name_behind_link,
    revoke_author_links,
};
pub(crate) use list::{Facet, Line, List, Listing, facets, helped_by, list, of_account};
pub use merges::{KeptMerge, merged_into, merges_of};
pub(crate) use merges::{end_merge, helpers_by_merge, insert_merge};
pub(crate) use passed::{
    ListPlace, drop_fallen, helped_received, keep_received_for, list_places, move_place, pass_help, pass_slots,
    passed_slots, places_had, quota_of, received_with,
};
pub(crate) use prints::{FormPrint, entries_of_print, keep_print, prints};
pub(crate) use promises::{promise, promise_kept, promised_until};
pub(crate) use published::{
    Publication, ShownTitle, Wanted, admitted_now, end_publication, insert_publication, publication, published_counts,
    published_titles,
};
pub(crate) use read::entry_numbered;
pub(crate) use read::frozen_copies;
pub(crate) use read::reach_of;
pub(crate) use read::request_of;
pub use read::{addresses_of, conflict_facts, dossier, entry_of_receipt, judge_parts};
pub use sealed::of_origin;
pub(crate) use sealed::{Sealed, earlier_sealed, keep_local_result, local_result, seal, seal_anew, sealed};
pub(crate) use searches::{Asked, SavedSearch, delete_search, insert_search, searches};
pub(crate) use secrets::{keep_secrets, lift_secret};
pub(crate) use supplements::{
    AskedPart, SupplementLink, ask_parts, asked_parts, insert_supplement_link, note_given, revoke_supplement_links,
    supplement_link, supplement_links,
};
pub use things::{JudgeThing, judge_things};
pub(crate) use things::{
    KeptThing, ListedThing, ThingStep, insert_photos, insert_step, insert_thing, thing, thing_photos, thing_steps,
    things_in, things_of, update_thing,
};
pub use titles::{has_title_like, titles_like, titles_with};
pub(crate) use titles::{keep_waiting_titles, titles_wait};
pub(crate) use unit_list::{
    ListCount, ListSignature, ListedEntry, clear_list, confirmed_by, list_counts, list_signatures, list_version,
    listable, next_list_version, put_on_list, sign_list,
};
pub(crate) use verdicts::{FileVerdict, drop_infected, keep_verdict, lies_beside, next_to_scan, stands_in, verdicts};
pub use verdicts::{Scanned, scanned};
pub(crate) use videos::videos_for_judges;
pub(crate) use write::{freeze, insert, keep_on_table, keep_request, next_in_sequence, save, save_authors, save_parts};
