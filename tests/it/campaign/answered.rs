//! What a unit answers: it confirms, publicises, answers its tasks and reports; and nobody else does.

use hoithi_journal::lines_about;
use hoithi_reporting::{Grouping, summary};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::both;
use jiff::civil::date;
use serde_json::{Value, json};

use super::letter::{TOWN, figures, sent};
use crate::correspondence::SCAN;

both! {
    async fn a_contact_reads_the_letter_as_a_letter_and_one_click_confirms_it_and_takes_on_its_tasks(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        assert_eq!(sent.contact.get("/don-vi/cong-viec").await.location(), desk);
        let page = sent.contact.get(&desk).await;
        assert_eq!(page.select(".ht-paper__number"), ["Số: 213/LHH-KHCN"]);
        let crumbs = page.attributes(".govuk-breadcrumbs a", "href");
        assert!(!crumbs.contains(&"/don-vi/cong-viec".to_owned()), "leads here again: {crumbs:?}");
        assert_eq!(page.select(".ht-tasks .govuk-task-list__status"), ["Đã giao"; 5]);
        assert!(sent.standing(&house, TOWN).await.sendings[0].opened_at.is_some());
        let confirm = page.attribute(".ht-notice form", "action").unwrap();
        assert_eq!(sent.contact.send(&confirm, &[]).await.location(), desk);
        let after = sent.contact.get(&desk).await;
        assert!(after.says("Hoàng Thị Mai, 9 giờ") && after.says("ngày 19/8/2020, trên hệ thống."));
        assert_eq!(after.select(".ht-tasks .govuk-task-list__status"), ["Đã nhận"; 5], "nobody has begun yet");
        let twice = sent.contact.send(&confirm, &[]).await;
        assert!(twice.says("Đơn vị đã xác nhận nhận văn bản này"));
        assert_eq!(sent.row().await[0], "Đã xác nhận 19/8/2020");
    }

    async fn another_unit_s_contact_learns_nothing_of_it(house: TestHouse) {
        let sent = sent(&house).await;
        let other = sent.units["Huyện Ba Chẽ"];
        house.account_for("ba.che", "Tằng Văn Lý", &[(Role::UnitContact, Scope::Unit(other))]).await;
        let stranger = house.signed_in("ba.che").await;
        let desk = sent.desk(&house).await;
        for path in ["", "/pdf", "/bao-cao", "/tuyen-truyen"] {
            assert_eq!(stranger.get(&format!("{desk}{path}")).await.status(), 404, "{path}");
        }
        assert_eq!(stranger.send(&format!("{desk}/xac-nhan"), &[]).await.status(), 404);
        assert_eq!(stranger.get("/ky/quang-ninh-viii/tien-do").await.status(), 403);
        let tasks: Vec<Value> = stranger.get("/api/v1/tasks?edition=quang-ninh-viii").await.json();
        assert!(tasks.len() == 5 && tasks.iter().all(|task| task["unit"] == other.to_string()));
    }

    async fn a_unit_s_program_says_what_it_published_and_reads_what_became_of_it(house: TestHouse) {
        let sent = sent(&house).await;
        let (post, path) = (axum::http::Method::POST, "/api/v1/publicity");
        let piece = json!({
            "edition": "quang-ninh-viii", "unit": sent.units[TOWN].to_string(), "channel": "component_portal",
            "on": "2020-08-19", "title": "Phát động Hội thi", "link": "https://dong-trieu.example/tin/1", "reach": 1200
        });
        let new = sent.contact.json(post.clone(), path, &piece).await;
        assert_eq!(new.status(), 201, "{}", new.text());
        let id = new.json::<Value>()["id"].clone();
        let twice = sent.contact.json(post.clone(), path, &piece).await;
        assert_eq!((twice.status(), &twice.json::<Value>()["refusals"][0]["field"]), (422, &json!("link")));
        let mut wrong = piece.clone();
        (wrong["channel"], wrong["on"], wrong["title"]) = (json!("x"), json!("2020-08-20"), json!(""));
        let refused: Value = sent.contact.json(post.clone(), path, &wrong).await.json();
        let fields: Vec<_> = refused["refusals"].as_array().unwrap().iter().map(|each| each["field"].clone()).collect();
        assert_eq!(fields, ["channel", "on", "title"]);
        let other = sent.units["Huyện Ba Chẽ"];
        let mut foreign = piece.clone();
        (foreign["unit"], foreign["link"]) = (json!(other.to_string()), Value::Null);
        assert_eq!(sent.contact.json(post.clone(), path, &foreign).await.status(), 403);
        assert_eq!(sent.officer.json(post, path, &piece).await.status(), 403, "the agency is no unit");
        let asked = format!("{path}?edition=quang-ninh-viii");
        let all: Vec<Value> = sent.officer.get(&asked).await.json();
        assert_eq!((all.len(), &all[0]["id"], &all[0]["state"], &all[0]["photo"]), (1, &id, &json!("waiting"), &json!(false)));
        assert_eq!((&all[0]["on"], &all[0]["reach"], &all[0]["returned_why"]), (&json!("2020-08-19"), &json!(1200), &Value::Null));
        assert_eq!(sent.contact.get(&asked).await.json::<Vec<Value>>(), all);
        house.account_for("ba.che", "Tằng Văn Lý", &[(Role::UnitContact, Scope::Unit(other))]).await;
        let stranger: Vec<Value> = house.signed_in("ba.che").await.get(&asked).await.json();
        assert!(stranger.is_empty(), "{stranger:?}");
    }

    async fn publicity_is_recorded_with_its_photo_and_the_same_link_is_noticed(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        let path = format!("{desk}/tuyen-truyen");
        let page = sent.contact.get(&path).await;
        assert_eq!(page.attribute("#on", "value").as_deref(), Some("19/8/2020"), "today is filled in");
        let fields = [
            ("channel", "component_portal"),
            ("on", "19/8/2020"),
            ("title", "Phát động Hội thi"),
            ("link", "https://dong-trieu.example/tin/1"),
            ("reach", "1.200"),
        ];
        let photo: &[(&str, &str, &[u8])] = &[("photo", "anh.pdf", SCAN)];
        assert_eq!(sent.contact.send_files(&path, &fields, photo).await.status(), 303);
        let listed = sent.contact.get(&path).await;
        assert_eq!(listed.select("tbody .ht-title a"), ["Phát động Hội thi", "Ảnh chụp"]);
        let shown = listed.attribute("tbody .ht-title a[href*='/tuyen-truyen/']", "href").unwrap();
        assert_eq!(sent.contact.get(&shown).await.bytes(), SCAN);
        assert_eq!(house.browser().get(&shown).await.status(), 303, "a stranger is sent to the door");
        let twice = sent.contact.send_files(&path, &fields, &[]).await;
        assert_eq!(twice.attributes(".govuk-error-summary a", "href"), ["#link"]);
        let wrong = [("channel", "x"), ("on", "20/8/2020"), ("title", ""), ("link", "javascript:1"), ("reach", "nhiều")];
        let bad: &[(&str, &str, &[u8])] = &[("photo", "anh.png", b"khong phai anh")];
        let all = sent.contact.send_files(&path, &wrong, bad).await;
        assert_eq!(
            all.attributes(".govuk-error-summary a", "href"),
            ["#channel", "#title", "#link", "#photo", "#on", "#reach"]
        );
        assert_eq!(sent.standing(&house, TOWN).await.publicity.waiting, 1);
    }

    /// What is odd is asked about once; what was recorded is not nothing.
    async fn odd_publicity_is_recorded_when_the_unit_says_that_it_is_so(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        let path = format!("{desk}/tuyen-truyen");
        let odd = [("channel", "meeting"), ("on", "18/8/2020"), ("title", "Hội nghị sớm"), ("link", ""), ("reach", "99999999")];
        let first = sent.contact.get(&path).await;
        assert_eq!(first.attribute("#sure", "type"), None, "nobody is asked beforehand");
        let asked = sent.contact.send_files(&path, &odd, &[]).await;
        assert_eq!(asked.attributes(".govuk-error-summary a", "href"), ["#on", "#reach", "#sure"], "{}", asked.text());
        assert!(asked.says("Ngày 18/8/2020 trước ngày phát động Hội thi 19/8/2020."), "{}", asked.text());
        let tasks = sent.standing(&house, TOWN).await.tasks;
        let publicise = format!("{desk}/viec/{}", tasks[1].id);
        let said = [&odd[..], &[("sure", "co")]].concat();
        assert_eq!(sent.contact.send_files(&path, &said, &[]).await.status(), 303);
        let nothing = [("answer", "nothing"), ("evidence", ""), ("reason", "Không có tin nào.")];
        let refused = sent.contact.send(&publicise, &nothing).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#answer"], "{}", refused.text());
        assert!(refused.says("Đơn vị đã ghi nhận 1 tin, bài"), "{}", refused.text());
        let list = sent.officer.get("/ky/quang-ninh-viii/tuyen-truyen").await;
        assert!(list.says("Không có liên kết, không có ảnh"), "{}", list.text());
    }

    async fn a_task_is_answered_once_as_done_or_with_nothing_to_report(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        let hrefs = sent.contact.get(&desk).await.attributes(".govuk-task-list__link", "href");
        let (movement, local) = (&hrefs[2], &hrefs[4]);
        let silent = sent.contact.send(movement, &[("answer", "done"), ("evidence", " "), ("reason", "")]).await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#evidence"]);
        let done = [("answer", "done"), ("evidence", "Kế hoạch 58/KH-UBND ngày 18/8/2020"), ("reason", "")];
        assert_eq!(sent.contact.send(movement, &done).await.status(), 303);
        let twice = sent.contact.send(movement, &done).await;
        assert!(twice.says("Nhiệm vụ này đã được trả lời"));
        let why = sent.contact.send(local, &[("answer", "nothing"), ("evidence", ""), ("reason", "")]).await;
        assert_eq!(why.attributes(".govuk-error-summary a", "href"), ["#reason"]);
        house.set_clock("2021-07-02T09:00:00+07:00");
        let nothing = [("answer", "nothing"), ("evidence", ""), ("reason", "Thị xã tham gia Hội thi cấp tỉnh.")];
        assert_eq!(sent.contact.send(local, &nothing).await.status(), 303);
        assert_eq!(
            sent.contact.get(&desk).await.select(".ht-tasks .govuk-task-list__status"),
            ["Đã giao", "Quá hạn", "Đã thực hiện", "Đã giao", "Không phát sinh"]
        );
        let row = sent.row().await;
        assert_eq!([&row[2], &row[3], &row[5]], ["Quá hạn quá 2 ngày", "Đã thực hiện", "Không phát sinh muộn 2 ngày"]);
        let unit = sent.officer.get(&format!("/ky/quang-ninh-viii/tien-do/{}", sent.units[TOWN])).await;
        assert!(unit.says("Kế hoạch 58/KH-UBND ngày 18/8/2020") && unit.says("Thị xã tham gia Hội thi cấp tỉnh."));
        let lines = lines_about(&mut house.house().read().await.unwrap(), movement.rsplit('/').next().unwrap()).await.unwrap();
        assert!(!lines[0].facts.contains("58/KH-UBND"), "what a unit writes stays out of the journal");
    }

    async fn a_report_comes_filled_in_and_adds_up_with_who_is_late_and_who_is_missing(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        let path = format!("{desk}/bao-cao");
        assert_eq!(sent.contact.get(&desk).await.status(), 200);
        let seen = [("channel", "meeting"), ("on", "19/8/2020"), ("title", "Hội nghị"), ("link", ""), ("reach", "80")];
        sent.contact.send_files(&format!("{desk}/tuyen-truyen"), &seen, &[]).await;
        let waits = sent.contact.get(&path).await;
        assert_eq!(waits.attribute("#publicity_items", "value").as_deref(), Some("0"), "counted once it is confirmed");
        assert!(waits.says("Hệ thống đã ghi nhận 0.") && waits.says("Còn 80 chờ cơ quan thường trực xác nhận, chưa tính."));
        let list = "/ky/quang-ninh-viii/tuyen-truyen";
        let seen = sent.officer.get(list).await.attributes("input[name=items]", "value");
        assert_eq!(sent.officer.send(list, &[("items", seen[0].as_str())]).await.status(), 303);
        let page = sent.contact.get(&path).await;
        let value = |field: &str| page.attribute(&format!("#{field}"), "value");
        assert!(!page.says("chờ cơ quan thường trực xác nhận"), "{}", page.text());
        assert_eq!(["publicity_items", "people_reached", "entries_mobilised"].map(value), ["1", "80", "0"].map(|v| Some(v.to_owned())));
        assert!(page.says("Hệ thống đã ghi nhận 80."));
        assert_eq!(value("initiatives").as_deref(), Some(""), "what is not known is not made up");
        let contradicting: Vec<_> = figures("0").into_iter().map(|(name, value)| if name == "local_forwarded" { (name, "10") } else { (name, value) }).collect();
        let refused = sent.contact.send_files(&path, &contradicting, &[]).await;
        assert!(refused.says("Giải pháp được chọn gửi lên (10) không thể nhiều hơn Giải pháp dự Hội thi của đơn vị (9)."));
        assert_eq!(sent.contact.send_files(&path, &figures("0"), &[("file", "bao-cao.pdf", SCAN)]).await.status(), 303);
        assert!(sent.contact.get(&path).await.says("Đã gửi báo cáo, bản 1"));
        let stale = sent.contact.send_files(&path, &figures("0"), &[]).await;
        assert!(stale.says("Có người vừa trả lời mục này"));

        // Before the day nobody is late.
        let calm = sent.officer.get("/ky/quang-ninh-viii/tong-hop").await;
        assert!(calm.says("12 đơn vị chưa báo cáo, hạn 15/7/2021") && calm.select(".ht-notice--stop").is_empty());
        house.set_clock("2021-07-20T09:00:00+07:00");
        let late = sent.sending(&house, "Huyện Ba Chẽ").await;
        let on_behalf = format!("/ky/quang-ninh-viii/tien-do/{}/bao-cao/{late}", sent.units["Huyện Ba Chẽ"]);
        let mut fields = figures("0");
        fields.extend([("received_on", "18/7/2021"), ("how", "paper")]);
        let entered = sent.officer.send_files(&on_behalf, &fields, &[("file", "bao-cao.pdf", SCAN)]).await;
        assert_eq!(entered.status(), 303, "{}", entered.text());
        assert!(sent.officer.get(&on_behalf).await.says("Ngày 18/7/2021."), "the day it arrived, not the one it was entered on");

        let mut db = house.house().read().await.unwrap();
        let edition = hoithi_edition::edition(&mut db, sent.edition).await.unwrap().unwrap();
        let sum = summary(&mut db, &edition, Grouping::Unit, date(2021, 7, 20)).await.unwrap();
        drop(db);
        let top = &sum.sum.top;
        assert_eq!((top.asked, top.answered(), top.late, top.missing.len()), (13, 2, 1, 11));
        assert_eq!(["people_reached", "initiatives", "local_entries"].map(|code| top.open.of(code)), [2500, 34, 18]);
        assert_eq!(top.approved.reports, 0, "nothing counts before it is approved");
        assert_eq!(sum.late().iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>(), ["Huyện Ba Chẽ"]);
        let page = sent.officer.get("/ky/quang-ninh-viii/tong-hop").await;
        assert!(page.says("2 trên 13 đơn vị đã báo cáo, 0 báo cáo đã duyệt.") && page.says("11 đơn vị chưa báo cáo") && page.says("muộn 3 ngày"));
        assert!(!page.says("Ít kinh phí khen thưởng."), "words of an open report go in only where the officer takes them");
        let pdf = sent.officer.get("/ky/quang-ninh-viii/tong-hop/pdf").await;
        assert!(pdf.status() == 200 && pdf.bytes().starts_with(b"%PDF-"));
        let row = sent.row().await;
        assert_eq!([&row[0], &row[2]], ["Đã mở xem", "Quá hạn quá 20 ngày"]);
        let town = sent.standing(&house, TOWN).await;
        assert_eq!(town.tasks[0].answered_at().map(day_in_vietnam), Some(date(2020, 8, 19)), "the report answers its task");
    }

    async fn the_same_through_the_api(house: TestHouse) {
        let sent = sent(&house).await;
        let post = axum::http::Method::POST;
        let letters: Vec<Value> = sent.officer.get("/api/v1/letters?edition=quang-ninh-viii").await.json();
        assert_eq!((letters.len(), &letters[0]["acknowledged_at"]), (13, &Value::Null));
        let mine = letters.iter().find(|each| each["unit"] == sent.units[TOWN].to_string()).unwrap();
        let path = format!("/api/v1/letters/{}/acknowledgement", mine["id"].as_str().unwrap());
        for (browser, status) in [(&sent.officer, 403), (&sent.contact, 204), (&sent.contact, 422)] {
            assert_eq!(browser.json(post.clone(), &path, &Value::Null).await.status(), status);
        }
        let letters: Vec<Value> = sent.officer.get("/api/v1/letters?edition=quang-ninh-viii").await.json();
        let confirmed: Vec<_> = letters.iter().filter(|each| each["acknowledged_how"] == "in_app").collect();
        assert_eq!((confirmed.len(), &confirmed[0]["acknowledged_on"]), (1, &json!("2020-08-19")));
        assert!(confirmed[0]["acknowledged_at"].is_string(), "it was confirmed here, so the hour is known");
        let missing = sent.officer.get("/api/v1/letters").await;
        let missing: Value = missing.json();
        assert_eq!(missing["refusals"][0]["field"], "edition");
        let tasks: Vec<Value> = sent.contact.get("/api/v1/tasks?edition=quang-ninh-viii").await.json();
        let task = tasks[3]["id"].as_str().unwrap();
        let path = format!("/api/v1/tasks/{task}/answer");
        let empty = sent.contact.json(post.clone(), &path, &json!({ "nothing": "" })).await;
        assert_eq!((empty.status(), &empty.json::<Value>()["refusals"][0]["code"]), (422, &json!("campaign.reason_missing")));
        let done = sent.contact.json(post.clone(), &path, &json!({ "done": "QĐ 12" })).await;
        assert_eq!(done.status(), 204);
        let reports: Vec<Value> = sent.officer.get("/api/v1/reports?edition=quang-ninh-viii").await.json();
        let mine = reports.iter().find(|each| each["unit"] == sent.units[TOWN].to_string()).unwrap();
        let report = json!({
            "request": mine["request"],
            "figures": { "documents_issued": 1, "publicity_items": 0, "people_reached": 5,
                         "entries_mobilised": 0, "initiatives": 0, "commendations": 0 }
        });
        let refused = sent.contact.json_over(post.clone(), "/api/v1/reports", 0, &report).await;
        assert_eq!(refused.json::<Value>()["refusals"][0]["code"], "reporting.must_be_at_least");
        let mut odd = report.clone();
        odd["figures"]["local_contest"] = json!(2);
        let odd: Value = sent.contact.json_over(post.clone(), "/api/v1/reports", 0, &odd).await.json();
        assert_eq!((&odd["refusals"][0]["code"], &odd["refusals"][0]["field"]), (&json!("web.unknown_value"), &json!("local_contest")));
        let mut right = report.clone();
        right["figures"]["people_reached"] = json!(0);
        assert_eq!(sent.contact.json_over(post.clone(), "/api/v1/reports", 0, &right).await.status(), 201);
        let reports: Vec<Value> = sent.officer.get("/api/v1/reports?edition=quang-ninh-viii").await.json();
        let mine = reports.iter().find(|each| each["unit"] == sent.units[TOWN].to_string()).unwrap();
        assert_eq!([&mine["received"], &mine["first_received"], &mine["withdrawn"]], [&json!("2020-08-19"), &json!("2020-08-19"), &json!(false)]);
        assert_eq!(sent.officer.json_over(post, "/api/v1/reports", 0, &right).await.status(), 403, "the agency is no unit");
    }
}
