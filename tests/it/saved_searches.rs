//! Searches of the list of entries that are kept under a name.

use hoithi_journal::lines_about;
use hoithi_rules::people::Role;
use hoithi_testkit::both;

use crate::entries::{SLUG, contest, filled, submitted};

both! {
    async fn a_search_is_kept_under_a_name_and_no_address_holds_its_words(house: TestHouse) {
        let edition = contest(&house).await.edition;
        let author = house.signed_in("tac.gia").await;
        for title in ["Máy rửa than", "Giàn phơi tự thu"] {
            submitted(&author, &filled(&author, title).await).await;
        }
        house.account("can.bo", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        let (secretary, officer) = (house.signed_in("thu.ky").await, house.signed_in("can.bo").await);
        let (list, keep) = (format!("/ky/{SLUG}/ho-so"), format!("/ky/{SLUG}/ho-so/tim"));
        assert!(secretary.get(&list).await.select("#name").is_empty(), "nothing is asked, so nothing is kept");
        assert_eq!(secretary.send(&list, &[("q", "rửa than")]).await.attributes("#name", "name"), ["name"]);
        let asked = [("q", "rửa than"), ("tinh-trang", "submitted")];
        let unnamed = secretary.send(&keep, &[&asked[..], &[("name", " ")]].concat()).await;
        assert_eq!(unnamed.attributes(".govuk-error-summary a", "href"), ["#name"]);
        assert_eq!(unnamed.attribute("#q", "value").as_deref(), Some("rửa than"), "what was asked stays");
        assert!(secretary.send(&keep, &[("name", "Tất cả")]).await.says("Chọn ít nhất một điều kiện"));
        let kept = secretary.send(&keep, &[&asked[..], &[("name", "Than chờ kiểm tra")]].concat()).await;
        let there = kept.location().to_owned();
        assert!(there.starts_with(&keep) && !there.contains('?'), "{there}");
        let opened = secretary.get(&there).await;
        assert_eq!(opened.select("#ho-so tbody .ht-title a"), ["Máy rửa than"], "{}", opened.text());
        assert_eq!(opened.attribute("#q", "value").as_deref(), Some("rửa than"));
        assert_eq!(opened.select("#bo-loc a"), ["Than chờ kiểm tra"]);
        assert!(officer.get(&list).await.select("#bo-loc a").is_empty(), "it is the secretary's own");
        assert_eq!(officer.get(&there).await.status(), 404);
        let shared = [&asked[..1], &[("name", "Máy than"), ("shared", "co")]].concat();
        let there = secretary.send(&keep, &shared).await.location().to_owned();
        assert_eq!(officer.get(&list).await.select("#bo-loc a"), ["Máy than (dùng chung)"]);
        assert_eq!(officer.get(&there).await.select("#ho-so tbody .ht-title a"), ["Máy rửa than"]);
        assert_eq!(officer.send(&format!("{there}/bo"), &[]).await.status(), 403, "whoever kept it forgets it");
        assert_eq!(secretary.send(&format!("{there}/bo"), &[]).await.location(), list);
        assert_eq!(officer.get(&there).await.status(), 404);
        assert_eq!(author.get(&there).await.status(), 403);
        let lines = lines_about(&mut house.house().read().await.unwrap(), &edition.to_string()).await.unwrap();
        let about: Vec<_> = lines.iter().filter(|line| line.event.starts_with("search.")).collect();
        assert_eq!(about.len(), 3);
        assert!(about.iter().all(|line| !line.facts.contains("than") && !line.facts.contains("Than")), "{about:?}");
    }
}
