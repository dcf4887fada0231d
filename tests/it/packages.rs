//! What a contest sends to a contest in another house: one file, read through before it is taken in.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use hoithi_documents::{Sha256Hex, bundle};
use hoithi_entries::{KeptEntry, dossier, entries_of};
use hoithi_forwarding::{look_through, newest_package};
use hoithi_rules::entries::PartContent;
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::Role;
use hoithi_store::params;
use hoithi_testkit::{Answer, Browser, TestHouse, both};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::judged::{Judged, Told, launched, office, province, province_opened, title};

const UP: &str = "/ky/quang-ninh-viii/gui-len";
const IN: &str = "/ky/quang-ninh-viii/goi-ho-so";
pub(super) const PAPER: [(&str, &str); 3] =
    [("endorsement", "45/TB-BTC"), ("endorsement_date", "20/7/2021"), ("endorsement_signer", "Khuất Thị Hiệu")];

/// Two are good enough to go up.
const TOLD: [Told<'_>; 3] = [
    ([37, 27, 26], &["Ngô Thị Lựu", "Mạc Văn Đào"]),
    ([30, 28, 27], &["Quách Thị Mận"]),
    ([25, 20, 20], &["Lều Văn Bưởi"]),
];

/// The contest that sends, with its package and the code on the cover sheet.
struct Sent<'a> {
    judged: Judged<'a>,
    package: Vec<u8>,
    code: String,
}

async fn sent(house: &TestHouse) -> Sent<'_> {
    let judged = province_opened(house, &TOLD).await;
    let officer = house.signed_in("chuyenvien").await;
    let made = officer.send(&format!("{UP}/goi"), &PAPER).await;
    assert!(made.location().starts_with(&format!("{UP}/goi/")), "{}", made.text());
    let cover = officer.get(made.location()).await;
    assert_eq!(cover.status(), 200, "{}", cover.text());
    let code = cover.select(".ht-code__code").remove(0);
    let package = officer.get(&format!("{}/tep", made.location())).await.bytes().to_vec();
    Sent { judged, package, code }
}

/// The contest above, in a house of its own.
pub(super) struct Above {
    house: TestHouse,
    edition: EditionId,
    pub(super) officer: Browser,
}

pub(super) async fn above() -> Above {
    let house = TestHouse::on_sqlite().await;
    let (head, _) = office(&house).await;
    let edition = launched(&house, &province(), head, None).await;
    house.set_clock("2021-06-01T09:00:00+07:00");
    let officer = house.signed_in("chuyenvien").await;
    Above { house, edition, officer }
}

impl Above {
    pub(super) async fn bring(&self, package: &[u8]) -> Answer {
        self.officer.send_files(IN, &[], &[("file", "goi.zip", package)]).await
    }

    pub(super) async fn take(&self, arrival: &str, code: &str, more: &[(&str, &str)]) -> Answer {
        let mut fields = vec![("linh-vuc-y-duoc", "y-duoc"), ("unit", ""), ("code", code)];
        fields.extend_from_slice(more);
        self.officer.send(arrival, &fields).await
    }

    /// What stands in the contest above, by number.
    pub(super) async fn entries(&self) -> Vec<KeptEntry> {
        let mut db = self.house.house().read().await.unwrap();
        let mut kept = Vec::new();
        for card in entries_of(&mut db, self.edition).await.unwrap() {
            kept.push(dossier(&mut db, card.id).await.unwrap().unwrap());
        }
        kept
    }

    /// How many dossiers the doctor finds changed.
    async fn changed(&self) -> usize {
        let complaints = crate::proof::doctor(&self.house).await;
        complaints.iter().filter(|each| each.rule.contains("như lúc nhận")).count()
    }
}

/// The files of a package by their paths.
fn files(package: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(package)).unwrap();
    let mut files = BTreeMap::new();
    for place in 0..zip.len() {
        let mut file = zip.by_index(place).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(file.name().unwrap().into_owned(), bytes);
    }
    files
}

fn packed(files: BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    bundle(&files.into_iter().collect::<Vec<_>>()).unwrap()
}

/// The package after somebody worked on it.
fn changed(package: &[u8], change: impl Fn(&mut BTreeMap<String, Vec<u8>>)) -> Vec<u8> {
    let mut files = files(package);
    change(&mut files);
    packed(files)
}

fn replaced(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let text = std::str::from_utf8(bytes).unwrap();
    assert!(text.contains(from), "{from}: {text}");
    text.replace(from, to).into_bytes()
}

/// The same package as the contest below makes it after it corrected the title of its first dossier, and its code.
fn corrected(package: &[u8], from: &str, to: &str) -> (Vec<u8>, String) {
    let mut files = files(package);
    let path = files.iter().find(|(path, bytes)| path.ends_with("ho-so.txt") && holds(bytes, from)).unwrap().0.clone();
    let before = Sha256Hex::of(&files[&path]);
    let text = replaced(&files[&path], from, to);
    let manifest = replaced(&files["manifest.json"], from, to);
    let manifest = replaced(&manifest, before.as_str(), Sha256Hex::of(&text).as_str());
    let code = Sha256Hex::of(&manifest).as_str()[..20].to_owned();
    files.insert(path, text);
    files.insert("manifest.json".to_owned(), manifest);
    (packed(files), code)
}

fn holds(bytes: &[u8], words: &str) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.contains(words))
}

fn hashes(kept: &KeptEntry) -> Vec<[u8; 32]> {
    let files = kept.entry.content.dossier.0.values().filter_map(|part| match part {
        PartContent::File(file) => Some(file.sha256),
        PartContent::Text(_) | PartContent::Values(_) => None,
    });
    files.collect()
}

/// A few bytes that become two megabytes.
fn bomb() -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let squeezed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    zip.start_file("manifest.json", squeezed).unwrap();
    zip.write_all(&vec![b' '; 2 * 1024 * 1024]).unwrap();
    zip.finish().unwrap().into_inner()
}

both! {
    /// Two houses: the entry above has beside it the dossier as it was received below, under the same hash.
    async fn a_package_arrives_in_another_house_with_equal_hashes(house: TestHouse) {
        let (sent, above) = (sent(&house).await, above().await);
        let read_first = files(&sent.package).remove("DOC-TRUOC.txt").unwrap();
        assert!(holds(&read_first, &title(0)) && holds(&read_first, "45/TB-BTC"), "a person can read it");
        assert!(!holds(&read_first, &sent.code), "the code goes another way");
        let told = look_through(&sent.package).unwrap();
        assert_eq!((told.code.as_str(), told.entries.len()), (sent.code.as_str(), 2));
        let mut db = house.house().read().await.unwrap();
        let again = newest_package(&mut db, &house.house().files, "quang-ninh-viii").await.unwrap().unwrap();
        assert!(again == sent.package, "written once more it is the same");
        drop(db);

        let brought = above.bring(&sent.package).await;
        assert!(brought.location().starts_with(IN), "{}", brought.text());
        let page = above.officer.get(brought.location()).await;
        let rows = page.select("#goi tbody tr");
        assert!(rows.len() == 2 && rows.iter().all(|row| row.ends_with("Hồ sơ mới")), "{rows:?}");
        assert!(!page.says(&sent.code), "nobody copies the code from the page");
        assert!(above.entries().await.is_empty(), "nothing was taken in yet");

        let wrong = above.take(brought.location(), "0000-0000-0000-0000-0000", &[]).await;
        assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#code"], "{}", wrong.text());
        let taken = above.take(brought.location(), &sent.code, &[]).await;
        assert_eq!(taken.location(), IN, "{}", taken.text());
        let arrived = above.entries().await;
        assert_eq!(arrived.len(), 2);
        let mut db = house.house().read().await.unwrap();
        for (below, kept) in sent.judged.entries.iter().zip(&arrived) {
            let origin = dossier(&mut db, *below).await.unwrap().unwrap();
            assert_eq!((kept.title(), kept.byline()), (origin.title(), origin.byline()));
            assert_eq!((hashes(kept), hashes(kept).len()), (hashes(&origin), 1));
            let page = above.officer.get(&format!("/ho-so/{}", kept.id())).await;
            let sealed = page.select(".ht-hash");
            assert!(sealed.contains(&origin.receipt().unwrap().hash.to_string()), "{sealed:?}");
            assert!(page.says("Đúng với bản gốc"), "{}", page.text());
        }
        assert_eq!(above.changed().await, 0);
        let again = above.bring(&sent.package).await;
        assert!(again.says("Gói này đã được nhận."), "{}", again.text());
    }

    /// A correction comes under the old number while the contest above has not decided on the dossier yet.
    async fn a_correction_is_a_new_version_of_the_same_entry(house: TestHouse) {
        let (sent, above) = (sent(&house).await, above().await);
        let first = above.bring(&sent.package).await;
        above.take(first.location(), &sent.code, &[]).await;
        let before = above.entries().await.remove(0);
        let (package, code) = corrected(&sent.package, &title(0), "Máy minh họa số 7");
        let brought = above.bring(&package).await;
        let rows = above.officer.get(brought.location()).await.select("#goi tbody tr");
        assert!(rows[0].ends_with("Bản đính chính") && rows[1].contains("đã được gửi lên"), "{rows:?}");
        let whole = above.take(brought.location(), &code, &[]).await;
        assert_eq!(whole.attributes(".govuk-error-summary a", "href"), ["#leave_out"], "{}", whole.text());
        let taken = above.take(brought.location(), &code, &[("leave_out", "co")]).await;
        assert_eq!(taken.location(), IN, "{}", taken.text());
        let after = above.entries().await.remove(0);
        assert_eq!((after.id(), after.number()), (before.id(), before.number()));
        assert_eq!((before.title(), after.title()), ("Máy minh họa số 1", "Máy minh họa số 7"));
        let origin = dossier(&mut house.house().read().await.unwrap(), sent.judged.entries[0]).await.unwrap().unwrap();
        let page = above.officer.get(&format!("/ho-so/{}", after.id())).await;
        assert!(page.says("Bản lưu trước khi đính chính"), "{}", page.text());
        assert!(page.select(".ht-hash").contains(&origin.receipt().unwrap().hash.to_string()));
        assert_eq!(above.changed().await, 0);
        let moved = "UPDATE entry_earlier_sealed_copies SET content = REPLACE(content, 'title', 'titel')";
        above.house.tamper(moved, params![]).await;
        assert_eq!(above.changed().await, 1);

        above.house.tamper("UPDATE entries SET standing = 'admitted'", params![]).await;
        let (late, _) = corrected(&sent.package, &title(0), "Máy minh họa số 8");
        let rows = above.officer.get(above.bring(&late).await.location()).await.select("#goi tbody tr");
        assert!(rows[0].contains("không nhận đính chính"), "{rows:?}");
    }

    async fn what_is_not_the_package_that_was_made_is_refused_in_words(house: TestHouse) {
        let (sent, above) = (sent(&house).await, above().await);
        let pdf = files(&sent.package).into_keys().find(|path| path.ends_with("ban-mo-ta.pdf")).unwrap();
        let told: [(Vec<u8>, &str); 8] = [
            (b"PK".to_vec(), "Tệp này hỏng"),
            (bomb(), "lớn hơn mức nhận"),
            (changed(&sent.package, |files| drop(files.remove("manifest.json"))), "không có bản kê"),
            (changed(&sent.package, |files| drop(files.remove(&pdf))), "trong gói không có"),
            (changed(&sent.package, |files| files.get_mut(&pdf).unwrap().push(b' ')), "không đúng với bản kê"),
            (changed(&sent.package, |files| drop(files.insert("la.pdf".into(), Vec::new()))), "bản kê không ghi"),
            (changed(&sent.package, |files| drop(files.insert("../la.pdf".into(), Vec::new()))), "Tệp này hỏng"),
            (
                changed(&sent.package, |files| {
                    let manifest = replaced(&files["manifest.json"], "Ngô Thị Lựu", "Ngô Thị Khác");
                    files.insert("manifest.json".into(), manifest);
                }),
                "khác với bản đã nhận",
            ),
        ];
        for (package, why) in told {
            let refused = above.bring(&package).await;
            assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#file"], "{why}: {}", refused.text());
            assert!(refused.says(why), "{why}: {}", refused.text());
        }
        let none = above.officer.send_files(IN, &[], &[]).await;
        assert!(none.says("Vui lòng chọn tệp gói hồ sơ."), "{}", none.text());
        assert!(above.entries().await.is_empty());
    }

    /// What went takes its places of the quota, and nothing goes twice; its own house takes no package of it in.
    async fn a_package_takes_its_places_once(house: TestHouse) {
        let sent = sent(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let page = officer.get(UP).await;
        assert!(page.select("main form").is_empty() && page.says("Gói đã lập"), "{}", page.text());
        let again = officer.send(&format!("{UP}/goi"), &PAPER).await;
        assert!(again.says("Không có hồ sơ nào chờ vào gói."), "{}", again.text());
        let mut conn = house.house().store().begin().await.unwrap();
        assert!(conn.run("UPDATE package_slots SET slot = quota + 1", params![]).await.is_err());
        conn.roll_back().await.unwrap();
        let brought = officer.send_files(IN, &[], &[("file", "goi.zip", &sent.package)]).await;
        let rows = officer.get(brought.location()).await.select("#goi tbody tr");
        assert!(rows.iter().all(|row| row.contains("ngay trong hệ thống")), "{rows:?}");
        house.account("nguoi.cham", "Giáp Văn Chấm", &[Role::Judge]).await;
        let judge = house.signed_in("nguoi.cham").await;
        assert_eq!(judge.get(IN).await.status(), 403);
        assert_eq!(judge.send(brought.location(), &[("code", &sent.code)]).await.status(), 403);
    }
}
