//! A server that is measured: started on a free port, watched through `/proc`, ended with us.

use std::fs;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::client::{Connection, get};
use crate::Result;

/// Linux counts a process's time in hundredths of a second on every machine this runs on.
const TICK: Duration = Duration::from_millis(10);

pub(super) struct Server {
    process: Child,
    pub(super) address: SocketAddr,
    /// From the start of the process to the end of its first answer.
    pub(super) first_page: Duration,
}

impl Server {
    /// Starts `binary words… --listen ADDRESS` and waits for a page.
    pub(super) fn start(binary: &Path, words: &[&str], patience: Duration) -> Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let begun = Instant::now();
        let process = Command::new(binary)
            .args(words)
            .args(["--listen", &address.to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .map_err(|error| format!("{}: {error}", binary.display()))?;
        let mut server = Self { process, address, first_page: Duration::ZERO };
        while !server.answers() {
            if let Some(status) = server.process.try_wait()? {
                return Err(format!("{} {} ended with {status}", binary.display(), words.join(" ")).into());
            }
            if begun.elapsed() > patience {
                return Err(format!("no page after {patience:?}").into());
            }
            thread::sleep(Duration::from_millis(1));
        }
        server.first_page = begun.elapsed();
        Ok(server)
    }

    /// Another program, which prints its address as its first line.
    pub(super) fn that_prints_its_address(command: &mut Command) -> Result<Self> {
        use std::io::{BufRead, BufReader};
        let mut process = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        if let Some(output) = process.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        let unknown = ([127, 0, 0, 1], 0).into();
        let mut server = Self { process, address: unknown, first_page: Duration::ZERO };
        server.address = line.trim().trim_start_matches("http://").parse()?;
        Ok(server)
    }

    fn answers(&self) -> bool {
        TcpStream::connect(self.address).is_ok()
            && Connection::open(self.address)
                .and_then(|mut connection| connection.exchange(&get("/", "")))
                .is_ok_and(|answer| answer.status == 200)
    }

    pub(super) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Time on the processors so far, of all its threads.
    pub(super) fn cpu(&self) -> Result<Duration> {
        let line = fs::read_to_string(format!("/proc/{}/stat", self.process.id()))?;
        // The second word is the program's name in brackets and may hold spaces itself.
        let after_name = line.rsplit_once(')').map_or("", |(_, rest)| rest);
        let ticks = after_name.split_whitespace().skip(11).take(2).map(str::parse::<u32>);
        Ok(TICK * ticks.sum::<std::result::Result<u32, _>>()?)
    }

    /// Memory held now, in MiB.
    pub(super) fn resident(&self) -> Result<u64> {
        self.status_line("VmRSS:")
    }

    /// The most memory held so far, in MiB.
    pub(super) fn most_resident(&self) -> Result<u64> {
        self.status_line("VmHWM:")
    }

    fn status_line(&self, name: &str) -> Result<u64> {
        let text = fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = text.lines().find_map(|line| line.strip_prefix(name)).ok_or("no such line in /proc")?;
        let kibibytes: u64 = line.trim().trim_end_matches("kB").trim().parse()?;
        Ok(kibibytes / 1024)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Already ended is as good; anything else ends with this program's own process.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
