//! The Merkle tree of RFC 6962, section 2.1, grown one leaf at a time.

use sha2::{Digest, Sha256};

/// A SHA-256.
pub type Hash = [u8; 32];

/// Hash of a leaf: `H(0x00 ‖ salt ‖ record)`. Deleting the salt makes a line unguessable for good.
pub fn leaf_hash(salt: &[u8], record: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(salt).chain_update(record).finalize().into()
}

fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// A tree that remembers only its frontier: the roots of its complete subtrees, largest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    size: u64,
    frontier: Vec<Hash>,
}

impl Tree {
    /// From what the store keeps; `None` when the two do not fit together.
    pub fn from_parts(size: u64, frontier: &[u8]) -> Option<Self> {
        let (hashes, rest) = frontier.as_chunks::<32>();
        let fits = rest.is_empty() && hashes.len() == size.count_ones() as usize;
        fits.then(|| Self { size, frontier: hashes.to_vec() })
    }

    /// How many leaves it has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The frontier as the store keeps it.
    pub fn frontier(&self) -> Vec<u8> {
        self.frontier.concat()
    }

    /// Adds one leaf.
    pub fn push(&mut self, leaf: Hash) {
        let mut node = leaf;
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.frontier.pop() {
                node = node_hash(&left, &node);
            }
        }
        self.frontier.push(node);
        self.size += 1;
    }

    /// The head's hash; of an empty tree, the hash of nothing.
    pub fn root(&self) -> Hash {
        let mut hashes = self.frontier.iter().rev();
        match hashes.next() {
            Some(last) => hashes.fold(*last, |right, left| node_hash(left, &right)),
            None => Sha256::digest([]).into(),
        }
    }
}
