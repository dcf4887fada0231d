//! Units: who takes part as an organisation, with codes **and** dates.
//!
//! The register serves every article that names units: the letter's *Kính gửi*, the reports, the
//! local contests, the figures by place. A code without a date means nothing: on 1/7/2025 all 54
//! new communes of Quảng Ninh took over codes that had been in use, 21 of them from a unit of
//! another name. So the key is the code and the first day, the time before a unit is its
//! predecessors, and an old address is never converted silently.
//!
//! May not enter here: what a unit has to do in a contest (that is the campaign's), and who
//! answers for it (that is a grant of people's).

mod api;
mod area;
mod borders;
mod choice;
mod csv_file;
mod operations;
mod pages;
mod register;
mod store;
mod unit;

use hoithi_store::{Migration, migrations};
use hoithi_web::Locale;

pub use api::api_doc;
pub use area::{Area, above_on, areas};
pub use borders::{Border, BorderFault, LoadBorders, Outline, Outlines, drop_borders, load_borders, read_borders};
pub use choice::{choices, grouped, units_to_choose};
pub use csv_file::{CsvError, CsvFault};
pub use operations::{Imported, NewUnit, add_unit, import_csv};
pub use pages::routes;
pub use store::{
    Link, borders_on, children, former_areas, lineage, predecessors, sole_successor, successors, unit, unit_by_code,
    unit_names, units_by_id, units_of_level, units_on,
};
pub use unit::{Extent, Unit, UnitLevel};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations!["202611221401_units_register", "202611231451_units_borders"];

/// The texts of this room.
pub const LOCALE: Locale =
    Locale { room: "units", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };

/// The register of Quảng Ninh: the 13 districts of 2020, the communes before 1/7/2025, the 54
/// after, with who succeeded whom. What `import_csv` reads.
pub const QUANG_NINH: &str = include_str!("../data/units_quangninh.csv");
