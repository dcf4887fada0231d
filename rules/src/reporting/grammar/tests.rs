use super::*;

const FORM: &str = "biểu: Báo cáo\nmục: Hội thi\nhỏi: held | Có tổ chức không?\n  cột: Tổ chức\nsố: sent | Giải pháp gửi lên\n  cột: Gửi lên\n  bắt buộc\n  hệ thống biết: entries.sent\nsố: helped | Giải pháp phối hợp\n  không cộng lên\nchữ: words | Khó khăn\n  giúp: Viết ngắn gọn.\ntệp: 3\nkiểm: sent >= helped\n";

fn faults(text: &str) -> Vec<(usize, FormFault)> {
    ReportForm::parse(text).unwrap_err().iter().map(|each| (each.line, each.fault)).collect()
}

#[test]
fn a_form_is_read_as_it_is_written() {
    let form = ReportForm::parse(FORM).unwrap();
    assert_eq!((form.name.as_str(), form.attachments, form.checks.len()), ("Báo cáo", 3, 1));
    let figures: Vec<_> = form.figures().map(|each| (each.code.as_str(), each.required, each.rolls_up)).collect();
    assert_eq!(figures, [("sent", true, true), ("helped", false, false)]);
    assert_eq!(form.headings[0].help, "Viết ngắn gọn.");
    let free = ReportForm::parse(&format!("{FORM}không cần bản ký\n")).unwrap();
    assert!(!form.without_paper && free.without_paper, "the signed paper is wanted unless the form says otherwise");
    assert_eq!(form.label("held"), Some("Có tổ chức không?"));
    let heads: Vec<_> = form.columns().into_iter().map(|each| (each.short, each.asked)).collect();
    assert_eq!(heads[0], ("Tổ chức".to_owned(), true));
    assert_eq!(heads[1], ("Gửi lên".to_owned(), false));
    let asked = ReportForm::parse(&FORM.replace("Tổ chức\nsố", "Tổ chức\n  bắt buộc\nsố")).unwrap();
    let required = |form: &ReportForm| form.sections[0].question.as_ref().map(|question| question.required);
    assert_eq!((required(&form), required(&asked)), (Some(false), Some(true)));
}

#[test]
fn every_fault_is_told_with_its_line() {
    let wrong = "mục: A\nsố: Sent | x\n  hệ thống biết: stars\nso: x | y\nsố: a | Một\nsố: a | Hai\ntệp: 999\nkiểm: a <= b\nkiểm: a\ngiúp: x";
    assert_eq!(
        faults(wrong),
        [
            (2, FormFault::CodeAndLabel),
            (3, FormFault::Source),
            (4, FormFault::Keyword),
            (6, FormFault::CodeTwice),
            (7, FormFault::Count),
            (9, FormFault::Check),
            (8, FormFault::CheckUnknown),
            (0, FormFault::NameMissing),
        ]
    );
    assert_eq!(faults("biểu: Không hỏi gì"), [(0, FormFault::Empty)]);
    assert_eq!(
        faults("biểu: A\nbắt buộc\nsố: a | b\nchữ: c | d"),
        [(2, FormFault::NoFigure), (3, FormFault::NoSection)]
    );
    assert_eq!(faults("biểu: A\nmục: B\nsố: seen | c"), [(3, FormFault::CodeTwice)], "a field of the page");
}

proptest::proptest! {
    #[test]
    fn anything_may_be_typed(text in "(biểu|mục|số|chữ|kiểm|tệp|hỏi|cột|\\PC{0,5})(: ?[a-z |<=+]{0,20})?\n?") {
        let _ = ReportForm::parse(&text.repeat(3));
    }
}
