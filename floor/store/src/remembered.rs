//! What was read once and cannot change any more.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{LazyLock, PoisonError, RwLock};

/// A memory of values that their keys settle for good: frozen rules, parsed texts, opened rounds.
///
/// Full, it is begun anew: no house looks at so many things at once that it would matter.
pub struct Remembered<K, V> {
    most: usize,
    known: LazyLock<RwLock<HashMap<K, V>>>,
}

impl<K: Eq + Hash, V: Clone> Remembered<K, V> {
    /// An empty memory for at most so many.
    pub const fn at_most(most: usize) -> Self {
        Self { most, known: LazyLock::new(RwLock::default) }
    }

    /// What is remembered under this key.
    pub fn get(&self, key: &K) -> Option<V> {
        self.known.read().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    /// Remembers it, in the place of what was there.
    pub fn keep(&self, key: K, value: &V) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= self.most {
            known.clear();
        }
        known.insert(key, value.clone());
    }
}
