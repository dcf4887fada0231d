//! The register on pages.

use hoithi_web::Routes;

/// Every route of this room.
pub fn routes() -> Routes {
    Routes::new()
}
