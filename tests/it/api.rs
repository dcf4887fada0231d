//! The API as its description tells it, and what holds for all of it.

use std::collections::BTreeSet;

use axum::http::Method;
use hoithi::rooms;
use hoithi_rules::people::Role;
use hoithi_testkit::{PASSWORD, both};
use hoithi_web::Access;
use serde_json::{Value, json};

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

both! {
    async fn a_program_signs_in_and_out(house: TestHouse) {
        house.account("thu.ky", "Hoàng Thị Cẩn", &[Role::ContestSecretary]).await;
        let browser = house.browser();
        let session = json!({ "login": "thu.ky", "password": PASSWORD });
        let token: Value = browser.json(Method::POST, "/api/v1/sessions", &session).await.json();
        let program = house.program(token["token"].as_str().unwrap());
        assert_eq!(program.get("/api/v1/units").await.status(), 200);
        assert_eq!(program.json(Method::DELETE, "/api/v1/sessions", &Value::Null).await.status(), 204);
        assert_eq!(program.get("/api/v1/units").await.status(), 401);
    }
}
