//! Accounts as officers and administrators keep them: opened, placed in a unit, their roles ended.

use hoithi_journal::{Line, recent_lines};
use hoithi_rules::people::Role;
use hoithi_testkit::{Answer, TestHouse, both};

/// A filled-in form „Mở tài khoản”.
fn filled_in<'a>(login: &'a str, workplace: &'a str) -> [(&'a str, &'a str); 7] {
    let password = "mật khẩu người khác đặt";
    [
        ("name", "Hoàng Thị Cẩn"),
        ("phone", ""),
        ("email", "can@vidu.invalid"),
        ("login", login),
        ("workplace", workplace),
        ("password", password),
        ("password_again", password),
    ]
}

const NEW: &str = "/quan-tri/tai-khoan/moi";

/// The buttons that end a role.
fn ends(page: &Answer) -> Vec<String> {
    page.attributes("form[action$=ket-thuc]", "action")
}

fn dates(page: &Answer) -> Vec<String> {
    page.select("#vai-tro tbody tr td:nth-child(3)")
}

async fn lines_of(house: &TestHouse, event: &str) -> Vec<Line> {
    let lines = recent_lines(&mut house.house().read().await.unwrap(), None, 1000).await.unwrap();
    lines.into_iter().filter(|line| line.event == event).collect()
}

both! {
    /// A page that was opened long ago still has its button.
    async fn a_role_that_is_over_stays_as_it_ended(house: TestHouse) {
        let officer = house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        let keeper = house.signed_in("quantri").await;
        let path = format!("/quan-tri/tai-khoan/{officer}");
        let old_page = keeper.get(&path).await;
        assert_eq!(dates(&old_page), ["từ 1/1/2020"]);
        let end = ends(&old_page).remove(0);
        assert_eq!(keeper.send(&end, &[]).await.location(), path);
        let over = keeper.get(&path).await;
        assert_eq!((dates(&over), ends(&over)), (vec!["1/1/2020 – 18/8/2020".to_owned()], vec![]));

        house.set_clock("2020-08-25T09:00:00+07:00");
        let keeper = house.signed_in("quantri").await;
        let refused = keeper.send(&end, &[]).await;
        assert!(refused.status() == 422 && refused.says("Vai trò này đã kết thúc từ trước"), "{}", refused.text());
        assert_eq!(dates(&keeper.get(&path).await), ["1/1/2020 – 18/8/2020"]);
        assert_eq!(lines_of(&house, "role.ended").await.len(), 1);
    }

    /// What was given with a last day may end before it, and is then over at once.
    async fn a_role_ends_before_its_last_day(house: TestHouse) {
        let who = house.account("chuyen.vien", "Bùi Thị Sen", &[]).await;
        let keeper = house.signed_in("quantri").await;
        let path = format!("/quan-tri/tai-khoan/{who}");
        let given = [("role", "agency_officer"), ("from", "1/8/2020"), ("to", "30/9/2020")];
        keeper.send(&format!("{path}/vai-tro"), &given).await;
        let (there, accounts) = (house.signed_in("chuyen.vien").await, "/quan-tri/tai-khoan");
        assert_eq!(there.get(accounts).await.status(), 200);
        keeper.send(&ends(&keeper.get(&path).await)[0], &[]).await;
        assert_eq!(there.get(accounts).await.status(), 403);
        assert_eq!(dates(&keeper.get(&path).await), ["1/8/2020 – 18/8/2020"]);
    }

    /// No last day comes before a first: such a role is taken back, and only the journal remembers.
    async fn a_role_that_has_not_held_a_whole_day_is_taken_back(house: TestHouse) {
        let who = house.account("giam.sat", "Đặng Văn Soi", &[]).await;
        let keeper = house.signed_in("quantri").await;
        let path = format!("/quan-tri/tai-khoan/{who}");
        for from in ["19/8/2020", "1/9/2020"] {
            let given = keeper.send(&format!("{path}/vai-tro"), &[("role", "auditor"), ("from", from)]).await;
            assert_eq!(given.location(), path, "{from}");
            let end = ends(&keeper.get(&path).await).remove(0);
            assert_eq!(keeper.send(&end, &[]).await.location(), path, "{from}");
            assert!(keeper.get(&path).await.says("Tài khoản này chưa có vai trò nào."), "{from}");
            assert_eq!(keeper.send(&end, &[]).await.status(), 404, "{from}");
        }
        let taken_back = lines_of(&house, "role.taken_back").await;
        assert_eq!(taken_back.len(), 2);
        assert!(taken_back.iter().all(|line| line.subject == who.to_string() && line.facts.contains("auditor")));
        assert_eq!(house.signed_in("giam.sat").await.get("/nhat-ky").await.status(), 403);
    }

    /// An officer opens accounts and gives no roles: nothing on the way leads to a closed door.
    async fn an_officer_opens_an_account_and_lands_on_the_list(house: TestHouse) {
        house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        let officer = house.signed_in("chuyen.vien").await;
        let opened = officer.send(NEW, &filled_in("thu.ky", "")).await;
        assert_eq!((opened.status(), opened.location()), (303, "/quan-tri/tai-khoan"));
        let list = officer.get(opened.location()).await;
        assert_eq!(list.status(), 200);
        assert!(list.says("Đã mở tài khoản.") && list.says("Hoàng Thị Cẩn"), "{}", list.text());
        assert_eq!(list.select("main tbody a"), Vec::<String>::new());

        let keeper = house.signed_in("quantri").await;
        let opened = keeper.send(NEW, &filled_in("thu.ky.2", "")).await;
        assert_eq!(keeper.get(opened.location()).await.select("main h1"), ["Hoàng Thị Cẩn"]);
        assert!(keeper.get("/quan-tri/tai-khoan").await.select("main tbody a").contains(&"thu.ky".to_owned()));
    }

    async fn where_somebody_works_is_said_at_the_opening_and_changed_later(house: TestHouse) {
        let college = crate::entries::unit(&house, "Trường Cao đẳng Minh Họa").await.to_string();
        let hospital = crate::entries::unit(&house, "Bệnh viện Đa khoa Ví Dụ").await.to_string();
        // The first administrator is there since the first account.
        let keeper = house.signed_in("quantri").await;
        let nowhere = keeper.send(NEW, &filled_in("thu.ky", "0198c0de-0000-7000-8000-000000000000")).await;
        assert_eq!(nowhere.attributes(".govuk-error-summary a", "href"), ["#workplace"]);
        assert_eq!(nowhere.attribute("#login", "value").as_deref(), Some("thu.ky"), "what was typed is there");
        let kept = keeper.send(NEW, &filled_in("thu.ky", &college)).await;
        assert_eq!((kept.status(), kept.select(".govuk-error-summary a")), (303, Vec::new()));

        let path = kept.location();
        let page = keeper.get(path).await;
        let chosen = |page: &Answer| page.attribute("#workplace option[selected]", "value");
        assert_eq!(chosen(&page).as_deref(), Some(college.as_str()));
        assert!(page.says("Nơi công tác, học tập Trường Cao đẳng Minh Họa"), "{}", page.text());
        let place = format!("{path}/don-vi");
        let nowhere = keeper.send(&place, &[("workplace", "khong-co")]).await;
        assert_eq!(nowhere.attributes(".govuk-error-summary a", "href"), ["#workplace"]);
        for unit in [&hospital, &hospital] {
            assert_eq!(keeper.send(&place, &[("workplace", unit)]).await.location(), path);
        }
        assert_eq!(chosen(&keeper.get(path).await), Some(hospital.clone()));
        assert_eq!(keeper.send(&place, &[("workplace", "")]).await.location(), path);
        assert_eq!(chosen(&keeper.get(path).await), None);

        let facts: Vec<_> = lines_of(&house, "account.placed").await.into_iter().map(|line| line.facts).collect();
        let to_hospital = format!("{{\"unit\":\"{hospital}\"}}");
        assert_eq!(facts, ["{\"unit\":null}".to_owned(), to_hospital], "the newest first; saying it twice is no deed");
    }

    /// The conflict of interest that no judge has to declare.
    async fn a_judge_whose_workplace_is_known_gets_nothing_from_there(house: TestHouse) {
        let contest = crate::judging::with_a_jury(&house).await;
        let keeper = house.signed_in("quantri").await;
        let (insider, unit) = (contest.judges[0], contest.unit.to_string());
        let placed = keeper.send(&format!("/quan-tri/tai-khoan/{insider}/don-vi"), &[("workplace", &unit)]).await;
        assert_eq!(placed.status(), 303);
        contest.jury_of(&contest.judges, 0).await.unwrap();
        assert_eq!(contest.give_out().await.unwrap(), 6);
        contest.start().await;
        assert!(contest.sheets_of(0).await.is_empty(), "every entry comes from where the insider works");
    }
}
