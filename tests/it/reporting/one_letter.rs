//! What is added up where nobody chose, and what stands twice where several letters are added together.

use std::collections::BTreeMap;

use hoithi_reporting::{Ask, DecideLater, OnPaper, SubmitReport, ask, decide_later, reports_of, submit_report};
use hoithi_rules::correspondence::Channel;
use hoithi_rules::people::Role;
use hoithi_rules::reporting::Given;
use hoithi_testkit::both;
use hoithi_units::{UnitLevel, units_of_level};
use jiff::civil::date;
use serde_json::Value;
use uuid::Uuid;

use super::{Nobody, SUMS, approved, fields, page_of_the_one};
use crate::campaign::letter::TOWN;
use crate::campaign::sent;
use crate::word_files::{unzipped, words};

both! {
    /// A letter asked the districts; a later one asks a commune of a district that answered.
    async fn sums_open_on_the_latest_letter_and_a_district_beside_its_commune_is_named(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        house.set_clock("2021-07-10T09:00:00+07:00");
        let mut db = house.house().read().await.unwrap();
        let communes = units_of_level(&mut db, UnitLevel::Commune, date(2021, 7, 1)).await.unwrap();
        drop(db);
        let commune = communes.into_iter().find(|unit| unit.name == "Phường Mạo Khê").unwrap();
        let officer = house.account("can.bo", "Lê Cán Bộ", &[Role::AgencyOfficer]).await;
        let (of, letter) = (sent.edition, Uuid::from_u128(999));
        let asked = [Ask { origin: Uuid::from_u128(1), unit: commune.id, due: date(2021, 7, 15) }];
        house.perform(officer, move |act| Box::pin(async move { ask(act, of, letter, &asked).await })).await.unwrap();
        let before = sent.officer.get(SUMS).await;
        assert!(before.says("1 trên 13 đơn vị đã báo cáo"), "nobody answered the later letter: {}", before.text());

        let lines = reports_of(&mut house.house().read().await.unwrap(), of).await.unwrap();
        let request = lines.iter().find(|line| line.occasion == letter).unwrap().request.id;
        let later = DecideLater { request, to: Some(date(2021, 7, 25)), words: String::new(), mail: None };
        house.perform(officer, move |act| { let later = later.clone(); Box::pin(async move { decide_later(act, later, &Nobody).await }) }).await.unwrap();
        let command = SubmitReport {
            request,
            seen: 0,
            given: Given { figures: BTreeMap::from([("people_reached".to_owned(), 50)]), ..Given::default() },
            on_paper: Some(OnPaper { received: date(2021, 7, 10), how: Channel::Paper }),
            files: Vec::new(),
        };
        house.perform(officer, move |act| { let command = command.clone(); Box::pin(async move { submit_report(act, command, &Nobody).await }) }).await.unwrap();
        let newest = sent.officer.get(SUMS).await;
        assert!(newest.says("1 trên 1 đơn vị đã báo cáo") && newest.says("Chỉ cộng: Yêu cầu báo cáo, hạn 15/7/2021."), "{}", newest.text());
        assert!(!newest.says("có thể cộng hai lần"), "{}", newest.text());
        let up = sent.officer.get(&read).await;
        let crumb = format!("{SUMS}?lan={}", lines.iter().find(|line| read.ends_with(&line.request.id.to_string())).unwrap().occasion);
        assert!(up.attributes("a", "href").contains(&crumb), "a report leads back to the sums that it is in");

        let all = sent.officer.get(&format!("{SUMS}?lan=tat-ca")).await;
        assert!(all.says("1 đơn vị có thể cộng hai lần") && all.says(&format!("cùng với {}", commune.name)), "{}", all.text());
        assert!(all.says("2 trên 14 đơn vị đã báo cáo"), "{}", all.text());
        let word = words(sent.officer.get(&format!("{SUMS}/docx?lan=tat-ca")).await.bytes());
        let twice = format!("Số liệu của các đơn vị sau có thể trùng nhau: {TOWN} cùng với {}.", commune.name);
        assert!(word.contains(&twice) && word.contains("Tổng hợp từ các lần yêu cầu:"), "{word}");
        let asked = "Yêu cầu báo cáo, hạn 15/7/2021 (hạn 15/7/2021)";
        assert!(word.contains(asked), "the day of the request, not the one that this commune was granted: {word}");
        let sheets = unzipped(sent.officer.get(&format!("{SUMS}/xlsx?lan=tat-ca")).await.bytes());
        let shared = sheets.iter().find(|(name, _)| name == "xl/sharedStrings.xml").unwrap();
        assert!(String::from_utf8_lossy(&shared.1).contains("Có thể cộng hai lần:"));
        let sums: Value = sent.officer.get("/api/v1/reports/summary?edition=quang-ninh-viii").await.json();
        let town = read.rsplit('/').next().unwrap();
        assert_eq!(sums["doubled"], serde_json::json!([town]), "{sums}");
    }

    async fn each_figure_of_a_group_leads_to_its_reports(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        for by in ["tinh", "huyen", "xa", "cum", "cap", "don-vi"] {
            let page = sent.officer.get(&format!("{SUMS}?nhom={by}")).await;
            let ways = page.attributes("#nhom-bang tbody a[href*='so-lieu/people_reached'], #tong-hop tfoot a[href*='so-lieu/people_reached']", "href");
            assert!(!ways.is_empty(), "{by}: {}", page.text());
            for way in ways {
                let down = sent.officer.get(&way).await;
                assert_eq!(down.select("tbody td.ht-num"), ["1.250"], "{way}: {}", down.text());
                assert_eq!(down.attributes("main tbody a", "href"), std::slice::from_ref(&read), "{way}");
            }
        }
        assert_eq!(sent.officer.get(&format!("{SUMS}/so-lieu/people_reached?trong=khac")).await.status(), 422);
    }
}
