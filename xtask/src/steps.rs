//! `cargo xtask test`: the steps of one whole run, each timed, with one table at the end.
//!
//! A failed step does not hide what the others would say, but for those that need its result.

use std::fmt;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::postgres::Cluster;
use crate::tools::{self, Tool};
use crate::{Result, browser, postgres, reference, shell};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Format,
    Lint,
    Docs,
    Tests,
    RuleTests,
    Release,
    Reference,
    Journeys,
    /// Only whether a server can be started and stopped here.
    Postgres,
}

impl Step {
    const WHOLE: [Self; 7] =
        [Self::Format, Self::Lint, Self::Docs, Self::Tests, Self::Release, Self::Reference, Self::Journeys];
    const FAST: [Self; 3] = [Self::Format, Self::Lint, Self::RuleTests];
    const ALL: [Self; 9] = [
        Self::Format,
        Self::Lint,
        Self::Docs,
        Self::Tests,
        Self::RuleTests,
        Self::Release,
        Self::Reference,
        Self::Journeys,
        Self::Postgres,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Lint => "lint",
            Self::Docs => "docs",
            Self::Tests => "tests",
            Self::RuleTests => "rules",
            Self::Release => "release",
            Self::Reference => "reference",
            Self::Journeys => "journeys",
            Self::Postgres => "postgres",
        }
    }

    fn needs(self) -> &'static [Tool] {
        match self {
            Self::Format => &[Tool::Format],
            Self::Lint => &[Tool::Lint, Tool::Node],
            Self::Docs | Self::Reference => &[],
            Self::Tests => &[Tool::Nextest, Tool::Node, Tool::Postgres, Tool::PdfText],
            Self::RuleTests => &[Tool::Nextest],
            Self::Release => &[Tool::Node],
            Self::Journeys => &[Tool::Node, Tool::Chromium],
            Self::Postgres => &[Tool::Postgres],
        }
    }

    fn run(self) -> Result {
        match self {
            Self::Format => shell::run(&mut shell::cargo(["fmt", "--all", "--check"])),
            Self::Lint => {
                shell::run(&mut shell::cargo(["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))
            }
            Self::Docs => shell::run(&mut shell::cargo(["test", "--release", "--doc", "--package", "hoithi-rules"])),
            // On the build that is shipped: proved is what is served, and everything is compiled once.
            Self::Tests => with_postgres(&mut shell::cargo(["nextest", "run", "--release", "--workspace"])),
            Self::RuleTests => shell::run(&mut shell::cargo(["nextest", "run", "--package", "hoithi-rules"])),
            Self::Release => shell::run(&mut release_build()),
            Self::Reference => reference::check(&release_binary()?),
            Self::Journeys => browser::run(&release_binary()?, &[]),
            Self::Postgres => postgres::prove(),
        }
    }
}

/// What the words after `test` ask for.
pub(crate) struct Plan {
    steps: Vec<Step>,
    without: Option<Step>,
}

impl Plan {
    pub(crate) fn parse(words: &[&str]) -> Result<Self> {
        match words {
            [] => Ok(Self { steps: Step::WHOLE.to_vec(), without: None }),
            ["--fast"] => Ok(Self { steps: Step::FAST.to_vec(), without: None }),
            ["--no-browser"] => {
                let steps = Step::WHOLE.into_iter().filter(|step| *step != Step::Journeys).collect();
                Ok(Self { steps, without: Some(Step::Journeys) })
            }
            ["--only", names @ ..] if !names.is_empty() => {
                let steps = names.iter().map(|name| Self::step(name)).collect::<Result<_>>()?;
                Ok(Self { steps, without: None })
            }
            _ => Err(format!("unknown words after test: {}", words.join(" ")).into()),
        }
    }

    fn step(name: &str) -> Result<Step> {
        let known = Step::ALL.into_iter().find(|step| step.name() == name);
        known.ok_or_else(|| {
            let names: Vec<_> = Step::ALL.iter().map(|step| step.name()).collect();
            format!("no step is called {name}; there are: {}", names.join(" ")).into()
        })
    }

    fn tools(&self) -> Vec<Tool> {
        let mut tools = Vec::new();
        for tool in self.steps.iter().flat_map(|step| step.needs()) {
            if !tools.contains(tool) {
                tools.push(*tool);
            }
        }
        tools
    }
}

/// How a step ended.
enum Ending {
    Passed,
    Failed(String),
    NotReached(Step),
}

impl fmt::Display for Ending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Passed => f.write_str("passed"),
            Self::Failed(why) => write!(f, "FAILED: {why}"),
            Self::NotReached(step) => write!(f, "FAILED: needs what {} did not give", step.name()),
        }
    }
}

struct Row {
    step: Step,
    took: Duration,
    ending: Ending,
}

/// Runs the plan; refuses at the end if any step failed.
pub(crate) fn test(plan: &Plan) -> Result {
    tools::ensure(&plan.tools())?;
    warn_of_what_is_left_out(plan);
    let mut rows: Vec<Row> = Vec::new();
    for &step in &plan.steps {
        println!("\n== {} ==", step.name());
        let begun = Instant::now();
        let ending = ending_of(step, &rows);
        rows.push(Row { step, took: begun.elapsed(), ending });
    }
    print_table(&rows);
    warn_of_what_is_left_out(plan);
    match rows.iter().filter(|row| !matches!(row.ending, Ending::Passed)).count() {
        0 => Ok(()),
        failed => Err(format!("{failed} of {} steps failed", rows.len()).into()),
    }
}

fn ending_of(step: Step, before: &[Row]) -> Ending {
    let release_failed = before.iter().any(|row| row.step == Step::Release && !matches!(row.ending, Ending::Passed));
    if matches!(step, Step::Reference | Step::Journeys) && release_failed {
        return Ending::NotReached(Step::Release);
    }
    match step.run() {
        Ok(()) => Ending::Passed,
        Err(fault) => Ending::Failed(fault.to_string()),
    }
}

fn print_table(rows: &[Row]) {
    println!("\n== steps ==");
    for Row { step, took, ending } in rows {
        println!("{:<10}{:>8.1} s  {ending}", step.name(), took.as_secs_f32());
    }
}

fn warn_of_what_is_left_out(plan: &Plan) {
    if let Some(step) = plan.without {
        println!("\n!!! NOT TESTED: {}. This run proves nothing about the pages. !!!", step.name());
    }
}

fn with_postgres(command: &mut Command) -> Result {
    let cluster = Cluster::start()?;
    shell::run(command.env("HOITHI_TEST_POSTGRES", &cluster.url))
}

/// The build that README's first command makes too, so that a machine makes it once.
pub(crate) fn release_build() -> Command {
    shell::cargo(["build", "--release", "--package", "hoithi"])
}

pub(crate) fn release_binary() -> Result<PathBuf> {
    Ok(shell::target_folder()?.join("release/hoithi"))
}
