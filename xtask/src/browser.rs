//! The browser journeys of `browser/`: Node drives the system's Chromium against the binary.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::tools::{self, Tool};
use crate::{Result, shell, steps};

/// `cargo xtask browser` and `cargo xtask guide`: builds the binary first.
pub(crate) fn from_the_terminal(words: &[&str]) -> Result {
    tools::ensure(&[Tool::Node, Tool::Chromium])?;
    shell::run(&mut steps::release_build())?;
    run(&steps::release_binary()?, words)
}

/// Runs the journeys against a binary that is built already.
pub(crate) fn run(binary: &Path, words: &[&str]) -> Result {
    let folder = shell::root().join("browser");
    install(&folder)?;
    let chromium = tools::chromium().ok_or("no Chromium on this machine")?;
    shell::run(
        Command::new("node")
            .arg("browser/run.mjs")
            .args(words)
            .current_dir(shell::root())
            .env("HOITHI_BIN", binary)
            .env("HOITHI_CHROMIUM", chromium),
    )
}

/// `npm ci` takes its time and asks a registry, so it runs only when the lock file changed since it
/// last did. No package's own scripts run: none here needs one.
fn install(folder: &Path) -> Result {
    let lock = fs::read(folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder);
    shell::run(&mut npm)?;
    Ok(fs::write(stamp, lock)?)
}
