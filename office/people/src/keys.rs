//! Doors without an account: the address is the key, or a code that is typed from paper.
//!
//! Wrong keys count for the network address, as at the door of accounts; one that ended is told as such
//! and counts for nothing.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_rules::campaign::SlipCode;
use hoithi_store::Conn;
use hoithi_web::{House, NetworkAddress, html, private};

use crate::refuse::OrRefuse;
use crate::tries::{refuse_key_after_many, remember_wrong_key};

/// What a key turned out to be.
pub enum Gate<T> {
    /// What it opens.
    Open(Box<T>),
    /// The answer that says why it opens nothing.
    Shut(Response),
}

/// What a gate opens; a handler answers at once where it stays shut.
#[macro_export]
macro_rules! opened {
    ($gate:expr) => {
        match $gate {
            $crate::Gate::Open(opened) => *opened,
            $crate::Gate::Shut(response) => return Ok(response),
        }
    };
}

/// A connection to look a key up with, unless too many wrong ones came from there.
pub async fn at_the_gate(house: &House, from: &NetworkAddress) -> Result<Conn, Halt> {
    let mut db = house.read().await?;
    refuse_key_after_many(&mut db, &from.0).await?;
    Ok(db)
}

/// A key that is none counts as a wrong try from there.
pub async fn count_wrong_key(house: &House, from: &NetworkAddress) -> Result<(), Halt> {
    remember_wrong_key(house, &from.0).await
}

/// The page of why a key opens nothing: one that is none counts as a wrong try.
pub async fn unknown_key<T>(
    house: &House,
    (from, db): (&NetworkAddress, Conn),
    page: &impl Template,
) -> Result<Gate<T>, Halt> {
    drop(db);
    let response = shut(page, StatusCode::NOT_FOUND)?;
    count_wrong_key(house, from).await?;
    Ok(Gate::Shut(response))
}

/// The page of why a key opens nothing any more.
pub fn ended_key<T>(page: &impl Template) -> Result<Gate<T>, Halt> {
    shut(page, StatusCode::GONE).map(Gate::Shut)
}

fn shut(page: &impl Template, status: StatusCode) -> Result<Response, Halt> {
    let mut response = html(page)?;
    *response.status_mut() = status;
    Ok(private(response))
}

/// A code as people type it from paper: in any case, with dashes, dots or spaces of any kind, or the whole
/// address that ends in it. One wrong letter is told here, before it counts as a try.
pub fn typed_code(typed: &str) -> Result<SlipCode, Halt> {
    let last = typed.trim().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let letters: String = last.chars().filter(|letter| letter.is_alphanumeric()).collect();
    letters.parse::<SlipCode>().or_refuse()
}
