//! `hoithi`: see `hoithi --help`.

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    hoithi::commands::run().await
}
