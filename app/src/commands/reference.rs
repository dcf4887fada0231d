//! The texts under `docs/reference`, from the program itself: `cargo xtask regen` writes them, and
//! a test compares them.

use std::process::ExitCode;

use super::{Outcome, tell};
use crate::rooms;

/// What the program says of itself.
#[derive(clap::Subcommand)]
pub(super) enum Reference {
    /// Who may do what.
    Permissions,
    /// Every route with who may take it.
    Routes,
    /// The API, OpenAPI 3.1.
    Openapi,
}

impl Reference {
    pub(super) fn run(&self) -> Outcome {
        match self {
            Self::Permissions => tell(hoithi_rules::people::matrix().trim_end()),
            Self::Routes => tell(rooms::route_table().trim_end()),
            Self::Openapi => tell(rooms::openapi().to_pretty_json()?),
        }
        Ok(ExitCode::SUCCESS)
    }
}
