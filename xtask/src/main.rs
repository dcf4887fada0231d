//! What a person types in this repository, beside `cargo` itself: `cargo xtask test` runs every
//! test there is and installs what they need, the other words are listed by `cargo xtask help`.
//!
//! A task is a list of steps and a step is a command that a person could type too, so each one is
//! printed before it runs. Nothing is skipped in silence.
#![expect(clippy::print_stdout, reason = "a task runner speaks on the terminal")]
#![expect(
    clippy::disallowed_methods,
    reason = "a task runner reads the environment and times its steps; no rule lives here"
)]

mod bench;
mod browser;
mod postgres;
mod reference;
mod shell;
mod steps;
mod tools;

use std::process::ExitCode;

/// What went wrong, as one sentence for the terminal.
type Fault = Box<dyn std::error::Error + Send + Sync>;
type Result<T = ()> = std::result::Result<T, Fault>;

const HELP: &str = "\
cargo xtask test                all tests; installs what they need, or prints the line that would
cargo xtask test --fast         formatting, lints and the tests of the rules
cargo xtask test --only STEP…   chosen steps: format lint docs tests release reference
                                journeys postgres
cargo xtask test --no-browser   all but the journeys (for a developer in a hurry; says so loudly)
cargo xtask browser [NAME…]     the browser journeys whose names begin so; --headed to watch
cargo xtask guide               the browser journeys, writing the guide's pictures
cargo xtask regen               writes the committed reference texts anew
cargo xtask bench               measures the release binary beside this machine's floors; --stampede the
                                last night of an intake alone (20 minutes, some GB of disk); --write
                                puts the table into docs/benchmarks.md";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("\nxtask: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result {
    match words {
        ["test", rest @ ..] => steps::test(&steps::Plan::parse(rest)?),
        ["browser", rest @ ..] => browser::from_the_terminal(rest),
        ["guide"] => browser::from_the_terminal(&["--guide"]),
        ["regen"] => reference::write(),
        ["bench", rest @ ..] => bench::run(rest),
        // The release build of this program, started by `bench`; and the floor it measures against.
        ["bench-inside", rest @ ..] => bench::measure(rest),
        ["bare-server"] => bench::bare_server::serve(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(format!("unknown words: {}\n\n{HELP}", words.join(" ")).into()),
    }
}
