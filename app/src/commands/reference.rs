//! The texts under `docs/reference`, from the program itself: `cargo xtask regen` writes them, and
//! a test compares them.

use std::process::ExitCode;

use super::{Outcome, command_line, tell};
use crate::rooms;

/// What the program says of itself.
#[derive(clap::Subcommand)]
pub(super) enum Reference {
    /// Who may do what.
    #[command(about = "Ai được làm gì")]
    Permissions,
    /// Every route with who may take it.
    #[command(about = "Mọi đường dẫn và ai được mở")]
    Routes,
    /// The API, OpenAPI 3.1.
    #[command(about = "API, OpenAPI 3.1")]
    Openapi,
    /// Every command with its options.
    #[command(about = "Mọi lệnh và tùy chọn")]
    Cli,
}

impl Reference {
    pub(super) fn run(&self) -> Outcome {
        match self {
            Self::Permissions => tell(hoithi_rules::people::matrix().trim_end()),
            Self::Routes => tell(rooms::route_table().trim_end()),
            Self::Openapi => tell(rooms::openapi().to_pretty_json()?),
            Self::Cli => tell(helps(command_line()).join("\n\n")),
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// The help of a command and of every command beneath it.
fn helps(mut command: clap::Command) -> Vec<String> {
    command.build();
    let help = help_of(&mut command);
    let mut told = vec![format!("$ {} --help\n{help}", command.get_bin_name().unwrap_or("hoithi"))];
    let beneath = command.get_subcommands().filter(|each| each.get_name() != "help").cloned();
    told.extend(beneath.collect::<Vec<_>>().into_iter().flat_map(helps));
    told
}

/// Lines without spaces at their ends, so that the committed text has none.
fn help_of(command: &mut clap::Command) -> String {
    let help = command.render_long_help().to_string();
    help.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}
