use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn days() -> Workdays {
    Workdays::of_vietnam()
}

#[test]
fn tet_and_weekends_are_not_counted() {
    let (friday, wednesday) = (date(2021, 2, 5), date(2021, 2, 17));
    assert_eq!(days().after(friday, 3), Some(wednesday), "Monday, Tuesday, then the Wednesday after Tết");
    assert_eq!(days().after(friday, 0), Some(friday));
    assert_eq!(days().between(friday, wednesday), 3);
    assert!(matches!(days().on(date(2021, 2, 12)), DayIs::Off(day) if day.name == "Tết Nguyên đán"));
    assert_eq!(days().first_working(date(2021, 2, 10)), Some(wednesday));
}

#[test]
fn a_saturday_in_the_place_of_a_friday_is_worked() {
    assert!(days().on(date(2026, 8, 22)).is_working() && !days().on(date(2026, 8, 31)).is_working());
    assert_eq!(days().after(date(2026, 8, 21), 1), Some(date(2026, 8, 22)));
}

#[test]
fn an_office_writes_its_own_days_over_the_shipped_ones() {
    let tet = SpecialDay::new(date(2021, 2, 10), SpecialKind::Working, "Trực Tết", "Thông báo 1/TB-UBND").unwrap();
    let anniversary = SpecialDay::new(date(2021, 10, 30), SpecialKind::Off, "Kỷ niệm", "Thông báo 2").unwrap();
    let own = days().with([tet, anniversary]);
    assert!(own.on(date(2021, 2, 10)).is_working() && !own.on(date(2021, 10, 30)).is_working());
    assert!(days().knows(date(2021, 12, 31)) && !days().knows(date(2031, 1, 1)));
    assert_eq!(SpecialDay::new(date(2021, 1, 2), SpecialKind::Off, " ", "x"), Err(SpecialDayRefusal::NameMissing));
    assert_eq!(SpecialDay::new(date(2021, 1, 2), SpecialKind::Off, "x", ""), Err(SpecialDayRefusal::SourceMissing));
}

#[test]
fn what_shipped_is_to_be_checked_until_the_office_writes_it_down() {
    let shipped = days().unchecked(2026);
    assert!(shipped > 0 && days().of_year(2026).all(|day| day.source.contains("cần cơ quan kiểm tra")));
    let swapped = SpecialDay::new(date(2026, 1, 2), SpecialKind::Off, "Nghỉ hoán đổi", "Công văn của cơ quan").unwrap();
    assert_eq!(days().with([swapped]).unchecked(2026), shipped - 1);
    assert_eq!(days().unchecked(2031), 0);
}

#[test]
fn a_due_day_is_read_in_words_or_figures() {
    let within = |days, from| Ok(Due::Within(Within { days, from }));
    for (text, says) in [
        ("30/6/2021", Ok(Due::Day(date(2021, 6, 30)))),
        ("5 ngày làm việc từ ngày nhận", within(5, CountedFrom::Received)),
        ("10 NGÀY LÀM VIỆC kể từ ngày gửi", within(10, CountedFrom::Sent)),
        ("3 working days from receipt", within(3, CountedFrom::Received)),
        ("0 ngày làm việc từ ngày gửi", Err(DueError::Count)),
        ("99999 ngày làm việc từ ngày gửi", Err(DueError::Count)),
        ("5 ngày làm việc", Err(DueError::Malformed)),
        ("5 ngày từ ngày nhận", Err(DueError::Malformed)),
        ("sớm", Err(DueError::Malformed)),
    ] {
        assert_eq!(Due::parse(text), says, "{text}");
    }
}

#[test]
fn what_counts_from_receipt_waits_for_it() {
    let due = Due::parse("2 ngày làm việc từ ngày nhận").unwrap();
    assert_eq!(due.day(date(2021, 6, 1), None, &days()), None);
    assert_eq!(due.day(date(2021, 6, 1), Some(date(2021, 6, 4)), &days()), Some(date(2021, 6, 8)));
    assert_eq!(due.counted_from_receipt(), Some(2));
}

proptest! {
    #[test]
    fn the_last_of_n_working_days_is_one_and_there_are_n(offset in 0_i32..2600, count in 1_u16..120) {
        let first = date(2020, 1, 1).checked_add(jiff::Span::new().days(offset)).unwrap();
        let last = days().after(first, count).unwrap();
        prop_assert!(days().on(last).is_working());
        prop_assert_eq!(days().between(first, last), usize::from(count));
    }

    #[test]
    fn counting_in_two_parts_is_counting_at_once(offset in 0_i32..2600, one in 0_u16..60, two in 0_u16..60) {
        let first = date(2020, 1, 1).checked_add(jiff::Span::new().days(offset)).unwrap();
        let in_two = days().after(days().after(first, one).unwrap(), two);
        prop_assert_eq!(in_two, days().after(first, one + two));
    }

    #[test]
    fn a_holiday_more_never_makes_it_earlier(offset in 0_i32..2000, extra in 0_i32..40, count in 1_u16..30) {
        let first = date(2020, 1, 1).checked_add(jiff::Span::new().days(offset)).unwrap();
        let off = first.checked_add(jiff::Span::new().days(extra)).unwrap();
        let more = days().with([SpecialDay::new(off, SpecialKind::Off, "Nghỉ", "Thông báo").unwrap()]);
        prop_assert!(more.after(first, count) >= days().after(first, count));
    }
}
