//! Fields that are right by themselves and wrong together.

use super::{Spoilt, spoilt};
use crate::edition::books;

#[test]
fn a_code_that_stands_twice_is_told_at_the_second() {
    let cases = [
        ("code = \"vat-lieu-nang-luong\"", "code = \"cong-nghe-thong-tin\" # hai"),
        ("code = \"khong-trung\"", "code = \"chua-doat-giai\" # hai"),
        ("code = \"tom-tat\"", "code = \"phieu-dang-ky\" # hai"),
        ("code = \"kha-nang-ap-dung\"", "code = \"tinh-moi\" # hai"),
        ("code = \"chung-khao\"", "code = \"so-khao\" # hai"),
        ("code = \"deliberation\"", "code = \"final\" # hai"),
    ];
    for (from, to) in cases {
        spoilt(from, to).is_refused("book.duplicate_code", to);
    }
    let post = "code = \"by_hand\"\nplace = \"Văn phòng Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Quảng Ninh\"\n";
    spoilt(post, "code = \"online\" # hai\n").is_refused("book.duplicate_code", "# hai");
    let way = "criterion = \"hieu-qua\"\n";
    spoilt(way, "criterion = \"tinh-moi\" # hai\n").refused_just_before("book.duplicate_code", "# hai");
    let tier = spoilt("code = \"ba\"", "code = \"nhi\" # hai");
    tier.is_refused("book.duplicate_code", "# hai");
}

impl Spoilt {
    /// Told at the line before the mark's.
    #[track_caller]
    fn refused_just_before(&self, code: &str, mark: &str) {
        let errors = self.errors();
        let told: Vec<_> = errors.iter().map(|error| (error.code, error.line + 1)).collect();
        assert_eq!(told, [(code, self.line(mark))], "{errors:#?}");
    }
}

#[test]
fn one_basis_is_named_once() {
    let twice =
        spoilt("document = \"1594/QĐ-UBND\"\nissued = 2020-05-18", "document = \"86/KH-BTC\"\nissued = 2020-07-27");
    let errors = twice.errors();
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert_eq!(errors[0].code, "book.duplicate_code");
}

#[test]
fn what_must_follow_in_time_or_height_and_does_not_is_told() {
    let cases = [
        ("last_year = 2021", "last_year = 2019"),
        ("to = 2021-06-30T17:00:00", "to = 2020-07-26"),
        ("to = 2021-06-30T17:00:00", "to = 2020-07-27T00:00:00"),
        ("from = 2021-08-16", "from = 2021-07-20"),
        ("threshold = 70", "threshold = 80 # bằng"),
        ("threshold = 70", "threshold = 85"),
    ];
    for (from, to) in cases {
        spoilt(from, to).is_refused("book.out_of_order", to);
    }
    let early = spoilt("issued = 2021-01-15\nin_force = 2021-01-15", "issued = 2021-01-15\nin_force = 2021-01-14");
    early.is_refused("book.out_of_order", "in_force = 2021-01-14");
}

#[test]
fn stages_stand_in_the_order_of_the_contest() {
    let turned = spoilt("code = \"preliminary\"", "code = \"final\" # trước")
        .and("code = \"final\"\nname = \"Chấm chung", "code = \"preliminary\" # sau\nname = \"Chấm chung");
    turned.is_refused("book.out_of_order", "# sau");
}

#[test]
fn a_calendar_without_intake_is_refused() {
    let none = spoilt("code = \"intake\"", "code = \"screening\"")
        .and("to = 2021-06-30T17:00:00", "to = 2021-06-30")
        .and("code = \"screening\"\nname = \"Kiểm tra", "code = \"preliminary\"\nname = \"Kiểm tra")
        .and("code = \"preliminary\"\nname = \"Chấm sơ", "code = \"final\"\nname = \"Chấm sơ")
        .and("code = \"final\"\nname = \"Chấm chung", "code = \"deliberation\"\nname = \"Chấm chung")
        .and("code = \"deliberation\"\nname = \"Xét", "code = \"announcement\"\nname = \"Xét")
        .and("code = \"announcement\"\nname = \"Công bố", "code = \"ceremony\"\nname = \"Công bố")
        .and("[[calendar.stages]]\ncode = \"ceremony\"\nname = \"Trao giải\"\nfrom = 2021-12-20\n", "");
    let told: Vec<_> = none.errors().into_iter().map(|error| error.code).collect();
    assert_eq!(told, ["book.missing_key"]);
}

#[test]
fn a_calendar_of_another_zone_is_refused() {
    let elsewhere = spoilt("zone = \"Asia/Ho_Chi_Minh\"", "zone = \"Europe/Paris\"");
    elsewhere.is_refused("book.not_carried_out", "zone = \"Europe/Paris\"");
}

#[test]
fn numbers_that_do_not_fit_together_are_told() {
    let cases = [
        ("max = 40\nstep = 0.5", "max = 40\nstep = 0.3", "step = 0.3"),
        ("max = 40\nstep = 0.5", "max = 40\nstep = 80", "step = 80"),
        ("max = 40\nstep = 0.5", "max = 40\nstep = 0.5\nminimum = 41", "minimum = 41"),
        ("threshold = 90", "threshold = 100.5", "threshold = 100.5"),
        ("least_points = 80", "least_points = 101", "least_points = 101"),
        ("latest_arrival = 2021-07-10", "latest_arrival = 2021-06-29", "latest_arrival = 2021-06-29"),
        ("kinds = [\"individual\",", "max_authors = 1\nkinds = [\"individual\",", "max_authors = 1"),
        (
            "criterion = \"hieu-qua\"",
            "criterion = \"hieu-qua\"\n\n[[marking.tie_breaks]]\nby = \"shared_place\"\n[[marking.tie_breaks]]\nby = \"highest_sheet\"",
            "by = \"highest_sheet\"",
        ),
    ];
    for (from, to, mark) in cases {
        let spoilt = spoilt(from, to);
        let told: Vec<_> = spoilt.errors().into_iter().map(|error| (error.code, error.line)).collect();
        assert!(told.contains(&("book.contradiction", spoilt.line(mark))), "{told:?} {to}");
    }
}

#[test]
fn a_code_that_names_nothing_is_told() {
    let way = spoilt("criterion = \"hieu-qua\"", "criterion = \"hieu-luc\"");
    way.is_refused("book.unknown_code", "criterion = \"hieu-luc\"");
    let money = spoilt("khuyen-khich = 5_000_000", "khuyen-khich = 5_000_000\nphong-trao = 3_000_000");
    money.is_refused("book.unknown_code", "phong-trao = 3_000_000");
    let none = spoilt("khuyen-khich = 5_000_000\n", "");
    none.is_refused("book.missing_key", "[money.amounts]");
}

#[test]
fn categories_and_forwarding_go_together() {
    let one = spoilt("name = \"Y dược\"\nupward = \"y-duoc\"", "name = \"Y dược\"");
    let told = one.errors();
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!(told[0].code, "book.contradiction");
    let all = spoilt("[rules.forwarding]\nto = \"toan-quoc-xvi\"\nlimit = 20\nleast_points = 80\n", "");
    let told: Vec<_> = all.errors().into_iter().map(|error| error.code).collect();
    assert_eq!(told, ["book.contradiction"; 6]);
}

#[test]
fn parts_that_need_another_are_told() {
    let (book, _) = books::QUANG_NINH_VIII.split_once("[prizes]").unwrap();
    let (_, money) = books::QUANG_NINH_VIII.split_once("[money]").unwrap();
    let text = format!("{book}[money]{money}");
    Spoilt { text }.is_refused("book.contradiction", "[money]");

    let text = books::QUANG_NINH_VIII.replace("shown_to_judges = true", "shown_to_judges = false");
    let told: Vec<_> = Spoilt { text }.errors().into_iter().map(|error| error.code).collect();
    assert_eq!(told, ["book.contradiction"]);

    let unmarked = Spoilt::of(books::SON_LA_SANG_KIEN, "code = \"final\"", "code = \"deliberation\"");
    let told: Vec<_> = unmarked.errors().into_iter().map(|error| error.code).collect();
    assert_eq!(told, ["book.contradiction"]);
}

#[test]
fn bands_cover_every_mark_once() {
    let good = "{ name = \"Cải tiến khá\", from = 21, to = 26 }";
    let cases = [
        "{ name = \"Cải tiến khá\", from = 20, to = 26 }",
        "{ name = \"Cải tiến khá\", from = 22, to = 26 }",
        "{ name = \"Cải tiến khá\", from = 21.5, to = 26 }",
        "{ name = \"Cải tiến khá\", from = 21, to = 26.5 }",
        "{ name = \"Cải tiến khá\", from = 26, to = 21 }",
    ];
    for band in cases {
        Spoilt::of(books::SON_LA_SANG_KIEN, good, band).is_refused("book.contradiction", band);
    }
    let short = Spoilt::of(books::SON_LA_SANG_KIEN, "from = 31, to = 40", "from = 31, to = 39");
    let told: Vec<_> = short.errors().into_iter().map(|error| error.code).collect();
    assert_eq!(told, ["book.contradiction"]);
    let high = "{ name = \"Hoàn toàn mới\", from = 27, to = 31 }";
    let above = Spoilt::of(books::SON_LA_SANG_KIEN, "{ name = \"Hoàn toàn mới\", from = 27, to = 30 }", high);
    above.is_refused("book.contradiction", high);
}

#[test]
fn trimming_needs_three_sheets() {
    let trim = Spoilt::of(books::BON_TIEU_CHI, "trim_from_sheets = 5", "trim_from_sheets = 2");
    trim.is_refused("book.out_of_range", "trim_from_sheets = 2");
}

#[test]
fn a_trim_that_waits_for_more_sheets_than_there_are_is_refused() {
    let never = Spoilt::of(books::BON_TIEU_CHI, "trim_from_sheets = 5", "trim_from_sheets = 6");
    never.is_refused("book.contradiction", "trim_from_sheets = 6");
}
