//! `hoithi doctor`.

use std::process::ExitCode;

use hoithi_documents::Tool;

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
        for tool in Tool::ALL {
            if !opening.reader.has(tool).await {
                let (program, packages) = (tool.program(), tool.packages());
                tell(format!(
                    "lưu ý: chưa có {program}, tệp nộp không được đọc hết; cài bằng: apt-get install {packages}"
                ));
            }
        }
        if complaints.is_empty() {
            tell("✓ Dữ liệu đúng như phải có.");
        }
        Ok(ExitCode::from(u8::from(!complaints.is_empty())))
    }
}
