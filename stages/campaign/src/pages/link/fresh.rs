//! A link that was just made, as it is handed over: copied, scanned, or read out over the telephone. Shown once.

use hoithi_documents::qr_svg;
use hoithi_journal::Halt;
use hoithi_web::House;

use super::in_groups;

/// A link with everything by which somebody comes to it.
pub(in crate::pages) struct Fresh {
    pub(in crate::pages) address: String,
    pub(in crate::pages) square: String,
    /// Where the code is typed, and the code.
    pub(in crate::pages) door: String,
    pub(in crate::pages) spoken: String,
}

impl Fresh {
    pub(in crate::pages) fn of(house: &House, token: &str) -> Result<Self, Halt> {
        let door = format!("{}/lien-ket", house.site.public_url);
        let address = format!("{door}/{token}");
        let square = qr_svg(&address).map_err(Halt::fault)?;
        Ok(Self { address, square, door, spoken: in_groups(token) })
    }
}
