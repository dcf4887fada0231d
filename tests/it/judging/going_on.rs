//! A jury that does not stay as it was: panels that change, judges who stop, seals that stand for
//! everybody, minutes that stay.

use axum::http::Method;
use hoithi_journal::lines_about;
use hoithi_judging::{ConfirmOpening, confirm_opening};
use hoithi_people::give_role;
use hoithi_rules::people::{Grant, Role, Scope};
use hoithi_store::params;
use hoithi_testkit::{PASSWORD, both, words_on_the_page};
use jiff::civil::date;
use serde_json::json;

use super::contest::{DESK, JUDGES, OPENING, PROGRESS, TITLES, codes_of, contest};

const STOP: &str = "/ky/quang-ninh-viii/vong/so-khao/thoi-cham";
const MINUTES: &str = "/ky/quang-ninh-viii/mo-niem-phong/bien-ban.pdf";

both! {
    /// Somebody is away for good: what they locked counts, others take the rest, the round goes on.
    async fn a_judge_who_does_not_go_on_is_replaced(house: TestHouse) {
        let contest = contest(&house).await;
        contest.marking().await;
        let (absent, sheets) = {
            let mut most = (0, Vec::new());
            for judge in 0..contest.judges.len() {
                let sheets = contest.sheets_of(judge).await;
                if sheets.len() > most.1.len() {
                    most = (judge, sheets);
                }
            }
            most
        };
        assert!(sheets.len() >= 2, "{sheets:?}");
        let (locked, title) = sheets[0].clone();
        let version = contest.mark(absent, locked, [3750, 2850, 2650]).await.unwrap();
        contest.lock(absent, locked, version).await.unwrap();
        contest.mark(absent, sheets[1].0, [3000, 2000, 2000]).await.unwrap();

        let secretary = house.signed_in("thukyhoidong").await;
        assert!(secretary.get(PROGRESS).await.attributes("a", "href").contains(&STOP.to_owned()));
        let judge = contest.judges[absent].to_string();
        let unsaid = secretary.send(STOP, &[("judge", judge.as_str()), ("reason", " ")]).await;
        assert!(unsaid.says("Vui lòng ghi lý do giám khảo không tiếp tục chấm."), "{}", unsaid.text());
        let half = secretary.send(STOP, &[("judge", judge.as_str()), ("reason", "Ốm"), ("paper_number", "12/GM")]).await;
        assert!(half.says("Vui lòng ghi cả số và ngày của văn bản"), "{}", half.text());
        let fields = [("judge", judge.as_str()), ("reason", "Nằm viện dài ngày."), ("paper_number", "12/GM"), ("paper_day", "19/7/2021")];
        assert_eq!(secretary.send(STOP, &fields).await.location(), STOP);
        let page = secretary.get(STOP).await;
        assert!(page.says("Nằm viện dài ngày.") && page.says("Văn bản 12/GM ngày 19/7/2021"), "{}", page.text());
        assert!(secretary.send(STOP, &fields).await.says("đã được ghi là không tiếp tục chấm"));
        for login in ["thuky", JUDGES[absent].0, "giamsat"] {
            assert_eq!(house.signed_in(login).await.send(STOP, &fields).await.status(), 403, "{login}");
        }
        assert_eq!(contest.sheets_of(absent).await, [(locked, title)], "what was locked stands");
        let lines = lines_about(&mut house.house().read().await.unwrap(), &judge).await.unwrap();
        let line = lines.iter().find(|line| line.event == "judge.stopped").unwrap();
        assert!(!line.facts.contains("viện"), "{}", line.facts);

        assert_eq!(contest.give_out().await.unwrap(), sheets.len() - 1);
        for title in TITLES {
            assert_eq!(contest.holders_of(title).await.len(), 2, "{title} has its sheets and no more");
        }
        assert_eq!(contest.sheets_of(absent).await.len(), 1, "nothing new for who stopped");
        for judge in 0..contest.judges.len() {
            for (sheet, _) in contest.sheets_of(judge).await.into_iter().filter(|(sheet, _)| *sheet != locked) {
                let version = contest.mark(judge, sheet, [3000, 2000, 2050]).await.unwrap();
                contest.lock(judge, sheet, version).await.unwrap();
            }
        }
        contest.seal().await.unwrap();
        assert!(secretary.send(STOP, &fields).await.says("Vòng chấm này không nhận điểm"));
    }

    /// Nobody loses a sheet by a change of the jury; who locked everything may leave it.
    async fn a_changed_jury_takes_no_sheet_that_stands(house: TestHouse) {
        let contest = contest(&house).await;
        contest.jury().await;
        contest.give_out().await.unwrap();
        // Prepared only: the jury changes, and the round is assigned anew.
        contest.jury_of(&contest.judges[1..], 1).await.unwrap();
        assert_eq!(contest.give_out().await.unwrap(), 6);
        contest.start().await;
        let rest = [contest.judges[0], contest.judges[2], contest.judges[3]];
        assert_eq!(codes_of(contest.jury_of(&rest, 2).await), ["judging.judge_has_sheets"]);
        for (sheet, _) in contest.sheets_of(1).await {
            let version = contest.mark(1, sheet, [3000, 2000, 2000]).await.unwrap();
            contest.lock(1, sheet, version).await.unwrap();
        }
        contest.jury_of(&rest, 2).await.unwrap();
        assert_eq!(contest.give_out().await.unwrap(), 0, "locked sheets count: nobody is asked twice");
        for title in TITLES {
            assert_eq!(contest.holders_of(title).await.len(), 2, "{title}");
        }
        let kept = house.house().read().await.unwrap()
            .all("SELECT decision, panels FROM jury_versions ORDER BY version", params![]).await.unwrap();
        assert_eq!(kept.len(), 3, "every decision's jury is kept");
    }

    /// A conflict that comes up later takes an open sheet to somebody else, and adds none.
    async fn a_conflict_found_by_assigning_again_moves_the_sheet(house: TestHouse) {
        let contest = contest(&house).await;
        contest.marking().await;
        let (judge, _) = contest.holders_of(TITLES[0]).await[0];
        // The account's unit is another one; the judge speaks for the unit of every entry.
        let keeper = hoithi_people::account_by_login(&mut house.house().read().await.unwrap(), "quantri").await.unwrap().unwrap().id;
        let from = date(2021, 7, 19);
        let grant = Grant { role: Role::UnitContact, scope: Scope::Unit(contest.unit), from, to: None, deputy: false };
        let who = contest.judges[judge];
        house.perform(keeper, move |act| Box::pin(give_role(act, who, grant))).await.unwrap();
        let sheets = contest.sheets_of(judge).await.len();
        assert_eq!(contest.give_out().await.unwrap(), sheets);
        assert!(contest.sheets_of(judge).await.is_empty());
        for title in TITLES {
            assert_eq!(contest.holders_of(title).await.len(), 2, "{title}");
        }
    }

    /// Under the seal not even the own sheet is read; after the opening it is.
    async fn the_seal_stands_for_judges_too(house: TestHouse) {
        let contest = contest(&house).await;
        contest.marking().await;
        contest.all_locked().await;
        contest.seal().await.unwrap();
        let (sheet, _) = contest.sheets_of(0).await[0].clone();
        let judge = house.signed_in(JUDGES[0].0).await;
        for path in [format!("/cham/{sheet}"), format!("/cham/{sheet}/doc-lai"), format!("/cham/{sheet}/tep/2"), format!("/api/v1/score-sheets/{sheet}")] {
            let answer = judge.get(&path).await;
            assert_eq!(answer.status(), 422, "{path}");
            assert!(!answer.text().contains("37,5") && !answer.text().contains(":3750"), "{path}");
        }
        assert!(judge.get(&format!("/cham/{sheet}")).await.says("Vòng chấm đã niêm phong."));
        let put = json!({ "marks": {} });
        assert_eq!(judge.json_over(Method::PUT, &format!("/api/v1/score-sheets/{sheet}"), 2, &put).await.status(), 422);
        let desk = judge.get(DESK).await;
        assert!(desk.says("Vòng chấm đã niêm phong.") && !desk.text().contains(&sheet.to_string()));
        opened(&contest).await;
        assert_eq!(judge.get(&format!("/cham/{sheet}")).await.status(), 200);
    }

    /// The minutes are the bytes of the opening, whatever the jury becomes.
    async fn minutes_stay_what_they_were(house: TestHouse) {
        let contest = contest(&house).await;
        contest.marking().await;
        contest.all_locked().await;
        contest.seal().await.unwrap();
        opened(&contest).await;
        let chair = house.signed_in("chutich").await;
        let first = chair.get(MINUTES).await;
        let words = words_on_the_page(first.bytes());
        assert!(words.contains("18/QĐ-BTC") && words.contains("đúng 2 phiếu"), "{words}");
        house.tamper("UPDATE juries SET decision = '99/QĐ-BTC'", params![]).await;
        house.tamper("UPDATE accounts SET name = 'Tên Khác Hẳn'", params![]).await;
        assert!(chair.get(MINUTES).await.bytes() == first.bytes(), "printed anew");
        let round = contest.round().await.to_string();
        let lines = lines_about(&mut house.house().read().await.unwrap(), &round).await.unwrap();
        let kept: Vec<_> = lines.iter().filter(|line| line.event == "minutes.kept").collect();
        let hash = hoithi_documents::Sha256Hex::of(first.bytes());
        assert_eq!(kept.iter().filter_map(|line| line.text_fact("minutes")).collect::<Vec<_>>(), [hash.as_str()]);
    }

    /// Named on the very day of the sealing, half an hour after it.
    async fn a_role_given_after_the_seal_opens_nothing(house: TestHouse) {
        let contest = contest(&house).await;
        let keeper = hoithi_people::account_by_login(&mut house.house().read().await.unwrap(), "quantri").await.unwrap().unwrap().id;
        let give = |account| {
            let from = date(2021, 7, 19);
            let grant = Grant { role: Role::JuryChair, scope: Scope::Edition(contest.edition), from, to: None, deputy: true };
            house.perform(keeper, move |act| Box::pin(give_role(act, account, grant)))
        };
        let early = house.account_for("phochutich", "Giáp Văn Phó", &[]).await;
        let late = house.account_for("den.sau", "Quách Thị Muộn", &[]).await;
        give(early).await.unwrap();
        contest.marking().await;
        contest.all_locked().await;
        house.set_clock("2021-07-19T10:00:00+07:00");
        contest.seal().await.unwrap();
        house.set_clock("2021-07-19T10:30:00+07:00");
        give(late).await.unwrap();
        let command = ConfirmOpening { round: contest.round().await };
        let open = |who| house.perform(who, move |act| Box::pin(confirm_opening(act, command)));
        assert_eq!(codes_of(open(late).await), ["judging.given_after_sealing"]);
        assert!(house.signed_in("den.sau").await.get(OPENING).await.select("input[name=password]").is_empty());
        assert_eq!(codes_of(open(early).await), ["done"]);
    }

    /// The same limits for the page and for programs.
    async fn a_sheet_holds_no_more_over_the_api_than_on_the_page(house: TestHouse) {
        let contest = contest(&house).await;
        contest.marking().await;
        let (judge, sheet) = contest.holders_of(TITLES[0]).await[0];
        let judge = house.signed_in(JUDGES[judge].0).await;
        let path = format!("/api/v1/score-sheets/{sheet}");
        let long = json!({ "marks": {}, "comment": "a".repeat(2001) });
        let refused = judge.json_over(Method::PUT, &path, 0, &long).await;
        assert_eq!((refused.status(), refused.text().contains("judging.comment_too_long")), (422, true), "{}", refused.text());
        for bands in [json!({ "khong-co": 0 }), json!({ "tinh-moi": 0 })] {
            let refused = judge.json_over(Method::PUT, &path, 0, &json!({ "marks": {}, "bands": bands })).await;
            assert_eq!((refused.status(), refused.text().contains("judging.band_unknown")), (422, true), "{}", refused.text());
        }
        let fits = json!({ "marks": {}, "comment": "a".repeat(2000) });
        assert_eq!(judge.json_over(Method::PUT, &path, 0, &fits).await.status(), 200);
    }
}

pub(super) async fn opened(contest: &super::contest::Contest<'_>) {
    contest.house.set_clock("2021-08-16T09:00:00+07:00");
    for login in ["chutich", "thukyhoidong"] {
        let answer =
            contest.house.signed_in(login).await.send(OPENING, &[("round", "so-khao"), ("password", PASSWORD)]).await;
        assert_eq!(answer.status(), 303, "{}", answer.text());
    }
}
