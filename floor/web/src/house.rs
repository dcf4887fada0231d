//! What every handler may reach: the acts, the files, the printer, the long jobs, the texts, the site's address.

use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;

use axum::http::Uri;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use hoithi_documents::{Files, FilesError, Printer, Reader, Sha256Hex};
use hoithi_journal::{Acts, Clock, Fault, Halt};
use hoithi_store::{Conn, Store};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::catalogue::Catalogue;
use crate::jobs::Jobs;
use crate::resumable::Landing;
use crate::scanner::Scanner;
use crate::uploads::note;

/// The program's standing equipment, cheap to clone.
#[derive(Clone)]
pub struct House {
    /// Performs acts.
    pub acts: Acts,
    /// Files by their hash.
    pub files: Files,
    /// Makes PDFs.
    pub printer: Printer,
    /// Reads what files say.
    pub reader: Reader,
    /// Looks into files for malware, where the operator names who does.
    pub scanner: Scanner,
    /// Texts in both languages.
    pub catalogue: Arc<Catalogue>,
    /// What is longer than anybody waits for.
    pub jobs: Jobs,
    /// Where files land that come in pieces.
    pub landing: Landing,
    /// Where and how it is reached.
    pub site: Arc<Site>,
}

impl House {
    /// A connection for reading.
    pub async fn read(&self) -> Result<Conn, Halt> {
        Ok(self.acts.store().read().await?)
    }

    /// A kept file, read beside the threads that answer requests.
    pub async fn kept_file(&self, hash: Sha256Hex) -> Result<Vec<u8>, Halt> {
        let files = self.files.clone();
        let read = tokio::task::spawn_blocking(move || files.get(&hash)).await.map_err(Halt::fault)?;
        read.map_err(|error| match error {
            FilesError::Quarantined(_) => put_apart(),
            error => Halt::fault(error),
        })
    }

    /// Goes on unless that file was put apart: what was made of it goes to nobody either.
    pub fn refuse_put_apart(&self, hash: &Sha256Hex) -> Result<(), Halt> {
        if self.files.is_quarantined(hash) { Err(put_apart()) } else { Ok(()) }
    }

    /// Keeps a file, written beside the threads that answer requests; its hash is its name.
    pub async fn keep_file(&self, bytes: impl AsRef<[u8]> + Send + 'static) -> Result<Sha256Hex, Halt> {
        let files = self.files.clone();
        let put = move || files.put(bytes.as_ref());
        tokio::task::spawn_blocking(put).await.map_err(Halt::fault)?.map_err(Halt::fault)
    }

    /// Keeps a file that came with a form: where the form is refused and nothing names it, it goes again.
    pub async fn keep_upload(&self, bytes: impl AsRef<[u8]> + Send + 'static) -> Result<Sha256Hex, Halt> {
        let files = self.files.clone();
        let hold = move || files.hold(bytes.as_ref());
        let held = tokio::task::spawn_blocking(hold).await.map_err(Halt::fault)?.map_err(Halt::fault)?;
        let hash = held.hash().clone();
        note(held);
        Ok(hash)
    }

    /// The same at once, where nothing may be waited for.
    pub fn take_upload(&self, bytes: &[u8]) -> Result<Sha256Hex, Halt> {
        let held = self.files.hold(bytes).map_err(Halt::fault)?;
        let hash = held.hash().clone();
        note(held);
        Ok(hash)
    }

    /// The database.
    pub fn store(&self) -> &Store {
        self.acts.store()
    }

    /// The contest's clock.
    pub fn clock(&self) -> &Clock {
        self.acts.clock()
    }
}

fn put_apart() -> Halt {
    Halt::refused("web.file_quarantined", None, "this file was put apart")
}

/// What everything that a demo makes says of itself.
pub const WATERMARK: &str = "DỮ LIỆU MINH HỌA";

/// Where and how the program is reached.
#[derive(Debug)]
pub struct Site {
    /// Without a slash at its end: `https://hoithi.example.vn`.
    pub public_url: String,
    /// Plain http on a local network, chosen by the operator: every page says so.
    pub insecure_lan: bool,
    /// A demo folder: every page and document says so.
    pub demo: bool,
    /// The data folder.
    pub data: PathBuf,
    /// The largest upload, bytes.
    pub largest_upload: usize,
    /// Signs form tokens and short-lived links.
    pub key: SiteKey,
}

impl Site {
    /// What every paper of a demo carries.
    pub fn watermark(&self) -> Option<String> {
        self.demo.then(|| WATERMARK.to_owned())
    }

    /// Whether cookies may insist on an encrypted connection.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// Whether other machines could follow an address that is printed on paper or stands in a mail.
    pub fn is_reachable_from_outside(&self) -> bool {
        let uri = self.public_url.parse::<Uri>().ok();
        let Some(host) = uri.as_ref().and_then(Uri::host) else { return false };
        match host.trim_matches(['[', ']']).parse::<IpAddr>() {
            Ok(address) => !address.is_loopback() && !address.is_unspecified(),
            Err(_) => host != "localhost" && !host.ends_with(".localhost"),
        }
    }
}

/// A secret of this installation, made from the operating system's chance.
pub struct SiteKey([u8; 32]);

impl SiteKey {
    /// From the key file.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// A tag for a text that only this installation can make.
    pub(crate) fn tag(&self, purpose: &str, text: &str) -> Result<Vec<u8>, Fault> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).map_err(|error| Fault::new(error.to_string()))?;
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(text.as_bytes());
        Ok(mac.finalize().into_bytes().to_vec())
    }
}

impl Site {
    /// A text that a form carries from one page to the next and that comes back as it was, or not
    /// at all.
    pub fn seal(&self, purpose: &str, text: &str) -> Result<String, Halt> {
        let tag = self.key.tag(purpose, text).map_err(Halt::Fault)?;
        Ok(format!("{}.{}", URL_SAFE_NO_PAD.encode(text), URL_SAFE_NO_PAD.encode(tag)))
    }

    /// What was sealed for that purpose.
    pub fn unseal(&self, purpose: &str, sealed: &str) -> Option<String> {
        let (text, tag) = sealed.split_once('.')?;
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        let wanted = self.key.tag(purpose, &text).ok()?;
        let same: bool = wanted.ct_eq(&URL_SAFE_NO_PAD.decode(tag).ok()?).into();
        same.then_some(text)
    }
}

impl fmt::Debug for SiteKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SiteKey(…)")
    }
}
