//! Recording a signature with the number that stands on the paper, or with the next one that our
//! register gives.

use hoithi_journal::{Actor, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::correspondence::{DocumentNumber, DocumentNumberError};
use hoithi_web::House;
use jiff::civil::Date;

use crate::bodies::next_number;
use crate::document::{Document, KeptFile};
use crate::operations::{Signature, sign_off_read};
use crate::press::print_signed;
use crate::signers::Said;
use crate::store;

/// How often the next number is looked up anew while others take it first.
const TRIES: usize = 20;

/// What is known of a signature before it is recorded.
#[derive(Clone, Debug)]
pub(crate) struct Signing {
    /// The version that was read.
    pub(crate) version: i64,
    /// The number on the paper; none where our register gives it.
    pub(crate) number: Option<DocumentNumber>,
    /// The day.
    pub(crate) date: Date,
    /// The scan.
    pub(crate) file: Option<KeptFile>,
    /// What was said of the paper.
    pub(crate) said: Said,
}

/// Prints the sheet and records the signature; answers with the number that it bears.
pub(crate) async fn record_signature(
    house: &House,
    actor: Actor,
    document: &Document,
    signing: Signing,
) -> Result<DocumentNumber, Halt> {
    let mut tries = 1;
    loop {
        let done = try_to_record(house, &actor, document, &signing).await;
        match done {
            Err(halt) if signing.number.is_none() && was_taken(&halt) && tries < TRIES => tries += 1,
            done => return done,
        }
    }
}

async fn try_to_record(
    house: &House,
    actor: &Actor,
    document: &Document,
    signing: &Signing,
) -> Result<DocumentNumber, Halt> {
    let Signing { version, date, file, said, .. } = signing.clone();
    let mut db = house.read().await?;
    let number = match &signing.number {
        Some(number) => number.clone(),
        None => next_number(&mut db, document, date).await?.ok_or(DocumentNumberError::Missing).or_refuse()?,
    };
    let bases = store::bases_of(&mut db, document.id).await?;
    drop(db);
    let print = print_signed(house, document.clone(), &bases, (number.clone(), date)).await?;
    let (id, signature) = (document.id, Signature { number: number.clone(), date, file, print });
    house
        .acts
        .perform(actor.clone(), move |act| Box::pin(sign_off_read(act, id, version, (signature.clone(), said))))
        .await?;
    Ok(number)
}

/// Somebody else took the number between the look and the act.
fn was_taken(halt: &Halt) -> bool {
    matches!(halt, Halt::Refused(all) if all.iter().any(|each| each.code == "correspondence.number_not_next"))
}
