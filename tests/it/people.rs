//! Signing in, opening accounts, and who gets through which door.

mod accounts;

use hoithi_journal::Halt;
use hoithi_rules::people::{Grant, Role, Scope};
use hoithi_testkit::{PASSWORD, TestHouse, both};

/// What `hoithi admin NAME --reset` does.
async fn reset_from_the_machine(house: &TestHouse, login: &str) -> Result<(), Halt> {
    let password: hoithi_people::NewPassword = "mật khẩu đặt lại".parse().unwrap();
    let password = password.hashed().await.unwrap();
    let seals = std::sync::Arc::new(hoithi::FromRounds);
    hoithi_people::reset_from_the_machine(house.house(), login.parse().unwrap(), password, seals).await
}

both! {
    async fn a_wrong_password_is_refused_and_the_name_is_kept(house: TestHouse) {
        house.account("an.nguyen", "Nguyễn Thị An", &[Role::Author]).await;
        let answer = house.browser().send("/dang-nhap", &[("login", "an.nguyen"), ("password", "sai rồi")]).await;
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.select(".govuk-error-summary a"), ["Tên đăng nhập hoặc mật khẩu chưa đúng. Vui lòng nhập lại."]);
        assert_eq!(answer.attribute("#login", "value").as_deref(), Some("an.nguyen"));
    }

    async fn an_author_registers_and_stands_at_the_desk(house: TestHouse) {
        let browser = house.browser();
        let fields = [
            ("name", "Đỗ Thị Hạnh"),
            ("phone", "0203 000 0001"),
            ("email", ""),
            ("login", "do.hanh"),
            ("password", "một câu dài dễ nhớ"),
            ("password_again", "một câu dài dễ nhớ"),
        ];
        let answer = browser.send("/dang-ky", &fields).await;
        assert_eq!((answer.status(), answer.location()), (303, "/ban-lam-viec"));
        assert_eq!(browser.get("/ban-lam-viec").await.location(), "/ho-so-cua-toi");
        assert!(browser.get("/ho-so-cua-toi").await.says("Đỗ Thị Hạnh"));
    }

    async fn a_form_full_of_mistakes_says_all_of_them_and_keeps_what_was_typed(house: TestHouse) {
        let fields = [
            ("name", "A1"),
            ("phone", "123"),
            ("email", ""),
            ("login", "Ơ"),
            ("password", "ngắn"),
            ("password_again", "khác"),
        ];
        let answer = house.browser().send("/dang-ky", &fields).await;
        assert_eq!(answer.attributes(".govuk-error-summary a", "href"), ["#name", "#phone", "#login", "#password", "#password_again"]);
        assert_eq!(answer.attribute("#name", "value").as_deref(), Some("A1"));
    }

    /// Who came for a dossier goes on to it, and nowhere outside this house.
    async fn a_new_author_lands_where_they_were_going(house: TestHouse) {
        let browser = house.browser();
        let door = browser.get("/dang-nhap?ve=%2Fky%2Fquang-ninh-viii%2Fnop-ho-so").await;
        let register = door.attribute("main a[href^='/dang-ky']", "href").unwrap();
        assert_eq!(register, "/dang-ky?ve=%2Fky%2Fquang-ninh-viii%2Fnop-ho-so");
        let page = browser.get(&register).await;
        let back = page.attribute("main input[name=ve]", "value").unwrap();
        let fields = |login, back| {
            [
                ("name", "Đỗ Thị Hạnh"),
                ("phone", "0203 000 0001"),
                ("email", ""),
                ("login", login),
                ("password", "một câu dài dễ nhớ"),
                ("password_again", "một câu dài dễ nhớ"),
                ("ve", back),
            ]
        };
        let gone = browser.send("/dang-ky", &fields("do.hanh", &back)).await;
        assert_eq!((gone.status(), gone.location()), (303, "/ky/quang-ninh-viii/nop-ho-so"));
        let away = house.browser().send("/dang-ky", &fields("do.hanh.2", "//khac.vn/")).await;
        assert_eq!(away.location(), "/ban-lam-viec");
    }

    async fn a_role_is_given_by_choosing_and_shown_by_name(house: TestHouse) {
        crate::correspondence::launched(&house).await;
        let unit = crate::entries::unit(&house, "Trường Cao đẳng Minh Họa").await;
        let who = house.account("thu.ky", "Hoàng Thị Cẩn", &[]).await;
        let keeper = house.signed_in("quantri").await;
        let path = format!("/quan-tri/tai-khoan/{who}");
        let page = keeper.get(&path).await;
        let title = "Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh lần thứ VIII, năm 2020 - 2021";
        assert_eq!(page.select("#edition option"), ["Chọn kỳ hội thi", title]);
        assert_eq!(page.select("#unit option"), ["Chọn đơn vị", "Trường Cao đẳng Minh Họa"]);
        let edition = page.attributes("#edition option", "value").remove(1);
        assert_eq!(page.attribute("#from", "value").as_deref(), Some("19/8/2020"), "today, unless somebody says otherwise");

        let empty = keeper.send(&format!("{path}/vai-tro"), &[("to", "19/8/2020")]).await;
        assert_eq!(empty.attributes(".govuk-error-summary a", "href"), ["#role", "#from"]);
        assert_eq!(empty.attribute("#to", "value").as_deref(), Some("19/8/2020"));
        let half = [("role", "contest_secretary"), ("edition", ""), ("from", "19/8/2020"), ("to", "1/8/2020")];
        let half = keeper.send(&format!("{path}/vai-tro"), &half).await;
        assert_eq!(half.attributes(".govuk-error-summary a", "href"), ["#edition", "#to"]);
        assert_eq!(half.attribute("input[name=role][checked]", "value").as_deref(), Some("contest_secretary"));
        let made_up = [("role", "unit_contact"), ("unit", "0198c0de-0000-7000-8000-000000000000"), ("from", "19/8/2020")];
        let made_up = keeper.send(&format!("{path}/vai-tro"), &made_up).await;
        assert_eq!(made_up.attributes(".govuk-error-summary a", "href"), ["#unit"]);

        let given = [("role", "contest_secretary"), ("edition", edition.as_str()), ("from", "19/8/2020")];
        assert_eq!(keeper.send(&format!("{path}/vai-tro"), &given).await.location(), path);
        let unit = unit.to_string();
        // Nobody judges the whole house: a judge's edition must be named, and a unit says nothing of it.
        let everywhere = keeper.send(&format!("{path}/vai-tro"), &[("role", "judge"), ("unit", &unit), ("from", "19/8/2020")]).await;
        assert_eq!(everywhere.attributes(".govuk-error-summary a", "href"), ["#edition"]);
        let given = [("role", "unit_contact"), ("unit", unit.as_str()), ("from", "19/8/2020")];
        assert_eq!(keeper.send(&format!("{path}/vai-tro"), &given).await.location(), path);
        let page = keeper.get(&path).await;
        let mut rows = page.select("#vai-tro tbody tr");
        rows.sort();
        assert!(rows[0].starts_with("Thư ký Hội thi") && rows[0].contains(title), "{rows:?}");
        assert!(rows[1].starts_with("Đầu mối đơn vị Trường Cao đẳng Minh Họa"), "{rows:?}");
        // The header says whose contact somebody is.
        house.account_for("dau.moi", "Lê Thị Mối", &[(Role::UnitContact, Scope::Unit(unit.parse().unwrap()))]).await;
        let contact = house.signed_in("dau.moi").await.get("/don-vi/cong-viec").await;
        assert!(contact.says("Đầu mối đơn vị · Trường Cao đẳng Minh Họa"), "{}", contact.text());
    }

    async fn a_form_from_elsewhere_is_turned_away(house: TestHouse) {
        let browser = house.browser();
        browser.get("/dang-nhap").await;
        let answer = browser.send_from_elsewhere("/dang-nhap", &[("login", "ai-do"), ("password", "gì đó")]).await;
        assert_eq!(answer.status(), 422);
        assert!(answer.says("Biểu mẫu này đã cũ"));
    }

    async fn a_stranger_is_sent_to_the_door_and_a_judge_not_let_in(house: TestHouse) {
        house.account("giam.khao", "Lý Văn Chấm", &[Role::Judge]).await;
        let stranger = house.browser().get("/quan-tri/tai-khoan").await;
        assert_eq!((stranger.status(), stranger.location()), (303, "/dang-nhap?ve=%2Fquan-tri%2Ftai-khoan"));
        let judge = house.signed_in("giam.khao").await.get("/quan-tri/tai-khoan").await;
        assert_eq!(judge.status(), 403);
    }

    async fn no_administrator_ends_the_own_role(house: TestHouse) {
        house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        let keeper = house.signed_in("quantri").await;
        let accounts = keeper.get("/quan-tri/tai-khoan").await;
        let links = accounts.attributes("main tbody a", "href");
        let own = accounts.select("main tbody a").iter().position(|login| login == "quantri").map(|at| &links[at]).unwrap();
        let end = keeper.get(own).await.attribute("form[action$=ket-thuc]", "action").unwrap();
        let refused = keeper.send(&end, &[]).await;
        assert!(refused.status() == 422 && refused.says("vai trò quản trị của chính anh/chị"), "{}", refused.text());
    }

    async fn an_ended_role_is_gone_with_the_next_click(house: TestHouse) {
        let officer = house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        let keeper = house.signed_in("quantri").await;
        let there = house.signed_in("chuyen.vien").await;
        assert_eq!(there.get("/quan-tri/tai-khoan").await.status(), 200);
        let page = keeper.get(&format!("/quan-tri/tai-khoan/{officer}")).await;
        let end = page.attribute("form[action$=ket-thuc]", "action").unwrap();
        assert_eq!(keeper.send(&end, &[]).await.status(), 303);
        assert_eq!(there.get("/quan-tri/tai-khoan").await.status(), 403);
    }

    async fn eight_wrong_tries_close_the_door_for_a_while(house: TestHouse) {
        house.account("an.nguyen", "Nguyễn Thị An", &[Role::Author]).await;
        let browser = house.browser();
        for _ in 0..8 {
            browser.send("/dang-nhap", &[("login", "an.nguyen"), ("password", "sai rồi")]).await;
        }
        let right = browser.send("/dang-nhap", &[("login", "an.nguyen"), ("password", PASSWORD)]).await;
        assert!(right.says("Đã nhập sai quá nhiều lần"));
    }

    /// Whoever guesses closes the door to themselves: the owner comes in from elsewhere.
    async fn a_stranger_s_guesses_lock_nobody_out(house: TestHouse) {
        house.account("an.nguyen", "Nguyễn Thị An", &[Role::Author]).await;
        let stranger = house.browser_at("203.0.113.7");
        for _ in 0..8 {
            stranger.send("/dang-nhap", &[("login", "an.nguyen"), ("password", "sai rồi")]).await;
        }
        let right = [("login", "an.nguyen"), ("password", PASSWORD)];
        assert!(stranger.send("/dang-nhap", &right).await.says("Đã nhập sai quá nhiều lần"));
        assert_eq!(house.browser_at("198.51.100.4").send("/dang-nhap", &right).await.status(), 303);
    }

    /// Many machines that guess in turns meet a ceiling as well, and so does one that tries every name;
    /// what is turned away is not counted, so it ends when the quarter of an hour does.
    async fn guesses_from_everywhere_and_on_every_name_meet_a_ceiling(house: TestHouse) {
        house.account("an.nguyen", "Nguyễn Thị An", &[Role::Author]).await;
        let now = hoithi_journal::machine_now().as_microsecond();
        let guessed = async |login: String, address: String, minutes_ago: i64| {
            let at = now - minutes_ago * 60_000_000;
            let sql = "INSERT INTO sign_in_failures (login, address, at) VALUES ($1, $2, $3)";
            house.tamper(sql, vec![login.into(), address.into(), at.into()]).await;
        };
        let right = [("login", "an.nguyen"), ("password", PASSWORD)];
        let own = house.browser_at("198.51.100.4");
        for machine in 0..40 {
            guessed("an.nguyen".to_owned(), format!("203.0.113.{machine}"), 5).await;
        }
        let told = own.send("/dang-nhap", &right).await;
        assert!(told.says("Đã nhập sai quá nhiều lần. 10 phút nữa anh/chị thử lại được."), "{}", told.text());
        house.tamper("UPDATE sign_in_failures SET at = at - 600000000", vec![]).await;
        assert_eq!(own.send("/dang-nhap", &right).await.status(), 303, "it is over by itself");

        for name in 0..100 {
            guessed(format!("ten.{name}"), "203.0.113.7".to_owned(), 1).await;
        }
        let there = house.browser_at("203.0.113.7").send("/dang-nhap", &right).await;
        assert!(there.says("14 phút nữa anh/chị thử lại được"), "{}", there.text());
        assert_eq!(house.browser_at("198.51.100.5").send("/dang-nhap", &right).await.status(), 303);
    }

    /// The operation itself refuses what the page does not offer.
    async fn a_role_is_given_once_for_what_it_reaches_and_never_against_another(house: TestHouse) {
        let edition = crate::correspondence::launched(&house).await;
        let who = house.account("thu.ky", "Hoàng Thị Cẩn", &[]).await;
        let keeper = hoithi_people::account_by_login(&mut house.house().read().await.unwrap(), "quantri").await.unwrap().unwrap().id;
        let (from, here) = (jiff::civil::date(2020, 8, 19), Scope::Edition(edition));
        let give = async |role, scope| {
            let grant = Grant { role, scope, from, to: None, deputy: false };
            house.perform(keeper, move |act| Box::pin(hoithi_people::give_role(act, who, grant))).await
        };
        let code = |result: Result<_, Halt>| match result {
            Ok(_) => "given",
            Err(Halt::Refused(refused)) => refused[0].code,
            Err(_) => "halted",
        };
        assert_eq!(code(give(Role::Judge, Scope::Whole).await), "people.role_reach");
        assert_eq!(code(give(Role::UnitContact, here).await), "people.role_reach");
        assert_eq!(code(give(Role::ContestSecretary, here).await), "given");
        assert_eq!(code(give(Role::ContestSecretary, here).await), "people.role_held");
        for jury in [Role::Judge, Role::JuryChair, Role::JurySecretary] {
            assert_eq!(code(give(jury, here).await), "people.role_conflict", "{jury}");
        }
        let edition = edition.to_string();
        let fields = [("role", "judge"), ("edition", edition.as_str()), ("from", "20/8/2020")];
        let page = house.signed_in("quantri").await.send(&format!("/quan-tri/tai-khoan/{who}/vai-tro"), &fields).await;
        assert!(page.says("Người này đang giữ vai trò bên kia từ ngày 19/8/2020"), "{}", page.text());
        assert_eq!(page.attributes(".govuk-error-summary a", "href"), ["#role"]);
        assert_eq!(page.attribute("#from", "value").as_deref(), Some("20/8/2020"), "what was typed is there");
    }

    async fn a_lost_password_is_set_anew_and_told_once(house: TestHouse) {
        let who = house.account("an.nguyen", "Nguyễn Thị An", &[Role::Author]).await;
        let here = house.signed_in("an.nguyen").await;
        let keeper = house.signed_in("quantri").await;
        let path = format!("/quan-tri/tai-khoan/{who}");
        let told = keeper.send(&format!("{path}/mat-khau"), &[]).await;
        let password = told.select(".ht-code__code").remove(0);
        assert_eq!(password.len(), 14, "{password}");
        assert_eq!(here.get("/ho-so-cua-toi").await.status(), 303, "signed out everywhere");
        let old = house.browser().send("/dang-nhap", &[("login", "an.nguyen"), ("password", PASSWORD)]).await;
        assert!(old.says("Tên đăng nhập hoặc mật khẩu chưa đúng"));
        let back = house.browser();
        back.send("/dang-nhap", &[("login", "an.nguyen"), ("password", &password)]).await;
        assert_eq!(back.get("/ho-so-cua-toi").await.location(), "/doi-mat-khau", "its owner chooses another first");
        assert!(!keeper.get(&path).await.text().contains(&password));
        let mut db = house.house().read().await.unwrap();
        let lines = hoithi_journal::recent_lines(&mut db, None, 1000).await.unwrap();
        assert!(lines.iter().any(|line| line.event == "password.reset"));
        assert!(lines.iter().all(|line| !line.facts.contains(&password)));
    }

    async fn a_closed_account_opens_nothing_until_it_is_opened_again(house: TestHouse) {
        let who = house.account("an.nguyen", "Nguyễn Thị An", &[Role::Author]).await;
        let here = house.signed_in("an.nguyen").await;
        let keeper = house.signed_in("quantri").await;
        let path = format!("/quan-tri/tai-khoan/{who}");
        assert_eq!(keeper.send(&format!("{path}/khoa"), &[]).await.location(), path);
        assert!(keeper.get(&path).await.says("Đã khóa"));
        assert_eq!(here.get("/ho-so-cua-toi").await.status(), 303);
        let sign_in = async || {
            house.browser().send("/dang-nhap", &[("login", "an.nguyen"), ("password", PASSWORD)]).await.status()
        };
        assert_eq!(sign_in().await, 200);
        assert_eq!(keeper.send(&format!("{path}/mo"), &[]).await.location(), path);
        assert_eq!(sign_in().await, 303);

        let mut db = house.house().read().await.unwrap();
        let own = hoithi_people::account_by_login(&mut db, "quantri").await.unwrap().unwrap().id;
        let own = format!("/quan-tri/tai-khoan/{own}");
        assert_eq!(keeper.get(&own).await.select(".ht-inline-form button[type=submit]").iter().filter(|word| word.contains("tài khoản")).count(), 0);
        assert_eq!(keeper.send(&format!("{own}/khoa"), &[]).await.status(), 422, "nobody locks themselves out");
        house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        let officer = house.signed_in("chuyen.vien").await;
        for verb in ["mat-khau", "khoa", "mo", "don-vi"] {
            assert_eq!(officer.send(&format!("{path}/{verb}"), &[]).await.status(), 403, "{verb}");
        }
    }

    /// From the command line, by whoever holds the data folder.
    async fn a_lost_administrator_finds_the_way_back_in(house: TestHouse) {
        house.account("an.nguyen", "Nguyễn Thị An", &[Role::Author]).await;
        assert!(reset_from_the_machine(&house, "khong.co").await.is_err(), "nobody of that name");
        reset_from_the_machine(&house, "quantri").await.unwrap();
        let back = house.browser();
        back.send("/dang-nhap", &[("login", "quantri"), ("password", "mật khẩu đặt lại")]).await;
        assert_eq!(back.get("/quan-tri/tai-khoan").await.location(), "/doi-mat-khau");
    }

    /// Two persons open a seal. Whoever sets both passwords anew would be both of them.
    async fn nobody_s_password_is_set_anew_while_they_hold_a_seal(house: TestHouse) {
        let contest = crate::judging::with_a_jury(&house).await;
        let keeper = house.signed_in("quantri").await;
        let chair = format!("/quan-tri/tai-khoan/{}", contest.chair);
        contest.marking().await;
        contest.all_locked().await;
        assert_eq!(keeper.send(&format!("{chair}/mat-khau"), &[]).await.status(), 200, "nothing is sealed yet");
        contest.seal().await.unwrap();
        let refused = keeper.send(&format!("{chair}/mat-khau"), &[]).await;
        assert!(refused.status() == 422 && refused.says("đang niêm phong"), "{}", refused.text());
        let judge = format!("/quan-tri/tai-khoan/{}", contest.judges[0]);
        assert_eq!(keeper.send(&format!("{judge}/mat-khau"), &[]).await.status(), 200, "a judge opens nothing");

        reset_from_the_machine(&house, "chutich").await.unwrap();
        let mut db = house.house().read().await.unwrap();
        let line = hoithi_journal::recent_lines(&mut db, None, 1).await.unwrap().remove(0);
        assert_eq!((line.event.as_str(), line.facts.as_str()), ("password.reset", "{\"holds_seal\":true}"));
        assert_eq!(line.door, "command");
    }

    async fn what_has_ended_is_forgotten(house: TestHouse) {
        house.account("an.nguyen", "Nguyễn Thị An", &[Role::Author]).await;
        let stays = house.signed_in("an.nguyen").await;
        house.signed_in("an.nguyen").await;
        stays.send("/dang-nhap", &[("login", "mat khau go nham o"), ("password", "x")]).await;
        let left = async |table: &'static str| {
            house.house().read().await.unwrap().one(table, vec![]).await.unwrap().int("left").unwrap()
        };
        let sessions = "SELECT CAST(COUNT(*) AS BIGINT) AS \"left\" FROM sessions";
        let failures = "SELECT CAST(COUNT(*) AS BIGINT) AS \"left\" FROM sign_in_failures";
        let before = (left(sessions).await, left(failures).await);
        house.tamper("UPDATE sign_in_failures SET at = 1", vec![]).await;
        house.tamper("UPDATE sessions SET ends_at = 1 WHERE token_hash = (SELECT MIN(token_hash) FROM sessions)", vec![]).await;
        let nobody = hoithi_journal::Actor::nobody(hoithi_journal::Door::Job);
        house.house().acts.perform(nobody, |act| Box::pin(hoithi_people::forget_the_past(act))).await.unwrap();
        assert_eq!((left(sessions).await, left(failures).await), (before.0 - 1, 0));
        assert_eq!(before.1, 1);
    }

    /// A form's token belongs to the visit before the sign-in and is not taken after it.
    async fn a_new_visit_begins_with_the_sign_in(house: TestHouse) {
        house.account("an.nguyen", "Nguyễn Thị An", &[Role::Author]).await;
        let browser = house.browser();
        let before = browser.get("/dang-nhap").await.attribute("input[name=csrf]", "value").unwrap();
        browser.send("/dang-nhap", &[("login", "an.nguyen"), ("password", PASSWORD)]).await;
        let stale = browser.send_from_elsewhere("/dang-xuat", &[("csrf", &before)]).await;
        assert_eq!(stale.status(), 422);
        assert_eq!(browser.get("/ho-so-cua-toi").await.status(), 200);
    }

    async fn somebody_changes_their_password_and_every_other_visit_ends(house: TestHouse) {
        house.account("an.nguyen", "Nguyễn Thị An", &[Role::Author]).await;
        let elsewhere = house.signed_in("an.nguyen").await;
        let here = house.signed_in("an.nguyen").await;
        let desk = here.get("/ho-so-cua-toi").await;
        assert_eq!(desk.select("nav.ht-nav a[href='/doi-mat-khau']"), ["Đổi mật khẩu"]);

        let wrong = here.send("/doi-mat-khau", &[("present", "sai rồi"), ("password", "ngắn"), ("password_again", "khác")]).await;
        let refused = ["#present", "#password", "#password_again"];
        assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), refused);
        let old = PASSWORD;
        let same = here.send("/doi-mat-khau", &[("present", old), ("password", old), ("password_again", old)]).await;
        assert_eq!(same.select(".govuk-error-summary a"), ["Mật khẩu mới cần khác mật khẩu hiện tại."]);
        assert_eq!(elsewhere.get("/ho-so-cua-toi").await.status(), 200, "nothing was changed yet");

        let new = "một câu khác dễ nhớ";
        let changed = here.send("/doi-mat-khau", &[("present", old), ("password", new), ("password_again", new)]).await;
        assert_eq!((changed.status(), changed.location()), (303, "/ban-lam-viec"));
        assert_eq!(here.get("/ho-so-cua-toi").await.status(), 200);
        assert_eq!(elsewhere.get("/ho-so-cua-toi").await.location(), "/dang-nhap?ve=%2Fho-so-cua-toi");
        let sign_in = async |password| {
            house.browser().send("/dang-nhap", &[("login", "an.nguyen"), ("password", password)]).await.status()
        };
        assert_eq!((sign_in(old).await, sign_in(new).await), (200, 303));

        let mut db = house.house().read().await.unwrap();
        let lines = hoithi_journal::recent_lines(&mut db, None, 1000).await.unwrap();
        let line = lines.iter().find(|line| line.event == "password.changed").unwrap();
        assert_eq!(line.facts, "{}");
    }

    /// Whoever opened the account knows its first password: it opens nothing but the page on which
    /// another is chosen.
    async fn a_password_that_somebody_else_chose_is_changed_before_anything_else(house: TestHouse) {
        house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        let officer = house.signed_in("chuyen.vien").await;
        let first = "mật khẩu người khác đặt";
        let fields = [
            ("name", "Hoàng Thị Cẩn"),
            ("phone", ""),
            ("email", "can@vidu.invalid"),
            ("login", "thu.ky"),
            ("password", first),
            ("password_again", first),
        ];
        assert_eq!(officer.send("/quan-tri/tai-khoan/moi", &fields).await.status(), 303);
        let there = house.browser();
        there.send("/dang-nhap", &[("login", "thu.ky"), ("password", first)]).await;
        for path in ["/", "/ban-lam-viec", "/ky", "/khong-co"] {
            let led = there.get(path).await;
            assert_eq!((led.status(), led.location()), (303, "/doi-mat-khau"), "{path}");
        }
        let page = there.get("/doi-mat-khau").await;
        assert_eq!(page.select("main h1"), ["Đặt mật khẩu của anh/chị"]);
        assert_eq!(page.select("nav.ht-nav a"), Vec::<String>::new());
        let session = serde_json::json!({ "login": "thu.ky", "password": first });
        let program = house.browser().json("POST".parse().unwrap(), "/api/v1/sessions", &session).await;
        assert_eq!(program.status(), 201);
        assert_eq!(there.get("/api/v1/units").await.status(), 422);

        let new = "một câu chỉ mình biết";
        let own = [("present", first), ("password", new), ("password_again", new)];
        assert_eq!(there.send("/doi-mat-khau", &own).await.location(), "/ban-lam-viec");
        assert!(there.get("/ban-lam-viec").await.says("Đã đổi mật khẩu."));
        let leaving = house.browser();
        leaving.send("/dang-nhap", &[("login", "thu.ky"), ("password", new)]).await;
        assert_eq!(leaving.get("/ban-lam-viec").await.status(), 200);
    }

    /// Whoever has just installed the house is told what comes first, until it is done.
    async fn an_empty_house_says_what_comes_first(house: TestHouse) {
        house.account("giam.sat", "Đặng Văn Soi", &[Role::Auditor]).await;
        let first = async |login: &str| {
            let browser = house.signed_in(login).await;
            let desk = browser.get("/ban-lam-viec").await;
            for href in desk.attributes(".ht-todo__verb", "href") {
                assert_eq!(browser.get(&href).await.status(), 200, "{href}");
            }
            desk.select(".ht-todo__verb")
        };
        let (accounts, units) = ("Mở tài khoản lãnh đạo, chuyên viên", "Nhập danh mục đơn vị");
        assert_eq!(first("quantri").await, [accounts, units]);
        house.account("chuyen.vien.1", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        assert_eq!(first("chuyen.vien.1").await, [units, "Lập kỳ hội thi từ sổ thể lệ"]);
        house.account("lanh.dao.1", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
        assert_eq!(first("quantri").await, [units]);
        assert_eq!(first("giam.sat").await, Vec::<String>::new());
        crate::correspondence::launched(&house).await;
        assert_eq!(first("quantri").await, Vec::<String>::new());
    }
}
