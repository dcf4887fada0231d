//! What the office prints and keeps: each form as text, the same bytes twice, hostile words, files
//! that are none.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

mod samples;

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use hoithi_documents::docx::Word;
use hoithi_documents::files::FilesError;
use hoithi_documents::forms::{Bars, Block, Decision, Letter, Report, Signature};
use hoithi_documents::{
    FileKind, Files, Form, PrintError, Printer, Qr, QrTooLong, Sha256Hex, Template, kind_of, numbers, qr_svg,
};
use hoithi_testkit::words_on_the_page;

/// Reading the fonts once for all tests, as the program does.
static PRINTER: LazyLock<Printer> = LazyLock::new(|| Printer::new().unwrap());

fn print<F: Form>(form: &F) -> Vec<u8> {
    PRINTER.print_blocking(&F::TEMPLATE, form).unwrap()
}

fn pages_of(pdf: &[u8]) -> Vec<String> {
    let text = words_on_the_page(pdf);
    let pages = text.trim_end_matches('\u{c}').split('\u{c}');
    pages.map(ToOwned::to_owned).collect()
}

/// One space between words: where a line breaks is the page's business.
fn words_of(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

macro_rules! printed {
    ($($name:ident: $form:expr;)*) => {
        $(#[test]
        fn $name() {
            let pdf = print(&$form);
            insta::assert_snapshot!(stringify!($name), words_on_the_page(&pdf));
            assert_eq!(kind_of(&pdf), FileKind::Pdf);
            assert!(pdf == print(&$form), "the same facts give the same bytes");
        })*
    };
}

printed! {
    letter: samples::letter();
    decision_with_two_annexes: samples::decision();
    report_without_number_and_day: samples::report();
    minutes_with_two_signatures: samples::minutes();
    certificate: samples::certificate("Máy bóc vỏ hàu đạp chân");
    certificate_of_a_long_title: samples::certificate(&samples::long_title());
    commendation: samples::commendation("Ủy ban nhân dân xã Bãi Sậy");
    receipt: samples::receipt();
    paper: samples::paper();
}

#[test]
fn the_longest_title_stands_whole_on_one_page() {
    let title = samples::long_title();
    assert_eq!(title.chars().count(), 300);
    let pages = pages_of(&print(&samples::certificate(&title)));
    assert_eq!(pages.len(), 1);
    assert!(words_of(&pages[0]).contains(&title));
}

/// A unit may be named by its whole line of superiors; the sheet stays one, and its sentence whole.
#[test]
fn the_longest_name_and_its_merit_stand_on_one_page() {
    let name = "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên liên xã Bãi Sậy, Đồng Nưa và Cồn Vạc \
                trực thuộc Sở Giáo dục và Đào tạo tỉnh Hải Lam";
    let pages = pages_of(&print(&samples::commendation(name)));
    assert_eq!(pages.len(), 1);
    let words = words_of(&pages[0]);
    assert!(words.contains(name), "{words}");
    let at = |part: &str| words.find(part).unwrap_or_else(|| panic!("{part}: {words}"));
    let order = [at("TẶNG"), at("GIẤY KHEN"), at(name), at("Đã có thành tích xuất sắc trong công tác")];
    assert!(order.is_sorted(), "{order:?} in {words}");
}

#[test]
fn every_page_says_that_the_data_are_invented() {
    let pages = pages_of(&print(&samples::decision()));
    assert_eq!(pages.len(), 3);
    for page in pages {
        assert!(page.contains(samples::NOTICE), "{page}");
    }
}

#[test]
fn a_document_without_a_notice_carries_none() {
    let letter = Letter { watermark: None, ..samples::letter() };
    assert!(!words_on_the_page(&print(&letter)).contains(samples::NOTICE));
}

#[test]
fn words_are_never_code() {
    let hostile = [
        "#panic(\"x\")",
        "$ x^2 $ ] } ) *đậm* _nghiêng_ `mã`",
        "\\u{41} \\ = Đề mục",
        "#eval(\"1+1\") @nhãn <nhãn> // ghi chú",
        "#read(\"/etc/passwd\") --- ... ~ 'a' \"b\"",
    ];
    let letter = Letter {
        subject: hostile[0].to_owned(),
        addressees: vec![hostile[1].to_owned()],
        blocks: hostile.iter().map(|&words| Block::paragraph(words)).collect(),
        signature: Signature {
            capacity: vec![hostile[2].to_owned()],
            name: Some(hostile[3].to_owned()),
            mark: Some(hostile[0].to_owned()),
        },
        ..samples::letter()
    };
    let text = words_of(&words_on_the_page(&print(&letter)));
    for words in hostile {
        assert!(text.contains(words), "{words} is not in:\n{text}");
    }
}

#[test]
fn bars_are_thousandths_of_the_longest_and_bear_their_figures() {
    let figures = [("Xã Hải Lam", 1_250_u64), ("Xã Đồng Nưa", 1), ("Trường Bến Vồ", 0)];
    let bars = Bars::of("Lượt người tiếp cận", figures, |value| value.to_string());
    assert_eq!(bars.bars.iter().map(|bar| bar.share).collect::<Vec<_>>(), [1000, 5, 0], "what is there is seen");
    assert_eq!(Bars::of("Rất nhiều", [("Xã Hải Lam", u64::MAX)], |value| value.to_string()).bars[0].share, 1000);
    let report = Report { blocks: vec![Block::Bars(bars)], ..samples::report() };
    let words = words_of(&words_on_the_page(&print(&report)));
    for word in ["Lượt người tiếp cận", "Xã Hải Lam", "1250", "Xã Đồng Nưa", "Trường Bến Vồ"] {
        assert!(words.contains(word), "{word} in {words}");
    }
    assert_eq!(kind_of(&report.word().unwrap()), FileKind::Docx);
}

#[test]
fn a_letter_that_no_font_has_is_no_fault() {
    let letter = Letter { blocks: vec![Block::paragraph("Máy bơm 🚜 và 麦")], ..samples::letter() };
    assert_eq!(kind_of(&print(&letter)), FileKind::Pdf);
}

#[test]
fn pages_are_numbered_from_the_second_and_a_signature_never_stands_alone() {
    for paragraphs in 14..24 {
        let words = "Các địa phương báo cáo bằng văn bản về cơ quan thường trực trước ngày hết hạn; \
            bản điện tử gửi qua hệ thống quản lý văn bản.";
        let letter = Letter { blocks: (0..paragraphs).map(|_| Block::paragraph(words)).collect(), ..samples::letter() };
        let pages = pages_of(&print(&letter));
        assert!(pages[0].trim_start().starts_with("LIÊN HIỆP"), "{}", pages[0]);
        let last = &pages[pages.len() - 1];
        assert!(last.contains("Đặng Thị Ngọc Uyển"), "{last}");
        assert!(last.contains("bản điện tử"), "{paragraphs}: {last}");
        for (at, page) in pages.iter().enumerate().skip(1) {
            assert!(page.trim_start().starts_with(&(at + 1).to_string()), "{page}");
        }
    }
}

#[test]
fn the_last_article_goes_with_the_signature() {
    for articles in 9..14 {
        let sample = samples::decision();
        let mut all = vec![sample.articles[1].clone(); articles];
        all.push(sample.articles[2].clone());
        let decision = Decision { articles: all, annexes: vec![], ..sample };
        let pages = pages_of(&print(&decision));
        assert!(pages[0].contains("Điều 2."), "{}", pages[0]);
        let last = &pages[pages.len() - 1];
        assert!(last.contains("Phạm Hữu Ước"), "{last}");
        assert!(last.contains(&format!("Điều {}.", articles + 1)), "{last}");
    }
}

#[test]
fn a_broken_template_names_its_line() {
    let broken = Template::new("broken.typ", "#let facts = json(\"data.json\")\n#facts.missing");
    let refused = PRINTER.print_blocking(&broken, &serde_json::json!({})).unwrap_err();
    let PrintError::Template { template, message } = refused else {
        panic!("{refused}");
    };
    assert_eq!(template, "broken.typ");
    assert!(message.starts_with("broken.typ:2: "), "{message}");
}

#[test]
fn a_template_sees_no_file_and_no_clock() {
    for source in
        ["#read(\"/etc/hostname\")", "#read(\"Cargo.toml\")", "#datetime.today()", "#import \"@preview/a:1.0.0\": b"]
    {
        let curious = Template::new("curious.typ", source);
        let answer = PRINTER.print_blocking(&curious, &());
        assert!(matches!(answer, Err(PrintError::Template { .. })), "{source}");
    }
}

#[tokio::test]
async fn many_at_once_get_their_own() {
    let names = ["Hà", "Bình", "Cúc", "Đạt", "Ý", "Ước"];
    let printing = names.map(|name| {
        tokio::spawn(async move {
            let mut certificate = samples::certificate("Máy gieo hạt");
            certificate.names = vec![name.to_owned()];
            PRINTER.print_form(&certificate).await.unwrap()
        })
    });
    for (name, pdf) in names.into_iter().zip(printing) {
        let text = words_on_the_page(&pdf.await.unwrap());
        assert!(text.lines().any(|line| line.trim() == name), "{name}: {text}");
    }
}

#[test]
fn numbers_as_documents_write_them() {
    assert_eq!(numbers::money(25_000_000), "25.000.000 đồng");
    assert_eq!(numbers::money(0), "0 đồng");
    let words = [
        (0, "không đồng"),
        (5, "năm đồng"),
        (15, "mười lăm đồng"),
        (21, "hai mươi mốt đồng"),
        (101, "một trăm linh một đồng"),
        (1_005, "một nghìn không trăm linh năm đồng"),
        (110_000, "một trăm mười nghìn đồng"),
        (25_000_000, "hai mươi lăm triệu đồng"),
        (62_500_000, "sáu mươi hai triệu năm trăm nghìn đồng"),
        (1_000_000_011, "một tỷ không trăm mười một đồng"),
        (2_000_000_000_000, "hai nghìn tỷ đồng"),
    ];
    for (dong, expected) in words {
        assert_eq!(numbers::money_in_words(dong), expected);
    }
}

#[test]
fn square_codes_obey_the_pages_policy() {
    let svg = qr_svg("https://hoithi.example/xac-minh/7QKM").unwrap();
    assert!(svg.starts_with("<svg "), "{svg}");
    assert!(!svg.contains("style"), "{svg}");
    let text = "a".repeat(3_000);
    assert_eq!(Qr::new(&text), Err(QrTooLong { bytes: 3_000 }));
}

/// A folder that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("hoithi-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_file_is_found_by_its_hash_and_kept_once() {
    let folder = Folder::new("files-kept");
    let files = Files::at(&folder.0).unwrap();
    let hash = files.put(b"ban mo ta").unwrap();
    assert_eq!(hash, files.put(b"ban mo ta").unwrap());
    assert_eq!(hash, Sha256Hex::of(b"ban mo ta"));
    assert_eq!(files.get(&hash).unwrap(), b"ban mo ta");
    files.verify(&hash).unwrap();
    let name = hash.as_str();
    let path = folder.0.join(&name[..2]).join(&name[2..4]).join(name);
    assert_eq!(files.path(&hash), path);
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    assert_eq!(fs::read_dir(folder.0.join("incoming")).unwrap().count(), 0);
}

#[test]
fn a_held_file_goes_only_when_nobody_wants_it() {
    let folder = Folder::new("files-held");
    let files = Files::at(&folder.0).unwrap();
    let lies = |hash: &Sha256Hex| files.path(hash).exists();
    let hash = Sha256Hex::of(b"don xin rut");
    let (one, other) = (files.hold(b"don xin rut").unwrap(), files.hold(b"don xin rut").unwrap());
    one.let_go();
    assert!(lies(&hash), "another still holds it");
    other.let_go();
    assert!(!lies(&hash));
    drop(files.hold(b"don xin rut").unwrap());
    files.hold(b"don xin rut").unwrap().let_go();
    assert!(lies(&hash), "it was there before");
    let carried = files.hold(b"ban quet").unwrap();
    files.keep(carried.hash());
    let name = carried.hash().clone();
    carried.let_go();
    assert!(lies(&name), "the next page carries it");
}

/// A judge's copy that somebody changed on the disk is made anew, not handed out.
#[test]
fn what_was_made_of_a_file_is_found_again_while_it_is_whole() {
    let folder = Folder::new("files-made");
    let files = Files::at(&folder.0).unwrap();
    let of = files.put(b"ban mo ta").unwrap();
    assert_eq!(files.made("copy-1", &of), None);
    files.keep_made("copy-1", &of, b"ban cho giam khao").unwrap();
    assert_eq!(files.made("copy-1", &of).unwrap(), b"ban cho giam khao");
    assert_eq!(files.made("copy-2", &of), None, "another maker makes another");
    let lies = folder.0.join("made").join("copy-1").join(&of.as_str()[..2]).join(of.as_str());
    let mut changed = fs::read(&lies).unwrap();
    changed.push(b'!');
    fs::write(&lies, changed).unwrap();
    assert_eq!(files.made("copy-1", &of), None);
    files.keep_made("copy-1", &of, b"lan nua").unwrap();
    assert_eq!(files.made("copy-1", &of).unwrap(), b"lan nua");
    fs::write(&lies, b"ngan").unwrap();
    assert_eq!(files.made("copy-1", &of), None);
}

#[test]
fn what_is_still_coming_in_lies_aside_and_leaves_nothing() {
    let folder = Folder::new("files-aside");
    let files = Files::at(&folder.0).unwrap();
    let (mut one, mut other) = (files.aside().unwrap(), files.aside().unwrap());
    one.add(b"ban mo ").unwrap();
    other.add(b"phieu").unwrap();
    one.add(b"ta").unwrap();
    let left = || fs::read_dir(folder.0.join("incoming")).unwrap().count();
    assert_eq!(left(), 2);
    assert_eq!(one.take().unwrap(), b"ban mo ta");
    drop(other);
    assert_eq!(left(), 0);
}

#[test]
fn a_file_never_put_or_changed_on_disk_is_told() {
    let folder = Folder::new("files-changed");
    let files = Files::at(&folder.0).unwrap();
    let never = Sha256Hex::of(b"never");
    assert!(matches!(files.get(&never), Err(FilesError::Missing(hash)) if hash == never));

    let hash = files.put(b"giai nhat").unwrap();
    fs::write(files.path(&hash), b"giai nhi!").unwrap();
    let found = Sha256Hex::of(b"giai nhi!");
    for told in [files.verify(&hash), files.get(&hash).map(|_| ())] {
        assert!(matches!(told, Err(FilesError::Changed { found: new, .. }) if new == found));
    }
}

#[test]
fn a_half_written_file_is_never_taken_for_one() {
    let folder = Folder::new("files-half");
    let whole = b"a dossier of some length".to_vec();
    let hash = Files::at(&folder.0).unwrap().put(&whole).unwrap();
    // What a power cut leaves: a piece among the incoming, and a cut file where a disk lied.
    let left = folder.0.join("incoming").join(format!("{hash}.1.1"));
    fs::write(&left, &whole[..5]).unwrap();
    let files = Files::at(&folder.0).unwrap();
    files.sweep().unwrap();
    assert!(!left.exists());
    fs::write(files.path(&hash), &whole[..5]).unwrap();
    assert_eq!(files.put(&whole).unwrap(), hash);
    assert_eq!(files.get(&hash).unwrap(), whole);
}

#[test]
fn many_put_the_same_file_at_once() {
    let folder = Folder::new("files-race");
    let files = Files::at(&folder.0).unwrap();
    let bytes = vec![7_u8; 300_000];
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| files.put(&bytes).unwrap());
        }
    });
    files.verify(&Sha256Hex::of(&bytes)).unwrap();
    assert_eq!(fs::read_dir(folder.0.join("incoming")).unwrap().count(), 0);
}

#[test]
fn a_hash_is_64_small_hex_digits() {
    let hash = Sha256Hex::of(b"").to_string();
    assert_eq!(hash, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert!(hash.parse::<Sha256Hex>().is_ok());
    for wrong in [&hash[1..], &hash.to_uppercase(), "../../../../etc/passwd", ""] {
        assert!(wrong.parse::<Sha256Hex>().is_err(), "{wrong}");
    }
}

#[test]
fn a_file_is_what_its_bytes_are() {
    let pdf = print(&samples::minutes());
    assert_eq!(kind_of(&pdf), FileKind::Pdf);
    assert_eq!(kind_of(&pdf[..pdf.len() / 2]), FileKind::Other, "a transfer that broke off");
    assert_eq!(kind_of(b"%PDF-1.7\nthis is no document"), FileKind::Other);
    assert_eq!(kind_of(b"<html>%%EOF startxref</html>"), FileKind::Other);
    assert_eq!(kind_of(b""), FileKind::Other);
    assert_eq!(kind_of(b"\x89PNG\r\n\x1a\n....IEND...."), FileKind::Png);
    assert_eq!(kind_of(b"\x89PNG\r\n\x1a\n...."), FileKind::Other);
    assert_eq!(kind_of(b"\xff\xd8\xff\xe0....\xff\xd9"), FileKind::Jpeg);
    assert_eq!(kind_of(b"PK\x03\x04..word/document.xml..PK\x05\x06.."), FileKind::Docx);
    assert_eq!(kind_of(b"PK\x03\x04..xl/workbook.xml..PK\x05\x06.."), FileKind::Other);
}
