//! The agency reads a report: gives it back, approves it, opens it again.

use std::collections::BTreeSet;

use hoithi_journal::lines_about;
use hoithi_reporting::{Grouping, reports_of};
use hoithi_testkit::{TestHouse, both, words_on_the_page};

use super::{FORMS, SIGNED, SUMS, approved, fields, judged, page_of_the_one, sums};
use crate::campaign::letter::{TOWN, send};
use crate::campaign::{Sent, sent};
use crate::correspondence::letter_of_three_dashes;
use crate::word_files::words;

/// The letter of the story is recalled.
async fn recalled(house: &TestHouse, sent: &Sent) {
    let letter = sent.standing(house, TOWN).await.sendings[0].sending.document;
    let recall = [("reason", "Sai hạn nộp."), ("replaced_by", ""), ("step", "do")];
    let done = sent.officer.send(&format!("/ky/quang-ninh-viii/noi-nhan/{letter}/thu-hoi"), &recall).await;
    assert_eq!(done.status(), 303, "{}", done.text());
}

both! {
    async fn a_report_is_given_back_approved_locked_and_opened_again(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        assert!(sent.officer.get("/ban-lam-viec").await.says("1 báo cáo của đơn vị chờ duyệt hoặc trả lại"));
        let listed = sent.officer.get(SUMS).await;
        assert!(listed.says("1 báo cáo chờ duyệt hoặc chờ sửa") && listed.says("chưa duyệt: 1.250"), "{}", listed.text());
        let read = page_of_the_one(&house, sent.edition).await;
        assert!(listed.attributes("#tong-hop a", "href").contains(&read));
        let silent = judged(&sent.officer, &read, "1", "return", " ").await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#reason"]);
        assert_eq!(judged(&sent.officer, &read, "1", "return", "Thiếu số của hai phường.").await.status(), 303);
        let figures = sent.officer.get("/ban-lam-viec").await.select(".ht-figure");
        let reported = figures.iter().find(|figure| figure.contains("đơn vị đã báo cáo theo")).unwrap();
        assert!(reported.starts_with("0/13"), "as the board counts it, what was given back has not come: {reported}");
        let back = sent.contact.get(&own).await;
        assert!(back.says("Cơ quan thường trực đề nghị sửa") && back.says("Thiếu số của hai phường."), "{}", back.text());
        assert!(judged(&sent.officer, &read, "1", "approve", "").await.says("đơn vị chưa gửi lại"));
        assert_eq!(sent.contact.send_files(&own, &fields("1"), SIGNED).await.status(), 303);
        assert!(judged(&sent.officer, &read, "1", "approve", "").await.says("Có người vừa trả lời mục này"));
        assert_eq!(judged(&sent.contact, &read, "2", "approve", "").await.status(), 403, "nobody approves one's own");
        assert_eq!(judged(&sent.officer, &read, "2", "approve", "").await.status(), 303);
        let sum = sums(&house, sent.edition, Grouping::Unit).await;
        assert_eq!((sum.sum.top.approved.of("people_reached"), sum.sum.top.open.reports), (1250, 0));
        let locked = sent.contact.get(&own).await;
        assert!(locked.says("Báo cáo đã duyệt và khóa.") && locked.select("#documents_issued").is_empty());
        let late = sent.contact.send_files(&own, &fields("2"), &[]).await;
        assert!(late.says("Mở lại trước khi sửa."), "{}", late.text());
        assert_eq!(judged(&sent.officer, &read, "2", "reopen", "Đơn vị báo sai.").await.status(), 303);
        let sum = sums(&house, sent.edition, Grouping::Unit).await;
        assert_eq!((sum.sum.top.approved.of("people_reached"), sum.sum.top.open.of("people_reached")), (0, 1250));
        let report = read.rsplit('/').next().unwrap();
        let lines = lines_about(&mut house.house().read().await.unwrap(), report).await.unwrap();
        let events: BTreeSet<_> = lines.iter().map(|line| line.event.as_str()).collect();
        assert_eq!(events, BTreeSet::from(["report.approved", "report.given_back", "report.reopened", "report.submitted"]));
        assert!(lines.iter().all(|line| !line.facts.contains("phường")), "what people write is not the journal's");
        assert_eq!(sent.contact.send_files(&own, &fields("2"), &[]).await.status(), 303);
        let history = sent.officer.get(&read).await;
        for words in ["Thiếu số của hai phường.", "Đơn vị báo sai.", "Duyệt, khóa bản 2"] {
            assert!(history.says(words), "{words} stays after the unit wrote anew: {}", history.text());
        }
        let counted = history.attributes("td a[href*='tuyen-truyen']", "href");
        let of_the_town = format!("/ky/quang-ninh-viii/tuyen-truyen?unit={}", sent.units[TOWN]);
        assert_eq!(counted, [of_the_town.clone(), of_the_town.clone()], "pieces, and whom they reached: {}", history.text());
        assert_eq!(sent.officer.get(&of_the_town).await.status(), 200, "a unit without publicity has an empty list");
        let all = format!("{read}/ban");
        assert_eq!(history.attribute(&format!("a[href='{all}']"), "href"), Some(all.clone()), "{}", history.text());
    }

    /// What was given back is asked no more once its letter is recalled: nowhere, and by nobody.
    async fn of_a_recalled_letter_no_report_is_to_be_corrected(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        let own = format!("{desk}/bao-cao");
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(judged(&sent.officer, &read, "1", "return", "Thiếu số của hai phường.").await.status(), 303);
        assert!(sent.contact.get(&desk).await.says("Thiếu số của hai phường."));
        assert!(sent.officer.get(SUMS).await.says("1 báo cáo chờ duyệt hoặc chờ sửa"));
        recalled(&house, &sent).await;
        let letter = sent.contact.get(&desk).await;
        assert!(!letter.says("Thiếu số của hai phường.") && !letter.says("Chờ sửa"), "{}", letter.text());
        let form = sent.contact.get(&own).await;
        assert!(form.says("Sai hạn nộp.") && form.select("#documents_issued").is_empty(), "{}", form.text());
        let gone = "Văn bản yêu cầu báo cáo này đã thu hồi hoặc hết hiệu lực.";
        let again = sent.contact.send_files(&own, &fields("1"), &[]).await;
        assert!(again.says(gone), "{}", again.text());
        assert!(!sent.officer.get(SUMS).await.says("chờ sửa"), "it is counted nowhere as to be mended");
        let seen = sent.officer.get(&read).await;
        assert!(seen.says("Đã thôi yêu cầu") && seen.says("Sai hạn nộp."), "{}", seen.text());
        assert!(seen.attributes("main form", "action").is_empty(), "{}", seen.text());
    }

    /// What was approved before its letter was recalled is added up still; it is neither opened again nor rewarded.
    async fn what_was_approved_of_a_recalled_letter_stays_and_earns_nothing(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        let merit = format!("/ky/quang-ninh-viii/khen-thuong/don-vi/{}", sent.units[TOWN]);
        assert!(sent.officer.get(&merit).await.attributes("section.ht-box li a", "href").contains(&read));
        recalled(&house, &sent).await;
        let sum = sums(&house, sent.edition, Grouping::Unit).await;
        assert_eq!((sum.sum.top.approved.of("people_reached"), sum.sum.top.open.reports), (1250, 0));
        assert!(!sent.officer.get(&merit).await.attributes("section.ht-box li a", "href").contains(&read));
        let no = judged(&sent.officer, &read, "1", "reopen", "Đơn vị báo sai.").await;
        assert!(no.says("Văn bản yêu cầu báo cáo này đã thu hồi hoặc hết hiệu lực."), "{}", no.text());
    }

    async fn a_report_on_time_is_evidence_with_both_its_days(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        let merit = format!("/ky/quang-ninh-viii/khen-thuong/don-vi/{}", sent.units[TOWN]);
        let page = sent.officer.get(&merit).await;
        assert!(page.says("Báo cáo hạn 15/7/2021, nhận ngày "), "{}", page.text());
        assert!(page.attributes("section.ht-box li a", "href").contains(&read), "the point leads to its report");
        let paper = words_on_the_page(sent.officer.get(&format!("{merit}/pdf")).await.bytes());
        let paper = paper.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(paper.contains("báo cáo hạn 15/7/2021, nhận ngày "), "{paper}");
    }

    /// An agency approves what was signed; an exception is made by name and stays to be read.
    async fn without_its_signed_paper_a_report_is_approved_only_for_a_reason_that_stays(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        assert!(sent.contact.get(&own).await.says("Có bản này báo cáo mới được duyệt."));
        let read = page_of_the_one(&house, sent.edition).await;
        let desk = sent.officer.get(&read).await;
        assert_eq!(desk.attributes("button[name=verdict]", "value"), ["return", "unsigned"], "{}", desk.text());
        let no = judged(&sent.officer, &read, "1", "approve", "").await;
        assert!(no.says("Báo cáo chưa có bản đã ký, đóng dấu. Đề nghị đơn vị gửi"), "{}", no.text());
        let silent = judged(&sent.officer, &read, "1", "unsigned", " ").await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#reason"]);
        assert_eq!(sums(&house, sent.edition, Grouping::Unit).await.sum.top.approved.reports, 0);
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        assert_eq!(sums(&house, sent.edition, Grouping::Unit).await.sum.top.approved.reports, 1);
        for path in [read.clone(), format!("{read}/ban")] {
            let page = sent.officer.get(&path).await;
            let why = page.says("Duyệt, khóa khi chưa có bản đã ký") && page.says("Bản giấy gửi qua bưu điện.");
            assert!(why, "{path}: {}", page.text());
        }
        assert!(sent.officer.get(SUMS).await.says("thiếu bản ký"));
        let owed = "1 báo cáo được duyệt khi chưa có bản đã ký, đóng dấu";
        let only = format!("{SUMS}?chi=ky");
        assert_eq!(sent.officer.get(&only).await.select("#tong-hop tbody th[scope=row]").len(), 1);
        assert!(sent.officer.get(SUMS).await.says(owed) && sent.officer.get("/ban-lam-viec").await.says(owed));
        assert!(sent.contact.get(&own).await.says("Bản giấy gửi qua bưu điện."), "the unit reads it too");
        let word = words(sent.officer.get(&format!("{SUMS}/docx")).await.bytes());
        assert!(word.contains("II. KẾT QUẢ") && !word.contains("bản đã ký"), "that is for the officer: {word}");
        let report = read.rsplit('/').next().unwrap();
        let lines = lines_about(&mut house.house().read().await.unwrap(), report).await.unwrap();
        let last = lines.iter().find(|line| line.event.as_str() == "report.approved_unsigned").unwrap();
        assert!(!last.facts.contains("bưu điện"), "what people write is not the journal's");
        assert_eq!(sent.contact.send_files(&format!("{own}/giay"), &[("seen", "1")], SIGNED).await.status(), 303);
        assert!(!sent.officer.get(SUMS).await.says("thiếu bản ký"), "it came later");
        assert!(!sent.officer.get(SUMS).await.says(owed) && !sent.officer.get("/ban-lam-viec").await.says(owed));
        assert!(sent.officer.get(&read).await.says("Bản giấy gửi qua bưu điện."), "what was done stays");
    }

    /// Whether the paper is wanted is the form's; what the agency entered says how it came.
    async fn a_form_may_want_no_signed_paper_and_what_the_agency_entered_has_its_own(house: TestHouse) {
        let sent = sent(&house).await;
        let body = "biểu: Báo cáo nhanh\nmục: Chung\nsố: people_reached | Lượt người\nkhông cần bản ký";
        assert_eq!(sent.officer.send(FORMS, &[("code", "bao-cao-nhanh"), ("body", body)]).await.status(), 303);
        assert_eq!(sent.officer.send(&format!("{FORMS}/bao-cao-nhanh/dung"), &[]).await.status(), 303);
        let edited = sent.officer.get(&format!("{FORMS}/bao-cao-nhanh")).await;
        assert!(edited.attribute("#without_paper", "checked").is_some(), "{}", edited.text());
        let second = letter_of_three_dashes(&sent.officer).await;
        assert_eq!(send(&sent.officer, second, &[sent.units[TOWN].to_string()]).await.status(), 303);
        let lines = reports_of(&mut house.house().read().await.unwrap(), sent.edition).await.unwrap();
        let line = lines.iter().find(|line| line.occasion == second.uuid()).unwrap();
        let views = [("seen", "0"), ("people_reached", "900"), ("step", "send")];
        let own = format!("/don-vi/cong-viec/{}/bao-cao", line.origin);
        assert_eq!(sent.contact.send_files(&own, &views, &[]).await.status(), 303);
        let read = format!("/ky/quang-ninh-viii/bao-cao/{}", line.request.id);
        assert_eq!(judged(&sent.officer, &read, "1", "approve", "").await.status(), 303);
        assert!(!sent.officer.get(&read).await.says("khi chưa có bản đã ký"), "no exception");
        let (other, origin) = ("Huyện Ba Chẽ", sent.sending(&house, "Huyện Ba Chẽ").await);
        let on_behalf = format!("/ky/quang-ninh-viii/tien-do/{}/bao-cao/{origin}", sent.units[other]);
        let today = sent.officer.get(&on_behalf).await.attribute("#received_on", "value").unwrap();
        let entered = [&fields("0")[..], &[("received_on", today.as_str()), ("how", "mail")]].concat();
        assert_eq!(sent.officer.send_files(&on_behalf, &entered, &[]).await.status(), 303);
        let entered = lines.iter().find(|line| line.request.unit == sent.units[other]).unwrap().request.id;
        let read = format!("/ky/quang-ninh-viii/bao-cao/{entered}");
        assert_eq!(judged(&sent.officer, &read, "1", "approve", "").await.status(), 303);
    }
}
