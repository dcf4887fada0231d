use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};
use proptest::prelude::*;

use super::*;

fn thing(kind: Kind, about: &str, day: Date) -> Thing {
    Thing { kind, about: about.to_owned(), day }
}

fn at(day: Date, hour: i8) -> DateTime {
    day.at(hour, 5, 0, 0)
}

/// What a program that keeps its record tells at one look.
fn tell(settings: &Settings, now: DateTime, open: &[(u8, Thing)], told: &mut Told<u8>) -> Vec<Digest<u8>> {
    let digests = due_now(settings, now, open, told);
    for digest in &digests {
        told.last.insert(digest.person, now.date());
        told.points.extend(digest.points.iter().map(|point| (digest.person, point.clone())));
    }
    digests
}

#[test]
fn a_task_is_told_a_week_and_two_days_before_its_day() {
    let (settings, mut told) = (Settings::usual(), Told::default());
    let open = [(1, thing(Kind::Task, "a", date(2021, 6, 30)))];
    let mut days = Vec::new();
    for day in date(2021, 6, 1).series(1.day()).take_while(|day| *day < date(2021, 7, 10)) {
        if !tell(&settings, at(day, 8), &open, &mut told).is_empty() {
            days.push(day);
        }
    }
    assert_eq!(days, [date(2021, 6, 23), date(2021, 6, 28)]);
}

#[test]
fn all_of_one_morning_is_one_mail() {
    let (settings, mut told) = (Settings::usual(), Told::default());
    let day = date(2021, 6, 30);
    let open = [
        (1, thing(Kind::Task, "b", day)),
        (1, thing(Kind::Confirmation, "l", date(2021, 6, 20))),
        (2, thing(Kind::Task, "c", day)),
    ];
    let digests = tell(&settings, at(date(2021, 6, 23), 9), &open, &mut told);
    assert_eq!(digests.iter().map(|digest| (digest.person, digest.points.len())).collect::<Vec<_>>(), [(1, 2), (2, 1)]);
    assert_eq!(digests[0].points[0].thing.kind, Kind::Confirmation, "the earliest day first");
}

#[test]
fn another_day_is_told_anew() {
    let (settings, mut told) = (Settings::usual(), Told::default());
    let first = [(1, thing(Kind::Report, "r", date(2021, 6, 30)))];
    assert_eq!(tell(&settings, at(date(2021, 6, 28), 8), &first, &mut told).len(), 1);
    let extended = [(1, thing(Kind::Report, "r", date(2021, 7, 2)))];
    assert_eq!(tell(&settings, at(date(2021, 6, 29), 8), &extended, &mut told).len(), 1);
}

#[test]
fn a_program_that_stood_still_does_not_make_up_for_it() {
    let settings = Settings::usual();
    let open = [(1, thing(Kind::Confirmation, "l", date(2020, 8, 20)))];
    assert!(due_now(&settings, at(date(2021, 6, 1), 8), &open, &Told::default()).is_empty());
    let late = due_now(&settings, at(date(2020, 8, 30), 8), &open, &Told::default());
    assert_eq!(late[0].points[0].from, date(2020, 8, 27), "the last point, once");
}

#[test]
fn settings_are_refused_where_nobody_would_be_written() {
    let quiet = Quiet { from: 20, to: 7 };
    assert_eq!(Settings::new(BTreeMap::new(), quiet, 6), Err(vec![SettingsRefusal::DigestIsQuiet]));
    let wrong = Settings::new(BTreeMap::new(), Quiet { from: 24, to: -1 }, 99).unwrap_err();
    assert_eq!(wrong.len(), 3);
    assert!(Settings::new(BTreeMap::new(), Quiet { from: 0, to: 0 }, 0).is_ok());
    for (text, read) in [
        ("7, 3, 1", Some("1, 3, 7")),
        ("3 3", Some("3")),
        ("", None),
        ("61", None),
        ("-1", None),
        ("1,2,3,4,5,6", None),
    ] {
        assert_eq!(Days::read(text).map(|days| days.to_string()).as_deref(), read, "{text}");
    }
}

#[test]
fn a_mail_waits_for_hours_or_for_ever() {
    let hours = |text| Patience::read(text).map(Patience::hours);
    assert_eq!([hours("4"), hours("72"), hours("0")], [Some(Some(4)), Some(Some(72)), Some(None)]);
    assert_eq!([hours(""), hours("-1"), hours("73"), hours("bốn")], [None; 4]);
}

fn a_kind() -> impl Strategy<Value = Kind> {
    proptest::sample::select(Kind::ALL.to_vec())
}

fn some_things() -> impl Strategy<Value = Vec<(u8, Thing)>> {
    let one = (0_u8..4, a_kind(), 0_u8..5, 0_i32..40).prop_map(|(person, kind, about, days)| {
        (person, thing(kind, &about.to_string(), date(2021, 6, 1).saturating_add(days.days())))
    });
    proptest::collection::vec(one, 0..12)
}

fn some_settings() -> impl Strategy<Value = Settings> {
    let kinds =
        proptest::collection::btree_map(a_kind(), (any::<bool>(), proptest::collection::vec(0_u8..20, 1..4)), 0..7);
    (kinds, 0_i8..24, 0_i8..24, 0_i8..24).prop_filter_map("nobody would be written", |(kinds, from, to, digest)| {
        let read = |(kind, (on, days)): (Kind, (bool, Vec<u8>))| {
            let words: Vec<_> = days.iter().map(ToString::to_string).collect();
            Some((kind, KindSetting { on, days: Days::read(&words.join(","))? }))
        };
        let kinds = kinds.into_iter().map(read).collect::<Option<BTreeMap<_, _>>>()?;
        Settings::new(kinds, Quiet { from, to }, digest).ok()
    })
}

/// Looks at random hours of forty days, some of them several times, as a program does that is stopped
/// and started.
fn some_looks() -> impl Strategy<Value = Vec<DateTime>> {
    proptest::collection::vec((0_i32..45, 0_i8..24), 0..80).prop_map(|looks| {
        let mut looks: Vec<_> =
            looks.into_iter().map(|(day, hour)| at(date(2021, 5, 25).saturating_add(day.days()), hour)).collect();
        looks.sort();
        looks
    })
}

proptest! {
    #[test]
    fn nothing_twice_nobody_at_night_one_mail_a_day(
        settings in some_settings(), open in some_things(), looks in some_looks(), muted in 0_u8..4,
    ) {
        let mut told = Told { mute: BTreeSet::from([muted]), ..Told::default() };
        let (mut points, mut mornings) = (BTreeSet::new(), BTreeSet::new());
        for now in looks {
            for digest in tell(&settings, now, &open, &mut told) {
                prop_assert!(!settings.quiet().covers(now.hour()) && now.hour() >= settings.digest_hour());
                prop_assert!(digest.person != muted && !digest.points.is_empty());
                prop_assert!(mornings.insert((digest.person, now.date())), "a second mail on {}", now.date());
                for point in digest.points {
                    prop_assert!(settings.of(point.thing.kind).on);
                    prop_assert!(point.from <= now.date());
                    prop_assert!(open.contains(&(digest.person, point.thing.clone())));
                    prop_assert!(points.insert((digest.person, point.clone())), "{point:?} twice");
                }
            }
        }
    }

    /// Whoever looks every hour misses nobody's point.
    #[test]
    fn every_point_of_an_open_thing_is_told(settings in some_settings(), open in some_things()) {
        let mut told = Told::default();
        for hour in 0..24 * 60 {
            let now = date(2021, 5, 1).at(0, 5, 0, 0).saturating_add(i64::from(hour).hours());
            tell(&settings, now, &open, &mut told);
        }
        let days = date(2021, 5, 1).series(1.day()).take(60);
        let wanted: BTreeSet<_> = days
            .flat_map(|day| {
                let point = |(person, thing): &(u8, Thing)| {
                    let from = settings.point(thing, day)?;
                    Some((*person, Point { thing: thing.clone(), from }))
                };
                open.iter().filter_map(point).collect::<Vec<_>>()
            })
            .collect();
        prop_assert_eq!(told.points, wanted);
    }
}
