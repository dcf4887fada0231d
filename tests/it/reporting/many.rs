//! Lists of reports of a whole province: they come in pages, and names are told first of many.

use hoithi_reporting::{Ask, Grouping, ask};
use hoithi_rules::people::Role;
use hoithi_testkit::both;
use hoithi_units::{UnitLevel, units_of_level};
use jiff::civil::date;
use uuid::Uuid;

use super::{SUMS, fields, page_of_the_one, sums};
use crate::campaign::sent;

both! {
    async fn more_units_than_a_page_holds_come_in_pages(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        let mut db = house.house().read().await.unwrap();
        let communes = units_of_level(&mut db, UnitLevel::Commune, date(2021, 7, 1)).await.unwrap();
        drop(db);
        let asked: Vec<_> = (1_u128..).zip(&communes).map(|(id, unit)| Ask { origin: Uuid::from_u128(id), unit: unit.id, due: date(2021, 7, 15) }).collect();
        let officer = house.account("can.bo", "Lê Cán Bộ", &[Role::AgencyOfficer]).await;
        let of = sent.edition;
        house.perform(officer, move |act| { let asked = asked.clone(); Box::pin(async move { ask(act, of, Uuid::from_u128(999), &asked).await }) }).await.unwrap();
        let all = 13 + communes.len();
        let first = sent.officer.get(&format!("{SUMS}?lan=tat-ca")).await;
        assert_eq!(first.select("#tong-hop tbody tr").len(), 100, "{}", first.text());
        assert!(first.says(&format!("1–100 trên {all}")) && first.says("Cộng đã duyệt, mọi trang"), "{}", first.text());
        let next = first.attribute("a[rel=next]", "href").unwrap();
        let second = sent.officer.get(&next).await;
        assert_eq!(second.select("#tong-hop tbody tr").len(), all - 100);
        assert!(second.attribute("a[rel=next]", "href").is_none() && second.attribute("a[rel=prev]", "href").is_some());
        let missing = first.attribute("a[href*='chi=thieu']", "href").unwrap();
        assert!(first.says(&format!("và {} mục khác", all - 1 - 20)), "{}", first.text());
        let silent = sent.officer.get(missing.trim_end_matches("#tong-hop")).await;
        assert!(silent.says("Số liệu theo đơn vị: chưa báo cáo") && silent.says(&format!("1–100 trên {}", all - 1)), "{}", silent.text());
        let waiting = sent.officer.get(&format!("{SUMS}?chi=cho")).await;
        assert_eq!(waiting.select("#tong-hop tbody th"), [crate::campaign::letter::TOWN]);
        let read = page_of_the_one(&house, of).await;
        assert!(waiting.attributes("#tong-hop a", "href").contains(&read));
        assert_eq!(sent.officer.get(&format!("{SUMS}?chi=khac")).await.status(), 422);
        let desk = format!("{SUMS}/cum");
        let fields = async |path: &str| sent.officer.get(path).await.attributes("main input[name^=cum-]", "name");
        let (here, there) = (fields(&desk).await, fields(&format!("{desk}?trang=2")).await);
        assert_eq!((here.len(), there.len()), (100, all - 100));
        assert_eq!(sent.officer.send(&desk, &[(&here[0], "Cụm 1")]).await.status(), 303);
        assert_eq!(sent.officer.send(&format!("{desk}?trang=2"), &[(&there[0], "Cụm 1")]).await.status(), 303);
        let clusters = sums(&house, of, Grouping::Cluster).await;
        assert_eq!(clusters.sum.groups.values().map(|group| group.asked).collect::<Vec<_>>(), [2, all - 2]);
    }
}
