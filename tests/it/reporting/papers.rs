//! The signed paper, and every version with its files.

use std::collections::BTreeMap;

use hoithi_reporting::print_report;
use hoithi_rules::reporting::{Given, ReportForm};
use hoithi_testkit::{both, words_on_the_page};
use hoithi_units::{Unit, UnitLevel};
use jiff::civil::date;

use super::{SIGNED, SUMS, approved, fields, judged, page_of_the_one};
use crate::campaign::letter::TOWN;
use crate::campaign::sent;
use crate::correspondence::SCAN;

/// The words of a paper, however its lines break.
fn one_line(pdf: &[u8]) -> String {
    words_on_the_page(pdf).split_whitespace().collect::<Vec<_>>().join(" ")
}

both! {
    async fn the_paper_is_printed_signed_and_photographed(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.get(&format!("{own}/in")).await.status(), 404, "nothing was reported");
        sent.contact.send_files(&own, &fields("0"), &[]).await;
        assert!(sent.contact.get(&format!("{own}/in")).await.bytes().starts_with(b"%PDF-"));
        let two: &[(&str, &str, &[u8])] = &[("photo", "trang-1.pdf", SCAN), ("photo", "trang-2.pdf", SCAN)];
        let added = sent.contact.send_files(&format!("{own}/giay"), &[("seen", "1")], two).await;
        assert_eq!(added.status(), 303, "{}", added.text());
        let page = sent.contact.get(&own).await;
        assert_eq!(page.select(".ht-notice .ht-inline a[href*='/tep/']"), ["Bản giấy 1", "Bản giấy 2"]);
        assert_eq!(sent.contact.get(&format!("{own}/tep/2")).await.bytes(), SCAN);
        assert_eq!(sent.contact.get(&format!("{own}/tep/3")).await.status(), 404);
        let none = sent.contact.send_files(&format!("{own}/giay"), &[("seen", "1")], &[]).await;
        assert_eq!(none.select(".govuk-error-summary a"), ["Vui lòng chọn tệp hoặc chụp ảnh."], "{}", none.text());
        assert!(none.attribute("details[open] #photo", "type").is_some(), "the form is there again, and open");
        assert_eq!(none.attribute("#documents_issued", "value").as_deref(), Some("3"));
        let no_scan: &[(&str, &str, &[u8])] = &[("photo", "trang-1.pdf", b"no scan at all")];
        let wrong = sent.contact.send_files(&format!("{own}/giay"), &[("seen", "1")], no_scan).await;
        assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#photo"], "{}", wrong.text());
        assert!(page.says("Bản đã ký, đóng dấu thuộc bản 1, không đi theo bản mới."), "{}", page.text());
        let read = page_of_the_one(&house, sent.edition).await;
        assert!(!sent.officer.get(&read).await.says("chưa có bản đã ký"));
        let same = sent.contact.send_files(&own, &fields("1"), &[]).await;
        assert!(same.says("Không có gì thay đổi so với bản 1"), "{}", same.text());
        let more = fields("1").into_iter().map(|(name, value)| if name == "people_reached" { (name, "1.300") } else { (name, value) });
        assert_eq!(sent.contact.send_files(&own, &more.collect::<Vec<_>>(), &[]).await.status(), 303);
        assert!(sent.contact.get(&own).await.says("Bản 2 chưa có bản đã ký, đóng dấu"));
        let judging = sent.officer.get(&read).await;
        assert_eq!(judging.select(".ht-box .ht-notice__title"), ["Bản 2 chưa có bản đã ký, đóng dấu"], "before it is approved");
    }

    /// A town's report is its people's committee's, at the town, in sentences and to its end.
    async fn the_paper_bears_the_name_of_the_body_that_reports(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let paper = one_line(sent.contact.get(&format!("{own}/in")).await.bytes());
        let told = [
            "ỦY BAN NHÂN DÂN", "THỊ XÃ ĐÔNG TRIỀU", "/BC-UBND", "Đông Triều, ngày", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH",
            "Thực hiện Công văn số 213/",
            "Ủy ban nhân dân thị xã Đông Triều báo cáo kết quả triển khai", "Lượt người tiếp cận: 1.250.",
            "khen thưởng: 6.", "Đơn vị không tổ chức Hội thi riêng.", "Ít kinh phí./.",
        ];
        for words in told {
            assert!(paper.contains(words), "{words} in {paper}");
        }
        assert!(!paper.contains("THỦ TRƯỞNG") && !paper.contains("riêng không?"), "{paper}");
    }

    /// A ward by its own name, a department below its province and signed by its head, an answer of yes.
    async fn each_kind_of_unit_signs_as_it_does(house: TestHouse) {
        let sent = sent(&house).await;
        let mut db = house.house().read().await.unwrap();
        let edition = hoithi_edition::edition(&mut db, sent.edition).await.unwrap().unwrap();
        let town = hoithi_units::unit(&mut db, sent.units[TOWN]).await.unwrap().unwrap();
        drop(db);
        let form = "biểu: Báo cáo\nmục: Hội thi\nhỏi: held | Đơn vị có tổ chức Hội thi riêng không?\nsố: items | Tin, bài";
        let form = ReportForm::parse(form).unwrap();
        let figures = BTreeMap::from([("held".to_owned(), 1), ("items".to_owned(), 2)]);
        let given = Given { figures, ..Given::default() };
        let ward = Unit { name: "Phường Tùng Mây".into(), kind: "phường".into(), level: UnitLevel::Commune, ..town.clone() };
        let numbered = Unit { name: "Phường 5".into(), ..ward.clone() };
        let office = Unit { name: "Sở Thử Nghiệm".into(), kind: "sở".into(), level: UnitLevel::Department, ..town };
        let told: [(Unit, &[&str]); 3] = [
            (ward, &["PHƯỜNG TÙNG MÂY", "Tùng Mây, ngày", "TM. ỦY BAN NHÂN DÂN", "Đơn vị có tổ chức Hội thi riêng.", "Tin, bài: 2./."]),
            (numbered, &["PHƯỜNG 5", "Phường 5, ngày"]),
            (office, &["UBND TỈNH QUẢNG NINH", "SỞ THỬ NGHIỆM", "/BC-……", "Quảng Ninh, ngày", "THỦ TRƯỞNG ĐƠN VỊ"]),
        ];
        for (unit, words) in told {
            let pdf = print_report(house.house(), &edition, &unit, &form, (&given, date(2021, 3, 1)), None).await.unwrap();
            let paper = one_line(&pdf);
            assert!(words.iter().all(|word| paper.contains(word)), "{words:?} in {paper}");
        }
    }

    /// A picture of the meeting is no signature: only what came as the signed paper counts as it.
    async fn what_is_attached_is_not_the_signed_paper(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let many: &[(&str, &str, &[u8])] = &[("signed-paper", "trang.pdf", SCAN); 6];
        let full = sent.contact.send_files(&own, &fields("0"), many).await;
        assert_eq!(full.attributes(".govuk-error-summary a", "href"), ["#signed-paper"], "{}", full.text());
        let photo: &[(&str, &str, &[u8])] = &[("file", "anh-hop.pdf", SCAN); 5];
        assert_eq!(sent.contact.send_files(&own, &fields("0"), photo).await.status(), 303);
        let links = ".ht-notice .ht-inline a[href*='/tep/']";
        let page = sent.contact.get(&own).await;
        assert_eq!(page.select(links)[0], "Tệp kèm 1", "{}", page.text());
        assert!(page.says("Bản 1 chưa có bản đã ký, đóng dấu"), "{}", page.text());
        let read = page_of_the_one(&house, sent.edition).await;
        let desk = sent.officer.get(&read).await;
        assert_eq!(desk.attributes("button[name=verdict]", "value"), ["return", "unsigned"], "{}", desk.text());
        let no = judged(&sent.officer, &read, "1", "approve", "").await;
        assert!(no.says("Báo cáo chưa có bản đã ký, đóng dấu."), "{}", no.text());
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        let owed = "1 báo cáo được duyệt khi chưa có bản đã ký, đóng dấu";
        assert!(sent.officer.get(SUMS).await.says(owed) && sent.officer.get("/ban-lam-viec").await.says(owed));
        assert_eq!(sent.contact.send_files(&format!("{own}/giay"), &[("seen", "1")], SIGNED).await.status(), 303);
        assert!(!sent.officer.get(SUMS).await.says(owed) && !sent.officer.get("/ban-lam-viec").await.says(owed));
        assert_eq!(sent.contact.get(&own).await.select(links)[4..], ["Tệp kèm 5", "Bản giấy 6"]);
        let kept = sent.officer.get(&format!("{read}/ban")).await;
        assert_eq!(kept.select("#ban-1 a[href*='/tep/']")[4..], ["Tệp kèm 5", "Bản giấy 6"]);

        let other = "Huyện Ba Chẽ";
        let origin = sent.sending(&house, other).await;
        let behalf = format!("/ky/quang-ninh-viii/tien-do/{}/bao-cao/{origin}", sent.units[other]);
        let boxes = sent.officer.get(&behalf).await.attributes("input[type=file]", "name");
        assert_eq!(boxes, ["file", "signed-paper"], "on behalf of a unit, too");
    }

    /// Nothing that a unit sent is lost when it sends again, and both sides see what became other.
    async fn every_version_of_a_report_stays_to_be_read_with_what_it_changed(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.get(&format!("{own}/ban")).await.status(), 404, "nothing was sent");
        assert_eq!(sent.contact.send_files(&own, &fields("0"), SIGNED).await.status(), 303);
        let more = fields("1").into_iter().map(|(name, value)| match name {
            "people_reached" => (name, "2.000"),
            "difficulties" => (name, "Ít kinh phí, ít người."),
            _ => (name, value),
        });
        let read = page_of_the_one(&house, sent.edition).await;
        let entered: Vec<_> = more.chain([("received_on", "15/6/2021"), ("how", "paper")]).collect();
        house.set_clock("2021-06-20T09:00:00+07:00");
        let town = sent.units[TOWN];
        let behalf = format!("/ky/quang-ninh-viii/tien-do/{town}/bao-cao/{}", own.split('/').nth(3).unwrap());
        let officer = house.signed_in("chuyen.vien").await;
        assert_eq!(officer.send_files(&behalf, &entered, &[]).await.status(), 303);
        let all = officer.get(&format!("{read}/ban")).await;
        assert_eq!(all.select("main section h2"), ["Bản 2", "Bản 1"], "{}", all.text());
        assert_eq!(all.select("#ban-2 tbody tr").len(), 2, "only what is other: {}", all.text());
        for words in ["1.250", "2.000"] {
            assert!(all.select("#ban-2 tbody td").contains(&words.to_owned()), "{words}: {}", all.text());
        }
        assert!(all.says("Ngày 15/6/2021. Bản giấy. Người ghi: Bùi Thị Sen."), "{}", all.text());
        assert!(all.says("Gửi trên hệ thống. Người ghi: Hoàng Thị Mai."), "{}", all.text());
        assert_eq!(officer.get(&format!("{read}/ban/1/tep/1")).await.bytes(), SCAN, "the paper of the first version");
        assert_eq!(officer.get(&format!("{read}/tep/1")).await.status(), 404, "the second came without");
        let contact = house.signed_in("dong.trieu").await;
        let seen = contact.get(&format!("{own}/ban")).await;
        assert!(seen.says("Người ghi: Hoàng Thị Mai.") && !seen.says("Bùi Thị Sen"), "{}", seen.text());
        assert_eq!(contact.get(&format!("{own}/ban/1/tep/1")).await.bytes(), SCAN);
        assert_eq!(contact.get(&format!("{own}/ban/1/tep/2")).await.status(), 404);
        assert_eq!(contact.get(&format!("{read}/ban")).await.status(), 403);
    }
}
