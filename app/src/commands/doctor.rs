//! `hoithi doctor`.

use std::process::ExitCode;

use super::{Outcome, Where, tell, words};
use crate::data::Opening;
use crate::doctor::examine;

/// Checks the data's invariants and says what to type.
#[derive(clap::Args)]
pub(super) struct Doctor {
    #[command(flatten)]
    place: Where,
}

impl Doctor {
    pub(super) async fn run(self) -> Outcome {
        let opening = Opening { database: self.place.database, ..Opening::at(self.place.data) };
        let beside = opening.look().await?;
        let complaints = examine(&beside).await.map_err(words)?;
        for complaint in &complaints {
            tell(format!("✗ {}\n  {}\n  → {}", complaint.rule, complaint.what, complaint.advice));
        }
        if complaints.is_empty() {
            tell("✓ Dữ liệu đúng như phải có.");
        }
        Ok(ExitCode::from(u8::from(!complaints.is_empty())))
    }
}
