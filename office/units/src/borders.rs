//! Where units lie: borders that the office loads from a file, dated as the units are.
//!
//! The program brings no borders along and guesses none. What a file holds is laid on one grid, so that
//! neighbours keep the points they share, and thinned to what a picture can show.

mod geojson;
mod operations;
mod outlines;

use std::fmt::Write;

pub use geojson::{BorderFault, read_borders};
pub use operations::{LoadBorders, drop_borders, load_borders};
pub use outlines::{Outline, Outlines};

/// Steps of the grid in a degree: one is about 50 m.
const STEPS: i32 = 2000;

/// How much of what is wrong with a file is told at once.
const MOST_TOLD: usize = 20;

/// A place on the grid: steps to the east and to the north.
type Point = (i32, i32);

/// The border of a unit: a ring around each piece of land and around each hole in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Border {
    rings: Vec<Vec<Point>>,
}

impl Border {
    /// Of these rings; none where they are all smaller than the grid.
    fn of(rings: impl IntoIterator<Item = Vec<Point>>) -> Option<Self> {
        let rings: Vec<_> = rings.into_iter().filter_map(thinned).collect();
        (!rings.is_empty()).then_some(Self { rings })
    }

    /// Its rings, each point east and north in steps of the grid.
    pub(crate) fn rings(&self) -> &[Vec<(i32, i32)>] {
        &self.rings
    }

    fn points(&self) -> impl Iterator<Item = Point> + '_ {
        self.rings.iter().flatten().copied()
    }

    /// As it is stored: points behind each other, rings with a semicolon between them.
    pub(crate) fn written(&self) -> String {
        let mut text = String::new();
        for (place, ring) in self.rings.iter().enumerate() {
            for (at, (east, north)) in ring.iter().enumerate() {
                let between = if at > 0 { " " } else { ["", ";"][usize::from(place > 0)] };
                let _ = write!(text, "{between}{east},{north}");
            }
        }
        text
    }

    /// What was stored; none where it is something else.
    pub(crate) fn stored(text: &str) -> Option<Self> {
        let point = |word: &str| {
            let (east, north) = word.split_once(',')?;
            Some((east.parse::<i32>().ok()?, north.parse::<i32>().ok()?))
        };
        let ring = |part: &str| part.split(' ').map(point).collect::<Option<Vec<Point>>>();
        Some(Self { rings: text.split(';').map(ring).collect::<Option<_>>()? })
    }
}

/// A ring without points that repeat and without those in the middle of a straight line; its last point
/// leads back to its first. None where that leaves no surface.
fn thinned(ring: Vec<Point>) -> Option<Vec<Point>> {
    let mut kept: Vec<Point> = Vec::with_capacity(ring.len());
    for point in ring {
        while let [.., before, last] = kept.as_slice()
            && is_straight(*before, *last, point)
        {
            kept.pop();
        }
        if kept.last() != Some(&point) {
            kept.push(point);
        }
    }
    if kept.len() > 1 && kept.first() == kept.last() {
        kept.pop();
    }
    (kept.len() > 2).then_some(kept)
}

fn is_straight(one: Point, two: Point, three: Point) -> bool {
    let [east, north] = [two.0 - one.0, two.1 - one.1].map(i64::from);
    let [on_east, on_north] = [three.0 - one.0, three.1 - one.1].map(i64::from);
    east * on_north == north * on_east
}
