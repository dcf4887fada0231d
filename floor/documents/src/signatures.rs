//! The signatures in a signed PDF, read by `pdfsig` where the office has it installed.
//!
//! The tool runs beside the program: on the kept file itself, without the network, for some seconds,
//! with bounded memory and output. What it cannot tell is never shown as valid. Whether a
//! certificate is one of the state's is for the people who know its issuer; what is told here is
//! whose name is in it and whether the signed bytes are whole.

use std::path::Path;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::child::{WHERE_TOOLS_ARE, run};

/// Far more than a hundred signatures' description.
const MOST_OUTPUT: u64 = 256 * 1024;

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
    match run(WHERE_TOOLS_ARE, "exec pdfsig -nocert \"$1\"", &[pdf.as_os_str()], MOST_OUTPUT).await {
        Ok(said) => understood(said.code, &String::from_utf8_lossy(&said.output)),
        Err(error) => {
            tracing::warn!(%error, "the signatures of a PDF could not be checked");
            SignatureCheck::Unreadable
        }
    }
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
