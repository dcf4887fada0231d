//! The verbs of an entry.

mod authorise;
mod begin;
mod by_itself;
mod claim;
mod confirm;
mod consent;
mod extend;
mod from_afar;
mod letter;
mod merge;
mod pass_on;
mod pass_places;
mod print_form;
mod promise;
mod promote;
mod publish;
mod scan;
mod screened;
mod searches;
mod secret;
mod slip;
mod submit;
mod supplement;
mod take_out;
mod things;
mod unit_list;
mod withdraw;
mod write;

use hoithi_edition::Edition;
use hoithi_journal::{Act, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::entries::EditRefusal;
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_rules::people::Permission;

pub(crate) use authorise::{RecordAuthorisation, record_authorisation};
pub(crate) use begin::doors_are_closed;
pub use begin::{Begin, begin};
pub use by_itself::submit_what_is_due;
pub(crate) use by_itself::{ChooseItself, choose_itself};
pub(crate) use claim::{claim, claim_by_receipt};
pub(crate) use confirm::{
    AskAuthor, ConfirmByLink, DeclineByLink, RecordSignature, ask_author, confirm_by_link, decline_by_link,
    end_author_links, may_be_asked, record_signature,
};
pub use consent::{Consenting, Consents, consent};
pub(crate) use consent::{consent_by_link, how_of};
pub(crate) use extend::{Extend, extend};
pub use from_afar::receive_from_afar;
pub(crate) use letter::{AuthorsLetter, Reached, WriteToAuthors, mark_of, nobody, reached_by, write_to_authors};
pub use merge::{CloseInto, TakeApart, close_into, take_apart};
pub use pass_on::{PassOn, pass_on};
pub(crate) use print_form::print_form;
pub(crate) use promise::{PromiseFile, TakePromised, promise_file, take_promised};
pub use promote::{Promote, keep_local_result, receive_promoted};
pub use publish::{PublishAdmitted, mark_of_admitted, publish_admitted, take_back_admitted};
pub(crate) use publish::{mark, most_of};
pub use scan::{TakeScan, take_scan};
pub use screened::{Returning, Verdict, move_to_category, record_verdict, return_for_completion};
pub(crate) use searches::{SaveSearch, forget_search, save_search};
pub(crate) use secret::{SecretPart, keep_part_secret, lift_part_secret, open_secret_part};
pub(crate) use slip::{open_with_slip, print_another, slip_for_author};
pub(crate) use submit::hash_of;
pub use submit::{Arriving, FromTable, Submit, submit, submit_from_table};
pub(crate) use supplement::{
    AskSupplement, GivePart, ask_supplement, complete_by_link, completes, end_supplement_links, give_part, reached,
};
pub(crate) use take_out::note_taken;
pub(crate) use things::{
    SeenThing, ShownThing, TakeThing, harm_thing, move_thing, return_thing, show_thing, take_thing,
};
pub use unit_list::{OrderList, SignList, order_list, sign_list};
pub(crate) use withdraw::stands_open;
pub use withdraw::{Withdraw, withdraw};
pub use write::{Write, write};

use crate::kept::KeptEntry;
use crate::rights::Person;
use crate::store;

/// The entry, its edition, and who acts; not found for whoever may not know that it exists.
async fn load(act: &mut Act, id: EntryId) -> Result<(KeptEntry, Edition, Person), Halt> {
    let kept = store::dossier(act.db(), id).await?.ok_or_else(Halt::not_found)?;
    let edition = edition_of(act, kept.entry.edition).await?;
    let person = Person::acting(act).await?;
    if person.account.is_none() {
        return Err(Halt::Denied(hoithi_journal::Denied::NotSignedIn));
    }
    Ok((kept, edition, person))
}

/// The same for whoever may do that with it.
async fn load_for(act: &mut Act, id: EntryId, deed: Permission) -> Result<(KeptEntry, Edition), Halt> {
    let (kept, edition, person) = load(act, id).await?;
    let place = edition.place();
    match (person.may_as_its_writer(deed, &kept, place), person.may_read(&kept, place)) {
        (true, _) => Ok((kept, edition)),
        (false, true) => Err(Halt::Denied(hoithi_journal::Denied::Forbidden)),
        (false, false) => Err(Halt::not_found()),
    }
}

pub(crate) async fn edition_of(act: &mut Act, id: EditionId) -> Result<Edition, Halt> {
    hoithi_edition::edition(act.db(), id).await?.ok_or_else(Halt::not_found)
}

/// Saves, unless somebody else saved between this act's reading and its writing.
async fn save(act: &mut Act, kept: &mut KeptEntry, read: u32) -> Result<(), Halt> {
    kept.changed_at = act.now();
    if store::save(act.db(), kept, read).await? {
        return Ok(());
    }
    let current = kept.entry.version;
    Err(EditRefusal::ChangedMeanwhile { seen: read, current }).or_refuse()
}
