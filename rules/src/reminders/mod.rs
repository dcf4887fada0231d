//! Reminders: who is told of what is due, when, and never twice.
//!
//! An edition's calendar and the rooms' open things say what is due; this module says what of it is
//! told now. Each thing is told at a few points: so many days before its day, or after it. All that is
//! due for one person on one day becomes one digest, at the hour the house chose and never in its
//! quiet hours. What was told is remembered by thing and point, so that a restart tells nothing again;
//! points that went by while nobody looked are not made up for, except the last.

mod settings;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

pub use settings::{Days, Kind, KindSetting, Patience, Quiet, Settings, SettingsRefusal, Side};

/// Something that is due, of one person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Thing {
    /// What kind of thing.
    pub kind: Kind,
    /// Which one: the id of the letter, task, report, round …
    pub about: String,
    /// Its day. A thing that gets another day is told anew.
    pub day: Date,
}

/// A thing at the point at which it is told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// The thing.
    pub thing: Thing,
    /// The day from which it is told.
    pub from: Date,
}

/// What was told so far.
#[derive(Clone, Debug)]
pub struct Told<P> {
    /// Every point that was told, and to whom.
    pub points: BTreeSet<(P, Point)>,
    /// On which day each person was last written.
    pub last: BTreeMap<P, Date>,
    /// Who does not want to be written.
    pub mute: BTreeSet<P>,
}

impl<P> Default for Told<P> {
    fn default() -> Self {
        Self { points: BTreeSet::new(), last: BTreeMap::new(), mute: BTreeSet::new() }
    }
}

/// All that one person is told at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest<P> {
    /// Whom.
    pub person: P,
    /// What, the earliest day first.
    pub points: Vec<Point>,
}

/// A point that nobody told for so long is told no more: a program that stood still for a year does
/// not begin with a year's reminders.
const STALE_AFTER: i32 = 7;

/// What is told now, by the clock on the contest's wall: one digest for each person who has something
/// due and was not written today.
pub fn due_now<P: Ord + Clone>(
    settings: &Settings,
    now: DateTime,
    open: &[(P, Thing)],
    told: &Told<P>,
) -> Vec<Digest<P>> {
    let today = now.date();
    if !settings.tells_at(now.hour()) {
        return Vec::new();
    }
    let mut digests: BTreeMap<&P, BTreeSet<Point>> = BTreeMap::new();
    for (person, thing) in open {
        let written = told.last.get(person).is_some_and(|last| *last >= today);
        if written || told.mute.contains(person) {
            continue;
        }
        let Some(from) = settings.point(thing, today) else { continue };
        let point = Point { thing: thing.clone(), from };
        if !told.points.contains(&(person.clone(), point.clone())) {
            digests.entry(person).or_default().insert(point);
        }
    }
    digests.into_iter().map(|(person, points)| Digest { person: person.clone(), points: by_day(points) }).collect()
}

fn by_day(points: BTreeSet<Point>) -> Vec<Point> {
    let mut points: Vec<_> = points.into_iter().collect();
    points.sort_by(|one, other| (one.thing.day, &one.thing).cmp(&(other.thing.day, &other.thing)));
    points
}

impl Settings {
    /// The last point of a thing that has come, while it is fresh.
    fn point(&self, thing: &Thing, today: Date) -> Option<Date> {
        let setting = self.of(thing.kind);
        // What is past its day is somebody else's reminder: that it is late.
        let over = thing.kind.side() == Side::Before && today > thing.day;
        if !setting.on || over {
            return None;
        }
        let points = setting.days.iter().filter_map(|days| point_of(thing, days));
        let last = points.filter(|point| *point <= today).max()?;
        let stale = last.checked_add(STALE_AFTER.days()).is_ok_and(|end| end < today);
        (!stale).then_some(last)
    }
}

fn point_of(thing: &Thing, days: u8) -> Option<Date> {
    let days = i32::from(days).days();
    match thing.kind.side() {
        Side::Before => thing.day.checked_sub(days).ok(),
        Side::After => thing.day.checked_add(days).ok(),
    }
}
