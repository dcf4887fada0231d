//! What nobody wrote is nothing, and zero is zero: on the page and in every file.

use hoithi_reporting::{Ask, OnPaper, SubmitReport, ask, reports_of, submit_report};
use hoithi_rules::correspondence::Channel;
use hoithi_rules::people::Role;
use hoithi_rules::reporting::Given;
use hoithi_testkit::{both, words_on_the_page};
use jiff::civil::date;
use uuid::Uuid;

use super::{FORMS, Nobody, SUMS, approved, fields, page_of_the_one};
use crate::campaign::letter::TOWN;
use crate::campaign::sent;
use crate::correspondence::REGISTER;
use crate::register::AGENCY;
use crate::word_files::{unzipped, words};

both! {
    async fn a_blank_is_no_zero_and_is_told_in_how_many_reports_it_stands(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let with_zero = [&fields("0")[..], &[("by_portal", "0")]].concat();
        assert_eq!(sent.contact.send_files(&own, &with_zero, &[]).await.status(), 303);
        let open = sent.officer.get(SUMS).await;
        let figures = open.select(".ht-figure");
        let reached = figures.iter().find(|figure| figure.contains("Lượt người tiếp cận")).unwrap();
        assert!(reached.starts_with('–'), "nothing is approved, which is not zero: {reached}");
        assert!(reached.contains("chưa có số liệu đã duyệt; chưa duyệt: 1.250"), "{reached}");
        let nothing = words(sent.officer.get(&format!("{SUMS}/docx")).await.bytes());
        assert!(nothing.contains("đang hoàn thiện của: Thị xã Đông Triều.") && nothing.contains("Chưa có số liệu đã duyệt."), "{nothing}");
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        let (other, origin) = ("Huyện Ba Chẽ", sent.sending(&house, "Huyện Ba Chẽ").await);
        let on_behalf = format!("/ky/quang-ninh-viii/tien-do/{}/bao-cao/{origin}", sent.units[other]);
        let today = sent.officer.get(&on_behalf).await.attribute("#received_on", "value").unwrap();
        let entered = [&fields("0")[..], &[("received_on", today.as_str()), ("how", "paper")]].concat();
        assert_eq!(sent.officer.send_files(&on_behalf, &entered, &[]).await.status(), 303);
        let down = sent.officer.get(&format!("{SUMS}/so-lieu/people_reached")).await;
        assert!(down.says("Tổng đã duyệt: 1.250."), "{}", down.text());
        let lists = ["Báo cáo tính vào con số này", "Báo cáo chưa tính: chưa duyệt, hoặc để trống con số này"];
        assert_eq!(down.select(".ht-table__caption"), lists);
        assert_eq!(down.select("tbody td.ht-title"), ["Thị xã Đông Triều", other], "what is open stands apart");
        let lines = reports_of(&mut house.house().read().await.unwrap(), sent.edition).await.unwrap();
        let second = lines.iter().find(|line| line.request.unit == sent.units[other]).unwrap().request.id;
        assert_eq!(approved(&sent.officer, &format!("/ky/quang-ninh-viii/bao-cao/{second}"), "1").await.status(), 303);

        let page = sent.officer.get(&format!("{SUMS}?cot=het")).await;
        let figures = page.select(".ht-figure");
        let portal = figures.iter().find(|figure| figure.contains("Cổng thông tin điện tử thành phần")).unwrap();
        assert!(portal.starts_with('0') && portal.contains("để trống trong 1 báo cáo đã duyệt"), "{portal}");
        let reached = figures.iter().find(|figure| figure.contains("Lượt người tiếp cận")).unwrap();
        assert!(reached.starts_with("2.500") && !reached.contains("để trống"), "{reached}");
        let nobody = page.select("#chua-co-so-lieu li");
        assert!(nobody.contains(&"Hệ thống thư điện tử".to_owned()), "{nobody:?}");
        let down = sent.officer.get(&format!("{SUMS}/so-lieu/by_portal")).await;
        assert!(down.says("Để trống trong 1 báo cáo đã duyệt"), "{}", down.text());
        let values = down.select("tbody td.ht-num");
        assert_eq!(values, ["0", "–"], "zero was reported, and the other left it blank");

        let paper = words_on_the_page(sent.officer.get(&format!("{SUMS}/pdf")).await.bytes());
        let paper = paper.split_whitespace().collect::<Vec<_>>().join(" ");
        for text in [paper, words(sent.officer.get(&format!("{SUMS}/docx")).await.bytes())] {
            assert!(text.contains("dấu “–” là chưa có số liệu"), "{text}");
            assert!(!text.contains("Hệ thống thư điện tử") && !text.contains("để trống"), "for the officer, on the page: {text}");
        }
        let sheets = unzipped(sent.officer.get(&format!("{SUMS}/xlsx?bieu_do=by_portal")).await.bytes());
        let shared = sheets.iter().find(|(name, _)| name == "xl/sharedStrings.xml").unwrap();
        let shared = String::from_utf8_lossy(&shared.1).into_owned();
        assert!(shared.contains("chưa có số liệu đã duyệt") && shared.contains("để trống"), "{shared}");
        assert!(!shared.contains("không có trong biểu đồ"), "one bar alone is no chart, be it zero");
    }

    async fn a_figure_not_asked_after_a_no_is_no_blank(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        let asked = sent.officer.get(&format!("{SUMS}/so-lieu/local_entries")).await;
        assert!(asked.says("Chưa có số liệu đã duyệt.") && !asked.says("Để trống trong"), "{}", asked.text());
        let blank = sent.officer.get(&format!("{SUMS}/so-lieu/units_under")).await;
        assert!(blank.says("Để trống trong 1 báo cáo đã duyệt"), "{}", blank.text());
    }

    /// A question that is left open is no "no", neither on the unit's paper nor in a sum.
    async fn a_question_that_nobody_answered_is_no_answer(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let fresh = sent.contact.get(&own).await;
        assert!(fresh.attribute("#local_contest", "value").is_some(), "it is asked");
        assert!(fresh.attributes("input[name=local_contest][checked]", "value").is_empty(), "nobody answered it yet");
        assert!(fresh.says("Trả lời “Có” thì ghi các số dưới đây"), "{}", fresh.text());
        let after = fresh.attributes("[data-after='local_contest=co'] input", "name");
        assert_eq!(after, ["local_entries", "local_forwarded", "local_prizes"], "asked only after a yes");
        let silent: Vec<_> = fields("0").into_iter().filter(|(name, _)| *name != "local_contest").collect();
        let with = |more: &[(&'static str, &'static str)]| [&silent[..], more].concat();
        let written = sent.contact.send_files(&own, &with(&[("local_entries", "9")]), &[]).await;
        assert_eq!(written.attributes(".govuk-error-summary a", "href"), ["#local_contest"], "{}", written.text());
        let odd = sent.contact.send_files(&own, &with(&[("local_contest", "maybe")]), &[]).await;
        assert!(odd.says("“maybe” chưa phải “Có” hay “Không”"), "{}", odd.text());
        assert_eq!(sent.contact.send_files(&own, &silent, &[]).await.status(), 303);
        let again = sent.contact.get(&own).await;
        assert!(again.attributes("input[name=local_contest][checked]", "value").is_empty(), "it is still open");
        let paper = words_on_the_page(sent.contact.get(&format!("{own}/in")).await.bytes());
        let paper = paper.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(!paper.contains("Hội thi riêng") && paper.contains("II. PHONG TRÀO"), "{paper}");
        let read = page_of_the_one(&house, sent.edition).await;
        let cells = sent.officer.get(&read).await.select("tbody tr");
        assert!(cells.iter().any(|row| row.contains("Hội thi riêng không?") && row.contains('–')), "{cells:?}");
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);

        let others = [("Huyện Ba Chẽ", "khong"), ("Huyện Đầm Hà", "co")];
        for (other, answer) in others {
            let origin = sent.sending(&house, other).await;
            let on_behalf = format!("/ky/quang-ninh-viii/tien-do/{}/bao-cao/{origin}", sent.units[other]);
            let today = sent.officer.get(&on_behalf).await.attribute("#received_on", "value").unwrap();
            let local = [("local_contest", answer), ("received_on", today.as_str()), ("how", "paper")];
            let mut typed = [&silent[..], &local].concat();
            if answer == "co" {
                typed.extend([("local_entries", "9"), ("local_forwarded", "2")]);
            }
            assert_eq!(sent.officer.send_files(&on_behalf, &typed, &[]).await.status(), 303);
            let lines = reports_of(&mut house.house().read().await.unwrap(), sent.edition).await.unwrap();
            let id = lines.iter().find(|line| line.request.unit == sent.units[other]).unwrap().request.id;
            let page = format!("/ky/quang-ninh-viii/bao-cao/{id}");
            assert_eq!(approved(&sent.officer, &page, "1").await.status(), 303);
        }
        let figures = sent.officer.get(&format!("{SUMS}?cot=het")).await.select(".ht-figure");
        let figure = |words: &str| figures.iter().find(|figure| figure.contains(words)).unwrap();
        let asked = figure("Hội thi riêng không?");
        assert!(asked.starts_with("1/2") && asked.contains("để trống trong 1 báo cáo đã duyệt"), "{asked}");
        let below = figure("Giải pháp dự Hội thi của đơn vị");
        assert!(below.starts_with('9') && below.contains("để trống trong 1 báo cáo đã duyệt"), "who said no has none: {below}");
    }

    /// A figure that the next version of the form asks below a question is read by the version that asked for it.
    async fn what_is_blank_is_told_by_the_version_of_the_form_that_asked(house: TestHouse) {
        let sent = sent(&house).await;
        let head = "biểu: Báo cáo quý\nmục: Hội thi\nhỏi: held | Có tổ chức không?\nsố: items | Tin, bài";
        let moved = ["\nmục: Chung\nsố: gone | Giải pháp gửi lên", "\nsố: gone | Giải pháp gửi lên"];
        let asked = [&[(TOWN, 0, Some(5))][..], &[("Huyện Ba Chẽ", 0, None), ("Huyện Đầm Hà", 1, None)]];
        let officer = house.account("can.bo", "Lê Cán Bộ", &[Role::AgencyOfficer]).await;
        for (version, (tail, units)) in (1_u128..).zip(moved.into_iter().zip(asked)) {
            let body = format!("{head}{tail}");
            assert_eq!(sent.officer.send(FORMS, &[("code", "bao-cao-quy"), ("body", body.as_str())]).await.status(), 303);
            assert_eq!(sent.officer.send(&format!("{FORMS}/bao-cao-quy/dung"), &[]).await.status(), 303);
            for (place, (unit, held, gone)) in (1_u128..).zip(units) {
                let (of, letter, origin) = (sent.edition, Uuid::from_u128(1000 + version), Uuid::from_u128(10 * version + place));
                let duty = [Ask { origin, unit: sent.units[*unit], due: date(2021, 7, 15) }];
                house.perform(officer, move |act| Box::pin(async move { ask(act, of, letter, &duty).await })).await.unwrap();
                let lines = reports_of(&mut house.house().read().await.unwrap(), of).await.unwrap();
                let request = lines.iter().find(|line| line.origin == origin).unwrap().request.id;
                let figures = [("held", Some(*held)), ("gone", *gone)].into_iter();
                let figures = figures.filter_map(|(code, value)| Some((code.to_owned(), value?))).collect();
                let on_paper = Some(OnPaper { received: date(2020, 8, 19), how: Channel::Paper });
                let given = Given { figures, ..Given::default() };
                let command = SubmitReport { request, seen: 0, given, on_paper, files: Vec::new() };
                house.perform(officer, move |act| { let command = command.clone(); Box::pin(async move { submit_report(act, command, &Nobody).await }) }).await.unwrap();
                let read = format!("/ky/quang-ninh-viii/bao-cao/{request}");
                assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
            }
        }
        let down = sent.officer.get(&format!("{SUMS}/so-lieu/gone?lan=tat-ca&bieu=bao-cao-quy.2")).await;
        assert_eq!(down.select("tbody td.ht-num"), ["5", "–", "–"], "{}", down.text());
        let told = "Để trống trong 1 báo cáo đã duyệt";
        assert!(down.says(told), "one said no and was asked nothing, one left it blank: {}", down.text());
    }

    async fn the_report_upward_bears_the_letterhead_of_its_day(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let set = [
            ("from", "1/1/2020"),
            ("name", AGENCY),
            ("parent_body", "Ủy ban nhân dân tỉnh Thử Nghiệm"),
            ("place", "Hạ Long"),
            ("symbol", "LHHQN"),
            ("letters", "LHH-KHCN"),
            ("numbering", "typed"),
        ];
        assert_eq!(sent.officer.send(&format!("{REGISTER}/co-quan/moi"), &set).await.status(), 303);
        let word = words(sent.officer.get(&format!("{SUMS}/docx")).await.bytes());
        for part in ["BC-LHHQN", "Hạ Long", "TỈNH THỬ NGHIỆM"] {
            assert!(word.to_uppercase().contains(&part.to_uppercase()), "{part} in {word}");
        }
        assert!(word.contains("THỦ TRƯỞNG CƠ QUAN"), "nobody was set to sign: {word}");
        let unit = words_on_the_page(sent.contact.get(&format!("{own}/in")).await.bytes());
        let unit = unit.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(unit.to_uppercase().contains(&TOWN.to_uppercase()) && !unit.contains("LHHQN"), "a unit's own is the unit's");
    }
}
