//! What the tests need beside Rust, Node and a C compiler, and how it comes onto a machine.
//!
//! Debian and Ubuntu are installed on by themselves, as root or through a sudo that asks nothing;
//! anywhere else the one line that would install is printed and the run ends there, because a run
//! without its database or its browser would be green about things it never tried.

use std::path::PathBuf;
use std::process::Command;

use crate::{Result, postgres, shell};

/// Held still, so that a newer one with a newer Rust's needs does not break a machine that had all.
const NEXTEST: &str = "0.9.143";
const OLDEST_NODE: u32 = 20;

/// A program that a step needs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tool {
    Format,
    Lint,
    Nextest,
    Node,
    Postgres,
    Chromium,
    PdfText,
}

impl Tool {
    fn is_here(self) -> bool {
        match self {
            Self::Format => shell::works("cargo", &["fmt", "--version"]),
            Self::Lint => shell::works("cargo", &["clippy", "--version"]),
            Self::Nextest => shell::works("cargo", &["nextest", "--version"]),
            Self::Node => node_major().is_some_and(|major| major >= OLDEST_NODE),
            Self::Postgres => postgres::programs().is_some(),
            Self::Chromium => chromium().is_some(),
            Self::PdfText => shell::on_path("pdftotext").is_some(),
        }
    }

    fn how(self) -> Source {
        match self {
            Self::Format => Source::Rustup("rustfmt"),
            Self::Lint => Source::Rustup("clippy"),
            Self::Nextest => Source::Crate("cargo-nextest", NEXTEST),
            Self::Node => Source::ByHand("Node.js 20 or newer with npm (see README.md)"),
            Self::Postgres => Source::Package("postgresql"),
            // Ubuntu's archive has the browser under its older name only.
            Self::Chromium if is_ubuntu() => Source::Package("chromium-browser"),
            Self::Chromium => Source::Package("chromium"),
            Self::PdfText => Source::Package("poppler-utils"),
        }
    }
}

/// Where a missing tool comes from.
enum Source {
    Package(&'static str),
    Crate(&'static str, &'static str),
    Rustup(&'static str),
    ByHand(&'static str),
}

/// Installs whichever of these is missing, or says what to type and refuses to go on.
pub(crate) fn ensure(tools: &[Tool]) -> Result {
    let missing: Vec<Tool> = tools.iter().copied().filter(|tool| !tool.is_here()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("missing: {missing:?}");
    let mut packages = Vec::new();
    for tool in &missing {
        match tool.how() {
            Source::Package(name) => packages.push(name),
            Source::Crate(name, version) => install_crate(name, version)?,
            Source::Rustup(name) => {
                shell::run(Command::new("rustup").args(["component", "add", name]))?;
            }
            Source::ByHand(what) => return Err(format!("please install {what}").into()),
        }
    }
    install_packages(&packages)?;
    match missing.into_iter().find(|tool| !tool.is_here()) {
        Some(tool) => Err(format!("{tool:?} is still missing after it was installed").into()),
        None => Ok(()),
    }
}

fn install_crate(name: &str, version: &str) -> Result {
    shell::run(&mut shell::cargo(["install", name, "--locked", "--version", version]))
}

fn install_packages(names: &[&str]) -> Result {
    if names.is_empty() {
        return Ok(());
    }
    let line = format!("apt-get update && apt-get install --yes --no-install-recommends {}", names.join(" "));
    let apt_is_here = shell::on_path("apt-get").is_some();
    if apt_is_here && shell::is_root() {
        return shell::run(Command::new("sh").args(["-c", &line]).env("DEBIAN_FRONTEND", "noninteractive"));
    }
    let quiet = format!("DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND; {line}");
    if apt_is_here && shell::works("sudo", &["-n", "true"]) {
        return shell::run(Command::new("sudo").args(["-n", "sh", "-c", &quiet]));
    }
    Err(format!("these tests need more than is here; this line installs it:\n\n    sudo sh -c '{line}'").into())
}

/// The browser: the one that `HOITHI_CHROMIUM` names, or the system's.
pub(crate) fn chromium() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("HOITHI_CHROMIUM") {
        return Some(PathBuf::from(named)).filter(|place| place.is_file());
    }
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(shell::on_path)
}

fn node_major() -> Option<u32> {
    let version = shell::answer(Command::new("node").arg("--version")).ok()?;
    version.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

fn is_ubuntu() -> bool {
    std::fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=ubuntu"))
}
