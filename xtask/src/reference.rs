//! Reference texts that the program writes about itself and that are committed, so that a change of
//! a route, a permission or an option is seen in a review as a change of text.

use std::path::Path;
use std::process::Command;
use std::{fs, io};

use crate::{Result, shell};

/// One committed text and the words that make `hoithi` print it.
struct Reference {
    file: &'static str,
    words: &'static [&'static str],
}

const REFERENCES: &[Reference] = &[
    Reference { file: "docs/reference/openapi.json", words: &["openapi"] },
    Reference { file: "docs/reference/permissions.txt", words: &["reference", "permissions"] },
    Reference { file: "docs/reference/routes.txt", words: &["reference", "routes"] },
    Reference { file: "docs/reference/cli.txt", words: &["reference", "cli"] },
];

/// Writes every text anew.
pub(crate) fn write() -> Result {
    shell::run(&mut shell::cargo(["build", "--package", "hoithi"]))?;
    let binary = shell::target_folder()?.join("debug/hoithi");
    for reference in REFERENCES {
        let place = shell::root().join(reference.file);
        let text = reference.printed_by(&binary)?;
        if committed(&place)?.as_deref() == Some(text.as_str()) {
            println!("{} is as it was", reference.file);
            continue;
        }
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&place, text)?;
        println!("{} is written anew", reference.file);
    }
    Ok(())
}

/// Compares every text with what this binary prints.
pub(crate) fn check(binary: &Path) -> Result {
    let mut stale = Vec::new();
    for reference in REFERENCES {
        let text = committed(&shell::root().join(reference.file))?;
        if text.as_deref() != Some(reference.printed_by(binary)?.as_str()) {
            stale.push(reference.file);
        }
    }
    if stale.is_empty() {
        return Ok(());
    }
    Err(format!("{} no longer says what the program does: cargo xtask regen", stale.join(", ")).into())
}

impl Reference {
    fn printed_by(&self, binary: &Path) -> Result<String> {
        shell::answer(Command::new(binary).args(self.words))
    }
}

fn committed(place: &Path) -> Result<Option<String>> {
    match fs::read_to_string(place) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(format!("{}: {error}", place.display()).into()),
    }
}
