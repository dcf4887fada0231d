use proptest::prelude::*;

use super::*;
use crate::reporting::Sign;

const FORM: &str = "biểu: Báo cáo\nmục: Hội thi\nhỏi: held | Có tổ chức không?\n  cột: Tổ chức\nsố: sent | Giải pháp gửi lên\n  cột: Gửi lên\n  đơn vị: giải pháp\n  giúp: Cả năm.\n  bắt buộc\n  hệ thống biết: entries.sent\nmục thêm: Khác\nsố: helped | Giải pháp phối hợp\n  không cộng lên\nsố: by_field | Theo lĩnh vực\n  theo lĩnh vực\nchữ: words | Khó khăn\n  giúp: Viết ngắn gọn.\ntệp: 3\nkhông cần bản ký\nkiểm: sent + helped >= by_field\nkiểm: sent >= 1 khi held >= 1\nkiểm: sent <= helped + 5\nkiểm: sent + 1 <= helped + by_field khi held = 1\nnhắc: helped <= sent\n";

#[test]
fn a_form_is_the_same_after_it_went_through_rows() {
    let form = ReportForm::parse(FORM).unwrap();
    let rows = FormRows::of(&form);
    assert_eq!(rows.read(), Ok(form));
    assert_eq!(
        rows.body(),
        FORM.replace("  bắt buộc\n  hệ thống biết: entries.sent\n", "  hệ thống biết: entries.sent\n  bắt buộc\n")
    );
    let asked = ReportForm::parse(&FORM.replace("Tổ chức\nsố", "Tổ chức\n  bắt buộc\nsố")).unwrap();
    assert_eq!(FormRows::of(&asked).read(), Ok(asked));
    let written: Vec<_> = rows.checks.iter().map(|check| check.written.as_str()).collect();
    assert_eq!(written, ["", "", "", "sent + 1 <= helped + by_field khi held = 1", ""]);
}

#[test]
fn every_fault_stands_at_its_field() {
    let row =
        |kind, code: &str, label: &str| Row { kind, code: code.to_owned(), label: label.to_owned(), ..Row::default() };
    let check = CheckRow { left: "a".to_owned(), right: "z".to_owned(), sign: Some(Sign::Less), ..CheckRow::default() };
    let rows = FormRows {
        name: " ".to_owned(),
        attachments: "nhiều".to_owned(),
        without_paper: false,
        rows: vec![
            row(RowKind::Figure, "early", "Trước mọi phần"),
            row(RowKind::Section, "", " "),
            row(RowKind::Figure, "a", ""),
            row(RowKind::Figure, "A b", "Tên"),
            row(RowKind::Text, "early", "Hai lần"),
        ],
        checks: vec![CheckRow::default(), check, CheckRow { left: "a".to_owned(), ..CheckRow::default() }],
    };
    let fields: Vec<_> = rows.read().unwrap_err().into_iter().map(|each| (each.field, each.fault)).collect();
    let expected = [
        ("label_1", FormFault::CodeAndLabel),
        ("label_0", FormFault::NoSection),
        ("label_2", FormFault::CodeAndLabel),
        ("code_3", FormFault::CodeAndLabel),
        ("code_4", FormFault::CodeTwice),
        ("attachments", FormFault::Count),
        ("left_2", FormFault::Check),
        ("left_1", FormFault::CheckUnknown),
        ("name", FormFault::NameMissing),
    ];
    assert_eq!(fields, expected.map(|(field, fault)| (field.to_owned(), fault)));
}

#[test]
fn a_check_that_was_begun_is_refused_at_its_row_and_an_empty_one_is_none() {
    let begun = [
        CheckRow { sign: Some(Sign::AtMost), ..CheckRow::default() },
        CheckRow { when: "held".to_owned(), ..CheckRow::default() },
        CheckRow { number: "5".to_owned(), ..CheckRow::default() },
        CheckRow { sign: Some(Sign::More), when: "held".to_owned(), ..CheckRow::default() },
        CheckRow { plus: "sent".to_owned(), right: "helped".to_owned(), ..CheckRow::default() },
    ];
    let mut rows = FormRows::of(&ReportForm::parse(FORM).unwrap());
    let ticked = CheckRow { warns: true, ..CheckRow::default() };
    rows.checks = vec![ticked, CheckRow::default()];
    assert!(rows.read().unwrap().checks.is_empty());
    rows.checks.extend(begun);
    let fields: Vec<_> = rows.read().unwrap_err().into_iter().map(|each| (each.field, each.fault)).collect();
    assert_eq!(fields, [2, 3, 4, 5, 6].map(|at| (format!("left_{at}"), FormFault::Check)));
}

proptest! {
    /// Whatever is typed into a field stays in that field.
    #[test]
    fn no_field_writes_a_line_of_its_own(label in "(\\PC|\n){0,30}", help in "(\\PC|\n|#|:){0,30}") {
        let title = Row { kind: RowKind::Section, label: "Chung".to_owned(), ..Row::default() };
        let figure = Row { code: "a".to_owned(), label, help, ..Row::default() };
        let rows = FormRows { name: "Báo cáo".to_owned(), rows: vec![title, figure], ..FormRows::default() };
        match rows.read() {
            Ok(form) => prop_assert_eq!((form.figures().count(), form.headings.len()), (1, 0)),
            Err(refusals) => prop_assert!(refusals.iter().all(|each| each.field.ends_with("_1"))),
        }
    }
}
