//! What a new version of a book says differently, and what it may no longer touch.

use std::collections::BTreeSet;

use jiff::civil::date;

use super::{quang_ninh, read};
use crate::edition::{
    Amendment, AmendmentRefusal, Part, Reach, RuleBook, books, differences, notice, prizes_stand, reach,
};

fn amendment() -> Amendment {
    Amendment {
        decision: "12/QĐ-BTC".to_owned(),
        issuer: "Ban Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh".to_owned(),
        issued: date(2021, 6, 1),
        effective: date(2021, 6, 5),
        reason: "Dịch bệnh làm chậm việc lấy xác nhận của đơn vị".to_owned(),
    }
}

fn opened(rounds: &[&str]) -> BTreeSet<String> {
    rounds.iter().map(|round| (*round).to_owned()).collect()
}

/// Marks in whole points instead of halves.
fn coarser() -> RuleBook {
    quang_ninh(&[("max = 40\nstep = 0.5", "max = 40\nstep = 1")])
}

#[test]
fn the_difference_and_the_notice_are_told_in_words() {
    let new = quang_ninh(&[
        ("[calendar]\ndocument = \"86/KH-BTC\"", "[calendar]\ndocument = \"12/QĐ-BTC\""),
        ("to = 2021-06-30T17:00:00", "to = 2021-07-15T17:00:00"),
        ("from = 2021-07-01\nto = 2021-07-20", "from = 2021-07-16\nto = 2021-07-20"),
        ("latest_arrival = 2021-07-10", "latest_arrival = 2021-07-20"),
        ("name = \"Y dược\"", "name = \"Y, dược và chăm sóc sức khỏe\""),
        (
            "kinds = [\"individual\", \"group\", \"organisation\"]",
            "kinds = [\"individual\", \"group\"]\nmax_authors = 8",
        ),
        (
            "code = \"toan-van\"\nname = \"Toàn văn giải pháp\"",
            "code = \"video\"\nname = \"Thuyết minh bằng hình ảnh\"",
        ),
        ("by = \"criterion\"\ncriterion = \"hieu-qua\"", "by = \"highest_sheet\""),
        ("ceiling = 3\nthreshold = 80", "ceiling = 4\nthreshold = 82.5"),
        ("nhat = 25_000_000", "nhat = 30_000_000"),
    ]);
    let differences = amendment().admits(&quang_ninh(&[]), &new, &opened(&[])).unwrap();
    insta::assert_snapshot!(notice(&amendment(), &new, &differences));
}

#[test]
fn parts_that_come_and_go_are_told_as_parts() {
    let full = quang_ninh(&[]);
    let (launch, _) = books::QUANG_NINH_VIII.split_once("[marking]").unwrap();
    let launch = read(launch);
    insta::assert_snapshot!(differences(&launch, &full).join("\n"));
    let gone = differences(&full, &launch);
    assert_eq!(gone, ["Bỏ phần Chấm thi.", "Bỏ phần Giải thưởng.", "Bỏ phần Tiền thưởng."]);
}

#[test]
fn another_order_is_a_difference() {
    let (ba, nhi) = (
        "[[prizes.tiers]]\ncode = \"ba\"\nname = \"Giải Ba\"\nceiling = 4\ncertificate = \"Đạt Giải Ba\"\n",
        "[[prizes.tiers]]\ncode = \"nhi\"\nname = \"Giải Nhì\"\nceiling = 2\ncertificate = \"Đạt Giải Nhì\"\n",
    );
    let turned = books::TOAN_QUOC.replace(nhi, "@").replace(ba, nhi).replace('@', ba);
    let told = differences(&read(books::TOAN_QUOC), &read(&turned));
    assert_eq!(
        told,
        [
            "Cơ cấu giải thưởng: đổi thứ tự thành Phạm vi, nhat, ba, nhi, khuyen-khich.",
            "Mức tiền thưởng: đổi thứ tự thành nhat, ba, nhi, khuyen-khich.",
        ]
    );
}

#[test]
fn an_amendment_that_is_none_is_refused() {
    let book = quang_ninh(&[]);
    let none = opened(&[]);
    let same = amendment().admits(&book, &book, &none);
    assert_eq!(same, Err(AmendmentRefusal::ChangesNothing));

    let other = read(books::TOAN_QUOC);
    let of_other = amendment().admits(&book, &other, &none).unwrap_err();
    let (old, new) = ("quang-ninh-viii".to_owned(), "toan-quoc-xvi".to_owned());
    assert_eq!(of_other, AmendmentRefusal::OtherEdition { old, new });

    let (issued, effective) = (date(2021, 6, 1), date(2021, 5, 31));
    let early = Amendment { effective, ..amendment() }.admits(&book, &coarser(), &none);
    assert_eq!(early, Err(AmendmentRefusal::Retroactive { effective, issued }));
}

#[test]
fn an_opened_round_keeps_its_marking() {
    let book = quang_ninh(&[]);
    assert_eq!(reach(&book, Part::Marking, &opened(&[])), Reach::Whole);
    let waiting = Reach::RoundsNotOpened(vec!["chung-khao".to_owned()]);
    assert_eq!(reach(&book, Part::Marking, &opened(&["so-khao"])), waiting);
    let both = opened(&["so-khao", "chung-khao"]);
    assert_eq!(reach(&book, Part::Marking, &both), Reach::Nothing);
    assert_eq!(reach(&book, Part::Prizes, &both), Reach::Whole);

    let told = amendment().admits(&book, &coarser(), &opened(&["so-khao"])).unwrap();
    assert_eq!(told.len(), 1, "{told:?}");
    let late = amendment().admits(&book, &coarser(), &both);
    assert_eq!(late, Err(AmendmentRefusal::AllRoundsOpened));
    let money = quang_ninh(&[("nhat = 25_000_000", "nhat = 30_000_000")]);
    assert!(amendment().admits(&book, &money, &both).is_ok());
}

#[test]
fn the_agency_says_how_it_is_reached_and_a_new_number_is_an_amendment() {
    let with =
        |contact: &str| quang_ninh(&[("place = \"Quảng Ninh\"\n", &format!("place = \"Quảng Ninh\"\n{contact}\n"))]);
    let agency = "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Quảng Ninh";
    assert_eq!(quang_ninh(&[]).rules().agency.reached(), agency);
    let reached = with("contact = \"điện thoại 0203 000 0001\"");
    assert_eq!(reached.rules().agency.reached(), format!("{agency} (điện thoại 0203 000 0001)"));
    let told = differences(&quang_ninh(&[]), &reached);
    assert_eq!(told, ["Hội thi: thêm «Liên hệ: điện thoại 0203 000 0001»."]);
}

#[test]
fn nobody_changes_what_is_won_once_the_winners_are_known() {
    let book = quang_ninh(&[]);
    let money = quang_ninh(&[("nhat = 25_000_000", "nhat = 30_000_000")]);
    assert_eq!(prizes_stand(&book, &money), Err(AmendmentRefusal::ResultsKnown { part: Part::Money }));
    assert_eq!(prizes_stand(&book, &coarser()), Ok(()), "the marking is another law's");
    let without = RuleBook::parse(books::QUANG_NINH_VIII.split_once("[money]").unwrap().0).unwrap();
    assert_eq!(prizes_stand(&without, &book), Ok(()), "what was missing may come");
}

#[test]
fn an_opened_round_is_not_taken_away() {
    let book = quang_ninh(&[]);
    let one = quang_ninh(&[("[[marking.rounds]]\ncode = \"so-khao\"\nname = \"Vòng sơ khảo\"\n", "")]);
    let round = "so-khao".to_owned();
    let gone = amendment().admits(&book, &one, &opened(&["so-khao"]));
    assert_eq!(gone, Err(AmendmentRefusal::OpenedRoundRemoved { round }));
    assert!(amendment().admits(&book, &one, &opened(&["chung-khao"])).is_ok());
}

#[test]
fn what_has_started_keeps_its_place_and_the_contest_its_end() {
    let book = quang_ninh(&[]);
    let (first, second) = (
        "[[marking.rounds]]\ncode = \"so-khao\"\nname = \"Vòng sơ khảo\"\n",
        "[[marking.rounds]]\ncode = \"chung-khao\"\nname = \"Vòng chung khảo\"\n",
    );
    let added = "[[marking.rounds]]\ncode = \"them\"\nname = \"Vòng thêm\"\n";
    let turned = read(&books::QUANG_NINH_VIII.replace(first, "@").replace(second, first).replace('@', second));
    let before = quang_ninh(&[(first, &format!("{added}{first}"))]);
    let between = quang_ninh(&[(second, &format!("{added}{second}"))]);
    let behind = quang_ninh(&[(second, &format!("{second}{added}"))]);
    let ended = quang_ninh(&[(second, "")]);
    let admits = |new: &RuleBook, started: &[&str]| amendment().admits(&book, new, &opened(started)).map(|_| ());
    for free in [&turned, &before, &between, &behind, &ended] {
        assert_eq!(admits(free, &[]), Ok(()), "nothing has started");
    }
    let moved = Err(AmendmentRefusal::StartedRoundMoved { round: "so-khao".to_owned() });
    assert_eq!(admits(&turned, &["so-khao"]), moved);
    assert_eq!(admits(&before, &["so-khao"]), moved);
    assert_eq!(admits(&between, &["so-khao"]), Ok(()));
    assert_eq!(admits(&behind, &["so-khao"]), Ok(()));
    let last = "chung-khao".to_owned();
    assert_eq!(admits(&ended, &["so-khao"]), Err(AmendmentRefusal::LastRoundRemoved { round: last }));
    assert!(behind.is_last_round("them") && !behind.is_last_round("chung-khao") && book.is_last_round("chung-khao"));
}
