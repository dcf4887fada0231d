//! Hashing passwords, off the threads that serve pages and never more than two at once.

use std::sync::LazyLock;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use hoithi_journal::Halt;
use tokio::sync::Semaphore;

/// Each hash takes 19 MiB and a core for tens of milliseconds; a crowd signing in waits in line
/// instead of taking the machine away from the readers.
static AT_ONCE: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(2));

pub(crate) async fn hash(password: String) -> Result<String, Halt> {
    on_its_own_thread(move || {
        Argon2::default()
            .hash_password(password.as_bytes())
            .map(|hash| hash.to_string())
            .map_err(|error| error.to_string())
    })
    .await
}

/// Whether the password is the one that was hashed. Without a hash it takes as long and says no,
/// so that the time tells nobody which names exist.
pub(crate) async fn is_right(password: String, hashed: Option<String>) -> Result<bool, Halt> {
    on_its_own_thread(move || {
        let Some(hashed) = hashed else {
            return Argon2::default()
                .hash_password(password.as_bytes())
                .map(|_| false)
                .map_err(|error| error.to_string());
        };
        let hashed = PasswordHash::new(&hashed).map_err(|error| error.to_string())?;
        Ok(Argon2::default().verify_password(password.as_bytes(), &hashed).is_ok())
    })
    .await
}

async fn on_its_own_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, String> + Send + 'static,
) -> Result<T, Halt> {
    let _turn = AT_ONCE.acquire().await.map_err(Halt::fault)?;
    tokio::task::spawn_blocking(work).await.map_err(Halt::fault)?.map_err(Halt::fault)
}
