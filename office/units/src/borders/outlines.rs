//! Borders drawn: all of them in one frame, east and north in their right proportion, as paths of a picture.
//!
//! The projection is the equirectangular one at the frame's middle: for a province it differs from a
//! surveyor's by less than the line is wide.

use std::fmt::Write;

use hoithi_rules::ids::UnitId;

use super::{Border, Point, STEPS, thinned};

/// The largest picture, in the units in which its paths are written.
const WIDEST: i64 = 1000;
const HIGHEST: i64 = 800;

/// Units in one picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlines {
    /// How wide and how high the picture is.
    pub size: (i32, i32),
    /// What stands in it. A unit that is too small to be seen there is not among them.
    pub units: Vec<Outline>,
}

/// One unit of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Which.
    pub unit: UnitId,
    /// Its shape, as the `d` of a path; holes by the even-odd rule.
    pub path: String,
    /// The middle of its largest piece, where a sign can stand.
    pub middle: (i32, i32),
}

impl Outlines {
    /// Of these borders; none where there are none.
    pub fn of<'a>(borders: impl IntoIterator<Item = (UnitId, &'a Border)>) -> Option<Self> {
        let borders: Vec<_> = borders.into_iter().collect();
        let frame = Frame::around(borders.iter().flat_map(|(_, border)| border.points()))?;
        let units = borders.iter().filter_map(|(unit, border)| frame.outline(*unit, border)).collect();
        Some(Self { size: frame.size(), units })
    }
}

/// What all borders lie in.
struct Frame {
    west: i32,
    north: i32,
    /// How far it reaches to the east and to the south, in the picture's proportion.
    wide: i64,
    high: i64,
    /// How long a step to the east is of one to the north, in thousandths.
    narrowing: i64,
}

impl Frame {
    fn around(points: impl Iterator<Item = Point>) -> Option<Self> {
        let mut reach: Option<(Point, Point)> = None;
        for (east, north) in points {
            let (low, high) = reach.unwrap_or(((east, north), (east, north)));
            reach = Some(((low.0.min(east), low.1.min(north)), (high.0.max(east), high.1.max(north))));
        }
        let ((west, south), (east, north)) = reach?;
        let narrowing = narrowing(south.midpoint(north));
        let wide = i64::from(east - west) * narrowing / 1000;
        Some(Self { west, north, wide: wide.max(1), high: i64::from(north - south).max(1), narrowing })
    }

    /// Whichever side is the longer for the picture fills it.
    fn scaled(&self, length: i64) -> i64 {
        if self.wide * HIGHEST >= self.high * WIDEST {
            length * WIDEST / self.wide
        } else {
            length * HIGHEST / self.high
        }
    }

    fn size(&self) -> (i32, i32) {
        (small(self.scaled(self.wide)), small(self.scaled(self.high)))
    }

    fn place(&self, (east, north): Point) -> Point {
        let right = i64::from(east - self.west) * self.narrowing / 1000;
        (small(self.scaled(right)), small(self.scaled(i64::from(self.north - north))))
    }

    fn outline(&self, unit: UnitId, border: &Border) -> Option<Outline> {
        let drawn = |ring: &Vec<Point>| thinned(ring.iter().map(|point| self.place(*point)).collect());
        let rings: Vec<Vec<Point>> = border.rings.iter().filter_map(drawn).collect();
        let middle = rings.iter().map(|ring| weight(ring)).max_by_key(|(surface, _)| *surface)?.1;
        let mut path = String::new();
        for ring in &rings {
            for (at, (right, down)) in ring.iter().enumerate() {
                let _ = write!(path, "{}{right} {down}", if at == 0 { "M" } else { " " });
            }
            path.push('Z');
        }
        Some(Outline { unit, path, middle })
    }
}

fn small(length: i64) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

/// The cosine of a latitude in thousandths, by Bhaskara's fraction: right to two of them.
fn narrowing(latitude: i32) -> i64 {
    let hundredths = i64::from(latitude) * 100 / i64::from(STEPS);
    let (whole, square) = (32_400 * 10_000, hundredths * hundredths);
    (1000 * (whole - 4 * square) / (whole + square)).max(1)
}

/// The surface of a ring, doubled, and its middle.
fn weight(ring: &[Point]) -> (i64, Point) {
    let next = ring.iter().cycle().skip(1);
    let (mut surface, mut right, mut down) = (0, 0, 0);
    for (one, two) in ring.iter().zip(next) {
        let (one, two) = ((i64::from(one.0), i64::from(one.1)), (i64::from(two.0), i64::from(two.1)));
        let part = one.0 * two.1 - two.0 * one.1;
        surface += part;
        right += (one.0 + two.0) * part;
        down += (one.1 + two.1) * part;
    }
    let whole = if surface == 0 { 1 } else { 3 * surface };
    (surface.abs(), (small(right / whole), small(down / whole)))
}
