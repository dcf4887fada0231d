//! What a package says to a person, and what the command line may ask of one.

use std::sync::LazyLock;

use hoithi_documents::Files;
use hoithi_edition::edition_by_slug;
use hoithi_journal::{Fault, Halt};
use hoithi_people::OrRefuse;
use hoithi_store::Conn;
use hoithi_web::{Catalogue, Lang, day};

use super::kept::{SentPackage, packages};
use super::manifest::{Manifest, PackedEntry, check_code};
use super::opened::Opened;
use super::sending::written;
use crate::LOCALE;

static WORDS: LazyLock<Result<Catalogue, Fault>> = LazyLock::new(|| Catalogue::new(&[LOCALE]));

/// What a person reads who has the file and no program.
pub(crate) fn read_first(package: &SentPackage) -> Result<String, Halt> {
    let words = WORDS.as_ref().map_err(|fault| Halt::fault(fault.to_string()))?;
    let manifest: Manifest = serde_json::from_str(&package.manifest)?;
    let entry = |entry: &PackedEntry| {
        let line = format!("{}  {}  {}", entry.number, entry.hash, entry.title);
        let secret = entry.secret.iter().map(|(part, why)| {
            let facts = [("part", part.clone()), ("why", why.clone())];
            format!("\n    {}", words.text(Lang::Vi, "forwarding-secret-part", &facts))
        });
        std::iter::once(line).chain(secret).collect::<String>()
    };
    let entries = manifest.entries.iter().map(entry).collect::<Vec<_>>().join("\n");
    let facts = [
        ("contest", manifest.contest.title.clone()),
        ("organiser", manifest.contest.organiser.clone()),
        ("document", package.endorsement.clone()),
        ("day", day(package.endorsed_on)),
        ("signer", package.endorsed_by.clone()),
        ("entries", entries),
    ];
    Ok(words.text(Lang::Vi, "forwarding-package-read-first", &facts))
}

/// A package that is what it says.
#[derive(Clone, Debug)]
pub struct ToldPackage {
    /// What stands on its cover sheet.
    pub code: String,
    /// The contest that sends.
    pub contest: String,
    /// Each dossier by its number and its hash.
    pub entries: Vec<(String, String)>,
}

/// Looks through a package by itself, without any house.
pub fn look_through(bytes: &[u8]) -> Result<ToldPackage, Halt> {
    let opened = Opened::read(bytes).or_refuse()?;
    let told = |entry: &PackedEntry| (entry.number.clone(), entry.hash.to_string());
    Ok(ToldPackage {
        code: check_code(&opened.hash),
        entries: opened.manifest.entries.iter().map(told).collect(),
        contest: opened.manifest.contest.title,
    })
}

/// The newest package of an edition, written anew; none where none was made.
pub async fn newest_package(db: &mut Conn, files: &Files, slug: &str) -> Result<Option<Vec<u8>>, Halt> {
    let Some(edition) = edition_by_slug(db, slug).await? else { return Ok(None) };
    let Some(package) = packages(db, edition.id).await?.pop() else { return Ok(None) };
    let pieces = written(db, &package, read_first(&package)?).await?;
    pieces.zipped(files).map(Some)
}
