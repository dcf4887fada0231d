//! One field at a time: of another kind, outside its bounds, empty, unknown.

use super::spoilt;
use crate::edition::books;

/// What is written, what is put in its place (unique in the spoilt book), and the code told.
type Case = (&'static str, &'static str, &'static str);

const WRONG: [Case; 40] = [
    ("ordinal = 8", "ordinal = \"tám\"", "book.wrong_kind"),
    ("ordinal = 8", "ordinal = 0", "book.out_of_range"),
    ("ordinal = 8", "ordinal = 8.0", "book.wrong_kind"),
    ("level = \"province\"", "level = \"tỉnh\"", "book.wrong_value"),
    ("slug = \"quang-ninh-viii\"", "slug = \"Quảng Ninh\"", "book.wrong_value"),
    ("slug = \"quang-ninh-viii\"", "slug = \"-a\"", "book.wrong_value"),
    ("document = \"1594/QĐ-UBND\"", "document = \"1594\"", "book.wrong_value"),
    ("term = \"đề tài, giải pháp\"", "term = \"  \"", "book.empty"),
    ("term = \"đề tài, giải pháp\"", "term = [\"giải pháp\"]", "book.wrong_kind"),
    ("symbol = \"LHH-KHCN\"", "symbol = true", "book.wrong_kind"),
    ("issued = 2020-05-18", "issued = \"18/5/2020\"", "book.wrong_kind"),
    ("issued = 2020-05-18", "issued = 2020-05-18T07:00:00", "book.wrong_kind"),
    ("issued = 2020-05-18", "issued = 1020-05-18", "book.wrong_value"),
    ("issued = 2020-05-18", "issued = 07:00:00", "book.wrong_value"),
    ("kinds = [\"individual\", \"group\", \"organisation\"]", "kinds = \"group\"", "book.wrong_kind"),
    ("kinds = [\"individual\", \"group\", \"organisation\"]", "kinds = []", "book.empty"),
    ("kinds = [\"individual\", \"group\", \"organisation\"]", "kinds = [\"team\"]", "book.wrong_value"),
    ("kinds = [\"individual\", \"group\", \"organisation\"]", "kinds = [\"group\", \"group\"]", "book.duplicate_code"),
    ("kinds = [\"individual\", \"group\", \"organisation\"]", "kinds = [1]", "book.wrong_kind"),
    ("max_characters = 3000", "max_characters = 0", "book.out_of_range"),
    ("max_megabytes = 20", "max_megabytes = 51", "book.out_of_range"),
    ("limit = 20", "limit = 0", "book.out_of_range"),
    ("least_points = 80", "least_points = -1", "book.wrong_value"),
    ("least_points = 80", "least_points = 80.125", "book.wrong_value"),
    ("least_points = 80", "least_points = 8e1", "book.wrong_value"),
    ("least_points = 80", "least_points = \"tám mươi\"", "book.wrong_value"),
    ("least_points = 80", "least_points = true", "book.wrong_kind"),
    ("zone = \"Asia/Ho_Chi_Minh\"", "zone = \"Asia/Quang_Ninh\"", "book.wrong_value"),
    ("to = 2021-06-30T17:00:00", "to = 2021-06-30T17:00:00+07:00", "book.wrong_value"),
    ("to = 2021-06-30T17:00:00", "to = 2021-06-30T17:00:30", "book.wrong_value"),
    ("blind = true", "blind = \"có\"", "book.wrong_kind"),
    ("panels = \"per_category\"", "panels = \"theo lĩnh vực\"", "book.wrong_value"),
    ("sheets_per_entry = 3", "sheets_per_entry = 0", "book.out_of_range"),
    ("max = 40", "max = 0", "book.out_of_range"),
    ("round_to = 0.01", "round_to = 0", "book.out_of_range"),
    ("ceiling = 6", "ceiling = 0", "book.out_of_range"),
    ("openers = [\"jury_chair\", \"jury_secretary\"]", "openers = [\"jury_chair\"]", "book.out_of_range"),
    ("openers = [\"jury_chair\", \"jury_secretary\"]", "openers = [\"jury_chair\", \"judge\"]", "book.wrong_value"),
    ("nhat = 25_000_000", "nhat = 0", "book.out_of_range"),
    ("nhat = 25_000_000", "nhat = \"25 triệu\"", "book.wrong_kind"),
];

#[test]
fn a_value_of_another_kind_or_out_of_bounds_is_told_at_its_line() {
    for (from, to, code) in WRONG {
        spoilt(from, to).is_refused(code, to);
    }
}

#[test]
fn a_name_longer_than_a_page_is_told() {
    let long = format!("place = \"{}\"", "ế".repeat(2_001));
    spoilt("place = \"Quảng Ninh\"", &long).is_refused("book.out_of_range", &long);
}

#[test]
fn a_section_that_is_no_table_is_told() {
    let cases = [
        ("[rules.agency]\nname", "[[rules.agency]]\nname", "[[rules.agency]]"),
        (
            "[[calendar.stages]]\ncode = \"launch\"\nname = \"Phát động\"\nfrom = 2020-07-27\n",
            "stages = 3\n",
            "stages = 3",
        ),
    ];
    let (from, to, mark) = cases[0];
    spoilt(from, to).is_refused("book.wrong_kind", mark);
    let (_, to, mark) = cases[1];
    let book = books::HOI_THI_CO_SO;
    let (before, rest) = book.split_once("[[calendar.stages]]").unwrap();
    let (_, after) = rest.split_once("[marking]").unwrap();
    let text = format!("{before}{to}[marking]{after}");
    super::Spoilt { text }.is_refused("book.wrong_kind", mark);
}

#[test]
fn an_unknown_key_is_told_with_the_nearest_known_one() {
    let spoilt = spoilt("ceiling = 6", "ceiling = 6\ncelling = 7");
    spoilt.is_refused("book.unknown_key", "celling = 7");
    assert!(spoilt.errors()[0].sentence.contains("`ceiling`"), "{:?}", spoilt.errors());
}

#[test]
fn a_clause_the_program_lacks_is_refused_with_its_line_wherever_it_stands() {
    let cases: [(&str, &str); 13] = [
        ("blind = true", "public_vote = 20"),
        ("blind = true", "interview = { max = 10 }"),
        ("blind = true", "external_score = \"chấm tại chỗ\""),
        ("blind = true", "site_visit = true"),
        ("aggregate = \"mean\"", "gap = 15"),
        ("aggregate = \"mean\"", "weights = [2, 1, 1]"),
        ("max = 40", "weight = 2"),
        ("scope = \"overall\"", "movement = { ceiling = 2 }"),
        ("scope = \"overall\"", "honours = [\"Bằng khen\"]"),
        ("scope = \"overall\"", "special_prizes = []"),
        ("created_from = 2015-01-01", "not_entered_before = true"),
        ("zone = \"Asia/Ho_Chi_Minh\"", "complaints = 2021-11-30"),
        ("ordinal = 8", "classes = []"),
    ];
    for (place, clause) in cases {
        spoilt(place, &format!("{clause}\n{place}")).is_refused("book.not_carried_out", clause);
    }
}

#[test]
fn a_word_for_what_the_program_lacks_is_refused() {
    let cases = [
        ("aggregate = \"mean\"", "aggregate = \"weighted_mean\""),
        ("aggregate = \"mean\"", "aggregate = \"vote\""),
        ("by = \"shared_place\"", "by = \"draw\""),
        ("by = \"shared_place\"", "by = \"median\""),
        ("from = 2021-10-15", "from = 2021-10-15T08:00:00"),
    ];
    for (from, to) in cases {
        spoilt(from, to).is_refused("book.not_carried_out", to);
    }
}

#[test]
fn what_is_not_toml_is_told_at_its_line() {
    spoilt("ordinal = 8", "lần thứ tám").is_refused("book.syntax", "lần thứ tám");
    spoilt("ordinal = 8", "ordinal = \"8").is_refused("book.syntax", "ordinal = \"8");
    spoilt("ordinal = 8", "ordinal = 8 9").is_refused("book.syntax", "ordinal = 8 9");
}

#[test]
fn a_whole_part_written_twice_is_told() {
    let twice = spoilt("[marking.tally]", "[calendar] # lần hai\nx = 1\n[marking.tally]");
    twice.is_refused("book.doubled", "[calendar] # lần hai");
}
