//! Photographs of papers that become one PDF, and the files that a part had before.

use std::io::Cursor;

use hoithi::Opening;
use hoithi_documents::{Reader, Sha256Hex};
use hoithi_store::params;
use hoithi_testkit::{Answer, Browser, TestHouse, both};
use image::codecs::jpeg::JpegEncoder;
use image::{ImageFormat, Rgb, RgbImage, RgbaImage};
use lopdf::Document;

use crate::entries::{SLUG, attach, begun, contest, filled, id_of, pdf, submitted, version};
use crate::screening::decide;

/// What a telephone notes beside the picture.
pub(crate) const PLACE: &str = "20.9501N 107.0734E Nguyen Thi Anh";
const RED: Rgb<u8> = Rgb([220, 20, 20]);

/// White, with one red quarter at its upper left.
fn picture() -> RgbImage {
    RgbImage::from_fn(160, 80, |x, y| if x < 80 && y < 40 { RED } else { Rgb([250, 250, 250]) })
}

/// A telephone's photograph, held in that way.
pub(crate) fn photograph(held: u8) -> Vec<u8> {
    let mut plain = Vec::new();
    JpegEncoder::new_with_quality(&mut plain, 95).encode_image(&picture()).unwrap();
    let mut notes = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    notes.extend_from_slice(&[held, 0, 0, 0, 0, 0, 0, 0]);
    notes.extend_from_slice(PLACE.as_bytes());
    let length = u16::try_from(notes.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], b"\xff\xe1", &length, &notes, &plain[2..], b"a telephone's own things"].concat()
}

/// The pictures of a PDF, page by page.
fn pages_of(pdf: &[u8]) -> Vec<RgbImage> {
    let document = Document::load_mem(pdf).unwrap();
    let picture = |page| {
        let page = document.get_dictionary(page).unwrap();
        let within = |name: &[u8]| page.get(b"Resources").and_then(|all| all.as_dict()?.get(name)).unwrap();
        let id = within(b"XObject").as_dict().unwrap().get(b"Picture").unwrap().as_reference().unwrap();
        let jpeg = document.get_object(id).unwrap().as_stream().unwrap().content.clone();
        image::load_from_memory(&jpeg).unwrap().to_rgb8()
    };
    document.get_pages().into_values().map(picture).collect()
}

/// In which corner the red quarter lies.
fn corner(picture: &RgbImage) -> (&'static str, &'static str) {
    let (right, below) = (picture.width() - 8, picture.height() - 8);
    let corners = [(8, 8, ("upper", "left")), (right, 8, ("upper", "right")), (8, below, ("lower", "left"))];
    let red = |x, y| picture.get_pixel(x, y).0[1] < 128;
    corners.into_iter().find(|(x, y, _)| red(*x, *y)).map_or(("lower", "right"), |(_, _, at)| at)
}

async fn send(browser: &Browser, part: &str, ticked: bool, files: &[(&str, Vec<u8>)]) -> Answer {
    let version = version(browser, part).await;
    let mut fields = vec![("version", version.as_str())];
    if ticked {
        fields.push(("agreed", "co"));
    }
    let files: Vec<_> = files.iter().map(|(name, bytes)| ("file", *name, bytes.as_slice())).collect();
    browser.send_files(part, &fields, &files).await
}

/// A PNG of a few bytes that says it has sixty thousand rows of as many points.
pub(crate) fn flood() -> Vec<u8> {
    let mut bytes = Vec::new();
    RgbImage::new(1, 1).write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
    let large = 60_000_u32.to_be_bytes();
    bytes[16..20].copy_from_slice(&large);
    bytes[20..24].copy_from_slice(&large);
    let sum = !bytes[12..29].iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 })
    });
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

/// Files by their names, and what is said of them.
type Try<'a> = (&'a [(&'a str, Vec<u8>)], &'a str);

both! {
    /// However the telephone was held, and in the order in which they were chosen.
    async fn photographs_become_one_upright_pdf(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = begun(&author, "Máy rửa than").await;
        let part = format!("{at}/phan/ban-mo-ta");
        let names = ["1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg", "6.jpg", "7.jpg", "8.jpg"];
        let photographs: Vec<_> = names.into_iter().zip(1..=8).map(|(name, held)| (name, photograph(held))).collect();
        assert_eq!(send(&author, &part, true, &photographs).await.status(), 303);
        assert!(author.get(&part).await.says("8 ảnh chụp.pdf"));
        let made = author.get(&format!("/ho-so/{}/tep/ban-mo-ta", id_of(&at))).await;
        assert_eq!(made.header("content-type"), "application/pdf");
        let pages = pages_of(made.bytes());
        let corners: Vec<_> = pages.iter().map(corner).collect();
        let (left, right) = ("left", "right");
        assert_eq!(corners[..4], [("upper", left), ("upper", right), ("lower", right), ("lower", left)]);
        assert_eq!(corners[4..], [("upper", left), ("upper", right), ("lower", right), ("lower", left)]);
        let sizes: Vec<_> = pages.iter().map(RgbImage::dimensions).collect();
        assert_eq!((&sizes[..4], &sizes[4..]), (&[(160, 80); 4][..], &[(80, 160); 4][..]));
        for noted in ["20.95", "Nguyen Thi Anh", "Exif", "telephone"] {
            let told = made.bytes().windows(noted.len()).any(|part| part == noted.as_bytes());
            assert!(!told, "{noted} is nobody's business");
        }
        let mut db = house.house().read().await.unwrap();
        let sql = "SELECT file_name, original FROM entry_photographs ORDER BY place";
        let kept: Vec<(String, String)> =
            db.all(sql, params![]).await.unwrap().iter().map(|row| (row.text("file_name").unwrap(), row.text("original").unwrap())).collect();
        let sent: Vec<_> =
            photographs.iter().map(|(name, bytes)| ((*name).to_owned(), Sha256Hex::of(bytes).to_string())).collect();
        assert_eq!(kept, sent, "what was photographed can be told from what was made of it");
    }

    async fn who_can_be_seen_on_photographs_is_asked_first(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = begun(&author, "Máy rửa than").await;
        let part = format!("{at}/phan/ban-mo-ta");
        let asked = send(&author, &part, false, &[("1.jpg", photograph(1))]).await;
        assert_eq!(asked.attributes(".govuk-error-summary a", "href"), ["#agreed"], "{}", asked.text());
        assert!(asked.says("Vui lòng xem lại ảnh và đánh dấu xác nhận về người bệnh, trẻ em"));
        assert_eq!(send(&author, &part, true, &[("1.jpg", photograph(1))]).await.status(), 303);
        let versions = author.get(&format!("/ho-so/{}/tep/ban-mo-ta/cac-ban", id_of(&at))).await;
        assert!(versions.says("Người gửi ảnh đã xác nhận: Tôi đã xem lại từng ảnh"), "{}", versions.text());
        assert!(versions.says("ghép từ 1 ảnh"));
        assert_eq!(attach(&author, &part, "gõ.pdf", &pdf("gõ")).await.status(), 303, "nobody can be seen on a PDF");
    }

    /// What can be seen through is white: a drawing does not become a black page.
    async fn a_drawing_lies_on_white_paper(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = begun(&author, "Máy rửa than").await;
        let mut drawing = Vec::new();
        RgbaImage::new(40, 40).write_to(&mut Cursor::new(&mut drawing), ImageFormat::Png).unwrap();
        let part = format!("{at}/phan/ban-mo-ta");
        assert_eq!(send(&author, &part, true, &[("so-do.png", drawing)]).await.status(), 303);
        let made = author.get(&format!("/ho-so/{}/tep/ban-mo-ta", id_of(&at))).await;
        assert!(pages_of(made.bytes())[0].get_pixel(20, 20).0.iter().all(|part| *part > 240));
    }

    async fn what_makes_no_pdf_is_turned_away_in_words_and_the_old_file_stays(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let part = format!("{}/phan/ban-mo-ta", begun(&author, "Máy rửa than").await);
        attach(&author, &part, "tốt.pdf", &pdf("tốt")).await;
        let cut = photograph(1);
        let cut = cut[..cut.len() / 2].to_vec();
        let many: Vec<_> = (0..31).map(|_| ("1.jpg", photograph(1))).collect();
        let tries: [Try<'_>; 5] = [
            (&[("cắt.jpg", cut)], "Ảnh “cắt.jpg” bị hỏng hoặc tải chưa hết"),
            (&[("1.jpg", photograph(1)), ("2.pdf", pdf("hai"))], "“2.pdf” không phải ảnh"),
            (&[("1.pdf", pdf("một")), ("2.pdf", pdf("hai"))], "Mỗi phần nhận một tệp PDF"),
            (&[("lụt.png", flood())], "Ảnh “lụt.png” lớn quá 64 triệu điểm ảnh"),
            (&many, "Mỗi lần ghép được nhiều nhất 30 ảnh"),
        ];
        for (files, said) in tries {
            let answer = send(&author, &part, true, files).await;
            assert_eq!(answer.attributes(".govuk-error-summary a", "href"), ["#file"], "{said}: {}", answer.text());
            assert!(answer.says(said), "{said}: {:?}", answer.select(".govuk-error-summary li"));
        }
        assert!(author.get(&part).await.says("tốt.pdf"));
    }

    /// A file that was received is read after another took its place; one that never was is its author's own.
    async fn nothing_that_was_received_disappears(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = begun(&author, "Máy rửa than").await;
        let part = format!("{at}/phan/ban-mo-ta");
        attach(&author, &part, "nhầm.pdf", &pdf("nhầm")).await;
        assert!(author.get(&part).await.says("Xem mọi bản đã tải lên (1)"));
        let other = filled(&author, "Lò sấy thuốc").await;
        let (id, part) = (id_of(&other), format!("{other}/phan/ban-mo-ta"));
        attach(&author, &part, "bản hai.pdf", &pdf("hai")).await;
        assert_eq!(submitted(&author, &other).await.status(), 303);
        let versions = format!("/ho-so/{id}/tep/ban-mo-ta/cac-ban");
        let secretary = house.signed_in("thu.ky").await;
        let seen = secretary.get(&versions).await;
        assert_eq!(seen.select("#cac-ban tbody a"), ["bản hai.pdf"], "what was never received is the author's own");
        let own = author.get(&versions).await;
        assert_eq!(own.select("#cac-ban tbody a"), ["bản hai.pdf", "của tôi.pdf"]);
        let addresses = own.attributes("#cac-ban tbody a", "href");
        assert_eq!(secretary.get(&addresses[1]).await.status(), 404);
        assert_eq!(author.get(&addresses[1]).await.bytes(), pdf("ban-mo-ta Lò sấy thuốc"));

        let asked = [("decision", "return"), ("codes", "thieu-dau"), ("reasons", "Thiếu trang 3"), ("within", "5")];
        assert_eq!(decide(&secretary, &format!("/ky/{SLUG}/kiem-tra/{id}"), &asked).await.status(), 303);
        attach(&author, &part, "bản ba.pdf", &pdf("ba")).await;
        assert_eq!(submitted(&author, &other).await.status(), 303);
        let seen = secretary.get(&versions).await;
        assert_eq!(seen.select("#cac-ban tbody a"), ["bản ba.pdf", "bản hai.pdf"]);
        assert_eq!(seen.select("#cac-ban .ht-tag--done").len(), 1, "which one counts");
        assert!(seen.says("Nguyễn Thị Ánh"), "who gave it");
        assert_eq!(secretary.get(&addresses[0]).await.bytes(), pdf("hai"));
        assert!(secretary.get(&format!("/ho-so/{id}")).await.attributes("main a", "href").contains(&versions));
        house.account("nguoi.la", "Vi Thị Lạ", &[hoithi_rules::people::Role::Author]).await;
        let stranger = house.signed_in("nguoi.la").await;
        assert_eq!(stranger.get(&versions).await.status(), 404);
        assert_eq!(stranger.get(&addresses[0]).await.status(), 404);
        assert_eq!(secretary.get(&format!("/ho-so/{}/tep/ban-mo-ta/cac-ban", id_of(&at))).await.status(), 404);
    }
}

/// Without the tool for it whoever sends HEIC is told how to set the telephone, and whoever keeps the machine
/// that it is missing.
#[tokio::test]
async fn heic_without_a_tool_is_answered_by_what_to_set() {
    let house = TestHouse::with(|opening| Opening { reader: Reader::without_tools(), ..opening }).await;
    contest(&house).await;
    let author = house.signed_in("tac.gia").await;
    let part = format!("{}/phan/ban-mo-ta", begun(&author, "Máy rửa than").await);
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec();
    let told = send(&author, &part, true, &[("IMG_0001.HEIC", heic)]).await;
    assert!(told.says("chọn “Tương thích nhất” rồi chụp lại"), "{}", told.text());
    let keeper = house.signed_in("quantri").await.get("/doc-tep").await;
    assert!(keeper.says("apt-get install libheif-examples"), "{}", keeper.text());
    assert_eq!(author.get("/doc-tep").await.status(), 403);
}
