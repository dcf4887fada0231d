//! Usual reasons by their codes, and a day to complete a dossier that is counted in working days.

use axum::http::Method;
use hoithi_entries::Standing;
use hoithi_testkit::both;
use serde_json::{Value, json};

use crate::entries::{SLUG, card, contest, id_of, letter, version};
use crate::screening::{decide, received};

const STAMP: &str = "Phiếu đăng ký chưa có chữ ký của tác giả hoặc dấu xác nhận của đơn vị";

both! {
    async fn a_usual_reason_is_one_tick_and_the_day_is_counted_in_working_days(house: TestHouse) {
        contest(&house).await;
        let (at, desk) = received(&house, "Máy rửa than").await;
        let secretary = house.signed_in("thu.ky").await;
        // A Thursday: five working days later is the Thursday after.
        house.set_clock("2021-07-08T08:00:00+07:00");
        let page = secretary.get(&desk).await;
        assert_eq!(page.attribute("#within", "value").as_deref(), Some("5"));
        assert!(page.says("Số ngày theo thể lệ kết thúc hết ngày 15/7/2021."), "{}", page.text());
        assert!(page.says(STAMP) && page.says("(chỉ khi kết luận không đủ điều kiện)"));
        let asked = [("decision", "return"), ("codes", "thieu-dau"), ("reasons", "Thiếu trang 3"), ("within", "5")];
        assert_eq!(decide(&secretary, &desk, &asked).await.status(), 303);
        let (subject, body) = letter(&house, "tac.gia@vidu.invalid").await;
        assert_eq!(subject, "Đề nghị bổ sung hồ sơ QN8-0001 trước hết ngày 15/7/2021");
        assert!(body.contains(&format!("- {STAMP}\n- Thiếu trang 3")), "{body}");
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Returned);
        let returned = secretary.get(&format!("/ky/{SLUG}/kiem-tra?tinh-trang=returned")).await;
        assert_eq!(returned.select(".ht-bars .ht-bar__label").len(), 2, "which reasons were told, and how often");
        assert!(returned.says(STAMP));
    }

    async fn a_reason_is_given_for_its_own_decision_and_working_days_are_a_number(house: TestHouse) {
        contest(&house).await;
        let (at, desk) = received(&house, "Máy rửa than").await;
        let secretary = house.signed_in("thu.ky").await;
        let failed = ("findings.declaration.chua-doat-giai", "failed");
        let unfit = decide(&secretary, &desk, &[("decision", "refuse"), ("codes", "thieu-dau"), failed]).await;
        assert_eq!(unfit.attributes(".govuk-error-summary a", "href"), ["#codes"]);
        assert!(unfit.says("không phải lý do của quyết định này"), "{}", unfit.text());
        let unknown = decide(&secretary, &desk, &[("decision", "return"), ("codes", "khac"), ("within", "5")]).await;
        assert!(unknown.says("Thể lệ không có lý do “khac”."), "{}", unknown.text());
        for days in ["0", "61", "năm"] {
            let asked = [("decision", "return"), ("codes", "thieu-dau"), ("within", days)];
            let wrong = decide(&secretary, &desk, &asked).await;
            assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#within"], "{days}");
        }
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Submitted);
        let sure = decide(&secretary, &desk, &[("decision", "refuse"), ("codes", "da-dat-giai"), failed]).await;
        let read_back = sure.attribute("input[name=read_back]", "value").unwrap();
        assert_eq!(read_back, "Giải pháp đã dự thi và đạt giải ở kỳ trước");
        let now = [("decision", "refuse-now"), ("codes", "da-dat-giai"), failed, ("read_back", read_back.as_str())];
        assert_eq!(decide(&secretary, &desk, &now).await.status(), 303);
        assert!(house.signed_in("tac.gia").await.get(&at).await.says(&read_back));
    }

    async fn programs_give_reasons_by_their_codes(house: TestHouse) {
        contest(&house).await;
        let (at, desk) = received(&house, "Máy rửa than").await;
        let secretary = house.signed_in("thu.ky").await;
        let path = format!("/api/v1/entries/{}/screening", id_of(&at));
        let seen: u32 = version(&secretary, &desk).await.parse().unwrap();
        let body = |code: &str| json!({ "decision": "return", "codes": [code], "until": "2021-06-20", "findings": [] });
        let unknown = secretary.json_over(Method::POST, &path, seen, &body("khac")).await;
        assert_eq!(unknown.status(), 422, "{}", unknown.text());
        let done = secretary.json_over(Method::POST, &path, seen, &body("mo-kho-doc")).await;
        assert_eq!(done.status(), 201, "{}", done.text());
        assert_eq!(done.json::<Value>()["outcome"], "returned");
        let (_, told) = letter(&house, "tac.gia@vidu.invalid").await;
        assert!(told.contains("- Bản quét mờ, thiếu trang hoặc không đọc được"), "{told}");
    }
}
