//! The calendar asked for the time, and dossiers at the door.

use jiff::Timestamp;
use jiff::civil::date;

use super::{quang_ninh, read};
use crate::edition::{Arrival, Part, PartNotInForce, When, WindowRefusal, books};
use crate::refusal::{Fact, Refusal};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn the_intake_opens_and_closes_by_the_clock_on_the_wall_in_vietnam() {
    let book = quang_ninh(&[]);
    let window = book.calendar().intake_window();
    assert_eq!(window.opens, at("2020-07-27T00:00:00+07:00"));
    assert_eq!(window.closes, at("2021-06-30T17:00:00+07:00"));
    assert!(window.names_the_hour());

    assert_eq!(window.admits(at("2021-06-30T16:59:59+07:00")), Ok(()));
    let closed = WindowRefusal::Closed { closed_at: window.closes };
    assert_eq!(window.admits(at("2021-06-30T17:00:00+07:00")), Err(closed));
    let early = WindowRefusal::NotOpen { opens_at: window.opens };
    assert_eq!(window.admits(at("2020-07-26T23:59:59+07:00")), Err(early));
    assert_eq!(window.admits(window.opens), Ok(()));
}

#[test]
fn a_closing_day_counts_to_its_end_and_midnight_is_the_end_of_the_day_before() {
    let day = quang_ninh(&[("to = 2021-06-30T17:00:00", "to = 2021-06-30")]);
    let midnight = quang_ninh(&[("to = 2021-06-30T17:00:00", "to = 2021-07-01T00:00")]);
    assert_eq!(day, midnight);
    let window = day.calendar().intake_window();
    assert_eq!(window.closes, at("2021-07-01T00:00:00+07:00"));
    assert_eq!(window.last_day, date(2021, 6, 30));
    assert!(!window.names_the_hour());
}

#[test]
fn the_life_line_tells_past_today_and_coming() {
    let book = quang_ninh(&[]);
    let stops = book.calendar().life_line(at("2021-08-15T23:30:00+07:00"));
    let told: Vec<_> = stops.iter().map(|stop| (stop.kind.code(), stop.when)).collect();
    assert_eq!(
        told,
        [
            ("launch", When::Past),
            ("intake", When::Past),
            ("screening", When::Past),
            ("preliminary", When::Today),
            ("final", When::Coming),
            ("deliberation", When::Coming),
            ("announcement", When::Coming),
            ("ceremony", When::Coming),
        ]
    );
    assert_eq!(stops[1].to, date(2021, 6, 30));
}

#[test]
fn by_post_the_postmark_counts_until_the_latest_arrival() {
    let book = quang_ninh(&[]);
    let by_post = |postmark, text| book.receives(Arrival::ByPost { postmark, at: at(text) });
    let last_day = date(2021, 6, 30);
    assert_eq!(by_post(last_day, "2021-07-05T09:00:00+07:00"), Ok(()));
    assert_eq!(by_post(last_day, "2021-07-10T23:00:00+07:00"), Ok(()));

    let postmark = date(2021, 7, 1);
    let late = WindowRefusal::PostmarkAfterClose { postmark, last_day };
    assert_eq!(by_post(postmark, "2021-07-05T09:00:00+07:00"), Err(late));
    let (arrived, latest) = (date(2021, 7, 11), date(2021, 7, 10));
    let too_late = WindowRefusal::ArrivedTooLate { arrived, latest };
    assert_eq!(by_post(last_day, "2021-07-11T00:00:00+07:00"), Err(too_late));
    let opens_at = book.calendar().intake_window().opens;
    let early = by_post(date(2020, 7, 20), "2020-07-25T09:00:00+07:00");
    assert_eq!(early, Err(WindowRefusal::NotOpen { opens_at }));
}

#[test]
fn a_part_counts_from_its_own_day() {
    let book = quang_ninh(&[]);
    let from = date(2021, 1, 15);
    assert_eq!(book.counts(Part::Rules, date(2020, 7, 27)), Ok(()));
    assert_eq!(book.counts(Part::Marking, from), Ok(()));
    let early = book.counts(Part::Marking, date(2021, 1, 14));
    assert_eq!(early, Err(PartNotInForce { part: Part::Marking, from }));
}

#[test]
fn the_intake_is_over_when_the_last_door_is_closed() {
    let book = quang_ninh(&[]);
    let over = |text| book.intake_is_over(at(text));
    assert!(!over("2021-06-30T23:59:59+07:00"));
    assert!(!over("2021-07-10T23:59:59+07:00"), "the post may still bring one");
    assert!(over("2021-07-11T00:00:00+07:00"));
    let online_only = read(books::HOI_THI_CO_SO);
    let closes = online_only.calendar().intake_window().closes;
    assert!(online_only.intake_is_over(closes));
}

#[test]
fn online_and_by_hand_the_window_counts_and_a_channel_must_be_offered() {
    let book = quang_ninh(&[]);
    let closed_at = book.calendar().intake_window().closes;
    let after = closed_at;
    let closed = Err(WindowRefusal::Closed { closed_at });
    assert_eq!(book.receives(Arrival::Online { at: after }), closed);
    assert_eq!(book.receives(Arrival::ByHand { at: after }), closed);

    let college = read(books::HOI_THI_CO_SO);
    let now = at("2021-01-05T09:00:00+07:00");
    assert_eq!(college.receives(Arrival::Online { at: now }), Ok(()));
    let refusal = college.receives(Arrival::ByHand { at: now }).unwrap_err();
    assert_eq!(refusal.code(), "entries.no_such_channel");
    assert_eq!(refusal.facts(), [("channel", Fact::Text("by_hand".to_owned()))]);
}
