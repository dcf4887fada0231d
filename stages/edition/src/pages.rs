//! Editions on pages.

use hoithi_web::{House, Routes};

/// Every route of this room.
pub fn routes(house: &House) -> Routes {
    Routes::new(house)
}
