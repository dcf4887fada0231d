//! Every door, tried by every role that has no key to it.

use hoithi::rooms;
use hoithi_rules::people::{Permission, Role};
use hoithi_testkit::{Browser, both};
use hoithi_web::Access;

/// A door with something in every place of its path; nothing by these names exists.
fn door(path: &str) -> String {
    let place = |part: &str| match part {
        "{slug}" => "khong-co".to_owned(),
        part if part.starts_with('{') => "01900000-0000-7000-8000-000000000000".to_owned(),
        part => part.to_owned(),
    };
    path.split('/').map(place).collect::<Vec<_>>().join("/")
}

async fn knock(browser: &Browser, method: &str, path: &str) -> u16 {
    match method {
        "GET" => browser.get(path).await.status(),
        "POST" if !path.starts_with("/api/") => browser.send(path, &[]).await.status(),
        method => browser.json(method.parse().unwrap(), path, &serde_json::json!({})).await.status(),
    }
}

both! {
    async fn no_role_gets_through_a_door_it_has_no_key_to(house: TestHouse) {
        let mut open = Vec::new();
        for role in Role::ALL.iter().copied().filter(|role| *role != Role::Public) {
            house.account(role.code(), "Người Thử Cửa", &[role]).await;
            let browser = house.signed_in(role.code()).await;
            for row in rooms::route_rows() {
                let Access::Permission(code) = row.access else { continue };
                let permission = Permission::from_code(code).unwrap();
                if role.may(permission) || role.may_record_from_paper(permission) {
                    continue;
                }
                let status = knock(&browser, row.method, &door(row.path)).await;
                if status != 403 {
                    open.push(format!("{role}: {} {} answered {status}", row.method, row.path));
                }
            }
        }
        assert_eq!(open, Vec::<String>::new());
    }

    async fn a_stranger_gets_through_public_doors_only(house: TestHouse) {
        let stranger = house.browser();
        let mut open = Vec::new();
        for row in rooms::route_rows().into_iter().filter(|row| row.access != Access::Public) {
            let path = door(row.path);
            let status = knock(&stranger, row.method, &path).await;
            let turned_away = if row.method == "GET" && !path.starts_with("/api/") { 303 } else { 401 };
            if status != turned_away {
                open.push(format!("{} {} answered {status}", row.method, row.path));
            }
        }
        assert_eq!(open, Vec::<String>::new());
    }

    async fn a_public_door_never_breaks_on_nonsense(house: TestHouse) {
        let stranger = house.browser();
        let mut broken = Vec::new();
        for row in rooms::route_rows().into_iter().filter(|row| row.access == Access::Public) {
            let path = door(row.path);
            let unknown = format!("{path}?khong_co=1");
            let statuses = [knock(&stranger, row.method, &path).await, knock(&stranger, row.method, &unknown).await];
            if statuses.iter().any(|status| *status >= 500) {
                broken.push(format!("{} {} answered {statuses:?}", row.method, row.path));
            }
        }
        assert_eq!(broken, Vec::<String>::new());
    }
}
