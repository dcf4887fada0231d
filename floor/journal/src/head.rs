//! The journal's signed head, kept outside the database.
//!
//! Two files in the data folder: `leaves`, the hashes of all lines in order, and `head`, a signed
//! note in the form of C2SP's checkpoint (origin, size, root, signature). They may lag behind the
//! database by the acts of a power cut; they may never be ahead of it.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};
use hoithi_store::{Store, StoreError, params};
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::merkle::{Hash, Tree};

/// Why the kept head cannot be used.
#[derive(Debug, Error)]
pub enum HeadError {
    /// The files.
    #[error("the journal's head: {0}")]
    Io(#[from] std::io::Error),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The kept head and the database do not tell the same story.
    #[error("the journal does not agree with its head kept outside the database: {0}; run `hoithi journal verify`")]
    Disagrees(String),
}

/// A signed statement: the journal has so many lines and this root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many lines.
    pub size: u64,
    /// The tree's root.
    pub root: Hash,
}

/// Keeps the head and the leaves in a folder, with the key that signs.
pub struct HeadKeeper {
    folder: PathBuf,
    key: SigningKey,
    origin: String,
    kept: u64,
}

impl HeadKeeper {
    /// Opens or makes the folder and brings it up to the database, which must agree with it.
    pub async fn open(folder: &Path, origin: &str, store: &Store) -> Result<Self, HeadError> {
        fs::create_dir_all(folder)?;
        let key = read_or_make_key(&folder.join("key"))?;
        let mut keeper = Self { folder: folder.to_owned(), key, origin: origin.to_owned(), kept: 0 };
        keeper.catch_up(store).await?;
        Ok(keeper)
    }

    async fn catch_up(&mut self, store: &Store) -> Result<(), HeadError> {
        let kept = kept_leaves(&self.folder)?;
        let head = kept_head(&self.folder, &self.key.verifying_key())?;
        let mut conn = store.read().await?;
        let tree = crate::act::read_tree(&mut conn).await?;
        let rows = conn.all("SELECT leaf FROM journal_lines ORDER BY seq", params![]).await?;
        let leaves = rows.iter().map(|row| row.bytes("leaf")).collect::<Result<Vec<_>, _>>()?;
        if let Some(at) = first_difference(&kept, &leaves) {
            return Err(HeadError::Disagrees(format!("line {at}")));
        }
        let leaves = leaves
            .iter()
            .enumerate()
            .map(|(index, leaf)| to_hash(leaf).ok_or_else(|| HeadError::Disagrees(format!("line {}", index + 1))));
        let leaves = leaves.collect::<Result<Vec<_>, _>>()?;
        agrees(&leaves, &tree, head.as_ref())?;
        self.kept = kept.len() as u64;
        self.write(&leaves[kept.len()..], &tree)?;
        Ok(())
    }

    /// After a commit: the new leaves and the new head. An act whose request was given up between
    /// its commit and this left its leaves to the next one, which finds them in the database.
    pub(crate) async fn keep(&mut self, store: &Store, leaves: &[Hash], tree: &Tree) -> Result<(), HeadError> {
        if leaves.is_empty() {
            return Ok(());
        }
        if self.kept + leaves.len() as u64 == tree.size() {
            return Ok(self.write(leaves, tree)?);
        }
        let after = i64::try_from(self.kept).unwrap_or(i64::MAX);
        let upto = i64::try_from(tree.size()).unwrap_or(i64::MAX);
        let rows = store
            .read()
            .await?
            .all("SELECT leaf FROM journal_lines WHERE seq > $1 AND seq <= $2 ORDER BY seq", params![after, upto])
            .await?;
        let missing = rows.iter().map(|row| row.bytes("leaf")).collect::<Result<Vec<_>, _>>()?;
        let missing: Option<Vec<Hash>> = missing.iter().map(|leaf| to_hash(leaf)).collect();
        Ok(self.write(&missing.unwrap_or_default(), tree)?)
    }

    /// Not synced to disk on purpose: a head that lags is honest, and a second sync per act would
    /// double what an act costs.
    fn write(&mut self, leaves: &[Hash], tree: &Tree) -> std::io::Result<()> {
        let mut file = OpenOptions::new().create(true).write(true).truncate(false).open(self.folder.join("leaves"))?;
        file.seek(SeekFrom::Start(self.kept * 32))?;
        file.write_all(&leaves.concat())?;
        self.kept += leaves.len() as u64;
        let fresh = self.folder.join("head.new");
        fs::write(&fresh, self.note(tree))?;
        fs::rename(fresh, self.folder.join("head"))
    }

    fn note(&self, tree: &Tree) -> String {
        let body = format!("{}\n{}\n{}\n", self.origin, tree.size(), STANDARD.encode(tree.root()));
        let verifying = self.key.verifying_key();
        let mut signature = key_hash(&self.origin, &verifying).to_vec();
        signature.extend(self.key.sign(body.as_bytes()).to_bytes());
        format!("{body}\n\u{2014} {} {}\n", self.origin, STANDARD.encode(signature))
    }
}

/// How lines fit the head that was signed and the tree's row beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// They have the tree of the row and begin with the tree that was signed.
    Whole,
    /// There are fewer of them than were signed.
    Cut,
    /// They begin with another tree than the one that was signed.
    OtherRoot,
    /// The row tells of another tree, or of none.
    OtherTree,
}

impl Fit {
    pub(crate) fn of(leaves: &[Hash], head: &Head, tree: Option<&Tree>) -> Self {
        let mut again = Tree::default();
        let mut root_at_head = again.root();
        for leaf in leaves {
            again.push(*leaf);
            if again.size() == head.size {
                root_at_head = again.root();
            }
        }
        if again.size() < head.size {
            Self::Cut
        } else if root_at_head != head.root {
            Self::OtherRoot
        } else if tree == Some(&again) {
            Self::Whole
        } else {
            Self::OtherTree
        }
    }
}

/// The program goes on only over lines that fit.
fn agrees(leaves: &[Hash], tree: &Tree, head: Option<&Head>) -> Result<(), HeadError> {
    let disagrees = |what: &str| Err(HeadError::Disagrees(what.to_owned()));
    let Some(head) = head else {
        // Only a journal that was never written has no head yet.
        return if leaves.is_empty() { Ok(()) } else { disagrees("the kept head is missing") };
    };
    match Fit::of(leaves, head, Some(tree)) {
        Fit::Whole => Ok(()),
        Fit::Cut => disagrees(&format!("{} lines of {} are left", leaves.len(), head.size)),
        Fit::OtherRoot => disagrees("the signed head has another root"),
        Fit::OtherTree => disagrees("the tree's frontier"),
    }
}

/// The signed head, where one was ever kept.
fn kept_head(folder: &Path, key: &VerifyingKey) -> Result<Option<Head>, HeadError> {
    let note = match fs::read_to_string(folder.join("head")) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        other => other?,
    };
    let head = parse_note(&note, key);
    head.map(Some).ok_or_else(|| HeadError::Disagrees("the head's signature is not good".to_owned()))
}

/// The kept leaves and the kept head, its signature checked with the key beside it.
pub(crate) fn read_kept(folder: &Path) -> Result<(Vec<Hash>, Head), HeadError> {
    let key = read_key(&folder.join("key")).map_err(|error| missing(error, "the key of the kept head"))?;
    let head = kept_head(folder, &key.verifying_key())?;
    let head = head.ok_or_else(|| HeadError::Disagrees("the kept head is missing".to_owned()))?;
    Ok((kept_leaves(folder)?, head))
}

fn missing(error: std::io::Error, what: &str) -> HeadError {
    if error.kind() == std::io::ErrorKind::NotFound {
        return HeadError::Disagrees(format!("{what} is missing"));
    }
    HeadError::Io(error)
}

fn parse_note(note: &str, key: &VerifyingKey) -> Option<Head> {
    let (body, signature) = note.split_once("\n\n")?;
    let body = format!("{body}\n");
    let mut lines = body.lines();
    let origin = lines.next()?;
    let size = lines.next()?.parse().ok()?;
    let root = to_hash(&STANDARD.decode(lines.next()?).ok()?)?;
    let bytes = STANDARD.decode(signature.trim_end().rsplit_once(' ')?.1).ok()?;
    let (hash, signature) = bytes.split_at_checked(4)?;
    let good =
        hash == key_hash(origin, key) && key.verify(body.as_bytes(), &Signature::from_slice(signature).ok()?).is_ok();
    good.then_some(Head { size, root })
}

/// The first four bytes of `SHA-256(name ‖ "\n" ‖ 0x01 ‖ key)`, as signed notes name a key.
fn key_hash(origin: &str, key: &VerifyingKey) -> [u8; 4] {
    let digest: Hash =
        Sha256::new().chain_update(origin).chain_update([b'\n', 1]).chain_update(key.as_bytes()).finalize().into();
    [digest[0], digest[1], digest[2], digest[3]]
}

pub(crate) fn to_hash(bytes: &[u8]) -> Option<Hash> {
    bytes.try_into().ok()
}

/// The 1-based number of the first line at which the two differ or the database ends early.
pub(crate) fn first_difference(kept: &[Hash], leaves: &[impl AsRef<[u8]>]) -> Option<usize> {
    kept.iter()
        .enumerate()
        .find(|(index, hash)| leaves.get(*index).is_none_or(|leaf| leaf.as_ref() != hash.as_slice()))
        .map(|(index, _)| index + 1)
}

fn kept_leaves(folder: &Path) -> std::io::Result<Vec<Hash>> {
    let mut bytes = Vec::new();
    match File::open(folder.join("leaves")) {
        Ok(mut file) => file.read_to_end(&mut bytes)?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => 0,
        Err(error) => return Err(error),
    };
    Ok(bytes.as_chunks::<32>().0.to_vec())
}

fn read_key(path: &Path) -> std::io::Result<SigningKey> {
    let bytes = fs::read(path)?;
    let bytes = to_hash(&bytes).ok_or_else(|| std::io::Error::other("the journal's key must have 32 bytes"))?;
    Ok(SigningKey::from_bytes(&bytes))
}

fn read_or_make_key(path: &Path) -> std::io::Result<SigningKey> {
    match read_key(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let mut seed = [0; 32];
            getrandom::fill(&mut seed).map_err(std::io::Error::other)?;
            write_secret(path, &seed)?;
            Ok(SigningKey::from_bytes(&seed))
        }
        other => other,
    }
}

fn write_secret(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
