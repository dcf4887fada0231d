//! A PostgreSQL server for one run of the tests: made in a temporary folder, gone afterwards.
//!
//! The server refuses to run as root, so root hands the folder to an unprivileged account. A
//! *keeper* (a small shell script) stands between this program and the server and waits on a pipe:
//! when the pipe closes, because the tests ended or because this program was killed, it stops the
//! server and removes the folder. So nothing is left behind, however a run ends.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::os::unix::fs::{DirBuilderExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::{Result, shell};

/// `$1` the server's programs, `$2` the folder, `$3` the port. Interrupts typed at the terminal are
/// not for the keeper: it has to outlive the tests. `fsync=off` because nothing here outlives the
/// run; `C` sorts text by its bytes, as SQLite does.
const KEEPER: &str = r#"
trap '' INT TERM HUP
leave() {
    "$1/pg_ctl" stop --pgdata="$2/data" --mode=immediate --silent >/dev/null 2>&1
    rm -rf "$2"
    exit "$3"
}
"$1/initdb" --pgdata="$2/data" --username=hoithi --pwfile="$2/password" \
    --auth=password --encoding=UTF8 --locale=C --no-sync >"$2/log" 2>&1 \
  && "$1/pg_ctl" start --pgdata="$2/data" --log="$2/log" --silent --wait --timeout=60 --options="-p $3 \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off" >>"$2/log" 2>&1 \
  || { tail -n 20 "$2/log" >&2; leave "$1" "$2" 1; }
echo ready
cat >/dev/null
leave "$1" "$2" 0
"#;

/// A running server; dropping it stops the server.
pub(crate) struct Cluster {
    keeper: Child,
    pub(crate) url: String,
}

impl Cluster {
    pub(crate) fn start() -> Result<Self> {
        let programs = programs().ok_or("PostgreSQL's server programs are not on this machine")?;
        // Between finding a free port and opening it another program may take it.
        let first = Self::start_once(&programs);
        first.or_else(|_| Self::start_once(&programs)).or_else(|_| Self::start_once(&programs))
    }

    fn start_once(programs: &Path) -> Result<Self> {
        let account = Account::for_the_server()?;
        let password = random_word()?;
        let folder = account.new_folder(&password)?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut keeper = account
            .command("sh")
            .args(["-c", KEEPER, "keeper"])
            .args([programs, &folder])
            .arg(port.to_string())
            .current_dir(&folder)
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut said = String::new();
        if let Some(output) = keeper.stdout.take() {
            BufReader::new(output).read_line(&mut said)?;
        }
        let url = format!("postgres://hoithi:{password}@127.0.0.1:{port}/postgres");
        let cluster = Self { keeper, url };
        if said.trim() == "ready" { Ok(cluster) } else { Err("PostgreSQL did not start".into()) }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        if let Err(error) = self.keeper.wait() {
            eprintln!("the keeper of the PostgreSQL server: {error}");
        }
    }
}

/// Starts a server, asks it its version, stops it: whether this machine can run the tests at all.
pub(crate) fn prove() -> Result {
    let cluster = Cluster::start()?;
    let programs = programs().ok_or("PostgreSQL's server programs are not on this machine")?;
    shell::run(
        Command::new(programs.join("psql"))
            .args(["--no-psqlrc", "--tuples-only", "--command", "select version()"])
            .env("PGCONNECT_TIMEOUT", "10")
            .arg(&cluster.url),
    )
}

/// The folder of the server's programs: Debian keeps one for each major version and puts none on
/// the search path, so the newest one is taken.
pub(crate) fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    versions
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse::<u32>().ok()?, entry.path().join("bin"))))
        .filter(|(_, folder)| folder.join("initdb").is_file() && folder.join("pg_ctl").is_file())
        .max()
        .map(|(_, folder)| folder)
        .or_else(|| shell::on_path("initdb")?.parent().map(Path::to_owned))
}

/// Whom the server runs as.
enum Account {
    Ourselves,
    Unprivileged { uid: u32, gid: u32 },
}

impl Account {
    fn for_the_server() -> Result<Self> {
        if !shell::is_root() {
            return Ok(Self::Ourselves);
        }
        let accounts = fs::read_to_string("/etc/passwd")?;
        ["postgres", "nobody"]
            .iter()
            .find_map(|name| Self::named(name, &accounts))
            .ok_or_else(|| "neither postgres nor nobody is an account here".into())
    }

    fn named(name: &str, accounts: &str) -> Option<Self> {
        let line = accounts.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut numbers = line.split(':').skip(2).map(str::parse::<u32>);
        Some(Self::Unprivileged { uid: numbers.next()?.ok()?, gid: numbers.next()?.ok()? })
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        if let Self::Unprivileged { uid, gid } = self {
            command.uid(*uid).gid(*gid);
        }
        command
    }

    /// A folder that only this account can enter, with the superuser's password in it.
    fn new_folder(&self, password: &str) -> Result<PathBuf> {
        // Root's own temporary folder may be closed to the account that the server runs as.
        let parent = match self {
            Self::Ourselves => std::env::temp_dir(),
            Self::Unprivileged { .. } => PathBuf::from("/tmp"),
        };
        let folder = parent.join(format!("hoithi-postgres-{}", random_word()?));
        fs::DirBuilder::new().mode(0o700).create(&folder)?;
        fs::write(folder.join("password"), password)?;
        if let Self::Unprivileged { uid, gid } = self {
            chown(folder.join("password"), Some(*uid), Some(*gid))?;
            chown(&folder, Some(*uid), Some(*gid))?;
        }
        Ok(folder)
    }
}

/// The server listens on the loopback for every account of the machine, so its password is not one
/// that can be guessed.
fn random_word() -> Result<String> {
    let mut bytes = [0_u8; 16];
    fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(format!("{:032x}", u128::from_ne_bytes(bytes)))
}
