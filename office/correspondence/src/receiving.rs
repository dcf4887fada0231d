//! A package on its way into the register: read, looked at by the law, kept with its files, entered. One
//! way for the page and for programs.

use hoithi_journal::{Actor, Halt};
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_rules::text::one_line;
use hoithi_store::Conn;
use hoithi_web::House;

use crate::arrivals::{Attached, PACKAGE, Sender, TakeIn, take_in};
use crate::bearing::would_bear;
use crate::bodies::of_issuer;
use crate::document::{Document, KeptFile, issuer_key};
use crate::edxml::{Came, exchange, read_package};
use crate::file::named_as;
use crate::signatures::check_what_came;

/// Reads a package and asks the law whether it could be entered; only then it is kept.
pub(crate) async fn look(
    house: &House,
    edition: EditionId,
    name: &str,
    bytes: Vec<u8>,
) -> Result<(Came, KeptFile), Halt> {
    let came = read(house, edition, bytes.clone()).await?;
    let nobody_yet = Document::draft(DocumentId::new(uuid::Uuid::nil()), edition, came.content.clone());
    let now = house.clock().now();
    would_bear(&mut house.read().await?, &nobody_yet, (&came.number, came.date), &[], now).await?;
    Ok((came, keep(house, name, PACKAGE, bytes).await?))
}

/// Enters what a kept package says. The first file that can be the document itself is its sheet.
pub(crate) async fn enter(
    house: &House,
    actor: Actor,
    edition: EditionId,
    package: KeptFile,
) -> Result<DocumentId, Halt> {
    let came = read(house, edition, house.kept_file(package.hash.clone()).await?).await?;
    let Came { content, number, date, organ_id, exchange_id, business, reason, ended, files, .. } = came;
    let (mut sheet, mut attached) = (None, Vec::new());
    for file in files {
        let is_sheet = sheet.is_none() && file.is_sheet();
        let media_type = file.opens.unwrap_or_default();
        let file_kept = keep(house, &named_as(&file.name, media_type), media_type, file.bytes).await?;
        if is_sheet {
            sheet = Some(file_kept);
        } else {
            attached.push(Attached { file: file_kept, description: file.description, held: file.opens.err() });
        }
    }
    let sender = Sender { organ_id, exchange_id, business, reason, ended };
    let command = TakeIn { edition, content, number, date, sheet, attached, sender, package };
    let id = house.acts.perform(actor.clone(), move |act| Box::pin(take_in(act, command.clone()))).await?;
    check_what_came(house, actor, id).await;
    Ok(id)
}

/// Whether a package names the agency among its receivers, or another body whose papers are issued here, by its
/// identifier or its name. One that names nobody says nothing.
pub(crate) async fn is_for_us(db: &mut Conn, edition: EditionId, agency: &str, came: &Came) -> Result<bool, Halt> {
    let settings = exchange(db, edition).await?;
    for (id, name) in &came.to {
        let set = settings.bodies.iter().find(|body| body.id.as_str() == id);
        let name = set.map_or(name.as_str(), |body| body.name.as_str());
        if issuer_key(name) == issuer_key(agency) || of_issuer(db, name).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(came.to.is_empty())
}

/// Away from the threads that answer requests: a package may be large.
async fn read(house: &House, edition: EditionId, bytes: Vec<u8>) -> Result<Came, Halt> {
    let settings = exchange(&mut house.read().await?, edition).await?;
    let read = tokio::task::spawn_blocking(move || read_package(&bytes, &settings)).await.map_err(Halt::fault)?;
    read.map_err(|refusal| refusal.halt())
}

async fn keep(house: &House, name: &str, media_type: &str, bytes: Vec<u8>) -> Result<KeptFile, Halt> {
    let size = i64::try_from(bytes.len()).map_err(Halt::fault)?;
    let name = one_line(name).chars().take(200).collect();
    Ok(KeptFile { hash: house.keep_upload(bytes).await?, name, media_type: media_type.to_owned(), size })
}
