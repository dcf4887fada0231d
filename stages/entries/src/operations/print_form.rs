//! The registration form is printed from the dossier, under a code made of what it says.

use hoithi_journal::{Act, Denied, Event, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::edition::PartCode;
use hoithi_rules::entries::{Content, FormFacts, PartContent, PrintCode};
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_rules::people::Permission;
use sha2::{Digest, Sha256};

use super::load_for;
use crate::refusals::DossierRefusal;
use crate::store::{self, FormPrint};

/// Keeps what the form says now and gives the code of that print.
pub(crate) async fn print_form(act: &mut Act, entry: EntryId) -> Result<PrintCode, Halt> {
    let (kept, edition) = load_for(act, entry, Permission::EntryEdit).await?;
    edition.book.rules().stamped_part().ok_or_else(Halt::not_found)?;
    let by = act.actor().account.map(AccountId::new).ok_or(Halt::Denied(Denied::NotSignedIn))?;
    let content = &kept.entry.content;
    if content.title.is_none() || content.authors.is_empty() {
        return Err(DossierRefusal::NothingToPrint).or_refuse();
    }
    let facts = kept.form_facts();
    let print = FormPrint { code: code_of(entry, &facts)?, facts, at: act.now() };
    store::keep_print(act.db(), entry, &print, by).await?;
    act.record(
        Event::new("entry.form_printed", entry)
            .fact("edition", edition.id.to_string())
            .fact("print", print.code.to_string())
            .fact("version", kept.entry.version),
    );
    Ok(print.code)
}

/// The first letters of the hash of what it says, of which entry.
fn code_of(entry: EntryId, facts: &FormFacts) -> Result<PrintCode, Halt> {
    let said = serde_json::to_string(facts).map_err(Halt::fault)?;
    let hash: [u8; 32] = Sha256::digest(format!("hoithi form 1\n{entry}\n{said}").as_bytes()).into();
    Ok(PrintCode::from_random(std::array::from_fn(|at| hash[at])))
}

/// Ties the file of a part to the print that it shows; to none where it was not printed here.
pub(super) async fn tie(
    act: &mut Act,
    entry: EntryId,
    part: &PartCode,
    print: Option<PrintCode>,
    content: &mut Content,
) -> Result<(), Halt> {
    if let Some(code) = &print {
        known_print(act, entry, code).await?;
    }
    if let Some(PartContent::File(file)) = content.dossier.0.get_mut(part) {
        file.shows = print;
    }
    Ok(())
}

/// Goes on where that print was made of this entry.
pub(super) async fn known_print(act: &mut Act, entry: EntryId, code: &PrintCode) -> Result<(), Halt> {
    let known = store::prints(act.db(), entry).await?.iter().any(|print| print.code == *code);
    if known { Ok(()) } else { Err(DossierRefusal::NoSuchPrint).or_refuse() }
}

/// The print that was made last.
pub(super) async fn last_print(act: &mut Act, entry: EntryId) -> Result<Option<PrintCode>, Halt> {
    Ok(store::prints(act.db(), entry).await?.into_iter().next().map(|print| print.code))
}
