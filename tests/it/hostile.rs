//! Every door that takes files, and files that are made to hurt: each is told what is wrong in a sentence, soon, and
//! nothing of what was refused stays.

mod files;

use std::fs;
use std::path::Path;
use std::time::Duration;

use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{Answer, Browser, PASSWORD, TestHouse};
use serde_json::{Value, json};

use crate::entries::{SLUG, attach, begun, contest, id_of, letter, pdf, unit, version, written_for};
use crate::screening::decide;
use files::FILES;

/// Far longer than any of them takes, on a machine that does much beside.
const LONGEST: Duration = Duration::from_secs(30);

/// A door: who stands before it, and what the form brings beside the file.
struct Door {
    who: Browser,
    path: String,
    field: &'static str,
    fields: Vec<(&'static str, String)>,
}

impl Door {
    fn of(who: Browser, path: String) -> Self {
        Self { who, path, field: "file", fields: Vec::new() }
    }

    fn with(mut self, name: &'static str, value: &str) -> Self {
        self.fields.push((name, value.to_owned()));
        self
    }

    async fn send(&self, name: &str, bytes: &[u8]) -> Answer {
        let fields: Vec<(&str, &str)> = self.fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.who.send_files(&self.path, &fields, &[(self.field, name, bytes)]).await
    }

    /// Sends all of them, one after the other.
    async fn is_shut(&self, house: &TestHouse) {
        for (name, bytes) in FILES.iter() {
            let (before, since) = (files_under(&house.opening().data.join("files")), tokio::time::Instant::now());
            let answer = self.send(name, bytes).await;
            let (path, text) = (&self.path, answer.text());
            assert!(since.elapsed() < LONGEST, "{path}: {name} took {:?}", since.elapsed());
            assert_eq!(answer.status(), 200, "{path}: {name}: {text}");
            let wrong = answer.attributes(".govuk-error-summary a", "href");
            let field = format!("#{}", self.field);
            // A rule book that came as a file stands in its text field, beside the lines that are wrong.
            assert!(wrong.iter().any(|at| field.starts_with(at)), "{path}: {name}: {wrong:?} {text}");
            let said = answer.select(".govuk-error-summary li");
            assert!(said.iter().all(|sentence| sentence.contains(' ')), "{path}: {name}: {said:?}");
            assert_eq!(files_under(&house.opening().data.join("files")), before, "{path}: {name} stays");
        }
    }
}

/// How many files lie in a folder, however deep.
fn files_under(folder: &Path) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.map(|path| if path.is_dir() { files_under(&path) } else { 1 }).sum()
}

/// A draft that the secretary writes for its author.
async fn draft_for_others(secretary: &Browser) -> String {
    let named = [("title", "Lò sấy thuốc nam"), ("category", "y-duoc"), ("unit", "")];
    let begun = secretary.send(&format!("/ky/{SLUG}/nop-ho"), &named).await;
    assert_eq!(begun.status(), 303, "{}", begun.text());
    begun.location().to_owned()
}

/// A whole dossier that came by hand.
async fn handed_in(secretary: &Browser, reach: (&str, &str)) -> String {
    let at = written_for(secretary, "", reach).await;
    let seen = version(secretary, &format!("{at}/kiem-tra")).await;
    let handed = [("version", seen.as_str()), ("channel", "by_hand")];
    assert_eq!(secretary.send(&format!("{at}/nop"), &handed).await.status(), 303);
    at
}

/// The link by which an author without an account completes what was given back.
async fn supplement_link(house: &TestHouse, secretary: &Browser) -> String {
    let at = handed_in(secretary, ("email", "chai@vidu.invalid")).await;
    let wanting = [
        ("decision", "return"),
        ("findings.part.ban-mo-ta", "failed"),
        ("reasons", "Bản mô tả thiếu hình vẽ"),
        ("until", "15/6/2021"),
    ];
    let back = decide(secretary, &format!("/ky/{SLUG}/kiem-tra/{}", id_of(&at)), &wanting).await;
    assert_eq!(back.status(), 303, "{:?}", back.select(".govuk-error-summary li"));
    let (_, body) = letter(house, "chai@vidu.invalid").await;
    let (_, token) = body.split_once("/bo-sung/").expect("a link");
    format!("/bo-sung/{}", token.split_whitespace().next().unwrap())
}

/// A part of a dossier takes one readable PDF, or photographs that become one.
#[tokio::test]
async fn a_dossier_s_part_takes_none_of_them() {
    let house = TestHouse::on_sqlite().await;
    contest(&house).await;
    let author = house.signed_in("tac.gia").await;
    let part = format!("{}/phan/ban-mo-ta", begun(&author, "Máy rửa than").await);
    attach(&author, &part, "tốt.pdf", &pdf("tốt")).await;
    let seen = version(&author, &part).await;
    let door = Door::of(author, part).with("version", &seen).with("agreed", "co");
    door.is_shut(&house).await;
    assert!(door.who.get(&door.path).await.says("tốt.pdf"), "what was there stays");
    let link = supplement_link(&house, &house.signed_in("thu.ky").await).await;
    let (phone, part) = (house.browser(), format!("{link}/phan/ban-mo-ta"));
    let seen = version(&phone, &part).await;
    Door::of(phone, part).with("version", &seen).with("agreed", "co").is_shut(&house).await;
}

/// A program gets the same verdicts.
#[tokio::test]
async fn a_program_brings_none_of_them_into_a_dossier() {
    let house = TestHouse::on_sqlite().await;
    contest(&house).await;
    let id = id_of(&begun(&house.signed_in("tac.gia").await, "Máy rửa than").await);
    let session = json!({ "login": "tac.gia", "password": PASSWORD });
    let token: Value = house.browser().json(axum::http::Method::POST, "/api/v1/sessions", &session).await.json();
    let program = house.program(token["token"].as_str().unwrap());
    let path = format!("/api/v1/entries/{id}/parts/ban-mo-ta");
    for (name, bytes) in FILES.iter() {
        let before = files_under(&house.opening().data.join("files"));
        let answer = program.file_over(&path, 1, ("application/pdf", bytes.as_slice())).await;
        assert_eq!(
            (answer.status(), answer.header("content-type")),
            (422, "application/problem+json"),
            "{name}: {}",
            answer.text()
        );
        assert!(answer.json::<Value>()["refusals"][0]["code"].is_string(), "{name}: {}", answer.text());
        assert_eq!(files_under(&house.opening().data.join("files")), before, "{name} stays");
    }
}

/// Workbooks, packages, lists, borders and rule books are opened with care, and papers have to open.
#[tokio::test]
async fn no_other_door_opens_to_them() {
    let house = TestHouse::on_sqlite().await;
    contest(&house).await;
    let own = unit(&house, "Trường Cao đẳng Minh Họa").await;
    house.account_for("dau.moi", "Đinh Thị Lựu", &[(Role::UnitContact, Scope::Unit(own))]).await;
    house.account("can.bo", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
    let secretary = house.signed_in("thu.ky").await;
    let authorisation = format!("{}/uy-quyen", draft_for_others(&secretary).await);
    let handed_in = handed_in(&secretary, ("email", "chai@vidu.invalid")).await;
    let door = async |login: &str, path: String| Door::of(house.signed_in(login).await, path);
    let papers = Door { field: "scan", ..Door::of(secretary, authorisation) };
    let request = Door { field: "request", ..door("thu.ky", format!("{handed_in}/rut")).await };
    let book = Door { field: "book_file", ..door("lanh.dao", "/ky-moi".to_owned()).await };
    let doors = [
        request.with("reason", "Tác giả xin rút"),
        papers.with("signed_by", "Triệu Mùi Chài").with("signed_on", "1/6/2021").with("until", ""),
        door("thu.ky", format!("/ky/{SLUG}/ky-truoc/nhap")).await,
        door("can.bo", format!("/ky/{SLUG}/goi-ho-so")).await,
        door("can.bo", format!("/ky/{SLUG}/van-ban/nhan-edxml")).await,
        door("can.bo", "/dau-moi/nhap".to_owned()).await.with("day", "1/6/2021").with("source", "Danh bạ"),
        door("dau.moi", format!("/don-vi/sang-kien/{own}/nhap")).await,
        door("can.bo", "/don-vi-hanh-chinh/nhap".to_owned()).await,
        door("can.bo", "/don-vi-hanh-chinh/ranh-gioi".to_owned())
            .await
            .with("from", "1/6/2021")
            .with("source", "Bản đồ"),
        book,
    ];
    for door in doors {
        door.is_shut(&house).await;
    }
}

/// A name is only a name: no place on a disk, no direction, no formula.
#[tokio::test]
async fn a_name_that_misleads_is_kept_as_a_plain_one() {
    let house = TestHouse::on_sqlite().await;
    contest(&house).await;
    let author = house.signed_in("tac.gia").await;
    let part = format!("{}/phan/ban-mo-ta", begun(&author, "Máy rửa than").await);
    for (given, kept) in [
        ("../../etc/passwd", "passwd"),
        ("mo-ta\u{202e}fdp.exe", "mo-tafdp.exe"),
        ("=1+1.pdf", "=1+1.pdf"),
        ("mo ta\u{2028}hai.pdf", "mo ta hai.pdf"),
    ] {
        assert_eq!(attach(&author, &part, given, &pdf(kept)).await.status(), 303, "{given:?}");
        let page = author.get(&part).await;
        assert!(page.says(kept) && !page.says("../"), "{given:?}: {}", page.text());
        assert!(!page.text().contains(['\u{202e}', '\u{2028}']), "{given:?}");
    }
    let refused = attach(&author, &part, "anh\u{202e}gpj.exe", b"MZ").await;
    assert!(
        refused.says("“anhgpj.exe” không phải tệp PDF") && !refused.text().contains('\u{202e}'),
        "{}",
        refused.text()
    );
}
