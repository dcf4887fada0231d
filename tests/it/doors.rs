//! How the house is reached: behind https, on a plain network, on this machine.

use hoithi_rules::people::Role;
use hoithi_testkit::{PASSWORD, TestHouse};

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
