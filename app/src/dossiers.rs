//! What dossiers say, for comparing: the title, what was typed into their parts, and the files that judges read,
//! page by page. A registration form is everybody's words around somebody's name and is left out.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_documents::{Sha256Hex, Tool};
use hoithi_edition::editions;
use hoithi_entries::{Comparable, ReceivedFile, comparable, dossier, file_name, received_files};
use hoithi_journal::Halt;
use hoithi_originality::{Compared, ComparedFuture, KnownTexts, TextsFuture, on_page};
use hoithi_rules::edition::{DossierPart, PartKind, Rules};
use hoithi_rules::entries::PartContent;
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_rules::originality::TextPart;
use hoithi_screening::{file_text, files_read, read_files};
use hoithi_store::Conn;
use hoithi_web::House;

/// So many files are read before it is looked again which wait.
const A_FEW: usize = 20;

/// Reads dossiers for comparing.
pub struct FromDossiers;

impl KnownTexts for FromDossiers {
    fn standing<'a>(&'a self, db: &'a mut Conn) -> ComparedFuture<'a> {
        Box::pin(standing(db))
    }

    fn texts<'a>(&'a self, db: &'a mut Conn, entry: EntryId) -> TextsFuture<'a> {
        Box::pin(texts(db, entry))
    }
}

/// Reads files of received dossiers that nobody has read, a few of them; whether there were any. Without the tool
/// they wait for it.
pub async fn read_what_came(house: &House) -> Result<bool, Halt> {
    let mut db = house.read().await?;
    let read = files_read(&mut db).await?;
    let all = comparable(&mut db).await?;
    let files = compared_files(&mut db, &all).await?;
    drop(db);
    let unread: BTreeSet<Sha256Hex> = files.into_iter().map(|(.., file)| file).collect();
    let unread: Vec<Sha256Hex> = unread.into_iter().filter(|file| !read.contains_key(file)).collect();
    if unread.is_empty() || !house.reader.has(Tool::Text).await {
        return Ok(false);
    }
    Ok(read_files(house, &unread, A_FEW).await? > 0)
}

async fn standing(db: &mut Conn) -> Result<Vec<Compared>, Halt> {
    let read = files_read(db).await?;
    let all = comparable(db).await?;
    let mut files: BTreeMap<EntryId, String> = BTreeMap::new();
    for (entry, _, file) in compared_files(db, &all).await? {
        files.entry(entry).or_default().push(how_read(read.get(&file).copied()));
    }
    let compared = all.into_iter().map(|each| Compared {
        entry: each.entry,
        edition: each.edition,
        family: each.family,
        // What became secret is read anew.
        mark: format!("{}/{}{}", each.dossier_hash, files.remove(&each.entry).unwrap_or_default(), each.secret),
        rewritten: each.returned,
    });
    Ok(compared.collect())
}

/// A letter for what is known of a file, so that the mark changes once more of it is.
fn how_read(recognised: Option<bool>) -> char {
    match recognised {
        None => '-',
        Some(false) => 't',
        Some(true) => 'r',
    }
}

/// The files of received dossiers that take part in the comparing; what is kept secret is compared with nothing.
async fn compared_files(db: &mut Conn, all: &[Comparable]) -> Result<Vec<ReceivedFile>, Halt> {
    let parts: BTreeMap<EditionId, BTreeSet<String>> =
        editions(db).await?.into_iter().map(|edition| (edition.id, compared_parts(edition.book.rules()))).collect();
    let of: BTreeMap<EntryId, &Comparable> = all.iter().map(|each| (each.entry, each)).collect();
    let compared = |entry: &EntryId, code: &str| {
        let open = of.get(entry).filter(|each| each.secret.split_whitespace().all(|secret| secret != code));
        open.and_then(|each| parts.get(&each.edition)).is_some_and(|parts| parts.contains(code))
    };
    let files = received_files(db).await?;
    Ok(files.into_iter().filter(|(entry, code, _)| compared(entry, code)).collect())
}

fn compared_parts(rules: &Rules) -> BTreeSet<String> {
    rules.dossier.iter().filter(|part| is_compared(part, rules)).map(|part| part.code.to_string()).collect()
}

/// The files that judges read describe the solution.
fn is_compared(part: &DossierPart, rules: &Rules) -> bool {
    let is_form = rules.stamped_part().is_some_and(|form| form.code == part.code);
    part.shown_to_judges && part.secret.is_none() && !is_form && matches!(part.kind, PartKind::Pdf { .. })
}

/// By the names that the rule book gives the parts, in its order.
async fn texts(db: &mut Conn, entry: EntryId) -> Result<Vec<TextPart>, Halt> {
    let kept = dossier(db, entry).await?.ok_or_else(Halt::not_found)?;
    let edition = hoithi_edition::edition(db, kept.entry.edition).await?.ok_or_else(Halt::not_found)?;
    let rules = edition.book.rules();
    let mut texts = vec![TextPart { name: String::new(), text: kept.title().to_owned() }];
    for part in rules.dossier.iter().filter(|part| !kept.is_secret(&part.code, rules)) {
        match kept.part(&part.code) {
            Some(PartContent::Text(text)) => texts.push(TextPart { name: part.name.clone(), text: text.clone() }),
            Some(PartContent::Values(values)) => {
                texts.push(TextPart { name: part.name.clone(), text: part.compared(values) });
            }
            Some(PartContent::File(file)) if is_compared(part, rules) => {
                texts.extend(pages(db, &part.name, &file_name(file.sha256)?).await?);
            }
            Some(PartContent::File(_)) | None => {}
        }
    }
    Ok(texts)
}

/// What a file says, as far as it was read.
async fn pages(db: &mut Conn, part: &str, file: &Sha256Hex) -> Result<Vec<TextPart>, Halt> {
    let Some(text) = file_text(db, file).await? else { return Ok(Vec::new()) };
    let numbered = text.pages.into_iter().zip(1_usize..);
    Ok(numbered.map(|(text, page)| TextPart { name: on_page(part, page), text }).collect())
}
