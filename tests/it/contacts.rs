//! The directory of contacts: kept by hand, filled from a workbook that is read back row by row.

use std::io::{Cursor, Write};

use hoithi_contacts::{Contact, contacts_on};
use hoithi_journal::recent_lines;
use hoithi_rules::people::Role;
use hoithi_testkit::{Answer, Browser, TestHouse, both};
use hoithi_units::{QUANG_NINH, Unit, UnitLevel, successors, units_of_level};
use jiff::civil::date;
use rust_xlsxwriter::Workbook;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

async fn officer(house: &TestHouse) -> Browser {
    house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
    let officer = house.signed_in("chuyen.vien").await;
    officer.send_files("/don-vi-hanh-chinh/nhap", &[], &[("file", "don-vi.csv", QUANG_NINH.as_bytes())]).await;
    officer
}

async fn district(house: &TestHouse, name: &str) -> Unit {
    let mut db = house.house().read().await.unwrap();
    let all = units_of_level(&mut db, UnitLevel::District, date(2020, 8, 19)).await.unwrap();
    all.into_iter().find(|unit| unit.name == name).unwrap()
}

async fn known(house: &TestHouse) -> Vec<Contact> {
    let mut db = house.house().read().await.unwrap();
    contacts_on(&mut db, date(2020, 8, 19)).await.unwrap().into_values().flatten().collect()
}

const HEADS: [&str; 8] =
    ["Mã đơn vị", "Tên đơn vị", "Họ và tên", "Chức vụ", "Số điện thoại", "Email", "Vai trò", "Từ ngày"];

fn workbook(rows: &[[&str; 8]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0_u32..).zip(std::iter::once(&HEADS).chain(rows)) {
        for (column, cell) in (0_u16..).zip(cells) {
            sheet.write_string(row, column, *cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

async fn upload(officer: &Browser, bytes: &[u8]) -> Answer {
    let fields = [("day", "19/8/2020"), ("source", "Danh sách của Văn phòng")];
    officer.send_files("/dau-moi/nhap", &fields, &[("file", "danh-ba.xlsx", bytes)]).await
}

const MAI: [&str; 8] =
    ["199", "UBND huyện Tiên Yên", "Hoàng Thị Mai", "Chánh Văn phòng", "0203 000 0001", "mai@vidu.invalid", "", ""];

async fn fill(officer: &Browser, unit: &Unit, others: &[(&str, &str)]) -> Answer {
    let mut fields = vec![
        ("name", "Hoàng Thị Mai"),
        ("position", "Chánh Văn phòng"),
        ("phone", "0203 000 0001"),
        ("main", "co"),
        ("from", "1/8/2020"),
        ("source", "Công văn cử đầu mối"),
    ];
    fields.retain(|(name, _)| !others.iter().any(|(other, _)| other == name));
    fields.extend(others);
    officer.send(&format!("/dau-moi/don-vi/{}/them", unit.id), &fields).await
}

both! {
    async fn a_contact_is_added_changed_and_ended_and_stays_to_be_read(house: TestHouse) {
        let officer = officer(&house).await;
        let town = district(&house, "Huyện Tiên Yên").await;
        let empty = officer.send(&format!("/dau-moi/don-vi/{}/them", town.id), &[]).await;
        assert_eq!(empty.attributes(".govuk-error-summary a", "href"), ["#name", "#phone", "#from", "#source"]);
        let bad = fill(&officer, &town, &[("phone", "12"), ("email", "mai@"), ("zalo", "x")]).await;
        assert_eq!(bad.attributes(".govuk-error-summary a", "href"), ["#phone", "#zalo", "#email"]);
        assert_eq!(bad.attribute("#position", "value").as_deref(), Some("Chánh Văn phòng"), "nothing typed is lost");
        assert_eq!(fill(&officer, &town, &[]).await.status(), 303);
        assert!(fill(&officer, &town, &[]).await.says("đã có trong danh bạ"));
        assert_eq!(fill(&officer, &town, &[("name", "Lê Văn Nam"), ("email", "nam@vidu.invalid")]).await.status(), 303);
        let all = known(&house).await;
        let names: Vec<_> = all.iter().map(|each| (each.person.name.as_str(), each.main)).collect();
        assert_eq!(names, [("Lê Văn Nam", true), ("Hoàng Thị Mai", false)], "one is asked first");
        let list = officer.get("/dau-moi?cap=district").await;
        assert_eq!(list.select("tbody tr").len(), 14);
        assert!(list.select("tbody tr")[12].contains("Tiên Yên"), "who has nobody comes first");
        assert_eq!(officer.get("/dau-moi?cap=district&xem=without").await.select("tbody tr").len(), 12);
        let pages = officer.get("/dau-moi?cap=commune&xem=without").await;
        assert_eq!(pages.select("tbody tr").len(), 50, "a page of the communes of 2020");
        let behind = pages.attribute(".ht-pager__next", "href").unwrap();
        assert_eq!(behind, "/dau-moi?cap=commune&xem=without&trang=2");
        let rest = officer.get(&behind).await;
        assert!(rest.select(".ht-pager__place").concat().starts_with("51–100 trên "), "{}", rest.text());
        let mai = all.iter().find(|each| !each.main).unwrap();
        let (edit, end) = (format!("/dau-moi/nguoi/{}/sua", mai.id), format!("/dau-moi/nguoi/{}/thoi", mai.id));
        let seen = officer.get(&edit).await.attribute("input[name=seen]", "value").unwrap();
        let end_it = [("last", "19/8/2020"), ("seen", seen.as_str())];
        assert!(officer.send(&end, &[("last", "1/1/2020"), ("seen", &seen)]).await.says("Ngày cuối trước ngày bắt đầu"));
        assert_eq!(officer.send(&end, &end_it).await.status(), 303);
        assert!(officer.send(&end, &end_it).await.says("vừa được người khác sửa"), "the second tab saw an older line");
        house.set_clock("2020-08-20T09:00:00+07:00");
        let page = officer.get(&format!("/dau-moi/don-vi/{}", town.id)).await;
        assert!(page.select("section h2").concat().contains("Lê Văn Nam"));
        assert!(page.select("tbody tr").concat().contains("Hoàng Thị Mai"), "{}", page.text());
    }

    /// Whoever keeps no directory reads none, and no name of a person stands in the journal.
    /// The town became a city: an officer moves whoever goes on there.
    async fn whoever_was_reached_at_a_unit_that_ended_goes_on_at_its_successor(house: TestHouse) {
        let officer = officer(&house).await;
        let town = district(&house, "Thị xã Đông Triều").await;
        assert_eq!(fill(&officer, &town, &[]).await.status(), 303);
        let carry = format!("/dau-moi/nguoi/{}/ke-thua", known(&house).await[0].id);
        let city = successors(&mut house.house().read().await.unwrap(), town.id).await.unwrap()[0].unit.id;
        let to = city.to_string();
        let early = officer.send(&carry, &[("unit", &to), ("seen", "1")]).await;
        assert!(early.says("Đơn vị này đang hoạt động."), "{}", early.text());
        house.set_clock("2024-11-05T09:00:00+07:00");
        let officer = house.signed_in("chuyen.vien").await;
        let page = officer.get(&format!("/dau-moi/don-vi/{}", town.id)).await;
        assert_eq!(page.attributes("main a[href$='/ke-thua']", "href"), std::slice::from_ref(&carry));
        let seen = officer.get(&carry).await.attribute("input[name=seen]", "value").unwrap();
        let bare = officer.send(&carry, &[("unit", ""), ("seen", &seen)]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#unit"]);
        let carried = officer.send(&carry, &[("unit", &to), ("seen", &seen)]).await;
        assert_eq!((carried.status(), carried.location()), (303, format!("/dau-moi/don-vi/{city}").as_str()));
        let mut db = house.house().read().await.unwrap();
        let now = contacts_on(&mut db, date(2024, 11, 5)).await.unwrap();
        assert!(!now.contains_key(&town.id), "nobody is reached where nothing is");
        assert_eq!((now[&city][0].person.name.as_str(), now[&city][0].main), ("Hoàng Thị Mai", true));
        let before = contacts_on(&mut db, date(2024, 10, 31)).await.unwrap();
        assert_eq!(before[&town.id][0].person.name.as_str(), "Hoàng Thị Mai", "what was stays to be read");
    }

    async fn persons_stay_with_those_who_need_them(house: TestHouse) {
        let officer = officer(&house).await;
        let town = district(&house, "Huyện Tiên Yên").await;
        fill(&officer, &town, &[]).await;
        house.account("giam.sat", "Vũ Văn Xem", &[Role::Auditor]).await;
        house.account("lanh.dao", "Trần Văn Đầu", &[Role::AgencyHead]).await;
        let (auditor, head) = (house.signed_in("giam.sat").await, house.signed_in("lanh.dao").await);
        for path in ["/dau-moi", "/dau-moi/bang-tinh", &format!("/dau-moi/don-vi/{}", town.id), "/api/v1/contacts"] {
            assert_eq!((auditor.get(path).await.status(), head.get(path).await.status()), (403, 200), "{path}");
        }
        assert_eq!(fill(&head, &town, &[]).await.status(), 403);
        assert_eq!(officer.get("/dau-moi/nguoi/01900000-0000-7000-8000-000000000000/sua").await.status(), 404);
        let mut db = house.house().read().await.unwrap();
        let journal: Vec<String> = (recent_lines(&mut db, None, 1_000).await.unwrap().into_iter())
            .map(|line| format!("{} {}", line.event, line.facts))
            .collect();
        let journal = journal.join("\n");
        assert!(journal.contains("contact.added"), "{journal}");
        assert_eq!(journal.matches("contacts.taken").count(), 1, "the leader's workbook and not the page: {journal}");
        assert!(!journal.contains("Mai") && !journal.contains("0203 000"), "{journal}");
    }

    async fn the_own_workbook_goes_out_and_comes_back_unchanged(house: TestHouse) {
        let officer = officer(&house).await;
        let town = district(&house, "Huyện Tiên Yên").await;
        fill(&officer, &town, &[]).await;
        let book = officer.get("/dau-moi/bang-tinh?cap=district").await;
        assert!(book.header("content-disposition").contains("danh-ba-dau-moi.xlsx"));
        let preview = upload(&officer, book.bytes()).await;
        let preview = officer.get(preview.location()).await;
        assert_eq!(preview.select("tbody tr").len(), 1, "units without anybody say nothing: {}", preview.text());
        assert!(preview.says("giữ nguyên") && preview.says("không làm thay đổi danh bạ"), "{}", preview.text());
    }

    async fn every_row_is_read_back_before_anything_is_taken_in(house: TestHouse) {
        let officer = officer(&house).await;
        let town = district(&house, "Huyện Tiên Yên").await;
        fill(&officer, &town, &[("name", "Lê Văn Nam")]).await;
        let rows = [
            MAI,
            ["199", "", "Lê Văn Nam", "Phó Chánh Văn phòng", "", "", "phụ", ""],
            ["", "Huyện Ba Chẽ", "Đỗ Văn Bình", "", "203000002", "", "", "1/8/2020"],
            ["999", "", "Phạm Thị Chín", "", "0203 000 0009", "", "", ""],
            ["", "Xã Không Có", "Phạm Thị Mười", "", "0203 000 0010", "", "", ""],
            ["199", "", "Trần Văn Sai", "", "12", "sai@", "trưởng", ""],
            ["199", "", "HOÀNG THỊ MAI", "", "0203 000 0001", "", "", ""],
            ["198", "Huyện Tiên Yên", "Vi Thị Ba", "", "0203 000 0011", "", "", ""],
        ];
        let sent = upload(&officer, &workbook(&rows)).await;
        assert_eq!(sent.status(), 303, "{}", sent.text());
        let preview = officer.get(sent.location()).await;
        let outcomes = preview.select("tbody td:last-child");
        let said = [
            "thêm mới",
            "sửa",
            "thêm mới",
            "Không có đơn vị nào mang mã 999",
            "Không có đơn vị tên “Xã Không Có” vào ngày 19/8/2020",
            "Số điện thoại cần 8 đến 15 chữ số",
            "Trùng người với dòng 2",
            "Mã này là của Huyện Bình Liêu",
        ];
        for (outcome, words) in outcomes.iter().zip(said) {
            assert!(outcome.contains(words), "{words}: {outcome}");
        }
        assert_eq!((outcomes.len(), known(&house).await.len()), (8, 1), "nothing is taken in by reading");
        let seen = preview.attribute("input[name=seen]", "value").unwrap();
        let no = officer.send(sent.location(), &[("seen", seen.as_str())]).await;
        assert!(no.says("5 dòng có lỗi nên chưa nhập dòng nào"), "{}", no.text());
        assert_eq!(known(&house).await.len(), 1);
        let yes = [("seen", seen.as_str()), ("leave_out", "co")];
        assert_eq!(officer.send(sent.location(), &yes).await.status(), 303);
        let all = known(&house).await;
        let mut lines: Vec<_> = all.iter().map(|each| (each.person.name.as_str(), each.person.phone.as_str(), each.main)).collect();
        lines.sort_unstable();
        let expected =
            [("Hoàng Thị Mai", "0203 000 0001", false), ("Lê Văn Nam", "0203 000 0001", false), ("Đỗ Văn Bình", "0203000002", true)];
        assert_eq!(lines, expected, "an empty cell keeps what stands; a lost zero comes back");
        let again = officer.send(sent.location(), &yes).await;
        assert!(again.says("đã được nhập"), "the second tab: {}", again.text());
    }

    /// A code means nothing without a day.
    async fn a_code_that_nobody_bears_on_the_day_is_told(house: TestHouse) {
        let officer = officer(&house).await;
        let fields = [("day", "1/7/2025"), ("source", "Danh sách của Văn phòng")];
        let book = workbook(&[MAI]);
        let sent = officer.send_files("/dau-moi/nhap", &fields, &[("file", "danh-ba.xlsx", &book)]).await;
        let preview = officer.get(sent.location()).await;
        assert!(preview.says("Mã 199 không còn đơn vị nào dùng vào ngày 1/7/2025."), "{}", preview.text());
    }

    /// What was read back is what is taken in.
    async fn a_directory_that_changed_meanwhile_is_read_again(house: TestHouse) {
        let officer = officer(&house).await;
        let town = district(&house, "Huyện Tiên Yên").await;
        let sent = upload(&officer, &workbook(&[MAI])).await;
        let seen = officer.get(sent.location()).await.attribute("input[name=seen]", "value").unwrap();
        fill(&officer, &town, &[]).await;
        let answer = officer.send(sent.location(), &[("seen", &seen)]).await;
        assert!(answer.says("vừa được người khác sửa") && answer.says("sửa"), "{}", answer.text());
        house.account("can.bo", "Đặng Thị Ký", &[Role::AgencyOfficer]).await;
        let another = house.signed_in("can.bo").await;
        assert!(!another.get(sent.location()).await.says("Hoàng Thị Mai"), "a file is read by who sent it");
        house.set_clock("2020-08-20T10:00:00+07:00");
        upload(&officer, &workbook(&[MAI])).await;
        assert!(officer.get(sent.location()).await.says("quá một ngày"), "persons do not stay in unconfirmed files");
    }

    async fn hostile_files_are_refused_with_a_sentence(house: TestHouse) {
        let officer = officer(&house).await;
        let refused = async |bytes: Vec<u8>| upload(&officer, &bytes).await.select(".govuk-error-summary a").concat();
        assert!(refused(b"ma,ten\n199,Tien Yen".to_vec()).await.contains("không phải bảng tính XLSX"));
        assert!(refused(b"PK\x03\x04 broken".to_vec()).await.contains("không phải bảng tính XLSX"));
        assert!(refused(packed("xl/vbaProject.bin", b"Sub AutoOpen")).await.contains("có macro"));
        assert!(refused(packed("xl/externalLinks/externalLink1.xml", b"<x/>")).await.contains("có macro"));
        assert!(refused(packed("xl/media/bomb.bin", &vec![0; 42 << 20])).await.contains("quá lớn"));
        assert!(refused(vec![b'x'; 5 << 20]).await.contains("quá lớn"));
        let mut far = Workbook::new();
        far.add_worksheet().write_string(0, 0, "Họ và tên").unwrap().write_string(1_048_575, 16_383, "x").unwrap();
        assert!(refused(far.save_to_buffer().unwrap()).await.contains("thiếu cột “Mã đơn vị”"));
        let mut long = Workbook::new();
        let sheet = long.add_worksheet();
        for row in 0..5_001 {
            sheet.write_string(row, 0, "x").unwrap();
        }
        let said = refused(long.save_to_buffer().unwrap()).await;
        assert!(said.contains("Bảng tính có hơn") && said.contains("dòng"), "{said}");
        assert!(refused(workbook(&[])).await.contains("không ghi người nào"));
        let none = officer.send_files("/dau-moi/nhap", &[("day", "x"), ("source", "")], &[]).await;
        assert_eq!(none.attributes(".govuk-error-summary a", "href"), ["#file", "#day", "#source"]);
    }
}

/// A good workbook with one part more.
fn packed(name: &str, content: &[u8]) -> Vec<u8> {
    let mut parts = ZipWriter::new_append(Cursor::new(workbook(&[MAI]))).unwrap();
    parts.start_file(name, SimpleFileOptions::default()).unwrap();
    parts.write_all(content).unwrap();
    parts.finish().unwrap().into_inner()
}
