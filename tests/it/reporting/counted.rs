//! What is counted of many reports, and what stands beside.

use hoithi_journal::{Fact, Halt};
use hoithi_people::account_by_login;
use hoithi_reporting::{Grouping, PassOn, pass_on, reports_of};
use hoithi_rules::people::Role;
use hoithi_testkit::{both, words_on_the_page};
use hoithi_units::successors;

use super::{FORMS, SUMS, approved, fields, page_of_the_one, sums};
use crate::campaign::letter::{TOWN, send};
use crate::campaign::sent;
use crate::correspondence::letter_of_three_dashes;
use crate::word_files::words;

both! {
    async fn figures_of_two_forms_are_never_added_together(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        let body = "biểu: Báo cáo quý\nmục: Chung\nsố: people_reached | Lượt xem trên mạng\nbắt buộc";
        assert_eq!(sent.officer.send(FORMS, &[("code", "bao-cao-quy"), ("body", body)]).await.status(), 303);
        assert_eq!(sent.officer.send(&format!("{FORMS}/bao-cao-quy/dung"), &[]).await.status(), 303);
        let second = letter_of_three_dashes(&sent.officer).await;
        assert_eq!(send(&sent.officer, second, &[sent.units[TOWN].to_string()]).await.status(), 303);
        let lines = reports_of(&mut house.house().read().await.unwrap(), sent.edition).await.unwrap();
        let line = lines.iter().find(|line| line.occasion == second.uuid()).unwrap();
        let views = [("seen", "0"), ("people_reached", "900"), ("step", "send")];
        let answer = sent.contact.send_files(&format!("/don-vi/cong-viec/{}/bao-cao", line.origin), &views, &[]).await;
        assert_eq!(answer.status(), 303, "{}", answer.text());
        let read = format!("/ky/quang-ninh-viii/bao-cao/{}", line.request.id);
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        let page = sent.officer.get(&format!("{SUMS}?lan=tat-ca")).await;
        assert_eq!(page.select(".ht-figure__number"), ["900"], "the edition's own form: {}", page.text());
        assert!(page.says("13 báo cáo theo biểu Báo cáo kết quả triển khai Hội thi (1) không cộng vào đây"), "{}", page.text());
        let first = sent.officer.get(&format!("{SUMS}?lan=tat-ca&bieu=trien-khai.1")).await;
        assert!(first.select(".ht-figure__number").contains(&"1.250".to_owned()), "{}", first.text());
        assert!(first.says("1 báo cáo theo biểu Báo cáo quý (1) không cộng vào đây"), "{}", first.text());
        let word = words(sent.officer.get(&format!("{SUMS}/docx?lan=tat-ca&bieu=trien-khai.1")).await.bytes());
        assert!(word.contains("Số liệu chưa gồm báo cáo theo biểu khác:"), "{word}");
        assert_eq!(sent.officer.get(&format!("{SUMS}?bieu=khac")).await.status(), 422);
    }

    /// Duty and draft go along; what is approved stays where it was written and is counted once.
    async fn an_open_report_passes_to_the_successor_and_an_approved_one_stays(house: TestHouse) {
        let sent = sent(&house).await;
        let town = sent.units[TOWN];
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let typed = [("seen", "0"), ("draft", "0"), ("documents_issued", "3"), ("proposals", "Tập huấn"), ("step", "draft")];
        assert_eq!(sent.contact.send_files(&own, &typed, &[]).await.status(), 303);
        let lines = async || reports_of(&mut house.house().read().await.unwrap(), sent.edition).await.unwrap();
        let asked = lines().await.len();
        house.set_clock("2024-11-05T09:00:00+07:00");
        let (officer, keeper) = (house.signed_in("chuyen.vien").await, house.signed_in("quantri").await);
        let city = successors(&mut house.house().read().await.unwrap(), town).await.unwrap()[0].unit.id;
        let (path, to) = (format!("/ky/quang-ninh-viii/tien-do/{town}/ke-thua"), city.to_string());
        let names = officer.get(&path).await.attributes("select[name^=to_]", "name");
        assert_eq!(names.iter().filter(|name| name.starts_with("to_report_")).count(), 1);
        let chosen: Vec<_> = names.iter().map(|name| (name.as_str(), to.as_str())).collect();
        assert_eq!(officer.send(&path, &chosen).await.status(), 303);
        let moved = lines().await;
        assert_eq!((moved.len(), moved.iter().filter(|line| line.request.unit == town).count()), (asked, 0));
        let origin = moved.iter().find(|line| line.request.unit == city).unwrap().origin;
        let person = account_by_login(&mut house.house().read().await.unwrap(), "dong.trieu").await.unwrap().unwrap().id;
        let person = person.to_string();
        let people = [("account", person.as_str()), ("to", to.as_str())];
        assert_eq!(keeper.send(&format!("/don-vi-hanh-chinh/{town}/dau-moi/ke-thua"), &people).await.status(), 303);
        let contact = house.signed_in("dong.trieu").await;
        let own = format!("/don-vi/cong-viec/{origin}/bao-cao");
        let page = contact.get(&own).await;
        assert_eq!(page.attribute("#documents_issued", "value").as_deref(), Some("3"), "the draft went along: {}", page.text());
        assert_eq!(contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(approved(&officer, &read, "1").await.status(), 303);
        let counted = async || {
            let approved = sums(&house, sent.edition, Grouping::Unit).await.sum.top.approved;
            (approved.reports, approved.of("people_reached"))
        };
        assert_eq!(counted().await, (1, 1250));
        house.set_clock("2025-08-01T09:00:00+07:00");
        let officer = house.signed_in("chuyen.vien").await;
        let later = officer.get(&format!("/ky/quang-ninh-viii/tien-do/{city}/ke-thua")).await;
        assert_eq!(later.status(), 200);
        assert!(later.attributes("select[name^=to_report_]", "name").is_empty(), "it was approved: {}", later.text());
        assert_eq!(counted().await, (1, 1250));
    }

    /// Both were asked by one letter: which report stays where it is is told by name.
    async fn a_report_does_not_pass_to_who_reports_anyway_and_both_are_named(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let other = "Huyện Ba Chẽ";
        let lines = reports_of(&mut house.house().read().await.unwrap(), sent.edition).await.unwrap();
        let of = |unit: &str| lines.iter().find(|line| line.request.unit == sent.units[unit]).unwrap();
        let command = PassOn { report: of(TOWN).request.id, unit: sent.units[other], origin: of(other).origin };
        let officer = house.account("can.bo", "Lê Cán Bộ", &[Role::AgencyOfficer]).await;
        let passed = house.perform(officer, move |act| Box::pin(pass_on(act, command))).await;
        let Err(Halt::Refused(refused)) = passed else { panic!("{passed:?}") };
        assert_eq!(refused[0].code, "reporting.successor_reports");
        assert_eq!(refused[0].facts, [("unit", Fact::Text(TOWN.to_owned())), ("successor", Fact::Text(other.to_owned()))]);
    }

    async fn a_unit_that_was_asked_twice_counts_once_and_the_other_report_is_named(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        let second = letter_of_three_dashes(&sent.officer).await;
        let again = send(&sent.officer, second, &[sent.units[TOWN].to_string()]).await;
        assert_eq!(again.status(), 303, "{}", again.text());
        let lines = reports_of(&mut house.house().read().await.unwrap(), sent.edition).await.unwrap();
        let line = lines.iter().find(|line| line.occasion == second.uuid()).unwrap();
        let other = format!("/don-vi/cong-viec/{}/bao-cao", line.origin);
        let more = fields("0").into_iter().map(|(name, value)| if name == "people_reached" { (name, "2.000") } else { (name, value) });
        assert_eq!(sent.contact.send_files(&other, &more.collect::<Vec<_>>(), &[]).await.status(), 303);
        let counted = async || {
            let summary = sums(&house, sent.edition, Grouping::Unit).await;
            let top = &summary.sum.top;
            (top.asked, top.approved.reports, top.approved.of("people_reached"), summary.beside.len())
        };
        assert_eq!(counted().await, (13, 1, 1250, 1), "an open report takes no approved one away");
        let page = sent.officer.get(&format!("{SUMS}?lan=tat-ca")).await;
        assert!(page.says("1 báo cáo không tính vào tổng") && page.says("Mỗi đơn vị chỉ tính một báo cáo"), "{}", page.text());
        assert_eq!(page.select("#lan option").len(), 3, "all, and two letters");
        let alone = sent.officer.get(&format!("{SUMS}?lan={second}")).await;
        assert!(alone.says("1 trên 1 đơn vị đã báo cáo, 0 báo cáo đã duyệt."), "{}", alone.text());
        let down = alone.attributes(".ht-figure__number", "href");
        assert!(down.iter().all(|href| href.contains(&format!("lan={second}"))), "{down:?}");
        let word = words(sent.officer.get(&format!("{SUMS}/docx?lan={second}")).await.bytes());
        assert!(word.contains("Phạm vi tổng hợp:") && word.contains("214/LHH-KHCN"), "{word}");
        let paper = words_on_the_page(sent.officer.get(&format!("{SUMS}/pdf?lan=tat-ca")).await.bytes());
        let paper = paper.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(paper.contains("II. KẾT QUẢ") && !paper.contains("chỉ tính một báo cáo"), "that is for the officer: {paper}");
        let other = format!("/ky/quang-ninh-viii/bao-cao/{}", line.request.id);
        assert_eq!(approved(&sent.officer, &other, "1").await.status(), 303);
        assert_eq!(counted().await, (13, 1, 2000, 1), "the latest of two that are approved");
        assert_eq!(sent.officer.get(&format!("{SUMS}?lan={}", sent.edition)).await.status(), 422);
    }

    async fn a_question_is_added_up_as_how_many_say_yes_of_how_many(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        sent.contact.send_files(&own, &fields("0"), &[]).await;
        let open = sent.officer.get(SUMS).await;
        assert!(open.says("chưa duyệt: 0/1") && open.says("đơn vị trả lời Có, trên số đơn vị đã trả lời"), "{}", open.text());
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        let page = sent.officer.get(SUMS).await;
        assert!(page.select(".ht-figure__number").contains(&"0/1".to_owned()), "{}", page.text());
        assert!(page.select("#tong-hop tbody td").contains(&"Không".to_owned()), "{}", page.text());
        let down = sent.officer.get(&format!("{SUMS}/so-lieu/local_contest")).await;
        assert!(down.says("0 trên 1 đơn vị đã duyệt báo cáo trả lời Có."), "{}", down.text());
        let word = words(sent.officer.get(&format!("{SUMS}/docx")).await.bytes());
        assert!(word.contains("(số đơn vị trả lời Có)") && word.contains("0/1"), "{word}");
        assert_eq!(sent.officer.get(&format!("{SUMS}?bieu_do=local_contest")).await.status(), 422, "no bars of a yes");
    }
}
