//! Nobody decides on a dossier of their own, of their unit, or of which they said that another should.

use hoithi_entries::Standing;
use hoithi_journal::recent_lines;
use hoithi_rules::people::Role;
use hoithi_store::params;
use hoithi_testkit::both;

use crate::entries::{SLUG, card, contest, id_of, unit};
use crate::screening::{LOOKED, decide, received};

fn admit() -> Vec<(&'static str, &'static str)> {
    [("decision", "admit")].into_iter().chain(LOOKED).collect()
}

both! {
    async fn who_declares_a_conflict_leaves_the_decision_to_another(house: TestHouse) {
        contest(&house).await;
        house.account("thu.ky.hai", "Đàm Thị Thay", &[Role::ContestSecretary]).await;
        let (at, desk) = received(&house, "Máy rửa than").await;
        let secretary = house.signed_in("thu.ky").await;
        let path = format!("{desk}/xung-dot");
        assert_eq!(house.signed_in("tac.gia").await.send(&path, &[]).await.status(), 403);
        for _ in 0..2 {
            assert_eq!(secretary.send(&path, &[]).await.location(), desk);
        }
        let page = secretary.get(&desk).await;
        assert!(page.says("Hồ sơ này do người khác quyết định"), "{}", page.text());
        assert!(page.says("Bạn đã khai xung đột lợi ích với hồ sơ này."));
        assert!(page.select("main button[value=admit]").is_empty());
        let tried = secretary.send(&desk, &[("version", "1"), ("decision", "refuse-now"), ("reasons", "Không"), ("read_back", "Không")]).await;
        assert!(tried.says("Bạn đã khai xung đột lợi ích với hồ sơ này."), "{}", tried.text());
        let copy = format!("/ky/{SLUG}/ban-cham/{}", id_of(&at));
        assert!(secretary.get(&copy).await.says("Bạn đã khai xung đột lợi ích với hồ sơ này."));
        let released = secretary.send(&copy, &[("version", "1"), ("though_told", "co")]).await;
        assert!(released.says("Bạn đã khai xung đột lợi ích với hồ sơ này."), "nor what judges read: {}", released.text());
        let tick = format!("{}@1", id_of(&at));
        let stack = [("step", "decide"), ("entries", tick.as_str()), ("shown", tick.as_str()), ("seen", "yes")];
        let done = secretary.send(&format!("/ky/{SLUG}/kiem-tra"), &stack).await;
        assert!(done.says("Bạn đã khai xung đột lợi ích với hồ sơ này."), "nor among others: {}", done.text());
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Submitted);

        let lines = recent_lines(&mut house.house().read().await.unwrap(), None, 100).await.unwrap();
        assert_eq!(lines.iter().filter(|line| line.event == "entry.conflict_declared").count(), 1, "said twice, kept once");
        let other = house.signed_in("thu.ky.hai").await;
        assert_eq!(decide(&other, &desk, &admit()).await.status(), 303);
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Admitted);
        assert!(secretary.send(&path, &[]).await.status() != 303, "what is decided is decided");
    }

    async fn an_entry_of_one_s_own_unit_is_decided_by_another(house: TestHouse) {
        contest(&house).await;
        let (at, desk) = received(&house, "Máy rửa than").await;
        let school = unit(&house, "Trường Minh Họa").await;
        house.tamper("UPDATE entries SET unit_id = $1", params![school.uuid()]).await;
        let secretary = house.signed_in("thu.ky").await;
        assert!(!secretary.get(&desk).await.select("main button[value=admit]").is_empty());
        house.tamper("UPDATE accounts SET unit_id = $1 WHERE login = 'thu.ky'", params![school.uuid()]).await;
        let page = secretary.get(&desk).await;
        assert!(page.says("Hồ sơ này của đơn vị bạn làm việc hoặc phụ trách."), "{}", page.text());
        let tried = secretary.send(&desk, &[("version", "1"), ("decision", "admit")]).await;
        assert_eq!(tried.attributes(".govuk-error-summary a", "href"), ["#decision"], "{}", tried.text());
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Submitted);
    }

    async fn nobody_admits_their_own(house: TestHouse) {
        let contest = contest(&house).await;
        let (at, desk) = received(&house, "Máy rửa than").await;
        let own = "UPDATE entries SET owner_id = (SELECT id FROM accounts WHERE login = 'thu.ky') WHERE edition_id = $1";
        house.tamper(own, params![contest.edition.uuid()]).await;
        let secretary = house.signed_in("thu.ky").await;
        assert!(secretary.get(&desk).await.says("Bạn là tác giả của hồ sơ này."));
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Submitted);
    }
}
