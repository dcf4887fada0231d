//! From the opened round to the decision: ranking, a tie that people decide, prizes.

use hoithi_awards::{Propose, SettleTie, SignedDecision, decide, propose, settle_tie};
use hoithi_edition::{Amend, amend};
use hoithi_entries::{Withdraw, withdraw as withdraw_entry};
use hoithi_journal::{Halt, lines_about};
use hoithi_rules::correspondence::{DocumentNumber, Signatory, SigningCapacity};
use hoithi_rules::edition::Amendment;
use hoithi_rules::ids::{DocumentId, EntryId};
use hoithi_rules::people::Role;
use hoithi_store::params;
use hoithi_testkit::both;
use jiff::civil::{Date, date};
use serde_json::Value;

use super::judged::{Judged, Told, codes_of, launched, office, province, province_opened, signed_request, title, unit};

const RANKING: &str = "/ky/quang-ninh-viii/xep-hang";
pub(super) const PRIZES: &str = "/ky/quang-ninh-viii/giai-thuong";
pub(super) const DECISION: &str = "/ky/quang-ninh-viii/giai-thuong/quyet-dinh";

/// Two share the first place, two are parted by novelty, one reaches no prize.
pub(super) const TOLD: [Told<'_>; 5] = [
    ([38, 28, 26], &["Ngô Thị Lựu", "Mạc Văn Đào"]),
    ([38, 28, 26], &["Quách Thị Mận"]),
    ([34, 26, 25], &["Lều Văn Bưởi"]),
    ([35, 25, 25], &["Ninh Thị Quýt"]),
    ([20, 18, 17], &["Tiêu Văn Khế"]),
];

pub(super) async fn proposed(judged: &Judged<'_>) {
    let command = Propose { edition: judged.edition, seen: 0 };
    judged.house.perform(judged.secretary, move |act| Box::pin(propose(act, command))).await.unwrap();
}

pub(super) async fn decided_on(judged: &Judged<'_>, number: &str, day: Date) -> Result<DocumentId, Halt> {
    let decision = SignedDecision {
        edition: judged.edition,
        seen: 1,
        number: DocumentNumber::parse(number, day.year()).unwrap(),
        date: day,
        issuer: "Ban Tổ chức Hội thi".to_owned(),
        signatory: Signatory {
            capacity: SigningCapacity::OnBehalf,
            on_behalf_of: String::new(),
            in_place_of: "Ban Tổ chức".to_owned(),
            position: "Trưởng ban".to_owned(),
            name: "Phạm Văn Quyết".parse().unwrap(),
        },
    };
    let command = decision.printed(judged.house.house(), None).await?;
    judged.house.perform(judged.head, move |act| Box::pin(decide(act, command.clone()))).await
}

/// The rule book with one word changed, as an amendment of the day of the opening.
async fn amended(judged: &Judged<'_>, from: &str, to: &str, reason: &str) -> Result<(), Halt> {
    let text = judged.book().replace(from, to);
    assert_ne!(text, judged.book());
    let day = date(2021, 7, 21);
    let amendment = Amendment {
        decision: "40/QĐ-BTC".to_owned(),
        issuer: "Ban Tổ chức Hội thi Sáng tạo kỹ thuật tỉnh Quảng Ninh".to_owned(),
        issued: day,
        effective: day,
        reason: reason.to_owned(),
    };
    let command = Amend { edition: judged.edition, seen: 1, text, amendment, paper: None };
    judged.house.perform(judged.head, move |act| Box::pin(amend(act, command.clone()))).await.map(|_| ())
}

async fn repriced(judged: &Judged<'_>) -> Result<(), Halt> {
    amended(judged, "nhat = 25_000_000", "nhat = 30_000_000", "Tăng mức thưởng").await
}

both! {
    async fn nobody_sees_a_ranking_before_two_persons_opened_the_round(house: TestHouse) {
        let (head, officer) = office(&house).await;
        let kind = province();
        let edition = launched(&house, &kind, head, None).await;
        let unit = unit(&house, officer, "Trường Cao đẳng Chim Én").await;
        let judged = Judged::new(&house, kind, (edition, unit), head).await.sealed(&TOLD).await;
        let secretary = house.signed_in("thuky").await;
        for path in [RANKING, PRIZES] {
            let page = secretary.get(path).await;
            assert!(page.says("sẽ hiện ở đây sau khi mở niêm phong"), "{}", page.text());
            assert!(!page.text().contains(&title(0)));
        }
        let refused = secretary.send(&format!("{PRIZES}/de-nghi"), &[("seen", "0")]).await;
        assert!(refused.says("Chưa có vòng chấm nào được mở niêm phong."), "{}", refused.text());
        judged.open().await;
        assert!(secretary.get(RANKING).await.says(&title(0)));
    }

    async fn a_tie_at_the_ceiling_waits_for_the_jury_and_then_prizes_follow(house: TestHouse) {
        let judged = province_opened(&house, &TOLD).await;
        let secretary = house.signed_in("thuky").await;
        let page = secretary.get(RANKING).await;
        assert!(page.says("Chờ Hội đồng giám khảo: 2 hồ sơ đồng hạng, Giải Nhất còn 1 giải."), "{}", page.text());
        let note = "Cùng điểm với hồ sơ trên, xếp sau theo tiêu chí Tính mới, tính sáng tạo";
        let behind: Vec<_> = page.select("tr").into_iter().filter(|row| row.contains(note)).collect();
        assert!(matches!(behind.as_slice(), [row] if row.contains(&title(2))), "{behind:?}");
        assert_eq!(page.select("tbody tr svg").len(), 5);
        for author in ["Ngô Thị Lựu", "Tiêu Văn Khế"] {
            assert!(!page.text().contains(author), "a ranking may precede a blind round");
        }

        let early = secretary.send(&format!("{PRIZES}/de-nghi"), &[("seen", "0")]).await;
        assert!(early.says("2 hồ sơ đồng hạng nhưng Giải Nhất chỉ còn 1 giải."), "{}", early.text());
        let tied = early.attributes("#order option[value]", "value");
        let [_, first, second] = tied.as_slice() else { panic!("{tied:?}") };
        let settle = format!("{PRIZES}/dong-hang");
        let half = secretary.send(&settle, &[("order", first), ("order", ""), ("minutes", "")]).await;
        assert_eq!(half.attributes(".govuk-error-summary a", "href"), ["#order", "#minutes"]);
        let twice = secretary.send(&settle, &[("order", first), ("order", first), ("minutes", "Biên bản số 12")]).await;
        assert!(twice.says("Danh sách chọn chưa đúng những hồ sơ đồng hạng."), "{}", twice.text());
        assert_eq!(twice.attribute("#minutes", "value").as_deref(), Some("Biên bản số 12"));
        // The jury prefers the second of the list.
        let minutes = "Biên bản số 12/BB-HĐGK ngày 22/7/2021";
        let order = [("order", second.as_str()), ("order", first.as_str()), ("minutes", minutes)];
        let read_back = secretary.send(&settle, &order).await;
        assert!(read_back.says("Đọc lại trước khi ghi") && read_back.says(minutes), "{}", read_back.text());
        assert!(!secretary.get(PRIZES).await.says("Thứ tự của hạng 1"), "read back is not recorded");
        let settled = secretary.send(&settle, &[&order[..], &[("step", "record")]].concat()).await;
        assert_eq!(settled.location(), PRIZES, "{}", settled.text());
        let page = secretary.get(RANKING).await;
        assert!(page.says(&format!("Đồng hạng, Hội đồng giám khảo xếp thứ tự: {minutes}")), "{}", page.text());
        assert!(page.says("Giải Ba: để trống 6 giải") && page.says("Không có giải"));

        let sent = secretary.send(&format!("{PRIZES}/de-nghi"), &[("seen", "0")]).await;
        assert_eq!(sent.location(), PRIZES, "{}", sent.text());
        let mut db = house.house().read().await.unwrap();
        assert!(hoithi_awards::awards(&mut db, judged.edition).await.unwrap().is_empty(), "proposed is not decided");
        drop(db);
        let rows = secretary.get(PRIZES).await.select("#danh-sach tbody tr");
        assert_eq!(rows.len(), 6, "two tiers, four prizes: {rows:?}");
        assert!(rows[1].contains("25.000.000 đồng") && !rows.iter().any(|row| row.contains(&title(4))));
        let stale = secretary.send(&format!("{PRIZES}/de-nghi"), &[("seen", "0")]).await;
        assert!(stale.says("Đề nghị vừa được trình lại ở nơi khác."), "{}", stale.text());
    }

    /// Whoever withdraws after the opening takes no place; the others move up, and a decision over
    /// the older proposal is refused.
    async fn a_withdrawn_entry_wins_nothing(house: TestHouse) {
        let judged = province_opened(&house, &TOLD[2..]).await;
        proposed(&judged).await;
        let withdraw = Withdraw { entry: judged.entries[1], reason: "Nhóm tác giả xin rút.".to_owned(), request: Some(signed_request(&house)) };
        house.perform(judged.secretary, move |act| Box::pin(withdraw_entry(act, withdraw.clone()))).await.unwrap();
        house.set_clock("2021-10-05T09:00:00+07:00");
        assert_eq!(codes_of(decided_on(&judged, "25/QĐ-BTC", date(2021, 10, 4)).await), ["awards.entry_withdrawn"]);
        let secretary = house.signed_in("thuky").await;
        let ranking = secretary.get(RANKING).await;
        assert!(!ranking.says(&title(1)) && ranking.says(&title(0)), "{}", ranking.text());
        let again = Propose { edition: judged.edition, seen: 1 };
        house.perform(judged.secretary, move |act| Box::pin(propose(act, again))).await.unwrap();
        assert!(!secretary.get(PRIZES).await.says(&title(1)));
    }

    /// A round opened by an older program is found by the rules that it froze: the last one only.
    async fn results_known_before_the_upgrade_are_noted(house: TestHouse) {
        let judged = province_opened(&house, &[TOLD[0]]).await;
        let upgrade = hoithi_judging::MIGRATIONS.iter().find(|each| each.name.ends_with("_results_known")).unwrap().sql;
        let known = async || {
            let mut db = house.house().read().await.unwrap();
            let sql = "SELECT results_known_at, opened_at FROM editions e JOIN rounds r ON r.edition_id = e.id";
            let row = db.one(sql, params![]).await.unwrap();
            (row.instant_opt("results_known_at").unwrap(), row.instant("opened_at").unwrap())
        };
        let forget = "UPDATE editions SET results_known_at = NULL";
        house.tamper(forget, params![]).await;
        house.tamper(upgrade, params![]).await;
        let (noted, opened) = known().await;
        assert_eq!(noted, Some(opened));
        let dearer = repriced(&judged).await;
        assert_eq!(codes_of(dearer), ["edition.results_known"]);
        // The same round, had another been to follow.
        house.tamper(forget, params![]).await;
        let longer = "UPDATE rounds SET marking = REPLACE(marking, '}],\"openers\"', \
                      '},{\"code\":\"chung-khao\",\"name\":\"Vòng chung khảo\"}],\"openers\"')";
        assert_eq!(house.tamper(longer, params![]).await, 1);
        house.tamper(upgrade, params![]).await;
        assert_eq!(known().await.0, None);
    }

    /// Whoever knows the winners cannot change what they win.
    async fn prizes_and_money_stand_from_the_opening_on(house: TestHouse) {
        let judged = province_opened(&house, &[TOLD[0], TOLD[2]]).await;
        assert_eq!(codes_of(repriced(&judged).await), ["edition.results_known"]);
        let renamed = amended(&judged, "name = \"Giải Nhất\"", "name = \"Giải Đặc biệt\"", "Đổi tên giải").await;
        assert_eq!(codes_of(renamed), ["edition.results_known"]);
        amended(&judged, "name = \"Y dược\"", "name = \"Y, dược\"", "Gọi đúng tên lĩnh vực").await.unwrap();
    }

    /// A slip is put right while the leader has not decided; the prizes follow at once.
    async fn an_order_is_corrected_until_the_prizes_are_decided(house: TestHouse) {
        let judged = province_opened(&house, &TOLD).await;
        let secretary = house.signed_in("thuky").await;
        let tied = secretary.get(PRIZES).await.attributes("#order option[value]", "value");
        let [_, first, second] = tied.as_slice() else { panic!("{tied:?}") };
        let minutes = ("minutes", "Biên bản số 12/BB-HĐGK ngày 22/7/2021");
        let wrong = [("order", first.as_str()), ("order", second.as_str()), minutes, ("step", "record")];
        secretary.send(&format!("{PRIZES}/dong-hang"), &wrong).await;
        proposed(&judged).await;
        let before = secretary.get(PRIZES).await.select("#danh-sach .ht-title strong");
        let link = secretary.get(PRIZES).await.attributes(".ht-box a", "href").remove(0);
        let page = secretary.get(&link).await;
        assert_eq!(page.attribute("#minutes", "value").as_deref(), Some(minutes.1));
        let to = format!("{PRIZES}/thu-tu");
        let right = [("nhom", ""), ("hang", "1"), ("order", second), ("order", first), minutes];
        let unsaid = secretary.send(&to, &right).await;
        assert!(unsaid.says("Vui lòng ghi lý do sửa."), "{}", unsaid.text());
        let same = [("nhom", ""), ("hang", "1"), ("order", first), ("order", second), minutes, ("reason", "nhầm")];
        assert!(secretary.send(&to, &same).await.says("Chưa có gì khác so với điều đã ghi."));
        let right = [&right[..], &[("reason", "Chọn nhầm hồ sơ ở hạng 1")]].concat();
        let read_back = secretary.send(&to, &right).await;
        assert!(read_back.says("Đề nghị trao giải sẽ lập lại"), "{}", read_back.text());
        let done = secretary.send(&to, &[&right[..], &[("step", "record")]].concat()).await;
        assert_eq!(done.location(), PRIZES, "{}", done.text());
        let after = secretary.get(PRIZES).await.select("#danh-sach .ht-title strong");
        assert_eq!((&before[0], &before[1]), (&after[1], &after[0]), "{before:?} {after:?}");
        // Whoever read the list before the correction cannot decide it.
        house.set_clock("2021-10-05T09:00:00+07:00");
        assert_eq!(codes_of(decided_on(&judged, "25/QĐ-BTC", date(2021, 10, 4)).await), ["awards.changed_meanwhile"]);
        let mut db = house.house().read().await.unwrap();
        let kept = db.one("SELECT entries, reason FROM award_settlement_corrections", params![]).await.unwrap();
        assert!(kept.text("entries").unwrap().starts_with(&format!("[\"{first}")));
        let journal = lines_about(&mut db, &judged.edition.to_string()).await.unwrap();
        assert!(journal.iter().all(|line| !line.facts.contains("Chọn nhầm")), "the reason stays out of the journal");
    }

    /// A tie that lost an entry after it was settled is settled anew.
    async fn a_settled_tie_that_lost_an_entry_is_settled_anew(house: TestHouse) {
        let judged = province_opened(&house, &[TOLD[0], TOLD[1], ([38, 28, 26], &["Sầm Thị Na"])]).await;
        let settle = async |order: Vec<EntryId>| {
            let command = SettleTie { edition: judged.edition, order, minutes: "Biên bản số 12".to_owned() };
            house.perform(judged.secretary, move |act| Box::pin(settle_tie(act, command.clone()))).await
        };
        settle(judged.entries.clone()).await.unwrap();
        let withdraw = Withdraw { entry: judged.entries[0], reason: "Nhóm tác giả xin rút.".to_owned(), request: Some(signed_request(&house)) };
        house.perform(judged.secretary, move |act| Box::pin(withdraw_entry(act, withdraw.clone()))).await.unwrap();
        settle(vec![judged.entries[2], judged.entries[1]]).await.unwrap();
        proposed(&judged).await;
    }

    async fn programs_read_decided_prizes_only(house: TestHouse) {
        let judged = province_opened(&house, &[TOLD[0], TOLD[4]]).await;
        proposed(&judged).await;
        let path = "/api/v1/awards?edition=quang-ninh-viii";
        assert_eq!(house.browser().get(path).await.status(), 404, "the public waits for the announcement");
        let secretary = house.signed_in("thuky").await;
        assert_eq!(secretary.get(path).await.json::<Value>(), serde_json::json!([]));
        house.set_clock("2021-10-05T09:00:00+07:00");
        decided_on(&judged, "25/QĐ-BTC", date(2021, 10, 4)).await.unwrap();
        let prizes: Value = secretary.get(path).await.json();
        assert_eq!(prizes[0]["tier"], "nhat");
        assert_eq!(prizes[0]["money"], 25_000_000);
        assert_eq!(prizes[0]["authors"], serde_json::json!(["Ngô Thị Lựu", "Mạc Văn Đào"]));
        assert_eq!(prizes[1], Value::Null);
        assert_eq!(secretary.get(&format!("{path}&bimat=1")).await.status(), 422);
    }

    async fn whoever_marks_or_enters_sees_no_ranking(house: TestHouse) {
        province_opened(&house, &[TOLD[0]]).await;
        house.account("tacgia", "Ngô Thị Lựu", &[Role::Author]).await;
        for login in ["giamkhao", "tacgia"] {
            let browser = house.signed_in(login).await;
            for path in [RANKING, PRIZES, DECISION] {
                assert_eq!(browser.get(path).await.status(), 403, "{login} {path}");
            }
        }
        let stranger = house.browser().get(RANKING).await;
        assert_eq!(stranger.status(), 303);
        let secretary = house.signed_in("thuky").await;
        assert_eq!(secretary.send(DECISION, &[("seen", "1")]).await.status(), 403, "a secretary does not decide");
    }

    async fn the_database_itself_keeps_the_ceilings(house: TestHouse) {
        let judged = province_opened(&house, &[TOLD[0], TOLD[2]]).await;
        proposed(&judged).await;
        for seat in [1_i64, 2] {
            let mut conn = house.house().store().begin().await.unwrap();
            let sql = "UPDATE awards SET tier = 'nhat', seat = $1, ceiling = 1 WHERE tier = 'nhi'";
            assert!(conn.run(sql, params![seat]).await.is_err(), "a second first prize on seat {seat}");
            conn.roll_back().await.unwrap();
        }
    }
}
