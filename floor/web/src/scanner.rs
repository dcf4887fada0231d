//! Files looked into for malware by the daemon `clamd`, where the operator names one.
//!
//! The file is streamed to it; nothing of the answer but its verdict is believed, and whatever it did not say is
//! *not scanned*: a limit that it met, a line that broke, a word that is not known.

use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::fs::File;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};

/// How long it may take to answer a call.
const TO_ANSWER: Duration = Duration::from_secs(5);
/// How long one file may take.
const FOR_A_FILE: Duration = Duration::from_mins(2);
/// More than any verdict is long.
const LONGEST_ANSWER: u64 = 4_096;
const PIECE: usize = 64 * 1024;
/// Larger files are passed over by a clamd that is set up as it came, and it says *OK* of them all the same.
const SURELY_SCANNED: u64 = 25 << 20;
/// What it calls a file that it did not look through, where it is told to say so.
const OVER_A_LIMIT: &str = "Heuristics.Limits.Exceeded";

/// What was found in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scan {
    /// Looked through, and nothing found.
    Clean,
    /// What was found, by its name.
    Infected(String),
    /// Not looked through, and why.
    NotScanned(String),
    /// Nobody answers there: to be asked again later.
    Away,
}

/// Whom to ask.
#[derive(Clone, Debug, Default)]
pub struct Scanner(Where);

#[derive(Clone, Debug, Default)]
enum Where {
    #[default]
    Nowhere,
    Socket(PathBuf),
    Address(String),
}

/// A line to clamd, of either kind.
trait Line: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Line for T {}

impl Scanner {
    /// Nobody.
    pub fn none() -> Self {
        Self::default()
    }

    /// `unix:/run/clamav/clamd.ctl` or `tcp:127.0.0.1:3310`.
    pub fn at(place: &str) -> Option<Self> {
        let (kind, place) = place.split_once(':')?;
        match kind {
            "unix" if place.starts_with('/') => Some(Self(Where::Socket(PathBuf::from(place)))),
            "tcp" if place.contains(':') => Some(Self(Where::Address(place.to_owned()))),
            _ => None,
        }
    }

    /// Whether anybody is named at all.
    pub fn is_named(&self) -> bool {
        !matches!(self.0, Where::Nowhere)
    }

    /// Whether it answers now.
    pub async fn answers(&self) -> bool {
        let asking = async {
            let mut line = self.line().await?;
            line.write_all(b"zPING\0").await?;
            answer(&mut line).await
        };
        matches!(tokio::time::timeout(TO_ANSWER, asking).await, Ok(Ok(said)) if said == "PONG")
    }

    /// Has this file looked through.
    pub async fn scan(&self, file: &Path) -> Scan {
        let line = match tokio::time::timeout(TO_ANSWER, self.line()).await {
            Ok(Ok(line)) => line,
            Ok(Err(error)) => {
                tracing::warn!(%error, "clamd does not answer");
                return Scan::Away;
            }
            Err(_) => return Scan::Away,
        };
        match tokio::time::timeout(FOR_A_FILE, said_of(line, file)).await {
            Ok(Ok((bytes, said))) => understood(bytes, &said),
            Ok(Err(error)) => Scan::NotScanned(error.to_string()),
            Err(_) => Scan::NotScanned("it took too long".to_owned()),
        }
    }

    async fn line(&self) -> std::io::Result<Box<dyn Line>> {
        match &self.0 {
            Where::Nowhere => Err(std::io::Error::from(std::io::ErrorKind::NotFound)),
            Where::Socket(path) => Ok(Box::new(UnixStream::connect(path).await?)),
            Where::Address(address) => Ok(Box::new(TcpStream::connect(address.as_str()).await?)),
        }
    }
}

/// Streams the file; gives its length and what was said of it.
async fn said_of(mut line: Box<dyn Line>, path: &Path) -> std::io::Result<(u64, String)> {
    let file = File::open(path).await?;
    match stream(&mut line, file).await {
        Ok(bytes) => Ok((bytes, answer(&mut line).await?)),
        // It hangs up on what is too large for it, and may have said so first.
        Err(broken) => match answer(&mut line).await {
            Ok(said) if !said.is_empty() => Ok((u64::MAX, said)),
            _ => Err(broken),
        },
    }
}

async fn stream(line: &mut Box<dyn Line>, mut file: File) -> std::io::Result<u64> {
    line.write_all(b"zINSTREAM\0").await?;
    let (mut piece, mut bytes) = (vec![0; PIECE], 0);
    loop {
        let read = file.read(&mut piece).await?;
        let length = u32::try_from(read).unwrap_or(u32::MAX);
        line.write_all(&length.to_be_bytes()).await?;
        if read == 0 {
            line.flush().await?;
            return Ok(bytes);
        }
        line.write_all(&piece[..read]).await?;
        bytes += u64::from(length);
    }
}

async fn answer(line: &mut Box<dyn Line>) -> std::io::Result<String> {
    let mut said = Vec::new();
    line.take(LONGEST_ANSWER).read_to_end(&mut said).await?;
    let said = String::from_utf8_lossy(&said);
    Ok(said.trim_matches(|sign: char| sign == '\0' || sign.is_whitespace()).to_owned())
}

/// `stream: OK`, `stream: Eicar-Signature FOUND`, or why not.
fn understood(bytes: u64, said: &str) -> Scan {
    let word = said.strip_prefix("stream: ").unwrap_or(said);
    if let Some(name) = word.strip_suffix(" FOUND") {
        let limit = name.starts_with(OVER_A_LIMIT);
        return if limit { Scan::NotScanned(name.to_owned()) } else { Scan::Infected(name.to_owned()) };
    }
    match word {
        "OK" if bytes <= SURELY_SCANNED => Scan::Clean,
        "OK" => Scan::NotScanned("larger than is surely looked through".to_owned()),
        "" => Scan::NotScanned("it hung up".to_owned()),
        other => Scan::NotScanned(other.chars().take(200).collect()),
    }
}
