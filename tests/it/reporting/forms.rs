//! Forms that an officer writes.

use hoithi_reporting::SHIPPED;
use hoithi_rules::reporting::{FormRows, ReportForm};
use hoithi_testkit::{Answer, both};

use super::FORMS;
use crate::campaign::letter::kept;
use crate::campaign::sent;

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

#[test]
fn every_form_that_is_shipped_can_be_edited_row_by_row() {
    for (code, body) in SHIPPED {
        let form = ReportForm::parse(body).unwrap();
        assert_eq!(FormRows::of(&form).read(), Ok(form), "{code}");
    }
}

both! {
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
        assert!(wrong.says("Hàng 2: vui lòng ghi tên") && wrong.says("Phép kiểm thứ 1"), "{}", wrong.text());
        let none = sent.officer.send(new, &with("attachments", "0", "look")).await;
        assert!(none.says("không nhận tệp kèm theo ngoài bản báo cáo đã ký"), "{}", none.text());
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
        assert!(again.says("Biểu đã lưu nhưng chưa dùng."), "{}", again.text());
        let chosen = again.attribute("form[action$='/dung']", "action").unwrap();
        assert_eq!(again.attribute("#left_0 option[selected]", "value").as_deref(), Some("kinh_phi_da_chi"));
        assert!(again.attribute("#required_1", "checked").is_some(), "{}", again.text());
        assert!(sent.officer.send(&path, &with("seen", "1", "keep")).await.says("Biểu không có gì thay đổi."));
        let renamed: Vec<_> = with("name", "Báo cáo năm", "keep").into_iter().map(|(field, value)| if field == "seen" { (field, "1") } else { (field, value) }).collect();
        assert_eq!(sent.officer.send(&path, &renamed).await.status(), 303);
        assert!(sent.officer.send(&path, &renamed).await.says("Biểu vừa được lưu ở nơi khác"));
        assert_eq!(sent.officer.send(&path, &with("step", "nonsense", "keep")).await.status(), 422);
        assert_eq!(sent.officer.send(&chosen, &[]).await.status(), 303);
        let used = sent.officer.get(&path).await;
        assert!(used.says("Đang dùng") && !used.says("Biểu đã lưu nhưng chưa dùng."), "{}", used.text());
    }

    async fn a_check_is_told_by_the_titles_of_its_figures_and_one_that_was_begun_is_refused(house: TestHouse) {
        let sent = sent(&house).await;
        let new = "/ky/quang-ninh-viii/bieu-moi";
        let told = "Kinh phí đã chi không nhiều hơn Kinh phí đã cấp";
        let more = sent.officer.send(new, &form_of_funds("add-check")).await;
        assert_eq!(more.select("section.ht-box h3"), [told, "Phép kiểm mới"], "{}", more.text());
        let seen = sent.officer.send(new, &form_of_funds("look")).await;
        assert_eq!(seen.select("main ul.govuk-list--bullet li"), [format!("{told}.")], "{}", seen.text());
        let two = |step: &'static str| {
            let counted = |(field, value): (&'static str, &'static str)| if field == "checks" { (field, "2") } else { (field, value) };
            form_of_funds(step).into_iter().map(counted).collect::<Vec<_>>()
        };
        let begun = [&two("keep")[..], &[("sign_1", "at_most")]].concat();
        let no = sent.officer.send(new, &begun).await;
        assert_eq!(no.attributes(".govuk-error-summary a", "href"), ["#left_1"], "{}", no.text());
        assert!(no.says("Phép kiểm thứ 2 chưa đủ."), "{}", no.text());
        assert_eq!(sent.officer.send(new, &two("keep")).await.status(), 303, "a row with nothing in it is no check");
    }
}
