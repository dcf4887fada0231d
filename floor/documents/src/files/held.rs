//! Files that came with something that may still be refused.

use std::collections::HashMap;
use std::fs;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Files, FilesError, Sha256Hex, holds};

/// A file that lies in the store while somebody decides about it. Dropped, it stays; only
/// [`HeldFile::let_go`] takes it away, and only what was not there before and nobody else holds.
#[derive(Debug)]
pub struct HeldFile {
    hash: Sha256Hex,
    files: Files,
    stays: bool,
}

impl HeldFile {
    /// Its name in the store.
    pub fn hash(&self) -> &Sha256Hex {
        &self.hash
    }

    /// Nobody names it.
    pub fn let_go(mut self) {
        self.stays = false;
    }
}

impl Drop for HeldFile {
    fn drop(&mut self) {
        let mut under_way = self.files.under_way.all();
        let Some(holding) = under_way.get_mut(&self.hash) else { return };
        holding.holders -= 1;
        holding.stays |= self.stays;
        let (last, stays) = (holding.holders == 0, holding.stays);
        if last {
            under_way.remove(&self.hash);
        }
        if last && !stays {
            // What cannot be removed is a file that nobody names.
            let _ = fs::remove_file(self.files.path(&self.hash));
        }
    }
}

#[derive(Debug)]
struct Holding {
    holders: usize,
    stays: bool,
}

/// What is held at this moment. Who decides whether a file is there and who takes one away do so one
/// after the other.
#[derive(Clone, Debug, Default)]
pub(super) struct UnderWay(Arc<Mutex<HashMap<Sha256Hex, Holding>>>);

impl UnderWay {
    fn all(&self) -> MutexGuard<'_, HashMap<Sha256Hex, Holding>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Files {
    /// Puts a file that may have to go again.
    pub fn hold(&self, bytes: &[u8]) -> Result<HeldFile, FilesError> {
        let hash = Sha256Hex::of(bytes);
        let mut under_way = self.under_way.all();
        let there = holds(&self.path(&hash), bytes.len());
        under_way.entry(hash.clone()).or_insert(Holding { holders: 0, stays: there }).holders += 1;
        drop(under_way);
        let held = HeldFile { hash, files: self.clone(), stays: true };
        self.write(&held.hash, bytes)?;
        Ok(held)
    }

    /// A file that is held stays, whoever lets it go: the next page carries it.
    pub fn keep(&self, hash: &Sha256Hex) {
        if let Some(holding) = self.under_way.all().get_mut(hash) {
            holding.stays = true;
        }
    }
}
