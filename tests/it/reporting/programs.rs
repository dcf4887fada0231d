//! Reports by programs, under the rules of the pages.

use axum::http::Method;
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::both;
use serde_json::{Value, json};

use super::{approved, fields, page_of_the_one};
use crate::campaign::letter::TOWN;
use crate::campaign::sent;
use crate::correspondence::SCAN;

both! {
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
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
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

    async fn programs_draft_and_judge_under_the_rules_of_the_pages(house: TestHouse) {
        let sent = sent(&house).await;
        let reports: Vec<Value> = sent.officer.get("/api/v1/reports?edition=quang-ninh-viii").await.json();
        let mine = reports.iter().find(|each| each["unit"] == sent.units[TOWN].to_string()).unwrap();
        let place = format!("/api/v1/reports/{}", mine["request"].as_str().unwrap());
        let (draft, verdict) = (format!("{place}/draft"), format!("{place}/verdict"));
        let typed = json!({ "fields": { "documents_issued": "vài" } });
        assert_eq!(sent.contact.json_over(Method::PUT, &draft, 0, &typed).await.status(), 200);
        let kept: Value = sent.contact.get(&draft).await.json();
        assert_eq!(kept, json!({ "version": 1, "fields": { "documents_issued": "vài" } }));
        assert_eq!(sent.officer.get(&draft).await.status(), 403);
        let others = [(Role::UnitContact, Scope::Unit(sent.units["Huyện Ba Chẽ"]))];
        house.account_for("ba.che", "Chìu Thị Mười", &others).await;
        assert_eq!(house.signed_in("ba.che").await.get(&draft).await.status(), 404, "another unit's report is not there");
        let odd = json!({ "fields": { "stars": "5" } });
        for (seen, body, code) in [(0, &typed, "reporting.draft_changed"), (1, &odd, "web.unknown_parameter")] {
            let no = sent.contact.json_over(Method::PUT, &draft, seen, body).await;
            assert_eq!((no.status(), &no.json::<Value>()["refusals"][0]["code"]), (422, &json!(code)));
        }
        let says = async |seen: u32, word: &str, reason: &str| {
            let body = json!({ "verdict": word, "reason": reason });
            sent.officer.json_over(Method::POST, &verdict, seen, &body).await
        };
        let refused = async |seen: u32, word: &str, code: &str| {
            let no = says(seen, word, " ").await;
            assert_eq!((no.status(), no.header("content-type")), (422, "application/problem+json"), "{word}");
            assert_eq!(no.json::<Value>()["refusals"][0]["code"], json!(code), "{word}");
        };
        refused(0, "approve", "reporting.not_answered").await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        refused(0, "approve", "reporting.changed_meanwhile").await;
        refused(1, "approve", "reporting.paper_missing").await;
        refused(1, "approve_unsigned", "reporting.reason_missing").await;
        refused(1, "return", "reporting.reason_missing").await;
        refused(1, "reopen", "reporting.not_approved").await;
        let body = json!({ "verdict": "approve" });
        assert_eq!(sent.contact.json_over(Method::POST, &verdict, 1, &body).await.status(), 403, "nobody approves one's own");
        let approved: Value = says(1, "approve_unsigned", "Bản giấy gửi qua bưu điện.").await.json();
        assert_eq!([&approved["stands"], &approved["signed"]], [&json!("approved"), &json!(false)], "{approved}");
        assert_eq!(approved["approved_unsigned"], json!("Bản giấy gửi qua bưu điện."));
        refused(1, "approve", "reporting.approved").await;
        let paper = async |path: &str, bytes: &[u8]| sent.contact.file_over(path, 1, ("application/pdf", bytes)).await;
        let (first, next) = (format!("{place}/papers/1"), format!("{place}/papers/2"));
        assert_eq!(paper(&next, SCAN).await.status(), 422, "papers are counted from 1");
        assert_eq!(paper(&first, &b"no scan at all"[..]).await.status(), 422);
        let signed: Value = paper(&first, SCAN).await.json();
        assert_eq!(signed["signed"], json!(true), "it may come after the approval as well: {signed}");
        assert_eq!(sent.contact.get(&format!("{own}/tep/1")).await.bytes(), SCAN);
        let open: Value = says(1, "reopen", "Đơn vị báo sai.").await.json();
        assert_eq!([&open["stands"], &open["reason"]], [&json!("reopened"), &json!("Đơn vị báo sai.")], "{open}");
    }
}
