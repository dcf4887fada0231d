//! A report from its draft to the sum: given back, approved, opened again; forms that an officer writes.

mod added_up;
mod many;

use std::collections::{BTreeMap, BTreeSet};

use hoithi_edition::edition;
use hoithi_journal::lines_about;
use hoithi_people::account_by_login;
use hoithi_reporting::{
    Ask, Grouping, Judge, OccasionsFuture, Origin, OriginFuture, Origins, ReportedFuture, SHIPPED, SubmitReport,
    Summary, Verdict, ask, judge, reports_of, submit_report, summary,
};
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::{Role, Scope};
use hoithi_rules::reporting::{FormRows, Given, ReportForm};
use hoithi_testkit::{Answer, Browser, TestHouse, both, words_on_the_page};
use hoithi_units::{UnitLevel, successors, units_of_level};
use jiff::civil::date;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::campaign::letter::{TOWN, kept, send};
use crate::campaign::sent;
use crate::correspondence::{SCAN, letter_of_three_dashes};
use crate::word_files::{unzipped, words};

pub(crate) const SUMS: &str = "/ky/quang-ninh-viii/tong-hop";
const FORMS: &str = "/ky/quang-ninh-viii/bieu-bao-cao";

/// The editor's fields for a part, two figures and a check between them.
fn form_of_funds(step: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![
        ("seen", "0"),
        ("code", "bao-cao-quy"),
        ("name", "Báo cáo quý"),
        ("attachments", "2"),
        ("rows", "3"),
        ("checks", "1"),
        ("kind_0", "section"),
        ("label_0", "Kinh phí"),
        ("kind_1", "figure"),
        ("label_1", "Kinh phí đã cấp"),
        ("unit_1", "triệu đồng"),
        ("required_1", "co"),
        ("kind_2", "figure"),
        ("label_2", "Kinh phí đã chi"),
        ("left_0", "kinh_phi_da_chi"),
        ("sign_0", "at_most"),
        ("right_0", "kinh_phi_da_cap"),
        ("step", step),
    ]
}

/// A report whose figures agree, over the version that was seen.
pub(crate) fn fields(seen: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![
        ("seen", seen),
        ("documents_issued", "3"),
        ("publicity_items", "5"),
        ("people_reached", "1.250"),
        ("entries_mobilised", "4"),
        ("local_contest", "khong"),
        ("initiatives", "17"),
        ("commendations", "6"),
        ("difficulties", "Ít kinh phí."),
        ("step", "send"),
    ]
}

pub(crate) async fn judged(officer: &Browser, read: &str, seen: &str, verdict: &str, reason: &str) -> Answer {
    officer.send(read, &[("seen", seen), ("verdict", verdict), ("reason", reason)]).await
}

pub(crate) async fn sums(house: &TestHouse, of: EditionId, grouping: Grouping) -> Summary {
    let mut db = house.house().read().await.unwrap();
    let edition = edition(&mut db, of).await.unwrap().unwrap();
    summary(&mut db, &edition, grouping, date(2025, 8, 1)).await.unwrap()
}

#[test]
fn every_form_that_is_shipped_can_be_edited_row_by_row() {
    for (code, body) in SHIPPED {
        let form = ReportForm::parse(body).unwrap();
        assert_eq!(FormRows::of(&form).read(), Ok(form), "{code}");
    }
}

/// What asks for reports in these stories.
struct Nobody;

impl Origins for Nobody {
    fn origin<'a>(&'a self, _: &'a mut hoithi_store::Conn, _: Uuid) -> OriginFuture<'a> {
        Box::pin(async { Ok(Some(Origin { title: "Công văn".to_owned() })) })
    }

    fn occasions<'a>(&'a self, _: &'a mut hoithi_store::Conn, _: &'a [Uuid]) -> OccasionsFuture<'a> {
        Box::pin(async { Ok(BTreeMap::new()) })
    }

    fn reported<'a>(&'a self, _: &'a mut hoithi_journal::Act, _: Uuid, _: jiff::Timestamp) -> ReportedFuture<'a> {
        Box::pin(async { Ok(()) })
    }
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
        assert_eq!(sent.contact.send_files(&own, &fields("1"), &[]).await.status(), 303);
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

    async fn figures_by_field_that_are_too_many_are_called_by_their_words_where_they_stand(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let page = sent.contact.get(&own).await;
        let first = page.attributes("input[name^='entries_by_field.']", "name")[0].clone();
        let typed = [&fields("0")[..], &[(first.as_str(), "7")]].concat();
        let no = sent.contact.send_files(&own, &typed, &[]).await;
        assert!(!no.says("entries_by_field"), "{}", no.text());
        let says = "Giải pháp theo lĩnh vực: Gửi dự thi (7) không thể nhiều hơn Giải pháp đã vận động gửi dự thi (4)";
        assert!(no.says(says), "{}", no.text());
        assert_eq!(no.attributes(".govuk-error-summary a", "href"), [format!("#{first}")]);
        let open = no.select("main details[open] summary .ht-fold__title");
        assert_eq!(open, ["Giải pháp theo lĩnh vực"], "the part in which it stands is open");
    }

    async fn what_is_doubtful_is_sent_once_the_unit_says_that_it_is_right(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let with = |more: &[(&'static str, &'static str)]| [&fields("0")[..], more].concat();
        let channels = [("by_portal", "9"), ("by_meeting", "8")];
        let doubted = sent.contact.send_files(&own, &with(&channels), &[]).await;
        assert_eq!(doubted.attributes(".govuk-error-summary a", "href"), ["#by_portal", "#sure"], "{}", doubted.text());
        assert!(doubted.says("Hội nghị, họp (8)") && doubted.says("nhiều hơn Tin, bài, hoạt động tuyên truyền (5)"));
        assert!(sent.contact.get(&own).await.select("#sure").is_empty(), "nothing was doubted yet");
        let many: Vec<_> = fields("0").into_iter().map(|(name, value)| if name == "people_reached" { (name, "99999999") } else { (name, value) }).collect();
        assert!(sent.contact.send_files(&own, &many, &[]).await.says("Lượt người tiếp cận (99999999) nhiều hơn 5000000"));
        let sure = [&channels[..], &[("sure", "co")]].concat();
        let hard = [&sure[..], &[("units_under", "2"), ("units_taking_part", "3")]].concat();
        let no = sent.contact.send_files(&own, &with(&hard), &[]).await;
        assert_eq!(no.attributes(".govuk-error-summary a", "href"), ["#units_taking_part"], "{}", no.text());
        assert_eq!(sent.contact.send_files(&own, &with(&sure), &[]).await.status(), 303);
        let read = sent.officer.get(&page_of_the_one(&house, sent.edition).await).await;
        let seen = read.select(".ht-notice li");
        assert!(seen.len() == 1 && seen[0].contains("nhiều hơn Tin, bài, hoạt động tuyên truyền (5)"), "{seen:?}");
    }

    async fn a_draft_is_kept_and_two_windows_do_not_save_over_one_another(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let typed = [("seen", "0"), ("draft", "0"), ("documents_issued", "vài"), ("proposals", "Tập huấn"), ("step", "draft")];
        assert_eq!(sent.contact.send_files(&own, &typed, &[]).await.status(), 303);
        let page = sent.contact.get(&own).await;
        assert_eq!(page.attribute("#documents_issued", "value").as_deref(), Some("vài"), "as it was typed");
        assert!(page.says("Bản nháp lưu") && page.says("chưa gửi"), "{}", page.text());
        let stale = sent.contact.send_files(&own, &typed, &[]).await;
        assert!(stale.says("Bản nháp vừa được lưu ở cửa sổ khác"), "{}", stale.text());
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        assert!(!sent.contact.get(&own).await.says("Bản nháp lưu"), "what was sent is no draft");
    }

    async fn a_draft_leaves_room_for_what_the_system_learns_later(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        let own = format!("{desk}/bao-cao");
        let fresh = sent.contact.get(&own).await.select(".ht-fold__says");
        assert!(fresh.iter().all(|says| says.starts_with("đã ghi 0/")), "nothing was typed: {fresh:?}");
        let typed = [("seen", "0"), ("draft", "0"), ("documents_issued", "3"), ("local_contest", "khong"), ("step", "draft")];
        assert_eq!(sent.contact.send_files(&own, &typed, &[]).await.status(), 303);
        let seen = [("channel", "meeting"), ("on", "19/8/2020"), ("title", "Hội nghị"), ("link", ""), ("reach", "80")];
        sent.contact.send_files(&format!("{desk}/tuyen-truyen"), &seen, &[]).await;
        let page = sent.contact.get(&own).await;
        let value = |field: &str| page.attribute(&format!("#{field}"), "value");
        assert_eq!(["documents_issued", "people_reached"].map(value), ["3", "80"].map(|known| Some(known.to_owned())));
        assert_eq!(value("local_entries").as_deref(), Some(""), "there was no contest of its own");
        let says = page.select(".ht-fold__says");
        assert!(says.iter().any(|says| says.contains("hệ thống điền sẵn")), "{says:?}");
        assert!(says.iter().all(|says| says.starts_with("đã ghi 0/")), "{says:?}");
    }

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
        assert_eq!(sent.contact.send_files(&own, &fields("1"), &[]).await.status(), 303);
        assert!(sent.contact.get(&own).await.says("Bản 2 chưa có bản đã ký, đóng dấu"));
        let judging = sent.officer.get(&read).await;
        assert_eq!(judging.select(".ht-box .ht-notice__title"), ["Bản 2 chưa có bản đã ký, đóng dấu"], "before it is approved");
    }

    /// Nothing that a unit sent is lost when it sends again, and both sides see what became other.
    async fn every_version_of_a_report_stays_to_be_read_with_what_it_changed(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.get(&format!("{own}/ban")).await.status(), 404, "nothing was sent");
        let scan: &[(&str, &str, &[u8])] = &[("file", "da-ky.pdf", SCAN)];
        assert_eq!(sent.contact.send_files(&own, &fields("0"), scan).await.status(), 303);
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

    async fn an_officer_writes_a_form_and_what_was_asked_keeps_its_own(house: TestHouse) {
        let sent = sent(&house).await;
        let wrong = "biểu: Báo cáo quý\nmục: Chung\nso: a | b\nsố: kinh_phi | Kinh phí\nkiểm: kinh_phi <= tong";
        let refused = sent.officer.send(FORMS, &[("code", "trien-khai"), ("body", wrong)]).await;
        assert!(refused.says("Dòng 3: “so” không phải từ bắt đầu dòng của biểu."), "{}", refused.text());
        assert!(refused.says("Dòng 5: “tong” không phải mã số liệu của biểu."), "{}", refused.text());
        assert!(refused.select("#body").concat().contains("so: a | b"), "nothing typed is lost");
        let right = "# Ghi chú\nbiểu: Báo cáo quý\nmục: Chung\nsố: kinh_phi | Kinh phí\nbắt buộc";
        let quarterly = [("code", "bao-cao-quy"), ("body", right)];
        let kept = sent.officer.send(FORMS, &quarterly).await;
        assert_eq!(kept.location(), format!("{FORMS}/bao-cao-quy"), "{}", kept.text());
        assert!(sent.officer.send(FORMS, &quarterly).await.says("Biểu không có gì thay đổi."));
        assert_eq!(sent.officer.get(&format!("{FORMS}/bao-cao-quy/tep")).await.text(), right);
        let next = [("code", "trien-khai"), ("body", right)];
        assert_eq!(sent.officer.send(FORMS, &next).await.status(), 303);
        let path = format!("{FORMS}/trien-khai");
        assert_eq!(sent.officer.send(&format!("{path}/dung"), &[]).await.status(), 303);
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert!(sent.contact.get(&own).await.says("Văn bản chỉ đạo đã ban hành"), "it was asked by the first version");
        for path in [&path, &format!("{path}/tep"), "/ky/quang-ninh-viii/bieu-moi"] {
            assert_eq!(sent.contact.get(path).await.status(), 403, "{path}");
        }
    }

    /// By plain posts, as a browser without scripts sends them.
    async fn a_form_is_built_row_by_row_and_seen_as_a_unit_will_see_it_before_it_is_kept(house: TestHouse) {
        let sent = sent(&house).await;
        let new = "/ky/quang-ninh-viii/bieu-moi";
        let rows = |page: &Answer| page.select("main details.ht-fold").len();
        assert_eq!(rows(&sent.officer.get(new).await), 2, "a part and a figure");
        let more = sent.officer.send(new, &form_of_funds("add-2")).await;
        assert_eq!(rows(&more), 4);
        assert_eq!(more.attribute("#code_1", "value").as_deref(), Some("kinh_phi_da_cap"), "made from its name");
        assert!(more.attribute("#hang-3", "open").is_some() && more.attribute("#hang-1", "open").is_none());
        let moved = sent.officer.send(new, &form_of_funds("down-1")).await;
        assert_eq!(moved.attribute("#label_2", "value").as_deref(), Some("Kinh phí đã cấp"));
        assert_eq!(rows(&sent.officer.send(new, &form_of_funds("drop-2")).await), 2);
        let unchecked = sent.officer.send(new, &form_of_funds("uncheck-0")).await;
        assert!(unchecked.select("#left_0").is_empty() && !more.select("#left_0").is_empty());
        let with = |name: &'static str, value: &'static str, step: &'static str| {
            let other = |(field, old): (&'static str, &'static str)| if field == name { (field, value) } else { (field, old) };
            form_of_funds(step).into_iter().map(other).collect::<Vec<_>>()
        };
        let wrong = sent.officer.send(new, &with("label_1", " ", "keep")).await;
        assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#label_1", "#left_0"], "{}", wrong.text());
        let seen = sent.officer.send(new, &form_of_funds("look")).await;
        assert!(seen.says("Đơn vị sẽ thấy biểu như dưới đây."), "{}", seen.text());
        assert_eq!(seen.attribute("#kinh_phi_da_cap", "inputmode").as_deref(), Some("numeric"));
        let path = format!("{FORMS}/bao-cao-quy");
        assert_eq!(sent.officer.get(&path).await.status(), 404, "it was looked at and not kept");
        let kept = kept(&seen);
        let fields: Vec<_> = kept.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(rows(&sent.officer.send(new, &[&fields[..], &[("step", "edit")]].concat()).await), 3);
        let saved = sent.officer.send(new, &[&fields[..], &[("step", "keep")]].concat()).await;
        assert_eq!(saved.location(), path, "{}", saved.text());
        let again = sent.officer.get(&path).await;
        assert_eq!(again.attribute("#left_0 option[selected]", "value").as_deref(), Some("kinh_phi_da_chi"));
        assert!(again.attribute("#required_1", "checked").is_some(), "{}", again.text());
        assert!(sent.officer.send(&path, &with("seen", "1", "keep")).await.says("Biểu không có gì thay đổi."));
        let renamed: Vec<_> = with("name", "Báo cáo năm", "keep").into_iter().map(|(field, value)| if field == "seen" { (field, "1") } else { (field, value) }).collect();
        assert_eq!(sent.officer.send(&path, &renamed).await.status(), 303);
        assert!(sent.officer.send(&path, &renamed).await.says("Biểu vừa được lưu ở nơi khác"));
        assert_eq!(sent.officer.send(&path, &with("step", "nonsense", "keep")).await.status(), 422);
    }

    async fn a_report_on_time_is_evidence_with_both_its_days(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(judged(&sent.officer, &read, "1", "approve", "").await.status(), 303);
        let merit = format!("/ky/quang-ninh-viii/khen-thuong/don-vi/{}", sent.units[TOWN]);
        let page = sent.officer.get(&merit).await;
        assert!(page.says("Báo cáo hạn 15/7/2021, nhận ngày "), "{}", page.text());
        assert!(page.attributes("section.ht-box li a", "href").contains(&read), "the point leads to its report");
        let paper = words_on_the_page(sent.officer.get(&format!("{merit}/pdf")).await.bytes());
        let paper = paper.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(paper.contains("báo cáo hạn 15/7/2021, nhận ngày "), "{paper}");
    }

    async fn figures_of_two_forms_are_never_added_together(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(judged(&sent.officer, &read, "1", "approve", "").await.status(), 303);
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
        assert_eq!(judged(&sent.officer, &read, "1", "approve", "").await.status(), 303);
        let page = sent.officer.get(SUMS).await;
        assert_eq!(page.select(".ht-figure__number"), ["900"], "the edition's own form: {}", page.text());
        assert!(page.says("13 báo cáo theo biểu Báo cáo kết quả triển khai Hội thi (1) không cộng vào đây"), "{}", page.text());
        let first = sent.officer.get(&format!("{SUMS}?bieu=trien-khai.1")).await;
        assert!(first.select(".ht-figure__number").contains(&"1.250".to_owned()), "{}", first.text());
        assert!(first.says("1 báo cáo theo biểu Báo cáo quý (1) không cộng vào đây"), "{}", first.text());
        let word = words(sent.officer.get(&format!("{SUMS}/docx?bieu=trien-khai.1")).await.bytes());
        assert!(word.contains("Báo cáo theo biểu khác, không cộng vào số liệu dưới đây:"), "{word}");
        assert_eq!(sent.officer.get(&format!("{SUMS}?bieu=khac")).await.status(), 422);
    }

    /// Six communes of today cross two districts of yesterday: nobody guesses where they belong.
    async fn communes_add_up_by_the_districts_they_came_from(house: TestHouse) {
        let sent = sent(&house).await;
        house.set_clock("2025-08-01T09:00:00+07:00");
        let mut db = house.house().read().await.unwrap();
        let communes = units_of_level(&mut db, UnitLevel::Commune, date(2025, 8, 1)).await.unwrap();
        drop(db);
        assert_eq!(communes.len(), 54);
        let asked: Vec<_> = (1_u128..)
            .zip(&communes)
            .map(|(id, unit)| Ask { origin: Uuid::from_u128(id), unit: unit.id, due: date(2025, 8, 15) })
            .collect();
        let officer = house.account("can.bo", "Lê Cán Bộ", &[Role::AgencyOfficer, Role::SystemAdministrator]).await;
        let (of, to_ask) = (sent.edition, asked.clone());
        house.perform(officer, move |act| { let asked = to_ask.clone(); Box::pin(async move { ask(act, of, Uuid::from_u128(999), &asked).await }) }).await.unwrap();
        let mut db = house.house().read().await.unwrap();
        let lines = reports_of(&mut db, sent.edition).await.unwrap();
        drop(db);
        for (place, ask) in asked.iter().enumerate() {
            let request = lines.iter().find(|line| line.origin == ask.origin).unwrap().request.id;
            let contact = house.account_for(&format!("xa.{place}"), "Trần Văn Xã", &[(Role::UnitContact, Scope::Unit(ask.unit))]).await;
            let figures = BTreeMap::from([("initiatives".to_owned(), 10)]);
            let command = SubmitReport {
                request, seen: 0, given: Given { figures, ..Given::default() }, on_paper: None, files: Vec::new(),
            };
            house.perform(contact, move |act| { let command = command.clone(); Box::pin(async move { submit_report(act, command, &Nobody).await }) }).await.unwrap();
            let verdict = Judge { request, seen: 1, verdict: Verdict::Approve };
            house.perform(officer, move |act| Box::pin(judge(act, verdict.clone()))).await.unwrap();
        }
        let by_district = sums(&house, sent.edition, Grouping::District).await;
        let approved: Vec<_> = by_district.sum.groups.values().map(|group| group.approved.of("initiatives")).collect();
        assert_eq!((approved.iter().sum::<u64>(), by_district.sum.top.approved.of("initiatives")), (540, 540));
        let several = &by_district.sum.groups[&hoithi_reporting::Heap::Several];
        assert_eq!(several.approved.reports, 6, "as the register of units tells");
        assert!(!by_district.sum.groups.contains_key(&hoithi_reporting::Heap::Elsewhere), "every commune came from a district");
        let came = by_district.sum.groups.values().filter(|group| group.approved.reports > 0).count();
        assert_eq!(came, 13, "every commune of Ba Chẽ crosses; twelve districts and what crosses them");
        let by_commune = sums(&house, sent.edition, Grouping::Commune).await;
        assert_eq!(by_commune.sum.top.approved.of("initiatives"), 540);
        let by_province = sums(&house, sent.edition, Grouping::Province).await;
        let provinces: Vec<_> = by_province.sum.groups.values().map(|group| group.approved.of("initiatives")).collect();
        assert_eq!(provinces, [540], "all of them stand in one province, whose sum is the nation's");
        let page = sent.officer.get(&format!("{SUMS}?nhom=tinh")).await;
        let down = page.attributes("#nhom-bang tbody a", "href");
        let within = sent.officer.get(down[0].trim_end_matches("#tong-hop")).await;
        assert!(within.says("Số liệu theo đơn vị: Tỉnh Quảng Ninh"), "{}", within.text());
        assert_eq!(within.select("#tong-hop tbody tr").len(), 67, "thirteen districts and 54 communes: every figure leads down");
        let crossing = sent.officer.get(&format!("{SUMS}?nhom=huyen&trong=nhieu-noi")).await;
        assert_eq!(crossing.select("#tong-hop tbody tr").len(), 6);
        assert_eq!(sent.officer.get(&format!("{SUMS}?nhom=huyen&trong=khong-co")).await.status(), 422);
        let page = sent.officer.get(&format!("{SUMS}?nhom=huyen")).await;
        assert!(page.says("Thuộc nhiều nơi, không tách được"), "{}", page.text());
        assert_eq!(sent.officer.get(&format!("{SUMS}?nhom=khac")).await.status(), 422);
    }

    /// In 2021 a district holds many communes; that one of them later stays as it is does not make it the district's.
    async fn a_district_is_counted_under_no_single_commune(house: TestHouse) {
        let sent = sent(&house).await;
        let page = sent.officer.get(&format!("{SUMS}?nhom=xa")).await;
        assert_eq!(page.select("#nhom-bang tbody th"), ["Thuộc nhiều nơi, không tách được"], "{}", page.text());
        assert!(!page.says("Xã Cái Chiên") && !page.says("Không thuộc địa bàn nào"), "{}", page.text());
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
        assert_eq!(judged(&officer, &read, "1", "approve", "").await.status(), 303);
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

    async fn a_unit_that_was_asked_twice_counts_once_and_the_other_report_is_named(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(judged(&sent.officer, &read, "1", "approve", "").await.status(), 303);
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
        let page = sent.officer.get(SUMS).await;
        assert!(page.says("1 báo cáo không tính vào tổng") && page.says("Mỗi đơn vị chỉ tính một báo cáo"), "{}", page.text());
        assert_eq!(page.select("#lan option").len(), 3, "all, and two letters");
        let alone = sent.officer.get(&format!("{SUMS}?lan={second}")).await;
        assert!(alone.says("1 trên 1 đơn vị đã báo cáo, 0 báo cáo đã duyệt."), "{}", alone.text());
        let down = alone.attributes(".ht-figure__number", "href");
        assert!(down.iter().all(|href| href.contains(&format!("lan={second}"))), "{down:?}");
        let word = words(sent.officer.get(&format!("{SUMS}/docx?lan={second}")).await.bytes());
        assert!(word.contains("Phạm vi tổng hợp:") && word.contains("214/LHH-KHCN"), "{word}");
        let paper = words_on_the_page(sent.officer.get(&format!("{SUMS}/pdf")).await.bytes());
        let paper = paper.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(paper.contains("mỗi đơn vị chỉ tính một báo cáo: Thị xã Đông Triều (hạn 15/7/2021, chưa duyệt)."), "{paper}");
        let other = format!("/ky/quang-ninh-viii/bao-cao/{}", line.request.id);
        assert_eq!(judged(&sent.officer, &other, "1", "approve", "").await.status(), 303);
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
        assert_eq!(judged(&sent.officer, &read, "1", "approve", "").await.status(), 303);
        let page = sent.officer.get(SUMS).await;
        assert!(page.select(".ht-figure__number").contains(&"0/1".to_owned()), "{}", page.text());
        assert!(page.select("#tong-hop tbody td").contains(&"Không".to_owned()), "{}", page.text());
        let down = sent.officer.get(&format!("{SUMS}/so-lieu/local_contest")).await;
        assert!(down.says("0 trên 1 đơn vị đã duyệt báo cáo trả lời Có."), "{}", down.text());
        let word = words(sent.officer.get(&format!("{SUMS}/docx")).await.bytes());
        assert!(word.contains("(số đơn vị trả lời Có)") && word.contains("0/1"), "{word}");
        assert_eq!(sent.officer.get(&format!("{SUMS}?bieu_do=local_contest")).await.status(), 422, "no bars of a yes");
    }

    async fn programs_read_the_same_sums_as_the_page(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let sums = "/api/v1/reports/summary?edition=quang-ninh-viii";
        let open: Value = sent.officer.get(sums).await.json();
        assert_eq!((&open["form"], &open["top"]["asked"]), (&json!("trien-khai.1"), &json!(13)), "{open}");
        assert_eq!(open["top"]["approved"], json!({ "reports": 0, "figures": {} }));
        assert_eq!(open["top"]["open"]["figures"]["people_reached"], json!({ "sum": 1250, "reports": 1 }));
        assert_eq!(open["top"]["missing"].as_array().unwrap().len(), 12);
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(judged(&sent.officer, &read, "1", "approve", "").await.status(), 303);
        let by_level: Value = sent.officer.get(&format!("{sums}&group=level&form=trien-khai.1")).await.json();
        assert_eq!(by_level["groups"].as_array().unwrap().len(), 1);
        let group = &by_level["groups"][0];
        assert_eq!((&group["kind"], &group["name"]), (&json!("level"), &json!("district")));
        assert_eq!(group["approved"]["figures"]["initiatives"], json!({ "sum": 17, "reports": 1 }));
        assert_eq!(group["approved"]["figures"]["local_contest"], json!({ "sum": 0, "reports": 1 }), "nobody said yes");
        let by_unit: Value = sent.officer.get(sums).await.json();
        let town = by_unit["groups"].as_array().unwrap().iter().find(|group| group["name"] == json!(TOWN)).unwrap();
        assert_eq!(town["unit"], json!(sent.units[TOWN].to_string()));
        assert_eq!(town["approved"], by_unit["top"]["approved"], "the top is the sum of what is approved");
        for wrong in ["group=khac", "form=khac.1", "form=khac", "period=2021-07-15", "letter=khac", "nhom=cap"] {
            assert_eq!(sent.officer.get(&format!("{sums}&{wrong}")).await.status(), 422, "{wrong}");
        }
        assert_eq!(sent.contact.get(sums).await.status(), 403);
    }

    async fn units_are_added_up_by_the_clusters_that_an_officer_made(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        sent.contact.send_files(&own, &fields("0"), &[]).await;
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(judged(&sent.officer, &read, "1", "approve", "").await.status(), 303);
        let desk = format!("{SUMS}/cum");
        let field = format!("cum-{}", sent.units["Thị xã Đông Triều"]);
        let labels = sent.officer.get(&desk).await.select("form.ht-form label");
        assert!(labels.iter().any(|label| label.starts_with(TOWN)), "{labels:?}");
        assert!(labels.iter().all(|label| !label.contains("cum-")), "units are called by their names: {labels:?}");
        let long = "A".repeat(81);
        let too_long = sent.officer.send(&desk, &[(&field, &long)]).await;
        assert!(too_long.says("Tên cụm dài quá 80 chữ cái"), "{}", too_long.text());
        assert_eq!(too_long.attributes(".govuk-error-summary a", "href"), [format!("#{field}")]);
        assert_eq!(sent.officer.send(&desk, &[("cum-khac", "Cụm 1")]).await.status(), 422);
        let put = sent.officer.send(&desk, &[(&field, "Cụm  miền Tây")]).await;
        assert_eq!(put.location(), format!("{SUMS}?nhom=cum"), "{}", put.text());
        let kept = sent.officer.get(&desk).await.attribute(&format!("[id=\"{field}\"]"), "value");
        assert_eq!(kept.as_deref(), Some("Cụm miền Tây"));
        let by_cluster = sums(&house, sent.edition, Grouping::Cluster).await;
        let groups = by_cluster.sum.groups.values().map(|group| (group.asked, group.approved.of("initiatives")));
        assert_eq!(groups.collect::<Vec<_>>(), [(1, 17), (12, 0)], "the cluster, and who is in none");
        let page = sent.officer.get(&format!("{SUMS}?nhom=cum&trong=cum-cum-mien-tay")).await;
        assert_eq!(page.select("#tong-hop tbody th"), ["Thị xã Đông Triều"]);
        let other = format!("cum-{}", sent.units["Huyện Cô Tô"]);
        let alike = sent.officer.send(&desk, &[(&other, "Cum mien tay")]).await;
        assert!(alike.says("chỉ khác dấu với cụm “Cụm miền Tây” đã có"), "{}", alike.text());
        assert_eq!(alike.attributes(".govuk-error-summary a", "href"), [format!("#{other}")]);
        assert_eq!(sent.officer.send(&desk, &[(&other, "Cụm miền Tây")]).await.status(), 303);
        let by_cluster = sums(&house, sent.edition, Grouping::Cluster).await;
        let asked: Vec<_> = by_cluster.sum.groups.values().map(|group| group.asked).collect();
        assert_eq!(asked, [2, 11], "who did not stand on the page stays in its cluster");
        assert_eq!(sent.officer.send(&desk, &[(&field, ""), (&other, "Cụm Đảo")]).await.status(), 303);
        let by_cluster = sums(&house, sent.edition, Grouping::Cluster).await;
        assert_eq!(by_cluster.sum.groups.values().map(|group| group.asked).collect::<Vec<_>>(), [1, 12]);
        assert_eq!(sent.contact.get(&desk).await.status(), 403);
    }

    async fn a_closed_period_takes_nothing_more_until_it_is_opened_with_a_reason(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let desk = "/ky/quang-ninh-viii/ky-bao-cao";
        let period = format!("{desk}/2021-07-15");
        assert_eq!(sent.officer.get(desk).await.attribute("#last", "value").as_deref(), Some("15/7/2021"));
        let nameless = sent.officer.send(desk, &[("name", " "), ("last", "15/7/2021")]).await;
        assert_eq!(nameless.attributes(".govuk-error-summary a", "href"), ["#name"]);
        assert_eq!(nameless.attribute("#last", "value").as_deref(), Some("15/7/2021"));
        let begun = [("name", "6 tháng đầu năm 2021"), ("last", "15/7/2021")];
        assert_eq!(sent.officer.send(desk, &begun).await.status(), 303);
        assert!(sent.officer.send(desk, &begun).await.says("Đã có kỳ tên là"));
        assert_eq!(sent.officer.send(desk, &[("name", "Quý III"), ("last", "30/9/2031")]).await.status(), 303);
        let slip = format!("{desk}/2031-09-30");
        assert!(sent.officer.send(&period, &[("step", "remove")]).await.says("Chỉ bỏ được kỳ sau cùng"));
        assert_eq!(sent.officer.send(&slip, &[("step", "remove")]).await.status(), 303);
        assert_eq!(sent.officer.get(&slip).await.status(), 404);
        assert!(sent.officer.send(&period, &[("step", "close")]).await.says("chưa qua nên chưa khóa kỳ được"));
        house.set_clock("2021-07-20T09:00:00+07:00");
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303, "a late one is taken");
        assert!(sent.officer.get(SUMS).await.says("1 đơn vị báo cáo muộn"));
        let asked = sent.officer.send(&period, &[("step", "close")]).await;
        let unread = "1 báo cáo chờ duyệt, 0 báo cáo chờ đơn vị sửa, 12 đơn vị chưa báo cáo";
        assert!(asked.says(unread) && asked.select("main .ht-notice li a") == [TOWN], "{}", asked.text());
        assert!(sent.officer.get(desk).await.says("Đang nhận"), "it was only asked");
        let others = sent.edition.to_string();
        let other = sent.officer.send(&period, &[("told", others.as_str()), ("step", "close")]).await;
        assert!(other.says("Có thêm báo cáo chưa duyệt từ khi xem danh sách"), "{}", other.text());
        let told = kept(&asked);
        let told: Vec<_> = told.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(sent.officer.send(&period, &[&told[..], &[("step", "close")]].concat()).await.status(), 303);
        let listed = sent.officer.get(desk).await;
        assert!(listed.says("0 báo cáo đã duyệt, 1 báo cáo chưa duyệt, 12 đơn vị chưa báo cáo"), "{}", listed.text());
        let early = [("name", "Quý II"), ("last", "15/7/2021")];
        assert!(sent.officer.send(desk, &early).await.says("Chọn ngày sau đó"));
        let of_period = sent.officer.get(&format!("{SUMS}?lan=ky-2021-07-15")).await;
        assert!(of_period.says("1 trên 13 đơn vị đã báo cáo"), "{}", of_period.text());
        assert_eq!(sent.officer.get(&format!("{SUMS}?lan=ky-2021-07-16")).await.status(), 422);
        let locked = sent.contact.get(&own).await;
        assert!(locked.says("Kỳ báo cáo đến hết 15/7/2021 đã khóa") && locked.select("#documents_issued").is_empty());
        let after = sent.contact.send_files(&own, &fields("1"), &[]).await;
        assert!(after.says("Mở lại kỳ trước khi sửa."), "{}", after.text());
        let read = page_of_the_one(&house, sent.edition).await;
        assert!(judged(&sent.officer, &read, "1", "approve", "").await.says("Mở lại kỳ trước khi sửa."));
        assert!(sent.officer.get(&read).await.select("button[value=approve]").is_empty());
        let silent = sent.officer.send(&period, &[("step", "reopen"), ("reason", " ")]).await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#reason"]);
        assert_eq!(sent.contact.get(desk).await.status(), 403);
        assert_eq!(sent.officer.get(&format!("{desk}/2021-07-14")).await.status(), 404);
        let why = [("step", "reopen"), ("reason", "Thị xã gửi nhầm biểu.")];
        assert_eq!(sent.officer.send(&period, &why).await.status(), 303);
        assert!(sent.officer.get(desk).await.says("Thị xã gửi nhầm biểu."));
        assert_eq!(judged(&sent.officer, &read, "1", "approve", "").await.status(), 303);
        assert_eq!(sent.officer.send(&period, &[("step", "close")]).await.status(), 303);
        assert!(sent.officer.get(&period).await.says("Thị xã gửi nhầm biểu."), "why it was open stays with the period");
        assert!(judged(&sent.officer, &read, "1", "reopen", "Sai.").await.says("Mở lại kỳ trước khi sửa."));
        let lines = lines_about(&mut house.house().read().await.unwrap(), &sent.edition.to_string()).await.unwrap();
        let of_periods = lines.iter().filter_map(|line| line.event.as_str().strip_prefix("report.period_"));
        let mut steps: Vec<_> = of_periods.collect();
        steps.sort_unstable();
        assert_eq!(steps, ["begun", "begun", "closed", "closed", "removed", "reopened"]);
        assert!(lines.iter().all(|line| !line.facts.contains("nhầm biểu")), "what people write is not the journal's");
    }

    async fn what_is_approved_of_the_chosen_figure_stands_as_bars_in_every_file(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        sent.contact.send_files(&own, &fields("0"), &[]).await;
        let chosen = "nhom=don-vi&bieu_do=initiatives";
        let before = words(sent.officer.get(&format!("{SUMS}/docx?{chosen}")).await.bytes());
        assert!(!before.contains("Sáng kiến được công nhận (đã duyệt)"), "nothing is approved: {before}");
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(judged(&sent.officer, &read, "1", "approve", "").await.status(), 303);
        let alone = words(sent.officer.get(&format!("{SUMS}/docx?{chosen}")).await.bytes());
        assert!(!alone.contains("Sáng kiến được công nhận (đã duyệt)"), "one bar compares nothing: {alone}");
        let (other, origin) = ("Huyện Ba Chẽ", sent.sending(&house, "Huyện Ba Chẽ").await);
        let on_behalf = format!("/ky/quang-ninh-viii/tien-do/{}/bao-cao/{origin}", sent.units[other]);
        let today = sent.officer.get(&on_behalf).await.attribute("#received_on", "value").unwrap();
        let entered = [&fields("0")[..], &[("received_on", today.as_str()), ("how", "paper")]].concat();
        assert_eq!(sent.officer.send_files(&on_behalf, &entered, &[]).await.status(), 303);
        let lines = reports_of(&mut house.house().read().await.unwrap(), sent.edition).await.unwrap();
        let line = lines.iter().find(|line| line.request.unit == sent.units[other]).unwrap();
        let second = format!("/ky/quang-ninh-viii/bao-cao/{}", line.request.id);
        assert_eq!(judged(&sent.officer, &second, "1", "approve", "").await.status(), 303);
        let page = sent.officer.get(&format!("{SUMS}?{chosen}")).await;
        assert!(page.attributes(".ht-head__actions a", "href").iter().all(|href| href.ends_with(chosen)));
        let word = words(sent.officer.get(&format!("{SUMS}/docx?{chosen}")).await.bytes());
        assert!(word.contains("Sáng kiến được công nhận (đã duyệt)") && word.contains(other), "{word}");
        let pdf = words_on_the_page(sent.officer.get(&format!("{SUMS}/pdf?{chosen}")).await.bytes());
        assert!(pdf.contains("Sáng kiến được công nhận (đã duyệt)"), "{pdf}");
        let sheets = unzipped(sent.officer.get(&format!("{SUMS}/xlsx?{chosen}")).await.bytes());
        let charts: Vec<_> = sheets.iter().filter(|(name, _)| name.starts_with("xl/charts/chart")).collect();
        assert_eq!(charts.len(), 2, "all figures, and the chosen one");
    }

    async fn whoever_follows_the_campaign_reads_the_sums_and_takes_them_along(house: TestHouse) {
        let sent = sent(&house).await;
        house.account_for("uyvien", "Tống Thị Mai Hoa", &[(Role::CommitteeMember, Scope::Edition(sent.edition))]).await;
        let member = house.signed_in("uyvien").await;
        let page = member.get(SUMS).await;
        let places = page.attributes("nav a", "href");
        assert!(places.iter().any(|href| href == SUMS), "{places:?}");
        let files: Vec<_> = page.attributes(".ht-head__actions a", "href");
        assert_eq!(files.len(), 3, "PDF, Word, workbook: {files:?}");
        for file in files {
            assert_eq!(member.get(&file).await.status(), 200, "{file}");
        }
        assert!(!page.attributes("main a", "href").iter().any(|href| href.contains("/noi-dung")));
        for path in ["noi-dung", "cum"] {
            assert_eq!(member.get(&format!("{SUMS}/{path}")).await.status(), 403, "{path}");
        }
    }

    async fn the_tables_have_the_main_figures_first_and_each_figure_bears_its_head(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let typed = [&fields("0")[..], &[("by_portal", "3"), ("by_meeting", "2")]].concat();
        assert_eq!(sent.contact.send_files(&own, &typed, &[]).await.status(), 303);
        let heads = |page: &Answer| page.select("#tong-hop thead th");
        let page = sent.officer.get(SUMS).await;
        assert!(heads(&page).contains(&"Lượt người".to_owned()) && !heads(&page).contains(&"Cổng thông tin".to_owned()));
        let labels = page.attributes("#tong-hop tbody td.ht-run", "data-label");
        assert!(labels.contains(&"Lượt người".to_owned()), "on a phone a figure stands beside its head: {labels:?}");
        assert!(page.says("Xem thêm 2 cột"), "{}", page.text());
        let all = sent.officer.get(&format!("{SUMS}?cot=het")).await;
        assert!(heads(&all).contains(&"Cổng thông tin".to_owned()) && all.says("kéo ngang trong khung"), "{}", all.text());
        assert_eq!(sent.officer.get(&format!("{SUMS}?cot=khac")).await.status(), 422);
    }

    async fn the_consolidated_report_goes_out_without_what_the_officer_leaves_out(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        sent.contact.send_files(&own, &fields("0"), &[]).await;
        assert!(!sent.officer.get(SUMS).await.says("Ít kinh phí."), "its report is not approved");
        let desk = format!("{SUMS}/noi-dung");
        let page = sent.officer.get(&desk).await;
        assert!(page.attribute("input[name=chosen]", "checked").is_none(), "{}", page.text());
        let value = page.attribute("input[name=chosen]", "value").unwrap();
        assert_eq!(sent.officer.send(&desk, &[("seen", &value), ("chosen", &value)]).await.status(), 303);
        assert!(sent.officer.get(SUMS).await.says("Thị xã Đông Triều: Ít kinh phí."), "the officer took it in");
        let paper = words_on_the_page(sent.officer.get(&format!("{SUMS}/pdf")).await.bytes());
        let paper = paper.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(paper.contains("III. KHÓ KHĂN, VƯỚNG MẮC"), "no part without words takes a number: {paper}");
        assert_eq!(sent.officer.send(&desk, &[("seen", &value)]).await.status(), 303);
        assert!(!sent.officer.get(SUMS).await.says("Ít kinh phí."), "it was left out");
        for form in ["", "?nhom=huyen"] {
            assert!(sent.officer.get(&format!("{SUMS}/xlsx{form}")).await.bytes().starts_with(b"PK"));
            assert!(sent.officer.get(&format!("{SUMS}/pdf{form}")).await.bytes().starts_with(b"%PDF-"));
        }
        let word = sent.officer.get(&format!("{SUMS}/docx?nhom=huyen")).await;
        let words = words(word.bytes());
        for line in ["Tổng hợp kết quả triển khai", "II. KẾT QUẢ", "Báo cáo chưa duyệt, số liệu còn mở:", "SỐ LIỆU ĐÃ DUYỆT THEO NHÓM", "chưa gửi"] {
            assert!(words.contains(line), "{line} in {words}");
        }
        assert!(!words.contains("Ít kinh phí."), "it was left out");
        assert_eq!(sent.contact.get(&format!("{SUMS}/docx")).await.status(), 403);
        assert_eq!(sent.officer.get(&format!("{SUMS}?bieu_do=khong_co")).await.status(), 422);
        let down = sent.officer.get(&format!("{SUMS}/so-lieu/people_reached")).await;
        assert!(down.says("1.250") && down.says("Thị xã Đông Triều"), "{}", down.text());
        assert_eq!(sent.officer.get(&format!("{SUMS}/so-lieu/khong_co")).await.status(), 404);
        assert_eq!(sent.contact.get(SUMS).await.status(), 403);
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(judged(&sent.officer, &read, "1", "approve", "").await.status(), 303);
        assert!(sent.officer.get(SUMS).await.says("Thị xã Đông Triều: Ít kinh phí."), "what is approved goes in");
        assert_eq!(sent.officer.send(&desk, &[("seen", &value)]).await.status(), 303);
        assert!(!sent.officer.get(SUMS).await.says("Ít kinh phí."), "it was left out");
        assert_eq!(judged(&sent.officer, &read, "1", "reopen", "Sai số.").await.status(), 303);
        assert_eq!(sent.contact.send_files(&own, &fields("1"), &[]).await.status(), 303);
        assert_eq!(judged(&sent.officer, &read, "2", "approve", "").await.status(), 303);
        let anew = sent.officer.get(SUMS).await;
        assert!(anew.says("Thị xã Đông Triều: Ít kinh phí."), "nobody has left these words out: {}", anew.text());
    }
}

/// The page of the one report that came.
pub(crate) async fn page_of_the_one(house: &TestHouse, of: EditionId) -> String {
    let lines = reports_of(&mut house.house().read().await.unwrap(), of).await.unwrap();
    let line = lines.iter().find(|line| line.answer().is_some()).unwrap();
    format!("/ky/quang-ninh-viii/bao-cao/{}", line.request.id)
}
