//! Days on which offices are closed or open: shipped, written over by the office, by edition.

use hoithi_edition::workdays;
use hoithi_journal::lines_about;
use hoithi_rules::people::Role;
use hoithi_testkit::both;
use jiff::civil::date;

use crate::correspondence::launched;

both! {
    async fn an_officer_writes_a_holiday_down_and_takes_it_back(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let page = officer.get("/ngay-nghi?nam=2021").await;
        assert!(page.says("Tết Nguyên đán") && page.says("Nghỉ bù ngày Quốc tế Lao động"), "{}", page.text());
        let wrong = officer.send("/ngay-nghi", &[("day", "31/2/2021"), ("kind", ""), ("name", ""), ("source", "")]).await;
        assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#day", "#kind", "#name", "#source"]);
        let day = [("day", "30/10/2020"), ("kind", "off"), ("name", "Ngày thành lập tỉnh"), ("source", "Thông báo 12/TB-UBND")];
        assert_eq!(officer.send("/ngay-nghi", &day).await.status(), 303);
        let open = async |edition| {
            let mut db = house.house().read().await.unwrap();
            workdays(&mut db, edition).await.unwrap().on(date(2020, 10, 30)).is_working()
        };
        assert!(!open(None).await);
        let edition = hoithi_edition::edition_by_slug(&mut house.house().read().await.unwrap(), "quang-ninh-viii").await.unwrap().unwrap();
        let own = [("day", "30/10/2020"), ("kind", "working"), ("name", "Làm việc bình thường"), ("source", "Kế hoạch 86/KH-BTC")];
        assert_eq!(officer.send("/ky/quang-ninh-viii/ngay-nghi", &own).await.status(), 303);
        assert!(open(Some(edition.id)).await && !open(None).await, "the edition's own calendar stands over the house's");
        assert_eq!(officer.send("/ngay-nghi", &[("drop", "2020-10-30")]).await.status(), 303);
        assert!(open(None).await);
        assert_eq!(officer.send("/ngay-nghi", &[("drop", "2020-10-30")]).await.status(), 404, "there is nothing more");
        let lines = lines_about(&mut house.house().read().await.unwrap(), "calendar").await.unwrap();
        assert_eq!(lines.iter().map(|line| line.event.as_str()).collect::<Vec<_>>(), ["calendar.day_set", "calendar.day_dropped"]);
    }

    async fn days_that_shipped_are_to_be_checked_by_the_office(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let notice = async || officer.get("/ngay-nghi?nam=2026").await.select(".ht-notice").join(" ");
        let before = notice().await;
        assert!(before.contains("cơ quan cần kiểm tra") && before.contains("thông báo nghỉ lễ, Tết năm 2026"), "{before}");
        let page = officer.get("/ngay-nghi?nam=2026").await;
        assert!(page.says("ngày hoán đổi cần cơ quan kiểm tra"), "{}", page.text());
        let day = [("day", "2/1/2026"), ("kind", "off"), ("name", "Nghỉ hoán đổi"), ("source", "Thông báo của cơ quan")];
        assert_eq!(officer.send("/ngay-nghi", &day).await.status(), 303);
        assert_ne!(notice().await, before, "one day less");
        assert!(!officer.get("/ngay-nghi?nam=2031").await.says("cơ quan cần kiểm tra"));
    }

    async fn only_whoever_prepares_editions_changes_the_calendar(house: TestHouse) {
        launched(&house).await;
        house.account("kiem.tra", "Đỗ Thị Kiểm", &[Role::Auditor]).await;
        let auditor = house.signed_in("kiem.tra").await;
        let page = auditor.get("/ngay-nghi?nam=2031").await;
        assert!(page.says("Chưa có ngày nghỉ lễ của năm 2031") && page.select("form textarea, #name").is_empty(), "{}", page.text());
        assert_eq!(auditor.send("/ngay-nghi", &[("drop", "2021-01-01")]).await.status(), 403);
        assert_eq!(auditor.get("/ngay-nghi?nam=abc").await.status(), 422);
    }
}
