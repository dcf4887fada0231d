//! Reports by programs, under the rules of the pages.

use hoithi_testkit::{TestHouse, both};
use serde_json::{Value, json};

use super::{approved, fields, page_of_the_one};
use crate::campaign::letter::TOWN;
use crate::campaign::sent;

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
}
