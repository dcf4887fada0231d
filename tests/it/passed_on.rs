//! A unit that has ended leaves what it held in a contest to the units that came after it: entries, places of its
//! quota, its own contest, its name beside what others sent.

use hoithi::FromEntries;
use hoithi_entries::{dossier, entry};
use hoithi_journal::lines_about;
use hoithi_reporting::KnownFigures;
use hoithi_rules::edition::books;
use hoithi_rules::ids::{EditionId, EntryId, UnitId};
use hoithi_rules::people::{Role, Scope};
use hoithi_store::params;
use hoithi_testkit::{Browser, TestHouse, both};
use hoithi_units::successors;

use super::entries::{SLUG, id_of, pdf, set_up_edition, submitted, written_for};
use super::judged::{Judged, Told, college, launched, office, province};
use crate::campaign::letter::districts;

/// It ended with all districts on 30/6/2025, and wards came after it.
const CITY: &str = "Thành phố Cẩm Phả";
const AFTER: &str = "2025-07-05T09:00:00+07:00";
const TOLD: [Told<'_>; 2] = [([37, 27, 26], &["Ngô Thị Lựu"]), ([30, 25, 25], &["Quách Thị Mận"])];

/// The province's contest, which takes two entries of each unit, and what the city sent.
struct Ended {
    edition: EditionId,
    city: UnitId,
    /// Two of the wards.
    wards: [UnitId; 2],
    /// The first is confirmed by the city's signed list.
    entries: [EntryId; 2],
    officer: Browser,
    /// The page where all of it is handed over.
    path: String,
}

async fn wards(house: &TestHouse, city: UnitId) -> [UnitId; 2] {
    let links = successors(&mut house.house().read().await.unwrap(), city).await.unwrap();
    assert!(links.len() > 2, "the city was split");
    [links[0].unit.id, links[1].unit.id]
}

async fn ended(house: &TestHouse) -> Ended {
    let leader = house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
    house.set_clock("2020-09-01T08:00:00+07:00");
    let section = "[rules.endorsement]\nrequired = true\nper_unit = 2\n\n[rules.forwarding]";
    let text = books::QUANG_NINH_VIII.replacen("[rules.forwarding]", section, 1);
    let edition = set_up_edition(house, leader, &text, None).await;
    let city = districts(house).await[CITY];
    house.account_for("dau.moi", "Đỗ Thị Mối", &[(Role::UnitContact, Scope::Unit(city))]).await;
    house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
    house.set_clock("2021-06-01T08:00:00+07:00");
    let contact = house.signed_in("dau.moi").await;
    let mut entries = Vec::new();
    for _ in 0..2 {
        let at = written_for(&contact, &city.to_string(), ("email", "chai@vidu.invalid")).await;
        assert_eq!(submitted(&contact, &at).await.status(), 303);
        entries.push(id_of(&at));
    }
    let list = format!("/ky/{SLUG}/xac-nhan/{city}");
    let place = format!("place_{}", entries[0]);
    assert_eq!(contact.send(&list, &[("version", "0"), (&place, "1")]).await.location(), list);
    let paper =
        [("version", "1"), ("document", "12/DS-UBND"), ("signed_on", "31/5/2021"), ("signed_by", "Khuất Thị Hiệu")];
    let scan = pdf("danh sách đã ký");
    let signed = contact.send_files(&format!("{list}/danh-sach"), &paper, &[("scan", "ký.pdf", &scan)]).await;
    assert_eq!(signed.status(), 303, "{}", signed.text());
    house.set_clock(AFTER);
    Ended {
        edition,
        city,
        wards: wards(house, city).await,
        entries: [entries[0], entries[1]],
        officer: house.signed_in("chuyen.vien").await,
        path: format!("/ky/{SLUG}/tien-do/{city}/ke-thua/ho-so"),
    }
}

async fn sent(house: &TestHouse, edition: EditionId, unit: UnitId) -> u64 {
    FromEntries.of_unit(&mut house.house().read().await.unwrap(), edition, unit).await.unwrap()["entries.sent"]
}

both! {
    /// The city was split: each entry goes where a person says, with its place and the paper that confirms it.
    async fn received_entries_pass_with_their_places_and_papers(house: TestHouse) {
        let ended = ended(&house).await;
        let [first, second] = ended.wards.map(|ward| ward.to_string());
        let page = ended.officer.get(&ended.path).await;
        let names = page.attributes("main select", "name");
        assert_eq!(names, ended.entries.map(|entry| format!("to_{entry}")), "{}", page.text());
        assert!(page.select("main select option[selected]").is_empty(), "nobody is proposed where there are several");
        assert!(page.says("Đơn vị cũ còn 1 suất chưa dùng."), "{}", page.text());
        let places = format!("places_{second}");
        let all = |many: &'static str| vec![
            (names[0].as_str(), first.as_str()), (names[1].as_str(), second.as_str()), (places.as_str(), many),
        ];
        assert!(ended.officer.send(&ended.path, &all("nhiều")).await.says("Vui lòng ghi số suất bằng chữ số"));
        let many = ended.officer.send(&ended.path, &all("2")).await;
        assert!(many.says("Đơn vị cũ chỉ còn 1 suất để chuyển."), "{}", many.text());
        assert_eq!(sent(&house, ended.edition, ended.city).await, 2, "all of it or nothing");
        assert_eq!(ended.officer.send(&ended.path, &all("1")).await.location(), ended.path);
        assert!(ended.officer.get(&ended.path).await.says("Không còn gì để chuyển."));

        let mut counted = Vec::new();
        for unit in [ended.city, ended.wards[0], ended.wards[1]] {
            counted.push(sent(&house, ended.edition, unit).await);
        }
        assert_eq!(counted, [0, 1, 1]);
        let mut db = house.house().read().await.unwrap();
        let kept = dossier(&mut db, ended.entries[0]).await.unwrap().unwrap();
        assert_eq!((kept.entry.unit, kept.received_for), (Some(ended.wards[0]), Some(ended.city)));
        assert_eq!(kept.unit_name, CITY, "a dossier keeps the name of its day");
        let lines = lines_about(&mut db, &ended.entries[0].to_string()).await.unwrap();
        assert!(lines.iter().any(|line| line.event == "entry.passed_on" && line.facts.contains(&first)));
        drop(db);
        assert_eq!(crate::proof::doctor(&house).await, [], "what was received stays under its hash");

        let lists: Vec<String> = ended.wards.iter().map(|ward| format!("/ky/{SLUG}/xac-nhan/{ward}")).collect();
        let page = ended.officer.get(&lists[0]).await;
        assert!(page.says("1/3") && page.says("Danh sách số 12/DS-UBND ngày 31/5/2021"), "{}", page.text());
        house.account_for("phuong", "Lã Thị Phường", &[(Role::UnitContact, Scope::Unit(ended.wards[1]))]).await;
        let contact = house.signed_in("phuong").await;
        let place = format!("place_{}", ended.entries[1]);
        assert_eq!(contact.send(&lists[1], &[("version", "0"), (&place, "1")]).await.location(), lists[1]);
        assert!(contact.get(&lists[1]).await.says("1/3"));
        assert_eq!(contact.get(&format!("/ho-so/{}", ended.entries[1])).await.status(), 200);
        let other = contact.get(&format!("/ho-so/{}", ended.entries[0])).await;
        assert_ne!(other.status(), 200, "it went to another ward");
        let staff = ended.officer.get(&format!("/ho-so/{}", ended.entries[0])).await;
        assert!(staff.says("Đơn vị kế thừa") && staff.says("12/DS-UBND"), "{}", staff.text());
    }

    /// What was not the city's to give nobody gets, by the program or past it.
    async fn no_place_of_the_quota_passes_twice(house: TestHouse) {
        let ended = ended(&house).await;
        let ward = ended.wards[0].to_string();
        let names = ended.entries.map(|entry| format!("to_{entry}"));
        let fields = [(names[0].as_str(), ward.as_str()), (names[1].as_str(), ward.as_str())];
        assert_eq!(ended.officer.send(&ended.path, &fields).await.location(), ended.path);
        let places = format!("places_{ward}");
        let again = ended.officer.send(&ended.path, &[(&places, "2")]).await;
        assert!(again.says("Đơn vị cũ chỉ còn 1 suất để chuyển."), "{}", again.text());
        assert_eq!(ended.officer.send(&ended.path, &[(&places, "1")]).await.location(), ended.path);
        for sql in ["UPDATE entry_passed_places SET slot = slot + 2", "UPDATE entry_passed_places SET slot = 1"] {
            let mut conn = house.house().store().begin().await.unwrap();
            assert!(conn.run(sql, params![]).await.is_err(), "{sql}");
            conn.roll_back().await.unwrap();
        }
        let nothing = ended.officer.send(&ended.path, &[]).await;
        assert!(nothing.says("Chưa chọn gì để chuyển."), "{}", nothing.text());
    }

    async fn while_a_unit_stands_nothing_of_it_passes(house: TestHouse) {
        let ended = ended(&house).await;
        house.set_clock("2025-06-30T09:00:00+07:00");
        let officer = house.signed_in("chuyen.vien").await;
        let (field, ward) = (format!("to_{}", ended.entries[0]), ended.wards[0].to_string());
        assert!(officer.send(&ended.path, &[(&field, &ward)]).await.says("Đơn vị này còn hoạt động"));
        let contact = house.signed_in("dau.moi").await;
        assert_eq!(contact.send(&ended.path, &[(&field, &ward)]).await.status(), 403);
        let mut db = house.house().read().await.unwrap();
        assert_eq!(entry(&mut db, ended.entries[0]).await.unwrap().unwrap().unit, Some(ended.city));
    }

    /// The contest goes with its entries, what it sent up and the places that are left to it.
    async fn a_unit_s_own_contest_is_held_by_its_successor(house: TestHouse) {
        let (head, _) = office(&house).await;
        let above = launched(&house, &province(), head, None).await;
        house.set_clock("2020-09-15T09:00:00+07:00");
        let city = districts(&house).await[CITY];
        let organiser = house.account_for("tochuc", "Vi Thị Tổ Chức", &[(Role::UnitOrganiser, Scope::Unit(city))]).await;
        let kind = college();
        let edition = launched(&house, &kind, organiser, Some((above, city))).await;
        let judged = Judged::new(&house, kind, (edition, city), head).await.sealed(&TOLD).await;
        judged.open().await;
        house.set_clock("2021-05-25T09:00:00+07:00");
        let (below, page) = ("/ky/cao-dang-minh-hoa-iii", "/ky/cao-dang-minh-hoa-iii/gui-len");
        let first = judged.entries[0].to_string();
        let fields = [("entry", first.as_str()), ("endorsement", "45/CV-UBND"), ("endorsement_date", "24/5/2021"),
            ("endorsement_signer", "Khuất Thị Hiệu")];
        assert_eq!(house.signed_in("tochuc").await.send(page, &fields).await.location(), page);

        house.set_clock(AFTER);
        let [ward, _] = wards(&house, city).await;
        house.account_for("phuong", "Lã Thị Phường", &[(Role::UnitOrganiser, Scope::Unit(ward))]).await;
        let (path, to) = (format!("/ky/{SLUG}/tien-do/{city}/ke-thua/ho-so"), ward.to_string());
        let officer = house.signed_in("chuyenvien").await;
        let names = officer.get(&path).await.attributes("main select", "name");
        assert!(names.contains(&format!("contest_{edition}")) && names.len() == 2, "{names:?}");
        let fields: Vec<_> = names.iter().map(|name| (name.as_str(), to.as_str())).collect();
        assert_eq!(officer.send(&path, &fields).await.location(), path);

        let mut db = house.house().read().await.unwrap();
        assert_eq!(hoithi_edition::edition(&mut db, edition).await.unwrap().unwrap().unit, Some(ward));
        for id in &judged.entries {
            assert_eq!(entry(&mut db, *id).await.unwrap().unwrap().unit, Some(ward));
        }
        let known = FromEntries.of_unit(&mut db, above, ward).await.unwrap();
        assert_eq!((known["entries.local"], known["entries.sent"], known["entries.forwarded"]), (2, 1, 1));
        assert!(!FromEntries.of_unit(&mut db, above, city).await.unwrap().contains_key("entries.local"));
        let lines = lines_about(&mut db, &edition.to_string()).await.unwrap();
        assert!(lines.iter().any(|line| line.event == "edition.passed_on"));
        drop(db);
        let successor = house.signed_in("phuong").await.get(page).await;
        assert!(successor.says("Đã gửi đủ 1 giải pháp, hết suất theo Thể lệ."), "{}", successor.text());
        assert_eq!(house.signed_in("tochuc").await.get(page).await.status(), 403);
        assert_eq!(house.browser().get(below).await.status(), 200);
    }
}
