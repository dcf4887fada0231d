//! The signatures in a signed PDF, read by `pdfsig` where the office has it installed.
//!
//! The tool runs beside the program: on the kept file itself, without the network, for some seconds,
//! with bounded memory and output. What it cannot tell is never shown as valid. Whether a
//! certificate is one of the state's is for the people who know its issuer; what is told here is
//! whose name is in it and whether the signed bytes are whole.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use tokio::io::AsyncReadExt;
use tokio::process::Command;

/// Far longer than any letter takes.
const PATIENCE: Duration = Duration::from_secs(20);
/// Far more than a hundred signatures' description.
const MOST_OUTPUT: u64 = 256 * 1024;

const WHERE_TOOLS_ARE: &str = "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin";

/// Limits in the shell's words: kilobytes of memory, seconds of work. Then the tool takes its place.
const BOUNDED: &str = "ulimit -v 2000000; ulimit -t 15; exec pdfsig -nocert \"$1\"";

/// What the tool said of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureCheck {
    /// There is no such tool on this machine.
    NotInstalled,
    /// The tool gave up on the file, or took too long.
    Unreadable,
    /// The signatures it found, in the order in which they were put; none where there is none.
    Checked(Vec<PdfSignature>),
}

/// One signature.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PdfSignature {
    /// The name in the certificate; empty where there is none.
    pub signer: String,
    /// When it was put, as the signature itself says.
    pub at: Option<Timestamp>,
    /// Whether the bytes that it covers are those that were signed.
    pub whole: bool,
    /// Whether it covers the file to its end; one that another signature follows does not.
    pub to_the_end: bool,
}

/// Checks the signatures of the PDF at this path.
pub async fn signatures_of(pdf: &Path) -> SignatureCheck {
    match tokio::time::timeout(PATIENCE, output_of(pdf)).await {
        Ok(Ok((code, output))) => understood(code, &output),
        Ok(Err(error)) => {
            tracing::warn!(%error, "the signatures of a PDF could not be checked");
            SignatureCheck::Unreadable
        }
        Err(_) => SignatureCheck::Unreadable,
    }
}

/// The child ends with the future: a file that keeps the tool busy keeps nobody waiting.
async fn output_of(pdf: &Path) -> std::io::Result<(Option<i32>, String)> {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", BOUNDED, "pdfsig"]).arg(pdf).env_clear();
    command.env("PATH", WHERE_TOOLS_ARE).env("LC_ALL", "C.UTF-8").env("TZ", "UTC").env("HOME", "/nonexistent");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
    let mut child = command.spawn()?;
    let mut output = Vec::new();
    if let Some(said) = child.stdout.take() {
        said.take(MOST_OUTPUT).read_to_end(&mut output).await?;
    }
    let status = child.wait().await?;
    Ok((status.code(), String::from_utf8_lossy(&output).into_owned()))
}

/// 127 is the shell's word for a tool that is not there; 2 the tool's for a file without signatures.
fn understood(code: Option<i32>, output: &str) -> SignatureCheck {
    let found = read(output);
    match code {
        Some(126 | 127) => SignatureCheck::NotInstalled,
        Some(2) if found.is_empty() && output.contains("does not contain any signatures") => {
            SignatureCheck::Checked(Vec::new())
        }
        Some(_) if !found.is_empty() => SignatureCheck::Checked(found),
        _ => SignatureCheck::Unreadable,
    }
}

/// The tool tells of each signature in lines of a name and a value.
fn read(output: &str) -> Vec<PdfSignature> {
    let mut found: Vec<PdfSignature> = Vec::new();
    for line in output.lines() {
        if line.starts_with("Signature #") {
            found.push(PdfSignature::default());
        }
        let (Some(signature), Some(said)) = (found.last_mut(), line.trim().strip_prefix("- ")) else { continue };
        match said.split_once(": ") {
            Some(("Signer Certificate Common Name", name)) => name.trim().clone_into(&mut signature.signer),
            Some(("Signing Time", time)) => signature.at = instant(time.trim()),
            Some(("Signature Validation", word)) => signature.whole = word.trim() == "Signature is Valid.",
            None if said.trim() == "Total document signed" => signature.to_the_end = true,
            _ => {}
        }
    }
    found
}

fn instant(time: &str) -> Option<Timestamp> {
    let time = DateTime::strptime("%b %d %Y %H:%M:%S", time).ok()?;
    Some(time.to_zoned(TimeZone::UTC).ok()?.timestamp())
}
