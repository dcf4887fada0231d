//! `hoithi`: see `hoithi --help`.

use std::process::ExitCode;

/// The system's own allocator gives every thread an arena and hands little of it back.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    hoithi::commands::run().await
}
