//! Commands of other programs: printed before they run, and their failure is ours.

use std::ffi::OsStr;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Result;

/// The workspace's folder. Asked at run time, because a build cache shared by two clones may hand
/// one of them the binary that the other built.
pub(crate) fn root() -> PathBuf {
    let package = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    Path::new(&package).parent().map(Path::to_owned).unwrap_or_default()
}

/// The cargo that started this program, in the workspace's folder and as if typed by hand: `cargo
/// run` tells this program about itself in its environment, and a build script that asks for one of
/// those names (ring's does) would have everything above it built twice, here and at the terminal.
pub(crate) fn cargo<I: AsRef<OsStr>>(words: impl IntoIterator<Item = I>) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.args(words).current_dir(root());
    for (name, _) in std::env::vars_os() {
        let told = name.to_string_lossy();
        if told.starts_with("CARGO_PKG_") || told.starts_with("CARGO_MANIFEST_") || told == "CARGO_PRIMARY_PACKAGE" {
            command.env_remove(&name);
        }
    }
    command
}

/// Prints the command, runs it on this terminal and refuses a status other than 0.
pub(crate) fn run(command: &mut Command) -> Result {
    println!("$ {}", as_typed(command));
    let status = command.status().map_err(|error| format!("{}: {error}", as_typed(command)))?;
    if status.success() {
        return Ok(());
    }
    Err(format!("{} ended with {status}", as_typed(command)).into())
}

/// What a command prints; its own complaints stay on the terminal.
pub(crate) fn answer(command: &mut Command) -> Result<String> {
    let output =
        command.stderr(Stdio::inherit()).output().map_err(|error| format!("{}: {error}", as_typed(command)))?;
    if !output.status.success() {
        return Err(format!("{} ended with {}", as_typed(command), output.status).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Whether a command can be started here and ends well; says nothing.
pub(crate) fn works(program: &str, words: &[&str]) -> bool {
    Command::new(program)
        .args(words)
        .current_dir(root())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// A program's place on the search path.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(program)).find(|place| place.is_file())
}

pub(crate) fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0)
}

/// Where cargo builds, which `CARGO_TARGET_DIR` or anybody's cargo configuration may have moved.
pub(crate) fn target_folder() -> Result<PathBuf> {
    let facts = answer(&mut cargo(["metadata", "--no-deps", "--format-version", "1"]))?;
    // One member of a JSON object that cargo writes itself: a JSON reader would triple the time
    // that this program takes to build, before the first test can start.
    facts
        .split_once("\"target_directory\":\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(folder, _)| PathBuf::from(folder))
        .ok_or_else(|| "cargo metadata names no target directory".into())
}

fn as_typed(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    std::iter::once(program)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}
