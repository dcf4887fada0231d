//! A tool of the machine, run beside the program: on a kept file itself, without the network, for
//! some seconds, with bounded memory and output. A file that somebody handed in may be made to hurt
//! whoever reads it; what it can hurt is such a child.

use std::ffi::OsStr;
use std::io;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::AsyncReadExt;
use tokio::process::Command;

/// Where tools are looked for.
pub(crate) const WHERE_TOOLS_ARE: &str = "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin";

/// How much a tool may take: limits in the shell's words, kilobytes of memory and seconds of work, and far longer
/// than they let it work.
pub(crate) struct Bounds {
    limits: &'static str,
    patience: Duration,
}

/// For what somebody waits for.
const SHORT: Bounds = Bounds { limits: "ulimit -v 2000000; ulimit -t 15; ", patience: Duration::from_secs(20) };

/// For what is made beside the requests: a film of some minutes, at the end of everybody else's turn.
pub(crate) const LONG: Bounds =
    Bounds { limits: "ulimit -v 2000000; ulimit -t 900; ", patience: Duration::from_mins(30) };

/// What a tool said, and how it ended.
pub(crate) struct Said {
    /// 127 is the shell's word for a tool that is not there.
    pub(crate) code: Option<i32>,
    /// At most as much as was asked for.
    pub(crate) output: Vec<u8>,
}

/// Runs a line of the shell under its limits, with these words as `$1`, `$2`, …; the child ends with
/// the future: a file that keeps the tool busy keeps nobody waiting.
pub(crate) async fn run(path: &str, line: &str, words: &[&OsStr], most: u64) -> io::Result<Said> {
    run_within(&SHORT, path, line, (words, most)).await
}

/// The same under limits of its own.
pub(crate) async fn run_within(
    bounds: &Bounds,
    path: &str,
    line: &str,
    (words, most): (&[&OsStr], u64),
) -> io::Result<Said> {
    let late = |_| io::Error::from(io::ErrorKind::TimedOut);
    let line = format!("{}{line}", bounds.limits);
    tokio::time::timeout(bounds.patience, said(path, &line, words, most)).await.map_err(late)?
}

async fn said(path: &str, line: &str, words: &[&OsStr], most: u64) -> io::Result<Said> {
    let mut command = Command::new("/bin/sh");
    command.arg("-c").arg(line).arg("sh").args(words).env_clear();
    command.env("PATH", path).env("LC_ALL", "C.UTF-8").env("TZ", "UTC").env("HOME", "/nonexistent");
    command.env("OMP_THREAD_LIMIT", "1");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
    let mut child = command.spawn()?;
    let mut output = Vec::new();
    if let Some(said) = child.stdout.take() {
        said.take(most).read_to_end(&mut output).await?;
    }
    let status = child.wait().await?;
    Ok(Said { code: status.code(), output })
}
