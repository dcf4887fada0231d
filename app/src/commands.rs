//! The command line.

mod journal;
mod serve;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Runs public innovation contests end to end.
#[derive(Parser)]
#[command(name = "hoithi", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves a data folder.
    Serve(serve::Serve),
    /// The journal.
    #[command(subcommand)]
    Journal(journal::Journal),
}

/// A data folder and its database.
#[derive(clap::Args, Clone)]
struct Where {
    /// The data folder.
    #[arg(long, default_value = "hoithi-data")]
    data: PathBuf,
    /// `postgres://…` instead of SQLite in the data folder.
    #[arg(long, env = "HOITHI_DATABASE", hide_env_values = true)]
    database: Option<String>,
}

/// What a command tells the shell: 0 done, 1 found something wrong, 2 could not run.
type Outcome = Result<ExitCode, Box<dyn std::error::Error + Send + Sync>>;

/// Runs the command of this process.
pub async fn run() -> ExitCode {
    start_logging();
    let outcome = match Cli::parse().command {
        Command::Serve(serve) => serve.run().await,
        Command::Journal(journal) => journal.run().await,
    };
    outcome.unwrap_or_else(|error| {
        tell_error(&error.to_string());
        ExitCode::from(2)
    })
}

fn start_logging() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("HOITHI_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,sqlx=warn,tower_http=warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}

#[expect(clippy::print_stdout, reason = "the answer of a command belongs on standard output")]
fn tell(line: impl std::fmt::Display) {
    println!("{line}");
}

#[expect(clippy::print_stderr, reason = "why a command failed belongs on standard error")]
fn tell_error(line: &str) {
    eprintln!("hoithi: {line}");
}
