//! The file of borders: `GeoJSON` (RFC 7946), one feature a unit, known by `properties.code`.
//!
//! Nothing of the file is kept but codes and points; it is read whole or not at all, within limits.

use std::collections::BTreeSet;

use hoithi_rules::refusal::{Fact, Refusal};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value as Json;

use super::{Border, MOST_TOLD, Point, STEPS};

/// Borders of a whole province in the detail of a map on paper are a tenth of it.
const MOST_BYTES: usize = 4 << 20;

/// All communes of the country.
const MOST_FEATURES: usize = 4_000;

const MOST_POINTS: usize = 300_000;

/// The longest code of a unit.
const LONGEST_CODE: usize = 20;

/// What is wrong with a file of borders.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BorderFault {
    /// More than this house reads.
    #[error("the file is larger than {megabytes} MB")]
    TooLarge {
        /// How much it reads.
        megabytes: usize,
    },
    /// More features or points than this house reads.
    #[error("the file has more than {features} features or {points} points")]
    TooMuch {
        /// How many features it reads.
        features: usize,
        /// How many points it reads.
        points: usize,
    },
    /// Not a collection of features, or none in it.
    #[error("the file is no GeoJSON FeatureCollection")]
    NotACollection,
    /// Another system of coordinates.
    #[error("the coordinates are not WGS84")]
    NotWgs84,
    /// A feature does not say of which unit it is.
    #[error("feature {feature} has no text in properties.code")]
    NoCode {
        /// Which, counted from 1.
        feature: usize,
    },
    /// Two features of one unit.
    #[error("feature {feature} repeats the code {code}")]
    Twice {
        /// Which, counted from 1.
        feature: usize,
        /// The code.
        code: String,
    },
    /// Not a surface of places on earth.
    #[error("feature {feature} is no Polygon or MultiPolygon in degrees")]
    Shape {
        /// Which, counted from 1.
        feature: usize,
    },
    /// No unit bears the code on that day.
    #[error("no unit has the code {code} on {day}")]
    Unknown {
        /// The code.
        code: String,
        /// The day.
        day: Date,
    },
}

impl Refusal for BorderFault {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "units.borders_too_large",
            Self::TooMuch { .. } => "units.borders_too_much",
            Self::NotACollection => "units.borders_not_a_collection",
            Self::NotWgs84 => "units.borders_not_wgs84",
            Self::NoCode { .. } => "units.borders_no_code",
            Self::Twice { .. } => "units.borders_twice",
            Self::Shape { .. } => "units.borders_shape",
            Self::Unknown { .. } => "units.borders_unknown",
        }
    }

    fn field(&self) -> Option<String> {
        Some("file".to_owned())
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::NotACollection | Self::NotWgs84 => Vec::new(),
            Self::TooLarge { megabytes } => vec![("megabytes", Fact::count(*megabytes))],
            Self::TooMuch { features, points } => {
                vec![("features", Fact::count(*features)), ("points", Fact::count(*points))]
            }
            Self::NoCode { feature } | Self::Shape { feature } => vec![("feature", Fact::count(*feature))],
            Self::Twice { feature, code } => vec![("feature", Fact::count(*feature)), ("code", Fact::text(code))],
            Self::Unknown { code, day } => vec![("code", Fact::text(code)), ("day", Fact::Day(*day))],
        }
    }
}

#[derive(Deserialize)]
struct Collection {
    #[serde(rename = "type")]
    kind: String,
    /// The old member; a file that names another system than the standard's is not moved into it.
    crs: Option<Json>,
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Option<Properties>,
    geometry: Option<Geometry>,
}

#[derive(Deserialize)]
struct Properties {
    code: Option<Json>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    coordinates: Json,
}

/// Each unit's code with its border, or all that is wrong with the file.
pub fn read_borders(bytes: &[u8]) -> Result<Vec<(String, Border)>, Vec<BorderFault>> {
    if bytes.len() > MOST_BYTES {
        return Err(vec![BorderFault::TooLarge { megabytes: MOST_BYTES >> 20 }]);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let file: Collection = serde_json::from_slice(bytes).map_err(|_| vec![BorderFault::NotACollection])?;
    if file.kind != "FeatureCollection" || file.features.is_empty() {
        return Err(vec![BorderFault::NotACollection]);
    }
    if file.crs.as_ref().is_some_and(|crs| !is_wgs84(crs)) {
        return Err(vec![BorderFault::NotWgs84]);
    }
    let too_much = || vec![BorderFault::TooMuch { features: MOST_FEATURES, points: MOST_POINTS }];
    if file.features.len() > MOST_FEATURES {
        return Err(too_much());
    }
    let (mut borders, mut wrong, mut codes, mut left) = (Vec::new(), Vec::new(), BTreeSet::new(), MOST_POINTS);
    for (place, feature) in file.features.iter().enumerate() {
        match one(place + 1, feature, &mut codes, &mut left) {
            Ok(border) => borders.push(border),
            Err(_) if left == 0 => return Err(too_much()),
            Err(fault) => wrong.push(fault),
        }
    }
    wrong.truncate(MOST_TOLD);
    if wrong.is_empty() { Ok(borders) } else { Err(wrong) }
}

fn is_wgs84(crs: &Json) -> bool {
    let name = crs.pointer("/properties/name").and_then(Json::as_str).unwrap_or_default();
    crs.is_null() || ["CRS84", "EPSG::4326", "EPSG:4326"].iter().any(|known| name.ends_with(known))
}

fn one(
    feature: usize,
    of: &Feature,
    codes: &mut BTreeSet<String>,
    left: &mut usize,
) -> Result<(String, Border), BorderFault> {
    let code = of.properties.as_ref().and_then(|properties| properties.code.as_ref()).and_then(Json::as_str);
    let code = code.map(str::trim).filter(|code| is_code(code)).ok_or(BorderFault::NoCode { feature })?;
    if !codes.insert(code.to_owned()) {
        return Err(BorderFault::Twice { feature, code: code.to_owned() });
    }
    let border = of.geometry.as_ref().and_then(|geometry| surface(geometry, left)).and_then(Border::of);
    Ok((code.to_owned(), border.ok_or(BorderFault::Shape { feature })?))
}

fn is_code(code: &str) -> bool {
    let known = |sign: u8| sign.is_ascii_alphanumeric() || matches!(sign, b'.' | b'-');
    (1..=LONGEST_CODE).contains(&code.len()) && code.bytes().all(known)
}

/// The rings of a surface; none where one place of it is none.
fn surface(geometry: &Geometry, left: &mut usize) -> Option<Vec<Vec<Point>>> {
    let pieces: Vec<&Json> = match geometry.kind.as_str() {
        "Polygon" => vec![&geometry.coordinates],
        "MultiPolygon" => geometry.coordinates.as_array()?.iter().collect(),
        _ => return None,
    };
    let mut rings = Vec::new();
    for piece in pieces {
        for line in piece.as_array()? {
            rings.push(ring(line, left)?);
        }
    }
    Some(rings)
}

fn ring(line: &Json, left: &mut usize) -> Option<Vec<Point>> {
    let places = line.as_array()?;
    *left = left.saturating_sub(places.len());
    if *left == 0 {
        return None;
    }
    places.iter().map(place).collect()
}

/// Longitude, then latitude; a height behind them is let fall.
fn place(position: &Json) -> Option<Point> {
    let [east, north, ..] = position.as_array()?.as_slice() else { return None };
    Some((on_grid(east, 180)?, on_grid(north, 90)?))
}

/// The nearest line of the grid; none beyond so many degrees.
fn on_grid(number: &Json, most: i32) -> Option<i32> {
    const PARTS: i32 = 10_000 / STEPS;
    let degrees = number.as_f64()?;
    // By way of its decimals, so that there is no rounding of our own: four of them are 11 m.
    let parts: i32 = format!("{degrees:.4}").replace('.', "").parse().ok()?;
    (-most * 10_000..=most * 10_000).contains(&parts).then(|| (parts + PARTS / 2).div_euclid(PARTS))
}
