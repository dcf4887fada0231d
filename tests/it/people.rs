//! Signing in, opening accounts, and who gets through which door.

use hoithi_rules::people::Role;
use hoithi_testkit::both;

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
        assert_eq!(answer.attributes(".govuk-error-summary a", "href"), ["#name", "#login", "#phone", "#password", "#password_again"]);
        assert_eq!(answer.attribute("#name", "value").as_deref(), Some("A1"));
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

    async fn an_ended_role_is_gone_with_the_next_click(house: TestHouse) {
        let officer = house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        let keeper = house.signed_in("quantri").await;
        let there = house.signed_in("chuyen.vien").await;
        assert_eq!(there.get("/quan-tri/tai-khoan").await.status(), 200);
        let page = keeper.get(&format!("/quan-tri/tai-khoan/{officer}")).await;
        let end = page.attribute("form[action$=ket-thuc]", "action").unwrap();
        assert_eq!(keeper.send(&end, &[]).await.status(), 303);
        house.set_clock("2020-08-20T09:00:00+07:00");
        assert_eq!(there.get("/quan-tri/tai-khoan").await.status(), 403);
    }

    async fn eight_wrong_tries_close_the_door_for_a_while(house: TestHouse) {
        house.account("an.nguyen", "Nguyễn Thị An", &[Role::Author]).await;
        let browser = house.browser();
        for _ in 0..8 {
            browser.send("/dang-nhap", &[("login", "an.nguyen"), ("password", "sai rồi")]).await;
        }
        let right = browser.send("/dang-nhap", &[("login", "an.nguyen"), ("password", hoithi_testkit::PASSWORD)]).await;
        assert!(right.says("Đã nhập sai quá nhiều lần"));
    }
}
