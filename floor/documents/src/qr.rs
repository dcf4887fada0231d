//! Square codes as SVG: for certificates and for pages.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// Light cells around the code; readers count on four.
const QUIET: usize = 4;

/// A text that fits into a square code, and the code's drawing.
///
/// Serialised as `{ "text": …, "svg": … }`, as templates read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    text: String,
    svg: String,
}

/// The text is longer than the largest square code holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a text of {bytes} bytes does not fit into a square code")]
pub struct QrTooLong {
    pub bytes: usize,
}

impl Qr {
    pub fn new(text: &str) -> Result<Self, QrTooLong> {
        // Level M survives a stain on the paper and still keeps the cells large in print.
        let code =
            QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| QrTooLong { bytes: text.len() })?;
        Ok(Self { text: text.to_owned(), svg: draw(&code) })
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn svg(&self) -> &str {
        &self.svg
    }
}

/// The drawing alone, for a page.
pub fn qr_svg(text: &str) -> Result<String, QrTooLong> {
    Qr::new(text).map(|code| code.svg)
}

impl Serialize for Qr {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Qr", 2)?;
        out.serialize_field("text", &self.text)?;
        out.serialize_field("svg", &self.svg)?;
        out.end()
    }
}

/// Presentation attributes only: pages are served under a policy that refuses `style=`.
fn draw(code: &QrCode) -> String {
    let side = code.width() + 2 * QUIET;
    let mut cells = String::new();
    for (y, row) in code.to_colors().chunks(code.width()).enumerate() {
        for (x, width) in dark_runs(row) {
            // Writing into a String cannot fail.
            let _ = write!(cells, "M{} {}h{width}v1h-{width}z", x + QUIET, y + QUIET);
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" \
         width=\"{side}\" height=\"{side}\" shape-rendering=\"crispEdges\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/>\
         <path fill=\"#000\" d=\"{cells}\"/></svg>"
    )
}

/// Where each run of dark cells in a row begins, and how long it is.
fn dark_runs(row: &[Color]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (x, _) in row.iter().enumerate().filter(|(_, cell)| **cell == Color::Dark) {
        match runs.last_mut() {
            Some((start, width)) if *start + *width == x => *width += 1,
            _ => runs.push((x, 1)),
        }
    }
    runs
}
