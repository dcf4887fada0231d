//! A file's elements as a tree, by their names without a prefix: senders do not agree on prefixes.

use hoithi_documents::package::PackageError;
use hoithi_documents::package::xml::{Met, read};
use hoithi_rules::text::one_line;

/// More than any package has; what has more was made to fill the memory.
const MOST_ELEMENTS: usize = 5_000;

/// An element with what stands in it.
#[derive(Debug, Default)]
pub(super) struct Node {
    name: String,
    /// What it points at: `URI` or `href`.
    pub(super) target: String,
    /// By which algorithm, of a hash.
    pub(super) algorithm: String,
    /// Its own words as they stand.
    pub(super) words: String,
    below: Vec<Self>,
}

impl Node {
    /// The whole file, under a node without a name.
    pub(super) fn parse(text: &str) -> Result<Self, PackageError> {
        let (mut open, mut left) = (vec![Self::default()], MOST_ELEMENTS);
        read(text, |met| {
            match met {
                Met::Begin(element) => {
                    left = left.checked_sub(1).ok_or(PackageError::TooLarge)?;
                    open.push(Self {
                        name: element.name(),
                        target: element.attribute("URI").or_else(|| element.attribute("href")).unwrap_or_default(),
                        algorithm: element.attribute("Algorithm").unwrap_or_default(),
                        ..Self::default()
                    });
                }
                Met::Words(words) => {
                    if let Some(node) = open.last_mut() {
                        node.words.push_str(&words);
                    }
                }
                Met::End(_) => {
                    let done = open.pop().ok_or(PackageError::Broken)?;
                    open.last_mut().ok_or(PackageError::Broken)?.below.push(done);
                }
            }
            Ok(())
        })?;
        open.pop().ok_or(PackageError::Broken)
    }

    /// Its children of that name.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &Self> {
        self.below.iter().filter(move |node| node.name == name)
    }

    /// The first node on that way down.
    pub(super) fn at(&self, way: &[&str]) -> Option<&Self> {
        way.iter().try_fold(self, |node, name| node.below.iter().find(|below| below.name == *name))
    }

    /// The words there, on one line; empty where there are none.
    pub(super) fn text(&self, way: &[&str]) -> String {
        self.at(way).map(|node| one_line(&node.words)).unwrap_or_default()
    }

    /// Every node of that name, however deep.
    pub(super) fn deep(&self, name: &str) -> Vec<&Self> {
        let mut found = Vec::new();
        for node in &self.below {
            if node.name == name {
                found.push(node);
            }
            found.extend(node.deep(name));
        }
        found
    }
}
