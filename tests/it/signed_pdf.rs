//! A signed PDF is kept byte for byte; its signatures are read where the tool for it is installed.
//!
//! The signatures are put here with `openssl`, the first by a person, the second by the agency, each
//! as an addition to the file, as signing programs do.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use hoithi_journal::lines_about;
use hoithi_rules::ids::DocumentId;
use hoithi_testkit::{Answer, Browser, TestHouse, both};

use crate::correspondence::{chain, launched};

const REGISTER: &str = "/ky/quang-ninh-viii/van-ban";
/// Hex digits kept free for a signature.
const ROOM: usize = 12_000;

fn is_there(tool: &str) -> bool {
    Command::new(tool).arg("-v").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

/// A page without words.
fn page() -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ];
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(pdf.len());
        pdf.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let table = pdf.len();
    pdf.extend(b"xref\n0 4\n0000000000 65535 f \n");
    for place in &places {
        pdf.extend(format!("{place:010} 00000 n \n").bytes());
    }
    pdf.extend(format!("trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes());
    pdf
}

/// The file with one more signature, by somebody of this name, added behind its end.
fn signed_by(pdf: &[u8], name: &str, nth: usize) -> Vec<u8> {
    let (field, value) = (2 + 2 * nth, 3 + 2 * nth);
    let fields: Vec<String> = (1..=nth).map(|one| format!("{} 0 R", 2 + 2 * one)).collect();
    let fields = fields.join(" ");
    let room = "0".repeat(ROOM);
    let objects = [
        (1, format!("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{fields}] /SigFlags 3 >> >>")),
        (3, format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [{fields}] >>")),
        (
            field,
            format!(
                "<< /Type /Annot /Subtype /Widget /FT /Sig /T (ChuKy{nth}) /Rect [0 0 0 0] /P 3 0 R /F 132 /V {value} 0 R >>"
            ),
        ),
        (
            value,
            format!(
                "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 @@@@@@@@@1 @@@@@@@@@2 @@@@@@@@@3] /Contents <{room}> >>"
            ),
        ),
    ];
    let before = String::from_utf8_lossy(pdf).rsplit("startxref\n").next().unwrap().lines().next().unwrap().to_owned();
    let (mut whole, mut rows) = (pdf.to_vec(), String::new());
    for (number, object) in objects {
        writeln!(rows, "{number} 1\n{:010} 00000 n ", whole.len()).unwrap();
        whole.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let table = whole.len();
    let end = format!(
        "xref\n{rows}trailer\n<< /Size {} /Root 1 0 R /Prev {before} >>\nstartxref\n{table}\n%%EOF\n",
        value + 1
    );
    whole.extend(end.bytes());
    let begins = find(&whole, format!("<{room}>").as_bytes());
    let ends = begins + ROOM + 2;
    for (mark, number) in [("@@@@@@@@@1", begins), ("@@@@@@@@@2", ends), ("@@@@@@@@@3", whole.len() - ends)] {
        let place = find(&whole, mark.as_bytes());
        whole[place..place + 10].copy_from_slice(format!("{number:<10}").as_bytes());
    }
    let signature = put(&[&whole[..begins], &whole[ends..]].concat(), name);
    let mut hex = String::new();
    for byte in &signature {
        write!(hex, "{byte:02x}").unwrap();
    }
    whole[begins + 1..begins + 1 + hex.len()].copy_from_slice(hex.as_bytes());
    whole
}

fn find(bytes: &[u8], words: &[u8]) -> usize {
    bytes.windows(words.len()).rposition(|part| part == words).unwrap()
}

/// A detached signature over these bytes.
fn put(bytes: &[u8], name: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("noi-dung"), bytes).unwrap();
    let subject = format!("/CN={name}");
    openssl(
        folder.path(),
        &[
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "k", "-out", "c", "-days", "9", "-subj",
            &subject,
        ],
    );
    openssl(
        folder.path(),
        &[
            "cms", "-sign", "-binary", "-in", "noi-dung", "-signer", "c", "-inkey", "k", "-outform", "DER", "-md",
            "sha256", "-out", "s",
        ],
    );
    std::fs::read(folder.path().join("s")).unwrap()
}

fn openssl(folder: &Path, words: &[&str]) {
    let done = Command::new("openssl").args(words).current_dir(folder).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

struct Letter {
    officer: Browser,
    id: DocumentId,
}

impl Letter {
    /// Signed, with this file as its signed paper.
    async fn with(house: &TestHouse, file: &[u8]) -> Self {
        launched(house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let [.., id] = chain(&officer).await;
        let path = format!("{REGISTER}/{id}/ghi-so");
        let fields = [("number", "213/LHH-KHCN"), ("date", "19/8/2020"), ("version", "1")];
        let read = officer.send_files(&path, &fields, &[]).await.attribute("input[name=read]", "value").unwrap();
        let fields = [&fields[..], &[("read", read.as_str()), ("printed", "co")]].concat();
        let signed = officer.send_files(&path, &fields, &[("file", "da-ky.pdf", file)]).await;
        assert_eq!(signed.status(), 303, "{:?}", signed.select(".govuk-error-summary a"));
        Self { officer, id }
    }

    async fn page(&self) -> Answer {
        self.officer.get(&format!("{REGISTER}/{}", self.id)).await
    }
}

both! {
    async fn two_signatures_are_told_by_name_and_the_file_is_kept_to_the_byte(house: TestHouse) {
        let file = signed_by(&signed_by(&page(), "Pham Van Quyet", 1), "Lien hiep Hoi", 2);
        let letter = Letter::with(&house, &file).await;
        let page = letter.page().await;
        if !is_there("pdfsig") {
            assert!(page.says("Chưa kiểm tra (chưa cài công cụ)"), "{}", page.text());
            return;
        }
        assert!(page.says("Có từ hai chữ ký, tệp nguyên vẹn"), "{}", page.text());
        let (person, agency) = (page.text().find("Pham Van Quyet"), page.text().find("Lien hiep Hoi"));
        assert!(person.is_some() && person < agency, "the person signed first");
        assert!(page.says("Người ký văn bản ký trước, chữ ký tiếp theo ở sau"), "{}", page.text());
        assert!(page.says("chưa đối chiếu chứng thư"), "nothing says that the certificate is the state's");
        assert!(letter.officer.get(&format!("{REGISTER}/{}/tep", letter.id)).await.bytes() == file);

        house.set_clock("2020-08-21T10:30:00+07:00");
        let again = letter.officer.send(&format!("{REGISTER}/{}/chu-ky-so", letter.id), &[]).await;
        assert_eq!(again.status(), 303);
        assert!(letter.page().await.says("21/8/2020"), "the page says when it was checked last");
    }

    async fn a_changed_byte_is_seen(house: TestHouse) {
        let mut file = signed_by(&page(), "Pham Van Quyet", 1);
        let place = find(&file, b"595 842");
        file[place + 2] = b'4';
        let page = Letter::with(&house, &file).await.page().await;
        if is_there("pdfsig") {
            assert!(page.says("Có chữ ký không khớp với tệp"), "{}", page.text());
            assert!(!page.says("nội dung đã ký còn nguyên vẹn"));
        }
    }

    async fn one_signature_is_no_two_and_none_is_none(house: TestHouse) {
        let page_of_one = Letter::with(&house, &signed_by(&page(), "Pham Van Quyet", 1)).await.page().await;
        assert!(!page_of_one.says("Có từ hai chữ ký"));
        if is_there("pdfsig") {
            assert!(page_of_one.says("Có một chữ ký, tệp nguyên vẹn"), "{}", page_of_one.text());
            assert!(page_of_one.says("chưa có chữ ký của cơ quan"), "{}", page_of_one.text());
        }
    }

    /// The person signs, the file is brought; the agency signs, and the file is brought again.
    async fn a_half_signed_file_is_replaced_until_the_letter_went_out(house: TestHouse) {
        let person = signed_by(&page(), "Pham Van Quyet", 1);
        let letter = Letter::with(&house, &person).await;
        let both = signed_by(&person, "Lien hiep Hoi", 2);
        let here = format!("{REGISTER}/{}", letter.id);
        let action = letter.page().await.attribute("form[action$=thay-ban-quet]", "action").unwrap();
        let version = letter.page().await.attribute("input[name=version]", "value").unwrap();
        let bring = async |who: &Browser, file: &[u8], reason: &str| {
            let fields = [("version", version.as_str()), ("reason", reason)];
            who.send_files(&action, &fields, &[("file", "da-ky-du.pdf", file)]).await
        };
        assert_eq!(bring(&letter.officer, &both, " ").await.attributes(".govuk-error-summary a", "href"), ["#reason"]);
        assert_eq!(bring(&letter.officer, &person, "Nhầm").await.attributes(".govuk-error-summary a", "href"), ["#file"]);
        house.account("thu.ky", "Hoàng Thị Cẩn", &[hoithi_rules::people::Role::ContestSecretary]).await;
        let secretary = house.signed_in("thu.ky").await;
        assert_eq!(bring(&secretary, &both, "Nhầm").await.status(), 403, "no signature is hers to record");
        assert_eq!(bring(&letter.officer, &both, "Tệp chưa có chữ ký cơ quan").await.status(), 303);
        assert!(letter.officer.get(&format!("{here}/tep")).await.bytes() == both);
        let page = letter.page().await;
        assert!(page.says("Tệp chưa có chữ ký cơ quan"), "{}", page.text());
        let former = page.attribute("a[href*='/ban-quet/']", "href").unwrap();
        assert!(letter.officer.get(&former).await.bytes() == person, "what was there stays, to the byte");
        if is_there("pdfsig") {
            assert!(page.says("Có từ hai chữ ký, tệp nguyên vẹn"), "{}", page.text());
        }
        let lines = lines_about(&mut house.house().read().await.unwrap(), &letter.id.to_string()).await.unwrap();
        let line = lines.iter().find(|line| line.event == "document.scan_replaced").unwrap();
        assert!(line.acting_for.is_some() && !line.facts.contains("chữ ký"), "{}", line.facts);
        house.tamper("UPDATE documents SET awaits_announcement = 1 WHERE id = $1", hoithi_store::params![letter.id.uuid()]).await;
        let late = bring(&letter.officer, &person, "Nhầm").await;
        assert!(late.says("không thay bản quét được nữa"), "{}", late.text());
        assert!(late.attribute("form[action$=thay-ban-quet]", "action").is_none());
    }

    async fn an_agency_that_signed_before_the_person_is_told(house: TestHouse) {
        let file = signed_by(&signed_by(&page(), "Lien hiep Hoi", 1), "Pham Van Quyet", 2);
        let page = Letter::with(&house, &file).await.page().await;
        assert!(!page.says("Người ký văn bản ký trước"));
        if is_there("pdfsig") {
            assert!(page.says("Người ký văn bản không phải người ký đầu tiên"), "{}", page.text());
        }
    }

    async fn a_pdf_without_signatures_is_never_shown_as_signed(house: TestHouse) {
        let page = Letter::with(&house, &page()).await.page().await;
        if is_there("pdfsig") {
            assert!(page.says("Tệp không có chữ ký số"), "{}", page.text());
        }
        assert!(!page.says("tệp nguyên vẹn"));
    }
}
