//! How the house is reached: behind https, on a plain network, on this machine.

use axum::http::Method;
use hoithi_rules::people::Role;
use hoithi_store::params;
use hoithi_testkit::{Answer, PASSWORD, TestHouse, both};
use hoithi_web::Access;
use serde_json::{Value, json};

/// Signs somebody in and gives every cookie that was set on the way.
async fn cookies_of(house: &TestHouse) -> Vec<String> {
    house.account("giam.khao", "Lý Văn Chấm", &[Role::Judge]).await;
    let browser = house.browser();
    let door = browser.get("/dang-nhap").await;
    let inside = browser.send("/dang-nhap", &[("login", "giam.khao"), ("password", PASSWORD)]).await;
    assert_eq!(inside.status(), 303, "{}", inside.text());
    assert_eq!(browser.get("/cham").await.status(), 200, "the cookie opens the door again");
    [door, inside].iter().flat_map(|answer| answer.header_values("set-cookie")).collect()
}

#[tokio::test]
async fn over_https_a_cookie_is_bound_to_its_host_and_secure() {
    let house = TestHouse::reached_at("https://hoithi.vidu.invalid").await;
    let cookies = cookies_of(&house).await;
    assert!(!cookies.is_empty());
    for cookie in cookies {
        assert!(cookie.starts_with("__Host-hoithi-"), "{cookie}");
        for word in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
            assert!(cookie.contains(word), "{cookie} lacks {word}");
        }
        assert!(!cookie.contains("Domain="), "{cookie}");
    }
}

#[tokio::test]
async fn on_plain_http_a_cookie_has_no_prefix_and_no_script_reads_it() {
    for house in [TestHouse::on_sqlite().await, TestHouse::reached_at("http://192.0.2.7:8080").await] {
        for cookie in cookies_of(&house).await {
            assert!(cookie.starts_with("hoithi-") && !cookie.contains("Secure"), "{cookie}");
            assert!(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax"), "{cookie}");
        }
    }
}

#[tokio::test]
async fn on_a_plain_network_every_page_says_that_it_can_be_overheard() {
    let warning = "không được mã hóa";
    let plain = TestHouse::reached_at("http://192.0.2.7:8080").await;
    let shut = TestHouse::reached_at("https://hoithi.vidu.invalid").await;
    for path in ["/", "/dang-nhap"] {
        assert!(plain.browser().get(path).await.says(warning), "{path}");
        assert!(!shut.browser().get(path).await.says(warning), "{path}");
    }
}

/// A fault as people and programs see it: its number and nothing else.
#[track_caller]
fn tells_a_fault(page: &Answer, problem: &Answer) {
    assert_eq!(page.status(), 500, "{}", page.text());
    assert!(page.says("báo cho quản trị hệ thống mã sự cố"), "{}", page.text());
    assert_eq!(problem.status(), 500, "{}", problem.text());
    assert_eq!(problem.header("content-type"), "application/problem+json");
    assert!(problem.json::<Value>()["incident"].as_str().is_some_and(|number| number.len() == 8), "{}", problem.text());
}

both! {
    async fn when_nobody_can_find_out_who_looks_everybody_is_told(house: TestHouse) {
        house.account("thu.ky", "Hoàng Thị Cẩn", &[Role::ContestSecretary]).await;
        let browser = house.signed_in("thu.ky").await;
        house.tamper("ALTER TABLE sessions RENAME TO sessions_away", params![]).await;
        let asked = browser.get("/api/v1/units").await;
        tells_a_fault(&browser.get("/ban-lam-viec").await, &asked);
        let sent = browser.raw(Method::POST, "/api/v1/units", Some("application/json"), "{}").await;
        tells_a_fault(&browser.send("/ngon-ngu", &[("ngon_ngu", "en")]).await, &sent);
    }

    async fn when_the_frame_breaks_everybody_is_told(house: TestHouse) {
        house.tamper("ALTER TABLE editions RENAME TO editions_away", params![]).await;
        let browser = house.browser();
        tells_a_fault(&browser.get("/dang-nhap").await, &browser.get("/api/v1/editions").await);
    }

    async fn after_signing_in_nobody_is_led_elsewhere(house: TestHouse) {
        house.account("thu.ky", "Hoàng Thị Cẩn", &[Role::ContestSecretary]).await;
        for back in ["/\t/x.invalid", "/\n/x.invalid", "//x.invalid", "/\\x.invalid", "https://x.invalid"] {
            let browser = house.browser();
            let fields = [("login", "thu.ky"), ("password", PASSWORD), ("ve", back)];
            assert_eq!(browser.send("/dang-nhap", &fields).await.location(), "/ban-lam-viec", "{back:?}");
            let answer = browser.send("/ngon-ngu", &[("ngon_ngu", "en"), ("ve", back)]).await;
            assert_eq!(answer.location(), "/", "{back:?}");
        }
        let browser = house.browser();
        let answer = browser.send("/dang-nhap", &[("login", "thu.ky"), ("password", PASSWORD), ("ve", "/cham?a=b")]).await;
        assert_eq!(answer.location(), "/cham?a=b");
    }

    async fn a_stranger_does_not_fill_the_memory(house: TestHouse) {
        let browser = house.browser();
        let much = "a".repeat(5 << 20);
        let answer = browser.send("/dang-nhap", &[("login", &much), ("password", "x")]).await;
        assert_eq!(answer.status(), 413, "{}", answer.text());
        assert!(answer.says("lớn quá mức cho phép"), "{}", answer.text());
        let answer = browser.send_files("/dang-nhap", &[("login", "a")], &[("anh", "a.png", much.as_bytes())]).await;
        assert_eq!(answer.status(), 413, "{}", answer.text());
        let problem = browser.json(Method::POST, "/api/v1/sessions", &json!({ "login": much, "password": "x" })).await;
        assert_eq!(problem.status(), 413, "{}", problem.text());
        assert_eq!(problem.json::<Value>()["refusals"][0]["code"], "web.too_large");
        let path = "/api/v1/entries/0198c5a0-0000-7000-8000-000000000000/parts/mo-ta";
        let problem = browser.raw(Method::PUT, path, Some("application/pdf"), &much).await;
        assert_eq!(problem.status(), 401, "who asks is looked at before what they send: {}", problem.text());
    }

    async fn a_sign_that_nobody_types_is_refused_wherever_it_stands(house: TestHouse) {
        house.account("quan.ly", "Lê Văn Quản", &[Role::SystemAdministrator]).await;
        let browser = house.signed_in("quan.ly").await;
        let told = "có ký tự điều khiển";
        let answer = browser.send("/don-vi-hanh-chinh/them", &[("name", "Xã\0Mới"), ("kind", "xã")]).await;
        assert_eq!(answer.status(), 422, "{}", answer.text());
        assert!(answer.says(told), "{}", answer.text());
        let answer = browser.send_files("/don-vi-hanh-chinh/nhap", &[("name", "Xã\0")], &[]).await;
        assert!(answer.status() == 422 && answer.says(told), "{}", answer.text());
        for path in ["/don-vi-hanh-chinh?q=%00", "/don-vi-hanh-chinh?%00=q", "/ky/%00", "/van-ban/%00", "/xac-minh/a%00b"] {
            let answer = browser.get(path).await;
            assert!(answer.status() == 422 && answer.says(told), "{path}: {} {}", answer.status(), answer.text());
        }
        let session = json!({ "login": "quan.ly\0", "password": PASSWORD });
        let problem = browser.json(Method::POST, "/api/v1/sessions", &session).await;
        assert_eq!(problem.status(), 422);
        assert_eq!(problem.json::<Value>()["refusals"][0]["code"], "web.control_sign");
        assert_eq!(problem.json::<Value>()["refusals"][0]["field"], "login");
    }

    async fn what_was_typed_is_shown_again_when_the_session_has_ended(house: TestHouse) {
        house.account("quan.ly", "Lê Văn Quản", &[Role::SystemAdministrator]).await;
        let browser = house.signed_in("quan.ly").await;
        house.tamper("DELETE FROM sessions", params![]).await;
        let answer = browser.send("/don-vi-hanh-chinh/them", &[("name", "Xã Mới Lập"), ("new_password", "bí mật")]).await;
        assert_eq!(answer.status(), 401);
        assert_eq!(answer.select("textarea[readonly]"), ["Xã Mới Lập"]);
        assert_eq!(answer.attribute("main a[href='/dang-nhap']", "target").as_deref(), Some("_blank"));
        let scan = vec![7; 3 << 20];
        let files = [("paper_scan", "quyet-dinh.pdf", &scan[..])];
        let answer = browser.send_files("/don-vi-hanh-chinh/nhap", &[("ghi_chu", "Dòng một\nDòng hai")], &files).await;
        assert_eq!(answer.status(), 401, "{}", answer.text());
        assert_eq!(answer.select("textarea[readonly]"), ["Dòng một Dòng hai"]);
        assert!(answer.says("quyet-dinh.pdf") && !answer.text().contains("bí mật"), "{}", answer.text());
    }

    async fn what_was_typed_is_shown_again_when_another_tab_signed_in(house: TestHouse) {
        house.account("quan.ly", "Lê Văn Quản", &[Role::SystemAdministrator]).await;
        let browser = house.signed_in("quan.ly").await;
        let kind = Some("application/x-www-form-urlencoded");
        let sent = "csrf=cua-the-cu&name=X%C3%A3+M%E1%BB%9Bi&password=bi-mat";
        let answer = browser.raw(Method::POST, "/don-vi-hanh-chinh/them", kind, sent).await;
        assert_eq!(answer.status(), 422);
        assert_eq!(answer.select("textarea[readonly]"), ["Xã Mới"]);
        assert!(answer.says("chưa được lưu") && !answer.text().contains("bi-mat"), "{}", answer.text());
    }
}

#[test]
fn strangers_send_files_by_a_personal_link_alone() {
    let files: Vec<_> = hoithi::rooms::route_rows().into_iter().filter(|row| row.files).collect();
    assert!(files.len() > 10, "{files:?}");
    let strangers: Vec<_> = files.iter().filter(|row| row.access == Access::Public).collect();
    assert!(!strangers.is_empty());
    let by_link = |path: &str| {
        ["/lien-ket/{token}/", "/bo-sung/{token}/", "/ung-dung/{token}/"].iter().any(|link| path.starts_with(link))
    };
    assert!(strangers.iter().all(|row| row.few && by_link(row.path)), "{strangers:?}");
    assert!(files.iter().all(|row| row.few == (row.access == Access::Public)));
}
