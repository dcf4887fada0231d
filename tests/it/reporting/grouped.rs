//! Units put together: districts of yesterday, communes, provinces, clusters.

use std::collections::BTreeMap;

use hoithi_reporting::{Ask, Grouping, Judge, SubmitReport, Verdict, ask, judge, reports_of, submit_report};
use hoithi_rules::people::{Role, Scope};
use hoithi_rules::reporting::Given;
use hoithi_testkit::both;
use hoithi_units::{UnitLevel, units_of_level};
use jiff::civil::date;
use uuid::Uuid;

use super::{Nobody, SUMS, approved, fields, page_of_the_one, sums};
use crate::campaign::letter::TOWN;
use crate::campaign::sent;

both! {
    /// Six communes of today cross two districts of yesterday: nobody guesses where they belong.
    async fn communes_add_up_by_the_districts_they_came_from(house: TestHouse) {
        let sent = sent(&house).await;
        house.set_clock("2025-08-01T09:00:00+07:00");
        let mut db = house.house().read().await.unwrap();
        let communes = units_of_level(&mut db, UnitLevel::Commune, date(2025, 8, 1)).await.unwrap();
        drop(db);
        assert_eq!(communes.len(), 54);
        let asked: Vec<_> = (1_u128..)
            .zip(&communes)
            .map(|(id, unit)| Ask { origin: Uuid::from_u128(id), unit: unit.id, due: date(2025, 8, 15) })
            .collect();
        let officer = house.account("can.bo", "Lê Cán Bộ", &[Role::AgencyOfficer, Role::SystemAdministrator]).await;
        let (of, to_ask) = (sent.edition, asked.clone());
        house.perform(officer, move |act| { let asked = to_ask.clone(); Box::pin(async move { ask(act, of, Uuid::from_u128(999), &asked).await }) }).await.unwrap();
        let mut db = house.house().read().await.unwrap();
        let lines = reports_of(&mut db, sent.edition).await.unwrap();
        drop(db);
        for (place, ask) in asked.iter().enumerate() {
            let request = lines.iter().find(|line| line.origin == ask.origin).unwrap().request.id;
            let contact = house.account_for(&format!("xa.{place}"), "Trần Văn Xã", &[(Role::UnitContact, Scope::Unit(ask.unit))]).await;
            let figures = BTreeMap::from([("initiatives".to_owned(), 10)]);
            let command = SubmitReport {
                request, seen: 0, given: Given { figures, ..Given::default() }, on_paper: None, files: Vec::new(),
            };
            house.perform(contact, move |act| { let command = command.clone(); Box::pin(async move { submit_report(act, command, &Nobody).await }) }).await.unwrap();
            let verdict = Judge { request, seen: 1, verdict: Verdict::ApproveUnsigned("Bản giấy gửi qua bưu điện.".to_owned()) };
            house.perform(officer, move |act| Box::pin(judge(act, verdict.clone()))).await.unwrap();
        }
        let by_district = sums(&house, sent.edition, Grouping::District).await;
        let approved: Vec<_> = by_district.sum.groups.values().map(|group| group.approved.of("initiatives")).collect();
        assert_eq!((approved.iter().sum::<u64>(), by_district.sum.top.approved.of("initiatives")), (540, 540));
        let several = &by_district.sum.groups[&hoithi_reporting::Heap::Several];
        assert_eq!(several.approved.reports, 6, "as the register of units tells");
        assert!(!by_district.sum.groups.contains_key(&hoithi_reporting::Heap::Elsewhere), "every commune came from a district");
        let came = by_district.sum.groups.values().filter(|group| group.approved.reports > 0).count();
        assert_eq!(came, 13, "every commune of Ba Chẽ crosses; twelve districts and what crosses them");
        let by_commune = sums(&house, sent.edition, Grouping::Commune).await;
        assert_eq!(by_commune.sum.top.approved.of("initiatives"), 540);
        let by_province = sums(&house, sent.edition, Grouping::Province).await;
        let provinces: Vec<_> = by_province.sum.groups.values().map(|group| group.approved.of("initiatives")).collect();
        assert_eq!(provinces, [540], "all of them stand in one province, whose sum is the nation's");
        let page = sent.officer.get(&format!("{SUMS}?lan=tat-ca&nhom=tinh")).await;
        let down = page.attributes("#nhom-bang tbody a", "href");
        let within = sent.officer.get(down[0].trim_end_matches("#tong-hop")).await;
        assert!(within.says("Số liệu theo đơn vị: Tỉnh Quảng Ninh"), "{}", within.text());
        assert_eq!(within.select("#tong-hop tbody tr").len(), 67, "thirteen districts and 54 communes: every figure leads down");
        let crossing = sent.officer.get(&format!("{SUMS}?nhom=huyen&trong=nhieu-noi")).await;
        assert_eq!(crossing.select("#tong-hop tbody tr").len(), 6);
        assert_eq!(sent.officer.get(&format!("{SUMS}?nhom=huyen&trong=khong-co")).await.status(), 422);
        let page = sent.officer.get(&format!("{SUMS}?nhom=huyen")).await;
        assert!(page.says("Thuộc nhiều nơi, không tách được"), "{}", page.text());
        assert_eq!(sent.officer.get(&format!("{SUMS}?nhom=khac")).await.status(), 422);
    }

    /// In 2021 a district holds many communes; that one of them later stays as it is does not make it the district's.
    async fn a_district_is_counted_under_no_single_commune(house: TestHouse) {
        let sent = sent(&house).await;
        let page = sent.officer.get(&format!("{SUMS}?nhom=xa")).await;
        assert_eq!(page.select("#nhom-bang tbody th"), ["Thuộc nhiều nơi, không tách được"], "{}", page.text());
        assert!(!page.says("Xã Cái Chiên") && !page.says("Không thuộc địa bàn nào"), "{}", page.text());
    }

    async fn units_are_added_up_by_the_clusters_that_an_officer_made(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        sent.contact.send_files(&own, &fields("0"), &[]).await;
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        let desk = format!("{SUMS}/cum");
        let field = format!("cum-{}", sent.units["Thị xã Đông Triều"]);
        let labels = sent.officer.get(&desk).await.select("form.ht-form label");
        assert!(labels.iter().any(|label| label.starts_with(TOWN)), "{labels:?}");
        assert!(labels.iter().all(|label| !label.contains("cum-")), "units are called by their names: {labels:?}");
        let long = "A".repeat(81);
        let too_long = sent.officer.send(&desk, &[(&field, &long)]).await;
        assert!(too_long.says("Tên cụm dài quá 80 ký tự"), "{}", too_long.text());
        assert_eq!(too_long.attributes(".govuk-error-summary a", "href"), [format!("#{field}")]);
        assert_eq!(sent.officer.send(&desk, &[("cum-khac", "Cụm 1")]).await.status(), 422);
        let put = sent.officer.send(&desk, &[(&field, "Cụm  miền Tây")]).await;
        assert_eq!(put.location(), format!("{SUMS}?nhom=cum"), "{}", put.text());
        let kept = sent.officer.get(&desk).await.attribute(&format!("[id=\"{field}\"]"), "value");
        assert_eq!(kept.as_deref(), Some("Cụm miền Tây"));
        let by_cluster = sums(&house, sent.edition, Grouping::Cluster).await;
        let groups = by_cluster.sum.groups.values().map(|group| (group.asked, group.approved.of("initiatives")));
        assert_eq!(groups.collect::<Vec<_>>(), [(1, 17), (12, 0)], "the cluster, and who is in none");
        let page = sent.officer.get(&format!("{SUMS}?nhom=cum&trong=cum-cum-mien-tay")).await;
        assert_eq!(page.select("#tong-hop tbody th"), ["Thị xã Đông Triều"]);
        let other = format!("cum-{}", sent.units["Huyện Cô Tô"]);
        let alike = sent.officer.send(&desk, &[(&other, "Cum mien tay")]).await;
        assert!(alike.says("chỉ khác dấu với cụm “Cụm miền Tây” đã có"), "{}", alike.text());
        assert_eq!(alike.attributes(".govuk-error-summary a", "href"), [format!("#{other}")]);
        assert_eq!(sent.officer.send(&desk, &[(&other, "Cụm miền Tây")]).await.status(), 303);
        let by_cluster = sums(&house, sent.edition, Grouping::Cluster).await;
        let asked: Vec<_> = by_cluster.sum.groups.values().map(|group| group.asked).collect();
        assert_eq!(asked, [2, 11], "who did not stand on the page stays in its cluster");
        assert_eq!(sent.officer.send(&desk, &[(&field, ""), (&other, "Cụm Đảo")]).await.status(), 303);
        let by_cluster = sums(&house, sent.edition, Grouping::Cluster).await;
        assert_eq!(by_cluster.sum.groups.values().map(|group| group.asked).collect::<Vec<_>>(), [1, 12]);
        assert_eq!(sent.contact.get(&desk).await.status(), 403);
    }
}
