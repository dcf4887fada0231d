//! The API as its description tells it, and what holds for all of it.

use std::collections::BTreeSet;

use axum::http::Method;
use hoithi::rooms;
use hoithi_rules::edition::books;
use hoithi_rules::people::Role;
use hoithi_testkit::{Browser, PASSWORD, TestHouse, both};
use hoithi_web::Access;
use serde_json::{Value, json};

use crate::entries::{SLUG, set_up_edition};

/// Every operation of the description: method, path, the operation.
fn operations(api: &Value) -> Vec<(String, String, Value)> {
    let paths = api["paths"].as_object().unwrap();
    let of_path = |(path, item): (&String, &Value)| {
        let each = item.as_object().unwrap().iter();
        each.map(|(method, told)| (method.to_uppercase(), path.clone(), told.clone())).collect::<Vec<_>>()
    };
    paths.iter().flat_map(of_path).collect()
}

#[test]
fn the_description_tells_every_route_and_no_other() {
    let api: Value = serde_json::from_str(&rooms::openapi().to_json().unwrap()).unwrap();
    let operations = operations(&api);
    let told: BTreeSet<_> = operations.iter().map(|(method, path, _)| format!("{method} {path}")).collect();
    let rows = rooms::route_rows().into_iter().filter(|row| row.path.starts_with("/api/"));
    let there: BTreeSet<_> = rows.map(|row| format!("{} {}", row.method, row.path)).collect();
    assert_eq!(told, there);
    let ids: BTreeSet<_> = operations.iter().map(|(.., told)| told["operationId"].to_string()).collect();
    assert_eq!(ids.len(), operations.len(), "{ids:?}");
}

#[test]
fn the_description_tells_who_may_ask_and_how_a_problem_looks() {
    let api: Value = serde_json::from_str(&rooms::openapi().to_json().unwrap()).unwrap();
    assert_eq!(api["components"]["securitySchemes"]["bearer"]["scheme"], "bearer");
    assert!(api["components"]["schemas"]["Problem"]["properties"]["refusals"].is_object());
    let rows = rooms::route_rows();
    for (method, path, told) in operations(&api) {
        let row = rows.iter().find(|row| row.method == method && row.path == path).unwrap();
        let public = row.access == Access::Public;
        let security = if public { json!([]) } else { json!([{ "bearer": [] }]) };
        assert_eq!(told["security"], security, "{method} {path}");
        let wanted = if public { vec!["422"] } else { vec!["401", "403", "422"] };
        for status in wanted {
            let problem = &told["responses"][status]["content"]["application/problem+json"]["schema"]["$ref"];
            assert_eq!(problem, "#/components/schemas/Problem", "{method} {path} {status}");
        }
    }
}

/// A program that has signed in as somebody.
async fn program(house: &TestHouse, login: &str) -> Browser {
    let session = json!({ "login": login, "password": PASSWORD });
    let token: Value = house.browser().json(Method::POST, "/api/v1/sessions", &session).await.json();
    house.program(token["token"].as_str().unwrap())
}

/// A letter as a program writes it.
fn letter(subject: &str) -> Value {
    json!({
        "kind": "official_letter", "issuer": "Liên hiệp các Hội Khoa học và Kỹ thuật", "place": "Quảng Ninh",
        "symbol": "LHH-KHCN", "subject": subject, "text": "Đề nghị các đơn vị báo cáo.",
        "addressees": ["Ủy ban nhân dân các huyện"], "recipients": ["Như trên", "Lưu: VT"],
        "signatory": { "capacity": "own", "position": "Chủ tịch", "name": "Phạm Văn Quyết" },
    })
}

both! {
    /// The office's own document system writes into the register, by the rules of the forms.
    async fn a_program_drafts_a_letter_and_the_leader_s_signs_it(house: TestHouse) {
        let leader = house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
        house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        house.set_clock("2020-09-01T08:00:00+07:00");
        set_up_edition(&house, leader, books::QUANG_NINH_VIII, None).await;
        let officer = program(&house, "chuyen.vien").await;
        let ask = |words: Value| json!({ "edition": SLUG, "words": words, "signed": null });
        let bare = officer.json(Method::POST, "/api/v1/documents", &ask(json!({ "kind": "letter", "issuer": "", "subject": "" }))).await;
        assert_eq!(bare.status(), 422, "{}", bare.text());
        let refusals = bare.json::<Value>()["refusals"].as_array().unwrap().clone();
        let fields: Vec<_> = refusals.iter().map(|each| each["field"].as_str().unwrap()).collect();
        assert_eq!(fields, ["kind", "issuer", "subject", "place", "symbol", "text", "signer", "capacity", "position"]);

        let made = officer.json(Method::POST, "/api/v1/documents", &ask(letter("Báo cáo sơ kết"))).await;
        assert_eq!(made.status(), 201, "{}", made.text());
        let id = made.json::<Value>()["id"].as_str().unwrap().to_owned();
        let place = format!("/api/v1/documents/{id}");
        let revised = officer.json_over(Method::PUT, &place, 1, &letter("Báo cáo tổng kết")).await;
        assert_eq!(revised.status(), 204, "{}", revised.text());
        let stale = officer.json_over(Method::PUT, &place, 1, &letter("Báo cáo khác")).await;
        assert_eq!(stale.status(), 422, "{}", stale.text());

        let signature = json!({ "number": "120/LHH-KHCN", "date": "2020-09-01" });
        let signs = format!("{place}/signature");
        assert_eq!(officer.json_over(Method::POST, &signs, 2, &signature).await.status(), 403);
        let leader = program(&house, "lanh.dao").await;
        let signed = leader.json_over(Method::POST, &signs, 2, &signature).await;
        assert_eq!(signed.status(), 204, "{}", signed.text());
        let read: Value = officer.get(&place).await.json();
        assert_eq!((&read["number"], &read["subject"]), (&json!("120/LHH-KHCN"), &json!("Báo cáo tổng kết")));
        let late = officer.json_over(Method::PUT, &place, 3, &letter("Báo cáo khác")).await;
        assert!(late.text().contains("correspondence.already_signed"), "{}", late.text());
    }

    async fn a_program_signs_in_and_out(house: TestHouse) {
        house.account("thu.ky", "Hoàng Thị Cẩn", &[Role::ContestSecretary]).await;
        let program = program(&house, "thu.ky").await;
        assert_eq!(program.get("/api/v1/units").await.status(), 200);
        assert_eq!(program.json(Method::DELETE, "/api/v1/sessions", &Value::Null).await.status(), 204);
        assert_eq!(program.get("/api/v1/units").await.status(), 401);
    }
}
