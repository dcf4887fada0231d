//! The rule chooses whom a college sends up; persons change its answer with reasons, and one press sends it.

use hoithi_entries::{Withdraw, withdraw};
use hoithi_forwarding::{RaiseReserve, SendUp, given_up, promoted, raise_reserve, send_up};
use hoithi_journal::lines_about;
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::forwarding::Endorsement;
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_rules::people::{Role, Scope};
use hoithi_store::params;
use hoithi_testkit::{Browser, TestHouse, both};
use jiff::civil::date;

use super::judged::{Judged, Told, codes_of, college, launched, office, province, signed_request, title, unit};

const PAGE: &str = "/ky/cao-dang-minh-hoa-iii/gui-len";
const PAPER: [(&str, &str); 3] =
    [("endorsement", "45/CV-CĐMH"), ("endorsement_date", "24/5/2021"), ("endorsement_signer", "Khuất Thị Hiệu")];

/// 90, 80 and 65 points.
const APART: [Told<'_>; 3] =
    [([37, 27, 26], &["Ngô Thị Lựu"]), ([30, 25, 25], &["Quách Thị Mận"]), ([25, 20, 20], &["Lều Văn Bưởi"])];

/// The second and the third share a place.
const EQUAL: [Told<'_>; 3] =
    [([37, 27, 26], &["Ngô Thị Lựu"]), ([30, 25, 25], &["Quách Thị Mận"]), ([30, 25, 25], &["Lều Văn Bưởi"])];

struct Below<'a> {
    organiser: AccountId,
    judged: Judged<'a>,
    browser: Browser,
}

/// A college whose rules send two, with one in reserve; its round is opened.
async fn below<'a>(house: &'a TestHouse, told: &[Told<'_>]) -> Below<'a> {
    below_by(house, told, "limit = 2\nleast_points = 60\nper_category = 2\nties = \"wait\"\nreserve = 1").await
}

/// The same by another rule.
async fn below_by<'a>(house: &'a TestHouse, told: &[Told<'_>], rule: &str) -> Below<'a> {
    let (head, officer) = office(house).await;
    let above = launched(house, &province(), head, None).await;
    house.set_clock("2020-09-15T09:00:00+07:00");
    let unit = unit(house, officer, "Trường Cao đẳng Minh Họa").await;
    let organiser = house.account_for("tochuc", "Vi Thị Tổ Chức", &[(Role::UnitOrganiser, Scope::Unit(unit))]).await;
    let kind = college().with("limit = 1\nleast_points = 70", rule);
    let edition = launched(house, &kind, organiser, Some((above, unit))).await;
    let judged = Judged::new(house, kind, (edition, unit), head).await.sealed(told).await;
    judged.open().await;
    house.set_clock("2021-05-25T09:00:00+07:00");
    Below { organiser, judged, browser: house.signed_in("tochuc").await }
}

impl Below<'_> {
    fn entry(&self, at: usize) -> EntryId {
        self.judged.entries[at]
    }

    /// How the entries stand, in the order of the ranking.
    async fn stands(&self) -> Vec<String> {
        self.browser.get(PAGE).await.select("#ho-so tbody td:last-child")
    }

    async fn change(&self, at: usize, decided: &str, reason: &str) -> hoithi_testkit::Answer {
        let entry = self.entry(at).to_string();
        let fields = [("entry", entry.as_str()), ("decided", decided), ("reason", reason)];
        self.browser.send(&format!("{PAGE}/thay-doi"), &fields).await
    }

    async fn sent(&self) -> Vec<EntryId> {
        let mut db = self.judged.house.house().read().await.unwrap();
        promoted(&mut db, self.judged.edition).await.unwrap().into_iter().map(|sent| sent.entry).collect()
    }

    async fn send_one(&self, at: usize) -> Vec<&'static str> {
        let endorsement = endorsement();
        let because = "Chọn theo ý riêng.".to_owned();
        let command = SendUp { edition: self.judged.edition, entry: self.entry(at), endorsement, because };
        codes_of(self.judged.house.perform(self.organiser, move |act| Box::pin(send_up(act, command.clone()))).await)
    }

    async fn raise(&self, gone: usize) -> Vec<&'static str> {
        let command = RaiseReserve { edition: self.judged.edition, gone: self.entry(gone), endorsement: endorsement() };
        let raised =
            self.judged.house.perform(self.organiser, move |act| Box::pin(raise_reserve(act, command.clone())));
        codes_of(raised.await)
    }

    /// The office above takes the entry back on its authors' signed request.
    async fn withdrawn_above(&self, at: usize) {
        let mut db = self.judged.house.house().read().await.unwrap();
        let sent = promoted(&mut db, self.judged.edition).await.unwrap();
        let above = sent.into_iter().find(|sent| sent.entry == self.entry(at)).unwrap().above;
        let officer = hoithi_people::account_by_login(&mut db, "chuyenvien").await.unwrap().unwrap().id;
        drop(db);
        let request = Some(signed_request(self.judged.house));
        let back = Withdraw { entry: above, reason: "Tác giả xin rút.".to_owned(), request };
        self.judged.house.perform(officer, move |act| Box::pin(withdraw(act, back.clone()))).await.unwrap();
    }
}

fn endorsement() -> Endorsement {
    Endorsement {
        document: DocumentNumber::parse("45/CV-CĐMH", 2021).unwrap(),
        date: date(2021, 5, 24),
        signed_by: "Khuất Thị Hiệu".parse().unwrap(),
    }
}

both! {
    async fn one_press_sends_whom_the_rule_chose_and_tells_who_waits(house: TestHouse) {
        let below = below(&house, &APART).await;
        assert_eq!(below.stands().await, ["Được chọn", "Được chọn", "Dự bị 1"]);
        assert_eq!(below.send_one(2).await, ["forwarding.not_on_the_list"]);
        let bare = below.browser.send(&format!("{PAGE}/theo-quy-tac"), &[("endorsement", "45"), ("endorsement_date", ""),
            ("endorsement_signer", "")]).await;
        let errors = bare.attributes(".govuk-error-summary a", "href");
        assert!(errors.contains(&"#endorsement_date".to_owned()), "{errors:?}");
        let sent = below.browser.send(&format!("{PAGE}/theo-quy-tac"), &PAPER).await;
        assert_eq!(sent.location(), PAGE, "{}", sent.text());
        assert_eq!(below.sent().await, [below.entry(0), below.entry(1)]);
        assert_eq!(below.stands().await, ["Đã gửi: QN8-0001", "Đã gửi: QN8-0002", "Dự bị 1"]);
        let again = below.browser.send(&format!("{PAGE}/theo-quy-tac"), &PAPER).await;
        assert!(again.says("Không còn giải pháp nào trong danh sách chờ gửi."), "{}", again.text());
    }

    async fn the_reserve_moves_up_when_one_is_taken_back(house: TestHouse) {
        let below = below(&house, &APART).await;
        let request = Some(signed_request(&house));
        let back = Withdraw { entry: below.entry(0), reason: "Tác giả xin rút.".to_owned(), request };
        house.perform(below.judged.secretary, move |act| Box::pin(withdraw(act, back.clone()))).await.unwrap();
        assert_eq!(below.browser.send(&format!("{PAGE}/theo-quy-tac"), &PAPER).await.location(), PAGE);
        assert_eq!(below.sent().await, [below.entry(1), below.entry(2)]);
    }

    /// The list is the rule's answer with what persons changed, each change with its reason.
    async fn persons_change_the_answer_with_a_reason(house: TestHouse) {
        let below = below(&house, &APART).await;
        let silent = below.change(1, "out", " ").await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#reason"], "{}", silent.text());
        let full = below.change(2, "in", "Đang áp dụng rộng.").await;
        assert!(full.says("Danh sách đã đủ 2 giải pháp."), "{}", full.text());
        assert_eq!(below.change(1, "out", "Tác giả đã gửi dự hội thi khác.").await.location(), PAGE);
        assert_eq!(below.change(2, "in", "Đang áp dụng rộng.").await.location(), PAGE);
        let stands = below.stands().await;
        assert_eq!(stands[0], "Được chọn");
        assert_eq!(stands[1], "Không gửi theo quyết định Tác giả đã gửi dự hội thi khác.");
        assert_eq!(stands[2], "Thêm vào theo quyết định Đang áp dụng rộng.");
        let lines = lines_about(&mut house.house().read().await.unwrap(), &below.entry(1).to_string()).await.unwrap();
        let line = lines.iter().find(|line| line.event == "entry.left_out").unwrap();
        assert!(!line.facts.contains("hội thi khác"), "{}", line.facts);
        assert_eq!(below.change(2, "out", "").await.location(), PAGE, "back to the rule asks for no reason");
        assert_eq!(below.change(1, "in", "").await.location(), PAGE);
        assert_eq!(below.stands().await, ["Được chọn", "Được chọn", "Dự bị 1"]);
        assert_eq!(below.browser.send(&format!("{PAGE}/theo-quy-tac"), &PAPER).await.location(), PAGE);
        let late = below.change(0, "out", "Muộn rồi.").await;
        assert!(late.says("Giải pháp này đã được gửi lên."), "{}", late.text());
    }

    async fn who_shares_the_line_waits_for_a_person(house: TestHouse) {
        let below = below(&house, &EQUAL).await;
        let tied = "Bằng nhau ở suất cuối, chờ quyết định";
        assert_eq!(below.stands().await, ["Được chọn", tied, tied]);
        assert_eq!(below.send_one(1).await, ["forwarding.not_on_the_list"]);
        assert_eq!(below.change(2, "in", "Hội đồng trường biểu quyết.").await.location(), PAGE);
        assert_eq!(below.browser.send(&format!("{PAGE}/theo-quy-tac"), &PAPER).await.location(), PAGE);
        assert_eq!(below.sent().await, [below.entry(0), below.entry(2)]);
    }

    /// Category and number are others above; the copy of what was received below is not.
    async fn the_copy_above_bears_the_hash_of_its_origin(house: TestHouse) {
        let below = below(&house, &APART).await;
        assert_eq!(below.browser.send(&format!("{PAGE}/theo-quy-tac"), &PAPER).await.location(), PAGE);
        let mut db = house.house().read().await.unwrap();
        let gone = promoted(&mut db, below.judged.edition).await.unwrap().remove(0);
        let here = hoithi_entries::dossier(&mut db, gone.entry).await.unwrap().unwrap();
        let there = hoithi_entries::dossier(&mut db, gone.above).await.unwrap().unwrap();
        drop(db);
        let origin = here.receipt().unwrap().hash.to_string();
        assert_ne!(there.receipt().unwrap().hash.to_string(), origin, "the category is the upper contest's");
        let page = house.signed_in("chuyenvien").await.get(&format!("/ho-so/{}", gone.above)).await;
        assert!(page.says("Đúng với bản gốc") && page.says(&origin), "{}", page.text());
        assert!(!page.says("Kết quả ở hội thi cơ sở"), "the rules do not show it");
        let frozen = |complaints: Vec<hoithi::doctor::Complaint>| {
            complaints.iter().filter(|each| each.rule == "Bản lưu hồ sơ đúng như lúc nhận").count()
        };
        assert_eq!(frozen(crate::proof::doctor(&house).await), 0);
        house.tamper("UPDATE entry_sealed_copies SET content = REPLACE(content, 'title', 'titel')", params![]).await;
        assert_eq!(frozen(crate::proof::doctor(&house).await), 2);
    }

    /// The office above reads the local result where the rules below let it; the unit's people read nothing there.
    async fn the_local_result_is_shown_above_by_rule(house: TestHouse) {
        let below = below_by(&house, &APART, "limit = 2\nleast_points = 60\nshows_result = true").await;
        assert_eq!(below.send_one(0).await, ["done"]);
        let mut db = house.house().read().await.unwrap();
        let above = promoted(&mut db, below.judged.edition).await.unwrap().remove(0).above;
        drop(db);
        let office = house.signed_in("chuyenvien").await.get(&format!("/ho-so/{above}")).await;
        assert!(office.says("Kết quả ở hội thi cơ sở hạng 1, 90 điểm"), "{}", office.text());
        let own = below.browser.get(&format!("/ho-so/{above}")).await;
        assert!(!own.says("90 điểm"), "{}", own.text());
    }

    async fn another_unit_s_organiser_changes_nothing(house: TestHouse) {
        let below = below(&house, &APART).await;
        let officer = hoithi_people::account_by_login(&mut house.house().read().await.unwrap(), "chuyenvien").await;
        let elsewhere = unit(&house, officer.unwrap().unwrap().id, "Trường Cao đẳng Chim Én").await;
        house.account_for("nguoila", "Giáp Văn Lạ", &[(Role::UnitOrganiser, Scope::Unit(elsewhere))]).await;
        let stranger = house.signed_in("nguoila").await;
        let entry = below.entry(0).to_string();
        let fields = [("entry", entry.as_str()), ("decided", "out"), ("reason", "Vì")];
        assert_eq!(stranger.send(&format!("{PAGE}/thay-doi"), &fields).await.status(), 403);
        assert_eq!(stranger.send(&format!("{PAGE}/theo-quy-tac"), &PAPER).await.status(), 403);
    }

    /// What went up was taken back above: whoever waits first has its place, and the quota is what it was.
    async fn the_first_in_reserve_follows_one_that_was_withdrawn_above(house: TestHouse) {
        let below = below(&house, &APART).await;
        assert_eq!(below.browser.send(&format!("{PAGE}/theo-quy-tac"), &PAPER).await.location(), PAGE);
        let raise = format!("{PAGE}/du-bi/{}", below.entry(0));
        assert_eq!(below.browser.get(&raise).await.status(), 404, "it stands above");
        assert_eq!(below.raise(0).await, ["forwarding.place_not_free"]);
        below.withdrawn_above(0).await;
        let page = below.browser.get(PAGE).await;
        assert!(page.says("suất 1 còn trống"), "{}", page.text());
        assert!(page.attributes("main a", "href").contains(&raise));
        let asked = below.browser.get(&raise).await;
        assert!(asked.says(&title(2)) && asked.says("Suất 1 dành cho"), "{}", asked.text());
        let bare = below.browser.send(&raise, &[("endorsement", "45"), ("endorsement_date", ""), ("endorsement_signer", "")]).await;
        let errors = bare.attributes(".govuk-error-summary a", "href");
        assert!(errors.contains(&"#endorsement_date".to_owned()), "{errors:?}");
        assert_eq!(below.browser.send(&raise, &PAPER).await.location(), PAGE);
        assert_eq!(below.sent().await, [below.entry(2), below.entry(1)], "in the order of the quota's places");
        let stands = below.stands().await;
        assert!(stands[0].contains("Giải pháp này đã rút hoặc bị loại khỏi hội thi."), "{stands:?}");
        assert_eq!(stands[1..], ["Đã gửi: QN8-0002", "Đã gửi: QN8-0003"]);
        assert!(below.browser.get(PAGE).await.says("gửi thay"));
        let again = below.browser.send(&raise, &PAPER).await;
        assert!(again.says("Suất này không còn trống"), "{}", again.text());
        let mut db = house.house().read().await.unwrap();
        let lines = lines_about(&mut db, &below.entry(2).to_string()).await.unwrap();
        let line = lines.iter().find(|line| line.event == "entry.reserve_raised").unwrap();
        assert!(line.facts.contains(&below.entry(0).to_string()) && line.facts.contains("\"slot\":1"), "{}", line.facts);
        drop(db);
        below.withdrawn_above(1).await;
        let nobody = below.browser.get(&format!("{PAGE}/du-bi/{}", below.entry(1))).await;
        assert!(nobody.says("Chưa có giải pháp nào để gửi thay."), "{}", nobody.text());
        assert_eq!(below.raise(1).await, ["forwarding.nobody_waits"]);
    }

    /// Two browsers press at the same time: one entry goes up, and past the program, too, no third has a place.
    async fn one_place_is_given_once_from_two_browsers(house: TestHouse) {
        let below = below(&house, &APART).await;
        assert_eq!(below.browser.send(&format!("{PAGE}/theo-quy-tac"), &PAPER).await.location(), PAGE);
        below.withdrawn_above(0).await;
        let (one, other) = tokio::join!(below.raise(0), below.raise(0));
        let mut said = [one, other].concat();
        said.sort_unstable();
        assert_eq!(said, ["done", "forwarding.place_not_free"]);
        assert_eq!(below.sent().await.len(), 2);
        let gone = given_up(&mut house.house().read().await.unwrap(), below.judged.edition).await.unwrap();
        let told: Vec<_> = gone.iter().map(|gone| (gone.entry, gone.slot, gone.next)).collect();
        assert_eq!(told, [(below.entry(0), 1, below.entry(2))]);
        for sql in ["UPDATE promotions SET slot = slot + 1", "UPDATE promotions SET slot = 1"] {
            let mut conn = house.house().store().begin().await.unwrap();
            assert!(conn.run(sql, params![]).await.is_err(), "{sql}");
            conn.roll_back().await.unwrap();
        }
    }

    async fn another_unit_s_organiser_lets_nobody_follow(house: TestHouse) {
        let below = below(&house, &APART).await;
        assert_eq!(below.browser.send(&format!("{PAGE}/theo-quy-tac"), &PAPER).await.location(), PAGE);
        below.withdrawn_above(0).await;
        let raise = format!("{PAGE}/du-bi/{}", below.entry(0));
        let officer = hoithi_people::account_by_login(&mut house.house().read().await.unwrap(), "chuyenvien").await;
        let elsewhere = unit(&house, officer.unwrap().unwrap().id, "Trường Cao đẳng Chim Én").await;
        house.account_for("nguoila", "Giáp Văn Lạ", &[(Role::UnitOrganiser, Scope::Unit(elsewhere))]).await;
        let stranger = house.signed_in("nguoila").await;
        assert_eq!(stranger.get(&raise).await.status(), 403);
        assert_eq!(stranger.send(&raise, &PAPER).await.status(), 403);
    }
}
