//! Short messages by a gateway: what it is sent, what its answers mean, what it is never told.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use hoithi_journal::{Act, Actor, Channel, Door, Halt, Short};
use hoithi_post::{Carrier, Gateway, deliver, number_of};
use hoithi_testkit::{TestHouse, both};

use super::{administrator, in_minutes, states};

const SECRET: &str = "khoa-bi-mat-cua-cong";

type Seen = Arc<Mutex<Vec<String>>>;

/// A gateway on this machine that answers by the telephone's last digit.
async fn gateway() -> (SocketAddr, Seen) {
    let seen = Seen::default();
    let router = Router::new().route("/gui", post(answer)).with_state(Arc::clone(&seen));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    (address, seen)
}

async fn answer(State(seen): State<Seen>, headers: HeaderMap, body: String) -> (StatusCode, String) {
    let token = headers.get("access_token").and_then(|token| token.to_str().ok()).unwrap_or_default().to_owned();
    let kind = headers["content-type"].to_str().unwrap().to_owned();
    seen.lock().unwrap().push(format!("{kind} {token} {body}"));
    if body.contains("0002") {
        (StatusCode::OK, format!(r#"{{"error":-118,"message":"no Zalo account, token {token}"}}"#))
    } else if body.contains("0003") {
        (StatusCode::BAD_REQUEST, "no such template".to_owned())
    } else if body.contains("0004") {
        (StatusCode::TOO_MANY_REQUESTS, "come again".to_owned())
    } else if body.contains("0005") {
        (StatusCode::INTERNAL_SERVER_ERROR, "broken".to_owned())
    } else if body.contains("0006") {
        std::future::pending().await
    } else {
        (StatusCode::OK, r#"{"error":0,"message":"Success"}"#.to_owned())
    }
}

fn described(address: SocketAddr) -> String {
    format!(
        r#"
        address = "http://{address}/gui"
        seconds = 1
        taken = {{ field = "error", is = "0" }}
        [headers]
        access_token = "{{env.ZNS_TOKEN}}"
        [body]
        phone = "{{phone}}"
        template_id = "312001"
        tracking_id = "{{id}}"
        template_data = {{ person = "{{person}}", count = "{{count}}", text = "{{text}}" }}
        "#
    )
}

fn read(text: &str) -> Result<Gateway, String> {
    let environment = |name: &str| (name == "ZNS_TOKEN").then(|| SECRET.to_owned());
    Gateway::read(text, environment).map_err(|unusable| unusable.0)
}

fn posted(act: &mut Act, phones: &[&'static str]) {
    for to in phones {
        let facts = BTreeMap::from([
            ("person".to_owned(), "Lò Thị \"Hoa\"".to_owned()),
            ("count".to_owned(), "{phone}".to_owned()),
        ]);
        let text = "Hội thi: còn 2 việc.\nXem {env.ZNS_TOKEN}".to_owned();
        act.post_short(Short { to: (*to).to_owned(), subject: "Nhắc việc".to_owned(), text, facts });
    }
}

async fn sent(house: &TestHouse, phones: &[&'static str]) {
    let phones = phones.to_vec();
    let deed = house.house().acts.perform(Actor::nobody(Door::Job), move |act| {
        posted(act, &phones);
        Box::pin(std::future::ready(Ok::<_, Halt>(())))
    });
    deed.await.unwrap();
}

async fn carry(house: &TestHouse, carrier: &Carrier, minutes: i64) -> u64 {
    let now = in_minutes(minutes);
    deliver(house.house().store(), Channel::Short, carrier, || now, || true).await.unwrap()
}

both! {
    async fn a_message_reaches_its_telephone_with_data_and_nothing_else(house: TestHouse) {
        let (address, seen) = gateway().await;
        let carrier = Carrier::Gateway(Box::new(read(&described(address)).unwrap()));
        sent(&house, &["0203 000 0001"]).await;
        assert_eq!(carry(&house, &carrier, 0).await, 1);
        assert_eq!(states(&house).await, ["0203 000 0001 sent"]);
        let seen = seen.lock().unwrap().clone();
        let body = seen[0].strip_prefix(&format!("application/json {SECRET} ")).unwrap();
        let body: serde_json::Value = serde_json::from_str(body).unwrap();
        assert_eq!(body["phone"], "842030000001");
        assert_eq!(body["template_data"]["person"], "Lò Thị \"Hoa\"");
        // What stands in the data is never looked into.
        assert_eq!(body["template_data"]["count"], "{phone}");
        assert_eq!(body["template_data"]["text"], "Hội thi: còn 2 việc.\nXem {env.ZNS_TOKEN}");
    }

    async fn each_answer_of_a_gateway_means_something(house: TestHouse) {
        let (address, _) = gateway().await;
        let carrier = Carrier::Gateway(Box::new(read(&described(address)).unwrap()));
        sent(&house, &["0203 000 0002", "0203 000 0003", "0203 000 0004", "khong co so", "0203 000 0001"]).await;
        assert_eq!(carry(&house, &carrier, 0).await, 5);
        assert_eq!(states(&house).await, [
            "0203 000 0001 sent",
            "0203 000 0002 failed refused",
            "0203 000 0003 failed refused",
            "0203 000 0004 waiting later",
            "khong co so failed address",
        ]);
        let keeper = administrator(&house).await;
        let list = keeper.send("/hop-thu-di", &[("tim", "0002")]).await;
        assert!(list.says("tin nhắn") && list.says("Nơi nhận từ chối"), "{}", list.text());
        let page = keeper.get(&list.attribute("#thu-di a", "href").unwrap()).await;
        assert!(page.says("no Zalo account") && !page.text().contains(SECRET), "{}", page.text());
    }

    /// A gateway that hangs or breaks costs a moment, and mail goes on beside it.
    async fn a_gateway_that_hangs_is_bounded_and_visible(house: TestHouse) {
        let (address, _) = gateway().await;
        let carrier = Carrier::Gateway(Box::new(read(&described(address)).unwrap()));
        sent(&house, &["0203 000 0006", "0203 000 0005"]).await;
        let round = tokio::time::timeout(Duration::from_secs(20), carry(&house, &carrier, 0));
        assert_eq!(round.await.expect("bounded"), 2);
        let keeper = administrator(&house).await;
        let page = keeper.get("/hop-thu-di").await;
        assert!(page.says("Chưa gửi được tin nhắn") && !page.says("Chưa gửi được thư điện tử"), "{}", page.text());
        crate::post::write_to(&house, &["a@vidu.invalid"]).await;
        assert_eq!(crate::post::carry(&house, &Carrier::Keep, 0).await, 1, "mail is carried by itself");
        // Whoever was not tried yet comes first next time.
        sent(&house, &["0203 000 0001"]).await;
        assert!(carry(&house, &carrier, 5).await >= 1);
        assert!(states(&house).await.contains(&"0203 000 0001 sent".to_owned()));
    }
}

#[tokio::test]
async fn a_gateway_may_ask_for_a_form() {
    let house = TestHouse::on_sqlite().await;
    let (address, seen) = gateway().await;
    let text = format!(
        "address = \"http://{address}/gui\"\nkind = \"form\"\n[body]\nApiKey = \"{{env.ZNS_TOKEN}}\"\nPhone = \"{{phone}}\"\n\
         Content = \"{{title}}: {{count}}\"\n"
    );
    sent(&house, &["+84 203 000 0001"]).await;
    assert_eq!(carry(&house, &Carrier::Gateway(Box::new(read(&text).unwrap())), 0).await, 1);
    let seen = seen.lock().unwrap().clone();
    let wanted = format!("ApiKey={SECRET}&Content=Nh%E1%BA%AFc+vi%E1%BB%87c%3A+%7Bphone%7D&Phone=842030000001");
    assert_eq!(seen, [format!("application/x-www-form-urlencoded  {wanted}")]);
}

#[test]
fn what_is_wrong_in_the_file_is_said_at_the_start() {
    let good = described(([127, 0, 0, 1], 1).into());
    assert!(read(&good).is_ok());
    for (from, to, said) in [
        ("{phone}", "{mat_khau}", "không có chỗ điền {mat_khau}"),
        ("{env.ZNS_TOKEN}", "{env.KHAC}", "biến môi trường KHAC chưa đặt"),
        ("http://127.0.0.1", "http://cong.vidu.invalid", "https://"),
        ("seconds = 1", "seconds = 600", "từ 1 đến 60"),
        ("seconds = 1", "second = 1", "không có mục second"),
        ("[body]", "[than]", "không có mục than"),
    ] {
        let why = read(&good.replace(from, to)).err().unwrap_or_default();
        assert!(why.contains(said), "{to}: {why}");
        assert!(!why.contains(SECRET));
    }
}

#[test]
fn a_number_is_written_as_gateways_take_it() {
    for (written, sent) in [
        ("0203 000 0001", Some("842030000001")),
        ("+84 912.000.001", Some("84912000001")),
        ("84912000001", Some("84912000001")),
        ("(0912) 000-001", Some("84912000001")),
        ("113", None),
        ("khong co", None),
        ("", None),
        ("0912 000 001 x2", None),
    ] {
        assert_eq!(number_of(written).as_deref(), sent, "{written}");
    }
}
